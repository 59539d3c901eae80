/* Scorings: the marks of further raters, each a log of its own beside the session's. */
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/log.h"
#include "store/rows.h"
#include "store/scorings.h"
#include "viva/arena.h"
#include "viva/err.h"

enum { STATE_OPEN = 0, STATE_DONE = 1 };

/* ---- rows ---- */

int
scoring_row_read(struct store *st, int64_t id, struct scoring_row *row, struct err *err)
{
	struct query q;
	int found;

	*row = (struct scoring_row){ .head = { .id = id } };
	query_start(&q, st, SQL_SCORING_GET);
	query_put(&q, id);
	found = query_step(&q, err);
	if (found > 0) {
		query_take(&q);
		row->head.session = query_take(&q);
		row->rater = query_take(&q);
		row->head.present = (enum present)query_take_in(&q, PRESENT_TYPED, PRESENT_NO);
		row->head.created_us = query_take(&q);
		row->done = query_take_in(&q, STATE_OPEN, STATE_DONE) == STATE_DONE;
		row->last_seq = query_take(&q);
		query_take_digest(&q, row->chain);
		if (query_good(&q, "a rater's marks", err) != 0)
			found = -1;
	}
	query_end(&q);
	return found < 0 ? -1 : found > 0 ? 0 : STORE_NOT_FOUND;
}

int
scoring_add(struct store *st, const struct scoring_head *h, int64_t rater, const uint8_t chain[DIGEST_BYTES],
    struct err *err)
{
	struct query q;

	query_start(&q, st, SQL_SCORING_ADD);
	query_put(&q, h->id);
	query_put(&q, h->session);
	query_put(&q, rater);
	query_put(&q, h->present);
	query_put(&q, h->created_us);
	query_put(&q, STATE_OPEN);
	query_put(&q, 0);
	query_put_blob(&q, chain, DIGEST_BYTES);
	return query_run(&q, err);
}

int
scoring_advance(struct store *st, const struct scoring *s, int64_t last_seq,
    const uint8_t chain[DIGEST_BYTES], struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_SCORING_ADVANCE);
	query_put(&q, scoring_done(s) ? STATE_DONE : STATE_OPEN);
	query_put(&q, scoring_last_seq(s));
	query_put_blob(&q, chain, DIGEST_BYTES);
	query_put(&q, scoring_head(s)->id);
	query_put(&q, last_seq);
	found = query_step(&q, err);
	/* The row is written once the statement is done, not at its first result. */
	if (found > 0 && query_step(&q, err) < 0)
		found = -1;
	query_end(&q);
	if (found == 0)
		return err_set(err, EXIT_HELD, "%s: another viva wrote to these marks", st->path);
	return found < 0 ? -1 : 0;
}

int
scoring_chain_first(struct store *st, const struct scoring_head *h, int64_t rater,
    uint8_t chain[DIGEST_BYTES], struct err *err)
{
	uint8_t of_session[DIGEST_BYTES];
	struct arena *arena = arena_new();
	struct session_row row;
	int found;

	if (arena == NULL)
		return err_memory(err);
	found = session_row_read(st, h->session, arena, &row, err);
	if (found == 0) {
		chain_begin(of_session, &row.head, row.candidate, row.interviewer);
		chain_begin_scoring(chain, h, rater, of_session);
	}
	arena_free(arena);
	return found == STORE_NOT_FOUND ?
	    err_set(err, EXIT_FINDINGS, "%s does not hold this session", st->path) :
	    found;
}

/* ---- a new one ---- */

/* Their marks stand in the session itself: the interviewer's, or the candidate's where nobody led. */
static int
check_rater(struct store *st, const struct scoring_head *h, int64_t rater, struct err *err)
{
	struct arena *arena = arena_new();
	struct session_row row;
	int64_t other = 0, marks_there = 0;
	int found;

	if (arena == NULL)
		return err_memory(err);
	found = session_row_read(st, h->session, arena, &row, err);
	if (found == 0)
		found = person_find(st, row.head.mode == MODE_LED ? row.head.interviewer : row.head.candidate,
		    &marks_there, err);
	if (found == STORE_NOT_FOUND)
		found = err_set(err, EXIT_FINDINGS, "%s does not hold this session", st->path);
	else if (found == 0 && marks_there == rater)
		found = err_set(err, EXIT_FINDINGS, "the marks of %s stand in the session itself: `viva review` shows "
		    "them", h->rater);
	if (found == 0) {
		found = store_scoring_find(st, h->session, h->rater, &other, err);
		if (found == 0)
			found = err_set(err, EXIT_FINDINGS, "%s has marked this session already", h->rater);
		else if (found == STORE_NOT_FOUND)
			found = 0;
	}
	arena_free(arena);
	return found;
}

/* It is there already: fine if it is the same, for then a commit went well and was not heard of. */
static int
begin_again(
    struct store *st, const struct scoring_row *row, const uint8_t first[DIGEST_BYTES], struct err *err)
{
	if (row->last_seq == 0 && memcmp(row->chain, first, DIGEST_BYTES) == 0)
		return 0;
	return err_set(err, EXIT_HELD, "%s: other marks have the same id", st->path);
}

static int
begin_in_transaction(struct store *st, const struct scoring_head *h, struct err *err)
{
	uint8_t first[DIGEST_BYTES];
	struct scoring_row row;
	int64_t rater;
	int found = person_find(st, h->rater, &rater, err);

	if (found == STORE_NOT_FOUND)
		return err_set(err, EXIT_FINDINGS, "nobody here is called \"%s\"", h->rater);
	if (found != 0 || scoring_chain_first(st, h, rater, first, err) != 0)
		return -1;
	found = scoring_row_read(st, h->id, &row, err);
	if (found == 0)
		return begin_again(st, &row, first, err);
	if (found < 0 || check_rater(st, h, rater, err) != 0)
		return -1;
	return scoring_add(st, h, rater, first, err);
}

int
store_scoring_begin(struct store *st, const struct scoring_head *head, struct err *err)
{
	if (db_begin_write(st, err) != 0)
		return -1;
	return db_end(st, begin_in_transaction(st, head, err), err);
}

int
store_scoring_find(struct store *st, int64_t session, const char *rater, int64_t *id, struct err *err)
{
	int64_t person;
	struct query q;
	int found = person_find(st, rater, &person, err);

	if (found != 0)
		return found;
	query_start(&q, st, SQL_SCORING_FIND);
	query_put(&q, session);
	query_put(&q, person);
	found = query_step(&q, err);
	if (found > 0) {
		*id = query_take(&q);
		if (query_good(&q, "a rater's marks", err) != 0)
			found = -1;
	}
	query_end(&q);
	return found < 0 ? -1 : found > 0 ? 0 : STORE_NOT_FOUND;
}

/* ---- one more event ---- */

/* As in a session: an earlier commit went well and was not heard of, or it is another's. */
static int
append_again(struct store *st, const struct scoring *s, const struct event *ev, const struct scoring_row *row,
    struct err *err)
{
	struct log log = { .kind = LOG_SCORING, .id = row->head.id };
	struct event_row there;
	int found = log_get(st, &log, ev->seq, &there, err);

	if (found < 0)
		return -1;
	if (found != 0 || !event_same(&there.ev, ev))
		return err_set(err, EXIT_HELD, "%s: another viva wrote to these marks", st->path);
	if (ev->seq < row->last_seq)
		return 0;
	/* A commit of our own proves that the disk takes writes, which reading the row back does not. */
	return scoring_advance(st, s, row->last_seq, row->chain, err);
}

static int
append_new(struct store *st, const struct scoring *s, const struct event *ev, const struct store_text *text,
    int64_t wall_us, const struct scoring_row *to, struct err *err)
{
	struct log log = { .kind = LOG_SCORING, .id = to->head.id };
	struct event_row row = { .ev = *ev, .wall_us = wall_us };

	memcpy(row.chain, to->chain, sizeof row.chain);
	chain_add(row.chain, log.id, ev, wall_us);
	if (log_add(st, &log, &row, err) != 0 ||
	    (text != NULL && log_text_add(st, &log, &(struct log_text){ .seq = ev->seq, .body = text->data,
	    .len = text->len, .salt = text->salt }, err) != 0) ||
	    scoring_project_write(st, s, err) != 0 || scoring_advance(st, s, to->last_seq, row.chain, err) != 0)
		return -1;
	return log_verify(st, &log, &row, to->chain, err);
}

static int
append_in_transaction(struct store *st, const struct scoring *s, const struct event *ev,
    const struct store_text *text, int64_t wall_us, struct err *err)
{
	struct scoring_row row;
	int found = scoring_row_read(st, scoring_head(s)->id, &row, err);

	if (found < 0)
		return -1;
	if (found != 0)
		return err_set(err, EXIT_FINDINGS, "%s does not hold these marks", st->path);
	if (ev->seq <= row.last_seq)
		return append_again(st, s, ev, &row, err);
	if (ev->seq != row.last_seq + 1)
		return err_set(err, EXIT_IO, "event %" PRId64 " was not saved, so %" PRId64 " cannot be",
		    row.last_seq + 1, ev->seq);
	return append_new(st, s, ev, text, wall_us, &row, err);
}

int
store_scoring_append(struct store *st, const struct scoring *s, struct event *ev,
    const struct store_text *text, int64_t wall_us, struct err *err)
{
	assert(ev->seq <= scoring_last_seq(s));
	assert((text != NULL) == (ev->kind == EV_NOTE));
	if (text != NULL) {
		if (text_check(text, err) != 0)
			return -1;
		ev->has_digest = true;
		digest_text(ev->digest, text->salt, text->data, text->len);
	}
	if (db_begin_write(st, err) != 0)
		return -1;
	return db_end(st, append_in_transaction(st, s, ev, text, wall_us, err), err);
}
