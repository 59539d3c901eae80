#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/buf.h"
#include "draw/repair.h"

#define ITEM_WORTH 5            /* a change by one item weighs as much as one by so many minutes */

enum direction { LESS, MORE };  /* less asked at the lower end, more allowed at the upper one */

struct change { size_t rule; enum direction direction; int amount; };

struct repair {
	struct ruling *r;
	struct rule *original, *trial;
	struct change *changes;
	size_t count;
};

/* How far a number may go; 0: not at all. */
static int
reach(const struct ruling *r, const struct change *c)
{
	const struct rule *rule = &r->rules[c->rule];
	int most = r->rq->blueprint->items < DRAW_ITEMS_MAX ? r->rq->blueprint->items : DRAW_ITEMS_MAX;

	switch (rule->on) {
	case RULE_ITEMS:
		most = 2 * most < DRAW_ITEMS_MAX ? 2 * most : DRAW_ITEMS_MAX;   /* more is another interview */
		if (rule->min != r->rq->blueprint->items)
			return 0;       /* changed once already: back and forth has no end */
		if (c->direction == LESS)
			return rule->min - 1;
		break;
	case RULE_MINUTES:
		most = MINUTES_MAX;
		break;
	case RULE_AREA: case RULE_TOPIC: case RULE_KIND: case RULE_DIFFICULTY: case RULE_TOPIC_MAX:
		break;
	case RULE_ENEMIES:
		return c->direction == MORE && rule->max == 1;
	case RULE_REQUIRED:
		return c->direction == LESS && rule->min == 1;
	case RULE_FIRST:
		return 0;
	}
	if (c->direction == LESS)
		return rule->min;
	return rule->max < most ? most - rule->max : 0;
}

/* The number of items stays one number, whereas other rules grow wider. */
static void
apply(struct rule *rules, const struct change *c)
{
	struct rule *r = &rules[c->rule];

	if (c->direction == LESS)
		r->min -= c->amount;
	else
		r->max += c->amount;
	if (r->on == RULE_ITEMS)
		r->min = r->max = c->direction == LESS ? r->min : r->max;
}

/* 0, ATTEMPT_NONE or -1; what is not known to hold does not count. */
static int
changed_feasible(const struct ruling *r, const bool *in)
{
	int result = ruling_feasible(r, in);

	return result == FEASIBLE_UNKNOWN ? ATTEMPT_NONE : result;
}

/* Whether the rules marked in `in` (NULL: all) hold together with the change. */
static int
helps(struct repair *p, const struct change *c, const bool *in)
{
	struct ruling changed = *p->r;

	memcpy(p->trial, p->r->rules, p->r->count * sizeof(*p->trial));
	apply(p->trial, c);
	changed.rules = p->trial;
	return changed_feasible(&changed, in);
}

static int
worth(const struct ruling *r, const struct change *c)
{
	return r->rules[c->rule].on == RULE_MINUTES ? 1 : ITEM_WORTH;
}

/* One number after the other. */
static int
first_amount(struct repair *p, struct change *c, int most, const bool *in)
{
	int result = ATTEMPT_NONE;

	for (c->amount = 1; c->amount <= most; c->amount++) {
		result = helps(p, c, in);
		if (result != ATTEMPT_NONE)
			break;
	}
	return result;
}

/*
 * The least amount up to `most` that helps; wider ranges never do worse, so it can be halved in.
 * Returns 0, ATTEMPT_NONE or -1.
 */
static int
least_amount(struct repair *p, struct change *c, int most, const bool *in)
{
	int low = 1, high = 1, result;

	if (most < 1)
		return ATTEMPT_NONE;
	if (p->r->rules[c->rule].on == RULE_ITEMS)
		return first_amount(p, c, most, in);
	c->amount = most;
	result = helps(p, c, in);
	if (result != 0)
		return result;
	for (;;) {
		c->amount = high;
		result = high == most ? 0 : helps(p, c, in);
		if (result < 0)
			return -1;
		if (result == 0)
			break;
		low = high + 1;
		high = high > most / 2 ? most : 2 * high;
	}
	while (low < high) {
		c->amount = low + (high - low) / 2;
		result = helps(p, c, in);
		if (result < 0)
			return -1;
		if (result == 0)
			high = c->amount;
		else
			low = c->amount + 1;
	}
	c->amount = high;
	return 0;
}

/* The cheapest single change of a rule of the conflict after which the rules in `test` hold. */
static int
cheapest(struct repair *p, struct change *best, const bool *conflict, const bool *test)
{
	int least = INT32_MAX;

	for (size_t i = 0; i < p->r->count; i++)
		for (int d = LESS; d <= MORE && conflict[i]; d++) {
			struct change c = { i, (enum direction)d, 0 };
			int most = reach(p->r, &c), unit = worth(p->r, &c), result;

			if (least != INT32_MAX && most > (least - 1) / unit)
				most = (least - 1) / unit;
			result = least_amount(p, &c, most, test);
			if (result < 0)
				return -1;
			if (result == 0) {
				least = c.amount * unit;
				*best = c;
			}
		}
	return least == INT32_MAX ? ATTEMPT_NONE : 0;
}

static void
keep(struct repair *p, const struct change *c)
{
	apply(p->r->rules, c);
	for (size_t i = 0; i < p->count; i++)
		if (p->changes[i].rule == c->rule && p->changes[i].direction == c->direction) {
			p->changes[i].amount += c->amount;
			return;
		}
	p->changes[p->count++] = *c;
}

/* Changes until a form is possible.  ATTEMPT_NONE: no numbers help. */
static int
collect(struct repair *p, bool *conflict)
{
	for (;;) {
		struct change c;
		int result = cheapest(p, &c, conflict, NULL);

		if (result == 0)
			keep(p, &c);
		if (result != ATTEMPT_NONE)
			return result;
		result = cheapest(p, &c, conflict, conflict);
		if (result != 0)
			return result;
		keep(p, &c);
		result = changed_feasible(p->r, NULL);
		if (result != ATTEMPT_NONE)
			return result;
		if (ruling_conflict(p->r, conflict) != 0)
			return -1;
	}
}

/* Takes back of each change what the others make needless. */
static int
trim(struct repair *p)
{
	for (size_t i = 0; i < p->count; i++) {
		struct change *c = &p->changes[i], back = *c;
		int result, amount = c->amount;

		back.amount = -c->amount;
		apply(p->r->rules, &back);
		result = changed_feasible(p->r, NULL);
		if (result == ATTEMPT_NONE)
			result = least_amount(p, c, c->amount, NULL);
		else if (result == 0)
			c->amount = 0;
		if (result < 0)
			return -1;
		if (result == ATTEMPT_NONE)
			c->amount = amount;     /* not decided within the effort: what was found stands */
		apply(p->r->rules, c);
	}
	return 0;
}

static void
say(struct buf *out, const struct repair *p, const struct change *c)
{
	const struct bank *b = p->r->rq->bank;
	const struct rule *was = &p->original[c->rule];
	const struct rule_state s = { .on = was->on, .value = was->value };
	int from = c->direction == LESS ? was->min : was->max;
	int to = c->direction == LESS ? from - c->amount : from + c->amount;
	const char *verb = c->direction == LESS ? "lower" : "raise";
	const char *end = c->direction == LESS ? "least" : "most";
	char room[24];

	switch (was->on) {
	case RULE_ITEMS: buf_printf(out, "%s the items from %d to %d", verb, from, to); break;
	case RULE_MINUTES: buf_printf(out, "%s the %s answer minutes from %d to %d", verb, end, from, to); break;
	case RULE_TOPIC_MAX: buf_printf(out, "raise topic-max from %d to %d", from, to); break;
	case RULE_ENEMIES: buf_printf(out, "let two of the enemies %s meet", b->enemy_groups[was->value].id); break;
	case RULE_REQUIRED: buf_printf(out, "do not require item %s", b->items[was->value].id); break;
	case RULE_FIRST: break;
	case RULE_AREA: case RULE_TOPIC: case RULE_KIND: case RULE_DIFFICULTY:
		buf_printf(out, "%s the %s of %s %s from %d to %d", verb, end, rule_on_name(was->on),
		    rule_value_name(b, &s, room, sizeof(room)), from, to);
		break;
	}
}

static char *
say_all(const struct repair *p, bool possible)
{
	struct buf out;
	const char *before = "";
	char *text;

	buf_init(&out);
	for (size_t i = 0; i < p->count && possible; i++)
		if (p->changes[i].amount > 0) {
			buf_puts(&out, before);
			say(&out, p, &p->changes[i]);
			before = ", and ";
		}
	if (!possible)
		buf_puts(&out, "add items: no other numbers make a form of this stock");
	text = buf_take(&out, NULL);
	buf_finish(&out);
	return text;
}

int
repair_find(char **text, const struct ruling *r, const bool *in)
{
	struct arena *a = arena_new();
	struct ruling work = *r;
	struct repair p = { .r = &work, .original = r->rules };
	bool *conflict;
	int result = -1;

	*text = NULL;
	if (a == NULL)
		return -1;
	conflict = arena_alloc(a, r->count, sizeof(*conflict));
	work.rules = arena_alloc(a, r->count, sizeof(*work.rules));
	p.trial = arena_alloc(a, r->count, sizeof(*p.trial));
	p.changes = arena_alloc(a, 2 * r->count, sizeof(*p.changes));
	if (conflict == NULL || work.rules == NULL || p.trial == NULL || p.changes == NULL)
		goto out;
	memcpy(work.rules, r->rules, r->count * sizeof(*work.rules));
	memcpy(conflict, in, r->count * sizeof(*conflict));
	result = collect(&p, conflict);
	if (result == 0)
		result = trim(&p);
	if (result >= 0)
		*text = say_all(&p, result == 0);
	result = *text != NULL ? 0 : -1;
out:
	arena_free(a);
	return result;
}
