#ifndef DRAW_REPAIR_H
#define DRAW_REPAIR_H
#include "draw/nearest.h"

/*
 * Whether the rules marked in `in` (NULL: all) can hold together: 0, FEASIBLE_NONE, FEASIBLE_UNKNOWN
 * (a topic alone has more combinations than fit in memory) or -1.
 */
int ruling_feasible(const struct ruling *r, const bool *in);
/* Marks an irreducible set of rules that cannot hold together; there is one.  0 or -1. */
int ruling_conflict(const struct ruling *r, bool *in);
/*
 * Sets `*text` (malloc()) to the smallest change that makes a form possible: of numbers alone, those
 * that the nearest form breaks; where no numbers help, after as few required items given up and
 * enemies let meet as will do.  Returns 0 or -1.
 */
int repair_find(char **text, const struct ruling *r);

#endif
