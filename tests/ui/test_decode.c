#include "events.h"
#include "test.h"
#include "viva/rng.h"

/* What one read gives. */
static const char *
decoded(const char *bytes, size_t len)
{
	struct decoder *d = decoder_new();
	static char text[4000];
	struct buf b;

	buf_init(&b);
	CHECK_INT(decoder_feed(d, bytes, len, 0), 0);
	events_fetch(&b, d);
	snprintf(text, sizeof(text), "%s", buf_text(&b));
	buf_finish(&b);
	decoder_free(d);
	return text;
}

#define DECODED(literal) decoded(literal, sizeof(literal) - 1)

TEST(keys_of_terminals_are_known)
{
	static const struct { const char *bytes, *words; } table[] = {
		{ "a", "a " }, { "\xC3\xA9", "é " }, { "\xF0\x9F\x91\x8D", "👍 " },
		{ "\r", "Enter " }, { "\n", "Enter " }, { "\t", "Tab " }, { "\x7F", "Backspace " }, { "\b", "Backspace " },
		{ "\001", "C-a " }, { "\032", "C-z " }, { "\037", "C-_ " }, { "\034", "C-\\ " },
		{ "\033[A", "Up " }, { "\033[B", "Down " }, { "\033[C", "Right " }, { "\033[D", "Left " },
		{ "\033OA", "Up " }, { "\033OD", "Left " }, { "\033OH", "Home " }, { "\033OF", "End " }, { "\033OM", "Enter " },
		{ "\033[H", "Home " }, { "\033[F", "End " }, { "\033[1~", "Home " }, { "\033[4~", "End " },
		{ "\033[7~", "Home " }, { "\033[8~", "End " }, { "\033[2~", "Insert " }, { "\033[3~", "Delete " },
		{ "\033[5~", "PageUp " }, { "\033[6~", "PageDown " },
		{ "\033[1;5C", "C-Right " }, { "\033[1;3D", "M-Left " }, { "\033[1;2A", "S-Up " }, { "\033[1;8B", "C-M-S-Down " },
		{ "\033[3;5~", "C-Delete " }, { "\033[3^", "C-Delete " }, { "\033Oc", "C-Right " }, { "\033O5C", "C-Right " },
		{ "\033[1;69C", "C-Right " },                   /* with a lock key on */
		{ "\033[Z", "S-Tab " }, { "\033\r", "M-Enter " }, { "\033b", "M-b " }, { "\033\xC3\xA9", "M-é " },
		{ "\033\x7F", "M-Backspace " }, { "\033_", "M-_ " }, { "\033\001", "C-M-a " },
		{ "\033[13;3u", "M-Enter " }, { "\033[27;3;13~", "M-Enter " }, { "\033[97;5u", "C-a " }, { "\033[97:65;1:1u", "a " },
		{ "\033\033[A", "Escape Up " }, { "\033\033x", "Escape M-x " },
		/* Not keys: nothing, and what follows is not eaten. */
		{ "\033[Iy", "y " }, { "\033[?1;2cy", "y " }, { "\033[[Ay", "y " }, { "\033[99~y", "y " }, { "\033[>0;1;2cy", "y " },
		{ "\033[<0;10;10My", "y " }, { "\033Pz", "M-P z " }, { "\033[12\001y", "C-a y " }, { "\033[1\033[Ay", "Up y " },
		{ "\033[99999999999999999999;5uy", "y " }, { "\033[55296uy", "y " }, { "\033[1\xC3\xA9", "é " },
		{ "\033[201~y", "y " },                         /* the end of a paste that never began */
		/* Invalid bytes, one by one, as text_next() sees them. */
		{ "\xFFx", "\uFFFD x " }, { "\xC3x", "\uFFFD x " }, { "\xE0\x80x", "\uFFFD \uFFFD x " },
		{ "\xED\xA0\x80x", "\uFFFD \uFFFD \uFFFD x " }, { "\xF0\x9F\x91x", "\uFFFD \uFFFD \uFFFD x " },
		{ "\xC3\033[A", "\uFFFD Up " }, { "\xC2\x85x", "x " },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (strcmp(decoded(table[i].bytes, strlen(table[i].bytes)), table[i].words) != 0)
			TEST_FAIL("entry %zu gives \"%s\", not \"%s\"", i, decoded(table[i].bytes, strlen(table[i].bytes)), table[i].words);
	CHECK_STR(DECODED("\0"), "C-@ ");
}

TEST(a_sequence_too_long_to_be_a_key_is_nothing)
{
	CHECK_STR(DECODED("\033[1111111111111111111111111111111111111111Ay"), "y ");
	CHECK_STR(DECODED("\033[1;;;;;;;;;;;;;;;;;;;;;;;;;;;;Ay"), "Up y ");
}

TEST(an_incomplete_escape_waits_its_time_and_not_longer)
{
	struct decoder *d = decoder_new();
	struct buf b;

	buf_init(&b);
	CHECK_INT(decoder_deadline(d), INT64_MAX);
	decoder_feed(d, "\033", 1, 1000);
	CHECK_INT(decoder_deadline(d), 1000 + DECODE_ESCAPE_MS);
	decoder_tick(d, 1000 + DECODE_ESCAPE_MS - 1);
	events_fetch(&b, d);
	CHECK_STR(buf_text(&b), "");
	decoder_feed(d, "[", 1, 1090);
	CHECK_INT(decoder_deadline(d), 1090 + DECODE_ESCAPE_MS);
	decoder_feed(d, "A", 1, 9000);          /* late, but nobody looked in between */
	events_fetch(&b, d);
	CHECK_STR(buf_text(&b), "Up ");
	CHECK_INT(decoder_deadline(d), INT64_MAX);
	buf_clear(&b);
	for (size_t i = 0; i < 5; i++) {
		static const char *const cut[] = { "\033", "\033[", "\033O", "\033[1;5", "\033\033" };

		decoder_feed(d, cut[i], strlen(cut[i]), 10000);
		events_fetch(&b, d);
		decoder_tick(d, 10100);
		events_fetch(&b, d);
	}
	CHECK_STR(buf_text(&b), "Escape M-[ M-O Escape Escape ");
	buf_finish(&b);
	decoder_free(d);
}

TEST(an_incomplete_character_waits_without_limit)
{
	struct decoder *d = decoder_new();
	struct buf b;

	buf_init(&b);
	decoder_feed(d, "\xE6\xBC", 2, 0);
	CHECK_INT(decoder_deadline(d), INT64_MAX);
	decoder_tick(d, 1000000);
	decoder_feed(d, "\xA2", 1, 2000000);
	events_fetch(&b, d);
	CHECK_STR(buf_text(&b), "漢 ");
	buf_finish(&b);
	decoder_free(d);
}

TEST(a_paste_presses_no_key)
{
	CHECK_STR(DECODED("\033[200~a\030s\003\032\tb\r\nc\rd\033[A\x7F\xC2\x85\033[201~e"), "paste(as\tb\nc\nd[A) e ");
	CHECK_STR(DECODED("\033[200~\033[201~e"), "e ");                /* an empty one is nothing */
	CHECK_STR(DECODED("\033[200~\xC3\033[201~\xA9"), "paste(\uFFFD) \uFFFD ");
	CHECK_STR(DECODED("\033[200~\033[200~x\033[20\033[201~"), "paste([200~x[20) ");
}

TEST(a_paste_without_an_end_locks_nobody_in)
{
	struct decoder *d = decoder_new();
	struct buf b;

	buf_init(&b);
	decoder_feed(d, "\033[200~lost", 10, 0);
	events_fetch(&b, d);
	CHECK_STR(buf_text(&b), "");
	CHECK_INT(decoder_deadline(d), DECODE_PASTE_MS);
	decoder_tick(d, DECODE_PASTE_MS - 1);
	events_fetch(&b, d);
	CHECK_STR(buf_text(&b), "");
	decoder_tick(d, DECODE_PASTE_MS);
	decoder_feed(d, "\r", 0, 6000);
	CHECK_INT(decoder_deadline(d), INT64_MAX);
	decoder_feed(d, "\r", 1, 6000);
	events_fetch(&b, d);
	CHECK_STR(buf_text(&b), "Enter ");
	buf_finish(&b);
	decoder_free(d);
}

static void
fill(char *s, size_t len, char c)
{
	memset(s, c, len);
	s[len] = '\0';
}

TEST(many_bytes_at_once_are_a_paste_and_press_no_key)
{
	char bytes[200], want[220];

	fill(bytes, 62, 'x');
	strcat(bytes, "\030s");                 /* 64: typed */
	CHECK_STR(decoded(bytes, 64) + 2 * 62, "C-x s ");
	strcat(bytes, "\r");
	snprintf(want, sizeof(want), "paste(%.62ss\n) ", bytes);
	CHECK_STR(decoded(bytes, 65), want);
	fill(bytes, 70, 'x');
	strcat(bytes, "\033[A\033\r\x7F\033[3~\033[1;5Cz");
	snprintf(want, sizeof(want), "paste(%.70s) Up paste(\n) Backspace paste(z) ", bytes);
	CHECK_STR(decoded(bytes, strlen(bytes)), want);
}

TEST(marks_do_not_count_and_keys_behind_them_are_keys)
{
	char bytes[300] = "\033[200~", want[300];

	memset(bytes + 6, 'y', 150);
	strcat(bytes, "\033[201~\r\030s");
	snprintf(want, sizeof(want), "paste(%.150s) Enter C-x s ", bytes + 6);
	CHECK_STR(decoded(bytes, strlen(bytes)), want);
}

TEST(what_follows_many_bytes_soon_belongs_to_them)
{
	struct decoder *d = decoder_new();
	struct key_press k;
	char bytes[100];

	fill(bytes, 99, 'x');
	bytes[98] = '\r';
	decoder_feed(d, bytes, 99, 0);
	CHECK(decoder_next(d, &k) && !k.joined);
	CHECK_INT(k.len, 99);
	CHECK(!decoder_next(d, &k));
	decoder_feed(d, "\n\r", 2, DECODE_RAW_MS);      /* the newline of CR LF, and one more line end */
	CHECK(decoder_next(d, &k) && k.joined && k.key == PRESS_PASTE);
	CHECK_INT(k.len, 1);
	CHECK(!decoder_next(d, &k));
	decoder_feed(d, "\r", 1, 2 * DECODE_RAW_MS + 1);
	CHECK(decoder_next(d, &k) && k.key == PRESS_ENTER);
	decoder_free(d);
}

/* Feeds `len` bytes in random reads of at most `most` and returns the events in words. */
static void
feed_in_parts(struct buf *words, const char *bytes, size_t len, struct rng *r, size_t most)
{
	struct decoder *d = decoder_new();

	for (size_t at = 0; at < len;) {
		size_t n = 1 + (size_t)rng_below(r, most);

		n = n < len - at ? n : len - at;
		CHECK_INT(decoder_feed(d, bytes + at, n, 0), 0);
		events_fetch(words, d);
		at += n;
	}
	decoder_tick(d, INT64_MAX / 2);
	events_fetch(words, d);
	decoder_free(d);
}

static const char *const pieces[] = {
	"a", "é", "漢", "👍", "\xFF", "\xC3", "\xF0\x9F", "\033", "\033[", "\033O", "\033[A", "\033[1;5C", "\033[200~", "\033[200~",
	"\033[201~", "\033[201~", "\033[20", "\r", "\n", "\t", "\030", "\177", "\033[27;3;13~", "\033b", "0", ";", "~", "[", "text of words"
};

TEST(any_split_gives_the_same_events)
{
	struct rng r;

	rng_seed(&r, 4, "decode");
	for (int round = 0; round < 4000; round++) {
		struct buf bytes, whole, parts;
		uint64_t count = rng_below(&r, 30);

		buf_init(&bytes);
		buf_init(&whole);
		buf_init(&parts);
		for (uint64_t i = 0; i < count; i++)
			buf_puts(&bytes, pieces[rng_below(&r, sizeof(pieces) / sizeof(pieces[0]))]);
		feed_in_parts(&whole, bytes.data, bytes.len, &r, 1);
		feed_in_parts(&parts, bytes.data, bytes.len, &r, DECODE_RAW_BYTES);
		CHECK_STR(buf_text(&parts), buf_text(&whole));
		buf_finish(&bytes);
		buf_finish(&whole);
		buf_finish(&parts);
	}
}

/* All texts of pastes one after the other, typed characters included. */
static void
collect(struct buf *out, struct decoder *d)
{
	struct key_press k;

	while (decoder_next(d, &k)) {
		if (k.key == PRESS_PASTE)
			buf_add(out, k.text, k.len);
		else if (k.key == PRESS_ENTER)
			buf_putc(out, '\n');
		else if (k.key == PRESS_TAB)
			buf_putc(out, '\t');
		else if (k.key == PRESS_CHAR && k.mods == 0)
			text_put(out, k.cp);
		else
			TEST_FAIL("a key came out of the text: %d", (int)k.key);
	}
}

static void
mixed_script(struct buf *b, size_t len, struct rng *r)
{
	static const char *const scripts[] = { "word ", "слово ", "שלום ", "مرحبا", "हिन्दी ", "漢字かな", "한국어", "👨‍👩‍👧", "e\u0301", "\n", "\t" };

	while (b->len < len)
		buf_puts(b, scripts[rng_below(r, sizeof(scripts) / sizeof(scripts[0]))]);
}

static void
paste_in_parts(struct buf *out, const struct buf *bytes, size_t first, size_t rest)
{
	struct decoder *d = decoder_new();

	for (size_t at = 0, n = first; at < bytes->len; at += n, n = rest) {
		n = n < bytes->len - at ? n : bytes->len - at;
		CHECK_INT(decoder_feed(d, bytes->data + at, n, (int64_t)at / 1000), 0);
		collect(out, d);
	}
	decoder_free(d);
}

TEST(a_paste_of_64_kib_comes_out_byte_equal)
{
	size_t stride = test_size(61, 61, 1);
	struct buf text, marked, got;
	struct rng r;

	rng_seed(&r, 5, "decode");
	buf_init(&text);
	buf_init(&marked);
	buf_init(&got);
	mixed_script(&text, 65536, &r);
	buf_puts(&marked, "\033[200~");
	buf_add(&marked, text.data, text.len);
	buf_puts(&marked, "\033[201~");
	for (size_t first = 1; first < 5000; first += stride) {
		buf_clear(&got);
		paste_in_parts(&got, &marked, first, 4095);
		CHECK_INT(got.len, text.len);
		CHECK(memcmp(got.data, text.data, text.len) == 0);
		buf_clear(&got);
		paste_in_parts(&got, &text, first, 4095);
		CHECK_INT(got.len, text.len);
		CHECK(memcmp(got.data, text.data, text.len) == 0);
	}
	buf_clear(&got);
	paste_in_parts(&got, &marked, 1, 1);
	CHECK(got.len == text.len && memcmp(got.data, text.data, text.len) == 0);
	buf_finish(&text);
	buf_finish(&marked);
	buf_finish(&got);
}

TEST(random_bytes_give_valid_events)
{
	struct decoder *d = decoder_new();
	struct rng r;
	struct key_press k;

	rng_seed(&r, 6, "decode");
	for (int round = 0; round < 20000; round++) {
		char bytes[128];
		size_t len = (size_t)rng_below(&r, sizeof(bytes));

		for (size_t i = 0; i < len; i++)
			bytes[i] = rng_below(&r, 4) ? "\033[O~;120AZ\xC3\xA9\r"[rng_below(&r, 14)] : (char)rng_below(&r, 256);
		CHECK_INT(decoder_feed(d, bytes, len, round * 30), 0);
		while (decoder_next(d, &k)) {
			if (k.key == PRESS_CHAR)
				CHECK(k.cp >= 0x20 && k.cp <= 0x10FFFF && (k.cp < 0x7F || k.cp > 0x9F));
			if (k.key == PRESS_PASTE)
				CHECK(k.len > 0 && text_valid(k.text, k.len) && memchr(k.text, '\033', k.len) == NULL);
		}
		decoder_tick(d, round * 30 + 20);
	}
	decoder_free(d);
}
