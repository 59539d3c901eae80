#ifndef VIVA_CLI_AUDIENCE_H
#define VIVA_CLI_AUDIENCE_H
#include "cli/app.h"
#include "viva/serve.h"
/*
 * The candidate's own screens of a led session: pages in browsers, by the confined helper of
 * serve.h.  They are shown what the sitting shows, a moment after it was committed; a prediction
 * tapped there becomes an input like any key.
 */
struct audience;
struct sitting;

/*
 * Starts the helper on `address` (serve_start()).  Where `dir` holds the link of session `id` from
 * before a kill or a leave, the same link is served again; else a new one is made and kept there once the
 * session is known (audience_keep()).
 */
int audience_open(struct audience **out, struct app *app, const char *address, struct err *err);
/* As audience_open() with the link that audience_keep() left; 1 if it left none. */
int audience_reopen(struct audience **out, struct app *app, int64_t id, struct err *err);
/* Remembers address and link, so that a resumed session has the same. */
int audience_keep(struct audience *a, struct app *app, int64_t id, struct err *err);
/* The session has ended: its link is worth nothing more. */
void audience_forget(struct app *app, int64_t id);
void audience_close(struct audience *a);
const char *audience_url(const struct audience *a);
const char *audience_notice(const struct audience *a);

int audience_fd(const struct audience *a);
/* Shows what stands now, if it changed since it was last shown. */
int audience_show(struct audience *a, struct sitting *si, struct err *err);
/* Takes in what the screens tell; a helper that died is started again. */
int audience_take(struct audience *a, struct sitting *si, struct err *err);
int audience_message(struct audience *a, const char *text, size_t len, struct err *err);

#endif
