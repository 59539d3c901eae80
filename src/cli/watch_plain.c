/* `viva watch` in plain lines. */
#include <string.h>
#include <unistd.h>

#include "cli/lines.h"
#include "cli/tell.h"
#include "cli/watching.h"
#include "viva/plain.h"

struct lines_watch {
	struct watching *watching;
	struct plain ui;
	struct lines in;
	bool listens;                   /* to what is typed; not after the end of a pipe */
	bool told_away;
	char message[SERVE_MESSAGE_MAX_BYTES + 1];
};

static int
say_told(struct lines_watch *lw, struct err *err)
{
	struct watching *w = lw->watching;
	int rc;

	while ((rc = watching_next(w, err)) == 1) {
		plain_watched(&lw->ui, w->told.view, w->before.view);
		if (strcmp(lw->message, w->told.message) != 0 && w->told.message[0] != '\0')
			plain_say(&lw->ui, "From the interviewer: %s", w->told.message);
		snprintf(lw->message, sizeof(lw->message), "%s", w->told.message);
	}
	return rc;
}

static void
seek(struct lines_watch *lw)
{
	watching_seek(lw->watching);
	if (lw->watching->over)
		plain_say(&lw->ui, "The interview is over. Thank you.");
	else if (lw->watching->sought && !lw->told_away)
		plain_say(&lw->ui, "The interviewer's viva is away; waiting for it.");
	lw->told_away = lw->watching->sought;
}

static int64_t
announce(struct lines_watch *lw)
{
	struct clock_view then;
	enum milestone m;

	while ((m = watching_milestone(lw->watching, &then)) != MILESTONE_NONE)
		plain_milestone(&lw->ui, m, &then);
	return watching_milestone_boot_ms(lw->watching);
}

/* Returns 1 to leave. */
static int
take_keys(struct lines_watch *lw)
{
	const struct watching *w = lw->watching;
	struct clock_view c;
	const char *line;
	size_t len, over;

	for (;;) {
		switch (lines_next(&lw->in, &line, &len, &over)) {
		case LINE_END:
			lw->listens = false;
			return isatty(STDIN_FILENO);
		case LINE_NONE:
			return 0;
		case LINE_READY:
			break;
		}
		if (len == 1 && line[0] == 'q')
			return 1;
		if (w->told.view != NULL && w->told.view->position >= 0) {
			c = watching_clock(w);
			plain_time(&lw->ui, &c);
		} else {
			plain_say(&lw->ui, "Waiting for the first question. q leaves.");
		}
	}
}

static int
watch(struct lines_watch *lw, struct err *err)
{
	struct watching *w = lw->watching;

	plain_say(&lw->ui, "The candidate's screen of session %lld: questions and their clock, nothing else. "
	    "Enter tells the time, q leaves.", (long long)w->number);
	while (!watching_is_over(w)) {
		int64_t wake;
		int got;

		if (w->fd < 0)
			seek(lw);
		if (w->over)
			break;
		wake = w->fd < 0 ? world_now(w->app->world).boot_ms + WATCHING_AGAIN_MS : announce(lw);
		if (fflush(stdout) != 0)
			return EXIT_DONE;
		got = world_wait(w->app->world, lw->listens ? STDIN_FILENO : -1, -1, w->fd, wake, err);
		if (got < 0 || (got & WORLD_OTHER && (watching_fill(w, err) != 0 || say_told(lw, err) != 0)))
			return (int)err->status;
		if (got & WORLD_INPUT) {
			lines_fill(&lw->in);
			if (take_keys(lw) != 0)
				return EXIT_DONE;
		}
	}
	return EXIT_DONE;
}

int
watch_plain(struct watching *w, struct err *err)
{
	struct lines_watch lw = { .watching = w, .listens = true, .ui = { .out = stdout,
	    .columns = tell_columns(stdout) } };
	int status;

	lines_init(&lw.in, STDIN_FILENO);
	status = watch(&lw, err);
	lines_finish(&lw.in);
	return status;
}
