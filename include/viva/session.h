#ifndef VIVA_SESSION_H
#define VIVA_SESSION_H
#include "viva/record.h"
struct err;
/*
 * The interview as a state machine.  Pure: it reads no clock, prints and stores nothing.
 * Callers hand in inputs with the time and get back the event that happened, which they
 * store and then show.  Feeding the stored events to session_apply() rebuilds the state
 * exactly; a step is nothing but deciding on one event and applying it.
 *
 * Times are milliseconds on the session clock: 0 at the start, and only their differences
 * matter.  After a kill the caller lets the clock go on where the last heartbeat left it.
 *
 *   practice: READ THINK ANSWER [FOLLOW_UP] PREDICT REVEAL TICK GRADE NOTE, then the next item
 *   live:     READ THINK ANSWER [FOLLOW_UP] PREDICT BETWEEN ... and after the last item
 *             REVEAL TICK GRADE NOTE for each item in turn
 *   A pass goes straight to REVEAL (live: BETWEEN); its grade is 0, so TICK and GRADE are left out.
 *   Led: there is no REVEAL and no TICK; the prediction or its refusal leads to GRADE, a pass to
 *   NOTE.  Facts and hints are taken in ANSWER and FOLLOW_UP, ticks and mistakes from ANSWER to
 *   GRADE.  A led session marks each item at once whatever head.review says.
 *
 * Enter means nothing in PREDICT; in GRADE it takes the proposal.  A session that is led marks
 * `interviewer`, any other `self`.
 *
 * Time.  The limit with extra time and extensions runs over READ, THINK and ANSWER.  A pause stops
 * every phase; while it lasts only resume, note, flag, extend, undo, gap and end are taken.  A
 * strict session takes no pause and no extension; at its limit session_tick() ends the answer, and
 * from that moment no input is taken before it has.  Each millisecond of the session clock from the
 * first opening to the end, and what a counted gap adds, stands in exactly one *_ms of one item.
 *
 * Undo takes back the last event that can be: PHASE by Enter (but not REVEAL), EXTEND, FACT,
 * HINT, FLAG, TICK, MISTAKE, GRADE, NOTE, and PREDICT where no reveal followed.  Pauses after it
 * go with it: the session runs, or is paused, as it was just before that event.  The time since then
 * counts as pause, and so does a counted gap.  OPEN, REVEAL, PASS, SWAP and END cannot be taken
 * back, nor what came before them.  In a strict session nothing can before the answer is over,
 * for that would turn back the clock.
 *
 * Swap: READ begins anew with a full limit, as if the new item had stood there; facts, ticks,
 * flag and extensions of the old one go, its time is kept in swapped_ms.
 */
#define SESSION_NEVER INT64_MAX
#define SESSION_EXTEND_MS 60000         /* what one key press adds */
#define SESSION_ITEMS_MAX 999
#define SESSION_UNDO_MAX 256            /* events that can be taken back in a row; older ones stay.  Memory */
#define SESSION_FACTS_MAX 32            /* bits of facts_given */
/* Bounds of what a log may hold, far from any overflow of a sum. */
#define SESSION_LIMIT_MAX_MS 86400000   /* of one item, and of all its extensions: a day */
#define SESSION_EXTRA_TIME_MIN 100      /* per mille */
#define SESSION_EXTRA_TIME_MAX 10000
#define SESSION_GAP_MAX_MS (INT64_C(1) << 42)   /* one gap: 139 years */
#define SESSION_CLOCK_MAX_MS (INT64_C(1) << 50)

struct session;

/* What the engine needs to know of one position; borrowed texts stay with the bank. */
struct session_item {
	const struct bank *bank;        /* holds `item` and the rating scale */
	const struct item *item;
	int64_t limit_ms;               /* from the item's minutes, before extra time */
	bool retry;
	uint8_t snapshot[32];
};

/*
 * A session that has not started: no events yet.  Copies `head` and `items`, not the head's
 * strings nor the banks, which must outlive it.  NULL only when out of memory.
 *
 * For a replay `items` are those that stand in the form in the end, after all swaps: the engine
 * finds by the digests of EV_DRAW and EV_SWAP when they come in, and until then checks events of
 * an item it was not given against the caps alone.  limit_ms and retry are taken from the events,
 * and mode, review, flags and extra time of the head from EV_START.
 */
struct session *session_new(const struct session_head *head, const struct session_item *items, size_t count);
void session_free(struct session *s);

enum input {
	IN_NONE,
	IN_NEXT,                        /* Enter: go on */
	IN_PAUSE,                       /* pauses, or resumes */
	IN_EXTEND, IN_PASS, IN_FACT, IN_HINT, IN_FLAG,
	IN_TICK,                        /* a: key point index, b: enum tick, or -1: cycle no, yes, partly */
	IN_MISTAKE,                     /* a: mistake index, b: 1 made, 0 not, -1 toggle */
	IN_PREDICT,                     /* a: 0..4, -1 declined (led only) */
	IN_GRADE,                       /* a: 0..4, -1: the proposal */
	/*
	 * b: 1 private; the text goes to the store beside the event.  A note is taken in every phase,
	 * paused or not, and after the end as one on the session.  An answer from READ to PREDICT.
	 */
	IN_NOTE, IN_ANSWER,
	IN_UNDO,
	IN_END                          /* finish now, the rest not asked */
};

struct session_input {
	enum input kind;
	int a, b;
	enum actor actor;
};

/* Why an input meant nothing, for one line to the person. */
enum refusal {
	REFUSED_NOT,                    /* nothing to say: it happened, or was no input, or changes nothing */
	REFUSED_HERE, REFUSED_STRICT, REFUSED_NO_MORE_FACTS, REFUSED_NOTHING_TO_UNDO,
	REFUSED_NOT_LED, REFUSED_OUT_OF_RANGE,
	REFUSED_PAUSED                  /* possible here, but not while paused */
};

/*
 * Applies one input.  Returns 1 and fills `*out` with the event if something happened, else 0
 * with the reason in `*why` (may be NULL).  `now_ms` is never earlier than the last event
 * (asserted).  Cannot fail.  Call session_tick() until 0 before it.
 */
int session_step(struct session *s, struct session_input in, int64_t now_ms, struct event *out,
    enum refusal *why);
/*
 * The events that begin a session: EV_START, EV_DRAW for each position, EV_OPEN for the first.
 * Fills `out` (room for item count + 2) and returns their number.  Head and items must be within
 * the bounds above, with 1 to SESSION_ITEMS_MAX items (asserted).
 */
size_t session_begin(struct session *s, int64_t now_ms, struct event *out);
/*
 * Records `gap_ms` of unseen wall time as counted or not, when a session is resumed that has begun
 * and not ended (asserted); below 0 is 0, above SESSION_GAP_MAX_MS is that.  Counted time is added
 * to the phase that runs, in a strict session up to the limit; a pause takes none.
 */
void session_gap(struct session *s, int64_t now_ms, int64_t gap_ms, bool counts, struct event *out);
/*
 * Replaces the open item, which the candidate knows; in READ, THINK or ANSWER, not while paused.
 * `with` differs from it (0 otherwise).  Returns 1, or 0 where that means nothing.
 */
int session_swap(struct session *s, const struct session_item *with, int64_t now_ms, struct event *out);
/*
 * After the end: a further rating of `position` by `r->actor`, with its ticks, mistakes, no_answer
 * and grade.  The record then holds it as that actor's rating; the old one stays in the events.
 * Returns 1, or 0: not ended, not answered, or out of range (no answer has grade 0).
 */
int session_amend(struct session *s, int position, const struct rating *r, int64_t now_ms, struct event *out);

/* When session_tick() next has work (strict sessions: the limit), or SESSION_NEVER. */
int64_t session_deadline(const struct session *s);
/* Fires the oldest deadline at or before `now_ms`; returns as session_step(), call until 0. */
int session_tick(struct session *s, int64_t now_ms, struct event *out);

/*
 * Replays one stored event.  Returns 0, or -1 with the reason (EXIT_DAMAGED) and the session
 * unchanged: a damaged or forged log can name impossible things, and none of them may crash us.
 */
int session_apply(struct session *s, const struct event *ev, struct err *err);

/* ---- what it knows ---- */

enum session_state session_state(const struct session *s);
enum phase session_phase(const struct session *s);
/* The position that is open, asked or reviewed, or -1. */
int session_position(const struct session *s);
size_t session_item_count(const struct session *s);
/* The item that stands there; `position` is below the count (asserted).  Borrowed as the next one. */
const struct session_item *session_item(const struct session *s, size_t position);
/* Borrowed until the next call that changes `s`; its times are as of the last event. */
const struct item_record *session_record(const struct session *s, size_t position);
const struct session_head *session_head(const struct session *s);
/* Time used of the limit by the open item, at `now_ms`. */
int64_t session_used_ms(const struct session *s, int64_t now_ms);
/* Of the last event, for a caller that resumes; 0 before the first. */
int64_t session_last_ms(const struct session *s);
int64_t session_last_seq(const struct session *s);
/* True once the session has ended. */
bool session_done(const struct session *s);
/* What undo would take back now, as an event, or NULL.  Borrowed until the next call that changes `s`. */
const struct event *session_undoable(const struct session *s);

/* Grade that ticks and mistakes propose, 0..4 (DESIGN: weights times yes 2, partly 1, in integer percent). */
int session_propose(const struct item *it, const struct rating *r);

/* ---- the clock's milestones, for announcements ---- */

enum milestone {
	MILESTONE_NONE, MILESTONE_HALF, MILESTONE_60S, MILESTONE_30S, MILESTONE_10S, MILESTONE_OVER
};
/*
 * The first milestone of the open item after `after_ms` on the session clock: fills `*at_ms` and
 * returns it, or MILESTONE_NONE (paused, hidden clock, phase off the clock, none left).  A
 * milestone that would fall within 5 s of an earlier one, or before a fifth of the limit has
 * passed, is left out; MILESTONE_OVER, when all of the limit is used, never is.
 */
enum milestone session_next_milestone(const struct session *s, int64_t after_ms, int64_t *at_ms);
/*
 * The same of a clock alone: the first milestone after `used_ms` of `limit_ms`; fills what is used when it
 * comes.
 */
enum milestone session_milestone_after(int64_t limit_ms, int64_t used_ms, int64_t *at_used_ms);

#endif
