#include "viva/item_stats.h"

#include <string.h>

static void
add_answer(struct item_stats *s, const struct item_record *it, const struct rating *rating)
{
	if (rating->no_answer) {
		s->passes++;
		return;
	}
	s->answers++;
	s->grade_sum += rating->grade;
	s->used_ms += it->read_ms + it->think_ms + it->answer_ms;
	s->limit_ms += it->limit_ms;
	s->over += it->over_ms > 0;
	if (it->prediction >= 0) {
		s->predictions++;
		s->gap_sum += it->prediction - rating->grade;
	}
}

void
item_stats_add(struct item_stats *stats, const struct bank *b, const struct record *r)
{
	if (strcmp(r->head.bank_id, b->id) != 0)
		return;
	for (size_t i = 0; i < r->item_count; i++) {
		const struct rating *rating = record_rating(&r->items[i]);
		const struct item *kept = record_item(r, i);
		size_t now = bank_find_item(b, kept->id);

		if (rating != NULL && now != SIZE_MAX && b->items[now].revision == kept->revision)
			add_answer(&stats[now], &r->items[i], rating);
	}
}
