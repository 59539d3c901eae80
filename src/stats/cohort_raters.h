#ifndef VIVA_STATS_COHORT_RATERS_H
#define VIVA_STATS_COHORT_RATERS_H
#include "viva/cohort.h"
/*
 * Those who mark, once the members of `c` are there: what they led, whether they score alike, and who sees
 * whom.
 */

/* -1 when out of memory. */
int cohort_raters(struct cohort *c, const struct answers *a);
/* Of all members; swaps are none. */
size_t cohort_count_answers(const struct cohort *c);

#endif
