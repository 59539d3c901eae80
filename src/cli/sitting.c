#include "cli/sitting.h"
#include "cli/audience.h"
#include "cli/signals.h"
#include "cli/speaker.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEARTBEAT_MS 1000       /* what a kill may cost of the clock */
#define PLAN_LEFT_MS 300000     /* when an interviewer should come to an end */
#define SUSPEND_MS 2000         /* a difference of the clocks beyond this is a suspend, not a rounding */

int
sitting_init(struct sitting *si, struct app *app, struct store *st, struct front *front, struct err *err)
{
	memset(si, 0, sizeof(*si));
	si->app = app;
	si->store = st;
	si->leaving = -1;
	si->actor = ACTOR_CANDIDATE;
	si->front = front;
	if (si->front == NULL)
		return err->text[0] != '\0' ? -1 : err_memory(err);
	si->signal_fd = signals_open(&si->mask_before, err);
	return si->signal_fd >= 0 ? 0 : -1;
}

static void
drop_session(struct sitting *si)
{
	sitting_text_finish(si);
	for (size_t i = 0; i < si->swapped_count; i++)
		bank_free(si->swapped[i]);
	free(si->swapped);
}

int
sitting_replace_front(struct sitting *si, struct front *front, struct err *err)
{
	if (front == NULL)
		return err->text[0] != '\0' ? -1 : err_memory(err);
	si->front->ops->free(si->front);
	si->front = front;
	return 0;
}

void
sitting_finish(struct sitting *si)
{
	if (si->front != NULL)
		si->front->ops->free(si->front);
	audience_close(si->audience);
	speaker_free(si->speaker);
	if (si->signal_fd > 0)
		close(si->signal_fd);
	drop_session(si);
}

void
sitting_detach(struct sitting *si)
{
	const struct sitting kept = { .app = si->app, .front = si->front, .signal_fd = si->signal_fd,
		.mask_before = si->mask_before, .leaving = si->leaving, .signalled = si->signalled, .actor = si->actor,
		.speaker = si->speaker, .audience = si->audience };

	drop_session(si);
	*si = kept;
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

int64_t
sitting_boot_ms(const struct sitting *si, int64_t session_ms)
{
	return session_ms - si->clock_base_ms + si->boot_base_ms;
}

int
sitting_commit(struct sitting *si, struct event *ev, const struct store_text *text,
    const struct buf *snapshot, struct err *err)
{
	return store_append(
	    si->store, si->session, ev, text, snapshot, world_now(si->app->world).wall_us, err);
}

void
sitting_view(struct sitting *si, struct marking_view *v)
{
	if (si->review != NULL)
		reviewing_view(si, v);
	else
		view_marking(v, si->session, sitting_now(si));
}

int
sitting_event(struct sitting *si, struct event *ev, const struct event *undone, struct err *err)
{
	struct marking_view v;

	if (sitting_commit(si, ev, NULL, NULL, err) != 0)
		return -1;
	sitting_view(si, &v);
	si->front->ops->event(si->front, &v, ev, undone);
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
	si->front->ops->go_on(si->front, paused, si->writing);
	return 0;
}

int
sitting_stop(struct sitting *si, bool by_key, struct err *err)
{
	struct session_input pause = { .kind = IN_PAUSE, .actor = ACTOR_SYSTEM };
	struct event ev;

	if (si->front->ops->break_off(si->front, si, err) != 0)
		return -1;
	if (si->session != NULL && session_state(si->session) == SESSION_RUNNING &&
	    session_step(si->session, pause, sitting_now(si), &ev, NULL) &&
	    sitting_event(si, &ev, NULL, err) != 0)
		return -1;
	si->front->ops->stop(si->front);
	if (by_key)
		signals_stop_job();
	else
		raise(SIGSTOP);
	return come_back(si, err);
}

/* Sets si->leaving for a signal that ends the program. */
static int
take_signal(struct sitting *si, struct err *err)
{
	int signo = signals_take(si->signal_fd);

	if (signo == 0)
		return 0;
	if (signo == SIGTSTP)
		return sitting_stop(si, false, err);
	if (signo == SIGCHLD)
		return si->front->ops->child_ended(si->front, si, err);
	if (signo == SIGWINCH) {
		si->front->ops->resized(si->front);
		return 0;
	}
	if (si->front->lent && (signo == SIGINT || signo == SIGQUIT))
		return 0;
	si->signalled = true;
	si->leaving = (int)signals_status(signo);
	return 0;
}

int
sitting_tick(struct sitting *si, struct err *err)
{
	struct event ev;

	while (si->session != NULL && session_tick(si->session, sitting_now(si), &ev))
		if (sitting_event(si, &ev, NULL, err) != 0)
			return -1;
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
		si->front->ops->milestone(si->front, m, &v.clock);
	}
	si->announced_ms = now;
	return m != MILESTONE_NONE ? at_ms : SESSION_NEVER;
}

static int64_t
earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Says once that the planned time is nearly over; returns when. */
static int64_t
remind_of_plan(struct sitting *si)
{
	int64_t at_ms = si->planned_ms - PLAN_LEFT_MS;

	if (si->planned_ms <= PLAN_LEFT_MS || si->plan_reminded)
		return SESSION_NEVER;
	if (sitting_now(si) < at_ms)
		return at_ms;
	front_say(
	    si->front, "Five minutes are left of the %lld planned.", (long long)(si->planned_ms / 60000));
	si->plan_reminded = true;
	return SESSION_NEVER;
}

/* What must happen without input; fills when to wake up next, on the boot clock. */
static int
do_due_work(struct sitting *si, int64_t *wake_boot_ms, struct err *err)
{
	int64_t next;

	*wake_boot_ms = si->front->ops->wake_boot_ms(si->front, si);
	if (si->session == NULL || session_done(si->session) || si->asked_gap_ms > 0)
		return 0;
	if (sitting_tick(si, err) != 0 || beat(si, err) != 0)
		return -1;
	next = earlier(announce(si), session_deadline(si->session));
	next = earlier(next, remind_of_plan(si));
	*wake_boot_ms = earlier(si->front->ops->wake_boot_ms(si->front, si), si->beat_ms + HEARTBEAT_MS);
	if (next != SESSION_NEVER)
		*wake_boot_ms = earlier(*wake_boot_ms, sitting_boot_ms(si, next));
	return 0;
}

int
sitting_ask_gap(struct sitting *si, int64_t gap_ms, struct err *err)
{
	bool strict = (session_head(si->session)->flags & SESSION_STRICT) != 0;
	struct event ev;

	/* In the middle of a text what is typed next is text, no answer to a question. */
	if (strict || si->writing) {
		session_gap(si->session, sitting_now(si), gap_ms, strict, &ev);
		return sitting_event(si, &ev, NULL, err);
	}
	si->asked_at_ms = sitting_now(si);
	si->asked_gap_ms = gap_ms;
	si->front->ops->ask_gap(si->front, gap_ms);
	return 0;
}

/* After a suspend the clock stands where it was. */
static int
notice_suspend(struct sitting *si, struct err *err)
{
	struct clock_reading now = world_now(si->app->world);
	int64_t slept = now.boot_ms - now.mono_ms - si->asleep_ms;

	if (si->session == NULL || session_done(si->session) || slept < SUSPEND_MS)
		return 0;
	si->asleep_ms += slept;
	si->boot_base_ms += slept;
	if (session_state(si->session) != SESSION_RUNNING || si->asked_gap_ms > 0)
		return 0;
	return sitting_ask_gap(si, slept, err);
}

/* True once nothing is left to do for what is shown. */
static bool
run_is_over(const struct sitting *si, bool session_runs)
{
	return si->leaving != -1 || si->proceed || (session_runs && session_done(si->session));
}

/* Leaves with everything saved: the clock rests until the session is resumed. */
static int
save_all(struct sitting *si, struct err *err)
{
	struct session_input pause = { .kind = IN_PAUSE, .actor = ACTOR_SYSTEM };
	struct event ev;
	struct err ignored;

	if (si->writing && sitting_text_end(si, err) != 0)
		return -1;
	if (session_state(si->session) == SESSION_RUNNING &&
	    session_step(si->session, pause, sitting_now(si), &ev, NULL) &&
	    sitting_commit(si, &ev, NULL, NULL, err) != 0)
		return -1;
	si->beat_ms = INT64_MIN / 2;
	(void)beat(si, &ignored);
	if (si->leaving != EXIT_HANGUP)
		front_say(si->front, "Saved as session %lld. `viva resume` goes on.", (long long)si->number);
	return 0;
}

/* Waits once, and takes in what came. */
static int
wait_once(struct sitting *si, int64_t wake_boot_ms, struct err *err)
{
	int got;

	speaker_follow(si->speaker, si);
	if (si->audience != NULL && audience_show(si->audience, si, err) != 0)
		return -1;
	if (si->front->ops->flush(si->front, si) != 0)
		si->leaving = EXIT_STOPPED;     /* nobody sees what is asked: the reader is gone, or a disk is
						 * full */
	if (si->leaving != -1)
		return 0;
	got = world_wait(si->app->world, si->front->in_fd, si->signal_fd,
	    si->audience != NULL ? audience_fd(si->audience) : -1, wake_boot_ms, err);
	if (got < 0)
		return -1;
	if (got & WORLD_OTHER && audience_take(si->audience, si, err) != 0)
		return -1;
	if (got & WORLD_SIGNAL && take_signal(si, err) != 0)
		return -1;
	if (got & WORLD_INPUT && si->leaving == -1)
		si->front->ops->fill(si->front, si);
	return 0;
}

int
sitting_run(struct sitting *si, struct err *err)
{
	bool session_runs = si->session != NULL && !session_done(si->session);
	int64_t wake;
	int took;

	si->proceed = false;
	while (!run_is_over(si, session_runs)) {
		if (notice_suspend(si, err) != 0 || do_due_work(si, &wake, err) != 0)
			return -1;
		took = si->front->ops->take(si->front, si, err);
		if (took < 0 || (took == 0 && wait_once(si, wake, err) != 0))
			return -1;
	}
	if (si->leaving != -1) {
		if (si->front->ops->break_off(si->front, si, err) != 0)
			return -1;
		if (session_runs && save_all(si, err) != 0)
			return -1;
	}
	return 0;
}
