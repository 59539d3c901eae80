#ifndef DRAW_FIND_H
#define DRAW_FIND_H
#include "draw/walk.h"

enum { FIND_NONE = 1, FIND_UNKNOWN = 2, FIND_LARGE = 3 };

/*
 * Looks for a form of a plan that misses the plan's minutes by as few as possible, and by `most` at
 * most.  Exact.  Returns 0 with the minutes missing; FIND_NONE, with minutes that every form misses
 * at least (INT32_MAX: there is no form whatever its minutes); or -1 when out of memory.  FIND_LARGE:
 * the plan is too large to be counted, and should be split; with `last` it is searched instead, and
 * FIND_UNKNOWN is a topic with more combinations than fit in memory.
 */
int find_whole(struct selection *out, int *missing, int most, const struct plan *plan,
    const struct pool *pool, bool last, struct rng *rng);

/*
 * What a plan is split by, one after the other: the number of items, of each kind, of each
 * difficulty.  Each part of the plan has one number there.
 */
enum { SPLIT_ITEMS, SPLIT_KIND, SPLIT_DIFFICULTY = SPLIT_KIND + KIND_COUNT,
	SPLIT_END = SPLIT_DIFFICULTY + DIFFICULTY_COUNT };
struct range *split_range(struct plan *p, int split);
/* The first from `split` on that leaves a choice and matters, or SPLIT_END. */
int split_next(const struct plan *p, int split);

/*
 * Whether there is a form within a plan, split as far as need be.  Returns 0, FIND_NONE,
 * FIND_UNKNOWN or -1.
 */
int find_form(struct selection *out, const struct plan *plan, const struct pool *pool, struct rng *rng);

#endif
