#ifndef VIVA_CLI_TELL_H
#define VIVA_CLI_TELL_H
#include <stdio.h>
/*
 * Lines for a person, as wide as the place they go to.  Everything passes text_visible(); nothing
 * writes an escape or a carriage return.
 */
#define TELL_COLUMNS_MIN 40
#define TELL_COLUMNS_MAX 100     /* longer lines tire the eye */
#define TELL_COLUMNS_DEFAULT 80  /* of a pipe or a file */

/* Of the terminal that `f` is, within the bounds above. */
int tell_columns(FILE *f);
/* One paragraph: the first line behind `first` blanks, the others behind `indent`. */
void tell(FILE *f, int first, int indent, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/*
 * `text` beside `left`, which has `width` cells behind an indent of 2; below it where `left` is
 * longer or the screen narrow.
 */
void tell_pair(FILE *f, const char *left, int width, const char *text);

#endif
