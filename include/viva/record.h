#ifndef VIVA_RECORD_H
#define VIVA_RECORD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/bank.h"
/*
 * What is known of a session: plain structs that session fills, store keeps, stats and
 * report read.  Times are milliseconds; at_ms is the session's own clock, which starts at
 * 0 and never runs backwards; wall_us is microseconds since 1970 UTC.
 */

/*
 * ---- events: the truth ----
 *
 * Kinds with "item" name a position.  EV_PAUSE, EV_RESUME, EV_UNDO and EV_GAP name the one that
 * was open; EV_START and EV_END have -1.  n1 is n[0] and so on; numbers that a kind does not use are 0.
 */

enum event_kind {               /* numbers stand in databases: never change one, only add */
	EV_START = 1,           /* n1 mode, n2 review, n3 flags (SESSION_STRICT ...),
				 * n4 extra time in per mille */
	EV_DRAW = 2,            /* item, n1 limit_ms before extra time, n2 1 if a retry slot;
				 * digest of the item's snapshot */
	EV_OPEN = 3,            /* item: its stem is shown, the clock runs */
	EV_PHASE = 4,           /* item, n1 the phase entered */
	EV_PAUSE = 5, EV_RESUME = 6,
	EV_EXTEND = 7,          /* item, n1 added ms */
	EV_FACT = 8,            /* item, n1 index of the on-request fact given */
	EV_HINT = 9,            /* item */
	EV_FLAG = 10,           /* item, n1 1 on, 0 off */
	EV_TICK = 11,           /* item, n1 key point index, n2 enum tick */
	EV_MISTAKE = 12,        /* item, n1 mistake index, n2 1 made, 0 not */
	EV_PREDICT = 13,        /* item, n1 grade 0..4, -1 declined */
	EV_GRADE = 14,          /* item, n1 grade, n2 proposed */
	EV_PASS = 15,           /* item: "no answer" */
	EV_SWAP = 16,           /* item, n1, n2 and digest as EV_DRAW, of the new item; the old is known */
	EV_NOTE = 17,           /* item (-1: the session, after its end), n1 enum note_kind,
				 * n2 1 if private; text */
	EV_UNDO = 18,           /* n1 seq of the event taken back, and the pauses after it with it */
	EV_GAP = 19,            /* n1 wall ms that passed unseen, n2 1 if they count */
	EV_END = 20,            /* n1 1 if before all items were done; items not opened were not asked */
	EV_AMEND = 21           /* item, n1 grade, n2 proposed, after the end; the log keeps the old one.
				 * n3 ticks, two bits for each key point from the lowest on;
				 * n4 mistakes, bit by bit, and AMEND_NO_ANSWER */
};
#define AMEND_NO_ANSWER (INT64_C(1) << 32)

enum actor { ACTOR_SYSTEM = 0, ACTOR_CANDIDATE = 1, ACTOR_INTERVIEWER = 2 };
enum tick { TICK_NO = 0, TICK_PARTLY = 1, TICK_YES = 2 };
enum note_kind { NOTE_NOTE = 0, NOTE_ANSWER = 1 };

#define EVENT_NUMBERS 4
struct event {
	int64_t seq;                    /* dense from 1 within a session */
	enum event_kind kind;
	int item;                       /* 0-based position in the form, or -1 */
	int64_t at_ms;                  /* when it happened on the session clock, not when it was noticed */
	enum actor actor;
	int64_t n[EVENT_NUMBERS];       /* meaning by kind; unused ones are 0 */
	bool has_digest;
	uint8_t digest[32];             /* SHA-256 of a snapshot's bytes, or of a text's salt and bytes */
};

/* ---- what the events add up to ---- */

enum mode { MODE_SOLO = 0, MODE_LED = 1 };
enum review { REVIEW_EACH = 0, REVIEW_END = 1 };        /* practice; live */
enum { SESSION_STRICT = 1 << 0, SESSION_HIDE_CLOCK = 1 << 1, SESSION_FOLLOW_UPS_OFF = 1 << 2,
	SESSION_FLAGS_ALL = (1 << 3) - 1 };

enum session_state { SESSION_DRAWN = 0, SESSION_RUNNING = 1, SESSION_PAUSED = 2, SESSION_ENDED = 3 };

/*
 * Phases of one item, in the order they come.  The limit runs over READ, THINK and ANSWER.
 * BETWEEN follows the prediction where the review comes at the end: a rest, no clock.
 */
enum phase {                    /* numbers stand in databases */
	PHASE_NONE = 0, PHASE_READ = 1, PHASE_THINK = 2, PHASE_ANSWER = 3, PHASE_FOLLOW_UP = 4,
	PHASE_PREDICT = 5, PHASE_BETWEEN = 6, PHASE_REVEAL = 7, PHASE_TICK = 8, PHASE_GRADE = 9,
	PHASE_NOTE = 10, PHASE_CLOSED = 11
};

/*
 * OPEN from its EV_OPEN, ANSWERED once the answer phase is over, RATED with a grade or a pass.
 * An end leaves OPEN and ANSWERED as they are; items never opened become NOT_ASKED.
 */
enum item_state { ITEM_PENDING = 0, ITEM_OPEN = 1, ITEM_ANSWERED = 2, ITEM_RATED = 3, ITEM_NOT_ASKED = 4 };

#define KEY_POINTS_MAX BANK_KEY_POINTS_MAX
#define MISTAKES_MAX 32

/* One rater's marks for one answer.  Never overwritten: an amendment is a further one. */
struct rating {
	enum actor actor;
	uint8_t ticks[KEY_POINTS_MAX];  /* enum tick, by key point index */
	uint32_t mistakes;              /* bit i: mistake i was made */
	bool no_answer;
	bool settled;                   /* a grade was given */
	int proposed, grade;            /* 0..4, or -1 until a grade is given */
	int64_t at_ms;                  /* when settled */
	int64_t seq;                    /* of the EV_GRADE, EV_PASS or EV_AMEND behind it */
};

/* One position of the form. */
struct item_record {
	int position;                   /* from 0 */
	enum item_state state;
	enum phase phase;               /* where it stands, or stood when it was left; CLOSED once done */
	int64_t limit_ms;               /* with extra time and extensions */
	int64_t read_ms, think_ms, answer_ms, follow_up_ms, pause_ms, extended_ms;
	int64_t review_ms;              /* all other phases: predicting, marking, notes, between items */
	int64_t swapped_ms;             /* spent on items swapped away; all but pauses start anew */
	int64_t over_ms;                /* read + think + answer beyond the limit, at least 0 */
	int64_t opened_ms;              /* session clock, -1 before; a swap leaves it */
	int facts, hints, pauses;
	uint32_t facts_given;           /* bit i: on-request fact i */
	bool known;                     /* swapped away: the candidate knew it */
	bool retry, flagged, no_answer;
	int prediction;                 /* 0..4, -1 none or declined */
	struct rating self, interviewer;
	uint8_t snapshot[32];           /* SHA-256 of the item's canonical XML */
};

struct note {
	int position;                   /* -1: of the whole session */
	enum note_kind kind;
	enum actor by;
	bool private_note;
	const char *text;               /* UTF-8, lines parted by \n; "" once erased */
	int64_t at_ms, seq;
};

struct session_head {
	int64_t id;                     /* 63 bits */
	int64_t number;                 /* small, never reused in a file; 0 before it is stored */
	enum mode mode;
	enum review review;
	unsigned flags;                 /* SESSION_STRICT ... */
	int extra_time_permille;        /* 1000: none */
	const char *candidate;          /* name */
	const char *interviewer;        /* or NULL */
	const char *bank_id, *bank_version, *bank_title;
	uint8_t bank_sha256[32];
	const char *blueprint;          /* id */
	const char *blueprint_title;
	uint64_t seed;
	int64_t created_us;             /* wall, UTC */
	int64_t ended_us;               /* 0 while unfinished */
	int utc_offset_min;             /* of the place where it was held */
};

/* A session as others read it: events added up, with the item texts it was drawn with. */
struct record {
	struct session_head head;
	enum session_state state;
	struct item_record *items;
	struct bank **banks;            /* for each position, the snapshot; its item is banks[i]->items[0] */
	size_t item_count;
	struct note *notes;             /* in order of seq */
	size_t note_count;
	struct event *events;           /* in order of seq */
	int64_t *event_wall_us;         /* when each was written */
	size_t event_count;
	uint8_t chain[32];              /* head of the hash chain */
	struct arena *arena;            /* owns strings, arrays and this struct; not the banks' insides */
};

/* Releases a record with its banks; NULL does nothing. */
void record_free(struct record *r);
const struct item *record_item(const struct record *r, size_t position);
/* The rating that counts: the interviewer's if settled, else the candidate's own if settled, else NULL. */
const struct rating *record_rating(const struct item_record *it);

const char *phase_name(enum phase p);           /* "read", "think", ... */
const char *event_kind_name(enum event_kind k); /* "start", ... as in the export */
const char *session_state_name(enum session_state s);
const char *item_state_name(enum item_state s);

#endif
