#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/lines.h"
#include "cli/tell.h"
#include "cli/watchers.h"
#include "viva/plain.h"
#include "viva/serve.h"

#define AGAIN_MS 1000           /* how often a console that is away is looked for */
#define LINE_BYTES (1u << 20)   /* of one view; serve.h's own cap */

struct watch {
	struct app *app;
	int64_t id, number;
	int fd;                         /* to the console; -1: away */
	bool told_away;
	bool listens;                   /* to what is typed; not after the end of a pipe */
	bool over;                      /* the session ended while nobody told us */
	struct plain ui;
	struct lines in;
	struct buf pending;
	struct serve_told told;
	int64_t told_ms;                /* boot clock, when it was told */
	int64_t announced_ms;           /* of the limit: milestones up to here have been said */
	char message[SERVE_MESSAGE_MAX_BYTES + 1];
};

static int64_t
boot_ms(const struct watch *w)
{
	return world_now(w->app->world).boot_ms;
}

/* The clock as it stands now. */
static struct clock_view
clock_now(const struct watch *w)
{
	struct clock_view c = w->told.view->clock;
	int64_t passed = w->told.clock_runs ? boot_ms(w) - w->told_ms : 0;

	c.remaining_ms -= passed;
	c.used_ms += passed;
	if (c.state == CLOCK_RUNNING && c.remaining_ms < 0)
		c.state = CLOCK_OVER;
	return c;
}

/* ---- what is told ---- */

static int
take_line(struct watch *w, const char *line, size_t len, struct err *err)
{
	struct serve_told before = w->told;
	bool fresh;
	int rc;

	w->told = (struct serve_told){ .arena = NULL };
	rc = serve_told_read(&w->told, line, len, err);
	if (rc == 0) {
		fresh = before.view == NULL || before.view->position != w->told.view->position;
		w->told_ms = boot_ms(w);
		if (fresh)
			w->announced_ms = 0;
		if (clock_now(w).used_ms > w->announced_ms + AGAIN_MS)
			w->announced_ms = clock_now(w).used_ms;         /* what passed before we came is not said */
		plain_watched(&w->ui, w->told.view, before.view);
		if (strcmp(w->message, w->told.message) != 0 && w->told.message[0] != '\0')
			plain_say(&w->ui, "From the interviewer: %s", w->told.message);
		snprintf(w->message, sizeof(w->message), "%s", w->told.message);
	}
	serve_told_finish(&before);
	return rc;
}

static void
go_away(struct watch *w)
{
	close(w->fd);
	w->fd = -1;
	buf_clear(&w->pending);
	if (!w->told_away)
		plain_say(&w->ui, "The interviewer's viva is away; waiting for it.");
	w->told_away = true;
	w->told.clock_runs = false;     /* nobody knows */
}

static int
take_told(struct watch *w, struct err *err)
{
	char bytes[4096], *end;
	ssize_t n = recv(w->fd, bytes, sizeof(bytes), MSG_DONTWAIT);
	int rc = 0;

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	if (n <= 0) {
		go_away(w);
		return 0;
	}
	buf_add(&w->pending, bytes, (size_t)n);
	if (buf_failed(&w->pending) || w->pending.len > LINE_BYTES)
		return err_memory(err);
	while (rc == 0 && w->pending.len > 0 && (end = memchr(w->pending.data, '\n', w->pending.len)) != NULL) {
		size_t len = (size_t)(end - w->pending.data), rest = w->pending.len - len - 1;

		*end = '\0';
		rc = take_line(w, w->pending.data, len, err);
		memmove(w->pending.data, end + 1, rest);
		w->pending.len = rest;
	}
	return rc;
}

/* Reads the session's head and state from the records. */
static int
load_state(struct watch *w, int64_t id, enum session_state *state, enum mode *mode, struct err *err)
{
	struct store *st = NULL;
	struct record *r = NULL;
	int rc = app_open_store(w->app, &st, STORE_READ, err);

	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no session to watch: `viva lead --candidate NAME` begins one");
	if (rc == 0)
		rc = store_load(st, id, &r, err);
	if (rc == 0) {
		*state = r->state;
		*mode = r->head.mode;
		w->number = r->head.number;
	}
	record_free(r);
	store_close(st);
	return rc;
}

/* A console that is away may have ended the session. */
static void
look_for_console(struct watch *w)
{
	enum session_state state = SESSION_RUNNING;
	enum mode mode;
	struct err ignored;

	w->fd = watchers_connect(w->app, w->id);
	if (w->fd >= 0) {
		w->told_away = false;
		return;
	}
	if (load_state(w, w->id, &state, &mode, &ignored) == 0 && state == SESSION_ENDED) {
		plain_say(&w->ui, "The interview is over. Thank you.");
		w->over = true;
		return;
	}
	if (!w->told_away)
		plain_say(&w->ui, "The interviewer's viva is away; waiting for it.");
	w->told_away = true;
}

/* Says the milestones that have come; returns when the next one is due, on the boot clock. */
static int64_t
announce(struct watch *w)
{
	struct clock_view c;
	enum milestone m;
	int64_t at;

	if (w->told.view == NULL || !w->told.clock_runs || w->told.view->clock.hidden)
		return INT64_MAX;
	c = clock_now(w);
	while ((m = session_milestone_after(c.limit_ms, w->announced_ms, &at)) != MILESTONE_NONE && at <= c.used_ms) {
		struct clock_view then = c;

		w->announced_ms = at;
		then.used_ms = at;
		then.remaining_ms = c.limit_ms - at;
		plain_milestone(&w->ui, m, &then);
	}
	return m != MILESTONE_NONE ? boot_ms(w) + at - c.used_ms : INT64_MAX;
}

/* ---- what is typed ---- */

/* Returns 1 to leave. */
static int
take_keys(struct watch *w)
{
	struct clock_view c;
	const char *line;
	size_t len, over;

	for (;;) {
		switch (lines_next(&w->in, &line, &len, &over)) {
		case LINE_END:
			w->listens = false;
			return isatty(STDIN_FILENO);
		case LINE_NONE:
			return 0;
		case LINE_READY:
			break;
		}
		if (len == 1 && line[0] == 'q')
			return 1;
		if (w->told.view != NULL && w->told.view->position >= 0) {
			c = clock_now(w);
			plain_time(&w->ui, &c);
		} else {
			plain_say(&w->ui, "Waiting for the first question. q leaves.");
		}
	}
}

static bool
is_over(const struct watch *w)
{
	return w->over || (w->told.view != NULL && w->told.view->state == SESSION_ENDED);
}

static int
watch(struct watch *w, struct err *err)
{
	plain_say(&w->ui, "The candidate's screen of session %lld: questions and their clock, nothing else. Enter tells the "
	    "time, q leaves.", (long long)w->number);
	while (!is_over(w)) {
		int64_t wake;
		int got;

		if (w->fd < 0)
			look_for_console(w);
		if (w->over)
			break;
		wake = w->fd < 0 ? boot_ms(w) + AGAIN_MS : announce(w);
		if (fflush(stdout) != 0)
			return EXIT_DONE;
		got = world_wait(w->app->world, w->listens ? STDIN_FILENO : -1, -1, w->fd, wake, err);
		if (got < 0 || (got & WORLD_OTHER && take_told(w, err) != 0))
			return (int)err->status;
		if (got & WORLD_INPUT) {
			lines_fill(&w->in);
			if (take_keys(w) != 0)
				return EXIT_DONE;
		}
	}
	return EXIT_DONE;
}

/* The session named, or the latest that is not finished; only led ones can be watched. */
static int
find(struct watch *w, const struct args *args, struct err *err)
{
	enum session_state state;
	enum mode mode;
	struct store *st = NULL;
	int rc = app_open_store(w->app, &st, STORE_READ, err);

	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no session to watch: `viva lead --candidate NAME` begins one");
	if (rc == 0)
		rc = app_find_unfinished(w->app, st, args->word_count > 0 ? args->words[0] : NULL, &w->id, err);
	store_close(st);
	if (rc != 0 || load_state(w, w->id, &state, &mode, err) != 0)
		return -1;
	if (state == SESSION_ENDED)
		return err_set(err, EXIT_FINDINGS, "session %lld is over", (long long)w->number);
	if (mode != MODE_LED)
		return err_set(err, EXIT_FINDINGS, "session %lld is a solo one: only the screen of a led session can be watched",
		    (long long)w->number);
	return 0;
}

static int
watch_run(struct app *app, const struct args *args, struct err *err)
{
	struct watch w = { .app = app, .fd = -1, .listens = true, .ui = { .out = stdout, .columns = tell_columns(stdout) } };
	int status;

	lines_init(&w.in, STDIN_FILENO);
	buf_init(&w.pending);
	status = find(&w, args, err) == 0 ? watch(&w, err) : (int)err->status;
	if (w.fd >= 0)
		close(w.fd);
	serve_told_finish(&w.told);
	buf_finish(&w.pending);
	lines_finish(&w.in);
	return status;
}

const struct cmd cmd_watch = {
	.name = "watch", .args = "[SESSION]", .brief = "the candidate's screen of a led session, in a second terminal",
	.example = "viva watch", .words_max = 1, .run = watch_run,
};
