#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/standing.h"
#include "cli/stats_out.h"
#include "cli/tell.h"

static const struct option_spec stats_options[] = {
	{ "csv", NULL, "one figure a row, for other programs" },
	{ "format", "FORMAT", "md: a page in Markdown" },
	{ NULL, NULL, NULL }
};

static int
print(const struct app *app, const struct args *args, const struct progress *p, struct err *err)
{
	struct buf out;
	int rc;

	if (app->json)
		return app_print_json(stats_json(p), err);
	buf_init(&out);
	if (args_has(args, "csv"))
		stats_csv(&out, p);
	else if (args_has(args, "format"))
		stats_markdown(&out, p);
	else
		stats_say(&out, p, tell_columns(stdout));
	rc = buf_failed(&out) ? err_memory(err) : 0;
	fputs(buf_text(&out), stdout);
	buf_finish(&out);
	return rc;
}

static int
stats_run(struct app *app, const struct args *args, struct err *err)
{
	const char *format = args_value(args, "format");
	struct standing s;
	int rc;

	if (format != NULL && strcmp(format, "md") != 0)
		return cmd_usage(args, err, "--format is md");
	if ((format != NULL) + args_has(args, "csv") + app->json > 1)
		return cmd_usage(args, err, "--json, --csv and --format are three forms of the same: give one");
	rc = standing_load(&s, app, err);
	if (rc == 0)
		rc = print(app, args, s.progress, err);
	standing_finish(&s);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_stats = {
	.name = "stats", .args = "", .brief = "level by topic, trend, time and calibration",
	.example = "viva stats --as sample", .options = stats_options, .json = true, .run = stats_run,
};
