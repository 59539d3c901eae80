#ifndef VIVA_REPORT_SHAPE_CACHE_H
#define VIVA_REPORT_SHAPE_CACHE_H
#include "report/font.h"
/*
 * Texts that were shaped lately.  A page's text is measured, broken, placed, linted and drawn: five
 * times the same work without this.  Only texts that run to the right are kept, and none longer than a line.
 */
struct shape_cache;

/* NULL only when out of memory. */
struct shape_cache *shape_cache_new(void);
void shape_cache_free(struct shape_cache *c);
/* 1 and `out` filled where the text is known, 0 where it is not; -1 when out of memory. */
int shape_cache_get(const struct shape_cache *c, enum face face, const char *text, struct shaped *out);
/* Keeps a copy in the place of another text; where there is no memory, it does not. */
void shape_cache_put(struct shape_cache *c, enum face face, const char *text, const struct shaped *shaped);

#endif
