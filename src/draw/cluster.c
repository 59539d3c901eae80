#include <stdlib.h>

#include "viva/arena.h"
#include "draw/cluster.h"
#include "draw/num.h"

static uint32_t
root_of(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

/* Joins items that share an active group; a part's root is its first item. */
static int
join_enemies(uint32_t *parent, const struct pool *pool, size_t from, size_t to, struct arena *a)
{
	const struct bank *b = pool->bank;
	uint32_t *holder = arena_alloc(a, b->enemy_group_count, sizeof(*holder));       /* + 1, 0: none yet */

	if (holder == NULL)
		return -1;
	for (size_t i = from; i < to; i++) {
		const struct item *it = &b->items[pool->picks[i].item];
		uint32_t me = (uint32_t)(i - from);

		for (size_t e = 0; e < it->enemy_count; e++) {
			size_t g = it->enemies[e];
			uint32_t x, y;

			if (!pool->enemies[g])
				continue;
			if (holder[g] != 0) {
				x = root_of(parent, holder[g] - 1);
				y = root_of(parent, me);
				parent[x < y ? y : x] = x < y ? x : y;
			}
			holder[g] = me + 1;
		}
	}
	return 0;
}

struct graph { uint64_t enemies[CLUSTER_ITEMS_MAX]; };

static void
make_graph(struct graph *g, const struct component *c, const struct pool *pool)
{
	for (uint32_t i = 0; i < c->count; i++) {
		g->enemies[i] = 0;
		for (uint32_t j = 0; j < c->count; j++)
			if (i != j && pool_enemies(pool, pool->picks[c->picks[i]].item,
			    pool->picks[c->picks[j]].item))
				g->enemies[i] |= (uint64_t)1 << j;
	}
}

static bool
is_unit(const struct component *c, const struct graph *g, const struct pool *pool,
    const struct merge *merge)
{
	uint64_t vec = topic_vec(&pool->picks[c->picks[0]], merge);

	for (uint32_t i = 0; i < c->count; i++)
		if (topic_vec(&pool->picks[c->picks[i]], merge) != vec ||
		    __builtin_popcountll(g->enemies[i]) != (int)c->count - 1)
			return false;
	return true;
}

/* Walks through the independent sets of at most `most` items, but for the empty one. */
struct walk {
	const struct component *part;
	struct graph graph;
	int most;
	uint32_t sets, members;         /* found so far */
	uint32_t chosen[DRAW_ITEMS_MAX];
	struct factor *into;            /* NULL: only count, up to CLUSTER_SETS_MAX */
	const struct pool *pool;
	const struct merge *merge;
};

static void
walk_sets(struct walk *w, uint32_t from, uint64_t banned, int depth)
{
	for (uint32_t i = from; i < w->part->count && depth < w->most; i++) {
		if (banned >> i & 1)
			continue;
		if (w->into == NULL && w->sets >= CLUSTER_SETS_MAX)
			return;
		w->chosen[depth] = w->part->picks[i];
		if (w->into != NULL) {
			struct cluster_set *s = &w->into->sets[w->sets];

			*s = (struct cluster_set){ 0, w->members, (uint32_t)depth + 1 };
			for (int k = 0; k <= depth; k++) {
				s->vec += topic_vec(&w->pool->picks[w->chosen[k]], w->merge);
				w->into->set_members[w->members + (uint32_t)k] = w->chosen[k];
			}
		}
		w->sets++;
		w->members += (uint32_t)depth + 1;
		walk_sets(w, i + 1, banned | w->graph.enemies[i], depth + 1);
	}
}

static enum component_kind
classify(const struct component *c, const struct pool *pool, int most, const struct merge *merge)
{
	struct walk w = { .part = c, .most = most, .pool = pool, .merge = merge };

	if (c->count == 1)
		return COMPONENT_UNIT;
	if (c->count > CLUSTER_ITEMS_MAX)
		return COMPONENT_LOOSE;
	make_graph(&w.graph, c, pool);
	if (is_unit(c, &w.graph, pool, merge))
		return COMPONENT_UNIT;
	walk_sets(&w, 0, 0, 0);
	return w.sets < CLUSTER_SETS_MAX ? COMPONENT_CLUSTER : COMPONENT_LOOSE;
}

int
components_find(struct components *out, const struct pool *pool, size_t from, size_t to, int most,
    const struct merge *merge, struct arena *a)
{
	uint32_t n = (uint32_t)(to - from);
	uint32_t *parent = arena_alloc(a, n, sizeof(*parent)), *size = arena_alloc(a, n, sizeof(*size));
	uint32_t *index = arena_alloc(a, n, sizeof(*index)), *picks = arena_alloc(a, n, sizeof(*picks));
	uint32_t next = 0;

	*out = (struct components){ .parts = arena_alloc(a, n, sizeof(*out->parts)) };
	if (parent == NULL || size == NULL || index == NULL || picks == NULL || out->parts == NULL)
		return -1;
	for (uint32_t i = 0; i < n; i++)
		parent[i] = i;
	/* Where one item is drawn at most, it has no enemy beside it. */
	if (most > 1 && join_enemies(parent, pool, from, to, a) != 0)
		return -1;
	for (uint32_t i = 0; i < n; i++)
		size[root_of(parent, i)]++;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t root = root_of(parent, i);
		struct component *c;

		if (root == i) {
			index[i] = out->count++;
			out->parts[index[i]].picks = picks + next;
			next += size[i];
		}
		c = &out->parts[index[root]];
		c->picks[c->count++] = (uint32_t)from + i;
	}
	for (uint32_t c = 0; c < out->count; c++) {
		out->parts[c].kind = classify(&out->parts[c], pool, most, merge);
		out->cluster_count += out->parts[c].kind == COMPONENT_CLUSTER;
	}
	return 0;
}

static int
by_vec(const void *left, const void *right)
{
	const struct cluster_set *a = left, *b = right;

	if (a->vec != b->vec)
		return a->vec < b->vec ? -1 : 1;
	return a->first < b->first ? -1 : a->first > b->first;
}

int
cluster_list(struct factor *f, const struct component *part, const struct pool *pool,
    const struct merge *merge, int most, struct arena *a)
{
	struct walk w = { .part = part, .most = most, .pool = pool, .merge = merge };

	make_graph(&w.graph, part, pool);
	walk_sets(&w, 0, 0, 0);
	*f = (struct factor){ .cluster = true, .set_count = w.sets + 1,
		.sets = arena_alloc(a, w.sets + 1, sizeof(*f->sets)),
		.set_members = arena_alloc(a, w.members, sizeof(*f->set_members)),
		.options = arena_alloc(a, w.sets + 1, sizeof(*f->options)) };
	if (f->sets == NULL || f->set_members == NULL || f->options == NULL)
		return -1;
	w.into = f;
	w.sets = 1;             /* the empty set stands first */
	w.members = 0;
	walk_sets(&w, 0, 0, 0);
	qsort(f->sets, f->set_count, sizeof(*f->sets), by_vec);
	for (uint32_t s = 0; s < f->set_count; s++) {
		if (s == 0 || f->sets[s].vec != f->sets[s - 1].vec)
			f->options[f->option_count++] = (struct option){ .vec = f->sets[s].vec,
				.set_first = s };
		f->options[f->option_count - 1].set_count++;
	}
	return 0;
}

double
cluster_set_weight(const struct factor *f, const struct cluster_set *set, const struct pool *pool,
    const double *power)
{
	double w = 1;

	for (uint32_t i = 0; i < set->count; i++) {
		const struct pick *p = &pool->picks[f->set_members[set->first + i]];

		w *= p->weight * power[p->tenths];
	}
	return w;
}

void
cluster_count(struct factor *f, const struct pool *pool, const double *power, uint64_t prime)
{
	for (uint32_t o = 0; o < f->option_count; o++) {
		struct option *option = &f->options[o];
		double sum = 0;

		option->shortest = INT32_MAX;
		option->longest = 0;
		for (uint32_t s = 0; s < option->set_count; s++) {
			const struct cluster_set *set = &f->sets[option->set_first + s];
			int tenths = 0;

			for (uint32_t i = 0; i < set->count; i++)
				tenths += pool->picks[f->set_members[set->first + i]].tenths;
			option->shortest = tenths < option->shortest ? tenths : option->shortest;
			option->longest = tenths > option->longest ? tenths : option->longest;
			if (prime == 0)
				sum += cluster_set_weight(f, set, pool, power);
		}
		if (prime == 0)
			option->ways.d = sum;
		else
			option->ways.u = option->set_count;
	}
}
