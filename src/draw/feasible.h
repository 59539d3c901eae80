#ifndef DRAW_FEASIBLE_H
#define DRAW_FEASIBLE_H
#include "draw/search.h"
#include "draw/window.h"

enum { FEASIBLE_NONE = 1, FEASIBLE_UNKNOWN = 2 };

/* Lattices of randomly rounded margins, one after the other, over the same topics. */
struct roundings {
	const struct targets *targets;
	const struct pool *pool;
	struct wishes wishes;
	struct plan wide, plan;
	struct margins margins;
	struct lattice lattice;
};

/* Returns 0, LATTICE_TOO_LARGE, or -1 when out of memory. */
int roundings_begin(struct roundings *r, const struct targets *targets, const struct plan *plan,
    const struct pool *pool, struct arena *a);
/* The next margins: 0 with `r->lattice` counted, LATTICE_TOO_LARGE, or -1. */
int roundings_next(struct roundings *r, struct rng *rng, struct arena *a);

/*
 * A departure that no form stays below: what topics and areas force, and what difficulties and
 * kinds do, each on its own.  Returns 0, or -1 when out of memory.  There must be a form.
 */
int feasible_departure(const struct plan *limits, const struct wishes *wishes, const struct pool *pool,
    int *least);

/* A copy whose topics' numbers may be changed; 0 or -1. */
int plan_copy(struct plan *out, const struct plan *p, const struct bank *b, struct arena *a);

/*
 * Whether there is a form within the limits, whatever its departure.  Returns 0; FEASIBLE_NONE:
 * there surely is none; FEASIBLE_UNKNOWN: a topic alone has more combinations than fit in memory;
 * or -1 when out of memory.
 */
int feasible(const struct draw_request *rq, const struct stock *stock, const struct limits *limits,
    enum pool_history history, struct rng *rng);
/* The same of a pool whose plan is not empty. */
int feasible_within(const struct plan *plan, const struct pool *pool, const struct limits *limits,
    const struct blueprint *bp, struct rng *rng);

#endif
