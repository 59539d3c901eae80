#ifndef DRAW_WINDOW_H
#define DRAW_WINDOW_H
#include "draw/walk.h"

enum window_result { WINDOW_FOUND, WINDOW_NONE, WINDOW_UNKNOWN };

/*
 * Draws a set of the lattice's margins that also keeps the minutes and has no enemies in
 * different topics, exactly: what breaks them is drawn again.  Where the minutes are rarely
 * met, sets are drawn from a tilted law that favours long or short items, and taken with the
 * chance that restores the law.  WINDOW_NONE: surely no such set.  Leaves the lattice counted
 * with some tilt.
 */
enum window_result window_draw(struct lattice *l, struct selection *out, uint64_t trials, struct rng *rng);

#define WINDOW_TRIALS 20000             /* what is found at all is nearly always found in these */

#endif
