#include "test.h"
#include "rows.h"
#include "viva/cohort.h"
/* A group: who needs attention and why, and what may be said of the group as a whole. */

static struct cohort *
group(void)
{
	struct cohort *c = cohort_new(&rows, &row_bank, NULL, 1000);

	CHECK(c != NULL);
	return c;
}

/* A person with `n` answers of one grade on one day. */
static void
person(const char *name, int32_t day, int n, int grade)
{
	row_person(name);
	row_session(day, "b45");
	for (int i = 0; i < n; i++)
		row_answer((size_t)i, grade);
}

TEST(nobody_is_a_group_too)
{
	struct cohort *c;

	rows_clear();
	c = group();
	CHECK_INT(c->member_count, 0);
	CHECK(!c->grouped);
	cohort_free(c);
	cohort_free(NULL);
}

TEST(each_need_has_its_rule)
{
	struct cohort *c;

	rows_clear();
	person("few", 999, 2, 4);
	person("stale", 986, 9, 4);             /* fourteen days */
	person("fresh", 987, 9, 4);             /* thirteen */
	person("low", 999, 20, 1);
	row_person("fell");
	for (int s = 0; s < 5; s++) {
		row_session(990 + s, "b45");
		for (size_t k = 0; k < 9; k++)
			row_answer((size_t)s * 9 + k, s < 2 ? 4 : 3);
	}
	for (size_t i = rows.count - 18; i < rows.count; i++)
		row_v[i].grade_own = 2;
	c = group();
	CHECK_INT(c->members[0].needs, NEED_FIRST);
	CHECK_INT(c->members[1].needs, NEED_STALE);
	CHECK_INT(c->members[2].needs, 0);
	CHECK_INT(c->members[3].needs, NEED_BELOW);
	CHECK_INT(c->members[4].needs & NEED_FELL, NEED_FELL);
	CHECK_INT(c->members[1].days_since, 14);
	CHECK_INT(c->sessions, 9);
	CHECK_INT(c->answers, 2 + 9 + 9 + 20 + 45);
	cohort_free(c);
}

TEST(a_goal_of_ones_own_is_the_measure)
{
	static const double goals[] = { 1.0, 4.0 };
	struct cohort *c;

	rows_clear();
	person("Ana", 999, 20, 2);
	person("Ben", 999, 20, 2);
	c = cohort_new(&rows, &row_bank, goals, 1000);
	CHECK(c != NULL);
	CHECK_INT(c->members[0].needs, 0);
	CHECK_INT(c->members[1].needs, NEED_BELOW);
	CHECK_INT(c->topics[0].below, 1);
	cohort_free(c);
}

TEST(a_goal_within_the_range_is_no_need)
{
	struct cohort *c;
	double goal;

	rows_clear();
	person("Ana", 999, 6, 2);
	c = group();
	goal = (c->progress[0]->now.level + c->progress[0]->now.high) / 2;
	CHECK(goal > c->progress[0]->now.level);
	cohort_free(c);
	c = cohort_new(&rows, &row_bank, &goal, 1000);
	CHECK(c != NULL);
	CHECK_INT(c->members[0].needs, 0);
	cohort_free(c);
}

TEST(four_members_have_no_group_figures_and_five_have)
{
	struct cohort *c;

	rows_clear();
	for (int i = 0; i < 5; i++) {
		person("someone", 999, 3, i);
		row_v[rows.count - 1].ticks_own = 2;    /* one point of three */
		if (i < 3)
			continue;
		c = group();
		CHECK_INT(c->grouped, i == 4);
		CHECK_INT(c->topics[0].shown, i == 4);
		CHECK_INT(c->missed_count > 0, i == 4);
		cohort_free(c);
	}
	c = group();
	CHECK_INT(c->topics[0].members, 5);
	CHECK_INT(c->topics[0].answers, 15);
	CHECK_NEAR(c->topics[0].mean, 2.0, 1e-12);
	CHECK(!c->topics[1].shown);             /* nobody was asked */
	CHECK_INT(c->topics[0].time.n, 15);
	CHECK_INT(c->topics[0].time.within, 15);
	cohort_free(c);
}

TEST(members_count_once_in_a_topic_however_much_they_answered)
{
	struct cohort *c;

	rows_clear();
	for (int i = 0; i < 4; i++)
		person("one", 999, 1, 4);
	person("many", 999, 20, 0);
	c = group();
	CHECK_NEAR(c->topics[0].mean, 16.0 / 5, 1e-12);
	cohort_free(c);
}

TEST(points_that_three_missed_are_for_all)
{
	struct cohort *c;

	rows_clear();
	for (int i = 0; i < 5; i++) {
		person("someone", 999, 1, 2);
		row_v[i].ticks_own = 2 | (i < 3 ? 0 : 2 << 2) | (i < 2 ? 0 : 1 << 4);
	}
	c = group();
	CHECK_INT(c->missed_count, 1);
	CHECK_STR(c->missed[0].point->id, "k2");
	CHECK_INT(c->missed[0].members, 3);
	CHECK_INT(c->missed[0].missed, 3);
	CHECK_INT(c->missed[0].asked, 5);
	cohort_free(c);
}

TEST(interviewers_are_compared_with_the_candidates_from_ten_pairs_on)
{
	struct cohort *c;

	rows_clear();
	for (int i = 0; i < 2; i++) {
		row_person("someone");
		row_session(990, "b45")->interviewer = i == 0 ? "Zoe" : "Kim";
		for (size_t k = 0; k < 10; k++)
			row_answer(k, 2 + (int)k % 3)->grade_interviewer = 1 + (int)k % 3;
		row_session(991, "b45")->interviewer = "Zoe";
	}
	row_v[9].no_answer = true;              /* Zoe has nine pairs */
	c = group();
	CHECK_INT(c->interviewer_count, 2);
	CHECK_STR(c->interviewers[0].name, "Kim");
	CHECK_INT(c->interviewers[0].agreement.n, 10);
	CHECK(c->interviewers[0].agreement.has_kappa);
	CHECK(c->interviewers[0].self_gap.ranged);
	CHECK_NEAR(c->interviewers[0].self_gap.mean, 1.0, 1e-12);
	CHECK_STR(c->interviewers[1].name, "Zoe");
	CHECK_INT(c->interviewers[1].sessions, 3);
	CHECK_INT(c->interviewers[1].agreement.n, 9);
	CHECK(!c->interviewers[1].agreement.has_kappa);
	CHECK(!c->interviewers[1].self_gap.ranged);
	CHECK_INT(c->agreement.n, 19);
	CHECK_STR(c->members[0].last_interviewer, "Zoe");
	CHECK_STR(c->members[1].last_interviewer, "Zoe");
	cohort_free(c);
}

TEST(whoever_nobody_led_for_four_weeks_needs_an_interviewer_where_there_is_one)
{
	struct cohort *c;

	rows_clear();
	person("Ana", 999, 20, 3);
	person("Ben", 999, 20, 3);
	c = group();
	CHECK_INT(c->members[0].needs, 0);      /* nobody leads here */
	CHECK(c->members[0].with == NULL);
	cohort_free(c);
	row_person("Cleo");
	row_session(973, "b45")->interviewer = "Zoe";           /* twenty-seven days */
	row_person("Dan");
	row_session(972, "b45")->interviewer = "Kim";           /* twenty-eight */
	row_person("Kim");
	row_session(999, "b45");
	c = group();
	CHECK_INT(c->members[0].needs, NEED_UNLED);
	CHECK_STR(c->members[0].with, "Kim");                   /* none lately, Zoe one */
	CHECK_INT(c->members[2].needs & NEED_UNLED, 0);
	CHECK_INT(c->members[2].days_since_led, 27);
	CHECK_STR(c->members[2].with, "Zoe");                   /* of whom too little is known */
	CHECK_INT(c->members[3].needs & NEED_UNLED, NEED_UNLED);
	CHECK_STR(c->members[3].with, "Kim");
	CHECK_STR(c->members[4].name, "Kim");
	CHECK_STR(c->members[4].with, "Zoe");                   /* never themselves */
	cohort_free(c);
}

TEST(the_load_of_interviewers_and_raters_is_counted)
{
	struct cohort *c;

	rows_clear();
	row_person("Ana");
	row_session(900, "b45")->interviewer = "Kim";
	row_answer(0, -1);
	row_second("Zoe", 2);
	row_answer(1, -1);
	row_second("Zoe", 2);
	row_session(972, "b45")->interviewer = "Kim";
	row_answer(2, -1);
	row_second("Zoe", 2);
	row_person("Ben");
	row_session(973, "b45")->interviewer = "Kim";
	c = group();
	CHECK_INT(c->interviewer_count, 2);
	CHECK_INT(c->interviewers[0].sessions, 3);
	CHECK_INT(c->interviewers[0].recent, 1);
	CHECK_INT(c->interviewers[0].candidates, 2);
	CHECK_INT(c->interviewers[0].rated, 0);
	CHECK_STR(c->interviewers[1].name, "Zoe");
	CHECK_INT(c->interviewers[1].sessions, 0);
	CHECK_INT(c->interviewers[1].rated, 2);
	CHECK_STR(c->members[0].with, "Kim");   /* who only marks leads nobody */
	cohort_free(c);
}

TEST(raters_of_the_same_answers_are_compared_in_pairs_from_both_sides)
{
	struct cohort *c;

	rows_clear();
	row_person("Ana");
	row_session(990, "b45")->interviewer = "Kim";
	for (size_t k = 0; k < 10; k++) {
		row_answer(k, 4)->grade_interviewer = (int)k % 3;
		row_second("Zoe", (int)k % 3 + 1);
		if (k < 4)
			row_second("Alan", (int)k % 3 + 1);
	}
	row_answer(10, -1)->no_answer = true;
	row_v[rows.count - 1].grade_interviewer = 0;
	row_second("Zoe", 0);                   /* a pass says nothing */
	c = group();
	CHECK_INT(c->interviewer_count, 3);
	CHECK_STR(c->interviewers[0].name, "Alan");
	CHECK_INT(c->interviewers[0].others.n, 8);
	CHECK_INT(c->interviewers[0].others.exact, 4);
	CHECK(!c->interviewers[0].others_gap.ranged);
	CHECK_INT(c->interviewers[1].others.n, 14);             /* Kim */
	CHECK_INT(c->interviewers[1].others.exact, 0);
	CHECK_INT(c->interviewers[1].others.within_one, 14);
	CHECK(c->interviewers[1].others_gap.ranged);
	CHECK_NEAR(c->interviewers[1].others_gap.mean, -1.0, 1e-12);
	CHECK_INT(c->interviewers[2].others.n, 14);
	CHECK_NEAR(c->interviewers[2].others_gap.mean, 10.0 / 14.0, 1e-12);
	/* Own marks are another matter. */
	CHECK_INT(c->interviewers[1].agreement.n, 10);
	CHECK_INT(c->interviewers[2].agreement.n, 0);
	CHECK_INT(c->agreement.n, 10);
	cohort_free(c);
}

TEST(the_rules_are_in_words)
{
	CHECK_STR(cohort_need_text(NEED_UNLED), "not led by anyone for 28 days or more, where others are");
	CHECK_STR(cohort_need_text(NEED_FIRST), "fewer than 3 graded answers: too few to tell");
	CHECK_STR(cohort_need_text(NEED_STALE), "no session for 14 days or more");
	CHECK_STR(cohort_need_text(NEED_BELOW), "the whole range of the level is below the goal");
	CHECK_STR(cohort_need_text(NEED_FELL), "the level fell");
}
