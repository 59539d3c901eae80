/* What lies over a question on demand: the keys, and the map of all questions. */
#include <stdio.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"

static void
add_keys(struct passage *p, const struct key_line *lines)
{
	char label[40];

	for (; lines->key != NULL; lines++) {
		snprintf(label, sizeof(label), " %-10s ", lines->key);
		passage_begin(p, 0, STYLE_KEY, label);
		passage_text(p, STYLE_NORMAL, lines->help);
		passage_end(p);
	}
}

#define MARKING "a key point goes from no to yes, partly and back; the arrow keys choose a line, Space changes it"

/* What is no letter in this phase; marks are made line by line here. */
static void
add_signs(struct passage *p, enum phase phase, unsigned where)
{
	char label[40];

	for (size_t i = 0; i < session_sign_count; i++) {
		const struct key_sign *sign = &session_signs[i];
		bool tick = sign->phase == PHASE_TICK;

		if (sign->phase == PHASE_NONE || sign->phase != phase || (sign->where & where) == 0)
			continue;
		snprintf(label, sizeof(label), " %-10s ", tick ? "1-9" : sign->typed);
		passage_begin(p, 0, STYLE_KEY, label);
		passage_text(p, STYLE_NORMAL, tick ? MARKING : sign->help);
		passage_end(p);
	}
	if (where == KEY_IN_LED && (phase == PHASE_ANSWER || phase == PHASE_FOLLOW_UP)) {
		passage_begin(p, 0, STYLE_KEY, " 1-9        ");
		passage_text(p, STYLE_NORMAL, MARKING);
		passage_end(p);
	}
}

static void
add_review_keys(struct passage *p)
{
	char label[40];

	for (size_t i = 0; i < review_key_count; i++) {
		snprintf(label, sizeof(label), " %-10c ", review_keys[i].letter);
		passage_begin(p, 0, STYLE_KEY, label);
		passage_text(p, STYLE_NORMAL, review_keys[i].help);
		passage_end(p);
	}
}

/* What a key does here, where plain lines need another word for it. */
static const char *
help_on_screen(const struct key *key, enum mode mode)
{
	switch (key->action) {
	case KEY_WRITE: return mode == MODE_LED ? "write down their answer" : "write an answer";
	case KEY_NOTE: return mode == MODE_LED ? "write a note to share with them" : "write a note";
	case KEY_PREDICT: return "the grade the candidate says they expect: after the answer, 0-4, or Enter "
	    "for none";
	case KEY_MESSAGE: return "a line for the candidate's screen; an empty one takes the last one away";
	default: return key->help;
	}
}

static void
add_session_keys(struct passage *p, const struct screen *s)
{
	unsigned where = s->mode == MODE_LED ? KEY_IN_LED : KEY_IN_SOLO;
	char label[40];

	for (size_t i = 0; i < session_key_count; i++) {
		if ((session_keys[i].where & where) == 0)
			continue;
		snprintf(label, sizeof(label), " %-10c ", session_keys[i].letter);
		passage_begin(p, 0, STYLE_KEY, label);
		passage_text(p, STYLE_NORMAL, help_on_screen(&session_keys[i], s->mode));
		passage_end(p);
	}
	if (s->mode == MODE_LED) {
		passage_begin(p, 0, STYLE_KEY, " l          ");
		passage_text(p, STYLE_NORMAL, "the link to the candidate's page, and its code");
		passage_end(p);
	}
}

struct passage *
screen_help(const struct screen *s, int columns)
{
	enum phase phase = s->view.record != NULL ? s->view.record->phase : PHASE_NONE;
	struct passage *p = passage_new(columns < SCREEN_READING_COLUMNS ? columns : SCREEN_READING_COLUMNS);

	if (p == NULL)
		return NULL;
	screen_add_heading(p, s->review != NULL ? "Reading again" : "In a session");
	add_signs(p, phase, s->mode == MODE_LED ? KEY_IN_LED : KEY_IN_SOLO);
	if (s->review != NULL)
		add_review_keys(p);
	else
		add_session_keys(p, s);
	screen_add_heading(p, "Around it");
	add_keys(p, screen_key_lines);
	if (s->review == NULL) {
		screen_add_heading(p, "In a text");
		add_keys(p, editor_key_lines);
	}
	return p;
}

static void
add_map_line(struct passage *p, const struct screen *s, size_t i)
{
	static const char *const states[] = { "to come", "open", "answered", "done", "not asked" };
	const struct screen_item *it = &s->items[i];
	bool here = (int)i == s->view.shown.position;
	char label[24];
	struct buf words;

	buf_init(&words);
	snprintf(label, sizeof(label), "%c%3zu  ", here ? '>' : ' ', i + 1);
	passage_begin(p, 0, here ? STYLE_SELECTED : STYLE_KEY, label);
	buf_puts(&words, it->no_answer ? "no answer" : states[it->state]);
	if (here)
		buf_puts(&words, ", now");
	if (it->grade >= 0 && !it->no_answer)
		buf_printf(&words, ", grade %d", it->grade);
	if (it->prediction >= 0)
		buf_printf(&words, ", expected %d", it->prediction);
	passage_text(p, it->state == ITEM_PENDING ? STYLE_DIM : STYLE_NORMAL, buf_text(&words));
	if (it->flagged)
		passage_text(p, STYLE_WARN, ", flagged");
	passage_end(p);
	buf_finish(&words);
}

struct passage *
screen_map(const struct screen *s, int columns)
{
	struct passage *p = passage_new(columns);

	for (size_t i = 0; p != NULL && i < s->item_count; i++)
		add_map_line(p, s, i);
	return p;
}
