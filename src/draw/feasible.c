#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/feasible.h"
#include "draw/find.h"
#include "draw/glimpse.h"

#define GUESSES 4                       /* roundings tried before a proof is begun */
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
	    margins_init(&r->margins, b, a) != 0 || wishes_of_targets(&r->wishes, targets, b, a) != 0)
		return -1;
	r->wide.wishes = &r->wishes;
	r->wide.items = r->plan.items = (struct range){ targets->items, targets->items };
	for (size_t t = 0; t < b->topic_count; t++)
		range_narrow(&r->wide.topics[t], 0, r->wishes.topics[t].high);
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		range_narrow(&r->wide.difficulty[d], 0, r->wishes.difficulty[d].high);
	for (int k = 0; k < KIND_COUNT; k++)
		range_narrow(&r->wide.kind[k], 0, r->wishes.kind[k].high);
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

/* The least departure from `*least` on at which `glimpse` sees a form that keeps the minutes. */
static int
first_seen(int (*glimpse)(struct range *, const struct plan *, const struct pool *),
    const struct plan *limits, const struct wishes *wishes, const struct pool *pool, int *least)
{
	struct arena *a = arena_new();
	struct plan plan;
	int result = a != NULL ? plan_copy(&plan, limits, pool->bank, a) : -1;

	while (result >= 0) {
		struct range tenths;

		plan_depart(&plan, limits, wishes, 0, *least, pool->bank);
		result = glimpse(&tenths, &plan, pool);
		if (result != GLIMPSE_NONE && (result != 0 || tenths_missing(&tenths, &plan.tenths) == 0))
			break;
		++*least;
	}
	arena_free(a);
	return result < 0 ? -1 : 0;
}

int
feasible_departure(
    const struct plan *limits, const struct wishes *wishes, const struct pool *pool, int *least)
{
	struct forced f;
	int forced, of_topics, of_cells;

	plan_forced(&f, limits, wishes, pool->bank);
	forced = of_topics = of_cells = f.topics + f.difficulty + f.kind;
	if (first_seen(glimpse_topics, limits, wishes, pool, &of_topics) != 0 ||
	    first_seen(glimpse_cells, limits, wishes, pool, &of_cells) != 0)
		return -1;
	/* Each has looked at one side, with what the other is forced to depart beside it. */
	*least = of_topics + of_cells - forced;
	return 0;
}

int
feasible_within(const struct plan *plan, const struct pool *pool, const struct limits *limits,
    const struct blueprint *bp, struct rng *rng)
{
	const struct question q = { plan, pool, limits, bp, rng };
	struct range tenths = plan->tenths;
	struct selection s;
	int result = glimpse_topics(&tenths, plan, pool);

	/* With the number of items open the table of cells outgrows what it saves. */
	if (result != GLIMPSE_NONE && result >= 0 && tenths_missing(&tenths, &plan->tenths) == 0 &&
	    plan->items.min == plan->items.max)
		result = glimpse_cells(&tenths, plan, pool);
	if (result == GLIMPSE_NONE || tenths_missing(&tenths, &plan->tenths) > 0)
		return FEASIBLE_NONE;
	if (result < 0)
		return result;
	result = guess_lengths(&q);
	return result == FEASIBLE_NONE ? find_form(&s, plan, pool, rng) : result;
}

int
feasible(const struct draw_request *rq, const struct stock *stock, const struct limits *limits,
    enum pool_history history, struct rng *rng)
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
		result = feasible_within(&plan, &pool, limits, rq->blueprint, rng);
out:
	arena_free(a);
	return result;
}
