#ifndef DRAW_GLIMPSE_H
#define DRAW_GLIMPSE_H
#include "draw/count.h"
/*
 * What small counts tell of a plan before a large one is begun.  Each leaves something out, so
 * that it can refute a plan but not confirm it.
 */
enum { GLIMPSE_NONE = 1, GLIMPSE_UNKNOWN = 2 };

/*
 * Counts within a plan.  Returns 0 with the minutes of the shortest and the longest set; GLIMPSE_NONE:
 * there is no set, whatever its minutes; GLIMPSE_UNKNOWN: more than the effort; or -1 when out of
 * memory.  Enemies in different topics are left out.
 */
int glimpse_all(struct range *tenths, struct lattice *l, const struct plan *plan, const struct pool *pool,
    const struct effort *effort, struct arena *a);
/* Of areas, topics and minutes, whatever the difficulties and kinds; likewise. */
int glimpse_topics(struct range *tenths, const struct plan *within, const struct pool *pool);
/* Of difficulties, kinds and minutes, as if all items stood in one topic and had no enemies; likewise. */
int glimpse_cells(struct range *tenths, const struct plan *within, const struct pool *from);

/* Tenths of minutes by which sets of these minutes miss the window at least. */
static inline int
tenths_missing(const struct range *tenths, const struct range *window)
{
	if (tenths->min > window->max)
		return tenths->min - window->max;
	return tenths->max < window->min ? window->min - tenths->max : 0;
}

#endif
