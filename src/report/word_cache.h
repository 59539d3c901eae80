#ifndef VIVA_REPORT_WORD_CACHE_H
#define VIVA_REPORT_WORD_CACHE_H
#include "report/font.h"
/*
 * Words that were shaped lately.  The few hundred words of a report come back in line after line, and each
 * line is measured, broken, placed, linted and drawn: many times the same work without this.
 */
struct word_cache;

/* NULL only when out of memory. */
struct word_cache *word_cache_new(void);
void word_cache_free(struct word_cache *c);
/*
 * The `len` bytes as they are shaped in `face`, until the next word_cache_put(); NULL where they are not
 * known.
 */
const struct shaped *word_cache_get(const struct word_cache *c, enum face face, const char *word, size_t len);
/*
 * Takes over what `*shaped` holds, maybe in the place of another word, and leaves `*shaped` empty; or returns
 * NULL and changes nothing where the word is too long to be kept.
 */
const struct shaped *word_cache_put(struct word_cache *c, enum face face, const char *word, size_t len,
    struct shaped *shaped);

#endif
