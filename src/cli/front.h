#ifndef VIVA_CLI_FRONT_H
#define VIVA_CLI_FRONT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "viva/err.h"
#include "viva/plain.h"
#include "viva/session.h"
#include "viva/view.h"
#include "viva/words.h"
/*
 * A front end of a sitting: plain lines, the full screen, lines of JSON.  It says what happened and
 * turns what arrives into the verbs of sitting.h; it decides nothing about the session, commits
 * nothing and never waits.  The sitting owns clock, records and the one place that waits, so that
 * the same inputs give the same records whatever stands in front.
 */
struct front;
struct sitting;

/* What stands at the end of a session. */
struct closing {
	const struct record *record;
	const struct session_stats *stats;
	const char *const *steps;       /* things to do, most useful first */
	size_t step_count;
	const char *report_path;        /* or NULL: it could not be written */
};

struct front_ops {
	/* ---- input ---- */

	/* Reads what has arrived at in_fd. */
	void (*fill)(struct front *f, struct sitting *si);
	/*
	 * Acts on one input that was read, through the verbs of sitting.h.  Returns 1, or 0 if nothing is
	 * left, or -1.  At the end of its input it calls sitting_leave().
	 */
	int (*take)(struct front *f, struct sitting *si, struct err *err);
	/* Before each wait: shows what changed.  Returns 0, or 1 if nobody can see it any more. */
	int (*flush)(struct front *f, struct sitting *si);
	/* When there is something to do without input next, on the boot clock; INT64_MAX for never. */
	int64_t (*wake_boot_ms)(const struct front *f, struct sitting *si);

	/* ---- what is to be shown; a frame may follow only at flush ---- */

	void (*opening)(struct front *f, const struct plain_opening *o);
	/* The whole of where the session stands: at its beginning and after a resume. */
	void (*where)(struct front *f, const struct marking_view *v);
	/* A committed event; `undone` is what EV_UNDO took back, else NULL. */
	void (*event)(struct front *f, const struct marking_view *v, const struct event *ev,
	    const struct event *undone);
	void (*milestone)(struct front *f, enum milestone m, const struct clock_view *c);
	void (*refused)(struct front *f, enum refusal why, enum phase phase);
	/* One line for the person. */
	void (*say)(struct front *f, const char *line);
	/* `gap_ms` passed unseen; the clock stands until sitting_answer_gap(). */
	void (*ask_gap)(struct front *f, int64_t gap_ms);
	void (*text_begins)(struct front *f, enum note_kind kind);
	/* A text that was being typed when viva died.  True if it is taken up for further typing. */
	bool (*adopt)(struct front *f, enum note_kind kind, const char *text, size_t len);
	void (*closing)(struct front *f, const struct closing *c);
	/* A question of an ended session, to be read or marked anew. */
	void (*review)(struct front *f, const struct review_page *page);

	/* ---- around a stop of the program, and at its end ---- */

	/* Gives the terminal back as it was found. */
	void (*stop)(struct front *f);
	/* Takes it again; `paused` and `writing` say where the session stands. */
	void (*go_on)(struct front *f, bool paused, bool writing);
	/* The size of the terminal may have changed. */
	void (*resized)(struct front *f);
	/* A child process may have ended. */
	int (*child_ended)(struct front *f, struct sitting *si, struct err *err);
	/* What is asked is broken off: si->leaving tells whether for good. */
	int (*break_off)(struct front *f, struct sitting *si, struct err *err);
	void (*free)(struct front *f);
};

struct front {
	const struct front_ops *ops;
	int in_fd;                      /* what the sitting waits for; -1: nothing */
	bool lent;                      /* a child process has the terminal: ^C and ^Z are meant for it */
	bool waits_at_end;              /* closing() stays until sitting_proceed() */
	bool shows_link;                /* has the link to the candidate's page in reach by itself */
};

/* say() with a format. */
void front_say(struct front *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Plain lines on standard input and output.  NULL only when out of memory. */
struct front *front_plain(void);
/* Lines of JSON there, prompts to standard error.  NULL only when out of memory. */
struct front *front_json(void);
/*
 * Lines of JSON if asked for (--json); the full screen where the terminal can and nobody asked for plain
 * lines (--plain, VIVA_PLAIN); else plain lines.  NULL with a reason on failure.
 */
struct app;
struct front *front_choose(struct app *app, struct err *err);

#endif
