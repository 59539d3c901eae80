#ifndef VIVA_STATS_H
#define VIVA_STATS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/record.h"
/*
 * Records to numbers.  Pure.  Every mean carries its n; a figure that too few answers
 * support says so instead of pretending.
 */

/* Ranges and topic levels are shown from so many answers on. */
#define STATS_MIN_ANSWERS 3
#define STATS_PRIOR_WEIGHT 4.0          /* grades' worth of pooling towards the candidate's own mean */
#define STATS_LEVEL_COVER 0.90

/* A mean with its count; n 0 has no mean. */
struct mean { int n; double value; };

struct session_stats {
	int items, asked;               /* asked: opened */
	int answered, no_answers;       /* an opened item is neither until its answer is over or passed */
	int not_asked;                  /* of an ended session; items still to come count nowhere */
	int rated, known;               /* known: positions where an item was swapped away */
	int within_limit;               /* of `answered` (passes do not count) */
	int64_t limit_ms, used_ms;      /* sums over answered items: limit, and read + think + answer */
	int64_t duration_ms;            /* first opening to the end (or last event), on the session clock */
	struct mean grade;              /* of the ratings that count */
	struct mean prediction;         /* of answers that have both prediction and rating */
	struct mean gap;                /* prediction minus grade, same answers */
	struct mean self_gap;           /* own grade minus interviewer's, where both are in */
	int best, worst;                /* positions, or -1; ties go to the earlier, no worst if all tie */
	int slowest;                    /* position with the largest share over its limit, or -1 */
	bool by_interviewer;            /* every grade is an interviewer's, none the candidate's own */
};

void stats_session(struct session_stats *out, const struct record *r);

/*
 * Level: the mean grade expected if all items of a domain were asked.  Dirichlet-multinomial with
 * prior weight A = 4 spread like `own` (counts of all the candidate's grades): with a_k = 4 p_k + c_k,
 * p_k = (own_k + 1)/(sum own + 5), S = sum a_k, mean m = sum k a_k / S, variance
 * (sum k^2 a_k / S - m^2)/(S + 1); limits from a Beta on 0..4 of that mean and variance
 * (notes on scoring, section 5; Minka 2000 for the Dirichlet moments).
 */
struct level { int n; double mean; /* raw, n > 0 */ double level, low, high; };
void stats_level(struct level *out, const int counts[GRADE_MAX + 1], const int own[GRADE_MAX + 1]);

/*
 * Quantile of Beta(a, b), 0 < p < 1, by bisection on the regularised incomplete beta function
 * (Lentz continued fraction, Press et al. 2007).
 */
double stats_beta_quantile(double p, double a, double b);

#endif
