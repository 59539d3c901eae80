#include "cli/cmd.h"
#include "viva/buf.h"

static int
export_run(struct app *app, const struct args *args, struct err *err)
{
	struct store *st = NULL;
	struct buf out;
	int rc = app_open_store(app, &st, STORE_READ, err);

	(void)args;
	buf_init(&out);
	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no records at %s yet: `viva solo` begins them", app->db_path);
	if (rc == 0)
		rc = store_export_json(st, &out, err);
	if (rc == 0 && fwrite(out.data, 1, out.len, stdout) != out.len)
		rc = err_errno(err, "writing to standard output");
	buf_finish(&out);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_export = {
	.name = "export", .args = "", .brief = "all records as JSON",
	.example = "viva export --json > records.json", .json = true, .run = export_run,
};
