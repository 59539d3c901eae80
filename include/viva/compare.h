#ifndef VIVA_COMPARE_H
#define VIVA_COMPARE_H
#include <stddef.h>
#include "viva/err.h"
#include "viva/estimate.h"
/*
 * The raters of one session side by side.  Grades are never averaged: what counts is where they are apart.
 */
#define COMPARE_APART 2                 /* grades: two people cannot both be right about such an answer */

struct compare_item {
	size_t position;
	int raters;                     /* who gave a grade */
	int low, high;                  /* of those; -1 if there are none */
};

struct compare_pair {
	size_t first, second;           /* raters, first < second */
	struct agreement agreement;
};

struct compare {
	struct compare_item *items;     /* farthest apart first, then by position */
	size_t item_count;
	struct compare_pair *pairs;     /* in the order of the raters */
	size_t pair_count;
};

/*
 * `grades[r * item_count + p]` is what rater r gave position p, -1 for none.  Returns 0, or -1 when out of
 * memory; release with compare_finish() either way.
 */
int compare_raters(struct compare *out, const int *grades, size_t rater_count, size_t item_count,
    struct err *err);
void compare_finish(struct compare *c);

#endif
