/* Lines of JSON to commands. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/json_lines.h"
#include "viva/keys.h"
#include "viva/text.h"

#define QUOTED_MAX 40           /* bytes of a strange word that its refusal quotes */

const struct json_command_help json_commands[] = {
	{ "next", "", "go on, as Enter does; begins at the opening" },
	{ "predict", "grade", "the grade you expect, 0 to 4" },
	{ "tick", "key_point, mark", "id or number from 1; \"yes\", \"partly\" or \"no\"" },
	{ "mistake", "mistake, made", "id or number from 1; true or false" },
	{ "grade", "grade", "the grade, 0 to 4; without it the proposal" },
	{ "write", "text", "the whole of a written answer" },
	{ "note", "text", "the whole of a note" },
	{ "gap", "counts", "true or false: answers a gap event" },
	{ "view", "", "show again where the session stands" },
	{ NULL, NULL, NULL }
};

bool
json_is_command(const struct key *key)
{
	return (key->where & KEY_IN_SOLO) != 0 && key->action != KEY_WRITE && key->action != KEY_NOTE;
}

/* One command being read: each field that is known to it is counted, so that a strange one is noticed. */
struct reading {
	const json_t *object;
	size_t known;
	char *problem;
};

static int
refuse(char *problem, const char *before, const char *word, const char *after)
{
	struct buf b;
	size_t len = strlen(word);

	buf_init(&b);
	text_visible(&b, word, len < QUOTED_MAX ? len : text_valid_prefix(word, QUOTED_MAX), false);
	snprintf(problem, JSON_PROBLEM_BYTES, "%s\"%s\"%s", before, buf_text(&b), after);
	buf_finish(&b);
	return -1;
}

static const json_t *
field(struct reading *r, const char *name)
{
	const json_t *value = json_object_get(r->object, name);

	r->known += value != NULL;
	return value;
}

static int
read_grade(struct reading *r, int *grade)
{
	const json_t *value = field(r, "grade");

	if (value == NULL)
		return 1;
	if (!json_is_integer(value) || json_integer_value(value) < 0 || json_integer_value(value) > GRADE_MAX)
		return refuse(r->problem, "", "grade", " is a number from 0 to 4");
	*grade = (int)json_integer_value(value);
	return 0;
}

static int
read_flag(struct reading *r, const char *name, bool *flag)
{
	const json_t *value = field(r, name);

	if (!json_is_boolean(value))
		return refuse(r->problem, "", name, " is true or false");
	*flag = json_is_true(value);
	return 0;
}

/* A key point or a mistake: its id, or its number from 1. */
static int
read_which(struct reading *r, const char *name, struct json_command *out)
{
	const json_t *value = field(r, name);

	if (json_is_integer(value) && json_integer_value(value) >= 1 && json_integer_value(value) <= KEY_POINTS_MAX) {
		out->input.a = (int)json_integer_value(value) - 1;
		return 0;
	}
	if (json_is_string(value) && json_string_length(value) > 0 &&
	    json_string_length(value) < sizeof(out->id)) {
		memcpy(out->id, json_string_value(value), json_string_length(value) + 1);
		out->input.a = -1;
		return 0;
	}
	return refuse(r->problem, "", name, " is an id or a number from 1");
}

static int
read_tick(struct reading *r, struct json_command *out)
{
	static const char *const marks[] = { [TICK_NO] = "no", [TICK_PARTLY] = "partly", [TICK_YES] = "yes" };
	const char *mark;

	if (read_which(r, "key_point", out) != 0)
		return -1;
	mark = json_string_value(field(r, "mark"));
	for (int i = TICK_NO; mark != NULL && i <= TICK_YES; i++)
		if (strcmp(mark, marks[i]) == 0) {
			out->input.b = i;
			return 0;
		}
	return refuse(r->problem, "", "mark", " is \"yes\", \"partly\" or \"no\"");
}

static int
read_text(struct reading *r, struct json_command *out, enum note_kind kind)
{
	const json_t *value = field(r, "text");

	if (!json_is_string(value))
		return refuse(r->problem, "", "text", " is a string");
	out->verb = JSON_TEXT;
	out->kind = kind;
	out->text_len = json_string_length(value);
	out->text = strdup(json_string_value(value));
	return out->text != NULL ? 0 : refuse(r->problem, "no memory for ", "text", "");
}

/* The commands that are no letter key.  Returns 1 if `name` is none of them. */
static int
read_own(struct reading *r, const char *name, struct json_command *out)
{
	int rc;

	out->verb = JSON_INPUT;
	if (strcmp(name, "next") == 0) {
		out->input.kind = IN_NEXT;
	} else if (strcmp(name, "predict") == 0) {
		out->input.kind = IN_PREDICT;
		return read_grade(r, &out->input.a) == 0 ?
		    0 :
		    refuse(r->problem, "", "grade", " is a number from 0 to 4");
	} else if (strcmp(name, "grade") == 0) {
		out->input = (struct session_input){ .kind = IN_GRADE, .a = -1 };
		return read_grade(r, &out->input.a) < 0 ? -1 : 0;
	} else if (strcmp(name, "tick") == 0) {
		out->input.kind = IN_TICK;
		return read_tick(r, out);
	} else if (strcmp(name, "mistake") == 0) {
		bool made = false;

		out->input.kind = IN_MISTAKE;
		rc = read_which(r, "mistake", out) != 0 || read_flag(r, "made", &made) != 0 ? -1 : 0;
		out->input.b = made;
		return rc;
	} else if (strcmp(name, "gap") == 0) {
		out->verb = JSON_GAP;
		return read_flag(r, "counts", &out->flag);
	} else if (strcmp(name, "view") == 0) {
		out->verb = JSON_VIEW;
	} else {
		return 1;
	}
	return 0;
}

/* A letter key by its name. */
static int
read_key(struct reading *r, const char *name, struct json_command *out)
{
	const struct key *key = NULL;

	for (size_t i = 0; i < session_key_count; i++)
		if (strcmp(session_keys[i].name, name) == 0)
			key = &session_keys[i];
	switch (key != NULL ? key->action : KEY_MESSAGE) {
	default:                /* an interviewer's, or the full screen's */
		return refuse(r->problem, "", name, " is no command; {\"do\":\"help\"} lists them");
	case KEY_INPUT: out->verb = JSON_INPUT; break;
	case KEY_TIME: out->verb = JSON_TIME; break;
	case KEY_WRITE: return read_text(r, out, NOTE_ANSWER);
	case KEY_NOTE: return read_text(r, out, NOTE_NOTE);
	case KEY_SWAP: out->verb = JSON_SWAP; break;
	case KEY_HELP: out->verb = JSON_HELP; break;
	case KEY_QUIT: out->verb = JSON_QUIT; break;
	}
	out->input.kind = key->input;
	return 0;
}

static int
no_strange_field(const struct reading *r, const char *name)
{
	const char *key;
	json_t *value;

	if (json_object_size(r->object) == r->known)
		return 0;
	json_object_foreach((json_t *)r->object, key, value)
		if (strcmp(key, "do") != 0 && strcmp(key, "grade") != 0 && strcmp(key, "key_point") != 0 &&
		    strcmp(key, "mark") != 0 && strcmp(key, "mistake") != 0 && strcmp(key, "made") != 0 &&
		    strcmp(key, "counts") != 0 && strcmp(key, "text") != 0)
			return refuse(r->problem, "no field ", key, " in any command");
	return refuse(r->problem, "", name, " has a field that it does not take");
}

static int
read_command(const json_t *root, struct json_command *out, char *problem)
{
	struct reading r = { root, 0, problem };
	const char *name = json_string_value(field(&r, "do"));
	int rc;

	if (name == NULL)
		return refuse(problem, "a command is an object with ", "do", " and the name of what to do");
	rc = read_own(&r, name, out);
	if (rc == 1)
		rc = read_key(&r, name, out);
	return rc == 0 ? no_strange_field(&r, name) : rc;
}

int
json_command_parse(struct json_command *out, const char *line, size_t len, char problem[JSON_PROBLEM_BYTES])
{
	json_error_t why;
	json_t *root = json_loadb(line, len, JSON_REJECT_DUPLICATES, &why);
	int rc;

	memset(out, 0, sizeof(*out));
	problem[0] = '\0';
	if (root == NULL)
		rc = refuse(problem, "no JSON: ", why.text, "");
	else
		rc = read_command(root, out, problem);
	json_decref(root);
	if (rc != 0)
		json_command_finish(out);
	return rc;
}

void
json_command_finish(struct json_command *c)
{
	free(c->text);
	c->text = NULL;
}
