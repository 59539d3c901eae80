#ifndef VIVA_STORE_SCORINGS_H
#define VIVA_STORE_SCORINGS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "viva/scoring.h"
struct arena;
struct buf;
struct err;
struct record;
struct store;
/* Rows of scorings, shared by those who write, read and check them. */

struct scoring_row {
	struct scoring_head head;       /* rater: a name in the arena, where it was asked for */
	int64_t rater;                  /* person id */
	bool done;
	int64_t last_seq;
	uint8_t chain[32];
};

/* ---- scoring_write.c ---- */

/* STORE_NOT_FOUND if there is none.  The rater's name is left out. */
int scoring_row_read(struct store *st, int64_t id, struct scoring_row *row, struct err *err);
int scoring_add(struct store *st, const struct scoring_head *h, int64_t rater, const uint8_t chain[32],
    struct err *err);
int scoring_advance(struct store *st, const struct scoring *s, int64_t last_seq, const uint8_t chain[32],
    struct err *err);
/* The chain before the first event. */
int scoring_chain_first(struct store *st, const struct scoring_head *h, int64_t rater, uint8_t chain[32],
    struct err *err);

/* ---- scoring_read.c ---- */

/*
 * As store_scoring_load(), inside a transaction of the caller; `loose`: without comparing state and
 * projections.
 */
int scoring_read(struct store *st, int64_t id, const struct record *r, bool loose,
    struct scoring_record **out, struct err *err);
/* As store_scorings(), inside a transaction of the caller. */
int scoring_ids_read(struct store *st, int64_t session, int64_t **ids, size_t *count, struct err *err);

/* ---- scoring_project.c ---- */

/* As project_write() and project_compare(), of one scoring; `whose` names it in findings. */
int scoring_project_write(struct store *st, const struct scoring *s, struct err *err);
int scoring_project_compare(struct store *st, const struct scoring *s, const char *whose,
    struct buf *findings, int *count, struct err *err);

#endif
