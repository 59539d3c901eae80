#include <stdlib.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/attempt.h"
#include "draw/tally.h"

#define ROUNDINGS 20
#define TRIALS_FIRST 512                /* before it is worth proving that there is a set at all */
#define NODES_FIRST 200000              /* of that proof, before more trials are the better bet */

struct drawing {
	const struct draw_request *rq;
	const struct streams *streams;
	struct outcome *out;
	struct lattice lattice;
	struct arena *arena;
};

/* A set within the margins of a counted lattice: trials, then proof, then more trials, then search. */
static int
draw_within(struct drawing *d)
{
	struct selection *s = &d->out->selection;
	enum window_result drawn = window_draw(&d->lattice, s, TRIALS_FIRST, d->streams->draw);
	enum search_result found;

	if (drawn != WINDOW_UNKNOWN)
		return drawn == WINDOW_FOUND ? 0 : ATTEMPT_NONE;
	found = search_run(&d->lattice, s, NODES_FIRST, d->streams->search);
	if (found == SEARCH_MEMORY)
		return -1;
	if (found == SEARCH_NONE)
		return ATTEMPT_NONE;
	lattice_count(&d->lattice, 1, 0);
	if (window_draw(&d->lattice, s, WINDOW_TRIALS, d->streams->draw) == WINDOW_FOUND)
		return 0;
	/* Sets so rare among those with these margins that one found by searching has to do. */
	found = search_run(&d->lattice, s, 0, d->streams->search);
	if (found == SEARCH_MEMORY)
		return -1;
	return found == SEARCH_FOUND ? 0 : ATTEMPT_NONE;
}

/* A set that `plan` admits, out of topics already listed. */
static int
draw_margins(struct drawing *d, const struct plan *plan)
{
	struct arena *a = arena_new();
	int result = -1;

	if (a == NULL || lattice_states(&d->lattice, plan, a) != 0)
		goto out;
	lattice_count(&d->lattice, 1, 0);
	result = draw_within(d);
	if (result != 0)
		goto out;
	d->out->forms = lattice_tally(&d->lattice);
	if (d->out->forms == NULL)
		result = -1;
out:
	arena_free(a);
	return result;
}

static void
plan_margins(struct plan *p, const struct margins *m, const struct bank *b)
{
	p->areas_follow = true;
	p->targets = NULL;
	for (size_t t = 0; t < b->topic_count; t++)
		p->topics[t] = (struct range){ m->topics[t], m->topics[t] };
	for (int k = 0; k < DIFFICULTY_COUNT; k++)
		if (m->difficulty[k] >= 0)
			p->difficulty[k] = (struct range){ m->difficulty[k], m->difficulty[k] };
	for (int k = 0; k < KIND_COUNT; k++)
		if (m->kind[k] >= 0)
			p->kind[k] = (struct range){ m->kind[k], m->kind[k] };
}

static int
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

/* Margins rounded at random until a set has them. */
static int
draw_rounded(struct drawing *d, const struct plan *limits)
{
	const struct bank *b = d->rq->bank;
	const struct targets *targets = &d->out->targets;
	struct plan wide, plan;
	struct margins m;

	if (plan_copy(&wide, limits, b, d->arena) != 0 || plan_copy(&plan, limits, b, d->arena) != 0 ||
	    margins_init(&m, b, d->arena) != 0)
		return -1;
	wide.targets = targets;
	for (size_t t = 0; t < b->topic_count; t++)
		range_narrow(&wide.topics[t], 0, target_ceil(&targets->topics[t]));
	if (lattice_topics(&d->lattice, &wide, &d->out->pool, true, d->arena) != 0)
		return -1;
	for (int i = 0; i < ROUNDINGS; i++) {
		int result;

		targets_round(&m, targets, b, d->streams->rounding);
		plan_margins(&plan, &m, b);
		result = draw_margins(d, &plan);
		if (result != ATTEMPT_NONE)
			return result;
	}
	return ATTEMPT_NONE;
}

/* Every margin vector within the limits, least departure first. */
static int
draw_relaxed(struct drawing *d, const struct plan *limits)
{
	const struct bank *b = d->rq->bank;
	const struct targets *targets = &d->out->targets;

	for (int departure = 0;; departure++) {
		struct plan *plan = arena_alloc(d->arena, 1, sizeof(*plan));
		int result;

		if (plan == NULL || plan_copy(plan, limits, b, d->arena) != 0)
			return -1;
		plan->targets = targets;
		plan->departure_min = plan->departure_max = departure;
		for (size_t t = 0; t < b->topic_count; t++)
			range_narrow(&plan->topics[t], target_floor(&targets->topics[t]) - departure,
			    target_ceil(&targets->topics[t]) + departure);
		for (int k = 0; k < DIFFICULTY_COUNT; k++)
			if (targets->difficulty[k].set)
				range_narrow(&plan->difficulty[k], target_floor(&targets->difficulty[k]) - departure,
				    target_ceil(&targets->difficulty[k]) + departure);
		for (int k = 0; k < KIND_COUNT; k++)
			range_narrow(&plan->kind[k], target_floor(&targets->kind[k]) - departure,
			    target_ceil(&targets->kind[k]) + departure);
		if (lattice_topics(&d->lattice, plan, &d->out->pool, true, d->arena) != 0)
			return -1;
		result = draw_margins(d, plan);
		if (result == ATTEMPT_NONE)
			continue;
		d->out->relaxed = true;
		d->out->departure = departure;
		return result;
	}
}

static int
feasible_plan(const struct plan *plan, const struct pool *pool, struct rng *rng, struct arena *a)
{
	struct lattice l;
	struct selection s;
	enum search_result found;

	if (lattice_topics(&l, plan, pool, true, a) != 0 || lattice_states(&l, plan, a) != 0)
		return -1;
	lattice_count(&l, 1, 0);
	if (!lattice_possible(&l) || l.layers[0].shortest[0] > plan->tenths.max ||
	    l.layers[0].longest[0] < plan->tenths.min)
		return ATTEMPT_NONE;
	found = search_run(&l, &s, 0, rng);
	if (found == SEARCH_MEMORY)
		return -1;
	return found == SEARCH_FOUND ? 0 : ATTEMPT_NONE;
}

int
attempt_feasible(const struct draw_request *rq, const struct stock *stock, const struct limits *limits,
    enum pool_history history, struct rng *rng)
{
	struct arena *a = arena_new();
	struct pool pool;
	struct plan plan;
	int result = -1;

	if (a == NULL || pool_make(&pool, stock, rq, limits, history, a) != 0 ||
	    plan_of_limits(&plan, limits, &pool, a) != 0)
		goto out;
	result = ATTEMPT_NONE;
	if (!pool.broken && !plan_empty(&plan, rq->bank))
		result = feasible_plan(&plan, &pool, rng, a);
out:
	arena_free(a);
	return result;
}

int
attempt_draw(struct outcome *out, const struct draw_request *rq, const struct stock *stock,
    const struct limits *limits, enum pool_history history, const struct streams *streams,
    struct arena *a)
{
	struct drawing d = { .rq = rq, .streams = streams, .out = out, .arena = a };
	struct plan plan;
	int result;

	*out = (struct outcome){ 0 };
	if (pool_make(&out->pool, stock, rq, limits, history, a) != 0 ||
	    plan_of_limits(&plan, limits, &out->pool, a) != 0)
		return -1;
	if (out->pool.broken || plan_empty(&plan, rq->bank))
		return ATTEMPT_NONE;
	result = targets_fit(&out->targets, &out->pool, rq->blueprint, limits, a);
	if (result != 0)
		return result == TARGETS_NONE ? ATTEMPT_NONE : -1;
	result = draw_rounded(&d, &plan);
	if (result != ATTEMPT_NONE)
		return result;
	result = feasible_plan(&plan, &out->pool, streams->search, a);
	return result == 0 ? draw_relaxed(&d, &plan) : result;
}
