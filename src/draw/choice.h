#ifndef DRAW_CHOICE_H
#define DRAW_CHOICE_H
#include "draw/count.h"
struct rng;
/*
 * What a search may take from each topic, interchangeable items together.  An item with enemies
 * is left out where enough others of its difficulty, kind and minutes have none: whatever form
 * holds it, one of those could take its place.
 */
struct choice {
	uint64_t vec;
	int tenths;                     /* of each; 0 where there is no rule on minutes */
	uint32_t *picks, count;         /* into pool->picks, in random order; as many as the topic may give */
	uint32_t seen;                  /* how many there are */
	const uint32_t *groups;         /* enemy groups that more than one item of the pool is in */
	uint32_t group_count;
};

struct topic_choices { struct choice *choices; uint32_t count; };

struct choices {
	struct topic_choices *topics;   /* by stage of the lattice */
	size_t *last_topic;             /* by enemy group: the last stage in which it has an item */
	size_t groups_most;             /* that a form can use */
};

/* Returns 0, or -1 when out of memory. */
int choices_list(struct choices *out, const struct lattice *l, struct rng *rng, struct arena *a);

#endif
