#ifndef VIVA_REPORT_HARU_H
#define VIVA_REPORT_HARU_H
#include <hpdf.h>
#include <hpdf_info.h>
#include "report/pdf.h"
struct buf;
struct err;
/*
 * The one way to libharu; haru_*.c see no other.  libharu keeps the objects, pages, outline,
 * compression and cross references; fonts and text go around its own layer, which drops
 * diacritics, cannot leave the first plane and writes a ToUnicode map that readers complain of.
 * So the font dictionaries are put together here, and page contents arrive ready made from
 * pdf_content.c.
 *
 * libharu's error state is sticky and there is no handler, so one look at it at the end suffices;
 * only its null pointers must not be handed on, which haru_put() and haru_append() see to.
 */
struct writer {
	HPDF_Doc doc;
	const struct pdf_plan *plan;
	HPDF_Page *pages;
	double *heights;                /* of the pages */
	HPDF_Dict fonts[FONT_FILE_COUNT];
	HPDF_Annotation *links;         /* by index in the plan */
	HPDF_Dict *elements;            /* of the structure tree, by index in the plan */
	HPDF_Dict *holders;             /* of an element's kids: itself, or the body of a list item */
	HPDF_Page *mark_pages;          /* by element: the page its marks are on, or NULL */
	uint8_t id[16];                 /* of the file */
	bool failed;                    /* out of memory */
	struct err *err;
};

/* ---- objects ---- */

/* Adds `obj` to `dict` under `key`; dict owns it, or refers to it if it stands in the cross references. */
void haru_put(struct writer *w, HPDF_Dict dict, const char *key, void *obj);
void haru_name(struct writer *w, HPDF_Dict dict, const char *key, const char *name);
void haru_integer(struct writer *w, HPDF_Dict dict, const char *key, int value);
/* Text for people, as opposed to names and drawn text. */
void haru_text(struct writer *w, HPDF_Dict dict, const char *key, const char *text);
/* A new array or dictionary in `dict`. */
HPDF_Array haru_array(struct writer *w, HPDF_Dict dict, const char *key);
HPDF_Dict haru_dict(struct writer *w, HPDF_Dict dict, const char *key);
void haru_append(struct writer *w, HPDF_Array array, void *obj);
void haru_append_number(struct writer *w, HPDF_Array array, int value);
/* Rounded to 0.01. */
void haru_append_real(struct writer *w, HPDF_Array array, double value);
/* With a number of its own in the file; NULL when out of memory. */
HPDF_Dict haru_new_dict(struct writer *w);
/* Compressed. */
HPDF_Dict haru_new_stream(struct writer *w, const void *data, size_t len);

/* ---- parts of a document, by file ---- */

/* Fills `fonts`; -1 with `err` set. */
int haru_fonts(struct writer *w);
/* The tree of what is what, with the links in it; needs the pages. */
int haru_structure(struct writer *w);
/* Language, title and the like, twice: for old readers and as XMP. */
void haru_metadata(struct writer *w);
/* Appends what was saved with its small objects compressed, and the file's identifier. */
int haru_pack(struct writer *w, const struct buf *saved, struct buf *out);

#endif
