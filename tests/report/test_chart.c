#include <math.h>
#include "test.h"
#include "report/chart.h"
#include "report/theme.h"
#include "viva/buf.h"

/* How many ops of this kind and fill the list has; the last of them in `*found`. */
static int
count_filled(const struct display_list *dl, enum dl_kind kind, uint32_t fill, const struct dl_op **found)
{
	int n = 0;

	for (size_t i = 0; i < dl->count; i++)
		if (dl->ops[i].kind == kind && dl->ops[i].fill == fill) {
			n++;
			*found = &dl->ops[i];
		}
	return n;
}

TEST(a_value_lies_on_the_scale_where_its_share_of_the_span_puts_it)
{
	static const struct { double from, to, at, length, value, x; } cases[] = {
		{ 0, 4, 100, 80, 0, 100 }, { 0, 4, 100, 80, 3, 160 }, { 0, 4, 100, 80, 4, 180 },
		{ 1, 5, 10, 40, 2, 20 }, { 0, 1.25, 0, 100, 1, 80 }, { 0, 4, 200, -100, 3, 125 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct scale s = { cases[i].from, cases[i].to, cases[i].at, cases[i].length };

		CHECK_NEAR(scale_at(&s, cases[i].value), cases[i].x, 1e-9);
	}
}

TEST(grade_and_prediction_stand_at_their_places_on_the_axis)
{
	struct display_list *dl = display_list_new();
	const struct scale s = { 0, 4, 100, 80 };
	const struct dl_op *dot = NULL, *ring = NULL;

	dl_page(dl, 600, 800);
	chart_grades(dl, &s, 50, &(struct chart_grades){ .prediction = 1, .own = -1, .grade = 3 });
	CHECK_INT(count_filled(dl, DL_CIRCLE, ACCENT, &dot), 1);
	CHECK_INT(count_filled(dl, DL_CIRCLE, WHITE, &ring), 1);
	CHECK_NEAR(dot->x, 160, 0.005);
	CHECK_NEAR(dot->y, 50, 0.005);
	CHECK_NEAR(ring->x, 120, 0.005);
	display_list_free(dl);
}

TEST(the_ring_shows_round_the_dot_where_prediction_and_grade_agree)
{
	struct display_list *dl = display_list_new();
	const struct scale s = { 0, 4, 100, 80 };
	const struct dl_op *dot = NULL, *ring = NULL;

	dl_page(dl, 600, 800);
	chart_grades(dl, &s, 50, &(struct chart_grades){ .prediction = 2, .own = -1, .grade = 2 });
	count_filled(dl, DL_CIRCLE, ACCENT, &dot);
	count_filled(dl, DL_CIRCLE, WHITE, &ring);
	CHECK(ring->w > dot->w + 1);
	CHECK(ring < dot);              /* painted first */
	display_list_free(dl);
}

TEST(nothing_stands_on_the_axis_of_an_answer_without_prediction_and_grade)
{
	struct display_list *dl = display_list_new();
	const struct scale s = { 0, 4, 100, 80 };

	dl_page(dl, 600, 800);
	chart_grades(dl, &s, 50, &(struct chart_grades){ -1, -1, -1 });
	for (size_t i = 0; i < dl->count; i++)
		CHECK(dl->ops[i].kind != DL_CIRCLE && dl->ops[i].kind != DL_POLYGON);
	display_list_free(dl);
}

TEST(the_time_bar_crosses_the_limit_line_if_and_only_if_the_limit_was_passed)
{
	static const int64_t used[] = { 0, 1, 59999, 60000, 60001, 75000, 600000 };
	const struct scale s = { 0, 600000, 100, 300 };         /* the limit of 60 s lies at 130 */

	for (size_t i = 0; i < sizeof used / sizeof used[0]; i++) {
		struct display_list *dl = display_list_new();
		const struct dl_op *over = NULL, *bar = NULL;
		int pieces;

		dl_page(dl, 600, 800);
		chart_time(dl, &s, 50, used[i], 60000);
		pieces = count_filled(dl, DL_RECT, OVER, &over);
		CHECK_INT(pieces, used[i] > 60000 ? 1 : 0);
		if (pieces > 0) {
			CHECK_NEAR(over->x, 130, 0.005);
			CHECK_NEAR(over->x + over->w, scale_at(&s, (double)used[i]), 0.015);
		}
		if (count_filled(dl, DL_RECT, BAR, &bar) > 0)
			CHECK(bar->x + bar->w <= 130.005);
		display_list_free(dl);
	}
}

TEST(every_key_point_has_its_square_inside_the_column)
{
	for (size_t n = 1; n <= KEY_POINTS_MAX; n++) {
		struct display_list *dl = display_list_new();
		uint8_t ticks[KEY_POINTS_MAX];
		bool essential[KEY_POINTS_MAX] = { true };
		size_t squares = 0, bars = 0;
		double bottom = 40 + chart_points_height(82, n);

		dl_page(dl, 600, 800);
		for (size_t i = 0; i < n; i++)
			ticks[i] = i % 2 == 0 ? TICK_YES : TICK_NO;
		chart_points(dl, 100, 40, 82, &(struct chart_points){ ticks, essential, n });
		for (size_t i = 0; i < dl->count; i++) {
			const struct dl_op *op = &dl->ops[i];

			if (op->kind != DL_RECT)
				continue;
			squares += op->fill == ACCENT || op->stroke == DOT;
			bars += op->fill == INK;
			CHECK(op->x >= 100 && op->x + op->w <= 182 && op->y >= 40 && op->y + op->h <= bottom);
		}
		CHECK_INT(squares, n);
		CHECK_INT(bars, 1);
		display_list_free(dl);
	}
}
