#include "viva/passage.h"

#include <stdlib.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/text.h"

/* A line of the text; styles stand in a buffer beside it, one byte for each byte of text. */
struct line {
	size_t start, len;
	size_t anchor;
};

struct passage {
	int columns;
	struct buf text, styles;        /* all lines, without their ends */
	struct line *lines;
	size_t line_count, line_capacity;
	size_t anchor;                  /* of the next line */
	struct buf words, word_styles;  /* the paragraph begun */
	struct buf label;
	enum style label_style;
	int indent;
	bool failed;
};

#define CODE_CONTINUES 2        /* a broken line of code goes on this much further right */

struct passage *
passage_new(int columns)
{
	struct passage *p = calloc(1, sizeof(*p));

	if (p != NULL)
		p->columns = columns < 1 ? 1 : columns;
	return p;
}

void
passage_free(struct passage *p)
{
	if (p == NULL)
		return;
	buf_finish(&p->text);
	buf_finish(&p->styles);
	buf_finish(&p->words);
	buf_finish(&p->word_styles);
	buf_finish(&p->label);
	free(p->lines);
	free(p);
}

bool
passage_failed(const struct passage *p)
{
	return p->failed || buf_failed(&p->text) || buf_failed(&p->styles) || buf_failed(&p->words) ||
	    buf_failed(&p->word_styles) || buf_failed(&p->label);
}

int
passage_columns(const struct passage *p)
{
	return p->columns;
}

/* ---- lines ---- */

static void
put(struct passage *p, const char *s, size_t len, enum style style)
{
	buf_add(&p->text, s, len);
	for (size_t i = 0; i < len; i++)
		buf_putc(&p->styles, (char)style);
}

static void
put_blanks(struct passage *p, int count)
{
	for (; count > 0; count--)
		put(p, " ", 1, STYLE_NORMAL);
}

static void
begin_line(struct passage *p)
{
	if (p->line_count == p->line_capacity) {
		size_t capacity = p->line_capacity > 0 ? 2 * p->line_capacity : 32;
		struct line *grown = realloc(p->lines, capacity * sizeof(*grown));

		if (grown == NULL) {
			p->failed = true;
			return;
		}
		p->lines = grown;
		p->line_capacity = capacity;
	}
	p->lines[p->line_count++] = (struct line){ .start = p->text.len, .anchor = p->anchor };
}

/* Counts what the line brought: its characters that are no blanks, and its end if it is not a soft one. */
static void
end_line(struct passage *p, bool hard)
{
	struct line *l;

	if (passage_failed(p) || p->line_count == 0)
		return;
	l = &p->lines[p->line_count - 1];
	l->len = p->text.len - l->start;
	for (size_t i = l->start; i < p->text.len; i++)
		p->anchor += p->text.data[i] != ' ';
	p->anchor += hard;
}

/* ---- paragraphs ---- */

void
passage_begin(struct passage *p, int indent, enum style label_style, const char *label)
{
	buf_clear(&p->words);
	buf_clear(&p->word_styles);
	buf_clear(&p->label);
	if (label != NULL)
		text_visible(&p->label, label, strlen(label), false);
	p->label_style = label_style;
	p->indent = indent < 0 ? 0 : indent;
}

static void
add_words(struct passage *p, enum style style, const char *text, bool keep_newlines)
{
	size_t before = p->words.len;

	text_visible(&p->words, text, strlen(text), keep_newlines);
	for (; before < p->words.len; before++)
		buf_putc(&p->word_styles, (char)style);
}

void
passage_text(struct passage *p, enum style style, const char *text)
{
	add_words(p, style, text, true);
}

static enum style
style_of(enum run_style style)
{
	switch (style) {
	case RUN_CODE: return STYLE_CODE;
	case RUN_EM: return STYLE_EM;
	case RUN_STRONG: return STYLE_STRONG;
	case RUN_LINK: return STYLE_LINK;
	case RUN_PLAIN: break;
	}
	return STYLE_NORMAL;
}

void
passage_prose(struct passage *p, const struct prose *prose)
{
	for (size_t i = 0; i < prose->run_count; i++)
		add_words(p, style_of(prose->runs[i].style), prose->runs[i].text, false);
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* Reads the styles of the words in step with their wrapped form, which differs in white space only. */
struct follower {
	const struct passage *p;
	size_t at;
};

/* The style of the next byte that is no white space; `*space` gets that of the white space before it. */
static enum style
next_style(struct follower *f, enum style *space)
{
	const struct passage *p = f->p;
	bool first = true;

	*space = STYLE_NORMAL;
	for (; f->at < p->words.len && is_space(p->words.data[f->at]); f->at++) {
		if (first)
			*space = (enum style)p->word_styles.data[f->at];
		first = false;
	}
	if (f->at >= p->word_styles.len)
		return STYLE_NORMAL;
	return (enum style)p->word_styles.data[f->at++];
}

/* One wrapped line from `s` to `end` behind its indent. */
static void
put_wrapped(struct passage *p, struct follower *f, const char *s, const char *end)
{
	while (s < end) {
		enum style space, style;
		const char *word = s;

		while (s < end && *s == ' ')
			s++;
		style = next_style(f, &space);
		put(p, word, (size_t)(s - word), space);
		if (s < end)
			put(p, s++, 1, style);
	}
}

void
passage_end(struct passage *p)
{
	int label = text_columns(buf_text(&p->label), p->label.len), first = p->indent + label, rest = first;
	struct follower f = { .p = p };
	struct buf wrapped;

	if (rest > p->columns - p->columns / 4 - 1)
		rest = 0;
	buf_init(&wrapped);
	text_wrap(&wrapped, buf_text(&p->words), p->columns, first, rest);
	p->failed = p->failed || buf_failed(&wrapped);
	begin_line(p);
	put_blanks(p, p->indent);
	put(p, buf_text(&p->label), p->label.len, p->label_style);
	for (const char *s = buf_text(&wrapped); *s != '\0';) {
		size_t len = strcspn(s, "\n"), blanks = strspn(s, " ");
		bool is_first = s == buf_text(&wrapped);

		if (!is_first)
			put_blanks(p, (int)blanks);
		put_wrapped(p, &f, s + blanks, s + len);
		s += len;
		if (*s == '\n') {
			end_line(p, false);
			begin_line(p);
			s++;
		}
	}
	end_line(p, true);
	buf_finish(&wrapped);
}

void
passage_paragraph(struct passage *p, int indent, enum style style, const char *text)
{
	passage_begin(p, indent, style, NULL);
	passage_text(p, style, text);
	passage_end(p);
}

void
passage_blank(struct passage *p)
{
	begin_line(p);
	end_line(p, true);
}

/* ---- code ---- */

static void
code_line(struct passage *p, int indent, enum style style, const char *s, const char *end)
{
	int at = indent;
	bool empty = true;

	begin_line(p);
	if (s < end)
		put_blanks(p, indent);
	while (s < end) {
		const char *start = s;
		int width = text_width(text_next(&s, end));

		if (at + width > p->columns && !empty) {
			end_line(p, false);
			begin_line(p);
			at = indent + CODE_CONTINUES < p->columns / 2 ? indent + CODE_CONTINUES : 0;
			put_blanks(p, at);
		}
		put(p, start, (size_t)(s - start), style);
		at += width;
		empty = empty && width == 0;
	}
	end_line(p, true);
}

void
passage_code(struct passage *p, int indent, enum style style, const char *code)
{
	struct buf line;

	buf_init(&line);
	for (;; code++) {
		size_t len = strcspn(code, "\n");

		buf_clear(&line);
		text_visible(&line, code, len, false);
		code_line(p, indent < 0 ? 0 : indent, style, buf_text(&line), buf_text(&line) + line.len);
		code += len;
		if (*code == '\0')
			break;
	}
	p->failed = p->failed || buf_failed(&line);
	buf_finish(&line);
}

/* ---- painting ---- */

int
passage_lines(const struct passage *p)
{
	return (int)p->line_count;
}

int
passage_last_first(const struct passage *p, int rows)
{
	int lines = passage_lines(p);

	return lines > rows ? lines - rows : 0;
}

/* Pieces of one style at a time. */
static void
paint_line(const struct passage *p, const struct line *l, struct canvas *c, int row, struct pane pane)
{
	int column = pane.column, end = pane.column + pane.columns;
	size_t at = 0;

	while (at < l->len && column < end) {
		const char *styles = p->styles.data + l->start;
		size_t from = at;

		while (at < l->len && styles[at] == styles[from])
			at++;
		column += canvas_put_bytes(c, row, column, end, (enum style)styles[from],
		    p->text.data + l->start + from, at - from);
	}
}

int
passage_paint(const struct passage *p, struct canvas *c, struct pane pane, int first)
{
	int lines = passage_failed(p) ? 0 : passage_lines(p);

	first = first < 0 ? 0 : first;
	for (int row = 0; row < pane.rows && first + row < lines; row++)
		paint_line(p, &p->lines[first + row], c, pane.row + row, pane);
	return first + pane.rows < lines ? lines - first - pane.rows : 0;
}

size_t
passage_anchor(const struct passage *p, int line)
{
	if (p->line_count == 0 || line < 0)
		return 0;
	return p->lines[(size_t)line < p->line_count ? (size_t)line : p->line_count - 1].anchor;
}

int
passage_line_of(const struct passage *p, size_t anchor)
{
	size_t line = 0;

	while (line + 1 < p->line_count && p->lines[line + 1].anchor <= anchor)
		line++;
	return (int)line;
}
