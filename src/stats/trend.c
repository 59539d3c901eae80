#include <math.h>
#include <stdlib.h>

#include "viva/bank.h"
#include "viva/estimate.h"
/*
 * Kalman filter and fixed-interval smoother (Rauch, Tung and Striebel 1965) for one level that
 * moves by steps of variance q, begun without any idea of it: the first session gives it.
 */

#define STEP_COUNT 4
static const double steps[STEP_COUNT] = TREND_STEPS;

struct moment { double mean, variance; };

/* What one size of step makes of the sessions. */
struct smoothed {
	struct moment *filtered, *level;        /* of each session */
	struct moment change;           /* last level minus first */
	double log_likelihood;
};

/* The variance of one grade within its session. */
static double
grade_variance(const struct trend_session *v, size_t n, double *df)
{
	double squares = TREND_GRADE_DF * TREND_GRADE_SD * TREND_GRADE_SD;

	*df = TREND_GRADE_DF;
	for (size_t t = 0; t < n; t++) {
		squares += v[t].sum_squares - v[t].sum * v[t].sum / v[t].n;
		*df += v[t].n - 1;
	}
	return squares / *df;
}

static void
filter(struct smoothed *s, const struct trend_session *v, size_t n, double variance, double q)
{
	struct moment m = { v[0].sum / v[0].n, variance / v[0].n };

	s->log_likelihood = 0.0;
	s->filtered[0] = m;
	for (size_t t = 1; t < n; t++) {
		double expected = m.variance + q, total = expected + variance / v[t].n;
		double surprise = v[t].sum / v[t].n - m.mean, gain = expected / total;

		s->log_likelihood -= (log(total) + surprise * surprise / total) / 2;
		m.mean += gain * surprise;
		m.variance = expected * (1.0 - gain);
		s->filtered[t] = m;
	}
}

static void
smooth(struct smoothed *s, size_t n, double q)
{
	struct moment *level = s->level;
	double shared = s->filtered[n - 1].variance;    /* covariance of this level with the last */

	level[n - 1] = s->filtered[n - 1];
	for (size_t t = n - 1; t-- > 0;) {
		const struct moment *f = &s->filtered[t];
		double expected = f->variance + q, back = f->variance / expected;

		level[t].mean = f->mean + back * (level[t + 1].mean - f->mean);
		level[t].variance = f->variance + back * back * (level[t + 1].variance - expected);
		shared *= back;
	}
	s->change.mean = level[n - 1].mean - level[0].mean;
	s->change.variance = level[n - 1].variance + level[0].variance - 2.0 * shared;
}

/* Mean and variance of a mixture. */
static struct moment
mix(const struct moment *of, const double *weights)
{
	struct moment m = { 0.0, 0.0 };

	for (int k = 0; k < STEP_COUNT; k++)
		m.mean += weights[k] * of[k].mean;
	for (int k = 0; k < STEP_COUNT; k++)
		m.variance += weights[k] * (of[k].variance + (of[k].mean - m.mean) * (of[k].mean - m.mean));
	return m;
}

static void
weigh(double *weights, const struct smoothed *s)
{
	double best = s[0].log_likelihood, sum = 0.0;

	for (int k = 1; k < STEP_COUNT; k++)
		best = fmax(best, s[k].log_likelihood);
	for (int k = 0; k < STEP_COUNT; k++)
		sum += weights[k] = exp(s[k].log_likelihood - best);
	for (int k = 0; k < STEP_COUNT; k++)
		weights[k] /= sum;
}

static void
fill(struct trend_point *points, struct trend_change *change, const struct smoothed *s, size_t n, double t90)
{
	struct moment of[STEP_COUNT], m;
	double weights[STEP_COUNT], half;

	weigh(weights, s);
	for (size_t t = 0; t < n; t++) {
		for (int k = 0; k < STEP_COUNT; k++)
			of[k] = s[k].level[t];
		m = mix(of, weights);
		half = t90 * sqrt(m.variance);
		points[t] = (struct trend_point){ m.mean, fmax(m.mean - half, 0.0),
			fmin(m.mean + half, GRADE_MAX) };
	}
	for (int k = 0; k < STEP_COUNT; k++)
		of[k] = s[k].change;
	m = mix(of, weights);
	half = t90 * sqrt(m.variance);
	*change = (struct trend_change){ .by = m.mean, .low = m.mean - half, .high = m.mean + half };
	if (n < TREND_MIN_WORDS)
		change->word = CHANGE_TOO_FEW;
	else
		change->word = change->low > 0.0 ? CHANGE_ROSE :
		    change->high < 0.0           ? CHANGE_FELL :
		    CHANGE_UNCLEAR;
}

int
estimate_trend(struct trend_point *points, struct trend_change *change, const struct trend_session *sessions,
    size_t count)
{
	struct smoothed s[STEP_COUNT] = { { .filtered = NULL } };
	struct moment *room;
	double df, variance;

	*change = (struct trend_change){ .word = CHANGE_TOO_FEW };
	if (count < TREND_MIN_LINE)
		return 0;
	room = calloc(count * 2 * STEP_COUNT, sizeof *room);
	if (room == NULL)
		return -1;
	variance = grade_variance(sessions, count, &df);
	for (size_t k = 0; k < STEP_COUNT; k++) {
		s[k].filtered = room + 2 * k * count;
		s[k].level = s[k].filtered + count;
		filter(&s[k], sessions, count, variance, steps[k] * steps[k]);
		smooth(&s[k], count, steps[k] * steps[k]);
	}
	fill(points, change, s, count, estimate_t(ESTIMATE_COVER, df));
	free(room);
	return 0;
}

const char *
change_text(enum change c)
{
	switch (c) {
	case CHANGE_ROSE: return "rose";
	case CHANGE_FELL: return "fell";
	case CHANGE_UNCLEAR: return "no clear change yet";
	default: return "too few sessions to tell";
	}
}
