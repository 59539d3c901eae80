#include "form.h"
/* Undo: what it takes back, how far it reaches, and where the time goes. */

static struct sitting t;

static void
finish(void)
{
	check_replay(&t);
	session_free(t.s);
}

static void
enter(int n)
{
	for (int i = 0; i < n; i++)
		DO(IN_NEXT);
}

TEST(undo_of_enter_goes_back_a_phase_and_the_time_since_is_a_pause)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(8000, IN_NEXT);
	DO_AFTER(3000, IN_UNDO);
	CHECK_INT(last(&t)->kind, EV_UNDO);
	CHECK_INT(last(&t)->n[0], last(&t)->seq - 1);
	CHECK_INT(session_phase(t.s), PHASE_READ);
	CHECK_INT(rec(&t, 0)->read_ms, 8000);
	CHECK_INT(rec(&t, 0)->think_ms, 0);
	CHECK_INT(rec(&t, 0)->pause_ms, 3000);
	CHECK_INT(rec(&t, 0)->pauses, 0);       /* nobody pressed pause */
	CHECK_INT(session_used_ms(t.s, t.now_ms + 500), 8500);
	finish();
}

TEST(undo_after_undo_takes_back_the_event_before)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(1000, IN_FLAG);
	DO_AFTER(2000, IN_NEXT);
	DO_AFTER(4000, IN_UNDO);
	CHECK_INT(session_undoable(t.s)->kind, EV_FLAG);
	DO_AFTER(8000, IN_UNDO);
	CHECK(!rec(&t, 0)->flagged);
	CHECK_INT(rec(&t, 0)->read_ms, 1000);
	CHECK_INT(rec(&t, 0)->pause_ms, 14000);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	finish();
}

TEST(pauses_after_the_undone_event_go_with_it)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(1000, IN_NEXT);
	DO_AFTER(1000, IN_PAUSE);
	DO_AFTER(5000, IN_PAUSE);
	DO_AFTER(1000, IN_PAUSE);
	DO_AFTER(5000, IN_UNDO);
	CHECK_INT(session_state(t.s), SESSION_RUNNING);
	CHECK_INT(session_phase(t.s), PHASE_READ);
	CHECK_INT(rec(&t, 0)->pauses, 0);
	CHECK_INT(rec(&t, 0)->pause_ms, 12000);
	CHECK_INT(rec(&t, 0)->read_ms, 1000);
	finish();
}

TEST(what_was_done_in_a_pause_is_undone_into_the_pause)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(1000, IN_PAUSE);
	DO_AFTER(1000, IN_NOTE);
	DO_AFTER(1000, IN_PAUSE);
	DO_AFTER(1000, IN_UNDO);
	CHECK_INT(session_state(t.s), SESSION_PAUSED);
	CHECK_INT(rec(&t, 0)->pauses, 1);
	CHECK_INT(rec(&t, 0)->pause_ms, 3000);
	finish();
}

TEST(a_counted_gap_after_the_undone_event_becomes_a_pause)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO_AFTER(1000, IN_NEXT);
	t.now_ms += 500;
	gap(&t, 70000, true);
	CHECK_INT(rec(&t, 0)->think_ms, 70500);
	DO_AFTER(500, IN_UNDO);
	CHECK_INT(rec(&t, 0)->think_ms, 0);
	CHECK_INT(rec(&t, 0)->pause_ms, 71000);
	finish();
}

TEST(a_prediction_with_its_reveal_is_final)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	enter(3);
	DO_WITH(IN_PREDICT, 4, 0);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	enter(1);                               /* reveal to tick can be taken back, and no more */
	DO(IN_UNDO);
	CHECK_INT(session_phase(t.s), PHASE_REVEAL);
	CHECK_INT(rec(&t, 0)->prediction, 4);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	finish();
}

TEST(a_prediction_without_a_reveal_can_be_taken_back)
{
	static const struct { enum mode mode; enum review review; } where[] = {
		{ MODE_SOLO, REVIEW_END }, { MODE_LED, REVIEW_EACH }, { MODE_LED, REVIEW_END },
	};

	for (size_t i = 0; i < 3; i++) {
		sit(&t, where[i].mode, where[i].review, 0);
		enter(3);
		DO_WITH(IN_PREDICT, 4, 0);
		DO(IN_UNDO);
		CHECK_INT(session_phase(t.s), PHASE_PREDICT);
		CHECK_INT(rec(&t, 0)->prediction, -1);
		DO(IN_UNDO);
		CHECK_INT(session_phase(t.s), PHASE_ANSWER);
		CHECK_INT(rec(&t, 0)->state, ITEM_OPEN);
		finish();
	}
}

TEST(a_grade_can_be_taken_back_until_the_next_item_opens)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	enter(3);
	DO_WITH(IN_PREDICT, 4, 0);
	enter(2);
	DO_WITH(IN_GRADE, 1, 0);
	DO(IN_UNDO);
	CHECK_INT(session_phase(t.s), PHASE_GRADE);
	CHECK_INT(rec(&t, 0)->state, ITEM_ANSWERED);
	CHECK(!rec(&t, 0)->self.settled);
	CHECK_INT(rec(&t, 0)->self.grade, -1);
	DO_WITH(IN_GRADE, 2, 0);
	enter(1);
	REFUSED(IN_UNDO, 0, 0, REFUSED_NOTHING_TO_UNDO);
	CHECK_INT(rec(&t, 0)->self.grade, 2);
	finish();
}

TEST(facts_hints_mistakes_and_extensions_can_be_taken_back)
{
	sit(&t, MODE_LED, REVIEW_EACH, 0);
	DO(IN_PASS);
	enter(1);
	enter(2);
	DO(IN_FACT);
	DO(IN_HINT);
	DO(IN_EXTEND);
	for (int i = 0; i < 3; i++)
		DO(IN_UNDO);
	CHECK_INT(rec(&t, 1)->facts, 0);
	CHECK_INT(rec(&t, 1)->facts_given, 0);
	CHECK_INT(rec(&t, 1)->hints, 0);
	CHECK_INT(rec(&t, 1)->limit_ms, LIMIT_MS);
	finish();
}

TEST(undo_reaches_back_a_fixed_number_of_events_and_replays_so)
{
	int undone = 0;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	for (int i = 0; i < SESSION_UNDO_MAX + 10; i++)
		DO_AFTER(1, IN_FLAG);
	while (input(&t, 1, IN_UNDO, 0, 0))
		undone++;
	CHECK_INT(undone, SESSION_UNDO_MAX);
	CHECK_INT(t.why, REFUSED_NOTHING_TO_UNDO);
	finish();
}
