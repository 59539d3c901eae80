#ifndef VIVA_REPORT_PAGE_COHORT_H
#define VIVA_REPORT_PAGE_COHORT_H
#include "report/model_cohort.h"
#include "report/page_plot.h"
/* Parts of the cohort report, by file; tables go on over as many pages as they need. */

#define NAME_WIDTH 112.0        /* of the column of names */

/* Page 2: what to teach the group. */
void cohort_map_page(struct sheet *s, const struct cohort_model *m);
/* Page 3: do all judge alike? */
void cohort_raters_page(struct sheet *s, const struct cohort_model *m);
/* Page 4: what is agreed with whom. */
void cohort_agreed_page(struct sheet *s, const struct cohort_model *m);

/*
 * Begins a line of a table `height` high; on a new page where it does not fit, and then calls `head`
 * again in a table of its own.
 */
void table_line(struct sheet *s, double height, void (*head)(struct sheet *, const void *), const void *with);

#endif
