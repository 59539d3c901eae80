#include "cli/cmd.h"
#include "viva/buf.h"

static int
export_json(struct store *st, struct err *err)
{
	struct buf out;
	int rc;

	buf_init(&out);
	rc = store_export_json(st, &out, err);
	if (rc == 0 && fwrite(out.data, 1, out.len, stdout) != out.len)
		rc = err_errno(err, "writing to standard output");
	buf_finish(&out);
	return rc;
}

static int
export_run(struct app *app, const struct args *args, struct err *err)
{
	const char *csv = args_value(args, "csv");
	struct store *st = NULL;
	int rc;

	if (csv != NULL && app->json)
		return cmd_usage(args, err, "takes --json or --csv, not both");
	rc = app_open_store(app, &st, STORE_READ, err);
	if (rc == STORE_NOT_FOUND)
		rc = err_set(
		    err, EXIT_FINDINGS, "no records at %s yet: `viva solo` begins them", app->db_path);
	if (rc == 0)
		rc = csv != NULL ? store_export_csv(st, csv, err) : export_json(st, err);
	if (rc == 0 && csv != NULL && !app->quiet)
		puts(csv);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

static const struct option_spec export_options[] = {
	{ "csv", "DIR", "tables for a spreadsheet, written to a directory" },
	{ NULL, NULL, NULL }
};

const struct cmd cmd_export = {
	.name = "export", .args = "[--json | --csv DIR]", .brief = "all records as JSON, or as tables",
	.example = "viva export --json > records.json", .options = export_options, .json = true, .run = export_run,
};
