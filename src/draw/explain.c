#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/rng.h"
#include "draw/explain.h"
#include "draw/form.h"
#include "draw/repair.h"

int
ruling_feasible(const struct ruling *r, const bool *in)
{
	struct arena *a = arena_new();
	struct rule *some = a != NULL ? arena_alloc(a, r->count, sizeof(*some)) : NULL;
	struct limits limits;
	size_t n = 0;
	int result = -1;

	if (some == NULL)
		goto out;
	for (size_t i = 0; i < r->count; i++)
		if (in == NULL || in[i])
			some[n++] = r->rules[i];
	if (rules_limits(&limits, r->rq->bank, some, n, a) == 0)
		result = feasible(r->rq, r->stock, &limits, POOL_ALL, r->rng);
out:
	arena_free(a);
	return result;
}

/*
 * QuickXplain (Junker 2004): adds to `in`, which holds the background, an irreducible set of
 * the rules from..to-1 that cannot hold together with it.  Rules that come first are preferred.
 */
static int
add_conflict(const struct ruling *r, bool *in, size_t from, size_t to, bool changed)
{
	size_t middle = from + (to - from) / 2;
	bool *half;
	int result;

	if (changed) {
		result = ruling_feasible(r, in);        /* unknown: the rules at hand may not be enough */
		if (result == ATTEMPT_NONE)
			return 0;
		if (result < 0)
			return -1;
	}
	if (to - from == 1) {
		in[from] = true;
		return 0;
	}
	half = malloc(r->count * sizeof(*half));
	if (half == NULL)
		return -1;
	/* With the first half as background, what of the second is needed? */
	memcpy(half, in, r->count * sizeof(*half));
	for (size_t i = from; i < middle; i++)
		half[i] = true;
	result = add_conflict(r, half, middle, to, true);
	changed = false;
	for (size_t i = middle; i < to; i++) {
		in[i] = half[i];
		changed |= half[i];
	}
	free(half);
	if (result == 0)
		result = add_conflict(r, in, from, middle, changed);
	return result;
}

int
ruling_conflict(const struct ruling *r, bool *in)
{
	memset(in, 0, r->count * sizeof(*in));
	return add_conflict(r, in, 0, r->count, false);
}

static void
say_rule(struct buf *out, const struct bank *b, const struct rule_state *r)
{
	char room[24];
	const char *value = rule_value_name(b, r, room, sizeof(room));

	switch (r->on) {
	case RULE_ITEMS: buf_printf(out, "%d items", r->min); break;
	case RULE_MINUTES: buf_printf(out, "%d to %d answer minutes", r->min, r->max); break;
	case RULE_TOPIC_MAX: buf_printf(out, "at most %d of a topic", r->max); break;
	case RULE_FIRST: buf_puts(out, "a first item of difficulty 1"); break;
	case RULE_ENEMIES: buf_printf(out, "one item of the enemies %s", value); break;
	case RULE_REQUIRED: buf_printf(out, "item %s", value); break;
	case RULE_AREA: case RULE_TOPIC: case RULE_KIND: case RULE_DIFFICULTY:
		buf_printf(out, "%d to %d of %s %s", r->min, r->max, rule_on_name(r->on), value);
		break;
	}
	if (r->on != RULE_MINUTES && r->stock < r->min)
		buf_printf(out, " (%d at hand)", r->stock);
}

static char *
say_conflict(const struct conflict *c, const struct bank *b)
{
	struct buf out;
	char *text;

	buf_init(&out);
	for (size_t i = 0; i < c->rule_count; i++) {
		if (i > 0)
			buf_puts(&out, i + 1 == c->rule_count ? " and " : ", ");
		say_rule(&out, b, &c->rules[i]);
	}
	buf_puts(&out, c->rule_count == 0 ? "nothing can be drawn" : " cannot hold");
	buf_printf(&out, ": %s", c->repair);
	text = buf_take(&out, NULL);
	buf_finish(&out);
	return text;
}

static int
fill(struct conflict *c, const struct ruling *r, struct arena *a)
{
	bool *in = arena_alloc(a, r->count, sizeof(*in));

	if (in == NULL || ruling_conflict(r, in) != 0)
		return -1;
	c->rules = calloc(r->count, sizeof(*c->rules));
	if (c->rules == NULL)
		return -1;
	for (size_t i = 0; i < r->count; i++)
		if (in[i])
			c->rules[c->rule_count++] = rule_state_of(&r->rules[i]);
	rule_states_count(c->rules, c->rule_count, r->rq);
	if (repair_find(&c->repair, r) != 0)
		return -1;
	c->message = say_conflict(c, r->rq->bank);
	return c->message != NULL ? 0 : -1;
}

int
explain(struct conflict **out, const struct draw_request *rq, const struct stock *stock)
{
	struct rng rng;
	struct ruling r = { .rq = rq, .stock = stock, .rng = &rng };
	struct conflict *c = calloc(1, sizeof(*c));
	struct arena *a = arena_new();
	int result = -1;

	rng_seed(&rng, 0, "draw: explain");     /* the same words whatever the seed of the draw */
	if (c == NULL || a == NULL || rules_of_request(&r.rules, &r.count, rq, a) != 0)
		goto out;
	result = fill(c, &r, a);
out:
	arena_free(a);
	if (result != 0) {
		conflict_free(c);
		c = NULL;
	}
	*out = c;
	return result;
}

void
conflict_free(struct conflict *c)
{
	if (c == NULL)
		return;
	free(c->rules);
	free(c->repair);
	free(c->message);
	free(c);
}
