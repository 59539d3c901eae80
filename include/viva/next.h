#ifndef VIVA_NEXT_H
#define VIVA_NEXT_H
#include <stdbool.h>
#include "viva/bank.h"
#include "viva/history.h"
#include "viva/stats.h"
struct buf;
/*
 * What to practise next, from what was met of a bank.  Pure; the draw's retry slots and what people
 * are told use the same ranking.
 */
#define GOAL_DEFAULT 3.0        /* the grade to reach, unless a person has another: solid */
#define NEXT_WEAK_TOPICS 2

/*
 * Items to repeat, most useful first: last graded below `goal` and not met on day `today` (days since
 * 1970-01-01); the lowest grade first, then the longest unmet, then by id.  Returns their number, at
 * most `room`; -1 when out of memory.  `total` (may be NULL): how many there are with all beyond `room`.
 */
int next_repeats(size_t *out, size_t room, size_t *total, const struct bank *b,
    const struct item_history *history, double goal, int32_t today);
/*
 * The topics with the lowest level (stats_level(): drawn towards the candidate's own mean where answers
 * are few), lowest first; topics with fewer than STATS_MIN_ANSWERS graded items come after all others,
 * and those without one not at all.  Returns their number.
 */
size_t next_weak_topics(size_t out[NEXT_WEAK_TOPICS], const struct bank *b,
    const struct item_history *history);
/* The level by which topics are ranked: of the last grades of the topic's items. */
void next_topic_level(struct level *out, const struct bank *b, const struct item_history *history,
    size_t topic);

/* ---- what people are told: three items and one topic, each with a reason and a duration ---- */

#define NEXT_ITEMS 3
#define NEXT_TOPIC_ITEMS 3      /* questions of a drill on the topic */
struct next_item {
	size_t item;            /* of the bank */
	int grade;              /* last one */
	int days;               /* since it was met; 0 only in a plan from tomorrow on */
	int minutes;            /* to read its answer and say it again: twice the limit */
};
struct next_plan {
	struct next_item items[NEXT_ITEMS];     /* the first of next_repeats() */
	size_t item_count;
	size_t waiting;         /* further items to repeat */
	bool has_topic;         /* the first of next_weak_topics() */
	size_t topic;
	struct level level;     /* its level and number of graded items */
	int minutes;            /* of a drill of NEXT_TOPIC_ITEMS */
};
/*
 * What may be done on day `today`; with `from_tomorrow`, the day after, and so also what was met today.
 * Returns 0, or -1 when out of memory.
 */
int next_plan(struct next_plan *out, const struct bank *b, const struct item_history *history, double goal,
    int32_t today, bool from_tomorrow);
/* One or two sentences: why, what to do, how long; text of the bank as it is. */
void next_item_text(struct buf *out, const struct bank *b, const struct next_item *i);
void next_topic_text(struct buf *out, const struct bank *b, const struct next_plan *plan);

#endif
