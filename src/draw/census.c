#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/rng.h"
#include "draw/census.h"
#include "draw/census_topic.h"
#include "draw/num.h"
#include "draw/tally.h"
#include "draw/walk.h"

#define CELLS_MAX 4000000               /* of one layer: 32 MB */
#define WORK_MAX 400000000              /* products in all: about a second */
#define TRIALS 20000                    /* of an estimate */
#define TRIAL_STEPS 40000000            /* of all of them; in large lattices each takes long */
#define TRIALS_LEAST 100                /* that keep the rules, for an estimate to be worth naming */

/* Units of minutes that sets so far may have, of those that can still keep the window. */
struct span { int first; size_t width; };

/* The states before one topic.  A state's ways stand side by side, by units of minutes. */
struct crowd {
	struct table states;            /* enemy groups in use, index in the lattice's layer */
	uint64_t *ways;
	size_t capacity;                /* states that there is room for */
};

struct census {
	const struct lattice *l;
	struct census_topics topics;
	struct span *spans;             /* before each stage, and at the end */
	uint64_t prime, work;
};

static int
add_state(struct crowd *c, uint64_t groups, uint32_t state, size_t width, uint32_t *place)
{
	*place = table_add(&c->states, groups, state);
	if (*place == TABLE_NONE)
		return -1;
	if (*place >= c->capacity) {
		size_t capacity = 2 * c->capacity + 64;
		uint64_t *bigger;

		if (c->capacity * width > CELLS_MAX / 2)
			return CENSUS_TOO_LARGE;
		bigger = realloc(c->ways, (capacity * width + 1) * sizeof(*bigger));
		if (bigger == NULL)
			return -1;
		memset(bigger + c->capacity * width, 0, (capacity - c->capacity) * width * sizeof(*bigger));
		c->ways = bigger;
		c->capacity = capacity;
	}
	return 0;
}

/* `x` below 2^123 modulo 2^61 - c: what stands above the 61st bit counts c times. */
static uint64_t
reduce(draw_wide x, uint64_t prime)
{
	const uint64_t low = ((uint64_t)1 << 61) - 1;
	uint64_t c = low + 1 - prime, rest;

	x = (x & low) + (x >> 61) * c;
	rest = (uint64_t)(x & low) + (uint64_t)(x >> 61) * c;
	return rest >= prime ? rest - prime : rest;
}

/* Adds the ways on from one state by one variant; what leaves the span cannot keep the window. */
static void
multiply(struct census *c, size_t t, uint64_t *to, const uint64_t *from, const struct variant *v)
{
	const struct span *here = &c->spans[t], *next = &c->spans[t + 1];

	for (uint32_t i = 0; i < v->count; i++) {
		uint64_t by = c->topics.ways[v->first + i];
		int shift = here->first + (int)(v->shortest + i) - next->first;
		int k = shift < 0 ? -shift : 0;

		for (; by != 0 && k < (int)here->width && k + shift < (int)next->width; k++) {
			to[k + shift] = reduce(to[k + shift] + (draw_wide)from[k] * by, c->prime);
			c->work++;
		}
	}
}

/* Every way on from one state. */
static int
leave_state(struct census *c, size_t t, const struct crowd *from, uint32_t at, struct crowd *to)
{
	const struct lattice *l = c->l;
	const struct stage *stage = &l->stages[t];
	const struct layer *here = &l->layers[t], *next = &l->layers[t + 1];
	const struct census_topic *topic = &c->topics.topics[t];
	uint64_t mask = from->states.vec[at];
	uint32_t state = from->states.side[at];
	struct leap leap;

	lattice_from(l, t, here->states.vec[state], here->states.side[state], &leap);
	for (uint32_t k = 0; k < stage->step_count; k++) {
		uint32_t after = leap_next(&leap, &stage->steps[k]), product = stage->steps[k].product;

		if (after == TABLE_NONE || num_zero(next->ways[after], l->prime))
			continue;
		for (uint32_t v = topic->first[product]; v < topic->first[product + 1]; v++) {
			const struct variant *variant = &c->topics.variants[v];
			uint32_t place;
			int result;

			if ((mask & variant->groups) != 0)
				continue;
			result = add_state(to, (mask | variant->groups) & topic->live_after, after,
			    c->spans[t + 1].width, &place);
			if (result != 0)
				return result;
			multiply(c, t, to->ways + place * c->spans[t + 1].width,
			    from->ways + at * c->spans[t].width, variant);
			if (c->work > WORK_MAX)
				return CENSUS_TOO_LARGE;
		}
	}
	return 0;
}

static int
cross_topic(struct census *c, size_t t, struct crowd *crowd, struct arena *a)
{
	struct crowd next = { .capacity = 0 };
	int result = table_init(&next.states, a, crowd->states.count);

	for (uint32_t i = 0; i < crowd->states.count && result == 0; i++)
		result = leave_state(c, t, crowd, i, &next);
	free(crowd->ways);
	*crowd = next;
	return result;
}

/* At the end every span lies within the window. */
static uint64_t
add_up(const struct census *c, const struct crowd *end)
{
	size_t cells = end->states.count * c->spans[c->l->stage_count].width;
	uint64_t sum = 0;

	for (size_t i = 0; i < cells; i++)
		sum = (sum + end->ways[i]) % c->prime;
	return sum;
}

/* The number of admissible sets modulo the prime: 0, CENSUS_TOO_LARGE or -1. */
static int
count_sets(struct census *c, uint64_t *remainder)
{
	struct arena *a = arena_new();
	struct crowd crowd = { .ways = calloc(1, sizeof(*crowd.ways)) };
	int result = -1;

	if (a == NULL || crowd.ways == NULL || table_init(&crowd.states, a, 1) != 0 ||
	    table_add(&crowd.states, 0, 0) == TABLE_NONE)
		goto out;
	crowd.ways[0] = 1;
	result = 0;
	for (size_t t = 0; t < c->l->stage_count && result == 0; t++)
		result = cross_topic(c, t, &crowd, a);
	if (result == 0)
		*remainder = add_up(c, &crowd);
out:
	free(crowd.ways);
	arena_free(a);
	return result;
}

/* What is left of the minutes after a layer, at least and at most; false: no state leads to a set. */
static bool
left_after(const struct lattice *l, size_t t, struct range *left)
{
	const struct layer *layer = &l->layers[t];

	*left = (struct range){ INT32_MAX, 0 };
	for (uint32_t i = 0; i < layer->states.count; i++) {
		if (num_zero(layer->ways[i], l->prime))
			continue;
		left->min = layer->shortest[i] < left->min ? layer->shortest[i] : left->min;
		left->max = layer->longest[i] > left->max ? layer->longest[i] : left->max;
	}
	return left->min <= left->max;
}

/* The minutes of the topics before each stage, as far as they can keep the window. */
static int
find_spans(struct census *c, struct arena *a)
{
	const struct lattice *l = c->l;
	struct range so_far = { 0, 0 };

	c->spans = arena_alloc(a, l->stage_count + 1, sizeof(*c->spans));
	if (c->spans == NULL)
		return -1;
	for (size_t t = 0; t <= l->stage_count; t++) {
		struct range left, span = so_far;
		int unit = c->topics.unit, base = c->topics.base[t];

		if (left_after(l, t, &left))
			range_narrow(&span, l->plan->tenths.min - left.max, l->plan->tenths.max - left.min);
		if (span.min > span.max)
			span.max = span.min - 1;
		c->spans[t].first = (span.min - base + unit - 1) / unit;
		c->spans[t].width = span.min > span.max ?
		    0 :
		    (size_t)((span.max - base) / unit - c->spans[t].first + 1);
		if (t < l->stage_count)
			stage_tenths(&so_far, &l->stages[t]);
	}
	return 0;
}

static int
count_exactly(char **text, struct lattice *l, size_t primes)
{
	uint64_t remainder[TALLY_PRIMES];
	struct census c = { .l = l };
	int result = 0;

	for (size_t i = 0; i < primes && result == 0; i++) {
		struct arena *a = arena_new();

		c.prime = tally_prime(i);
		result = a != NULL ? census_topics_list(&c.topics, l, c.prime, a) : -1;
		if (result == 0)
			result = find_spans(&c, a);
		if (result == 0)
			result = count_sets(&c, &remainder[i]);
		arena_free(a);
	}
	if (result != 0)
		return result;
	*text = tally_decimal(remainder, primes, 1, 1);
	return *text != NULL ? 0 : -1;
}

/* As many as the steps of the lattice allow. */
static uint32_t
trials_for(const struct lattice *l)
{
	uint64_t steps = 1;

	for (size_t t = 0; t < l->stage_count; t++)
		steps += l->stages[t].step_count;
	return TRIAL_STEPS / steps < TRIALS ? (uint32_t)(TRIAL_STEPS / steps) : TRIALS;
}

static int
estimate(char **text, enum forms_kind *kind, struct lattice *l, size_t primes, struct rng *rng)
{
	const struct range *window = &l->plan->tenths;
	uint64_t remainder[TALLY_PRIMES];
	struct selection s;
	uint32_t kept = 0, trials = trials_for(l);

	lattice_count(l, 1, 0);
	for (uint32_t i = 0; i < trials; i++) {
		lattice_walk(l, &s, rng);
		kept += s.tenths >= window->min && s.tenths <= window->max && !selection_enemies(&s, l->pool);
	}
	for (size_t i = 0; i < primes; i++) {
		lattice_count(l, 1, tally_prime(i));
		remainder[i] = l->layers[0].ways[0].u;
	}
	*kind = kept >= TRIALS_LEAST ? FORMS_ABOUT : FORMS_AT_MOST;
	*text = tally_decimal(
	    remainder, primes, *kind == FORMS_ABOUT ? kept : 1, *kind == FORMS_ABOUT ? trials : 1);
	return *text != NULL ? 0 : -1;
}

int
census_take(char **text, enum forms_kind *kind, struct lattice *l, struct rng *rng)
{
	size_t primes = tally_primes_needed(l->pool->count, (size_t)l->plan->items.max);
	int result = count_exactly(text, l, primes);

	*kind = FORMS_EXACT;
	return result == CENSUS_TOO_LARGE ? estimate(text, kind, l, primes, rng) : result;
}
