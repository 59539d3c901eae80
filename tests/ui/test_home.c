#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"
#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/home.h"

/* Compared with files in tests/golden; VIVA_GOLDEN=write makes them anew, to be read. */
static void
golden(const char *name, const char *text)
{
	char path[200];
	static char want[60000];
	size_t len = 0;
	FILE *f;

	snprintf(path, sizeof(path), "tests/golden/%s", name);
	if (getenv("VIVA_GOLDEN") != NULL) {
		f = fopen(path, "w");
		CHECK(f != NULL);
		fputs(text, f);
		fclose(f);
	}
	f = fopen(path, "r");
	if (f != NULL) {
		len = fread(want, 1, sizeof(want) - 1, f);
		fclose(f);
	}
	want[len] = '\0';
	if (strcmp(text, want) != 0)
		TEST_FAIL("%s: it is\n%s", path, text);
}

static const struct home_choice practised_choices[] = {
	{ 'g', "go on with session 4" }, { '1', "30 minutes: 6 questions" }, { '2', "45 minutes: 9 questions" },
	{ '3', "60 minutes: 12 questions" }, { 'd', "a drill of five questions" },
	{ 'w', "an interview that leans towards your weak topics" },
	{ 'l', "live: the review at the end, as in a real interview" }, { 'v', "review the last session" },
	{ 'r', "write the report of the last session" }, { 'n', "what to practise, and why" }, { 's', "statistics" },
	{ 'h', "history" }, { 'b', "another question set" },
};

static const struct home_view practised = {
	.bank = "Junior machine-learning engineer", .candidate = "Łukasz",
	.unfinished = "Session 4 of Łukasz is unfinished: 2 of 9 questions answered.",
	.standing = "Level 2.4 of 4, range 2.0 to 2.9, from 18 answers; your own marks.",
	.recent = { "4 2026-03-12 12:00 b45: 2 of 9, mean 2.5", "3 2026-03-10 12:00 b30: 6 of 6, mean 2.3",
		"2 2026-03-09 12:00 b30: 6 of 6, mean 2.1" },
	.recent_count = 3, .next = "Go on with it: `viva resume`.",
	.then = { "Read the answer to \"Pipelines and leakage\" and say it again: grade 1, 4 days ago; about 8 minutes.",
		"Say three questions of SQL: level 1.4 from 5 answers; `viva solo --items 3 --topic sql`, about 9 minutes." },
	.then_count = 2, .choices = practised_choices,
	.choice_count = sizeof(practised_choices) / sizeof(practised_choices[0]),
};

static const struct home_choice fresh_choices[] = {
	{ '1', "30 minutes: 6 questions" }, { '2', "45 minutes: 9 questions" }, { '3', "60 minutes: 12 questions" },
	{ 'd', "a drill of five questions" }, { 'l', "live: the review at the end, as in a real interview" },
	{ 't', "a tour of two minutes; nothing is stored" }, { 'b', "another question set" },
};

static const struct home_view fresh = {
	.bank = "Junior machine-learning engineer", .candidate = "root",
	.standing = "No session yet. Each question is read, thought over and answered aloud against a clock; then you predict "
	    "your grade, see the key points, and mark what you said.",
	.next = "Sit a first interview of 30 minutes: `viva solo --minutes 30`.", .choices = fresh_choices,
	.choice_count = sizeof(fresh_choices) / sizeof(fresh_choices[0]),
};

static void
golden_picture(const char *name, const struct home_view *v, int rows, int columns)
{
	struct canvas *c = canvas_new(rows, columns);
	struct buf b = { 0 };

	home_paint(c, v);
	canvas_dump(&b, c);
	golden(name, buf_text(&b));
	buf_finish(&b);
	canvas_free(c);
}

TEST(home_looks_as_it_should_on_screens_of_three_sizes)
{
	golden_picture("home-40x12.txt", &practised, 12, 40);
	golden_picture("home-80x24.txt", &practised, 24, 80);
	golden_picture("home-120x40.txt", &practised, 40, 120);
	golden_picture("home-fresh-80x24.txt", &fresh, 24, 80);
}

TEST(home_reads_as_it_should_in_plain_lines)
{
	struct buf b = { 0 };

	home_text(&b, &practised, 80, true);
	buf_puts(&b, "\n\n");
	home_text(&b, &fresh, 40, false);
	golden("home-plain.txt", buf_text(&b));
	buf_finish(&b);
}

static bool
row_is_selected(const struct canvas *c, int row)
{
	return canvas_cell(c, row, 5)->style == STYLE_SELECTED;
}

TEST(the_selected_choice_is_seen_whole_on_any_screen_that_can_hold_it)
{
	for (int rows = 1; rows <= 45; rows++)
		for (int columns = 1; columns <= 130; columns += columns < 20 ? 1 : 13) {
			struct canvas *c = canvas_new(rows, columns);

			for (size_t i = 0; i < practised.choice_count; i++) {
				struct home_view v = practised;
				int seen = 0, below = 0;

				v.selected = i;
				home_paint(c, &v);
				for (int r = 0; rows >= 8 && columns >= 40 && r < rows; r++)
					seen += row_is_selected(c, r);
				if (rows >= 8 && columns >= 40 && (seen < 1 || seen > 2))
					TEST_FAIL("choice %zu at %dx%d: %d rows are selected", i, columns, rows, seen);
				for (int r = rows - 2; rows >= 8 && r < rows; r++)
					below += columns >= 40 && row_is_selected(c, r);
				CHECK_INT(below, 0);
			}
			canvas_free(c);
		}
}

TEST(every_choice_stands_on_a_usual_screen_without_scrolling)
{
	struct canvas *c = canvas_new(24, 80);
	struct buf b = { 0 };

	home_paint(c, &practised);
	canvas_dump(&b, c);
	for (size_t i = 0; i < practised.choice_count; i++)
		if (strstr(buf_text(&b), practised_choices[i].label) == NULL)
			TEST_FAIL("not seen: %s", practised_choices[i].label);
	buf_finish(&b);
	canvas_free(c);
}

TEST(a_page_scrolls_to_its_last_line_and_no_further)
{
	static const char text[] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10";
	struct canvas *c = canvas_new(8, 50);
	struct buf b = { 0 };

	CHECK_INT(home_page_last(c, text), 5);
	home_paint_page(c, "History", text, 5);
	canvas_dump(&b, c);
	CHECK_STR(buf_text(&b), " History                         lines 6-10 of 10\n6\n7\n8\n9\n10\n"
	    "--------------------------------------------------\n Up, Down, PgUp, PgDn: scroll   q: back\n");
	buf_clear(&b);
	CHECK_INT(home_page_last(c, "1\n2\n3\n4\n5\n"), 0);
	home_paint_page(c, "History", "1\n2\n", 0);
	canvas_dump(&b, c);
	CHECK(strstr(buf_text(&b), "lines 1-2 of 2\n1\n2\n\n") != NULL);
	CHECK(strstr(buf_text(&b), "scroll") == NULL);
	buf_finish(&b);
	canvas_free(c);
}

TEST(hostile_names_are_harmless)
{
	struct home_view v = fresh;
	struct canvas *c = canvas_new(24, 80);
	struct buf b = { 0 };

	v.candidate = "A\x1b[31mB\u202e";
	v.bank = "C\rD";
	home_paint(c, &v);
	canvas_dump(&b, c);
	home_text(&b, &v, 80, true);
	for (size_t i = 0; i < b.len; i++)
		CHECK((unsigned char)b.data[i] >= ' ' || b.data[i] == '\n');
	CHECK(strstr(buf_text(&b), "\u202e") == NULL);
	buf_finish(&b);
	canvas_free(c);
}
