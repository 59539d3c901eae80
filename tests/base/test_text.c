#include <time.h>
#include <utf8proc.h>

#include "test.h"
#include "viva/buf.h"
#include "viva/rng.h"
#include "viva/text.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* The result of the last call, valid until the next one. */
static const char *
keep(struct buf *b)
{
	static char *kept;

	free(kept);
	kept = buf_take(b, NULL);
	return kept;
}

static const char *
visible(const char *s, bool keep_newlines)
{
	struct buf b = { 0 };

	text_visible(&b, s, strlen(s), keep_newlines);
	return keep(&b);
}

static const char *
nfc(const char *s)
{
	struct buf b = { 0 };

	if (text_nfc(&b, s, strlen(s)) != 0)
		b.failed = true;
	return keep(&b);
}

static const char *
fold(const char *s)
{
	struct buf b = { 0 };

	if (text_fold(&b, s, strlen(s)) != 0)
		b.failed = true;
	return keep(&b);
}

/* ---- decoding ---- */

TEST(every_code_point_survives_writing_and_reading)
{
	struct buf b = { 0 };

	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		const char *s;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		buf_clear(&b);
		text_put(&b, cp);
		s = b.data;
		CHECK(text_next(&s, b.data + b.len) == cp);
		CHECK(s == b.data + b.len);
	}
	buf_finish(&b);
}

TEST(a_value_without_a_form_is_written_as_the_replacement_character)
{
	static const uint32_t values[] = { 0xD800, 0xDFFF, 0x110000, TEXT_BAD };

	for (size_t i = 0; i < LENGTH(values); i++) {
		struct buf b = { 0 };

		text_put(&b, values[i]);
		CHECK_STR(keep(&b), "\xEF\xBF\xBD");
	}
}

/* Bytes, their length, and how many of them stand before the first fault. */
static const struct { const char *bytes; size_t len, good; } invalid[] = {
	{ "\x80", 1, 0 }, { "\xBF", 1, 0 },                     /* continuation bytes alone */
	{ "a\x80", 2, 1 },
	{ "\xC0\x80", 2, 0 }, { "\xC1\xBF", 2, 0 },             /* overlong */
	{ "\xE0\x80\x80", 3, 0 }, { "\xE0\x9F\xBF", 3, 0 },
	{ "\xF0\x80\x80\x80", 4, 0 }, { "\xF0\x8F\xBF\xBF", 4, 0 },
	{ "\xED\xA0\x80", 3, 0 }, { "\xED\xBF\xBF", 3, 0 },     /* surrogates */
	{ "\xF4\x90\x80\x80", 4, 0 }, { "\xF5\x80\x80\x80", 4, 0 },     /* past U+10FFFF */
	{ "\xF8\x88\x80\x80\x80", 5, 0 }, { "\xFC\x84\x80\x80\x80\x80", 6, 0 },
	{ "\xFE", 1, 0 }, { "\xFF", 1, 0 },
	{ "\xC3", 1, 0 }, { "\xE2\x82", 2, 0 }, { "\xF0\x9F\x98", 3, 0 },       /* cut short */
	{ "ab\xE2\x82" "c", 5, 2 }, { "\xC3(", 2, 0 }, { "\xE2(\xA1", 3, 0 },
	{ "\xE2\x82\xAC\xE2\x82", 5, 3 },
	{ "x\0y\xFF", 4, 3 },                                   /* NUL is a character like others */
};

TEST(bytes_that_are_no_utf8_are_found_where_they_begin)
{
	for (size_t i = 0; i < LENGTH(invalid); i++) {
		CHECK_INT(text_valid_prefix(invalid[i].bytes, invalid[i].len), invalid[i].good);
		CHECK(!text_valid(invalid[i].bytes, invalid[i].len));
	}
}

TEST(a_bad_byte_costs_one_byte_and_no_more)
{
	for (size_t i = 0; i < LENGTH(invalid); i++) {
		const char *s = invalid[i].bytes + invalid[i].good, *fault = s;

		CHECK(text_next(&s, invalid[i].bytes + invalid[i].len) == TEXT_BAD);
		CHECK_INT(s - fault, 1);
	}
}

TEST(normal_forms_refuse_what_is_no_utf8)
{
	for (size_t i = 0; i < LENGTH(invalid); i++) {
		struct buf b = { 0 };

		CHECK_INT(text_nfc(&b, invalid[i].bytes, invalid[i].len), -1);
		CHECK_INT(text_fold(&b, invalid[i].bytes, invalid[i].len), -1);
		buf_finish(&b);
	}
}

TEST(nothing_past_the_end_is_read)
{
	/* The byte after `end` would complete each character. */
	static const char *const whole[] = { "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80" };

	for (size_t i = 0; i < LENGTH(whole); i++) {
		const char *s = whole[i];

		CHECK(text_next(&s, whole[i] + strlen(whole[i]) - 1) == TEXT_BAD);
	}
}

TEST(characters_are_counted_and_not_bytes)
{
	CHECK_INT(text_count("", 0), 0);
	CHECK_INT(text_count("na\xC3\xAFve", 6), 5);
	CHECK_INT(text_count("\xE2\x82\xAC\xF0\x9F\x98\x80", 7), 2);
	CHECK_INT(text_count("a\xFF\xFE", 3), 3);
}

/* ---- normal forms ---- */

TEST(composition_follows_unicode)
{
	static const struct { const char *from, *to; } cases[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "e\xCC\x81", "\xC3\xA9" },                            /* e + acute */
		{ "\xC3\xA9", "\xC3\xA9" },
		{ "A\xCC\x8A", "\xC3\x85" }, { "\xE2\x84\xAB", "\xC3\x85" },    /* Angstrom sign */
		{ "\xE2\x84\xA6", "\xCE\xA9" },                         /* Ohm sign */
		{ "q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87" },           /* marks in canonical order */
		{ "a\xCC\x82\xCC\xA3", "\xE1\xBA\xAD" },                /* both marks compose once ordered */
		{ "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "\xEA\xB0\x81" },     /* Hangul */
		{ "\xEF\xAC\x81", "\xEF\xAC\x81" },                     /* fi stays: that is compatibility */
		{ "\xE0\xA5\x98", "\xE0\xA4\x95\xE0\xA4\xBC" },         /* composition exclusion */
		{ "\xCC\x81" "a", "\xCC\x81" "a" },                     /* a mark with nothing before it */
	};

	for (size_t i = 0; i < LENGTH(cases); i++)
		CHECK_STR(nfc(cases[i].from), cases[i].to);
}

/* A pool with many combining classes, letters that compose, and Hangul. */
static const uint32_t pool[] = {
	'a', 'e', 'o', 'I', 0x301, 0x300, 0x323, 0x327, 0x308, 0x345, 0x31B, 0x334, 0x5B0, 0x64B, 0x93C,
	0x1100, 0x1161, 0x11A8, 0xAC00, 0xE9, 0x1E9B, 0x1EA5, 0x212B, 0x3B1, 0xDF, 0x130, 0xFB01, 0x1F80,
	0x2126, 0x1D15E, 0x2F800,
};

static void
random_text(struct buf *b, struct rng *r)
{
	buf_clear(b);
	for (uint64_t left = rng_below(r, 12); left > 0; left--)
		text_put(b, pool[rng_below(r, LENGTH(pool))]);
}

TEST(our_order_of_marks_is_that_of_the_library)
{
	struct buf in = { 0 }, out = { 0 };
	struct rng r;

	rng_seed(&r, 1, "nfc");
	for (int i = 0; i < 100000; i++) {
		utf8proc_uint8_t *want = NULL;
		bool same;

		random_text(&in, &r);
		buf_clear(&out);
		CHECK_INT(text_nfc(&out, buf_text(&in), in.len), 0);
		utf8proc_map((const utf8proc_uint8_t *)buf_text(&in), (utf8proc_ssize_t)in.len, &want,
		    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
		same = want != NULL && strcmp((char *)want, buf_text(&out)) == 0;
		free(want);
		CHECK(same);
	}
	buf_finish(&in);
	buf_finish(&out);
}

TEST(folding_twice_changes_nothing_more_and_spelling_does_not_matter)
{
	struct buf in = { 0 }, once = { 0 }, again = { 0 };
	struct rng r;

	rng_seed(&r, 2, "fold");
	for (int i = 0; i < 50000; i++) {
		random_text(&in, &r);
		buf_clear(&once);
		buf_clear(&again);
		text_fold(&once, buf_text(&in), in.len);
		text_fold(&again, buf_text(&once), once.len);
		CHECK_STR(buf_text(&again), buf_text(&once));
		buf_clear(&again);
		text_nfc(&again, buf_text(&in), in.len);
		buf_clear(&in);
		text_fold(&in, buf_text(&again), again.len);
		CHECK_STR(buf_text(&in), buf_text(&once));
	}
	buf_finish(&in);
	buf_finish(&once);
	buf_finish(&again);
}

TEST(names_that_people_call_the_same_fold_alike)
{
	static const char *const same[][2] = {
		{ "Ana", "aNA" },
		{ "Wei\xC3\x9F", "WEISS" }, { "WEI\xE1\xBA\x9E", "weiss" },     /* small and capital sharp s */
		{ "J\xC3\x96RG", "jo\xCC\x88rg" },
		{ "\xCE\x9F\xCE\x94\xCE\xA5\xCE\xA3\xCE\xA3\xCE\x95\xCE\xA5\xCE\xA3",
		  "\xCE\xBF\xCE\xB4\xCF\x85\xCF\x83\xCF\x83\xCE\xB5\xCF\x85\xCF\x82" },  /* final sigma */
		{ "\xC4\xB0lker", "i\xCC\x87LKER" },                            /* dotted capital I */
		{ "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD", "\xD0\xB8\xD0\x92\xD0\x90\xD0\x9D" },
		{ "\xEF\xAC\x81" "n", "FIN" },                                  /* the fi ligature */
		{ "\xCE\xB1\xCD\x85\xCC\x81", "\xCE\x91\xCC\x81\xCE\x99" },   /* iota below, iota beside */
	};

	for (size_t i = 0; i < LENGTH(same); i++) {
		char first[64];

		snprintf(first, sizeof(first), "%s", fold(same[i][0]));
		CHECK_STR(fold(same[i][1]), first);
	}
}

TEST(names_that_differ_stay_apart)
{
	static const char *const apart[][2] = {
		/* Folding knows no Turkish: dotted I is not i, and I is not dotless i. */
		{ "\xC4\xB0lker", "ilker" },
		{ "I\xC5\x9F\xC4\xB1k", "\xC4\xB1\xC5\x9F\xC4\xB1k" },
		{ "Jorg", "J\xC3\xB6rg" }, { "Ann", "Anne" }, { "a b", "ab" },
		{ "\xD0\x90", "A" },                            /* Cyrillic A looks like the Latin one */
	};

	for (size_t i = 0; i < LENGTH(apart); i++) {
		char first[64];

		snprintf(first, sizeof(first), "%s", fold(apart[i][0]));
		CHECK(strcmp(fold(apart[i][1]), first) != 0);
	}
}

TEST(a_megabyte_of_marks_out_of_order_takes_no_quadratic_time)
{
	struct buf in = { 0 }, out = { 0 };
	clock_t start = clock();

	buf_putc(&in, 'a');
	for (int i = 0; i < 250000; i++)
		buf_puts(&in, "\xCC\x81\xCC\xA3");              /* above, below: 250,000 inversions deep */
	CHECK_INT(text_nfc(&out, buf_text(&in), in.len), 0);
	CHECK((double)(clock() - start) / CLOCKS_PER_SEC < 5.0);
	buf_finish(&in);
	buf_finish(&out);
}

/* ---- width ---- */

TEST(a_character_is_as_wide_as_a_terminal_draws_it)
{
	static const struct { uint32_t cp; int width; } cases[] = {
		{ 'a', 1 }, { ' ', 1 }, { 0xE9, 1 }, { 0x3B1, 1 }, { 0x2014, 1 }, { 0x2026, 1 },
		{ 0x2588, 1 },
		{ 0x4E2D, 2 }, { 0x3042, 2 }, { 0xAC00, 2 }, { 0xFF21, 2 }, { 0x3000, 2 }, { 0x1F600, 2 },
		{ 0x301, 0 }, { 0x200D, 0 }, { 0xFE0F, 0 }, { 0x5B0, 0 }, { '\n', 0 }, { 0xFFFD, 1 },
	};

	for (size_t i = 0; i < LENGTH(cases); i++)
		if (text_width(cases[i].cp) != cases[i].width)
			TEST_FAIL("U+%04X has width %d", (unsigned)cases[i].cp, text_width(cases[i].cp));
}

TEST(no_value_is_narrower_than_0_or_wider_than_2)
{
	for (uint32_t cp = 0; cp <= 0x110010; cp++)
		CHECK(text_width(cp) >= 0 && text_width(cp) <= 2);
	CHECK_INT(text_width(TEXT_BAD), 1);
}

TEST(columns_add_up_the_widths)
{
	CHECK_INT(text_columns("", 0), 0);
	CHECK_INT(text_columns("e\xCC\x81t\xC3\xA9", 6), 3);
	CHECK_INT(text_columns("\xE4\xB8\xAD\xE6\x96\x87 x", 8), 6);
}

/* ---- visible ---- */

TEST(ordinary_text_is_shown_unchanged)
{
	static const char *const plain[] = {
		"", "What is a p-value?", "na\xC3\xAFve \xE2\x80\x94 \xCE\xB1 \xE2\x89\xA4 0.05",
		"\xE4\xB8\xAD\xE6\x96\x87", "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
		"\xF0\x9F\x98\x80", "e\xCC\x81",
		"^[ and <9B> as text",
	};

	for (size_t i = 0; i < LENGTH(plain); i++)
		CHECK_STR(visible(plain[i], false), plain[i]);
}

TEST(what_has_no_shape_is_given_one_or_dropped)
{
	static const struct { const char *from, *to; } cases[] = {
		{ "\033]52;c;x\a", "^[]52;c;x^G" }, { "a\rb\bc\x7F", "a^Mb^Hc^?" }, { "\v\f", "^K^L" },
		{ "a\tb", "a b" }, { "a\nb", "a b" },
		{ "\xC2\x9B" "31m", "<9B>31m" }, { "\xC2\x85", "<85>" },
		{ "\xE2\x80\xAE" "cba\xE2\x80\xAC", "<202E>cba<202C>" },
		{ "\xE2\x81\xA6\xE2\x81\xA9\xD8\x9C\xE2\x80\x8F", "<2066><2069><061C><200F>" },
		{ "\xF3\xA0\x81\x81", "<E0041>" }, { "\xEE\x80\x80", "<E000>" },
		{ "\xF4\x80\x80\x80", "<100000>" },
		{ "\xEF\xB7\x90\xEF\xBF\xBE\xF0\x9F\xBF\xBF", "<FDD0><FFFE><1FFFF>" },
		{ "a\xE2\x80\x8D" "b\xE2\x80\x8C" "c\xC2\xAD" "d", "abcd" },
		{ "a\xEF\xB8\x8F" "b\xE2\x80\x8B" "c\xEF\xBB\xBF", "abc" },
		{ "\xF3\xA0\x84\x80x", "x" },
		{ "a\xE2\x80\xA8" "b\xE2\x80\xA9" "c", "a b c" },
		{ "\xFFx\xC3", "\xEF\xBF\xBDx\xEF\xBF\xBD" },
		{ "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
	};

	for (size_t i = 0; i < LENGTH(cases); i++)
		CHECK_STR(visible(cases[i].from, false), cases[i].to);
}

TEST(newlines_are_kept_where_asked_for)
{
	CHECK_STR(visible("a\nb\n\nc\r\n", true), "a\nb\n\nc^M\n");
	CHECK_STR(visible("a\xE2\x80\xA8" "b", true), "a\nb");
	CHECK_STR(visible("a\tb", true), "a b");
}

TEST(a_nul_inside_is_shown_and_does_not_end_the_text)
{
	struct buf b = { 0 };

	text_visible(&b, "a\0b", 3, false);
	CHECK_STR(keep(&b), "a^@b");
}

/* Formats that do show: signs drawn around or before what follows, and joiners of hieroglyphs. */
static bool
is_shown_format(utf8proc_int32_t cp)
{
	return (cp >= 0x600 && cp <= 0x605) || cp == 0x6DD || cp == 0x70F || cp == 0x890 || cp == 0x891 ||
	    cp == 0x8E2 || cp == 0x110BD || cp == 0x110CD || (cp >= 0x13430 && cp <= 0x1343F);
}

/* Judged by the library's tables, which text_visible() does not use. */
static bool
is_safe(const char *s, size_t len, bool newlines)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s;

	for (size_t i = 0; i < len;) {
		utf8proc_int32_t cp;
		utf8proc_ssize_t step = utf8proc_iterate(bytes + i, (utf8proc_ssize_t)(len - i), &cp);

		if (step <= 0)
			return false;
		i += (size_t)step;
		switch (utf8proc_category(cp)) {
		case UTF8PROC_CATEGORY_CC:
			if (!(newlines && cp == '\n'))
				return false;
			break;
		case UTF8PROC_CATEGORY_CF:
			if (!is_shown_format(cp))
				return false;
			break;
		case UTF8PROC_CATEGORY_CO:
		case UTF8PROC_CATEGORY_CS:
		case UTF8PROC_CATEGORY_ZL:
		case UTF8PROC_CATEGORY_ZP:
			return false;
		default:
			if ((cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF) ||
			    (cp >= 0xE0000 && cp <= 0xE0FFF))
				return false;
			break;
		}
	}
	return true;
}

TEST(no_code_point_alone_is_shown_unsafely)
{
	struct buf in = { 0 }, out = { 0 };

	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		buf_clear(&in);
		buf_clear(&out);
		text_put(&in, cp);
		text_visible(&out, buf_text(&in), in.len, false);
		if (!is_safe(buf_text(&out), out.len, false))
			TEST_FAIL("U+%04X is shown as it is", (unsigned)cp);
	}
	buf_finish(&in);
	buf_finish(&out);
}

TEST(a_million_mutated_texts_never_show_a_control_a_bidi_control_or_a_bad_byte)
{
	static const char seed[] = "\033[31m\xE2\x80\xAE\xC2\x9B\xF3\xA0\x81\x81 What \xE2\x81\xA6"
	    "\xF0\x9F\x98\x80\r\n\xEF\xBB\xBF\xC3\xA9\x7F";
	struct buf out = { 0 };
	struct rng r;

	rng_seed(&r, 20240607, "visible");
	for (int i = 0; i < 1000000; i++) {
		char text[sizeof(seed)];
		size_t from = (size_t)rng_below(&r, 24);
		size_t len = 1 + (size_t)rng_below(&r, sizeof(seed) - 1 - from);
		bool newlines = i & 1;

		memcpy(text, seed + from, len);
		for (uint64_t edits = rng_below(&r, 4); edits > 0; edits--)
			text[rng_below(&r, len)] = (char)rng_next(&r);
		buf_clear(&out);
		text_visible(&out, text, len, newlines);
		CHECK(is_safe(buf_text(&out), out.len, newlines));
		CHECK(!buf_failed(&out));
	}
	buf_finish(&out);
}

TEST(showing_twice_changes_nothing_more)
{
	struct buf once = { 0 }, twice = { 0 };

	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		struct buf in = { 0 };

		if (cp == 0x3000)
			cp = 0xD000;            /* the letters between have nothing to show */
		text_put(&in, cp);
		buf_clear(&once);
		buf_clear(&twice);
		text_visible(&once, buf_text(&in), in.len, true);
		text_visible(&twice, buf_text(&once), once.len, true);
		buf_finish(&in);
		CHECK_STR(buf_text(&twice), buf_text(&once));
	}
	buf_finish(&once);
	buf_finish(&twice);
}
