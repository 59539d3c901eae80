#include <string.h>

#include <utf8proc.h>

#include "viva/buf.h"
#include "viva/text.h"

/* A piece of a line that is not broken inside unless it alone is longer than a line. */
struct unit {
	const char *start, *end;
	int columns;
	bool spaced;                    /* white space stood before it */
};

struct wrapper {
	struct buf *out;
	int columns, indent;
	int at;                         /* cells used on this line, the indent included once it is written */
	int pending_indent;             /* blanks to write before the line's first character */
	bool empty;                     /* nothing but the indent stands on this line */
};

/* Punctuation stays with what it closes or opens, where lines break between wide characters too. */
static bool
closes(uint32_t cp)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);

	return category == UTF8PROC_CATEGORY_PE || category == UTF8PROC_CATEGORY_PF ||
	    category == UTF8PROC_CATEGORY_PO;
}

static bool
opens(uint32_t cp)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);

	return category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The unit that begins at `s`, which is neither blank nor a line end. */
static struct unit
read_unit(const char *s, const char *end)
{
	struct unit u = { .start = s, .end = s };
	bool wide = false, open = false;

	while (s < end && !is_blank(*s) && *s != '\n') {
		uint32_t cp = text_next(&s, end);
		int width = text_width(cp);

		if (u.end > u.start && width > 0 && (wide || width == 2) && !closes(cp) && !open)
			break;
		if (width > 0) {
			wide = width == 2;
			open = opens(cp);
		}
		u.columns += width;
		u.end = s;
	}
	return u;
}

static void
put_blanks(struct buf *out, int count)
{
	for (; count > 0; count--)
		buf_putc(out, ' ');
}

static void
new_line(struct wrapper *w)
{
	buf_putc(w->out, '\n');
	w->pending_indent = w->indent;
	w->at = w->indent;
	w->empty = true;
}

static void
put_bytes(struct wrapper *w, const char *s, size_t len, int columns)
{
	put_blanks(w->out, w->pending_indent);
	w->pending_indent = 0;
	buf_add(w->out, s, len);
	w->at += columns;
	w->empty = false;
}

/* A unit longer than a line, broken before any character that has a width. */
static void
put_broken(struct wrapper *w, struct unit u)
{
	for (const char *s = u.start; s < u.end;) {
		const char *start = s;
		int width = text_width(text_next(&s, u.end));

		if (width > 0 && !w->empty && w->at + width > w->columns)
			new_line(w);
		put_bytes(w, start, (size_t)(s - start), width);
	}
}

static void
put_unit(struct wrapper *w, struct unit u)
{
	bool blank = u.spaced && !w->empty;

	if (!w->empty && w->at + blank + u.columns > w->columns) {
		new_line(w);
		blank = false;
	}
	if (blank)
		put_bytes(w, " ", 1, 1);
	if (w->at + u.columns > w->columns)
		put_broken(w, u);
	else
		put_bytes(w, u.start, (size_t)(u.end - u.start), u.columns);
}

void
text_wrap(struct buf *out, const char *s, int columns, int first_indent, int indent)
{
	struct wrapper w = {
		.out = out, .columns = columns, .indent = indent,
		.at = first_indent, .pending_indent = first_indent, .empty = true,
	};
	const char *end = s + strlen(s);
	bool spaced = false;

	while (s < end) {
		struct unit u;

		if (is_blank(*s) || *s == '\n') {
			if (*s == '\n')
				new_line(&w);
			spaced = true;
			s++;
			continue;
		}
		u = read_unit(s, end);
		u.spaced = spaced;
		put_unit(&w, u);
		spaced = false;
		s = u.end;
	}
}
