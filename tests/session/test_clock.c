#include "form.h"
/* Time: the limit, pauses, extensions, gaps, the strict limit and the milestones. */

static struct sitting t;

static void
finish(void)
{
	check_replay(&t);
	session_free(t.s);
}

TEST(each_phase_has_its_own_time_and_the_limit_runs_over_three)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(11000, IN_NEXT);
	DO_AFTER(22000, IN_NEXT);
	DO_AFTER(100000, IN_NEXT);
	DO_AFTER(7000, IN_FLAG);
	CHECK_INT(rec(&t, 0)->read_ms, 11000);
	CHECK_INT(rec(&t, 0)->think_ms, 22000);
	CHECK_INT(rec(&t, 0)->answer_ms, 100000);
	CHECK_INT(rec(&t, 0)->review_ms, 7000);
	CHECK_INT(rec(&t, 0)->over_ms, 13000);
	CHECK_INT(session_used_ms(t.s, t.now_ms + 9000), 133000);
	finish();
}

TEST(the_limit_itself_is_not_over_and_a_millisecond_more_is)
{
	for (int more = 0; more < 2; more++) {
		sit(&t, MODE_SOLO, REVIEW_EACH, 0);
		DO_AFTER(LIMIT_MS + more, IN_NEXT);
		CHECK_INT(rec(&t, 0)->over_ms, more);
		finish();
	}
}

TEST(extra_time_stretches_the_limit_and_extensions_are_added_to_it)
{
	struct session_head head = a_head(MODE_SOLO, REVIEW_EACH, 0);

	head.extra_time_permille = 1500;
	sit_with(&t, head);
	t.log_count = session_begin(t.s, 0, t.log);
	CHECK_INT(t.log[1].n[0], LIMIT_MS);     /* the log holds the item's own */
	CHECK_INT(rec(&t, 0)->limit_ms, 180000);
	DO(IN_EXTEND);
	CHECK_INT(rec(&t, 0)->limit_ms, 240000);
	CHECK_INT(rec(&t, 0)->extended_ms, 60000);
	finish();
}

TEST(an_extension_after_the_limit_takes_back_what_was_over)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(LIMIT_MS + 10000, IN_FLAG);
	CHECK_INT(rec(&t, 0)->over_ms, 10000);
	DO_AFTER(0, IN_EXTEND);
	CHECK_INT(rec(&t, 0)->over_ms, 0);
	finish();
}

TEST(extensions_stop_at_a_day)
{
	int n = 0;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	while (n < 2000 && input(&t, 0, IN_EXTEND, 0, 0))
		n++;
	CHECK_INT(n, 1440);
	CHECK_INT(t.why, REFUSED_OUT_OF_RANGE);
	finish();
}

TEST(extending_after_the_answer_means_nothing)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	for (int i = 0; i < 3; i++)
		DO(IN_NEXT);
	REFUSED(IN_EXTEND, 0, 0, REFUSED_HERE);
	finish();
}

TEST(a_pause_stops_whichever_phase_runs)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(5000, IN_PAUSE);
	CHECK_INT(session_state(t.s), SESSION_PAUSED);
	CHECK_INT(session_used_ms(t.s, t.now_ms + 60000), 5000);
	REFUSED(IN_NEXT, 0, 0, REFUSED_PAUSED);
	REFUSED(IN_PASS, 0, 0, REFUSED_PAUSED);
	REFUSED(IN_FACT, 0, 0, REFUSED_PAUSED);
	DO_AFTER(60000, IN_PAUSE);
	CHECK_INT(last(&t)->kind, EV_RESUME);
	CHECK_INT(session_state(t.s), SESSION_RUNNING);
	CHECK_INT(rec(&t, 0)->pause_ms, 60000);
	CHECK_INT(rec(&t, 0)->pauses, 1);
	CHECK_INT(rec(&t, 0)->read_ms, 5000);
	for (int i = 0; i < 3; i++)
		DO(IN_NEXT);
	DO(IN_PAUSE);                           /* in predict as well */
	DO_AFTER(3000, IN_PAUSE);
	CHECK_INT(rec(&t, 0)->pause_ms, 63000);
	finish();
}

/* ---- strict ---- */

TEST(a_strict_limit_ends_the_answer_at_its_own_time_even_if_noticed_late)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_STRICT);
	CHECK_INT(session_deadline(t.s), LIMIT_MS);
	DO_AFTER(30000, IN_NEXT);
	CHECK_INT(session_deadline(t.s), LIMIT_MS);
	CHECK_INT(ticked(&t, LIMIT_MS - 30001), 0);     /* the moment before */
	CHECK_INT(ticked(&t, 5001), 1);                 /* we woke up late */
	CHECK_INT(last(&t)->at_ms, LIMIT_MS);
	CHECK_INT(last(&t)->kind, EV_PHASE);
	CHECK_INT(last(&t)->n[0], PHASE_PREDICT);
	CHECK_INT(last(&t)->actor, ACTOR_SYSTEM);
	CHECK_INT(rec(&t, 0)->over_ms, 0);
	CHECK_INT(rec(&t, 0)->think_ms, LIMIT_MS - 30000);
	CHECK_INT(rec(&t, 0)->state, ITEM_ANSWERED);
	CHECK_INT(ticked(&t, 0), 0);
	CHECK(session_deadline(t.s) == SESSION_NEVER);
	CHECK_INT(session_undoable(t.s) == NULL, 1);
	finish();
}

TEST(a_strict_limit_fires_at_its_very_millisecond)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_STRICT);
	CHECK_INT(ticked(&t, LIMIT_MS), 1);
	finish();
}

TEST(a_key_after_a_strict_limit_waits_for_the_limit)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_STRICT);
	t.now_ms = LIMIT_MS;
	REFUSED(IN_NEXT, 0, 0, REFUSED_STRICT);
	REFUSED(IN_PASS, 0, 0, REFUSED_STRICT);
	CHECK_INT(ticked(&t, 0), 1);
	DO(IN_ANSWER);                          /* what was being typed is not lost */
	finish();
}

TEST(strict_refuses_pause_and_extension_and_takes_back_nothing_of_the_answer)
{
	sit(&t, MODE_LED, REVIEW_EACH, SESSION_STRICT);
	REFUSED(IN_PAUSE, 0, 0, REFUSED_STRICT);
	REFUSED(IN_EXTEND, 0, 0, REFUSED_STRICT);
	DO(IN_FLAG);
	DO(IN_NEXT);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	DO(IN_NEXT);
	DO_WITH(IN_TICK, 0, -1);
	DO(IN_NEXT);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	DO_WITH(IN_TICK, 1, -1);
	DO(IN_UNDO);
	CHECK_INT(rec(&t, 0)->interviewer.ticks[1], TICK_NO);
	CHECK_INT(rec(&t, 0)->interviewer.ticks[0], TICK_YES);
	finish();
}

TEST(an_ordinary_session_has_no_deadline)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	CHECK(session_deadline(t.s) == SESSION_NEVER);
	CHECK_INT(ticked(&t, LIMIT_MS * 9), 0);
	finish();
}

/* ---- gaps ---- */

TEST(a_gap_is_added_to_the_running_phase_if_it_counts)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(5000, IN_NEXT);
	t.now_ms += 1000;
	gap(&t, 30000, false);
	CHECK_INT(rec(&t, 0)->think_ms, 1000);
	gap(&t, 30000, true);
	CHECK_INT(rec(&t, 0)->think_ms, 31000);
	CHECK_INT(session_last_ms(t.s), 6000);  /* the session clock did not see it */
	finish();
}

TEST(a_gap_in_a_pause_adds_nothing)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PAUSE);
	gap(&t, 30000, true);
	CHECK_INT(time_in_records(t.s), 1000);
	finish();
}

TEST(gaps_of_days_and_of_absurd_length_do_not_overflow)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	gap(&t, INT64_C(3) * 86400000, true);
	CHECK_INT(rec(&t, 0)->over_ms, INT64_C(3) * 86400000 - LIMIT_MS);
	gap(&t, -5, true);
	CHECK_INT(last(&t)->n[0], 0);
	gap(&t, INT64_MAX, true);
	CHECK_INT(last(&t)->n[0], SESSION_GAP_MAX_MS);
	finish();
}

TEST(a_counted_gap_uses_up_a_strict_limit_and_no_more)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_STRICT);
	t.now_ms = 4000;
	gap(&t, INT64_C(3) * 86400000, true);
	CHECK_INT(rec(&t, 0)->read_ms, LIMIT_MS);
	CHECK_INT(ticked(&t, 0), 1);
	CHECK_INT(last(&t)->at_ms, 4000);
	CHECK_INT(rec(&t, 0)->over_ms, 0);
	finish();
}

TEST(a_resume_after_a_strict_limit_that_nobody_saw_adds_no_answer_time)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_STRICT);
	t.now_ms = LIMIT_MS + 7000;
	gap(&t, 60000, true);
	CHECK_INT(rec(&t, 0)->read_ms, LIMIT_MS);
	CHECK_INT(rec(&t, 0)->review_ms, 7000);
	CHECK_INT(ticked(&t, 0), 1);
	CHECK_INT(last(&t)->at_ms, LIMIT_MS + 7000);
	finish();
}

/* ---- milestones ---- */

struct expected { enum milestone what; int64_t at_ms; };

static void
check_milestones(int64_t limit_ms, const struct expected *want, size_t count)
{
	struct session_head head = a_head(MODE_SOLO, REVIEW_EACH, 0);
	struct session_item item = an_item(0);
	struct event log[3];
	int64_t at_ms = 0;
	struct session *s;

	item.limit_ms = limit_ms;
	s = session_new(&head, &item, 1);
	session_begin(s, 0, log);
	for (size_t i = 0; i < count; i++) {
		CHECK_INT(session_next_milestone(s, at_ms, &at_ms), want[i].what);
		CHECK_INT(at_ms, want[i].at_ms);
	}
	CHECK_INT(session_next_milestone(s, at_ms, &at_ms), MILESTONE_NONE);
	session_free(s);
}

TEST(milestones_come_in_order_and_leave_out_the_early_and_the_crowded)
{
	static const struct expected of_5min[] = { { MILESTONE_HALF, 150000 }, { MILESTONE_60S, 240000 },
		{ MILESTONE_30S, 270000 }, { MILESTONE_10S, 290000 }, { MILESTONE_OVER, 300000 } };
	static const struct expected of_2min[] = { { MILESTONE_HALF, 60000 }, { MILESTONE_30S, 90000 },
		{ MILESTONE_10S, 110000 }, { MILESTONE_OVER, 120000 } };       /* half and 60 s are one */
	static const struct expected of_130s[] = { { MILESTONE_HALF, 65000 }, { MILESTONE_30S, 100000 },
		{ MILESTONE_10S, 120000 }, { MILESTONE_OVER, 130000 } };       /* 5 s after the half */
	static const struct expected of_132s[] = { { MILESTONE_HALF, 66000 }, { MILESTONE_60S, 72000 },
		{ MILESTONE_30S, 102000 }, { MILESTONE_10S, 122000 }, { MILESTONE_OVER, 132000 } };
	static const struct expected of_100s[] = { { MILESTONE_60S, 40000 }, { MILESTONE_HALF, 50000 },
		{ MILESTONE_30S, 70000 }, { MILESTONE_10S, 90000 }, { MILESTONE_OVER, 100000 } };
	static const struct expected of_75s[] = { { MILESTONE_60S, 15000 }, { MILESTONE_HALF, 37500 },
		{ MILESTONE_30S, 45000 }, { MILESTONE_10S, 65000 }, { MILESTONE_OVER, 75000 } };
	static const struct expected of_74s[] = { { MILESTONE_HALF, 37000 }, { MILESTONE_30S, 44000 },
		{ MILESTONE_10S, 64000 }, { MILESTONE_OVER, 74000 } };         /* 60 s comes before a fifth */
	static const struct expected of_1min[] = { { MILESTONE_HALF, 30000 }, { MILESTONE_10S, 50000 },
		{ MILESTONE_OVER, 60000 } };

	check_milestones(300000, of_5min, 5);
	check_milestones(120000, of_2min, 4);
	check_milestones(130000, of_130s, 4);
	check_milestones(132000, of_132s, 5);
	check_milestones(100000, of_100s, 5);
	check_milestones(75000, of_75s, 5);
	check_milestones(74000, of_74s, 4);
	check_milestones(60000, of_1min, 3);
}

TEST(milestones_move_with_a_pause_and_are_silent_in_it)
{
	int64_t at_ms = -1;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(20000, IN_PAUSE);
	CHECK_INT(session_next_milestone(t.s, t.now_ms, &at_ms), MILESTONE_NONE);
	DO_AFTER(100000, IN_PAUSE);
	CHECK_INT(session_next_milestone(t.s, t.now_ms, &at_ms), MILESTONE_HALF);
	CHECK_INT(at_ms, 160000);
	for (int i = 0; i < 3; i++)
		DO(IN_NEXT);
	CHECK_INT(session_next_milestone(t.s, t.now_ms, &at_ms), MILESTONE_NONE);      /* predict */
	finish();
}

TEST(a_hidden_clock_announces_nothing)
{
	int64_t at_ms;

	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_HIDE_CLOCK);
	CHECK_INT(session_next_milestone(t.s, 0, &at_ms), MILESTONE_NONE);
	finish();
}
