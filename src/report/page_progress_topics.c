#include <math.h>
#include "report/page_progress.h"

/* Page 2: which topic at which difficulty, which key points are missed, and how each topic went. */

#define TITLE_HEIGHT 22.0       /* of a part's title, to what it holds */
#define PART_GAP 14.0

/* ---- topic by difficulty ---- */

#define MAP_COLUMNS 7
#define MAP_HEAD 14.0
#define MAP_ROW_LEAST 13.0
#define MAP_ROW_MOST 22.5
#define MAP_TWO_LINES 20.0      /* a row so high holds a title of two lines */
#define MAP_CELL 38.0
#define MAP_GAP 2.0
#define MAP_PITCH 9.2            /* of a title's lines */
#define MAP_LEVEL 62.0

static void
map_head(struct sheet *s, double cells, double right, double y)
{
	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TH, NULL);
	dl_text(s->dl, s->left, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, "Topic");
	dl_tag_end(s->dl);
	for (int d = 0; d < DIFFICULTY_COUNT; d++) {
		dl_tag(s->dl, TAG_TH, NULL);
		dl_text(s->dl, cells + d * (MAP_CELL + MAP_GAP) + MAP_CELL / 2, y, ALIGN_CENTRE,
		    &TYPE_NOTE_STRONG, difficulty_name(d + 1));
		dl_tag_end(s->dl);
	}
	dl_tag(s->dl, TAG_TH, NULL);
	dl_text(s->dl, right, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, "Level, range");
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
}

static void
map_level(struct sheet *s, double right, double baseline, const struct topic_row *row)
{
	double width = dl_width(s->dl, &TYPE_NOTE, row->range);

	dl_tag(s->dl, TAG_TD, NULL);
	if (row->level[0] != '\0')
		dl_text(s->dl, right - width - 5, baseline, ALIGN_RIGHT, &TYPE_BODY_STRONG, row->level);
	dl_text(s->dl, right, baseline, ALIGN_RIGHT, &TYPE_NOTE, row->range);
	dl_tag_end(s->dl);
}

static void
topic_map(struct sheet *s, const struct progress_model *m, double y, double height)
{
	double right = s->left + column_width(s, MAP_COLUMNS), cells;
	double room = height - TITLE_HEIGHT - MAP_HEAD, pitch;
	size_t rows = m->row_count;

	part_title(s, s->left, y + 11, "Which topic at which difficulty?");
	y += TITLE_HEIGHT;
	if (m->rows_empty != NULL) {
		empty_field(s, s->left, y, right - s->left, height - TITLE_HEIGHT, m->rows_empty);
		return;
	}
	if (m->topics_left[0] != '\0')
		room -= PITCH_NOTE;
	if ((double)rows * MAP_ROW_LEAST > room)
		rows = (size_t)(room / MAP_ROW_LEAST);
	pitch = fmin(MAP_ROW_MOST, room / (double)rows);
	cells = right - MAP_LEVEL - DIFFICULTY_COUNT * (MAP_CELL + MAP_GAP) - 4;
	dl_tag(s->dl, TAG_TABLE, NULL);
	map_head(s, cells, right, y + 8);
	y += MAP_HEAD;
	for (size_t i = 0; i < rows; i++) {
		const struct topic_row *row = &m->rows[i];
		double h = fmin(18, pitch - 2), middle = y + pitch / 2;
		struct lines title;

		dl_tag(s->dl, TAG_TR, NULL);
		dl_tag(s->dl, TAG_TH, NULL);
		title = flow_at_most(
		    s->dl, &TYPE_NOTE, cells - s->left - 6, pitch >= MAP_TWO_LINES ? 2 : 1, row->title);
		put_lines(
		    s, s->left, middle - (double)title.count * MAP_PITCH / 2, MAP_PITCH, &TYPE_NOTE, &title);
		dl_tag_end(s->dl);
		for (int d = 0; d < DIFFICULTY_COUNT; d++)
			score_cell(s,
			    &(struct dl_box){ cells + d * (MAP_CELL + MAP_GAP), middle - h / 2,
			        cells + d * (MAP_CELL + MAP_GAP) + MAP_CELL, middle + h / 2 },
			    &row->d->difficulty[d], row->cell[d].mean, row->cell[d].n);
		map_level(s, right, middle + 3, row);
		dl_tag_end(s->dl);
		y += pitch;
	}
	dl_tag_end(s->dl);
	if (m->topics_left[0] != '\0')
		paragraph(s, s->left, y + 2, right - s->left, &TYPE_NOTE, PITCH_NOTE,
		    fit(s, &TYPE_NOTE, right - s->left, m->topics_left));
}

/* ---- key points missed most ---- */

#define MISSED_LINES 2
#define MISSED_DOTS 12          /* more askings than this are told in words alone */
#define MISSED_GAP 5.0
#define MISSED_USUAL 270.0      /* points: room for eight of them */

/* One dot for each time asked, filled where it was missed. */
static void
missed_dots(struct sheet *s, double right, double y, const struct missed_row *row)
{
	const double pitch = 6.4, radius = 2.3;

	dl_tag(s->dl, TAG_FIGURE, row->alt);
	for (int i = 0; i < row->asked && row->asked <= MISSED_DOTS; i++)
		dl_circle(s->dl, right - radius - (row->asked - 1 - i) * pitch, y, radius, i < row->missed ?
		    &(struct dl_ink){ .fill = ACCENT_DEEP, .stroke = DL_NONE } :
		    &(struct dl_ink){ .fill = WHITE, .stroke = DOT, .line_width = 0.8 });
	dl_tag_end(s->dl);
}

static void
missed_points(struct sheet *s, const struct progress_model *m, double y, double height)
{
	double x = column_left(s, MAP_COLUMNS), end = y + height, width = s->right - x;

	part_title(s, x, y + 11, "Key points missed most");
	y += TITLE_HEIGHT;
	if (m->missed_empty != NULL) {
		empty_field(s, x, y, width, height - TITLE_HEIGHT, m->missed_empty);
		return;
	}
	dl_tag(s->dl, TAG_LIST, NULL);
	for (size_t i = 0; i < m->missed_count; i++) {
		const struct missed_row *row = &m->missed[i];
		struct lines text = flow_at_most(s->dl, &TYPE_BODY, width, MISSED_LINES, row->point);
		double count = dl_width(s->dl, &TYPE_NOTE_STRONG, row->count), dots = 0;

		if (y + (double)text.count * 11 + PITCH_NOTE > end)
			break;
		dl_tag(s->dl, TAG_LI, NULL);
		y = put_lines(s, x, y, 11, &TYPE_BODY, &text);
		dl_text(s->dl, x, y + 7, ALIGN_LEFT, &TYPE_NOTE_STRONG, row->count);
		if (row->asked <= MISSED_DOTS)
			dots = row->asked * 6.4 + 6;
		dl_text(s->dl, x + count + 6, y + 7, ALIGN_LEFT, &TYPE_NOTE,
		    fit(s, &TYPE_NOTE, width - count - 6 - dots, row->item));
		missed_dots(s, s->right, y + 4.4, row);
		dl_tag_end(s->dl);
		y += PITCH_NOTE + MISSED_GAP;
	}
	dl_tag_end(s->dl);
}

/* ---- a panel for each topic ---- */

#define PANELS_IN_ROW 4
#define PANEL_MOST 112.0
#define PANEL_LEAST 56.0
#define PANEL_USUAL 78.0
#define PANEL_HEAD 22.0
#define PANEL_PITCH 9.5
#define PANEL_TWO_LINES 90.0    /* a panel so high has room for a title of two lines */
#define PANEL_DOT 2.4

static void
panel(struct sheet *s, const struct progress_model *m, const struct panel *p, double x, double y, double h,
    size_t lines)
{
	double width = column_width(s, COLUMNS / PANELS_IN_ROW), bottom = y + h - 6;
	struct scale across = { 0, PANEL_SESSIONS - 1, x + 14, width - 22 };
	struct scale up = { 0, GRADE_MAX, bottom - 2,
		-(h - PANEL_HEAD - 12 - ((double)lines - 1) * PANEL_PITCH) };
	struct lines title = flow_at_most(s->dl, &TYPE_NOTE_STRONG, width, lines, p->title);
	uint32_t colour = p->pale ? BAR : ACCENT;

	dl_tag(s->dl, TAG_P, NULL);
	put_lines(s, x, y, PANEL_PITCH, &TYPE_NOTE_STRONG, &title);
	dl_text(s->dl, x, y + 7 + (double)lines * PANEL_PITCH, ALIGN_LEFT, &TYPE_NOTE, p->caption);
	dl_tag_end(s->dl);
	for (int g = 0; g <= GRADE_MAX; g += 2) {
		char digit[2] = { (char)('0' + g), '\0' };

		plot_grid(s->dl, x + 8, scale_at(&up, g), x + width, scale_at(&up, g));
		dl_tag(s->dl, TAG_ARTIFACT, NULL);
		dl_text(s->dl, x, scale_at(&up, g) + 2.5, ALIGN_LEFT, &TYPE_TINY, digit);
		dl_tag_end(s->dl);
	}
	plot_goal(s->dl, x + 8, scale_at(&up, m->goal), x + width, scale_at(&up, m->goal));
	dl_tag(s->dl, TAG_FIGURE, p->alt);
	for (size_t i = 0; i + 1 < p->count; i++)
		dl_line(s->dl, scale_at(&across, (double)i), scale_at(&up, p->v[i].mean),
		    scale_at(&across, (double)i + 1), scale_at(&up, p->v[i + 1].mean),
		    &(struct dl_ink){
		        .fill = DL_NONE, .stroke = p->pale ? RULE : ACCENT_PALE, .line_width = 1.2 });
	for (size_t i = 0; i < p->count; i++)
		dl_circle(s->dl, scale_at(&across, (double)i), scale_at(&up, p->v[i].mean), PANEL_DOT,
		    &(struct dl_ink){ .fill = colour, .stroke = WHITE, .line_width = 0.6 });
	dl_tag_end(s->dl);
}

static void
panels(struct sheet *s, const struct progress_model *m)
{
	const size_t most = 3 * PANELS_IN_ROW;
	size_t count = m->panel_count < most ? m->panel_count : most;
	size_t rows = (count + PANELS_IN_ROW - 1) / PANELS_IN_ROW, lines = 1;
	double height;

	s->y += s->space->section;
	section(s, "How did each topic go?",
	    "Mean grade in its last sessions, one dot each, up to eight; grey: too few "
	    "answers to go by. Dashed: the goal.",
	    PANEL_LEAST);
	if (count == 0) {
		empty_field(s, s->left, s->y, s->right - s->left, PANEL_LEAST, m->rows_empty);
		return;
	}
	height = fmax(PANEL_LEAST, fmin(PANEL_MOST, (s->bottom - s->y) / (double)rows));
	for (size_t i = 0; i < count && height >= PANEL_TWO_LINES; i++)
		if (dl_width(s->dl, &TYPE_NOTE_STRONG, m->panels[i].title) >
		    column_width(s, COLUMNS / PANELS_IN_ROW))
			lines = 2;
	for (size_t i = 0; i < count; i++)
		panel(s, m, &m->panels[i], column_left(s, (int)(i % PANELS_IN_ROW) * COLUMNS / PANELS_IN_ROW),
		    s->y + (double)(i / PANELS_IN_ROW) * height, height, lines);
	s->y += (double)rows * height;
}

void
progress_topics_page(struct sheet *s, const struct progress_model *m)
{
	size_t rows =
	    m->panel_count < 3 * PANELS_IN_ROW ? (m->panel_count + PANELS_IN_ROW - 1) / PANELS_IN_ROW : 3;
	double below = s->space->section + section_height(s) + fmax(1, (double)rows) * PANEL_USUAL;
	double wanted =
	    fmax(MISSED_USUAL, MAP_HEAD + PITCH_NOTE + (double)m->row_count * MAP_ROW_MOST) + TITLE_HEIGHT;
	double height = fmin(s->bottom - s->y - below, wanted);

	topic_map(s, m, s->y, height);
	missed_points(s, m, s->y, height);
	s->y += height;
	panels(s, m);
}
