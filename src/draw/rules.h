#ifndef DRAW_RULES_H
#define DRAW_RULES_H
#include "viva/draw.h"
#include "draw/vec.h"
struct arena;
struct err;
/*
 * The hard rules of a request as a list, so that an explanation can leave some out or change
 * their numbers, and as limits, in the shape that counting and searching want.
 */
struct rule {
	enum rule_on on;
	size_t value;                   /* as in struct rule_state */
	int min, max;                   /* items; whole minutes for RULE_MINUTES */
};

struct range { int min, max; };

struct limits {
	struct range items;
	struct range tenths;            /* answer minutes times 10 */
	struct range difficulty[DIFFICULTY_COUNT], kind[KIND_COUNT];
	struct range *areas, *topics;   /* bank->area_count, bank->topic_count */
	bool *enemies;                  /* bank->enemy_group_count: at most one item of the group */
	const size_t *fixed;            /* items that must be in the form */
	size_t fixed_count;
	int met_max;                    /* items already met, beside the fixed ones */
};

#define MINUTES_MAX 100000              /* no rule; in tenths well inside an int */

/* Only active, not excluded items are drawn. */
bool rules_eligible(const struct draw_request *rq, size_t item);
/* A drill: no quotas, and so no rule on the first item. */
bool rules_drill(const struct blueprint *bp);

/*
 * Every hard rule of `rq`, irrelevant enemy groups left out; what an explanation should rather
 * name stands first.  Returns 0, or -1 when out of memory.
 */
int rules_of_request(struct rule **out, size_t *count, const struct draw_request *rq, struct arena *a);
/* What `rules` say together.  Returns 0, or -1 when out of memory. */
int rules_limits(struct limits *out, const struct bank *b, const struct rule *rules, size_t count,
    struct arena *a);

/* Nothing that a form of so many items could break. */
static inline bool
range_any(const struct range *r, int items)
{
	return r->min <= 0 && r->max >= items;
}

static inline void
range_narrow(struct range *r, int min, int max)
{
	if (min > r->min)
		r->min = min;
	if (max < r->max)
		r->max = max;
}

#endif
