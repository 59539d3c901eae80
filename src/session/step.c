#include <assert.h>
#include "session/engine.h"
/*
 * Inputs to events: what a key means in this phase.  Whether it may happen is check.c's to say.
 */

/* Enter where an item's marks are in, or where the next one waits. */
static void
go_to_next_item(const struct session *s, struct event *ev)
{
	bool last = (size_t)s->position + 1 == s->count;
	bool reviewing = is_live(s) && session_phase(s) == PHASE_NOTE;

	if (last && session_phase(s) == PHASE_BETWEEN) {
		ev->kind = EV_PHASE;
		ev->n[0] = PHASE_REVEAL;
		ev->item = 0;
	} else if (last) {
		ev->kind = EV_END;
		ev->item = -1;
	} else {
		ev->kind = reviewing ? EV_PHASE : EV_OPEN;
		ev->n[0] = reviewing ? PHASE_REVEAL : 0;
		ev->item = s->position + 1;
	}
}

static bool
has_follow_up(const struct session *s)
{
	const struct item *it = open_item(s);

	return it != NULL && it->follow_up_count > 0 && (s->head.flags & SESSION_FOLLOW_UPS_OFF) == 0;
}

static int
proposal(const struct session *s)
{
	const struct item_record *rec = open_record_const(s);
	const struct item *it = open_item(s);

	return it != NULL ? session_propose(it, is_led(s) ? &rec->interviewer : &rec->self) : 0;
}

/* Returns false where Enter means nothing. */
static bool
go_on(const struct session *s, struct event *ev)
{
	ev->kind = EV_PHASE;
	switch (session_phase(s)) {
	case PHASE_READ: ev->n[0] = PHASE_THINK; return true;
	case PHASE_THINK: ev->n[0] = PHASE_ANSWER; return true;
	case PHASE_ANSWER: ev->n[0] = has_follow_up(s) ? PHASE_FOLLOW_UP : PHASE_PREDICT; return true;
	case PHASE_FOLLOW_UP: ev->n[0] = PHASE_PREDICT; return true;
	case PHASE_REVEAL: ev->n[0] = open_record_const(s)->no_answer ? PHASE_NOTE : PHASE_TICK; return true;
	case PHASE_TICK: ev->n[0] = PHASE_GRADE; return true;
	case PHASE_GRADE:
		ev->kind = EV_GRADE;
		ev->n[0] = ev->n[1] = proposal(s);
		return true;
	case PHASE_NOTE: case PHASE_BETWEEN:
		go_to_next_item(s, ev);
		return true;
	default:
		return false;
	}
}

/* The first fact that was not given yet; past the last one if there is none. */
static int
next_fact(uint32_t given)
{
	int i = 0;

	while (i < SESSION_FACTS_MAX && (given >> i & 1) != 0)
		i++;
	return i;
}

/* What a tick or mistake becomes: `want`, or for -1 the one after the present in the cycle of `states`. */
static int
cycled(int want, int present, const int *states, int count)
{
	if (want != -1)
		return want;
	for (int i = 0; i < count; i++)
		if (states[i] == present)
			return states[(i + 1) % count];
	return want;
}

static enum refusal
mark_event(const struct session *s, struct session_input in, struct event *ev)
{
	static const int tick_cycle[] = { TICK_NO, TICK_YES, TICK_PARTLY };
	static const int mistake_cycle[] = { 0, 1 };
	const struct item_record *rec = open_record_const(s);
	const struct rating *r = is_led(s) ? &rec->interviewer : &rec->self;

	if (in.a < 0 || in.a >= (in.kind == IN_TICK ? (int)KEY_POINTS_MAX : MISTAKES_MAX))
		return REFUSED_OUT_OF_RANGE;
	ev->n[0] = in.a;
	if (in.kind == IN_TICK) {
		ev->kind = EV_TICK;
		ev->n[1] = cycled(in.b, r->ticks[in.a], tick_cycle, 3);
	} else {
		ev->kind = EV_MISTAKE;
		ev->n[1] = cycled(in.b, (int)(r->mistakes >> in.a & 1), mistake_cycle, 2);
	}
	return REFUSED_NOT;
}

/* Inputs about the open item. */
static enum refusal
item_event(const struct session *s, struct session_input in, struct event *ev)
{
	const struct item_record *rec = open_record_const(s);
	const struct event *undoable = session_undoable(s);

	switch (in.kind) {
	case IN_NEXT:
		return go_on(s, ev) ? REFUSED_NOT : REFUSED_HERE;
	case IN_PAUSE:
		ev->kind = s->state == SESSION_PAUSED ? EV_RESUME : EV_PAUSE;
		return REFUSED_NOT;
	case IN_EXTEND:
		ev->kind = EV_EXTEND;
		ev->n[0] = SESSION_EXTEND_MS;
		return REFUSED_NOT;
	case IN_PASS:
		ev->kind = EV_PASS;
		return REFUSED_NOT;
	case IN_FACT:
		ev->kind = EV_FACT;
		ev->n[0] = next_fact(rec->facts_given);
		return REFUSED_NOT;
	case IN_HINT:
		ev->kind = EV_HINT;
		return REFUSED_NOT;
	case IN_FLAG:
		ev->kind = EV_FLAG;
		ev->n[0] = !rec->flagged;
		return REFUSED_NOT;
	case IN_TICK: case IN_MISTAKE:
		return mark_event(s, in, ev);
	case IN_PREDICT:
		ev->kind = EV_PREDICT;
		ev->n[0] = in.a;
		return REFUSED_NOT;
	case IN_GRADE:
		ev->kind = EV_GRADE;
		ev->n[1] = proposal(s);
		ev->n[0] = in.a == -1 ? ev->n[1] : in.a;
		return REFUSED_NOT;
	case IN_UNDO:
		if (undoable == NULL)
			return REFUSED_NOTHING_TO_UNDO;
		ev->kind = EV_UNDO;
		ev->n[0] = undoable->seq;
		return REFUSED_NOT;
	default:
		return REFUSED_OUT_OF_RANGE;
	}
}

/* True if every item is rated: an end now is no early one. */
static bool
all_rated(const struct session *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->slots[i].rec.state != ITEM_RATED)
			return false;
	return true;
}

int
session_step(struct session *s, struct session_input in, int64_t now_ms, struct event *out, enum refusal *why)
{
	struct event ev = next_event(s, EV_NOTE, in.actor, now_ms);
	enum refusal refused = REFUSED_NOT;

	assert(now_ms >= s->last_ms);
	switch (in.kind) {
	case IN_NONE:
		if (why != NULL)
			*why = REFUSED_NOT;
		return 0;
	case IN_NOTE: case IN_ANSWER:
		ev.n[0] = in.kind == IN_ANSWER ? NOTE_ANSWER : NOTE_NOTE;
		ev.n[1] = in.b;
		break;
	case IN_END:
		ev.kind = EV_END;
		ev.item = -1;
		break;
	default:
		refused = s->position < 0 ? REFUSED_HERE : item_event(s, in, &ev);
		break;
	}
	if (refused != REFUSED_NOT) {
		if (why != NULL)
			*why = refused;
		return 0;
	}
	if (ev.kind == EV_END)
		ev.n[0] = !all_rated(s);
	return try_event(s, &ev, out, why);
}
