#ifndef DRAW_WISH_H
#define DRAW_WISH_H
#include "draw/target.h"
/*
 * Margins as they are wished for: of a draw, the floor and ceiling of its targets; of a repair,
 * the quotas.  The departure of a form is the sum of its distances from them.
 */
struct wish {
	int low, high;
	int off;                        /* what being outside costs, beside one for each item */
};

struct wishes {
	struct wish *areas, *topics;    /* bank->area_count, bank->topic_count */
	struct wish difficulty[DIFFICULTY_COUNT], kind[KIND_COUNT];
};

#define WISH_ANY ((struct wish){ 0, DRAW_ITEMS_MAX, 0 })

static inline int
wish_distance(const struct wish *w, int n)
{
	if (n < w->low)
		return w->off + w->low - n;
	return n > w->high ? w->off + n - w->high : 0;
}

/* No wish at all, for forms of so many items. */
static inline bool
wish_any(const struct wish *w, int items)
{
	return w->low <= 0 && w->high >= items;
}

/* All WISH_ANY.  Returns 0, or -1 when out of memory. */
int wishes_init(struct wishes *w, const struct bank *b, struct arena *a);
/* Returns 0, or -1 when out of memory. */
int wishes_of_targets(struct wishes *w, const struct targets *t, const struct bank *b, struct arena *a);
/* The numbers that lie at most so far from the wish. */
void wish_near(struct range *r, const struct wish *w, int distance);

/*
 * What no choice of numbers within `ranges` that adds up to `items` stays below; INT32_MAX: there
 * is none.  `w` may be NULL.
 */
int wishes_least(const struct wish *w, const struct range *ranges, size_t count, const struct range *items);
/* The same of topics and areas together. */
int wishes_least_topics(const struct wishes *w, const struct range *topics, const struct range *areas,
    const struct bank *b, const struct range *items);
/* Leaves of each range what some choice has that departs by at most `most`; `count` up to KIND_COUNT. */
void wishes_narrow(const struct wish *w, struct range *ranges, size_t count, const struct range *items,
    int most);

#endif
