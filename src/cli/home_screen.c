/* Home on the full screen. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/home.h"
#include "cli/signals.h"
#include "viva/decode.h"
#include "viva/term.h"

#define READ_BYTES 65536

enum page { PAGE_HOME, PAGE_BANKS, PAGE_TEXT };

struct screen {
	struct app *app;
	struct home *home;
	struct term *term;
	struct decoder *decoder;
	struct canvas *canvas;
	int signal_fd;
	sigset_t mask_before;
	int rows, columns;

	enum page page;
	enum home_action shown;         /* PAGE_TEXT; HOME_RUN: help */
	struct buf text;
	const char *title;
	int first;                      /* line of the text at the top */
	size_t bank;                    /* PAGE_BANKS: the one selected */

	bool stalled;                   /* the terminal has not taken the last picture */
	bool leave;
	struct home_entry *chosen;
};

static int64_t
now_ms(const struct screen *s)
{
	return world_now(s->app->world).boot_ms;
}

/* ---- pictures ---- */

/* Text is made for a width, so another width makes it again. */
static void
make_text(struct screen *s)
{
	buf_clear(&s->text);
	if (s->shown != HOME_RUN) {
		s->title = home_page(&s->text, s->home, s->shown, s->columns);
		return;
	}
	s->title = "Help";
	home_help(&s->text, s->home, s->columns);
}

static void
paint_banks(struct screen *s)
{
	struct home_choice choices[HOME_CHOICES_MAX];
	struct home_view v = { .bank = "Question sets",
		.candidate = s->home->view.candidate,
		.choices = choices,
		.standing = "Which question set?",
		.next = "Enter takes the one that is marked; q goes back." };

	for (size_t i = 0; i < s->home->banks.count && i < HOME_CHOICES_MAX; i++)
		choices[v.choice_count++] = (struct home_choice){ (char)(i < 9 ? '1' + i : ' '),
			s->home->banks.v[i] };
	v.selected = s->bank;
	home_paint(s->canvas, &v);
}

static int
paint(struct screen *s, struct err *err)
{
	int rc;

	switch (s->page) {
	case PAGE_HOME:
		home_paint(s->canvas, &s->home->view);
		break;
	case PAGE_BANKS:
		paint_banks(s);
		break;
	case PAGE_TEXT:
		home_paint_page(s->canvas, s->title, buf_text(&s->text), s->first);
		break;
	}
	rc = term_paint(s->term, s->canvas, err);
	s->stalled = rc == TERM_STALLED;
	return rc < 0 ? -1 : 0;
}

static int
resized(struct screen *s, struct err *err)
{
	term_size(s->term, &s->rows, &s->columns);
	if (canvas_resize(s->canvas, s->rows, s->columns) != 0)
		return err_memory(err);
	if (s->page == PAGE_TEXT) {
		make_text(s);
		if (s->first > home_page_last(s->canvas, buf_text(&s->text)))
			s->first = home_page_last(s->canvas, buf_text(&s->text));
	}
	return 0;
}

/* ---- keys ---- */

static void
open_text(struct screen *s, enum home_action page)
{
	s->page = PAGE_TEXT;
	s->shown = page;
	s->first = 0;
	make_text(s);
}

static void
take_entry(struct screen *s, size_t i)
{
	struct home_entry *e = &s->home->entries[i];

	s->home->view.selected = i;
	switch (e->action) {
	case HOME_RUN:
		s->chosen = e;
		s->leave = true;
		break;
	case HOME_BANK:
		s->page = PAGE_BANKS;
		s->bank = 0;
		break;
	case HOME_HISTORY:
	case HOME_STATS:
	case HOME_NEXT:
		open_text(s, e->action);
		break;
	}
}

/* A step up or down in a list of `count`. */
static size_t
step(size_t at, size_t count, enum press key)
{
	switch (key) {
	case PRESS_UP: return at > 0 ? at - 1 : at;
	case PRESS_DOWN: return at + 1 < count ? at + 1 : at;
	case PRESS_HOME: case PRESS_PAGE_UP: return 0;
	case PRESS_END: case PRESS_PAGE_DOWN: return count - 1;
	default: return at;
	}
}

static bool
is_char(const struct key_press *k, unsigned cp)
{
	return k->key == PRESS_CHAR && k->mods == 0 && k->cp == cp;
}

static bool
goes_back(const struct key_press *k)
{
	return is_char(k, 'q') || k->key == PRESS_ESCAPE || k->key == PRESS_BACKSPACE || k->key == PRESS_LEFT;
}

static void
key_at_home(struct screen *s, const struct key_press *k)
{
	struct home_view *v = &s->home->view;
	size_t i;

	v->selected = step(v->selected, v->choice_count, k->key);
	if (is_char(k, 'q')) {
		s->leave = true;
	} else if (is_char(k, '?')) {
		open_text(s, HOME_RUN);
	} else if (k->key == PRESS_ENTER || is_char(k, ' ')) {
		take_entry(s, v->selected);
	} else if (k->key == PRESS_CHAR && k->mods == 0) {
		i = home_find(s->home, k->cp);
		if (i != HOME_NOT_FOUND)
			take_entry(s, i);
	}
}

/* Loads home again for another question set; one that cannot be loaded leaves things as they are. */
static int
take_bank(struct screen *s, size_t i, struct err *err)
{
	const char *before = s->app->bank_spec;
	struct home other;
	char *name = strdup(s->home->banks.v[i]);

	if (name == NULL)
		return err_memory(err);
	s->app->bank_spec = name;
	s->page = PAGE_HOME;
	if (home_load(&other, s->app, err) != 0) {
		home_finish(&other);
		s->app->bank_spec = before;
		free(name);
		return -1;
	}
	home_finish(s->home);
	*s->home = other;
	s->home->view.choices = s->home->choices;
	free(s->app->bank_chosen);
	s->app->bank_chosen = name;
	return 0;
}

static int
key_at_banks(struct screen *s, const struct key_press *k, struct err *err)
{
	size_t count = s->home->banks.count < HOME_CHOICES_MAX ? s->home->banks.count : HOME_CHOICES_MAX;

	s->bank = step(s->bank, count, k->key);
	if (goes_back(k))
		s->page = PAGE_HOME;
	else if (k->key == PRESS_ENTER || is_char(k, ' '))
		return take_bank(s, s->bank, err);
	else if (k->key == PRESS_CHAR && k->cp >= '1' && k->cp <= '9' && k->cp - '1' < count)
		return take_bank(s, k->cp - '1', err);
	return 0;
}

static void
key_at_text(struct screen *s, const struct key_press *k)
{
	int last = home_page_last(s->canvas, buf_text(&s->text)), page = s->rows > 4 ? s->rows - 4 : 1,
	    to = s->first;

	if (goes_back(k) || is_char(k, '?')) {
		s->page = PAGE_HOME;
		return;
	}
	if (k->key == PRESS_UP)
		to--;
	else if (k->key == PRESS_DOWN || k->key == PRESS_ENTER)
		to++;
	else if (k->key == PRESS_PAGE_UP)
		to -= page;
	else if (k->key == PRESS_PAGE_DOWN || is_char(k, ' '))
		to += page;
	else if (k->key == PRESS_HOME)
		to = 0;
	else if (k->key == PRESS_END)
		to = last;
	s->first = to < 0 ? 0 : to > last ? last : to;
}

/* As if the terminal had stopped the job on Ctrl-Z. */
static int
stop(struct screen *s, struct err *err)
{
	term_suspend(s->term);
	signals_stop_job();
	term_resume(s->term);
	return resized(s, err);
}

static int
take_key(struct screen *s, const struct key_press *k, struct err *err)
{
	if (k->key == PRESS_CHAR && k->mods == PRESS_CTRL) {
		if (k->cp == 'c') {
			err->text[0] = '\0';
			err->status = EXIT_INTERRUPT;
			return -1;
		}
		if (k->cp == 'l')
			term_redraw(s->term);
		return k->cp == 'z' ? stop(s, err) : 0;
	}
	if (s->page == PAGE_BANKS)
		return key_at_banks(s, k, err);
	if (s->page == PAGE_TEXT)
		key_at_text(s, k);
	else
		key_at_home(s, k);
	return 0;
}

/* ---- waiting ---- */

static int
take_signal(struct screen *s, struct err *err)
{
	int signo = signals_take(s->signal_fd);

	if (signo == 0 || signo == SIGCHLD)
		return 0;
	if (signo == SIGWINCH) {
		term_redraw(s->term);           /* smaller for a moment, it may have lost something */
		return resized(s, err);
	}
	if (signo == SIGTSTP)
		return stop(s, err);
	err->text[0] = '\0';
	err->status = signals_status(signo);
	return -1;
}

static int
take_input(struct screen *s, struct err *err)
{
	static char bytes[READ_BYTES];
	ptrdiff_t n = term_read(s->term, bytes, sizeof(bytes));

	if (n == TERM_GONE) {
		err->text[0] = '\0';
		err->status = EXIT_HANGUP;
		return -1;
	}
	return n > 0 && decoder_feed(s->decoder, bytes, (size_t)n, now_ms(s)) != 0 ? err_memory(err) : 0;
}

static int
wait_once(struct screen *s, struct err *err)
{
	int64_t wake = decoder_deadline(s->decoder);
	int got;

	if (s->stalled && now_ms(s) + TERM_RETRY_MS < wake)
		wake = now_ms(s) + TERM_RETRY_MS;
	got = world_wait(s->app->world, STDIN_FILENO, s->signal_fd, -1, wake, err);
	if (got < 0 || (got & WORLD_SIGNAL && take_signal(s, err) != 0))
		return -1;
	if (got & WORLD_INPUT)
		return take_input(s, err);
	return decoder_tick(s->decoder, now_ms(s)) != 0 ? err_memory(err) : 0;
}

static int
run(struct screen *s, struct err *err)
{
	struct key_press k;

	while (!s->leave) {
		if (paint(s, err) != 0 || wait_once(s, err) != 0)
			return -1;
		while (!s->leave && decoder_next(s->decoder, &k))
			if (take_key(s, &k, err) != 0)
				return -1;
	}
	return 0;
}

static int
open_screen(struct screen *s, struct err *err)
{
	struct term_options o = { .in_fd = STDIN_FILENO, .out_fd = STDOUT_FILENO, .type = getenv("TERM"),
		.color = term_color_rule(TERM_COLOR_AUTO, getenv("NO_COLOR"), getenv("CLICOLOR_FORCE")) };
	int rc = term_open(&s->term, &o, err);

	if (rc != 0) {
		err->text[0] = '\0';    /* why there is none is not worth a line */
		return rc < 0 ? -1 : HOME_NO_SCREEN;
	}
	s->decoder = decoder_new();
	s->canvas = canvas_new(1, 1);
	if (s->decoder == NULL || s->canvas == NULL)
		return err_memory(err);
	s->signal_fd = signals_open(&s->mask_before, err);
	return s->signal_fd < 0 ? -1 : resized(s, err);
}

int
home_screen(struct home *h, struct app *app, struct home_entry **chosen, struct err *err)
{
	struct screen s = { .app = app, .home = h, .signal_fd = -1 };
	int rc = open_screen(&s, err);

	if (rc == 0)
		rc = run(&s, err);
	*chosen = s.chosen;
	term_close(s.term);
	decoder_free(s.decoder);
	canvas_free(s.canvas);
	buf_finish(&s.text);
	signals_close(s.signal_fd, &s.mask_before);
	return rc;
}
