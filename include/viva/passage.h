#ifndef VIVA_PASSAGE_H
#define VIVA_PASSAGE_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/canvas.h"
#include "viva/prose.h"
/*
 * Text with styles, laid out in lines for a width, to be painted and scrolled: stems,
 * answers, key points, help.  Built anew for each frame or width; no state of its own.
 * Running out of memory is sticky: passage_failed(), or paint what there is.
 */
struct passage;

/* For lines of `columns` cells (at least 1).  NULL only when out of memory. */
struct passage *passage_new(int columns);
void passage_free(struct passage *p);
bool passage_failed(const struct passage *p);
int passage_columns(const struct passage *p);

/* ---- building ---- */

/*
 * A paragraph begins with `label` ("1. ", "[x] ", or "" or NULL) in `label_style` after `indent` blanks;
 * later lines are indented by the width of both.  Where a quarter of the width or less would be
 * left, later lines are not indented.
 */
void passage_begin(struct passage *p, int indent, enum style label_style, const char *label);
/* Adds a piece of text to the paragraph; white space collapses, newlines break. */
void passage_text(struct passage *p, enum style style, const char *text);
/* Adds words of an item, their mark-up as styles. */
void passage_prose(struct passage *p, const struct prose *prose);
void passage_end(struct passage *p);
/* begin, text, end. */
void passage_paragraph(struct passage *p, int indent, enum style style, const char *text);
/* Lines of code: never wrapped between words but broken at the edge, the rest indented by two more. */
void passage_code(struct passage *p, int indent, enum style style, const char *code);
void passage_blank(struct passage *p);
/*
 * Blocks of an item, parted as blocks_plain() does, indented by `indent`.  A terminal without colour shows
 * the styles as bold and underline.
 */
void passage_blocks(struct passage *p, int indent, const struct blocks *b);

/* ---- painting ---- */

/* Lines so far. */
int passage_lines(const struct passage *p);
/* Paints lines from `first` on into `pane`.  Returns how many lines are left below it. */
int passage_paint(const struct passage *p, struct canvas *c, struct pane pane, int first);
/* The last `first` that still fills `rows`; 0 if all fit. */
int passage_last_first(const struct passage *p, int rows);
/*
 * Scrolling that survives another width: an anchor is a number of characters before a line.  Keep
 * the anchor, not the line: it changes with keys only, so a frame depends on state alone.
 */
size_t passage_anchor(const struct passage *p, int line);
int passage_line_of(const struct passage *p, size_t anchor);

#endif
