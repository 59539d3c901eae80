#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/choice.h"

struct lister {
	const struct lattice *l;
	struct choices *out;
	uint32_t *members;              /* of the pool, by group */
	uint32_t *first_member;         /* + 1 */
	bool *alike;                    /* all members interchangeable and in no other group */
	bool timed;                     /* there is a rule on minutes; else those of an item do not matter */
	struct arena *arena;
	struct rng *rng;
};

static bool
relevant(const struct lister *s, size_t group)
{
	return s->l->pool->enemies[group] && s->members[group] > 1;
}

static uint32_t
relevant_groups(const struct lister *s, const struct item *it)
{
	uint32_t n = 0;

	for (size_t e = 0; e < it->enemy_count; e++)
		n += relevant(s, it->enemies[e]);
	return n;
}

static int
tenths_of(const struct lister *s, const struct pick *p)
{
	return s->timed ? p->tenths : 0;
}

static bool
same_class(const struct lister *s, const struct pick *a, const struct pick *b)
{
	return a->topic == b->topic && tenths_of(s, a) == tenths_of(s, b) &&
	    topic_vec(a, &s->l->merge) == topic_vec(b, &s->l->merge);
}

static void
study_groups(struct lister *s)
{
	const struct pool *p = s->l->pool;

	for (uint32_t i = 0; i < p->count; i++) {
		const struct item *it = &p->bank->items[p->picks[i].item];

		for (size_t e = 0; e < it->enemy_count; e++) {
			size_t g = it->enemies[e];

			if (s->members[g]++ == 0) {
				s->first_member[g] = i + 1;
				s->alike[g] = true;
			}
		}
	}
	for (uint32_t i = 0; i < p->count; i++) {
		const struct item *it = &p->bank->items[p->picks[i].item];

		for (size_t e = 0; e < it->enemy_count; e++) {
			size_t g = it->enemies[e];

			if (relevant_groups(s, it) != 1 ||
			    !same_class(s, &p->picks[i], &p->picks[s->first_member[g] - 1]))
				s->alike[g] = false;
		}
	}
}

/* 0: no enemies that matter; 1: stands for its group of alike items; 2: another one does; 3: has enemies. */
enum standing { STANDING_FREE, STANDING_FOR_GROUP, STANDING_BEHIND, STANDING_ENEMY };

static enum standing
standing_of(const struct lister *s, uint32_t pick)
{
	const struct item *it = &s->l->pool->bank->items[s->l->pool->picks[pick].item];

	for (size_t e = 0; e < it->enemy_count; e++) {
		size_t g = it->enemies[e];

		if (!relevant(s, g))
			continue;
		if (!s->alike[g])
			return STANDING_ENEMY;
		return s->first_member[g] == pick + 1 ? STANDING_FOR_GROUP : STANDING_BEHIND;
	}
	return STANDING_FREE;
}

static struct choice *
find_class(struct topic_choices *tc, uint64_t vec, int tenths)
{
	for (uint32_t c = 0; c < tc->count; c++)
		if (tc->choices[c].vec == vec && tc->choices[c].tenths == tenths)
			return &tc->choices[c];
	tc->choices[tc->count] = (struct choice){ .vec = vec, .tenths = tenths };
	return &tc->choices[tc->count++];
}

static int
add_enemy(struct lister *s, struct topic_choices *tc, size_t stage, uint32_t pick)
{
	const struct pick *p = &s->l->pool->picks[pick];
	const struct item *it = &s->l->pool->bank->items[p->item];
	uint32_t *groups = arena_alloc(s->arena, it->enemy_count, sizeof(*groups)), n = 0;
	uint32_t *picks = arena_alloc(s->arena, 1, sizeof(*picks));

	if (groups == NULL || picks == NULL)
		return -1;
	for (size_t e = 0; e < it->enemy_count; e++)
		if (relevant(s, it->enemies[e])) {
			groups[n++] = (uint32_t)it->enemies[e];
			s->out->last_topic[it->enemies[e]] = stage;
		}
	picks[0] = pick;
	tc->choices[tc->count++] = (struct choice){ .vec = topic_vec(p, &s->l->merge),
		.tenths = tenths_of(s, p),
		.picks = picks,
		.count = 1,
		.groups = groups,
		.group_count = n };
	return 0;
}

static void
shuffle_choices(struct lister *s, struct topic_choices *tc)
{
	for (uint32_t i = tc->count; i > 1; i--) {
		uint32_t j = (uint32_t)rng_below(s->rng, i);
		struct choice x = tc->choices[i - 1];

		tc->choices[i - 1] = tc->choices[j];
		tc->choices[j] = x;
	}
	for (uint32_t c = 0; c < tc->count; c++)
		for (uint32_t i = tc->choices[c].count; i > 1; i--) {
			uint32_t j = (uint32_t)rng_below(s->rng, i), x = tc->choices[c].picks[i - 1];

			tc->choices[c].picks[i - 1] = tc->choices[c].picks[j];
			tc->choices[c].picks[j] = x;
		}
}

/* No more than the topic may give are needed; which ones is left to chance. */
static void
keep_some(struct choice *c, uint32_t pick, uint32_t most, struct rng *rng)
{
	uint32_t place = c->count;

	c->seen++;
	if (c->count < most)
		c->count++;
	else
		place = (uint32_t)rng_below(rng, c->seen);
	if (place < most)
		c->picks[place] = pick;
}

static int
list_topic(struct lister *s, size_t stage)
{
	const struct topic_ways *t = &s->l->stages[stage].ways;
	const struct pool *p = s->l->pool;
	uint32_t from = (uint32_t)p->first[t->index], to = (uint32_t)p->first[t->index + 1];
	struct topic_choices *tc = &s->out->topics[stage];
	uint32_t classes, most = t->most > 0 ? (uint32_t)t->most : 0;

	tc->choices = arena_alloc(s->arena, 2 * (size_t)(to - from), sizeof(*tc->choices));
	if (tc->choices == NULL)
		return -1;
	for (uint32_t i = from; i < to; i++) {
		struct choice *c = find_class(
		    tc, topic_vec(&p->picks[i], &s->l->merge), tenths_of(s, &p->picks[i]));

		if (c->picks == NULL && (c->picks = arena_alloc(s->arena, most, sizeof(*c->picks))) == NULL)
			return -1;
		if (standing_of(s, i) <= STANDING_FOR_GROUP)
			keep_some(c, i, most, s->rng);
	}
	classes = tc->count;
	for (uint32_t i = from; i < to; i++) {
		uint64_t vec = topic_vec(&p->picks[i], &s->l->merge);

		for (uint32_t c = 0; c < classes && standing_of(s, i) == STANDING_ENEMY; c++)
			if (tc->choices[c].vec == vec &&
			    tc->choices[c].tenths == tenths_of(s, &p->picks[i])) {
				if (tc->choices[c].count < most && add_enemy(s, tc, stage, i) != 0)
					return -1;
				break;
			}
	}
	shuffle_choices(s, tc);
	return 0;
}

int
choices_list(struct choices *out, const struct lattice *l, struct rng *rng, struct arena *a)
{
	const struct bank *b = l->pool->bank;
	const struct range *window = &l->plan->tenths;
	struct lister s = { .l = l, .out = out, .timed = window->min > 0 || window->max < 10 * MINUTES_MAX,
		.arena = a, .rng = rng };
	size_t most = 0;

	*out = (struct choices){ .topics = arena_alloc(a, l->stage_count, sizeof(*out->topics)),
		.last_topic = arena_alloc(a, b->enemy_group_count, sizeof(*out->last_topic)) };
	s.members = arena_alloc(a, b->enemy_group_count, sizeof(*s.members));
	s.first_member = arena_alloc(a, b->enemy_group_count, sizeof(*s.first_member));
	s.alike = arena_alloc(a, b->enemy_group_count, sizeof(*s.alike));
	if (out->topics == NULL || out->last_topic == NULL || s.members == NULL || s.first_member == NULL ||
	    s.alike == NULL)
		return -1;
	study_groups(&s);
	for (size_t t = 0; t < l->stage_count; t++)
		if (list_topic(&s, t) != 0)
			return -1;
	for (size_t i = 0; i < l->pool->count; i++) {
		const struct item *it = &b->items[l->pool->picks[i].item];

		most = it->enemy_count > most ? it->enemy_count : most;
	}
	out->groups_most = most * DRAW_ITEMS_MAX;
	return 0;
}
