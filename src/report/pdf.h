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

/* Fills `plan` from `dl`, which must outlive it; -1 when out of memory.  pdf_plan_finish() in any case. */
int pdf_plan(struct pdf_plan *plan, const struct display_list *dl);
void pdf_plan_finish(struct pdf_plan *plan);

/* Appends `len` bytes of UTF-8 as UTF-16, big endian. */
void pdf_put_utf16(struct buf *out, const char *s, size_t len);
/* Appends the map from codes to characters, by which text can be searched, copied and read aloud. */
void pdf_put_to_unicode(struct buf *out, const struct pdf_font *font);

#endif
