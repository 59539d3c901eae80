/* The frame of a running session, and what scrolling means in it. */
#include "viva/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/editor.h"
#include "viva/text.h"

#define MENU_CELL_COLUMNS 20
#define EDITOR_ROWS_MIN 4               /* with its rule: below this the question makes room */

/* ---- a scrolled text ---- */

static int
first_line(const struct passage *p, size_t anchor, int rows)
{
	int first = passage_line_of(p, anchor), last = passage_last_first(p, rows);

	return first < last ? first : last;
}

/* A rule over a part of the row: its words, and at its right, where there is room, `place`. */
static void
paint_short_rule(struct canvas *c, struct pane pane, const char *title, const char *place)
{
	int at = pane.column, end = pane.column + pane.columns - 3;

	for (int i = 0; i < pane.columns; i++)
		canvas_put(c, pane.row, pane.column + i, STYLE_RULE, "-");
	at += canvas_printf(c, pane.row, at, STYLE_RULE, "-- %s ", title);
	if (place[0] == '\0' || at + 1 + text_columns(place, strlen(place)) > end)
		return;
	canvas_put_right(c, pane.row, at, end, STYLE_RULE, place);
	canvas_put(c, pane.row, end - text_columns(place, strlen(place)) - 1, STYLE_RULE, " ");
	canvas_put(c, pane.row, end, STYLE_RULE, " ");
}

void
screen_scrolled(struct canvas *c, struct pane pane, const char *title, const char *right,
    const struct passage *p, size_t anchor)
{
	char place[64];
	int rows = pane.rows - 1, lines, first;

	if (p == NULL || pane.rows < 1)
		return;
	if (rows < 1) {                 /* no room for a rule */
		passage_paint(p, c, pane, first_line(p, anchor, 1));
		return;
	}
	lines = passage_lines(p);
	first = first_line(p, anchor, rows);
	place[0] = '\0';
	if (lines > rows)
		snprintf(place, sizeof(place), "%d-%d of %d, %s", first + 1, first + rows, lines,
		    first + rows < lines ? "PgDn" : "PgUp");
	if (pane.column == 0 && pane.columns == canvas_columns(c))
		canvas_rule_titled(c, pane.row, title, place[0] != '\0' ? place : right);
	else
		paint_short_rule(c, pane, title, place[0] != '\0' || right == NULL ? place : right);
	passage_paint(p, c, (struct pane){ pane.row + 1, pane.column, rows, pane.columns }, first);
}

size_t
screen_moved(const struct passage *p, size_t anchor, int rows, enum screen_move move)
{
	int room = rows > 1 ? rows - 1 : 1, page = room > 2 ? room - 1 : 1;
	int last = passage_last_first(p, room), first = first_line(p, anchor, room);

	switch (move) {
	case SCREEN_UP: first--; break;
	case SCREEN_DOWN: first++; break;
	case SCREEN_PAGE_UP: first -= page; break;
	case SCREEN_PAGE_DOWN: first += page; break;
	case SCREEN_HOME: first = 0; break;
	case SCREEN_END: first = last; break;
	}
	first = first < 0 ? 0 : first > last ? last : first;
	return passage_anchor(p, first);
}

/* ---- what is kept between frames ---- */

struct screen_kept {
	struct texts texts;                     /* main NULL: nothing */
	int columns;
};

struct screen_kept *
screen_kept_new(void)
{
	return calloc(1, sizeof(struct screen_kept));
}

void
screen_forget(struct screen_kept *k)
{
	screen_texts_free(&k->texts);
	k->texts = (struct texts){ .main = NULL };
}

void
screen_kept_free(struct screen_kept *k)
{
	if (k == NULL)
		return;
	screen_forget(k);
	free(k);
}

static struct texts
get_texts(const struct screen *s, int columns)
{
	if (s->kept == NULL)
		return screen_texts(s, columns);
	if (s->kept->texts.main == NULL || s->kept->columns != columns) {
		screen_forget(s->kept);
		s->kept->texts = screen_texts(s, columns);
		s->kept->columns = columns;
	}
	return s->kept->texts;
}

static void
put_back(const struct screen *s, struct texts *t)
{
	if (s->kept == NULL)
		screen_texts_free(t);
}

/* ---- layout ---- */

static struct layout
layout_of(const struct screen *s, const struct texts *t, struct bars b, int columns)
{
	struct layout l = { .main = { b.top, 0, b.bottom - b.top, columns } };

	if (s->view.led && t->side != NULL)
		return screen_led_layout(s, t, b, columns);
	if (t->side != NULL) {
		l.main.columns = screen_main_columns(s, columns);
		l.side = (struct pane){ b.top, columns - screen_side_columns(s, columns), l.main.rows,
		    screen_side_columns(s, columns) };
	}
	if (s->editor != NULL) {
		int rows = l.main.rows, asked = passage_lines(t->main) + 1, most = rows / 2;

		if (rows - most < EDITOR_ROWS_MIN)
			most = rows - EDITOR_ROWS_MIN < 0 ? 0 : rows - EDITOR_ROWS_MIN;
		l.main.rows = asked < most ? asked : most;
		l.side.rows = l.side.rows > 0 ? l.main.rows : 0;
		l.editor = (struct pane){ b.top + l.main.rows, 0, rows - l.main.rows, columns };
	}
	return l;
}

static struct passage *
over_passage(const struct screen *s, int columns)
{
	if (s->over == SCREEN_OVER_HELP)
		return screen_help(s, columns);
	return s->over == SCREEN_OVER_MAP ? screen_map(s, columns) : NULL;
}

/* ---- painting ---- */

static const char *
editor_title(const struct screen *s)
{
	if (s->writing_message)
		return "A line for the candidate's screen";
	if (s->writing == NOTE_ANSWER)
		return s->view.led ? "Their answer" : "Your answer";
	return !s->view.led ? "Your note" : s->writing_private ? "A note for coaches alone" : "A note to share with them";
}

static void
paint_editor(struct canvas *c, const struct screen *s, struct pane pane)
{
	bool focused = s->over == SCREEN_OVER_NONE && s->asked_gap_ms == 0 &&
	    (s->writing_message ||
	        (!s->aside && (s->view.shown.state != SESSION_PAUSED || s->writing == NOTE_NOTE)));
	size_t n = editor_characters(s->editor);
	char count[64];

	if (pane.rows < 1)
		return;
	if (pane.rows > 1) {
		snprintf(count, sizeof(count), "%zu %s, saved", n, n == 1 ? "character" : "characters");
		canvas_rule_titled(c, pane.row, editor_title(s), s->writing_message ? NULL : count);
		pane.row++;
		pane.rows--;
	}
	editor_paint(s->editor, c, pane, focused);
}

static int
menu_keys_of(enum mode mode)
{
	int n = 0;

	for (size_t i = 0; i < menu_key_count; i++)
		n += key_is_in(&menu_keys[i], mode);
	return n;
}

static void
paint_menu(struct canvas *c, struct bars b, enum mode mode)
{
	int columns = canvas_columns(c), across = columns / MENU_CELL_COLUMNS, rows, top, i = 0;

	across = across < 1 ? 1 : across;
	rows = (menu_keys_of(mode) + across - 1) / across;
	top = b.bottom - rows - 1 > 1 ? b.bottom - rows - 1 :
	    1; /* a small screen gives it all but the title */
	canvas_erase(c, (struct pane){ top, 0, b.bottom - top, columns });
	canvas_rule_titled(c, top, "Menu", NULL);
	for (size_t k = 0; k < menu_key_count && top + 1 + i / across < b.bottom; k++) {
		int row = top + 1 + i / across, column = i % across * MENU_CELL_COLUMNS;

		if (!key_is_in(&menu_keys[k], mode))
			continue;
		canvas_printf(c, row, column + 1, STYLE_KEY, "%c", menu_keys[k].letter);
		canvas_put_fit(c, row, column + 3, MENU_CELL_COLUMNS - 4, STYLE_NORMAL, menu_keys[k].name);
		i++;
	}
	canvas_cursor(c, -1, -1);
}

/* "Evaluation - core concept" beside the rule's title. */
static void
item_words(struct buf *out, const struct candidate_view *v)
{
	if (v->topic != NULL)
		buf_printf(out, "%s - %s %s%s", v->topic, difficulty_name(v->difficulty), kind_name(v->kind),
		    v->retry ? " - once more" : "");
}

static const char *
right_words(const struct buf *b)
{
	return b->len > 0 ? buf_text(b) : NULL;
}

static void
paint_texts(struct canvas *c, const struct screen *s, struct bars b)
{
	struct texts t = get_texts(s, canvas_columns(c));
	struct buf about, title;
	struct layout l;

	if (t.main == NULL)
		return;
	buf_init(&about);
	buf_init(&title);
	buf_puts(&title, t.title);
	if (canvas_columns(c) >= SCREEN_NARROW)
		item_words(&about, &s->view.shown);
	if (s->view.led && s->view.item != NULL && canvas_columns(c) >= SCREEN_NARROW)
		screen_led_counts(&title, s);
	l = layout_of(s, &t, b, canvas_columns(c));
	screen_scrolled(
	    c, l.main, buf_text(&title), s->view.led ? NULL : right_words(&about), t.main, s->anchor);
	if (l.side.rows > 0)
		screen_scrolled(c, l.side, t.side_title, s->view.led ? right_words(&about) : NULL, t.side,
		    s->aside_anchor);
	if (s->editor != NULL)
		paint_editor(c, s, l.editor);
	buf_finish(&about);
	buf_finish(&title);
	put_back(s, &t);
}

/* All of the screen: a code needs the room. */
static void
paint_link(struct canvas *c, const struct screen *s)
{
	static const struct key_line keys[] = { { "any key", "back" }, { NULL, NULL } };
	struct passage *p = passage_new(screen_beside_columns(canvas_rows(c), canvas_columns(c), s->led));
	struct bars b = screen_page_bars(c, "viva  The candidate's screen", "", "The session goes on meanwhile.", keys);

	if (p != NULL)
		screen_add_link(p, s->led, canvas_columns(c));
	screen_beside_code(c, b, "Link", p, 0, s->led);
	passage_free(p);
}

void
screen_paint(struct canvas *c, const struct screen *s)
{
	struct passage *over;
	struct bars b;

	canvas_clear(c);
	if (s->over == SCREEN_OVER_LINK && s->led != NULL) {
		paint_link(c, s);
		return;
	}
	b = screen_bars(c, s);
	over = over_passage(s, canvas_columns(c));
	if (over != NULL)
		screen_scrolled(c, (struct pane){ b.top, 0, b.bottom - b.top, canvas_columns(c) },
		    s->over == SCREEN_OVER_HELP ? "Keys" : "Questions", NULL, over, s->over_anchor);
	else
		paint_texts(c, s, b);
	if (s->over == SCREEN_OVER_MENU)
		paint_menu(c, b, s->mode);
	passage_free(over);
}

/* ---- moving about ---- */

void
screen_scroll(struct screen *s, int rows, int columns, enum screen_move move)
{
	struct passage *over = over_passage(s, columns);
	struct bars b = screen_room(s, rows, columns);
	struct texts t;
	struct layout l;

	if (over != NULL) {
		s->over_anchor = screen_moved(over, s->over_anchor, b.bottom - b.top, move);
		passage_free(over);
		return;
	}
	t = screen_texts(s, columns);
	if (t.main == NULL)
		return;
	l = layout_of(s, &t, b, columns);
	if (t.side != NULL && s->aside && s->editor == NULL && l.side.rows > 0)
		s->aside_anchor = screen_moved(t.side, s->aside_anchor, l.side.rows, move);
	else
		s->anchor = screen_moved(t.main, s->anchor, l.main.rows, move);
	screen_texts_free(&t);
}

void
screen_choose(struct screen *s, int rows, int columns, int by)
{
	struct bars b = screen_room(s, rows, columns);
	struct texts t;
	struct layout l;
	int count, room, first;

	if (s->view.item == NULL)
		return;
	count = (int)(s->view.item->key_point_count + s->view.item->mistake_count);
	s->chosen = s->chosen + by < 0 ? 0 : s->chosen + by >= count ? count - 1 : s->chosen + by;
	t = screen_texts(s, columns);
	if (t.main == NULL)
		return;
	l = layout_of(s, &t, b, columns);
	room = l.main.rows > 1 ? l.main.rows - 1 : 1;
	first = first_line(t.main, s->anchor, room);
	if (t.chosen_to > first + room)
		first = t.chosen_to - room;
	if (t.chosen_from < first)
		first = t.chosen_from;
	s->anchor = passage_anchor(t.main, first);
	screen_texts_free(&t);
}
