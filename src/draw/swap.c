#include <string.h>

#include "viva/rng.h"
#include "draw/rules.h"

/* How far a candidate is from the item it would replace; smaller is better. */
struct distance {
	int place;                      /* 0 same cell, 1 topic, 2 area, 3 any */
	uint32_t times_met;
};

static struct distance
distance_of(const struct draw_request *rq, size_t item, size_t from)
{
	const struct bank *b = rq->bank;
	const struct item *x = &b->items[item], *y = &b->items[from];
	struct distance d = { .place = 3,
		.times_met = rq->history != NULL ? rq->history[item].times_met : 0 };

	if (x->topic == y->topic)
		d.place = x->difficulty == y->difficulty && x->kind == y->kind ? 0 : 1;
	else if (b->topics[x->topic].area == b->topics[y->topic].area)
		d.place = 2;
	return d;
}

static int
compare(const struct distance *a, const struct distance *b)
{
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return a->times_met < b->times_met ? -1 : a->times_met > b->times_met;
}

/* A number for the item that depends on the seed and its id alone. */
static uint64_t
lot_of(uint64_t seed, const char *id)
{
	struct rng r;

	rng_seed(&r, seed, id);
	return rng_next(&r);
}

int
draw_swap(size_t *item, const struct draw_request *rq, const size_t *form, size_t count, size_t pos)
{
	const struct bank *b = rq->bank;
	struct draw_request free = *rq; /* candidates are eligible, so nothing else of `use` matters */
	struct distance best = { 0 };
	uint64_t best_lot = 0;
	size_t trial[DRAW_ITEMS_MAX];
	bool found = false;

	if (count > DRAW_ITEMS_MAX || pos >= count ||
	    (rq->use != NULL && rq->use[form[pos]] == ITEM_REQUIRED))
		return DRAW_INFEASIBLE;
	free.use = NULL;
	memcpy(trial, form, count * sizeof(*form));
	for (size_t i = 0; i < b->item_count; i++) {
		struct distance d;
		uint64_t lot;
		int order;

		if (!rules_eligible(rq, i) || i == form[pos])
			continue;
		d = distance_of(rq, i, form[pos]);
		order = found ? compare(&d, &best) : -1;
		if (order > 0)
			continue;
		trial[pos] = i;
		if (draw_check(&free, trial, count, NULL) != 0)
			continue;
		lot = lot_of(rq->seed, b->items[i].id);
		if (order == 0 &&
		    (lot > best_lot || (lot == best_lot && strcmp(b->items[i].id, b->items[*item].id) > 0)))
			continue;
		found = true;
		best = d;
		best_lot = lot;
		*item = i;
	}
	return found ? 0 : DRAW_INFEASIBLE;
}
