/*
 * ncurses decides what to send for a canvas, and only that: it writes to a file in memory, never
 * reads, and never sees the terminal.  So it cannot wait for a stalled terminal, and modes,
 * signals and sizes are ours.
 */
#include "viva/term.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#include "ui/palette.h"
#include "ui/terminfo.h"
#include "ui/tty.h"
#include "viva/err.h"

#define PASTE_MARKS_ON "\033[?2004h"
#define PASTE_MARKS_OFF "\033[?2004l"
#define CLOSE_WAIT_MS 500       /* for a slow terminal to take what puts it in order */
#define CAPABILITY_BYTES 16     /* a name of terminfo has a few letters */
#define REPLACEMENT L'\uFFFD'
#define WIDE_REPLACEMENT L'\u3013'      /* the geta mark: two cells for what cannot be shown */

struct term {
	struct tty tty;
	SCREEN *screen;
	FILE *memory, *no_input;        /* what ncurses writes to and would read from */
	bool has_color, has_marks;      /* colours, marks around pastes */
	bool away;                      /* suspended */
	bool cursor_shown;
	attr_t looks[STYLE_COUNT];      /* attributes of each style */
	short pairs[STYLE_COUNT];       /* and its colours, 0: the terminal's own */
	struct cell *shown;             /* what ncurses was told, rows * columns; cp 0 and width 1: nothing */
	int rows, columns;
};

enum term_color
term_color_rule(enum term_color option, const char *no_color, const char *clicolor_force)
{
	if (option != TERM_COLOR_AUTO)
		return option;
	if (no_color != NULL && *no_color != '\0')
		return TERM_COLOR_NEVER;
	if (clicolor_force != NULL && *clicolor_force != '\0' && strcmp(clicolor_force, "0") != 0)
		return TERM_COLOR_ALWAYS;
	return TERM_COLOR_AUTO;
}

/* ---- what the terminal can do ---- */

static const char *
capability(const char *name)
{
	char copy[CAPABILITY_BYTES];            /* ncurses wants no const */
	const char *s;

	snprintf(copy, sizeof(copy), "%s", name);
	s = tigetstr(copy);
	return (intptr_t)s == -1 ? NULL : s;
}

/* Appends a capability without its padding, which no terminal of today needs. */
static void
add_capability(struct buf *out, const char *name)
{
	const char *s = capability(name);

	while (s != NULL && *s != '\0') {
		if (s[0] == '$' && s[1] == '<' && strchr(s, '>') != NULL) {
			s = strchr(s, '>') + 1;
			continue;
		}
		buf_putc(out, *s++);
	}
}

/* ---- ncurses on a file in memory ---- */

static void
move_output(struct term *t)
{
	char bytes[4096];
	off_t at = 0;
	ssize_t n;
	int fd = fileno(t->memory);

	while ((n = pread(fd, bytes, sizeof(bytes), at)) > 0) {
		tty_send(&t->tty, bytes, (size_t)n);
		at += n;
	}
	if (at > 0 && (ftruncate(fd, 0) != 0 || lseek(fd, 0, SEEK_SET) != 0))
		t->tty.pending.failed = true;
}

static FILE *
open_memory(void)
{
	int fd = memfd_create("viva-screen", MFD_CLOEXEC);
	FILE *f = fd >= 0 ? fdopen(fd, "w+") : NULL;

	if (f == NULL && fd >= 0)
		close(fd);
	return f;
}

static void
not_yours(int signo)
{
	(void)signo;
}

/*
 * newterm() takes over signals; their handlers belong to the program.  A SIGTSTP that has a handler it
 * leaves alone for good.  It would ignore one without while it paints, and then Ctrl-Z is lost if it
 * comes just then: ignoring a signal takes the pending one away, blocked or not.
 */
static SCREEN *
new_screen(const char *type, FILE *out, FILE *in)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGTSTP, SIGWINCH };
	const struct sigaction handled = { .sa_handler = not_yours };
	struct sigaction before[sizeof(signals) / sizeof(signals[0])];
	SCREEN *screen;

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaction(signals[i], NULL, &before[i]);
	sigaction(SIGTSTP, &handled, NULL);
	use_env(FALSE);         /* LINES and COLUMNS may be old; the size comes from the terminal */
	screen = newterm(type, out, in);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaction(signals[i], &before[i], NULL);
	return screen;
}

static attr_t
attributes_of(unsigned look)
{
	return (look & LOOK_BOLD ? WA_BOLD : 0) | (look & LOOK_DIM ? WA_DIM : 0) |
	    (look & LOOK_UNDERLINE ? WA_UNDERLINE : 0) | (look & LOOK_REVERSE ? WA_REVERSE : 0);
}

static void
choose_looks(struct term *t, enum term_color color)
{
	int colors = 0;

	if (color != TERM_COLOR_NEVER && has_colors() && start_color() == OK && use_default_colors() == OK)
		colors = COLORS;
	if (colors > 256)
		colors = 8;             /* numbers beyond the first eight mean something else there */
	t->has_color = colors >= 8;
	for (int s = 0; s < STYLE_COUNT; s++) {
		struct look look = palette_look((enum style)s, colors);

		t->looks[s] = attributes_of(look.attributes);
		if (look.color != PALETTE_OWN &&
		    init_pair((short)(s + 1), (short)look.color, (short)look.background) == OK)
			t->pairs[s] = (short)(s + 1);
	}
}

/* The screen of ncurses and ours get the terminal's size, and all is painted anew. */
static int
fit(struct term *t, int rows, int columns)
{
	struct cell *shown;

	rows = rows > CANVAS_MAX ? CANVAS_MAX : rows;
	columns = columns > CANVAS_MAX ? CANVAS_MAX : columns;
	shown = calloc((size_t)rows * (size_t)columns, sizeof(*shown));
	if (shown == NULL || resize_term(rows, columns) != OK) {
		free(shown);
		return -1;
	}
	free(t->shown);
	t->shown = shown;
	t->rows = rows;
	t->columns = columns;
	werase(stdscr);
	clearok(curscr, TRUE);
	return 0;
}

/* What leaves the screen in order whatever was sent before. */
static void
make_leave(struct term *t, struct buf *out)
{
	if (t->has_marks)
		buf_puts(out, PASTE_MARKS_OFF);
	add_capability(out, "sgr0");
	add_capability(out, "cnorm");
	add_capability(out, "rmcup");
}

static int
enter(struct term *t, struct err *err)
{
	struct buf leave;
	int rows, columns, result = -1;

	buf_init(&leave);
	make_leave(t, &leave);
	tty_size(&t->tty, &rows, &columns);
	if (buf_failed(&leave) || fit(t, rows, columns) != 0)
		err_memory(err);
	else
		result = tty_raw(&t->tty, buf_text(&leave), leave.len, err);
	buf_finish(&leave);
	if (result == 0 && t->has_marks)
		tty_send(&t->tty, PASTE_MARKS_ON, sizeof(PASTE_MARKS_ON) - 1);
	t->cursor_shown = true;
	return result;
}

static void
leave(struct term *t)
{
	if (t->has_marks)
		tty_send(&t->tty, PASTE_MARKS_OFF, sizeof(PASTE_MARKS_OFF) - 1);
	endwin();
	move_output(t);
	tty_drain(&t->tty, CLOSE_WAIT_MS);
	tty_restore(&t->tty);
}

static void
release(struct term *t)
{
	if (t->screen != NULL)
		delscreen(t->screen);
	if (t->memory != NULL)
		fclose(t->memory);
	if (t->no_input != NULL)
		fclose(t->no_input);
	tty_close(&t->tty);
	free(t->shown);
	free(t);
}

static int
make_screen(struct term *t, const struct term_options *o, struct err *err)
{
	t->memory = open_memory();
	t->no_input = fopen("/dev/null", "re");
	if (t->memory == NULL || t->no_input == NULL)
		return err_errno(err, "cannot prepare the screen");
	t->screen = new_screen(o->type, t->memory, t->no_input);
	if (t->screen == NULL)
		return err_set(err, EXIT_FINDINGS, "a terminal of type \"%s\" cannot show a screen", o->type);
	typeahead(-1);          /* no half frames */
	choose_looks(t, o->color);
	t->has_marks = strncmp(capability("cup"), "\033[", 2) == 0;
	return 0;
}

int
term_open(struct term **out, const struct term_options *o, struct err *err)
{
	struct term *t = calloc(1, sizeof(*t));

	*out = NULL;
	if (t == NULL)
		return err_memory(err);
	if (tty_open(&t->tty, o->in_fd, o->out_fd, err) != 0 || terminfo_suits(o->type, o->out_fd, err) != 0) {
		release(t);
		return TERM_NOT_POSSIBLE;
	}
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	if (make_screen(t, o, err) != 0) {
		release(t);
		return err->status == EXIT_FINDINGS ? TERM_NOT_POSSIBLE : -1;
	}
	if (enter(t, err) != 0) {
		release(t);
		return -1;
	}
	*out = t;
	return 0;
}

void
term_close(struct term *t)
{
	if (t == NULL)
		return;
	if (!t->away)
		leave(t);
	release(t);
}

void
term_rescue(void)
{
	tty_rescue();
}

void
term_suspend(struct term *t)
{
	if (!t->away)
		leave(t);
	t->away = true;
}

void
term_resume(struct term *t)
{
	if (!t->away)
		return;
	t->away = false;
	/* A failure shows at the next painting. */
	enter(t, NULL);
}

void
term_size(const struct term *t, int *rows, int *columns)
{
	tty_size(&t->tty, rows, columns);
}

bool
term_has_color(const struct term *t)
{
	return t->has_color;
}

void
term_redraw(struct term *t)
{
	clearok(curscr, TRUE);
	memset(t->shown, 0, (size_t)t->rows * (size_t)t->columns * sizeof(*t->shown));
}

/* ---- painting ---- */

/* A cell as ncurses wants it; on whose width we do not agree becomes a replacement of the right width. */
static void
to_cchar(const struct term *t, const struct cell *cell, cchar_t *out)
{
	wchar_t text[1 + CANVAS_MARKS + 1];
	size_t len = 0;

	text[len++] = (wchar_t)cell->cp;
	if (wcwidth(text[0]) != cell->width)
		text[0] = cell->width == 2 ? WIDE_REPLACEMENT : REPLACEMENT;
	for (int i = 0; i < CANVAS_MARKS && cell->marks[i] != 0; i++)
		if (wcwidth((wchar_t)cell->marks[i]) == 0)
			text[len++] = (wchar_t)cell->marks[i];
	text[len] = L'\0';
	if (setcchar(out, text, t->looks[cell->style], t->pairs[cell->style], NULL) != OK)
		setcchar(out, L" ", WA_NORMAL, 0, NULL);
}

static const struct cell blank = { .cp = ' ', .width = 1, .style = STYLE_NORMAL };

/* What column `x` of the terminal shows: the canvas may be smaller, and its edge may cut a wide cell. */
static struct cell
wanted(const struct term *t, const struct canvas *c, int row, int x)
{
	const struct cell *cell;

	if (row >= canvas_rows(c) || x >= canvas_columns(c))
		return blank;
	cell = canvas_cell(c, row, x);
	return cell->width == 2 && x + 1 >= t->columns ? blank : *cell;
}

static void
paint_row(struct term *t, const struct canvas *c, int row)
{
	struct cell *shown = t->shown + (size_t)row * (size_t)t->columns;
	cchar_t cells[CANVAS_MAX];
	bool changed = false;
	int count = 0;

	for (int x = 0; x < t->columns; x++) {
		struct cell cell = wanted(t, c, row, x);

		if (memcmp(&shown[x], &cell, sizeof(cell)) != 0) {
			shown[x] = cell;
			changed = true;
		}
	}
	if (!changed)
		return;
	for (int x = 0; x < t->columns; x++)
		if (shown[x].width > 0)
			to_cchar(t, &shown[x], &cells[count++]);
	mvadd_wchnstr(row, 0, cells, count);
}

static void
place_cursor(struct term *t, const struct canvas *c)
{
	int row, column;
	bool shown = canvas_cursor_at(c, &row, &column) && row < t->rows && column < t->columns;

	if (shown != t->cursor_shown)
		curs_set(shown);
	t->cursor_shown = shown;
	leaveok(stdscr, !shown);        /* a hidden cursor may stay where it is: fewer bytes */
	if (shown)
		move(row, column);
}

int
term_paint(struct term *t, const struct canvas *c, struct err *err)
{
	int left = tty_flush(&t->tty), rows, columns;

	if (left == 0) {
		tty_size(&t->tty, &rows, &columns);
		if ((rows != t->rows || columns != t->columns) && fit(t, rows, columns) != 0)
			return err_memory(err);
		for (int row = 0; row < t->rows; row++)
			paint_row(t, c, row);
		place_cursor(t, c);
		wnoutrefresh(stdscr);
		doupdate();
		move_output(t);
		left = tty_flush(&t->tty);
	}
	if (left < 0)
		return err_set(err, EXIT_HANGUP, "the terminal is gone");
	return left == 0 ? 0 : TERM_STALLED;
}

ptrdiff_t
term_read(struct term *t, char *bytes, size_t size)
{
	ssize_t n = read(t->tty.in_fd, bytes, size);

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return 0;
	return n > 0 ? n : TERM_GONE;
}
