#ifndef VIVA_CLI_WATCHING_H
#define VIVA_CLI_WATCHING_H
#include "cli/app.h"
#include "cli/cmd.h"
#include "viva/buf.h"
#include "viva/serve.h"
#include "viva/session.h"
#include "viva/view.h"
/*
 * `viva watch`: what it is told of a led session, whatever it is shown on.  The console may be away for a
 * while; it is looked for until it is back or the session has ended.
 */
struct watching {
	struct app *app;
	int64_t id, number;
	int fd;                         /* to the console; -1: away */
	bool sought;                    /* it was looked for in vain since it was last there */
	bool over;                      /* the session ended while nobody told us */
	struct buf pending;             /* bytes not yet taken */
	struct serve_told told, before; /* what stands, and what stood before it */
	int64_t told_ms;                /* boot clock, when it was told */
	int64_t announced_ms;           /* of the limit: milestones up to here have been said */
};

#define WATCHING_AGAIN_MS 1000          /* how often a console that is away is looked for */

/* The session that is named, or the latest that is not finished; only led ones can be watched. */
int watching_find(struct watching *w, struct app *app, const struct args *args, struct err *err);
void watching_finish(struct watching *w);
/* Looks for a console that is away; it may have ended the session meanwhile. */
void watching_seek(struct watching *w);
/* Takes in what w->fd has; the console may be gone after it. */
int watching_fill(struct watching *w, struct err *err);
/*
 * Makes the next view that was told w->told, and the one that stood w->before.  1, 0 if there is none, or -1.
 */
int watching_next(struct watching *w, struct err *err);
/* The clock as it stands now; there is a view. */
struct clock_view watching_clock(const struct watching *w);
bool watching_is_over(const struct watching *w);
/* A milestone that has come and was not said, with the clock as it was then; or MILESTONE_NONE. */
enum milestone watching_milestone(struct watching *w, struct clock_view *then);
/* When the next one comes, on the boot clock, or INT64_MAX. */
int64_t watching_milestone_boot_ms(const struct watching *w);

/* ---- what it is shown on: an exit status ---- */

int watch_plain(struct watching *w, struct err *err);
#define WATCH_NO_SCREEN (-1)
/* WATCH_NO_SCREEN where the terminal cannot. */
int watch_screen(struct watching *w, struct err *err);

#endif
