#include <getopt.h>
#include <stdarg.h>
#include <string.h>

#include "cli/help.h"
#include "cli/nearest.h"

/* Global options, before or after the command. */
const struct option_spec global_options[] = {
	{ "db", "FILE", "the records (default: viva.db in the user's data directory; or VIVA_DB)" },
	{ "bank", "FILE|NAME", "the question bank (default: " DEFAULT_BANK "; or VIVA_BANK)" },
	{ "as", "NAME", "the candidate (default: who last sat a solo session here, else the login name)" },
	{ "plain", NULL, "plain lines, also on a terminal" },
	{ "json", NULL, "facts as JSON" },
	{ "quiet", NULL, "no more output than needed" },
	{ "version", NULL, "print the version" },
	{ "help", NULL, "print help" },
	{ "clock", "fd:N[@SECONDS]", NULL },      /* for tests: time as a script, see world.h */
	{ NULL, NULL, NULL }
};

static int
take_global(const char *name, const char *value, struct global_options *o, bool *help, bool *version)
{
	if (strcmp(name, "db") == 0)
		o->db = value;
	else if (strcmp(name, "bank") == 0)
		o->bank = value;
	else if (strcmp(name, "as") == 0)
		o->as = value;
	else if (strcmp(name, "clock") == 0)
		o->clock = value;
	else if (strcmp(name, "plain") == 0)
		o->plain = true;
	else if (strcmp(name, "json") == 0)
		o->json = true;
	else if (strcmp(name, "quiet") == 0)
		o->quiet = true;
	else if (strcmp(name, "help") == 0)
		*help = true;
	else
		*version = true;
	return 0;
}

static size_t
add_specs(const struct option_spec *specs, const struct option_spec **table, struct option *longs, size_t n)
{
	for (; specs != NULL && specs->name != NULL; specs++, n++) {
		table[n] = specs;
		longs[n] = (struct option){ specs->name, specs->arg == NULL ? no_argument
		    : specs->arg[0] == '[' ? optional_argument : required_argument, NULL, 0 };
	}
	return n;
}

/* -o is short for --output, in the commands that have it. */
#define OUTPUT_OPTION "output"

static bool
takes_output(const struct cmd *cmd)
{
	for (const struct option_spec *s = cmd != NULL ? cmd->options : NULL; s != NULL && s->name != NULL;
	     s++)
		if (strcmp(s->name, OUTPUT_OPTION) == 0)
			return true;
	return false;
}

/* The option meant by "--sede", or NULL. */
static const char *
meant_option(const char *word, const struct option *longs)
{
	const char *names[OPTIONS_MAX];
	size_t count = 0;

	for (; longs[count].name != NULL; count++)
		names[count] = longs[count].name;
	return strncmp(word, "--", 2) == 0 ? nearest_slip(word + 2, names, count) : NULL;
}

static int
parse_failed(const struct args *a, int letter, char **argv, const struct option *longs, struct err *err)
{
	const char *word = argv[optind - 1], *meant = meant_option(word, longs);

	if (letter == ':')
		return cmd_usage(a, err, "%s needs a value", word), -1;
	if (letter == 'o' || (letter == '?' && optopt == 'o'))
		return cmd_usage(a, err, "-o names the file that `viva report` writes; there is none here"), -1;
	if (meant != NULL)
		return cmd_usage(a, err, "no option %s; is it --%s?", word, meant), -1;
	return cmd_usage(a, err, "no option %s", word), -1;
}

/* The word behind an option that may do without: only one with a colon can be meant. */
static const char *
optional_value(const struct option_spec *spec, int argc, char **argv)
{
	if (spec->arg == NULL || spec->arg[0] != '[' || optind >= argc || argv[optind][0] == '-' ||
	    strchr(argv[optind], ':') == NULL)
		return NULL;
	return argv[optind++];
}

int
args_parse(struct args *a, const struct cmd *cmd, int argc, char **argv, struct global_options *o, bool *help,
    bool *version, int *next, struct err *err)
{
	const struct option_spec *table[OPTIONS_MAX];
	struct option longs[OPTIONS_MAX + 1] = { 0 };
	size_t global_count;
	int letter, index = 0;

	memset(a, 0, sizeof(*a));
	a->cmd = cmd;
	global_count = add_specs(global_options, table, longs, 0);
	if (cmd != NULL)
		add_specs(cmd->options, table, longs, global_count);
	optind = 0;             /* a fresh scan: glibc's way to ask for one */
	while ((letter = getopt_long(argc, argv, cmd == NULL ? "+:ho:" : ":ho:", longs, &index)) != -1) {
		if (letter == 'h') {
			*help = true;
		} else if (letter == 'o' && takes_output(cmd) && a->given_count < OPTIONS_GIVEN_MAX) {
			a->given[a->given_count].name = OUTPUT_OPTION;
			a->given[a->given_count++].value = optarg;
		} else if (letter != 0) {
			return parse_failed(a, letter, argv, longs, err);
		} else if ((size_t)index < global_count) {
			take_global(table[index]->name, optarg, o, help, version);
		} else if (a->given_count == OPTIONS_GIVEN_MAX) {
			return cmd_usage(a, err, "more than %d options", OPTIONS_GIVEN_MAX), -1;
		} else {
			a->given[a->given_count].name = table[index]->name;
			a->given[a->given_count++].value = optarg != NULL ?
			    optarg :
			    optional_value(table[index], argc, argv);
		}
	}
	a->words = argv + optind;
	a->word_count = (size_t)(argc - optind);
	if (next != NULL)
		*next = optind;
	return 0;
}

const char *
args_value(const struct args *a, const char *name)
{
	for (size_t i = a->given_count; i-- > 0;)
		if (strcmp(a->given[i].name, name) == 0)
			return a->given[i].value;
	return NULL;
}

bool
args_has(const struct args *a, const char *name)
{
	for (size_t i = 0; i < a->given_count; i++)
		if (strcmp(a->given[i].name, name) == 0)
			return true;
	return false;
}

int
cmd_usage(const struct args *a, struct err *err, const char *fmt, ...)
{
	char text[ERR_TEXT_BYTES];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (a->cmd == NULL || a->cmd->name[0] == '\0')
		err_set(err, EXIT_USAGE, "%s (see viva --help)", text);
	else
		err_set(err, EXIT_USAGE, "%s: %s (see viva %s --help)", a->cmd->name, text, a->cmd->name);
	return EXIT_USAGE;
}
