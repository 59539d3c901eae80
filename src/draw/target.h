#ifndef DRAW_TARGET_H
#define DRAW_TARGET_H
#include "draw/pool.h"
struct rng;
/*
 * Targets: how many items each area, topic, difficulty and kind should have, as exact
 * fractions that add up to the form and lie within the quotas and the stock; and their
 * rounding to whole numbers.
 */
struct target {
	bool set;                       /* false: no target, every number within the quota is as good */
	int64_t num, den;
};

struct targets {
	int items;
	struct target *areas, *topics;  /* bank->area_count, bank->topic_count */
	struct target difficulty[DIFFICULTY_COUNT], kind[KIND_COUNT];
};

int target_floor(const struct target *t);
int target_ceil(const struct target *t);
/* Times 10, rounded; -1 without a target. */
int target_tenths(const struct target *t);

enum { TARGETS_NONE = 1 };
/*
 * For a form of so many items.  Returns 0; TARGETS_NONE: limits and stock leave no room for that
 * total; or -1 when out of memory.
 */
int targets_fit(struct targets *out, const struct pool *pool, const struct blueprint *bp, int items,
    const struct limits *limits, struct arena *a);

struct margins {
	int *topics;
	int difficulty[DIFFICULTY_COUNT], kind[KIND_COUNT];     /* -1: free */
	size_t *area_order, *topic_order;       /* room for the work */
	uint64_t *area_length, *topic_length;
};

/* Returns 0, or -1 when out of memory. */
int margins_init(struct margins *m, const struct bank *b, struct arena *a);

/*
 * Each count becomes the floor or the ceiling of its target, with exactly the chance that
 * makes its expectation the target; so do the counts of areas; totals stay.
 */
void targets_round(struct margins *m, const struct targets *t, const struct bank *b, struct rng *rng);

#endif
