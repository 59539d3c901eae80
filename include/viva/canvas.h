#ifndef VIVA_CANVAS_H
#define VIVA_CANVAS_H
#include <stdbool.h>
#include <stddef.h>
struct buf;
/*
 * A screen as data: a grid of styled cells that every full-screen view paints on and
 * term.h shows.  No terminal, no clock: the same calls give the same cells, so a golden test
 * needs no tty.  Rows and columns count from 0.  Whatever lies outside is clipped, and every text
 * passes text_visible() here, so callers hand in texts of banks and people as they are.
 *
 * Cells are as wide as text_width() says, on a copy without joiners, variation selectors and skin
 * tones, on which terminals agree; a letter keeps up to CANVAS_MARKS marks.  Draw no border at
 * the right: a width that a terminal sees otherwise then spoils one row only.
 */
#define CANVAS_MARKS 4          /* combining marks of a cell; what ncurses can show */
#define CANVAS_MAX 1000         /* rows or columns; a larger terminal is used in part */

/* What a text is, not how it looks: palette.h chooses that.  A state is always a word as well. */
enum style {
	STYLE_NORMAL, STYLE_BOLD, STYLE_DIM, STYLE_REVERSE,
	STYLE_CODE, STYLE_EM, STYLE_STRONG, STYLE_LINK,
	STYLE_HEADING, STYLE_RULE, STYLE_KEY,           /* STYLE_KEY: a key to press, in help lines */
	STYLE_ACCENT, STYLE_GOOD, STYLE_WARN, STYLE_BAD,
	STYLE_TITLE,                                    /* the bar at the top */
	STYLE_SELECTED,                                 /* the entry of a list that Enter takes */
	STYLE_INK,                                      /* a QR code: black on white */
	STYLE_COUNT
};

/* A part of a canvas that a widget may paint in. */
struct pane { int row, column, rows, columns; };

struct canvas;

/* An empty canvas without a cursor; sizes are brought into 1..CANVAS_MAX.  NULL only when out of memory. */
struct canvas *canvas_new(int rows, int columns);
/* NULL does nothing. */
void canvas_free(struct canvas *c);
/* As canvas_clear() at another size; -1 when out of memory: then nothing changed. */
int canvas_resize(struct canvas *c, int rows, int columns);
/* All cells blank and normal, no cursor. */
void canvas_clear(struct canvas *c);
int canvas_rows(const struct canvas *c);
int canvas_columns(const struct canvas *c);
/* The whole of it. */
struct pane canvas_pane(const struct canvas *c);
/* True once memory ran out while drawing: a text is missing. */
bool canvas_failed(const struct canvas *c);

/* ---- drawing ---- */

/* Columns that canvas_put() would take for `len` bytes on an endless row; `scratch` is emptied and used. */
int canvas_columns_of(const char *text, size_t len, struct buf *scratch);
/* One line of text from `column`, clipped at the edge.  Returns the columns it took. */
int canvas_put(struct canvas *c, int row, int column, enum style style, const char *text);
/* As canvas_put() for `len` bytes, and not beyond column `end` - 1. */
int canvas_put_bytes(struct canvas *c, int row, int column, int end, enum style style, const char *text,
    size_t len);
int canvas_printf(struct canvas *c, int row, int column, enum style style, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
/* As canvas_put() in at most `columns` cells; a longer text ends in "..." (in ">" below 8 cells). */
int canvas_put_fit(struct canvas *c, int row, int column, int columns, enum style style, const char *text);
/* As canvas_put(), ending before column `end`; nothing if it does not fit between that and `from`. */
int canvas_put_right(struct canvas *c, int row, int from, int end, enum style style, const char *text);
/*
 * A text wrapped as by text_wrap() into `p`, newlines kept.  Returns the rows it needs, which may be
 * more than `p` has.
 */
int canvas_put_block(struct canvas *c, struct pane p, enum style style, const char *text);
/* Dashes over a whole row. */
void canvas_rule(struct canvas *c, int row);
/* A rule with words in it: "-- Your answer -------- 212 characters, saved --".  Either may be NULL. */
void canvas_rule_titled(struct canvas *c, int row, const char *left, const char *right);
/* `permille` of the cells as #, the rest as -.  Outside 0..1000 counts as the nearest. */
void canvas_bar(struct canvas *c, int row, int column, int columns, int permille, enum style style);
/* Gives the cells of a pane a style, and keeps what stands in them. */
void canvas_restyle(struct canvas *c, struct pane p, enum style style);
void canvas_erase(struct canvas *c, struct pane p);
/* Where the terminal's cursor stands; outside the canvas: hidden. */
void canvas_cursor(struct canvas *c, int row, int column);

/* ---- reading ---- */

struct cell {
	unsigned cp;                    /* 0: right half of a wide character */
	unsigned marks[CANVAS_MARKS];   /* up to the first 0 */
	unsigned short width;           /* 1 or 2; 0 for a right half */
	unsigned short style;           /* enum style */
};

/* Borrowed until the canvas changes.  `row` and `column` lie inside. */
const struct cell *canvas_cell(const struct canvas *c, int row, int column);
/* False: hidden. */
bool canvas_cursor_at(const struct canvas *c, int *row, int *column);
/* Rows as text without blanks at their ends, each with a newline. */
void canvas_dump(struct buf *out, const struct canvas *c);
/*
 * The styles as one letter for each cell, in the form of canvas_dump(): blank normal, b bold, d dim,
 * r reverse, c code, e emphasis, s strong, l link, h heading, - rule, k key, a accent, g good, w warn,
 * x bad, t title, > selected, # ink.
 */
void canvas_dump_styles(struct buf *out, const struct canvas *c);

#endif
