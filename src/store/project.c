/*
 * Projections: what the events add up to, as rows that questions about many sessions can be put
 * to.  A row is always computed whole from the engine's record and compared with the stored one,
 * both to write only what changed and to check.
 */
#include <inttypes.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"

#define ITEM_NUMBERS 22
#define RATING_NUMBERS 7

/* ITEM_COLUMNS */
struct item_row {
	const char *item_id;
	int64_t revision;
	const uint8_t *snapshot;
	int64_t numbers[ITEM_NUMBERS];
};

/* RATING_COLUMNS */
struct rating_row {
	bool blank;                     /* nothing marked: there is no row */
	char ticks[KEY_POINTS_MAX];
	size_t tick_count;
	int64_t numbers[RATING_NUMBERS];
};

static void
item_row_of(struct item_row *row, const struct session *s, size_t position)
{
	const struct item_record *r = session_record(s, position);
	const struct item *item = session_item(s, position)->item;

	*row = (struct item_row){
		.item_id = item->id, .revision = item->revision, .snapshot = r->snapshot,
		.numbers = {
			r->state, r->phase, r->limit_ms, r->read_ms, r->think_ms, r->answer_ms,
			r->follow_up_ms, r->review_ms, r->pause_ms, r->extended_ms, r->swapped_ms,
			r->over_ms, r->opened_ms, r->facts, r->hints, r->pauses, r->facts_given,
			r->known, r->retry, r->flagged, r->no_answer, r->prediction,
		},
	};
}

static void
rating_row_of(struct rating_row *row, const struct session *s, size_t position, enum actor rater)
{
	const struct item_record *rec = session_record(s, position);
	const struct rating *r = rater == ACTOR_INTERVIEWER ? &rec->interviewer : &rec->self;

	*row = (struct rating_row){
		.tick_count = session_item(s, position)->item->key_point_count,
		.blank = !r->settled && r->mistakes == 0,
		.numbers = { r->mistakes, r->no_answer, r->settled, r->proposed, r->grade, r->at_ms, r->seq },
	};
	for (size_t i = 0; i < row->tick_count; i++) {
		row->ticks[i] = (char)('0' + r->ticks[i]);
		if (r->ticks[i] != TICK_NO)
			row->blank = false;
	}
}

/* ---- comparing: 1 the same, 0 not, -1 ---- */

static bool
same_numbers(struct query *q, const int64_t *numbers, size_t count)
{
	bool same = true;

	for (size_t i = 0; i < count; i++)
		if (query_take(q) != numbers[i])
			same = false;
	return same && !q->bad;
}

static int
same_item(struct store *st, int64_t session, size_t position, const struct item_row *row, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_ITEM_GET);
	query_put(&q, session);
	query_put(&q, (int64_t)position);
	found = query_step(&q, err);
	if (found > 0) {
		uint8_t snapshot[32] = { 0 };
		bool same = strcmp(query_take_text(&q, NULL), row->item_id) == 0;

		same &= query_take(&q) == row->revision;
		query_take_digest(&q, snapshot);
		same &= memcmp(snapshot, row->snapshot, sizeof snapshot) == 0;
		found = same_numbers(&q, row->numbers, ITEM_NUMBERS) && same;
	}
	query_end(&q);
	return found;
}

static int
same_rating(struct store *st, int64_t session, size_t position, enum actor rater,
    const struct rating_row *row,
    struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_RATING_GET);
	query_put(&q, session);
	query_put(&q, (int64_t)position);
	query_put(&q, rater);
	found = query_step(&q, err);
	if (found == 0) {
		found = row->blank;
	} else if (found > 0) {
		size_t len;
		const char *ticks = query_take_text(&q, &len);
		bool same = !row->blank && len == row->tick_count && memcmp(ticks, row->ticks, len) == 0;

		found = same_numbers(&q, row->numbers, RATING_NUMBERS) && same;
	}
	query_end(&q);
	return found;
}

/* ---- writing ---- */

static int
put_item(struct store *st, int64_t session, size_t position, const struct item_row *row, struct err *err)
{
	struct query q;

	query_start(&q, st, SQL_ITEM_PUT);
	query_put(&q, session);
	query_put(&q, (int64_t)position);
	query_put_str(&q, row->item_id);
	query_put(&q, row->revision);
	query_put_blob(&q, row->snapshot, 32);
	for (size_t i = 0; i < ITEM_NUMBERS; i++)
		query_put(&q, row->numbers[i]);
	return query_run(&q, err);
}

static int
put_rating(struct store *st, int64_t session, size_t position, enum actor rater, const struct rating_row *row,
    struct err *err)
{
	struct query q;

	query_start(&q, st, row->blank ? SQL_RATING_DROP : SQL_RATING_PUT);
	query_put(&q, session);
	query_put(&q, (int64_t)position);
	query_put(&q, rater);
	if (!row->blank) {
		query_put_text(&q, row->ticks, row->tick_count);
		for (size_t i = 0; i < RATING_NUMBERS; i++)
			query_put(&q, row->numbers[i]);
	}
	return query_run(&q, err);
}

static const enum actor raters[] = { ACTOR_CANDIDATE, ACTOR_INTERVIEWER };
#define RATERS (sizeof raters / sizeof raters[0])

static int
write_position(struct store *st, const struct session *s, int64_t id, size_t position, struct err *err)
{
	struct item_row item;
	int same;

	item_row_of(&item, s, position);
	same = same_item(st, id, position, &item, err);
	if (same < 0 || (!same && put_item(st, id, position, &item, err) != 0))
		return -1;
	for (size_t i = 0; i < RATERS; i++) {
		struct rating_row rating;

		rating_row_of(&rating, s, position, raters[i]);
		same = same_rating(st, id, position, raters[i], &rating, err);
		if (same < 0 || (!same && put_rating(st, id, position, raters[i], &rating, err) != 0))
			return -1;
	}
	return 0;
}

int
project_write(struct store *st, const struct session *s, struct err *err)
{
	for (size_t i = 0; i < session_item_count(s); i++)
		if (write_position(st, s, session_head(s)->id, i, err) != 0)
			return -1;
	return 0;
}

/* ---- checking ---- */

static int
count_rows(struct store *st, enum sql_id what, int64_t session, int64_t *count, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, what);
	query_put(&q, session);
	found = query_step(&q, err);
	*count = found > 0 ? query_take(&q) : 0;
	query_end(&q);
	return found < 0 ? -1 : 0;
}

static void
differs(struct buf *findings, int *count, int64_t number, const char *what, size_t position)
{
	buf_printf(findings, "session %" PRId64 ": %s %zu is not what its events say\n", number, what,
	    position + 1);
	++*count;
}

int
project_compare(struct store *st, const struct session *s, int64_t number, struct buf *findings,
    int *count, struct err *err)
{
	int64_t id = session_head(s)->id, items, ratings, expected = 0;

	for (size_t p = 0; p < session_item_count(s); p++) {
		struct item_row item;
		int same;

		item_row_of(&item, s, p);
		same = same_item(st, id, p, &item, err);
		if (same < 0)
			return -1;
		if (!same)
			differs(findings, count, number, "item", p);
		for (size_t i = 0; i < RATERS; i++) {
			struct rating_row rating;

			rating_row_of(&rating, s, p, raters[i]);
			expected += !rating.blank;
			same = same_rating(st, id, p, raters[i], &rating, err);
			if (same < 0)
				return -1;
			if (!same)
				differs(findings, count, number, "the rating of item", p);
		}
	}
	if (count_rows(st, SQL_ITEM_COUNT, id, &items, err) != 0 ||
	    count_rows(st, SQL_RATING_COUNT, id, &ratings, err) != 0)
		return -1;
	if (items != (int64_t)session_item_count(s) || ratings != expected) {
		buf_printf(findings, "session %" PRId64 ": has items or ratings that no event speaks of\n",
		    number);
		++*count;
	}
	return 0;
}
