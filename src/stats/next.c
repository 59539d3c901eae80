#include "viva/next.h"

#include <stdlib.h>
#include <string.h>

#include "viva/stats.h"

struct candidate { const struct item *item; const struct item_history *history; size_t index; };

static int
compare(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->history->last_grade != y->history->last_grade)
		return x->history->last_grade < y->history->last_grade ? -1 : 1;
	if (x->history->last_met_session != y->history->last_met_session)
		return x->history->last_met_session < y->history->last_met_session ? -1 : 1;
	return strcmp(x->item->id, y->item->id);
}

int
next_repeats(size_t *out, size_t room, size_t *total, const struct bank *b,
    const struct item_history *history, double goal, int32_t today)
{
	struct candidate *all = calloc(b->item_count + 1, sizeof(*all));
	size_t n = 0;

	if (all == NULL)
		return -1;
	for (size_t i = 0; i < b->item_count; i++)
		if (b->items[i].status == ITEM_ACTIVE && history[i].last_grade >= 0 &&
		    history[i].last_grade < goal && history[i].last_met_day != today)
			all[n++] = (struct candidate){ &b->items[i], &history[i], i };
	qsort(all, n, sizeof(*all), compare);
	if (total != NULL)
		*total = n;
	if (n > room)
		n = room;
	for (size_t i = 0; i < n; i++)
		out[i] = all[i].index;
	free(all);
	return (int)n;
}

/* Graded answers of one topic, or of all (SIZE_MAX), by grade. */
static void
count_grades(int counts[GRADE_MAX + 1], const struct bank *b, const struct item_history *history,
    size_t topic)
{
	memset(counts, 0, (GRADE_MAX + 1) * sizeof(*counts));
	for (size_t i = 0; i < b->item_count; i++)
		if (history[i].last_grade >= 0 && (topic == SIZE_MAX || b->items[i].topic == topic))
			counts[history[i].last_grade]++;
}

void
next_topic_level(struct level *out, const struct bank *b, const struct item_history *history, size_t topic)
{
	int own[GRADE_MAX + 1], counts[GRADE_MAX + 1];

	count_grades(own, b, history, SIZE_MAX);
	count_grades(counts, b, history, topic);
	stats_level(out, counts, own);
}

/* Whether topics of level `x` come before those of level `y`. */
static bool
weaker(const struct level *x, const struct level *y)
{
	bool x_enough = x->n >= STATS_MIN_ANSWERS, y_enough = y->n >= STATS_MIN_ANSWERS;

	return x_enough != y_enough ? x_enough : x->level < y->level;
}

size_t
next_weak_topics(size_t out[NEXT_WEAK_TOPICS], const struct bank *b, const struct item_history *history)
{
	struct level levels[NEXT_WEAK_TOPICS];
	size_t n = 0;

	for (size_t t = 0; t < b->topic_count; t++) {
		struct level level;
		size_t at;

		next_topic_level(&level, b, history, t);
		if (level.n == 0)
			continue;
		for (at = n; at > 0 && weaker(&level, &levels[at - 1]); at--)
			if (at < NEXT_WEAK_TOPICS) {
				levels[at] = levels[at - 1];
				out[at] = out[at - 1];
			}
		if (at < NEXT_WEAK_TOPICS) {
			levels[at] = level;
			out[at] = t;
			n += n < NEXT_WEAK_TOPICS;
		}
	}
	return n;
}
