#include <string.h>

#include "cli/help.h"
#include "cli/nearest.h"

#define WORDS_MAX 1000          /* of a command line to complete */

static const struct option_spec help_options[] = {
	{ "man", NULL, "all of it as a manual page, for `man -l`" },
	{ "complete", NULL, "for the shells: what could stand in the place of the last WORD" },
	{ NULL, NULL, NULL }
};

static int
no_page(const struct args *args, struct err *err)
{
	const char *names[2 * COMMANDS_MAX], *meant;
	size_t count = 0;

	for (const struct help_page *const *t = help_pages; *t != NULL && count < COMMANDS_MAX; t++)
		names[count++] = (*t)->name;
	for (const struct cmd *const *c = commands; *c != NULL && count < 2 * COMMANDS_MAX; c++)
		names[count++] = (*c)->name;
	meant = nearest_slip(args->words[0], names, count);
	if (meant != NULL)
		return cmd_usage(args, err, "no page \"%s\"; is it %s?", args->words[0], meant);
	return cmd_usage(args, err, "no page \"%s\": a command or a topic", args->words[0]);
}

static int
help_run(struct app *app, const struct args *args, struct err *err)
{
	const struct help_page *topic;
	const struct cmd *cmd;

	if (args_has(args, "complete")) {
		help_complete(app, args->words, args->word_count, stdout);
		return EXIT_DONE;
	}
	if (args->word_count > 1)
		return cmd_usage(args, err, "\"%s\" is one word too many", args->words[1]);
	if (args_has(args, "man")) {
		help_man(stdout);
		return EXIT_DONE;
	}
	if (args->word_count == 0) {
		help_overview(stdout);
		return EXIT_DONE;
	}
	/* A command tells how to call it; what a word means beyond that stands in a topic. */
	cmd = cmd_find(args->words[0]);
	topic = help_page_find(args->words[0]);
	if (cmd == NULL && topic == NULL)
		return no_page(args, err);
	if (cmd != NULL)
		help_command(cmd, stdout);
	if (cmd != NULL && topic != NULL)
		putchar('\n');
	if (topic != NULL)
		help_topic(topic, stdout);
	return EXIT_DONE;
}

const struct cmd cmd_help = {
	.name = "help", .args = "[COMMAND|TOPIC]", .brief = "help on a command or a topic", .example = "viva help keys",
	.options = help_options, .words_max = WORDS_MAX, .run = help_run,
};
