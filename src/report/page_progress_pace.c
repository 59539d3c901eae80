#include <math.h>
#include "report/page_progress.h"

/* Page 4: is the time used, and what is to be done this fortnight? */

#define HALF (COLUMNS / 2)
#define CHART_LEAST 132.0
#define CHART_MOST 214.0
#define CHART_FOOT 24.0
#define SHARE_MOST 1.6          /* of the limit: the end of the scale */

/* ---- strips ---- */

#define STRIP_TITLE 12.0

static void
limit_line(struct sheet *s, const struct scale *x, double top, double bottom)
{
	dl_line(s->dl, scale_at(x, 1), top, scale_at(x, 1), bottom,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = INK, .line_width = WIDTH_AXIS });
}

static void
share_axis(struct sheet *s, const struct scale *x, double y)
{
	plot_axis(s->dl, x->at, y, x->at + x->length, y);
	axis_label(s, scale_at(x, 0), y + 10, ALIGN_LEFT, "0");
	axis_label(s, scale_at(x, 0.5), y + 10, ALIGN_CENTRE, "50 %");
	axis_label(s, scale_at(x, 1), y + 10, ALIGN_CENTRE, "limit");
	axis_label(s, x->at + x->length, y + 10, ALIGN_RIGHT, "160 % and more");
}

static void
strips(struct sheet *s, const struct progress_model *m, double y, double height)
{
	double width = column_width(s, HALF), row = height / DIFFICULTY_COUNT;
	struct scale x = { 0, SHARE_MOST, s->left, width - 8 };

	if (m->strips_empty != NULL) {
		empty_field(s, s->left, y, width - 6, height + CHART_FOOT - 10, m->strips_empty);
		return;
	}
	for (int d = 0; d < DIFFICULTY_COUNT; d++) {
		const struct strip_row *strip = &m->strips[d];
		double top = y + d * row;

		dl_tag(s->dl, TAG_P, NULL);
		dl_text(s->dl, s->left, top + 8, ALIGN_LEFT, &TYPE_NOTE_STRONG, strip->title);
		dl_text(s->dl, s->left + 42, top + 8, ALIGN_LEFT, &TYPE_NOTE, strip->text);
		dl_tag_end(s->dl);
		limit_line(s, &x, top + STRIP_TITLE, top + row);
		dl_tag(s->dl, TAG_FIGURE, strip->alt);
		plot_strip(s->dl, &x, top + STRIP_TITLE + (row - STRIP_TITLE) / 2, row - STRIP_TITLE - 5,
		    strip->shares, strip->count, 1);
		dl_tag_end(s->dl);
	}
	share_axis(s, &x, y + height);
}

/* ---- time against grade ---- */

static void
pace(struct sheet *s, const struct progress_model *m, double y, double height)
{
	double left = column_left(s, HALF), width = column_width(s, HALF), top = y + 10;
	struct scale x = { 0, SHARE_MOST, left + 12, width - 12 };
	struct scale up = { -0.6, GRADE_MAX + 0.6, y + height, -(height - 10) };
	double border = scale_at(&up, 2.5);

	if (m->pace.empty != NULL) {
		empty_field(s, left, y, width, height + CHART_FOOT - 10, m->pace.empty);
		return;
	}
	for (int g = 0; g <= GRADE_MAX; g++) {
		char digit[2] = { (char)('0' + g), '\0' };

		axis_label(s, left, scale_at(&up, g) + 2.8, ALIGN_LEFT, digit);
		plot_grid(s->dl, x.at, scale_at(&up, g), x.at + x.length, scale_at(&up, g));
	}
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, x.at + 2, top - 3, ALIGN_LEFT, &TYPE_NOTE, m->pace_quadrants[0]);
	dl_text(s->dl, x.at + x.length, top - 3, ALIGN_RIGHT, &TYPE_NOTE, m->pace_quadrants[1]);
	dl_tag_end(s->dl);
	limit_line(s, &x, top, y + height);
	dl_line(s->dl, x.at, border, x.at + x.length, border,
	    &(struct dl_ink){
	        .fill = DL_NONE, .stroke = BAR, .line_width = WIDTH_AXIS, .dash_on = 1.5, .dash_off = 2 });
	dl_tag(s->dl, TAG_FIGURE, m->pace.alt);
	plot_bubbles(s->dl, &x, &up, m->pace.v, m->pace.count, 9);
	dl_tag_end(s->dl);
	share_axis(s, &x, y + height);
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, x.at + 2, y + height + 21, ALIGN_LEFT, &TYPE_NOTE, m->pace_quadrants[2]);
	dl_text(s->dl, x.at + x.length, y + height + 21, ALIGN_RIGHT, &TYPE_NOTE, m->pace_quadrants[3]);
	dl_tag_end(s->dl);
}

static void
charts(struct sheet *s, const struct progress_model *m, double below)
{
	double second = column_left(s, HALF), width = column_width(s, HALF) - 6, y = s->y, a, b, height;

	part_title(s, s->left, y + 11, "How much of the limit is used?");
	a = paragraph(s, s->left, y + 21, width, &TYPE_BODY, PITCH_BODY - 0.5, m->strips_finding);
	part_title(s, second, y + 11, "Does more time bring better grades?");
	b = paragraph(s, second, y + 21, width, &TYPE_BODY, PITCH_BODY - 0.5, m->pace.finding);
	y = fmax(a, b) + 8;
	height = fmin(CHART_MOST, fmax(CHART_LEAST, s->bottom - y - CHART_FOOT - below));
	strips(s, m, y, height);
	pace(s, m, y, height);
	s->y = y + height + CHART_FOOT;
}

/* ---- questions to repeat ---- */

#define PRACTICE_ROW 15.0

static void
practice_line(struct sheet *s, const struct practice_row *r, enum dl_tag tag, const struct dl_type *first,
    const struct dl_type *type)
{
	double y = s->y + 8, topic = s->left + 0.415 * (s->right - s->left), grade = topic + 112,
	       since = grade + 34;
	double reason = since + 48, minutes = s->right;

	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, tag, s->left, y, ALIGN_LEFT, first, topic - s->left - 8, r->title);
	text_cell(s, tag, topic, y, ALIGN_LEFT, type, 106, r->topic);
	text_cell(s, tag, grade + 18, y, ALIGN_RIGHT, type, 34, r->grade);
	text_cell(s, tag, since + 36, y, ALIGN_RIGHT, type, 50, r->since);
	text_cell(s, tag, reason, y, ALIGN_LEFT, type, minutes - 34 - reason, r->reason);
	text_cell(s, tag, minutes, y, ALIGN_RIGHT, type, 40, r->minutes);
	dl_tag_end(s->dl);
	s->y += PRACTICE_ROW;
}

static void
practice_section(struct sheet *s, const struct progress_model *m, double below)
{
	static const struct practice_row head = { "Question", "Topic", "Grade", "Since", "Why", "Time" };
	size_t fits;

	s->y += s->space->section;
	section(s, "Which questions come again?", m->practice_lead, 3 * PRACTICE_ROW);
	if (m->practice_empty != NULL) {
		empty_field(s, s->left, s->y - 2, s->right - s->left, 3 * PRACTICE_ROW, m->practice_empty);
		s->y += 3 * PRACTICE_ROW;
		return;
	}
	fits = (size_t)fmax(1,
	    (s->bottom - s->y - below - (m->practice_left[0] != '\0' ? PITCH_NOTE : 0)) / PRACTICE_ROW - 1);
	dl_tag(s->dl, TAG_TABLE, NULL);
	practice_line(s, &head, TAG_TH, &TYPE_NOTE_STRONG, &TYPE_NOTE_STRONG);
	for (size_t i = 0; i < m->practice_count && i < fits; i++) {
		plot_grid(s->dl, s->left, s->y - 2.6, s->right, s->y - 2.6);
		practice_line(s, &m->practice[i], TAG_TD, &TYPE_BODY, &TYPE_NOTE);
	}
	dl_tag_end(s->dl);
	if (m->practice_left[0] != '\0')
		s->y =
		    paragraph(s, s->left, s->y, s->right - s->left, &TYPE_NOTE, PITCH_NOTE, m->practice_left);
}

/* ---- two weeks, and the method ---- */

#define PLAN_COLUMNS 7
#define PLAN_WHEN 42.0
#define PLAN_TITLE 21.0
#define PLAN_PITCH 12.0
#define PLAN_GAP 2.5
#define PLAN_LINES_EACH 2

/* Draws, or where not `draw` measures alone; returns the height. */
static double
plan(struct sheet *s, const struct progress_model *m, bool draw)
{
	double width = column_width(s, PLAN_COLUMNS) - PLAN_WHEN - 6, y = s->y;

	if (draw)
		part_title(s, s->left, y + 11, "Two weeks that hold it");
	y += PLAN_TITLE;
	if (draw)
		dl_tag(s->dl, TAG_LIST, NULL);
	for (size_t i = 0; i < m->plan_count; i++) {
		struct lines what = flow_at_most(s->dl, &TYPE_BODY, width, PLAN_LINES_EACH, m->plan[i].what);

		if (draw) {
			dl_tag(s->dl, TAG_LI, NULL);
			dl_text(s->dl, s->left, y + 7, ALIGN_LEFT, &TYPE_NOTE_STRONG, m->plan[i].when);
			put_lines(s, s->left + PLAN_WHEN, y, PLAN_PITCH, &TYPE_BODY, &what);
			dl_tag_end(s->dl);
		}
		y += (double)what.count * PLAN_PITCH + PLAN_GAP;
	}
	if (draw)
		dl_tag_end(s->dl);
	return y - s->y;
}

static double
method(struct sheet *s, const struct progress_model *m, bool draw)
{
	double x = column_left(s, PLAN_COLUMNS), width = s->right - x;

	if (!draw)
		return PLAN_TITLE + PITCH_NOTE * (double)flow(s->dl, &TYPE_NOTE, width, m->method).count;
	part_title(s, x, s->y + 11, "How the figures are made");
	return paragraph(s, x, s->y + PLAN_TITLE, width, &TYPE_NOTE, PITCH_NOTE, m->method) - s->y;
}

void
progress_pace_page(struct sheet *s, const struct progress_model *m)
{
	double below = s->space->section + fmax(plan(s, m, false), method(s, m, false));
	double rows = m->practice_empty != NULL ? 3 : (double)m->practice_count + 1;
	double practice = s->space->section + section_height(s) + rows * PRACTICE_ROW +
	    (m->practice_left[0] != '\0' ? PITCH_NOTE : 0);

	charts(s, m, below + practice);
	practice_section(s, m, below);
	s->y += s->space->section;
	method(s, m, true);
	s->y += plan(s, m, true);
}
