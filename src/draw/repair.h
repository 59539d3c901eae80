#ifndef DRAW_REPAIR_H
#define DRAW_REPAIR_H
#include "draw/attempt.h"

/* All rules of a request, open to change. */
struct ruling {
	const struct draw_request *rq;
	const struct stock *stock;
	struct rule *rules;
	size_t count;
	struct rng *rng;
};

/*
 * Whether the rules marked in `in` (NULL: all) can hold together: 0, FEASIBLE_NONE, -1, or
 * FEASIBLE_UNKNOWN past effort_fair.  A conflict keeps a rule that may be needed; a repair passes
 * over a change that may not help.
 */
int ruling_feasible(const struct ruling *r, const bool *in);
/* Marks an irreducible set of rules that cannot hold together; there is one.  0 or -1. */
int ruling_conflict(const struct ruling *r, bool *in);
/*
 * Sets `*text` (malloc()) to the smallest change of numbers that makes a form possible: of one
 * rule of the conflict `in` if that is enough, else of one rule of each conflict.  Returns 0 or -1.
 */
int repair_find(char **text, const struct ruling *r, const bool *in);

#endif
