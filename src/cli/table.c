#include "cli/table.h"

#include <string.h>

#include "viva/buf.h"
#include "viva/text.h"

#define GAP 2                   /* blanks between columns */
#define BELOW 4                 /* indent of what a narrow row holds */

static bool
fits(const struct table *t)
{
	int width = 0;

	for (size_t i = 0; i < t->count; i++)
		width += t->columns[i].width + (i > 0 ? GAP : 0);
	return width <= t->screen;
}

static void
blanks(struct buf *out, int n)
{
	while (n-- > 0)
		buf_putc(out, ' ');
}

/* `text` in its column, cut between two characters; the last column stays as long as it is. */
static void
put_cell(struct buf *out, const struct table_column *c, const char *text, bool last)
{
	struct buf visible;
	const char *s, *end, *next;
	int used = 0, width;

	buf_init(&visible);
	text_visible(&visible, text, strlen(text), false);
	end = buf_text(&visible) + visible.len;
	for (s = next = buf_text(&visible); s < end; s = next) {
		width = text_width(text_next(&next, end));
		if (!last && used + width > c->width)
			break;
		used += width;
	}
	if (c->right)
		blanks(out, c->width - used);
	buf_add(out, buf_text(&visible), (size_t)(s - buf_text(&visible)));
	if (!c->right && !last)
		blanks(out, c->width - used);
	buf_finish(&visible);
}

static void
wide_row(struct buf *out, const struct table *t, const char *const *cells)
{
	for (size_t i = 0; i < t->count; i++) {
		if (i > 0)
			blanks(out, GAP);
		put_cell(out, &t->columns[i], cells[i], i + 1 == t->count);
	}
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	buf_putc(out, '\n');
}

static void
narrow_row(struct buf *out, const struct table *t, const char *const *cells)
{
	struct buf raw, visible;
	bool any = false;

	buf_init(&raw);
	buf_init(&visible);
	for (size_t i = 0; i < t->leading; i++)
		buf_printf(&raw, "%s%s", i > 0 ? " " : "", cells[i]);
	text_visible(&visible, buf_text(&raw), raw.len, false);
	text_wrap(out, buf_text(&visible), t->screen, 0, BELOW);
	buf_putc(out, '\n');
	buf_clear(&raw);
	buf_clear(&visible);
	for (size_t i = t->leading; i < t->count; i++) {
		if (cells[i][0] == '\0')
			continue;
		buf_printf(&raw, "%s%s %s", any ? ", " : "", t->columns[i].head, cells[i]);
		any = true;
	}
	text_visible(&visible, buf_text(&raw), raw.len, false);
	text_wrap(out, buf_text(&visible), t->screen, BELOW, BELOW);
	if (any)
		buf_putc(out, '\n');
	buf_finish(&raw);
	buf_finish(&visible);
}

void
table_head(struct buf *out, const struct table *t)
{
	const char *heads[TABLE_COLUMNS_MAX];

	for (size_t i = 0; i < t->count; i++)
		heads[i] = t->columns[i].head;
	if (fits(t))
		wide_row(out, t, heads);
}

void
table_row(struct buf *out, const struct table *t, const char *const *cells)
{
	if (fits(t))
		wide_row(out, t, cells);
	else
		narrow_row(out, t, cells);
}
