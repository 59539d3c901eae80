#ifndef VIVA_STORE_ROWS_H
#define VIVA_STORE_ROWS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/sql.h"
#include "viva/record.h"
struct arena;
struct buf;
struct err;
struct query;
struct session;
struct store;
/* Rows as structs, shared by those who write, read and check them. */

/* ---- people.c ---- */

struct person_row {
	const char *name;
	int64_t created_us;
	int goal;                       /* grade, or PERSON_NO_GOAL */
	int extra_time_permille;
	int64_t same_as;                /* the person meant, of whom this is a second entry; 0: none */
};

/* The id of the person that a name means: never that of a second entry.  STORE_NOT_FOUND if there is none. */
int person_find(struct store *st, const char *name, int64_t *id, struct err *err);
/* The name of the person meant by `id`, which must exist, in `arena`; seals are checked. */
int person_name(struct store *st, int64_t id, struct arena *arena, const char **name, struct err *err);

/* PERSON_COLUMNS; the name is borrowed, and whether they are good query_good() says. */
void person_row_take(struct query *q, int64_t *id, struct person_row *row, uint8_t seal[32]);
/* The entry itself, its seal checked; the name in `arena`. */
int person_row_read(
    struct store *st, int64_t id, struct arena *arena, struct person_row *row, struct err *err);
/* The same of a damaged file of version 1. */
int person_row_read_first(struct store *st, int64_t id, struct arena *arena, struct person_row *row,
    struct err *err);
/* Writes all of an entry but `created_us`; needs RIGHT_RENAME or RIGHT_FORGET. */
int person_row_put(struct store *st, int64_t id, const struct person_row *row, struct err *err);
/*
 * Adds someone whose name nobody has and who is nobody's second entry; `canonical` receives the name as
 * stored.
 */
int person_add(struct store *st, int64_t id, const struct person_row *row, struct buf *canonical,
    struct err *err);

/* ---- read.c ---- */

struct session_row {
	struct session_head head;               /* strings in the arena */
	int64_t candidate, interviewer;         /* person ids; 0: none */
	enum session_state state;
	int64_t last_seq;
	uint8_t chain[32];
};

/* Reads a row and checks its seal; STORE_NOT_FOUND if there is none. */
int session_row_read(struct store *st, int64_t id, struct arena *arena, struct session_row *row,
    struct err *err);

/* Without its seal and names: for a damaged file. */
int session_row_read_unsealed(struct store *st, int64_t id, struct arena *arena, struct session_row *row,
    struct err *err);

/* The body of a snapshot appended to `out`, checked against its name; a missing one is damage. */
int snapshot_read(struct store *st, const uint8_t sha256[32], struct buf *out, struct err *err);
/* That body as a bank of one item. */
int snapshot_load(struct store *st, const uint8_t sha256[32], struct bank **out, struct err *err);

/* A session with the items of `r` and none of its events; NULL when out of memory. */
struct session *replay_new(const struct record *r);

/* As record_read(), without what the events add up to: for a session whose projections are not there yet. */
int record_gather(struct store *st, int64_t id, struct record **out, struct err *err);
/* As store_load(), inside a transaction of the caller. */
int record_read(struct store *st, int64_t id, struct record **out, struct err *err);

/* ---- write.c ---- */

/* Adds the row of a session in state drawn; candidate and interviewer are person ids (0: none). */
int session_add(struct store *st, const struct session_head *h, int64_t candidate, int64_t interviewer,
    int64_t last_seq, const uint8_t chain[32], struct err *err);
/*
 * Brings that row up to date, if it still stands at `last_seq`: else another process wrote, which
 * the write lock should have made impossible.
 */
int session_advance(struct store *st, const struct session *s, int64_t ended_us, int64_t last_seq,
    int64_t seq, const uint8_t chain[32], struct err *err);
/* EXIT_FINDINGS unless the text may be stored. */
struct store_text;
int text_check(const struct store_text *text, struct err *err);
/* The item `item_id` was put aside by the EV_SWAP `ev`. */
int swapped_add(struct store *st, int64_t session, const struct event *ev, const char *item_id,
    const uint8_t snapshot[32], struct err *err);

/* ---- history.c ---- */

/* The ids that a statement with one parameter gives; the caller frees `*ids`, also after a failure. */
int ids_read(
    struct store *st, enum sql_id what, int64_t parameter, int64_t **ids, size_t *count, struct err *err);

struct session_ids { int64_t *ids; size_t count; int64_t highest /* number */; };

/* Every session, by number; the caller frees `ids`. */
int session_ids_read(struct store *st, struct session_ids *l, struct err *err);

/* ---- project.c ---- */

/* Brings the item and rating rows of `s` up to date; only rows that differ are written. */
int project_write(struct store *st, const struct session *s, struct err *err);
/* Counts and describes in `findings` what differs from `s`. */
int project_compare(struct store *st, const struct session *s, int64_t number, struct buf *findings,
    int *count, struct err *err);

#endif
