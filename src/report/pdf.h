#ifndef VIVA_REPORT_PDF_H
#define VIVA_REPORT_PDF_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "report/font.h"
#include "viva/buf.h"
#include "viva/display_list.h"
struct deflater;
/*
 * What haru_*.c write, worked out beforehand without libharu: the content of each page, the
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
	double advance;                 /* as the font has it, in ems */
	size_t next;                    /* the next code of the same bucket, or 0 */
};

#define PDF_CODE_BUCKETS 64

struct pdf_font {
	struct pdf_code *codes;         /* code i + 1; code 0 is the missing glyph */
	size_t count, capacity;
	size_t buckets[PDF_CODE_BUCKETS];       /* by glyph: the first code, or 0 */
};

/* A structure element, and what it holds in reading order. */
struct pdf_element {
	enum dl_tag tag;
	int parent;                     /* index, -1: the document */
	const char *alt;                /* or NULL */
	const char *actual;             /* what it says where drawing order is another; or NULL */
	int figure;                     /* index + 1 of its place; 0: no figure, or nothing drawn in it */
};

/* The place of a figure, y up as PDF has it. */
struct pdf_figure { struct dl_box box; };

/* A link with the element it belongs to, or -1: an artifact. */
struct pdf_link {
	const struct dl_op *op;
	int page;                       /* from 0 */
	int element;
};

struct pdf_kid {
	int parent;                     /* element, -1: the document */
	int element;                    /* the child, or -1 */
	int page, mark;                 /* marked content: from 0, page and number on it; mark -1: none */
	int link;                       /* index, or -1 */
};

struct pdf_plan {
	const struct display_list *dl;
	struct buf *pages;              /* content of each page, compressed */
	int page_count;
	struct pdf_font fonts[FONT_FILE_COUNT];
	struct pdf_element *elements;
	size_t element_count, element_capacity;
	struct pdf_figure *figures;
	size_t figure_count, figure_capacity;
	struct pdf_kid *kids;
	size_t kid_count, kid_capacity;
	struct pdf_link *links;
	size_t link_count, link_capacity;
	struct deflater *deflater;      /* of all streams of the file */
	bool failed;                    /* out of memory */
};

/* Fills `plan` from `dl`, which must outlive it; -1 when out of memory.  pdf_plan_finish() in any case. */
int pdf_plan(struct pdf_plan *plan, const struct display_list *dl);
void pdf_plan_finish(struct pdf_plan *plan);

/* Its number in the structure tree's list of owners, where pages have the first ones. */
int pdf_link_key(const struct pdf_plan *plan, const struct pdf_link *link);

/* Room for one more entry of `size` bytes; NULL when out of memory, with `plan` failed. */
void *pdf_grow(struct pdf_plan *plan, void *v, size_t count, size_t *capacity, size_t size);

/* ---- structure, while a page is written ---- */

#define PDF_NEST_MAX 64         /* depth of structure; templates stay far below */

struct pdf_marks {
	struct pdf_plan *plan;
	struct buf *out;                /* content of the page */
	int page;                       /* from 0 */
	double page_height;
	int count;                      /* marked contents so far on this page */
	int stack[PDF_NEST_MAX];
	int depth;
	int open;                       /* the element whose content is open; PDF_OPEN_... */
};
enum { PDF_OPEN_NONE = -2, PDF_OPEN_ARTIFACT = -1 };

void pdf_marks_page(struct pdf_marks *m, struct buf *out, int page, double page_height);
void pdf_marks_tag(struct pdf_marks *m, const struct dl_op *op);
void pdf_marks_tag_end(struct pdf_marks *m);
/* Opens what the next drawing belongs to: its element, or the decoration of the page. */
void pdf_marks_for(struct pdf_marks *m, const struct dl_op *op);
void pdf_marks_link(struct pdf_marks *m, const struct dl_op *op);
void pdf_marks_close(struct pdf_marks *m);

/* Appends the last `digits`, at most 8, of `value` in hexadecimal. */
void pdf_put_hex(struct buf *out, size_t value, int digits);
/* Appends `len` bytes of UTF-8 as UTF-16, big endian. */
void pdf_put_utf16(struct buf *out, const char *s, size_t len);
/* Appends the map from codes to characters, by which text can be searched, copied and read aloud. */
void pdf_put_to_unicode(struct buf *out, const struct pdf_font *font);

#endif
