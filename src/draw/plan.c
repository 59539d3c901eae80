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

static void
narrow_near(struct range *r, const struct target *t, int distance)
{
	if (t->set)
		range_narrow(r, target_floor(t) - distance, target_ceil(t) + distance);
}

void
plan_depart(struct plan *p, const struct plan *limits, const struct targets *targets, int least, int most,
    const struct bank *b)
{
	struct range *topics = p->topics;

	*p = *limits;
	p->topics = topics;
	p->targets = targets;
	p->departure_min = least;
	p->departure_max = most;
	for (size_t t = 0; t < b->topic_count; t++) {
		p->topics[t] = limits->topics[t];
		narrow_near(&p->topics[t], &targets->topics[t], most);
	}
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		narrow_near(&p->difficulty[d], &targets->difficulty[d], most);
	for (int k = 0; k < KIND_COUNT; k++)
		narrow_near(&p->kind[k], &targets->kind[k], most);
}

int
plan_departure(const struct plan *p, uint64_t vec)
{
	int sum = 0;

	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		sum += target_distance(&p->targets->difficulty[d], vec_get(vec, VEC_DIFFICULTY(d)));
	for (int k = 0; k < KIND_COUNT; k++)
		sum += target_distance(&p->targets->kind[k], vec_get(vec, VEC_KIND(k)));
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
