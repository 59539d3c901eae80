#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/help.h"
#include "cli/nearest.h"
#include "viva/serve.h"

const struct cmd *
cmd_find(const char *name)
{
	for (const struct cmd *const *c = commands; *c != NULL; c++)
		if (strcmp((*c)->name, name) == 0)
			return *c;
	return NULL;
}

static void
no_command(const struct args *args, const char *word, struct err *err)
{
	const char *names[COMMANDS_MAX], *meant;
	size_t count = 0;

	for (const struct cmd *const *c = commands; *c != NULL && count < COMMANDS_MAX; c++)
		names[count++] = (*c)->name;
	meant = nearest_slip(word, names, count);
	if (meant != NULL)
		cmd_usage(args, err, "no command \"%s\"; is it %s?", word, meant);
	else
		cmd_usage(args, err, "no command \"%s\"", word);
}

/* Runs `cmd` with everything parsed. */
static int
run_command(const struct cmd *cmd, const struct args *args, const struct global_options *o, struct err *err)
{
	struct app app;
	int status;

	if (args->word_count < cmd->words_min)
		return cmd_usage(args, err, "needs %s", cmd->args);
	if (args->word_count > cmd->words_max)
		return cmd_usage(args, err, "\"%s\" is one word too many", args->words[cmd->words_max]);
	if (o->json && !cmd->json)
		return cmd_usage(args, err, "has no --json");
	if (app_init(&app, o, err) != 0)
		status = (int)err->status;
	else
		status = cmd->run(&app, args, err);
	app_finish(&app);
	return status;
}

int
main(int argc, char **argv)
{
	struct err err = { EXIT_DONE, "" };
	struct global_options o = { 0 };
	const struct cmd *cmd = &cmd_home;
	struct args args;
	bool help = false, version = false;
	int next, status;

	/*
	 * Started by viva itself, before anything is opened; confined as it is, it must not run exit
	 * handlers.
	 */
	if (argc == 2 && strcmp(argv[1], SERVE_HELPER_WORD) == 0)
		_exit(serve_helper(STDIN_FILENO));
	setlocale(LC_CTYPE, "C.UTF-8");         /* files and screens are UTF-8, whatever the user's locale
						 * says */
	signal(SIGPIPE, SIG_IGN);               /* a closed pipe is an error of the write, not our end */
	signal(SIGXFSZ, SIG_IGN);               /* so is a file that may not grow further */
	if (args_parse(&args, NULL, argc, argv, &o, &help, &version, &next, &err) != 0)
		return app_fail(&err);
	if (next < argc) {
		cmd = cmd_find(argv[next]);
		if (cmd == NULL) {
			no_command(&args, argv[next], &err);
			return app_fail(&err);
		}
		if (args_parse(&args, cmd, argc - next, argv + next, &o, &help, &version, NULL, &err) != 0)
			return app_fail(&err);
	} else {
		args.cmd = cmd;
		args.word_count = 0;
	}
	if (version) {
		puts("viva " VIVA_VERSION);
		return app_flush(EXIT_DONE);
	}
	if (help) {
		if (cmd == &cmd_home)
			help_overview(stdout);
		else
			help_command(cmd, stdout);
		return app_flush(EXIT_DONE);
	}
	status = run_command(cmd, &args, &o, &err);
	if (err.text[0] != '\0')
		app_fail(&err);
	return app_flush(status);
}
