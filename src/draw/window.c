#include "viva/rng.h"
#include "draw/window.h"

#define BATCH 256                       /* trials between two looks at the tilt */
#define RARE 16                         /* a tilt is worth its count if fewer of a batch keep the minutes */
#define TILTS 10

/* What one batch of trials saw. */
struct batch {
	uint64_t trials, timely;
	double sum, squares;            /* of tenths */
};

/* z^n for n >= 0, by squaring. */
static double
power(double z, int n)
{
	double p = 1;

	for (; n > 0; n >>= 1, z *= z)
		if (n & 1)
			p *= z;
	return p;
}

/* The chance to keep a set that keeps the minutes; at most 1, and constant without a tilt. */
static double
keep_chance(const struct range *tenths, int drawn, double z)
{
	if (z > 1)
		return 1 / power(z, drawn - tenths->min);
	return z < 1 ? power(z, tenths->max - drawn) : 1;
}

static bool
run_batch(const struct lattice *l, struct selection *out, double z, uint64_t trials, struct batch *seen,
    struct rng *rng)
{
	const struct range *tenths = &l->plan->tenths;

	*seen = (struct batch){ 0 };
	while (seen->trials < trials) {
		seen->trials++;
		lattice_walk(l, out, rng);
		seen->sum += out->tenths;
		seen->squares += (double)out->tenths * out->tenths;
		if (out->tenths < tenths->min || out->tenths > tenths->max)
			continue;
		seen->timely++;
		if (selection_enemies(out, l->pool))
			continue;
		/* Under a tilt the kept ones are the target law; without one every set is kept. */
		if (z != 1 && rng_unit(rng) >= keep_chance(tenths, out->tenths, z))
			continue;
		return true;
	}
	return false;
}

/* A step of Newton's method on the logarithm of z towards the middle of the minutes. */
static double
better_tilt(double z, const struct batch *seen, const struct range *tenths)
{
	double mean = seen->sum / (double)seen->trials;
	double variance = seen->squares / (double)seen->trials - mean * mean;
	double aim = mean < tenths->min ? tenths->min : mean > tenths->max ? tenths->max :
	    ((double)tenths->min + tenths->max) / 2;
	double step;

	if (variance < 1)
		variance = 1;
	step = (aim - mean) / variance / 2;
	if (step > 0.5)
		step = 0.5;
	if (step < -0.5)
		step = -0.5;
	return z * (1 + step) / (1 - step);     /* exp(2 * step), near enough */
}

enum window_result
window_draw(struct lattice *l, struct selection *out, uint64_t trials, struct rng *rng)
{
	const struct range *tenths = &l->plan->tenths;
	struct batch seen;
	double z = 1;
	uint64_t done = 0;

	if (!lattice_possible(l) || l->layers[0].shortest[0] > tenths->max ||
	    l->layers[0].longest[0] < tenths->min)
		return WINDOW_NONE;
	for (int tilt = 0; done < trials; done += seen.trials) {
		if (run_batch(l, out, z, trials - done < BATCH ? trials - done : BATCH, &seen, rng))
			return WINDOW_FOUND;
		if (seen.timely >= RARE || tilt == TILTS || done + seen.trials >= trials)
			continue;
		tilt++;
		z = better_tilt(z, &seen, tenths);
		lattice_count(l, z, 0);
	}
	return WINDOW_UNKNOWN;
}
