#include <string.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/choice.h"
#include "draw/memo.h"
#include "draw/num.h"
#include "draw/search.h"

#define KEY_HEAD 5              /* words of a memo key before the groups */

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

struct spot { size_t t; uint64_t vec; uint32_t side; };        /* a state before topic t */

static bool search_topic(struct search *s, const struct spot *at, int tenths);

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

/*
 * The rest `vec` of a topic's step, from the choices `from` on; `taken` of the first one are in
 * use.  Then on from `next`.
 */
static bool
search_items(struct search *s, const struct spot *next, uint64_t vec, uint32_t from, uint32_t taken,
    int tenths)
{
	const struct topic_choices *tc = &s->choices.topics[next->t - 1];

	if (vec == 0)
		return search_topic(s, next, tenths);
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

/* The minutes that can come after a state; false: it leads to no set. */
static bool
minutes_after(const struct lattice *l, const struct spot *at, struct range *tenths)
{
	const struct layer *layer;
	uint32_t state;

	if (l->layers == NULL) {
		*tenths = l->stages[at->t - 1].tenths_after;
		return true;
	}
	layer = &l->layers[at->t];
	state = table_find(&layer->states, at->vec, at->side);
	if (state == TABLE_NONE || num_zero(layer->ways[state], 0))
		return false;
	*tenths = (struct range){ layer->shortest[state], layer->longest[state] };
	return true;
}

/* What matters of the way here: the state, minutes if they may yet go wrong, groups in later topics. */
static size_t
make_key(struct search *s, const struct spot *at, int tenths, const struct range *after)
{
	const struct range *window = &s->l->plan->tenths;
	bool safe = tenths + after->min >= window->min && tenths + after->max <= window->max;
	size_t n = 0;

	s->key[n++] = (uint32_t)at->t;
	s->key[n++] = (uint32_t)at->vec;
	s->key[n++] = (uint32_t)(at->vec >> 32);
	s->key[n++] = at->side;
	s->key[n++] = safe ? UINT32_MAX : (uint32_t)tenths;
	for (size_t i = 0; i < s->used_count; i++) {
		uint32_t g = s->used[i];
		size_t k = n;

		if (s->choices.last_topic[g] < at->t)
			continue;
		for (; k > KEY_HEAD && s->key[k - 1] > g; k--)
			s->key[k] = s->key[k - 1];
		s->key[k] = g;
		n++;
	}
	return n;
}

/* Whether a step leads on at all; where to, and the minutes after it. */
static bool
try_step(const struct search *s, const struct leap *from, size_t t, const struct step *step, int tenths,
    struct spot *next, struct range *after)
{
	const struct range *window = &s->l->plan->tenths;
	const struct product *ways = topic_product(&s->l->stages[t].ways);

	next->t = t + 1;
	return leap_take(from, step, &next->vec, &next->side) && minutes_after(s->l, next, after) &&
	    tenths + ways->shortest[step->product] + after->min <= window->max &&
	    tenths + ways->longest[step->product] + after->max >= window->min;
}

static bool
search_steps(struct search *s, const struct spot *at, int tenths)
{
	const struct stage *stage = &s->l->stages[at->t];
	struct leap from;
	uint32_t start = stage->step_count > 0 ? (uint32_t)rng_below(s->rng, stage->step_count) : 0;

	lattice_from(s->l, at->t, at->vec, at->side, &from);
	for (uint32_t k = 0; k < stage->step_count && !s->stopped; k++) {
		const struct step *step = &stage->steps[(start + k) % stage->step_count];
		struct spot next;
		struct range after;

		if (try_step(s, &from, at->t, step, tenths, &next, &after) &&
		    search_items(
		        s, &next, step->vec - stage->ways.base, 0, 0, tenths + stage->ways.base_tenths))
			return true;
	}
	return false;
}

static bool
search_topic(struct search *s, const struct spot *at, int tenths)
{
	const struct range *window = &s->l->plan->tenths;
	struct range after = { 0, 10 * MINUTES_MAX };

	if (at->t == s->l->stage_count)
		return tenths >= window->min && tenths <= window->max &&
		    lattice_accepts(s->l, at->vec, at->side);
	if (at->t > 0 && !minutes_after(s->l, at, &after))
		return false;
	if (memo_has(&s->failed, s->key, make_key(s, at, tenths, &after)))
		return false;
	if (search_steps(s, at, tenths))
		return true;
	if (!s->stopped && memo_add(&s->failed, s->key, make_key(s, at, tenths, &after)) != 0)
		s->stopped = s->no_memory = true;
	return false;
}

static enum search_result
run(struct search *s, struct arena *a)
{
	const struct pool *pool = s->l->pool;
	const struct spot start = { 0, 0, 0 };
	bool found;

	s->in_use = arena_alloc(a, pool->bank->enemy_group_count, sizeof(*s->in_use));
	if (s->in_use == NULL || choices_list(&s->choices, s->l, s->rng, a) != 0)
		return SEARCH_MEMORY;
	s->used = arena_alloc(a, s->choices.groups_most + 1, sizeof(*s->used));
	s->key = arena_alloc(a, s->choices.groups_most + KEY_HEAD + 1, sizeof(*s->key));
	if (s->used == NULL || s->key == NULL || memo_init(&s->failed, a) != 0)
		return SEARCH_MEMORY;
	found = search_topic(s, &start, 0);
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
	if (l->layers != NULL && !lattice_possible(l))
		return SEARCH_NONE;
	a = arena_new();
	if (a != NULL)
		result = run(&s, a);
	arena_free(a);
	return result;
}
