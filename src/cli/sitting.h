#ifndef VIVA_CLI_SITTING_H
#define VIVA_CLI_SITTING_H
#include "cli/app.h"
#include "cli/lines.h"
#include "viva/draw.h"
#include "viva/plain.h"
#include "viva/session.h"
#include "viva/typing.h"
/*
 * A running session in plain lines: the one place that waits.  Every event is committed to the
 * store before anything about it is painted.
 */
struct sitting {
	struct app *app;
	struct store *store;
	struct session *session;        /* borrowed */
	struct typing *typing;          /* borrowed */
	struct plain ui;
	struct lines in;
	int signal_fd;
	int64_t number;                 /* of the session, as people name it */

	/* The session clock is clock_base_ms + (boot - boot_base_ms). */
	int64_t clock_base_ms, boot_base_ms;
	int64_t asleep_ms;              /* boot minus mono when last looked: a jump is a suspend */
	int64_t beat_ms;                /* boot time of the last heartbeat */
	int64_t announced_ms;           /* milestones up to here have been said */

	/* A question about a gap of asked_gap_ms waits for its answer (0: none); the clock stands at asked_at_ms. */
	int64_t asked_gap_ms, asked_at_ms;
	bool writing;                   /* lines are text, up to a line with a single . */
	enum note_kind writing_kind;
	struct buf text;

	struct draw_request *swaps;     /* how to draw another item, or NULL: the bank is not at hand */
	enum item_use *use;             /* of `swaps`: items known and put aside are excluded here */
	struct bank **swapped;          /* banks of items swapped in, owned */
	size_t swapped_count;
};

/* Opens input, signals and the plain screen.  It is zeroed first; end with sitting_finish(). */
int sitting_init(struct sitting *si, struct app *app, struct store *st, struct err *err);
void sitting_finish(struct sitting *si);
/* Attaches a session whose clock goes on at `clock_ms`. */
void sitting_attach(struct sitting *si, struct session *s, struct typing *t, int64_t clock_ms);
int64_t sitting_now(struct sitting *si);
#define SITTING_SIGNALLED (-2)
/*
 * Waits for one line.  Returns 1 with `*line` borrowed until the next call, 0 at the end of the
 * input, -1 on failure; a signal that ends the program is SITTING_SIGNALLED with the exit status in
 * `err->status` and no text.
 */
int sitting_line(struct sitting *si, const char **line, size_t *len, struct err *err);
/* At a terminal: what is printed next shall not stand behind the prompt. */
void sitting_break_line(const struct sitting *si);
/* Commits an event to the store. */
int sitting_commit(struct sitting *si, struct event *ev, const struct store_text *text, const struct buf *snapshot,
    struct err *err);
/* Commits and paints it. */
int sitting_event(struct sitting *si, struct event *ev, const struct event *undone, struct err *err);
/* Saves a text that is complete as a note or an answer. */
int sitting_save_text(struct sitting *si, enum note_kind kind, const char *text, size_t len, struct err *err);
/*
 * Asks whether `gap_ms` of unseen time shall count; the clock stands until the answer.  Strict
 * sessions count it without asking; in the middle of a text it does not count.
 */
int sitting_ask_gap(struct sitting *si, int64_t gap_ms, struct err *err);
/*
 * Runs until the session ends (EXIT_DONE), is left (EXIT_STOPPED, or the status of a signal), or
 * something fails (its status, with `err` set).
 */
int sitting_session(struct sitting *si, struct err *err);
/* Replaces the open item; says so where there is none.  -1 on failure. */
int sitting_swap(struct sitting *si, struct err *err);

#endif
