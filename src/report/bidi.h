#ifndef VIVA_REPORT_BIDI_H
#define VIVA_REPORT_BIDI_H
#include <stdbool.h>
#include <stdint.h>
struct arena;
/*
 * Embedding levels of the Unicode bidirectional algorithm (UAX 9), by FriBidi.  A paragraph runs
 * the way most of its letters do, so that a Hebrew name does not turn an English sentence round,
 * nor an English term a Hebrew note.
 */
struct bidi {
	const uint8_t *levels;          /* one for each byte; NULL: everything runs to the right */
	bool rtl;                       /* the paragraph runs to the left */
};

/* Levels of `text`, valid UTF-8, in `arena`; -1 when out of memory. */
int bidi_levels(struct bidi *out, struct arena *arena, const char *text);

#endif
