#include <math.h>
#include <stdio.h>
#include "report/chart.h"
#include "report/page_session.h"

/* The table of questions: a line for each, with its time, key points and grades as charts. */

#define COL_NUMBER 15.0
#define COL_TIME 86.0           /* "5:18 of 5:00" and "0:18 over" side by side */
#define COL_POINTS 64.0         /* seven squares; their caption */
#define COL_GRADES 64.0
#define COL_GRADES_OWN 80.0     /* where own marks stand beside the interviewer's */
#define COL_GAP 11.0
#define ROW_PITCH 11.8
#define CHART_DOWN 4.0          /* middle of the charts, below the top of the text */
#define POINTS_ROW 11.0         /* a row of squares, as the caption below one row expects it */
#define CAPTION_DOWN ROW_PITCH  /* captions stand on the line below a title of one line */
#define AXIS_OVERHANG 2.0       /* what stands at the left end of the axis of grades */
#define TABLE_HEAD 23.0
#define HEAD_LABEL_UP 14.5      /* baselines above the bottom of the table's head */
#define HEAD_UNIT_UP 5.0

struct table {
	double number, title, time, points, grades;     /* left ends */
	double title_width, grades_width;
	double time_share_max;          /* of a limit: the right end of the time scale */
};

static void
table_init(struct table *t, const struct sheet *s, const struct session_model *m)
{
	t->grades_width = m->own_marks_too ? COL_GRADES_OWN : COL_GRADES;
	t->grades = s->right - t->grades_width;
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
		caption(s, scale_at(&grades, 0) - AXIS_OVERHANG, top, t->grades_width, row->grades_caption);
	}
	dl_tag_end(s->dl);
}

/* The text of a row, broken to its columns. */
struct row_text {
	struct lines title, where, remarks;
	bool beside;                    /* the remarks stand on the line of difficulty and topic */
	double height;
};

#define REMARK_GAP 7.0
#define ROW_SINK 0.8            /* few letters reach below the line: lower, the text looks centred */

static void
row_text(struct row_text *rt, struct sheet *s, const struct table *t, const struct session_row *row)
{
	double left, right = CAPTION_DOWN + PITCH_NOTE;

	rt->title = flow(s->dl, &TYPE_BODY_STRONG, t->title_width, row->title);
	rt->where = flow(s->dl, &TYPE_NOTE, t->title_width, row->where);
	rt->remarks = flow(s->dl, &TYPE_NOTE_STRONG, t->title_width, row->remarks);
	rt->beside = dl_width(s->dl, &TYPE_NOTE, row->where) + REMARK_GAP +
	    dl_width(s->dl, &TYPE_NOTE_STRONG, row->remarks) <= t->title_width;
	left = (double)rt->title.count * ROW_PITCH +
	    (double)(rt->where.count + (rt->beside ? 0 : rt->remarks.count)) * PITCH_NOTE;
	if (row->rating != NULL)
		right += chart_points_height(COL_POINTS, row->point_count) - POINTS_ROW;
	right = fmax(right, CAPTION_DOWN + PITCH_NOTE *
	    (double)flow(s->dl, &TYPE_NOTE, t->grades_width, row->grades_caption).count);
	if (row->over_caption[0] != '\0' && !over_fits_beside(s, row))
		right = fmax(right, CAPTION_DOWN + 2 * PITCH_NOTE);
	rt->height = fmax(left, right) + 2 * s->space->row;
}

/* Title, then difficulty and topic, then the remarks. */
static void
question_cell(struct sheet *s, const struct table *t, const struct session_row *row,
    const struct row_text *rt, double top, const struct row_place *card)
{
	const struct dl_type *title_type = row->asked ? &TYPE_BODY_STRONG : &TYPE_BODY_SECOND;
	char number[12];
	double x = t->title, y;

	snprintf(number, sizeof number, "%d", row->number);
	dl_tag(s->dl, TAG_TH_ROW, NULL);
	if (row->asked)
		dl_tag(s->dl, TAG_LINK, NULL);
	dl_text(s->dl, t->number, top + 0.76 * SIZE_BODY, ALIGN_LEFT, title_type, number);
	y = put_lines(s, x, top, ROW_PITCH, title_type, &rt->title);
	if (row->asked) {
		dl_link(s->dl, t->number, top - 1, t->title + t->title_width - t->number, y - top, card->page,
		    card->y);
		dl_tag_end(s->dl);
	}
	y = put_lines(s, x, y, PITCH_NOTE, &TYPE_NOTE, &rt->where);
	if (rt->beside) {
		x += dl_width(s->dl, &TYPE_NOTE, row->where) + REMARK_GAP;
		y -= PITCH_NOTE;
	}
	put_lines(s, x, y, PITCH_NOTE, &TYPE_NOTE_STRONG, &rt->remarks);
	dl_tag_end(s->dl);
}

static void
table_row(struct sheet *s, const struct table *t, const struct session_row *row, const struct row_text *rt,
    const struct row_place *card)
{
	double top = s->y + s->space->row + ROW_SINK;

	dl_tag(s->dl, TAG_TR, NULL);
	question_cell(s, t, row, rt, top, card);
	time_cell(s, t, row, top);
	points_cell(s, t, row, top);
	grades_cell(s, t, row, top);
	dl_tag_end(s->dl);
	s->y += rt->height;
	dl_line(s->dl, s->left, s->y, s->right, s->y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = HAIRLINE, .line_width = WIDTH_HAIRLINE });
}

void
question_table(struct sheet *s, const struct session_model *m, const struct row_place *cards)
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
		table_row(s, &t, &m->rows[i], &rt, &cards[i]);
	}
	dl_tag_end(s->dl);
}
