#ifndef DRAW_SEARCH_H
#define DRAW_SEARCH_H
#include "draw/walk.h"

enum search_result { SEARCH_FOUND, SEARCH_NONE, SEARCH_STOPPED, SEARCH_MEMORY };

/*
 * Whether a set of the lattice's margins keeps the minutes and all enemies apart: depth first,
 * topic by topic, within what the lattice says can still be completed; states known to fail
 * are remembered, so this is exact.  Interchangeable items are tried once.  The lattice must
 * be counted, or too large; then nothing but what topics can give guides the search.
 * `node_limit` 0: no limit.
 */
enum search_result search_run(const struct lattice *l, struct selection *out, uint64_t node_limit,
    struct rng *rng);

#endif
