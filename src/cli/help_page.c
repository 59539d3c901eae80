/* Help as pages on the screen. */
#include <string.h>

#include "cli/help.h"
#include "cli/tell.h"
#include "viva/json_lines.h"
#include "viva/keys.h"

#define OPTION_COLUMNS 21       /* of an option in a list */
#define COMMAND_COLUMNS 11      /* of a command, and of a topic */
#define KEY_COLUMNS 12
#define EXIT_COLUMNS 4
#define TERM_COLUMNS 23

static void
print_option(const struct option_spec *spec, FILE *out)
{
	char left[64];

	if (spec->help == NULL)
		return;
	snprintf(left, sizeof(left), "--%s%s%s", spec->name, spec->arg != NULL ? " " : "",
	    spec->arg != NULL ? spec->arg : "");
	tell_pair(out, left, OPTION_COLUMNS, spec->help);
}

void
help_command(const struct cmd *cmd, FILE *out)
{
	tell(
	    out, 0, 4, "viva %s%s%s - %s", cmd->name, cmd->args[0] != '\0' ? " " : "", cmd->args, cmd->brief);
	if (cmd->options != NULL) {
		fputs("\nOptions:\n", out);
		for (const struct option_spec *s = cmd->options; s->name != NULL; s++)
			print_option(s, out);
	}
	fputs("\nGlobal options:\n", out);
	for (const struct option_spec *s = global_options; s->name != NULL; s++)
		if (cmd->json || strcmp(s->name, "json") != 0)
			print_option(s, out);
	fputs("\nExample:\n", out);
	tell(out, 2, 4, "%s", cmd->example);
}

static void
print_commands(FILE *out)
{
	for (const struct cmd *const *c = commands; *c != NULL; c++)
		tell_pair(out, (*c)->name, COMMAND_COLUMNS, (*c)->brief);
}

void
help_overview(FILE *out)
{
	fputs("viva - mock interviews against the clock\n\nUsage: viva [options] [command]\n\nCommands:\n",
	    out);
	print_commands(out);
	fputc('\n', out);
	tell(out, 0, 0, "Global options, before or after the command:");
	for (const struct option_spec *s = global_options; s->name != NULL; s++)
		print_option(s, out);
	fputs("\nTopics, with viva help TOPIC:\n", out);
	for (const struct help_page *const *t = help_pages; *t != NULL; t++)
		tell_pair(out, (*t)->name, COMMAND_COLUMNS, (*t)->brief);
	fputc('\n', out);
	tell(out, 0, 0, "Start with `viva solo`; `viva COMMAND --help` tells about one command.");
}

static void
print_key(FILE *out, const char *typed, const char *help, unsigned where)
{
	char right[160];

	snprintf(right, sizeof(right), "%s%s", help, where == KEY_IN_LED ? " (interviewer)" : "");
	tell_pair(out, typed, KEY_COLUMNS, right);
}

static void
print_keys(FILE *out)
{
	for (size_t i = 0; i < session_sign_count; i++)
		print_key(out, session_signs[i].typed, session_signs[i].help, session_signs[i].where);
	for (size_t i = 0; i < session_key_count; i++) {
		char letter[] = { session_keys[i].letter, '\0' };

		print_key(out, letter, session_keys[i].help, session_keys[i].where);
	}
}

static void
print_json_commands(FILE *out)
{
	char left[80];

	for (const struct json_command_help *c = json_commands; c->name != NULL; c++) {
		snprintf(left, sizeof(left), "%s%s%s", c->name, c->fields[0] != '\0' ? ": " : "", c->fields);
		tell_pair(out, left, TERM_COLUMNS, c->help);
	}
	for (size_t i = 0; i < session_key_count; i++)
		if (json_is_command(&session_keys[i]))
			tell_pair(out, session_keys[i].name, TERM_COLUMNS, session_keys[i].help);
}

static void
print_exits(FILE *out)
{
	for (const struct exit_meaning *e = exit_meanings; e->text != NULL; e++) {
		char left[16];

		snprintf(left, sizeof(left), "%3d", e->status);
		tell_pair(out, left, EXIT_COLUMNS, e->text);
	}
}

/* Lists keep together; a paragraph stands apart from what is before it. */
static bool
stands_apart(const struct part *before, const struct part *p)
{
	return before->kind != p->kind || p->kind == PART_TEXT;
}

void
help_topic(const struct help_page *t, FILE *out)
{
	tell(out, 0, 0, "%s: %s", t->name, t->brief);
	for (const struct part *p = t->parts; p->kind != PART_END; p++) {
		if (p == t->parts || stands_apart(p - 1, p))
			fputc('\n', out);
		switch (p->kind) {
		case PART_TEXT:
			tell(out, 0, 0, "%s", p->text);
			break;
		case PART_EXAMPLE:
			tell(out, 4, 8, "%s", p->text);
			break;
		case PART_TERM:
			tell_pair(out, p->term, TERM_COLUMNS, p->text);
			break;
		case PART_KEYS:
			print_keys(out);
			break;
		case PART_EXITS:
			print_exits(out);
			break;
		case PART_JSON:
			print_json_commands(out);
			break;
		case PART_END:
			break;
		}
	}
}
