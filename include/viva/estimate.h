#ifndef VIVA_ESTIMATE_H
#define VIVA_ESTIMATE_H
#include <stdbool.h>
#include <stddef.h>
/*
 * Estimates with their 90 % ranges.  Pure.  The rules for small samples are part of the
 * results: a figure that too few answers support has its flag off, and nobody may show it.
 */
#define ESTIMATE_COVER 0.90
#define ESTIMATE_MIN_ANSWERS 3          /* ranges from so many answers on */
#define AGREEMENT_MIN_KAPPA 10          /* double-scored answers */
#define TREND_MIN_LINE 4                /* sessions: the level line and its band */
#define TREND_MIN_WORDS 5               /* sessions: the words rose and fell */

/* A mean with its count and range. */
struct estimate {
	int n;
	double mean;                    /* n > 0 */
	double low, high;               /* if `ranged` */
	bool ranged;
};

/*
 * The mean of `n` differences of grades and its range: normal with unknown mean and variance, the
 * variance drawn towards ESTIMATE_DIFFERENCE_SD^2 as if by ESTIMATE_DIFFERENCE_DF earlier answers
 * (scaled inverse chi-squared prior, flat for the mean; Gelman et al. 2013, Bayesian Data Analysis,
 * section 3.3).  Three equal differences so do not pretend to be exact.
 */
#define ESTIMATE_DIFFERENCE_SD 1.0      /* grades */
#define ESTIMATE_DIFFERENCE_DF 2.0
void estimate_mean(struct estimate *out, const double *differences, size_t n);

/* A share k of n: Jeffreys interval (Brown, Cai, DasGupta 2001); mean is k/n. */
void estimate_share(struct estimate *out, int k, int n);

/* The value t with P(|T| <= t) = cover for Student's t with df > 0 degrees of freedom (Student 1908). */
double estimate_t(double cover, double df);

/* Type 7 of Hyndman and Fan 1996, R's usual one; sorts `v`.  n > 0, 0 <= p <= 1. */
double estimate_quantile(double *v, size_t n, double p);

/*
 * Two raters on the same answers, grades 0..4.  Kappa with quadratic weights (Cohen 1968) from
 * AGREEMENT_MIN_KAPPA pairs on and where it is defined: not if chance alone would agree on everything.
 */
struct agreement {
	int n, exact, within_one;
	bool has_kappa;
	double kappa;
};
void estimate_agreement(struct agreement *out, const int *first, const int *second, size_t n);

/*
 * The level over sessions: local-level model (Harvey 1989; Durbin and Koopman 2012, chapter 2).  The
 * mean grade of session t has the level m_t plus noise of variance s^2/n_t; the level moves from session
 * to session by normal steps of variance q.  s^2 is the variance of grades within sessions, drawn towards
 * TREND_GRADE_SD^2 as if by TREND_GRADE_DF earlier answers; how fast this person changes is not
 * known, so the result is averaged over TREND_STEPS standard deviations of a step, weighted by how
 * well each explains the sessions (Hoeting et al. 1999).
 */
#define TREND_GRADE_SD 1.0
#define TREND_GRADE_DF 4.0
#define TREND_STEPS { 0.05, 0.1, 0.2, 0.4 }     /* grades a session */

struct trend_session { int n; double sum, sum_squares; };       /* of its grades; n > 0 */
struct trend_point { double level, low, high; };                /* low and high within 0..4 */
enum change { CHANGE_TOO_FEW, CHANGE_UNCLEAR, CHANGE_ROSE, CHANGE_FELL };
struct trend_change {
	enum change word;               /* ROSE or FELL only if the range excludes 0 */
	double by, low, high;           /* last level minus first; all 0 below TREND_MIN_LINE */
};
/*
 * Fills `points` (count entries) where there are TREND_MIN_LINE sessions at least; else leaves them.
 * Returns -1 when out of memory, else 0.
 */
int estimate_trend(struct trend_point *points, struct trend_change *change,
    const struct trend_session *sessions, size_t count);
/* "rose", "fell", "no clear change yet", "too few sessions to tell" */
const char *change_text(enum change c);

#endif
