/* The first screen, and pages of text. */
#include "viva/home.h"

#include <stdio.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/passage.h"
#include "viva/text.h"

#define BARS 3                  /* rows that the title, the rule and the keys take */
#define BARS_WIDE 60            /* columns from which on the keys are said in full */
#define USUAL_ROWS 18           /* from so many on there are the last sessions and the next step */
#define AMPLE_ROWS 30           /* from so many on there are headings */
#define KEY_COLUMNS 3           /* of a key in the list of choices */

static const char enter_mark[] = " (Enter)";

static void
paint_bars(struct canvas *c, const char *left, const char *right, const char *keys)
{
	int rows = canvas_rows(c), columns = canvas_columns(c);

	canvas_restyle(c, (struct pane){ 0, 0, 1, columns }, STYLE_TITLE);
	canvas_put_fit(c, 0, 1, columns - 2, STYLE_TITLE, left);
	if (right != NULL)
		canvas_put_right(c, 0, text_columns(left, strlen(left)) + 3, columns - 1, STYLE_TITLE, right);
	if (rows < BARS + 1)
		return;
	canvas_rule(c, rows - 2);
	canvas_put_fit(c, rows - 1, 1, columns - 2, STYLE_KEY, keys);
}

/* How much there is room for; in a full one, all that is worth doing. */
enum room { ROOM_TIGHT, ROOM_USUAL, ROOM_FULL, ROOM_AMPLE };

static enum room
room_of(int rows)
{
	return rows >= AMPLE_ROWS ? ROOM_AMPLE : rows >= USUAL_ROWS ? ROOM_FULL : ROOM_TIGHT;
}

static void
add_next(struct passage *p, const struct home_view *v, enum room room)
{
	passage_blank(p);
	if (room == ROOM_AMPLE) {
		passage_paragraph(p, 0, STYLE_HEADING, "The most useful next step");
		passage_paragraph(p, 0, STYLE_NORMAL, v->next);
		if (v->then_count > 0) {
			passage_blank(p);
			passage_paragraph(p, 0, STYLE_HEADING, "After that");
		}
	} else {
		passage_begin(p, 0, STYLE_HEADING, "Next: ");
		passage_text(p, STYLE_NORMAL, v->next);
		passage_end(p);
	}
	for (size_t i = 0; i < v->then_count && room >= ROOM_FULL; i++)
		passage_paragraph(p, room == ROOM_AMPLE ? 0 : 2, STYLE_NORMAL, v->then[i]);
	passage_blank(p);
	if (room == ROOM_AMPLE)
		passage_paragraph(p, 0, STYLE_HEADING, "Or choose");
}

static void
add_status(struct passage *p, const struct home_view *v, enum room room)
{
	size_t recent = room == ROOM_AMPLE ? v->recent_count : v->recent_count < 2 ? v->recent_count : 2;

	if (v->unfinished != NULL)
		passage_paragraph(p, 0, STYLE_ACCENT, v->unfinished);
	if (room == ROOM_TIGHT) {
		if (v->unfinished == NULL)
			passage_paragraph(p, 0, STYLE_NORMAL, v->standing);
		passage_blank(p);
		return;
	}
	if (v->unfinished != NULL && room == ROOM_AMPLE)
		passage_blank(p);
	passage_paragraph(p, 0, STYLE_NORMAL, v->standing);
	for (size_t i = 0; i < recent; i++)
		passage_paragraph(p, 2, STYLE_DIM, v->recent[i]);
	add_next(p, v, room);
}

/* Lines before the choices, and the line of each. */
static struct passage *
lay_out_in(const struct home_view *v, int columns, enum room room, int at[HOME_CHOICES_MAX + 1])
{
	struct passage *p = passage_new(columns);

	if (p == NULL)
		return NULL;
	add_status(p, v, room);
	for (size_t i = 0; i < v->choice_count && i < HOME_CHOICES_MAX; i++) {
		char label[] = { v->choices[i].key, ' ', ' ', '\0' };

		at[i] = passage_lines(p);
		passage_begin(p, 1, STYLE_KEY, label);
		passage_text(p, STYLE_NORMAL, v->choices[i].label);
		passage_end(p);
		at[i + 1] = passage_lines(p);
	}
	return p;
}

/* As much as leaves all choices to be seen; of a small screen, they are scrolled. */
static struct passage *
lay_out(const struct home_view *v, struct pane body, enum room room, int at[HOME_CHOICES_MAX + 1])
{
	struct passage *p = lay_out_in(v, body.columns, room, at);

	while (p != NULL && room > ROOM_USUAL && passage_lines(p) > body.rows) {
		passage_free(p);
		p = lay_out_in(v, body.columns, --room, at);
	}
	return p;
}

void
home_paint(struct canvas *c, const struct home_view *v)
{
	int rows = canvas_rows(c), columns = canvas_columns(c), at[HOME_CHOICES_MAX + 1] = { 0 }, first,
	    margin;
	struct pane body = { 1, 1, rows - BARS, columns - 2 };
	struct passage *p;
	struct buf title;

	canvas_clear(c);
	buf_init(&title);
	buf_printf(&title, "viva: %s", v->bank);
	paint_bars(c, buf_text(&title), v->candidate,
	    columns >= BARS_WIDE ? "Up, Down: choose   Enter: take it   ?: help   q: leave" :
	    "Up Down Enter   ?: help   q: leave");
	buf_finish(&title);
	if (body.rows < 1 || body.columns < 1)
		return;
	margin = room_of(rows) == ROOM_AMPLE ? 1 : 0;
	body.row += margin;
	body.rows -= margin;
	p = lay_out(v, body, room_of(rows), at);
	if (p == NULL)
		return;
	first = at[v->selected + 1] - body.rows;        /* as little scrolled as shows the choice */
	if (first < 0)
		first = 0;
	passage_paint(p, c, body, first);
	canvas_restyle(c,
	    (struct pane){
	        body.row + at[v->selected] - first, 0, at[v->selected + 1] - at[v->selected], columns },
	    STYLE_SELECTED);
	passage_free(p);
}

/* ---- as lines ---- */

static void
say(struct buf *out, int columns, int first, int indent, const char *words)
{
	struct buf visible;

	buf_init(&visible);
	text_visible(&visible, words, strlen(words), false);
	text_wrap(out, buf_text(&visible), columns, first, indent);
	buf_putc(out, '\n');
	buf_finish(&visible);
}

static void
say_choice(struct buf *out, const struct home_choice *choice, bool selected, int columns)
{
	struct buf line;

	buf_init(&line);
	buf_printf(&line, "%c %s%s", choice->key, choice->label, selected ? enter_mark : "");
	say(out, columns, 2, 2 + KEY_COLUMNS, buf_text(&line));
	buf_finish(&line);
}

void
home_text(struct buf *out, const struct home_view *v, int columns, bool choices)
{
	struct buf head;

	buf_init(&head);
	buf_printf(&head, "viva: %s, %s", v->bank, v->candidate);
	say(out, columns, 0, 0, buf_text(&head));
	buf_finish(&head);
	buf_putc(out, '\n');
	if (v->unfinished != NULL)
		say(out, columns, 0, 0, v->unfinished);
	say(out, columns, 0, 0, v->standing);
	for (size_t i = 0; i < v->recent_count; i++)
		say(out, columns, 2, 4, v->recent[i]);
	buf_puts(out, "\nNext:\n");
	say(out, columns, 2, 4, v->next);
	for (size_t i = 0; i < v->then_count; i++)
		say(out, columns, 2, 4, v->then[i]);
	if (!choices)
		return;
	buf_puts(out, "\nChoose, then Enter:\n");
	for (size_t i = 0; i < v->choice_count; i++)
		say_choice(out, &v->choices[i], i == v->selected, columns);
	buf_putc(out, '\n');
}

/* ---- pages ---- */

static const char *
line_end(const char *s)
{
	return s + strcspn(s, "\n");
}

static int
count_lines(const char *text)
{
	int n = 0;

	for (; *text != '\0'; n++) {
		text = line_end(text);
		text += *text == '\n';
	}
	return n;
}

int
home_page_last(const struct canvas *c, const char *text)
{
	int more = count_lines(text) - (canvas_rows(c) - BARS);

	return more > 0 ? more : 0;
}

void
home_paint_page(struct canvas *c, const char *title, const char *text, int first)
{
	int rows = canvas_rows(c), columns = canvas_columns(c), body = rows - BARS, number = 0;
	char where[64];

	canvas_clear(c);
	snprintf(where, sizeof(where), "lines %d-%d of %d", first + 1,
	    first + body < count_lines(text) ? first + body : count_lines(text), count_lines(text));
	paint_bars(c, title, where,
	    home_page_last(c, text) > 0 ? "Up, Down, PgUp, PgDn: scroll   q: back" : "q: back");
	for (const char *s = text; *s != '\0' && number - first < body; number++) {
		const char *end = line_end(s);

		if (number >= first)
			canvas_put_bytes(
			    c, 1 + number - first, 0, columns, STYLE_NORMAL, s, (size_t)(end - s));
		s = end + (*end == '\n');
	}
}
