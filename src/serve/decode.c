/* The way back of encode.c: what a screen in a second terminal was told, as a view that can be painted. */
#include <jansson.h>
#include <string.h>

#include "serve/helper.h"
#include "serve/words.h"
#include "viva/arena.h"
#include "viva/err.h"
#include "viva/serve.h"
#include "viva/view.h"

/* What is being read: the first thing that is wrong or missing is remembered, and all else becomes empty. */
struct reading {
	struct arena *arena;
	bool bad;
};

static const char *
read_text(struct reading *r, const json_t *v)
{
	const char *copy = NULL;

	if (json_is_null(v))
		return NULL;
	if (json_is_string(v))
		copy = arena_strndup(r->arena, json_string_value(v), json_string_length(v));
	r->bad |= copy == NULL;
	return copy;
}

static int
read_int(struct reading *r, const json_t *o, const char *name, int min, int max)
{
	const json_t *v = json_object_get(o, name);
	json_int_t n = json_integer_value(v);

	r->bad |= !json_is_integer(v) || n < min || n > max;
	return r->bad ? min : (int)n;
}

/* Which of `count` names; what is none of them is bad. */
static int
read_name(struct reading *r, const json_t *o, const char *name, const char *(*name_of)(int), int count)
{
	const char *given = json_string_value(json_object_get(o, name));

	for (int i = 0; i < count && given != NULL; i++)
		if (strcmp(name_of(i), given) == 0)
			return i;
	r->bad = true;
	return 0;
}

static const char *phase_name_of(int i) { return phase_name((enum phase)i); }
static const char *state_name_of(int i) { return session_state_name((enum session_state)i); }
static const char *kind_name_of(int i) { return kind_name((enum kind)i); }

static const char *
clock_name_of(int i)
{
	static const char *const names[] = {
		[CLOCK_OFF] = "off",
		[CLOCK_RUNNING] = "running",
		[CLOCK_PAUSED] = "paused",
		[CLOCK_OVER] = "over",
	};

	return names[i];
}

static const char *
style_name_of(int i)
{
	static const char *const names[] = {
		[RUN_PLAIN] = "plain", [RUN_CODE] = "code", [RUN_EM] = "em", [RUN_STRONG] = "strong",
	};

	return names[i];
}

static const char *
role_name_of(int i)
{
	static const char *const names[] = {
		[CODE_ROLE_CODE] = "code", [CODE_ROLE_LOG] = "log", [CODE_ROLE_DATA] = "data",
	};

	return names[i];
}

static struct prose
read_runs(struct reading *r, const json_t *list)
{
	size_t n = json_array_size(list);
	struct run *runs = arena_alloc(r->arena, n, sizeof(*runs));

	r->bad |= !json_is_array(list) || runs == NULL;
	for (size_t i = 0; i < n && !r->bad; i++) {
		const json_t *o = json_array_get(list, i);

		runs[i].style = (enum run_style)read_name(r, o, "style", style_name_of, RUN_STRONG + 1);
		runs[i].text = read_text(r, json_object_get(o, "text"));
		r->bad |= runs[i].text == NULL;
	}
	return (struct prose){ runs, r->bad ? 0 : n };
}

/* The entries of a list, or the runs of a paragraph as one. */
static void
read_prose(struct reading *r, struct block *b, const json_t *o)
{
	const json_t *entries = json_object_get(o, "entries");
	size_t n = b->type == BLOCK_LIST ? json_array_size(entries) : 1;
	struct prose *prose = arena_alloc(r->arena, n, sizeof(*prose));

	r->bad |= prose == NULL;
	for (size_t i = 0; i < n && !r->bad; i++)
		prose[i] = read_runs(
		    r, b->type == BLOCK_LIST ? json_array_get(entries, i) : json_object_get(o, "runs"));
	b->prose = prose;
	b->prose_count = r->bad ? 0 : n;
	b->numbered = json_is_true(json_object_get(o, "numbered"));
}

static void
read_block(struct reading *r, struct block *b, const json_t *o)
{
	const char *type = json_string_value(json_object_get(o, "type"));

	if (type != NULL && strcmp(type, "code") == 0) {
		b->type = BLOCK_CODE;
		b->role = (enum code_role)read_name(r, o, "role", role_name_of, CODE_ROLE_DATA + 1);
		b->caption = read_text(r, json_object_get(o, "caption"));
		b->code = read_text(r, json_object_get(o, "code"));
		r->bad |= b->code == NULL;
		return;
	}
	r->bad |= type == NULL || (strcmp(type, "list") != 0 && strcmp(type, "paragraph") != 0);
	b->type = !r->bad && strcmp(type, "list") == 0 ? BLOCK_LIST : BLOCK_PARAGRAPH;
	read_prose(r, b, o);
}

static const struct blocks *
read_blocks(struct reading *r, const json_t *list)
{
	size_t n = json_array_size(list);
	struct blocks *blocks;
	struct block *v;

	if (json_is_null(list))
		return NULL;
	blocks = arena_alloc(r->arena, 1, sizeof(*blocks));
	v = arena_alloc(r->arena, n, sizeof(*v));
	r->bad |= !json_is_array(list) || blocks == NULL || v == NULL;
	if (r->bad)
		return NULL;
	for (size_t i = 0; i < n; i++)
		read_block(r, &v[i], json_array_get(list, i));
	*blocks = (struct blocks){ v, n };
	return blocks;
}

static void
read_facts(struct reading *r, struct candidate_view *v, const json_t *list)
{
	r->bad |= !json_is_array(list) || json_array_size(list) > VIEW_FACTS_MAX;
	for (size_t i = 0; i < json_array_size(list) && !r->bad; i++) {
		const json_t *o = json_array_get(list, i);

		v->fact_asks[i] = read_text(r, json_object_get(o, "ask"));
		v->facts[i] = read_blocks(r, json_object_get(o, "fact"));
		r->bad |= v->fact_asks[i] == NULL || v->facts[i] == NULL;
		v->fact_count = i + 1;
	}
}

static void
read_clock(struct reading *r, struct clock_view *c, const json_t *o, int64_t remaining_ms)
{
	const json_t *limit = json_object_get(o, "limit_ms");

	c->state = (enum clock_state)read_name(r, o, "state", clock_name_of, CLOCK_OVER + 1);
	c->hidden = json_is_true(json_object_get(o, "hidden"));
	r->bad |= !json_is_integer(limit) || json_integer_value(limit) < 0 ||
	    json_integer_value(limit) > CLOCK_MAX_MS;
	c->limit_ms = r->bad ? 0 : json_integer_value(limit);
	c->remaining_ms = remaining_ms;
	c->used_ms = c->limit_ms - remaining_ms;
}

static void
read_view(struct reading *r, struct candidate_view *v, const json_t *o, int64_t remaining_ms)
{
	const json_t *grades = json_object_get(o, "grades");

	v->position = read_int(r, o, "position", -1, POSITION_MAX);
	v->count = read_int(r, o, "count", 0, POSITION_MAX);
	v->phase = (enum phase)read_name(r, o, "phase", phase_name_of, PHASE_CLOSED + 1);
	v->state = (enum session_state)read_name(r, o, "state", state_name_of, SESSION_ENDED + 1);
	v->kind = (enum kind)read_name(r, o, "kind", kind_name_of, KIND_COUNT);
	v->difficulty = read_int(r, o, "difficulty", 0, DIFFICULTY_COUNT);
	v->topic = read_text(r, json_object_get(o, "topic"));
	v->retry = json_is_true(json_object_get(o, "retry"));
	v->no_answer = json_is_true(json_object_get(o, "no_answer"));
	v->stem = read_blocks(r, json_object_get(o, "stem"));
	v->follow_up = read_blocks(r, json_object_get(o, "follow_up"));
	read_facts(r, v, json_object_get(o, "facts"));
	for (size_t g = 0; g <= GRADE_MAX; g++)
		v->grade_titles[g] = read_text(r, json_array_get(grades, g));
	read_clock(r, &v->clock, json_object_get(o, "clock"), remaining_ms);
}

int
serve_told_read(struct serve_told *t, const char *line, size_t len, struct err *err)
{
	struct reading r = { arena_new(), false };
	struct candidate_view *v = r.arena != NULL ? arena_alloc(r.arena, 1, sizeof(*v)) : NULL;
	const char *s = line;
	int64_t remaining_ms = 0, runs = 0, position;
	json_t *o = NULL;

	if (take_word(&s, "view ") && take_number(&s, -CLOCK_MAX_MS, CLOCK_MAX_MS, &remaining_ms) &&
	    take_word(&s, " ") && take_number(&s, 0, 1, &runs) && take_word(&s, " ") &&
	    take_number(&s, -1, POSITION_MAX, &position) && take_word(&s, " ") && s < line + len)
		o = json_loadb(s, (size_t)(line + len - s), 0, NULL);
	r.bad = v == NULL || !json_is_object(o);
	if (!r.bad) {
		read_view(&r, v, o, remaining_ms);
		serve_told_finish(t);
		*t = (struct serve_told){ r.arena, v, read_text(&r, json_object_get(o, "message")),
			runs != 0 };
		if (t->message == NULL)
			t->message = "";
	}
	json_decref(o);
	if (!r.bad)
		return 0;
	if (t->arena != r.arena)
		arena_free(r.arena);
	else
		serve_told_finish(t);
	return err_set(err, EXIT_NETWORK, "what the interviewer's viva tells is not understood; are both of one version?");
}

void
serve_told_finish(struct serve_told *t)
{
	arena_free(t->arena);
	*t = (struct serve_told){ .arena = NULL };
}
