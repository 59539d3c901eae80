/* Rows of the text: motion between them, and painting. */
#include <string.h>

#include "ui/editor_model.h"
#include "viva/text.h"

/* One column is kept for the cursor behind a full row. */
static void
lay_out(struct editor *e, int columns)
{
	columns = columns > 1 ? columns - 1 : 1;
	if (e->rows.columns != columns)
		rows_wrap(&e->rows, e->text, e->len, columns);
}

/* Where row `row` ends, its newline left out. */
static size_t
row_stop(const struct editor *e, size_t row)
{
	if (row + 1 == e->rows.count)
		return e->len;
	return e->rows.v[row + 1].start - e->rows.v[row + 1].first;
}

/* The last place in a row where the cursor can stand: the end of a soft row is the beginning of the next. */
static size_t
last_place(const struct editor *e, size_t row)
{
	size_t stop = row_stop(e, row);

	if (row + 1 == e->rows.count || e->rows.v[row + 1].first || stop == e->rows.v[row].start)
		return stop;
	return text_grapheme_prev(e->text, e->len, stop);
}

static int
column_of(struct editor *e, size_t row, size_t to)
{
	size_t at = e->rows.v[row].start;
	int column = 0;

	while (at < to) {
		size_t next = text_grapheme_next(e->text, e->len, at);

		column += rows_cluster_columns(&e->rows, e->text + at, next - at, column);
		at = next;
	}
	return column;
}

/* The place in a row at or before a column. */
static size_t
place_at(struct editor *e, size_t row, int column)
{
	size_t at = e->rows.v[row].start, last = last_place(e, row);
	int used = 0;

	while (at < last) {
		size_t next = text_grapheme_next(e->text, e->len, at);

		used += rows_cluster_columns(&e->rows, e->text + at, next - at, used);
		if (used > column)
			break;
		at = next;
	}
	return at;
}

size_t
editor_vertical(struct editor *e, long rows)
{
	size_t row = rows_find(&e->rows, e->cursor);
	long to = (long)row + rows, last = (long)e->rows.count - 1;

	if (e->goal < 0)
		e->goal = column_of(e, row, e->cursor);
	to = to < 0 ? 0 : to > last ? last : to;
	return to == (long)row ? e->cursor : place_at(e, (size_t)to, e->goal);
}

/* The beginning of the row; from there, that of the line. */
size_t
editor_row_home(struct editor *e)
{
	size_t start = e->rows.v[rows_find(&e->rows, e->cursor)].start;

	return start < e->cursor ? start : editor_line_start(e, e->cursor);
}

size_t
editor_row_end(struct editor *e)
{
	size_t last = last_place(e, rows_find(&e->rows, e->cursor));

	return last > e->cursor ? last : editor_line_end(e, e->cursor);
}

int
editor_rows(struct editor *e, int columns)
{
	lay_out(e, columns);
	return (int)e->rows.count;
}

/*
 * The first row shown: the cursor moves by half a page over a page that stands still.  Depends on
 * nothing before, so that any way to a size shows the same.
 */
static size_t
first_shown(size_t row, size_t count, size_t height)
{
	size_t half = height / 2, first;

	if (count <= height)
		return 0;
	if (height == 1)
		return row;
	first = row / half > 0 ? (row / half - 1) * half : 0;
	return first < count - height ? first : count - height;
}

/* ASCII that is followed by ASCII, so that no cluster is torn. */
static size_t
plain_run(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] >= ' ' && s[n] < 0x7F && (n + 1 == len || (unsigned char)s[n + 1] < 0x80))
		n++;
	return n;
}

static void
paint_row(struct editor *e, struct canvas *c, int row, struct pane pane, const char *s, const char *end)
{
	int column = 0, edge = pane.column + pane.columns;

	while (s < end && column < pane.columns) {
		size_t len = plain_run(s, (size_t)(end - s));
		int columns = (int)len;

		if (len == 0) {
			len = text_grapheme_next(s, (size_t)(end - s), 0);
			columns = rows_cluster_columns(&e->rows, s, len, column);
		}
		if (*s != '\t')
			canvas_put_bytes(c, row, pane.column + column, edge, STYLE_NORMAL, s, len);
		column += columns;
		s += len;
	}
}

void
editor_paint(struct editor *e, struct canvas *c, struct pane pane, bool focused)
{
	size_t cursor, first, shown;
	int column;

	if (pane.rows < 1 || pane.columns < 1)
		return;
	lay_out(e, pane.columns);
	cursor = rows_find(&e->rows, e->cursor);
	first = first_shown(cursor, e->rows.count, (size_t)pane.rows);
	shown = e->rows.count - first < (size_t)pane.rows ? e->rows.count - first : (size_t)pane.rows;
	for (size_t i = first; i < first + shown; i++)
		paint_row(e, c, pane.row + (int)(i - first), pane, e->text + e->rows.v[i].start,
		    e->text + row_stop(e, i));
	e->page_rows = pane.rows;
	e->above = first > 0;
	e->below = first + shown < e->rows.count;
	if (focused) {
		column = column_of(e, cursor, e->cursor);
		column = column < pane.columns ? column : pane.columns - 1;
		canvas_cursor(c, pane.row + (int)(cursor - first), pane.column + column);
	}
}

bool
editor_more_above(const struct editor *e)
{
	return e->above;
}

bool
editor_more_below(const struct editor *e)
{
	return e->below;
}
