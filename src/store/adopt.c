#include "store/adopt.h"

#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"
#include "viva/text.h"

/* How many people of one name there may be. */
#define NAMESAKES_MAX 1000

/* ---- logs ---- */

size_t
adopted_good_events(const struct adopted_log *log, int64_t id, const uint8_t first[DIGEST_BYTES])
{
	uint8_t chain[DIGEST_BYTES];
	size_t good;

	memcpy(chain, first, sizeof chain);
	for (good = 0; good < log->count; good++) {
		const struct event_row *row = &log->rows[good];

		chain_add(chain, id, &row->ev, row->wall_us);
		if (row->ev.seq != (int64_t)good + 1 || memcmp(chain, row->chain, sizeof chain) != 0)
			break;
	}
	return good;
}

size_t
adoptee_good_events(const struct adoptee *a)
{
	uint8_t first[DIGEST_BYTES];

	chain_begin(first, &a->head, a->candidate, a->interviewer);
	return adopted_good_events(&a->log, a->head.id, first);
}

int
adopted_log_add(struct store *st, const struct log *to, const struct adopted_log *log, struct err *err)
{
	for (size_t i = 0; i < log->count; i++)
		if (log_add(st, to, &log->rows[i], err) != 0)
			return -1;
	for (size_t i = 0; i < log->text_count; i++)
		if (log_text_add(st, to, &log->texts[i], err) != 0)
			return -1;
	return 0;
}

static const uint8_t *
last_link(const struct adopted_log *log)
{
	return log->rows[log->count - 1].chain;
}

int
adopted_log_compare(struct store *st, const struct log *with, const struct adopted_log *log, struct err *err)
{
	struct event_row row;
	int found = log_get(st, with, (int64_t)log->count, &row, err);

	if (found < 0)
		return -1;
	return found == 0 && memcmp(row.chain, last_link(log), DIGEST_BYTES) == 0 ? ADOPT_KNOWN : ADOPT_DIFFERS;
}

/* ---- people and items ---- */

/* 1: someone has the id. */
static int
person_known(struct store *st, int64_t id, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_PERSON_BY_ID);
	query_put(&q, id);
	found = query_step(&q, err);
	query_end(&q);
	return found;
}

int
adopt_person(struct store *st, int64_t id, const struct person_row *row, struct buf *renamed, struct err *err)
{
	struct person_row wanted = *row;
	struct buf name, canonical;
	int64_t known;
	int result = person_known(st, id, err);

	if (result != 0)
		return result < 0 ? -1 : ADOPT_KNOWN;
	buf_init(&name);
	buf_init(&canonical);
	buf_puts(&name, row->name);
	for (int i = 2; i < NAMESAKES_MAX; i++) {
		result = person_find(st, buf_text(&name), &known, err);
		if (result != 0)
			break;
		buf_clear(&name);
		buf_printf(&name, "%s (%d)", row->name, i);
	}
	wanted.name = buf_text(&name);
	wanted.same_as = 0;
	if (buf_failed(&name)) {
		result = err_memory(err);
	} else if (result == STORE_NOT_FOUND) {
		result = person_add(st, id, &wanted, &canonical, err);
		if (result == 0 && strcmp(wanted.name, row->name) != 0)
			buf_printf(renamed, "\"%s\" is someone else here: their sessions came in as \"%s\"\n",
			    row->name, buf_text(&canonical));
	} else if (result == 0) {
		result = err_set(err, EXIT_FINDINGS, "too many people are called \"%s\"", row->name);
	}
	buf_finish(&name);
	buf_finish(&canonical);
	return result;
}

static int
same_as_in(struct store *st, int64_t id, int64_t same_as, struct arena *arena, struct err *err)
{
	struct person_row row, target;
	int known = person_known(st, same_as, err);

	if (known <= 0)
		return known < 0 ? -1 : ADOPT_DIFFERS;
	if (person_row_read(st, id, arena, &row, err) != 0 ||
	    person_row_read(st, same_as, arena, &target, err) != 0)
		return -1;
	if (row.same_as != 0)
		return ADOPT_KNOWN;
	if (same_as == id || target.same_as != 0)
		return ADOPT_DIFFERS;
	row.same_as = same_as;
	return person_row_put(st, id, &row, err);
}

int
adopt_same_as(struct store *st, int64_t id, int64_t same_as, struct err *err)
{
	struct arena *arena = arena_new();
	enum store_right right = st->right;
	int result;

	if (arena == NULL)
		return err_memory(err);
	st->right = RIGHT_RENAME;
	result = same_as_in(st, id, same_as, arena, err);
	st->right = right;
	arena_free(arena);
	return result;
}

int
adopt_snapshot(struct store *st, const uint8_t sha256[DIGEST_BYTES], const char *body, size_t len,
    struct err *err)
{
	uint8_t actual[DIGEST_BYTES];
	struct query q;

	digest_sha256(actual, body, len);
	if (memcmp(actual, sha256, sizeof actual) != 0)
		return err_set(err, EXIT_FINDINGS, "the text of an item is not the one of its SHA-256");
	query_start(&q, st, SQL_SNAPSHOT_ADD);
	query_put_blob(&q, sha256, DIGEST_BYTES);
	query_put_text(&q, body, len);
	return query_run(&q, err);
}

/* ---- sessions ---- */

/* Sessions begun from now on have a higher one. */
static int
raise_counter(struct store *st, int64_t number, struct err *err)
{
	struct query q;

	query_start(&q, st, SQL_RAISE_NUMBER);
	query_put(&q, number);
	query_put(&q, number);
	return query_run(&q, err);
}

/* Its own number if none as high was given away, else the next one. */
static int
number_for(struct store *st, int64_t wish, int64_t *number, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_LAST_NUMBER);
	found = query_step(&q, err);
	if (found > 0) {
		int64_t last = query_take_in(&q, 0, ADOPT_NUMBER_MAX - 1);

		*number = wish > last && wish <= ADOPT_NUMBER_MAX ? wish : last + 1;
		found = query_good(&q, "the session counter", err) == 0 ? 1 : -1;
	} else if (found == 0) {
		found = db_damaged(st, err, "the session counter is not there");
	}
	query_end(&q);
	return found < 0 ? -1 : raise_counter(st, *number, err);
}

/* The item that stood at the position of a swap before it. */
static int
add_swapped(struct store *st, const struct adoptee *a, size_t swap, struct err *err)
{
	const struct event *ev = &a->log.rows[swap].ev;
	const uint8_t *snapshot = NULL;
	struct bank *bank;
	int result;

	for (size_t i = 0; i < swap; i++) {
		const struct event *given = &a->log.rows[i].ev;

		if ((given->kind == EV_DRAW || given->kind == EV_SWAP) && given->item == ev->item)
			snapshot = given->digest;
	}
	if (snapshot == NULL)
		return db_damaged(st, err, "an item was swapped that was never drawn");
	if (snapshot_load(st, snapshot, &bank, err) != 0)
		return -1;
	result = swapped_add(st, a->head.id, ev, bank->items[0].id, snapshot, err);
	bank_free(bank);
	return result;
}

/* What follows from the events: the state of the session, its items, ratings and swaps. */
static int
add_projections(struct store *st, const struct adoptee *a, struct err *err)
{
	struct record *r = NULL;
	struct session *s = NULL;
	int64_t ended_us = 0;
	int result = -1;

	if (record_gather(st, a->head.id, &r, err) != 0 || store_replay(&s, r, err) != 0 ||
	    project_write(st, s, err) != 0)
		goto out;
	for (size_t i = 0; i < a->log.count; i++) {
		if (a->log.rows[i].ev.kind == EV_END)
			ended_us = a->log.rows[i].wall_us;
		if (a->log.rows[i].ev.kind == EV_SWAP && add_swapped(st, a, i, err) != 0)
			goto out;
	}
	result = session_advance(st, s, ended_us, (int64_t)a->log.count, (int64_t)a->log.count,
	    last_link(&a->log), err);
out:
	session_free(s);
	record_free(r);
	return result;
}

static int
add_session(struct store *st, const struct adoptee *a, struct err *err)
{
	struct log log = { .kind = LOG_SESSION, .id = a->head.id };
	struct session_head head = a->head;
	struct record *r;
	int result;

	if (number_for(st, a->head.number, &head.number, err) != 0 ||
	    session_add(st, &head, a->candidate, a->interviewer, (int64_t)a->log.count,
	    last_link(&a->log), err) != 0 ||
	    adopted_log_add(st, &log, &a->log, err) != 0 || add_projections(st, a, err) != 0)
		return -1;
	/* Loads with all its checks: what went in is what will come out. */
	result = record_read(st, a->head.id, &r, err);
	record_free(r);
	return result == 0 ? 0 : -1;
}

int
adopt_session(struct store *st, const struct adoptee *a, struct err *err)
{
	struct log log = { .kind = LOG_SESSION, .id = a->head.id };
	struct query q;
	int found;

	if (a->log.count == 0)
		return err_set(err, EXIT_FINDINGS, "a session without events");
	query_start(&q, st, SQL_FIND_ID);
	query_put(&q, a->head.id);
	found = query_step(&q, err);
	query_end(&q);
	if (found < 0)
		return -1;
	return found > 0 ? adopted_log_compare(st, &log, &a->log, err) : add_session(st, a, err);
}
