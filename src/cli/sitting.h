#ifndef VIVA_CLI_SITTING_H
#define VIVA_CLI_SITTING_H
#include <signal.h>

#include "cli/app.h"
#include "cli/front.h"
#include "cli/reviewing.h"
#include "viva/buf.h"
#include "viva/draw.h"
#include "viva/session.h"
#include "viva/typing.h"
/*
 * A running session: its clock, its records, and the one place that waits.  A front end stands
 * before it; every event is committed to the store, and every typed character to the typing file,
 * before the front end shows anything of it.
 */

/* An answer or a note that was committed in this session and not taken back. */
struct sitting_text {
	int position;
	enum note_kind kind;
	int64_t seq, at_ms;
	bool private_note;
	char *text;
};

struct sitting {
	struct app *app;
	struct store *store;
	struct front *front;            /* owned */
	struct session *session;        /* borrowed; NULL at the opening */
	struct typing *typing;          /* borrowed */
	int signal_fd;
	sigset_t mask_before;           /* signals blocked before, for child processes */
	int64_t number;                 /* of the session, as people name it */

	bool proceed;                   /* the opening or the closing was read */
	bool chooses;                   /* the opening is a list of choices... */
	int choice;                     /* ...of which this letter was taken, '\n' for Enter */
	int leaving;                    /* exit status to leave with, or -1 */
	bool signalled;                 /* and it was a signal that said so */

	/* The session clock is clock_base_ms + (boot - boot_base_ms). */
	int64_t clock_base_ms, boot_base_ms;
	int64_t asleep_ms;              /* boot minus mono when last looked: a jump is a suspend */
	int64_t beat_ms;                /* boot time of the last heartbeat */
	int64_t announced_ms;           /* milestones up to here have been said */

	/*
	 * A question about a gap of asked_gap_ms waits for its answer (0: none); the clock stands at
	 * asked_at_ms.
	 */
	int64_t asked_gap_ms, asked_at_ms;

	enum actor actor;               /* whose keys these are: the candidate's, or in a led session the
					 * interviewer's */
	struct speaker *speaker;        /* reads questions aloud, owned; NULL: none */
	struct audience *audience;      /* the candidate's own screens, owned; NULL: none */
	bool half;                      /* the second half follows: the candidate's page waits for it */
	int64_t planned_ms;             /* of the whole session; 0: not planned */
	bool plan_reminded;             /* it was said that five minutes are left */
	const char *question;           /* a line of text is asked for; what it becomes is `question_label` */
	const char *question_label;

	bool writing;                   /* a text is being typed */
	bool writing_private;           /* a note for coaches */
	enum note_kind writing_kind;
	struct buf text;                /* as it stands, and as the typing file has it */
	struct sitting_text *texts;     /* oldest first */
	size_t text_count;

	struct reviewing *review;       /* borrowed: the session has ended and is read again; else NULL */

	struct draw_request *swaps;     /* how to draw another item, or NULL: the bank is not at hand */
	enum item_use *use;             /* of `swaps`: items known and put aside are excluded here */
	struct bank **swapped;          /* banks of items swapped in, owned */
	size_t swapped_count;
};

/* ---- its life (sitting.c) ---- */

/*
 * Takes over `front` (NULL: memory ran out when it was made) and opens the signals.  It is zeroed
 * first; end with sitting_finish().
 */
int sitting_init(struct sitting *si, struct app *app, struct store *st, struct front *front, struct err *err);
void sitting_finish(struct sitting *si);
/* Puts another front end in the place of the one before; NULL as for sitting_init(). */
int sitting_replace_front(struct sitting *si, struct front *front, struct err *err);
/* Attaches a session whose clock goes on at `clock_ms`. */
void sitting_attach(struct sitting *si, struct session *s, struct typing *t, int64_t clock_ms);
/* Lets go of a session that has ended and of all that belonged to it; another may be attached. */
void sitting_detach(struct sitting *si);
int64_t sitting_now(struct sitting *si);
/* A moment of the session clock on the boot clock. */
int64_t sitting_boot_ms(const struct sitting *si, int64_t session_ms);
void sitting_view(struct sitting *si, struct marking_view *v);
/*
 * Runs until what is shown was read (sitting_proceed()), the session has ended, or it is left: the
 * opening before sitting_attach(), then the session, then the closing.  Returns 0, or -1.  Where
 * si->leaving is not -1 nobody reads on.
 */
int sitting_run(struct sitting *si, struct err *err);
/*
 * Asks whether `gap_ms` of unseen time shall count; the clock stands until the answer.  Strict
 * sessions count it without asking; in the middle of a text it does not count.
 */
int sitting_ask_gap(struct sitting *si, int64_t gap_ms, struct err *err);
/* Commits an event to the store. */
int sitting_commit(struct sitting *si, struct event *ev, const struct store_text *text,
    const struct buf *snapshot, struct err *err);
/* Commits it and shows it. */
int sitting_event(struct sitting *si, struct event *ev, const struct event *undone, struct err *err);
/* Commits what the clock does by itself up to now. */
int sitting_tick(struct sitting *si, struct err *err);

/* ---- verbs, for front ends (sitting_keys.c, sitting_swap.c): 0, or -1 on failure ---- */

/* The opening or the closing was read. */
void sitting_proceed(struct sitting *si);
/* Save and leave with `status`. */
void sitting_leave(struct sitting *si, int status);
int sitting_give(struct sitting *si, struct session_input in, struct err *err);
int sitting_answer_gap(struct sitting *si, bool counts, struct err *err);
/* Pauses and stops the program like any other; `by_key`: as the terminal would have, its whole job. */
int sitting_stop(struct sitting *si, bool by_key, struct err *err);
/*
 * Asks `question` and waits for one line, kept as a note of the session after `label`; an empty one is none.
 */
int sitting_ask(struct sitting *si, const char *question, const char *label, struct err *err);
int sitting_reply(struct sitting *si, const char *line, size_t len, struct err *err);
/* Puts a line on the candidate's screens; an empty one takes it away. */
int sitting_message(struct sitting *si, const char *text, size_t len, struct err *err);
/* Replaces the open item; says so where there is none. */
int sitting_swap(struct sitting *si, struct err *err);

/* ---- texts (sitting_text.c) ---- */

/* Begins an answer or a note, or says why not: si->writing tells. */
int sitting_text_begin(struct sitting *si, enum note_kind kind, struct err *err);
/* Replaces `cut` bytes at `at` by `data`; the whole stays valid UTF-8 of at most STORE_TEXT_MAX_BYTES. */
int sitting_text_edit(
    struct sitting *si, size_t at, size_t cut, const char *data, size_t len, struct err *err);
/* As sitting_text_begin(), a note that only coaches see. */
int sitting_private_note_begin(struct sitting *si, struct err *err);
/* Saves a line as a note of the whole session, after its end. */
int sitting_session_note(struct sitting *si, const char *text, size_t len, struct err *err);
/* Commits it; an empty one is dropped. */
int sitting_text_end(struct sitting *si, struct err *err);
/* What was being typed when viva died: taken up by the front end, or committed. */
int sitting_text_recover(struct sitting *si, struct err *err);
/* Texts of an earlier sitting. */
int sitting_text_load(struct sitting *si, const struct record *r, struct err *err);
/* Forgets the text of an event that was taken back. */
void sitting_text_undo(struct sitting *si, int64_t seq);
void sitting_text_finish(struct sitting *si);

#endif
