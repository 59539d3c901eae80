#include <stdlib.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/watching.h"

static bool
wants_lines(const struct app *app)
{
	const char *plain = getenv("VIVA_PLAIN");

	return app->plain || (plain != NULL && plain[0] != '\0') || !isatty(STDIN_FILENO) ||
	    !isatty(STDOUT_FILENO);
}

static int
watch_run(struct app *app, const struct args *args, struct err *err)
{
	struct watching w;
	int status = WATCH_NO_SCREEN;

	if (watching_find(&w, app, args, err) != 0) {
		watching_finish(&w);
		return (int)err->status;
	}
	if (!wants_lines(app))
		status = watch_screen(&w, err);
	if (status == WATCH_NO_SCREEN)
		status = watch_plain(&w, err);
	watching_finish(&w);
	return status;
}

const struct cmd cmd_watch = {
	.name = "watch", .args = "[SESSION]", .brief = "the candidate's screen of a led session, in a second terminal",
	.example = "viva watch", .words_max = 1, .run = watch_run,
};
