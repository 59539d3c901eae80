#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/scorings.h"
#include "viva/arena.h"
#include "viva/err.h"

/* ---- items ---- */

/* An answer that can be read later: typed by the candidate, or for them. */
static bool
has_typed_answer(const struct record *r, size_t position)
{
	for (size_t i = 0; i < r->note_count; i++)
		if (r->notes[i].position == (int)position && r->notes[i].kind == NOTE_ANSWER &&
		    !r->notes[i].private_note && r->notes[i].text[0] != '\0')
			return true;
	return false;
}

void
store_scoring_item(const struct record *r, size_t position, enum present present, struct scoring_item *out)
{
	const struct item_record *it = &r->items[position];
	bool answered = (it->state == ITEM_ANSWERED || it->state == ITEM_RATED) && !it->no_answer;

	*out = (struct scoring_item){ .item = record_item(r, position),
		.ratable = answered && (present == PRESENT_YES || has_typed_answer(r, position)) };
	memcpy(out->snapshot, it->snapshot, sizeof out->snapshot);
}

static struct scoring *
replay_new_scoring(const struct scoring_head *head, const struct record *r)
{
	struct scoring_item *items = calloc(r->item_count + 1, sizeof *items);
	struct scoring *s = NULL;

	if (items == NULL)
		return NULL;
	for (size_t i = 0; i < r->item_count; i++)
		store_scoring_item(r, i, head->present, &items[i]);
	s = scoring_new(head, items, r->item_count);
	free(items);
	return s;
}

/* ---- events ---- */

static int
count_events(struct store *st, int64_t id, size_t *count, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_SCORING_EVENT_COUNT);
	query_put(&q, id);
	found = query_step(&q, err);
	*count = found > 0 ? (size_t)query_take(&q) : 0;
	query_end(&q);
	return found < 0 ? -1 : 0;
}

/* The next row, whose chain must follow from sr->chain; which it replaces. */
static int
take_event(struct query *q, struct scoring_record *sr, int64_t number, struct err *err)
{
	struct event_row row;
	size_t i = sr->event_count;

	scoring_event_take(q, &row);
	if (!q->bad)
		chain_add(sr->chain, sr->head.id, &row.ev, row.wall_us);
	if (q->bad || row.ev.seq != (int64_t)i + 1 || memcmp(sr->chain, row.chain, sizeof row.chain) != 0)
		return db_damaged(q->st, err, "session %" PRId64 ", marks of %s: event %zu does not fit its chain", number,
		    sr->head.rater, i + 1);
	sr->events[i] = row.ev;
	sr->event_wall_us[i] = row.wall_us;
	sr->event_count++;
	return 0;
}

static int
read_events(struct store *st, struct scoring_record *sr, int64_t number, struct err *err)
{
	struct query q;
	size_t count;
	int found;

	if (count_events(st, sr->head.id, &count, err) != 0)
		return -1;
	sr->events = arena_alloc(sr->arena, count, sizeof *sr->events);
	sr->event_wall_us = arena_alloc(sr->arena, count, sizeof *sr->event_wall_us);
	if (sr->events == NULL || sr->event_wall_us == NULL)
		return err_memory(err);
	query_start(&q, st, SQL_SCORING_EVENTS);
	query_put(&q, sr->head.id);
	while ((found = query_step(&q, err)) > 0 && sr->event_count < count)
		if (take_event(&q, sr, number, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	return found < 0 ? -1 : 0;
}

/* ---- notes ---- */

static bool
is_undone(const struct scoring_record *sr, int64_t seq)
{
	for (size_t i = 0; i < sr->event_count; i++)
		if (sr->events[i].kind == EV_UNDO && sr->events[i].n[0] == seq)
			return true;
	return false;
}

/* Returns 0, or 1 if the stored text is not the one of the event. */
static int
take_note(
    struct query *q, const struct event *ev, struct scoring_record *sr, struct note *note, struct err *err)
{
	uint8_t digest[DIGEST_BYTES];
	bool erased = !query_take_null(q);
	size_t salt_len, len;
	const uint8_t *salt;
	const char *text;

	if (erased)
		query_take(q);
	salt = query_take_blob(q, &salt_len);
	text = query_take_text(q, &len);
	if (q->bad || salt_len != (erased ? 0 : STORE_SALT_BYTES) || (erased && len > 0))
		return 1;
	if (!erased) {
		digest_text(digest, salt, text, len);
		if (memcmp(digest, ev->digest, sizeof digest) != 0)
			return 1;
	}
	*note = (struct note){ .position = ev->item, .kind = NOTE_NOTE, .private_note = ev->n[0] != 0,
		.text = arena_strndup(sr->arena, text, len), .seq = ev->seq };
	return note->text != NULL ? 0 : err_memory(err);
}

static int
read_note(struct store *st, const struct event *ev, struct scoring_record *sr, int64_t number,
    struct note *note, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_SCORING_TEXT_GET);
	query_put(&q, sr->head.id);
	query_put(&q, ev->seq);
	found = query_step(&q, err);
	if (found >= 0)
		found = found == 0 ? 1 : take_note(&q, ev, sr, note, err);
	query_end(&q);
	if (found > 0)
		return db_damaged(st, err, "session %" PRId64 ", marks of %s: the text of event %" PRId64 " is not the one "
		    "that was written", number, sr->head.rater, ev->seq);
	return found;
}

/* Every text is checked; those of notes that were taken back are left out. */
static int
read_notes(struct store *st, struct scoring_record *sr, int64_t number, struct err *err)
{
	size_t count = 0;

	for (size_t i = 0; i < sr->event_count; i++)
		count += sr->events[i].kind == EV_NOTE;
	sr->notes = arena_alloc(sr->arena, count, sizeof *sr->notes);
	if (sr->notes == NULL)
		return err_memory(err);
	for (size_t i = 0; i < sr->event_count; i++) {
		const struct event *ev = &sr->events[i];

		if (ev->kind != EV_NOTE)
			continue;
		if (read_note(st, ev, sr, number, &sr->notes[sr->note_count], err) != 0)
			return -1;
		if (!is_undone(sr, ev->seq))
			sr->note_count++;
	}
	return 0;
}

/* ---- the whole ---- */

static int
replay(struct scoring_record *sr, const struct record *r, struct err *err)
{
	struct err why;

	sr->s = replay_new_scoring(&sr->head, r);
	if (sr->s == NULL)
		return err_memory(err);
	for (size_t i = 0; i < sr->event_count; i++)
		if (scoring_apply(sr->s, &sr->events[i], &why) != 0)
			return err_set(err, EXIT_DAMAGED, "session %" PRId64 ", marks of %s: %s",
			    r->head.number, sr->head.rater, why.text);
	return 0;
}

static int
fill(struct store *st, struct scoring_record *sr, const struct scoring_row *row, const struct record *r,
    bool loose, struct err *err)
{
	if (person_name(st, row->rater, sr->arena, &sr->head.rater, err) != 0 ||
	    scoring_chain_first(st, &sr->head, row->rater, sr->chain, err) != 0 ||
	    read_events(st, sr, r->head.number, err) != 0 || read_notes(st, sr, r->head.number, err) != 0 ||
	    replay(sr, r, err) != 0)
		return -1;
	if (loose)
		return 0;
	if (row->last_seq != (int64_t)sr->event_count ||
	    memcmp(sr->chain, row->chain, sizeof row->chain) != 0 || row->done != scoring_done(sr->s))
		return db_damaged(st, err, "session %" PRId64 ": the marks of %s do not stand where their events end",
		    r->head.number, sr->head.rater);
	return 0;
}

int
scoring_read(struct store *st, int64_t id, const struct record *r, bool loose, struct scoring_record **out,
    struct err *err)
{
	struct arena *arena = arena_new();
	struct scoring_record *sr = arena != NULL ? arena_alloc(arena, 1, sizeof *sr) : NULL;
	struct scoring_row row;
	int result;

	*out = NULL;
	if (sr == NULL) {
		arena_free(arena);
		return err_memory(err);
	}
	sr->arena = arena;
	result = scoring_row_read(st, id, &row, err);
	sr->head = row.head;
	if (result == 0 && row.head.session != r->head.id)
		result = db_damaged(st, err, "marks belong to another session");
	if (result == 0)
		result = fill(st, sr, &row, r, loose, err);
	if (result == 0)
		*out = sr;
	else
		scoring_record_free(sr);
	return result;
}

int
store_scoring_load(struct store *st, int64_t id, const struct record *r, struct scoring_record **out,
    struct err *err)
{
	int result;

	*out = NULL;
	if (db_begin_read(st, err) != 0)
		return -1;
	result = scoring_read(st, id, r, false, out, err);
	if (db_end(st, result, err) != 0 && result == 0) {
		scoring_record_free(*out);
		*out = NULL;
		return -1;
	}
	return result;
}

int
scoring_ids_read(struct store *st, int64_t session, int64_t **ids, size_t *count, struct err *err)
{
	return ids_read(st, SQL_SCORINGS, session, ids, count, err);
}

int
store_scorings(struct store *st, int64_t session, int64_t **ids, size_t *count, struct err *err)
{
	return scoring_ids_read(st, session, ids, count, err);
}
