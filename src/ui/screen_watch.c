/* The candidate's own screen in a second terminal: question, facts given, clock, and nothing else. */
#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/text.h"

#define MARGIN_ROWS 20                  /* from here on a blank row parts the text from the bar */

static const struct key_line watch_keys[] = { { "PgUp PgDn", "scroll" }, { "q", "leave" }, { NULL, NULL } };

static bool
is_open(const struct screen_watch *w)
{
	return w->view != NULL && w->view->position >= 0 && w->view->stem != NULL &&
	    w->view->state != SESSION_ENDED;
}

static const char *
to_do(const struct candidate_view *v)
{
	if (v->state == SESSION_PAUSED)
		return "Paused.";
	switch (v->phase) {
	case PHASE_READ: return "Listen, and read along.";
	case PHASE_THINK: return "Think.";
	case PHASE_ANSWER: return "Answer aloud. Ask for any fact you miss.";
	case PHASE_FOLLOW_UP: return "Answer aloud, on its own time.";
	case PHASE_PREDICT: return "Which grade do you expect? Say it aloud.";
	case PHASE_CLOSED: return "Thank you. The next question comes here.";
	default: return "";
	}
}

static void
add_facts(struct passage *p, const struct candidate_view *v)
{
	for (size_t i = 0; i < v->fact_count; i++) {
		passage_blank(p);
		passage_begin(p, 0, STYLE_HEADING, "You asked: ");
		passage_text(p, STYLE_NORMAL, v->fact_asks[i]);
		passage_end(p);
		passage_blocks(p, 2, v->facts[i]);
	}
}

static void
add_scale(struct passage *p, const struct candidate_view *v)
{
	char room[PLAIN_GRADE_BYTES];

	for (int g = 0; g <= GRADE_MAX; g++)
		passage_paragraph(p, 1, STYLE_KEY, plain_grade(v->grade_titles, g, room));
	screen_add_heading(p, "Question");
}

static struct passage *
watch_text(const struct screen_watch *w, int columns)
{
	struct passage *p = passage_new(columns < SCREEN_READING_COLUMNS ? columns : SCREEN_READING_COLUMNS);

	if (p == NULL)
		return NULL;
	if (w->message[0] != '\0') {
		passage_begin(p, 0, STYLE_ACCENT, "From the interviewer: ");
		passage_text(p, STYLE_STRONG, w->message);
		passage_end(p);
		passage_blank(p);
	}
	if (!is_open(w)) {
		passage_paragraph(p, 0, STYLE_NORMAL, "Here you will see each question and its clock, and "
		    "nothing else.");
		return p;
	}
	if (w->view->phase == PHASE_PREDICT)
		add_scale(p, w->view);
	if (w->view->follow_up != NULL) {
		passage_blocks(p, 0, w->view->follow_up);
		screen_add_heading(p, "Question");
	}
	passage_blocks(p, 0, w->view->stem);
	add_facts(p, w->view);
	return p;
}

/* The bars of a question, as any screen has them; it knows of no key and no marks. */
static struct screen
screen_of(const struct screen_watch *w)
{
	struct screen s = { .title = "Interview", .message = w->said, .warns = true, .mode = MODE_LED };

	s.view.shown = *w->view;
	s.view.shown.clock = w->clock;
	return s;
}

static struct pane
pane_of(struct bars b, int rows, int columns)
{
	struct pane pane = { b.top, 0, b.bottom - b.top, columns };

	if (columns > SCREEN_READING_COLUMNS) {
		pane.columns = SCREEN_READING_COLUMNS;
		pane.column = (columns - SCREEN_READING_COLUMNS) / 2;
	}
	if (rows >= MARGIN_ROWS) {
		pane.row++;
		pane.rows--;
	}
	return pane;
}

static void
put_topic(struct buf *out, const struct candidate_view *v)
{
	buf_printf(out, "%s - %s %s", v->follow_up != NULL ? "Follow-up" : v->topic,
	    difficulty_name(v->difficulty),
	    kind_name(v->kind));
}

void
screen_watch(struct canvas *c, const struct screen_watch *w)
{
	int rows = canvas_rows(c), columns = canvas_columns(c);
	struct passage *p = watch_text(w, columns);
	struct buf title;
	struct bars b;

	canvas_clear(c);
	buf_init(&title);
	if (is_open(w)) {
		struct screen s = screen_of(w);

		b = screen_bars(c, &s);
		put_topic(&title, w->view);
		if (rows >= 3)
			canvas_put_fit(c, rows >= 5 ? rows - 2 : rows - 1, 1, columns - 1, STYLE_STRONG,
			    to_do(w->view));
		if (rows >= 5)
			screen_key_row(c, rows - 1, watch_keys);
	} else {
		b = screen_page_bars(c, "viva  An interview", w->said, "Waiting for the interviewer.",
		    watch_keys);
		buf_puts(&title, "The candidate's screen");
	}
	if (p != NULL)
		screen_scrolled(c, pane_of(b, rows, columns), buf_text(&title), NULL, p, w->anchor);
	passage_free(p);
	buf_finish(&title);
}

size_t
screen_watch_scroll(const struct screen_watch *w, int rows, int columns, enum screen_move move)
{
	struct passage *p = watch_text(w, columns);
	struct bars b = screen_page_room(rows);
	size_t moved = w->anchor;

	if (p != NULL)
		moved = screen_moved(p, w->anchor, pane_of(b, rows, columns).rows, move);
	passage_free(p);
	return moved;
}
