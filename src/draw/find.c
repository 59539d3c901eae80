#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/find.h"
#include "draw/glimpse.h"
#include "draw/search.h"

struct range *
split_range(struct plan *p, int split)
{
	if (split == SPLIT_ITEMS)
		return &p->items;
	return split < SPLIT_DIFFICULTY ? &p->kind[split - SPLIT_KIND] :
	    &p->difficulty[split - SPLIT_DIFFICULTY];
}

static bool
wished(const struct plan *p, int split)
{
	if (p->wishes == NULL)
		return false;
	return !wish_any(split < SPLIT_DIFFICULTY ? &p->wishes->kind[split - SPLIT_KIND] :
	    &p->wishes->difficulty[split - SPLIT_DIFFICULTY], p->items.max);
}

int
split_next(const struct plan *plan, int split)
{
	struct plan p = *plan;

	for (; split < SPLIT_END; split++) {
		const struct range *r = split_range(&p, split);

		if (r->min < r->max &&
		    (split == SPLIT_ITEMS || !range_any(r, p.items.max) || wished(plan, split)))
			break;
	}
	return split;
}

/* Searches the sets of a lattice, with more and more minutes missing. */
static int
search_minutes(struct selection *out, int *missing, int most, struct plan *p, struct lattice *l,
    const struct range *tenths, struct rng *rng)
{
	const struct range window = p->tenths;

	for (*missing = (tenths_missing(tenths, &window) + 9) / 10; *missing <= most; ++*missing) {
		p->tenths = (struct range){ window.min - 10 * *missing, window.max + 10 * *missing };
		switch (search_run(l, out, 0, rng)) {
		case SEARCH_FOUND: return 0;
		case SEARCH_MEMORY: return -1;
		case SEARCH_NONE: case SEARCH_STOPPED: break;
		}
		if (p->tenths.min <= tenths->min && p->tenths.max >= tenths->max) {
			*missing = INT32_MAX;
			break;
		}
	}
	return FIND_NONE;
}

int
find_whole(struct selection *out, int *missing, int most, const struct plan *plan, const struct pool *pool,
    bool last, struct rng *rng)
{
	struct arena *a = arena_new();
	struct plan p = *plan;
	struct range tenths = { 0, 10 * MINUTES_MAX };
	struct lattice l;
	int result = -1;

	if (a == NULL)
		return -1;
	*missing = INT32_MAX;
	result = glimpse_all(&tenths, &l, &p, pool, last ? &effort_full : &effort_fair, a);
	if (result == 0 || (result == GLIMPSE_UNKNOWN && last && l.listed))
		result = search_minutes(out, missing, most, &p, &l, &tenths, rng);
	else if (result == GLIMPSE_UNKNOWN)
		result = last ? FIND_UNKNOWN : FIND_LARGE;
	else if (result == GLIMPSE_NONE)
		result = FIND_NONE;
	arena_free(a);
	return result;
}

/* The kinds and the difficulties can still add up, within the departure. */
static bool
adds_up(const struct plan *p)
{
	const struct wishes *w = p->wishes;
	int kind = wishes_least(w != NULL ? w->kind : NULL, p->kind, KIND_COUNT, &p->items);
	int difficulty = wishes_least(
	    w != NULL ? w->difficulty : NULL, p->difficulty, DIFFICULTY_COUNT, &p->items);

	return kind != INT32_MAX && difficulty != INT32_MAX &&
	    (w == NULL || kind + difficulty <= p->departure_max);
}

static int
find_split(
    struct selection *out, const struct plan *plan, const struct pool *pool, int split, struct rng *rng)
{
	struct plan p = *plan;
	struct range *r, all;
	bool unknown = false;
	int first, missing, result;

	if (!adds_up(plan))
		return FIND_NONE;
	split = split_next(plan, split);
	result = find_whole(out, &missing, 0, plan, pool, split == SPLIT_END, rng);
	if (result != FIND_LARGE)
		return result;
	/* From a random number on, so that forms of any kind are found soon. */
	r = split_range(&p, split);
	all = *r;
	first = (int)rng_below(rng, (uint64_t)all.max - (uint64_t)all.min + 1);
	for (int i = 0; i <= all.max - all.min; i++) {
		r->min = r->max = all.min + (first + i) % (all.max - all.min + 1);
		result = find_split(out, &p, pool, split + 1, rng);
		if (result == 0 || result < 0)
			return result;
		unknown |= result == FIND_UNKNOWN;
	}
	return unknown ? FIND_UNKNOWN : FIND_NONE;
}

int
find_form(struct selection *out, const struct plan *plan, const struct pool *pool, struct rng *rng)
{
	return find_split(out, plan, pool, SPLIT_ITEMS, rng);
}
