#include <string.h>

#include "cli/cmd.h"
#include "cli/tell.h"
#include "viva/keys.h"

static const struct { int status; const char *meaning; } exit_meanings[] = {
	{ EXIT_DONE, "done" },
	{ EXIT_FINDINGS, "findings, or something you can mend: an unknown name, a bank with errors" },
	{ EXIT_USAGE, "the command line was not understood" },
	{ EXIT_STOPPED, "the session was left early; it is saved and can be resumed" },
	{ EXIT_HELD, "busy, or held by another viva" },
	{ EXIT_DAMAGED, "the records are damaged, or not viva's" },
	{ EXIT_NEWER, "the records are of a newer viva" },
	{ EXIT_IO, "reading or writing failed: disk full, no permission" },
	{ EXIT_NETWORK, "network" },
	{ EXIT_HANGUP, "the terminal was closed; all is saved" },
	{ EXIT_INTERRUPT, "interrupted; all is saved" },
	{ EXIT_TERMINATED, "terminated; all is saved" },
};

#define KEY_COLUMNS 10

static void
print_keys(void)
{
	tell(stdout, 0, 0, "In a session every line is a key, then Enter:");
	tell_pair(stdout, "Enter", KEY_COLUMNS, "go on: I have read it, I begin to answer, I am done");
	tell_pair(stdout, "0-4", KEY_COLUMNS, "the grade you expect, or give");
	tell_pair(stdout, "1 3~ 2- m1", KEY_COLUMNS, "key points said, partly, not; a mistake made");
	for (size_t i = 0; i < session_key_count; i++) {
		char left[] = { session_keys[i].letter, '\0' }, right[160];

		snprintf(right, sizeof(right), "%s%s", session_keys[i].help,
		    session_keys[i].where == KEY_IN_LED ? " (interviewer)" : "");
		tell_pair(stdout, left, KEY_COLUMNS, right);
	}
	tell(stdout, 0, 0, "There is no \"are you sure\": every step is saved as you take it.");
}

static void
print_exits(void)
{
	for (size_t i = 0; i < sizeof(exit_meanings) / sizeof(exit_meanings[0]); i++) {
		char left[16];

		snprintf(left, sizeof(left), "%3d", exit_meanings[i].status);
		tell_pair(stdout, left, 4, exit_meanings[i].meaning);
	}
}

static int
help_run(struct app *app, const struct args *args, struct err *err)
{
	const struct cmd *cmd;

	(void)app;
	if (args->word_count == 0) {
		cmd_print_overview(stdout);
		return EXIT_DONE;
	}
	if (strcmp(args->words[0], "keys") == 0) {
		print_keys();
		return EXIT_DONE;
	}
	if (strcmp(args->words[0], "exit") == 0) {
		print_exits();
		return EXIT_DONE;
	}
	cmd = cmd_find(args->words[0]);
	if (cmd == NULL)
		return cmd_usage(args, err, "no topic \"%s\": a command, keys or exit", args->words[0]);
	cmd_print_help(cmd, stdout);
	return EXIT_DONE;
}

const struct cmd cmd_help = {
	.name = "help", .args = "[COMMAND|keys|exit]", .brief = "help", .example = "viva help keys",
	.words_max = 1, .run = help_run,
};
