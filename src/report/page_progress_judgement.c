#include <math.h>
#include "report/page_parts.h"
#include "report/page_progress.h"

/* Page 3: can the own judgement be trusted?  Predictions and own marks against the grades. */

#define HALF (COLUMNS / 2)
#define PLOT_LEAST 150.0
#define PLOT_MOST 236.0
#define PLOT_LEFT 22.0          /* room for the labels of the upright axis */
#define PLOT_FOOT 27.0
#define SQUARES_NOTE 12.0
#define BUBBLE_MOST 11.0
#define SCALE_SLACK 0.45

/* ---- two squares ---- */

struct square { const char *title, *across, *up; const struct cloud *cloud; };

static void
square_axes(struct sheet *s, const struct scale *x, const struct scale *y, const struct square *q)
{
	double left = x->at, right = x->at + x->length, bottom = y->at, top = y->at + y->length;

	for (int g = 0; g <= GRADE_MAX; g++) {
		char digit[2] = { (char)('0' + g), '\0' };

		plot_grid(s->dl, left, scale_at(y, g), right, scale_at(y, g));
		axis_label(s, left - 6, scale_at(y, g) + 2.8, ALIGN_RIGHT, digit);
		axis_label(s, scale_at(x, g), bottom + 10, ALIGN_CENTRE, digit);
	}
	plot_axis(s->dl, left, bottom, right, bottom);
	axis_label(s, right, bottom + 20.5, ALIGN_RIGHT, q->across);
	axis_label(s, left - PLOT_LEFT, top - 5, ALIGN_LEFT, q->up);
	dl_line(s->dl, scale_at(x, 0), scale_at(y, 0), scale_at(x, GRADE_MAX), scale_at(y, GRADE_MAX),
	    &(struct dl_ink){
	        .fill = DL_NONE, .stroke = BAR, .line_width = WIDTH_AXIS, .dash_on = 1.5, .dash_off = 2 });
}

static double
square_words(struct sheet *s, const struct square *q, double left, double y)
{
	part_title(s, left, y + 11, q->title);
	return paragraph(
	    s, left, y + 21, column_width(s, HALF), &TYPE_BODY, PITCH_BODY - 0.5, q->cloud->finding);
}

static void
square_plot(struct sheet *s, const struct square *q, double left, double y, double height)
{
	double width = column_width(s, HALF);
	struct scale across = { -SCALE_SLACK, GRADE_MAX + SCALE_SLACK, left + PLOT_LEFT,
		width - PLOT_LEFT - 4 };
	struct scale up = { -SCALE_SLACK, GRADE_MAX + SCALE_SLACK, y + height, -(height - 14) };

	if (q->cloud->empty != NULL) {
		empty_field(s, left, y, width - 6, height + PLOT_FOOT - 8, q->cloud->empty);
		return;
	}
	square_axes(s, &across, &up, q);
	dl_tag(s->dl, TAG_FIGURE, q->cloud->alt);
	plot_bubbles(s->dl, &across, &up, q->cloud->v, q->cloud->count, BUBBLE_MOST);
	dl_tag_end(s->dl);
}

static void
squares(struct sheet *s, const struct progress_model *m, double below)
{
	const struct square left = { "Do predictions hold?", "grade predicted", "mean grade that came",
		&m->prediction };
	const struct square right = { "Do own marks hold?", "own mark", "interviewer\xe2\x80\x99s mark",
		&m->self };
	double second = column_left(s, HALF), height;
	double y = fmax(square_words(s, &left, s->left, s->y), square_words(s, &right, second, s->y)) + 8;

	height = fmin(PLOT_MOST, fmax(PLOT_LEAST, s->bottom - y - PLOT_FOOT - SQUARES_NOTE - below));
	square_plot(s, &left, s->left, y, height);
	square_plot(s, &right, second, y, height);
	y += height + PLOT_FOOT;
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, s->left, y + 7, ALIGN_LEFT, &TYPE_NOTE,
	    "On the dotted diagonal judgement and grade agree. The larger a dot, the more answers.");
	dl_tag_end(s->dl);
	s->y = y + SQUARES_NOTE;
}

/* ---- over sessions ---- */

#define GAP_HEIGHT 88.0
#define GAP_MOST 2              /* grades up and down; what is beyond stands at the edge */
#define GAP_LABELS 74.0

static void
gap_section(struct sheet *s, const struct progress_model *m)
{
	const struct gap_model *g = &m->gap;
	double left = s->left + GAP_LABELS;
	struct scale x = { 0, g->count > 1 ? (double)g->count - 1 : 1, left + PLOT_INSET,
		s->right - left - 2 * PLOT_INSET };
	struct scale y = { -GAP_MOST - 0.3, GAP_MOST + 0.3, s->y, 0 };
	static const char *const words[] = { "\xe2\x88\x92"
		                             "2 too low",
		"\xe2\x88\x92"
		"1",
		"0 it held", "+1", "+2 too high" };

	s->y += s->space->section;
	section(s, "Does the gap close?",
	    "Mean of prediction minus grade in each session; a ring rests on one or two answers.",
	    GAP_HEIGHT);
	if (g->empty != NULL) {
		empty_field(s, s->left, s->y - 2, s->right - s->left, GAP_HEIGHT / 2, g->empty);
		s->y += GAP_HEIGHT / 2;
		return;
	}
	y.at = s->y + GAP_HEIGHT - 14;
	y.length = -(GAP_HEIGHT - 14);
	for (int i = -GAP_MOST; i <= GAP_MOST; i++) {
		double at = scale_at(&y, i);

		if (i == 0)
			plot_axis(s->dl, left, at, s->right, at);
		else
			plot_grid(s->dl, left, at, s->right, at);
		axis_label(s, left - 8, at + 2.8, ALIGN_RIGHT, words[i + GAP_MOST]);
	}
	if (g->count == 1)
		x.at += x.length / 2;
	dl_tag(s->dl, TAG_FIGURE, g->alt);
	for (size_t i = 0; i < g->count; i++) {
		struct plot_bubble b = g->v[i];

		b.y = fmax(-GAP_MOST, fmin(GAP_MOST, b.y));
		b.n = 2;
		dl_line(s->dl, scale_at(&x, b.x), scale_at(&y, 0), scale_at(&x, b.x), scale_at(&y, b.y),
		    &(struct dl_ink){ .fill = DL_NONE, .stroke = ACCENT_PALE, .line_width = 1.6 });
		plot_bubbles(s->dl, &x, &y, &b, 1, BUBBLE_MOST);
	}
	dl_tag_end(s->dl);
	session_labels(s, &x, s->y + GAP_HEIGHT - 1, g->days, g->count);
	s->y += GAP_HEIGHT + 4;
}

/* ---- surprises ---- */

#define SURPRISE_ROW 15.0

static void
surprise_section(struct sheet *s, const struct progress_model *m)
{
	double middle = column_left(s, 6), last = s->right;
	size_t fits;

	if (m->surprise_count == 0)
		return;
	s->y += s->space->section;
	section(s, "Which answers surprised most?", "Two grades or more between prediction and grade.",
	    3 * SURPRISE_ROW);
	fits = (size_t)fmax(0, (s->bottom - s->y - tinted_box(s, "", m->judgement, false)) / SURPRISE_ROW);
	dl_tag(s->dl, TAG_TABLE, NULL);
	for (size_t i = 0; i < m->surprise_count && i < fits; i++) {
		const struct surprise *r = &m->surprises[i];
		double text = dl_width(s->dl, &TYPE_NOTE_STRONG, r->text), y = s->y + 8;

		if (i > 0)
			plot_grid(s->dl, s->left, s->y - 2.6, s->right, s->y - 2.6);
		dl_tag(s->dl, TAG_TR, NULL);
		dl_tag(s->dl, TAG_TD, NULL);
		dl_text(s->dl, s->left, y, ALIGN_LEFT, &TYPE_BODY,
		    fit(s, &TYPE_BODY, middle - s->left - 12, r->title));
		dl_tag_end(s->dl);
		dl_tag(s->dl, TAG_TD, NULL);
		dl_text(s->dl, middle, y, ALIGN_LEFT, &TYPE_NOTE,
		    fit(s, &TYPE_NOTE, last - text - 10 - middle, r->where));
		dl_tag_end(s->dl);
		dl_tag(s->dl, TAG_TD, NULL);
		dl_text(s->dl, last, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, r->text);
		dl_tag_end(s->dl);
		dl_tag_end(s->dl);
		s->y += SURPRISE_ROW;
	}
	dl_tag_end(s->dl);
}

void
progress_judgement_page(struct sheet *s, const struct progress_model *m)
{
	double section_top = s->space->section + section_height(s),
	       below = tinted_box(s, "", m->judgement, false);

	below += section_top + (m->gap.empty != NULL ? GAP_HEIGHT / 2 : GAP_HEIGHT + 4);
	if (m->surprise_count > 0)
		below += section_top + (double)m->surprise_count * SURPRISE_ROW;
	squares(s, m, below);
	gap_section(s, m);
	surprise_section(s, m);
	tinted_box(s, "How to read this page", m->judgement, true);
}
