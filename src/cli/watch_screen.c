/* `viva watch` on the full screen. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/signals.h"
#include "cli/tell.h"
#include "cli/watching.h"
#include "viva/decode.h"
#include "viva/screen.h"
#include "viva/term.h"
#include "viva/words.h"

#define READ_BYTES 65536
#define SECOND_MS 1000

struct seen {
	struct watching *watching;
	struct term *term;
	struct decoder *decoder;
	struct canvas *canvas;
	int signal_fd;
	sigset_t mask_before;
	struct screen_watch picture;
	struct buf said;
	bool stalled;                   /* the terminal has not taken the last picture */
	int leaving;                    /* exit status, or -1 */
};

static int64_t
now_ms(const struct seen *s)
{
	return world_now(s->watching->app->world).boot_ms;
}

/* ---- what is told ---- */

static void
say(struct seen *s, const char *words)
{
	buf_clear(&s->said);
	buf_puts(&s->said, words);
}

static int
take_told(struct seen *s, struct err *err)
{
	struct watching *w = s->watching;
	int rc;

	while ((rc = watching_next(w, err)) == 1) {
		bool fresh = w->before.view == NULL || w->before.view->position != w->told.view->position ||
		    w->before.view->phase != w->told.view->phase;

		if (fresh)
			s->picture.anchor = 0;
		say(s, "");
	}
	return rc;
}

static void
announce(struct seen *s)
{
	struct clock_view then;
	struct buf words;
	enum milestone m;

	while ((m = watching_milestone(s->watching, &then)) != MILESTONE_NONE) {
		buf_init(&words);
		words_milestone(&words, m, &then);
		say(s, buf_text(&words));
		buf_finish(&words);
	}
}

static void
seek(struct seen *s)
{
	watching_seek(s->watching);
	if (s->watching->sought)
		say(s, "The interviewer's viva is away; waiting for it.");
}

/* ---- pictures ---- */

static int
paint(struct seen *s, struct err *err)
{
	struct watching *w = s->watching;
	int rows, columns, rc;

	term_size(s->term, &rows, &columns);
	if ((rows != canvas_rows(s->canvas) || columns != canvas_columns(s->canvas)) &&
	    canvas_resize(s->canvas, rows, columns) != 0)
		return err_memory(err);
	s->picture.view = w->told.view;
	s->picture.message = w->told.message != NULL ? w->told.message : "";
	s->picture.said = buf_text(&s->said);
	if (w->told.view != NULL)
		s->picture.clock = watching_clock(w);
	screen_watch(s->canvas, &s->picture);
	rc = term_paint(s->term, s->canvas, err);
	s->stalled = rc == TERM_STALLED;
	return rc < 0 ? -1 : 0;
}

/* ---- keys and signals ---- */

static bool
move_of(enum press key, enum screen_move *move)
{
	switch (key) {
	case PRESS_UP: *move = SCREEN_UP; return true;
	case PRESS_DOWN: *move = SCREEN_DOWN; return true;
	case PRESS_PAGE_UP: *move = SCREEN_PAGE_UP; return true;
	case PRESS_PAGE_DOWN: *move = SCREEN_PAGE_DOWN; return true;
	case PRESS_HOME: *move = SCREEN_HOME; return true;
	case PRESS_END: *move = SCREEN_END; return true;
	default: return false;
	}
}

static void
stop(struct seen *s)
{
	term_suspend(s->term);
	signals_stop_job();
	term_resume(s->term);
}

static void
take_key(struct seen *s, const struct key_press *k)
{
	enum screen_move move;

	if (move_of(k->key, &move)) {
		s->picture.anchor = screen_watch_scroll(&s->picture, canvas_rows(s->canvas),
		    canvas_columns(s->canvas), move);
	} else if (k->key == PRESS_CHAR && k->mods == PRESS_CTRL) {
		if (k->cp == 'c')
			s->leaving = EXIT_INTERRUPT;
		else if (k->cp == 'l')
			term_redraw(s->term);
		else if (k->cp == 'z')
			stop(s);
	} else if (k->key == PRESS_CHAR && k->mods == 0 && k->cp == 'q') {
		s->leaving = EXIT_DONE;
	}
}

static void
take_signal(struct seen *s)
{
	int signo = signals_take(s->signal_fd);

	if (signo == SIGWINCH)
		term_redraw(s->term);           /* smaller for a moment, it may have lost something */
	else if (signo == SIGTSTP)
		stop(s);
	else if (signo != 0 && signo != SIGCHLD)
		s->leaving = (int)signals_status(signo);
}

static int
take_input(struct seen *s, struct err *err)
{
	static char bytes[READ_BYTES];
	ptrdiff_t n = term_read(s->term, bytes, sizeof(bytes));

	if (n == TERM_GONE)
		s->leaving = EXIT_HANGUP;
	return n > 0 && decoder_feed(s->decoder, bytes, (size_t)n, now_ms(s)) != 0 ? err_memory(err) : 0;
}

/* ---- waiting ---- */

static int64_t
earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* When what the clock shows changes next. */
static int64_t
next_second(const struct seen *s)
{
	const struct watching *w = s->watching;
	struct clock_view c;
	int64_t over;

	if (w->told.view == NULL || !w->told.clock_runs || w->told.view->clock.hidden)
		return INT64_MAX;
	c = watching_clock(w);
	over = c.remaining_ms % SECOND_MS;      /* at or below 0 once over */
	return now_ms(s) + (over > 0 ? over : SECOND_MS + over);
}

static int64_t
wake(const struct seen *s)
{
	int64_t at = earlier(next_second(s), watching_milestone_boot_ms(s->watching));

	at = earlier(at, decoder_deadline(s->decoder));
	if (s->watching->fd < 0)
		at = earlier(at, now_ms(s) + WATCHING_AGAIN_MS);
	return s->stalled ? earlier(at, now_ms(s) + TERM_RETRY_MS) : at;
}

static int
wait_once(struct seen *s, struct err *err)
{
	struct watching *w = s->watching;
	int got = world_wait(w->app->world, STDIN_FILENO, s->signal_fd, w->fd, wake(s), err);

	if (got < 0 || (got & WORLD_OTHER && (watching_fill(w, err) != 0 || take_told(s, err) != 0)))
		return -1;
	if (got & WORLD_SIGNAL)
		take_signal(s);
	if (got & WORLD_INPUT)
		return take_input(s, err);
	return decoder_tick(s->decoder, now_ms(s)) != 0 ? err_memory(err) : 0;
}

static int
watch(struct seen *s, struct err *err)
{
	struct key_press k;

	while (s->leaving == -1) {
		if (s->watching->fd < 0)
			seek(s);
		if (watching_is_over(s->watching))
			return EXIT_DONE;
		announce(s);
		if (paint(s, err) != 0 || wait_once(s, err) != 0)
			return (int)err->status;
		while (s->leaving == -1 && decoder_next(s->decoder, &k))
			take_key(s, &k);
	}
	return s->leaving;
}

/* ---- beginning and end ---- */

static int
open_screen(struct seen *s, struct err *err)
{
	struct term_options o = { .in_fd = STDIN_FILENO, .out_fd = STDOUT_FILENO, .type = getenv("TERM"),
		.color = term_color_rule(TERM_COLOR_AUTO, getenv("NO_COLOR"), getenv("CLICOLOR_FORCE")) };
	int rc = term_open(&s->term, &o, err);

	if (rc != 0) {
		err->text[0] = '\0';    /* why there is none is not worth a line */
		return rc;
	}
	s->decoder = decoder_new();
	s->canvas = canvas_new(1, 1);
	if (s->decoder == NULL || s->canvas == NULL)
		return err_memory(err);
	s->signal_fd = signals_open(&s->mask_before, err);
	return s->signal_fd < 0 ? -1 : 0;
}

int
watch_screen(struct watching *w, struct err *err)
{
	struct seen s = { .watching = w, .signal_fd = -1, .leaving = -1 };
	int rc = open_screen(&s, err), status = rc > 0 ? WATCH_NO_SCREEN : rc < 0 ? (int)err->status
	    : watch(&s, err);

	term_close(s.term);
	if (rc == 0 && watching_is_over(w))
		tell(stdout, 0, 0, "The interview is over. Thank you.");
	else if (rc == 0 && status == EXIT_DONE)
		tell(stdout, 0, 0, "The interview goes on; `viva watch` shows it again.");
	decoder_free(s.decoder);
	canvas_free(s.canvas);
	buf_finish(&s.said);
	if (s.signal_fd >= 0)
		signals_close(s.signal_fd, &s.mask_before);
	return status;
}
