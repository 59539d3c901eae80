#include <math.h>
#include "viva/stats.h"
/*
 * The regularised incomplete beta function by its continued fraction (modified Lentz method)
 * and its inverse by bisection: slow and sure, and a report asks for a few dozen values.
 */

#define FRACTION_STEPS 10000    /* it needs about sqrt(max(a, b)) steps */
#define FRACTION_CLOSE 1e-15
#define FRACTION_TINY 1e-300    /* stands for 0 in a denominator */
#define BISECTIONS 200          /* more than a double has bits between 0 and 1 that matter here */

static double
not_zero(double v)
{
	return fabs(v) < FRACTION_TINY ? FRACTION_TINY : v;
}

/* The continued fraction of the incomplete beta function; converges fast for x < (a + 1)/(a + b + 2). */
static double
beta_fraction(double x, double a, double b)
{
	double c = 1.0, d = 1.0 / not_zero(1.0 - (a + b) * x / (a + 1.0)), h = d;

	for (int m = 1; m <= FRACTION_STEPS; m++) {
		double even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
		double step;

		d = 1.0 / not_zero(1.0 + even * d);
		c = not_zero(1.0 + even / c);
		h *= d * c;
		d = 1.0 / not_zero(1.0 + odd * d);
		c = not_zero(1.0 + odd / c);
		step = d * c;
		h *= step;
		if (fabs(step - 1.0) < FRACTION_CLOSE)
			break;
	}
	return h;
}

/* P(X <= x) for X from Beta(a, b). */
static double
beta_cdf(double x, double a, double b)
{
	double front;

	if (x <= 0.0 || x >= 1.0)
		return x <= 0.0 ? 0.0 : 1.0;
	front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
	if (x < (a + 1.0) / (a + b + 2.0))
		return front * beta_fraction(x, a, b) / a;
	return 1.0 - front * beta_fraction(1.0 - x, b, a) / b;
}

double
stats_beta_quantile(double p, double a, double b)
{
	double low = 0.0, high = 1.0;

	for (int i = 0; i < BISECTIONS; i++) {
		double middle = low + (high - low) / 2;

		if (middle <= low || middle >= high)
			break;          /* no number lies between */
		if (beta_cdf(middle, a, b) < p)
			low = middle;
		else
			high = middle;
	}
	return low + (high - low) / 2;
}
