#include <stdio.h>
#include "report/chart.h"
#include "report/model.h"
#include "report/page.h"
#include "viva/arena.h"
#include "viva/err.h"

/* Page 1 of the session report: how did it go, and what now? */

#define HEADLINE_AFTER_RULE 13.0
#define FIGURES_AFTER_HEADLINE 12.0

/* ---- key figures ---- */

#define FIGURE_VALUE_DOWN 19.5  /* baselines below the rule */
#define FIGURE_LABEL_DOWN 24.5  /* top of the label */

static double
key_figure(struct sheet *s, const struct key_figure *f, int index)
{
	int span = COLUMNS / KEY_FIGURES;
	double x = column_left(s, index * span), width = column_width(s, span), y = s->y;
	struct lines label = flow(s->dl, &TYPE_BODY_SECOND, width, f->label), note = { NULL, 0 };

	dl_line(s->dl, x, y, x + width, y, &(struct dl_ink){ .fill = DL_NONE, .stroke = index == 0 ? ACCENT : DOT,
	    .line_width = index == 0 ? WIDTH_ACCENT_RULE : WIDTH_RULE });
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, x, y + FIGURE_VALUE_DOWN, ALIGN_LEFT, index == 0 ? &TYPE_FIGURE_FIRST : &TYPE_FIGURE, f->value);
	y = put_lines(s, x, y + FIGURE_LABEL_DOWN, PITCH_NOTE + 1, &TYPE_BODY_SECOND, &label);
	if (f->note != NULL)
		note = flow(s->dl, &TYPE_NOTE, width, f->note);
	y = put_lines(s, x, y + 0.5, PITCH_NOTE, &TYPE_NOTE, &note);
	dl_tag_end(s->dl);
	return y;
}

static void
key_figures(struct sheet *s, const struct session_model *m)
{
	double deepest = s->y;

	for (int i = 0; i < KEY_FIGURES; i++) {
		double y = key_figure(s, &m->figures[i], i);

		deepest = y > deepest ? y : deepest;
	}
	s->y = deepest;
}

/* ---- the question table ---- */

#define COL_NUMBER 17.0
#define COL_TIME 96.0
#define COL_POINTS 82.0
#define COL_GRADES 70.0
#define COL_FLAGS 46.0
#define COL_GAP 12.0
#define ROW_PITCH 11.5
#define CHART_DOWN 5.0          /* middle of the charts, below the top of the text */
#define POINTS_ROW 11.0         /* a row of squares, as the caption below one row expects it */
#define CAPTION_DOWN 13.0       /* top of the captions below the top of the text */
#define AXIS_OVERHANG 2.0       /* what stands at the left end of the axis of grades */
#define TABLE_HEAD 25.0
#define HEAD_LABEL_UP 15.5       /* baselines above the bottom of the table's head */
#define HEAD_UNIT_UP 5.0

struct table {
	double number, title, time, points, grades, flags;      /* left ends */
	double title_width;
	double time_share_max;          /* of a limit: the right end of the time scale */
};

static void
table_init(struct table *t, const struct sheet *s, const struct session_model *m)
{
	t->flags = s->right - COL_FLAGS;
	t->grades = t->flags - COL_GAP - COL_GRADES;
	t->points = t->grades - COL_GAP - COL_POINTS;
	t->time = t->points - COL_GAP - COL_TIME;
	t->number = s->left;
	t->title = s->left + COL_NUMBER;
	t->title_width = t->time - COL_GAP - t->title;
	t->time_share_max = 1.25;       /* room beyond the limit even where nobody needed it */
	for (size_t i = 0; i < m->row_count; i++) {
		double share = m->rows[i].limit_ms > 0 ? (double)m->rows[i].used_ms / (double)m->rows[i].limit_ms : 0;

		if (m->rows[i].answered && share > t->time_share_max)
			t->time_share_max = share;
	}
}

static struct scale
grades_of(const struct table *t)
{
	const double inset = 6;         /* a ring at 0 or 4 stays inside the column */

	return (struct scale){ 0, GRADE_MAX, t->grades + inset, COL_GRADES - 2 * inset };
}

/* Every limit lies at the same place: bars tell the share of the question's own limit. */
static struct scale
times_of(const struct table *t, int64_t limit_ms)
{
	return (struct scale){ 0, t->time_share_max * (double)limit_ms, t->time, COL_TIME };
}

static void
head_cell(struct sheet *s, double x, const char *text)
{
	dl_tag(s->dl, TAG_TH, NULL);
	dl_text(s->dl, x, s->y + TABLE_HEAD - HEAD_LABEL_UP, ALIGN_LEFT, &TYPE_NOTE_STRONG, text);
	dl_tag_end(s->dl);
}

static void
table_head(struct sheet *s, const struct table *t)
{
	struct scale grades = grades_of(t), times = times_of(t, 1);
	double units = s->y + TABLE_HEAD - HEAD_UNIT_UP;

	dl_tag(s->dl, TAG_TR, NULL);
	head_cell(s, t->number, "Question");
	head_cell(s, t->time, "Time used");
	head_cell(s, t->points, "Key points said");
	head_cell(s, scale_at(&grades, 0) - AXIS_OVERHANG, "Grade");
	head_cell(s, t->flags, "Remarks");
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_ARTIFACT, NULL);
	dl_text(s->dl, scale_at(&times, 1), units, ALIGN_CENTRE, &TYPE_NOTE, "limit");
	for (int g = 0; g <= GRADE_MAX; g++) {
		char digit[2] = { (char)('0' + g), '\0' };

		dl_text(s->dl, scale_at(&grades, g), units, ALIGN_CENTRE, &TYPE_NOTE, digit);
	}
	dl_tag_end(s->dl);
	s->y += TABLE_HEAD;
	dl_line(s->dl, s->left, s->y, s->right, s->y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = DOT, .line_width = WIDTH_RULE });
}

static void
caption(struct sheet *s, double x, double top, double width, const char *text)
{
	struct lines lines = flow(s->dl, &TYPE_NOTE, width, text);

	put_lines(s, x, top + CAPTION_DOWN, PITCH_NOTE, &TYPE_NOTE, &lines);
}

static const struct dl_type TYPE_OVER = { FACE_SEMIBOLD, SIZE_NOTE, OVER_TEXT, WHITE, 0 };

/* Whether "0:40 over" fits on the line of "3:20 of 4:00". */
static bool
over_fits_beside(struct sheet *s, const struct session_row *row)
{
	const double gap = 5;

	return dl_width(s->dl, &TYPE_NOTE, row->time_caption) + gap + dl_width(s->dl, &TYPE_OVER, row->over_caption) <=
	    COL_TIME;
}

static void
time_cell(struct sheet *s, const struct table *t, const struct session_row *row, double top)
{
	struct scale times = times_of(t, row->limit_ms);
	struct lines over;
	double y = top + CAPTION_DOWN, width;

	dl_tag(s->dl, TAG_TD, NULL);
	if (row->asked) {
		dl_tag(s->dl, TAG_FIGURE, row->time_alt);
		chart_time(s->dl, &times, top + CHART_DOWN, row->used_ms, row->limit_ms);
		dl_tag_end(s->dl);
		caption(s, t->time, top, COL_TIME, row->time_caption);
		width = dl_width(s->dl, &TYPE_OVER, row->over_caption);
		over = flow(s->dl, &TYPE_OVER, COL_TIME, row->over_caption);
		if (over_fits_beside(s, row))
			put_lines(s, t->time + COL_TIME - width, y, PITCH_NOTE, &TYPE_OVER, &over);
		else
			put_lines(s, t->time, y + PITCH_NOTE, PITCH_NOTE, &TYPE_OVER, &over);
	}
	dl_tag_end(s->dl);
}

static void
points_cell(struct sheet *s, const struct table *t, const struct session_row *row, double top)
{
	const double up = 3.6;          /* squares stand in the middle of the line of bars */

	dl_tag(s->dl, TAG_TD, NULL);
	if (row->rating != NULL) {
		dl_tag(s->dl, TAG_FIGURE, row->points_alt);
		chart_points(s->dl, t->points, top + CHART_DOWN - up, COL_POINTS,
		    &(struct chart_points){ row->rating->ticks, row->essential, row->point_count });
		dl_tag_end(s->dl);
		caption(s, t->points, top + chart_points_height(COL_POINTS, row->point_count) - POINTS_ROW, COL_POINTS,
		    row->points_caption);
	}
	dl_tag_end(s->dl);
}

static void
grades_cell(struct sheet *s, const struct table *t, const struct session_row *row, double top)
{
	struct scale grades = grades_of(t);

	dl_tag(s->dl, TAG_TD, NULL);
	if (row->grades_alt[0] != '\0') {
		dl_tag(s->dl, TAG_FIGURE, row->grades_alt);
		chart_grades(s->dl, &grades, top + CHART_DOWN, &(struct chart_grades){ row->prediction,
		    row->own != NULL ? row->own->grade : -1, row->rating != NULL ? row->rating->grade : -1 });
		dl_tag_end(s->dl);
		caption(s, scale_at(&grades, 0) - AXIS_OVERHANG, top, COL_GRADES, row->grades_caption);
	}
	dl_tag_end(s->dl);
}

/* The text of a row, broken to its columns. */
struct row_text { struct lines title, where, flags[FLAGS_MAX]; double height; };

static double
larger(double a, double b)
{
	return a > b ? a : b;
}

static void
row_text(struct row_text *rt, struct sheet *s, const struct table *t, const struct session_row *row)
{
	double left, middle, right = 0;

	rt->title = flow(s->dl, &TYPE_BODY_STRONG, t->title_width, row->title);
	rt->where = flow(s->dl, &TYPE_NOTE, t->title_width, row->where);
	left = (double)rt->title.count * ROW_PITCH + (double)rt->where.count * PITCH_NOTE;
	middle = CAPTION_DOWN + PITCH_NOTE;
	if (row->rating != NULL)
		middle += chart_points_height(COL_POINTS, row->point_count) - POINTS_ROW;
	middle = larger(middle, CAPTION_DOWN + PITCH_NOTE *
	    (double)flow(s->dl, &TYPE_NOTE, COL_GRADES, row->grades_caption).count);
	if (row->over_caption[0] != '\0' && !over_fits_beside(s, row))
		middle = larger(middle, CAPTION_DOWN + 2 * PITCH_NOTE);
	for (size_t i = 0; i < row->flag_count; i++) {
		rt->flags[i] = flow(s->dl, &TYPE_NOTE, COL_FLAGS, row->flags[i]);
		right += (double)rt->flags[i].count * PITCH_NOTE;
	}
	rt->height = larger(larger(left, middle), right) + 2 * s->row_pad;
}

static void
table_row(struct sheet *s, const struct table *t, const struct session_row *row, const struct row_text *rt)
{
	double top = s->y + s->row_pad, y;
	char number[12];

	snprintf(number, sizeof number, "%d", row->number);
	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TD, NULL);
	dl_text(s->dl, t->number, top + 0.76 * SIZE_BODY, ALIGN_LEFT, row->asked ? &TYPE_BODY_STRONG : &TYPE_BODY_SECOND,
	    number);
	y = put_lines(s, t->title, top, ROW_PITCH, row->asked ? &TYPE_BODY_STRONG : &TYPE_BODY_SECOND, &rt->title);
	put_lines(s, t->title, y, PITCH_NOTE, &TYPE_NOTE, &rt->where);
	dl_tag_end(s->dl);
	time_cell(s, t, row, top);
	points_cell(s, t, row, top);
	grades_cell(s, t, row, top);
	dl_tag(s->dl, TAG_TD, NULL);
	y = top;
	for (size_t i = 0; i < row->flag_count; i++)
		y = put_lines(s, t->flags, y + (i == 0 ? 0.8 : 0), PITCH_NOTE, &TYPE_NOTE, &rt->flags[i]);
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
	s->y += rt->height;
	dl_line(s->dl, s->left, s->y, s->right, s->y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = HAIRLINE, .line_width = WIDTH_HAIRLINE });
}

/* Where each row stands, for the links that lead to it. */
struct row_place { int page; double y; };

static void
question_table(struct sheet *s, const struct session_model *m, struct row_place *places)
{
	const double first_rows = 80;   /* a title with its head and a row or two, never a title alone */
	struct table t;
	struct row_text rt;

	table_init(&t, s, m);
	section(s, "How did each question go?", m->own_marks_too ?
	    "Ring: prediction; dot: the grade that counts; diamond: own mark. Underlined squares are essential points." :
	    "Ring: your prediction; dot: the grade. Underlined squares are essential points.", TABLE_HEAD + first_rows);
	dl_tag(s->dl, TAG_TABLE, NULL);
	table_head(s, &t);
	for (size_t i = 0; i < m->row_count; i++) {
		row_text(&rt, s, &t, &m->rows[i]);
		if (s->y + rt.height > s->bottom) {
			dl_tag_end(s->dl);
			sheet_need(s, rt.height);
			dl_tag(s->dl, TAG_TABLE, NULL);
			table_head(s, &t);
		}
		places[i] = (struct row_place){ s->page, s->y };
		table_row(s, &t, &m->rows[i], &rt);
	}
	dl_tag_end(s->dl);
}

/* ---- keep and change ---- */

#define CLAIMS_TITLE 15.0       /* from the top to the first claim */
#define CLAIM_LABEL 53.0        /* "Question 12" */
#define CLAIM_LINES 3
#define CLAIM_GAP 3.0

struct claim_column { const char *title, *empty; const struct claim *v; size_t count; int first; };

static double
claims_height(struct sheet *s, const struct claim_column *c, double width)
{
	double height = 0;

	for (size_t i = 0; i < c->count; i++)
		height += CLAIM_GAP + PITCH_BODY *
		    (double)flow_at_most(s->dl, &TYPE_BODY, width - CLAIM_LABEL, CLAIM_LINES, c->v[i].text).count;
	if (c->count == 0)
		height = PITCH_BODY * (double)flow(s->dl, &TYPE_BODY_SECOND, width, c->empty).count;
	return height;
}

static void
put_claims(struct sheet *s, const struct claim_column *c, double top, const struct row_place *places)
{
	double x = column_left(s, c->first), width = column_width(s, COLUMNS / 2), y = top;
	struct lines lines;

	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, x, y + 7, ALIGN_LEFT, &TYPE_SECTION, c->title);
	dl_tag_end(s->dl);
	y += CLAIMS_TITLE;
	if (c->count == 0) {
		lines = flow(s->dl, &TYPE_BODY_SECOND, width, c->empty);
		dl_tag(s->dl, TAG_P, NULL);
		put_lines(s, x, y, PITCH_BODY, &TYPE_BODY_SECOND, &lines);
		dl_tag_end(s->dl);
		return;
	}
	dl_tag(s->dl, TAG_LIST, NULL);
	for (size_t i = 0; i < c->count; i++) {
		const struct row_place *place = &places[c->v[i].number - 1];
		char label[24];

		snprintf(label, sizeof label, "Question %d", c->v[i].number);
		lines = flow_at_most(s->dl, &TYPE_BODY, width - CLAIM_LABEL, CLAIM_LINES, c->v[i].text);
		dl_tag(s->dl, TAG_LI, NULL);
		dl_text(s->dl, x, y + 0.76 * SIZE_BODY, ALIGN_LEFT, &TYPE_BODY_STRONG, label);
		dl_link(s->dl, x, y - 1, CLAIM_LABEL - 4, PITCH_BODY, place->page, place->y);
		y = put_lines(s, x + CLAIM_LABEL, y, PITCH_BODY, &TYPE_BODY, &lines) + CLAIM_GAP;
		dl_tag_end(s->dl);
	}
	dl_tag_end(s->dl);
}

static void
keep_and_change(struct sheet *s, const struct session_model *m, const struct row_place *places)
{
	const struct claim_column keep = { "Keep", m->nothing_to_keep, m->keep, m->keep_count, 0 };
	const struct claim_column change = { "Change", m->nothing_to_change, m->change, m->change_count, COLUMNS / 2 };
	double width = column_width(s, COLUMNS / 2);
	double height = CLAIMS_TITLE + larger(claims_height(s, &keep, width), claims_height(s, &change, width));

	sheet_need(s, s->gap + height);
	put_claims(s, &keep, s->y + s->gap, places);
	put_claims(s, &change, s->y + s->gap, places);
	s->y += s->gap + height;
}

/* ---- next steps ---- */

#define STEP_TITLE 20.0         /* from the top to the body */
#define STEP_TITLE_DOWN 3.4     /* centres it on the badge */
#define STEP_BADGE 7.6
#define STEP_INDENT 21.0
#define COMMAND_PAD 4.0

static double
put_step(struct sheet *s, const struct step *st, int index, double top, bool draw)
{
	static const struct dl_type title_type = { FACE_BOLD, 9.5, INK, WHITE, 0 };
	static const struct dl_type number_type = { FACE_BOLD, SIZE_BODY, WHITE, ACCENT_DEEP, 0 };
	int span = COLUMNS / STEPS;
	double x = column_left(s, index * span), width = column_width(s, span), y;
	struct lines title = flow(s->dl, &title_type, width - STEP_INDENT, st->title);
	struct lines body = flow(s->dl, &TYPE_BODY_SECOND, width, st->body);
	struct lines action = flow(s->dl, &TYPE_BODY_STRONG, width, st->action);
	struct lines command = { NULL, 0 };
	char number[2] = { (char)('1' + index), '\0' };
	double title_end = top + STEP_TITLE_DOWN + (double)title.count * PITCH_BODY, body_end, action_end;

	if (st->command != NULL)
		command = flow(s->dl, &TYPE_COMMAND, width - 2 * COMMAND_PAD, st->command);
	y = larger(title_end, top + STEP_TITLE);
	body_end = y + (double)body.count * PITCH_BODY + 2;
	action_end = body_end + (double)action.count * PITCH_BODY + 3;
	if (!draw)
		return action_end + (command.count > 0 ? (double)command.count * PITCH_NOTE + 2 * COMMAND_PAD : 0);
	dl_tag(s->dl, TAG_LI, NULL);
	dl_circle(s->dl, x + STEP_BADGE, top + STEP_BADGE, STEP_BADGE,
	    &(struct dl_ink){ .fill = ACCENT_DEEP, .stroke = DL_NONE });
	dl_text(s->dl, x + STEP_BADGE, top + STEP_BADGE + 3.25, ALIGN_CENTRE, &number_type, number);
	put_lines(s, x + STEP_INDENT, top + STEP_TITLE_DOWN, PITCH_BODY, &title_type, &title);
	put_lines(s, x, y, PITCH_BODY, &TYPE_BODY_SECOND, &body);
	put_lines(s, x, body_end, PITCH_BODY, &TYPE_BODY_STRONG, &action);
	if (command.count > 0) {
		dl_rect(s->dl, x, action_end, width, (double)command.count * PITCH_NOTE + 2 * COMMAND_PAD,
		    &(struct dl_ink){ .fill = TINT, .stroke = DL_NONE });
		put_lines(s, x + COMMAND_PAD, action_end + COMMAND_PAD + 1, PITCH_NOTE, &TYPE_COMMAND, &command);
	}
	dl_tag_end(s->dl);
	return action_end;
}

static void
next_steps(struct sheet *s, const struct session_model *m)
{
	double height = 0;

	for (int i = 0; i < STEPS; i++)
		height = larger(height, put_step(s, &m->steps[i], i, 0, false));
	s->y += s->gap;
	section(s, "Three things to do next", "Each with the minutes it takes.", height);
	dl_tag(s->dl, TAG_LIST, NULL);
	for (int i = 0; i < STEPS; i++)
		put_step(s, &m->steps[i], i, s->y, true);
	dl_tag_end(s->dl);
	s->y += height;
}

/* ---- how sure, notes ---- */

#define BOX_PAD 9.0
#define BOX_SLACK 3.0           /* of the last line's pitch, that the box looks even */

static void
certainty_box(struct sheet *s, const struct session_model *m)
{
	static const struct dl_type title_type = { FACE_SEMIBOLD, SIZE_NOTE + 0.5, INK, TINT, 0 };
	static const struct dl_type type = { FACE_REGULAR, SIZE_NOTE + 0.5, INK_SECOND, TINT, 0 };
	const double pitch = PITCH_NOTE + 1;
	double width = s->right - s->left, height;
	struct lines lines = flow(s->dl, &type, width - 2 * BOX_PAD, m->certainty);

	height = 2 * BOX_PAD + ((double)lines.count + 1) * pitch - BOX_SLACK;
	sheet_need(s, s->gap + height);
	s->y += s->gap;
	dl_rect(s->dl, s->left, s->y, width, height, &(struct dl_ink){ .fill = TINT, .stroke = DL_NONE });
	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, s->left + BOX_PAD, s->y + BOX_PAD + 6.5, ALIGN_LEFT, &title_type, "How sure is this?");
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_P, NULL);
	put_lines(s, s->left + BOX_PAD, s->y + BOX_PAD + pitch, pitch, &type, &lines);
	dl_tag_end(s->dl);
	s->y += height;
}

static void
notes(struct sheet *s, const struct session_model *m)
{
	if (m->note_count == 0)
		return;
	s->y += s->gap;
	section(s, "Notes", "As they were written.", 4 * PITCH_BODY);
	for (size_t i = 0; i < m->note_count; i++) {
		struct lines from = flow(s->dl, &TYPE_BODY_STRONG, s->right - s->left, m->notes[i].from);
		struct lines text = flow(s->dl, &TYPE_BODY, s->right - s->left, m->notes[i].text);

		sheet_need(s, (double)(from.count + (text.count > 2 ? 2 : text.count)) * PITCH_BODY);
		dl_tag(s->dl, TAG_P, NULL);
		s->y = put_lines(s, s->left, s->y, PITCH_BODY, &TYPE_BODY_STRONG, &from);
		for (size_t j = 0; j < text.count; j++) {
			struct lines one = { &text.v[j], 1 };

			if (s->y + PITCH_BODY > s->bottom) {
				dl_tag_end(s->dl);
				sheet_need(s, PITCH_BODY);
				dl_tag(s->dl, TAG_P, NULL);
			}
			s->y = put_lines(s, s->left, s->y, PITCH_BODY, &TYPE_BODY, &one);
		}
		dl_tag_end(s->dl);
		s->y += PITCH_BODY / 2;
	}
}

/* ---- the report ---- */

/* The headline's lines; narrower if that saves a last line of a word or two. */
static struct lines
headline_lines(struct sheet *s, const char *text)
{
	const double short_line = 0.25, narrowest = 0.8, step = 6;      /* shares of the width; points */
	double full = s->right - s->left;
	struct lines lines = flow(s->dl, &TYPE_HEADLINE, full, text);

	for (double width = full - step; lines.count > 1 && width > narrowest * full &&
	    dl_width(s->dl, &TYPE_HEADLINE, lines.v[lines.count - 1]) < short_line * full; width -= step) {
		struct lines closer = flow(s->dl, &TYPE_HEADLINE, width, text);

		if (closer.count > lines.count)
			break;
		lines = closer;
	}
	return lines;
}

static void
lay_out(struct sheet *s, const struct session_model *m, struct row_place *places)
{
	const struct page_head head = { m->kicker, m->name, { m->origin, m->held } };
	struct lines headline;

	s->running_head = m->running_head;
	s->footer = m->footer;
	sheet_begin(s, &head);
	headline = headline_lines(s, m->headline);
	dl_tag(s->dl, TAG_P, NULL);
	s->y = put_lines(s, s->left, s->y + HEADLINE_AFTER_RULE, PITCH_HEADLINE, &TYPE_HEADLINE, &headline);
	dl_tag_end(s->dl);
	s->y += FIGURES_AFTER_HEADLINE;
	key_figures(s, m);
	if (m->rows_asked > 0) {
		s->y += s->gap;
		question_table(s, m, places);
	}
	if (m->rows_asked > 0)
		keep_and_change(s, m, places);
	next_steps(s, m);
	certainty_box(s, m);
	notes(s, m);
	sheet_end(s);
}

/* One list with all pages; `page_count` 0 while they are being counted. */
static struct display_list *
build(const struct session_model *m, enum paper paper, bool tight, int page_count)
{
	struct display_list *dl = display_list_new();
	struct row_place *places;
	struct sheet s;

	if (dl == NULL)
		return NULL;
	places = arena_alloc(dl->arena, m->row_count, sizeof *places);
	if (places == NULL) {
		display_list_free(dl);
		return NULL;
	}
	dl->title = dl_clean(dl, FACE_REGULAR, m->document_title);
	dl->subject = dl_clean(dl, FACE_REGULAR, m->headline);
	dl->author = "viva";
	dl->lang = "en";
	sheet_init(&s, dl, paper, tight, page_count);
	lay_out(&s, m, places);
	if (dl->failed) {
		display_list_free(dl);
		return NULL;
	}
	return dl;
}

/* Lays out to count the pages, to see whether closer setting saves one of several, and for good. */
static struct display_list *
build_best(const struct session_model *m, enum paper paper)
{
	struct display_list *loose = build(m, paper, false, 0), *tight = NULL, *dl = NULL;

	if (loose == NULL)
		return NULL;
	if (loose->pages > 1)
		tight = build(m, paper, true, 0);
	if (loose->pages == 1)
		dl = build(m, paper, false, 1);
	else if (tight != NULL)
		dl = build(m, paper, tight->pages < loose->pages,
		    tight->pages < loose->pages ? tight->pages : loose->pages);
	display_list_free(loose);
	display_list_free(tight);
	return dl;
}

int
report_session(struct display_list **out, const struct record *r, const struct session_stats *st,
    const struct report_options *o, struct err *err)
{
	struct session_model m;
	struct arena *arena = arena_new();

	*out = NULL;
	if (arena != NULL && session_model(&m, arena, r, st, o) == 0)
		*out = build_best(&m, o->paper);
	arena_free(arena);
	return *out != NULL ? 0 : err_memory(err);
}
