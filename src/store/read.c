#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/log.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/diag.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"

/* ---- session ---- */

static void
take_text(struct query *q, struct arena *arena, const char **out)
{
	size_t len;
	const char *text = query_take_text(q, &len);

	*out = arena_strndup(arena, text, len);
}

/* SESSION_COLUMNS; strings may be NULL afterwards: out of memory. */
static void
session_row_take(struct query *q, struct arena *arena, struct session_row *row, uint8_t seal[DIGEST_BYTES])
{
	struct session_head *h = &row->head;

	h->id = query_take(q);
	h->number = query_take(q);
	h->mode = (enum mode)query_take_in(q, MODE_SOLO, MODE_LED);
	h->review = (enum review)query_take_in(q, REVIEW_EACH, REVIEW_END);
	h->flags = (unsigned)query_take_in(q, 0, SESSION_FLAGS_ALL);
	h->extra_time_permille = (int)query_take_in(q, SESSION_EXTRA_TIME_MIN, SESSION_EXTRA_TIME_MAX);
	row->candidate = query_take(q);
	row->interviewer = query_take_null(q) ? 0 : query_take(q);
	take_text(q, arena, &h->bank_id);
	take_text(q, arena, &h->bank_version);
	take_text(q, arena, &h->bank_title);
	query_take_digest(q, h->bank_sha256);
	take_text(q, arena, &h->blueprint);
	take_text(q, arena, &h->blueprint_title);
	h->seed = (uint64_t)query_take(q);
	h->created_us = query_take(q);
	h->utc_offset_min = (int)query_take_in(q, -24 * 60, 24 * 60);
	query_take_digest(q, seal);
	row->state = (enum session_state)query_take_in(q, SESSION_DRAWN, SESSION_ENDED);
	h->ended_us = query_take(q);
	row->last_seq = query_take(q);
	query_take_digest(q, row->chain);
}

/* The row as it is; `seal` receives what it is sealed with. */
static int
row_read(struct store *st, int64_t id, struct arena *arena, struct session_row *row,
    uint8_t seal[DIGEST_BYTES], struct err *err)
{
	struct session_head *h = &row->head;
	struct query q;
	int found;

	*row = (struct session_row){ 0 };
	query_start(&q, st, SQL_SESSION_GET);
	query_put(&q, id);
	found = query_step(&q, err);
	if (found > 0) {
		session_row_take(&q, arena, row, seal);
		if (query_good(&q, "a session", err) != 0)
			found = -1;
	}
	query_end(&q);
	if (found <= 0)
		return found < 0 ? -1 : STORE_NOT_FOUND;
	if (h->bank_id == NULL || h->bank_version == NULL || h->bank_title == NULL || h->blueprint == NULL ||
	    h->blueprint_title == NULL)
		return err_memory(err);
	return 0;
}

int
session_row_read_unsealed(struct store *st, int64_t id, struct arena *arena, struct session_row *row,
    struct err *err)
{
	uint8_t seal[DIGEST_BYTES] = { 0 };

	return row_read(st, id, arena, row, seal, err);
}

int
session_row_read(struct store *st, int64_t id, struct arena *arena, struct session_row *row, struct err *err)
{
	uint8_t seal[DIGEST_BYTES], stored[DIGEST_BYTES] = { 0 };
	struct session_head *h = &row->head;
	int found = row_read(st, id, arena, row, stored, err);

	if (found != 0)
		return found;
	seal_session(seal, h->number, h->id);
	if (memcmp(seal, stored, sizeof seal) != 0)
		return db_damaged(st, err, "session %" PRId64 " has another's number", h->number);
	if (person_name(st, row->candidate, arena, &h->candidate, err) != 0)
		return -1;
	if (row->interviewer != 0 && person_name(st, row->interviewer, arena, &h->interviewer, err) != 0)
		return -1;
	return 0;
}

/* ---- its log ---- */

static int
read_log(struct store *st, struct record *r, const struct session_row *row, struct err *err)
{
	struct log log = { .kind = LOG_SESSION, .id = r->head.id, .number = r->head.number };
	struct log_events events;

	chain_begin(r->chain, &r->head, row->candidate, row->interviewer);
	if (log_events_read(st, &log, r->arena, r->chain, &events, err) != 0)
		return -1;
	if (row->last_seq != (int64_t)events.count || memcmp(r->chain, row->chain, sizeof r->chain) != 0)
		return db_damaged(st, err, "session %" PRId64 ", event %zu: others should follow or it should not be "
		    "there", r->head.number, events.count);
	r->events = events.v;
	r->event_wall_us = events.wall_us;
	r->event_count = events.count;
	return log_notes_read(st, &log, &events, r->arena, &r->notes, &r->note_count, err);
}

/* ---- snapshots ---- */

int
snapshot_read(struct store *st, const uint8_t sha256[DIGEST_BYTES], struct buf *out, struct err *err)
{
	uint8_t actual[DIGEST_BYTES];
	struct query q;
	int found;

	query_start(&q, st, SQL_SNAPSHOT_GET);
	query_put_blob(&q, sha256, DIGEST_BYTES);
	found = query_step(&q, err);
	if (found > 0) {
		size_t len;
		const char *body = query_take_text(&q, &len);

		digest_sha256(actual, body, len);
		buf_add(out, body, len);
		if (q.bad || memcmp(actual, sha256, sizeof actual) != 0)
			found = 0;
		else if (buf_failed(out))
			found = err_memory(err);
	}
	query_end(&q);
	if (found == 0)
		return db_damaged(st, err, "the text of an item is missing or was changed");
	return found < 0 ? -1 : 0;
}

int
snapshot_load(struct store *st, const uint8_t sha256[DIGEST_BYTES], struct bank **out, struct err *err)
{
	struct diags diags;
	struct buf body;
	int result = -1;

	*out = NULL;
	diags_init(&diags, st->path);
	buf_init(&body);
	if (snapshot_read(st, sha256, &body, err) != 0)
		goto out;
	if (bank_load_memory(out, buf_text(&body), body.len, &diags) != 0) {
		/* What has no place in the text is no fault of the text. */
		if (diags.count == 0 || diags.v[0].at.line == 0)
			err_memory(err);
		else
			db_damaged(st, err, "the text of an item cannot be read: %s", diags.v[0].text);
	} else if ((*out)->item_count != 1) {
		bank_free(*out);
		*out = NULL;
		db_damaged(st, err, "the text of an item holds not one item");
	} else {
		result = 0;
	}
out:
	buf_finish(&body);
	diags_finish(&diags);
	return result;
}

/* The bank of each position: of its last EV_DRAW or EV_SWAP. */
static int
read_banks(struct store *st, struct record *r, struct err *err)
{
	const struct event *last[SESSION_ITEMS_MAX] = { NULL };
	size_t drawn = 0;

	for (size_t i = 0; i < r->event_count; i++) {
		const struct event *ev = &r->events[i];

		if (ev->kind != EV_DRAW && ev->kind != EV_SWAP)
			continue;
		drawn += ev->kind == EV_DRAW;
		if (ev->item < 0 || (size_t)ev->item >= drawn || drawn > SESSION_ITEMS_MAX || !ev->has_digest)
			return db_damaged(st, err, "session %" PRId64 ", event %" PRId64 " cannot be",
			    r->head.number,
			    ev->seq);
		last[ev->item] = ev;
	}
	r->banks = arena_alloc(r->arena, drawn, sizeof *r->banks);
	if (r->banks == NULL)
		return err_memory(err);
	r->item_count = drawn;
	for (size_t i = 0; i < drawn; i++) {
		if (last[i] == NULL)
			return db_damaged(st, err, "session %" PRId64 ": item %zu was never drawn",
			    r->head.number, i + 1);
		if (snapshot_load(st, last[i]->digest, &r->banks[i], err) != 0)
			return -1;
	}
	return 0;
}

/* ---- the whole ---- */

/* What each position was given in the end; the rest a replay takes from the events. */
static void
given_items(struct session_item *items, const struct record *r)
{
	for (size_t i = 0; i < r->event_count; i++) {
		const struct event *ev = &r->events[i];

		if (ev->kind != EV_DRAW && ev->kind != EV_SWAP)
			continue;
		items[ev->item] = (struct session_item){
			.bank = r->banks[ev->item], .item = record_item(r, (size_t)ev->item),
			.limit_ms = ev->n[0], .retry = ev->n[1] != 0,
		};
		memcpy(items[ev->item].snapshot, ev->digest, sizeof items[ev->item].snapshot);
	}
}

struct session *
replay_new(const struct record *r)
{
	struct session_item *items = calloc(r->item_count + 1, sizeof *items);
	struct session *s;

	if (items == NULL)
		return NULL;
	given_items(items, r);
	s = session_new(&r->head, items, r->item_count);
	free(items);
	return s;
}

int
store_replay(struct session **out, const struct record *r, struct err *err)
{
	struct session *s = replay_new(r);

	*out = NULL;
	if (s == NULL)
		return err_memory(err);
	for (size_t i = 0; i < r->event_count; i++) {
		struct err why;

		if (session_apply(s, &r->events[i], &why) != 0) {
			session_free(s);
			return err_set(err, EXIT_DAMAGED, "session %" PRId64 ": %s", r->head.number,
			    why.text);
		}
	}
	*out = s;
	return 0;
}

/* Fills what the events add up to, and compares what the row of the session says of it. */
static int
add_up(struct store *st, struct record *r, const struct session_row *row, struct err *err)
{
	struct session *s;
	int64_t ended_us = 0;
	int result = -1;

	if (store_replay(&s, r, err) != 0)
		return -1;
	r->state = session_state(s);
	r->items = arena_alloc(r->arena, r->item_count, sizeof *r->items);
	if (r->items == NULL) {
		err_memory(err);
		goto out;
	}
	for (size_t i = 0; i < r->item_count; i++)
		r->items[i] = *session_record(s, i);
	for (size_t i = 0; i < r->event_count; i++)
		if (r->events[i].kind == EV_END)
			ended_us = r->event_wall_us[i];
	if (r->state != row->state || ended_us != r->head.ended_us ||
	    session_head(s)->mode != r->head.mode || session_head(s)->review != r->head.review ||
	    session_head(s)->flags != r->head.flags ||
	    session_head(s)->extra_time_permille != r->head.extra_time_permille) {
		db_damaged(st, err, "session %" PRId64 " does not stand where its events end",
		    r->head.number);
		goto out;
	}
	result = 0;
out:
	session_free(s);
	return result;
}

/* Reads a session, and unless `loose` adds it up. */
static int
read_whole(struct store *st, int64_t id, bool loose, struct record **out, struct err *err)
{
	struct arena *arena = arena_new();
	struct record *r = arena != NULL ? arena_alloc(arena, 1, sizeof *r) : NULL;
	struct session_row row;
	int result;

	*out = NULL;
	if (r == NULL) {
		arena_free(arena);
		return err_memory(err);
	}
	r->arena = arena;
	result = session_row_read(st, id, arena, &row, err);
	r->head = row.head;
	if (result == 0 && (read_log(st, r, &row, err) != 0 ||
	    read_banks(st, r, err) != 0 || (!loose && add_up(st, r, &row, err) != 0)))
		result = -1;
	if (result == 0)
		*out = r;
	else
		record_free(r);
	return result;
}

int
record_gather(struct store *st, int64_t id, struct record **out, struct err *err)
{
	return read_whole(st, id, true, out, err);
}

int
record_read(struct store *st, int64_t id, struct record **out, struct err *err)
{
	return read_whole(st, id, false, out, err);
}

int
store_load(struct store *st, int64_t id, struct record **out, struct err *err)
{
	int result;

	*out = NULL;
	if (db_begin_read(st, err) != 0)
		return -1;
	result = record_read(st, id, out, err);
	if (db_end(st, result, err) != 0 && result == 0) {
		record_free(*out);
		*out = NULL;
		return -1;
	}
	return result;
}
