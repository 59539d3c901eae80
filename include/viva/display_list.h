#ifndef VIVA_DISPLAY_LIST_H
#define VIVA_DISPLAY_LIST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
struct buf;
struct err;
/*
 * Pages as a list of things to draw.  No PDF in it: tests, lint, SVG and libharu read the same
 * list.  Units are points (1/72 inch), x to the right, y DOWN from the top left corner of the
 * page; all numbers are rounded to 0.01 when added, so that the same data give the same bytes.
 * Colours are 0xRRGGBB.
 */
enum face { FACE_REGULAR, FACE_SEMIBOLD, FACE_BOLD, FACE_MONO, FACE_COUNT };
enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

enum dl_kind {
	DL_PAGE,                /* begins a page: w, h */
	DL_RECT,                /* x y w h, fill and/or stroke */
	DL_LINE,                /* x y to x2 y2, stroke, dash */
	DL_CIRCLE,              /* centre x y, radius w */
	DL_POLYGON,             /* points */
	DL_TEXT,                /* baseline x y, already visible text, one line */
	DL_TAG,                 /* structure: opens `tag` with `alt` (accessible text) */
	DL_TAG_END,
	DL_LINK,                /* area x y w h to page `target` at target_y */
	DL_BOOKMARK             /* text, to y on this page, `depth` levels down */
};

/*
 * TAG_TH heads a column, TAG_TH_ROW a row.  A link that stands in TAG_LINK belongs to its text;
 * any other gets an element of its own.  TAG_SPAN is part of a line.
 */
enum dl_tag {
	TAG_H1, TAG_H2, TAG_P, TAG_TABLE, TAG_TR, TAG_TH, TAG_TD, TAG_LIST, TAG_LI, TAG_FIGURE, TAG_ARTIFACT,
	TAG_H3, TAG_TH_ROW, TAG_LINK, TAG_SPAN
};

struct dl_point { float x, y; };
struct dl_box { double left, top, right, bottom; };

/* What each kind uses stands above; of a union only that is there.  Small, for a long file has many. */
struct dl_op {
	uint8_t kind;                   /* enum dl_kind */
	uint8_t face;                   /* DL_TEXT: enum face */
	uint8_t tag;                    /* DL_TAG: enum dl_tag */
	uint8_t depth;                  /* DL_BOOKMARK: 0 is the top */
	bool rtl;                       /* DL_TEXT: of a paragraph that runs to the left */
	uint16_t point_count;           /* DL_POLYGON */
	float x, y;
	uint32_t fill, stroke;          /* DL_NONE: not */
	union {
		struct { float w, h; };
		struct { float x2, y2; };
		struct { float size, tracking; };       /* DL_TEXT; tracking: points added after each
							 * character */
	};
	union {
		struct { float line_width, dash_on, dash_off; };
		struct {                        /* DL_TEXT */
			float measured;         /* width in points by the font's own metrics */
			uint32_t background;    /* what it stands on, for the contrast check */
		};
		struct { int target; float target_y; };         /* DL_LINK */
	};
	const char *text;               /* DL_TEXT, DL_BOOKMARK; DL_TAG: alternative text or NULL */
	union {
		const uint8_t *levels;          /* DL_TEXT: of each byte, odd runs to the left; NULL: none
						 * does */
		const struct dl_point *points;  /* DL_POLYGON */
	};
};
#define DL_NONE 0xFF000000u

struct display_list {
	struct dl_op *ops;
	size_t count, capacity;
	const char *title, *author, *lang, *subject;
	double margin_left, margin_right, margin_top, margin_bottom;    /* lint: nothing but rules outside */
	bool failed;                    /* out of memory; sticky */
	int pages;
	struct fonts *fonts;            /* what texts are measured with */
	struct arena *arena;            /* owns strings and points */
};

/* NULL only when out of memory. */
struct display_list *display_list_new(void);
void display_list_free(struct display_list *dl);
/* Takes all pages away.  Strings, and a failure, stay. */
void display_list_clear(struct display_list *dl);

/*
 * Adding.  Strings are copied; out of memory sets `failed`, and all else is a no-op from then on.
 * Texts from outside need no care: every text is composed (NFC), made visible, and a character
 * that no face has becomes U+FFFD, so that no name can stop a report.
 */
struct dl_ink { uint32_t fill, stroke; double line_width, dash_on, dash_off; };
struct dl_type {
	enum face face;
	double size;
	uint32_t colour, background;
	double tracking;
};
void dl_page(struct display_list *dl, double w, double h);
void dl_rect(struct display_list *dl, double x, double y, double w, double h, const struct dl_ink *ink);
void dl_line(struct display_list *dl, double x, double y, double x2, double y2, const struct dl_ink *ink);
void dl_circle(struct display_list *dl, double x, double y, double radius, const struct dl_ink *ink);
void dl_polygon(struct display_list *dl, const struct dl_point *points, size_t count,
    const struct dl_ink *ink);
/* One line with its baseline at `y`; `x` is its left end, middle or right end. */
void dl_text(struct display_list *dl, double x, double y, enum align align, const struct dl_type *type,
    const char *text);
/*
 * The same for a line of a paragraph that flow() broke: `text` is as dl_clean() gave it, `levels`
 * are those of its bytes within the whole paragraph.
 */
void dl_line_of_text(struct display_list *dl, double x, double y, enum align align,
    const struct dl_type *type, const char *text, const uint8_t *levels, bool rtl);
void dl_tag(struct display_list *dl, enum dl_tag tag, const char *alt);
void dl_tag_end(struct display_list *dl);
void dl_link(struct display_list *dl, double x, double y, double w, double h, int target, double target_y);
void dl_bookmark(struct display_list *dl, double y, const char *text);
/* One under the last bookmark of the level above. */
void dl_bookmark_under(struct display_list *dl, int depth, double y, const char *text);
/* The text as dl_text() would show it in `face`, owned by the list; "" once it failed. */
const char *dl_clean(struct display_list *dl, enum face face, const char *text);
/* Its width in points. */
double dl_width(struct display_list *dl, const struct dl_type *type, const char *text);

const char *dl_tag_name(enum dl_tag tag);       /* "H1", "P", ... as in PDF */
/* What a rectangle, line, circle, polygon or link takes up, without the width of its line. */
struct dl_box dl_shape_box(const struct dl_op *op);

/*
 * One problem a line: outside the page or margins, text over text, text below 7 pt,
 * contrast below 4.5:1, a character no face has, an empty alternative text, text on a
 * shape that is not its background or half on it, under a later shape or crossed by a line, structure
 * that does not close, nothing at all.  Returns the number, or -1 when out of memory.
 */
int display_list_lint(const struct display_list *dl, struct buf *findings);

/* The list as text, one op a line, for golden files. */
void display_list_dump(const struct display_list *dl, struct buf *out);

#endif
