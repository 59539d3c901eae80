#include <math.h>
#include "pages.h"

/* ---- golden files ---- */

/* With VIVA_UPDATE_GOLDEN set, writes what it would compare. */
static void
check_golden(const char *sample)
{
	struct fixture *f = fixture_sample(sample);
	struct display_list *dl = lay_out(f);
	struct buf got = dump(dl), want;
	char path[128], chunk[4096];
	size_t n, line = 1;
	FILE *file;

	snprintf(path, sizeof path, "tests/golden/session-report-%s.txt", sample);
	if (getenv("VIVA_UPDATE_GOLDEN") != NULL) {
		file = fopen(path, "w");
		CHECK(file != NULL);
		fwrite(got.data, 1, got.len, file);
		CHECK(fclose(file) == 0);
	}
	file = fopen(path, "r");
	CHECK(file != NULL);
	buf_init(&want);
	while ((n = fread(chunk, 1, sizeof chunk, file)) > 0)
		buf_add(&want, chunk, n);
	fclose(file);
	for (size_t i = 0; i < got.len && i < want.len && got.data[i] == want.data[i]; i++)
		line += got.data[i] == '\n';
	if (strcmp(buf_text(&got), buf_text(&want)) != 0)
		TEST_FAIL("%s differs from line %zu on", path, line);
	buf_finish(&got);
	buf_finish(&want);
	display_list_free(dl);
	fixture_free(f);
}

TEST(the_page_of_a_solo_session_is_the_golden_one) { check_golden("solo"); }
TEST(the_page_of_a_led_session_is_the_golden_one) { check_golden("led"); }
TEST(the_page_of_a_session_with_nothing_asked_is_the_golden_one) { check_golden("empty"); }

/* ---- every sample ---- */

TEST(every_sample_passes_lint_in_both_editions_on_both_papers)
{
	for (size_t i = 0; i < SAMPLE_COUNT; i++)
		for (int variant = 0; variant < 4; variant++) {
			struct fixture *f = fixture_sample(samples[i].name);
			struct display_list *dl;

			f->options.edition = variant & 1 ? EDITION_COACH : EDITION_CANDIDATE;
			f->options.paper = variant & 2 ? PAPER_LETTER : PAPER_A4;
			dl = lay_out(f);
			check_lint(dl, samples[i].name);
			display_list_free(dl);
			fixture_free(f);
		}
}

#define SECOND_PART "Where did the minutes go?"

TEST(six_questions_with_two_line_titles_fit_one_page_of_a4)
{
	struct fixture *f = fixture_sample("solo");
	struct display_list *dl = lay_out(f);

	CHECK_INT(page_of(dl, SECOND_PART), 2);
	display_list_free(dl);
	fixture_free(f);
}

TEST(an_interview_of_45_minutes_fits_one_page_of_a4)
{
	static const char *const nine[] = { "b45", "led45", "first-try" };

	for (size_t i = 0; i < sizeof nine / sizeof nine[0]; i++) {
		struct fixture *f = fixture_sample(nine[i]);
		struct display_list *dl = lay_out(f);
		double pitch;

		CHECK_INT(page_of(dl, SECOND_PART), 2);
		/* A title of 51 characters stands on one line, and a row is as high as its two lines ask. */
		pitch = baseline_of(dl, fixture_twelve[8].title) - baseline_of(dl, fixture_twelve[0].title);
		pitch /= 8;
		if (pitch < 24 || pitch > 30)
			TEST_FAIL("%s: rows of %.1f pt", nine[i], pitch);
		CHECK(says(dl, "How sure is this?"));
		display_list_free(dl);
		fixture_free(f);
	}
}

TEST(what_follows_from_the_table_stays_together_on_a_second_page)
{
	struct fixture *f = fixture_sample("b60");
	struct display_list *dl = lay_out(f);

	CHECK_INT(page_of(dl, SECOND_PART), 3);
	CHECK_INT(page_of(dl, "Keep"), 2);
	CHECK_INT(page_of(dl, "Three things to do next"), 2);
	CHECK_INT(page_of(dl, "How sure is this?"), 2);
	display_list_free(dl);
	fixture_free(f);
}

TEST(a_long_table_repeats_its_head_on_every_page_it_needs)
{
	struct fixture *f = fixture_sample("many");
	struct display_list *dl = lay_out(f);
	int heads = 0, page = 0, last_row_page = 0;

	for (size_t i = 0; i < dl->count; i++) {
		const struct dl_op *op = &dl->ops[i];

		page += op->kind == DL_PAGE;
		heads += op->kind == DL_TEXT && strcmp(op->text, "Key points said") == 0;
		if (op->kind == DL_TEXT && strcmp(op->text, "30") == 0 && last_row_page == 0)
			last_row_page = page;
	}
	CHECK(last_row_page >= 2);
	CHECK_INT(heads, last_row_page);
	CHECK(says(dl, "Page 1 of 10") && says(dl, "Page 10 of 10"));
	display_list_free(dl);
	fixture_free(f);
}

/* ---- minutes, comparison and cards ---- */

TEST(a_card_stands_for_each_question_that_was_asked_and_for_no_other)
{
	static const struct { const char *sample; int cards;
	} cases[] = { { "solo", 6 }, { "led", 4 }, { "empty", 0 }, { "unmarked", 3 }, { "many", 30 } };

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture *f = fixture_sample(cases[i].sample);
		struct display_list *dl = lay_out(f);
		int cards = 0;

		for (size_t j = 0; j < dl->count; j++)
			cards += dl->ops[j].kind == DL_TAG && dl->ops[j].tag == TAG_H3;
		CHECK_INT(cards, cases[i].cards);
		display_list_free(dl);
		fixture_free(f);
	}
}

TEST(every_claim_and_every_row_leads_to_the_card_of_its_question)
{
	struct fixture *f = fixture_sample("solo");
	struct display_list *dl = lay_out(f);
	int links = 0;

	for (size_t i = 0; i < dl->count; i++) {
		const struct dl_op *link = &dl->ops[i];
		int page = 0, number = 0, badge = -1;

		if (link->kind != DL_LINK)
			continue;
		links++;
		/* the number before the link, in "Question 4" or alone */
		for (size_t j = i; j > 0 && number == 0; j--)
			if (dl->ops[j].kind == DL_TAG && dl->ops[j].tag == TAG_LINK)
				number = (int)strtol(dl->ops[j + 1].text + strcspn(dl->ops[j + 1].text, "0123456789"),
				    NULL, 10);
		for (size_t j = 0; j < dl->count; j++) {
			page += dl->ops[j].kind == DL_PAGE;
			if (page == link->target && dl->ops[j].kind == DL_TAG && dl->ops[j].tag == TAG_H3 &&
			    fabsf(dl->ops[j + 1].y - dl->ops[j + 1].w - link->target_y) < 0.1f)
				badge = (int)strtol(dl->ops[j + 2].text, NULL, 10);
		}
		CHECK_INT(badge, number);
	}
	CHECK_INT(links, 6 + 6);
	display_list_free(dl);
	fixture_free(f);
}

TEST(key_points_nobody_marked_stay_unseen_by_the_candidate)
{
	for (int coach = 0; coach < 2; coach++) {
		struct fixture *f = fixture_sample("unmarked");
		struct display_list *dl;

		f->options.edition = coach ? EDITION_COACH : EDITION_CANDIDATE;
		dl = lay_out(f);
		CHECK_INT(says(dl, "Leakage between splits"), coach);
		CHECK_INT(says(dl, "once this answer is marked"), !coach);
		display_list_free(dl);
		fixture_free(f);
	}
}

TEST(pseudonyms_leave_out_every_name_and_the_notes_that_may_hold_one)
{
	struct fixture *f = fixture_sample("led");
	struct display_list *dl;
	struct buf b;

	f->options.pseudonyms = true;
	f->options.edition = EDITION_COACH;
	dl = lay_out(f);
	b = dump(dl);
	buf_printf(&b, "%s %s %s", dl->title, dl->subject, dl->author);
	CHECK(strstr(buf_text(&b), "Nguy") == NULL);
	CHECK(strstr(buf_text(&b), "ukasiewicz") == NULL);
	CHECK(strstr(buf_text(&b), "SECRET") == NULL && strstr(buf_text(&b), "Calmer") == NULL);
	CHECK(strstr(buf_text(&b), "A candidate") != NULL);
	CHECK(strstr(buf_text(&b), "an interviewer") != NULL);
	buf_finish(&b);
	display_list_free(dl);
	fixture_free(f);
}
