#ifndef VIVA_SERVE_WORDS_H
#define VIVA_SERVE_WORDS_H
#include <stdbool.h>
#include <stdint.h>
/* The short lines between helper, parent and page, taken from the left; nothing moves on failure. */

bool take_word(const char **s, const char *word);
/* Decimal digits with at most a minus before them, from `min` to `max`. */
bool take_number(const char **s, int64_t min, int64_t max, int64_t *out);
#endif
