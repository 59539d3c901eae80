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
