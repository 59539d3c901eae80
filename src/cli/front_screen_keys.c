/* The full screen: what its keys do. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/child.h"
#include "cli/front_screen.h"
#include "cli/sitting.h"
#include "viva/words.h"

#define CTRL(k, letter) ((k)->key == PRESS_CHAR && (k)->mods == PRESS_CTRL && (k)->cp == (uint32_t)(letter))

/* ---- text ---- */

/* What changed in the editor goes to the typing file, before anything of it is painted. */
static int
journal(struct screen_front *sf, struct sitting *si, struct err *err)
{
	struct editor_edit e;

	while (editor_next_edit(sf->editor, &e))
		if (sitting_text_edit(si, e.at, e.cut, e.data, e.len, err) != 0)
			return -1;
	return 0;
}

static void
say_full(struct screen_front *sf)
{
	char words[120];

	snprintf(words, sizeof(words), "%zu bytes did not fit: one text holds %d KiB.", editor_refused(sf->editor),
	    EDITOR_MAX_BYTES >> 10);
	screen_front_say(sf, true, words);
}

/* ---- $EDITOR ---- */

static int
toggle_pause(struct sitting *si, struct err *err)
{
	return sitting_give(si, (struct session_input){ .kind = IN_PAUSE }, err);
}

static int
start_editor(struct screen_front *sf, struct sitting *si, struct err *err)
{
	const char *command = getenv("VISUAL");
	bool strict = (session_head(si->session)->flags & SESSION_STRICT) != 0;
	struct err problem;

	if (command == NULL || command[0] == '\0')
		command = getenv("EDITOR");
	if (command == NULL || command[0] == '\0') {
		screen_front_say(sf, true, "Set EDITOR to the editor you want.");
		return 0;
	}
	if (!si->writing && (sitting_text_begin(si, NOTE_ANSWER, err) != 0 || !si->writing))
		return err->text[0] != '\0' ? -1 : 0;
	if (child_start(&sf->child, si->app->state_dir, command, buf_text(&si->text), si->text.len, &si->mask_before,
	    &problem) != 0) {
		screen_front_say(sf, true, problem.text);
		return 0;
	}
	sf->paused_for_child = !strict && session_state(si->session) == SESSION_RUNNING;
	if (sf->paused_for_child && toggle_pause(si, err) != 0)
		return -1;
	term_suspend(sf->term);
	sf->front.lent = true;
	sf->front.in_fd = -1;
	return 0;
}

int
screen_front_take_child(struct screen_front *sf, struct sitting *si, struct err *err)
{
	struct buf text;
	struct err problem;
	int rc = 0;

	buf_init(&text);
	if (child_text(sf->child, &text, &problem) != 0)
		screen_front_say(sf, true, problem.text);
	else if (editor_replace(sf->editor, buf_text(&text), text.len) == EDITOR_FULL)
		say_full(sf);
	rc = journal(sf, si, err);
	child_free(sf->child);
	sf->child = NULL;
	buf_finish(&text);
	return rc;
}

int
screen_front_child(struct screen_front *sf, struct sitting *si, struct err *err)
{
	char words[80];
	int status, rc = 0;

	if (sf->child == NULL || !child_ended(sf->child, &status))
		return 0;
	term_resume(sf->term);
	sf->front.lent = false;
	sf->front.in_fd = STDIN_FILENO;
	if (status == 0) {
		rc = screen_front_take_child(sf, si, err);
	} else {
		snprintf(words, sizeof(words), "Your editor failed (status %d): the text is as it was.", status);
		screen_front_say(sf, true, words);
		child_free(sf->child);
		sf->child = NULL;
	}
	if (rc == 0 && sf->paused_for_child && session_state(si->session) == SESSION_PAUSED)
		rc = toggle_pause(si, err);
	return rc;
}

/* ---- session keys ---- */

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
	case KEY_SAVE:
		return si->writing ? sitting_text_end(si, err) : 0;
	case KEY_EDITOR:
		return start_editor(sf, si, err);
	case KEY_AMEND:
		return reviewing_amend(si, err);
	case KEY_BACK:
		return reviewing_go(si, si->review->position - 1, err);
	case KEY_QUIT:
		if (si->review != NULL)
			reviewing_leave(si);
		else
			sitting_leave(si, EXIT_STOPPED);
		return 0;
	default:                /* an interviewer's */
		screen_front_say(sf, true, words_refusal(REFUSED_NOT_LED, PHASE_NONE));
		return 0;
	}
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

static void
scroll(struct screen_front *sf, struct sitting *si, enum screen_move move)
{
	screen_front_refresh(sf, si);
	screen_scroll(&sf->screen, canvas_rows(sf->canvas), canvas_columns(sf->canvas), move);
}

/* What is chosen of the lines to mark; digits choose as well, so that the eye finds what changed. */
static int
mark(struct screen_front *sf, struct sitting *si, int line, struct err *err)
{
	int points = (int)sf->screen.view.item->key_point_count;
	struct session_input in = { .kind = line < points ? IN_TICK : IN_MISTAKE,
		.a = line < points ? line : line - points, .b = -1 };

	screen_choose(&sf->screen, canvas_rows(sf->canvas), canvas_columns(sf->canvas), line - sf->screen.chosen);
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
	if (phase == PHASE_TICK && digit >= 1 && sf->screen.view.item != NULL &&
	    (size_t)digit <= sf->screen.view.item->key_point_count)
		return mark(sf, si, digit - 1, err);
	screen_front_say(sf, true, phase == PHASE_TICK ? "There is no key point of that number."
	    : "A number means nothing here; ? lists what can be done.");
	return 0;
}

static int
take_letter(struct screen_front *sf, struct sitting *si, uint32_t cp, struct err *err)
{
	const struct key *key = si->review != NULL ? key_in(review_keys, review_key_count, (char)cp) : key_find((char)cp);
	char words[80];

	if (cp >= '0' && cp <= '9')
		return take_digit(sf, si, (int)(cp - '0'), err);
	if (key == NULL && (cp == 'm' || (cp == '+' && si->review == NULL)))
		key = key_in(menu_keys, menu_key_count, (char)cp);
	if (key != NULL)
		return do_key(sf, si, key, err);
	snprintf(words, sizeof(words), "\"%c\" is no key here; ? lists the keys.", (int)cp);
	screen_front_say(sf, true, words);
	return 0;
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
	enum screen_move move;

	if (!menu && move_of(k, &move)) {
		scroll(sf, si, move);
		return 0;
	}
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
key_in_text(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	enum screen_move move;

	if (si->writing_kind == NOTE_ANSWER && session_state(si->session) == SESSION_PAUSED) {
		if (k->key == PRESS_ENTER || (is_letter(k) && k->cp == 'p'))
			return toggle_pause(si, err);
		screen_front_say(sf, true, "Paused: nothing is written. Enter goes on.");
		return 0;
	}
	if (k->key == PRESS_TAB && (k->mods & PRESS_CTRL) == 0) {
		sf->screen.aside = !sf->screen.aside;
		return 0;
	}
	if (k->key == PRESS_ENTER && (k->mods & PRESS_ALT) != 0)
		return sitting_text_end(si, err);
	if (sf->screen.aside && move_of(k, &move)) {
		scroll(sf, si, move);
		return 0;
	}
	sf->screen.aside = false;
	if (editor_key(sf->editor, k) == EDITOR_FULL)
		say_full(sf);
	if (editor_failed(sf->editor))
		return err_memory(err);
	return journal(sf, si, err);
}

static int
key_in_session(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	bool ticking = phase_now(si) == PHASE_TICK && session_state(si->session) != SESSION_PAUSED;
	enum screen_move move;

	if (k->key == PRESS_PASTE) {
		screen_front_say(sf, true, "That was a paste; w begins an answer to put it in.");
		return 0;
	}
	if (ticking && (k->key == PRESS_UP || k->key == PRESS_DOWN)) {
		screen_front_refresh(sf, si);
		screen_choose(&sf->screen, canvas_rows(sf->canvas), canvas_columns(sf->canvas),
		    k->key == PRESS_UP ? -1 : 1);
		return 0;
	}
	if (move_of(k, &move)) {
		scroll(sf, si, move);
		return 0;
	}
	if (k->key == PRESS_TAB) {
		sf->screen.aside = !sf->screen.aside;
		return 0;
	}
	if (k->key == PRESS_CHAR && k->mods == 0 && k->cp == ' ' && ticking) {
		screen_front_refresh(sf, si);
		return mark(sf, si, sf->screen.chosen, err);
	}
	if (k->key == PRESS_ENTER || (k->key == PRESS_CHAR && k->mods == 0 && k->cp == ' '))
		return sitting_give(si, (struct session_input){ .kind = IN_NEXT }, err);
	return is_letter(k) ? take_letter(sf, si, k->cp, err) : 0;
}

static int
key_on_page(struct screen_front *sf, struct sitting *si, const struct key_press *k)
{
	int rows = canvas_rows(sf->canvas), columns = canvas_columns(sf->canvas);
	bool opening = sf->page == PAGE_OPENING;
	enum screen_move move;

	if (move_of(k, &move)) {
		sf->page_anchor = opening ? screen_opening_scroll(&sf->opening, rows, columns, sf->page_anchor, move)
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
	} else if (CTRL(k, 'x') && sf->page == PAGE_SESSION && si->asked_gap_ms == 0 && si->review == NULL) {
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
	if (sf->page != PAGE_SESSION)
		return key_on_page(sf, si, k);
	if (si->asked_gap_ms > 0)
		return key_at_gap(si, k, err);
	if (sf->screen.over != SCREEN_OVER_NONE)
		return key_over(sf, si, k, err);
	return si->writing ? key_in_text(sf, si, k, err) : key_in_session(sf, si, k, err);
}
