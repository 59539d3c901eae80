/* The full screen: an answer or a note being written, in our field or in the person's own editor. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/child.h"
#include "cli/front_screen.h"
#include "cli/sitting.h"

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

	snprintf(words, sizeof(words), "%zu bytes did not fit: one text holds %d KiB.",
	    editor_refused(sf->editor),
	    EDITOR_MAX_BYTES >> 10);
	screen_front_say(sf, true, words);
}

/* ---- $EDITOR ---- */

static int
toggle_pause(struct sitting *si, struct err *err)
{
	return sitting_give(si, (struct session_input){ .kind = IN_PAUSE }, err);
}

int
screen_front_start_editor(struct screen_front *sf, struct sitting *si, struct err *err)
{
	const char *command = getenv("VISUAL");
	bool strict = (session_head(si->session)->flags & SESSION_STRICT) != 0;
	char name[TYPING_TEXT_NAME_BYTES];
	struct err problem;

	if (command == NULL || command[0] == '\0')
		command = getenv("EDITOR");
	if (command == NULL || command[0] == '\0') {
		screen_front_say(sf, true, "Set EDITOR to the editor you want.");
		return 0;
	}
	if (!si->writing && (sitting_text_begin(si, NOTE_ANSWER, err) != 0 || !si->writing))
		return err->text[0] != '\0' ? -1 : 0;
	snprintf(name, sizeof(name), TYPING_TEXT_NAME, session_head(si->session)->id);
	if (child_start(&sf->child, si->app->state_dir, name, command, buf_text(&si->text), si->text.len,
	    &si->mask_before, &problem) != 0) {
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
		snprintf(words, sizeof(words), "Your editor failed (status %d): the text is as it was.",
		    status);
		screen_front_say(sf, true, words);
		child_free(sf->child);
		sf->child = NULL;
	}
	if (rc == 0 && sf->paused_for_child && session_state(si->session) == SESSION_PAUSED)
		rc = toggle_pause(si, err);
	return rc;
}

/* ---- keys ---- */

int
screen_front_text_key(struct screen_front *sf, struct sitting *si, const struct key_press *k, struct err *err)
{
	if (si->writing_kind == NOTE_ANSWER && session_state(si->session) == SESSION_PAUSED) {
		if (k->key == PRESS_ENTER || (k->key == PRESS_CHAR && k->mods == 0 && k->cp == 'p'))
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
	if (sf->screen.aside && screen_front_scroll(sf, si, k))
		return 0;
	sf->screen.aside = false;
	if (editor_key(sf->editor, k) == EDITOR_FULL)
		say_full(sf);
	if (editor_failed(sf->editor))
		return err_memory(err);
	return journal(sf, si, err);
}
