#include "store/log.h"

#include <inttypes.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "viva/arena.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"

/* How findings begin that name a log. */
#define LOG_NAME "session %" PRId64 "%s%s"
#define LOG_NAME_OF(l) \
	(l)->number, (l)->rater != NULL ? ", marks of " : "", (l)->rater != NULL ? (l)->rater : ""

/* ---- the two kinds ---- */

static struct note
session_note(const struct event *ev, const char *text)
{
	return (struct note){ .position = ev->item, .kind = (enum note_kind)ev->n[0], .by = ev->actor,
		.private_note = ev->n[1] != 0, .text = text, .at_ms = ev->at_ms, .seq = ev->seq };
}

static struct note
scoring_note(const struct event *ev, const char *text)
{
	return (struct note){ .position = ev->item, .kind = NOTE_NOTE, .private_note = ev->n[0] != 0, .text = text,
		.seq = ev->seq };
}

static const struct tables {
	enum sql_id add, get, rows, count, text_add, text_get;
	bool timed;                     /* rows have at_ms and an actor */
	struct note (*note)(const struct event *ev, const char *text);
} tables[] = {
	[LOG_SESSION] = { SQL_EVENT_ADD, SQL_EVENT_GET, SQL_EVENTS, SQL_EVENT_COUNT, SQL_ENTRY_ADD, SQL_ENTRY_GET,
	    true, session_note },
	[LOG_SCORING] = { SQL_SCORING_EVENT_ADD, SQL_SCORING_EVENT_GET, SQL_SCORING_EVENTS, SQL_SCORING_EVENT_COUNT,
	    SQL_SCORING_TEXT_ADD, SQL_SCORING_TEXT_GET, false, scoring_note },
};

/* ---- rows ---- */

int
log_add(struct store *st, const struct log *l, const struct event_row *row, struct err *err)
{
	const struct tables *t = &tables[l->kind];
	const struct event *ev = &row->ev;
	struct query q;

	query_start(&q, st, t->add);
	query_put(&q, l->id);
	query_put(&q, ev->seq);
	query_put(&q, ev->kind);
	query_put(&q, ev->item);
	if (t->timed)
		query_put(&q, ev->at_ms);
	query_put(&q, row->wall_us);
	if (t->timed)
		query_put(&q, ev->actor);
	for (int i = 0; i < EVENT_NUMBERS; i++)
		query_put(&q, ev->n[i]);
	if (ev->has_digest)
		query_put_blob(&q, ev->digest, sizeof ev->digest);
	else
		query_put_null(&q);
	query_put_blob(&q, row->chain, sizeof row->chain);
	return query_run(&q, err);
}

void
log_rows_start(struct query *q, struct store *st, const struct log *l)
{
	query_start(q, st, tables[l->kind].rows);
	query_put(q, l->id);
}

void
log_row_take(struct query *q, const struct log *l, struct event_row *row)
{
	const struct tables *t = &tables[l->kind];
	struct event *ev = &row->ev;

	*row = (struct event_row){ 0 };
	ev->seq = query_take(q);
	ev->kind = (enum event_kind)query_take_in(q, EV_START, EV_AMEND);
	ev->item = (int)query_take_in(q, -1, SESSION_ITEMS_MAX);
	if (t->timed)
		ev->at_ms = query_take(q);
	row->wall_us = query_take(q);
	if (t->timed)
		ev->actor = (enum actor)query_take_in(q, ACTOR_SYSTEM, ACTOR_INTERVIEWER);
	for (int i = 0; i < EVENT_NUMBERS; i++)
		ev->n[i] = query_take(q);
	ev->has_digest = !query_take_null(q);
	if (ev->has_digest)
		query_take_digest(q, ev->digest);
	query_take_digest(q, row->chain);
}

int
log_get(struct store *st, const struct log *l, int64_t seq, struct event_row *row, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, tables[l->kind].get);
	query_put(&q, l->id);
	query_put(&q, seq);
	found = query_step(&q, err);
	if (found > 0) {
		log_row_take(&q, l, row);
		if (query_good(&q, "an event", err) != 0)
			found = -1;
	}
	query_end(&q);
	return found < 0 ? -1 : found > 0 ? 0 : STORE_NOT_FOUND;
}

int
log_verify(struct store *st, const struct log *l, const struct event_row *row,
    const uint8_t before[DIGEST_BYTES], struct err *err)
{
	struct event_row there;
	uint8_t chain[DIGEST_BYTES];
	int found = log_get(st, l, row->ev.seq, &there, err);

	if (found < 0)
		return -1;
	memcpy(chain, before, sizeof chain);
	if (found == 0)
		chain_add(chain, l->id, &there.ev, there.wall_us);
	if (found != 0 || there.wall_us != row->wall_us || memcmp(chain, there.chain, sizeof chain) != 0)
		return err_set(err, EXIT_IO, "%s: event %" PRId64 " did not read back as it was written: nothing was "
		    "saved; check the disk", st->path, row->ev.seq);
	return 0;
}

bool
event_same(const struct event *a, const struct event *b)
{
	return a->seq == b->seq && a->kind == b->kind && a->item == b->item && a->at_ms == b->at_ms &&
	    a->actor == b->actor && memcmp(a->n, b->n, sizeof a->n) == 0 &&
	    a->has_digest == b->has_digest &&
	    (!a->has_digest || memcmp(a->digest, b->digest, sizeof a->digest) == 0);
}

/* ---- texts ---- */

int
log_text_add(struct store *st, const struct log *l, const struct log_text *text, struct err *err)
{
	bool erased = text->salt == NULL;
	struct query q;

	query_start(&q, st, tables[l->kind].text_add);
	query_put(&q, l->id);
	query_put(&q, text->seq);
	query_put_blob(&q, erased ? (const void *)"" : text->salt, erased ? 0 : STORE_SALT_BYTES);
	query_put_text(&q, text->body, text->len);
	if (erased)
		query_put(&q, text->erased_us);
	else
		query_put_null(&q);
	return query_run(&q, err);
}

void
log_text_start(struct query *q, struct store *st, const struct log *l, int64_t seq)
{
	query_start(q, st, tables[l->kind].text_get);
	query_put(q, l->id);
	query_put(q, seq);
}

int
log_text_take(struct query *q, const struct event *ev, struct arena *arena, struct log_text *out)
{
	bool erased = !query_take_null(q);
	int64_t erased_us = erased ? query_take(q) : 0;
	size_t salt_len, len;
	const uint8_t *salt = query_take_blob(q, &salt_len);
	const char *body = query_take_text(q, &len);
	uint8_t digest[DIGEST_BYTES], *kept = NULL;

	if (q->bad || salt_len != (erased ? 0 : STORE_SALT_BYTES) || (erased && len > 0))
		return STORE_NOT_FOUND;
	if (!erased) {
		digest_text(digest, salt, body, len);
		if (memcmp(digest, ev->digest, sizeof digest) != 0)
			return STORE_NOT_FOUND;
		kept = arena_alloc(arena, STORE_SALT_BYTES, 1);
		if (kept == NULL)
			return -1;
		memcpy(kept, salt, STORE_SALT_BYTES);
	}
	*out = (struct log_text){ .seq = ev->seq, .body = arena_strndup(arena, body, len), .len = len, .salt = kept,
		.erased_us = erased_us };
	return out->body != NULL ? 0 : -1;
}

int
log_text_get(struct store *st, const struct log *l, const struct event *ev, struct arena *arena,
    struct log_text *out, struct err *err)
{
	struct query q;
	int found;

	*out = (struct log_text){ .seq = ev->seq };
	log_text_start(&q, st, l, ev->seq);
	found = query_step(&q, err);
	if (found >= 0) {
		found = found > 0 ? log_text_take(&q, ev, arena, out) : STORE_NOT_FOUND;
		if (found < 0)
			err_memory(err);
	}
	query_end(&q);
	if (found == STORE_NOT_FOUND)
		return db_damaged(st, err, LOG_NAME ", event %" PRId64 ": its text is not the one that was written",
		    LOG_NAME_OF(l), ev->seq);
	return found;
}

/* ---- the whole ---- */

static int
count_rows(struct store *st, const struct log *l, size_t *count, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, tables[l->kind].count);
	query_put(&q, l->id);
	found = query_step(&q, err);
	*count = found > 0 ? (size_t)query_take(&q) : 0;
	query_end(&q);
	return found < 0 ? -1 : 0;
}

/* The row after those in `out`, whose chain is `chain`; which is replaced by the row's. */
static int
take_next(struct query *q, const struct log *l, uint8_t chain[DIGEST_BYTES], struct log_events *out,
    struct err *err)
{
	struct event_row row;
	size_t i = out->count;

	log_row_take(q, l, &row);
	if (!q->bad)
		chain_add(chain, l->id, &row.ev, row.wall_us);
	if (q->bad || row.ev.seq != (int64_t)i + 1 || memcmp(chain, row.chain, DIGEST_BYTES) != 0)
		return db_damaged(q->st, err, LOG_NAME ", event %zu does not fit its chain", LOG_NAME_OF(l), i + 1);
	out->v[i] = row.ev;
	out->wall_us[i] = row.wall_us;
	out->count++;
	return 0;
}

int
log_events_read(struct store *st, const struct log *l, struct arena *arena, uint8_t chain[DIGEST_BYTES],
    struct log_events *out, struct err *err)
{
	struct query q;
	size_t count;
	int found;

	if (count_rows(st, l, &count, err) != 0)
		return -1;
	*out = (struct log_events){ .v = arena_alloc(arena, count, sizeof *out->v),
		.wall_us = arena_alloc(arena, count, sizeof *out->wall_us) };
	if (out->v == NULL || out->wall_us == NULL)
		return err_memory(err);
	log_rows_start(&q, st, l);
	while ((found = query_step(&q, err)) > 0 && out->count < count)
		if (take_next(&q, l, chain, out, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	return found < 0 ? -1 : 0;
}

static bool
is_undone(const struct log_events *events, int64_t seq)
{
	for (size_t i = 0; i < events->count; i++)
		if (events->v[i].kind == EV_UNDO && events->v[i].n[0] == seq)
			return true;
	return false;
}

int
log_notes_read(struct store *st, const struct log *l, const struct log_events *events, struct arena *arena,
    struct note **notes, size_t *count, struct err *err)
{
	size_t all = 0;

	*count = 0;
	for (size_t i = 0; i < events->count; i++)
		all += events->v[i].kind == EV_NOTE;
	*notes = arena_alloc(arena, all, sizeof **notes);
	if (*notes == NULL)
		return err_memory(err);
	for (size_t i = 0; i < events->count; i++) {
		const struct event *ev = &events->v[i];
		struct log_text text;

		if (ev->kind != EV_NOTE)
			continue;
		if (log_text_get(st, l, ev, arena, &text, err) != 0)
			return -1;
		if (!is_undone(events, ev->seq))
			(*notes)[(*count)++] = tables[l->kind].note(ev, text.body);
	}
	return 0;
}
