#include "viva/session.h"

/* Bounds of the proposed grade, in percent of the full sum of weights. */
enum { BELOW_2 = 40, BELOW_3 = 65, BELOW_4 = 90 };
#define GRADE_CAP 2             /* an essential point missing, or a listed mistake made */

int
session_propose(const struct item *it, const struct rating *r)
{
	size_t n = it->key_point_count < KEY_POINTS_MAX ? it->key_point_count : KEY_POINTS_MAX;
	int got = 0, full = 0, percent, grade;
	bool capped = r->mistakes != 0;

	for (size_t i = 0; i < n; i++) {
		got += it->key_points[i].weight * r->ticks[i];
		full += it->key_points[i].weight * TICK_YES;
		if (it->key_points[i].essential && r->ticks[i] == TICK_NO)
			capped = true;
	}
	if (got == 0 || full == 0)
		return 0;
	percent = got * 100 / full;
	grade = percent < BELOW_2 ? 1 : percent < BELOW_3 ? 2 : percent < BELOW_4 ? 3 : 4;
	return capped && grade > GRADE_CAP ? GRADE_CAP : grade;
}
