#ifndef VIVA_NEXT_H
#define VIVA_NEXT_H
#include "viva/bank.h"
#include "viva/history.h"
/*
 * What to practise next, from what was met of a bank.  Pure; the draw's retry slots and what people
 * are told use the same ranking.
 */
#define NEXT_REPEAT_BELOW 3     /* grades below solid are worth another try */
#define NEXT_WEAK_TOPICS 2

/*
 * Items to repeat, most useful first: last graded below solid and not met on day `today` (days since
 * 1970-01-01); the lowest grade first, then the longest unmet, then by id.  Returns their number, at
 * most `room`; -1 when out of memory.
 */
int next_repeats(size_t *out, size_t room, const struct bank *b, const struct item_history *history, int32_t today);
/*
 * The topics with the lowest level (stats_level(): drawn towards the candidate's own mean where answers
 * are few), lowest first.  Only topics with a graded answer count.  Returns their number.
 */
size_t next_weak_topics(size_t out[NEXT_WEAK_TOPICS], const struct bank *b, const struct item_history *history);

#endif
