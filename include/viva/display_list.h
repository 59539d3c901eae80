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
	DL_BOOKMARK             /* text, to y on this page */
};

enum dl_tag { TAG_H1, TAG_H2, TAG_P, TAG_TABLE, TAG_TR, TAG_TH, TAG_TD, TAG_LIST, TAG_LI, TAG_FIGURE, TAG_ARTIFACT };

struct dl_point { double x, y; };

struct dl_op {
	enum dl_kind kind;
	double x, y, w, h, x2, y2;
	uint32_t fill, stroke;          /* DL_NONE: not */
	double line_width, dash_on, dash_off;
	enum face face;                 /* DL_TEXT */
	double size;
	double measured;                /* DL_TEXT: width in points by the font's own metrics */
	uint32_t background;            /* DL_TEXT: what it stands on, for the contrast check */
	const char *text;               /* DL_TEXT, DL_BOOKMARK; DL_TAG: alternative text or NULL */
	enum dl_tag tag;
	const struct dl_point *points;
	size_t point_count;
	int target;
	double target_y;
};
#define DL_NONE 0xFF000000u

struct display_list {
	struct dl_op *ops;
	size_t count, capacity;
	const char *title, *author, *lang, *subject;
	double margin_left, margin_right, margin_top, margin_bottom;    /* lint: nothing but rules outside */
	bool failed;                    /* out of memory; sticky */
	struct arena *arena;            /* owns strings and points */
};

struct display_list *display_list_new(void);
void display_list_free(struct display_list *dl);

/* One problem a line: outside the page or margins, text over text, text below 7 pt, contrast below 4.5:1, a character no face has, an empty alternative text.  Returns the number. */
int display_list_lint(const struct display_list *dl, struct buf *findings);
/* The list as text, one op a line, for golden files. */
void display_list_dump(const struct display_list *dl, struct buf *out);

#endif
