#include "viva/canvas.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/text.h"

#define ELLIPSIS "..."
#define ELLIPSIS_FROM 8         /* cells; in fewer the dots would be most of what is seen */

struct canvas {
	int rows, columns;
	struct cell *cells;
	int cursor_row, cursor_column;
	bool failed;
};

static int
within(int size)
{
	return size < 1 ? 1 : size > CANVAS_MAX ? CANVAS_MAX : size;
}

int
canvas_resize(struct canvas *c, int rows, int columns)
{
	struct cell *cells;

	rows = within(rows);
	columns = within(columns);
	if (rows != c->rows || columns != c->columns) {
		cells = calloc((size_t)rows * (size_t)columns, sizeof(*cells));
		if (cells == NULL)
			return -1;
		free(c->cells);
		c->cells = cells;
		c->rows = rows;
		c->columns = columns;
	}
	canvas_clear(c);
	return 0;
}

struct canvas *
canvas_new(int rows, int columns)
{
	struct canvas *c = calloc(1, sizeof(*c));

	if (c != NULL && canvas_resize(c, rows, columns) != 0) {
		free(c);
		return NULL;
	}
	return c;
}

void
canvas_free(struct canvas *c)
{
	if (c != NULL)
		free(c->cells);
	free(c);
}

int
canvas_rows(const struct canvas *c)
{
	return c->rows;
}

int
canvas_columns(const struct canvas *c)
{
	return c->columns;
}

struct pane
canvas_pane(const struct canvas *c)
{
	return (struct pane){ .rows = c->rows, .columns = c->columns };
}

bool
canvas_failed(const struct canvas *c)
{
	return c->failed;
}

/* ---- cells ---- */

static struct cell *
cell_at(const struct canvas *c, int row, int column)
{
	return &c->cells[(size_t)row * (size_t)c->columns + (size_t)column];
}

static bool
inside(const struct canvas *c, int row, int column)
{
	return row >= 0 && row < c->rows && column >= 0 && column < c->columns;
}

static void
blank(struct cell *cell, enum style style)
{
	memset(cell, 0, sizeof(*cell));
	cell->cp = ' ';
	cell->width = 1;
	cell->style = (unsigned short)style;
}

/* Before cells from `column` to before `end` are overwritten: no half of a wide character stays behind. */
static void
cut_out(struct canvas *c, int row, int column, int end)
{
	struct cell *left = cell_at(c, row, column), *right;

	if (left->width == 0 && column > 0)
		blank(left - 1, (enum style)left[-1].style);
	if (end < c->columns) {
		right = cell_at(c, row, end);
		if (right->width == 0)
			blank(right, (enum style)right->style);
	}
}

void
canvas_clear(struct canvas *c)
{
	size_t count = (size_t)c->rows * (size_t)c->columns;

	for (size_t i = 0; i < count; i++)
		blank(&c->cells[i], STYLE_NORMAL);
	c->cursor_row = c->cursor_column = -1;
	c->failed = false;
}

/* The part of `p` that lies on the canvas. */
static struct pane
clipped(const struct canvas *c, struct pane p)
{
	if (p.row < 0)
		p.rows += p.row, p.row = 0;
	if (p.column < 0)
		p.columns += p.column, p.column = 0;
	if (p.rows > c->rows - p.row)
		p.rows = c->rows - p.row;
	if (p.columns > c->columns - p.column)
		p.columns = c->columns - p.column;
	return p;
}

void
canvas_restyle(struct canvas *c, struct pane p, enum style style)
{
	p = clipped(c, p);
	for (int r = 0; r < p.rows; r++)
		for (int x = 0; x < p.columns; x++)
			cell_at(c, p.row + r, p.column + x)->style = (unsigned short)style;
}

void
canvas_erase(struct canvas *c, struct pane p)
{
	p = clipped(c, p);
	for (int r = 0; r < p.rows && p.columns > 0; r++) {
		cut_out(c, p.row + r, p.column, p.column + p.columns);
		for (int x = 0; x < p.columns; x++)
			blank(cell_at(c, p.row + r, p.column + x), STYLE_NORMAL);
	}
}

/* ---- text ---- */

/* Where the next character of a line goes. */
struct pen {
	struct canvas *c;
	int row, column, end;           /* not beyond column end - 1 */
	enum style style;
	struct cell *last;              /* the base that marks belong to, or NULL */
};

static bool
is_skin_tone(uint32_t cp)
{
	return cp >= 0x1F3FB && cp <= 0x1F3FF;
}

static void
add_mark(struct cell *cell, uint32_t cp)
{
	for (int i = 0; i < CANVAS_MARKS; i++) {
		if (cell->marks[i] == 0) {
			cell->marks[i] = cp;
			return;
		}
	}
}

/* Writes one character of visible text; false when it does not fit any more. */
static bool
pen_write(struct pen *p, uint32_t cp)
{
	int width = text_width(cp);
	struct cell *cell;

	if (is_skin_tone(cp) && p->last != NULL && p->last->width == 2)
		return true;
	if (width == 0) {
		/* A mark without a letter stands on a blank of its own. */
		if (p->last == NULL && !pen_write(p, ' '))
			return false;
		if (p->last != NULL)
			add_mark(p->last, cp);
		return true;
	}
	if (p->column + width > p->end)
		return false;
	if (p->column >= 0) {
		cut_out(p->c, p->row, p->column, p->column + width);
		cell = cell_at(p->c, p->row, p->column);
		blank(cell, p->style);
		cell->cp = cp;
		cell->width = (unsigned short)width;
		if (width == 2) {
			blank(cell + 1, p->style);
			cell[1].cp = 0;
			cell[1].width = 0;
		}
		p->last = cell;
	}
	p->column += width;
	return true;
}

/* Writes a line of visible text from `column` to before `end`; returns the columns it took. */
static int
put_visible(struct canvas *c, int row, int column, int end, enum style style, const char *s, const char *stop)
{
	struct pen p = { .c = c, .row = row, .column = column, .style = style };

	p.end = end < c->columns ? end : c->columns;
	if (row < 0 || row >= c->rows)
		return 0;
	while (s < stop && pen_write(&p, text_next(&s, stop)))
		;
	return p.column - column;
}

/* A visible copy, which the caller finishes; empty if there is no memory for it. */
static void
make_visible(struct canvas *c, struct buf *out, const char *text, bool keep_newlines)
{
	buf_init(out);
	text_visible(out, text, strlen(text), keep_newlines);
	c->failed = c->failed || buf_failed(out);
}

static const char *
end_of(const struct buf *b)
{
	const char *s = buf_text(b);

	return s + strlen(s);
}

int
canvas_columns_of(const char *text, size_t len, struct buf *scratch)
{
	const char *s, *stop;
	int columns = 0, last = 0;

	buf_clear(scratch);
	text_visible(scratch, text, len, false);
	s = buf_text(scratch);
	for (stop = s + scratch->len; s < stop;) {
		uint32_t cp = text_next(&s, stop);
		int width = text_width(cp);

		if (is_skin_tone(cp) && last == 2)
			continue;
		if (width == 0 && last == 0)
			width = 1;
		if (width > 0)
			last = width;
		columns += width;
	}
	return columns;
}

int
canvas_put(struct canvas *c, int row, int column, enum style style, const char *text)
{
	struct buf shown;
	int columns;

	make_visible(c, &shown, text, false);
	columns = put_visible(c, row, column, c->columns, style, buf_text(&shown), end_of(&shown));
	buf_finish(&shown);
	return columns;
}

int
canvas_put_bytes(
    struct canvas *c, int row, int column, int end, enum style style, const char *text, size_t len)
{
	struct buf shown;
	int columns;

	buf_init(&shown);
	text_visible(&shown, text, len, false);
	c->failed = c->failed || buf_failed(&shown);
	columns = put_visible(c, row, column, end, style, buf_text(&shown), end_of(&shown));
	buf_finish(&shown);
	return columns;
}

int
canvas_printf(struct canvas *c, int row, int column, enum style style, const char *fmt, ...)
{
	struct buf b;
	va_list ap;
	int columns;

	buf_init(&b);
	va_start(ap, fmt);
	buf_vprintf(&b, fmt, ap);
	va_end(ap);
	c->failed = c->failed || buf_failed(&b);
	columns = canvas_put(c, row, column, style, buf_text(&b));
	buf_finish(&b);
	return columns;
}

int
canvas_put_fit(struct canvas *c, int row, int column, int columns, enum style style, const char *text)
{
	const char *mark;
	struct buf shown;
	int room, used;

	if (columns > c->columns - column)
		columns = c->columns - column;
	if (columns <= 0)
		return 0;
	mark = columns < ELLIPSIS_FROM ? ">" : ELLIPSIS;
	room = columns;
	make_visible(c, &shown, text, false);
	if (text_columns(buf_text(&shown), shown.len) > columns)
		room = columns - (int)strlen(mark);
	used = put_visible(c, row, column, column + room, style, buf_text(&shown), end_of(&shown));
	if (room < columns)
		used += put_visible(
		    c, row, column + used, column + columns, style, mark, mark + strlen(mark));
	buf_finish(&shown);
	return used;
}

int
canvas_put_right(struct canvas *c, int row, int from, int end, enum style style, const char *text)
{
	struct buf shown;
	int columns;

	make_visible(c, &shown, text, false);
	columns = text_columns(buf_text(&shown), shown.len);
	if (columns > end - from)
		columns = 0;
	else
		put_visible(c, row, end - columns, end, style, buf_text(&shown), end_of(&shown));
	buf_finish(&shown);
	return columns;
}

int
canvas_put_block(struct canvas *c, struct pane p, enum style style, const char *text)
{
	struct buf shown, wrapped;
	int row = 0;

	if (p.columns <= 0)
		return 0;
	make_visible(c, &shown, text, true);
	buf_init(&wrapped);
	text_wrap(&wrapped, buf_text(&shown), p.columns, 0, 0);
	for (const char *s = buf_text(&wrapped); *s != '\0'; row++) {
		size_t len = strcspn(s, "\n");

		if (row < p.rows)
			put_visible(c, p.row + row, p.column, p.column + p.columns, style, s, s + len);
		s += len + (s[len] == '\n');
	}
	c->failed = c->failed || buf_failed(&wrapped);
	buf_finish(&wrapped);
	buf_finish(&shown);
	return row;
}

void
canvas_cursor(struct canvas *c, int row, int column)
{
	c->cursor_row = row;
	c->cursor_column = column;
}

/* ---- reading ---- */

const struct cell *
canvas_cell(const struct canvas *c, int row, int column)
{
	assert(inside(c, row, column));
	return cell_at(c, row, column);
}

bool
canvas_cursor_at(const struct canvas *c, int *row, int *column)
{
	*row = c->cursor_row;
	*column = c->cursor_column;
	return inside(c, *row, *column);
}
