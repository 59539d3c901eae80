#include <math.h>
#include "report/chart.h"
#include "report/theme.h"

#define TIME_THICK 6.4
#define TIME_LIMIT_TICK 3.2     /* how far the limit line stands out of the bar */
#define POINT_SIZE 6.6
#define POINT_PITCH 9.2
#define POINT_ROW 11.0
#define ESSENTIAL_GAP 1.3
#define ESSENTIAL_THICK 1.3
#define DOT_RADIUS 3.1
#define RING_RADIUS 4.6         /* outside the dot, so that both show where they agree */
#define DIAMOND_RADIUS 3.4
#define AXIS_TICK 2.4
#define JOIN_WIDTH 1.4

double
scale_at(const struct scale *s, double value)
{
	return s->at + (value - s->from) / (s->to - s->from) * s->length;
}

void
chart_time(struct display_list *dl, const struct scale *s, double y, int64_t used_ms, int64_t limit_ms)
{
	double top = y - TIME_THICK / 2, start = scale_at(s, 0), limit = scale_at(s, (double)limit_ms);
	double used = scale_at(s, (double)used_ms), within = fmin(used, limit);

	dl_rect(dl, start, top, limit - start, TIME_THICK,
	    &(struct dl_ink){ .fill = HAIRLINE, .stroke = DL_NONE });
	if (within > start)
		dl_rect(dl, start, top, within - start, TIME_THICK,
		    &(struct dl_ink){ .fill = BAR, .stroke = DL_NONE });
	if (used_ms > limit_ms)
		dl_rect(dl, limit, top, used - limit, TIME_THICK,
		    &(struct dl_ink){ .fill = OVER, .stroke = DL_NONE });
	dl_line(dl, limit, top - TIME_LIMIT_TICK, limit, top + TIME_THICK + TIME_LIMIT_TICK,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = INK, .line_width = WIDTH_AXIS });
}

static size_t
points_in_row(double width)
{
	size_t n = (size_t)((width + POINT_PITCH - POINT_SIZE) / POINT_PITCH);

	return n > 0 ? n : 1;
}

double
chart_points_height(double width, size_t count)
{
	size_t n = points_in_row(width);
	size_t rows = count > 0 ? (count + n - 1) / n : 1;

	return (double)rows * POINT_ROW;
}

static void
point_square(struct display_list *dl, double x, double y, enum tick tick, bool essential)
{
	const double inset = 0.4;       /* the outline stays inside the square */
	const struct dl_point half[3] = { { x, y + POINT_SIZE }, { x, y },
		{ x + POINT_SIZE, y + POINT_SIZE } };

	if (tick == TICK_YES) {
		dl_rect(dl, x, y, POINT_SIZE, POINT_SIZE,
		    &(struct dl_ink){ .fill = ACCENT, .stroke = DL_NONE });
	} else {
		if (tick == TICK_PARTLY)
			dl_polygon(dl, half, 3, &(struct dl_ink){ .fill = ACCENT, .stroke = DL_NONE });
		dl_rect(dl, x + inset, y + inset, POINT_SIZE - 2 * inset, POINT_SIZE - 2 * inset,
		    &(struct dl_ink){ .fill = DL_NONE, .stroke = tick == TICK_PARTLY ? ACCENT : DOT,
		    .line_width = 2 * inset });
	}
	if (essential)
		dl_rect(dl, x, y + POINT_SIZE + ESSENTIAL_GAP, POINT_SIZE, ESSENTIAL_THICK,
		    &(struct dl_ink){ .fill = INK, .stroke = DL_NONE });
}

void
chart_points(struct display_list *dl, double x, double y, double width, const struct chart_points *p)
{
	size_t in_row = points_in_row(width);

	for (size_t i = 0; i < p->count; i++) {
		size_t row = i / in_row, column = i % in_row;

		point_square(dl, x + (double)column * POINT_PITCH, y + (double)row * POINT_ROW,
		    (enum tick)p->ticks[i], p->essential[i]);
	}
}

void
chart_grades(struct display_list *dl, const struct scale *s, double y, const struct chart_grades *g)
{
	const struct dl_ink axis = { .fill = DL_NONE, .stroke = RULE, .line_width = WIDTH_AXIS };

	dl_line(dl, scale_at(s, s->from), y, scale_at(s, s->to), y, &axis);
	for (int grade = (int)s->from; grade <= (int)s->to; grade++)
		dl_line(dl, scale_at(s, grade), y - AXIS_TICK, scale_at(s, grade), y + AXIS_TICK, &axis);
	if (g->prediction >= 0 && g->grade >= 0 && g->prediction != g->grade)
		dl_line(dl, scale_at(s, g->prediction), y, scale_at(s, g->grade), y,
		    &(struct dl_ink){ .fill = DL_NONE, .stroke = ACCENT, .line_width = JOIN_WIDTH });
	if (g->prediction >= 0)
		dl_circle(dl, scale_at(s, g->prediction), y, RING_RADIUS,
		    &(struct dl_ink){ .fill = WHITE, .stroke = ACCENT, .line_width = 1.1 });
	if (g->own >= 0) {
		double x = scale_at(s, g->own);
		const struct dl_point diamond[4] = { { x, y - DIAMOND_RADIUS }, { x + DIAMOND_RADIUS, y },
			{ x, y + DIAMOND_RADIUS }, { x - DIAMOND_RADIUS, y } };

		dl_polygon(dl, diamond, 4,
		    &(struct dl_ink){ .fill = WHITE, .stroke = INK_SECOND, .line_width = 1 });
	}
	if (g->grade >= 0)
		dl_circle(dl, scale_at(s, g->grade), y, g->own == g->grade ? DOT_RADIUS - 1.2 : DOT_RADIUS,
		    &(struct dl_ink){ .fill = ACCENT, .stroke = DL_NONE });
}
