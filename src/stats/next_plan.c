/* What next.h tells people: the ranking's first items and topic, in figures and in words. */
#include <math.h>

#include "viva/buf.h"
#include "viva/next.h"

#define TENTHS_PER_MINUTE 10

/* To read the answer and to say it again: the limit, twice. */
static int
repeat_minutes(const struct item *it)
{
	return (2 * it->limit_tenths + TENTHS_PER_MINUTE - 1) / TENTHS_PER_MINUTE;
}

static void
plan_topic(struct next_plan *out, const struct bank *b, const struct item_history *history)
{
	size_t weak[NEXT_WEAK_TOPICS];
	int tenths = 0, items = 0;

	out->has_topic = next_weak_topics(weak, b, history) > 0;
	if (!out->has_topic)
		return;
	out->topic = weak[0];
	next_topic_level(&out->level, b, history, out->topic);
	for (size_t i = 0; i < b->item_count; i++)
		if (b->items[i].topic == out->topic && b->items[i].status == ITEM_ACTIVE) {
			tenths += b->items[i].limit_tenths;
			items++;
		}
	/* Answering takes the limit, marking about as long. */
	if (items > 0)
		out->minutes = (2 * NEXT_TOPIC_ITEMS * tenths / items + TENTHS_PER_MINUTE - 1) /
		    TENTHS_PER_MINUTE;
}

int
next_plan(struct next_plan *out, const struct bank *b, const struct item_history *history, double goal,
    int32_t today, bool from_tomorrow)
{
	size_t items[NEXT_ITEMS], waiting;
	int n = next_repeats(items, NEXT_ITEMS, &waiting, b, history, goal, today + from_tomorrow);

	*out = (struct next_plan){ .item_count = 0 };
	if (n < 0)
		return -1;
	out->item_count = (size_t)n;
	out->waiting = waiting - (size_t)n;
	for (int i = 0; i < n; i++) {
		const struct item_history *h = &history[items[i]];

		out->items[i] = (struct next_item){
			.item = items[i], .grade = h->last_grade, .days = today - h->last_met_day,
			.minutes = repeat_minutes(&b->items[items[i]]),
		};
	}
	plan_topic(out, b, history);
	return 0;
}

void
next_item_text(struct buf *out, const struct bank *b, const struct next_item *i)
{
	const struct item *it = &b->items[i->item];

	buf_printf(out, "%s: grade %d, ", it->title, i->grade);
	if (i->days < 1)
		buf_printf(out, "today. Say it aloud from memory tomorrow, then compare with its answer "
		    "(`viva bank show %s`): %d minutes.", it->id, i->minutes);
	else if (i->days == 1)
		buf_printf(out, "yesterday. Read its answer (`viva bank show %s`), then say it aloud from memory: "
		    "%d minutes.", it->id, i->minutes);
	else
		buf_printf(out, "%d days ago. Read its answer (`viva bank show %s`), then say it aloud from memory: "
		    "%d minutes.", i->days, it->id, i->minutes);
}

void
next_topic_text(struct buf *out, const struct bank *b, const struct next_plan *plan)
{
	const struct topic *t = &b->topics[plan->topic];

	long tenths = lrint(10 * plan->level.level);   /* %.1f would ask the locale for the point */

	if (plan->level.n >= STATS_MIN_ANSWERS)
		buf_printf(out, "%s: your lowest topic, level %ld.%ld of 4 (%d answers). ", t->title,
		    tenths / 10, tenths % 10, plan->level.n);
	else
		buf_printf(out, "%s: the lowest so far, with %d %s too few to tell. ", t->title,
		    plan->level.n, plan->level.n == 1 ? "answer" : "answers");
	buf_printf(out, "Drill it with `viva solo --items %d --topic %s`: %d minutes.", NEXT_TOPIC_ITEMS, t->id,
	    plan->minutes);
}
