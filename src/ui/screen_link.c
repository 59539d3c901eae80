/* How the candidate's page is reached: its link, and the code that a phone reads. */
#include <string.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/text.h"

#define CODE_GAP 2                      /* blanks between text and code */
#define TEXT_COLUMNS_MIN 30             /* of the text beside a code */

struct size { int rows, columns; };

static struct size
size_of(const char *code)
{
	struct size size = { 0, 0 };

	for (const char *line = code, *end; line != NULL && *line != '\0'; line = end + 1) {
		end = strchr(line, '\n');
		if (end == NULL)
			break;
		size.rows++;
		if (text_columns(line, (size_t)(end - line)) > size.columns)
			size.columns = text_columns(line, (size_t)(end - line));
	}
	return size;
}

/* A link that fits stands above all else, so that nothing breaks it. */
static bool
stands_above(const struct screen_led *led, int columns)
{
	return led != NULL && led->link != NULL && text_columns(led->link, strlen(led->link)) + 2 <= columns;
}

static bool
shows_code(int rows, int columns, const struct screen_led *led)
{
	struct size size = size_of(led != NULL && stands_above(led, columns) ? led->code : NULL);

	return size.rows > 0 && size.rows <= screen_beside_rows(rows, columns, led) &&
	    columns - size.columns - CODE_GAP >= TEXT_COLUMNS_MIN;
}

int
screen_beside_rows(int rows, int columns, const struct screen_led *led)
{
	struct bars b = screen_page_room(rows);

	return b.bottom - b.top + (stands_above(led, columns) ? 0 : 1);
}

int
screen_beside_columns(int rows, int columns, const struct screen_led *led)
{
	return shows_code(rows, columns, led) ? columns - size_of(led->code).columns - CODE_GAP : columns;
}

static void
paint_code(struct canvas *c, int row, int column, const char *code)
{
	const char *end;

	for (const char *line = code; *line != '\0' && (end = strchr(line, '\n')) != NULL; line = end + 1)
		canvas_put_bytes(c, row++, column, canvas_columns(c), STYLE_INK, line, (size_t)(end - line));
}

void
screen_beside_code(struct canvas *c, struct bars b, const char *title, const struct passage *p, size_t anchor,
    const struct screen_led *led)
{
	int rows = canvas_rows(c), columns = canvas_columns(c), room = screen_beside_rows(rows, columns, led);
	struct pane pane = { b.bottom - room, 0, room, screen_beside_columns(rows, columns, led) };

	if (stands_above(led, columns))
		canvas_put(c, b.bottom - room - 1, 1, STYLE_STRONG, led->link);
	if (shows_code(rows, columns, led))
		paint_code(c, pane.row, pane.columns + CODE_GAP, led->code);
	screen_scrolled(c, pane, title, NULL, p, anchor);
}

void
screen_add_link(struct passage *p, const struct screen_led *led, int columns)
{
	struct buf who;

	buf_init(&who);
	screen_led_audience(&who, led);
	if (led->link != NULL) {
		if (stands_above(led, columns)) {
			passage_paragraph(p, 1, STYLE_NORMAL, "Open the link above on the candidate's "
			    "device.");
		} else {
			passage_paragraph(p, 1, STYLE_NORMAL, "Open on the candidate's device:");
			passage_code(p, 0, STYLE_STRONG, led->link);
		}
		passage_paragraph(p, 1, STYLE_DIM, led->code != NULL ? "Whoever has this link and is on this "
		    "network can read the questions "
		    "along." : "It opens on this machine alone.");
	} else {
		passage_paragraph(p, 1, STYLE_NORMAL, "No page is served; --screen serves one.");
	}
	passage_paragraph(p, 1, STYLE_NORMAL, "In a second terminal here: viva watch");
	passage_begin(p, 1, STYLE_DIM, "Now: ");
	passage_text(p, STYLE_GOOD, buf_text(&who));
	passage_end(p);
	buf_finish(&who);
}
