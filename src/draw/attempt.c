#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/attempt.h"
#include "draw/census.h"

#define ROUNDINGS 20
#define TRIALS_FIRST 512                /* before it is worth proving that there is a set at all */
#define NODES_WITHOUT_STATES 2000000
#define NODES_FIRST 200000              /* of that proof, before more trials are the better bet */

struct drawing {
	const struct draw_request *rq;
	const struct streams *streams;
	struct outcome *out;
	struct arena *arena;
};

/* Trials, then proof that there is a set at all, then more trials, then search. */
static int
draw_set(struct drawing *d, struct lattice *l)
{
	struct selection *s = &d->out->selection;
	enum window_result drawn = window_draw(l, s, TRIALS_FIRST, d->streams->draw);
	enum search_result found;

	if (drawn != WINDOW_UNKNOWN)
		return drawn == WINDOW_FOUND ? 0 : ATTEMPT_NONE;
	found = search_run(l, s, NODES_FIRST, d->streams->search);
	if (found == SEARCH_MEMORY)
		return -1;
	if (found == SEARCH_NONE)
		return ATTEMPT_NONE;
	lattice_count(l, 1, 0);
	if (window_draw(l, s, WINDOW_TRIALS, d->streams->draw) == WINDOW_FOUND)
		return 0;
	/* Sets so rare among those with these margins that one found by searching has to do. */
	found = search_run(l, s, 0, d->streams->search);
	if (found == SEARCH_MEMORY)
		return -1;
	return found == SEARCH_FOUND ? 0 : ATTEMPT_NONE;
}

/* A set within the margins of a counted lattice, and how many there are if that is asked. */
static int
draw_within(struct drawing *d, struct lattice *l)
{
	int result = draw_set(d, l);

	if (result != 0 || !d->rq->count_forms)
		return result;
	return census_take(&d->out->forms, &d->out->forms_kind, l, d->streams->census);
}

/* Margins rounded at random until a set has them. */
static int
draw_rounded(struct drawing *d, const struct plan *limits)
{
	struct roundings r;
	int result;

	result = roundings_begin(&r, &d->out->targets, limits, &d->out->pool, d->arena);
	if (result != 0)
		return result;
	result = ATTEMPT_NONE;
	for (int i = 0; i < ROUNDINGS && result == ATTEMPT_NONE; i++) {
		struct arena *a = arena_new();

		if (a == NULL)
			return -1;
		result = roundings_next(&r, d->streams->rounding, a);
		if (result == 0)
			result = draw_within(d, &r.lattice);
		else if (result == LATTICE_TOO_LARGE)
			result = ATTEMPT_NONE;
		arena_free(a);
	}
	return result;
}

/*
 * Too many margins to count over: a search looks for a set with the departure, and its margins
 * are counted alone.  It gives up in time to try the next departure.
 */
static int
draw_found(struct drawing *d, struct lattice *l, const struct plan *limits, struct arena *a)
{
	struct plan plan = *limits;
	uint64_t vec = 0;
	enum search_result found = search_run(
	    l, &d->out->selection, NODES_WITHOUT_STATES, d->streams->search);
	int result;

	if (found != SEARCH_FOUND)
		return found == SEARCH_MEMORY ? -1 : ATTEMPT_NONE;
	if (plan_copy(&plan, limits, d->rq->bank, a) != 0)
		return -1;
	for (size_t t = 0; t < d->rq->bank->topic_count; t++)
		plan.topics[t] = (struct range){ 0, 0 };
	for (size_t i = 0; i < d->out->selection.count + d->out->pool.fixed_count; i++) {
		const struct pick *p = i < d->out->selection.count ?
		    &d->out->pool.picks[d->out->selection.picks[i]] :
		    &d->out->pool.fixed[i - d->out->selection.count];

		vec += topic_vec(p, &l->merge);
		plan.topics[p->topic].min = ++plan.topics[p->topic].max;
	}
	for (int k = 0; k < DIFFICULTY_COUNT; k++)
		plan.difficulty[k] = (struct range){ vec_get(vec, VEC_DIFFICULTY(k)),
			vec_get(vec, VEC_DIFFICULTY(k)) };
	for (int k = 0; k < KIND_COUNT; k++)
		plan.kind[k] = (struct range){ vec_get(vec, VEC_KIND(k)), vec_get(vec, VEC_KIND(k)) };
	plan.areas_follow = true;
	plan.wishes = NULL;
	result = lattice_states(l, &plan, a);
	if (result == 0) {
		lattice_count(l, 1, 0);
		return draw_within(d, l);
	}
	/* Even these are too many to count: what was found stands. */
	return result == LATTICE_TOO_LARGE ? 0 : -1;
}

static int
draw_departure(struct drawing *d, struct lattice *l, const struct plan *plan, struct arena *a)
{
	int result = lattice_states(l, plan, a);

	if (result == LATTICE_TOO_LARGE)
		return draw_found(d, l, plan, a);
	if (result != 0)
		return -1;
	lattice_count(l, 1, 0);
	return draw_within(d, l);
}

/* Every margin vector within the limits, least departure first. */
static int
draw_relaxed(struct drawing *d, const struct plan *limits)
{
	const struct bank *b = d->rq->bank;
	struct wishes wishes;
	struct plan plan;
	struct lattice l;
	struct arena *a;
	int least;

	if (plan_copy(&plan, limits, b, d->arena) != 0 ||
	    wishes_of_targets(&wishes, &d->out->targets, b, d->arena) != 0 ||
	    feasible_departure(limits, &wishes, &d->out->pool, &least) != 0)
		return -1;
	for (int departure = least;; departure++) {
		int result;

		plan_depart(&plan, limits, &wishes, departure, departure, b);
		a = arena_new();
		if (a == NULL)
			return -1;
		result = lattice_topics(&l, &plan, &d->out->pool, true, &effort_full, a);
		result = result == 0 ? draw_departure(d, &l, &plan, a) :
		    result == LATTICE_TOO_LARGE ? ATTEMPT_TOO_LARGE : -1;
		arena_free(a);
		if (result == ATTEMPT_NONE)
			continue;
		d->out->relaxed = true;
		d->out->departure = departure;
		return result;
	}
}

int
attempt_draw(struct outcome *out, const struct draw_request *rq, const struct stock *stock,
    const struct limits *limits, enum pool_history history, const struct streams *streams,
    struct arena *a)
{
	struct drawing d = { .rq = rq, .streams = streams, .out = out, .arena = a };
	struct plan plan;
	int result;

	*out = (struct outcome){ .forms_kind = FORMS_UNCOUNTED };
	if (pool_make(&out->pool, stock, rq, limits, history, a) != 0 ||
	    plan_of_limits(&plan, limits, &out->pool, a) != 0)
		return -1;
	if (out->pool.broken || plan_empty(&plan, rq->bank))
		return ATTEMPT_NONE;
	result = targets_fit(&out->targets, &out->pool, rq->blueprint, rq->blueprint->items, limits, a);
	if (result != 0)
		return result == TARGETS_NONE ? ATTEMPT_NONE : -1;
	result = draw_rounded(&d, &plan);
	if (result != ATTEMPT_NONE)
		return result;
	result = feasible_within(&plan, &out->pool, limits, rq->blueprint, streams->search);
	return result == 0 ? draw_relaxed(&d, &plan) : result;
}
