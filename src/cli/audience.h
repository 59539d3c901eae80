#ifndef VIVA_CLI_AUDIENCE_H
#define VIVA_CLI_AUDIENCE_H
#include "cli/app.h"
#include "viva/serve.h"
/*
 * The candidate's own screens of a led session: pages in browsers, by the confined helper of
 * serve.h, and terminals that run `viva watch`.  They are shown what the sitting shows, a moment after it was
 * committed; a prediction tapped there becomes an input like any key.
 */
struct audience;
struct sitting;

/* Without any screen yet.  Release with audience_close(). */
int audience_new(struct audience **out, struct err *err);
void audience_close(struct audience *a);
/* Serves a page on `address` (serve_start()), under a new link. */
int audience_serve(struct audience *a, struct app *app, const char *address, struct err *err);
/* Serves the page of session `id` again, under the link it had; 1 if it had none. */
int audience_serve_again(struct audience *a, struct app *app, int64_t id, struct err *err);
/*
 * A session begins or goes on: terminals may watch it, its link is kept for after a kill, and of an earlier
 * one nothing is shown any more.
 */
int audience_begin(struct audience *a, struct app *app, int64_t id, struct err *err);
/*
 * Between two sessions: pages wait and show `message`, until the next audience_begin(); terminals are told
 * that theirs is over.
 */
int audience_rest(struct audience *a, struct sitting *si, const char *message, struct err *err);
/* The session has ended: its link is worth nothing more. */
void audience_forget(struct app *app, int64_t id);
/* Where the page is, or NULL: none is served. */
const char *audience_url(const struct audience *a);
struct audience_state {
	int screens, terminals;         /* pages open, and `viva watch` */
	int64_t reached_boot_ms;        /* a page was last reached; INT64_MIN: never */
};
void audience_state(const struct audience *a, struct audience_state *state);
/* Whether other devices can open it. */
bool audience_reaches_others(const struct audience *a);
/* A line about how the helper is held, "" if there is nothing to say. */
const char *audience_notice(const struct audience *a);

int audience_fd(const struct audience *a);
/* Shows what stands now, if it changed since it was last shown. */
int audience_show(struct audience *a, struct sitting *si, struct err *err);
/* Takes in what the screens tell; a helper that died is started again. */
int audience_take(struct audience *a, struct sitting *si, struct err *err);
int audience_message(struct audience *a, const char *text, size_t len, struct err *err);

#endif
