#include <stdbool.h>
#include <string.h>
#include "report/check.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/err.h"
#include "viva/report.h"

/*
 * The pages as Markdown: what the structure of the list says, in its order.  Headings, paragraphs,
 * lists and tables; of a figure its alternative text; furniture of pages is left out.
 */

struct md {
	struct buf *out;
	enum dl_tag open[16];
	size_t depth;
	int cells;                      /* of the row being written */
	bool head_row, wrote_head;
	struct buf block;               /* text of the block so far */
	const struct dl_op *last;       /* text before in the block */
};

/* What Markdown would take for its own. */
static void
put_escaped(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr("\\`*_[]<>|#", *text) != NULL)
			buf_putc(out, '\\');
		buf_putc(out, *text);
	}
}

static bool
inside(const struct md *m, enum dl_tag tag)
{
	for (size_t i = 0; i < m->depth; i++)
		if (m->open[i] == tag)
			return true;
	return false;
}

static bool
is_cell(enum dl_tag tag)
{
	return tag == TAG_TH || tag == TAG_TH_ROW || tag == TAG_TD;
}

static bool
is_block(enum dl_tag tag)
{
	return tag == TAG_H1 || tag == TAG_H2 || tag == TAG_P || tag == TAG_H3 || tag == TAG_LI ||
	       is_cell(tag);
}

/* Lines of one type go on as a sentence does; another type is another thing said. */
static void
add_text(struct md *m, const struct dl_op *op)
{
	if (m->block.len > 0)
		buf_puts(&m->block, m->last != NULL && m->last->face == op->face &&
		                            m->last->size == op->size && m->last->fill == op->fill
		                        ? " "
		                        : " \xc2\xb7 ");
	put_escaped(&m->block, op->text);
	m->last = op;
}

static void
add_figure(struct md *m, const char *alt)
{
	if (m->block.len > 0)
		buf_putc(&m->block, ' ');
	buf_putc(&m->block, '(');
	put_escaped(&m->block, alt);
	buf_putc(&m->block, ')');
	m->last = NULL;
}

static void
end_row(struct md *m)
{
	buf_puts(m->out, "|\n");
	if (m->head_row && !m->wrote_head) {
		for (int i = 0; i < m->cells; i++)
			buf_puts(m->out, "| --- ");
		buf_puts(m->out, "|\n");
		m->wrote_head = true;
	}
}

static void
end_block(struct md *m, enum dl_tag tag)
{
	const char *text = buf_text(&m->block);

	if (is_cell(tag)) {
		buf_printf(m->out, "| %s ", text);
		m->cells++;
	} else if (m->block.len > 0) {
		buf_printf(m->out, "%s%s\n%s",
		    tag == TAG_H1   ? "# "
		    : tag == TAG_H2 ? "## "
		    : tag == TAG_H3 ? "### "
		    : tag == TAG_LI ? "- "
		                    : "",
		    text, tag == TAG_LI ? "" : "\n");
	}
	buf_clear(&m->block);
	m->last = NULL;
}

static void
begin(struct md *m, const struct dl_op *op)
{
	if (m->depth < sizeof m->open / sizeof m->open[0])
		m->open[m->depth] = op->tag;
	m->depth++;
	if (op->tag == TAG_TABLE)
		m->wrote_head = false;
	if (op->tag == TAG_TR) {
		m->cells = 0;
		m->head_row = !m->wrote_head;
	}
	if (op->tag == TAG_FIGURE && op->text != NULL)
		add_figure(m, op->text);
}

static void
end(struct md *m)
{
	enum dl_tag tag;

	m->depth--;
	tag = m->open[m->depth];
	if (is_block(tag))
		end_block(m, tag);
	else if (tag == TAG_TR)
		end_row(m);
	else if (tag == TAG_TABLE || tag == TAG_LIST)
		buf_putc(m->out, '\n');
	else if (tag == TAG_FIGURE && m->depth == 0)
		end_block(m, TAG_P);
}

int
report_render_markdown(struct buf *out, const struct display_list *dl, struct err *err)
{
	struct md m = { .out = out };

	if (report_check(dl, err) != 0)
		return -1;
	buf_init(&m.block);
	for (size_t i = 0; i < dl->count; i++) {
		const struct dl_op *op = &dl->ops[i];

		if (op->kind == DL_TAG)
			begin(&m, op);
		else if (op->kind == DL_TAG_END)
			end(&m);
		else if (op->kind == DL_TEXT && !inside(&m, TAG_ARTIFACT) && !inside(&m, TAG_FIGURE))
			add_text(&m, op);
	}
	buf_finish(&m.block);
	return buf_failed(out) ? err_memory(err) : 0;
}
