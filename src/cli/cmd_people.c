#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/table.h"
#include "cli/tell.h"
#include "viva/buf.h"

static const struct table_column columns[] = {
	{ "name", 34, false }, { "sat", 5, true }, { "led", 5, true }, { "last session", 16, false },
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
print_people(const struct people_list *l)
{
	const struct table t = { columns, COLUMNS, 1, tell_columns(stdout) };
	struct buf out;

	if (l->count == 0) {
		tell(stdout, 0, 0, "Nobody yet: `viva solo --as NAME` enters a name with its first session.");
		return;
	}
	buf_init(&out);
	table_head(&out, &t);
	for (size_t i = 0; i < l->count; i++) {
		char sat[24], led[24], last[40] = "";
		const char *cells[COLUMNS] = { l->v[i].name, sat, led, last };

		snprintf(sat, sizeof(sat), "%lld", (long long)l->v[i].sat);
		snprintf(led, sizeof(led), "%lld", (long long)l->v[i].led);
		if (l->v[i].last_us > 0)
			format_local(l->v[i].last_us, 0, last);
		last[last[0] != '\0' ? 10 : 0] = '\0';          /* the day, in UTC */
		table_row(&out, &t, cells);
	}
	fputs(buf_text(&out), stdout);
	buf_finish(&out);
}

static json_t *
people_json(const struct people_list *l)
{
	json_t *list = json_array();
	char last[40];

	for (size_t i = 0; i < l->count; i++)
		json_array_append_new(list, json_pack("{s:s, s:I, s:I, s:o}", "name", l->v[i].name, "sat",
		    (json_int_t)l->v[i].sat, "led", (json_int_t)l->v[i].led, "last_session_at",
		    l->v[i].last_us > 0 ? json_string(format_utc(l->v[i].last_us, last)) : json_null()));
	return json_pack("{s:o}", "people", list);
}

static int
list(const struct app *app, struct err *err)
{
	struct people_list l = { 0 };
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	if (rc == 0)
		rc = store_people(st, &l, err);
	else if (rc == STORE_NOT_FOUND)
		rc = 0;
	if (rc == 0 && app->json)
		rc = app_print_json(people_json(&l), err);
	else if (rc == 0)
		print_people(&l);
	people_list_free(&l);
	store_close(st);
	return rc;
}

static int
rename_to(const struct app *app, const char *name, const char *to, struct err *err)
{
	struct store *st = NULL;
	struct buf canonical;
	int rc = app_open_store(app, &st, STORE_WRITE, err);

	buf_init(&canonical);
	if (rc == 0)
		rc = store_rename(st, name, to, &canonical, err);
	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "nobody here is called \"%s\": `viva people` lists the names", name);
	if (rc == 0 && app->json)
		rc = app_print_json(json_pack("{s:s}", "name", buf_text(&canonical)), err);
	else if (rc == 0 && !app->quiet)
		tell(stdout, 0, 0, "%s is the name now, in all sessions; files written before keep the old one.",
		    buf_text(&canonical));
	buf_finish(&canonical);
	store_close(st);
	return rc;
}

static int
people_run(struct app *app, const struct args *args, struct err *err)
{
	bool renames = args->word_count > 0 && strcmp(args->words[0], "rename") == 0;

	if (args->word_count > 0 && !renames)
		return cmd_usage(args, err, "\"%s\" is not rename", args->words[0]);
	if (renames && args->word_count != 3)
		return cmd_usage(args, err, "rename takes two names, the old and the new");
	if (renames)
		return rename_to(app, args->words[1], args->words[2], err) == 0 ? EXIT_DONE : (int)err->status;
	return list(app, err) == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_people = {
	.name = "people", .args = "[rename NAME NEW-NAME]", .brief = "who sat and who led, and other names for them",
	.example = "viva people", .words_max = 3, .json = true, .run = people_run,
};
