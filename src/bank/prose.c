#include <string.h>
#include "viva/buf.h"
#include "viva/prose.h"
#include "viva/text.h"

#define CODE_INDENT "    "

static const char *
mark_of(enum run_style style)
{
	switch (style) {
	case RUN_CODE: return "`";
	case RUN_EM:
	case RUN_STRONG: return "*";
	case RUN_PLAIN:
	case RUN_LINK: break;
	}
	return "";
}

void
prose_plain(struct buf *out, const struct prose *p, bool marks)
{
	for (size_t i = 0; i < p->run_count; i++) {
		const char *mark = marks ? mark_of(p->runs[i].style) : "";

		buf_puts(out, mark);
		buf_puts(out, p->runs[i].text);
		buf_puts(out, mark);
	}
}

/* One paragraph or list entry, `label` before its first line and as many blanks before the others. */
static void
wrap_prose(struct buf *out, const struct prose *p, const char *label, int columns)
{
	struct buf words, shown;

	buf_init(&words);
	buf_init(&shown);
	prose_plain(&words, p, true);
	buf_puts(&shown, label);
	text_visible(&shown, buf_text(&words), words.len, false);
	text_wrap(out, buf_text(&shown), columns, 0, (int)strlen(label));
	buf_putc(out, '\n');
	out->failed = out->failed || buf_failed(&words) || buf_failed(&shown);
	buf_finish(&words);
	buf_finish(&shown);
}

static void
plain_list(struct buf *out, const struct block *b, int columns)
{
	for (size_t i = 0; i < b->prose_count; i++) {
		struct buf label;

		buf_init(&label);
		if (b->numbered)
			buf_printf(&label, "%zu. ", i + 1);
		else
			buf_puts(&label, "- ");
		out->failed = out->failed || buf_failed(&label);
		wrap_prose(out, &b->prose[i], buf_text(&label), columns);
		buf_finish(&label);
	}
}

static void
plain_code(struct buf *out, const struct block *b, int columns)
{
	if (b->caption != NULL) {
		const struct run run = { .text = b->caption };
		const struct prose caption = { &run, 1 };

		wrap_prose(out, &caption, "", columns);
	}
	for (const char *s = b->code;; s++) {
		size_t len = strcspn(s, "\n");

		if (len > 0)
			buf_puts(out, CODE_INDENT);
		text_visible(out, s, len, false);
		buf_putc(out, '\n');
		s += len;
		if (*s == '\0')
			break;
	}
}

void
blocks_plain(struct buf *out, const struct blocks *b, int columns)
{
	for (size_t i = 0; i < b->count; i++) {
		const struct block *block = &b->v[i];

		if (i > 0)
			buf_putc(out, '\n');
		switch (block->type) {
		case BLOCK_PARAGRAPH:
			wrap_prose(out, &block->prose[0], "", columns);
			break;
		case BLOCK_LIST:
			plain_list(out, block, columns);
			break;
		case BLOCK_CODE:
			plain_code(out, block, columns);
			break;
		}
	}
}
