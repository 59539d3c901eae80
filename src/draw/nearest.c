#include <stdlib.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/find.h"
#include "draw/glimpse.h"
#include "draw/nearest.h"

#define COST_RULE 10            /* of breaking a rule at all */
#define COST_ITEM 5             /* of each item that a quota or topic-max is missed by */
#define COST_LENGTH 10          /* of each item in the form more or less: other rules feel it too */
#define COST_MINUTE 1

/*
 * Forms of one length that break topic-max and the quotas by so much at most.  What they cost is
 * known from below; the cheapest group is looked at first, until its bound turns out to be met.
 */
struct group {
	int items, topic_max;
	int off;                        /* departure from the quotas, in COST_ITEM; -1: not yet known */
	int missing;                    /* minutes at least */
	bool fresh;                     /* the group with the next departure is still to be added */
	int split;                      /* where a larger group was split, and the numbers it has there */
	struct range numbers[SPLIT_END];
};

struct hunt {
	const struct ruling *r;
	struct limits limits;           /* the rules that are kept */
	struct pool pool;
	struct wishes wishes;           /* the quotas */
	struct range tenths;
	int items, topic_max;           /* as the rules want them; DRAW_ITEMS_MAX: no rule */
	int *shortest, *longest;        /* tenths of so many items of the pool and the fixed ones */
	struct group *groups;
	size_t group_count, capacity;
	bool undecided;
	struct arena *arena;
};

struct range
nearest_lengths(const struct draw_request *rq)
{
	int n = rq->blueprint->items;

	return (struct range){ n > 0 ? 1 : 0, n < DRAW_ITEMS_MAX / 2 ? 2 * n : DRAW_ITEMS_MAX };
}

static int
distance(int from, int to)
{
	return from < to ? to - from : from - to;
}

static int
cost_of(const struct hunt *h, const struct group *g)
{
	int cost = 0;

	if (g->items != h->items)
		cost += COST_RULE + COST_LENGTH * distance(g->items, h->items);
	if (g->topic_max != h->topic_max)
		cost += COST_RULE + COST_ITEM * (g->topic_max - h->topic_max);
	if (g->missing > 0)
		cost += COST_RULE + COST_MINUTE * g->missing;
	return cost + (g->off > 0 ? COST_ITEM * g->off : 0);
}

static int
add_group(struct hunt *h, const struct group *g)
{
	if (h->group_count == h->capacity) {
		size_t capacity = 2 * h->capacity + 64;
		struct group *bigger = realloc(h->groups, capacity * sizeof(*bigger));

		if (bigger == NULL)
			return -1;
		h->groups = bigger;
		h->capacity = capacity;
	}
	h->groups[h->group_count++] = *g;
	return 0;
}

static size_t
cheapest(const struct hunt *h)
{
	size_t best = 0;

	for (size_t i = 1; i < h->group_count; i++)
		if (cost_of(h, &h->groups[i]) < cost_of(h, &h->groups[best]))
			best = i;
	return best;
}

static struct group
take_cheapest(struct hunt *h)
{
	size_t best = cheapest(h);
	struct group g = h->groups[best];

	h->groups[best] = h->groups[--h->group_count];
	return g;
}

/* Whole minutes by which sets of these tenths miss the window. */
static int
minutes_missing(const struct hunt *h, const struct range *tenths)
{
	return (tenths_missing(tenths, &h->tenths) + 9) / 10;
}

static void
wish_rule(struct hunt *h, const struct rule *r)
{
	const struct wish w = { r->min, r->max, COST_RULE / COST_ITEM };

	switch (r->on) {
	case RULE_ITEMS: h->items = r->min; break;
	case RULE_MINUTES:
		h->tenths = (struct range){ 10 * (r->min < MINUTES_MAX ? r->min : MINUTES_MAX),
			10 * (r->max < MINUTES_MAX ? r->max : MINUTES_MAX) };
		break;
	case RULE_AREA: h->wishes.areas[r->value] = w; break;
	case RULE_TOPIC: h->wishes.topics[r->value] = w; break;
	case RULE_KIND: h->wishes.kind[r->value] = w; break;
	case RULE_DIFFICULTY: h->wishes.difficulty[r->value - 1] = w; break;
	case RULE_TOPIC_MAX: h->topic_max = r->max; break;
	case RULE_ENEMIES: case RULE_REQUIRED: case RULE_FIRST: break;
	}
}

/* Numbers become wishes, the rest limits. */
static int
sort_rules(struct hunt *h)
{
	const struct ruling *r = h->r;
	struct rule *kept = arena_alloc(h->arena, r->count, sizeof(*kept));
	size_t n = 0;

	h->tenths = (struct range){ 0, 10 * MINUTES_MAX };
	h->topic_max = DRAW_ITEMS_MAX;
	if (kept == NULL || wishes_init(&h->wishes, r->rq->bank, h->arena) != 0)
		return -1;
	for (size_t i = 0; i < r->count; i++) {
		enum rule_on on = r->rules[i].on;

		wish_rule(h, &r->rules[i]);
		if (on == RULE_ENEMIES || on == RULE_REQUIRED || on == RULE_FIRST)
			kept[n++] = r->rules[i];
	}
	if (rules_limits(&h->limits, r->rq->bank, kept, n, h->arena) != 0)
		return -1;
	return pool_make(&h->pool, r->stock, r->rq, &h->limits, POOL_ALL, h->arena);
}

static int
by_number(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static int
sum_tenths(struct hunt *h)
{
	size_t n = h->pool.count + h->pool.fixed_count;
	int *tenths = arena_alloc(h->arena, n, sizeof(*tenths));

	h->shortest = arena_alloc(h->arena, DRAW_ITEMS_MAX + 1, sizeof(*h->shortest));
	h->longest = arena_alloc(h->arena, DRAW_ITEMS_MAX + 1, sizeof(*h->longest));
	if (tenths == NULL || h->shortest == NULL || h->longest == NULL)
		return -1;
	for (size_t i = 0; i < n; i++)
		tenths[i] = i < h->pool.count ? h->pool.picks[i].tenths :
		    h->pool.fixed[i - h->pool.count].tenths;
	qsort(tenths, n, sizeof(*tenths), by_number);
	for (size_t i = 0; i < DRAW_ITEMS_MAX; i++) {
		h->shortest[i + 1] = h->shortest[i] + (i < n ? tenths[i] : 0);
		h->longest[i + 1] = h->longest[i] + (i < n ? tenths[n - 1 - i] : 0);
	}
	return 0;
}

static int
first_groups(struct hunt *h)
{
	const struct range lengths = nearest_lengths(h->r->rq);

	for (int items = lengths.min; items <= lengths.max; items++)
		for (int topic_max = h->topic_max; topic_max == h->topic_max || topic_max <= items;
		     topic_max++) {
			const struct range tenths = { h->shortest[items], h->longest[items] };
			struct group g = { items, topic_max, -1, minutes_missing(h, &tenths), true,
				SPLIT_KIND, { { 0 } } };

			for (int i = 0; i < SPLIT_END; i++)
				g.numbers[i] = (struct range){ 0, DRAW_ITEMS_MAX };
			if (add_group(h, &g) != 0)
				return -1;
		}
	return 0;
}

/* The most that any form of the group's length could depart. */
static int
farthest(const struct hunt *h, int items)
{
	const struct bank *b = h->pool.bank;
	const struct wishes *w = &h->wishes;
	int sum = 0;

#define WORST(wish) ((wish_distance(wish, 0) > wish_distance(wish, items) ? wish_distance(wish, 0) : \
    wish_distance(wish, items)))
	for (size_t i = 0; i < b->area_count; i++)
		sum += WORST(&w->areas[i]);
	for (size_t t = 0; t < b->topic_count; t++)
		sum += WORST(&w->topics[t]);
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		sum += WORST(&w->difficulty[d]);
	for (int k = 0; k < KIND_COUNT; k++)
		sum += WORST(&w->kind[k]);
#undef WORST
	return sum;
}

/* The limits of a group's forms, but for its departure. */
static int
limits_of(const struct hunt *h, const struct group *g, struct plan *p, struct arena *a)
{
	struct limits limits = h->limits;

	limits.items = (struct range){ g->items, g->items };
	if (plan_of_limits(p, &limits, &h->pool, a) != 0)
		return -1;
	for (size_t t = 0; t < h->pool.bank->topic_count; t++)
		range_narrow(&p->topics[t], 0, g->topic_max);
	for (int i = SPLIT_KIND; i < g->split; i++)
		range_narrow(split_range(p, i), g->numbers[i].min, g->numbers[i].max);
	p->tenths = (struct range){ h->tenths.min - 10 * g->missing, h->tenths.max + 10 * g->missing };
	return 0;
}

enum sight { SIGHT_FOUND, SIGHT_NONE, SIGHT_LATER, SIGHT_MEMORY };     /* LATER: costs more than it seemed */

/* Takes in what a glimpse saw of the group. */
static enum sight
heed(struct hunt *h, struct group *g, int result, const struct range *tenths)
{
	int missing;

	if (result < 0)
		return SIGHT_MEMORY;
	if (result == GLIMPSE_NONE)
		return SIGHT_NONE;
	missing = result == 0 ? minutes_missing(h, tenths) : 0;
	if (missing <= g->missing)
		return SIGHT_FOUND;
	g->missing = missing;
	return SIGHT_LATER;
}

/* The most minutes that may be missing for the group to cost `limit` at most. */
static int
minutes_within(const struct hunt *h, const struct group *g, int limit)
{
	struct group none = *g;
	int rest;

	none.missing = 0;
	rest = (limit - cost_of(h, &none) - COST_RULE) / COST_MINUTE;
	return rest > g->missing ? rest : g->missing;
}

/* The parts of a group too large to be counted take its place. */
static enum sight
part(struct hunt *h, const struct group *g, const struct plan *p)
{
	struct group part = *g;
	struct plan plan = *p;
	int at = split_next(p, g->split);
	const struct range all = *split_range(&plan, at);

	part.fresh = false;
	part.split = at + 1;
	for (int n = all.min; n <= all.max; n++) {
		part.numbers[at] = (struct range){ n, n };
		if (add_group(h, &part) != 0)
			return SIGHT_MEMORY;
	}
	return SIGHT_NONE;
}

static enum sight
search(struct hunt *h, struct group *g, struct plan *p, int limit, struct selection *s)
{
	bool last = split_next(p, g->split) == SPLIT_END;
	int missing;

	p->tenths = h->tenths;
	switch (find_whole(s, &missing, minutes_within(h, g, limit), p, &h->pool, last, h->r->rng)) {
	case 0:
		g->missing = missing;
		return SIGHT_FOUND;
	case FIND_NONE:
		g->missing = missing;
		return missing == INT32_MAX ? SIGHT_NONE : SIGHT_LATER;
	case FIND_LARGE:
		return part(h, g, p);
	case FIND_UNKNOWN:
		h->undecided = true;
		return SIGHT_NONE;
	default:
		return SIGHT_MEMORY;
	}
}

/*
 * Looks for the group's form with the fewest minutes missing, as long as that is cheaper than `limit`;
 * small counts first.
 */
static enum sight
look(struct hunt *h, struct group *g, int limit, struct selection *s)
{
	struct arena *a = arena_new();
	const struct bank *b = h->pool.bank;
	struct plan limits, plan;
	struct range tenths;
	enum sight seen = SIGHT_MEMORY;

	if (a == NULL || limits_of(h, g, &limits, a) != 0 || plan_copy(&plan, &limits, b, a) != 0)
		goto out;
	seen = SIGHT_NONE;
	if (plan_empty(&limits, b))
		goto out;
	plan_depart(&plan, &limits, &h->wishes, 0, g->off, b);
	if (plan_empty(&plan, b))
		goto out;
	seen = heed(h, g, glimpse_topics(&tenths, &plan, &h->pool), &tenths);
	if (seen == SIGHT_FOUND)
		seen = heed(h, g, glimpse_cells(&tenths, &plan, &h->pool), &tenths);
	if (seen == SIGHT_FOUND)
		seen = search(h, g, &plan, limit, s);
out:
	arena_free(a);
	return seen;
}

/* What the quotas force any form of the group to depart. */
static enum sight
weigh(struct hunt *h, struct group *g)
{
	struct arena *a = arena_new();
	struct plan limits;
	struct forced f;
	enum sight seen = SIGHT_MEMORY;

	if (a == NULL || limits_of(h, g, &limits, a) != 0)
		goto out;
	seen = SIGHT_NONE;
	if (plan_empty(&limits, h->pool.bank))
		goto out;
	plan_forced(&f, &limits, &h->wishes, h->pool.bank);
	if (f.topics == INT32_MAX || f.difficulty == INT32_MAX || f.kind == INT32_MAX)
		goto out;
	g->off = f.topics + f.difficulty + f.kind;
	seen = SIGHT_LATER;
out:
	arena_free(a);
	return seen;
}

/* The group with the next departure; there is none between 0 and that of one broken quota. */
static int
add_next(struct hunt *h, const struct group *g)
{
	struct group next = *g;
	const struct range tenths = { h->shortest[g->items], h->longest[g->items] };

	next.off = g->off == 0 ? COST_RULE / COST_ITEM + 1 : g->off + 1;
	next.missing = minutes_missing(h, &tenths);
	return next.off <= farthest(h, g->items) ? add_group(h, &next) : 0;
}

static enum sight
hunt(struct hunt *h, struct selection *s)
{
	while (h->group_count > 0) {
		struct group g = take_cheapest(h);
		enum sight seen;

		if (g.off < 0) {
			seen = weigh(h, &g);
		} else {
			if (g.fresh && add_next(h, &g) != 0)
				return SIGHT_MEMORY;
			g.fresh = false;
			seen = look(h, &g,
			    h->group_count > 0 ? cost_of(h, &h->groups[cheapest(h)]) : INT32_MAX / 2, s);
		}
		if (seen == SIGHT_LATER && add_group(h, &g) != 0)
			return SIGHT_MEMORY;
		if (seen == SIGHT_FOUND || seen == SIGHT_MEMORY)
			return seen;
	}
	return SIGHT_NONE;
}

int
nearest_form(size_t *items, size_t *count, const struct ruling *r)
{
	struct hunt h = { .r = r, .arena = arena_new() };
	struct selection s;
	enum sight seen = SIGHT_MEMORY;

	*count = 0;
	if (h.arena == NULL || sort_rules(&h) != 0 || sum_tenths(&h) != 0 || first_groups(&h) != 0)
		goto out;
	seen = h.pool.broken ? SIGHT_NONE : hunt(&h, &s);
	if (seen != SIGHT_FOUND)
		goto out;
	for (size_t i = 0; i < h.pool.fixed_count; i++)
		items[(*count)++] = h.pool.fixed[i].item;
	for (size_t i = 0; i < s.count; i++)
		items[(*count)++] = h.pool.picks[s.picks[i]].item;
out:
	free(h.groups);
	arena_free(h.arena);
	if (seen == SIGHT_NONE)
		return h.undecided ? FEASIBLE_UNKNOWN : FEASIBLE_NONE;
	return seen == SIGHT_FOUND ? 0 : -1;
}
