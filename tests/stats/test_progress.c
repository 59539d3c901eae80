#include <math.h>

#include "test.h"
#include "rows.h"
#include "viva/progress.h"
/* What a candidate's rows add up to, and which figures too few of them support. */

static struct progress *
add_up(void)
{
	struct progress *p = progress_new(&rows, rows.person_count - 1, &row_bank, "Ana", GOAL_DEFAULT, 1000);

	CHECK(p != NULL);
	return p;
}

static void
start(void)
{
	rows_clear();
	row_person("Ana");
}

TEST(nobody_has_no_figures_and_is_told_what_to_do)
{
	char room[PROGRESS_MISSING_BYTES];
	struct progress *p;

	rows_clear();
	p = progress_new(&rows, NO_PERSON, &row_bank, "Ana", GOAL_DEFAULT, 1000);
	CHECK(p != NULL);
	CHECK_INT(p->answers, 0);
	CHECK_INT(p->overall.ranged, false);
	CHECK_INT(p->weakest_count, 0);
	CHECK_INT(p->next.item_count, 0);
	CHECK(!p->next.has_topic);
	CHECK_INT(p->change.word, CHANGE_TOO_FEW);
	CHECK(strstr(progress_missing(p, room), "viva solo --minutes 30") != NULL);
	progress_free(p);
	progress_free(NULL);
}

TEST(each_step_of_a_history_says_what_the_next_needs)
{
	static const char *const says[] = {
		"No answer is graded", "there is 1", "there are 2", "4 sessions: 3 more",
	};
	char room[PROGRESS_MISSING_BYTES];
	struct progress *p;

	start();
	row_session(900, "b45");
	row_answer(0, -1);
	for (size_t i = 0; i < 4; i++) {
		p = add_up();
		CHECK(strstr(progress_missing(p, room), says[i]) != NULL);
		progress_free(p);
		row_answer(1 + i, 2);
	}
	for (int n = 2; n <= 5; n++) {
		row_session(900 + n, "b45");
		row_answer(10 + (size_t)n, 2);
		p = add_up();
		CHECK_INT(p->trend_line, n >= 4);
		progress_missing(p, room);
		if (n == 4)
			CHECK(strstr(room, "5 sessions on: 1 more") != NULL);
		if (n == 5)
			CHECK_STR(room, "");
		progress_free(p);
	}
}

TEST(interviewers_lead_from_five_answers_on_and_series_are_never_mixed)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	for (size_t i = 0; i < 6; i++)
		row_answer(i, 4);
	for (size_t i = 0; i < 4; i++)
		row_v[i].grade_interviewer = 1;
	p = add_up();
	CHECK_INT(p->series, SERIES_OWN);
	CHECK_INT(p->answers, 6);
	CHECK_NEAR(p->overall.level.mean, 4.0, 0);
	progress_free(p);
	row_v[4].grade_interviewer = 1;
	p = add_up();
	CHECK_INT(p->series, SERIES_INTERVIEWERS);
	CHECK_INT(p->answers, 5);
	CHECK_NEAR(p->overall.level.mean, 1.0, 0);
	CHECK_INT(p->by_series[SERIES_OWN].answers, 6);
	CHECK_NEAR(p->by_series[SERIES_OWN].level.mean, 4.0, 0);
	CHECK_INT(p->all[5].grade, -1);
	CHECK(!p->all[5].counts);
	progress_free(p);
	for (size_t i = 0; i < 6; i++)
		row_v[i].grade_own = -1;
	for (size_t i = 3; i < 5; i++)
		row_v[i].grade_interviewer = -1;
	p = add_up();
	CHECK_INT(p->series, SERIES_INTERVIEWERS);      /* three, but there is no other */
	CHECK_INT(p->answers, 3);
	progress_free(p);
}

TEST(only_the_first_meeting_counts_and_retries_stand_apart)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	row_answer(0, 1);
	row_answer(1, 2);
	row_session(901, "b45");
	row_answer(0, 4);               /* again */
	row_answer(2, -1);              /* shown, not graded */
	row_answer(3, 0)->swapped = true;
	row_session(902, "b45");
	row_answer(2, 4);               /* no first meeting any more */
	row_answer(3, 3);               /* nor this: its stem was shown before it was swapped away */
	p = add_up();
	CHECK_INT(p->answers, 2);
	CHECK_NEAR(p->overall.level.mean, 1.5, 1e-12);
	CHECK_INT(p->retries, 3);
	CHECK_INT(p->retry_pairs, 1);
	CHECK_NEAR(p->retry_first, 1.0, 1e-12);
	CHECK_NEAR(p->retry_now, 4.0, 1e-12);
	CHECK_INT(p->answer_count, 6);          /* all but the one swapped away */
	CHECK_INT(p->sessions[1].asked, 2);
	CHECK_INT(p->sessions[1].swapped, 1);
	CHECK_INT(p->sessions[1].retries, 1);
	CHECK_INT(p->sessions[2].retries, 2);
	CHECK(!p->sessions[2].in_trend);
	CHECK_INT(p->session_count_rated, 1);
	progress_free(p);
}

TEST(two_texts_of_one_item_are_one_item)
{
	struct progress *p;

	start();
	row_texts[1].item = &row_items[0];      /* a later revision of i00 */
	row_texts[1].bank = &row_snapshots[0];
	row_session(900, "b45");
	row_answer(0, 1);
	row_session(901, "b45");
	row_answer(1, 4);
	p = add_up();
	CHECK_INT(p->answers, 1);
	CHECK_INT(p->retries, 1);
	progress_free(p);
}

TEST(a_pass_is_grade_0_and_a_figure_of_its_own_and_no_time)
{
	struct progress *p;
	struct answer *v;

	start();
	row_session(900, "b45");
	row_answer(0, 2);
	row_answer(30, 4);
	v = row_answer(1, 0);
	v->answered = false;
	v->no_answer = true;
	v->prediction = 3;
	v->grade_interviewer = 0;
	p = add_up();
	CHECK_INT(p->answers, 3);
	CHECK_INT(p->no_answers, 1);
	CHECK_NEAR(p->overall.level.mean, 2.0, 1e-12);
	CHECK_INT(p->topics[0].no_answers, 1);
	CHECK_INT(p->topics[1].no_answers, 0);
	CHECK_INT(p->overall.time.n, 2);
	CHECK_INT(p->prediction_gap.n, 0);
	CHECK_INT(p->self_gap.n, 0);
	CHECK_INT(p->sessions[0].no_answers, 1);
	progress_free(p);
}

TEST(answers_stand_in_their_topic_area_and_difficulty)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	row_answer(0, 4);               /* a, difficulty 1 */
	row_answer(1, 2);               /* a, 2 */
	row_answer(4, 3);               /* a, 2 */
	row_answer(30, 1);              /* b, 1 */
	row_answer(60, 0);              /* c, 1 */
	p = add_up();
	CHECK_INT(p->topics[0].level.n, 3);
	CHECK(p->topics[0].ranged);
	CHECK(!p->topics[1].ranged);
	CHECK_INT(p->areas[0].level.n, 4);
	CHECK_INT(p->areas[1].level.n, 1);
	CHECK_INT(p->topics[0].difficulty[0].n, 1);
	CHECK_INT(p->topics[0].difficulty[1].n, 2);
	CHECK_NEAR(p->topics[0].difficulty[1].mean, 2.5, 1e-12);
	CHECK_INT(p->topics[0].difficulty[2].n, 0);
	CHECK_INT(p->weakest_count, 1);         /* one answer makes no weakest topic */
	CHECK_INT(p->weakest[0], 0);
	CHECK_INT(p->next.topic, 0);
	progress_free(p);
}

TEST(topics_are_drawn_towards_the_persons_own_grades)
{
	struct level level;
	struct progress *p;
	const int counts[] = { 0, 3, 0, 0, 0 }, own[] = { 0, 3, 0, 3, 0 };

	start();
	row_session(900, "b45");
	for (size_t i = 0; i < 3; i++) {
		row_answer(i, 1);
		row_answer(30 + i, 3);
	}
	p = add_up();
	stats_level(&level, counts, own);
	CHECK_NEAR(p->topics[0].level.level, level.level, 1e-12);
	CHECK_NEAR(p->now.level, p->overall.level.level, 0);    /* no line over time yet */
	CHECK_NEAR(p->topics[0].level.high, level.high, 1e-12);
	CHECK_INT(p->weakest_count, 2);
	CHECK_INT(p->weakest[0], 0);
	CHECK_INT(p->weakest[1], 1);
	progress_free(p);
}

TEST(an_item_that_moved_counts_where_it_stands_now_and_a_lost_topic_only_overall)
{
	static const struct topic gone[] = { { "old", "Old", 0, 0 } };
	static const struct item lost = { .id = "zz", .difficulty = 1 };
	static struct bank lost_bank = { .topics = gone, .topic_count = 1, .items = &lost };
	struct progress *p;

	start();
	row_texts[5] = (struct answer_item){ &lost_bank, &lost };
	row_items[0].topic = 2;
	row_session(900, "b45");
	row_answer(0, 2);
	row_answer(5, 4);
	p = add_up();
	CHECK_INT(p->topics[0].level.n, 0);
	CHECK_INT(p->topics[2].level.n, 1);
	CHECK_INT(p->overall.level.n, 2);
	CHECK(p->all[1].topic == NO_TOPIC);
	progress_free(p);
}

TEST(time_is_counted_against_the_limit_of_each_answer)
{
	static const int64_t used[] = { 120000, 120001, 60000, 30000, 240000 };
	struct progress *p;

	start();
	row_session(900, "b45");
	for (size_t i = 0; i < 5; i++)
		row_answer(i, 2)->used_ms = used[i];
	row_session(901, "b45");
	row_answer(0, 2)->used_ms = 999999;     /* a retry */
	p = add_up();
	CHECK_INT(p->topics[0].time.n, 5);
	CHECK_INT(p->topics[0].time.within, 3);         /* the limit itself is within */
	CHECK_INT(p->topics[0].time.used_ms, 570001);
	CHECK_INT(p->topics[0].time.limit_ms, 600000);
	CHECK_NEAR(p->topics[0].time.median, 1.0, 1e-12);
	CHECK_NEAR(p->topics[0].time.slow, 120001.0 / 120000 * 0.8 + 2.0 * 0.2, 1e-9);
	CHECK_INT(p->sessions[0].time.n, 5);
	CHECK_INT(p->sessions[1].time.n, 0);
	progress_free(p);
}

TEST(predictions_and_own_grades_are_compared_with_what_came)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	for (size_t i = 0; i < 5; i++) {
		struct answer *v = row_answer(i, 3);

		v->grade_interviewer = 2;
		v->prediction = i < 4 ? 4 : -1;
	}
	row_v[1].grade_interviewer = 3;
	p = add_up();
	CHECK_INT(p->series, SERIES_INTERVIEWERS);
	CHECK_INT(p->prediction_gap.n, 4);
	CHECK_NEAR(p->prediction_gap.mean, 1.75, 1e-12);
	CHECK(p->prediction_gap.ranged);
	CHECK_INT(p->predictions[4].n, 4);
	CHECK_NEAR(p->predictions[4].mean, 2.25, 1e-12);
	CHECK_INT(p->predictions[3].n, 0);
	CHECK_INT(p->self_gap.n, 5);
	CHECK_NEAR(p->self_gap.mean, 0.8, 1e-12);
	CHECK_INT(p->agreement.exact, 1);
	CHECK_INT(p->agreement.within_one, 5);
	CHECK(!p->agreement.has_kappa);
	CHECK_NEAR(p->sessions[0].gap.mean, 1.75, 1e-12);
	CHECK_INT(p->sessions[0].gap.n, 4);
	progress_free(p);
}

TEST(the_trend_takes_sessions_on_a_blueprint_and_drills_count_in_levels_only)
{
	struct progress *p;

	start();
	for (int s = 0; s < 6; s++) {
		row_session(900 + s, s == 5 ? ANSWERS_DRILL : "b45");
		for (size_t k = 0; k < 9; k++)
			row_answer((size_t)s * 9 + k, s < 2 ? 1 : s == 5 ? 0 : 3);
	}
	p = add_up();
	CHECK_INT(p->answers, 54);
	CHECK_INT(p->trend_sessions, 5);
	CHECK(p->trend_line);
	CHECK_INT(p->change.word, CHANGE_ROSE);
	CHECK(p->sessions[4].in_trend);
	CHECK(p->sessions[4].trend.level > 2.5);
	CHECK_NEAR(p->now.level, p->sessions[4].trend.level, 0);
	CHECK_NEAR(p->now.low, p->sessions[4].trend.low, 0);
	CHECK(!p->sessions[5].in_trend);
	CHECK(p->sessions[5].drill);
	progress_free(p);
}

TEST(four_sessions_have_a_line_and_no_word)
{
	struct progress *p;

	start();
	for (int s = 0; s < 4; s++) {
		row_session(900 + s, "b45");
		for (size_t k = 0; k < 9; k++)
			row_answer((size_t)s * 9 + k, s < 2 ? 0 : 4);
	}
	p = add_up();
	CHECK(p->trend_line);
	CHECK(p->change.low > 0);
	CHECK_INT(p->change.word, CHANGE_TOO_FEW);
	progress_free(p);
}

static uint64_t
ticks(int k1, int k2, int k3)
{
	return (uint64_t)(k1 | k2 << 2 | k3 << 4);
}

TEST(missed_points_are_counted_over_all_meetings_those_still_missing_first)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	row_answer(0, 2)->ticks_own = ticks(2, 0, 0);
	row_answer(1, 1)->ticks_own = ticks(0, 1, 2);
	row_answer(2, 3);                       /* graded without a tick: nothing is known */
	row_answer(3, 0)->no_answer = true;     /* passed: nobody asked for its points */
	row_session(901, "b45");
	row_answer(0, 2)->ticks_own = ticks(2, 0, 2);
	p = add_up();
	CHECK_INT(p->missed_count, 3);
	CHECK_STR(p->missed[0].item->id, "i00");
	CHECK_STR(p->missed[0].point->id, "k2");
	CHECK_INT(p->missed[0].asked, 2);
	CHECK_INT(p->missed[0].missed, 2);
	CHECK(p->missed[0].missed_last);
	CHECK_INT(p->missed[0].last_number, 2);
	CHECK_STR(p->missed[1].item->id, "i01");
	CHECK_STR(p->missed[1].point->id, "k1");
	CHECK_INT(p->missed[1].asked, 1);
	CHECK_STR(p->missed[2].point->id, "k3");        /* of i00, said at last */
	CHECK(!p->missed[2].missed_last);
	progress_free(p);
}

TEST(a_grade_of_1_without_a_tick_missed_every_point)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	row_answer(0, 1);
	p = add_up();
	CHECK_INT(p->missed_count, 3);
	CHECK_STR(p->missed[0].point->id, "k1");        /* the essential one first */
	progress_free(p);
}

TEST(the_history_that_ranks_is_the_one_the_draw_uses)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	row_answer(0, 1);
	row_answer(1, 3)->grade_interviewer = 2;
	row_answer(40, 2);
	row_session(1000, "b45");
	row_answer(40, 1);              /* today */
	row_answer(50, 4)->swapped = true;
	p = add_up();
	CHECK_INT(p->history[0].times_met, 1);
	CHECK_INT(p->history[0].last_met_day, 900);
	CHECK_INT(p->history[1].last_grade, 2);         /* the interviewer's counts before one's own */
	CHECK_INT(p->history[40].times_met, 2);
	CHECK_INT(p->history[40].last_met_session, 2);
	CHECK_INT(p->history[50].times_met, 1);
	CHECK_INT(p->history[2].times_met, 0);
	CHECK_INT(p->repeat_count, 2);
	CHECK_INT(p->repeats[0], 0);
	CHECK_INT(p->repeats[1], 1);
	CHECK_INT(p->next.item_count, 2);
	CHECK_INT(p->next.items[0].days, 100);
	CHECK_INT(p->next.items[0].minutes, 8);
	progress_free(p);
}

TEST(another_persons_answers_are_not_mixed_in)
{
	struct progress *p;

	start();
	row_session(900, "b45");
	row_answer(0, 0);
	row_person("Ben");
	row_session(900, "b45");
	row_answer(0, 4);
	p = add_up();
	CHECK_INT(p->answers, 1);
	CHECK_NEAR(p->overall.level.mean, 4.0, 0);
	CHECK_INT(p->session_count, 1);
	progress_free(p);
}

TEST(the_local_day_decides)
{
	struct progress *p;

	start();
	row_session(900, "b45")->utc_offset_min = 13 * 60;      /* noon in UTC is one o'clock of the next day */
	row_answer(0, 0);
	p = add_up();
	CHECK_INT(p->sessions[0].day, 901);
	progress_free(p);
}

TEST(series_have_names)
{
	CHECK_STR(series_name(SERIES_OWN), "own");
	CHECK_STR(series_name(SERIES_INTERVIEWERS), "interviewers");
	CHECK_STR(series_text(SERIES_OWN), "your own marks");
	CHECK_STR(series_text(SERIES_INTERVIEWERS), "marked by interviewers");
}
