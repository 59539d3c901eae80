#ifndef VIVA_TERM_H
#define VIVA_TERM_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/canvas.h"
struct err;
/*
 * The terminal as a screen: shows canvases and hands back raw bytes.  One at a time in a
 * process.  Never waits: what a stalled terminal does not take is kept, and the next
 * canvas is compared with what it has got.  Every way out leaves the terminal's modes as they were found.
 */
struct term;

enum term_color { TERM_COLOR_AUTO, TERM_COLOR_ALWAYS, TERM_COLOR_NEVER };

enum {
	TERM_NOT_POSSIBLE = 1,  /* term_open: no terminal, or one without cursor motion */
	TERM_STALLED = 1,       /* term_paint: not painted, call again soon (TERM_RETRY_MS) */
	TERM_GONE = -2          /* term_read: the terminal was closed */
};
#define TERM_RETRY_MS 50

struct term_options {
	int in_fd, out_fd;
	const char *type;       /* $TERM, or NULL */
	enum term_color color;
};

/*
 * The user's wish: the option first (anything but AUTO), then NO_COLOR if set and not empty, then
 * CLICOLOR_FORCE if set and neither empty nor "0", else AUTO.  Either may be NULL.
 */
enum term_color term_color_rule(enum term_color option, const char *no_color, const char *clicolor_force);

/*
 * Takes over the terminal: alternate screen, raw mode, bracketed paste.  TERM_NOT_POSSIBLE changes nothing
 * and says in err->text why, so that the caller takes plain lines.  Sets LC_CTYPE to C.UTF-8 unless the
 * locale set is UTF-8 already.  TERM_COLOR_ALWAYS cannot add colours to a terminal type that has none.
 */
int term_open(struct term **out, const struct term_options *o, struct err *err);
/* Gives the terminal back as it was.  NULL does nothing. */
void term_close(struct term *t);
/*
 * The same from a handler of a fatal signal or atexit(): async-signal-safe, may be called at any time, with
 * or without an open terminal.
 */
void term_rescue(void);

/* Rows and columns as they are now; at least 1. */
void term_size(const struct term *t, int *rows, int *columns);
/*
 * Shows `c`, of any size.  0 once the terminal has taken it all, TERM_STALLED if something is left (the
 * canvas may then not have been looked at), -1 with EXIT_HANGUP if the terminal is gone.
 */
int term_paint(struct term *t, const struct canvas *c, struct err *err);
/*
 * The next term_paint() draws every cell again: for ^L, and at each SIGWINCH, since a terminal that was
 * smaller for a moment may have lost a part of what it showed.
 */
void term_redraw(struct term *t);
/* Bytes from the keyboard for decoder_feed(): their number, 0 if there are none after all, TERM_GONE. */
ptrdiff_t term_read(struct term *t, char *bytes, size_t size);
/*
 * Leaves the screen and restores the modes for Ctrl-Z or a child process; term_resume() takes over
 * again, at whatever size and modes are found then, and redraws.
 */
void term_suspend(struct term *t);
void term_resume(struct term *t);
/* Whether colours are in use. */
bool term_has_color(const struct term *t);

#endif
