#ifndef VIVA_JSON_LINES_H
#define VIVA_JSON_LINES_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/keys.h"
#include "viva/session.h"
#include "viva/view.h"
struct json_t;
/*
 * A session as lines of JSON, for programs: one object a line, events out and commands in.
 * `viva help json` describes both.  Like plain lines this paints views and turns lines into commands;
 * it reads nothing and decides nothing.
 */
#define JSON_LINES_SCHEMA 1             /* rises when a field changes its meaning; new ones may come any time */
#define JSON_LINE_MAX_BYTES (2u << 20)  /* a text of the largest size with every byte escaped fits */

/* ---- lines to commands ---- */

enum json_verb {
	JSON_INPUT,             /* `input` goes to the session, IN_NEXT also to the opening */
	JSON_TIME, JSON_SWAP, JSON_HELP, JSON_QUIT,
	JSON_TEXT,              /* `text` is a complete answer or note */
	JSON_GAP,               /* `flag`: whether the gap asked about counts */
	JSON_VIEW               /* show again where the session stands */
};

struct json_command {
	enum json_verb verb;
	struct session_input input;     /* JSON_INPUT; a is -1 where `id` names the key point or mistake */
	char id[BANK_ID_BYTES];         /* or "" */
	bool flag;
	enum note_kind kind;            /* JSON_TEXT */
	char *text;                     /* JSON_TEXT: owned, valid UTF-8 without NUL */
	size_t text_len;
};

#define JSON_PROBLEM_BYTES 200
/*
 * Turns one line into a command.  Returns 0, or -1 with a line in `problem`.  Release with
 * json_command_finish() either way.
 */
int json_command_parse(
    struct json_command *out, const char *line, size_t len, char problem[JSON_PROBLEM_BYTES]);
void json_command_finish(struct json_command *c);

/* A command as `viva help json` and {"do":"help"} list it. */
struct json_command_help { const char *name, *fields, *help; };
/* Those that are no letter key, or take a field; ends with name NULL. */
extern const struct json_command_help json_commands[];
/* The others are letter keys by their names. */
bool json_is_command(const struct key *key);

/* ---- views to lines: new objects, NULL when out of memory ---- */

struct json_t *json_hello(const char *version);
/* The item that is open, or reviewed. */
struct json_t *json_item(const struct marking_view *v);
/* What stands beside the item once it may be seen: answer, key points, mistakes, follow-ups, grades. */
struct json_t *json_reveal(const struct marking_view *v);
struct json_t *json_event(const struct marking_view *v, const struct event *ev);
/* Phase, state, clock, marks. */
struct json_t *json_state(const struct marking_view *v);
struct json_t *json_clock(const struct clock_view *c);
struct json_t *json_milestone(enum milestone m, const struct clock_view *c);
struct json_t *json_refused(enum refusal why, enum phase phase);
struct json_t *json_help(void);

#endif
