#include <string.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/feasible.h"

#define GUESSES 4                       /* roundings tried before a large proof is begun */
#define GUESS_TRIALS 128
#define GUESS_LENGTHS 6                 /* lengths tried where the number of items is open */

int
plan_copy(struct plan *out, const struct plan *p, const struct bank *b, struct arena *a)
{
	*out = *p;
	out->topics = arena_alloc(a, b->topic_count, sizeof(*out->topics));
	if (out->topics == NULL)
		return -1;
	for (size_t t = 0; t < b->topic_count; t++)
		out->topics[t] = p->topics[t];
	return 0;
}

int
roundings_begin(struct roundings *r, const struct targets *targets, const struct plan *plan,
    const struct pool *pool, struct arena *a)
{
	const struct bank *b = pool->bank;

	r->targets = targets;
	r->pool = pool;
	if (plan_copy(&r->wide, plan, b, a) != 0 || plan_copy(&r->plan, plan, b, a) != 0 ||
	    margins_init(&r->margins, b, a) != 0)
		return -1;
	r->wide.targets = targets;
	r->wide.items = r->plan.items = (struct range){ targets->items, targets->items };
	for (size_t t = 0; t < b->topic_count; t++)
		range_narrow(&r->wide.topics[t], 0, target_ceil(&targets->topics[t]));
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		if (targets->difficulty[d].set)
			range_narrow(&r->wide.difficulty[d], 0, target_ceil(&targets->difficulty[d]));
	for (int k = 0; k < KIND_COUNT; k++)
		if (targets->kind[k].set)
			range_narrow(&r->wide.kind[k], 0, target_ceil(&targets->kind[k]));
	r->plan.areas_follow = true;
	return lattice_topics(&r->lattice, &r->wide, pool, true, &effort_full, a);
}

int
roundings_next(struct roundings *r, struct rng *rng, struct arena *a)
{
	const struct margins *m = &r->margins;
	int result;

	targets_round(&r->margins, r->targets, r->pool->bank, rng);
	for (size_t t = 0; t < r->pool->bank->topic_count; t++)
		r->plan.topics[t] = (struct range){ m->topics[t], m->topics[t] };
	for (int k = 0; k < DIFFICULTY_COUNT; k++)
		if (m->difficulty[k] >= 0)
			r->plan.difficulty[k] = (struct range){ m->difficulty[k], m->difficulty[k] };
	for (int k = 0; k < KIND_COUNT; k++)
		if (m->kind[k] >= 0)
			r->plan.kind[k] = (struct range){ m->kind[k], m->kind[k] };
	result = lattice_states(&r->lattice, &r->plan, a);
	if (result == 0)
		lattice_count(&r->lattice, 1, 0);
	return result;
}

struct question {
	const struct plan *plan;
	const struct pool *pool;
	const struct limits *limits;
	const struct blueprint *blueprint;
	struct rng *rng;
};

/* The range of forms' lengths that the families' limits leave. */
static struct range
lengths(const struct plan *p)
{
	struct range d = { 0, 0 }, k = { 0, 0 }, r = p->items;

	for (int i = 0; i < DIFFICULTY_COUNT; i++) {
		d.min += p->difficulty[i].min;
		d.max += p->difficulty[i].max;
	}
	for (int i = 0; i < KIND_COUNT; i++) {
		k.min += p->kind[i].min;
		k.max += p->kind[i].max;
	}
	range_narrow(&r, d.min, d.max);
	range_narrow(&r, k.min, k.max);
	return r;
}

/* A few roundings of the targets: 0 if one gives a form; FEASIBLE_NONE if not, which proves nothing. */
static int
guess(const struct question *q, int items)
{
	struct arena *a = arena_new();
	struct targets targets;
	struct roundings r;
	struct selection s;
	int result = -1;

	if (a == NULL)
		return -1;
	result = targets_fit(&targets, q->pool, q->blueprint, items, q->limits, a);
	if (result != 0) {
		result = result == TARGETS_NONE ? FEASIBLE_NONE : -1;
		goto out;
	}
	result = roundings_begin(&r, &targets, q->plan, q->pool, a);
	if (result == LATTICE_TOO_LARGE) {
		result = FEASIBLE_NONE;
		goto out;
	}
	for (int i = 0; i < GUESSES && result >= 0; i++) {
		result = roundings_next(&r, q->rng, a);
		if (result == 0 && window_draw(&r.lattice, &s, GUESS_TRIALS, q->rng) == WINDOW_FOUND)
			goto out;
		if (result >= 0)
			result = FEASIBLE_NONE;
	}
out:
	arena_free(a);
	return result;
}

static int
guess_lengths(const struct question *q)
{
	struct range r = lengths(q->plan);
	int span = r.max - r.min, count = span < GUESS_LENGTHS ? span + 1 : GUESS_LENGTHS;

	for (int i = 0; i < count; i++) {
		int result = guess(q, count > 1 ? r.min + span * i / (count - 1) : r.min);

		if (result != FEASIBLE_NONE)
			return result;
	}
	return FEASIBLE_NONE;
}

/*
 * Counts within the plan.  FEASIBLE_NONE: no set at all, even with enemies in different topics
 * and any minutes between the least and the most.  FEASIBLE_UNKNOWN: too large to tell.
 */
static int
count_within(struct lattice *l, const struct plan *plan, const struct pool *pool, const struct effort *effort,
    struct arena *a)
{
	int result;

	result = lattice_topics(l, plan, pool, true, effort, a);
	if (result == 0)
		result = lattice_states(l, plan, a);
	if (result != 0)
		return result < 0 ? -1 : FEASIBLE_UNKNOWN;
	lattice_count(l, 1, 0);
	return !lattice_possible(l) || l->layers[0].shortest[0] > plan->tenths.max ||
	    l->layers[0].longest[0] < plan->tenths.min ? FEASIBLE_NONE : 0;
}

/* Areas, topics and minutes, whatever the difficulties and kinds: a small lattice. */
static int
refute_topics(const struct plan *plan, const struct pool *pool)
{
	const struct range any = { 0, DRAW_ITEMS_MAX };
	struct arena *a = arena_new();
	struct plan some = *plan;
	struct lattice l;
	int result;

	if (a == NULL)
		return -1;
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		some.difficulty[d] = any;
	for (int k = 0; k < KIND_COUNT; k++)
		some.kind[k] = any;
	result = count_within(&l, &some, pool, &effort_fair, a);
	arena_free(a);
	return result;
}

/*
 * Difficulties, kinds and minutes together, as if all items stood in one topic and none were
 * enemies: a table over a dozen cells instead of a lattice.
 */
static int
refute_cells(const struct plan *within, const struct pool *from)
{
	struct arena *a = arena_new();
	const struct area area = { "", "" };
	const struct topic topic = { "", "", 0, 100 };
	struct bank bank = *from->bank;
	struct pool pool = *from;
	struct plan plan = *within;
	struct range items = within->items;
	struct lattice l;
	int result = -1;

	if (a == NULL)
		return -1;
	bank.areas = &area;
	bank.topics = &topic;
	bank.area_count = bank.topic_count = 1;
	pool.bank = &bank;
	pool.enemies = arena_alloc(a, bank.enemy_group_count, sizeof(*pool.enemies));
	pool.first = arena_alloc(a, 2, sizeof(*pool.first));
	pool.fixed = arena_alloc(a, pool.fixed_count, sizeof(*pool.fixed));
	if (pool.enemies == NULL || pool.first == NULL || pool.fixed == NULL)
		goto out;
	for (size_t i = 0; i < pool.fixed_count; i++) {
		pool.fixed[i] = from->fixed[i];
		pool.fixed[i].topic = 0;
	}
	pool.first[1] = pool.count;
	plan.topics = &items;
	plan.areas_follow = true;
	result = count_within(&l, &plan, &pool, &effort_small, a);
out:
	arena_free(a);
	return result;
}

/* The least departure at which `refute` has nothing to say. */
static int
least_unrefuted(int (*refute)(const struct plan *, const struct pool *), const struct plan *limits,
    const struct targets *targets, const struct pool *pool, int *least)
{
	struct arena *a = arena_new();
	struct plan plan;
	int result = a != NULL ? plan_copy(&plan, limits, pool->bank, a) : -1;

	for (*least = 0; result == 0; ++*least) {
		plan_depart(&plan, limits, targets, 0, *least, pool->bank);
		result = refute(&plan, pool);
		if (result != FEASIBLE_NONE)
			break;
		result = 0;
	}
	arena_free(a);
	return result < 0 ? -1 : 0;
}

int
feasible_departure(const struct plan *limits, const struct targets *targets, const struct pool *pool,
    int *least)
{
	struct arena *a = arena_new();
	struct targets topics = *targets, cells = *targets;
	int of_topics, of_cells, result = -1;

	if (a == NULL)
		return -1;
	memset(topics.difficulty, 0, sizeof(topics.difficulty));
	memset(topics.kind, 0, sizeof(topics.kind));
	cells.areas = arena_alloc(a, pool->bank->area_count, sizeof(*cells.areas));
	cells.topics = arena_alloc(a, pool->bank->topic_count, sizeof(*cells.topics));
	if (cells.areas == NULL || cells.topics == NULL ||
	    least_unrefuted(refute_topics, limits, &topics, pool, &of_topics) != 0 ||
	    least_unrefuted(refute_cells, limits, &cells, pool, &of_cells) != 0)
		goto out;
	*least = of_topics + of_cells;
	result = 0;
out:
	arena_free(a);
	return result;
}

static int
prove(const struct question *q, const struct effort *effort)
{
	struct arena *a = arena_new();
	struct lattice l;
	struct selection s;
	enum search_result found;
	bool full = effort == &effort_full;
	int result = -1;

	if (a == NULL)
		return -1;
	result = count_within(&l, q->plan, q->pool, effort, a);
	/* Searching without the states can take long, and needs the topics at least. */
	if (result < 0 || result == FEASIBLE_NONE || (result == FEASIBLE_UNKNOWN && (!full || !l.listed)))
		goto out;
	found = search_run(&l, &s, effort->nodes, q->rng);
	result = found == SEARCH_MEMORY ? -1 : found == SEARCH_FOUND ? 0 :
	    found == SEARCH_STOPPED ? FEASIBLE_UNKNOWN : FEASIBLE_NONE;
out:
	arena_free(a);
	return result;
}

int
feasible_within(const struct plan *plan, const struct pool *pool, const struct limits *limits,
    const struct blueprint *bp, const struct effort *effort, struct rng *rng)
{
	const struct question q = { plan, pool, limits, bp, rng };
	int result = refute_topics(plan, pool);

	/* With the number of items open the table of cells outgrows what it saves. */
	if ((result == 0 || result == FEASIBLE_UNKNOWN) && plan->items.min == plan->items.max)
		result = refute_cells(plan, pool);
	if (result < 0 || result == FEASIBLE_NONE)
		return result;
	result = prove(&q, &effort_small);
	if (result != FEASIBLE_UNKNOWN)
		return result;
	result = guess_lengths(&q);
	return result == FEASIBLE_NONE ? prove(&q, effort) : result;
}

int
feasible(const struct draw_request *rq, const struct stock *stock, const struct limits *limits,
    enum pool_history history, const struct effort *effort, struct rng *rng)
{
	struct arena *a = arena_new();
	struct pool pool;
	struct plan plan;
	int result = -1;

	if (a == NULL || pool_make(&pool, stock, rq, limits, history, a) != 0 ||
	    plan_of_limits(&plan, limits, &pool, a) != 0)
		goto out;
	result = FEASIBLE_NONE;
	if (!pool.broken && !plan_empty(&plan, rq->bank))
		result = feasible_within(&plan, &pool, limits, rq->blueprint, effort, rng);
out:
	arena_free(a);
	return result;
}
