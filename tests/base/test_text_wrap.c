#include "test.h"
#include "viva/buf.h"
#include "viva/rng.h"
#include "viva/text.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

#define ZHONG "\xE4\xB8\xAD"
#define WEN "\xE6\x96\x87"
#define STOP "\xE3\x80\x82"             /* ideographic full stop */
#define OPEN "\xE3\x80\x8C"             /* corner brackets */
#define CLOSE "\xE3\x80\x8D"
#define ACUTE "\xCC\x81"

static const char *
wrap(const char *s, int columns, int first_indent, int indent)
{
	static char *kept;
	struct buf b = { 0 };

	free(kept);
	text_wrap(&b, s, columns, first_indent, indent);
	kept = buf_take(&b, NULL);
	return kept;
}

TEST(lines_break_between_words_at_the_last_place_that_fits)
{
	static const struct { const char *from; int columns, first, indent; const char *to; } cases[] = {
		{ "", 10, 0, 0, "" },
		{ "   ", 10, 2, 2, "" },
		{ "one", 10, 0, 0, "one" },
		{ "one two", 7, 0, 0, "one two" },
		{ "one two", 6, 0, 0, "one\ntwo" },
		{ "a b c d", 3, 0, 0, "a b\nc d" },
		{ "  one \t two  ", 20, 0, 0, "one two" },
		{ "one two", 20, 3, 0, "   one two" },
		{ "one two", 6, 2, 3, "  one\n   two" },
		{ "one\ntwo", 20, 0, 2, "one\n  two" },
		{ "one\n\ntwo\n", 20, 0, 2, "one\n\n  two\n" },
		{ "one ", 4, 0, 0, "one" },
	};

	for (size_t i = 0; i < LENGTH(cases); i++)
		CHECK_STR(wrap(cases[i].from, cases[i].columns, cases[i].first, cases[i].indent),
		    cases[i].to);
}

TEST(a_question_wraps_at_40_and_at_80_columns)
{
	static const char stem[] = "Your model scores 0.98 in training and 0.61 on the held-out set. "
	    "Which two causes would you look at first, and what would tell them apart?";

	CHECK_STR(wrap(stem, 40, 0, 0),
	    "Your model scores 0.98 in training and\n"
	    "0.61 on the held-out set. Which two\n"
	    "causes would you look at first, and what\n"
	    "would tell them apart?");
	CHECK_STR(wrap(stem, 80, 2, 2),
	    "  Your model scores 0.98 in training and 0.61 on the held-out set. Which two\n"
	    "  causes would you look at first, and what would tell them apart?");
}

TEST(a_word_longer_than_a_line_is_broken_inside)
{
	CHECK_STR(wrap("abcdefgh", 3, 0, 0), "abc\ndef\ngh");
	CHECK_STR(wrap("x abcdefgh y", 4, 0, 1), "x\n abc\n def\n gh\n y");
	CHECK_STR(wrap("ab cdef", 4, 0, 0), "ab\ncdef");
}

TEST(a_mark_is_never_parted_from_its_letter)
{
	CHECK_STR(wrap("e" ACUTE "e" ACUTE "e" ACUTE, 2, 0, 0), "e" ACUTE "e" ACUTE "\ne" ACUTE);
	CHECK_STR(wrap(ZHONG ACUTE WEN, 1, 0, 0), ZHONG ACUTE "\n" WEN);
	CHECK_STR(wrap("e" ACUTE "t" " e" ACUTE, 4, 0, 0), "e" ACUTE "t e" ACUTE);
}

TEST(wide_characters_count_two_cells_and_break_anywhere)
{
	CHECK_STR(wrap(ZHONG WEN ZHONG WEN, 4, 0, 0), ZHONG WEN "\n" ZHONG WEN);
	CHECK_STR(wrap(ZHONG WEN ZHONG WEN, 5, 0, 0), ZHONG WEN "\n" ZHONG WEN);
	CHECK_STR(wrap("GPU " ZHONG WEN, 6, 0, 0), "GPU " ZHONG "\n" WEN);
	CHECK_STR(wrap("abc" ZHONG "def", 5, 0, 0), "abc" ZHONG "\ndef");
}

TEST(closing_punctuation_does_not_begin_a_line_nor_opening_end_one)
{
	CHECK_STR(wrap(ZHONG WEN STOP, 4, 0, 0), ZHONG "\n" WEN STOP);
	CHECK_STR(wrap(ZHONG OPEN WEN CLOSE, 6, 0, 0), ZHONG "\n" OPEN WEN CLOSE);
	CHECK_STR(wrap(OPEN WEN CLOSE, 4, 0, 0), OPEN WEN "\n" CLOSE);         /* unless there is no room */
}

TEST(an_indent_that_leaves_no_room_still_ends)
{
	CHECK_STR(wrap("abc", 2, 0, 2), "ab\n  c");
	CHECK_STR(wrap("abc", 1, 5, 5), "     a\n     b\n     c");
	CHECK_STR(wrap(ZHONG WEN, 1, 0, 0), ZHONG "\n" WEN);
	CHECK_STR(wrap("ab c", 0, 0, 0), "a\nb\nc");
}

static void
without_white_space(char *out, const char *s)
{
	for (; *s != '\0'; s++)
		if (*s != ' ' && *s != '\n')
			*out++ = *s;
	*out = '\0';
}

/* One line fits, or holds one character that has a width; and it ends in no blank. */
static bool
line_is_good(const char *s, size_t len, int columns)
{
	const char *end = s + len, *p = s;
	int shown = 0;

	if (len > 0 && end[-1] == ' ')
		return false;
	while (p < end) {
		uint32_t cp = text_next(&p, end);

		shown += cp != ' ' && text_width(cp) > 0;
	}
	return text_columns(s, len) <= columns || shown <= 1;
}

TEST(whatever_the_text_nothing_is_lost_and_every_line_fits)
{
	static const char *const pieces[] = { "a", "word", " ", "  ", "\n", ZHONG, WEN, STOP, OPEN, CLOSE,
		("e" ACUTE), "averyveryverylongword", "(", ")", ",", "\xF0\x9F\x98\x80" };
	struct buf in = { 0 };
	struct rng r;

	rng_seed(&r, 3, "wrap");
	for (int i = 0; i < 50000; i++) {
		int columns = 1 + (int)rng_below(&r, 80);
		int first = (int)rng_below(&r, 9), indent = (int)rng_below(&r, 9);
		char before[1024], after[1024];
		const char *got;

		buf_clear(&in);
		for (uint64_t left = rng_below(&r, 40); left > 0; left--)
			buf_puts(&in, pieces[rng_below(&r, LENGTH(pieces))]);
		got = wrap(buf_text(&in), columns, first, indent);
		without_white_space(before, buf_text(&in));
		without_white_space(after, got);
		CHECK_STR(after, before);
		for (const char *line = got; ; line++) {
			size_t len = strcspn(line, "\n");

			CHECK(line_is_good(line, len, columns));
			line += len;
			if (*line == '\0')
				break;
		}
	}
	buf_finish(&in);
}
