#include <math.h>
#include "report/plot.h"
#include "report/theme.h"

/* Many answers at once: the trend over sessions, bubbles and strips of dots. */

#define DOT_RADIUS 2.1
#define DOT_PITCH 5.0           /* between equal answers of one session */
#define COLUMN_SHARE 0.92       /* of a session's place that dots may take */
#define LEVEL_WIDTH 2.2
#define LEVEL_DOT 3.6
#define BUBBLE_LEAST 1.5

static double
column_width_of(const struct scale *x, size_t count)
{
	return count > 1 ? fabs(x->length) / (double)(count - 1) : fabs(x->length);
}

bool
plot_trend_has_single_dots(const struct scale *x, const struct plot_trend *t)
{
	int most = 1;

	for (size_t i = 0; i < t->count; i++)
		for (int g = 0; g <= GRADE_MAX; g++)
			if (t->v[i].counts[g] > most)
				most = t->v[i].counts[g];
	return most == 1 ||
	       most * DOT_PITCH <= fmin(2 * PLOT_INSET, COLUMN_SHARE * column_width_of(x, t->count));
}

static void
band(struct display_list *dl, const struct scale *x, const struct scale *y, const struct plot_trend *t)
{
	struct dl_point outline[2 * PLOT_SESSIONS_MAX];

	for (size_t i = 0; i < t->count; i++) {
		double at = scale_at(x, (double)i);

		outline[i] = (struct dl_point){ at, scale_at(y, t->v[i].high) };
		outline[2 * t->count - 1 - i] = (struct dl_point){ at, scale_at(y, t->v[i].low) };
	}
	dl_polygon(dl, outline, 2 * t->count, &(struct dl_ink){ .fill = BAND, .stroke = DL_NONE });
}

static void
dots(struct display_list *dl, const struct scale *x, const struct scale *y, const struct plot_trend *t)
{
	const struct dl_ink ink = { .fill = DOT, .stroke = WHITE, .line_width = 0.5 };
	bool single = plot_trend_has_single_dots(x, t);
	double most = fmin(PLOT_INSET, COLUMN_SHARE * column_width_of(x, t->count) / 2);

	for (size_t i = 0; i < t->count; i++)
		for (int g = 0; g <= GRADE_MAX; g++) {
			int n = t->v[i].counts[g];
			double at = scale_at(x, (double)i), down = scale_at(y, g);

			if (n > 0 && !single)
				dl_circle(dl, at, down, fmin(DOT_RADIUS * sqrt(n), fmax(most, DOT_RADIUS)),
				    &ink);
			for (int k = 0; single && k < n; k++)
				dl_circle(dl, at + (k - (n - 1) / 2.0) * DOT_PITCH, down, DOT_RADIUS, &ink);
		}
}

void
plot_trend(struct display_list *dl, const struct scale *x, const struct scale *y, const struct plot_trend *t)
{
	const struct dl_ink level = { .fill = DL_NONE, .stroke = ACCENT, .line_width = LEVEL_WIDTH };
	size_t last = t->count - 1;

	if (t->count == 0)
		return;
	if (t->line)
		band(dl, x, y, t);
	dots(dl, x, y, t);
	if (!t->line)
		return;
	for (size_t i = 0; i < last; i++)
		dl_line(dl, scale_at(x, (double)i), scale_at(y, t->v[i].level), scale_at(x, (double)i + 1),
		    scale_at(y, t->v[i + 1].level), &level);
	dl_circle(dl, scale_at(x, (double)last), scale_at(y, t->v[last].level), LEVEL_DOT,
	    &(struct dl_ink){ .fill = ACCENT, .stroke = WHITE, .line_width = 0.9 });
}

double
plot_bubble_radius(int n, double most)
{
	/* Grows with the root of n, so that areas compare; at 25 it is as large as it gets. */
	return fmax(BUBBLE_LEAST, fmin(1, sqrt(n / 25.0)) * most);
}

void
plot_bubbles(struct display_list *dl, const struct scale *x, const struct scale *y,
    const struct plot_bubble *v, size_t count, double most)
{
	for (size_t i = 0; i < count; i++)
		dl_circle(dl, scale_at(x, v[i].x), scale_at(y, v[i].y), plot_bubble_radius(v[i].n, most),
		    v[i].ring ? &(struct dl_ink){ .fill = WHITE, .stroke = DOT, .line_width = 0.9 } :
		    &(struct dl_ink){ .fill = ACCENT, .stroke = WHITE, .line_width = 0.6 });
}

void
plot_strip(struct display_list *dl, const struct scale *x, double y, double height, const double *values,
    size_t count, double limit)
{
	enum { PLACES = 200 };          /* on the axis, each as wide as a dot */
	int taken[PLACES] = { 0 }, place, most = 1;
	double step, width = fmax(2 * DOT_RADIUS, x->length / PLACES);

	for (int pass = 0; pass < 2; pass++) {
		step = fmin(2 * DOT_RADIUS, most > 1 ? (height - 2 * DOT_RADIUS) / (most - 1) : height);
		for (size_t i = 0; i < count; i++) {
			double at = scale_at(x, fmin(values[i], x->to)), down;

			place = (int)((at - x->at) / width);
			place = place < 0 ? 0 : place >= PLACES ? PLACES - 1 : place;
			if (pass == 0) {
				taken[place]++;
				most = taken[place] > most ? taken[place] : most;
				continue;
			}
			taken[place]--;
			down = y + (taken[place] % 2 == 0 ? 1 : -1) * ((taken[place] + 1) / 2) * step;
			dl_circle(dl, at, down, DOT_RADIUS, &(struct dl_ink){
			    .fill = values[i] > limit ? OVER : DOT, .stroke = WHITE, .line_width = 0.4 });
		}
	}
}
