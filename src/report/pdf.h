#ifndef VIVA_REPORT_PDF_H
#define VIVA_REPORT_PDF_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "report/font.h"
#include "viva/buf.h"
#include "viva/display_list.h"
struct arena;
/*
 * What pdf_haru.c writes, worked out beforehand without libharu: the content of each page, the
 * codes its texts use, and the structure tree.
 */

/*
 * A code of a PDF font: one glyph with the characters it stands for.  Two characters that share
 * a glyph get two codes, so that every name can be copied out exactly as it went in.
 */
struct pdf_code {
	uint16_t glyph;
	const char *text;               /* UTF-8 */
	size_t length;
};

struct pdf_font {
	struct pdf_code *codes;         /* code i + 1; code 0 is the missing glyph */
	size_t count, capacity;
};

/* A structure element, and what it holds in reading order. */
struct pdf_element {
	enum dl_tag tag;
	const char *alt;                /* or NULL */
	int parent;                     /* index, -1: the document */
};

struct pdf_kid {
	int parent;                     /* element, -1: the document */
	int element;                    /* the child, or -1: marked content */
	int page, mark;                 /* from 0: page, and its number on that page */
};

struct pdf_plan {
	const struct display_list *dl;
	struct buf *pages;              /* content of each page */
	int page_count;
	struct pdf_font fonts[FONT_FILE_COUNT];
	struct pdf_element *elements;
	size_t element_count, element_capacity;
	struct pdf_kid *kids;
	size_t kid_count, kid_capacity;
	bool failed;                    /* out of memory */
};

/* Fills `plan`, which borrows from `dl`; -1 when out of memory.  Release with pdf_plan_finish() in both cases. */
int pdf_plan(struct pdf_plan *plan, const struct display_list *dl);
void pdf_plan_finish(struct pdf_plan *plan);

#endif
