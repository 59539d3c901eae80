#ifndef DRAW_NEAREST_H
#define DRAW_NEAREST_H
#include "draw/attempt.h"

/* All rules of a request, open to change. */
struct ruling {
	const struct draw_request *rq;
	const struct stock *stock;
	struct rule *rules;
	size_t count;
	struct rng *rng;
};

/* The number of items may double at most: more is another interview. */
struct range nearest_lengths(const struct draw_request *rq);

/*
 * The form that breaks the numbers in the rules least, and the rest of the rules not at all.
 * Breaking one costs 10, and then: 5 for each item that a quota, or topic-max, is missed by; 10 for
 * each item more or less in the form; 1 for each minute.  No form is cheaper.
 *
 * Puts into `items`, with room for DRAW_ITEMS_MAX, what the form holds.  Returns 0; FEASIBLE_NONE:
 * no form keeps the rest of the rules; FEASIBLE_UNKNOWN: some were too large to look at, and no
 * other was found; or -1 when out of memory.
 */
int nearest_form(size_t *items, size_t *count, const struct ruling *r);

#endif
