/* Marks of further raters as rows; see project.c. */
#include <string.h>

#include "store/db.h"
#include "store/scorings.h"
#include "viva/buf.h"
#include "viva/err.h"

#define RATING_NUMBERS 6

/* SCORING_RATING_COLUMNS; an item that was never opened has no row. */
struct rating_row {
	char ticks[KEY_POINTS_MAX];
	size_t tick_count;
	int64_t numbers[RATING_NUMBERS];
};

static void
row_of(struct rating_row *row, const struct scoring_mark *m)
{
	const struct rating *r = &m->rating;

	*row = (struct rating_row){ .tick_count = (size_t)m->key_points,
		.numbers = { r->mistakes, r->no_answer, r->settled, r->proposed, r->grade, r->seq } };
	for (size_t i = 0; i < row->tick_count; i++)
		row->ticks[i] = (char)('0' + r->ticks[i]);
}

/* 1 the same, 0 not, -1; no row is the same as a mark that was never opened. */
static int
same_row(struct store *st, int64_t scoring, size_t position, const struct scoring_mark *m, struct err *err)
{
	struct rating_row row;
	struct query q;
	int found;

	row_of(&row, m);
	query_start(&q, st, SQL_SCORING_RATING_GET);
	query_put(&q, scoring);
	query_put(&q, (int64_t)position);
	found = query_step(&q, err);
	if (found == 0) {
		found = !m->opened;
	} else if (found > 0) {
		uint8_t snapshot[32] = { 0 };
		const char *ticks;
		bool same = m->opened;
		size_t len;

		query_take_digest(&q, snapshot);
		ticks = query_take_text(&q, &len);
		same &= memcmp(snapshot, m->snapshot, sizeof snapshot) == 0;
		same &= len == row.tick_count && memcmp(ticks, row.ticks, len) == 0;
		for (int i = 0; i < RATING_NUMBERS; i++)
			same &= query_take(&q) == row.numbers[i];
		found = same && !q.bad;
	}
	query_end(&q);
	return found;
}

static int
put_row(struct store *st, int64_t scoring, size_t position, const struct scoring_mark *m, struct err *err)
{
	struct rating_row row;
	struct query q;

	row_of(&row, m);
	query_start(&q, st, m->opened ? SQL_SCORING_RATING_PUT : SQL_SCORING_RATING_DROP);
	query_put(&q, scoring);
	query_put(&q, (int64_t)position);
	if (m->opened) {
		query_put_blob(&q, m->snapshot, sizeof m->snapshot);
		query_put_text(&q, row.ticks, row.tick_count);
		for (int i = 0; i < RATING_NUMBERS; i++)
			query_put(&q, row.numbers[i]);
	}
	return query_run(&q, err);
}

int
scoring_project_write(struct store *st, const struct scoring *s, struct err *err)
{
	int64_t id = scoring_head(s)->id;

	for (size_t i = 0; i < scoring_count(s); i++) {
		int same = same_row(st, id, i, scoring_mark(s, i), err);

		if (same < 0 || (!same && put_row(st, id, i, scoring_mark(s, i), err) != 0))
			return -1;
	}
	return 0;
}

int
scoring_project_compare(struct store *st, const struct scoring *s, const char *whose, struct buf *findings,
    int *count, struct err *err)
{
	int64_t id = scoring_head(s)->id, rows, expected = 0;
	struct query q;
	int found;

	for (size_t i = 0; i < scoring_count(s); i++) {
		int same = same_row(st, id, i, scoring_mark(s, i), err);

		if (same < 0)
			return -1;
		expected += scoring_mark(s, i)->opened;
		if (!same) {
			buf_printf(findings, "%s: the rating of item %zu is not what its events say\n", whose,
			    i + 1);
			++*count;
		}
	}
	query_start(&q, st, SQL_SCORING_RATING_COUNT);
	query_put(&q, id);
	found = query_step(&q, err);
	rows = found > 0 ? query_take(&q) : 0;
	query_end(&q);
	if (found > 0 && rows != expected) {
		buf_printf(findings, "%s: has ratings that no event speaks of\n", whose);
		++*count;
	}
	return found < 0 ? -1 : 0;
}
