#include <math.h>
#include <stdio.h>
#include "report/chart.h"
#include "report/page_session.h"

/* The table of questions: a line for each, with its time, key points and grades as charts. */

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
#define HEAD_LABEL_UP 15.5      /* baselines above the bottom of the table's head */
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
		double share =
		    m->rows[i].limit_ms > 0 ? (double)m->rows[i].used_ms / (double)m->rows[i].limit_ms : 0;

		if (m->rows[i].asked && share > t->time_share_max)
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

	return dl_width(s->dl, &TYPE_NOTE, row->time_caption) + gap +
	    dl_width(s->dl, &TYPE_OVER, row->over_caption) <=
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
		caption(s, t->points, top + chart_points_height(COL_POINTS, row->point_count) - POINTS_ROW,
		    COL_POINTS, row->points_caption);
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
	middle = fmax(middle, CAPTION_DOWN + PITCH_NOTE *
	    (double)flow(s->dl, &TYPE_NOTE, COL_GRADES, row->grades_caption).count);
	if (row->over_caption[0] != '\0' && !over_fits_beside(s, row))
		middle = fmax(middle, CAPTION_DOWN + 2 * PITCH_NOTE);
	for (size_t i = 0; i < row->flag_count; i++) {
		rt->flags[i] = flow(s->dl, &TYPE_NOTE, COL_FLAGS, row->flags[i]);
		right += (double)rt->flags[i].count * PITCH_NOTE;
	}
	rt->height = fmax(fmax(left, middle), right) + 2 * s->row_pad;
}

static void
table_row(struct sheet *s, const struct table *t, const struct session_row *row, const struct row_text *rt)
{
	double top = s->y + s->row_pad, y;
	const struct dl_type *title_type = row->asked ? &TYPE_BODY_STRONG : &TYPE_BODY_SECOND;
	char number[12];

	snprintf(number, sizeof number, "%d", row->number);
	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TD, NULL);
	dl_text(s->dl, t->number, top + 0.76 * SIZE_BODY, ALIGN_LEFT, title_type, number);
	y = put_lines(s, t->title, top, ROW_PITCH, title_type, &rt->title);
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

void
question_table(struct sheet *s, const struct session_model *m, struct row_place *places)
{
	const double first_rows = 80;   /* a title with its head and a row or two, never a title alone */
	struct table t;
	struct row_text rt;

	table_init(&t, s, m);
	section(s, "How did each question go?",
	    m->own_marks_too
		? "Ring: prediction; dot: the grade that counts; diamond: own mark. Underlined squares are "
		  "essential points."
		: "Ring: your prediction; dot: the grade. Underlined squares are essential points.",
	    TABLE_HEAD + first_rows);
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
