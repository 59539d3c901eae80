#include "cli/cmd.h"
#include "cli/sit.h"
#include "cli/speaker.h"
#include "cli/start.h"

static const struct option_spec solo_options[] = {
	START_OPTIONS,
	{ "speak", NULL, "read the questions aloud (needs speech-dispatcher)" },
	{ NULL, NULL, NULL }
};

static int
sit(struct start *s, struct sitting *si, struct err *err)
{
	if (start_ask(s, si, err) != 0)
		return (int)err->status;
	if (si->leaving != -1)
		return start_left(si);
	if (start_begin(s, si, err) != 0)
		return (int)err->status;
	return sit_through(si, err);
}

static int
solo_run(struct app *app, const struct args *args, struct err *err)
{
	struct start s = { .app = app, .head = { .mode = MODE_SOLO } };
	struct sitting si = { .front = NULL };
	int status;

	if (start_prepare(&s, args, err) != 0 ||
	    sitting_init(&si, app, s.store, front_choose(app, err), err) != 0)
		status = (int)err->status;
	else if (args_has(args, "speak") && (si.speaker = speaker_new()) == NULL)
		status = (err_memory(err), (int)err->status);
	else
		status = sit(&s, &si, err);
	sitting_finish(&si);
	start_finish(&s, status == EXIT_DONE);
	return status;
}

const struct cmd cmd_solo = {
	.name = "solo", .args = "", .brief = "a timed mock interview, alone",
	.example = "viva solo --minutes 30 --live", .options = solo_options, .json = true, .run = solo_run,
};
