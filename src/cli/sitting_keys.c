/* What the lines of a running session do. */
#include <string.h>

#include "cli/sitting.h"
#include "viva/text.h"

/* Time that a question to the person takes is not the session's: the clock goes on from where it stood. */
static int
answer_gap(struct sitting *si, const char *line, size_t len, struct err *err)
{
	bool counts = len > 0 && (line[0] == 'y' || line[0] == 'Y');
	int64_t gap_ms = si->asked_gap_ms;
	struct event ev;

	si->asked_gap_ms = 0;
	si->clock_base_ms = si->asked_at_ms;
	si->boot_base_ms = world_now(si->app->world).boot_ms;
	session_gap(si->session, sitting_now(si), gap_ms, counts, &ev);
	return sitting_event(si, &ev, NULL, err);
}

/* Said before a word is typed, not after the whole answer. */
static enum refusal
answer_refused(const struct session *s)
{
	if (session_state(s) == SESSION_PAUSED)
		return REFUSED_PAUSED;
	return session_phase(s) > PHASE_PREDICT ? REFUSED_HERE : REFUSED_NOT;
}

static int
begin_text(struct sitting *si, enum note_kind kind, struct err *err)
{
	enum refusal why = kind == NOTE_ANSWER ? answer_refused(si->session) : REFUSED_NOT;
	char target[32];

	if (why != REFUSED_NOT) {
		plain_refused(&si->ui, why, session_phase(si->session));
		return 0;
	}
	snprintf(target, sizeof(target), "%s %d", kind == NOTE_ANSWER ? "answer" : "note",
	    session_position(si->session) + 1);
	if (typing_begin(si->typing, target, err) != 0)
		return -1;
	buf_clear(&si->text);
	si->writing = true;
	si->writing_kind = kind;
	plain_text_begins(&si->ui, kind);
	return 0;
}

static int
end_text(struct sitting *si, struct err *err)
{
	int rc = 0;

	si->writing = false;
	if (si->text.len > 0)
		rc = sitting_save_text(si, si->writing_kind, si->text.data, si->text.len - 1, err);
	else
		plain_say(&si->ui, "Nothing was written.");
	if (rc == 0 && si->text.len == 0)
		rc = typing_clear(si->typing, err);
	buf_clear(&si->text);
	return rc;
}

/* One line of an answer or a note: kept in the typing file before anything else happens. */
static int
take_text_line(struct sitting *si, const char *line, size_t len, struct err *err)
{
	if (len > 0 && line[len - 1] == '\r')
		len--;
	if (len == 1 && line[0] == '.')
		return end_text(si, err);
	if (!text_valid(line, len) || memchr(line, '\0', len) != NULL) {
		plain_say(&si->ui, "That line is not valid UTF-8 (byte %zu) and was not kept; write it again.",
		    text_valid_prefix(line, strnlen(line, len)) + 1);
		return 0;
	}
	if (si->text.len + len + 1 > STORE_TEXT_MAX_BYTES) {
		plain_say(&si->ui, "One text holds %u bytes; that line did not fit and was not kept. "
		    "End with a line with a single . and begin another.", STORE_TEXT_MAX_BYTES);
		return 0;
	}
	buf_add(&si->text, line, len);
	buf_putc(&si->text, '\n');
	if (buf_failed(&si->text))
		return err_memory(err);
	return typing_append(si->typing, si->text.data + si->text.len - len - 1, len + 1, err);
}

/* One input to the session.  `*marked` is set where only marks changed, which are shown once for the line. */
static int
give_input(struct sitting *si, struct session_input in, bool *marked, struct err *err)
{
	const struct event *undoable = session_undoable(si->session);
	struct event undone, ev;
	enum refusal why;

	in.actor = ACTOR_CANDIDATE;
	if (in.kind == IN_NEXT && session_state(si->session) == SESSION_PAUSED)
		in.kind = IN_PAUSE;     /* Enter goes on */
	if (undoable != NULL)
		undone = *undoable;
	if (!session_step(si->session, in, sitting_now(si), &ev, &why)) {
		plain_refused(&si->ui, why, session_phase(si->session));
		return 0;
	}
	if (ev.kind == EV_TICK || ev.kind == EV_MISTAKE) {
		*marked = true;
		return sitting_commit(si, &ev, NULL, NULL, err);
	}
	return sitting_event(si, &ev, ev.kind == EV_UNDO && undoable != NULL ? &undone : NULL, err);
}

static void
show_time(struct sitting *si)
{
	struct candidate_view v;

	view_candidate(&v, si->session, sitting_now(si));
	plain_time(&si->ui, &v.clock);
}

/* Returns 1 to leave the session, 0 to go on, -1 on failure. */
static int
do_command(struct sitting *si, const struct plain_command *c, bool *marked, struct err *err)
{
	switch (c->action) {
	case KEY_INPUT:
		return give_input(si, c->input, marked, err);
	case KEY_TIME:
		show_time(si);
		return 0;
	case KEY_WRITE:
		return begin_text(si, NOTE_ANSWER, err);
	case KEY_NOTE:
		return begin_text(si, NOTE_NOTE, err);
	case KEY_SWAP:
		return sitting_swap(si, err);
	case KEY_HELP:
		plain_help(&si->ui, session_phase(si->session), session_head(si->session)->mode);
		return 0;
	case KEY_QUIT:
		return 1;
	}
	return 0;
}

static int
take_keys(struct sitting *si, const char *line, size_t len, struct err *err)
{
	struct plain_command commands[PLAIN_COMMANDS_MAX];
	char problem[PLAIN_PROBLEM_BYTES];
	struct marking_view v;
	bool marked = false;
	int rc = 0;
	size_t n;

	view_marking(&v, si->session, sitting_now(si));
	n = plain_parse(commands, line, len, session_phase(si->session), v.item != NULL ? v.item->key_point_count : 0,
	    v.item != NULL ? v.item->mistake_count : 0, problem);
	if (n == 0)
		plain_say(&si->ui, "%s", problem);
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = do_command(si, &commands[i], &marked, err);
	if (rc == 0 && marked) {
		view_marking(&v, si->session, sitting_now(si));
		plain_marks(&si->ui, &v);
	}
	return rc;
}

/* Leaves with everything saved: the clock rests until the session is resumed. */
static int
leave(struct sitting *si, int status, struct err *err)
{
	struct session_input pause = { .kind = IN_PAUSE, .actor = ACTOR_SYSTEM };
	struct event ev;
	struct err ignored;

	if (si->writing && end_text(si, err) != 0)
		return (int)err->status;
	if (session_state(si->session) == SESSION_RUNNING && session_step(si->session, pause, sitting_now(si), &ev, NULL) &&
	    sitting_commit(si, &ev, NULL, NULL, err) != 0)
		return (int)err->status;
	si->beat_ms = INT64_MIN / 2;
	(void)typing_beat(si->typing, &(struct heartbeat){ sitting_now(si), world_now(si->app->world).wall_us,
	    world_now(si->app->world).boot_ms }, &ignored);
	if (status != EXIT_HANGUP)
		plain_say(&si->ui, "Saved as session %lld. `viva resume` goes on.", (long long)si->number);
	return status;
}

int
sitting_session(struct sitting *si, struct err *err)
{
	const char *line;
	size_t len;
	int rc = 0;

	while (!session_done(si->session)) {
		if (!si->writing)
			plain_prompt(&si->ui);
		rc = sitting_line(si, &line, &len, err);
		if (rc == SITTING_SIGNALLED || rc == 0)
			sitting_break_line(si);
		if (rc == SITTING_SIGNALLED)
			return leave(si, (int)err->status, err);
		if (rc == 0)
			return leave(si, EXIT_STOPPED, err);
		if (rc < 0)
			return (int)err->status;
		if (si->asked_gap_ms > 0)
			rc = answer_gap(si, line, len, err);
		else if (si->writing)
			rc = take_text_line(si, line, len, err);
		else
			rc = take_keys(si, line, len, err);
		if (rc < 0)
			return (int)err->status;
		if (rc == 1)
			return leave(si, EXIT_STOPPED, err);
	}
	return EXIT_DONE;
}
