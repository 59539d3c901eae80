#include <locale.h>
#include <wchar.h>
#include "test.h"
#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/rng.h"
#include "viva/text.h"

static char *
dump(const struct canvas *c)
{
	struct buf b;
	static char text[20000];

	buf_init(&b);
	canvas_dump(&b, c);
	snprintf(text, sizeof(text), "%s", buf_text(&b));
	buf_finish(&b);
	return text;
}

static char *
dump_styles(const struct canvas *c)
{
	struct buf b;
	static char text[20000];

	buf_init(&b);
	canvas_dump_styles(&b, c);
	snprintf(text, sizeof(text), "%s", buf_text(&b));
	buf_finish(&b);
	return text;
}

TEST(widths_are_those_of_the_c_library)
{
	CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
	for (uint32_t cp = 0x20; cp < 0x110000; cp++) {
		int width = wcwidth((wchar_t)cp);

		if (width >= 0 && text_width(cp) != width)
			TEST_FAIL("U+%04X is %d wide, for the C library %d", (unsigned)cp, text_width(cp), width);
	}
}

TEST(text_is_clipped_at_every_edge)
{
	struct canvas *c = canvas_new(3, 6);

	CHECK_INT(canvas_put(c, 0, 0, STYLE_NORMAL, "abcdefgh"), 6);
	canvas_put(c, 1, -2, STYLE_NORMAL, "abcdefgh");
	canvas_put(c, 2, 5, STYLE_NORMAL, "xy");
	CHECK_INT(canvas_put(c, -1, 0, STYLE_NORMAL, "no"), 0);
	CHECK_INT(canvas_put(c, 3, 0, STYLE_NORMAL, "no"), 0);
	CHECK_STR(dump(c), "abcdef\ncdefgh\n     x\n");
	canvas_free(c);
}

TEST(half_of_a_wide_character_never_stays)
{
	struct canvas *c = canvas_new(2, 5);

	canvas_put(c, 0, 0, STYLE_NORMAL, "漢字漢字");         /* the third does not fit */
	CHECK_STR(dump(c), "漢字\n\n");
	canvas_put(c, 0, 1, STYLE_NORMAL, "x");                 /* the right half of the first */
	CHECK_STR(dump(c), " x字\n\n");
	canvas_put(c, 0, 2, STYLE_NORMAL, "y");                 /* the left half of the second */
	CHECK_STR(dump(c), " xy\n\n");
	canvas_put(c, 1, 0, STYLE_NORMAL, "ab漢c");
	canvas_put(c, 1, 1, STYLE_NORMAL, "字");
	CHECK_STR(dump(c), " xy\na字 c\n");
	canvas_put(c, 1, -1, STYLE_NORMAL, "漢z");
	CHECK_INT(canvas_cell(c, 1, 0)->cp == 0, 0);
	canvas_free(c);
}

TEST(marks_stay_with_their_letter_and_joiners_go)
{
	struct canvas *c = canvas_new(1, 10);
	const struct cell *cell;

	CHECK_INT(canvas_put(c, 0, 0, STYLE_NORMAL, "e\u0301\u0302\u0303\u0304\u0305x"), 2);
	cell = canvas_cell(c, 0, 0);
	CHECK_INT(cell->cp, 'e');
	CHECK_INT(cell->marks[0], 0x301);
	CHECK_INT(cell->marks[3], 0x304);
	CHECK_INT(canvas_cell(c, 0, 1)->cp, 'x');
	/* A family of three and a hand with a skin tone: no joiner, no selector, no tone. */
	CHECK_INT(canvas_put(c, 0, 0, STYLE_NORMAL, "\U0001F468\u200D\U0001F469\u200D\U0001F467\U0001F44D\U0001F3FD"), 8);
	CHECK_INT(canvas_put(c, 0, 0, STYLE_NORMAL, "\u0301a"), 2);
	CHECK_INT(canvas_cell(c, 0, 0)->cp, ' ');
	CHECK_INT(canvas_cell(c, 0, 0)->marks[0], 0x301);
	canvas_free(c);
}

TEST(hostile_text_is_shown_and_not_obeyed)
{
	struct canvas *c = canvas_new(1, 40);

	canvas_put(c, 0, 0, STYLE_NORMAL, "a\033[2Jb\rc\nd\u202Ee\xFFz\xC2\x85");
	CHECK_STR(dump(c), "a^[[2Jb^Mc d<202E>e\uFFFDz<85>\n");
	canvas_free(c);
}

TEST(what_does_not_fit_says_so)
{
	struct canvas *c = canvas_new(4, 12);

	CHECK_INT(canvas_put_fit(c, 0, 0, 12, STYLE_NORMAL, "exactly 12 c"), 12);
	CHECK_INT(canvas_put_fit(c, 1, 0, 12, STYLE_NORMAL, "one too much!"), 12);
	CHECK_INT(canvas_put_fit(c, 2, 0, 4, STYLE_NORMAL, "narrow"), 4);
	CHECK_INT(canvas_put_fit(c, 3, 0, 10, STYLE_NORMAL, "漢字漢字漢字"), 9);       /* three wide ones and the dots */
	CHECK_STR(dump(c), "exactly 12 c\none too m...\nnar>\n漢字漢...\n");
	CHECK_INT(canvas_put_fit(c, 0, 12, 5, STYLE_NORMAL, "outside"), 0);
	CHECK_INT(canvas_put_right(c, 0, 0, 12, STYLE_NORMAL, "right"), 5);
	CHECK_INT(canvas_put_right(c, 1, 8, 12, STYLE_NORMAL, "no room"), 0);
	CHECK_STR(dump(c), "exactlyright\none too m...\nnar>\n漢字漢...\n");
	canvas_free(c);
}

TEST(a_block_wraps_and_returns_the_rows_it_needs)
{
	struct canvas *c = canvas_new(4, 20);
	struct pane p = { .row = 1, .column = 2, .rows = 2, .columns = 10 };

	CHECK_INT(canvas_put_block(c, p, STYLE_NORMAL, "one two three four five\nsix"), 4);
	CHECK_STR(dump(c), "\n  one two\n  three four\n\n");
	CHECK_INT(canvas_put_block(c, p, STYLE_NORMAL, ""), 0);
	canvas_free(c);
}

TEST(a_rule_carries_words_and_gives_up_those_at_the_right)
{
	struct canvas *c = canvas_new(3, 40);

	canvas_rule_titled(c, 0, "Your answer", "212 characters");
	canvas_rule_titled(c, 1, "Your answer, which is a long one", "212 characters");
	canvas_rule(c, 2);
	CHECK_STR(dump(c),
	    "-- Your answer ------- 212 characters --\n"
	    "-- Your answer, which is a long one ----\n"
	    "----------------------------------------\n");
	CHECK_STR(dump_styles(c),
	    "---hhhhhhhhhhh---------              ---\n"
	    "---hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh-----\n"
	    "----------------------------------------\n");
	canvas_resize(c, 1, 1);
	canvas_rule_titled(c, 0, "a", "b");     /* room for nothing */
	CHECK_STR(dump(c), "-\n");
	canvas_free(c);
}

TEST(a_bar_fills_by_its_share)
{
	struct canvas *c = canvas_new(4, 10);

	canvas_bar(c, 0, 0, 10, 0, STYLE_ACCENT);
	canvas_bar(c, 1, 0, 10, 499, STYLE_ACCENT);
	canvas_bar(c, 2, 0, 10, 500, STYLE_ACCENT);
	canvas_bar(c, 3, 0, 10, 5000, STYLE_ACCENT);
	CHECK_STR(dump(c), "----------\n####------\n#####-----\n##########\n");
	canvas_free(c);
}

TEST(the_cursor_is_hidden_outside)
{
	struct canvas *c = canvas_new(4, 10);
	int row, column;

	CHECK(!canvas_cursor_at(c, &row, &column));
	canvas_cursor(c, 3, 9);
	CHECK(canvas_cursor_at(c, &row, &column));
	CHECK_INT(row * 100 + column, 309);
	canvas_cursor(c, 3, 10);
	CHECK(!canvas_cursor_at(c, &row, &column));
	canvas_free(c);
}

/* Whatever is drawn wherever: a wide cell has its right half, and no right half stands alone. */
static void
check_cells(const struct canvas *c)
{
	for (int row = 0; row < canvas_rows(c); row++) {
		for (int x = 0; x < canvas_columns(c); x++) {
			const struct cell *cell = canvas_cell(c, row, x);

			CHECK(cell->style < STYLE_COUNT);
			if (cell->width == 2)
				CHECK(x + 1 < canvas_columns(c) && canvas_cell(c, row, x + 1)->width == 0);
			if (cell->width == 0)
				CHECK(x > 0 && canvas_cell(c, row, x - 1)->width == 2 && cell->cp == 0);
			else
				CHECK_INT(text_width(cell->cp), cell->width);
		}
	}
}

static void
draw_anything(struct canvas *c, struct rng *r)
{
	static const char *const texts[] = { "", "a", "漢字かな", "e\u0301e\u0301", "\U0001F468\u200D\U0001F469", "\u0915\u093E\u0915",
	    "x\t\033y\xC3", "long text with several words in it" };
	const char *text = texts[rng_below(r, 8)];
	int row = (int)rng_below(r, 12) - 3, column = (int)rng_below(r, 20) - 5, columns = (int)rng_below(r, 14) - 2;
	struct pane p = { row, column, (int)rng_below(r, 6) - 1, columns };
	enum style style = (enum style)rng_below(r, STYLE_COUNT);

	switch (rng_below(r, 9)) {
	case 0: canvas_put(c, row, column, style, text); break;
	case 1: canvas_put_fit(c, row, column, columns, style, text); break;
	case 2: canvas_put_right(c, row, column, column + columns, style, text); break;
	case 3: canvas_put_block(c, p, style, text); break;
	case 4: canvas_rule_titled(c, row, text, text); break;
	case 5: canvas_bar(c, row, column, columns, (int)rng_below(r, 1200) - 100, style); break;
	case 6: canvas_erase(c, p); break;
	case 7: canvas_restyle(c, p, style); break;
	default: canvas_printf(c, row, column, style, "%s%d", text, row); break;
	}
}

TEST(any_drawing_leaves_whole_characters)
{
	struct rng r;

	rng_seed(&r, 1, "canvas");
	for (int round = 0; round < 3000; round++) {
		struct canvas *c = canvas_new(1 + (int)rng_below(&r, 6), 1 + (int)rng_below(&r, 12));

		for (int i = 0; i < 12; i++)
			draw_anything(c, &r);
		check_cells(c);
		CHECK(!canvas_failed(c));
		canvas_free(c);
	}
}
