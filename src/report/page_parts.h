#ifndef VIVA_REPORT_PAGE_PARTS_H
#define VIVA_REPORT_PAGE_PARTS_H
#include "report/model.h"
#include "report/page.h"
/* Parts of a page that every report has. */

/* The finding, in large letters below the head. */
void headline(struct sheet *s, const char *text);
/* Side by side; leaves `s->y` below the deepest. */
void key_figures(struct sheet *s, const struct key_figure figures[KEY_FIGURES]);
/* A section of three numbered things to do, side by side. */
void next_steps(struct sheet *s, const char *title, const char *note, const struct step steps[STEPS]);
/* What the steps take below the section's title. */
double steps_height(struct sheet *s, const struct step steps[STEPS]);
/*
 * What one ought to know before acting on the page.  Draws, or where not `draw` measures alone;
 * returns the height with the space before it.
 */
double tinted_box(struct sheet *s, const char *title, const char *text, bool draw);

#endif
