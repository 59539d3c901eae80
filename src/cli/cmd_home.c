#include "cli/cmd.h"

/* Where things stand in a few lines, and the one most useful next command. */
static void
print_standing(const struct session_list *list)
{
	const struct session_line *last = &list->v[list->count - 1];
	char when[40];

	printf("%zu %s so far; the last on %s, %d of %d questions answered", list->count,
	    plural((int)list->count, "session", "sessions"), format_local(last->created_us, last->utc_offset_min, when),
	    last->answered, last->items);
	if (last->rated > 0)
		printf(", mean grade %.1f of 4 (%d %s)", (double)last->grade_sum / last->rated, last->rated,
		    plural(last->rated, "answer", "answers"));
	puts(".");
}

static const struct session_line *
latest_unfinished(const struct session_list *list)
{
	for (size_t i = list->count; i-- > 0;)
		if (list->v[i].state != SESSION_ENDED)
			return &list->v[i];
	return NULL;
}

static int
home_run(struct app *app, const struct args *args, struct err *err)
{
	struct session_list list = { 0 };
	const struct session_line *open;
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	(void)args;
	if (rc == 0)
		rc = store_history(st, app->as_name, &list, err);
	else if (rc == STORE_NOT_FOUND)
		rc = 0;
	if (rc == 0) {
		puts("viva - mock interviews against the clock\n");
		open = latest_unfinished(&list);
		if (list.count > 0)
			print_standing(&list);
		if (open != NULL)
			printf("\nSession %lld of ", (long long)open->number), print_visible(stdout, open->candidate),
			    printf(" is unfinished.  Go on:    viva resume\n");
		else
			puts("Begin a 30-minute interview:    viva solo --minutes 30");
		puts("All commands:                   viva help");
	}
	session_list_free(&list);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_home = {
	.name = "", .args = "[command]", .brief = "where you stand, and what to do next", .example = "viva",
	.run = home_run,
};
