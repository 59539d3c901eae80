#ifndef VIVA_REPORT_FLOW_H
#define VIVA_REPORT_FLOW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/display_list.h"
/* Text broken into lines by its measured width. */
struct lines {
	const char **v;
	size_t count;
	const uint8_t **levels;         /* of the bytes of each line; NULL: no line has any that run left */
	bool rtl;                       /* the paragraph runs to the left: its lines end at the left */
	double width;                   /* what they were broken to */
};

/*
 * Breaks `text` into lines no wider than `width` points: at blanks (rather not between a number
 * and its unit) and between ideographs, but for the signs that must not begin or end a line; after
 * hyphens and at last anywhere but before a mark only where a word alone is wider than a line.
 * Every line holds at least one character.  Lines live as long as
 * the list; none for an empty text.
 */
struct lines flow(struct display_list *dl, const struct dl_type *type, double width, const char *text);
/* As flow(), but at most `max` lines; what had to be left out shows as an ellipsis. */
struct lines flow_at_most(struct display_list *dl, const struct dl_type *type, double width, size_t max,
    const char *text);

/* Line `i` alone, for a paragraph that goes on over a page. */
struct lines line_of(const struct lines *lines, size_t i);

#endif
