#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "viva/buf.h"
#include "viva/text.h"
#include "viva/typing.h"

/* Lines that may hold names and paths. */
static void
print_lines(FILE *f, const struct buf *lines)
{
	struct buf visible;

	buf_init(&visible);
	text_visible(&visible, buf_text(lines), lines->len, true);
	fputs(buf_text(&visible), f);
	buf_finish(&visible);
}

static int
db_path(struct app *app, const struct args *args, struct err *err)
{
	(void)args;
	if (app->json)
		return app_print_json(json_pack("{s:s}", "path", app->db_path), err);
	puts(app->db_path);
	return 0;
}

static int
open_records(struct app *app, struct store **st, struct err *err)
{
	int rc = app_open_store(app, st, STORE_READ, err);

	if (rc == STORE_NOT_FOUND)
		return err_set(
		    err, EXIT_FINDINGS, "no records at %s yet: `viva solo` begins them", app->db_path);
	return rc;
}

/* ---- check ---- */

static int
print_check(const struct app *app, const struct store_report *report, struct err *err)
{
	if (app->json)
		return app_print_json(json_pack("{s:s, s:I, s:I, s:i, s:s}", "path", app->db_path, "sessions",
		    (json_int_t)report->sessions, "events", (json_int_t)report->events, "finding_count",
		    report->finding_count, "findings", buf_text(report->findings)), err);
	print_lines(stdout, report->findings);
	printf("%lld %s, %lld events: %s\n", (long long)report->sessions,
	    plural((int)report->sessions, "session", "sessions"), (long long)report->events,
	    report->finding_count == 0 ? "all is well" : "damaged, see above");
	return 0;
}

/* Says so, with what helps: the newest backup by name. */
static int
fail_damaged(const struct app *app, struct err *err)
{
	struct err why;
	struct buf newest;

	buf_init(&newest);
	if (store_newest_backup(app->db_path, &newest, &why) == 0)
		err_set(err, EXIT_DAMAGED, "%s is damaged, and was left as it is: `viva db salvage NEW` saves what can be "
		    "read; `viva db restore` puts the newest backup in its place, %s", app->db_path, buf_text(&newest));
	else
		err_set(err, EXIT_DAMAGED, "%s is damaged, and was left as it is: `viva db salvage NEW` saves what can be "
		    "read; there is no backup", app->db_path);
	buf_finish(&newest);
	return -1;
}

static int
db_check(struct app *app, const struct args *args, struct err *err)
{
	struct store_report report = { 0 };
	struct store *st = NULL;
	struct buf findings;
	int rc = open_records(app, &st, err);

	(void)args;
	buf_init(&findings);
	report.findings = &findings;
	if (rc == 0)
		rc = store_check(st, &report, err);
	if (rc == 0)
		rc = print_check(app, &report, err);
	if (rc == 0 && report.finding_count > 0)
		rc = fail_damaged(app, err);
	buf_finish(&findings);
	store_close(st);
	return rc;
}

/* ---- copies ---- */

static int
db_backup(struct app *app, const struct args *args, struct err *err)
{
	struct store *st = NULL;
	int rc = open_records(app, &st, err);

	if (rc == 0)
		rc = store_backup(st, args->words[1], err);
	if (rc == 0 && !app->quiet)
		printf("%s\n", args->words[1]);
	store_close(st);
	return rc;
}

/* The one named, or the newest of those viva made. */
static int
choose_backup(struct app *app, const struct args *args, struct buf *from, struct err *err)
{
	int rc = 0;

	if (args->word_count > 1)
		buf_puts(from, args->words[1]);
	else
		rc = store_newest_backup(app->db_path, from, err);
	if (rc == STORE_NOT_FOUND)
		return err_set(err, EXIT_FINDINGS, "there is no backup of %s: name a FILE", app->db_path);
	return rc == 0 && buf_failed(from) ? err_memory(err) : rc;
}

static int
db_restore(struct app *app, const struct args *args, struct err *err)
{
	struct buf from, kept;
	int rc;

	buf_init(&from);
	buf_init(&kept);
	rc = choose_backup(app, args, &from, err);
	if (rc == 0 && (rc = typing_any_held(app->state_dir, err)) == TYPING_HELD)
		rc = err_set(err, EXIT_HELD, "a session is running: leave it (q), then restore");
	if (rc == 0)
		rc = store_restore(app->db_path, buf_text(&from), world_now(app->world).wall_us, &kept, err);
	if (rc == 0 && app->json)
		rc = app_print_json(
		    json_pack("{s:s, s:s}", "restored", buf_text(&from), "kept", buf_text(&kept)), err);
	else if (rc == 0 && !app->quiet)
		printf("Restored from %s\n%s%s%s", buf_text(&from),
		    kept.len > 0 ? "The file before is kept as " : "", buf_text(&kept),
		    kept.len > 0 ? "\n" : "");
	buf_finish(&from);
	buf_finish(&kept);
	return rc;
}

/* ---- salvage ---- */

static int
print_salvage(const struct app *app, const struct args *args, const struct store_salvage *s, struct err *err)
{
	if (app->json)
		return app_print_json(
		    json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:s}", "path", args->words[1], "whole",
		        (json_int_t)s->whole, "part", (json_int_t)s->part, "lost", (json_int_t)s->lost,
		        "events", (json_int_t)s->events, "texts_lost", (json_int_t)s->texts_lost,
		        "names_lost", (json_int_t)s->names_lost, "lines", buf_text(s->lines)),
		    err);
	print_lines(stdout, s->lines);
	printf(
	    "%s: %lld %s saved whole, %lld in part, %lld lost; %lld notes or answers and %lld names lost\n",
	    args->words[1], (long long)s->whole, plural((int)s->whole, "session", "sessions"),
	    (long long)s->part, (long long)s->lost, (long long)s->texts_lost, (long long)s->names_lost);
	if (!app->quiet)
		printf("%s is as it was; `viva db restore %s` puts the saved one in its place.\n",
		    app->db_path, args->words[1]);
	return 0;
}

static int
db_salvage(struct app *app, const struct args *args, struct err *err)
{
	struct store_salvage s = { 0 };
	struct buf lines;
	int rc;

	buf_init(&lines);
	s.lines = &lines;
	rc = store_salvage(app->db_path, args->words[1], world_now(app->world).wall_us, &s, err);
	if (rc == 0)
		rc = print_salvage(app, args, &s, err);
	if (rc == 0 && s.part + s.lost + s.texts_lost + s.names_lost > 0)
		rc = err_set(err, EXIT_FINDINGS, "not everything could be saved, see above");
	buf_finish(&lines);
	return rc;
}

/* ---- the command ---- */

static const struct verb {
	const char *name;
	const char *file;               /* the word it needs, or NULL */
	int (*run)(struct app *app, const struct args *args, struct err *err);
} verbs[] = {
	{ "path", NULL, db_path }, { "check", NULL, db_check }, { "backup", "FILE to write", db_backup },
	{ "restore", NULL, db_restore }, { "salvage", "NEW file to write", db_salvage },
};

static int
db_run(struct app *app, const struct args *args, struct err *err)
{
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		if (strcmp(verbs[i].name, args->words[0]) != 0)
			continue;
		if (verbs[i].file != NULL && (args->word_count < 2 || args->words[1][0] == '\0'))
			return cmd_usage(args, err, "%s needs the %s", verbs[i].name, verbs[i].file);
		return verbs[i].run(app, args, err) == 0 ? EXIT_DONE : (int)err->status;
	}
	return cmd_usage(
	    args, err, "\"%s\" is none of path, check, backup, restore, salvage", args->words[0]);
}

const struct cmd cmd_db = {
	.name = "db", .args = "path|check|backup FILE|restore [FILE]|salvage NEW",
	.brief = "where the records are, whether they are whole, copies",
	.example = "viva db check", .words_min = 1, .words_max = 2, .json = true, .run = db_run,
};
