/* The full screen: what its keys do. */
#include <assert.h>
#include <stdio.h>

#include "cli/front_screen.h"
#include "cli/sitting.h"
#include "viva/words.h"

#define CTRL(k, letter) ((k)->key == PRESS_CHAR && (k)->mods == PRESS_CTRL && (k)->cp == (uint32_t)(letter))

/* ---- session keys ---- */

static bool
leads(const struct sitting *si)
{
	return session_head(si->session)->mode == MODE_LED;
}

/* A key that does nothing by itself here. */
static int
refuse_key(struct screen_front *sf, const struct sitting *si)
{
	enum phase phase = session_phase(si->session);

	if (!leads(si))
		screen_front_say(sf, true, words_refusal(REFUSED_NOT_LED, phase));
	else if (phase == PHASE_PREDICT)
		screen_front_say(sf, false, "0-4: the grade they expect. Enter: they would rather not say.");
	else
		screen_front_say(sf, true, words_refusal(REFUSED_HERE, phase));
	return 0;
}

static int
do_key(struct screen_front *sf, struct sitting *si, const struct key *key, struct err *err)
{
	struct buf words;

	switch (key->action) {
	case KEY_INPUT:
		return sitting_give(si, (struct session_input){ .kind = key->input }, err);
	case KEY_TIME:
		buf_init(&words);
		sitting_view(si, &sf->screen.view);
		words_time(&words, &sf->screen.view.shown.clock);
		screen_front_say(sf, false, buf_text(&words));
		buf_finish(&words);
		return 0;
	case KEY_WRITE:
		return si->writing ? 0 : sitting_text_begin(si, NOTE_ANSWER, err);
	case KEY_NOTE:
		return si->writing ? 0 : sitting_text_begin(si, NOTE_NOTE, err);
	case KEY_PRIVATE_NOTE:
		return si->writing || !leads(si) ? refuse_key(sf, si) : sitting_private_note_begin(si, err);
	case KEY_MESSAGE:
		screen_front_message(sf, si);
		return 0;
	case KEY_PREDICT:
		return refuse_key(sf, si);
	case KEY_SWAP:
		return sitting_swap(si, err);
	case KEY_HELP:
		sf->screen.over = SCREEN_OVER_HELP;
		sf->screen.over_anchor = 0;
		return 0;
	case KEY_MAP:
		sf->screen.over = SCREEN_OVER_MAP;
		sf->screen.over_anchor = 0;
		return 0;
	case KEY_LINK:
		if (!leads(si))
			return refuse_key(sf, si);
		sf->screen.over = SCREEN_OVER_LINK;
		return 0;
	case KEY_SAVE:
		return si->writing ? sitting_text_end(si, err) : 0;
	case KEY_EDITOR:
		return screen_front_start_editor(sf, si, err);
	case KEY_AMEND:
		return reviewing_amend(si, err);
	case KEY_BACK:
		assert(si->review != NULL);     /* no key of a session */
		return reviewing_go(si, si->review->position - 1, err);
	case KEY_QUIT:
		if (si->review != NULL)
			reviewing_leave(si);
		else
			sitting_leave(si, EXIT_STOPPED);
		return 0;
	case KEY_DONE:          /* of a further rater, in plain lines */
		break;
	}
	return 0;
}

static enum phase
phase_now(const struct sitting *si)
{
	return si->review != NULL ? si->review->phase : session_phase(si->session);
}

static bool
is_letter(const struct key_press *k)
{
	return k->key == PRESS_CHAR && k->mods == 0 && k->cp > ' ' && k->cp < 0x7f;
}

/* Keys that scroll; false if `k` is none. */
static bool
move_of(const struct key_press *k, enum screen_move *move)
{
	static const struct { enum press key; enum screen_move move; } moves[] = {
		{ PRESS_UP, SCREEN_UP }, { PRESS_DOWN, SCREEN_DOWN }, { PRESS_PAGE_UP, SCREEN_PAGE_UP },
		{ PRESS_PAGE_DOWN, SCREEN_PAGE_DOWN }, { PRESS_HOME, SCREEN_HOME }, { PRESS_END, SCREEN_END },
	};

	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
		if (moves[i].key == k->key) {
			*move = moves[i].move;
			return true;
		}
	}
	return false;
}

bool
screen_front_scroll(struct screen_front *sf, struct sitting *si, const struct key_press *k)
{
	enum screen_move move;

	if (!move_of(k, &move))
		return false;
	screen_front_refresh(sf, si);
	screen_scroll(&sf->screen, canvas_rows(sf->canvas), canvas_columns(sf->canvas), move);
	return true;
}

/* What is chosen of the lines to mark; digits choose as well, so that the eye finds what changed. */
static int
mark(struct screen_front *sf, struct sitting *si, int line, struct err *err)
{
	int points = (int)sf->screen.view.item->key_point_count;
	struct session_input in = { .kind = line < points ? IN_TICK : IN_MISTAKE,
		.a = line < points ? line : line - points, .b = -1 };

	screen_choose(&sf->screen, canvas_rows(sf->canvas), canvas_columns(sf->canvas),
	    line - sf->screen.chosen);
	return sitting_give(si, in, err);
}

static int
take_digit(struct screen_front *sf, struct sitting *si, int digit, struct err *err)
{
	enum phase phase = phase_now(si);

	if (phase == PHASE_PREDICT)
		return sitting_give(si, (struct session_input){ .kind = IN_PREDICT, .a = digit }, err);
	if (phase == PHASE_GRADE)
		return sitting_give(si, (struct session_input){ .kind = IN_GRADE, .a = digit }, err);
	screen_front_refresh(sf, si);
	if (screen_marking(&sf->screen) && digit >= 1 &&
	    (size_t)digit <= sf->screen.view.item->key_point_count)
		return mark(sf, si, digit - 1, err);
	screen_front_say(sf, true, screen_marking(&sf->screen) ? "There is no key point of that number."
	    : "A number means nothing here; ? lists what can be done.");
	return 0;
}

static int
take_letter(struct screen_front *sf, struct sitting *si, uint32_t cp, struct err *err)
{
	const struct key *key = si->review != NULL ? key_in(review_keys, review_key_count, (char)cp) :
	    key_find((char)cp, session_head(si->session)->mode);
	char words[80];

	if (cp >= '0' && cp <= '9')
		return take_digit(sf, si, (int)(cp - '0'), err);
	if (key == NULL && (cp == 'm' || ((cp == '+' || cp == 'l') && si->review == NULL)))
		key = key_in(menu_keys, menu_key_count, (char)cp);
	if (key != NULL)
		return do_key(sf, si, key, err);
	snprintf(words, sizeof(words), "\"%c\" is no key here; ? lists the keys.", (int)cp);
	screen_front_say(sf, true, words);
	return 0;
}

static int
mark_chosen(struct screen_front *sf, struct sitting *si, struct err *err)
{
	if (sf->screen.chosen >= 0)
		return mark(sf, si, sf->screen.chosen, err);
	screen_front_say(sf, true, "The arrow keys choose a line to mark; Enter goes on.");
	return 0;
}

/* Where an interviewer asks for the prediction, Enter is that the candidate would rather not say. */
static int
go_on(struct sitting *si, struct err *err)
{
	bool declined = session_head(si->session)->mode == MODE_LED &&
	    session_phase(si->session) == PHASE_PREDICT &&
	    session_state(si->session) == SESSION_RUNNING;
	struct session_input in = { .kind = declined ? IN_PREDICT : IN_NEXT, .a = declined ? -1 : 0 };

	return sitting_give(si, in, err);
}

/* ---- where the keys go ---- */

static int
key_at_gap(struct sitting *si, const struct key_press *k, struct err *err)
{
	bool yes = is_letter(k) && (k->cp == 'y' || k->cp == 'Y');

	if (yes || k->key == PRESS_ENTER || (is_letter(k) && (k->cp == 'n' || k->cp == 'N')))
		return sitting_answer_gap(si, yes, err);
	return 0;
}

static int
key_over(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	bool menu = sf->screen.over == SCREEN_OVER_MENU;

	if (!menu && sf->screen.over != SCREEN_OVER_LINK && screen_front_scroll(sf, si, k))
		return 0;
	sf->screen.over = SCREEN_OVER_NONE;
	if (menu && is_letter(k)) {
		const struct key *key = key_in(menu_keys, menu_key_count, (char)k->cp);

		if (key != NULL)
			return do_key(sf, si, key, err);
		screen_front_say(sf, true, "That is no letter of the menu.");
	}
	return 0;
}

static int
key_in_session(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	bool ticking;

	screen_front_refresh(sf, si);
	ticking = screen_marking(&sf->screen);
	if (k->key == PRESS_PASTE) {
		screen_front_say(sf, true, "That was a paste; w begins an answer to put it in.");
		return 0;
	}
	if (ticking && (k->key == PRESS_UP || k->key == PRESS_DOWN)) {
		screen_choose(&sf->screen, canvas_rows(sf->canvas), canvas_columns(sf->canvas),
		    k->key == PRESS_UP ? -1 : 1);
		return 0;
	}
	if (screen_front_scroll(sf, si, k))
		return 0;
	if (k->key == PRESS_TAB) {
		sf->screen.aside = !sf->screen.aside;
		return 0;
	}
	if (k->key == PRESS_CHAR && k->mods == 0 && k->cp == ' ' && ticking) {
		return mark_chosen(sf, si, err);
	}
	if (k->key == PRESS_ENTER || (k->key == PRESS_CHAR && k->mods == 0 && k->cp == ' '))
		return go_on(si, err);
	return is_letter(k) ? take_letter(sf, si, k->cp, err) : 0;
}

static int
key_on_page(struct screen_front *sf, struct sitting *si, const struct key_press *k)
{
	int rows = canvas_rows(sf->canvas), columns = canvas_columns(sf->canvas);
	bool opening = sf->page == PAGE_OPENING;
	enum screen_move move;

	if (move_of(k, &move)) {
		sf->page_anchor = opening ? screen_opening_scroll(&sf->opening,
		    screen_front_lobby(sf, si), rows, columns, sf->page_anchor, move)
		    : screen_closing_scroll(&sf->closing, rows, columns, sf->page_anchor, move);
	} else if (k->key == PRESS_ENTER || (k->key == PRESS_CHAR && k->mods == 0 && k->cp == ' ')) {
		sitting_proceed(si);
	} else if (is_letter(k) && k->cp == 'q') {
		if (opening)
			sitting_leave(si, EXIT_STOPPED);
		else
			sitting_proceed(si);
	} else if (opening) {
		screen_front_say(sf, true, "Enter begins, q leaves.");
	}
	return 0;
}

/* Keys that mean the same everywhere; returns 1 if `k` was one. */
static int
key_anywhere(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	if (CTRL(k, 'l')) {
		term_redraw(sf->term);
	} else if (CTRL(k, 'z')) {
		return sitting_stop(si, true, err) != 0 ? -1 : 1;
	} else if (CTRL(k, '\\')) {
		sitting_leave(si, EXIT_STOPPED);
	} else if (CTRL(k, 'c') && (sf->asked_to_leave || sf->page != PAGE_SESSION)) {
		sitting_leave(si, EXIT_INTERRUPT);
	} else if (CTRL(k, 'c')) {
		sf->asked_to_leave = true;
		screen_front_say(sf, true, "^C again saves and leaves; any other key goes on.");
	} else if (CTRL(k, 'x') && sf->page == PAGE_SESSION && si->asked_gap_ms == 0 && si->review == NULL &&
	    !sf->messaging) {
		sf->screen.over = SCREEN_OVER_MENU;
	} else {
		return 0;
	}
	return 1;
}

/* A message has been read once a key is pressed, a warning of the clock after some seconds. */
static void
drop_message(struct screen_front *sf, struct sitting *si)
{
	if (world_now(si->app->world).boot_ms >= sf->message_until_ms)
		buf_clear(&sf->message);
}

int
screen_front_key(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	int rc;

	drop_message(sf, si);
	rc = key_anywhere(sf, si, k, err);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	sf->asked_to_leave = false;
	if (sf->page == PAGE_ASKING)
		return screen_front_line_key(sf, si, k, err);
	if (sf->page != PAGE_SESSION)
		return key_on_page(sf, si, k);
	if (si->asked_gap_ms > 0)
		return key_at_gap(si, k, err);
	if (sf->messaging)
		return screen_front_line_key(sf, si, k, err);
	if (sf->screen.over != SCREEN_OVER_NONE)
		return key_over(sf, si, k, err);
	return si->writing ? screen_front_text_key(sf, si, k, err) : key_in_session(sf, si, k, err);
}
