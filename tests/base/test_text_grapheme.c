#include "test.h"
#include "viva/buf.h"
#include "viva/rng.h"
#include "viva/text.h"

TEST(a_cluster_is_what_a_reader_takes_for_one_character)
{
	static const char *const clusters[] = { "a", "\u00e9", "e\u0301\u0302", "漢", "👨‍👩‍👧", "🇩🇪", "👍🏽", "한", "\u1112\u1161\u11AB",
	    "\u0915\u093F", "\r\n", "\n" };

	for (size_t i = 0; i < sizeof(clusters) / sizeof(clusters[0]); i++) {
		struct buf b;
		size_t len = strlen(clusters[i]);

		buf_init(&b);
		buf_puts(&b, "x");
		buf_puts(&b, clusters[i]);
		buf_puts(&b, "y");
		CHECK_INT(text_grapheme_next(b.data, b.len, 0), 1);
		CHECK_INT(text_grapheme_next(b.data, b.len, 1), 1 + len);
		CHECK_INT(text_grapheme_prev(b.data, b.len, b.len), 1 + len);
		CHECK_INT(text_grapheme_prev(b.data, b.len, 1 + len), 1);
		CHECK_INT(text_grapheme_next(clusters[i], len, 0), len);
		CHECK_INT(text_grapheme_prev(clusters[i], len, len), 0);
		buf_finish(&b);
	}
}

TEST(bounds_are_the_same_forwards_and_backwards)
{
	static const char *const pieces[] = { "a", " ", "\n", "\r", "漢", "\u0301", "\u200D", "👩", "👨‍👩‍👧", "🇩", "🇪", "🏽", "\u1112", "\u1161",
	    "\u11AB", "\u0915", "\u093F", "\u0600", "\u094D" };
	struct buf b;
	struct rng r;

	rng_seed(&r, 1, "grapheme");
	buf_init(&b);
	for (int round = 0; round < 20000; round++) {
		size_t bounds[200], count = 0, at = 0;

		buf_clear(&b);
		for (uint64_t i = 1 + rng_below(&r, 12); i > 0; i--)
			buf_puts(&b, pieces[rng_below(&r, sizeof(pieces) / sizeof(pieces[0]))]);
		for (; at < b.len; at = text_grapheme_next(b.data, b.len, at))
			bounds[count++] = at;
		CHECK_INT(at, b.len);
		while (count > 0) {
			at = text_grapheme_prev(b.data, b.len, at);
			CHECK_INT(at, bounds[--count]);
		}
		CHECK_INT(at, 0);
	}
	buf_finish(&b);
}
