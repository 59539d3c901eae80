#include "cli/cmd.h"
#include "cli/sit.h"
#include "cli/tell.h"

static int
finish_run(struct app *app, const struct args *args, struct err *err)
{
	struct store *st = NULL;
	int64_t id, number;
	int rc = app_open_store(app, &st, STORE_WRITE, err);

	if (rc == 0)
		rc = app_find_unfinished(app, st, args->word_count > 0 ? args->words[0] : NULL, &id, err);
	if (rc == 0)
		rc = sit_end(app, st, id, &number, err);
	if (rc == 0 && !app->quiet)
		tell(stdout, 0, 0, "Session %lld is finished; `viva report --session %lld` writes its report.",
		    (long long)number, (long long)number);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_finish = {
	.name = "finish", .args = "[SESSION]", .brief = "end an unfinished session; the rest counts as not asked",
	.example = "viva finish 12", .words_max = 1, .run = finish_run,
};
