#include "viva/arena.h"
#include "draw/count.h"
#include "draw/num.h"

#ifndef EFFORT_STATES                   /* a test builds with few, so that searching has to do */
#define EFFORT_STATES 1000000
#endif

const struct effort effort_full = { EFFORT_STATES, 300000000 };
const struct effort effort_small = { 20000, 2000000 };
const struct effort effort_fair = { 300000, 40000000 };

static bool
indifferent(const struct range *r, const struct wish *wish, int items)
{
	return range_any(r, items) && (wish == NULL || wish_any(wish, items));
}

/* The first value that no rule tells apart stands for all of them. */
static void
find_merge(struct merge *m, const struct plan *p, bool may_merge)
{
	int rest = -1;

	for (int d = 0; d < DIFFICULTY_COUNT; d++) {
		m->difficulty[d] = (uint8_t)d;
		if (may_merge && indifferent(&p->difficulty[d], p->wishes ? &p->wishes->difficulty[d] : NULL,
		    p->items.max)) {
			rest = rest < 0 ? d : rest;
			m->difficulty[d] = (uint8_t)rest;
		}
	}
	rest = -1;
	for (int k = 0; k < KIND_COUNT; k++) {
		m->kind[k] = (uint8_t)k;
		if (may_merge &&
		    indifferent(&p->kind[k], p->wishes ? &p->wishes->kind[k] : NULL, p->items.max)) {
			rest = rest < 0 ? k : rest;
			m->kind[k] = (uint8_t)rest;
		}
	}
}

static uint64_t
field(int n, int shift)
{
	return (uint64_t)(n < 0 ? 0 : n < DRAW_ITEMS_MAX ? n : DRAW_ITEMS_MAX) << shift;
}

static void
find_bounds(struct lattice *l, const struct plan *p)
{
	l->cap = field(p->met_max, VEC_MET);
	l->least = 0;
	for (int d = 0; d < DIFFICULTY_COUNT; d++) {
		l->cap |= field(p->difficulty[d].max, VEC_DIFFICULTY(d));
		l->least |= field(p->difficulty[d].min, VEC_DIFFICULTY(d));
	}
	for (int k = 0; k < KIND_COUNT; k++) {
		l->cap |= field(p->kind[k].max, VEC_KIND(k));
		l->least |= field(p->kind[k].min, VEC_KIND(k));
	}
}

static int
make_power(struct lattice *l, struct arena *a)
{
	const struct pool *p = l->pool;

	l->power_count = 1;
	for (size_t i = 0; i < p->count; i++)
		if (p->picks[i].tenths >= l->power_count)
			l->power_count = (size_t)p->picks[i].tenths + 1;
	l->power = arena_alloc(a, l->power_count, sizeof(*l->power));
	return l->power != NULL ? 0 : -1;
}

/* Powers of z around the middle of the pool's minutes, so that products stay near 1. */
static void
fill_power(struct lattice *l, double z)
{
	const struct pool *p = l->pool;
	uint64_t sum = 0;
	size_t middle;

	for (size_t i = 0; i < p->count; i++)
		sum += p->picks[i].tenths;
	middle = p->count > 0 ? sum / p->count : 0;
	for (size_t i = 0; i < l->power_count; i++)
		l->power[i] = 1;
	for (size_t i = middle + 1; i < l->power_count; i++)
		l->power[i] = l->power[i - 1] * z;
	for (size_t i = middle; i-- > 0 && i + 1 < l->power_count;)
		l->power[i] = l->power[i + 1] / z;
}

static void
count_topics(struct lattice *l, double z, uint64_t prime)
{
	if (l->z == z && l->prime == prime)
		return;
	l->z = z;
	l->prime = prime;
	fill_power(l, z);
	for (size_t t = 0; t < l->stage_count; t++)
		topic_count(&l->stages[t].ways, l->power, prime);
}

int
lattice_topics(struct lattice *l, const struct plan *plan, const struct pool *pool, bool may_merge,
    const struct effort *effort, struct arena *a)
{
	const struct bank *b = pool->bank;
	int result;

	*l = (struct lattice){ .plan = plan, .pool = pool, .effort = *effort };
	find_merge(&l->merge, plan, may_merge);
	find_bounds(l, plan);
	l->stages = arena_alloc(a, b->topic_count, sizeof(*l->stages));
	if (l->stages == NULL || make_power(l, a) != 0)
		return -1;
	for (size_t area = 0; area < b->area_count; area++) {
		size_t before = l->stage_count;

		for (size_t t = 0; t < b->topic_count; t++) {
			struct stage *s = &l->stages[l->stage_count];

			if (b->topics[t].area != area)
				continue;
			s->area = area;
			result = topic_init(&s->ways, pool, t, plan->topics[t].max, l->cap, &l->merge,
			    effort->states, a);
			if (result != 0)
				return result == TOPIC_TOO_LARGE ? LATTICE_TOO_LARGE : -1;
			l->loose |= s->ways.loose;
			l->stage_count++;
		}
		if (l->stage_count > before)
			l->stages[l->stage_count - 1].ends_area = true;
	}
	count_topics(l, 1, 0);
	return 0;
}

static int
list_steps(struct stage *s, const struct plan *p, struct arena *a)
{
	const struct table *product = &topic_product(&s->ways)->table;
	const struct range *r = &p->topics[s->ways.index];

	s->steps = arena_alloc(a, product->count, sizeof(*s->steps));
	s->step_count = 0;
	if (s->steps == NULL)
		return -1;
	for (uint32_t i = 0; i < product->count; i++) {
		struct step step = {
			.vec = product->vec[i], .product = i, .items = vec_items(product->vec[i])
		};

		if (p->wishes != NULL)
			step.departure = wish_distance(&p->wishes->topics[s->ways.index], step.items);
		if (step.items >= r->min && step.items <= r->max && (p->wishes == NULL ||
		    step.departure <= p->departure_max))
			s->steps[s->step_count++] = step;
	}
	return 0;
}

static uint64_t
most_of(const struct stage *s, struct range *items)
{
	uint64_t most = 0;

	*items = (struct range){ DRAW_ITEMS_MAX, 0 };
	for (uint32_t i = 0; i < s->step_count; i++) {
		uint64_t v = s->steps[i].vec, out = 0;

		for (int f = 0; f < VEC_FIELDS; f++) {
			int x = vec_get(v, 8 * f), y = vec_get(most, 8 * f);

			out |= (uint64_t)(x > y ? x : y) << 8 * f;
		}
		most = out;
		if (s->steps[i].items < items->min)
			items->min = s->steps[i].items;
		if (s->steps[i].items > items->max)
			items->max = s->steps[i].items;
	}
	return most;
}

void
stage_tenths(struct range *sum, const struct stage *s)
{
	const struct product *p = topic_product(&s->ways);
	struct range here = { INT32_MAX, 0 };

	for (uint32_t i = 0; i < s->step_count; i++) {
		if (p->shortest[s->steps[i].product] < here.min)
			here.min = p->shortest[s->steps[i].product];
		if (p->longest[s->steps[i].product] > here.max)
			here.max = p->longest[s->steps[i].product];
	}
	sum->min += s->step_count > 0 ? here.min : 0;
	sum->max += here.max;
}

/* What this and later topics can still give, from the last backwards. */
static void
find_supply(struct lattice *l)
{
	uint64_t supply = 0;
	struct range items = { 0, 0 }, tenths = { 0, 0 };

	for (size_t t = l->stage_count; t-- > 0;) {
		struct range here;
		uint64_t most = most_of(&l->stages[t], &here);

		l->stages[t].supply_after = supply;
		l->stages[t].items_after = items;
		l->stages[t].tenths_after = tenths;
		stage_tenths(&tenths, &l->stages[t]);
		supply = vec_at_most(supply + most, DRAW_ITEMS_MAX);
		items.min = items.min + here.min < 2 * DRAW_ITEMS_MAX ? items.min + here.min :
		    2 * DRAW_ITEMS_MAX;
		items.max = items.max + here.max < 2 * DRAW_ITEMS_MAX ? items.max + here.max :
		    2 * DRAW_ITEMS_MAX;
	}
}

static bool
area_counts(const struct plan *p, size_t area)
{
	const struct range *r = &p->areas[area];

	return !p->areas_follow && !indifferent(r, p->wishes ? &p->wishes->areas[area] : NULL, p->items.max);
}

void
lattice_from(const struct lattice *l, size_t t, uint64_t vec, uint32_t side, struct leap *from)
{
	const struct stage *s = &l->stages[t];
	int items = vec_items(vec);

	*from = (struct leap){ .l = l,
		.stage = s,
		.next = l->layers != NULL ? &l->layers[t + 1].states : NULL,
		.vec = vec,
		.side = side,
		.items = { l->plan->items.min - s->items_after.max - items,
		    l->plan->items.max - s->items_after.min - items } };
}

/* The end of an area: its number must be within its limits, and departs from its target. */
bool
leap_end_area(const struct leap *from, int area, int *distance)
{
	const struct plan *p = from->l->plan;

	if (area < p->areas[from->stage->area].min)
		return false;
	if (p->wishes != NULL)
		*distance += wish_distance(&p->wishes->areas[from->stage->area], area);
	return true;
}

static int
finish_layer(struct layer *layer, struct arena *a)
{
	layer->ways = arena_alloc(a, layer->states.count, sizeof(*layer->ways));
	layer->shortest = arena_alloc(a, layer->states.count, sizeof(*layer->shortest));
	layer->longest = arena_alloc(a, layer->states.count, sizeof(*layer->longest));
	return layer->ways != NULL && layer->shortest != NULL && layer->longest != NULL ? 0 : -1;
}

static int
add_states(struct lattice *l, size_t t, uint32_t state)
{
	struct leap from;

	lattice_from(l, t, l->layers[t].states.vec[state], l->layers[t].states.side[state], &from);
	l->work += l->stages[t].step_count;
	for (uint32_t k = 0; k < l->stages[t].step_count; k++) {
		uint64_t vec;
		uint32_t side;

		if (leap_take(&from, &l->stages[t].steps[k], &vec, &side) &&
		    table_add(&l->layers[t + 1].states, vec, side) == TABLE_NONE)
			return -1;
	}
	return 0;
}

int
lattice_states(struct lattice *l, const struct plan *plan, struct arena *a)
{
	uint64_t total = 0;

	l->plan = plan;
	l->work = 0;
	find_bounds(l, plan);
	l->layers = arena_alloc(a, l->stage_count + 1, sizeof(*l->layers));
	if (l->layers == NULL)
		return -1;
	for (size_t t = 0; t < l->stage_count; t++)
		if (list_steps(&l->stages[t], plan, a) != 0)
			return -1;
	find_supply(l);
	l->listed = true;
	for (size_t t = 0; t < l->stage_count; t++)
		l->stages[t].counts_area = area_counts(plan, l->stages[t].area);
	for (size_t t = 0; t <= l->stage_count; t++)
		if (table_init(&l->layers[t].states, a, t == 0 ? 1 : l->layers[t - 1].states.count) != 0)
			return -1;
		else if (t == 0 && table_add(&l->layers[0].states, 0, 0) == TABLE_NONE)
			return -1;
		else if (t > 0) {
			for (uint32_t i = 0; i < l->layers[t - 1].states.count && l->work <= l->effort.steps;
			     i++)
				if (add_states(l, t - 1, i) != 0)
					return -1;
			total += l->layers[t].states.count;
			if (total > l->effort.states || l->work > l->effort.steps) {
				l->layers = NULL;
				return LATTICE_TOO_LARGE;
			}
		}
	for (size_t t = 0; t <= l->stage_count; t++)
		if (finish_layer(&l->layers[t], a) != 0)
			return -1;
	return 0;
}

bool
lattice_accepts(const struct lattice *l, uint64_t vec, uint32_t side)
{
	const struct plan *p = l->plan;
	int items = vec_items(vec), departure;

	if (!vec_fits(l->least, vec) || items < p->items.min || items > p->items.max)
		return false;
	if (p->wishes == NULL)
		return true;
	departure = (int)(side >> 8) + plan_departure(p, vec);
	return departure >= p->departure_min && departure <= p->departure_max;
}

static void
count_end(struct lattice *l)
{
	struct layer *last = &l->layers[l->stage_count];

	for (uint32_t i = 0; i < last->states.count; i++) {
		last->ways[i].u = 0;
		if (lattice_accepts(l, last->states.vec[i], last->states.side[i]))
			last->ways[i] = num_one(l->prime);
		else if (l->prime == 0)
			last->ways[i].d = 0;
		last->shortest[i] = last->longest[i] = 0;
	}
}

static void
count_state(struct lattice *l, size_t t, uint32_t state)
{
	struct layer *here = &l->layers[t];
	const struct layer *next = &l->layers[t + 1];
	const struct product *ways = topic_product(&l->stages[t].ways);
	double sum = 0;
	draw_wide exact = 0;
	int shortest = INT32_MAX, longest = 0;
	struct leap from;

	lattice_from(l, t, here->states.vec[state], here->states.side[state], &from);
	for (uint32_t k = 0; k < l->stages[t].step_count; k++) {
		const struct step *step = &l->stages[t].steps[k];
		uint32_t to = leap_next(&from, step);

		if (to == TABLE_NONE || num_zero(next->ways[to], l->prime))
			continue;
		if (l->prime == 0) {
			sum += ways->ways[step->product].d * next->ways[to].d;
		} else {
			exact += (draw_wide)ways->ways[step->product].u * next->ways[to].u;
			if (exact >> 126 != 0)          /* the next product has up to 122 bits */
				exact %= l->prime;
		}
		if (ways->shortest[step->product] + next->shortest[to] < shortest)
			shortest = ways->shortest[step->product] + next->shortest[to];
		if (ways->longest[step->product] + next->longest[to] > longest)
			longest = ways->longest[step->product] + next->longest[to];
	}
	if (l->prime == 0)
		here->ways[state].d = sum;
	else
		here->ways[state].u = (uint64_t)(exact % l->prime);
	here->shortest[state] = shortest;
	here->longest[state] = longest;
}

void
lattice_count(struct lattice *l, double z, uint64_t prime)
{
	count_topics(l, z, prime);
	count_end(l);
	for (size_t t = l->stage_count; t-- > 0;)
		for (uint32_t i = 0; i < l->layers[t].states.count; i++)
			count_state(l, t, i);
}

bool
lattice_possible(const struct lattice *l)
{
	return l->layers[0].states.count > 0 && !num_zero(l->layers[0].ways[0], l->prime);
}
