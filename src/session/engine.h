#ifndef VIVA_SESSION_ENGINE_H
#define VIVA_SESSION_ENGINE_H
#include "viva/session.h"
/*
 * What the files of this folder share.  The way of an event: step.c or session.c makes it,
 * check.c says whether it may happen, apply.c lets it happen; clock.c counts the time before
 * it and undo.c remembers how to take it back.
 */

/* One position of the form. */
struct slot {
	struct session_item given;      /* live: what stands there; replay: what stands there in the end */
	bool stands;                    /* `given` is what the events so far put there */
	struct item_record rec;
};

/* Where an undoable event can go back to: the open item as it was when the event came. */
struct mark {
	struct event ev;
	struct item_record rec;
	enum session_state state;
	int64_t gap_ms;
};

struct session {
	struct session_head head;
	struct slot *slots;
	size_t count;
	size_t drawn;                   /* EV_DRAW events so far */
	enum session_state state;
	int position;                   /* open, or -1 */
	int64_t last_ms, last_seq;      /* of the last event; 0 before the first */
	int64_t gap_ms;                 /* unseen time that was charged to items, in all */
	const struct session_item *incoming;    /* while session_swap() applies its event, else NULL */
	struct mark *marks;             /* a ring of SESSION_UNDO_MAX; the oldest falls out */
	size_t mark_first, mark_count;
};

/* Why an event cannot happen: for a person at the keyboard, and for a damaged log. */
struct fault {
	enum refusal why;
	const char *text;
};

/* check.c: NULL if `ev` may come next. */
const struct fault *check_event(const struct session *s, const struct event *ev);

/* apply.c: lets a checked event happen. */
void apply_event(struct session *s, const struct event *ev);
/* The record of a position on which nothing has happened. */
void slot_reset(const struct session *s, struct slot *sl, int position);

/* session.c */
struct event next_event(const struct session *s, enum event_kind kind, enum actor actor, int64_t at_ms);
/* Checks and applies; 1, or 0 with the reason. */
int try_event(struct session *s, const struct event *ev, struct event *out, enum refusal *why);
struct item_record *open_record(struct session *s);
const struct item_record *open_record_const(const struct session *s);
/* The item that is open; NULL if none is, or if a replay does not know it (swapped away later). */
const struct item *open_item(const struct session *s);
bool is_strict(const struct session *s);
bool is_led(const struct session *s);
/* True where marking waits for the end; a led session marks at once whatever its review. */
bool is_live(const struct session *s);
/* The ratings made during the session: the interviewer's if led, else the candidate's own. */
struct rating *rating_being_made(const struct session *s, struct item_record *rec);

/* clock.c */
bool phase_on_the_clock(enum phase p);
int64_t limit_with_extra(const struct session *s, int64_t limit_ms);
int64_t record_used_ms(const struct item_record *rec);
/* Adds `ms` to what runs in the open item; returns how much was taken (strict: no more than the limit). */
int64_t clock_charge(struct session *s, int64_t ms);
void clock_settle(struct item_record *rec);
/* True if the limit of a strict session has passed at `at_ms` and nobody has said so yet. */
bool clock_due(const struct session *s, int64_t at_ms);

/* undo.c */
void undo_remember(struct session *s, const struct event *ev);
const struct mark *undo_top(const struct session *s);
void undo_apply(struct session *s);

#endif
