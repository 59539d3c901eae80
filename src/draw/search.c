#include <string.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/choice.h"
#include "draw/memo.h"
#include "draw/num.h"
#include "draw/search.h"

struct search {
	const struct lattice *l;
	struct choices choices;
	struct memo failed;
	uint32_t *used;                 /* groups of the items taken so far */
	size_t used_count;
	bool *in_use;                   /* by group */
	uint32_t *key;                  /* room for a memo key */
	struct selection *out;
	uint64_t nodes, node_limit;
	struct rng *rng;
	bool stopped, no_memory;
};

static bool search_topic(struct search *s, size_t t, uint32_t state, int tenths);

static bool
groups_free(const struct search *s, const struct choice *c)
{
	for (uint32_t g = 0; g < c->group_count; g++)
		if (s->in_use[c->groups[g]])
			return false;
	return true;
}

static void
take(struct search *s, const struct choice *c, uint32_t which)
{
	s->out->picks[s->out->count++] = c->picks[which];
	for (uint32_t g = 0; g < c->group_count; g++) {
		s->in_use[c->groups[g]] = true;
		s->used[s->used_count++] = c->groups[g];
	}
}

static void
give_back(struct search *s, const struct choice *c)
{
	s->out->count--;
	for (uint32_t g = 0; g < c->group_count; g++) {
		s->in_use[c->groups[g]] = false;
		s->used_count--;
	}
}

struct branch { size_t t; uint32_t state; };    /* where to go on once the topic has its items */

/* The rest `vec` of a topic's step, from the choices `from` on; `taken` of the first one are in use. */
static bool
search_items(struct search *s, const struct branch *next, uint64_t vec, uint32_t from, uint32_t taken,
    int tenths)
{
	const struct topic_choices *tc = &s->choices.topics[next->t - 1];

	if (vec == 0)
		return search_topic(s, next->t, next->state, tenths);
	for (uint32_t i = from; i < tc->count; i++) {
		const struct choice *c = &tc->choices[i];
		uint32_t which = i == from ? taken : 0;

		if (!vec_fits(c->vec, vec) || which >= c->count || !groups_free(s, c))
			continue;
		if (++s->nodes == s->node_limit)
			s->stopped = true;
		if (s->stopped)
			return false;
		take(s, c, which);
		if (search_items(s, next, vec - c->vec, i, which + 1, tenths + c->tenths))
			return true;
		give_back(s, c);
	}
	return false;
}

/* What matters of the way here: the state, minutes if they may yet go wrong, groups in later topics. */
static size_t
make_key(struct search *s, size_t t, uint32_t state, int tenths)
{
	const struct layer *layer = &s->l->layers[t];
	const struct range *window = &s->l->plan->tenths;
	bool safe = tenths + layer->shortest[state] >= window->min && tenths + layer->longest[state] <= window->max;
	size_t n = 0;

	s->key[n++] = (uint32_t)t;
	s->key[n++] = state;
	s->key[n++] = safe ? UINT32_MAX : (uint32_t)tenths;
	for (size_t i = 0; i < s->used_count; i++) {
		uint32_t g = s->used[i];
		size_t k = n;

		if (s->choices.last_topic[g] < t)
			continue;
		for (; k > 3 && s->key[k - 1] > g; k--)
			s->key[k] = s->key[k - 1];
		s->key[k] = g;
		n++;
	}
	return n;
}

static bool
search_topic(struct search *s, size_t t, uint32_t state, int tenths)
{
	const struct range *window = &s->l->plan->tenths;
	const struct stage *stage = &s->l->stages[t];
	uint32_t start;

	if (t == s->l->stage_count)
		return tenths >= window->min && tenths <= window->max;
	if (memo_has(&s->failed, s->key, make_key(s, t, state, tenths)))
		return false;
	start = stage->step_count > 0 ? (uint32_t)rng_below(s->rng, stage->step_count) : 0;
	for (uint32_t k = 0; k < stage->step_count && !s->stopped; k++) {
		const struct step *step = &stage->steps[(start + k) % stage->step_count];
		const struct product *ways = topic_product(&stage->ways);
		struct branch next = { t + 1, lattice_next(s->l, t, state, step) };
		const struct layer *layer = &s->l->layers[t + 1];

		if (next.state == TABLE_NONE || num_zero(layer->ways[next.state], 0) ||
		    tenths + ways->shortest[step->product] + layer->shortest[next.state] > window->max ||
		    tenths + ways->longest[step->product] + layer->longest[next.state] < window->min)
			continue;
		if (search_items(s, &next, step->vec - stage->ways.base, 0, 0, tenths + stage->ways.base_tenths))
			return true;
	}
	if (!s->stopped && memo_add(&s->failed, s->key, make_key(s, t, state, tenths)) != 0)
		s->stopped = s->no_memory = true;
	return false;
}

static enum search_result
run(struct search *s, struct arena *a)
{
	const struct pool *pool = s->l->pool;
	bool found;

	s->in_use = arena_alloc(a, pool->bank->enemy_group_count, sizeof(*s->in_use));
	if (s->in_use == NULL || choices_list(&s->choices, s->l, s->rng, a) != 0)
		return SEARCH_MEMORY;
	s->used = arena_alloc(a, s->choices.groups_most + 1, sizeof(*s->used));
	s->key = arena_alloc(a, s->choices.groups_most + 4, sizeof(*s->key));
	if (s->used == NULL || s->key == NULL || memo_init(&s->failed, a) != 0)
		return SEARCH_MEMORY;
	found = search_topic(s, 0, 0, 0);
	if (s->no_memory)
		return SEARCH_MEMORY;
	if (!found)
		return s->stopped ? SEARCH_STOPPED : SEARCH_NONE;
	for (size_t i = 0; i < s->out->count; i++)
		s->out->tenths += pool->picks[s->out->picks[i]].tenths;
	for (size_t i = 0; i < pool->fixed_count; i++)
		s->out->tenths += pool->fixed[i].tenths;
	return SEARCH_FOUND;
}

enum search_result
search_run(const struct lattice *l, struct selection *out, uint64_t node_limit, struct rng *rng)
{
	struct search s = { .l = l, .out = out, .node_limit = node_limit, .rng = rng };
	struct arena *a;
	enum search_result result = SEARCH_MEMORY;

	*out = (struct selection){ .count = 0 };
	if (!lattice_possible(l))
		return SEARCH_NONE;
	a = arena_new();
	if (a != NULL)
		result = run(&s, a);
	arena_free(a);
	return result;
}
