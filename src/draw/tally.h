#ifndef DRAW_TALLY_H
#define DRAW_TALLY_H
#include "draw/count.h"

/*
 * How many sets have the lattice's margins, exactly, in decimal (malloc()); NULL when out of
 * memory.  Leaves the lattice counted modulo a prime.
 */
char *lattice_tally(struct lattice *l);

#endif
