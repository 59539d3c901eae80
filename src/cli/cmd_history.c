#include <jansson.h>

#include "cli/cmd.h"
#include "cli/history_table.h"
#include "cli/table.h"
#include "cli/tell.h"
#include "viva/buf.h"

static json_t *
line_json(const struct session_line *l)
{
	char id[24], started[40];

	snprintf(id, sizeof(id), "%lld", (long long)l->id);
	return json_pack("{s:s, s:I, s:s, s:s, s:s, s:s?, s:s, s:s, s:s, s:i, s:i, s:i, s:i, s:i, s:i, s:i}",
	    "id", id, "number", (json_int_t)l->number, "mode", l->mode == MODE_SOLO ? "solo" : "led",
	    "state", session_state_name(l->state), "candidate", l->candidate, "interviewer", l->interviewer,
	    "bank", l->bank_id, "blueprint", l->blueprint, "started_at", format_utc(l->created_us, started),
	    "utc_offset_min", l->utc_offset_min, "items", l->items, "answered", l->answered, "rated", l->rated,
	    "no_answers", l->no_answers, "within_limit", l->within_limit, "grade_sum", l->grade_sum);
}

static int
print_json(const struct session_list *list, struct err *err)
{
	json_t *sessions = json_array();

	for (size_t i = 0; i < list->count; i++)
		json_array_append_new(sessions, line_json(&list->v[i]));
	return app_print_json(json_pack("{s:o}", "sessions", sessions), err);
}

static const struct table_column history_columns[] = {
	{ "No", 4, true }, { "begun", 16, false }, { "candidate", 18, false }, { "form", 6, false },
	{ "answered", 8, true }, { "mean (n)", 9, false }, { "state", 5, false },
};

void
history_table(struct buf *out, const struct session_list *list, int columns)
{
	const struct table t = { history_columns, sizeof(history_columns) / sizeof(history_columns[0]), 3,
		columns };
	char number[24], when[40], answered[32], mean[32];

	table_head(out, &t);
	for (size_t i = 0; i < list->count; i++) {
		const struct session_line *l = &list->v[i];
		const char *cells[] = { number, format_local(l->created_us, l->utc_offset_min, when),
			l->candidate, l->blueprint, answered, mean,
			l->state == SESSION_ENDED ? "done" : "open" };

		snprintf(number, sizeof(number), "%lld", (long long)l->number);
		snprintf(answered, sizeof(answered), "%d of %d", l->answered, l->items);
		if (l->rated > 0)
			snprintf(mean, sizeof(mean), "%.1f (%d)", (double)l->grade_sum / l->rated, l->rated);
		else
			snprintf(mean, sizeof(mean), "-");
		table_row(out, &t, cells);
	}
}

static void
print_table(const struct session_list *list)
{
	struct buf b;

	buf_init(&b);
	history_table(&b, list, tell_columns(stdout));
	fputs(buf_text(&b), stdout);
	buf_finish(&b);
}

static int
history_run(struct app *app, const struct args *args, struct err *err)
{
	struct session_list list = { 0 };
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	(void)args;
	if (rc == 0)
		rc = store_history(st, app->as_name, &list, err);
	else if (rc == STORE_NOT_FOUND)
		rc = 0;
	if (rc == 0 && app->json) {
		rc = print_json(&list, err);
	} else if (rc == 0 && list.count == 0) {
		tell(stdout, 0, 0, "No session yet. `viva solo` starts one: 45 minutes, or --minutes 30.");
	} else if (rc == 0) {
		print_table(&list);
	}
	session_list_free(&list);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_history = {
	.name = "history", .args = "", .brief = "the sessions so far",
	.example = "viva history --as sample", .json = true, .run = history_run,
};
