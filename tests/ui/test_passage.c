#include "test.h"
#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/passage.h"
#include "viva/rng.h"

/* What a passage looks like in full, as text or as styles. */
static const char *
look(const struct passage *p, int columns, bool styles)
{
	struct canvas *c = canvas_new(passage_lines(p) > 0 ? passage_lines(p) : 1, columns);
	static char text[60000];
	struct buf b;

	CHECK_INT(passage_paint(p, c, canvas_pane(c), 0), 0);
	buf_init(&b);
	if (styles)
		canvas_dump_styles(&b, c);
	else
		canvas_dump(&b, c);
	snprintf(text, sizeof(text), "%s", buf_text(&b));
	buf_finish(&b);
	canvas_free(c);
	return text;
}

static const struct run mixed_runs[] = {
	{ RUN_PLAIN, "Call", NULL }, { RUN_CODE, " read(fd, buf)", NULL }, { RUN_PLAIN, " and ", NULL },
	{ RUN_STRONG, "never", NULL }, { RUN_PLAIN, " ", NULL }, { RUN_EM, "trust it", NULL },
	{ RUN_PLAIN, ", see ", NULL }, { RUN_LINK, "man", "https://example.org" }, { RUN_PLAIN, ".", NULL },
};
static const struct prose mixed = { mixed_runs, sizeof(mixed_runs) / sizeof(mixed_runs[0]) };

TEST(each_word_keeps_its_style_where_lines_break)
{
	struct passage *p = passage_new(20);

	passage_begin(p, 1, STYLE_KEY, "1. ");
	passage_prose(p, &mixed);
	passage_end(p);
	CHECK_STR(look(p, 20, false),
	    " 1. Call read(fd,\n"
	    "    buf) and never\n"
	    "    trust it, see\n"
	    "    man.\n");
	CHECK_STR(look(p, 20, true),
	    " kkk    ccccccccc\n"
	    "    cccc     sssss\n"
	    "    eeeeeeee\n"
	    "    lll\n");
	passage_free(p);
}

TEST(code_keeps_its_lines_and_breaks_at_the_edge)
{
	struct passage *p = passage_new(12);

	passage_code(p, 2, STYLE_CODE, "if (x)\n\n    return y + 1;\nz");
	CHECK_STR(look(p, 12, false), "  if (x)\n\n      return\n     y + 1;\n  z\n");
	passage_free(p);
	p = passage_new(1);
	passage_code(p, 4, STYLE_CODE, "ab");
	CHECK_INT(passage_lines(p), 2);
	passage_free(p);
}

TEST(all_kinds_of_blocks_are_shown)
{
	static const struct run one = { RUN_PLAIN, "one", NULL }, two = { RUN_PLAIN, "two two two two two", NULL };
	static const struct prose entries[] = { { &one, 1 }, { &two, 1 } };
	static const struct block v[] = {
		{ .type = BLOCK_PARAGRAPH, .prose = &mixed, .prose_count = 1 },
		{ .type = BLOCK_LIST, .numbered = true, .prose = entries, .prose_count = 2 },
		{ .type = BLOCK_LIST, .prose = entries, .prose_count = 2 },
		{ .type = BLOCK_CODE, .code = "a\n  b", .caption = "file.c" },
	};
	static const struct blocks b = { v, 4 };
	struct passage *p = passage_new(18);

	passage_blocks(p, 0, &b);
	CHECK_STR(look(p, 18, false),
	    "Call read(fd, buf)\nand never trust\nit, see man.\n\n"
	    "1. one\n2. two two two two\n   two\n\n"
	    "- one\n- two two two two\n  two\n\n"
	    "file.c\n  a\n    b\n");
	passage_free(p);
	p = passage_new(60);            /* room for an indent of four */
	passage_blocks(p, 0, &b);
	CHECK(strstr(look(p, 60, false), "\n    a\n      b\n") != NULL);
	passage_free(p);
}

TEST(hostile_text_of_an_item_is_made_visible)
{
	static const struct run run = { RUN_CODE, "\033[31m\u202Ex", NULL };
	static const struct prose prose = { &run, 1 };
	struct passage *p = passage_new(40);

	passage_begin(p, 0, STYLE_NORMAL, "\r");
	passage_prose(p, &prose);
	passage_end(p);
	passage_code(p, 0, STYLE_CODE, "\007");
	CHECK_STR(look(p, 40, false), "^M^[[31m<202E>x\n^G\n");
	passage_free(p);
}

TEST(nothing_in_it_is_an_empty_line)
{
	struct passage *p = passage_new(10);

	CHECK_INT(passage_lines(p), 0);
	CHECK_INT(passage_anchor(p, 3), 0);
	CHECK_INT(passage_line_of(p, 3), 0);
	passage_paragraph(p, 0, STYLE_NORMAL, "");
	CHECK_INT(passage_lines(p), 1);
	passage_begin(p, 0, STYLE_KEY, "[x] ");
	passage_end(p);
	CHECK_STR(look(p, 10, false), "\n[x]\n");
	passage_free(p);
}

static const char *const words[] = { "a", "the", "socket", "readiness", "漢字", "e\u0301te\u0301", "\u0915\u093F\u0924\u093E\u092C",
    "antidisestablishmentarianism", "(n,", "x)" };

static void
random_text(struct buf *b, struct rng *r)
{
	uint64_t count = rng_below(r, 30);

	buf_clear(b);
	for (uint64_t i = 0; i < count; i++) {
		buf_puts(b, words[rng_below(r, sizeof(words) / sizeof(words[0]))]);
		buf_puts(b, i + 1 < count ? " " : "");
	}
}

TEST(lines_are_those_of_plain_text)
{
	struct rng r;
	struct buf text, plain;

	rng_seed(&r, 2, "passage");
	buf_init(&text);
	buf_init(&plain);
	for (int round = 0; round < 2000; round++) {
		int columns = 32 + (int)rng_below(&r, 70);  /* beyond the longest word */
		struct passage *p = passage_new(columns);
		struct run run = { RUN_PLAIN, NULL, NULL };
		struct prose prose = { &run, 1 };
		struct block block = { .type = BLOCK_PARAGRAPH, .prose = &prose, .prose_count = 1 };
		struct blocks blocks = { &block, 1 };

		random_text(&text, &r);
		run.text = buf_text(&text);
		block.type = rng_below(&r, 2) ? BLOCK_LIST : BLOCK_PARAGRAPH;
		buf_clear(&plain);
		blocks_plain(&plain, &blocks, columns);
		passage_blocks(p, 0, &blocks);
		if (text.len > 0)
			CHECK_STR(look(p, columns, false), buf_text(&plain));
		passage_free(p);
	}
	buf_finish(&text);
	buf_finish(&plain);
}

TEST(an_anchor_finds_its_line_again_at_any_width)
{
	struct passage *wide = passage_new(70), *narrow = passage_new(23);
	struct passage *both[] = { wide, narrow };
	struct buf text;
	struct rng r;

	rng_seed(&r, 3, "passage");
	buf_init(&text);
	for (int i = 0; i < 40; i++) {
		random_text(&text, &r);
		for (int k = 0; k < 2; k++) {
			passage_paragraph(both[k], 0, STYLE_NORMAL, buf_text(&text));
			passage_blank(both[k]);
		}
	}
	for (int line = 0; line < passage_lines(wide); line++) {
		int there = passage_line_of(narrow, passage_anchor(wide, line));

		CHECK_INT(passage_line_of(wide, passage_anchor(wide, line)), line);
		/* The narrow line begins at or before the wide one, and the next does not. */
		CHECK(passage_anchor(narrow, there) <= passage_anchor(wide, line));
		if (there + 1 < passage_lines(narrow))
			CHECK(passage_anchor(narrow, there + 1) > passage_anchor(wide, line));
	}
	buf_finish(&text);
	passage_free(wide);
	passage_free(narrow);
}

TEST(painting_from_a_line_says_what_is_left)
{
	struct passage *p = passage_new(10);
	struct canvas *c = canvas_new(3, 14);
	struct pane pane = { .row = 0, .column = 2, .rows = 2, .columns = 10 };
	struct buf b;

	for (int i = 0; i < 5; i++) {
		char text[] = { 'l', (char)('0' + i), '\0' };

		passage_paragraph(p, 0, STYLE_NORMAL, text);
	}
	CHECK_INT(passage_last_first(p, 2), 3);
	CHECK_INT(passage_last_first(p, 9), 0);
	CHECK_INT(passage_paint(p, c, pane, 2), 1);
	buf_init(&b);
	canvas_dump(&b, c);
	CHECK_STR(buf_text(&b), "  l2\n  l3\n\n");
	buf_finish(&b);
	CHECK_INT(passage_paint(p, c, pane, 99), 0);
	passage_free(p);
	canvas_free(c);
}
