#ifndef DRAW_WALK_H
#define DRAW_WALK_H
#include "draw/count.h"
struct rng;

/* A set of items under way. */
struct selection {
	uint32_t picks[DRAW_ITEMS_MAX]; /* into pool->picks; the fixed items come beside them */
	size_t count;
	int tenths;                     /* with the fixed items */
};

/* Draws one of the sets that `l` counts, each with the chance that its weight gives it. */
void lattice_walk(const struct lattice *l, struct selection *out, struct rng *rng);
/* Two items of the selection, or one and a fixed one, are enemies. */
bool selection_enemies(const struct selection *s, const struct pool *pool);

#endif
