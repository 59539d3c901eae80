#include "cli/watching.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "cli/watchers.h"
#include "viva/store.h"

#define LINE_BYTES (1u << 20)   /* of one view; serve.h's own cap */

static int64_t
boot_ms(const struct watching *w)
{
	return world_now(w->app->world).boot_ms;
}

struct clock_view
watching_clock(const struct watching *w)
{
	struct clock_view c = w->told.view->clock;
	int64_t passed = w->told.clock_runs ? boot_ms(w) - w->told_ms : 0;

	c.remaining_ms -= passed;
	c.used_ms += passed;
	if (c.state == CLOCK_RUNNING && c.remaining_ms < 0)
		c.state = CLOCK_OVER;
	return c;
}

bool
watching_is_over(const struct watching *w)
{
	return w->over || (w->told.view != NULL && w->told.view->state == SESSION_ENDED);
}

/* ---- what is told ---- */

static int
take_line(struct watching *w, const char *line, size_t len, struct err *err)
{
	bool fresh;

	serve_told_finish(&w->before);
	w->before = w->told;
	w->told = (struct serve_told){ .arena = NULL };
	if (serve_told_read(&w->told, line, len, err) != 0)
		return -1;
	fresh = w->before.view == NULL || w->before.view->position != w->told.view->position;
	w->told_ms = boot_ms(w);
	if (fresh)
		w->announced_ms = 0;
	if (watching_clock(w).used_ms > w->announced_ms + WATCHING_AGAIN_MS)
		w->announced_ms = watching_clock(w).used_ms;    /* what passed before we came is not said */
	return 1;
}

int
watching_next(struct watching *w, struct err *err)
{
	char *end = w->pending.len > 0 ? memchr(w->pending.data, '\n', w->pending.len) : NULL;
	size_t len, rest;
	int rc;

	if (end == NULL)
		return 0;
	len = (size_t)(end - w->pending.data);
	rest = w->pending.len - len - 1;
	*end = '\0';
	rc = take_line(w, w->pending.data, len, err);
	memmove(w->pending.data, end + 1, rest);
	w->pending.len = rest;
	return rc;
}

static void
go_away(struct watching *w)
{
	close(w->fd);
	w->fd = -1;
	w->told.clock_runs = false;     /* nobody knows */
}

int
watching_fill(struct watching *w, struct err *err)
{
	char bytes[4096];
	ssize_t n = recv(w->fd, bytes, sizeof(bytes), MSG_DONTWAIT);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	if (n <= 0) {
		go_away(w);
		return 0;
	}
	buf_add(&w->pending, bytes, (size_t)n);
	return buf_failed(&w->pending) || w->pending.len > LINE_BYTES ? err_memory(err) : 0;
}

/* ---- the session ---- */

/* Reads the session's head and state from the records. */
static int
load_state(struct watching *w, int64_t id, enum session_state *state, enum mode *mode, struct err *err)
{
	struct store *st = NULL;
	struct record *r = NULL;
	int rc = app_open_store(w->app, &st, STORE_READ, err);

	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no session to watch: `viva lead --candidate NAME` begins "
		    "one");
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

void
watching_seek(struct watching *w)
{
	enum session_state state = SESSION_RUNNING;
	enum mode mode;
	struct err ignored;

	w->fd = watchers_connect(w->app, w->id);
	w->sought = w->fd < 0;
	if (w->fd >= 0)
		buf_clear(&w->pending);
	else if (load_state(w, w->id, &state, &mode, &ignored) == 0 && state == SESSION_ENDED)
		w->over = true;
}

int
watching_find(struct watching *w, struct app *app, const struct args *args, struct err *err)
{
	enum session_state state;
	enum mode mode;
	struct store *st = NULL;
	int rc;

	*w = (struct watching){ .app = app, .fd = -1 };
	rc = app_open_store(w->app, &st, STORE_READ, err);
	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no session to watch: `viva lead --candidate NAME` begins "
		    "one");
	if (rc == 0)
		rc = app_find_unfinished(w->app, st, args->word_count > 0 ? args->words[0] : NULL, &w->id,
		    err);
	store_close(st);
	if (rc != 0 || load_state(w, w->id, &state, &mode, err) != 0)
		return -1;
	if (state == SESSION_ENDED)
		return err_set(err, EXIT_FINDINGS, "session %lld is over", (long long)w->number);
	if (mode != MODE_LED)
		return err_set(err, EXIT_FINDINGS, "session %lld is a solo one: only the screen of a led "
		    "session can be watched",
		    (long long)w->number);
	return 0;
}

void
watching_finish(struct watching *w)
{
	if (w->fd >= 0)
		close(w->fd);
	serve_told_finish(&w->told);
	serve_told_finish(&w->before);
	buf_finish(&w->pending);
}

/* ---- milestones ---- */

static enum milestone
next_milestone(const struct watching *w, const struct clock_view *c, int64_t *at)
{
	if (w->told.view == NULL || !w->told.clock_runs || c->hidden)
		return MILESTONE_NONE;
	return session_milestone_after(c->limit_ms, w->announced_ms, at);
}

enum milestone
watching_milestone(struct watching *w, struct clock_view *then)
{
	enum milestone m;
	int64_t at;

	if (w->told.view == NULL)
		return MILESTONE_NONE;
	*then = watching_clock(w);
	m = next_milestone(w, then, &at);
	if (m == MILESTONE_NONE || at > then->used_ms)
		return MILESTONE_NONE;
	w->announced_ms = at;
	then->used_ms = at;
	then->remaining_ms = then->limit_ms - at;
	return m;
}

int64_t
watching_milestone_boot_ms(const struct watching *w)
{
	struct clock_view c;
	int64_t at;

	if (w->told.view == NULL)
		return INT64_MAX;
	c = watching_clock(w);
	return next_milestone(w, &c, &at) != MILESTONE_NONE ? boot_ms(w) + at - c.used_ms : INT64_MAX;
}
