#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/report_file.h"

static const struct option_spec report_options_specs[] = {
	{ "session", "N", "the session, by number (default: the last)" },
	{ "edition", "WHO", "candidate (default) or coach: with private notes" },
	{ "date", "YYYY-MM-DD", "print this date on the page; none otherwise" },
	{ "paper", "SIZE", "a4 (default) or letter" },
	{ "output", "FILE", "where to write (also -o); default viva-session-N.pdf" },
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
read_options(struct report_options *o, const struct args *args, struct err *err)
{
	const char *edition = args_value(args, "edition"), *paper = args_value(args, "paper");

	o->version = VIVA_VERSION;
	o->date = args_value(args, "date");
	if (edition != NULL && strcmp(edition, "coach") == 0)
		o->edition = EDITION_COACH;
	else if (edition != NULL && strcmp(edition, "candidate") != 0)
		return cmd_usage(args, err, "--edition is candidate or coach"), -1;
	if (paper != NULL && strcmp(paper, "letter") == 0)
		o->paper = PAPER_LETTER;
	else if (paper != NULL && strcmp(paper, "a4") != 0)
		return cmd_usage(args, err, "--paper is a4 or letter"), -1;
	if (args_value(args, "output") != NULL && args_value(args, "output")[0] == '\0')
		return cmd_usage(args, err, "--output (-o) needs the name of a file"), -1;
	if (o->date != NULL && !is_date(o->date))
		return cmd_usage(args, err, "--date takes YYYY-MM-DD"), -1;
	return 0;
}

static int
report_run(struct app *app, const struct args *args, struct err *err)
{
	struct report_options o = { 0 };
	struct store *st = NULL;
	struct record *r = NULL;
	char *written = NULL;
	int64_t id;
	int rc = read_options(&o, args, err);

	if (rc == 0)
		rc = app_open_store(app, &st, STORE_READ, err);
	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no session yet: `viva solo` starts one");
	if (rc == 0)
		rc = app_find_session(app, st, args_value(args, "session"), &id, err);
	if (rc == 0)
		rc = store_load(st, id, &r, err);
	if (rc == 0)
		rc = report_file_session(app, r, &o, args_value(args, "output"), &written, err);
	if (rc == 0)
		puts(written);
	free(written);
	record_free(r);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_report = {
	.name = "report", .args = "", .brief = "the PDF report of a session",
	.example = "viva report --session 12 --edition coach -o coach.pdf", .options = report_options_specs,
	.run = report_run,
};
