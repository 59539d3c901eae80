#include "test.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "ui/palette.h"
#include "viva/canvas.h"
#include "viva/err.h"
#include "viva/term.h"

/* A terminal as its two ends. */
struct line {
	int master, slave;
	struct termios before;
};

static void
line_open(struct line *l, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	CHECK_INT(openpty(&l->master, &l->slave, NULL, NULL, &size), 0);
	fcntl(l->master, F_SETFL, O_NONBLOCK);
	tcgetattr(l->slave, &l->before);
}

static void
line_close(struct line *l)
{
	close(l->master);
	close(l->slave);
}

static bool
modes_as_before(const struct line *l)
{
	struct termios now;

	tcgetattr(l->slave, &now);
	return now.c_iflag == l->before.c_iflag && now.c_oflag == l->before.c_oflag && now.c_cflag == l->before.c_cflag &&
	    now.c_lflag == l->before.c_lflag && memcmp(now.c_cc, l->before.c_cc, sizeof(now.c_cc)) == 0;
}

/* What came out of the terminal's end; NUL-terminated. */
static char received[1 << 20];

#define PATIENCE_MS 20000       /* a busy machine is no failure */

/* All that was sent before this call, however long the kernel takes to hand it over. */
static size_t
receive(const struct line *l)
{
	const char mark = '\005';       /* nothing else sends it */
	struct pollfd in = { .fd = l->master, .events = POLLIN };
	size_t len = 0;
	ssize_t n;

	CHECK_INT(write(l->slave, &mark, 1), 1);
	while (len == 0 || received[len - 1] != mark) {
		CHECK(poll(&in, 1, PATIENCE_MS) > 0);
		n = read(l->master, received + len, sizeof(received) - 1 - len);
		CHECK(n > 0);
		len += (size_t)n;
	}
	received[--len] = '\0';
	return len;
}

/* Paints and reads by turns until the terminal has it all. */
static void
paint_and_read(struct term *t, const struct canvas *c, const struct line *l)
{
	struct pollfd in = { .fd = l->master, .events = POLLIN };
	struct err err;
	ssize_t n;
	int left;

	while ((left = term_paint(t, c, &err)) == TERM_STALLED) {
		CHECK(poll(&in, 1, PATIENCE_MS) > 0);
		n = read(l->master, received, sizeof(received));
		CHECK(n > 0);
	}
	CHECK_INT(left, 0);
	receive(l);
}

static struct term *
start(const struct line *l, const char *type, enum term_color color)
{
	struct term_options o = { .in_fd = l->slave, .out_fd = l->slave, .type = type, .color = color };
	struct term *t;
	struct err err;

	CHECK_INT(term_open(&t, &o, &err), 0);
	return t;
}

TEST(modes_are_as_before_on_every_way_out)
{
	struct line l;
	struct term *t;
	struct canvas *c = canvas_new(24, 80);
	struct err err;

	line_open(&l, 24, 80);
	for (int way = 0; way < 4; way++) {
		t = start(&l, "xterm-256color", TERM_COLOR_AUTO);
		CHECK(!modes_as_before(&l));
		CHECK_INT(term_paint(t, c, &err), 0);
		receive(&l);
		switch (way) {
		case 0:
			break;
		case 1:                 /* never painted again after a suspend */
			term_suspend(t);
			CHECK(modes_as_before(&l));
			break;
		case 2:
			term_suspend(t);
			term_resume(t);
			CHECK(!modes_as_before(&l));
			break;
		default:                /* a fatal signal */
			term_rescue();
			CHECK(modes_as_before(&l));
			CHECK(receive(&l) > 0);
			CHECK(strstr(received, "\033[?2004l") != NULL && strstr(received, "\033[?1049l") != NULL);
			term_rescue();
			CHECK_INT(receive(&l), 0);      /* once is enough */
			break;
		}
		term_close(t);
		CHECK(modes_as_before(&l));
		receive(&l);
		if (way == 0)
			CHECK(strstr(received, "\033[?2004l") != NULL && strstr(received, "\033[?1049l") != NULL);
	}
	canvas_free(c);
	line_close(&l);
}

TEST(a_terminal_without_cursor_motion_is_told_apart)
{
	static const char *const types[] = { "dumb", "no-such-terminal", "", "unknown" };
	struct line l;
	struct term *t;
	struct err err;
	int fds[2];

	line_open(&l, 24, 80);
	for (size_t i = 0; i < 4; i++) {
		struct term_options o = { .in_fd = l.slave, .out_fd = l.slave, .type = types[i] };

		CHECK_INT(term_open(&t, &o, &err), TERM_NOT_POSSIBLE);
		CHECK(err.text[0] != '\0' && t == NULL);
		CHECK(modes_as_before(&l));
		CHECK_INT(receive(&l), 0);
	}
	CHECK_INT(pipe(fds), 0);
	CHECK_INT(term_open(&t, &(struct term_options){ .in_fd = l.slave, .out_fd = fds[1], .type = "xterm" }, &err),
	    TERM_NOT_POSSIBLE);
	CHECK_INT(term_open(&t, &(struct term_options){ .in_fd = fds[0], .out_fd = l.slave, .type = "xterm" }, &err),
	    TERM_NOT_POSSIBLE);
	CHECK_INT(term_open(&t, &(struct term_options){ .in_fd = l.slave, .out_fd = l.slave }, &err), TERM_NOT_POSSIBLE);
	close(fds[0]);
	close(fds[1]);
	line_close(&l);
}

TEST(common_terminals_show_a_screen)
{
	static const char *const types[] = { "xterm", "xterm-256color", "vt100", "linux", "screen", "screen-256color", "tmux",
	    "ansi", "rxvt", "xterm-mono" };
	struct canvas *c = canvas_new(24, 80);
	struct line l;
	struct term *t;
	struct err err;
	struct term_options o = { 0 };
	int shown = 0;

	canvas_put(c, 3, 0, STYLE_BOLD, "Here it stands.");
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		line_open(&l, 24, 80);
		o = (struct term_options){ .in_fd = l.slave, .out_fd = l.slave, .type = types[i] };
		if (term_open(&t, &o, &err) == 0) {     /* a small installation has fewer types */
			CHECK_INT(term_paint(t, c, &err), 0);
			receive(&l);
			CHECK(strstr(received, "Here it stands.") != NULL);
			term_close(t);
			shown++;
		}
		line_close(&l);
	}
	CHECK(shown >= 5);
	canvas_free(c);
}

TEST(a_second_of_a_countdown_is_a_few_bytes_and_erases_nothing)
{
	struct canvas *c = canvas_new(24, 80);
	struct term *t;
	struct line l;
	struct err err;
	size_t bytes = 0;

	line_open(&l, 24, 80);
	t = start(&l, "xterm-256color", TERM_COLOR_AUTO);
	for (int second = 300; second > 0; second--) {
		canvas_clear(c);
		canvas_put(c, 0, 0, STYLE_TITLE, " viva solo");
		canvas_printf(c, 0, 60, STYLE_TITLE, "LEFT %02d:%02d of 05:00", second / 60, second % 60);
		canvas_bar(c, 1, 0, 80, second * 1000 / 300, STYLE_ACCENT);
		canvas_put_block(c, (struct pane){ 3, 0, 10, 80 }, STYLE_NORMAL, "A question that stands still while the clock runs.");
		canvas_cursor(c, 12, 7);
		CHECK_INT(term_paint(t, c, &err), 0);
		if (second == 300) {
			receive(&l);
			continue;
		}
		bytes += receive(&l);
		CHECK(strstr(received, "\033[K") == NULL && strstr(received, "\033[J") == NULL && strstr(received, "\033[2J") == NULL);
	}
	CHECK(bytes / 299 <= 40);
	CHECK_INT(term_paint(t, c, &err), 0);           /* nothing new is nothing sent */
	CHECK_INT(receive(&l), 0);
	term_redraw(t);
	CHECK_INT(term_paint(t, c, &err), 0);
	CHECK(receive(&l) > 200);
	term_close(t);
	canvas_free(c);
	line_close(&l);
}

TEST(a_stalled_terminal_never_blocks_and_catches_up)
{
	struct canvas *c = canvas_new(60, 200);
	struct term *t;
	struct line l;
	struct err err;
	int stalled = 0;

	line_open(&l, 60, 200);
	t = start(&l, "xterm-256color", TERM_COLOR_AUTO);
	for (int frame = 0; frame < 200; frame++) {     /* nobody reads */
		for (int row = 0; row < 59; row++)
			canvas_printf(c, row, 0, (enum style)((row + frame) % STYLE_COUNT), "%0*d", 190, frame * 7919 + row);
		canvas_printf(c, 59, 0, STYLE_NORMAL, "frame %d", frame);
		stalled += term_paint(t, c, &err) == TERM_STALLED;
	}
	CHECK(stalled > 100);
	paint_and_read(t, c, &l);               /* what was begun, and the newest frame */
	term_redraw(t);
	paint_and_read(t, c, &l);
	CHECK(strstr(received, "frame 199") != NULL);
	term_close(t);
	canvas_free(c);
	line_close(&l);
}

TEST(a_closed_terminal_is_said_at_once)
{
	struct canvas *c = canvas_new(24, 80);
	struct term *t;
	struct line l;
	struct err err;
	char bytes[16];

	line_open(&l, 24, 80);
	t = start(&l, "xterm", TERM_COLOR_AUTO);
	CHECK_INT(term_paint(t, c, &err), 0);
	close(l.master);
	CHECK_INT(term_read(t, bytes, sizeof(bytes)), TERM_GONE);
	canvas_put(c, 0, 0, STYLE_NORMAL, "x");
	CHECK_INT(term_paint(t, c, &err), -1);
	CHECK_INT(err.status, EXIT_HANGUP);
	term_close(t);
	close(l.slave);
	canvas_free(c);
}

TEST(bytes_of_the_keyboard_come_raw)
{
	struct term *t;
	struct line l;
	char bytes[64];

	line_open(&l, 24, 80);
	t = start(&l, "xterm", TERM_COLOR_AUTO);
	CHECK_INT(write(l.master, "a\r\003\032\021\023\034\177", 8), 8);
	CHECK_INT(term_read(t, bytes, sizeof(bytes)), 8);
	CHECK(memcmp(bytes, "a\r\003\032\021\023\034\177", 8) == 0);
	term_close(t);
	line_close(&l);
}

TEST(any_number_of_resizes_ends_like_a_fresh_start)
{
	struct canvas *c = canvas_new(24, 80);
	struct term *t;
	struct line l;
	struct err err;
	struct winsize size = { 0 };
	int rounds = test_size(300, 300, 3000);
	unsigned state = 1;
	size_t fresh;

	line_open(&l, 24, 80);
	t = start(&l, "xterm", TERM_COLOR_AUTO);
	for (int i = 0; i <= rounds; i++) {
		int rows, columns;

		state = state * 1103515245 + 12345;
		size.ws_row = (unsigned short)(i == rounds ? 24 : 1 + state / 65536 % 60);
		state = state * 1103515245 + 12345;
		size.ws_col = (unsigned short)(i == rounds ? 80 : 1 + state / 65536 % 200);
		ioctl(l.master, TIOCSWINSZ, &size);
		if (i % 3 == 0)         /* a canvas of another size than the terminal does no harm */
			canvas_resize(c, size.ws_row + (int)(state % 3) - 1, size.ws_col);
		term_size(t, &rows, &columns);
		CHECK_INT(rows, size.ws_row);
		CHECK_INT(columns, size.ws_col);
		if (i == rounds)
			canvas_resize(c, rows, columns);
		canvas_clear(c);
		canvas_put_block(c, canvas_pane(c), STYLE_CODE, "漢字 and words that fill more than one row of a small screen");
		CHECK_INT(term_paint(t, c, &err), 0);
		receive(&l);
	}
	term_redraw(t);
	CHECK_INT(term_paint(t, c, &err), 0);
	fresh = receive(&l);
	CHECK(fresh > 0 && strstr(received, "漢字 and words that fill more than one row of a small screen") != NULL);
	term_close(t);
	canvas_free(c);
	line_close(&l);
}

TEST(colour_follows_option_then_no_color_then_force)
{
	CHECK_INT(term_color_rule(TERM_COLOR_AUTO, NULL, NULL), TERM_COLOR_AUTO);
	CHECK_INT(term_color_rule(TERM_COLOR_AUTO, "", "0"), TERM_COLOR_AUTO);
	CHECK_INT(term_color_rule(TERM_COLOR_AUTO, "1", "1"), TERM_COLOR_NEVER);
	CHECK_INT(term_color_rule(TERM_COLOR_AUTO, NULL, "1"), TERM_COLOR_ALWAYS);
	CHECK_INT(term_color_rule(TERM_COLOR_ALWAYS, "1", NULL), TERM_COLOR_ALWAYS);
	CHECK_INT(term_color_rule(TERM_COLOR_NEVER, NULL, "1"), TERM_COLOR_NEVER);
}

static bool
sends_colour(const char *type, enum term_color color)
{
	struct canvas *c = canvas_new(24, 80);
	struct term *t;
	struct line l;
	struct err err;
	bool coloured;

	line_open(&l, 24, 80);
	for (int s = 0; s < STYLE_INK; s++)
		canvas_put(c, s, 0, (enum style)s, "words");
	t = start(&l, type, color);
	CHECK_INT(term_paint(t, c, &err), 0);
	receive(&l);
	coloured = strstr(received, "[38;5;") != NULL || strstr(received, "[31m") != NULL || strstr(received, ";31m") != NULL ||
	    strstr(received, "[35m") != NULL;
	CHECK(strstr(received, "[48;") == NULL);        /* no background but ink's, which is the last style */
	CHECK_INT(coloured, term_has_color(t));
	term_close(t);
	line_close(&l);
	canvas_free(c);
	return coloured;
}

TEST(colour_is_used_only_where_wanted_and_there)
{
	CHECK(sends_colour("xterm-256color", TERM_COLOR_AUTO));
	CHECK(sends_colour("xterm", TERM_COLOR_AUTO));
	CHECK(!sends_colour("xterm-256color", TERM_COLOR_NEVER));
	CHECK(!sends_colour("vt100", TERM_COLOR_ALWAYS));
}

/* Relative luminance of an entry of the 256-colour table (WCAG 2.1). */
static double
luminance(int color)
{
	static const double of_level[] = { 0, 0.114435, 0.242281, 0.428690, 0.679542, 1 };     /* 0 95 135 175 215 255 */

	if (color >= 232) {
		double v = (8 + 10 * (color - 232)) / 255.0;

		CHECK_INT(color, 243);
		v = v <= 0.04045 ? v / 12.92 : v;
		return v > 0.4 ? 0.181164 : v;          /* of 118 of 255 */
	}
	color -= 16;
	return 0.2126 * of_level[color / 36] + 0.7152 * of_level[color / 6 % 6] + 0.0722 * of_level[color % 6];
}

TEST(colours_stand_out_from_black_and_from_white)
{
	for (int s = 0; s < STYLE_COUNT; s++) {
		struct look look = palette_look((enum style)s, 256), mono = palette_look((enum style)s, 0);

		CHECK_INT(mono.color, PALETTE_OWN);
		CHECK_INT(mono.background, PALETTE_OWN);
		CHECK_INT(look.background == PALETTE_OWN, s != STYLE_INK);
		if (s == STYLE_INK) {           /* a code for cameras, on its own ground */
			CHECK((luminance(look.background) + 0.05) / (luminance(look.color) + 0.05) >= 20);
			continue;
		}
		if (look.color == PALETTE_OWN)
			continue;
		CHECK((luminance(look.color) + 0.05) / 0.05 >= 4);
		CHECK(1.05 / (luminance(look.color) + 0.05) >= 4);
	}
}

TEST(a_stop_that_comes_while_it_paints_is_not_lost)
{
	struct line l;
	struct term *t;
	struct canvas *c = canvas_new(24, 80);
	sigset_t stop, before, pending;

	line_open(&l, 24, 80);
	t = start(&l, "xterm", TERM_COLOR_NEVER);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigprocmask(SIG_BLOCK, &stop, &before);
	raise(SIGTSTP);
	paint_and_read(t, c, &l);
	sigpending(&pending);
	CHECK(sigismember(&pending, SIGTSTP));
	signal(SIGTSTP, SIG_IGN);               /* takes the pending one away */
	signal(SIGTSTP, SIG_DFL);
	sigprocmask(SIG_SETMASK, &before, NULL);
	term_close(t);
	canvas_free(c);
	line_close(&l);
}

TEST(handlers_of_signals_stay_those_of_the_program)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGTSTP, SIGWINCH };
	struct sigaction before[4], now;        /* a job in the background begins with SIGINT ignored */
	struct term *t;
	struct line l;

	for (size_t i = 0; i < 4; i++)
		sigaction(signals[i], NULL, &before[i]);
	line_open(&l, 24, 80);
	t = start(&l, "xterm", TERM_COLOR_AUTO);
	for (size_t i = 0; i < 4; i++) {
		sigaction(signals[i], NULL, &now);
		CHECK(now.sa_handler == before[i].sa_handler);
	}
	CHECK_INT(fcntl(l.slave, F_GETFL) & O_NONBLOCK, 0);     /* others have this description open too */
	term_close(t);
	line_close(&l);
}
