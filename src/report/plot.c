#include <math.h>
#include "report/plot.h"
#include "report/theme.h"

/* Cells, ranges and shares: what stands in the rows of a table. */

#define RANGE_THICK 5.0
#define RANGE_DOT 3.1
#define SHARE_END 2.6           /* half the height of the mark at the slow end */
#define SHARE_LIMIT 2.4         /* how far the limit stands out of the bar */
#define GOAL_DASH 3.0
#define GOAL_GAP 2.0

static const struct dl_ink ink_axis = { DL_NONE, DOT, WIDTH_AXIS, 0, 0 };
static const struct dl_ink ink_grid = { DL_NONE, HAIRLINE, WIDTH_RULE, 0, 0 };

/*
 * The steps of the ramp.  No colour between the third and the fourth: there neither white nor ink
 * reaches 4.5 : 1 on it.
 */
static const struct { double below; uint32_t fill; bool dark; } ramp[] = {
	{ 1.5, 0xE6F0F7, false }, { 2.25, 0xBFD9EB, false }, { 2.75, 0x8DBBDB, false },
	{ 3.25, 0x2A72AB, true }, { HUGE_VAL, 0x0F4A80, true },
};

static size_t
ramp_step(double mean)
{
	size_t i = 0;

	while (mean >= ramp[i].below)
		i++;
	return i;
}

uint32_t
plot_score_fill(double mean)
{
	return ramp[ramp_step(mean)].fill;
}

uint32_t
plot_score_text(double mean)
{
	return ramp[ramp_step(mean)].dark ? WHITE : INK;
}

void
plot_cell(struct display_list *dl, double x, double y, double w, double h, int n, double mean)
{
	const double inset = 0.4;       /* the outline stays inside the cell */

	if (n > 1)
		dl_rect(dl, x, y, w, h, &(struct dl_ink){ .fill = plot_score_fill(mean), .stroke = DL_NONE });
	else if (n == 1)
		dl_rect(dl, x + inset, y + inset, w - 2 * inset, h - 2 * inset,
		    &(struct dl_ink){ .fill = DL_NONE, .stroke = BAR, .line_width = 2 * inset });
}

void
plot_range(struct display_list *dl, const struct scale *x, double y, const struct plot_range *r)
{
	double at = scale_at(x, r->value);

	if (!r->ranged) {
		dl_circle(dl, at, y, RANGE_DOT - 0.5,
		    &(struct dl_ink){ .fill = WHITE, .stroke = DOT, .line_width = 1 });
		return;
	}
	dl_rect(dl, scale_at(x, r->low), y - RANGE_THICK / 2, scale_at(x, r->high) - scale_at(x, r->low),
	    RANGE_THICK, &(struct dl_ink){ .fill = 0x8DBBDB, .stroke = DL_NONE });
	dl_circle(dl, at, y, RANGE_DOT,
	    &(struct dl_ink){ .fill = ACCENT, .stroke = WHITE, .line_width = 0.7 });
}

void
plot_goal(struct display_list *dl, double x, double y, double x2, double y2)
{
	dl_line(dl, x, y, x2, y2, &(struct dl_ink){ .fill = DL_NONE, .stroke = GOAL, .line_width = 1,
	    .dash_on = GOAL_DASH, .dash_off = GOAL_GAP });
}

void
plot_grid(struct display_list *dl, double x, double y, double x2, double y2)
{
	dl_line(dl, x, y, x2, y2, &ink_grid);
}

void
plot_axis(struct display_list *dl, double x, double y, double x2, double y2)
{
	dl_line(dl, x, y, x2, y2, &ink_axis);
}

void
plot_share(struct display_list *dl, const struct scale *x, double y, double thick, const struct plot_share *s)
{
	double start = scale_at(x, 0), limit = scale_at(x, 1), end = scale_at(x, x->to);
	double median = fmin(scale_at(x, s->median), end), slow = fmin(scale_at(x, s->slow), end);
	const struct dl_ink whisker = {
		.fill = DL_NONE, .stroke = slow > limit ? OVER : BAR, .line_width = 1
	};

	dl_rect(dl, start, y - thick / 2, fmin(median, limit) - start, thick,
	    &(struct dl_ink){ .fill = BAR, .stroke = DL_NONE });
	if (median > limit)
		dl_rect(dl, limit, y - thick / 2, median - limit, thick,
		    &(struct dl_ink){ .fill = OVER, .stroke = DL_NONE });
	if (slow > median) {
		dl_line(dl, median, y, slow, y, &whisker);
		dl_line(dl, slow, y - SHARE_END, slow, y + SHARE_END, &whisker);
	}
	dl_line(dl, limit, y - thick / 2 - SHARE_LIMIT, limit, y + thick / 2 + SHARE_LIMIT,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = INK, .line_width = 1 });
}

void
plot_slope(struct display_list *dl, const struct scale *x, double y, double from, double to)
{
	dl_line(dl, scale_at(x, from), y, scale_at(x, to), y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = ACCENT, .line_width = 1.6 });
	dl_circle(dl, scale_at(x, from), y, RANGE_DOT - 0.7,
	    &(struct dl_ink){ .fill = WHITE, .stroke = ACCENT, .line_width = 1 });
	dl_circle(dl, scale_at(x, to), y, RANGE_DOT,
	    &(struct dl_ink){ .fill = ACCENT, .stroke = WHITE, .line_width = 0.7 });
}
