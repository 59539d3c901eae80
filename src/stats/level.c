#include "viva/stats.h"

#define CATEGORIES (GRADE_MAX + 1)

void
stats_level(struct level *out, const int counts[CATEGORIES], const int own[CATEGORIES])
{
	double own_sum = 0.0, sum = 0.0, first = 0.0, second = 0.0, m, variance, share, weight;
	int raw = 0;

	*out = (struct level){ .n = 0 };
	for (int k = 0; k < CATEGORIES; k++)
		own_sum += own[k];
	for (int k = 0; k < CATEGORIES; k++) {
		double a = STATS_PRIOR_WEIGHT * (own[k] + 1) / (own_sum + CATEGORIES) + counts[k];

		sum += a;
		first += k * a;
		second += k * k * a;
		out->n += counts[k];
		raw += k * counts[k];
	}
	if (out->n > 0)
		out->mean = (double)raw / out->n;
	m = first / sum;
	variance = (second / sum - m * m) / (sum + 1.0);

	/* The Beta on 0..4 of that mean and variance; variance <= m (4 - m) / (sum + 1), so weight >= sum > 0. */
	share = m / GRADE_MAX;
	weight = share * (1.0 - share) * GRADE_MAX * GRADE_MAX / variance - 1.0;
	out->level = m;
	out->low = GRADE_MAX * stats_beta_quantile((1.0 - STATS_LEVEL_COVER) / 2, share * weight, (1.0 - share) * weight);
	out->high = GRADE_MAX * stats_beta_quantile((1.0 + STATS_LEVEL_COVER) / 2, share * weight, (1.0 - share) * weight);
}
