#include "viva/estimate.h"

#include <math.h>
#include <stdlib.h>

#include "viva/stats.h"

double
estimate_t(double cover, double df)
{
	/* df/(df + T^2) has the distribution Beta(df/2, 1/2). */
	double x = stats_beta_quantile(1.0 - cover, df / 2, 0.5);

	return sqrt(df * (1.0 - x) / x);
}

void
estimate_mean(struct estimate *out, const double *differences, size_t n)
{
	double sum = 0.0, squares = 0.0, df = ESTIMATE_DIFFERENCE_DF + (double)n - 1.0, variance, half;

	*out = (struct estimate){ .n = (int)n };
	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++)
		sum += differences[i];
	out->mean = sum / (double)n;
	if (n < ESTIMATE_MIN_ANSWERS)
		return;
	for (size_t i = 0; i < n; i++)
		squares += (differences[i] - out->mean) * (differences[i] - out->mean);
	variance = (ESTIMATE_DIFFERENCE_DF * ESTIMATE_DIFFERENCE_SD * ESTIMATE_DIFFERENCE_SD + squares) / df;
	half = estimate_t(ESTIMATE_COVER, df) * sqrt(variance / (double)n);
	out->low = out->mean - half;
	out->high = out->mean + half;
	out->ranged = true;
}

void
estimate_share(struct estimate *out, int k, int n)
{
	double tail = (1.0 - ESTIMATE_COVER) / 2;

	*out = (struct estimate){ .n = n };
	if (n == 0)
		return;
	out->mean = (double)k / n;
	if (n < ESTIMATE_MIN_ANSWERS)
		return;
	out->low = k == 0 ? 0.0 : stats_beta_quantile(tail, k + 0.5, n - k + 0.5);
	out->high = k == n ? 1.0 : stats_beta_quantile(1.0 - tail, k + 0.5, n - k + 0.5);
	out->ranged = true;
}

static int
compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
estimate_quantile(double *v, size_t n, double p)
{
	double at = p * (double)(n - 1), below = floor(at);
	size_t i = (size_t)below;

	qsort(v, n, sizeof *v, compare_doubles);
	return i + 1 < n ? v[i] + (at - below) * (v[i + 1] - v[i]) : v[n - 1];
}

void
estimate_agreement(struct agreement *out, const int *first, const int *second, size_t n)
{
	double apart = 0.0, sum_first = 0.0, sum_second = 0.0, squares = 0.0, by_chance;

	*out = (struct agreement){ .n = (int)n };
	for (size_t i = 0; i < n; i++) {
		int d = first[i] - second[i];

		out->exact += d == 0;
		out->within_one += d >= -1 && d <= 1;
		apart += d * d;
		sum_first += first[i];
		sum_second += second[i];
		squares += first[i] * first[i] + second[i] * second[i];
	}
	if (n < AGREEMENT_MIN_KAPPA)
		return;
	/* Sum of squared differences over all pairs of one's grade with another answer's of the other. */
	by_chance = squares - 2.0 * sum_first * sum_second / (double)n;
	if (by_chance <= 0.0)
		return;
	out->has_kappa = true;
	out->kappa = 1.0 - apart / by_chance;
}
