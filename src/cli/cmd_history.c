#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "viva/buf.h"
#include "viva/text.h"

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

/* A name cut to so many cells, never in the middle of a character. */
static void
print_cell(const char *text, int columns)
{
	struct buf visible, cell;
	const char *s, *end;
	int used = 0;

	buf_init(&visible);
	buf_init(&cell);
	text_visible(&visible, text, strlen(text), false);
	s = buf_text(&visible);
	end = s + visible.len;
	while (s < end) {
		const char *next = s;
		int width = text_width(text_next(&next, end));

		if (used + width > columns)
			break;
		buf_add(&cell, s, (size_t)(next - s));
		used += width;
		s = next;
	}
	printf("%s%*s", buf_text(&cell), columns - used, "");
	buf_finish(&visible);
	buf_finish(&cell);
}

static void
print_line(const struct session_line *l)
{
	char when[40], mean[32] = "-";

	if (l->rated > 0)
		snprintf(mean, sizeof(mean), "%.1f (%d)", (double)l->grade_sum / l->rated, l->rated);
	printf("%4lld  %s  ", (long long)l->number, format_local(l->created_us, l->utc_offset_min, when));
	print_cell(l->candidate, 18);
	printf("  ");
	print_cell(l->blueprint, 6);
	printf("  %2d of %-2d   %-8s  %s\n", l->answered, l->items, mean,
	    l->state == SESSION_ENDED ? "done" : "open");
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
		puts("No session yet. `viva solo` starts one: 45 minutes, or --minutes 30.");
	} else if (rc == 0) {
		puts("  No  begun             candidate           form    answered  mean (n)  state");
		for (size_t i = 0; i < list.count; i++)
			print_line(&list.v[i]);
	}
	session_list_free(&list);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_history = {
	.name = "history", .args = "", .brief = "the sessions so far",
	.example = "viva history --as sample", .json = true, .run = history_run,
};
