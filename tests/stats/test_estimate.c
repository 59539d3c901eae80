#include <math.h>

#include "fixtures_r.h"
#include "test.h"
#include "viva/estimate.h"
#include "viva/stats.h"
/* Every formula against R (r/make_fixtures.R), and the rules for small samples. */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define SESSIONS 12

TEST(levels_agree_with_r)
{
	CHECK_INT(COUNT(r_levels), 24);
	for (size_t i = 0; i < COUNT(r_levels); i++) {
		struct level l;

		stats_level(&l, r_levels[i].counts, r_levels[i].own);
		CHECK_NEAR(l.level, r_levels[i].level, 1e-12);
		CHECK_NEAR(l.low, r_levels[i].low, 1e-9);
		CHECK_NEAR(l.high, r_levels[i].high, 1e-9);
	}
}

TEST(students_t_agrees_with_r)
{
	CHECK_INT(COUNT(r_t), 40);
	for (size_t i = 0; i < COUNT(r_t); i++)
		CHECK_NEAR(estimate_t(r_t[i].cover, r_t[i].df), r_t[i].t, 1e-8 * r_t[i].t);
}

TEST(means_of_differences_agree_with_r)
{
	CHECK_INT(COUNT(r_means), 7);
	for (size_t i = 0; i < COUNT(r_means); i++) {
		struct estimate e;

		estimate_mean(&e, r_means[i].d, (size_t)r_means[i].n);
		CHECK_INT(e.n, r_means[i].n);
		CHECK(e.ranged);
		CHECK_NEAR(e.mean, r_means[i].mean, 1e-12);
		CHECK_NEAR(e.low, r_means[i].low, 1e-8);
		CHECK_NEAR(e.high, r_means[i].high, 1e-8);
	}
}

TEST(shares_agree_with_r)
{
	CHECK_INT(COUNT(r_shares), 19);
	for (size_t i = 0; i < COUNT(r_shares); i++) {
		struct estimate e;

		estimate_share(&e, r_shares[i].k, r_shares[i].n);
		CHECK(e.ranged);
		CHECK_NEAR(e.mean, (double)r_shares[i].k / r_shares[i].n, 1e-12);
		CHECK_NEAR(e.low, r_shares[i].low, 1e-9);
		CHECK_NEAR(e.high, r_shares[i].high, 1e-9);
	}
}

TEST(quantiles_agree_with_r)
{
	CHECK_INT(COUNT(r_quantiles), 20);
	for (size_t i = 0; i < COUNT(r_quantiles); i++) {
		double v[9];

		memcpy(v, r_quantiles[i].v, sizeof v);
		CHECK_NEAR(estimate_quantile(v, (size_t)r_quantiles[i].n, r_quantiles[i].p), r_quantiles[i].x, 1e-12);
	}
}

TEST(agreements_agree_with_r)
{
	CHECK_INT(COUNT(r_agreements), 5);
	for (size_t i = 0; i < COUNT(r_agreements); i++) {
		struct agreement a;

		estimate_agreement(&a, r_agreements[i].a, r_agreements[i].b, (size_t)r_agreements[i].n);
		CHECK_INT(a.n, r_agreements[i].n);
		CHECK_INT(a.exact, r_agreements[i].exact);
		CHECK_INT(a.within_one, r_agreements[i].within_one);
		CHECK(a.has_kappa);
		CHECK_NEAR(a.kappa, r_agreements[i].kappa, 1e-12);
	}
}

TEST(trends_agree_with_r)
{
	CHECK_INT(COUNT(r_trends), 8);
	for (size_t i = 0; i < COUNT(r_trends); i++) {
		struct trend_session v[SESSIONS];
		struct trend_point p[SESSIONS];
		struct trend_change change;

		for (int t = 0; t < r_trends[i].count; t++)
			v[t] = (struct trend_session){ r_trends[i].n[t], r_trends[i].sum[t], r_trends[i].squares[t] };
		CHECK_INT(estimate_trend(p, &change, v, (size_t)r_trends[i].count), 0);
		for (int t = 0; t < r_trends[i].count; t++) {
			CHECK_NEAR(p[t].level, r_trends[i].level[t], 1e-9);
			CHECK_NEAR(p[t].low, r_trends[i].low[t], 1e-7);
			CHECK_NEAR(p[t].high, r_trends[i].high[t], 1e-7);
		}
		CHECK_NEAR(change.by, r_trends[i].by, 1e-9);
		CHECK_NEAR(change.low, r_trends[i].change_low, 1e-7);
		CHECK_NEAR(change.high, r_trends[i].change_high, 1e-7);
	}
}

/* ---- small samples ---- */

TEST(two_answers_have_a_mean_and_no_range)
{
	static const double d[] = { 1, -1, 3 };
	struct estimate e;

	estimate_mean(&e, d, 0);
	CHECK_INT(e.n, 0);
	CHECK(!e.ranged);
	estimate_mean(&e, d, 2);
	CHECK_NEAR(e.mean, 0, 1e-12);
	CHECK(!e.ranged);
	estimate_mean(&e, d, 3);
	CHECK(e.ranged);
	estimate_share(&e, 1, 2);
	CHECK(!e.ranged);
	estimate_share(&e, 0, 0);
	CHECK(!e.ranged);
	estimate_share(&e, 1, 3);
	CHECK(e.ranged);
}

TEST(three_equal_differences_are_not_exact)
{
	static const double d[] = { 1, 1, 1 };
	struct estimate e;

	estimate_mean(&e, d, 3);
	CHECK(e.high - e.low > 1.0);
}

TEST(nine_pairs_have_no_kappa_and_ten_have_one)
{
	static const int a[] = { 0, 1, 2, 3, 4, 0, 1, 2, 3, 4 }, b[] = { 0, 1, 2, 3, 4, 1, 1, 2, 3, 2 };
	struct agreement g;

	estimate_agreement(&g, a, b, 9);
	CHECK_INT(g.exact, 8);
	CHECK_INT(g.within_one, 9);
	CHECK(!g.has_kappa);
	estimate_agreement(&g, a, b, 10);
	CHECK(g.has_kappa);
	estimate_agreement(&g, a, a, 10);
	CHECK_NEAR(g.kappa, 1.0, 1e-12);
	estimate_agreement(&g, a, b, 0);
	CHECK_INT(g.n, 0);
}

TEST(where_everyone_gives_one_grade_there_is_no_kappa)
{
	static const int a[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
	struct agreement g;

	estimate_agreement(&g, a, a, 10);
	CHECK_INT(g.exact, 10);
	CHECK(!g.has_kappa);
}

/* `count` sessions of nine answers of one grade, then as many of another. */
static void
two_halves(struct trend_session *v, int count, double before, double after)
{
	for (int t = 0; t < count; t++) {
		double g = t < count / 2 ? before : after;

		v[t] = (struct trend_session){ 9, 9 * g, 9 * g * g };
	}
}

TEST(three_sessions_have_no_line_four_have_no_word_five_have_one)
{
	struct trend_session v[SESSIONS];
	struct trend_point p[SESSIONS] = { { -1, -1, -1 } };
	struct trend_change change;

	two_halves(v, 3, 1, 3);
	CHECK_INT(estimate_trend(p, &change, v, 3), 0);
	CHECK_NEAR(p[0].level, -1, 0);          /* left alone */
	CHECK_INT(change.word, CHANGE_TOO_FEW);
	CHECK_NEAR(change.high, 0, 0);
	two_halves(v, 4, 1, 3);
	CHECK_INT(estimate_trend(p, &change, v, 4), 0);
	CHECK(p[0].level > 1 && p[0].level < p[3].level);
	CHECK(change.low > 0);
	CHECK_INT(change.word, CHANGE_TOO_FEW);
	two_halves(v, 5, 1, 3);
	CHECK_INT(estimate_trend(p, &change, v, 5), 0);
	CHECK_INT(change.word, CHANGE_ROSE);
	two_halves(v, 5, 3, 1);
	CHECK_INT(estimate_trend(p, &change, v, 5), 0);
	CHECK_INT(change.word, CHANGE_FELL);
	two_halves(v, 5, 2, 2);
	CHECK_INT(estimate_trend(p, &change, v, 5), 0);
	CHECK_INT(change.word, CHANGE_UNCLEAR);
	CHECK(change.low < 0 && change.high > 0);
}

TEST(a_rise_within_its_range_is_no_rise)
{
	struct trend_session v[SESSIONS];
	struct trend_point p[SESSIONS];
	struct trend_change change;

	two_halves(v, 6, 2, 2.1);
	CHECK_INT(estimate_trend(p, &change, v, 6), 0);
	CHECK(change.by > 0 && change.low < 0);
	CHECK_INT(change.word, CHANGE_UNCLEAR);
	two_halves(v, 6, 2.1, 2);
	CHECK_INT(estimate_trend(p, &change, v, 6), 0);
	CHECK(change.by < 0 && change.high > 0);
	CHECK_INT(change.word, CHANGE_UNCLEAR);
}

TEST(bands_stay_on_the_scale)
{
	struct trend_session v[SESSIONS];
	struct trend_point p[SESSIONS];
	struct trend_change change;

	two_halves(v, 6, 0, 4);
	CHECK_INT(estimate_trend(p, &change, v, 6), 0);
	for (int t = 0; t < 6; t++)
		CHECK(p[t].low >= 0 && p[t].low <= p[t].level && p[t].level <= p[t].high && p[t].high <= 4);
	CHECK_NEAR(p[0].low, 0, 0);
	CHECK_NEAR(p[5].high, 4, 0);
}

TEST(every_change_has_its_words)
{
	CHECK_STR(change_text(CHANGE_ROSE), "rose");
	CHECK_STR(change_text(CHANGE_FELL), "fell");
	CHECK_STR(change_text(CHANGE_UNCLEAR), "no clear change yet");
	CHECK_STR(change_text(CHANGE_TOO_FEW), "too few sessions to tell");
}
