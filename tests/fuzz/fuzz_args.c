/* Any bytes as a command line, cut at each newline: parsed, or refused in one line; never both. */
#include "fuzz.h"

#include "cli/cmd.h"
#include "viva/text.h"

#define WORDS_MAX 100

/* As in main.c, which is not linked here. */
const struct cmd *
cmd_find(const char *name)
{
	for (const struct cmd *const *c = commands; *c != NULL; c++)
		if (strcmp((*c)->name, name) == 0)
			return *c;
	return NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct args args;
	struct global_options o = { 0 };
	struct err err = { EXIT_DONE, "" };
	static char name[] = "viva";
	char *text = malloc(size + 1), *argv[WORDS_MAX + 2] = { name };
	const struct cmd *cmd = NULL;
	bool help = false, version = false;
	int argc = 1, next = 0, rc;

	memcpy(text, data, size);
	text[size] = '\0';
	for (char *word = strtok(text, "\n"); word != NULL && argc < WORDS_MAX; word = strtok(NULL, "\n"))
		argv[argc++] = word;
	rc = args_parse(&args, NULL, argc, argv, &o, &help, &version, &next, &err);
	if (rc == 0 && next < argc && (cmd = cmd_find(argv[next])) != NULL)
		rc = args_parse(&args, cmd, argc - next, argv + next, &o, &help, &version, NULL, &err);
	demand(rc == 0 || (err.status == EXIT_USAGE && err.text[0] != '\0'), "a refusal is a usage error");
	demand(text_valid(err.text, strlen(err.text)) && strpbrk(err.text, "\n\033") == NULL, "on one printable line");
	if (rc == 0 && cmd != NULL)
		for (size_t i = 0; i < args.given_count; i++)
			demand(args_has(&args, args.given[i].name), "an option that was given is there");
	free(text);
	return 0;
}
