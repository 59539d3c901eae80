#ifndef VIVA_REPORT_FLOW_H
#define VIVA_REPORT_FLOW_H
#include <stddef.h>
#include "viva/display_list.h"
/* Text broken into lines by its measured width. */
struct lines { const char **v; size_t count; };

/*
 * Breaks `text` into lines no wider than `width` points: at blanks (rather not between a number
 * and its unit) and between ideographs; after hyphens and at last anywhere only where a word
 * alone is wider than a line.  Every line holds at least one character.  Lines live as long as
 * the list; none for an empty text.
 */
struct lines flow(struct display_list *dl, const struct dl_type *type, double width, const char *text);
/* As flow(), but at most `max` lines; what had to be left out shows as an ellipsis. */
struct lines flow_at_most(struct display_list *dl, const struct dl_type *type, double width, size_t max,
    const char *text);

#endif
