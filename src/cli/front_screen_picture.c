/* The full screen: how the session and the person's way of looking at it become a picture. */
#include <stdlib.h>

#include "cli/audience.h"
#include "cli/front_screen.h"
#include "cli/sitting.h"

#define SECOND_MS 1000

static void
take_items(struct screen_front *sf, const struct session *s)
{
	size_t n = session_item_count(s);

	if (n != sf->screen.item_count) {
		free(sf->items);
		sf->items = calloc(n, sizeof(*sf->items));
		sf->screen.item_count = 0;
	}
	if (sf->items == NULL)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct item_record *rec = session_record(s, i);
		const struct rating *r = record_rating(rec);

		sf->items[i] = (struct screen_item){ rec->state, rec->flagged, rec->no_answer,
		    rec->prediction,
			r != NULL ? r->grade : -1 };
	}
	sf->screen.items = sf->items;
	sf->screen.item_count = n;
}

static void
take_texts(struct screen_front *sf, const struct sitting *si)
{
	int position = sf->screen.view.shown.position;
	struct own_text *room = realloc(sf->texts, (si->text_count + 1) * sizeof(*room));

	sf->screen.text_count = 0;
	if (room == NULL)
		return;
	sf->texts = room;
	for (size_t i = 0; i < si->text_count; i++)
		if (si->texts[i].position == position)
			room[sf->screen.text_count++] = (struct own_text){ .kind = si->texts[i].kind,
			    .text = si->texts[i].text,
				.private_note = si->texts[i].private_note, .at_ms = si->texts[i].at_ms };
	sf->screen.texts = room;
}

/* Another question or phase begins at its top. */
static void
begin_at_top(struct screen_front *sf)
{
	const struct item_record *rec = sf->screen.view.record;
	enum phase phase = rec != NULL ? rec->phase : PHASE_NONE;

	if (phase == sf->seen_phase && sf->screen.view.shown.position == sf->seen_position)
		return;
	sf->seen_phase = phase;
	sf->seen_position = sf->screen.view.shown.position;
	sf->screen.anchor = sf->screen.aside_anchor = 0;
	sf->screen.chosen = sf->screen.view.led ? -1 : 0;
	/* What is read aloud is what is scrolled. */
	sf->screen.aside = sf->screen.view.led && phase <= PHASE_THINK;
	if (sf->message_until_ms > 0)           /* a warning of the clock of the phase before */
		buf_clear(&sf->message);
}

/* The link as a code, made once: it stays the same for as long as the page is served. */
static const char *
link_code(struct screen_front *sf, const struct audience *a)
{
	const char *url = audience_url(a);
	struct err ignored;

	if (url == NULL || !audience_reaches_others(a))
		return NULL;
	if (sf->code.len == 0 && serve_qr(&sf->code, url, 0, false, &ignored) < 0)
		buf_clear(&sf->code);
	return sf->code.len > 0 ? buf_text(&sf->code) : NULL;
}

static const struct screen_led *
take_led(struct screen_front *sf, struct sitting *si, const char *candidate)
{
	const char *url = audience_url(si->audience);
	struct audience_state a;

	audience_state(si->audience, &a);
	sf->led = (struct screen_led){ .candidate = candidate, .planned_ms = si->planned_ms, .link = url,
		.code = link_code(sf, si->audience), .screens = a.screens, .terminals = a.terminals,
		    .reached_ms = -1 };
	if (si->session != NULL)
		sf->led.session_ms = sitting_now(si);
	if (a.reached_boot_ms != INT64_MIN)
		sf->led.reached_ms = world_now(si->app->world).boot_ms - a.reached_boot_ms;
	return &sf->led;
}

const struct screen_led *
screen_front_lobby(struct screen_front *sf, struct sitting *si)
{
	return si->audience != NULL ? take_led(sf, si, sf->opening.candidate) : NULL;
}

void
screen_front_refresh(struct screen_front *sf, struct sitting *si)
{
	const struct session_head *head = session_head(si->session);
	struct err ignored;

	sitting_view(si, &sf->screen.view);
	sf->screen.review = NULL;
	if (si->review != NULL && reviewing_page(si, &sf->review, &ignored) == 0) {
		sf->screen.view = sf->review.view;
		sf->screen.review = &sf->review;
	}
	begin_at_top(sf);
	sf->screen.title = head->blueprint_title;
	sf->screen.mode = head->mode;
	take_items(sf, si->session);
	take_texts(sf, si);
	sf->screen.led = si->audience != NULL ? take_led(sf, si, head->candidate) : NULL;
	sf->screen.editor = sf->messaging ? sf->line : si->writing ? sf->editor : NULL;
	sf->screen.writing = si->writing_kind;
	sf->screen.writing_private = si->writing_private;
	sf->screen.writing_message = sf->messaging;
	sf->screen.message = buf_text(&sf->message);
	sf->screen.asked_gap_ms = si->asked_gap_ms;
}

static void
paint(struct screen_front *sf, struct sitting *si)
{
	switch (sf->page) {
	case PAGE_OPENING:
		screen_opening(sf->canvas, &sf->opening, screen_front_lobby(sf, si), buf_text(&sf->message),
		    sf->page_anchor);
		break;
	case PAGE_SESSION:
		screen_front_refresh(sf, si);
		screen_paint(sf->canvas, &sf->screen);
		break;
	case PAGE_ASKING:
		screen_asking(sf->canvas, buf_text(&sf->said), sf->line);
		break;
	case PAGE_CLOSING:
		screen_closing(sf->canvas, &sf->closing, sf->page_anchor);
		break;
	}
}

int
screen_front_flush(struct front *f, struct sitting *si)
{
	struct screen_front *sf = (struct screen_front *)f;
	struct err err;
	int rows, columns, rc;

	if (f->lent)
		return 0;
	term_size(sf->term, &rows, &columns);
	if ((rows != canvas_rows(sf->canvas) || columns != canvas_columns(sf->canvas)) &&
	    canvas_resize(sf->canvas, rows, columns) != 0)
		return 0;               /* no memory for a larger picture: the old one stays */
	paint(sf, si);
	sf->message_shown = true;
	rc = term_paint(sf->term, sf->canvas, &err);
	sf->stalled = rc == TERM_STALLED;
	if (rc < 0)
		sitting_leave(si, EXIT_HANGUP);
	return 0;
}

/* When what the clock shows changes next. */
static int64_t
next_second(struct sitting *si)
{
	struct candidate_view v;
	int64_t over;

	if (si->session == NULL || session_done(si->session) || si->asked_gap_ms > 0)
		return INT64_MAX;
	view_candidate(&v, si->session, sitting_now(si));
	if (v.clock.hidden || (v.clock.state != CLOCK_RUNNING && v.clock.state != CLOCK_OVER))
		return INT64_MAX;
	over = v.clock.remaining_ms % SECOND_MS;        /* at or below 0 once over */
	return sitting_boot_ms(si, sitting_now(si) + (over > 0 ? over : SECOND_MS + over));
}

int64_t
screen_front_wake(const struct front *f, struct sitting *si)
{
	const struct screen_front *sf = (const struct screen_front *)f;
	int64_t now = world_now(si->app->world).boot_ms, wake = next_second(si),
	    escape = decoder_deadline(sf->decoder);

	if (f->lent)
		return INT64_MAX;
	if (escape < wake)
		wake = escape;
	return sf->stalled && now + TERM_RETRY_MS < wake ? now + TERM_RETRY_MS : wake;
}
