#include "fixtures.h"
#include "test.h"
#include "viva/stats.h"
/* Levels and Beta quantiles against SciPy (make_fixtures.py). */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

TEST(beta_quantiles_agree_with_scipy)
{
	CHECK(COUNT(beta_quantiles) > 400);
	for (size_t i = 0; i < COUNT(beta_quantiles); i++) {
		double x = stats_beta_quantile(beta_quantiles[i].p, beta_quantiles[i].a, beta_quantiles[i].b);
		double want = beta_quantiles[i].x;
		double edge = want < 0.5 ? want : 1 - want;

		/* As close as the smaller of both tails is a number of its own. */
		CHECK_NEAR(x, want, 1e-8 * edge + 1e-14);
	}
}

TEST(beta_quantiles_of_known_form)
{
	CHECK_NEAR(stats_beta_quantile(0.3, 1, 1), 0.3, 1e-14);
	CHECK_NEAR(stats_beta_quantile(0.25, 2, 1), 0.5, 1e-14);        /* its square is uniform */
	CHECK_NEAR(stats_beta_quantile(0.5, 40, 40), 0.5, 1e-12);
	CHECK_NEAR(stats_beta_quantile(0.05, 7, 3) + stats_beta_quantile(0.95, 3, 7), 1.0, 1e-12);
}

TEST(levels_agree_with_scipy)
{
	CHECK(COUNT(levels) > 30);
	for (size_t i = 0; i < COUNT(levels); i++) {
		struct level l;
		int n = 0, sum = 0;

		stats_level(&l, levels[i].counts, levels[i].own);
		CHECK_NEAR(l.level, levels[i].level, 1e-12);
		CHECK_NEAR(l.low, levels[i].low, 1e-8);
		CHECK_NEAR(l.high, levels[i].high, 1e-8);
		for (int k = 0; k <= GRADE_MAX; k++) {
			n += levels[i].counts[k];
			sum += k * levels[i].counts[k];
		}
		CHECK_INT(l.n, n);
		CHECK_NEAR(l.mean, n > 0 ? (double)sum / n : 0.0, 1e-12);
	}
}

TEST(a_level_by_hand)
{
	/* One answer, grade 4, alone: p = 1/6 1/6 1/6 1/6 2/6, a = 2/3 2/3 2/3 2/3 7/3, S = 5. */
	static const int four[] = { 0, 0, 0, 0, 1 };
	struct level l;

	stats_level(&l, four, four);
	CHECK_NEAR(l.level, (4.0 + 28.0 / 3) / 5, 1e-12);
	CHECK_NEAR(l.mean, 4.0, 0);
	CHECK(l.low > 0 && l.low < l.level && l.level < l.high && l.high < 4);
}

TEST(more_answers_of_the_same_grades_narrow_the_range)
{
	double width = 4.0;

	for (int times = 1; times <= 1000000; times *= 10) {
		const int counts[] = { 0, times, 2 * times, times, 0 };
		struct level l;

		stats_level(&l, counts, counts);
		CHECK(l.high - l.low < width);
		width = l.high - l.low;
	}
	CHECK(width < 0.01);
}
