#include <stdlib.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/cluster.h"
#include "draw/num.h"

#define CELLS (DIFFICULTY_COUNT * KIND_COUNT * 2)       /* unmet and met apart */

uint64_t
topic_vec(const struct pick *p, const struct merge *merge)
{
	return vec_one(VEC_DIFFICULTY(merge->difficulty[p->difficulty])) |
	    vec_one(VEC_KIND(merge->kind[p->kind])) | (p->met ? vec_one(VEC_MET) : 0);
}

static void
take_fixed(struct topic_ways *t, const struct merge *merge)
{
	for (size_t i = 0; i < t->pool->fixed_count; i++)
		if (t->pool->fixed[i].topic == t->index) {
			t->base += topic_vec(&t->pool->fixed[i], merge);
			t->base_tenths += t->pool->fixed[i].tenths;
		}
}

/* The cell factor of `vec`, made when it is first asked for; cells stand before clusters. */
static struct factor *
find_cell(struct topic_ways *t, uint64_t vec, uint32_t room, struct arena *a)
{
	struct factor *f;

	for (uint32_t i = 0; i < t->factor_count; i++)
		if (!t->factors[i].cluster && t->factors[i].vec == vec)
			return &t->factors[i];
	f = &t->factors[t->factor_count];
	*f = (struct factor){ .vec = vec, .units = arena_alloc(a, room, sizeof(*f->units)),
		.weight = arena_alloc(a, room, sizeof(*f->weight)),
		.sum = arena_alloc(a, room, sizeof(*f->sum)) };
	if (f->units == NULL || f->weight == NULL || f->sum == NULL)
		return NULL;
	t->factor_count++;
	return f;
}

struct sorting {
	struct topic_ways *topic;
	const struct merge *merge;
	struct arena *arena;
	struct components parts;
	uint32_t member_count;
	uint32_t room[CELLS];           /* items of each cell */
	uint64_t vecs[CELLS];
};

static int
add_unit(struct sorting *s, const uint32_t *picks, uint32_t count)
{
	struct topic_ways *t = s->topic;
	uint64_t vec = topic_vec(&t->pool->picks[picks[0]], s->merge);
	uint32_t room = 0;
	struct factor *f;

	for (int c = 0; c < CELLS; c++)
		if (s->vecs[c] == vec)
			room = s->room[c];
	f = find_cell(t, vec, room, s->arena);
	if (f == NULL)
		return -1;
	f->units[f->unit_count++] = (struct unit){ s->member_count, count };
	for (uint32_t i = 0; i < count; i++)
		t->members[s->member_count++] = picks[i];
	return 0;
}

static void
count_room(struct sorting *s, const struct pick *p)
{
	uint64_t vec = topic_vec(p, s->merge);

	for (int c = 0; c < CELLS; c++)
		if (s->vecs[c] == vec || s->vecs[c] == 0) {
			s->vecs[c] = vec;
			s->room[c]++;
			return;
		}
}

/* Items without an enemy beside them, and cliques of enemies that share a cell. */
static int
add_units(struct sorting *s)
{
	struct topic_ways *t = s->topic;

	for (uint32_t c = 0; c < s->parts.count; c++) {
		const struct component *part = &s->parts.parts[c];

		if (part->kind == COMPONENT_CLUSTER)
			continue;
		if (part->kind == COMPONENT_UNIT) {
			if (add_unit(s, part->picks, part->count) != 0)
				return -1;
			continue;
		}
		t->loose = true;
		for (uint32_t i = 0; i < part->count; i++)
			if (add_unit(s, &part->picks[i], 1) != 0)
				return -1;
	}
	return 0;
}

static int
add_clusters(struct sorting *s, int most)
{
	struct topic_ways *t = s->topic;

	for (uint32_t c = 0; c < s->parts.count; c++)
		if (s->parts.parts[c].kind == COMPONENT_CLUSTER &&
		    cluster_list(&t->factors[t->factor_count++], &s->parts.parts[c], t->pool, s->merge, most,
		    s->arena) != 0)
			return -1;
	return 0;
}

static int
cell_options(struct factor *f, int most, struct arena *a)
{
	uint32_t n = f->unit_count < (uint32_t)most ? f->unit_count : (uint32_t)most;

	f->options = arena_alloc(a, n + 1, sizeof(*f->options));
	if (f->options == NULL)
		return -1;
	f->option_count = n + 1;
	for (uint32_t i = 0; i <= n; i++)
		f->options[i].vec = i * f->vec;
	return 0;
}

/* The states that the products reach; counting fills in the rest. */
static int
list_products(struct topic_ways *t, uint64_t states_max, struct arena *a)
{
	for (uint32_t i = 0; i <= t->factor_count; i++) {
		struct product *p = &t->products[i];
		const struct product *before = &t->products[i - (i > 0)];

		if (table_init(&p->table, a, i == 0 ? 1 : before->table.count + 8) != 0)
			return -1;
		if (i == 0 && vec_items(t->base) <= t->most && vec_fits(t->base, t->cap) &&
		    table_add(&p->table, t->base, 0) == TABLE_NONE)
			return -1;
		for (uint32_t s = 0; i > 0 && s < before->table.count && p->table.count <= states_max; s++)
			for (uint32_t o = 0; o < t->factors[i - 1].option_count; o++) {
				uint64_t vec = before->table.vec[s] + t->factors[i - 1].options[o].vec;

				if (vec_items(vec) <= t->most && vec_fits(vec, t->cap) &&
				    table_add(&p->table, vec, 0) == TABLE_NONE)
					return -1;
			}
		if (p->table.count > states_max)
			return TOPIC_TOO_LARGE;
		p->ways = arena_alloc(a, p->table.count, sizeof(*p->ways));
		p->shortest = arena_alloc(a, p->table.count, sizeof(*p->shortest));
		p->longest = arena_alloc(a, p->table.count, sizeof(*p->longest));
		if (p->ways == NULL || p->shortest == NULL || p->longest == NULL)
			return -1;
	}
	return 0;
}

static void
find_supply(struct topic_ways *t)
{
	const struct table *last = &topic_product(t)->table;

	for (uint32_t s = 0; s < last->count; s++)
		for (int f = 0; f < VEC_FIELDS; f++)
			if (vec_get(last->vec[s], 8 * f) > vec_get(t->supply, 8 * f))
				t->supply = (t->supply & ~((uint64_t)0xff << 8 * f)) |
				    (last->vec[s] & (uint64_t)0xff << 8 * f);
}

int
topic_init(struct topic_ways *t, const struct pool *pool, size_t index, int most, uint64_t cap,
    const struct merge *merge, uint64_t states_max, struct arena *a)
{
	struct sorting s = { .topic = t, .merge = merge, .arena = a };
	size_t from = pool->first[index], to = pool->first[index + 1];
	int free_most, result;

	*t = (struct topic_ways){ .pool = pool, .index = index, .most = most, .cap = cap };
	take_fixed(t, merge);
	free_most = most - vec_items(t->base);
	if (free_most <= 0)
		to = from;
	if (components_find(&s.parts, pool, from, to, free_most, merge, a) != 0)
		return -1;
	for (size_t i = from; i < to; i++)
		count_room(&s, &pool->picks[i]);
	t->members = arena_alloc(a, to - from, sizeof(*t->members));
	t->factors = arena_alloc(a, CELLS + s.parts.cluster_count, sizeof(*t->factors));
	t->products = arena_alloc(a, CELLS + s.parts.cluster_count + 1, sizeof(*t->products));
	if (t->members == NULL || t->factors == NULL || t->products == NULL || add_units(&s) != 0)
		return -1;
	for (uint32_t i = 0; i < t->factor_count; i++)
		if (cell_options(&t->factors[i], free_most, a) != 0)
			return -1;
	if (add_clusters(&s, free_most) != 0)
		return -1;
	result = list_products(t, states_max, a);
	if (result == 0)
		find_supply(t);
	return result;
}

static double
pick_weight(const struct topic_ways *t, uint32_t pick)
{
	const struct pick *p = &t->pool->picks[pick];

	return p->weight * t->power[p->tenths];
}

/* Keeps the `most` smallest of `v` (negated: the largest), sorted. */
static int
keep_small(int *v, int count, int most, int x)
{
	int i;

	if (count == most && (most == 0 || x >= v[count - 1]))
		return count;
	if (count < most)
		count++;
	for (i = count - 1; i > 0 && v[i - 1] > x; i--)
		v[i] = v[i - 1];
	v[i] = x;
	return count;
}

static void
count_cell(const struct topic_ways *t, struct factor *f, uint64_t prime)
{
	int small[DRAW_ITEMS_MAX] = { 0 }, large[DRAW_ITEMS_MAX] = { 0 };
	int most = (int)f->option_count - 1, n = 0, m = 0;
	union num zero = { .u = 0 };

	if (prime == 0)
		zero.d = 0;
	for (int i = 0; i <= most; i++)
		f->options[i].ways = i == 0 ? num_one(prime) : zero;
	for (uint32_t u = 0; u < f->unit_count; u++) {
		const uint32_t *members = &t->members[f->units[u].first];
		int shortest = INT32_MAX, longest = 0;
		union num w = zero;

		for (uint32_t i = 0; i < f->units[u].count; i++) {
			int tenths = t->pool->picks[members[i]].tenths;

			if (prime == 0)
				w.d += pick_weight(t, members[i]);
			shortest = tenths < shortest ? tenths : shortest;
			longest = tenths > longest ? tenths : longest;
		}
		if (prime == 0) {
			f->weight[u] = w.d;
			f->sum[u] = w.d + (u > 0 ? f->sum[u - 1] : 0);
		} else {
			w.u = f->units[u].count;
		}
		for (int i = most < (int)u + 1 ? most : (int)u + 1; i > 0; i--)
			f->options[i].ways = num_add_product(
			    f->options[i].ways, f->options[i - 1].ways, w, prime);
		n = keep_small(small, n, most, shortest);
		m = keep_small(large, m, most, -longest);
	}
	for (int i = 1; i <= most; i++) {
		f->options[i].shortest = f->options[i - 1].shortest + small[i - 1];
		f->options[i].longest = f->options[i - 1].longest - large[i - 1];
	}
}

static void
multiply(const struct topic_ways *t, uint32_t i, uint64_t prime)
{
	const struct factor *f = &t->factors[i];
	const struct product *from = &t->products[i];
	struct product *to = &t->products[i + 1];

	for (uint32_t s = 0; s < to->table.count; s++) {
		if (prime == 0)
			to->ways[s].d = 0;
		else
			to->ways[s].u = 0;
		to->shortest[s] = INT32_MAX;
		to->longest[s] = 0;
	}
	for (uint32_t s = 0; s < from->table.count; s++)
		for (uint32_t o = 0; o < f->option_count; o++) {
			const struct option *option = &f->options[o];
			uint32_t k = table_find(&to->table, from->table.vec[s] + option->vec, 0);

			if (k == TABLE_NONE)
				continue;
			to->ways[k] = num_add_product(to->ways[k], from->ways[s], option->ways, prime);
			if (from->shortest[s] + option->shortest < to->shortest[k])
				to->shortest[k] = from->shortest[s] + option->shortest;
			if (from->longest[s] + option->longest > to->longest[k])
				to->longest[k] = from->longest[s] + option->longest;
		}
}

void
topic_count(struct topic_ways *t, const double *power, uint64_t prime)
{
	struct product *first = &t->products[0];

	t->power = power;
	if (first->table.count > 0) {
		first->ways[0] = num_one(prime);
		first->shortest[0] = first->longest[0] = t->base_tenths;
	}
	for (uint32_t i = 0; i < t->factor_count; i++) {
		if (t->factors[i].cluster)
			cluster_count(&t->factors[i], t->pool, power, prime);
		else
			count_cell(t, &t->factors[i], prime);
		multiply(t, i, prime);
	}
}
