/* The full screen: what a sitting says becomes a picture. */
#include "cli/front_screen.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/child.h"
#include "cli/sitting.h"
#include "cli/tell.h"
#include "viva/words.h"

#define READ_BYTES 65536
#define WARNING_STAYS_MS 5000   /* of the clock, while keys are pressed */

static struct screen_front *
of(struct front *f)
{
	return (struct screen_front *)f;
}

/* ---- what is said ---- */

void
screen_front_say(struct screen_front *sf, bool warns, const char *words)
{
	if (words[0] == '\0')
		return;
	/* After the closing there is no frame any more, or the opening of a second half. */
	if (sf->leaving || sf->page == PAGE_CLOSING) {
		buf_puts(&sf->farewell, words);
		buf_putc(&sf->farewell, '\n');
	}
	if (sf->leaving)
		return;
	if (sf->page == PAGE_ASKING) {
		buf_puts(&sf->said, words);
		buf_putc(&sf->said, '\n');
		return;
	}
	if (sf->message_shown)
		buf_clear(&sf->message);
	if (sf->message.len > 0)                /* two things at once */
		buf_putc(&sf->message, ' ');
	buf_puts(&sf->message, words);
	sf->message_shown = false;
	sf->screen.warns = warns;
	sf->message_until_ms = 0;
}

static void
say(struct front *f, const char *line)
{
	screen_front_say(of(f), false, line);
}

static void
show_opening(struct front *f, const struct plain_opening *o)
{
	of(f)->page = PAGE_OPENING;
	of(f)->opening = *o;
	of(f)->page_anchor = 0;
	of(f)->seen_position = -1;
	buf_clear(&of(f)->said);
}

static void
show_where(struct front *f, const struct marking_view *v)
{
	bool closing = v->led && v->shown.state == SESSION_ENDED;

	of(f)->page = closing ? PAGE_ASKING : PAGE_SESSION;
	if (closing)
		buf_printf(&of(f)->said, "%s\n", buf_text(&of(f)->message));
	screen_forget(of(f)->screen.kept);
}

static void
show_event(struct front *f, const struct marking_view *v, const struct event *ev, const struct event *undone)
{
	struct screen_front *sf = of(f);
	struct buf b;

	screen_forget(sf->screen.kept);
	if (sf->page == PAGE_ASKING && ev->kind == EV_NOTE)
		return;                 /* the reply is seen */
	buf_init(&b);
	words_event(&b, v, ev, undone);
	if (ev->kind != EV_PAUSE)               /* what to do says it already */
		screen_front_say(sf, false, buf_text(&b));
	buf_finish(&b);
	if (ev->kind == EV_PHASE && ev->actor == ACTOR_SYSTEM)
		sf->end_text = true;
	if (ev->kind == EV_END && v->led) {
		sf->page = PAGE_ASKING;
		sf->messaging = false;
		editor_set(sf->line, "", 0);
	}
}

static void
show_milestone(struct front *f, enum milestone m, const struct clock_view *c)
{
	struct buf b;

	buf_init(&b);
	words_milestone(&b, m, c);
	of(f)->message_shown = true;            /* only the last one counts */
	screen_front_say(of(f), true, buf_text(&b));
	if (b.len > 0)
		of(f)->message_until_ms = world_now(of(f)->app->world).boot_ms + WARNING_STAYS_MS;
	buf_finish(&b);
}

static void
show_refusal(struct front *f, enum refusal why, enum phase phase)
{
	screen_front_say(of(f), true, words_refusal(why, phase));
}

static void
ask_gap(struct front *f, int64_t gap_ms)
{
	(void)f, (void)gap_ms;                  /* the picture asks as long as the sitting does */
}

static void
begin_text(struct front *f, enum note_kind kind)
{
	(void)kind;
	editor_set(of(f)->editor, "", 0);
	of(f)->screen.aside = false;
}

static bool
adopt(struct front *f, enum note_kind kind, const char *text, size_t len)
{
	begin_text(f, kind);
	editor_set(of(f)->editor, text, len);
	return true;
}

static void
show_closing(struct front *f, const struct closing *c)
{
	struct screen_front *sf = of(f);

	sf->page = PAGE_CLOSING;
	sf->page_anchor = 0;
	buf_clear(&sf->report);
	if (c->report_path != NULL)
		buf_printf(&sf->report, "Report: %s", c->report_path);
	else
		buf_printf(&sf->report, "The session is saved; `viva report --session %lld` writes its "
		    "report.",
		    (long long)c->record->head.number);
	sf->closing = (struct screen_closing){ c->record, c->stats, c->steps, c->step_count,
	    buf_text(&sf->report) };
	if (c->record->head.mode == MODE_LED)
		words_led_finding(&sf->farewell, c->record, c->stats);
	else
		words_finding(&sf->farewell, c->stats);
	buf_printf(&sf->farewell, "\n%s\n", buf_text(&sf->report));
}

static void
show_review(struct front *f, const struct review_page *page)
{
	(void)page;                     /* each frame asks for it */
	of(f)->page = PAGE_SESSION;
	screen_forget(of(f)->screen.kept);
}

/* ---- what arrives ---- */

static void
fill(struct front *f, struct sitting *si)
{
	static char bytes[READ_BYTES];
	struct screen_front *sf = of(f);
	ptrdiff_t n = term_read(sf->term, bytes, sizeof(bytes));

	if (n == TERM_GONE)
		sitting_leave(si, EXIT_HANGUP);
	else if (n > 0)
		decoder_feed(sf->decoder, bytes, (size_t)n, world_now(si->app->world).boot_ms);
}

static int
take(struct front *f, struct sitting *si, struct err *err)
{
	struct screen_front *sf = of(f);
	int64_t now = world_now(si->app->world).boot_ms;
	struct key_press k;

	if (f->lent)
		return 0;
	if (sf->end_text) {
		sf->end_text = false;
		if (si->writing && si->writing_kind == NOTE_ANSWER)
			return sitting_text_end(si, err) != 0 ? -1 : 1;
	}
	if (!decoder_next(sf->decoder, &k)) {
		if (decoder_deadline(sf->decoder) > now)
			return 0;
		decoder_tick(sf->decoder, now);
		if (!decoder_next(sf->decoder, &k))
			return 0;
	}
	if (!si->writing)
		screen_forget(sf->screen.kept);
	return screen_front_key(sf, si, &k, err) != 0 ? -1 : 1;
}

/* ---- stops and the end ---- */

static void
stop(struct front *f)
{
	if (!f->lent)
		term_suspend(of(f)->term);
}

static void
go_on(struct front *f, bool paused, bool writing)
{
	(void)paused, (void)writing;
	if (!f->lent)
		term_resume(of(f)->term);
}

static void
resized(struct front *f)
{
	/*
	 * Each frame asks for the size; but a screen that was smaller for a moment may have lost something.
	 */
	if (!f->lent)
		term_redraw(of(f)->term);
}

static int
child_ended_now(struct front *f, struct sitting *si, struct err *err)
{
	return screen_front_child(of(f), si, err);
}

static int
break_off(struct front *f, struct sitting *si, struct err *err)
{
	struct screen_front *sf = of(f);

	if (si->leaving == -1)
		return 0;
	sf->leaving = true;
	if (sf->child == NULL)
		return 0;
	child_end(sf->child);
	return screen_front_take_child(sf, si, err);
}

/* A bug of ours must not cost the person their terminal. */
static void
on_crash(int signal_number)
{
	term_rescue();
	raise(signal_number);           /* SA_RESETHAND: now as it would have been */
}

static void
guard_terminal(void)
{
	static const int crashes[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };
	struct sigaction act = { .sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND };

	for (size_t i = 0; i < sizeof(crashes) / sizeof(crashes[0]); i++)
		sigaction(crashes[i], &act, NULL);
}

static void
say_farewell(char *lines)
{
	for (char *line = strtok(lines, "\n"); line != NULL; line = strtok(NULL, "\n"))
		tell(stdout, 0, 0, "%s", line);
}

static void
release(struct front *f)
{
	struct screen_front *sf = of(f);

	term_close(sf->term);
	if (sf->farewell.len > 0)
		say_farewell(sf->farewell.data);
	decoder_free(sf->decoder);
	editor_free(sf->editor);
	editor_free(sf->line);
	canvas_free(sf->canvas);
	screen_kept_free(sf->screen.kept);
	child_free(sf->child);
	buf_finish(&sf->message);
	buf_finish(&sf->code);
	buf_finish(&sf->said);
	buf_finish(&sf->report);
	buf_finish(&sf->farewell);
	free(sf->items);
	free(sf->texts);
	free(sf);
}

static const struct front_ops screen_ops = {
	.fill = fill, .take = take, .flush = screen_front_flush, .wake_boot_ms = screen_front_wake,
	.opening = show_opening, .where = show_where, .event = show_event, .milestone = show_milestone,
	.refused = show_refusal, .say = say, .ask_gap = ask_gap, .text_begins = begin_text, .adopt = adopt,
	.closing = show_closing, .review = show_review,
	.stop = stop, .go_on = go_on, .resized = resized, .child_ended = child_ended_now,
	    .break_off = break_off,
	.free = release,
};

static struct front *
make(struct app *app, struct term *t)
{
	struct screen_front *sf = calloc(1, sizeof(*sf));

	if (sf == NULL) {
		term_close(t);
		return NULL;
	}
	sf->front = (struct front){ .ops = &screen_ops, .in_fd = STDIN_FILENO, .waits_at_end = true,
	    .shows_link = true };
	sf->term = t;
	sf->app = app;
	sf->seen_position = -1;
	sf->decoder = decoder_new();
	sf->editor = editor_new();
	sf->line = editor_new();
	sf->canvas = canvas_new(1, 1);
	sf->screen.kept = screen_kept_new();
	if (sf->screen.kept == NULL || sf->decoder == NULL || sf->editor == NULL || sf->line == NULL ||
	    sf->canvas == NULL) {
		release(&sf->front);
		return NULL;
	}
	guard_terminal();
	return &sf->front;
}

struct front *
front_choose(struct app *app, struct err *err)
{
	const char *plain = getenv("VIVA_PLAIN");
	struct term_options o = { .in_fd = STDIN_FILENO, .out_fd = STDOUT_FILENO, .type = getenv("TERM") };
	struct term *t;
	int rc;

	if (app->json)
		return front_json();
	if (app->plain || (plain != NULL && plain[0] != '\0'))
		return front_plain();
	o.color = term_color_rule(TERM_COLOR_AUTO, getenv("NO_COLOR"), getenv("CLICOLOR_FORCE"));
	rc = term_open(&t, &o, err);
	if (rc < 0)
		return NULL;
	err->text[0] = '\0';            /* why there is no full screen is not worth a line */
	return rc == 0 ? make(app, t) : front_plain();
}
