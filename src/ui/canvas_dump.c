/* A canvas as plain text, for tests. */
#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/text.h"

static bool
is_empty(const struct cell *cell)
{
	return cell->cp == ' ' && cell->marks[0] == 0;
}

void
canvas_dump(struct buf *out, const struct canvas *c)
{
	for (int row = 0; row < canvas_rows(c); row++) {
		int end = canvas_columns(c);

		while (end > 0 && is_empty(canvas_cell(c, row, end - 1)))
			end--;
		for (int x = 0; x < end; x++) {
			const struct cell *cell = canvas_cell(c, row, x);

			if (cell->width == 0)
				continue;
			text_put(out, cell->cp);
			for (int i = 0; i < CANVAS_MARKS && cell->marks[i] != 0; i++)
				text_put(out, cell->marks[i]);
		}
		buf_putc(out, '\n');
	}
}

void
canvas_dump_styles(struct buf *out, const struct canvas *c)
{
	static const char letters[STYLE_COUNT] = {
		[STYLE_NORMAL] = ' ', [STYLE_BOLD] = 'b', [STYLE_DIM] = 'd', [STYLE_REVERSE] = 'r',
		[STYLE_CODE] = 'c', [STYLE_EM] = 'e', [STYLE_STRONG] = 's', [STYLE_LINK] = 'l',
		[STYLE_HEADING] = 'h', [STYLE_RULE] = '-', [STYLE_KEY] = 'k',
		[STYLE_ACCENT] = 'a', [STYLE_GOOD] = 'g', [STYLE_WARN] = 'w', [STYLE_BAD] = 'x',
		[STYLE_TITLE] = 't', [STYLE_SELECTED] = '>', [STYLE_INK] = '#',
	};

	for (int row = 0; row < canvas_rows(c); row++) {
		int end = canvas_columns(c);

		while (end > 0 && canvas_cell(c, row, end - 1)->style == STYLE_NORMAL)
			end--;
		for (int x = 0; x < end; x++)
			buf_putc(out, letters[canvas_cell(c, row, x)->style]);
		buf_putc(out, '\n');
	}
}
