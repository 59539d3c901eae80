/* What the inputs of a running session do. */
#include <string.h>

#include "cli/audience.h"
#include "cli/sitting.h"
#include "viva/serve.h"
#include "viva/text.h"

void
sitting_proceed(struct sitting *si)
{
	si->proceed = true;
}

void
sitting_leave(struct sitting *si, int status)
{
	if (si->leaving != -1)
		return;
	si->leaving = status;
	si->signalled = status != EXIT_STOPPED;
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

	if (si->review != NULL)
		return reviewing_give(si, in, err);
	if (sitting_tick(si, err) != 0)
		return -1;
	undoable = session_undoable(si->session);
	in.actor = si->actor;
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

int
sitting_ask(struct sitting *si, const char *question, const char *label, struct err *err)
{
	si->question = question;
	si->question_label = label;
	front_say(si->front, "%s", question);
	if (sitting_run(si, err) != 0)
		return -1;
	si->question = NULL;            /* the caller's, also where it was left unanswered */
	return 0;
}

int
sitting_reply(struct sitting *si, const char *line, size_t len, struct err *err)
{
	struct buf text;
	int rc = 0;

	while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\r'))
		len--;
	si->question = NULL;
	sitting_proceed(si);
	if (len == 0)
		return 0;
	buf_init(&text);
	buf_printf(&text, "%s: ", si->question_label);
	buf_add(&text, line, len);
	if (!text_valid(line, len) || memchr(line, '\0', len) != NULL)
		front_say(si->front, "That line is not valid UTF-8 and was not kept.");
	else if (buf_failed(&text))
		rc = err_memory(err);
	else
		rc = sitting_session_note(si, text.data, text.len, err);
	buf_finish(&text);
	return rc;
}

int
sitting_message(struct sitting *si, const char *text, size_t len, struct err *err)
{
	if (len > SERVE_MESSAGE_MAX_BYTES || !text_valid(text, len)) {
		front_say(si->front, "A message is one line of at most %d bytes.", SERVE_MESSAGE_MAX_BYTES);
		return 0;
	}
	if (audience_message(si->audience, text, len, err) != 0)
		return -1;
	front_say(si->front, len > 0 ? "On the candidate's screen." : "Taken off the candidate's screen.");
	return 0;
}
