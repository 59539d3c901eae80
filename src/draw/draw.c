#include <stdlib.h>

#include "viva/arena.h"
#include "viva/err.h"
#include "viva/rng.h"
#include "draw/explain.h"
#include "draw/form.h"

#define RETRY_SHARE 5           /* at most one item in so many is a retry */

struct request {
	const struct draw_request *rq;
	struct stock stock;
	struct limits limits;
	size_t *fixed;                  /* required items, then the retries chosen */
	size_t required;
	struct rng rounding, draw, search, order, census;
	struct arena *arena;
};

static bool
fixed_already(const struct request *r, size_t item)
{
	for (size_t i = 0; i < r->limits.fixed_count; i++)
		if (r->fixed[i] == item)
			return true;
	return false;
}

/*
 * Adds `wanted` more retries, the most wanted first, such that some form holds them all.
 * Returns 0; ATTEMPT_NONE: there is no such choice; or -1.
 */
static int
choose_retries(struct request *r, size_t from, size_t wanted)
{
	const struct draw_request *rq = r->rq;

	if (wanted == 0)
		return 0;
	for (size_t i = from; i + wanted <= rq->retry_count; i++) {
		int result;

		if (!rules_eligible(rq, rq->retries[i]) || fixed_already(r, rq->retries[i]))
			continue;
		r->fixed[r->limits.fixed_count++] = rq->retries[i];
		result = feasible(rq, &r->stock, &r->limits, POOL_ALL, &r->search);
		if (result == 0)
			result = choose_retries(r, i + 1, wanted - 1);
		if (result != ATTEMPT_NONE)
			return result;
		r->limits.fixed_count--;
	}
	return ATTEMPT_NONE;
}

/* As many retries as some form holds, a fifth at most.  Without any form at all there are none. */
static int
fix_retries(struct request *r)
{
	size_t most = (size_t)r->rq->blueprint->items / RETRY_SHARE;

	if (most > r->rq->retry_count)
		most = r->rq->retry_count;
	for (size_t wanted = most; wanted > 0; wanted--) {
		int result = choose_retries(r, 0, wanted);

		if (result != ATTEMPT_NONE)
			return result;
	}
	return 0;
}

/* The fewest met items that a form can do with; -1 when out of memory, ATTEMPT_NONE without any form. */
static int
fewest_met(struct request *r, int *fewest)
{
	int low = 1, high = r->limits.items.max;
	int result;

	r->limits.met_max = high;
	result = feasible(r->rq, &r->stock, &r->limits, POOL_ALL, &r->search);
	if (result != 0)
		return result;
	while (low < high) {
		int middle = (low + high) / 2;

		r->limits.met_max = middle;
		result = feasible(r->rq, &r->stock, &r->limits, POOL_ALL, &r->search);
		if (result < 0)
			return -1;
		if (result == 0)
			high = middle;
		else
			low = middle + 1;
	}
	*fewest = low;
	return 0;
}

static bool
anything_met(const struct draw_request *rq)
{
	for (size_t i = 0; rq->history != NULL && i < rq->bank->item_count; i++)
		if (rq->history[i].times_met > 0)
			return true;
	return false;
}

static int
draw_outcome(struct request *r, struct outcome *o)
{
	const struct streams streams = { &r->rounding, &r->draw, &r->search, &r->census };
	int result = fix_retries(r);

	if (result != 0)
		return result;
	result = attempt_draw(o, r->rq, &r->stock, &r->limits, POOL_UNMET, &streams, r->arena);
	if (result != ATTEMPT_NONE || !anything_met(r->rq))
		return result;
	result = fewest_met(r, &r->limits.met_max);
	if (result != 0)
		return result;
	return attempt_draw(o, r->rq, &r->stock, &r->limits, POOL_ALL, &streams, r->arena);
}

static int
prepare(struct request *r)
{
	struct rule *rules;
	size_t count;

	if (stock_of_request(&r->stock, r->rq, r->arena) != 0 ||
	    rules_of_request(&rules, &count, r->rq, r->arena) != 0 ||
	    rules_limits(&r->limits, r->rq->bank, rules, count, r->arena) != 0)
		return -1;
	r->required = r->limits.fixed_count;
	r->fixed = arena_alloc(r->arena, r->required + DRAW_ITEMS_MAX, sizeof(*r->fixed));
	if (r->fixed == NULL)
		return -1;
	for (size_t i = 0; i < r->required; i++)
		r->fixed[i] = r->limits.fixed[i];
	r->limits.fixed = r->fixed;
	rng_seed(&r->rounding, r->rq->seed, "draw: rounding");
	rng_seed(&r->draw, r->rq->seed, "draw: set");
	rng_seed(&r->search, r->rq->seed, "draw: search");
	rng_seed(&r->order, r->rq->seed, "draw: order");
	rng_seed(&r->census, 0, "draw: census");        /* an estimate does not depend on the seed */
	return 0;
}

int
draw_form(struct form **form, struct conflict **why, const struct draw_request *rq, struct err *err)
{
	struct request r = { .rq = rq, .arena = arena_new() };
	struct outcome o = { 0 };
	int result = -1;

	*form = NULL;
	*why = NULL;
	if (r.arena == NULL || prepare(&r) != 0)
		goto out;
	result = draw_outcome(&r, &o);
	if (result == 0)
		result = form_make(
		    form, rq, &o, r.fixed + r.required, r.limits.fixed_count - r.required, &r.order);
	else if (result == ATTEMPT_NONE)
		result = explain(why, rq, &r.stock) == 0 ? DRAW_INFEASIBLE : -1;
out:
	free(o.forms);
	arena_free(r.arena);
	if (result == ATTEMPT_TOO_LARGE)
		return err_set(err, EXIT_FINDINGS, "%d items of so few topics are more than can be counted",
		    rq->blueprint->items);
	return result < 0 ? err_memory(err) : result;
}
