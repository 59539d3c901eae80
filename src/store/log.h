#ifndef VIVA_STORE_LOG_H
#define VIVA_STORE_LOG_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "viva/record.h"
struct arena;
struct err;
struct query;
struct store;
/*
 * A log in the file: the events of a session or of a further rater's marks, each with the time it was written,
 * its link of the chain and, for a note, its text.  Both kinds are alike but for the tables they stand in, and
 * for what marks have no need of: a time of the session's clock, and an actor.
 */

enum log_kind { LOG_SESSION, LOG_SCORING };

struct log {
	enum log_kind kind;
	int64_t id;                     /* of the session or the scoring */
	int64_t number;                 /* of the session, and ... */
	const char *rater;              /* ... of marks: whose; findings name them */
};

/* ---- rows ---- */

struct event_row {
	struct event ev;
	int64_t wall_us;
	uint8_t chain[32];
};

int log_add(struct store *st, const struct log *l, const struct event_row *row, struct err *err);
/* Returns 0, STORE_NOT_FOUND or -1. */
int log_get(struct store *st, const struct log *l, int64_t seq, struct event_row *row, struct err *err);
/* Checks that `row`, just written after the link `before`, reads back as what was meant. */
int log_verify(struct store *st, const struct log *l, const struct event_row *row, const uint8_t before[32],
    struct err *err);
/* But for the time they were written. */
bool event_same(const struct event *a, const struct event *b);

/* Begins a query for the rows, in order of seq. */
void log_rows_start(struct query *q, struct store *st, const struct log *l);
/* Whether the row is good query_good() says. */
void log_row_take(struct query *q, const struct log *l, struct event_row *row);

/* ---- texts ---- */

struct log_text {
	int64_t seq;                    /* of its event */
	const char *body;               /* UTF-8 */
	size_t len;
	const uint8_t *salt;            /* STORE_SALT_BYTES; NULL: erased, then body is "" */
	int64_t erased_us;              /* 0 unless erased */
};

int log_text_add(struct store *st, const struct log *l, const struct log_text *text, struct err *err);
/* Begins a query for the text of event `seq`, which gives one row or none. */
void log_text_start(struct query *q, struct store *st, const struct log *l, int64_t seq);
/*
 * The text of `ev` from that row, in `arena`.  Returns 0, STORE_NOT_FOUND if it is not the one that was
 * written, or -1 when out of memory.
 */
int log_text_take(struct query *q, const struct event *ev, struct arena *arena, struct log_text *out);
/* The text of `ev`, in `arena`; another text or none is damage. */
int log_text_get(struct store *st, const struct log *l, const struct event *ev, struct arena *arena,
    struct log_text *out, struct err *err);

/* ---- the whole ---- */

/* Events in order of seq, and when each was written. */
struct log_events { struct event *v; int64_t *wall_us; size_t count; };

/*
 * Reads all events, in `arena`.  `chain` is the link before the first and becomes that of the last; a row that
 * does not fit is damage.
 */
int log_events_read(struct store *st, const struct log *l, struct arena *arena, uint8_t chain[32],
    struct log_events *out, struct err *err);
/* Reads and checks all texts, and gives the notes that were not taken back, in `arena`. */
int log_notes_read(struct store *st, const struct log *l, const struct log_events *events, struct arena *arena,
    struct note **notes, size_t *count, struct err *err);

#endif
