#ifndef VIVA_REPORT_PAGE_PLOT_H
#define VIVA_REPORT_PAGE_PLOT_H
#include "report/page.h"
#include "report/plot.h"
/* What stands around a chart: labels of its axes, its finding, and what is said where it is empty. */

extern const struct dl_type TYPE_TINY, TYPE_NOTE_ON_TINT, TYPE_GOAL, TYPE_LEVEL, TYPE_CELL;

/* One line, cut with an ellipsis to `width`. */
const char *fit(struct sheet *s, const struct dl_type *type, double width, const char *text);
/* A label of an axis: seen, and not read aloud, for the figure's alternative text has it. */
void axis_label(struct sheet *s, double x, double y, enum align align, const char *text);
/* Labels below an axis of sessions, as many as stand free of each other, the last one always. */
void session_labels(
    struct sheet *s, const struct scale *x, double y, const char *const *labels, size_t count);
/* A paragraph from `y` on; returns the y below it. */
double paragraph(struct sheet *s, double x, double y, double width, const struct dl_type *type, double pitch,
    const char *text);
/* A title of a part of a section, an H2 without a rule; `y` is its baseline. */
void part_title(struct sheet *s, double x, double y, const char *text);
#define CELL_PAD 3.5            /* beside what stands in a cell */
/*
 * A cell of a table of grades, tagged as one: a mean with its count in the colour of its step, a
 * single answer outlined, a dash for none.  An empty `n_text` puts the mean in the middle.
 */
struct cell;
void score_cell(
    struct sheet *s, const struct dl_box *box, const struct cell *c, const char *mean, const char *n_text);
/* A cell with one line of text, cut to `width`. */
void text_cell(struct sheet *s, enum dl_tag tag, double x, double y, enum align align,
    const struct dl_type *type, double width, const char *text);
/* A tinted field in a chart's place that says what is missing. */
void empty_field(struct sheet *s, double x, double y, double w, double h, const char *text);

#endif
