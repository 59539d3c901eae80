#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "viva/buf.h"

static int
db_path(struct app *app, struct err *err)
{
	if (app->json)
		return app_print_json(json_pack("{s:s}", "path", app->db_path), err);
	puts(app->db_path);
	return 0;
}

static int
print_check(const struct app *app, const struct store_report *report, struct err *err)
{
	const char *findings = buf_text(report->findings);

	if (app->json)
		return app_print_json(json_pack("{s:s, s:I, s:I, s:i, s:s}", "path", app->db_path, "sessions",
		    (json_int_t)report->sessions, "events", (json_int_t)report->events, "finding_count",
		    report->finding_count, "findings", findings), err);
	fputs(findings, stdout);
	printf("%lld %s, %lld events: %s\n", (long long)report->sessions,
	    plural((int)report->sessions, "session", "sessions"), (long long)report->events,
	    report->finding_count == 0 ? "all is well" : "damaged, see above");
	return 0;
}

static int
db_check(struct app *app, struct store *st, struct err *err)
{
	struct store_report report = { 0 };
	struct buf findings;
	int rc;

	buf_init(&findings);
	report.findings = &findings;
	rc = store_check(st, &report, err);
	if (rc == 0)
		rc = print_check(app, &report, err);
	if (rc == 0 && report.finding_count > 0)
		rc = err_set(err, EXIT_DAMAGED, "%s is damaged: keep it, and restore a backup beside it", app->db_path);
	buf_finish(&findings);
	return rc;
}

static int
db_run(struct app *app, const struct args *args, struct err *err)
{
	const char *verb = args->words[0];
	bool backup = strcmp(verb, "backup") == 0;
	struct store *st = NULL;
	int rc;

	if (strcmp(verb, "path") == 0)
		return db_path(app, err) == 0 ? EXIT_DONE : (int)err->status;
	if (strcmp(verb, "check") != 0 && !backup)
		return cmd_usage(args, err, "\"%s\" is none of path, check, backup", verb);
	if (backup && (args->word_count < 2 || args->words[1][0] == '\0'))
		return cmd_usage(args, err, "backup needs the FILE to write");
	rc = app_open_store(app, &st, STORE_READ, err);
	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no records at %s yet: `viva solo` begins them", app->db_path);
	if (rc == 0 && backup)
		rc = store_backup(st, args->words[1], err);
	else if (rc == 0)
		rc = db_check(app, st, err);
	if (rc == 0 && backup && !app->quiet)
		printf("%s\n", args->words[1]);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_db = {
	.name = "db", .args = "path|check|backup FILE", .brief = "where the records are, whether they are whole, a copy",
	.example = "viva db check", .words_min = 1, .words_max = 2, .json = true, .run = db_run,
};
