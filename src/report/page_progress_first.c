#include <math.h>
#include "report/page_progress.h"

/* The two charts of the first page: the trend, and the table of topics. */

/* ---- the trend ---- */

#define TREND_LABELS 74.0       /* room for the words of the grades at the left */
#define TREND_ASIDE 78.0        /* for goal and level at the right */
#define TREND_FOOT 14.0         /* for the days below */
#define SCALE_SLACK 0.3         /* of a grade: dots at 0 and 4 stay inside */
#define LABEL_PITCH 11.5        /* between what stands at the end of the line */

double
trend_frame(const struct sheet *s)
{
	return s->space->section + section_height(s) + TREND_FOOT;
}

static void
trend_grid(struct sheet *s, const struct progress_model *m, const struct scale *y, double left, double right)
{
	double bottom = y->at;

	for (int g = 0; g <= GRADE_MAX; g++) {
		plot_grid(s->dl, left, scale_at(y, g), right, scale_at(y, g));
		axis_label(s, left - 8, scale_at(y, g) + 2.8, ALIGN_RIGHT,
		    fit(s, &TYPE_NOTE, TREND_LABELS - 8, m->scale[g]));
	}
	plot_axis(s->dl, left, bottom, right, bottom);
	plot_goal(s->dl, left, scale_at(y, m->goal), right, scale_at(y, m->goal));
}

/* Goal and level at the right end, pushed apart where they would meet. */
static void
trend_labels(struct sheet *s, const struct progress_model *m, const struct scale *y, double x)
{
	const struct trend_model *t = &m->trend;
	double goal = scale_at(y, m->goal), level;
	const double apart = 2 * LABEL_PITCH;

	if (!t->line) {
		axis_label(s, x, goal + 2.8, ALIGN_LEFT, "");
		dl_text(s->dl, x, goal + 2.8, ALIGN_LEFT, &TYPE_GOAL, m->goal_text);
		return;
	}
	level = scale_at(y, t->v[t->count - 1].level);
	if (level >= goal && level - goal < LABEL_PITCH + 4) {
		goal -= 4;
		level = goal + LABEL_PITCH + 4;
	} else if (level < goal && goal - level < apart) {
		goal = level + apart;
	}
	dl_text(s->dl, x, goal + 2.8, ALIGN_LEFT, &TYPE_GOAL, m->goal_text);
	dl_text(s->dl, x, level + 2.8, ALIGN_LEFT, &TYPE_LEVEL, t->level);
	dl_text(s->dl, x, level + 2.8 + LABEL_PITCH - 1.5, ALIGN_LEFT, &TYPE_NOTE, t->range);
}

void
trend_section(struct sheet *s, const struct progress_model *m, double plot_height)
{
	const struct trend_model *t = &m->trend;
	double left = s->left + TREND_LABELS, right = s->right - TREND_ASIDE;
	struct scale x = { 0, t->count > 1 ? (double)t->count - 1 : 1, left + PLOT_INSET,
		right - left - 2 * PLOT_INSET };
	struct scale y;
	const struct plot_trend plot = { t->v, t->count, t->line };
	double start;

	s->y += s->space->section;
	start = s->y;
	section(s, "Is the level rising?",
	    t->empty != NULL                        ? NULL
	    : plot_trend_has_single_dots(&x, &plot) ? t->note
	                                            : t->note_many,
	    plot_height + TREND_FOOT);
	plot_height -= fmax(0, s->y - start - section_height(s));       /* a note of two lines */
	if (t->empty != NULL) {
		empty_field(s, s->left, s->y - 2, s->right - s->left, plot_height + TREND_FOOT, t->empty);
		s->y += plot_height + TREND_FOOT;
		return;
	}
	if (t->count == 1) {            /* in the middle */
		x.at += x.length / 2;
	}
	y = (struct scale){ -SCALE_SLACK, GRADE_MAX + SCALE_SLACK, s->y + plot_height - 4,
		-(plot_height - 6) };
	trend_grid(s, m, &y, left, right);
	dl_tag(s->dl, TAG_FIGURE, t->alt);
	plot_trend(s->dl, &x, &y, &plot);
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_P, NULL);
	trend_labels(s, m, &y, right + 8);
	dl_tag_end(s->dl);
	session_labels(s, &x, s->y + plot_height + 7, t->days, t->count);
	s->y += plot_height + TREND_FOOT;
}

/* ---- topics ---- */

#define TABLE_HEAD 25.0
#define TABLE_FOOT 13.0
#define CELL_LEAST 32.0
#define CELL_GAP 2.0
#define COLUMN_GAP 13.0
#define LEVEL_WIDTH 68.0
#define SHARE_WIDTH 62.0
#define SHARE_MOST 1.6          /* of the limit */
#define TIME_TEXT_GAP 6.0
#define TIME_LEAST 44.0

struct topic_table {
	double cells, cell, level, share, time, title_width;    /* left ends; width of a cell */
};

double
topic_frame(const struct sheet *s)
{
	return s->space->section + section_height(s) + TABLE_HEAD + TABLE_FOOT;
}

/* As wide as the widest number with its count asks for. */
static void
table_init(struct topic_table *t, struct sheet *s, const struct progress_model *m, size_t count)
{
	double cell = CELL_LEAST, time = TIME_LEAST;

	for (size_t i = 0; i < count; i++) {
		for (int d = 0; d < DIFFICULTY_COUNT; d++)
			cell = fmax(cell, dl_width(s->dl, &TYPE_CELL, m->rows[i].cell[d].mean) +
			    dl_width(s->dl, &TYPE_TINY, m->rows[i].cell[d].n) + 3 * CELL_PAD);
		time = fmax(time, dl_width(s->dl, &TYPE_NOTE_STRONG, m->rows[i].time));
	}
	t->cell = cell;
	t->time = s->right - time;
	t->share = t->time - TIME_TEXT_GAP - SHARE_WIDTH;
	t->level = t->share - COLUMN_GAP - LEVEL_WIDTH;
	t->cells = t->level - COLUMN_GAP - DIFFICULTY_COUNT * cell - (DIFFICULTY_COUNT - 1) * CELL_GAP;
	t->title_width = t->cells - s->left - 8;
}

static struct scale
levels_of(const struct topic_table *t)
{
	const double inset = 4;

	return (struct scale){ 0, GRADE_MAX, t->level + inset, LEVEL_WIDTH - 2 * inset };
}

static struct scale
shares_of(const struct topic_table *t)
{
	return (struct scale){ 0, SHARE_MOST, t->share, SHARE_WIDTH };
}

static void
head_cell(struct sheet *s, double x, const char *text)
{
	dl_tag(s->dl, TAG_TH, NULL);
	dl_text(s->dl, x, s->y + 8, ALIGN_LEFT, &TYPE_NOTE_STRONG, text);
	dl_tag_end(s->dl);
}

static void
table_head(struct sheet *s, const struct topic_table *t, const struct progress_model *m, double rows_height)
{
	struct scale levels = levels_of(t), shares = shares_of(t);
	double units = s->y + 19, top = s->y + TABLE_HEAD - 3, end = s->y + TABLE_HEAD + rows_height;

	dl_tag(s->dl, TAG_TR, NULL);
	head_cell(s, s->left, "Topic");
	head_cell(s, t->cells, "Mean grade");
	head_cell(s, t->level, "Level, 90 % range");
	head_cell(s, t->share, "Time, share of limit");
	dl_tag_end(s->dl);
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		axis_label(s, t->cells + d * (t->cell + CELL_GAP) + t->cell / 2, units, ALIGN_CENTRE,
		    difficulty_name(d + 1));
	for (int g = 0; g <= GRADE_MAX; g++) {
		char digit[2] = { (char)('0' + g), '\0' };

		axis_label(s, scale_at(&levels, g), units, ALIGN_CENTRE, digit);
		plot_grid(s->dl, scale_at(&levels, g), top, scale_at(&levels, g), end);
	}
	axis_label(s, t->share, units, ALIGN_LEFT, "0");
	axis_label(s, scale_at(&shares, 1), units, ALIGN_CENTRE, "limit");
	plot_goal(s->dl, scale_at(&levels, m->goal), top, scale_at(&levels, m->goal), end);
	s->y += TABLE_HEAD;
}

static void
level_cell(struct sheet *s, const struct topic_table *t, const struct topic_row *row, double y)
{
	struct scale levels = levels_of(t);
	const struct level *l = &row->d->level;

	dl_tag(s->dl, TAG_TD, NULL);
	dl_tag(s->dl, TAG_FIGURE, row->score_alt);
	plot_range(s->dl, &levels, y,
	    &(struct plot_range){ row->d->ranged ? l->level : l->mean, l->low, l->high, row->d->ranged });
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
}

static void
time_cell(struct sheet *s, const struct topic_table *t, const struct topic_row *row, double y)
{
	struct scale shares = shares_of(t);
	const struct time_use *time = &row->d->time;
	bool often = time->n > 0 && 2 * (time->n - time->within) > time->n;
	struct dl_type type = often ? TYPE_NOTE_STRONG : TYPE_NOTE;

	if (often)
		type.colour = OVER_TEXT;
	dl_tag(s->dl, TAG_TD, NULL);
	dl_tag(s->dl, TAG_FIGURE, row->time_alt);
	if (time->n > 0)
		plot_share(s->dl, &shares, y, 5.6, &(struct plot_share){ time->median, time->slow });
	dl_tag_end(s->dl);
	dl_text(s->dl, s->right, y + 2.8, ALIGN_RIGHT, &type, row->time);
	dl_tag_end(s->dl);
}

static void
topic_line(struct sheet *s, const struct topic_table *t, const struct topic_row *row, double pitch)
{
	const struct dl_type *type = row->practise ? &TYPE_BODY_STRONG : &TYPE_BODY;
	double middle = s->y + pitch / 2, h = fmin(16, pitch - 2.4);

	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TH, NULL);
	dl_text(s->dl, s->left, middle + 3.1, ALIGN_LEFT, type, fit(s, type, t->title_width, row->title));
	dl_tag_end(s->dl);
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		score_cell(s, &(struct dl_box){ t->cells + d * (t->cell + CELL_GAP), middle - h / 2,
		    t->cells + d * (t->cell + CELL_GAP) + t->cell, middle + h / 2 }, &row->d->difficulty[d],
		    row->cell[d].mean, row->cell[d].n);
	level_cell(s, t, row, middle);
	time_cell(s, t, row, middle);
	dl_tag_end(s->dl);
	s->y += pitch;
}

void
topic_section(struct sheet *s, const struct progress_model *m, size_t count, double pitch)
{
	const char *foot = "\xc3\x97n: number of answers; an outlined cell rests on one. Ring: too few for a "
	                   "range. Bar: median "
	                   "time; thin line: the slowest fifth.";
	struct topic_table t;

	s->y += s->space->section;
	section(s, "Where, and at what cost in time?", m->rows_empty != NULL ? NULL :
	    "Weakest topic first; bold topics are the ones to practise next.", 3 * pitch);
	if (m->rows_empty != NULL) {
		empty_field(s, s->left, s->y - 2, s->right - s->left, TABLE_HEAD + TABLE_FOOT + 3 * pitch - 6,
		    m->rows_empty);
		s->y += TABLE_HEAD + TABLE_FOOT + 3 * pitch;
		return;
	}
	table_init(&t, s, m, count);
	dl_tag(s->dl, TAG_TABLE, NULL);
	table_head(s, &t, m, (double)count * pitch);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			plot_grid(s->dl, s->left, s->y, s->right, s->y);
		topic_line(s, &t, &m->rows[i], pitch);
	}
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, s->left, s->y + TABLE_FOOT - 3, ALIGN_LEFT, &TYPE_NOTE,
	    fit(s, &TYPE_NOTE, s->right - s->left, foot));
	dl_tag_end(s->dl);
	s->y += TABLE_FOOT;
	/* Few topics leave room that nothing needs. */
	if (count < 3)
		s->y += (double)(3 - count) * pitch;
}
