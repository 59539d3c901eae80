#include "viva/stats.h"

#define CATEGORIES (GRADE_MAX + 1)

void
stats_level(struct level *out, const int counts[CATEGORIES], const int own[CATEGORIES])
{
	double own_sum = 0.0, sum = 0.0, first = 0.0, second = 0.0, m, variance, share, a, b;
	int raw = 0;

	*out = (struct level){ .n = 0 };
	for (int k = 0; k < CATEGORIES; k++)
		own_sum += own[k];
	for (int k = 0; k < CATEGORIES; k++) {
		double weight = STATS_PRIOR_WEIGHT * (own[k] + 1) / (own_sum + CATEGORIES) + counts[k];

		sum += weight;
		first += k * weight;
		second += k * k * weight;
		out->n += counts[k];
		raw += k * counts[k];
	}
	if (out->n > 0)
		out->mean = (double)raw / out->n;
	m = first / sum;
	variance = (second / sum - m * m) / (sum + 1.0);

	/* The Beta on 0..4 of that mean and variance: a + b >= sum, never 0. */
	share = m / GRADE_MAX;
	a = share * (share * (1.0 - share) * GRADE_MAX * GRADE_MAX / variance - 1.0);
	b = a * (1.0 - share) / share;
	out->level = m;
	out->low = GRADE_MAX * stats_beta_quantile((1.0 - STATS_LEVEL_COVER) / 2, a, b);
	out->high = GRADE_MAX * stats_beta_quantile((1.0 + STATS_LEVEL_COVER) / 2, a, b);
}
