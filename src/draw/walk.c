#include <assert.h>

#include "viva/rng.h"
#include "draw/cluster.h"
#include "draw/num.h"
#include "draw/walk.h"

/* The first place where the running sum passes `x`. */
static uint32_t
find_sum(const double *sum, uint32_t count, double x)
{
	uint32_t low = 0, high = count - 1;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (x < sum[middle])
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/*
 * `n` different units, each set with the chance that the product of its weights gives it:
 * draw with replacement, and again if one came twice.  Quick where there are many units.
 */
static void
draw_spread(const struct factor *f, int n, uint32_t *out, struct rng *rng)
{
	for (int i = 0; i < n; i++) {
		out[i] = find_sum(f->sum, f->unit_count, rng_unit(rng) * f->sum[f->unit_count - 1]);
		for (int k = 0; k < i; k++)
			if (out[k] == out[i]) {
				i = -1;
				break;
			}
	}
}

/* The same where units are few: backwards through the sums of products over the first ones. */
static void
draw_dense(const struct factor *f, int n, uint32_t *out, struct rng *rng)
{
	double ways[4 * DRAW_ITEMS_MAX + 1][DRAW_ITEMS_MAX + 1];

	ways[0][0] = 1;
	for (int i = 1; i <= n; i++)
		ways[0][i] = 0;
	for (uint32_t u = 0; u < f->unit_count; u++) {
		ways[u + 1][0] = 1;
		for (int i = 1; i <= n; i++)
			ways[u + 1][i] = ways[u][i] + f->weight[u] * ways[u][i - 1];
	}
	for (uint32_t u = f->unit_count; u-- > 0 && n > 0;)
		if (rng_unit(rng) * ways[u + 1][n] >= ways[u][n])
			out[--n] = u;
}

static uint32_t
draw_member(const struct topic_ways *t, const struct unit *u, struct rng *rng)
{
	const uint32_t *members = &t->members[u->first];
	double sum = 0, x;

	if (u->count == 1)
		return members[0];
	for (uint32_t i = 0; i < u->count; i++)
		sum += t->pool->picks[members[i]].weight * t->power[t->pool->picks[members[i]].tenths];
	x = rng_unit(rng) * sum;
	for (uint32_t i = 0; i + 1 < u->count; i++) {
		x -= t->pool->picks[members[i]].weight * t->power[t->pool->picks[members[i]].tenths];
		if (x < 0)
			return members[i];
	}
	return members[u->count - 1];
}

static size_t
draw_cell(const struct topic_ways *t, const struct factor *f, int n, uint32_t *out, struct rng *rng)
{
	uint32_t units[DRAW_ITEMS_MAX] = { 0 };

	if (n == 0)
		return 0;
	if (f->unit_count >= 4 * (uint32_t)n)
		draw_spread(f, n, units, rng);
	else
		draw_dense(f, n, units, rng);
	for (int i = 0; i < n; i++)
		out[i] = draw_member(t, &f->units[units[i]], rng);
	return (size_t)n;
}

static size_t
draw_cluster(const struct topic_ways *t, const struct factor *f, const struct option *option, uint32_t *out,
    struct rng *rng)
{
	const struct cluster_set *set = &f->sets[option->set_first];
	double x = rng_unit(rng) * option->ways.d;

	for (uint32_t s = 0; s + 1 < option->set_count; s++, set++) {
		x -= cluster_set_weight(f, set, t->pool, t->power);
		if (x < 0)
			break;
	}
	for (uint32_t i = 0; i < set->count; i++)
		out[i] = f->set_members[set->first + i];
	return set->count;
}

/* Which of the factor's options led from the product before it to `*vec`. */
static const struct option *
draw_option(const struct topic_ways *t, uint32_t i, uint64_t *vec, struct rng *rng)
{
	const struct factor *f = &t->factors[i];
	const struct product *before = &t->products[i];
	const struct option *last = NULL;
	uint32_t at = table_find(&t->products[i + 1].table, *vec, 0);
	double x = rng_unit(rng) * t->products[i + 1].ways[at].d;

	for (uint32_t o = 0; o < f->option_count; o++) {
		uint32_t from;

		if (!vec_fits(f->options[o].vec, *vec))
			continue;
		from = table_find(&before->table, *vec - f->options[o].vec, 0);
		if (from == TABLE_NONE || !(before->ways[from].d > 0) || !(f->options[o].ways.d > 0))
			continue;
		last = &f->options[o];
		x -= before->ways[from].d * last->ways.d;
		if (x < 0)
			break;
	}
	assert(last != NULL);           /* a state that was reached has ways */
	*vec -= last->vec;
	return last;
}

size_t
topic_draw(const struct topic_ways *t, uint64_t vec, struct rng *rng, uint32_t *out)
{
	size_t n = 0;

	for (uint32_t i = t->factor_count; i-- > 0 && vec != t->base;) {
		const struct factor *f = &t->factors[i];
		const struct option *option = draw_option(t, i, &vec, rng);

		if (f->cluster)
			n += draw_cluster(t, f, option, out + n, rng);
		else
			n += draw_cell(t, f, (int)(option - f->options), out + n, rng);
	}
	return n;
}

void
lattice_walk(const struct lattice *l, struct selection *out, struct rng *rng)
{
	uint32_t state = 0;

	out->count = 0;
	out->tenths = 0;
	for (size_t t = 0; t < l->stage_count; t++) {
		const struct stage *s = &l->stages[t];
		const struct product *ways = topic_product(&s->ways);
		const struct step *taken = NULL;
		uint32_t next = TABLE_NONE;
		double x = rng_unit(rng) * l->layers[t].ways[state].d;
		struct leap from;

		lattice_from(l, t, l->layers[t].states.vec[state], l->layers[t].states.side[state], &from);
		for (uint32_t k = 0; k < s->step_count; k++) {
			uint32_t to = leap_next(&from, &s->steps[k]);
			double chance;

			if (to == TABLE_NONE)
				continue;
			chance = ways->ways[s->steps[k].product].d * l->layers[t + 1].ways[to].d;
			if (!(chance > 0))
				continue;
			taken = &s->steps[k];
			next = to;
			x -= chance;
			if (x < 0)
				break;
		}
		assert(taken != NULL);
		state = next;
		out->count += topic_draw(&s->ways, taken->vec, rng, out->picks + out->count);
	}
	for (size_t i = 0; i < out->count; i++)
		out->tenths += l->pool->picks[out->picks[i]].tenths;
	for (size_t i = 0; i < l->pool->fixed_count; i++)
		out->tenths += l->pool->fixed[i].tenths;
}

bool
selection_enemies(const struct selection *s, const struct pool *pool)
{
	/* The pool holds no enemies of fixed items. */
	for (size_t i = 0; i < s->count; i++)
		for (size_t k = 0; k < i; k++)
			if (pool_enemies(pool, pool->picks[s->picks[i]].item, pool->picks[s->picks[k]].item))
				return true;
	return false;
}
