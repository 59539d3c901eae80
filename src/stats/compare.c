#include "viva/compare.h"

#include <stdlib.h>

static int
apart(const struct compare_item *it)
{
	return it->raters > 1 ? it->high - it->low : -1;
}

static int
farthest_first(const void *a, const void *b)
{
	const struct compare_item *x = a, *y = b;

	if (apart(x) != apart(y))
		return apart(x) > apart(y) ? -1 : 1;
	return x->position < y->position ? -1 : x->position > y->position;
}

static void
compare_item(struct compare_item *it, const int *grades, size_t raters, size_t items, size_t position)
{
	*it = (struct compare_item){ .position = position, .low = -1, .high = -1 };
	for (size_t r = 0; r < raters; r++) {
		int grade = grades[r * items + position];

		if (grade < 0)
			continue;
		it->low = it->raters == 0 || grade < it->low ? grade : it->low;
		it->high = grade > it->high ? grade : it->high;
		it->raters++;
	}
}

/* The grades of both where both gave one, in `room` for twice the items. */
static void
compare_pair(struct compare_pair *pair, const int *grades, size_t items, int *room)
{
	const int *first = grades + pair->first * items, *second = grades + pair->second * items;
	size_t n = 0;

	for (size_t i = 0; i < items; i++) {
		if (first[i] < 0 || second[i] < 0)
			continue;
		room[n] = first[i];
		room[items + n++] = second[i];
	}
	estimate_agreement(&pair->agreement, room, room + items, n);
}

int
compare_raters(struct compare *out, const int *grades, size_t rater_count, size_t item_count,
    struct err *err)
{
	int *room = calloc(2 * item_count + 1, sizeof *room);

	*out = (struct compare){ .items = calloc(item_count + 1, sizeof *out->items),
		.pairs = calloc(rater_count * rater_count + 1, sizeof *out->pairs) };
	if (room == NULL || out->items == NULL || out->pairs == NULL) {
		free(room);
		return err_memory(err);
	}
	for (size_t p = 0; p < item_count; p++)
		compare_item(&out->items[out->item_count++], grades, rater_count, item_count, p);
	qsort(out->items, out->item_count, sizeof *out->items, farthest_first);
	for (size_t a = 0; a < rater_count; a++)
		for (size_t b = a + 1; b < rater_count; b++) {
			struct compare_pair *pair = &out->pairs[out->pair_count++];

			*pair = (struct compare_pair){ .first = a, .second = b };
			compare_pair(pair, grades, item_count, room);
		}
	free(room);
	return 0;
}

void
compare_finish(struct compare *c)
{
	free(c->items);
	free(c->pairs);
	*c = (struct compare){ 0 };
}
