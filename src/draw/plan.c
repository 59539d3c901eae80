#include "viva/arena.h"
#include "draw/count.h"

/* No topic gives more than it holds, nor more than its area may. */
static void
narrow_topics(struct plan *p, const struct pool *pool, struct range *held)
{
	const struct bank *b = pool->bank;
	int met = 0;

	for (size_t i = 0; i < pool->count; i++) {
		held[pool->picks[i].topic].max++;
		met += pool->picks[i].met;
	}
	for (size_t i = 0; i < pool->fixed_count; i++) {
		held[pool->fixed[i].topic].max++;
		held[pool->fixed[i].topic].min++;
	}
	for (size_t t = 0; t < b->topic_count; t++) {
		range_narrow(&p->topics[t], held[t].min, held[t].max);
		range_narrow(&p->topics[t], 0, p->areas[b->topics[t].area].max);
	}
	p->met_max = met < p->met_max ? met : p->met_max;
}

int
plan_of_limits(struct plan *out, const struct limits *l, const struct pool *pool, struct arena *a)
{
	const struct bank *b = pool->bank;
	struct plan p = { .items = l->items, .tenths = l->tenths, .met_max = l->met_max };
	struct range *held = arena_alloc(a, b->topic_count, sizeof(*held));

	p.topics = arena_alloc(a, b->topic_count, sizeof(*p.topics));
	p.areas = arena_alloc(a, b->area_count, sizeof(*p.areas));
	if (held == NULL || p.topics == NULL || p.areas == NULL)
		return -1;
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		p.difficulty[d] = l->difficulty[d];
	for (int k = 0; k < KIND_COUNT; k++)
		p.kind[k] = l->kind[k];
	for (size_t t = 0; t < b->topic_count; t++) {
		p.topics[t] = l->topics[t];
		range_narrow(&p.topics[t], 0, l->items.max);
	}
	for (size_t i = 0; i < b->area_count; i++)
		p.areas[i] = l->areas[i];
	narrow_topics(&p, pool, held);
	*out = p;
	return 0;
}

static int
least_of(const struct wish *w, const struct range *ranges, size_t count, const struct plan *p)
{
	return wishes_least(w, ranges, count, &p->items);
}

void
plan_forced(struct forced *out, const struct plan *p, const struct wishes *w, const struct bank *b)
{
	out->topics = wishes_least_topics(w, p->topics, p->areas, b, &p->items);
	out->difficulty = least_of(w->difficulty, p->difficulty, DIFFICULTY_COUNT, p);
	out->kind = least_of(w->kind, p->kind, KIND_COUNT, p);
}

void
plan_depart(struct plan *p, const struct plan *limits, const struct wishes *w, int least, int most,
    const struct bank *b)
{
	struct range *topics = p->topics;
	struct forced f;

	*p = *limits;
	p->topics = topics;
	p->wishes = w;
	p->departure_min = least;
	p->departure_max = most;
	for (size_t t = 0; t < b->topic_count; t++)
		p->topics[t] = limits->topics[t];
	plan_forced(&f, limits, w, b);
	if (f.topics > most || f.difficulty > most - f.topics || f.kind > most - f.topics - f.difficulty) {
		p->items.max = -1;
		return;
	}
	for (size_t t = 0; t < b->topic_count; t++)
		wish_near(&p->topics[t], &w->topics[t], most - f.difficulty - f.kind);
	/* What one family must depart is lost for the others. */
	wishes_narrow(w->difficulty, p->difficulty, DIFFICULTY_COUNT, &p->items, most - f.topics - f.kind);
	wishes_narrow(w->kind, p->kind, KIND_COUNT, &p->items, most - f.topics - f.difficulty);
}

int
plan_departure(const struct plan *p, uint64_t vec)
{
	int sum = 0;

	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		sum += wish_distance(&p->wishes->difficulty[d], vec_get(vec, VEC_DIFFICULTY(d)));
	for (int k = 0; k < KIND_COUNT; k++)
		sum += wish_distance(&p->wishes->kind[k], vec_get(vec, VEC_KIND(k)));
	return sum;
}

bool
plan_empty(const struct plan *p, const struct bank *b)
{
	bool empty = p->items.min > p->items.max || p->met_max < 0;

	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		empty |= p->difficulty[d].min > p->difficulty[d].max;
	for (int k = 0; k < KIND_COUNT; k++)
		empty |= p->kind[k].min > p->kind[k].max;
	for (size_t t = 0; t < b->topic_count; t++)
		empty |= p->topics[t].min > p->topics[t].max;
	for (size_t i = 0; i < b->area_count; i++)
		empty |= p->areas[i].min > p->areas[i].max;
	return empty;
}
