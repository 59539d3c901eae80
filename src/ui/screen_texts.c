/* The texts between the bars: what each phase shows of a question. */
#include <stdio.h>
#include <string.h>

#include "ui/plain_lines.h"
#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/words.h"

#define COLUMN_GAP 3                    /* blanks between two texts */
#define READING_COLUMNS 100             /* longer lines tire the eye */

/* ---- pieces ---- */

static void
add_heading(struct passage *p, const char *text)
{
	if (passage_lines(p) > 0)
		passage_blank(p);
	passage_paragraph(p, 0, STYLE_HEADING, text);
}

static void
add_question(struct passage *p, const struct marking_view *v)
{
	if (v->shown.stem != NULL)
		passage_blocks(p, 0, v->shown.stem);
	for (size_t i = 0; i < v->shown.fact_count; i++) {
		struct buf ask;

		buf_init(&ask);
		buf_printf(&ask, "You ask: %s", v->shown.fact_asks[i]);
		add_heading(p, buf_text(&ask));
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
			add_heading(p, s->texts[i].kind == NOTE_ANSWER ? "Your answer" : "Your note");
		else if (i > 0)
			passage_blank(p);
		passage_paragraph(p, 0, STYLE_NORMAL, s->texts[i].text);
	}
	return s->text_count > 0;
}

static void
add_answer(struct passage *p, const struct item *it)
{
	passage_blocks(p, 0, &it->answer);
	for (size_t i = 0; i < it->follow_up_count; i++) {
		add_heading(p, "Follow-up");
		passage_blocks(p, 0, &it->follow_ups[i].stem);
		passage_blank(p);
		passage_blocks(p, 0, &it->follow_ups[i].answer);
	}
}

/* ---- marks ---- */

static void
add_point(struct passage *p, const struct screen *s, size_t i)
{
	static const char *const words[] = { "no", "partly", "yes" };
	static const enum style styles[] = { STYLE_NORMAL, STYLE_WARN, STYLE_GOOD };
	const struct key_point *kp = &s->view.item->key_points[i];
	enum tick tick = s->view.rating->ticks[i] % 3;
	bool chosen = s->view.record->phase == PHASE_TICK && s->chosen == (int)i;
	char label[40], mark[12];

	snprintf(mark, sizeof(mark), "[%s]", words[tick]);
	snprintf(label, sizeof(label), "%c%2zu %-8s ", chosen ? '>' : ' ', i + 1, mark);
	passage_begin(p, 0, chosen ? STYLE_SELECTED : styles[tick], label);
	passage_prose(p, &kp->text);
	if (kp->essential)
		passage_text(p, STYLE_DIM, " (essential)");
	passage_end(p);
}

static void
add_mistake(struct passage *p, const struct screen *s, size_t i)
{
	const struct mistake *m = &s->view.item->mistakes[i];
	bool made = s->view.rating->mistakes >> i & 1;
	bool chosen = s->view.record->phase == PHASE_TICK && s->chosen == (int)(s->view.item->key_point_count + i);
	char label[40];

	snprintf(label, sizeof(label), "%cm%zu %-8s ", chosen ? '>' : ' ', i + 1, made ? "[yes]" : "[no]");
	passage_begin(p, 0, chosen ? STYLE_SELECTED : made ? STYLE_BAD : STYLE_NORMAL, label);
	passage_prose(p, &m->claim);
	passage_text(p, STYLE_DIM, " - ");
	passage_prose(p, &m->correction);
	passage_end(p);
}

static void
add_marks(struct passage *p, const struct screen *s, int *from, int *to)
{
	const struct item *it = s->view.item;
	char room[PLAIN_GRADE_BYTES], words[PLAIN_GRADE_BYTES + 40];

	for (size_t i = 0; i < it->key_point_count + it->mistake_count; i++) {
		int line;

		if (i == it->key_point_count)
			add_heading(p, s->view.record->phase == PHASE_TICK ? "Common mistakes: did you make one?"
			    : "Common mistakes");
		line = passage_lines(p);
		if (i < it->key_point_count)
			add_point(p, s, i);
		else
			add_mistake(p, s, i - it->key_point_count);
		if (s->chosen == (int)i) {
			*from = line;
			*to = passage_lines(p);
		}
	}
	if (s->view.shown.no_answer || s->view.record->phase == PHASE_NOTE)
		return;
	snprintf(words, sizeof(words), "These marks propose %s.",
	    plain_grade(s->view.shown.grade_titles, s->view.proposed, room));
	passage_blank(p);
	passage_paragraph(p, 0, STYLE_ACCENT, words);
}

/* ---- grades ---- */

static void
add_scale(struct passage *p, const struct screen *s)
{
	char room[PLAIN_GRADE_BYTES], label[PLAIN_GRADE_BYTES + 4];

	for (int g = 0; g <= GRADE_MAX; g++) {
		snprintf(label, sizeof(label), " %s", plain_grade(s->view.shown.grade_titles, g, room));
		passage_begin(p, 0, STYLE_KEY, label);
		passage_end(p);
	}
}

static void
add_anchors(struct passage *p, const struct screen *s)
{
	char room[PLAIN_GRADE_BYTES], label[PLAIN_GRADE_BYTES + 4];

	for (int g = 0; g <= GRADE_MAX; g++) {
		const struct prose *anchor = bank_anchor(s->view.bank, s->view.item, g);
		bool proposed = g == s->view.proposed;

		snprintf(label, sizeof(label), "%c%s%s", proposed ? '>' : ' ',
		    plain_grade(s->view.shown.grade_titles, g, room), anchor != NULL ? ": " : "");
		passage_begin(p, 0, proposed ? STYLE_SELECTED : STYLE_KEY, label);
		if (anchor != NULL)
			passage_prose(p, anchor);
		passage_end(p);
	}
}

static void
add_result(struct passage *p, const struct screen *s)
{
	struct buf words;

	buf_init(&words);
	words_result(&words, &s->view, s->review != NULL ? s->review->earlier : NULL,
	    s->review != NULL ? s->review->earlier_count : 0);
	passage_paragraph(p, 0, STYLE_ACCENT, buf_text(&words));
	buf_finish(&words);
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
	return columns < READING_COLUMNS ? columns : READING_COLUMNS;
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
		add_scale(t->main, s);
		add_heading(t->main, "Question");
	} else if (v->shown.follow_up != NULL) {
		t->title = "Follow-up, on its own time";
		passage_blocks(t->main, 0, v->shown.follow_up);
		add_heading(t->main, "Question");
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
		add_answer(t->main, v->item);
	} else if (phase == PHASE_GRADE) {
		t->title = "Grades";
		add_anchors(t->main, s);
		add_heading(t->main, "Your marks");
		add_marks(t->main, s, &(int){ 0 }, &(int){ 0 });
	} else if (phase == PHASE_TICK) {
		t->title = "Key points: which did you say?";
		add_marks(t->main, s, &t->chosen_from, &t->chosen_to);
	} else {
		t->title = "This question";
		add_result(t->main, s);
		if (v->shown.no_answer) {
			add_heading(t->main, "Key points");
			add_marks(t->main, s, &(int){ 0 }, &(int){ 0 });
		}
	}
	t->side_title = s->text_count > 0 ? "What you wrote" : phase == PHASE_REVEAL ? "Question"
	    : "A strong answer";
	if (s->text_count > 0 && t->side == NULL)
		add_heading(rest, "What you wrote");
	add_own(rest, s, false);
	if (phase != PHASE_REVEAL) {
		if (t->side == NULL || s->text_count > 0)
			add_heading(rest, "A strong answer");
		add_answer(rest, v->item);
	}
	if (t->side == NULL || s->text_count > 0 || phase != PHASE_REVEAL)
		add_heading(rest, "Question");
	add_question(rest, v);
}

/* An ended session read again: what was said, beside or above what could have been. */
static void
fill_review(struct texts *t, const struct screen *s)
{
	struct passage *answer = t->side != NULL ? t->side : t->main;

	t->title = "This question";
	t->side_title = "A strong answer";
	add_result(t->main, s);
	add_heading(t->main, "Question");
	add_question(t->main, &s->view);
	add_own(t->main, s, true);
	if (t->side == NULL)
		add_heading(answer, "A strong answer");
	add_answer(answer, s->view.item);
	add_heading(answer, "Key points");
	add_marks(answer, s, &(int){ 0 }, &(int){ 0 });
}

struct texts
screen_texts(const struct screen *s, int columns)
{
	struct texts t = { .title = "", .side_title = "" };

	t.main = passage_new(screen_main_columns(s, columns));
	if (side_by_side(s, columns))
		t.side = passage_new(screen_side_columns(s, columns));
	if (t.main == NULL)
		return t;
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

/* ---- help and map ---- */

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

/* What is no letter in this phase; marks are made line by line here. */
static void
add_signs(struct passage *p, enum phase phase)
{
	char label[40];

	for (size_t i = 0; i < session_sign_count; i++) {
		const struct key_sign *sign = &session_signs[i];
		bool tick = sign->phase == PHASE_TICK;

		if (sign->phase == PHASE_NONE || sign->phase != phase)
			continue;
		snprintf(label, sizeof(label), " %-10s ", tick ? "1-9" : sign->typed);
		passage_begin(p, 0, STYLE_KEY, label);
		passage_text(p, STYLE_NORMAL, tick ? "a key point goes from no to yes, partly and back; the arrow keys "
		    "choose a line, Space changes it" : sign->help);
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
		passage_text(p, STYLE_NORMAL, session_keys[i].action == KEY_WRITE ? "write an answer" :
		    session_keys[i].action == KEY_NOTE ? "write a note" : session_keys[i].help);
		passage_end(p);
	}
}

struct passage *
screen_help(const struct screen *s, int columns)
{
	enum phase phase = s->view.record != NULL ? s->view.record->phase : PHASE_NONE;
	struct passage *p = passage_new(columns < READING_COLUMNS ? columns : READING_COLUMNS);

	if (p == NULL)
		return NULL;
	add_heading(p, s->review != NULL ? "Reading again" : "In a session");
	add_signs(p, phase);
	if (s->review != NULL)
		add_review_keys(p);
	else
		add_session_keys(p, s);
	add_heading(p, "Around it");
	add_keys(p, screen_key_lines);
	if (s->review == NULL) {
		add_heading(p, "In a text");
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
