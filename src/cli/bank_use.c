#include "cli/bank_use.h"

#include <stdlib.h>

#include "cli/table.h"
#include "cli/tell.h"
#include "viva/buf.h"

static int
add_sessions(struct item_stats *s, struct store *st, const struct bank *b, struct err *err)
{
	struct session_list list = { 0 };
	int rc = store_history(st, NULL, &list, err);

	/* One session at a time, so that no reading keeps others from writing for long. */
	for (size_t i = 0; rc == 0 && i < list.count; i++) {
		struct record *r = NULL;

		rc = store_load(st, list.v[i].id, &r, err);
		if (rc == 0)
			item_stats_add(s, b, r);
		record_free(r);
	}
	session_list_free(&list);
	return rc;
}

int
bank_use_read(const struct app *app, const struct bank *b, struct item_stats **out, struct err *err)
{
	struct store *st = NULL;
	int rc;

	*out = calloc(b->item_count, sizeof(**out));
	if (*out == NULL)
		return err_memory(err);
	rc = app_open_store(app, &st, STORE_READ, err);
	if (rc == 0)
		rc = add_sessions(*out, st, b, err);
	store_close(st);
	return rc == STORE_NOT_FOUND ? 0 : rc;
}

static const struct table_column use_columns[] = {
	{ "item", 28, false }, { "answers", 7, true }, { "passed", 6, true }, { "mean", 4, true },
	{ "of limit", 8, true }, { "over", 4, true }, { "guess", 5, true },
};

static void
use_row(struct buf *out, const struct table *t, const char *id, const struct item_stats *u)
{
	char number[6][32] = { "" };
	const char *cells[] = { id, number[0], number[1], number[2], number[3], number[4], number[5] };

	snprintf(number[0], sizeof(number[0]), "%d", u->answers);
	snprintf(number[1], sizeof(number[1]), "%d", u->passes);
	if (u->answers > 0) {
		snprintf(number[2], sizeof(number[2]), "%.1f", (double)u->grade_sum / u->answers);
		snprintf(number[3], sizeof(number[3]), "%d%%",
		    (int)(u->used_ms * 100 / (u->limit_ms > 0 ? u->limit_ms : 1)));
		snprintf(number[4], sizeof(number[4]), "%d", u->over);
	}
	if (u->predictions > 0)
		snprintf(number[5], sizeof(number[5]), "%+.1f", (double)u->gap_sum / u->predictions);
	table_row(out, t, cells);
}

void
bank_use_print(const struct bank *b, const struct item_stats *s)
{
	const struct table t = { use_columns, sizeof(use_columns) / sizeof(use_columns[0]), 1,
		tell_columns(stdout) };
	struct buf rows;

	buf_init(&rows);
	for (size_t i = 0; i < b->item_count; i++)
		if (s[i].answers + s[i].passes > 0)
			use_row(&rows, &t, b->items[i].id, &s[i]);
	putchar('\n');
	if (rows.len > 0) {
		struct buf head;

		tell(stdout, 0, 0, "From use: mean grade, time taken of the limit, answers over it, and guess: prediction "
		    "minus grade.");
		buf_init(&head);
		table_head(&head, &t);
		printf("\n%s%s", buf_text(&head), buf_text(&rows));
		buf_finish(&head);
	} else {
		tell(stdout, 0, 0, "No answer on record yet: figures from use come with the first session.");
	}
	buf_finish(&rows);
}

json_t *
bank_use_json(const struct bank *b, const struct item_stats *s)
{
	json_t *out = json_array();

	for (size_t i = 0; i < b->item_count; i++)
		if (s[i].answers + s[i].passes > 0)
			json_array_append_new(out,
			    json_pack("{s:s, s:i, s:i, s:i, s:I, s:I, s:i, s:i, s:i}", "id", b->items[i].id,
			        "answers", s[i].answers, "no_answers", s[i].passes, "grade_sum",
			        s[i].grade_sum, "used_ms", (json_int_t)s[i].used_ms, "limit_ms",
			        (json_int_t)s[i].limit_ms, "over", s[i].over, "predictions", s[i].predictions,
			        "gap_sum", s[i].gap_sum));
	return out;
}
