#ifndef VIVA_CLI_HELP_H
#define VIVA_CLI_HELP_H
#include <stdio.h>

#include "cli/cmd.h"
#include "cli/pages.h"
/* Help in its shapes: pages, the manual page, and what the shells complete. */

/* One command with its options; all commands; one topic.  As wide as `out` is. */
void help_command(const struct cmd *cmd, FILE *out);
void help_overview(FILE *out);
void help_topic(const struct help_page *t, FILE *out);
/* The manual page viva(1), in man(7) macros: the same commands, options, keys and topics. */
void help_man(FILE *out);
/*
 * What could stand in the place of the last of `words`, which follow `viva` on a command line: a line
 * each, with a tab and a description where there is one; ":file" stands for names of files.  What
 * cannot be read (a bank, records) gives no lines.
 */
void help_complete(struct app *app, char *const *words, size_t count, FILE *out);

/* The global options, ending with name NULL; one without help is for tests and is not listed. */
extern const struct option_spec global_options[];

#endif
