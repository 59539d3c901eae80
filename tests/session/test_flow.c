#include "form.h"
/* The way through a session: which phase follows which, in each mode. */

static struct sitting t;

/* Presses Enter `n` times, a second apart. */
static void
enter(int n)
{
	for (int i = 0; i < n; i++)
		DO(IN_NEXT);
}

static void
finish(void)
{
	check_replay(&t);
	session_free(t.s);
}

TEST(practice_goes_through_every_phase_of_an_item_and_opens_the_next)
{
	static const enum phase way[] = { PHASE_READ, PHASE_THINK, PHASE_ANSWER, PHASE_PREDICT };

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	for (size_t i = 0; i < 4; i++) {
		CHECK_INT(session_phase(t.s), way[i]);
		if (i < 3)
			enter(1);
	}
	REFUSED(IN_NEXT, 0, 0, REFUSED_HERE);
	DO_WITH(IN_PREDICT, 3, 0);
	CHECK_INT(session_phase(t.s), PHASE_REVEAL);
	enter(1);
	CHECK_INT(session_phase(t.s), PHASE_TICK);
	DO_WITH(IN_TICK, 0, TICK_YES);
	enter(1);
	CHECK_INT(session_phase(t.s), PHASE_GRADE);
	enter(1);
	CHECK_INT(last(&t)->kind, EV_GRADE);
	CHECK_INT(last(&t)->n[0], 2);           /* 50 % */
	CHECK_INT(session_phase(t.s), PHASE_NOTE);
	enter(1);
	CHECK_INT(last(&t)->kind, EV_OPEN);
	CHECK_INT(session_position(t.s), 1);
	CHECK_INT(session_phase(t.s), PHASE_READ);
	CHECK_INT(rec(&t, 0)->phase, PHASE_CLOSED);
	CHECK_INT(rec(&t, 0)->state, ITEM_RATED);
	CHECK_INT(rec(&t, 0)->prediction, 3);
	CHECK_INT(rec(&t, 0)->self.grade, 2);
	CHECK_INT(rec(&t, 0)->interviewer.grade, -1);
	finish();
}

TEST(a_follow_up_is_asked_before_the_prediction_outside_the_limit)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PASS);
	enter(2);                               /* reveal, note: on to the item with a follow-up */
	CHECK_INT(session_position(t.s), 1);
	enter(3);
	CHECK_INT(session_phase(t.s), PHASE_FOLLOW_UP);
	CHECK_INT(rec(&t, 1)->state, ITEM_ANSWERED);
	DO_AFTER(500000, IN_NEXT);
	CHECK_INT(session_phase(t.s), PHASE_PREDICT);
	CHECK_INT(rec(&t, 1)->follow_up_ms, 500000);
	CHECK_INT(rec(&t, 1)->over_ms, 0);
	CHECK_INT(session_used_ms(t.s, t.now_ms), 3000);
	finish();
}

TEST(follow_ups_switched_off_are_not_asked)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_FOLLOW_UPS_OFF);
	DO(IN_PASS);
	enter(2);
	enter(3);
	CHECK_INT(session_position(t.s), 1);
	CHECK_INT(session_phase(t.s), PHASE_PREDICT);
	finish();
}

TEST(practice_ends_after_the_note_of_the_last_item)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	for (int i = 0; i < FORM_ITEMS; i++) {
		DO(IN_PASS);
		enter(1);
		CHECK_INT(session_phase(t.s), PHASE_NOTE);
		CHECK(!session_done(t.s));
		enter(1);
	}
	CHECK(session_done(t.s));
	CHECK_INT(last(&t)->kind, EV_END);
	CHECK_INT(last(&t)->n[0], 0);
	CHECK_INT(last(&t)->item, -1);
	CHECK_INT(session_position(t.s), -1);
	CHECK_INT(session_phase(t.s), PHASE_NONE);
	CHECK_INT(rec(&t, 2)->phase, PHASE_CLOSED);
	REFUSED(IN_NEXT, 0, 0, REFUSED_HERE);
	REFUSED(IN_UNDO, 0, 0, REFUSED_HERE);
	REFUSED(IN_END, 0, 0, REFUSED_HERE);
	finish();
}

TEST(a_pass_is_a_grade_0_of_its_own_and_leaves_out_ticks_and_grade)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_NEXT);
	DO(IN_PASS);
	CHECK_INT(session_phase(t.s), PHASE_REVEAL);
	CHECK_INT(rec(&t, 0)->state, ITEM_RATED);
	CHECK(rec(&t, 0)->no_answer && rec(&t, 0)->self.no_answer && rec(&t, 0)->self.settled);
	CHECK_INT(rec(&t, 0)->self.grade, 0);
	CHECK_INT(rec(&t, 0)->self.seq, last(&t)->seq);
	CHECK_INT(rec(&t, 0)->prediction, -1);
	REFUSED(IN_TICK, 0, -1, REFUSED_HERE);
	REFUSED(IN_GRADE, 3, 0, REFUSED_HERE);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	DO(IN_NEXT);
	CHECK_INT(session_phase(t.s), PHASE_NOTE);
	finish();
}

TEST(after_the_answer_it_is_too_late_to_pass)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	enter(3);
	REFUSED(IN_PASS, 0, 0, REFUSED_HERE);
	finish();
}

TEST(live_asks_all_items_and_then_reviews_each_in_turn)
{
	sit(&t, MODE_SOLO, REVIEW_END, 0);
	enter(3);
	DO_WITH(IN_PREDICT, 1, 0);
	CHECK_INT(session_phase(t.s), PHASE_BETWEEN);
	enter(1);
	CHECK_INT(rec(&t, 0)->phase, PHASE_BETWEEN);
	CHECK_INT(rec(&t, 0)->state, ITEM_ANSWERED);
	CHECK_INT(session_position(t.s), 1);
	DO(IN_PASS);
	CHECK_INT(session_phase(t.s), PHASE_BETWEEN);
	enter(1);
	enter(3);
	DO_WITH(IN_PREDICT, 4, 0);
	enter(1);                               /* the review begins */
	CHECK_INT(session_position(t.s), 0);
	CHECK_INT(session_phase(t.s), PHASE_REVEAL);
	enter(2);
	CHECK_INT(session_phase(t.s), PHASE_GRADE);
	DO_WITH(IN_GRADE, 3, 0);
	CHECK_INT(last(&t)->n[1], 0);           /* what was proposed is kept beside it */
	enter(1);
	CHECK_INT(session_position(t.s), 1);
	CHECK_INT(session_phase(t.s), PHASE_REVEAL);
	enter(1);
	CHECK_INT(session_phase(t.s), PHASE_NOTE);      /* passed: nothing to mark */
	enter(1);
	CHECK_INT(session_position(t.s), 2);
	enter(4);                               /* tick, grade, the proposal, end */
	CHECK(session_done(t.s));
	CHECK_INT(last(&t)->n[0], 0);
	CHECK_INT(rec(&t, 0)->self.grade, 3);
	CHECK_INT(rec(&t, 2)->self.grade, 0);
	CHECK(!rec(&t, 2)->self.no_answer);
	finish();
}

TEST(led_takes_ticks_while_the_candidate_answers_and_the_grade_after_the_prediction)
{
	sit(&t, MODE_LED, REVIEW_EACH, 0);
	enter(1);
	REFUSED(IN_TICK, 0, -1, REFUSED_HERE);
	REFUSED(IN_HINT, 0, 0, REFUSED_HERE);
	enter(1);
	CHECK_INT(session_phase(t.s), PHASE_ANSWER);
	DO_WITH(IN_TICK, 0, -1);
	DO(IN_HINT);
	DO_WITH(IN_MISTAKE, 1, -1);
	enter(1);
	REFUSED(IN_GRADE, 2, 0, REFUSED_HERE);
	DO_WITH(IN_TICK, 1, -1);
	DO_WITH(IN_PREDICT, -1, 0);             /* declined */
	CHECK_INT(session_phase(t.s), PHASE_GRADE);
	CHECK_INT(rec(&t, 0)->prediction, -1);
	DO_WITH(IN_TICK, 2, TICK_PARTLY);
	DO_WITH(IN_GRADE, -1, 0);
	CHECK_INT(session_phase(t.s), PHASE_NOTE);
	CHECK_INT(rec(&t, 0)->interviewer.grade, 2);    /* a mistake caps it */
	CHECK_INT(rec(&t, 0)->interviewer.mistakes, 2);
	CHECK_INT(rec(&t, 0)->interviewer.ticks[2], TICK_PARTLY);
	CHECK_INT(rec(&t, 0)->hints, 1);
	CHECK(!rec(&t, 0)->self.settled);
	enter(1);
	CHECK_INT(session_position(t.s), 1);
	finish();
}

TEST(led_goes_from_a_pass_to_the_note_whatever_the_review)
{
	sit(&t, MODE_LED, REVIEW_END, 0);
	enter(2);
	DO_WITH(IN_TICK, 0, TICK_YES);
	DO(IN_PASS);
	CHECK_INT(session_phase(t.s), PHASE_NOTE);
	CHECK(rec(&t, 0)->interviewer.no_answer);
	CHECK_INT(rec(&t, 0)->interviewer.ticks[0], TICK_NO);
	finish();
}

TEST(solo_knows_neither_hints_nor_a_declined_prediction)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	REFUSED(IN_HINT, 0, 0, REFUSED_NOT_LED);
	enter(3);
	REFUSED(IN_PREDICT, -1, 0, REFUSED_NOT_LED);
	REFUSED(IN_PREDICT, 5, 0, REFUSED_OUT_OF_RANGE);
	REFUSED(IN_PREDICT, -2, 0, REFUSED_OUT_OF_RANGE);
	finish();
}

TEST(facts_come_one_by_one_until_there_are_no_more)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	REFUSED(IN_FACT, 0, 0, REFUSED_NO_MORE_FACTS);  /* the first item has none */
	DO(IN_PASS);
	enter(2);
	for (int i = 0; i < 3; i++) {
		DO(IN_FACT);
		CHECK_INT(last(&t)->n[0], i);
	}
	REFUSED(IN_FACT, 0, 0, REFUSED_NO_MORE_FACTS);
	CHECK_INT(rec(&t, 1)->facts, 3);
	CHECK_INT(rec(&t, 1)->facts_given, 7);
	finish();
}

TEST(ticks_cycle_no_yes_partly_and_stay_in_range)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	enter(3);
	DO_WITH(IN_PREDICT, 2, 0);
	enter(1);
	DO_WITH(IN_TICK, 2, -1);
	CHECK_INT(rec(&t, 0)->self.ticks[2], TICK_YES);
	DO_WITH(IN_TICK, 2, -1);
	CHECK_INT(rec(&t, 0)->self.ticks[2], TICK_PARTLY);
	DO_WITH(IN_TICK, 2, -1);
	CHECK_INT(rec(&t, 0)->self.ticks[2], TICK_NO);
	REFUSED(IN_TICK, 2, TICK_NO, REFUSED_NOT);
	REFUSED(IN_TICK, 3, -1, REFUSED_OUT_OF_RANGE);
	REFUSED(IN_TICK, 32, -1, REFUSED_OUT_OF_RANGE);
	REFUSED(IN_TICK, -1, -1, REFUSED_OUT_OF_RANGE);
	REFUSED(IN_TICK, 0, 3, REFUSED_OUT_OF_RANGE);
	DO_WITH(IN_MISTAKE, 1, -1);
	CHECK_INT(rec(&t, 0)->self.mistakes, 2);
	REFUSED(IN_MISTAKE, 1, 1, REFUSED_NOT);
	DO_WITH(IN_MISTAKE, 1, -1);
	CHECK_INT(rec(&t, 0)->self.mistakes, 0);
	REFUSED(IN_MISTAKE, 2, -1, REFUSED_OUT_OF_RANGE);
	finish();
}

TEST(an_early_end_leaves_the_rest_not_asked_and_the_answered_unrated)
{
	sit(&t, MODE_SOLO, REVIEW_END, 0);
	enter(3);
	DO_WITH(IN_PREDICT, 2, 0);
	enter(1);
	DO(IN_PAUSE);
	DO(IN_END);
	CHECK_INT(last(&t)->n[0], 1);
	CHECK_INT(session_state(t.s), SESSION_ENDED);
	CHECK_INT(rec(&t, 0)->state, ITEM_ANSWERED);
	CHECK_INT(rec(&t, 0)->phase, PHASE_BETWEEN);
	CHECK_INT(rec(&t, 1)->state, ITEM_OPEN);
	CHECK_INT(rec(&t, 1)->phase, PHASE_READ);
	CHECK_INT(rec(&t, 1)->pause_ms, 1000);
	CHECK_INT(rec(&t, 2)->state, ITEM_NOT_ASKED);
	finish();
}

TEST(a_note_is_taken_anywhere_and_an_answer_until_the_prediction)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_WITH(IN_NOTE, 0, 1);
	CHECK_INT(last(&t)->n[1], 1);
	DO_WITH(IN_ANSWER, 0, 0);
	CHECK_INT(last(&t)->n[0], NOTE_ANSWER);
	DO(IN_PAUSE);
	DO(IN_NOTE);
	REFUSED(IN_ANSWER, 0, 0, REFUSED_HERE);
	DO(IN_PAUSE);
	enter(3);
	DO(IN_ANSWER);
	DO_WITH(IN_PREDICT, 2, 0);
	REFUSED(IN_ANSWER, 0, 0, REFUSED_HERE);
	DO(IN_NOTE);
	DO(IN_END);
	DO(IN_NOTE);
	CHECK_INT(last(&t)->item, -1);
	finish();
}

TEST(a_swap_begins_the_item_anew_with_a_full_limit)
{
	sit(&t, MODE_LED, REVIEW_EACH, 0);
	DO_AFTER(10000, IN_NEXT);
	DO_AFTER(20000, IN_NEXT);
	DO_WITH(IN_TICK, 0, TICK_YES);
	DO(IN_FLAG);
	DO(IN_EXTEND);
	CHECK_INT(swapped(&t, 5000, 4), 1);
	CHECK_INT(session_phase(t.s), PHASE_READ);
	CHECK(session_item(t.s, 0)->item == &test_items[4]);
	CHECK(rec(&t, 0)->known);
	CHECK_INT(rec(&t, 0)->snapshot[0], 5);
	CHECK_INT(rec(&t, 0)->swapped_ms, 38000);
	CHECK_INT(rec(&t, 0)->limit_ms, LIMIT_MS);
	CHECK_INT(rec(&t, 0)->opened_ms, 0);
	CHECK_INT(rec(&t, 0)->interviewer.ticks[0], TICK_NO);
	CHECK(!rec(&t, 0)->flagged);
	CHECK_INT(session_used_ms(t.s, t.now_ms + 500), 500);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	CHECK_INT(swapped(&t, 0, 4), 0);        /* for itself */
	enter(3);
	CHECK_INT(swapped(&t, 0, 3), 0);        /* after the answer */
	finish();
}

TEST(two_swaps_of_one_position_replay_without_the_items_between)
{
	sit(&t, MODE_LED, REVIEW_EACH, 0);
	CHECK_INT(swapped(&t, 1000, 4), 1);
	enter(2);
	DO_WITH(IN_TICK, 4, TICK_YES);          /* the last item has no such key point */
	DO_AFTER(0, IN_FACT);
	CHECK_INT(swapped(&t, 1000, 3), 1);
	finish();
}

TEST(a_swap_in_a_pause_is_refused)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PAUSE);
	CHECK_INT(swapped(&t, 0, 3), 0);
	CHECK(session_item(t.s, 0)->item == &test_items[0]);
	finish();
}

static struct rating
marks(enum actor actor, int grade)
{
	struct rating r = { .actor = actor, .grade = grade };

	r.ticks[0] = TICK_YES;
	r.ticks[2] = TICK_PARTLY;
	r.mistakes = 2;
	return r;
}

TEST(an_amendment_after_the_end_stands_beside_the_old_rating)
{
	struct rating r = marks(ACTOR_INTERVIEWER, 3);

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PASS);
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms, &t.log[t.log_count]), 0);        /* not ended */
	enter(2);
	enter(1);
	DO(IN_END);
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms + 7, &t.log[t.log_count++]), 1);
	CHECK_INT(rec(&t, 0)->interviewer.grade, 3);
	CHECK_INT(rec(&t, 0)->interviewer.proposed, 2);
	CHECK_INT(rec(&t, 0)->interviewer.ticks[2], TICK_PARTLY);
	CHECK_INT(rec(&t, 0)->interviewer.mistakes, 2);
	CHECK_INT(rec(&t, 0)->interviewer.seq, last(&t)->seq);
	CHECK_INT(rec(&t, 0)->interviewer.at_ms, t.now_ms + 7);
	CHECK_INT(rec(&t, 0)->self.grade, 0);   /* untouched */
	r = marks(ACTOR_CANDIDATE, 1);
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms + 8, &t.log[t.log_count++]), 1);
	CHECK_INT(rec(&t, 0)->self.grade, 1);
	CHECK(!rec(&t, 0)->self.no_answer);
	CHECK_INT(rec(&t, 0)->interviewer.grade, 3);
	finish();
}

TEST(an_answer_left_unrated_by_an_early_end_can_be_rated_later)
{
	struct rating r = marks(ACTOR_CANDIDATE, 2);

	sit(&t, MODE_SOLO, REVIEW_END, 0);
	enter(3);
	DO(IN_END);
	CHECK_INT(rec(&t, 0)->state, ITEM_ANSWERED);
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms, &t.log[t.log_count++]), 1);
	CHECK_INT(rec(&t, 0)->state, ITEM_RATED);
	CHECK_INT(rec(&t, 0)->self.grade, 2);
	finish();
}

TEST(an_amendment_of_what_was_not_answered_or_out_of_range_is_refused)
{
	struct event ev;
	struct rating r = marks(ACTOR_INTERVIEWER, 5);

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PASS);
	enter(2);
	DO(IN_END);
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms, &ev), 0);
	r.grade = 4;
	CHECK_INT(session_amend(t.s, 1, &r, t.now_ms, &ev), 0);        /* open, not answered */
	CHECK_INT(session_amend(t.s, 2, &r, t.now_ms, &ev), 0);
	CHECK_INT(session_amend(t.s, 3, &r, t.now_ms, &ev), 0);
	CHECK_INT(session_amend(t.s, -1, &r, t.now_ms, &ev), 0);
	r.no_answer = true;
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms, &ev), 0);
	r.no_answer = false;
	r.ticks[3] = TICK_YES;                  /* the item has three key points */
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms, &ev), 0);
	r.ticks[3] = TICK_NO;
	r.mistakes = 4;
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms, &ev), 0);
	r.mistakes = 0;
	r.actor = ACTOR_SYSTEM;
	CHECK_INT(session_amend(t.s, 0, &r, t.now_ms, &ev), 0);
	finish();
}
