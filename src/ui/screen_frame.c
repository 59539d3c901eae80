/* The pages before and after a session. */
#include <stdio.h>
#include <string.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/editor.h"
#include "viva/words.h"

#define LABEL_COLUMNS 12

static const struct key_line page_keys[] = { { "Enter", "go on" }, { "PgUp PgDn", "scroll" },
	{ "q", "leave" },	{ NULL, NULL } };

static void
add_opening_words(struct passage *p, const struct plain_opening *o)
{
	struct buf words;

	buf_init(&words);
	passage_blank(p);
	for (int i = 0; o->interviewer != NULL && words_read_aloud(&words, o, i); i++) {
		passage_paragraph(p, 1, STYLE_NORMAL, buf_text(&words));
		passage_blank(p);
		buf_clear(&words);
	}
	if (o->interviewer == NULL) {
		passage_paragraph(p, 1, STYLE_NORMAL, WORDS_OPENING);
		passage_blank(p);
	}
	if (o->interviewer == NULL)
		buf_puts(&words, "Speak your answers aloud; w lets you write as well. ");
	buf_puts(&words, "The keys stand in the last row of every screen, and ? explains them all.");
	passage_paragraph(p, 1, STYLE_NORMAL, buf_text(&words));
	buf_finish(&words);
}

static struct passage *
opening_text(const struct plain_opening *o, const struct screen_led *led, int rows, int columns)
{
	struct passage *p = passage_new(screen_beside_columns(rows, columns, led));
	struct buf label, value;
	char padded[64];

	if (p == NULL)
		return NULL;
	if (led != NULL) {
		screen_add_link(p, led, columns);
		add_opening_words(p, o);
		passage_blank(p);
	}
	buf_init(&label);
	buf_init(&value);
	for (int i = 0; words_opening(&label, &value, o, i); i++) {
		if (label.len > 0) {
			snprintf(padded, sizeof(padded), "%-*s", LABEL_COLUMNS, buf_text(&label));
			passage_begin(p, 1, STYLE_DIM, padded);
			passage_text(p, STYLE_NORMAL, buf_text(&value));
			passage_end(p);
		}
		buf_clear(&label);
		buf_clear(&value);
	}
	if (led == NULL)
		add_opening_words(p, o);
	buf_finish(&label);
	buf_finish(&value);
	return p;
}

static struct passage *
closing_text(const struct screen_closing *o, int columns)
{
	struct passage *p = passage_new(columns);
	char label[24];
	struct buf b;

	if (p == NULL)
		return NULL;
	buf_init(&b);
	if (o->record->head.mode == MODE_LED)
		words_led_finding(&b, o->record, o->stats);
	else
		words_finding(&b, o->stats);
	passage_paragraph(p, 1, STYLE_STRONG, buf_text(&b));
	passage_blank(p);
	buf_clear(&b);
	for (int i = 0; words_figure(&b, o->record, o->stats, i); i++) {
		if (b.len > 0) {
			passage_begin(p, 1, STYLE_DIM, "- ");
			passage_text(p, STYLE_NORMAL, buf_text(&b));
			passage_end(p);
		}
		buf_clear(&b);
	}
	if (o->step_count > 0) {
		passage_blank(p);
		passage_paragraph(p, 1, STYLE_HEADING, "Next");
	}
	for (size_t i = 0; i < o->step_count; i++) {
		snprintf(label, sizeof(label), "%zu. ", i + 1);
		passage_begin(p, 1, STYLE_KEY, label);
		passage_text(p, STYLE_NORMAL, o->steps[i]);
		passage_end(p);
	}
	passage_blank(p);
	passage_paragraph(p, 1, STYLE_DIM, WORDS_ONE_SESSION);
	buf_finish(&b);
	return p;
}

void
screen_opening(struct canvas *c, const struct plain_opening *o, const struct screen_led *led,
    const char *message, size_t anchor)
{
	struct passage *p = opening_text(o, led, canvas_rows(c), canvas_columns(c));
	struct buf title;
	struct bars b;

	canvas_clear(c);
	buf_init(&title);
	buf_puts(&title, "viva  ");
	if (o->interviewer != NULL)
		buf_printf(&title, "An interview, led by %s", o->interviewer);
	else
		buf_puts(&title, "A mock interview, alone");
	b = screen_page_bars(c, buf_text(&title), message,
	    o->interviewer != NULL ? "Enter: the first question, the clock starts." : "Enter: begin, the clock starts.",
	    page_keys);
	screen_beside_code(c, b, "This session", p, anchor, led);
	passage_free(p);
	buf_finish(&title);
}

void
screen_closing(struct canvas *c, const struct screen_closing *o, size_t anchor)
{
	struct passage *p = closing_text(o, canvas_columns(c));
	struct bars b;

	canvas_clear(c);
	b = screen_page_bars(c, "viva  The end", o->report, "Enter: leave.", page_keys);
	screen_beside_code(c, b, "This session", p, anchor, NULL);
	passage_free(p);
}

/* ---- what is asked after a led session ---- */

#define LINE_ROWS 2                     /* of the field, below its rule */

/* One paragraph for each line. */
static struct passage *
said_text(const char *said, int columns)
{
	struct passage *p = passage_new(columns);
	struct buf line;

	buf_init(&line);
	while (p != NULL && *said != '\0') {
		size_t len = strcspn(said, "\n");

		buf_clear(&line);
		buf_add(&line, said, len);
		if (said[0] == '>')
			passage_paragraph(p, 3, STYLE_DIM, buf_text(&line));
		else            /* what is asked now stands last */
			passage_paragraph(p, 1, said[len] == '\0' || said[len + 1] == '\0' ? STYLE_STRONG
			    : STYLE_NORMAL, buf_text(&line));
		said += len + (said[len] == '\n');
	}
	buf_finish(&line);
	return p;
}

void
screen_asking(struct canvas *c, const char *said, struct editor *line)
{
	static const struct key_line keys[] = { { "Enter", "the next" }, { "^C", "leave" }, { NULL, NULL } };
	int columns = canvas_columns(c), above;
	struct passage *p = said_text(said, columns);
	struct bars b;

	canvas_clear(c);
	b = screen_page_bars(c, "viva  The interview is over", "",
	    "Enter keeps your line; an empty one is none.", keys);
	above = b.bottom - b.top - LINE_ROWS > 0 ? b.bottom - b.top - LINE_ROWS : 0;
	/* What was said last stands just above the field. */
	if (p != NULL && above > 1)
		screen_scrolled(c, (struct pane){ b.top - 1, 0, above, columns }, "For the report", NULL, p,
		    passage_anchor(p, passage_last_first(p, above - 1)));
	canvas_rule_titled(c, b.bottom - LINE_ROWS, "Your line", NULL);
	editor_paint(line, c, (struct pane){ b.bottom - LINE_ROWS + 1, 0, LINE_ROWS, columns }, true);
	passage_free(p);
}

static size_t
page_moved(struct passage *p, int rows, size_t anchor, enum screen_move move)
{
	size_t moved = p != NULL ? screen_moved(p, anchor, rows, move) : anchor;

	passage_free(p);
	return moved;
}

size_t
screen_opening_scroll(const struct plain_opening *o, const struct screen_led *led, int rows, int columns,
    size_t anchor, enum screen_move move)
{
	return page_moved(opening_text(o, led, rows, columns), screen_beside_rows(rows, columns, led), anchor,
	    move);
}

size_t
screen_closing_scroll(const struct screen_closing *o, int rows, int columns, size_t anchor,
    enum screen_move move)
{
	return page_moved(closing_text(o, columns), screen_beside_rows(rows, columns, NULL), anchor, move);
}
