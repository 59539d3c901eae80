#ifndef VIVA_CLI_CMD_H
#define VIVA_CLI_CMD_H
#include "cli/app.h"
/*
 * The one table of commands.  A command is a file cmd_NAME.c with one record; dispatch, usage and
 * help read the records.
 */
struct option_spec {
	const char *name;       /* without the dashes */
	const char *arg;        /* what the value is called in help, or NULL: a switch; "[ADDR:PORT]" may be left out */
	const char *help;
};

#define OPTIONS_MAX 32          /* of one command with the global ones */
#define COMMANDS_MAX 64         /* entries of the table */
#define OPTIONS_GIVEN_MAX 64    /* on one command line */

struct args {
	const struct cmd *cmd;
	struct { const char *name, *value; } given[OPTIONS_GIVEN_MAX];  /* in order; value NULL for switches */
	size_t given_count;
	char **words;           /* what is no option; borrowed from argv */
	size_t word_count;
};

struct cmd {
	const char *name;
	const char *args;               /* "[SESSION]" */
	const char *brief;              /* one line, no period */
	const char *example;            /* shown by --help */
	const struct option_spec *options;      /* ends with name NULL; may be NULL */
	size_t words_min, words_max;
	bool json;                      /* has --json */
	/* Returns the exit status; where err->text is set, main prints the line. */
	int (*run)(struct app *app, const struct args *args, struct err *err);
};

extern const struct cmd *const commands[];      /* ends with NULL, in the order help lists them */
extern const struct cmd cmd_home;               /* `viva` alone */

const struct cmd *cmd_find(const char *name);
/* The last value given for an option, or NULL. */
const char *args_value(const struct args *a, const char *name);
bool args_has(const struct args *a, const char *name);
/* The usage error every command gives: EXIT_USAGE with `NAME: ...` and where help is. */
int cmd_usage(const struct args *a, struct err *err, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/*
 * Parses the words after `cmd` (NULL: the global options before a command, stopping at the
 * command's name, whose index goes to `*next`).  Returns 0, or -1 with a usage error.
 */
int args_parse(struct args *a, const struct cmd *cmd, int argc, char **argv, struct global_options *o,
    bool *help, bool *version, int *next, struct err *err);

#endif
