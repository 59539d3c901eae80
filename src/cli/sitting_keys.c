/* What the inputs of a running session do. */
#include "cli/sitting.h"

void
sitting_proceed(struct sitting *si)
{
	si->proceed = true;
}

void
sitting_leave(struct sitting *si, int status)
{
	if (si->leaving == -1)
		si->leaving = status;
}

/* Time that a question to the person takes is not the session's: the clock goes on from where it stood. */
int
sitting_answer_gap(struct sitting *si, bool counts, struct err *err)
{
	int64_t gap_ms = si->asked_gap_ms;
	struct event ev;

	si->asked_gap_ms = 0;
	si->clock_base_ms = si->asked_at_ms;
	si->boot_base_ms = world_now(si->app->world).boot_ms;
	session_gap(si->session, sitting_now(si), gap_ms, counts, &ev);
	return sitting_event(si, &ev, NULL, err);
}

int
sitting_give(struct sitting *si, struct session_input in, struct err *err)
{
	const struct event *undoable;
	struct event undone = { .seq = 0 }, ev;
	enum refusal why;

	if (sitting_tick(si, err) != 0)
		return -1;
	undoable = session_undoable(si->session);
	in.actor = ACTOR_CANDIDATE;
	if (in.kind == IN_NEXT && session_state(si->session) == SESSION_PAUSED)
		in.kind = IN_PAUSE;     /* Enter goes on */
	if (undoable != NULL)
		undone = *undoable;
	if (!session_step(si->session, in, sitting_now(si), &ev, &why)) {
		si->front->ops->refused(si->front, why, session_phase(si->session));
		return 0;
	}
	if (ev.kind == EV_UNDO)
		sitting_text_undo(si, undone.seq);
	return sitting_event(si, &ev, ev.kind == EV_UNDO && undoable != NULL ? &undone : NULL, err);
}
