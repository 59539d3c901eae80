#include "test.h"
#include "viva/compare.h"

static struct err err;

TEST(the_farthest_apart_come_first_and_single_grades_last)
{
	/* positions:            0  1  2  3  4 */
	static const int grades[] = { 3, 1, -1, 4, 2,
		3, 3, 2, 0, -1,
		2, 1, -1, 4, -1 };
	static const struct { size_t position; int raters, low, high; } want[] = {
		{ 3, 3, 0, 4 }, { 1, 3, 1, 3 }, { 0, 3, 2, 3 }, { 2, 1, 2, 2 }, { 4, 1, 2, 2 },
	};
	struct compare c;

	CHECK_INT(compare_raters(&c, grades, 3, 5, &err), 0);
	CHECK_INT(c.item_count, 5);
	for (size_t i = 0; i < 5; i++) {
		CHECK_INT(c.items[i].position, want[i].position);
		CHECK_INT(c.items[i].raters, want[i].raters);
		CHECK_INT(c.items[i].low, want[i].low);
		CHECK_INT(c.items[i].high, want[i].high);
	}
	CHECK_INT(c.pair_count, 3);
	CHECK_INT(c.pairs[1].first, 0);
	CHECK_INT(c.pairs[1].second, 2);
	CHECK_INT(c.pairs[0].agreement.n, 3);
	CHECK_INT(c.pairs[0].agreement.exact, 1);
	CHECK_INT(c.pairs[0].agreement.within_one, 1);
	CHECK_INT(c.pairs[1].agreement.n, 3);
	CHECK_INT(c.pairs[1].agreement.exact, 2);
	CHECK_INT(c.pairs[1].agreement.within_one, 3);
	CHECK(!c.pairs[1].agreement.has_kappa);
	compare_finish(&c);
}

TEST(kappa_comes_with_the_tenth_answer_that_both_marked)
{
	int grades[22];

	for (int n = 9; n <= 10; n++) {
		struct compare c;

		for (int i = 0; i < 11; i++) {
			grades[i] = i % 5;
			grades[11 + i] = i < n ? i % 5 : -1;
		}
		CHECK_INT(compare_raters(&c, grades, 2, 11, &err), 0);
		CHECK_INT(c.pairs[0].agreement.n, n);
		CHECK_INT(c.pairs[0].agreement.has_kappa, n == 10);
		if (n == 10)
			CHECK_NEAR(c.pairs[0].agreement.kappa, 1.0, 1e-12);
		compare_finish(&c);
	}
}

TEST(nobody_and_nothing_compare_to_nothing)
{
	struct compare c;

	CHECK_INT(compare_raters(&c, NULL, 0, 0, &err), 0);
	CHECK_INT(c.item_count + c.pair_count, 0);
	compare_finish(&c);
	CHECK_INT(compare_raters(&c, (const int[]){ -1 }, 1, 1, &err), 0);
	CHECK_INT(c.items[0].raters, 0);
	CHECK_INT(c.items[0].low, -1);
	compare_finish(&c);
}
