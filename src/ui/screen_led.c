/* The interviewer's console: the question as it is read aloud, and beside or below it the key. */
#include <stdio.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/words.h"

#define EDITOR_ROWS_MIN 5               /* of a note, with its rule; it gets two fifths where that is more */
#define MESSAGE_ROWS 3                  /* of a line for the candidate, with its rule */
#define TWO_TEXTS_ROWS 10               /* below that, one text at a time: Tab changes */
#define KEY_ROWS_MIN 5                  /* what the question leaves to the key below it */
#define REACHED_LATE_MS 8000            /* a page that lives is reached every five seconds */

/* ---- the question's side ---- */

static void
add_notes(struct passage *p, const struct screen *s)
{
	char label[64], clock[PLAIN_CLOCK_BYTES];

	for (size_t i = 0; i < s->text_count; i++) {
		const struct own_text *t = &s->texts[i];

		if (i == 0)
			screen_add_heading(p, "Notes");
		snprintf(label, sizeof(label), "%s %s", plain_clock(t->at_ms, clock),
		    t->kind == NOTE_ANSWER ? "their answer: " : t->private_note ? "private: " : "to share: ");
		passage_begin(p, 0, t->private_note ? STYLE_WARN : STYLE_DIM, label);
		passage_text(p, STYLE_NORMAL, t->text);
		passage_end(p);
	}
}

static void
fill_question(struct texts *t, const struct screen *s)
{
	const struct candidate_view *v = &s->view.shown;

	t->side_title = "Question: this and the clock they see";
	if (v->follow_up != NULL) {
		t->side_title = "Follow-up, on its own time: they see it";
		passage_blocks(t->side, 0, v->follow_up);
		screen_add_heading(t->side, "Question");
	}
	if (v->stem != NULL)
		passage_blocks(t->side, 0, v->stem);
	for (size_t i = 0; i < v->fact_count; i++) {
		passage_blank(t->side);
		passage_begin(t->side, 0, STYLE_GOOD, "Given: ");
		passage_text(t->side, STYLE_STRONG, v->fact_asks[i]);
		passage_end(t->side);
		passage_blocks(t->side, 2, v->facts[i]);
	}
}

/* ---- the key ---- */

static void
add_facts(struct passage *p, const struct screen *s)
{
	const struct item *it = s->view.item;
	bool next_found = false;

	if (it->on_request_count > 0)
		screen_add_heading(p, "Only if they ask");
	for (size_t i = 0; i < it->on_request_count; i++) {
		bool given = s->view.record->facts_given >> i & 1, next = !given && !next_found;

		next_found |= next;
		passage_begin(p, 0, given ? STYLE_GOOD : STYLE_KEY,
		    given ? "given  " : next ? "h      " : "       ");
		passage_text(p, STYLE_STRONG, it->on_requests[i].ask);
		passage_end(p);
		passage_blocks(p, 7, &it->on_requests[i].fact);
	}
}

/* The engine asks the first one, on its own time; a further one is asked within the answer. */
static void
add_follow_ups(struct passage *p, const struct screen *s)
{
	const struct item *it = s->view.item;
	const struct item_record *rec = s->view.record;

	for (size_t i = 0; i < it->follow_up_count; i++) {
		if (i > 0)
			screen_add_heading(p, "A further one, if there is time");
		else if (rec->phase == PHASE_FOLLOW_UP)
			screen_add_heading(p, "Follow-up: being asked");
		else
			screen_add_heading(p, rec->follow_up_ms > 0 ? "Follow-up: asked"
			    : "Follow-up, after the answer");
		passage_blocks(p, 0, &it->follow_ups[i].stem);
		passage_begin(p, 0, STYLE_DIM, "Answer: ");
		passage_end(p);
		passage_blocks(p, 2, &it->follow_ups[i].answer);
	}
}

static void
add_expected(struct passage *p, const struct screen *s)
{
	char room[PLAIN_GRADE_BYTES], words[PLAIN_GRADE_BYTES + 20];

	if (s->view.record->prediction >= 0)
		snprintf(words, sizeof(words), "They expect %s.", plain_grade(s->view.shown.grade_titles,
		    s->view.record->prediction, room));
	else
		snprintf(words, sizeof(words), "They would not say what they expect.");
	passage_paragraph(p, 0, STYLE_ACCENT, words);
	passage_blank(p);
}

/* What the phase asks for comes first; the rest of the key always follows in one order. */
static void
fill_key(struct texts *t, const struct screen *s)
{
	switch (s->view.record->phase) {
	case PHASE_PREDICT:
		t->title = "Their prediction: said to you, or tapped";
		screen_add_scale(t->main, s);
		screen_add_heading(t->main, "Key points");
		break;
	case PHASE_GRADE:
		t->title = "Your grade";
		add_expected(t->main, s);
		screen_add_anchors(t->main, s);
		screen_add_heading(t->main, "Key points");
		break;
	case PHASE_NOTE:
		t->title = "This question";
		screen_add_result(t->main, s);
		screen_add_heading(t->main, "Key points");
		break;
	default:
		t->title = "Key points: for you alone";
		break;
	}
	screen_add_marks(t->main, s, &t->chosen_from, &t->chosen_to);
	add_facts(t->main, s);
	add_follow_ups(t->main, s);
	screen_add_heading(t->main, "A strong answer");
	passage_blocks(t->main, 0, &s->view.item->answer);
}

void
screen_led_texts(struct texts *t, const struct screen *s)
{
	fill_question(t, s);
	fill_key(t, s);
	add_notes(t->beside ? t->side : t->main, s);
}

/* ---- where they stand ---- */

static bool
being_read(const struct screen *s)
{
	return s->view.record != NULL && s->view.record->phase <= PHASE_THINK;
}

/* Rows of the question above the key: what it needs, but most of the room only while it is read aloud. */
static int
question_rows(const struct screen *s, const struct texts *t, int rows)
{
	int needs = passage_lines(t->side) + 1, most = being_read(s) ? rows * 3 / 5 : rows * 2 / 5;

	if (s->view.record != NULL && s->view.record->phase >= PHASE_GRADE)
		most = rows / 4;
	most = rows - most < KEY_ROWS_MIN ? rows - KEY_ROWS_MIN : most;
	return needs < most ? needs : most;
}

static int
editor_rows_of(const struct screen *s, int rows)
{
	int note = rows * 2 / 5 > EDITOR_ROWS_MIN ? rows * 2 / 5 : EDITOR_ROWS_MIN;
	int want = s->writing_message ? MESSAGE_ROWS : note;

	if (s->editor == NULL)
		return 0;
	return want < rows ? want : rows;
}

struct layout
screen_led_layout(const struct screen *s, const struct texts *t, struct bars b, int columns)
{
	int below = editor_rows_of(s, b.bottom - b.top), rows = b.bottom - b.top - below;
	struct layout l = { .editor = { b.bottom - below, 0, below, columns } };

	if (t->beside) {
		l.side = (struct pane){ b.top, 0, rows, screen_side_columns(s, columns) };
		l.main = (struct pane){ b.top, columns - screen_main_columns(s, columns), rows,
		    screen_main_columns(s, columns) };
		return l;
	}
	l.side = l.main = (struct pane){ b.top, 0, rows, columns };
	if (rows >= TWO_TEXTS_ROWS) {
		l.side.rows = question_rows(s, t, rows);
		l.main.row += l.side.rows;
		l.main.rows -= l.side.rows;
	} else if (s->aside && s->editor == NULL) {
		l.main.rows = 0;
	} else {
		l.side.rows = 0;
	}
	return l;
}

/* " - hints 1 - facts 1 of 2", or nothing where there is nothing to count. */
void
screen_led_counts(struct buf *out, const struct screen *s)
{
	const struct item_record *rec = s->view.record;

	if (rec->hints > 0)
		buf_printf(out, " - hints %d", rec->hints);
	if (s->view.item->on_request_count > 0)
		buf_printf(out, " - facts %d of %zu", rec->facts, s->view.item->on_request_count);
}

/* ---- the status line ---- */

/* Who looks.  Returns whether someone should do something about it. */
bool
screen_led_audience(struct buf *out, const struct screen_led *led)
{
	bool late = led->screens > 0 && led->reached_ms > REACHED_LATE_MS;
	size_t begun = out->len;

	if (led->screens > 0)
		buf_printf(out, "%d %s%s", led->screens, led->screens == 1 ? "page" : "pages",
		    late ? " not" : "");
	if (led->screens > 0 && led->reached_ms >= 0)
		buf_printf(out, late ? " reached for %lld s" : ", reached %lld s ago",
		    (long long)(led->reached_ms / 1000));
	if (led->screens == 0 && led->link != NULL)
		buf_puts(out, "no page is open");
	if (led->terminals > 0)
		buf_printf(out, "%s%d %s", out->len > begun ? ", " : "", led->terminals,
		    led->terminals == 1 ? "terminal" : "terminals");
	if (out->len == begun)
		buf_puts(out, "no screen; read the questions aloud");
	return late || (led->link != NULL && led->screens == 0 && led->terminals == 0);
}

void
screen_led_status(struct canvas *c, int row, const struct screen *s)
{
	const struct screen_led *led = s->led;
	char clock[PLAIN_CLOCK_BYTES];
	struct buf who, time;
	bool warns, late = led->planned_ms > 0 && led->session_ms > led->planned_ms;
	int at;

	buf_init(&who);
	buf_init(&time);
	buf_printf(&who, "%s: ", led->candidate);
	warns = screen_led_audience(&who, led);
	if (led->link != NULL && led->screens == 0)
		buf_puts(&who, " (l: its link)");
	/* Rounded down, as time that was used is everywhere. */
	buf_printf(&time, "session %s", plain_clock(led->session_ms / 1000 * 1000, clock));
	if (led->planned_ms > 0)
		buf_printf(&time, " of %s", plain_clock(led->planned_ms, clock));
	at = canvas_columns(c) - 2 - (int)time.len;
	canvas_put_fit(c, row, 1, at - 2, warns ? STYLE_WARN : STYLE_DIM, buf_text(&who));
	canvas_put_right(c, row, 1, canvas_columns(c) - 1, late ? STYLE_WARN : STYLE_DIM, buf_text(&time));
	buf_finish(&who);
	buf_finish(&time);
}
