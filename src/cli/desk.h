#ifndef VIVA_CLI_DESK_H
#define VIVA_CLI_DESK_H
#include <signal.h>

#include "cli/app.h"
#include "cli/lines.h"
#include "viva/buf.h"
#include "viva/plain.h"
#include "viva/scoring.h"
#include "viva/typing.h"
#include "viva/words.h"
/*
 * Where a further rater marks a session, blind: the one place of `viva rate` that waits, commits and
 * shows.  What it holds of the session is stripped of everyone else's marks, predictions and notes as soon
 * as it is read, so that nothing of them can be shown.
 */
struct desk {
	struct app *app;
	struct store *store;            /* borrowed */
	struct record *record;          /* stripped, owned */
	struct scoring_record *marks;   /* the rater's own, owned */
	struct scoring *s;              /* marks->s */
	struct typing *typing;          /* owned: the lock on these marks, and a note that is being typed */
	bool own;                       /* the rater is the candidate */
	int64_t number;                 /* of the session */

	size_t position;
	enum phase phase;               /* TICK, GRADE or NOTE of that question */
	struct item_record shown;       /* of the open question, for its view */
	struct own_text *texts;         /* likewise */
	struct desk_note { int64_t seq; int position; char *text; } *notes;     /* the rater's, oldest first */
	size_t note_count;

	struct plain ui;
	struct lines in;
	int signal_fd;
	sigset_t mask_before;
	bool writing, writing_private;
	struct buf text;                /* the note that is being typed */
	bool asked_to_end;              /* with questions unmarked; asked again it ends */
	bool prompted;
	int leaving;                    /* exit status, or -1 */
	bool signalled;
};

/* ---- desk.c: the marks ---- */

/*
 * Takes away from `r` what the rater must not know: everyone's marks, predictions and notes, and the events
 * that tell of them.  Typed answers and facts given stay.
 */
void desk_strip(struct record *r);
/* Whether an answer that may be marked is heard only, not written. */
bool desk_must_ask(const struct record *r);
/* Says why a rater who was `present` has nothing to mark; returns -1. */
int desk_nothing_to_mark(const struct desk *d, enum present present, struct err *err);
/* How many questions can be marked, and of these are. */
void desk_count(const struct desk *d, size_t *ratable, size_t *graded);
/* The next question that can be marked after `from`, or -1; `unmarked`: and is not. */
int desk_next(const struct desk *d, int from, bool unmarked);
/* Looks again what was answered meanwhile, where the session still runs. */
int desk_refresh(struct desk *d, struct err *err);
/* Goes to a question that can be marked and shows it to the rater, on record. */
int desk_open(struct desk *d, size_t position, struct err *err);
/* Commits what an input means; 1: it meant nothing, and why was said. */
int desk_give(struct desk *d, struct session_input in, const char *text, size_t len, struct err *err);
/* The page of the open question, borrowed until the next call; -1 when out of memory. */
int desk_page(struct desk *d, struct review_page *page, struct err *err);
/* The notes of an earlier sitting. */
int desk_load_notes(struct desk *d, struct err *err);
/* Releases what the desk owns; marks that are done need no typing file any more. */
void desk_finish(struct desk *d);

/* ---- desk_lines.c: the rater ---- */

/* Marks until done, or left; returns the exit status. */
int desk_run(struct desk *d, struct err *err);

#endif
