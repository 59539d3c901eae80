#include "session/engine.h"

/* What an event means for undo. */
enum undo_class {
	UNDO_BARRIER,                   /* nothing before it can be taken back */
	UNDO_MARK,                      /* can be taken back */
	UNDO_ALONG                      /* goes with what stands before it */
};

/* In a strict session the clock cannot be turned back: nothing counts before the answer is over. */
static bool
strict_clock(const struct session *s)
{
	const struct item_record *rec = open_record_const(s);

	return is_strict(s) && rec != NULL && rec->phase < PHASE_PREDICT;
}

static enum undo_class
classify(const struct session *s, const struct event *ev)
{
	switch (ev->kind) {
	case EV_PHASE:
		return ev->n[0] == PHASE_REVEAL || strict_clock(s) ? UNDO_BARRIER : UNDO_MARK;
	case EV_EXTEND: case EV_FACT: case EV_HINT: case EV_FLAG: case EV_TICK: case EV_MISTAKE: case EV_NOTE:
		return strict_clock(s) || ev->item < 0 ? UNDO_BARRIER : UNDO_MARK;
	case EV_PREDICT:
		return is_led(s) || is_live(s) ? UNDO_MARK : UNDO_BARRIER;
	case EV_GRADE:
		return UNDO_MARK;
	case EV_PAUSE: case EV_RESUME: case EV_GAP: case EV_UNDO:
		return UNDO_ALONG;
	default:
		return UNDO_BARRIER;
	}
}

static struct mark *
mark_at(const struct session *s, size_t i)
{
	return &s->marks[(s->mark_first + i) % SESSION_UNDO_MAX];
}

/* Called between the time before `ev` and its change. */
void
undo_remember(struct session *s, const struct event *ev)
{
	switch (classify(s, ev)) {
	case UNDO_BARRIER:
		s->mark_count = 0;
		return;
	case UNDO_ALONG:
		return;
	case UNDO_MARK:
		break;
	}
	if (s->mark_count == SESSION_UNDO_MAX)
		s->mark_first = (s->mark_first + 1) % SESSION_UNDO_MAX;
	else
		s->mark_count++;
	*mark_at(s, s->mark_count - 1) = (struct mark){
		.ev = *ev, .rec = *open_record(s), .state = s->state, .gap_ms = s->gap_ms,
	};
}

const struct mark *
undo_top(const struct session *s)
{
	return s->mark_count > 0 ? mark_at(s, s->mark_count - 1) : NULL;
}

/* The session stands at the time of the undo; what passed since the event was a pause. */
void
undo_apply(struct session *s)
{
	const struct mark *m = undo_top(s);
	struct item_record *rec = open_record(s);

	*rec = m->rec;
	rec->pause_ms += s->last_ms - m->ev.at_ms + s->gap_ms - m->gap_ms;
	s->state = m->state;
	s->mark_count--;
}

const struct event *
session_undoable(const struct session *s)
{
	const struct mark *m = undo_top(s);

	return m != NULL ? &m->ev : NULL;
}
