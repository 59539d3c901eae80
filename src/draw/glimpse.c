#include "viva/arena.h"
#include "draw/glimpse.h"

int
glimpse_all(struct range *tenths, struct lattice *l, const struct plan *plan, const struct pool *pool,
    const struct effort *effort, struct arena *a)
{
	int result;

	result = lattice_topics(l, plan, pool, true, effort, a);
	if (result == 0)
		result = lattice_states(l, plan, a);
	if (result != 0)
		return result < 0 ? -1 : GLIMPSE_UNKNOWN;
	lattice_count(l, 1, 0);
	if (!lattice_possible(l))
		return GLIMPSE_NONE;
	*tenths = (struct range){ l->layers[0].shortest[0], l->layers[0].longest[0] };
	return 0;
}

int
glimpse_topics(struct range *tenths, const struct plan *within, const struct pool *pool)
{
	const struct range any = { 0, DRAW_ITEMS_MAX };
	struct arena *a = arena_new();
	struct plan plan = *within;
	struct wishes wishes;
	struct lattice l;
	int result;

	if (a == NULL)
		return -1;
	if (plan.wishes != NULL) {
		struct forced f;

		plan_forced(&f, within, within->wishes, pool->bank);
		wishes = *within->wishes;
		plan.departure_min = 0;
		plan.departure_max -= f.difficulty + f.kind;
		plan.wishes = &wishes;
	}
	for (int d = 0; d < DIFFICULTY_COUNT; d++) {
		plan.difficulty[d] = any;
		wishes.difficulty[d] = WISH_ANY;
	}
	for (int k = 0; k < KIND_COUNT; k++) {
		plan.kind[k] = any;
		wishes.kind[k] = WISH_ANY;
	}
	result = glimpse_all(tenths, &l, &plan, pool, &effort_fair, a);
	arena_free(a);
	return result;
}

/* A pool of the same items in a bank of one topic. */
struct merged { struct area area; struct topic topic; struct bank bank; struct pool pool; };

static int
merge_topics(struct merged *m, const struct pool *from, struct arena *a)
{
	m->area = (struct area){ "", "" };
	m->topic = (struct topic){ "", "", 0, 100 };
	m->bank = *from->bank;
	m->bank.areas = &m->area;
	m->bank.topics = &m->topic;
	m->bank.area_count = m->bank.topic_count = 1;
	m->pool = *from;
	m->pool.bank = &m->bank;
	m->pool.enemies = arena_alloc(a, m->bank.enemy_group_count, sizeof(*m->pool.enemies));
	m->pool.first = arena_alloc(a, 2, sizeof(*m->pool.first));
	m->pool.fixed = arena_alloc(a, from->fixed_count, sizeof(*m->pool.fixed));
	if (m->pool.enemies == NULL || m->pool.first == NULL || m->pool.fixed == NULL)
		return -1;
	for (size_t i = 0; i < from->fixed_count; i++) {
		m->pool.fixed[i] = from->fixed[i];
		m->pool.fixed[i].topic = 0;
	}
	m->pool.first[1] = from->count;
	return 0;
}

int
glimpse_cells(struct range *tenths, const struct plan *within, const struct pool *from)
{
	struct arena *a = arena_new();
	struct plan plan = *within;
	struct range items = within->items;
	struct wish any = WISH_ANY;
	struct wishes wishes;
	struct merged m;
	struct lattice l;
	int result = -1;

	if (a == NULL || merge_topics(&m, from, a) != 0)
		goto out;
	if (plan.wishes != NULL) {
		struct forced f;

		plan_forced(&f, within, within->wishes, from->bank);
		wishes = *within->wishes;
		wishes.topics = wishes.areas = &any;
		plan.departure_min = 0;
		plan.departure_max -= f.topics;
		plan.wishes = &wishes;
	}
	plan.topics = &items;
	plan.areas_follow = true;
	result = glimpse_all(tenths, &l, &plan, &m.pool, &effort_small, a);
out:
	arena_free(a);
	return result;
}
