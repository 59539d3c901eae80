#include "form.h"
/* Stored logs: each impossible event is refused with its reason and leaves no trace. */

static struct sitting t;

/* Applies `ev` to `s`, which must refuse it for `reason`. */
static void
check_refused(struct session *s, struct event ev, const char *reason)
{
	struct err err = { .text = "" };
	char want[ERR_TEXT_BYTES];

	CHECK_INT(session_apply(s, &ev, &err), -1);
	CHECK_INT(err.status, EXIT_DAMAGED);
	snprintf(want, sizeof(want), "event %lld (%s): %s", (long long)ev.seq,
	    event_kind_name(ev.kind), reason);
	CHECK_STR(err.text, want);
}

static struct event
next(enum event_kind kind, int item, int64_t n1, int64_t n2)
{
	struct event ev = { .seq = session_last_seq(t.s) + 1, .kind = kind, .item = item,
		.at_ms = session_last_ms(t.s) + 10, .n = { n1, n2 } };

	ev.has_digest = kind == EV_DRAW || kind == EV_SWAP;
	ev.digest[0] = 99;
	return ev;
}

TEST(impossible_events_are_refused_with_the_reason)
{
	/* In READ of the first item, which has 3 key points, 2 mistakes, no facts, no follow-up. */
	static const struct impossible {
		enum event_kind kind;
		int item;
		int64_t n1, n2;
		const char *reason;
	} table[] = {
		{ EV_START, -1, 0, 0, "started twice" },
		{ EV_DRAW, 0, 1000, 0, "drawn outside the beginning" },
		{ EV_OPEN, 0, 0, 0, "position out of order" },
		{ EV_OPEN, 1, 0, 0, "opened before the item before it was done" },
		{ EV_OPEN, 3, 0, 0, "position out of order" },
		{ EV_OPEN, -1, 0, 0, "position out of order" },
		{ EV_PHASE, 0, PHASE_ANSWER, 0, "phase out of order" },
		{ EV_PHASE, 0, PHASE_READ, 0, "phase out of order" },
		{ EV_PHASE, 0, PHASE_PREDICT, 0, "phase out of order" },
		{ EV_PHASE, 0, PHASE_REVEAL, 0, "revealed out of order" },
		{ EV_PHASE, 0, 0, 0, "unknown phase" },
		{ EV_PHASE, 0, 12, 0, "unknown phase" },
		{ EV_PHASE, 1, PHASE_THINK, 0, "not the open item" },
		{ EV_RESUME, 0, 0, 0, "paused or resumed twice" },
		{ EV_PAUSE, 1, 0, 0, "not the open item" },
		{ EV_EXTEND, 0, 0, 0, "extension out of range" },
		{ EV_EXTEND, 0, -60000, 0, "extension out of range" },
		{ EV_EXTEND, 0, SESSION_LIMIT_MAX_MS + 1, 0, "extension out of range" },
		{ EV_EXTEND, 0, INT64_MAX, 0, "extension out of range" },
		{ EV_FACT, 0, 0, 0, "no such fact" },
		{ EV_FACT, 0, -1, 0, "no such fact" },
		{ EV_HINT, 0, 0, 0, "hint in a solo session" },
		{ EV_FLAG, 0, 0, 0, "flag changes nothing" },
		{ EV_FLAG, 0, 2, 0, "flag changes nothing" },
		{ EV_TICK, 0, 0, 2, "not in this phase" },
		{ EV_MISTAKE, 0, 0, 1, "not in this phase" },
		{ EV_PREDICT, 0, 2, 0, "not in this phase" },
		{ EV_GRADE, 0, 2, 2, "not in this phase" },
		{ EV_PASS, 0, 1, 0, "number out of place" },
		{ EV_SWAP, 0, 0, 0, "limit out of range" },
		{ EV_SWAP, 0, SESSION_LIMIT_MAX_MS + 1, 0, "limit out of range" },
		{ EV_SWAP, 0, 1000, 2, "retry is 0 or 1" },
		{ EV_NOTE, 0, 2, 0, "unknown kind of note" },
		{ EV_NOTE, -1, 0, 0, "not the open item" },
		{ EV_UNDO, 0, 5, 0, "nothing to undo" },
		{ EV_GAP, 0, -1, 0, "gap out of range" },
		{ EV_GAP, 0, SESSION_GAP_MAX_MS + 1, 0, "gap out of range" },
		{ EV_GAP, 0, 1, 2, "a gap counts or not" },
		{ EV_END, 0, 1, 0, "names an item" },
		{ EV_END, -1, 0, 0, "early or not does not fit the items" },
		{ EV_AMEND, 0, 2, 2, "amended before the end" },
		{ 0, 0, 0, 0, "unknown kind" },
		{ 22, 0, 0, 0, "unknown kind" },
	};

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		check_refused(t.s, next(table[i].kind, table[i].item, table[i].n1, table[i].n2),
		    table[i].reason);
	check_replay(&t);
	session_free(t.s);
}

TEST(a_sequence_with_a_hole_or_a_repeat_and_time_running_back_are_refused)
{
	struct event ev;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_NEXT);
	ev = next(EV_PHASE, 0, PHASE_ANSWER, 0);
	ev.seq++;
	check_refused(t.s, ev, "sequence number out of order");
	ev.seq -= 2;
	check_refused(t.s, ev, "sequence number out of order");
	ev.seq++;
	ev.at_ms = 999;
	check_refused(t.s, ev, "time runs backwards");
	ev.at_ms = SESSION_CLOCK_MAX_MS + 1;
	check_refused(t.s, ev, "time out of range");
	ev.at_ms = 1000;
	ev.actor = (enum actor)3;
	check_refused(t.s, ev, "unknown actor");
	ev.actor = ACTOR_CANDIDATE;
	ev.has_digest = true;
	check_refused(t.s, ev, "digest missing or out of place");
	ev.has_digest = false;
	CHECK_INT(session_apply(t.s, &ev, NULL), 0);
	session_free(t.s);
}

TEST(marks_beyond_the_item_are_refused)
{
	sit(&t, MODE_LED, REVIEW_EACH, 0);
	DO(IN_NEXT);
	DO(IN_NEXT);
	check_refused(t.s, next(EV_TICK, 0, 3, 2), "no such key point");
	check_refused(t.s, next(EV_TICK, 0, INT64_MAX, 2), "no such key point");
	check_refused(t.s, next(EV_TICK, 0, -1, 2), "no such key point");
	check_refused(t.s, next(EV_TICK, 0, 0, 3), "unknown tick");
	check_refused(t.s, next(EV_TICK, 0, 0, 0), "tick changes nothing");
	check_refused(t.s, next(EV_MISTAKE, 0, 2, 1), "no such mistake");
	check_refused(t.s, next(EV_MISTAKE, 0, 0, -1), "a mistake was made or not");
	check_refused(t.s, next(EV_PHASE, 0, PHASE_FOLLOW_UP, 0), "phase out of order");
	session_free(t.s);
}

TEST(a_log_begins_with_start_then_every_draw_then_the_first_opening)
{
	struct session *s;
	struct event ev;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	s = fresh_engine(t.s);
	ev = t.log[1];
	ev.seq = 1;
	check_refused(s, ev, "not started");
	ev = t.log[0];
	ev.n[0] = 2;
	check_refused(s, ev, "unknown mode or review");
	ev = t.log[0];
	ev.n[2] = SESSION_FLAGS_ALL + 1;
	check_refused(s, ev, "unknown flags");
	ev = t.log[0];
	ev.n[3] = 0;
	check_refused(s, ev, "extra time out of range");
	CHECK_INT(session_apply(s, &t.log[0], NULL), 0);
	ev = t.log[2];
	ev.seq = 2;
	check_refused(s, ev, "position out of order");
	ev = t.log[4];
	ev.seq = 2;
	check_refused(s, ev, "opened before the form was drawn");
	ev = t.log[1];
	ev.n[0] = 0;
	check_refused(s, ev, "limit out of range");
	CHECK_INT(session_apply(s, &t.log[1], NULL), 0);
	session_free(s);
	session_free(t.s);
}

TEST(nothing_but_amendments_and_notes_follows_the_end)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PASS);
	DO(IN_END);
	check_refused(t.s, next(EV_OPEN, 1, 0, 0), "after the end");
	check_refused(t.s, next(EV_PAUSE, -1, 0, 0), "after the end");
	check_refused(t.s, next(EV_GAP, -1, 5, 0), "after the end");
	check_refused(t.s, next(EV_END, -1, 1, 0), "after the end");
	check_refused(t.s, next(EV_UNDO, -1, 6, 0), "after the end");
	check_refused(t.s, next(EV_AMEND, 1, 2, 2), "amended without an answer");
	check_refused(t.s, next(EV_AMEND, 3, 2, 2), "no such position");
	check_refused(t.s, next(EV_NOTE, 0, 0, 0), "not the open item");
	session_free(t.s);
}

TEST(an_undo_must_name_the_event_that_undo_would_name)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_FLAG);
	DO(IN_NEXT);
	check_refused(t.s, next(EV_UNDO, 0, 6, 0), "undo names another event");
	check_refused(t.s, next(EV_UNDO, 0, 8, 0), "undo names another event");
	session_free(t.s);
}

TEST(a_strict_log_can_hold_no_pause_and_nothing_after_its_limit)
{
	struct event ev;

	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_STRICT);
	check_refused(t.s, next(EV_PAUSE, 0, 0, 0), "paused in a strict session");
	check_refused(t.s, next(EV_EXTEND, 0, 60000, 0), "extended in a strict session");
	ev = next(EV_PHASE, 0, PHASE_THINK, 0);
	ev.at_ms = LIMIT_MS;
	check_refused(t.s, ev, "after a strict limit");
	ev.kind = EV_PASS;
	ev.n[0] = 0;
	check_refused(t.s, ev, "after a strict limit");
	ev.kind = EV_PHASE;
	ev.n[0] = PHASE_PREDICT;
	ev.actor = ACTOR_CANDIDATE;
	check_refused(t.s, ev, "phase out of order");
	ev.actor = ACTOR_SYSTEM;
	ev.at_ms = LIMIT_MS - 1;
	check_refused(t.s, ev, "phase out of order");
	ev.at_ms = LIMIT_MS;
	CHECK_INT(session_apply(t.s, &ev, NULL), 0);
	session_free(t.s);
}

TEST(a_follow_up_cannot_be_jumped_over_nor_the_marks_of_an_answer)
{
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PASS);
	for (int i = 0; i < 4; i++)
		DO(IN_NEXT);
	CHECK_INT(session_phase(t.s), PHASE_ANSWER);
	check_refused(t.s, next(EV_PHASE, 1, PHASE_PREDICT, 0), "phase out of order");
	DO(IN_NEXT);
	DO(IN_NEXT);
	DO_WITH(IN_PREDICT, 2, 0);
	check_refused(t.s, next(EV_PHASE, 1, PHASE_NOTE, 0), "phase out of order");
	check_refused(t.s, next(EV_PHASE, 1, PHASE_GRADE, 0), "phase out of order");
	check_refused(t.s, next(EV_OPEN, 2, 0, 0), "opened before the item before it was done");
	session_free(t.s);
}

/* Applies the log of `t` to an engine whose first item is another than the log's. */
static struct session *
replay_with_a_wrong_first_item(void)
{
	struct session *s = fresh_engine(t.s);

	for (size_t i = 0; i < t.log_count; i++) {
		struct event ev = t.log[i];

		if (ev.kind == EV_DRAW && ev.item == 0)
			ev.digest[0] ^= 0x40;
		CHECK_INT(session_apply(s, &ev, NULL), 0);
	}
	return s;
}

TEST(an_unknown_item_holds_up_the_next_opening_and_the_review)
{
	struct session *s;

	sit(&t, MODE_LED, REVIEW_EACH, 0);
	for (int i = 0; i < 3; i++)
		DO(IN_NEXT);
	DO_WITH(IN_PREDICT, 2, 0);
	DO_WITH(IN_GRADE, 2, 0);
	s = replay_with_a_wrong_first_item();
	check_refused(s, next(EV_OPEN, 1, 0, 0), "the item before it is not the one that was drawn");
	session_free(s);
	session_free(t.s);

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	for (int i = 0; i < 3; i++)
		DO(IN_NEXT);
	s = replay_with_a_wrong_first_item();
	check_refused(s, next(EV_PREDICT, 0, 2, 0), "the item is not the one that was drawn");
	session_free(s);
	session_free(t.s);
}

TEST(a_position_cannot_be_left_with_another_item_than_its_log_names)
{
	struct session *s;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	s = replay_with_a_wrong_first_item();
	check_refused(s, next(EV_PASS, 0, 0, 0), "the item is not the one that was drawn");
	check_refused(s, next(EV_END, -1, 1, 0), "an item is not the one that was drawn");
	session_free(s);
	session_free(t.s);
}

TEST(rules_of_the_session_come_from_its_log)
{
	struct session *s;

	sit(&t, MODE_LED, REVIEW_END, SESSION_HIDE_CLOCK | SESSION_FOLLOW_UPS_OFF);
	s = fresh_engine(t.s);                  /* made with the head of a solo session */
	CHECK_INT(session_apply(s, &t.log[0], NULL), 0);
	CHECK_INT(session_head(s)->mode, MODE_LED);
	CHECK_INT(session_head(s)->review, REVIEW_END);
	CHECK_INT(session_head(s)->flags, SESSION_HIDE_CLOCK | SESSION_FOLLOW_UPS_OFF);
	session_free(s);
	session_free(t.s);
}

TEST(no_form_at_all_cannot_start)
{
	struct session_head head = a_head(MODE_SOLO, REVIEW_EACH, 0);
	struct session *s = session_new(&head, NULL, 0);
	struct event start = { .seq = 1, .kind = EV_START, .item = -1, .n = { 0, 0, 0, 1000 } };

	check_refused(s, start, "no form of this size");
	session_free(s);
	session_free(NULL);
}
