#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/log.h"
#include "store/rows.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"
#include "viva/text.h"

/* Where a session stands in the file. */
struct tail {
	int64_t number, ended_us, last_seq;
	uint8_t chain[DIGEST_BYTES];
};

static int
read_tail(struct store *st, int64_t session, struct tail *t, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_SESSION_TAIL);
	query_put(&q, session);
	found = query_step(&q, err);
	if (found > 0) {
		t->number = query_take(&q);
		t->ended_us = query_take(&q);
		t->last_seq = query_take(&q);
		query_take_digest(&q, t->chain);
		if (query_good(&q, "a session", err) != 0)
			found = -1;
	}
	query_end(&q);
	return found < 0 ? -1 : found > 0 ? 0 : STORE_NOT_FOUND;
}

/* ---- rows ---- */

static int
add_snapshot(struct store *st, const struct buf *body, const uint8_t sha256[DIGEST_BYTES], struct err *err)
{
	uint8_t actual[DIGEST_BYTES];
	struct query q;

	digest_sha256(actual, body->data, body->len);
	assert(memcmp(actual, sha256, sizeof actual) == 0);
	query_start(&q, st, SQL_SNAPSHOT_ADD);
	query_put_blob(&q, sha256, DIGEST_BYTES);
	query_put_text(&q, buf_text(body), body->len);
	return query_run(&q, err);
}

int
swapped_add(struct store *st, int64_t session, const struct event *ev, const char *item_id,
    const uint8_t snapshot[DIGEST_BYTES], struct err *err)
{
	struct query q;

	query_start(&q, st, SQL_SWAPPED_ADD);
	query_put(&q, session);
	query_put(&q, ev->seq);
	query_put(&q, ev->item);
	query_put_str(&q, item_id);
	query_put_blob(&q, snapshot, DIGEST_BYTES);
	return query_run(&q, err);
}

/* Remembers the item that stands at the position now, which a swap is about to replace. */
static int
add_swapped(struct store *st, int64_t session, const struct event *ev, struct err *err)
{
	uint8_t snapshot[DIGEST_BYTES] = { 0 };
	char item_id[BANK_ID_BYTES];
	struct query q;
	int found;

	query_start(&q, st, SQL_ITEM_GET);
	query_put(&q, session);
	query_put(&q, ev->item);
	found = query_step(&q, err);
	if (found > 0) {
		const char *id = query_take_text(&q, NULL);

		q.bad |= strlen(id) >= sizeof item_id;
		strncpy(item_id, id, sizeof item_id - 1);
		item_id[sizeof item_id - 1] = '\0';
		query_take(&q);
		query_take_digest(&q, snapshot);
	}
	if (found == 0 || (found > 0 && query_good(&q, "an item", err) != 0))
		found = found == 0 ? db_damaged(st, err, "the item to swap is not there") : -1;
	query_end(&q);
	if (found < 0)
		return -1;
	return swapped_add(st, session, ev, item_id, snapshot, err);
}

int
session_advance(struct store *st, const struct session *s, int64_t ended_us, int64_t last_seq, int64_t seq,
    const uint8_t chain[DIGEST_BYTES], struct err *err)
{
	int64_t id = session_head(s)->id;
	struct query q;
	int found;

	query_start(&q, st, SQL_SESSION_ADVANCE);
	query_put(&q, session_state(s));
	query_put(&q, ended_us);
	query_put(&q, seq);
	query_put_blob(&q, chain, DIGEST_BYTES);
	query_put(&q, id);
	query_put(&q, last_seq);
	found = query_step(&q, err);
	/* The row is written once the statement is done, not at its first result. */
	if (found > 0 && query_step(&q, err) < 0)
		found = -1;
	query_end(&q);
	if (found == 0)
		return err_set(err, EXIT_HELD, "%s: another viva wrote to this session", st->path);
	return found < 0 ? -1 : 0;
}

/* ---- a new session ---- */

static int
number_session(struct store *st, int64_t *number, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_NEXT_NUMBER);
	found = query_step(&q, err);
	if (found > 0) {
		*number = query_take(&q);
		found = query_good(&q, "the session counter", err) != 0 ? -1 : query_step(&q, err) < 0 ?
		    -1 : 1;
	} else if (found == 0) {
		found = db_damaged(st, err, "the session counter is not there");
	}
	query_end(&q);
	return found < 0 ? -1 : 0;
}

static int
find_people(struct store *st, const struct session_head *h, int64_t *candidate, int64_t *interviewer,
    struct err *err)
{
	int found = person_find(st, h->candidate, candidate, err);

	if (found == STORE_NOT_FOUND)
		return err_set(err, EXIT_FINDINGS, "nobody here is called \"%s\"", h->candidate);
	*interviewer = 0;
	if (found == 0 && h->interviewer != NULL) {
		found = person_find(st, h->interviewer, interviewer, err);
		if (found == STORE_NOT_FOUND)
			return err_set(err, EXIT_FINDINGS, "nobody here is called \"%s\"", h->interviewer);
	}
	return found;
}

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

int
session_add(struct store *st, const struct session_head *h, int64_t candidate, int64_t interviewer,
    int64_t last_seq, const uint8_t chain[DIGEST_BYTES], struct err *err)
{
	uint8_t seal[DIGEST_BYTES];
	struct query q;

	seal_session(seal, h->number, h->id);
	query_start(&q, st, SQL_SESSION_ADD);
	query_put(&q, h->id);
	query_put(&q, h->number);
	query_put(&q, h->mode);
	query_put(&q, h->review);
	query_put(&q, h->flags);
	query_put(&q, h->extra_time_permille);
	query_put(&q, candidate);
	if (interviewer != 0)
		query_put(&q, interviewer);
	else
		query_put_null(&q);
	query_put_str(&q, or_empty(h->bank_id));
	query_put_str(&q, or_empty(h->bank_version));
	query_put_str(&q, or_empty(h->bank_title));
	query_put_blob(&q, h->bank_sha256, sizeof h->bank_sha256);
	query_put_str(&q, or_empty(h->blueprint));
	query_put_str(&q, or_empty(h->blueprint_title));
	query_put(&q, (int64_t)h->seed);
	query_put(&q, h->created_us);
	query_put(&q, h->utc_offset_min);
	query_put_blob(&q, seal, sizeof seal);
	query_put(&q, SESSION_DRAWN);
	query_put(&q, 0);
	query_put(&q, last_seq);
	query_put_blob(&q, chain, DIGEST_BYTES);
	return query_run(&q, err);
}

/* What store_begin() was given. */
struct beginning {
	struct session_head *head;
	const struct buf *snapshots;
	size_t count;
	const struct session *s;
	const struct event *events;
	size_t event_count;
	int64_t wall_us;
	int64_t candidate, interviewer;
	uint8_t first[DIGEST_BYTES];    /* the chain before the first event */
};

static int
begin_new(struct store *st, const struct beginning *b, struct err *err)
{
	struct log log = { .kind = LOG_SESSION, .id = b->head->id };
	struct event_row row = { .wall_us = b->wall_us };
	uint8_t before[DIGEST_BYTES];

	if (number_session(st, &b->head->number, err) != 0 ||
	    session_add(st, b->head, b->candidate, b->interviewer, 0, b->first, err) != 0)
		return -1;
	memcpy(row.chain, b->first, sizeof row.chain);
	for (size_t i = 0; i < b->event_count; i++) {
		const struct event *ev = &b->events[i];

		if (ev->kind == EV_DRAW) {
			assert(ev->item >= 0 && (size_t)ev->item < b->count);
			if (add_snapshot(st, &b->snapshots[ev->item], ev->digest, err) != 0)
				return -1;
		}
		memcpy(before, row.chain, sizeof before);
		chain_add(row.chain, log.id, ev, b->wall_us);
		row.ev = *ev;
		if (log_add(st, &log, &row, err) != 0 || log_verify(st, &log, &row, before, err) != 0)
			return -1;
	}
	if (project_write(st, b->s, err) != 0)
		return -1;
	return session_advance(st, b->s, 0, 0, session_last_seq(b->s), row.chain, err);
}

/* The session is there already: fine if it is the same, for then a commit went well and was not heard of. */
static int
begin_again(struct store *st, const struct beginning *b, const struct tail *t, struct err *err)
{
	uint8_t chain[DIGEST_BYTES];

	memcpy(chain, b->first, sizeof chain);
	for (size_t i = 0; i < b->event_count; i++)
		chain_add(chain, b->head->id, &b->events[i], b->wall_us);
	if (t->last_seq != (int64_t)b->event_count || memcmp(chain, t->chain, sizeof chain) != 0)
		return err_set(err, EXIT_HELD, "%s: another session has the same id", st->path);
	b->head->number = t->number;
	return session_advance(st, b->s, 0, t->last_seq, t->last_seq, chain, err);
}

static int
begin_in_transaction(struct store *st, struct beginning *b, struct err *err)
{
	struct tail t;
	int found;

	if (find_people(st, b->head, &b->candidate, &b->interviewer, err) != 0)
		return -1;
	chain_begin(b->first, b->head, b->candidate, b->interviewer);
	found = read_tail(st, b->head->id, &t, err);
	if (found < 0)
		return -1;
	return found == 0 ? begin_again(st, b, &t, err) : begin_new(st, b, err);
}

int
store_begin(struct store *st, struct session_head *head, const struct buf *snapshots, size_t count,
    const struct session *s, const struct event *events, size_t event_count, int64_t wall_us, struct err *err)
{
	struct beginning b = {
		.head = head, .snapshots = snapshots, .count = count, .s = s, .events = events,
		.event_count = event_count, .wall_us = wall_us,
	};

	assert(head->id == session_head(s)->id);
	assert(event_count > 0 && events[event_count - 1].seq == session_last_seq(s));
	if (db_begin_write(st, err) != 0)
		return -1;
	if (db_end(st, begin_in_transaction(st, &b, err), err) == 0)
		return 0;
	head->number = 0;
	return -1;
}

/* ---- one more event ---- */

/* Control characters are kept: whoever shows a text makes them visible.  NUL would end it in C. */
int
text_check(const struct store_text *text, struct err *err)
{
	if (text->len > STORE_TEXT_MAX_BYTES)
		return err_set(err, EXIT_FINDINGS, "a text can have %u KiB at most",
		    STORE_TEXT_MAX_BYTES >> 10);
	if (!text_valid(text->data, text->len) || memchr(text->data, '\0', text->len) != NULL)
		return err_set(err, EXIT_FINDINGS, "a text must be UTF-8, without NUL bytes");
	return 0;
}

/* What store_append() was given. */
struct addition {
	const struct session *s;
	const struct event *ev;
	const struct store_text *text;
	const struct buf *snapshot;
	int64_t wall_us;
};

/* The event is there already: an earlier commit went well and was not heard of, or it is another's. */
static int
append_again(struct store *st, const struct addition *a, const struct tail *t, struct err *err)
{
	struct log log = { .kind = LOG_SESSION, .id = session_head(a->s)->id };
	struct event_row row;
	int found = log_get(st, &log, a->ev->seq, &row, err);

	if (found < 0)
		return -1;
	if (found != 0 || !event_same(&row.ev, a->ev))
		return err_set(err, EXIT_HELD, "%s: another viva wrote to session %" PRId64, st->path,
		    t->number);
	if (a->ev->seq < t->last_seq)
		return 0;
	/* A commit of our own proves that the disk takes writes, which reading the row back does not. */
	return session_advance(st, a->s, t->ended_us, t->last_seq, t->last_seq, t->chain, err);
}

static int
append_new(struct store *st, const struct addition *a, const struct tail *t, struct err *err)
{
	struct log log = { .kind = LOG_SESSION, .id = session_head(a->s)->id };
	struct event_row row = { .ev = *a->ev, .wall_us = a->wall_us };
	int64_t ended_us = a->ev->kind == EV_END ? a->wall_us : t->ended_us;

	memcpy(row.chain, t->chain, sizeof row.chain);
	chain_add(row.chain, log.id, a->ev, a->wall_us);
	if (log_add(st, &log, &row, err) != 0 ||
	    (a->text != NULL && log_text_add(st, &log, &(struct log_text){ .seq = a->ev->seq,
	    .body = a->text->data, .len = a->text->len, .salt = a->text->salt }, err) != 0))
		return -1;
	if (a->snapshot != NULL && (add_snapshot(st, a->snapshot, a->ev->digest, err) != 0 ||
	    add_swapped(st, log.id, a->ev, err) != 0))
		return -1;
	if (project_write(st, a->s, err) != 0 ||
	    session_advance(st, a->s, ended_us, t->last_seq, a->ev->seq, row.chain, err) != 0)
		return -1;
	return log_verify(st, &log, &row, t->chain, err);
}

static int
append_in_transaction(struct store *st, const struct addition *a, struct err *err)
{
	struct tail t;
	int found = read_tail(st, session_head(a->s)->id, &t, err);

	if (found < 0)
		return -1;
	if (found != 0)
		return err_set(err, EXIT_FINDINGS, "%s does not hold this session", st->path);
	if (a->ev->seq <= t.last_seq)
		return append_again(st, a, &t, err);
	if (a->ev->seq != t.last_seq + 1)
		return err_set(err, EXIT_IO,
		    "session %" PRId64 ": event %" PRId64 " was not saved, so %" PRId64
		    " cannot be", t.number, t.last_seq + 1, a->ev->seq);
	return append_new(st, a, &t, err);
}

int
store_append(struct store *st, const struct session *s, struct event *ev, const struct store_text *text,
    const struct buf *snapshot, int64_t wall_us, struct err *err)
{
	struct addition a = { .s = s, .ev = ev, .text = text, .snapshot = snapshot, .wall_us = wall_us };

	assert(ev->seq <= session_last_seq(s));
	assert((text != NULL) == (ev->kind == EV_NOTE));
	assert((snapshot != NULL) == (ev->kind == EV_SWAP));
	if (text != NULL) {
		if (text_check(text, err) != 0)
			return -1;
		ev->has_digest = true;
		digest_text(ev->digest, text->salt, text->data, text->len);
	}
	if (db_begin_write(st, err) != 0)
		return -1;
	return db_end(st, append_in_transaction(st, &a, err), err);
}
