#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/report_file.h"

static const struct option_spec report_options_specs[] = {
	{ "session", "N", "of one session, by number, or last" },
	{ "progress", NULL, "of a candidate's progress (the default)" },
	{ "cohort", NULL, "of everyone in the records, for a coach" },
	{ "edition", "WHO", "candidate (default) or coach: with private notes" },
	{ "pseudonyms", NULL, "numbers for names, the same in every report" },
	{ "date", "YYYY-MM-DD", "print this date on the page; none otherwise" },
	{ "paper", "SIZE", "a4 (default) or letter" },
	{ "format", "F", "pdf (default), svg, md or json" },
	{ "output", "FILE", "where to write (also -o); default viva-progress.pdf" },
	{ NULL, NULL, NULL }
};

/* "2026-03-08": the form, and a month and a day that exist. */
static bool
is_date(const char *date)
{
	static const char form[] = "dddd-dd-dd";
	int month, day;

	if (strlen(date) != strlen(form))
		return false;
	for (size_t i = 0; form[i] != '\0'; i++)
		if (form[i] == 'd' ? date[i] < '0' || date[i] > '9' : date[i] != form[i])
			return false;
	month = (date[5] - '0') * 10 + date[6] - '0';
	day = (date[8] - '0') * 10 + date[9] - '0';
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static int
read_choice(
    const struct args *args, const char *option, const char *const *words, const char *usage, struct err *err)
{
	const char *given = args_value(args, option);

	if (given == NULL)
		return 0;
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(given, words[i]) == 0)
			return i;
	return cmd_usage(args, err, "%s", usage), -1;
}

static int
read_options(struct report_options *o, struct report_target *t, const struct args *args, struct err *err)
{
	static const char *const editions[] = { "candidate", "coach", NULL },
	                         *const papers[] = { "a4", "letter", NULL },
	                         *const formats[] = { "pdf", "svg", "md", "json", NULL };
	int edition = read_choice(args, "edition", editions, "--edition is candidate or coach", err);
	int paper = edition < 0 ? -1 : read_choice(args, "paper", papers, "--paper is a4 or letter", err);
	int format =
	    paper < 0 ? -1 : read_choice(args, "format", formats, "--format is pdf, svg, md or json", err);

	if (format < 0)
		return -1;
	*o = (struct report_options){ .version = VIVA_VERSION,
		.date = args_value(args, "date"),
		.edition = edition == 0 ? EDITION_CANDIDATE : EDITION_COACH,
		.paper = paper == 0 ? PAPER_A4 : PAPER_LETTER,
		.pseudonyms = args_has(args, "pseudonyms") };
	*t = (struct report_target){ (enum report_format)format, args_value(args, "output") };
	if (t->path != NULL && t->path[0] == '\0')
		return cmd_usage(args, err, "--output (-o) needs the name of a file"), -1;
	if (o->date != NULL && !is_date(o->date))
		return cmd_usage(args, err, "--date takes YYYY-MM-DD"), -1;
	if (args_has(args, "session") + args_has(args, "progress") + args_has(args, "cohort") > 1)
		return cmd_usage(args, err, "--session, --progress and --cohort are three reports: name one"),
		       -1;
	return 0;
}

static int
session_report(struct app *app, struct store *st, const struct args *args, const struct report_options *o,
    const struct report_target *t, char **written, struct err *err)
{
	struct record *r = NULL;
	int64_t id;
	int rc = 0;

	if (st == NULL)
		rc = err_set(err, EXIT_FINDINGS, "no session yet: `viva solo` starts one");
	if (rc == 0)
		rc = app_find_session(app, st, args_value(args, "session"), &id, err);
	if (rc == 0)
		rc = store_load(st, id, &r, err);
	if (rc == 0)
		rc = report_file_session(app, st, r, o, t, written, err);
	record_free(r);
	return rc;
}

static int
report_run(struct app *app, const struct args *args, struct err *err)
{
	struct report_options o;
	struct report_target t;
	struct store *st = NULL;
	char *written = NULL;
	int rc = read_options(&o, &t, args, err);

	if (rc == 0)
		rc = app_open_store(app, &st, STORE_READ, err);
	if (rc == STORE_NOT_FOUND)      /* a page that says how to begin */
		rc = 0;
	if (rc == 0 && args_has(args, "session"))
		rc = session_report(app, st, args, &o, &t, &written, err);
	else if (rc == 0 && args_has(args, "cohort"))
		rc = report_file_cohort(app, st, &o, &t, &written, err);
	else if (rc == 0)
		rc = report_file_progress(app, st, &o, &t, &written, err);
	if (rc == 0)
		puts(written);
	free(written);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_report = {
	.name = "report", .args = "", .brief = "PDF reports: progress, a session, a cohort",
	.example = "viva report --cohort --edition coach -o coach.pdf", .options = report_options_specs,
	.run = report_run,
};
