#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/buf.h"
#include "draw/form.h"
#include "draw/repair.h"

static bool
is_number(enum rule_on on)
{
	return on != RULE_REQUIRED && on != RULE_ENEMIES && on != RULE_FIRST;
}

/* Given up: no longer a rule. */
static void
drop(struct rule *r)
{
	if (r->on == RULE_REQUIRED)
		r->min = 0;
	else
		r->max = DRAW_ITEMS_MAX;
}

static bool
dropped(const struct rule *r)
{
	return (r->on == RULE_REQUIRED && r->min == 0) || (r->on == RULE_ENEMIES && r->max > 1);
}

/*
 * Gives up `left` rules of those that are no numbers, such that the rest hold in a form of any
 * numbers.  One of each conflict has to go; so trying every rule of one conflict misses nothing.
 * `bare` holds the rules without numbers.  Returns 0, FEASIBLE_NONE or -1.
 */
static int
drop_some(const struct ruling *bare, size_t left)
{
	bool *in;
	int result = ruling_feasible(bare, NULL);

	if (result != FEASIBLE_NONE || left == 0)
		return result == FEASIBLE_UNKNOWN ? FEASIBLE_NONE : result;
	in = malloc(bare->count * sizeof(*in));
	if (in == NULL)
		return -1;
	result = ruling_conflict(bare, in) == 0 ? FEASIBLE_NONE : -1;
	for (size_t i = 0; i < bare->count && result == FEASIBLE_NONE; i++) {
		const struct rule was = bare->rules[i];

		if (!in[i] || is_number(was.on) || was.on == RULE_FIRST)
			continue;
		drop(&bare->rules[i]);
		result = drop_some(bare, left - 1);
		if (result == FEASIBLE_NONE)
			bare->rules[i] = was;
	}
	free(in);
	return result;
}

/* As few as will do. */
static int
drop_least(const struct ruling *r, struct arena *a)
{
	struct ruling bare = *r;
	const struct range lengths = nearest_lengths(r->rq);
	size_t open = 0;
	int result = FEASIBLE_NONE;

	bare.rules = arena_alloc(a, r->count, sizeof(*bare.rules));
	bare.count = 0;
	if (bare.rules == NULL)
		return -1;
	for (size_t i = 0; i < r->count; i++) {
		if (is_number(r->rules[i].on) && r->rules[i].on != RULE_ITEMS)
			continue;
		bare.rules[bare.count] = r->rules[i];
		if (r->rules[i].on == RULE_ITEMS)
			bare.rules[bare.count] = (struct rule){ RULE_ITEMS, 0, lengths.min, lengths.max };
		else
			open += r->rules[i].on != RULE_FIRST;
		bare.count++;
	}
	for (size_t n = 0; n <= open && result == FEASIBLE_NONE; n++)
		result = drop_some(&bare, n);
	for (size_t i = 0; i < r->count && result == 0; i++)
		for (size_t k = 0; k < bare.count; k++)
			if (bare.rules[k].on == r->rules[i].on && bare.rules[k].value == r->rules[i].value &&
			    dropped(&bare.rules[k]))
				drop(&r->rules[i]);
	return result;
}

/* What a form has of a rule: items, or the minutes that are nearest to its limits. */
static int
amount_of(const struct rule *r, const struct bank *b, const size_t *items, size_t count)
{
	struct rule_state s = rule_state_of(r);
	int tenths = rule_drawn_tenths(&s, b, items, count);

	if (r->on == RULE_MINUTES && tenths > 10 * r->max)
		return (tenths + 9) / 10;
	return tenths / 10;
}

static void
say_number(struct buf *out, const struct bank *b, const struct rule *r, int to)
{
	const struct rule_state s = { .on = r->on, .value = r->value };
	bool less = to < r->min;
	int from = less ? r->min : r->max;
	const char *verb = less ? "lower" : "raise", *end = less ? "least" : "most";
	char room[24];

	switch (r->on) {
	case RULE_ITEMS: buf_printf(out, "%s the items from %d to %d", verb, from, to); break;
	case RULE_MINUTES:
		buf_printf(out, "%s the %s answer minutes from %d to %d", verb, end, from, to);
		break;
	case RULE_TOPIC_MAX: buf_printf(out, "raise topic-max from %d to %d", from, to); break;
	case RULE_ENEMIES: case RULE_REQUIRED: case RULE_FIRST: break;
	case RULE_AREA: case RULE_TOPIC: case RULE_KIND: case RULE_DIFFICULTY:
		buf_printf(out, "%s the %s of %s %s from %d to %d", verb, end, rule_on_name(r->on),
		    rule_value_name(b, &s, room, sizeof(room)), from, to);
		break;
	}
}

/* What the form breaks, and what was given up for it. */
static char *
say(const struct ruling *r, const size_t *items, size_t count)
{
	const struct bank *b = r->rq->bank;
	const char *before = "";
	struct buf out;
	char *text;

	buf_init(&out);
	for (size_t i = 0; i < r->count; i++) {
		const struct rule *rule = &r->rules[i];
		int amount = is_number(rule->on) ? amount_of(rule, b, items, count) : 0;

		if (is_number(rule->on) ? amount >= rule->min && amount <= rule->max : !dropped(rule))
			continue;
		buf_puts(&out, before);
		before = ", and ";
		if (rule->on == RULE_ENEMIES)
			buf_printf(&out, "let two of the enemies %s meet", b->enemy_groups[rule->value].id);
		else if (rule->on == RULE_REQUIRED)
			buf_printf(&out, "do not require item %s", b->items[rule->value].id);
		else
			say_number(&out, b, rule, amount);
	}
	text = buf_take(&out, NULL);
	buf_finish(&out);
	return text;
}

int
repair_find(char **text, const struct ruling *r)
{
	struct arena *a = arena_new();
	struct ruling work = *r;
	size_t items[DRAW_ITEMS_MAX], count;
	int result = -1;

	*text = NULL;
	if (a == NULL || (work.rules = arena_alloc(a, r->count, sizeof(*work.rules))) == NULL)
		goto out;
	memcpy(work.rules, r->rules, r->count * sizeof(*work.rules));
	result = drop_least(&work, a);
	if (result == 0)
		result = nearest_form(items, &count, &work);
	if (result == 0)
		*text = say(&work, items, count);
	else if (result > 0)
		*text = strdup("add items: no other numbers make a form of this stock");
	result = *text != NULL ? 0 : -1;
out:
	arena_free(a);
	return result;
}
