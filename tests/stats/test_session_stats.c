#include "test.h"
#include "viva/stats.h"
/* The figures of one session. */

#define ITEMS 6
static struct item_record items[ITEMS];
static struct event events[8];
static struct record r;

/* A session of six items on which nothing has happened. */
static void
fresh(void)
{
	memset(items, 0, sizeof(items));
	memset(events, 0, sizeof(events));
	for (int i = 0; i < ITEMS; i++) {
		items[i].position = i;
		items[i].state = ITEM_NOT_ASKED;
		items[i].opened_ms = -1;
		items[i].prediction = -1;
		items[i].limit_ms = 100000;
		items[i].self.grade = items[i].interviewer.grade = -1;
	}
	r = (struct record){ .items = items, .item_count = ITEMS, .events = events };
}

static void
rate(struct rating *rating, int grade)
{
	rating->settled = true;
	rating->grade = grade;
}

/* Position `i` answered in `used_ms` with its own grade, -1 for none. */
static void
answer(int i, int64_t used_ms, int prediction, int grade)
{
	struct item_record *it = &items[i];

	it->state = grade >= 0 ? ITEM_RATED : ITEM_ANSWERED;
	it->opened_ms = 0;
	it->read_ms = 1000;
	it->think_ms = 2000;
	it->answer_ms = used_ms - 3000;
	it->over_ms = used_ms > it->limit_ms ? used_ms - it->limit_ms : 0;
	it->prediction = prediction;
	if (grade >= 0)
		rate(&it->self, grade);
}

static void
pass(int i)
{
	items[i].state = ITEM_RATED;
	items[i].opened_ms = 0;
	items[i].answer_ms = 500000;
	items[i].over_ms = 400000;
	items[i].no_answer = items[i].self.no_answer = true;
	rate(&items[i].self, 0);
}

static struct session_stats
figures(void)
{
	struct session_stats st;

	stats_session(&st, &r);
	return st;
}

TEST(items_are_counted_by_what_became_of_them)
{
	struct session_stats st;

	fresh();
	answer(0, 100000, 3, 2);
	answer(1, 100001, 3, -1);               /* answered, not rated */
	pass(2);
	items[3].state = ITEM_OPEN;             /* opened, then ended */
	items[3].opened_ms = 5;
	items[3].known = true;
	items[4].state = ITEM_PENDING;          /* still to come */
	st = figures();
	CHECK_INT(st.items, 6);
	CHECK_INT(st.asked, 4);
	CHECK_INT(st.answered, 2);
	CHECK_INT(st.no_answers, 1);
	CHECK_INT(st.not_asked, 1);
	CHECK_INT(st.rated, 2);
	CHECK_INT(st.known, 1);
	CHECK_INT(st.within_limit, 1);          /* the limit itself is within, a millisecond more is not */
	CHECK_INT(st.limit_ms, 200000);
	CHECK_INT(st.used_ms, 200001);          /* the pass's time is no answer's */
}

TEST(a_pass_counts_as_grade_0_in_the_mean_and_not_in_the_calibration)
{
	struct session_stats st;

	fresh();
	answer(0, 50000, 4, 3);
	answer(1, 50000, 1, 2);
	answer(2, 50000, 4, 2);
	answer(3, 50000, -1, 4);                /* no prediction */
	pass(4);
	st = figures();
	CHECK_INT(st.grade.n, 5);
	CHECK_NEAR(st.grade.value, 11.0 / 5, 1e-12);
	CHECK_INT(st.prediction.n, 3);
	CHECK_NEAR(st.prediction.value, 3.0, 1e-12);
	CHECK_INT(st.gap.n, 3);
	CHECK_NEAR(st.gap.value, 2.0 / 3, 1e-12);
	CHECK_INT(st.self_gap.n, 0);
}

TEST(an_interviewers_grade_counts_before_ones_own_and_both_give_the_difference)
{
	struct session_stats st;

	fresh();
	answer(0, 50000, 3, 4);
	answer(1, 50000, 3, 3);
	rate(&items[0].interviewer, 2);
	st = figures();
	CHECK_NEAR(st.grade.value, 2.5, 1e-12);
	CHECK_NEAR(st.gap.value, 0.5, 1e-12);
	CHECK_INT(st.self_gap.n, 1);
	CHECK_NEAR(st.self_gap.value, 2.0, 1e-12);
	CHECK(!st.by_interviewer);              /* one grade is still the candidate's own */
	rate(&items[1].interviewer, 3);
	CHECK(figures().by_interviewer);
}

TEST(best_and_worst_go_to_the_earlier_and_are_never_one)
{
	static const struct { int grades[3], best, worst; } table[] = {
		{ { 2, 3, 1 }, 1, 2 }, { { 3, 3, 1 }, 0, 2 }, { { 1, 1, 3 }, 2, 0 }, { { 2, 2, 2 }, 0, -1 },
		{ { 0, 0, 1 }, 2, 0 }, { { -1, 2, -1 }, 1, -1 }, { { -1, -1, -1 }, -1, -1 },
	};

	for (size_t k = 0; k < sizeof(table) / sizeof(table[0]); k++) {
		struct session_stats st;

		fresh();
		for (int i = 0; i < 3; i++)
			answer(i, 50000, 2, table[k].grades[i]);
		st = figures();
		CHECK_INT(st.best, table[k].best);
		CHECK_INT(st.worst, table[k].worst);
	}
}

TEST(slowest_is_the_largest_share_over_its_own_limit)
{
	fresh();
	CHECK_INT(figures().slowest, -1);
	answer(0, 100000, 2, 2);
	pass(1);                                /* no answer is not slow */
	CHECK_INT(figures().slowest, -1);
	answer(2, 130000, 2, 2);
	items[3].limit_ms = 400000;
	answer(3, 500000, 2, 2);                /* more over, less of its limit */
	CHECK_INT(figures().slowest, 2);
	answer(4, 130000, 2, 2);
	CHECK_INT(figures().slowest, 2);        /* a tie goes to the earlier */
}

TEST(duration_runs_from_the_first_opening_to_the_end)
{
	static const struct event log[] = {
		{ .kind = EV_START, .at_ms = 10 }, { .kind = EV_OPEN, .at_ms = 50 },
		{ .kind = EV_OPEN, .at_ms = 500 }, { .kind = EV_PAUSE, .at_ms = 800 },
		{ .kind = EV_END, .at_ms = 1050 }, { .kind = EV_AMEND, .at_ms = 9000 },
	};

	fresh();
	memcpy(events, log, sizeof(log));
	r.event_count = 6;
	CHECK_INT(figures().duration_ms, 1000);
	r.event_count = 4;                      /* unfinished: to the last event */
	CHECK_INT(figures().duration_ms, 750);
	r.event_count = 1;
	CHECK_INT(figures().duration_ms, 0);
}

TEST(a_session_without_answers_has_no_means)
{
	struct session_stats st;

	fresh();
	st = figures();
	CHECK_INT(st.grade.n, 0);
	CHECK_INT(st.best, -1);
	CHECK_INT(st.worst, -1);
	CHECK(!st.by_interviewer);
	CHECK_INT(st.not_asked, 6);
}
