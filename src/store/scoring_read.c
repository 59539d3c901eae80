#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/log.h"
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

/* ---- the whole ---- */

static int
read_log(struct store *st, struct scoring_record *sr, int64_t number, struct err *err)
{
	struct log log = { .kind = LOG_SCORING, .id = sr->head.id, .number = number, .rater = sr->head.rater };
	struct log_events events;

	if (log_events_read(st, &log, sr->arena, sr->chain, &events, err) != 0)
		return -1;
	sr->events = events.v;
	sr->event_wall_us = events.wall_us;
	sr->event_count = events.count;
	return log_notes_read(st, &log, &events, sr->arena, &sr->notes, &sr->note_count, err);
}

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
	    read_log(st, sr, r->head.number, err) != 0 || replay(sr, r, err) != 0)
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
