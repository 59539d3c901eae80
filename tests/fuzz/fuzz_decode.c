/* Any bytes from a terminal, in reads of any size: the events are well-formed and the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "viva/buf.h"
#include "viva/decode.h"
#include "viva/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool what, const char *claim)
{
	if (what)
		return;
	fprintf(stderr, "not so: %s\n", claim);
	abort();
}

static void
put_event(struct buf *out, const struct key_press *k)
{
	if (k->key == PRESS_PASTE) {
		demand(k->len > 0 && text_valid(k->text, k->len), "a paste is UTF-8");
		demand(memchr(k->text, '\033', k->len) == NULL, "a paste has no Escape");
		if (!k->joined)
			buf_puts(out, "\npaste ");
		buf_add(out, k->text, k->len);
		return;
	}
	demand(k->key != PRESS_CHAR || (k->cp >= 0x20 && k->cp <= 0x10FFFF), "a character is one");
	buf_printf(out, "\n%d %u %u", (int)k->key, k->mods, (unsigned)k->cp);
}

static void
decode_in_parts(struct buf *out, const char *bytes, size_t len, size_t most)
{
	struct decoder *d = decoder_new();
	struct key_press k;

	for (size_t at = 0; at < len;) {
		size_t n = most < len - at ? most : len - at;

		demand(decoder_feed(d, bytes + at, n, 0) == 0, "memory suffices");
		while (decoder_next(d, &k))
			put_event(out, &k);
		at += n;
	}
	decoder_tick(d, INT64_MAX / 2);
	while (decoder_next(d, &k))
		put_event(out, &k);
	decoder_free(d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	struct buf whole, parts;

	if (size == 0)
		return 0;
	buf_init(&whole);
	buf_init(&parts);
	decode_in_parts(&whole, bytes, size, 1);
	decode_in_parts(&parts, bytes, size, 1 + data[0] % DECODE_RAW_BYTES);
	demand(whole.len == parts.len && strcmp(buf_text(&whole), buf_text(&parts)) == 0, "reads do not matter");
	buf_clear(&parts);
	decode_in_parts(&parts, bytes, size, size);
	buf_finish(&whole);
	buf_finish(&parts);
	return 0;
}
