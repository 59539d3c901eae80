/* What the shells complete: the tables of commands and options, and the names in banks and records. */
#include <stdlib.h>
#include <string.h>

#include "cli/banks.h"
#include "cli/help.h"
#include "viva/buf.h"
#include "viva/diag.h"
#include "viva/text.h"

struct completer {
	struct app *app;
	FILE *out;
	const char *prefix;             /* what is typed of the word... */
	const char *lead;               /* ...behind this: "--bank=", or "" */
	size_t lead_len;
};

/* A word is offered if it begins as what is typed does. */
static void
offer(const struct completer *c, const char *word, const char *what)
{
	struct buf line;

	if (strncmp(word, c->prefix, strlen(c->prefix)) != 0)
		return;
	buf_init(&line);
	text_visible(&line, c->lead, c->lead_len, false);
	text_visible(&line, word, strlen(word), false);
	if (what != NULL && what[0] != '\0') {
		buf_putc(&line, '\t');
		text_visible(&line, what, strlen(what), false);
	}
	fprintf(c->out, "%s\n", buf_text(&line));
	buf_finish(&line);
}

static void
offer_words(const struct completer *c, const char *words)
{
	char room[128];
	char *rest = room;

	snprintf(room, sizeof(room), "%s", words);
	for (char *word = strtok_r(room, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
		offer(c, word, NULL);
}

static void
offer_files(const struct completer *c)
{
	fputs(":file\n", c->out);
}

/* ---- names in a bank ---- */

static struct bank *
open_bank(const struct completer *c)
{
	struct bank *b = NULL;
	struct err ignored;
	struct diags d;
	char *path = app_bank_path(c->app, c->app->bank_spec, &ignored);

	if (path == NULL)
		return NULL;
	diags_init(&d, path);
	if (bank_load(&b, &d) != 0)
		b = NULL;
	diags_finish(&d);
	free(path);
	return b;
}

static void
offer_blueprints(const struct completer *c, const struct bank *b)
{
	for (size_t i = 0; i < b->blueprint_count; i++)
		offer(c, b->blueprints[i].id, b->blueprints[i].title);
}

static void
offer_minutes(const struct completer *c, const struct bank *b)
{
	char minutes[16];

	for (size_t i = 0; i < b->blueprint_count; i++) {
		snprintf(minutes, sizeof(minutes), "%d", b->blueprints[i].minutes);
		offer(c, minutes, b->blueprints[i].title);
	}
}

static void
offer_topics(const struct completer *c, const struct bank *b)
{
	for (size_t i = 0; i < b->topic_count; i++)
		offer(c, b->topics[i].id, b->topics[i].title);
}

static void
offer_items(const struct completer *c, const struct bank *b)
{
	for (size_t i = 0; i < b->item_count; i++)
		offer(c, b->items[i].id, b->items[i].title);
}

static void
offer_from_bank(const struct completer *c, void (*offers)(const struct completer *c, const struct bank *b))
{
	struct bank *b = open_bank(c);

	if (b != NULL)
		offers(c, b);
	bank_free(b);
}

static void
offer_banks(const struct completer *c)
{
	struct bank_names names;

	if (bank_names_find(&names, c->app) == 0)
		for (size_t i = 0; i < names.count; i++)
			offer(c, names.v[i], NULL);
	bank_names_finish(&names);
	offer_files(c);
}

/* ---- names in the records ---- */

static int
open_history(const struct completer *c, struct session_list *list)
{
	struct store *st = NULL;
	struct err ignored;
	int rc = store_open(
	    &st, c->app->db_path, STORE_READ, world_now(c->app->world).wall_us, NULL, &ignored);

	if (rc == 0)
		rc = store_history(st, NULL, list, &ignored);
	store_close(st);
	return rc;
}

static void
offer_sessions(const struct completer *c, bool unfinished)
{
	struct session_list list = { 0 };

	if (open_history(c, &list) == 0) {
		for (size_t i = list.count; i-- > 0;) {
			const struct session_line *l = &list.v[i];
			char number[24], when[40], what[400];

			if (unfinished && l->state == SESSION_ENDED)
				continue;
			snprintf(number, sizeof(number), "%lld", (long long)l->number);
			snprintf(what, sizeof(what), "%s, %.200s, %.100s",
			    format_local(l->created_us, l->utc_offset_min, when), l->candidate, l->blueprint);
			offer(c, number, what);
		}
		offer(c, "last", "the latest");
	}
	session_list_free(&list);
}

static void
offer_people(const struct completer *c)
{
	struct people_list list = { 0 };
	struct store *st = NULL;
	struct err ignored;
	int rc = store_open(
	    &st, c->app->db_path, STORE_READ, world_now(c->app->world).wall_us, NULL, &ignored);

	if (rc == 0 && store_people(st, &list, &ignored) == 0)
		for (size_t i = 0; i < list.count; i++) {
			offer(c, list.v[i].name, NULL);
			for (size_t k = 0; k < list.v[i].also_count; k++)
				offer(c, list.v[i].also[k], list.v[i].name);
		}
	people_list_free(&list);
	store_close(st);
}

/* ---- what stands where ---- */

static void
offer_pages(const struct completer *c)
{
	for (const struct help_page *const *t = help_pages; *t != NULL; t++)
		offer(c, (*t)->name, (*t)->brief);
}

static void
offer_commands(const struct completer *c)
{
	for (const struct cmd *const *cmd = commands; *cmd != NULL; cmd++)
		offer(c, (*cmd)->name, (*cmd)->brief);
}

static void
offer_options(const struct completer *c, const struct option_spec *specs)
{
	char word[64];

	for (const struct option_spec *s = specs; s != NULL && s->name != NULL; s++) {
		if (s->help == NULL)
			continue;
		snprintf(word, sizeof(word), "--%s", s->name);
		offer(c, word, s->help);
	}
}

/* A placeholder of help, such as SESSION or [FILE...]. */
static void
offer_placeholder(const struct completer *c, const struct cmd *cmd, const char *text)
{
	if (strstr(text, "SESSION") != NULL)
		offer_sessions(c, strcmp(cmd->name, "resume") == 0 || strcmp(cmd->name, "finish") == 0);
	if (strstr(text, "COMMAND") != NULL)
		offer_commands(c);
	if (strstr(text, "TOPIC") != NULL)
		offer_pages(c);
	if (strstr(text, "NAME") != NULL)
		offer_people(c);
	if (strstr(text, "FILE") != NULL || strstr(text, "DIR") != NULL)
		offer_files(c);
	if (strcmp(cmd->name, "bank") == 0 && strstr(text, "show ID") != NULL)
		offer_from_bank(c, offer_items);
}

static void
offer_value(const struct completer *c, const struct option_spec *s)
{
	static const struct { const char *option, *words; } fixed[] = {
		{ "difficulty", "1 2 3" }, { "kind", "concept scenario troubleshooting behavioural" }, { "focus", "weak" },
		{ "edition", "candidate coach" }, { "paper", "a4 letter" }, { "extra-time", "1.25 1.5 2" },
	};

	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		if (strcmp(s->name, fixed[i].option) == 0)
			offer_words(c, fixed[i].words);
	if (strcmp(s->name, "bank") == 0)
		offer_banks(c);
	else if (strcmp(s->name, "blueprint") == 0)
		offer_from_bank(c, offer_blueprints);
	else if (strcmp(s->name, "minutes") == 0)
		offer_from_bank(c, offer_minutes);
	else if (strcmp(s->name, "topic") == 0)
		offer_from_bank(c, offer_topics);
	else if (strcmp(s->name, "session") == 0)
		offer_sessions(c, false);
	else if (strstr(s->arg, "NAME") != NULL)
		offer_people(c);
	else if (strstr(s->arg, "FILE") != NULL || strstr(s->arg, "DIR") != NULL)
		offer_files(c);
}

static const struct option_spec *
find_option(const struct option_spec *specs, const char *word, size_t len)
{
	for (const struct option_spec *s = specs; s != NULL && s->name != NULL; s++)
		if (strlen(s->name) == len && strncmp(s->name, word, len) == 0)
			return s;
	return NULL;
}

/* The option with a value that `word` names, up to its end or a "=", or NULL. */
static const struct option_spec *
valued_option(const struct cmd *cmd, const char *word)
{
	const struct option_spec *s = NULL;
	size_t len;

	if (strcmp(word, "-o") == 0)
		word = "--output";
	if (strncmp(word, "--", 2) != 0)
		return NULL;
	len = strcspn(word, "=") - 2;
	if (cmd != NULL)
		s = find_option(cmd->options, word + 2, len);
	if (s == NULL)
		s = find_option(global_options, word + 2, len);
	return s != NULL && s->arg != NULL ? s : NULL;
}

/*
 * "check [FILE...] | list | show ID": the verbs, or with `verb` what stands behind that one.  What stands
 * behind the last verb stands behind those before it that have nothing.
 */
static void
offer_arguments(const struct completer *c, const struct cmd *cmd, const char *verb)
{
	const char *s = cmd->args;

	while (*s != '\0') {
		size_t skip = strspn(s, " |["), len, word;

		s += skip;
		len = strcspn(s, "|");
		word = strspn(s, "abcdefghijklmnopqrstuvwxyz-");
		if (word > 0) {
			char room[64], part[128];

			snprintf(room, sizeof(room), "%.*s", (int)word, s);
			snprintf(part, sizeof(part), "%.*s", (int)len, s);
			if (verb == NULL)
				offer(c, room, NULL);
			else if (strcmp(verb, room) == 0)
				offer_placeholder(c, cmd, s[word] == '|' ? strrchr(s, '|') : part);
		} else if (verb == NULL) {
			offer_placeholder(c, cmd, s);
			return;
		}
		s += len;
	}
}

/* The options that say which bank and which records. */
static void
use_option(struct app *app, const char *name, const char *value)
{
	if (strcmp(name, "bank") == 0 && value[0] != '\0') {
		app->bank_spec = value;
	} else if (strcmp(name, "db") == 0 && value[0] != '\0') {
		char *path = strdup(value);

		if (path != NULL) {
			free(app->db_path);
			app->db_path = path;
		}
	}
}

/* What the words before the last one say. */
struct context {
	const struct cmd *cmd;          /* or NULL */
	bool unknown;                   /* a command that there is not */
	const struct option_spec *waiting;      /* the last word is its value; or NULL */
	const char *verb;               /* first word behind the command, or NULL */
};

static void
read_word(struct context *x, struct app *app, const char *word)
{
	const struct option_spec *s = word[0] == '-' && x->waiting == NULL ? valued_option(x->cmd, word) :
	    NULL;

	if (x->waiting != NULL) {
		use_option(app, x->waiting->name, word);
		x->waiting = NULL;
	} else if (s != NULL && strchr(word, '=') != NULL) {
		use_option(app, s->name, strchr(word, '=') + 1);
	} else if (word[0] == '-') {
		x->waiting = s;
	} else if (x->cmd == NULL) {
		x->cmd = cmd_find(word);
		x->unknown = x->unknown || x->cmd == NULL;
	} else if (x->verb == NULL) {
		x->verb = word;
	}
}

void
help_complete(struct app *app, char *const *words, size_t count, FILE *out)
{
	const char *last = count > 0 ? words[count - 1] : "", *value = strchr(last, '=');
	struct completer c = { app, out, last, "", 0 };
	struct context x = { 0 };

	for (size_t i = 0; i + 1 < count; i++)
		read_word(&x, app, words[i]);
	if (x.waiting == NULL && value != NULL && valued_option(x.cmd, last) != NULL) {
		x.waiting = valued_option(x.cmd, last);
		c.prefix = value + 1;
		c.lead = last;
		c.lead_len = (size_t)(value + 1 - last);
	}
	if (x.unknown)
		return;
	if (x.waiting != NULL) {
		offer_value(&c, x.waiting);
	} else if (last[0] == '-') {
		offer_options(&c, x.cmd != NULL ? x.cmd->options : NULL);
		offer_options(&c, global_options);
	} else if (x.cmd == NULL) {
		offer_commands(&c);
	} else {
		offer_arguments(&c, x.cmd, x.verb);
	}
}
