#include "cli/bank_use.h"

#include <stdlib.h>

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

void
bank_use_print(const struct bank *b, const struct item_stats *s)
{
	bool any = false;

	for (size_t i = 0; i < b->item_count; i++) {
		const struct item_stats *u = &s[i];

		if (u->answers + u->passes == 0)
			continue;
		if (!any)
			puts("\nitem                          answers  passed  mean grade  time of limit  over  prediction - grade");
		any = true;
		printf("%-30s %6d  %6d", b->items[i].id, u->answers, u->passes);
		if (u->answers > 0)
			printf("  %10.1f  %12d%%  %4d", (double)u->grade_sum / u->answers,
			    (int)(u->used_ms * 100 / (u->limit_ms > 0 ? u->limit_ms : 1)), u->over);
		if (u->predictions > 0)
			printf("  %+18.1f", (double)u->gap_sum / u->predictions);
		putchar('\n');
	}
	if (!any)
		puts("\nNo answer on record yet: figures from use come with the first session.");
}

json_t *
bank_use_json(const struct bank *b, const struct item_stats *s)
{
	json_t *out = json_array();

	for (size_t i = 0; i < b->item_count; i++)
		if (s[i].answers + s[i].passes > 0)
			json_array_append_new(out, json_pack("{s:s, s:i, s:i, s:i, s:I, s:I, s:i, s:i, s:i}", "id",
			    b->items[i].id, "answers", s[i].answers, "no_answers", s[i].passes, "grade_sum", s[i].grade_sum,
			    "used_ms", (json_int_t)s[i].used_ms, "limit_ms", (json_int_t)s[i].limit_ms, "over", s[i].over,
			    "predictions", s[i].predictions, "gap_sum", s[i].gap_sum));
	return out;
}
