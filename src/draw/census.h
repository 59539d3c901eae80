#ifndef DRAW_CENSUS_H
#define DRAW_CENSUS_H
#include "draw/count.h"
#include "viva/draw.h"
struct rng;
/*
 * How many of the sets of a lattice's margins are admissible: with the minutes of the whole form
 * and with enemies in different topics, which the lattice leaves out.
 *
 * Topic by topic, forwards, and exactly: a state is one of the lattice's together with the enemy
 * groups that are used and that later topics have items of; it holds the number of ways for each
 * number of minutes so far.  Where that is more work than a census is worth, the sets of the lattice
 * are counted without those two rules, and drawn to see what part of them keeps them.
 */

/*
 * Sets `*text` (malloc(), decimal) and `*kind`.  Returns 0, or -1 when out of memory.  Leaves the lattice
 * counted in some way.
 */
int census_take(char **text, enum forms_kind *kind, struct lattice *l, struct rng *rng);

#endif
