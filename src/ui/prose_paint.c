/* The blocks of an item as styled lines; blocks_plain() is the same without styles. */
#include <stdio.h>

#include "viva/passage.h"

#define CODE_INDENT 4
#define CODE_INDENT_NARROW 2
#define NARROW_COLUMNS 60       /* below it code gets more room */
#define LABEL_BYTES 24

static void
put_list(struct passage *p, int indent, const struct block *b)
{
	char label[LABEL_BYTES];

	for (size_t i = 0; i < b->prose_count; i++) {
		if (b->numbered)
			snprintf(label, sizeof(label), "%zu. ", i + 1);
		else
			snprintf(label, sizeof(label), "- ");
		passage_begin(p, indent, STYLE_NORMAL, label);
		passage_prose(p, &b->prose[i]);
		passage_end(p);
	}
}

static void
put_code(struct passage *p, int indent, const struct block *b)
{
	if (b->caption != NULL)
		passage_paragraph(p, indent, STYLE_DIM, b->caption);
	indent += passage_columns(p) < NARROW_COLUMNS ? CODE_INDENT_NARROW : CODE_INDENT;
	passage_code(p, indent, STYLE_CODE, b->code);
}

void
passage_blocks(struct passage *p, int indent, const struct blocks *b)
{
	for (size_t i = 0; i < b->count; i++) {
		const struct block *block = &b->v[i];

		if (i > 0)
			passage_blank(p);
		switch (block->type) {
		case BLOCK_PARAGRAPH:
			passage_begin(p, indent, STYLE_NORMAL, NULL);
			passage_prose(p, block->prose);
			passage_end(p);
			break;
		case BLOCK_LIST:
			put_list(p, indent, block);
			break;
		case BLOCK_CODE:
			put_code(p, indent, block);
			break;
		}
	}
}
