#include "cli/sitting.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "cli/tell.h"
#include "viva/text.h"

#define HEARTBEAT_MS 1000       /* what a kill may cost of the clock */
#define SUSPEND_MS 2000         /* a difference of the clocks beyond this is a suspend, not a rounding */

static int
open_signals(struct err *err)
{
	sigset_t set;
	int fd;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGTSTP);
	if (sigprocmask(SIG_BLOCK, &set, NULL) != 0)
		return err_errno(err, "blocking signals");
	fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return fd >= 0 ? fd : err_errno(err, "signalfd");
}

int
sitting_init(struct sitting *si, struct app *app, struct store *st, struct err *err)
{
	memset(si, 0, sizeof(*si));
	si->app = app;
	si->store = st;
	si->ui.out = stdout;
	si->ui.columns = tell_columns(stdout);
	si->ui.prompt = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	lines_init(&si->in, STDIN_FILENO);
	buf_init(&si->text);
	si->signal_fd = open_signals(err);
	return si->signal_fd >= 0 ? 0 : -1;
}

void
sitting_finish(struct sitting *si)
{
	lines_finish(&si->in);
	buf_finish(&si->text);
	if (si->signal_fd > 0)
		close(si->signal_fd);
	for (size_t i = 0; i < si->swapped_count; i++)
		bank_free(si->swapped[i]);
	free(si->swapped);
}

void
sitting_attach(struct sitting *si, struct session *s, struct typing *t, int64_t clock_ms)
{
	struct clock_reading now = world_now(si->app->world);

	si->session = s;
	si->typing = t;
	si->clock_base_ms = clock_ms;
	si->boot_base_ms = now.boot_ms;
	si->asleep_ms = now.boot_ms - now.mono_ms;
	si->beat_ms = INT64_MIN / 2;
	si->announced_ms = clock_ms;
}

int64_t
sitting_now(struct sitting *si)
{
	if (si->asked_gap_ms > 0)
		return si->asked_at_ms;
	return si->clock_base_ms + world_now(si->app->world).boot_ms - si->boot_base_ms;
}

int
sitting_commit(struct sitting *si, struct event *ev, const struct store_text *text, const struct buf *snapshot,
    struct err *err)
{
	return store_append(si->store, si->session, ev, text, snapshot, world_now(si->app->world).wall_us, err);
}

static void
paint_event(struct sitting *si, const struct event *ev, const struct event *undone)
{
	struct marking_view v;

	view_marking(&v, si->session, sitting_now(si));
	plain_event(&si->ui, &v, ev, undone);
}

int
sitting_event(struct sitting *si, struct event *ev, const struct event *undone, struct err *err)
{
	if (sitting_commit(si, ev, NULL, NULL, err) != 0)
		return -1;
	paint_event(si, ev, undone);
	return 0;
}

int
sitting_save_text(struct sitting *si, enum note_kind kind, const char *text, size_t len, struct err *err)
{
	struct store_text st = { .data = text, .len = len };
	struct session_input in = { .kind = kind == NOTE_ANSWER ? IN_ANSWER : IN_NOTE, .actor = ACTOR_CANDIDATE };
	enum refusal why;
	struct event ev;

	if (!session_step(si->session, in, sitting_now(si), &ev, &why)) {
		if (kind == NOTE_NOTE) {
			plain_refused(&si->ui, why, session_phase(si->session));
			return 0;
		}
		plain_say(&si->ui, "It is too late for an answer here: kept as a note.");
		return sitting_save_text(si, NOTE_NOTE, text, len, err);
	}
	if (world_random(si->app->world, st.salt, sizeof(st.salt), err) != 0 ||
	    sitting_commit(si, &ev, &st, NULL, err) != 0 || typing_clear(si->typing, err) != 0)
		return -1;
	paint_event(si, &ev, NULL);
	return 0;
}

/* ---- waiting ---- */

static int
beat(struct sitting *si, struct err *err)
{
	struct clock_reading now = world_now(si->app->world);
	struct heartbeat h = { .clock_ms = sitting_now(si), .wall_us = now.wall_us, .boot_ms = now.boot_ms };

	if (si->session == NULL || now.boot_ms - si->beat_ms < HEARTBEAT_MS)
		return 0;
	si->beat_ms = now.boot_ms;
	return typing_beat(si->typing, &h, err);
}

void
sitting_break_line(const struct sitting *si)
{
	if (si->ui.prompt)
		fputc('\n', stdout);
}

/* Back in the middle of a text: who goes on writing goes on with the clock. */
static int
come_back(struct sitting *si, struct err *err)
{
	struct session_input go_on = { .kind = IN_PAUSE, .actor = ACTOR_SYSTEM };
	bool paused = si->session != NULL && session_state(si->session) == SESSION_PAUSED;
	struct event ev;

	if (paused && si->writing && session_step(si->session, go_on, sitting_now(si), &ev, NULL) &&
	    sitting_commit(si, &ev, NULL, NULL, err) != 0)
		return -1;
	plain_back(&si->ui, paused, si->writing);
	if (!si->writing)
		plain_prompt(&si->ui);
	return 0;
}

/* Ctrl-Z: pauses, stops like any program, and says where it stands on return. */
static int
suspend_program(struct sitting *si, struct err *err)
{
	struct session_input pause = { .kind = IN_PAUSE, .actor = ACTOR_SYSTEM };
	struct event ev;

	sitting_break_line(si);
	if (si->session != NULL && session_state(si->session) == SESSION_RUNNING &&
	    session_step(si->session, pause, sitting_now(si), &ev, NULL) && sitting_event(si, &ev, NULL, err) != 0)
		return -1;
	fflush(stdout);
	raise(SIGSTOP);
	return come_back(si, err);
}

static int
take_signal(struct sitting *si, struct err *err)
{
	struct signalfd_siginfo info;

	if (read(si->signal_fd, &info, sizeof(info)) != sizeof(info))
		return 0;
	if (info.ssi_signo == SIGTSTP)
		return suspend_program(si, err);
	err->text[0] = '\0';
	err->status = info.ssi_signo == SIGINT ? EXIT_INTERRUPT : info.ssi_signo == SIGHUP ? EXIT_HANGUP : EXIT_TERMINATED;
	return SITTING_SIGNALLED;
}

/* Commits what a strict limit does by itself. */
static int
fire_deadlines(struct sitting *si, struct err *err)
{
	struct event ev;

	while (session_tick(si->session, sitting_now(si), &ev)) {
		if (sitting_event(si, &ev, NULL, err) != 0)
			return -1;
		plain_prompt(&si->ui);
	}
	return 0;
}

/* Says the milestones that have come; returns when the next one is due on the session clock. */
static int64_t
announce(struct sitting *si)
{
	int64_t now = sitting_now(si), at_ms;
	enum milestone m;
	struct candidate_view v;

	while ((m = session_next_milestone(si->session, si->announced_ms, &at_ms)) != MILESTONE_NONE && at_ms <= now) {
		si->announced_ms = at_ms;
		view_candidate(&v, si->session, at_ms);
		plain_milestone(&si->ui, m, &v.clock);
	}
	si->announced_ms = now;
	return m != MILESTONE_NONE ? at_ms : SESSION_NEVER;
}

/* What must happen without input; fills when to wake up next, on the boot clock. */
static int
do_due_work(struct sitting *si, int64_t *wake_boot_ms, struct err *err)
{
	int64_t next, deadline;

	*wake_boot_ms = INT64_MAX;
	if (si->session == NULL || si->asked_gap_ms > 0)
		return 0;
	if (fire_deadlines(si, err) != 0 || beat(si, err) != 0)
		return -1;
	next = announce(si);
	deadline = session_deadline(si->session);
	if (deadline < next)
		next = deadline;
	*wake_boot_ms = si->beat_ms + HEARTBEAT_MS;
	if (next != SESSION_NEVER && next - si->clock_base_ms + si->boot_base_ms < *wake_boot_ms)
		*wake_boot_ms = next - si->clock_base_ms + si->boot_base_ms;
	return 0;
}

int
sitting_ask_gap(struct sitting *si, int64_t gap_ms, struct err *err)
{
	bool strict = (session_head(si->session)->flags & SESSION_STRICT) != 0;
	char room[PLAIN_CLOCK_BYTES];
	struct event ev;

	/* In the middle of a text the next line is text, no answer to a question. */
	if (strict || si->writing) {
		session_gap(si->session, sitting_now(si), gap_ms, strict, &ev);
		return sitting_event(si, &ev, NULL, err);
	}
	si->asked_at_ms = sitting_now(si);
	si->asked_gap_ms = gap_ms;
	plain_say(&si->ui, "%s passed unseen while the clock ran. Shall it count? y or n (Enter: no)",
	    plain_clock(gap_ms, room));
	return 0;
}

/* After a suspend the clock stands where it was. */
static int
notice_suspend(struct sitting *si, struct err *err)
{
	struct clock_reading now = world_now(si->app->world);
	int64_t slept = now.boot_ms - now.mono_ms - si->asleep_ms;

	if (si->session == NULL || slept < SUSPEND_MS)
		return 0;
	si->asleep_ms += slept;
	si->boot_base_ms += slept;
	if (session_state(si->session) != SESSION_RUNNING || si->asked_gap_ms > 0)
		return 0;
	if (sitting_ask_gap(si, slept, err) != 0)
		return -1;
	plain_prompt(&si->ui);
	return 0;
}

int
sitting_line(struct sitting *si, const char **line, size_t *len, struct err *err)
{
	int64_t wake;
	size_t over;
	int got;

	for (;;) {
		switch (lines_next(&si->in, line, len, &over)) {
		case LINE_READY:
			if (over > 0)
				plain_say(&si->ui, "That line has %zu bytes; one line holds %u. The first %zu are kept.",
				    *len + over, LINE_MAX_BYTES, *len);
			else if (*len == TTY_LINE_BYTES && isatty(si->in.fd))
				plain_say(&si->ui, "The terminal cuts a line at %d bytes: what you typed beyond is lost. "
				    "Write shorter lines.", TTY_LINE_BYTES);
			return 1;
		case LINE_END:
			return 0;
		case LINE_NONE:
			break;
		}
		if (notice_suspend(si, err) != 0 || do_due_work(si, &wake, err) != 0)
			return -1;
		if (fflush(stdout) != 0 || ferror(stdout))
			return 0;       /* nobody sees what is asked: the terminal or the reader is gone, or a disk is full */
		got = world_wait(si->app->world, si->in.fd, si->signal_fd, wake, err);
		if (got < 0)
			return -1;
		if (got & WORLD_SIGNAL && (got = take_signal(si, err)) != 0)
			return got;
		if (got & WORLD_INPUT)
			lines_fill(&si->in);
	}
}
