/* The pages before and after a session. */
#include <stdio.h>
#include <string.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/editor.h"
#include "viva/words.h"

#define LABEL_COLUMNS 12

static const struct key_line page_keys[] = { { "Enter", "go on" }, { "PgUp PgDn", "scroll" }, { "q", "leave" },
	{ NULL, NULL } };

static struct passage *
opening_text(const struct plain_opening *o, int columns)
{
	struct passage *p = passage_new(columns);
	struct buf label, value;
	char padded[64];

	if (p == NULL)
		return NULL;
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
	passage_blank(p);
	passage_paragraph(p, 1, STYLE_NORMAL, WORDS_OPENING);
	passage_blank(p);
	passage_paragraph(p, 1, STYLE_NORMAL, "Speak your answers aloud; w lets you write as well. The keys stand in the "
	    "last row of every screen, and ? explains them all.");
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

static void
paint_page(struct canvas *c, struct bars b, const char *title, const struct passage *p, size_t anchor)
{
	struct pane pane = { b.top - 1, 0, b.bottom - b.top + 1, canvas_columns(c) };

	screen_scrolled(c, pane, title, NULL, p, anchor);
}

void
screen_opening(struct canvas *c, const struct plain_opening *o, const char *message, size_t anchor)
{
	struct passage *p = opening_text(o, canvas_columns(c));
	struct bars b;

	canvas_clear(c);
	b = screen_page_bars(c, "viva  A mock interview, alone", message, "Enter: begin, the clock starts.", page_keys);
	paint_page(c, b, "This session", p, anchor);
	passage_free(p);
}

void
screen_closing(struct canvas *c, const struct screen_closing *o, size_t anchor)
{
	struct passage *p = closing_text(o, canvas_columns(c));
	struct bars b;

	canvas_clear(c);
	b = screen_page_bars(c, "viva  The end", o->report, "Enter: leave.", page_keys);
	paint_page(c, b, "This session", p, anchor);
	passage_free(p);
}

static size_t
page_moved(struct passage *p, int rows, size_t anchor, enum screen_move move)
{
	struct bars b = screen_page_room(rows);
	size_t moved = p != NULL ? screen_moved(p, anchor, b.bottom - b.top + 1, move) : anchor;

	passage_free(p);
	return moved;
}

size_t
screen_opening_scroll(const struct plain_opening *o, int rows, int columns, size_t anchor,
    enum screen_move move)
{
	return page_moved(opening_text(o, columns), rows, anchor, move);
}

size_t
screen_closing_scroll(const struct screen_closing *o, int rows, int columns, size_t anchor,
    enum screen_move move)
{
	return page_moved(closing_text(o, columns), rows, anchor, move);
}
