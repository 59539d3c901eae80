#ifndef DRAW_CLUSTER_H
#define DRAW_CLUSTER_H
#include "draw/topic.h"
/*
 * Enemies inside one topic, as the connected parts of their graph.
 */
enum component_kind {
	COMPONENT_UNIT,         /* one item, or a clique in one cell: one of them at most */
	COMPONENT_CLUSTER,      /* few enough independent sets to list them all */
	COMPONENT_LOOSE         /* too many */
};

struct component { enum component_kind kind; uint32_t *picks, count; };

struct components {
	struct component *parts;
	uint32_t count, cluster_count;
};

#define CLUSTER_ITEMS_MAX 64            /* one word of bits per item */
#define CLUSTER_SETS_MAX 4096           /* of one cluster; memory */

/* The parts among picks[from..to-1], of which `most` may be drawn.  Returns 0, or -1 when out of memory. */
int components_find(struct components *out, const struct pool *pool, size_t from, size_t to, int most,
    const struct merge *merge, struct arena *a);
/* Lists the independent sets of at most `most` items.  Returns 0, or -1 when out of memory. */
int cluster_list(struct factor *f, const struct component *part, const struct pool *pool,
    const struct merge *merge, int most, struct arena *a);
void cluster_count(struct factor *f, const struct pool *pool, const double *power, uint64_t prime);
double cluster_set_weight(const struct factor *f, const struct cluster_set *set, const struct pool *pool,
    const double *power);

#endif
