#ifndef VIVA_SCORING_H
#define VIVA_SCORING_H
#include "viva/record.h"
#include "viva/session.h"
struct err;
/*
 * A scoring: one further rater's marks for one session, made blind to everyone else's.  A state
 * machine beside the session's: pure, fed by inputs, rebuilt by replaying its events.  It is kept
 * apart because the session may still be running elsewhere, and knows nothing of it but the items
 * and which of them were answered.
 *
 * Events are those of record.h with at_ms 0 and actor ACTOR_SYSTEM:
 *   EV_OPEN      item: it was shown to the rater; n1 its key points, n2 its mistakes; digest of its snapshot
 *   EV_TICK, EV_MISTAKE, EV_GRADE, EV_PASS as in a session; a mark after the grade takes the grade away
 *   EV_NOTE      item, n1 1 if private; text
 *   EV_UNDO      n1 seq of the event taken back
 *   EV_END       the rater is done, and may see the others' marks
 *   EV_AMEND     as in a session
 * An item that was swapped away after it was opened is opened anew, without marks.
 */

enum present {                  /* numbers stand in databases */
	PRESENT_TYPED = 0,      /* not asked: every answer was typed */
	PRESENT_YES = 1, PRESENT_NO = 2
};

struct scoring_head {
	int64_t id;                     /* 63 bits */
	int64_t session;
	const char *rater;              /* name */
	enum present present;
	int64_t created_us;             /* wall, UTC */
};

/* What is known of one position; the item stays with its bank. */
struct scoring_item {
	const struct item *item;
	uint8_t snapshot[32];
	bool ratable;                   /* answered, and this rater heard or can read it */
};

struct scoring_mark {
	bool opened;
	uint8_t snapshot[32];           /* of the item that was marked */
	int key_points, mistakes;       /* how many it has */
	struct rating rating;           /* at_ms and actor 0 */
};

struct scoring;

/* Copies `head`, not its strings, and `items`.  NULL only when out of memory. */
struct scoring *scoring_new(const struct scoring_head *head, const struct scoring_item *items, size_t count);
void scoring_free(struct scoring *s);
/* The session went on: what stands at a position now. */
void scoring_set_item(struct scoring *s, size_t position, const struct scoring_item *item);

/* Shows the item to the rater.  1 and an event if it was not open yet, 0 if there is none to store. */
int scoring_open(struct scoring *s, size_t position, struct event *out);
/*
 * Applies IN_TICK, IN_MISTAKE, IN_GRADE, IN_PASS, IN_NOTE, IN_UNDO or IN_END, each as in session.h;
 * `position` is the one that stands open.  Returns 1 and the event, or 0 and why not.  IN_END wants
 * one grade at least.
 */
int scoring_step(struct scoring *s, size_t position, struct session_input in, struct event *out,
    enum refusal *why);
/* After the end: a further rating of an item that was graded.  As session_amend(). */
int scoring_amend(struct scoring *s, size_t position, const struct rating *r, struct event *out);
/* As session_apply(). */
int scoring_apply(struct scoring *s, const struct event *ev, struct err *err);

const struct scoring_head *scoring_head(const struct scoring *s);
size_t scoring_count(const struct scoring *s);
const struct scoring_item *scoring_item(const struct scoring *s, size_t position);
/* Borrowed until the next change. */
const struct scoring_mark *scoring_mark(const struct scoring *s, size_t position);
/* The grade was given, and to the item that stands there. */
bool scoring_graded(const struct scoring *s, size_t position);
bool scoring_done(const struct scoring *s);
int64_t scoring_last_seq(const struct scoring *s);
/* As session_undoable(). */
const struct event *scoring_undoable(const struct scoring *s);

/* ---- a scoring as it was stored ---- */

struct scoring_record {
	struct scoring_head head;
	struct scoring *s;              /* as its events left it; owned */
	struct note *notes;             /* in order of seq, without those taken back; by ACTOR_SYSTEM */
	size_t note_count;
	struct event *events;
	int64_t *event_wall_us;
	size_t event_count;
	uint8_t chain[32];
	struct arena *arena;            /* owns strings, arrays and this struct */
};
/* NULL does nothing. */
void scoring_record_free(struct scoring_record *r);

#endif
