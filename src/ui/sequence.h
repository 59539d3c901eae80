#ifndef VIVA_UI_SEQUENCE_H
#define VIVA_UI_SEQUENCE_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/decode.h"
/* Escape sequences that terminals send for keys. */

#define SEQUENCE_BYTES 32       /* parameters of a key are far shorter; a longer sequence is no key */

/* The bytes between introducer and final byte.  One that is too long has `len` SEQUENCE_BYTES. */
struct sequence {
	char bytes[SEQUENCE_BYTES];
	size_t len;
};

void sequence_add(struct sequence *s, char c);
bool sequence_is(const struct sequence *s, const char *bytes);
/* The key of "ESC [ ... final"; false if it is none that we know. */
bool sequence_csi(const struct sequence *s, unsigned char final, struct key_press *out);
/* The key of "ESC O ... final". */
bool sequence_ss3(const struct sequence *s, unsigned char final, struct key_press *out);

#endif
