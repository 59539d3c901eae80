/* Help as a manual page in man(7) macros. */
#include <ctype.h>
#include <string.h>

#include "cli/help.h"
#include "viva/json_lines.h"
#include "viva/keys.h"

/* Text as roff takes it: nothing at the start of a line is a request, a hyphen is one when copied. */
static void
put(FILE *out, const char *text)
{
	bool code = false;

	if (text[0] == '.' || text[0] == '\'')
		fputs("\\&", out);
	for (const char *s = text; *s != '\0'; s++) {
		switch (*s) {
		case '\\': fputs("\\e", out); break;
		case '-': fputs("\\-", out); break;
		case '\'': fputs("\\(aq", out); break;
		case '^': fputs("\\(ha", out); break;
		case '~': fputs("\\(ti", out); break;
		case '`':
			code = !code;
			fputs(code ? "\\fB" : "\\fR", out);
			break;
		default: fputc(*s, out);
		}
	}
}

static void
put_line(FILE *out, const char *text)
{
	put(out, text);
	fputc('\n', out);
}

/* `left` in bold beside `text`. */
static void
put_pair(FILE *out, const char *left, const char *text)
{
	fputs(".TP\n\\fB", out);
	put(out, left);
	fputs("\\fR\n", out);
	put_line(out, text);
}

static void
put_options(FILE *out, const struct option_spec *specs)
{
	for (const struct option_spec *s = specs; s != NULL && s->name != NULL; s++) {
		if (s->help == NULL)
			continue;
		fputs(".TP\n\\fB\\-\\-", out);
		put(out, s->name);
		fputs("\\fR", out);
		if (s->arg != NULL) {
			fputs(" \\fI", out);
			put(out, s->arg);
			fputs("\\fR", out);
		}
		fputc('\n', out);
		put_line(out, s->help);
	}
}

static void
put_example(FILE *out, const char *text)
{
	fputs(".PP\n.RS 4\n.EX\n", out);
	put_line(out, text);
	fputs(".EE\n.RE\n", out);
}

static void
put_commands(FILE *out)
{
	for (const struct cmd *const *c = commands; *c != NULL; c++) {
		fputs(".SS \"viva ", out);
		put(out, (*c)->name);
		if ((*c)->args[0] != '\0') {
			fputc(' ', out);
			put(out, (*c)->args);
		}
		fputs("\"\n", out);
		put(out, (*c)->brief);
		fputs((*c)->json ? "; takes \\fB\\-\\-json\\fR.\n" : ".\n", out);
		put_options(out, (*c)->options);
		put_example(out, (*c)->example);
	}
}

static void
put_key(FILE *out, const char *typed, const char *help, unsigned where)
{
	char right[160];

	snprintf(right, sizeof(right), "%s%s", help, where == KEY_IN_LED ? " (interviewer)" : "");
	put_pair(out, typed, right);
}

static void
put_keys(FILE *out)
{
	for (size_t i = 0; i < session_sign_count; i++)
		put_key(out, session_signs[i].typed, session_signs[i].help, session_signs[i].where);
	for (size_t i = 0; i < session_key_count; i++) {
		char letter[] = { session_keys[i].letter, '\0' };

		put_key(out, letter, session_keys[i].help, session_keys[i].where);
	}
}

static void
put_json_commands(FILE *out)
{
	char left[80];

	for (const struct json_command_help *c = json_commands; c->name != NULL; c++) {
		snprintf(left, sizeof(left), "%s%s%s", c->name, c->fields[0] != '\0' ? ": " : "", c->fields);
		put_pair(out, left, c->help);
	}
	for (size_t i = 0; i < session_key_count; i++)
		if (json_is_command(&session_keys[i]))
			put_pair(out, session_keys[i].name, session_keys[i].help);
}

static void
put_exits(FILE *out)
{
	for (const struct exit_meaning *e = exit_meanings; e->text != NULL; e++) {
		char left[16];

		snprintf(left, sizeof(left), "%d", e->status);
		put_pair(out, left, e->text);
	}
}

static void
put_topic(FILE *out, const struct help_page *t)
{
	fputs(".SH \"", out);
	for (const char *s = t->name; *s != '\0'; s++)
		fputc(*s == '-' ? ' ' : toupper((unsigned char)*s), out);
	fputs("\"\n", out);
	for (const struct part *p = t->parts; p->kind != PART_END; p++) {
		switch (p->kind) {
		case PART_TEXT:
			fputs(".PP\n", out);
			put_line(out, p->text);
			break;
		case PART_EXAMPLE:
			put_example(out, p->text);
			break;
		case PART_TERM:
			put_pair(out, p->term, p->text);
			break;
		case PART_KEYS:
			put_keys(out);
			break;
		case PART_EXITS:
			put_exits(out);
			break;
		case PART_JSON:
			put_json_commands(out);
			break;
		case PART_END:
			break;
		}
	}
}

void
help_man(FILE *out)
{
	fputs(".\\\" Made by `viva help --man`.\n"
	      ".TH VIVA 1 \"\" \"viva " VIVA_VERSION "\" \"User Commands\"\n"
	      ".SH NAME\nviva \\- mock interviews against the clock\n"
	      ".SH SYNOPSIS\n\\fBviva\\fR [\\fIoptions\\fR] [\\fIcommand\\fR]\n"
	      ".SH DESCRIPTION\n", out);
	put_line(out, "viva asks questions that you did not choose, times your answer, has you predict your grade before it "
	    "shows the key points, lets you mark what you said, and writes a page that says where you stand. Without a "
	    "command it shows where you stand and what to do next.");
	fputs(".SH COMMANDS\n", out);
	put_commands(out);
	fputs(".SH \"GLOBAL OPTIONS\"\nThey stand before or after the command.\n", out);
	put_options(out, global_options);
	for (const struct help_page *const *t = help_pages; *t != NULL; t++)
		put_topic(out, *t);
}
