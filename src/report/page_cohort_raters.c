#include <math.h>
#include <stdio.h>
#include "report/page_cohort.h"

/* Pages 3 and 4 of the cohort: what is missed, do all judge alike, and what is agreed with whom. */

#define HALF (COLUMNS / 2)
#define GAP_END 2.5             /* grades: the ends of the axes of gaps */

/* ---- key points missed ---- */

#define MISSED_LINES 2
#define MISSED_ROW 36.0
#define MISSED_SHOWN 8

static void
missed_line(struct sheet *s, const struct missed_row *row, double x, double y)
{
	double width = column_width(s, HALF) - 4;
	struct lines text = flow_at_most(s->dl, &TYPE_BODY, width, MISSED_LINES, row->point);

	dl_tag(s->dl, TAG_LI, NULL);
	y = put_lines(s, x, y, 11, &TYPE_BODY, &text);
	dl_text(s->dl, x, y + 7, ALIGN_LEFT, &TYPE_NOTE_STRONG, row->count);
	dl_text(s->dl, x + dl_width(s->dl, &TYPE_NOTE_STRONG, row->count) + 6, y + 7, ALIGN_LEFT, &TYPE_NOTE,
	    fit(s, &TYPE_NOTE, width - dl_width(s->dl, &TYPE_NOTE_STRONG, row->count) - 6, row->item));
	dl_tag_end(s->dl);
}

static void
missed_section(struct sheet *s, const struct cohort_model *m)
{
	size_t count = m->missed_count < MISSED_SHOWN ? m->missed_count : MISSED_SHOWN,
	       half = (count + 1) / 2;

	section(
	    s, "Which key points are missed most?", "By how many candidates, then by how often.", MISSED_ROW);
	if (count == 0) {
		empty_field(s, s->left, s->y, s->right - s->left, 46, m->missed_empty);
		s->y += 46;
		return;
	}
	dl_tag(s->dl, TAG_LIST, NULL);
	for (size_t i = 0; i < count; i++)
		missed_line(s, &m->missed[i], column_left(s, i < half ? 0 : HALF),
		    s->y + (double)(i < half ? i : i - half) * MISSED_ROW);
	dl_tag_end(s->dl);
	s->y += (double)half * MISSED_ROW;
}

/* ---- gaps on an axis ---- */

static struct scale
gap_scale(double x, double width)
{
	return (struct scale){ -GAP_END, GAP_END, x, width };
}

static struct plot_range
within_scale(const struct plot_range *r)
{
	return (struct plot_range){ fmax(-GAP_END, fmin(GAP_END, r->value)), fmax(-GAP_END, r->low),
		fmin(GAP_END, r->high), r->ranged };
}

static void
gap_axis(struct sheet *s, const struct scale *x, double y)
{
	static const char *const words[] = { "\xe2\x88\x92""2", "\xe2\x88\x92""1", "0", "+1", "+2" };

	for (int i = -2; i <= 2; i++)
		axis_label(s, scale_at(x, i), y, ALIGN_CENTRE, words[i + 2]);
}

static void
gap_plot(struct sheet *s, const struct scale *x, double top, double height, const struct plot_range *r,
    const char *alt)
{
	struct plot_range inside;

	for (int i = -2; i <= 2; i++)
		if (i == 0)
			plot_axis(s->dl, scale_at(x, i), top, scale_at(x, i), top + height);
		else
			plot_grid(s->dl, scale_at(x, i), top, scale_at(x, i), top + height);
	dl_tag(s->dl, TAG_FIGURE, alt);
	if (r != NULL) {
		inside = within_scale(r);
		plot_range(s->dl, x, top + height / 2, &inside);
	}
	dl_tag_end(s->dl);
}

/* ---- raters ---- */

#define RATER_ROW 17.0
#define RATER_PLOT 110.0
#define RATERS_HEAD 25.0

struct raters { double sessions, plot, gap, same, near, kappa; };

static void
raters_head(struct sheet *s, const void *with)
{
	const struct raters *t = with;
	struct scale x = gap_scale(t->plot, RATER_PLOT);
	double y = s->y + 8;

	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, TAG_TH, s->left, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, 100, "Interviewer");
	text_cell(s, TAG_TH, t->sessions, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, 60, "Led");
	text_cell(s, TAG_TH, t->plot, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, RATER_PLOT, "Own marks minus theirs");
	text_cell(s, TAG_TH, t->same, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, 60, "Same");
	text_cell(s, TAG_TH, t->near, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, 60, "Within one");
	text_cell(s, TAG_TH, t->kappa, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, 60, "Kappa");
	dl_tag_end(s->dl);
	gap_axis(s, &x, s->y + 19);
	s->y += RATERS_HEAD;
}

static void
rater_line(struct sheet *s, const struct raters *t, const struct rater_row *row)
{
	struct scale x = gap_scale(t->plot, RATER_PLOT);
	double y;

	table_line(s, RATER_ROW, raters_head, t);
	y = s->y + RATER_ROW / 2 + 3;
	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, TAG_TH_ROW, s->left, y, ALIGN_LEFT, &TYPE_BODY, t->sessions - s->left - 8, row->name);
	text_cell(
	    s, TAG_TD, t->sessions, y, ALIGN_LEFT, &TYPE_NOTE, t->plot - t->sessions - 4, row->sessions);
	dl_tag(s->dl, TAG_TD, NULL);
	gap_plot(s, &x, s->y, RATER_ROW, row->has_plot ? &row->plot : NULL, row->alt);
	dl_text(s->dl, t->gap, y, ALIGN_LEFT, &TYPE_NOTE, row->gap);
	dl_tag_end(s->dl);
	text_cell(s, TAG_TD, t->same, y, ALIGN_RIGHT, &TYPE_NOTE, 50, row->same);
	text_cell(s, TAG_TD, t->near, y, ALIGN_RIGHT, &TYPE_NOTE, 50, row->near);
	text_cell(s, TAG_TD, t->kappa, y, ALIGN_RIGHT, &TYPE_NOTE, 40, row->kappa);
	dl_tag_end(s->dl);
	s->y += RATER_ROW;
	plot_grid(s->dl, s->left, s->y, s->right, s->y);
}

static void
raters_section(struct sheet *s, const struct cohort_model *m)
{
	struct raters t = { .sessions = s->left + NAME_WIDTH, .kappa = s->right };

	t.near = t.kappa - 40;
	t.same = t.near - 56;
	t.plot = t.sessions + 56;
	t.gap = t.plot + RATER_PLOT + 8;
	s->y += s->space->section;
	section(s, "Do all judge alike?",
	    "From ten answers on that carry both marks; kappa: agreement beyond chance, 1 is perfect.",
	    RATERS_HEAD + 2 * RATER_ROW);
	if (m->raters_empty != NULL) {
		empty_field(s, s->left, s->y, s->right - s->left, 58, m->raters_empty);
		s->y += 58;
		return;
	}
	dl_tag(s->dl, TAG_TABLE, NULL);
	raters_head(s, &t);
	for (size_t i = 0; i < m->rater_count; i++)
		rater_line(s, &t, &m->raters[i]);
	dl_tag_end(s->dl);
	s->y = paragraph(s, s->left, s->y + 5, s->right - s->left, &TYPE_BODY, PITCH_BODY, m->agreement);
}

/* ---- how candidates predict ---- */

#define SELF_ROW 15.0
#define SELF_PLOT 86.0
#define SELF_HEAD 14.0

static void
self_line(struct sheet *s, const struct member_row *row, double left, double y)
{
	double width = column_width(s, HALF) - 6, plot = left + width - SELF_PLOT - 50;
	struct scale x = gap_scale(plot, SELF_PLOT);

	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(
	    s, TAG_TH_ROW, left, y + SELF_ROW / 2 + 3, ALIGN_LEFT, &TYPE_NOTE, plot - left - 6, row->name);
	dl_tag(s->dl, TAG_TD, NULL);
	gap_plot(s, &x, y, SELF_ROW, row->has_gap ? &row->gap_plot : NULL, row->gap_alt);
	dl_text(s->dl, left + width, y + SELF_ROW / 2 + 3, ALIGN_RIGHT, &TYPE_NOTE, row->gap);
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
}

/* Two columns, as many lines on a page as fit. */
static void
self_section(struct sheet *s, const struct cohort_model *m)
{
	size_t at = 0;

	s->y += s->space->section;
	section(s, "Who predicts too high, who too low?", m->gap_note, SELF_HEAD + 3 * SELF_ROW);
	while (at < m->row_count) {
		size_t left = m->row_count - at,
		       fits = (size_t)fmax(1, (s->bottom - s->y - SELF_HEAD) / SELF_ROW);
		size_t column = fits < (left + 1) / 2 ? fits : (left + 1) / 2,
		       n = left < 2 * column ? left : 2 * column;

		for (int half = 0; half < 2; half++) {
			double width = column_width(s, HALF) - 6;
			struct scale x =
			    gap_scale(column_left(s, half * HALF) + width - SELF_PLOT - 50, SELF_PLOT);

			if (half == 0 || n > column)
				gap_axis(s, &x, s->y + 8);
		}
		dl_tag(s->dl, TAG_TABLE, NULL);
		for (size_t i = 0; i < n; i++)
			self_line(s, &m->by_name[at + i], column_left(s, i < column ? 0 : HALF),
			    s->y + SELF_HEAD + (double)(i < column ? i : i - column) * SELF_ROW);
		dl_tag_end(s->dl);
		at += n;
		s->y += SELF_HEAD + (double)column * SELF_ROW;
		if (at < m->row_count)
			sheet_break(s);
	}
}

/* ---- sessions by week ---- */

#define WEEKS_HEIGHT 52.0

static void
week_section(struct sheet *s, const struct cohort_model *m)
{
	double pitch = (s->right - s->left) / WEEKS_MAX, bottom, most = 1;

	if (m->week_count == 0)
		return;
	for (size_t i = 0; i < m->week_count; i++)
		most = fmax(most, m->weeks[i].sessions);
	s->y += s->space->section;
	section(s, "How much is practised?",
	    "Sessions of all candidates by week; the day is the week\xe2\x80\x99s first.", WEEKS_HEIGHT + 12);
	bottom = s->y + WEEKS_HEIGHT;
	dl_tag(s->dl, TAG_FIGURE, m->weeks_alt);
	for (size_t i = 0; i < m->week_count; i++) {
		double high = m->weeks[i].sessions / most * (WEEKS_HEIGHT - 12);

		dl_rect(s->dl, s->left + (double)i * pitch + 4, bottom - high, pitch - 8, high,
		    &(struct dl_ink){ .fill = BAR, .stroke = DL_NONE });
	}
	dl_tag_end(s->dl);
	plot_axis(s->dl, s->left, bottom, s->right, bottom);
	for (size_t i = 0; i < m->week_count; i++) {
		double x = s->left + ((double)i + 0.5) * pitch,
		       high = m->weeks[i].sessions / most * (WEEKS_HEIGHT - 12);
		char count[16];

		snprintf(count, sizeof count, "%d", m->weeks[i].sessions);
		axis_label(s, x, bottom - high - 3, ALIGN_CENTRE, count);
		axis_label(s, x, bottom + 9.5, ALIGN_CENTRE, m->weeks[i].label);
	}
	s->y = bottom + 12;
}

void
cohort_raters_page(struct sheet *s, const struct cohort_model *m)
{
	missed_section(s, m);
	raters_section(s, m);
	self_section(s, m);
	week_section(s, m);
}

/* ---- what is agreed ---- */

#define AGREED_LEAST 20.0
#define AGREED_MOST 27.0
#define AGREED_PITCH 10.0
#define AGREED_HEAD 14.0
#define AGREED_BLANK 104.0      /* for what is written by hand */

struct agreed { double level, weakest, step, blank; };

static void
agreed_head(struct sheet *s, const void *with)
{
	const struct agreed *t = with;
	double y = s->y + 8;

	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, TAG_TH, s->left, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, 80, "Candidate");
	text_cell(s, TAG_TH, t->level, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, 60, "Level, range");
	text_cell(s, TAG_TH, t->weakest, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, 80, "Topic to practise");
	text_cell(s, TAG_TH, t->step, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, 80, "Proposed next step");
	text_cell(
	    s, TAG_TH, t->blank, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, AGREED_BLANK, "Agreed, by which day");
	dl_tag_end(s->dl);
	s->y += AGREED_HEAD;
}

static void
put_wrapped(struct sheet *s, double x, double width, double middle, const char *text)
{
	struct lines lines = flow_at_most(s->dl, &TYPE_NOTE, width, 2, text);

	dl_tag(s->dl, TAG_TD, NULL);
	put_lines(
	    s, x, middle - (double)lines.count * AGREED_PITCH / 2 + 0.6, AGREED_PITCH, &TYPE_NOTE, &lines);
	dl_tag_end(s->dl);
}

static void
agreed_line(struct sheet *s, const struct agreed *t, const struct member_row *row, double height)
{
	double middle;

	table_line(s, height, agreed_head, t);
	middle = s->y + height / 2;
	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(
	    s, TAG_TH_ROW, s->left, middle + 3, ALIGN_LEFT, &TYPE_BODY, t->level - s->left - 8, row->name);
	dl_tag(s->dl, TAG_TD, NULL);
	if (row->level[0] != '\0')
		dl_text(s->dl, t->level, middle + 3, ALIGN_LEFT, &TYPE_BODY_STRONG, row->level);
	dl_text(s->dl, t->level + (row->level[0] != '\0' ? 17 : 0), middle + 3, ALIGN_LEFT, &TYPE_NOTE,
	    row->range);
	dl_tag_end(s->dl);
	put_wrapped(s, t->weakest, t->step - t->weakest - 8, middle, row->topic);
	put_wrapped(s, t->step, t->blank - t->step - 8, middle, row->step);
	dl_tag(s->dl, TAG_TD, NULL);
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
	s->y += height;
	dl_line(s->dl, t->blank, s->y - 3, s->right, s->y - 3,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = DOT, .line_width = WIDTH_HAIRLINE });
	plot_grid(s->dl, s->left, s->y, s->right, s->y);
}

void
cohort_agreed_page(struct sheet *s, const struct cohort_model *m)
{
	struct agreed t = { .level = s->left + NAME_WIDTH, .blank = s->right - AGREED_BLANK };
	double height;

	t.weakest = t.level + 62;
	t.step = t.weakest + (t.blank - t.weakest) * 0.54;
	section(s, "What is agreed?",
	    "A proposal for each; the line at the right is for a pen. Each has an own report: viva report "
	    "--as NAME.",
	    AGREED_HEAD + 3 * AGREED_MOST);
	height = fmax(
	    AGREED_LEAST + 1, fmin(AGREED_MOST, (s->bottom - s->y - AGREED_HEAD) / (double)m->row_count));
	dl_tag(s->dl, TAG_TABLE, NULL);
	agreed_head(s, &t);
	for (size_t i = 0; i < m->row_count; i++)
		agreed_line(s, &t, &m->by_name[i], height);
	dl_tag_end(s->dl);
}
