#include "pages.h"
#include "report/theme.h"

/* What a session report says, and what it does not. */

TEST(the_headline_leads_with_the_finding)
{
	static const struct { const char *sample, *headline;
	} cases[] = {
		{ "solo",
		    "You answered 5 of 6 questions, 4 of them within the limit; your marks average 2.2 of 4 "
		    "(6 marks). Most is to be gained at question 6, which was passed." },
		{ "led",
		    "You answered 4 of 5 questions, all of them within the limit; the marks of "
		    "Zo\xc3\xab \xc5\x81ukasiewicz average 3.0 of 4 (4 marks). Most is to be gained at "
		    "question 3: "
		    "2 of 4 key points said." },
		{ "empty", "No question was asked in this session, so there is nothing to report on yet." },
		{ "unmarked",
		    "You answered 2 of 6 questions, 1 of them within the limit; no answer is marked yet. "
		    "This session is not finished." },
		{ "one", "You answered the one question, within its limit; the one mark is 4 of 4." },
		{ "passed", "You passed on all 6 questions asked; each pass counts as grade 0." },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture *f = fixture_sample(cases[i].sample);
		struct session_model m;

		CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
		CHECK_STR(m.headline, cases[i].headline);
		fixture_free(f);
	}
}

TEST(claims_name_their_question_and_stand_in_order)
{
	struct fixture *f = fixture_sample("solo");
	struct session_model m;

	CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
	CHECK_INT(m.keep_count, 3);
	CHECK_INT(m.keep[0].number, 1);
	CHECK_STR(m.keep[0].text, "All 4 key points said, 40 s under the limit.");
	CHECK_INT(m.change_count, 3);
	CHECK_INT(m.change[0].number, 4);
	CHECK_STR(m.change[0].text,
	    "An essential point missed: \xe2\x80\x9cLook at the data for bad values\xe2\x80\x9d");
	CHECK_INT(m.change[2].number, 6);
	CHECK_STR(m.change[2].text, "Passed; it counts as grade 0.");
	fixture_free(f);
}

/* A session of one question with four key points, two of them essential, and what it keeps. */
TEST(keep_names_what_was_good_and_nothing_else)
{
	static const struct {
		int used_s, prediction, grade, facts;
		const char *ticks, *first, *second;     /* NULL: no claim */
	} cases[] = {
		{ 100, -1, 0, 0, "nnnn",
		    "You finished this answer within the limit, with 1 min 20 s left for more points.",
		    NULL },
		{ 100, 0, 0, 0, "nnnn",
		    "You finished this answer within the limit, with 1 min 20 s left for more points.",
		    NULL },
		{ 151, -1, 1, 0, "ynnn", "You finished this answer within the limit.", NULL },
		{ 200, -1, 1, 0, "nnnn", NULL, NULL },
		{ 200, -1, 2, 0, "ynyn", NULL, NULL },
		{ 100, -1, 2, 0, "ynyn", "2 of 4 key points said, 1 min 20 s under the limit.", NULL },
		{ 100, -1, 2, 0, "yynn", "Both essential points said, 1 min 20 s under the limit.", NULL },
		{ 200, -1, 2, 0, "yynn", "Both essential points said.", NULL },
		{ 200, -1, 3, 0, "ynnn", "Grade 3 (solid).", NULL },
		{ 200, 3, 3, 0, "yynp", "Grade 3 (solid): 2 of 4 key points said.",
		    "The prediction met the grade, 3." },
		{ 200, 1, 1, 2, "nnnn", "The prediction met the grade, 1.",
		    "Asked for 2 facts of the scenario." },
		{ 100, -1, 0, 1, "nnnn", "Asked for 1 fact of the scenario.", NULL },
		{ 180, -1, 4, 0, "yyyy", "All 4 key points said, right on the limit.", NULL },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture *f = fixture_new(fixture_six, 1);
		struct session_model m;

		fixture_answer(f, 0, cases[i].used_s, cases[i].prediction, cases[i].ticks, cases[i].grade);
		f->record.items[0].facts = cases[i].facts;
		((struct item *)f->record.banks[0]->items)->kind = KIND_SCENARIO;
		stats_session(&f->stats, &f->record);
		CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
		CHECK_INT(m.keep_count, (cases[i].first != NULL) + (cases[i].second != NULL));
		if (cases[i].first == NULL)
			CHECK_STR(m.nothing_to_keep,
			    "Nothing to name yet: every answer that is marked adds to this.");
		else
			CHECK_STR(m.keep[0].text, cases[i].first);
		if (cases[i].second != NULL)
			CHECK_STR(m.keep[1].text, cases[i].second);
		fixture_free(f);
	}
}

TEST(facts_asked_for_are_praise_in_a_scenario_alone)
{
	struct fixture *f = fixture_new(fixture_six, 1);
	struct session_model m;

	fixture_answer(f, 0, 200, -1, "nnnn", 0);
	f->record.items[0].facts = 2;
	((struct item *)f->record.banks[0]->items)->kind = KIND_CONCEPT;
	stats_session(&f->stats, &f->record);
	CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
	CHECK_INT(m.keep_count, 0);
	fixture_free(f);
}

TEST(a_question_over_its_limit_says_by_how_much_even_by_a_millisecond)
{
	struct fixture *f = fixture_one();
	struct session_model m;

	f->record.items[0].answer_ms = f->record.items[0].limit_ms - f->record.items[0].read_ms -
	    f->record.items[0].think_ms + 1;
	f->record.items[0].over_ms = 1;
	stats_session(&f->stats, &f->record);
	CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
	CHECK_STR(m.rows[0].over_caption, "0:01 over");
	CHECK_STR(m.change[0].text, "1 s over the limit of 3 min.");
	f->record.items[0].answer_ms--;
	f->record.items[0].over_ms = 0;
	stats_session(&f->stats, &f->record);
	CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
	CHECK_STR(m.rows[0].over_caption, "");
	CHECK_STR(m.rows[0].time_caption, "3:00 of 3:00");
	fixture_free(f);
}

TEST(the_date_is_that_of_the_place_where_the_session_was_held)
{
	static const struct { int64_t utc_us; int offset_min; const char *day;
	} cases[] = {
		{ 1741449600000000, 60, "8 March 2025" },
		{ 1741474799000000, 60, "8 March 2025" },
		{ 1741474800000000, 60, "9 March 2025" },
		{ 1741474800000000, -60, "8 March 2025" },
		{ 951782400000000, 0, "29 February 2000" },
		{ 0, 0, "1 January 1970" },
		{ 0, -1, "31 December 1969" },
		{ 4107542399000000, 0, "28 February 2100" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture *f = fixture_sample("one");
		struct session_model m;

		f->record.head.created_us = cases[i].utc_us;
		f->record.head.utc_offset_min = cases[i].offset_min;
		CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
		if (strncmp(m.held, cases[i].day, strlen(cases[i].day)) != 0)
			TEST_FAIL("\"%s\" does not begin with %s", m.held, cases[i].day);
		fixture_free(f);
	}
}

TEST(private_notes_and_typed_answers_never_reach_the_candidates_edition)
{
	for (int coach = 0; coach < 2; coach++) {
		struct fixture *f = fixture_sample("led");
		struct display_list *dl;
		struct buf b;

		f->options.edition = coach ? EDITION_COACH : EDITION_CANDIDATE;
		dl = lay_out(f);
		b = dump(dl);
		CHECK(strstr(buf_text(&b), "Named the baseline") != NULL);
		CHECK_INT(strstr(buf_text(&b), "SECRET") != NULL, coach);
		CHECK(strstr(buf_text(&b), "TYPED ANSWER") == NULL);
		buf_finish(&b);
		display_list_free(dl);
		fixture_free(f);
	}
}

TEST(a_question_that_was_not_shown_is_not_named_to_the_candidate)
{
	for (int coach = 0; coach < 2; coach++) {
		struct fixture *f = fixture_sample("led");
		struct display_list *dl;

		f->options.edition = coach ? EDITION_COACH : EDITION_CANDIDATE;
		dl = lay_out(f);
		CHECK_INT(says(dl, "Serving a model"), coach);
		CHECK(says(dl, "not asked"));
		display_list_free(dl);
		fixture_free(f);
	}
}

TEST(no_date_is_printed_but_that_of_the_session_unless_it_is_asked_for)
{
	struct fixture *f = fixture_sample("solo");
	struct display_list *dl = lay_out(f);

	CHECK(!says(dl, "report of"));
	display_list_free(dl);
	f->options.date = "2026-03-08";
	dl = lay_out(f);
	CHECK(says(dl, "report of 8 March 2026"));
	display_list_free(dl);
	fixture_free(f);
}

/* Words of verdict and exclamation marks; whole words, in all that every sample prints. */
TEST(the_wording_rules_hold_in_every_sample)
{
	static const char *const banned[] = { "only", "just", "fail", "failed", "bad", "poor", "weak",
		"Unfortunately" };

	for (size_t i = 0; i < SAMPLE_COUNT; i++) {
		struct fixture *f = fixture_sample(samples[i].name);
		struct session_model m;
		struct buf b;
		const char *texts[4];

		CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
		texts[0] = m.headline;
		texts[1] = m.certainty;
		texts[2] = m.nothing_to_keep;
		texts[3] = m.nothing_to_change;
		buf_init(&b);
		for (size_t j = 0; j < 4; j++)
			buf_printf(&b, " %s ", texts[j]);
		for (int j = 0; j < KEY_FIGURES; j++)
			buf_printf(&b, " %s %s ", m.figures[j].label,
			    m.figures[j].note != NULL ? m.figures[j].note : "");
		for (int j = 0; j < STEPS; j++) {
			CHECK(m.steps[j].title != NULL && m.steps[j].action != NULL);
			CHECK(strstr(m.steps[j].action, " min") != NULL);       /* each has a duration */
		}
		for (size_t j = 0; j < m.keep_count; j++)
			buf_printf(&b, " %s ", m.keep[j].text);
		CHECK(strchr(buf_text(&b), '!') == NULL);
		for (size_t w = 0; w < sizeof banned / sizeof banned[0]; w++) {
			const char *at = strstr(buf_text(&b), banned[w]);
			size_t len = strlen(banned[w]);

			if (at != NULL && at[-1] == ' ' && strchr(" .,;:", at[len]) != NULL)
				TEST_FAIL("%s says \"%s\": %s", samples[i].name, banned[w], buf_text(&b));
		}
		buf_finish(&b);
		fixture_free(f);
	}
}

TEST(a_mean_always_carries_its_n_and_a_range_needs_three_grades)
{
	static const struct { const char *sample, *label, *range;
	} cases[] = {
		{ "solo", "mean of 6 grades, 0 to 4", "90 % range " },
		{ "long", "mean of 2 grades, 0 to 4", "too few for a range" },
		{ "one", "mean of 1 grade, 0 to 4", "too few for a range" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture *f = fixture_sample(cases[i].sample);
		struct session_model m;

		CHECK_INT(session_model(&m, f->arena, &f->record, &f->stats, &f->options), 0);
		CHECK_STR(m.figures[0].label, cases[i].label);
		CHECK(strstr(m.figures[0].note, cases[i].range) != NULL);
		fixture_free(f);
	}
}

TEST(a_page_with_a_fault_is_given_to_nobody)
{
	struct fixture *f = fixture_sample("solo");
	struct display_list *dl = lay_out(f);
	const struct dl_type type = { FACE_REGULAR, 6, INK, WHITE, 0 };
	struct err err = { 0 };
	struct buf out;

	buf_init(&out);
	dl_text(dl, 60, 400, ALIGN_LEFT, &type, "faulty");
	CHECK_INT(report_render_pdf(&out, dl, &err), -1);
	CHECK(strstr(err.text, "faulty") != NULL);
	CHECK_INT(out.len, 0);
	CHECK_INT(report_render_svg(&out, dl, 1, &err), -1);
	buf_finish(&out);
	display_list_free(dl);
	fixture_free(f);
}

TEST(the_same_record_gives_the_same_bytes_and_another_grade_gives_others)
{
	struct buf pdf[3];

	for (int i = 0; i < 3; i++) {
		struct fixture *f = fixture_sample("solo");
		struct display_list *dl;
		struct err err = { 0 };

		if (i == 2)
			f->record.items[0].self.grade = 3;
		dl = lay_out(f);
		buf_init(&pdf[i]);
		if (report_render_pdf(&pdf[i], dl, &err) != 0)
			TEST_FAIL("no PDF: %s", err.text);
		display_list_free(dl);
		fixture_free(f);
	}
	CHECK_INT(pdf[0].len, pdf[1].len);
	CHECK(memcmp(pdf[0].data, pdf[1].data, pdf[0].len) == 0);
	CHECK(pdf[2].len != pdf[0].len || memcmp(pdf[0].data, pdf[2].data, pdf[0].len) != 0);
	for (int i = 0; i < 3; i++)
		buf_finish(&pdf[i]);
}
