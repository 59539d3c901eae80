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
 *   Led: there is no REVEAL; ticks, facts and hints are taken from ANSWER on, the grade
 *   after the prediction or its refusal.
 */
#define SESSION_NEVER INT64_MAX
#define SESSION_EXTEND_MS 60000         /* what one key press adds */
#define SESSION_ITEMS_MAX 999

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
 * A session that has not started: no events yet.  Copies `items` (not the banks, which must
 * outlive it).  NULL only when out of memory.
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
	IN_NOTE, IN_ANSWER,             /* b: 1 private; the text goes to the store beside the event */
	IN_UNDO,
	IN_END                          /* finish now, the rest not asked */
};

struct session_input {
	enum input kind;
	int a, b;
	enum actor actor;
};

/* Why an input meant nothing, for one line to the person. */
enum refusal { REFUSED_NOT, REFUSED_HERE, REFUSED_STRICT, REFUSED_NO_MORE_FACTS, REFUSED_NOTHING_TO_UNDO,
	REFUSED_NOT_LED, REFUSED_OUT_OF_RANGE };

/*
 * Applies one input.  Returns 1 and fills `*out` with the event if something happened, else 0
 * with the reason in `*why` (may be NULL).  `now_ms` is never earlier than a time given
 * before (asserted).  Cannot fail.
 */
int session_step(struct session *s, struct session_input in, int64_t now_ms, struct event *out, enum refusal *why);
/*
 * The events that begin a session: EV_START, EV_DRAW for each position, EV_OPEN for the first.
 * Fills `out` (room for item count + 2) and returns their number.
 */
size_t session_begin(struct session *s, int64_t now_ms, struct event *out);
/* Records `gap_ms` of unseen wall time as counted or not, when a session is resumed. */
void session_gap(struct session *s, int64_t now_ms, int64_t gap_ms, bool counts, struct event *out);
/* Replaces the open item, which the candidate knows.  Returns 1, or 0 where that means nothing. */
int session_swap(struct session *s, const struct session_item *with, int64_t now_ms, struct event *out);
/* After the end: a further rating of `position`; the old one stays on record. */
int session_amend(struct session *s, int position, const struct rating *r, int64_t now_ms, struct event *out);

/* When session_tick() next has work (strict sessions: the limit), or SESSION_NEVER. */
int64_t session_deadline(const struct session *s);
/* Fires the oldest deadline at or before `now_ms`; returns as session_step(), call until 0. */
int session_tick(struct session *s, int64_t now_ms, struct event *out);

/*
 * Replays one stored event.  Returns 0, or -1 with the reason: a damaged or forged log can
 * name impossible things, and none of them may crash us.
 */
int session_apply(struct session *s, const struct event *ev, struct err *err);

/* ---- what it knows ---- */

enum session_state session_state(const struct session *s);
enum phase session_phase(const struct session *s);
/* The position that is open, asked or reviewed, or -1. */
int session_position(const struct session *s);
size_t session_item_count(const struct session *s);
const struct session_item *session_item(const struct session *s, size_t position);
/* Borrowed until the next call that changes `s`; its times are as of the last event. */
const struct item_record *session_record(const struct session *s, size_t position);
const struct session_head *session_head(const struct session *s);
/* Time used of the limit by the open item, at `now_ms`. */
int64_t session_used_ms(const struct session *s, int64_t now_ms);
/* The last time given, for a caller that resumes. */
int64_t session_last_ms(const struct session *s);
int64_t session_last_seq(const struct session *s);
/* True once every event of the form is in and the session has ended. */
bool session_done(const struct session *s);
/* What undo would take back now, as an event, or NULL. */
const struct event *session_undoable(const struct session *s);

/* Grade that ticks and mistakes propose, 0..4 (DESIGN: weights times yes 2, partly 1, in integer percent). */
int session_propose(const struct item *it, const struct rating *r);

/* ---- the clock's milestones, for announcements ---- */

enum milestone { MILESTONE_NONE, MILESTONE_HALF, MILESTONE_60S, MILESTONE_30S, MILESTONE_10S, MILESTONE_OVER };
/*
 * The first milestone of the open item after `after_ms` on the session clock: fills `*at_ms` and
 * returns it, or MILESTONE_NONE (paused, no clock, none left).  A milestone that would fall
 * within 5 s of an earlier one, or before a fifth of the limit has passed, is left out.
 */
enum milestone session_next_milestone(const struct session *s, int64_t after_ms, int64_t *at_ms);

#endif
