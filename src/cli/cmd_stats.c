#include <jansson.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/standing.h"
#include "cli/stats_out.h"
#include "cli/tell.h"
#include "viva/display_list.h"
#include "viva/report.h"

static const struct option_spec stats_options[] = {
	{ "csv", NULL, "one figure a row, for other programs" },
	{ "format", "FORMAT", "md: a page in Markdown; svg: a picture, the first page of the progress report" },
	{ NULL, NULL, NULL }
};

static int
draw_page(struct buf *out, const struct progress *p, struct err *err)
{
	const struct report_options o = {
		.edition = EDITION_CANDIDATE, .paper = PAPER_A4, .version = VIVA_VERSION
	};
	struct display_list *dl = NULL;
	int rc = report_progress(&dl, p, &o, err);

	if (rc == 0)
		rc = report_render_svg(out, dl, 1, err);
	display_list_free(dl);
	return rc;
}

static int
print(const struct app *app, const struct args *args, const struct progress *p, struct err *err)
{
	const char *format = args_value(args, "format");
	struct buf out;
	int rc = 0;

	if (app->json)
		return app_print_json(stats_json(p), err);
	buf_init(&out);
	if (args_has(args, "csv"))
		stats_csv(&out, p);
	else if (format != NULL && strcmp(format, "svg") == 0)
		rc = draw_page(&out, p, err);
	else if (format != NULL)
		stats_markdown(&out, p);
	else
		stats_say(&out, p, tell_columns(stdout));
	if (rc == 0 && buf_failed(&out))
		rc = err_memory(err);
	if (rc == 0)
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

	if (format != NULL && strcmp(format, "md") != 0 && strcmp(format, "svg") != 0)
		return cmd_usage(args, err, "--format is md or svg");
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
