#ifndef VIVA_REPORT_PLOT_H
#define VIVA_REPORT_PLOT_H
#include "report/chart.h"
/*
 * Charts over many answers, as geometry: shapes alone, no text.  Scales map grades, shares of a
 * limit and sessions to points on the page; a scale whose length is negative runs upwards.
 */

/* ---- grades in cells: five steps of one hue, so that a number on them has contrast ---- */

/* The step's colour for a mean grade, and what text on it is set in. */
uint32_t plot_score_fill(double mean);
uint32_t plot_score_text(double mean);
/* A cell for a mean of `n` grades: filled, or where it rests on one alone outlined; nothing for none. */
void plot_cell(struct display_list *dl, double x, double y, double w, double h, int n, double mean);

/* ---- one value on an axis ---- */

/* A dot with its 90 % range as a band; without `ranged` a ring, and `value` is a plain mean. */
struct plot_range { double value, low, high; bool ranged; };
void plot_range(struct display_list *dl, const struct scale *x, double y, const struct plot_range *r);
/* The goal as a dashed line from `y` to `y2`. */
void plot_goal(struct display_list *dl, double x, double y, double x2, double y2);
void plot_grid(struct display_list *dl, double x, double y, double x2, double y2);
void plot_axis(struct display_list *dl, double x, double y, double x2, double y2);
/*
 * Time as a share of the limit: a bar to the median, what is beyond the limit in the colour of
 * overrun, and a thin line to where the slowest fifth begins; the limit (1.0) as a line.
 */
struct plot_share { double median, slow; };
void plot_share(struct display_list *dl, const struct scale *x, double y, double thick,
    const struct plot_share *s);

/* ---- over sessions ---- */

struct plot_session {
	int counts[GRADE_MAX + 1];      /* answers by grade */
	double level, low, high;        /* if the trend has a line */
};
#define PLOT_INSET 22.0                 /* room for dots beside the first and the last session */
#define PLOT_SESSIONS_MAX 60            /* more would be narrower than their dots */
struct plot_trend {
	const struct plot_session *v;
	size_t count;                   /* at most PLOT_SESSIONS_MAX */
	bool line;                      /* level and band hold */
};
/* Dots for answers, equal ones side by side, or where they are too many one dot of that area. */
void plot_trend(struct display_list *dl, const struct scale *x, const struct scale *y,
    const struct plot_trend *t);
/* Whether plot_trend() shows every answer as a dot of its own. */
bool plot_trend_has_single_dots(const struct scale *x, const struct plot_trend *t);

/* ---- clouds ---- */

/* A dot whose area tells how many; ring: too few to go by. */
struct plot_bubble { double x, y; int n; bool ring; };
/* `most`: the radius of the largest, in points; it stands for 25 and more. */
double plot_bubble_radius(int n, double most);
void plot_bubbles(struct display_list *dl, const struct scale *x, const struct scale *y,
    const struct plot_bubble *v, size_t count, double most);

/*
 * A row of dots along `x`, near ones stacked up and down about `y` within `height`; those beyond
 * `limit` are in the colour of overrun.  A value beyond the scale stands at its end.
 */
void plot_strip(struct display_list *dl, const struct scale *x, double y, double height, const double *values,
    size_t count, double limit);

/* From `from` to `to`: an arrowless slope with a ring where it began and a dot where it is. */
void plot_slope(struct display_list *dl, const struct scale *x, double y, double from, double to);

#endif
