/* The texts between the bars: what each phase shows of a question. */
#include <stdio.h>
#include <string.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/words.h"

#define COLUMN_GAP 3                    /* blanks between two texts */

/* ---- pieces ---- */

static void
add_question(struct passage *p, const struct marking_view *v)
{
	if (v->shown.stem != NULL)
		passage_blocks(p, 0, v->shown.stem);
	for (size_t i = 0; i < v->shown.fact_count; i++) {
		struct buf ask;

		buf_init(&ask);
		buf_printf(&ask, "You ask: %s", v->shown.fact_asks[i]);
		screen_add_heading(p, buf_text(&ask));
		passage_blocks(p, 0, v->shown.facts[i]);
		buf_finish(&ask);
	}
}

/* What they wrote; returns whether there is anything. */
static bool
add_own(struct passage *p, const struct screen *s, bool headings)
{
	for (size_t i = 0; i < s->text_count; i++) {
		if (headings || s->texts[i].kind == NOTE_NOTE)
			screen_add_heading(p, s->texts[i].kind == NOTE_ANSWER ? "Your answer" : "Your note");
		else if (i > 0)
			passage_blank(p);
		passage_paragraph(p, 0, STYLE_NORMAL, s->texts[i].text);
	}
	return s->text_count > 0;
}

/* ---- what a phase shows ---- */

static bool
side_by_side(const struct screen *s, int columns)
{
	return columns >= SCREEN_WIDE && s->view.item != NULL;
}

int
screen_main_columns(const struct screen *s, int columns)
{
	if (side_by_side(s, columns))
		return (columns - COLUMN_GAP) / 2;
	return columns < SCREEN_READING_COLUMNS ? columns : SCREEN_READING_COLUMNS;
}

int
screen_side_columns(const struct screen *s, int columns)
{
	return side_by_side(s, columns) ? columns - COLUMN_GAP - screen_main_columns(s, columns) : 0;
}

/* Before the reveal: the question, and what was written. */
static void
fill_asked(struct texts *t, const struct screen *s)
{
	const struct marking_view *v = &s->view;

	if (v->record == NULL)
		return;
	if (v->record->phase == PHASE_PREDICT) {
		t->title = "Your prediction";
		screen_add_scale(t->main, s);
		screen_add_heading(t->main, "Question");
	} else if (v->shown.follow_up != NULL) {
		t->title = "Follow-up, on its own time";
		passage_blocks(t->main, 0, v->shown.follow_up);
		screen_add_heading(t->main, "Question");
	} else if (v->record->phase == PHASE_BETWEEN) {
		t->title = "Answered";
	} else {
		t->title = "Question";
	}
	add_question(t->main, v);
	add_own(t->main, s, true);
}

/* After it: what is marked, beside or above what was said and what could have been. */
static void
fill_marked(struct texts *t, const struct screen *s)
{
	const struct marking_view *v = &s->view;
	struct passage *rest = t->side != NULL ? t->side : t->main;
	enum phase phase = v->record->phase;

	if (phase == PHASE_REVEAL) {
		t->title = "A strong answer";
		screen_add_answer(t->main, v->item);
	} else if (phase == PHASE_GRADE) {
		t->title = "Grades";
		screen_add_anchors(t->main, s);
		screen_add_heading(t->main, "Your marks");
		screen_add_marks(t->main, s, &(int){ 0 }, &(int){ 0 });
	} else if (phase == PHASE_TICK) {
		t->title = "Key points: which did you say?";
		screen_add_marks(t->main, s, &t->chosen_from, &t->chosen_to);
	} else {
		t->title = "This question";
		screen_add_result(t->main, s);
		if (v->shown.no_answer) {
			screen_add_heading(t->main, "Key points");
			screen_add_marks(t->main, s, &(int){ 0 }, &(int){ 0 });
		}
	}
	t->side_title = s->text_count > 0 ? "What you wrote" : phase == PHASE_REVEAL ? "Question"
	    : "A strong answer";
	if (s->text_count > 0 && t->side == NULL)
		screen_add_heading(rest, "What you wrote");
	add_own(rest, s, false);
	if (phase != PHASE_REVEAL) {
		if (t->side == NULL || s->text_count > 0)
			screen_add_heading(rest, "A strong answer");
		screen_add_answer(rest, v->item);
	}
	if (t->side == NULL || s->text_count > 0 || phase != PHASE_REVEAL)
		screen_add_heading(rest, "Question");
	add_question(rest, v);
}

/* An ended session read again: what was said, beside or above what could have been. */
static void
fill_review(struct texts *t, const struct screen *s)
{
	struct passage *answer = t->side != NULL ? t->side : t->main;

	t->title = "This question";
	t->side_title = "A strong answer";
	screen_add_result(t->main, s);
	screen_add_heading(t->main, "Question");
	add_question(t->main, &s->view);
	add_own(t->main, s, true);
	if (t->side == NULL)
		screen_add_heading(answer, "A strong answer");
	screen_add_answer(answer, s->view.item);
	screen_add_heading(answer, "Key points");
	screen_add_marks(answer, s, &(int){ 0 }, &(int){ 0 });
}

struct texts
screen_texts(const struct screen *s, int columns)
{
	struct texts t = { .title = "", .side_title = "" };

	t.beside = side_by_side(s, columns);
	t.main = passage_new(screen_main_columns(s, columns));
	if (t.beside || s->view.led)
		t.side = passage_new(
		    t.beside ? screen_side_columns(s, columns) : screen_main_columns(s, columns));
	if (t.main == NULL)
		return t;
	if (s->view.led) {
		if (s->view.item != NULL && t.side != NULL)
			screen_led_texts(&t, s);
		return t;
	}
	if (s->review != NULL && s->view.record->phase == PHASE_NOTE)
		fill_review(&t, s);
	else if (s->view.item != NULL)
		fill_marked(&t, s);
	else
		fill_asked(&t, s);
	return t;
}

void
screen_texts_free(struct texts *t)
{
	passage_free(t->main);
	passage_free(t->side);
}
