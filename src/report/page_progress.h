#ifndef VIVA_REPORT_PAGE_PROGRESS_H
#define VIVA_REPORT_PAGE_PROGRESS_H
#include "report/model_progress.h"
#include "report/page_plot.h"
/* The four pages of the progress report, by file; each begins at `s->y` of a page that is open. */

/* Charts of the first page, which page_progress.c puts together. */
void trend_section(struct sheet *s, const struct progress_model *m, double plot_height);
/* What trend_section() takes beside the plot. */
double trend_frame(const struct sheet *s);
/* `count` rows from the weakest on, each `pitch` high. */
void topic_section(struct sheet *s, const struct progress_model *m, size_t count, double pitch);
double topic_frame(const struct sheet *s);

void progress_topics_page(struct sheet *s, const struct progress_model *m);
void progress_judgement_page(struct sheet *s, const struct progress_model *m);
void progress_pace_page(struct sheet *s, const struct progress_model *m);

#endif
