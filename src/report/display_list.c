#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/bidi.h"
#include "report/font.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/text.h"

#define REPLACEMENT 0xFFFDu     /* what stands for a character that no face has */

struct display_list *
display_list_new(void)
{
	struct display_list *dl = calloc(1, sizeof *dl);

	if (dl == NULL)
		return NULL;
	dl->arena = arena_new();
	dl->fonts = fonts_new();
	dl->title = dl->author = dl->lang = dl->subject = "";
	if (dl->arena == NULL || dl->fonts == NULL) {
		display_list_free(dl);
		return NULL;
	}
	return dl;
}

void
display_list_free(struct display_list *dl)
{
	if (dl == NULL)
		return;
	free(dl->ops);
	fonts_free(dl->fonts);
	arena_free(dl->arena);
	free(dl);
}

void
display_list_clear(struct display_list *dl)
{
	dl->count = 0;
	dl->pages = 0;
}

/* So that a page has the same bytes whatever path the arithmetic took. */
static float
rounded(double v)
{
	double r = round(v * 100) / 100;

	return r == 0 ? 0 : (float)r;   /* no -0.00 */
}

/* A zeroed op at the end of the list, or NULL once the list failed. */
static struct dl_op *
add(struct display_list *dl, enum dl_kind kind)
{
	if (dl->failed)
		return NULL;
	if (dl->count == dl->capacity) {
		size_t capacity = dl->capacity > 0 ? 2 * dl->capacity : 256;
		struct dl_op *ops = realloc(dl->ops, capacity * sizeof *ops);

		if (ops == NULL) {
			dl->failed = true;
			return NULL;
		}
		dl->ops = ops;
		dl->capacity = capacity;
	}
	dl->ops[dl->count] = (struct dl_op){ .kind = (uint8_t)kind, .fill = DL_NONE, .stroke = DL_NONE };
	return &dl->ops[dl->count++];
}

static struct dl_op *
add_inked(struct display_list *dl, enum dl_kind kind, double x, double y, const struct dl_ink *ink)
{
	struct dl_op *op = add(dl, kind);

	if (op == NULL)
		return NULL;
	op->x = rounded(x);
	op->y = rounded(y);
	op->fill = ink->fill;
	op->stroke = ink->stroke;
	op->line_width = rounded(ink->line_width);
	op->dash_on = rounded(ink->dash_on);
	op->dash_off = rounded(ink->dash_off);
	return op;
}

void
dl_page(struct display_list *dl, double w, double h)
{
	struct dl_op *op = add(dl, DL_PAGE);

	if (op == NULL)
		return;
	op->w = rounded(w);
	op->h = rounded(h);
	dl->pages++;
}

void
dl_rect(struct display_list *dl, double x, double y, double w, double h, const struct dl_ink *ink)
{
	struct dl_op *op = add_inked(dl, DL_RECT, x, y, ink);

	if (op == NULL)
		return;
	op->w = rounded(w);
	op->h = rounded(h);
}

void
dl_line(struct display_list *dl, double x, double y, double x2, double y2, const struct dl_ink *ink)
{
	struct dl_op *op = add_inked(dl, DL_LINE, x, y, ink);

	if (op == NULL)
		return;
	op->x2 = rounded(x2);
	op->y2 = rounded(y2);
}

void
dl_circle(struct display_list *dl, double x, double y, double radius, const struct dl_ink *ink)
{
	struct dl_op *op = add_inked(dl, DL_CIRCLE, x, y, ink);

	if (op != NULL)
		op->w = rounded(radius);
}

void
dl_polygon(struct display_list *dl, const struct dl_point *points, size_t count, const struct dl_ink *ink)
{
	struct dl_point *copy = arena_alloc(dl->arena, count, sizeof *copy);
	struct dl_op *op = copy != NULL && count <= UINT16_MAX ? add_inked(dl, DL_POLYGON, 0, 0, ink) : NULL;

	if (op == NULL) {
		dl->failed = true;
		return;
	}
	for (size_t i = 0; i < count; i++)
		copy[i] = (struct dl_point){ rounded(points[i].x), rounded(points[i].y) };
	op->points = copy;
	op->point_count = (uint16_t)count;
}

/* Printable ASCII: every face has it, and there is nothing to compose or to make visible. */
static bool
is_printable(const char *text)
{
	while (*text >= ' ' && *text <= '~')
		text++;
	return *text == '\0';
}

const char *
dl_clean(struct display_list *dl, enum face face, const char *text)
{
	struct buf composed, visible, out;
	char *kept = NULL;

	if (is_printable(text)) {
		kept = arena_strdup(dl->arena, text);
		dl->failed = dl->failed || kept == NULL;
		return kept != NULL ? kept : "";
	}
	buf_init(&composed);
	buf_init(&visible);
	buf_init(&out);
	if (!text_valid(text, strlen(text)) || text_nfc(&composed, text, strlen(text)) != 0) {
		buf_clear(&composed);
		buf_puts(&composed, text);
	}
	text_visible(&visible, buf_text(&composed), composed.len, false);
	for (const char *s = buf_text(&visible), *end = s + visible.len; s < end;) {
		uint32_t cp = text_next(&s, end);

		text_put(&out, font_covers(dl->fonts, face, cp) ? cp : REPLACEMENT);
	}
	if (!buf_failed(&composed) && !buf_failed(&visible) && !buf_failed(&out))
		kept = arena_strndup(dl->arena, buf_text(&out), out.len);
	if (kept == NULL)
		dl->failed = true;
	buf_finish(&composed);
	buf_finish(&visible);
	buf_finish(&out);
	return kept != NULL ? kept : "";
}

/* Width in points of a text that is clean already. */
static double
width_of(struct display_list *dl, const struct dl_type *type, const char *clean, const uint8_t *levels)
{
	double width = font_width(dl->fonts, type->face, type->size, clean, levels);

	if (width < 0)
		dl->failed = true;
	return width + type->tracking * (double)text_count(clean, strlen(clean));
}

double
dl_width(struct display_list *dl, const struct dl_type *type, const char *text)
{
	const char *clean = dl_clean(dl, type->face, text);
	struct bidi bidi;

	if (bidi_levels(&bidi, dl->arena, clean) != 0)
		dl->failed = true;
	return width_of(dl, type, clean, bidi.levels);
}

void
dl_text(struct display_list *dl, double x, double y, enum align align, const struct dl_type *type,
    const char *text)
{
	const char *clean = dl_clean(dl, type->face, text);
	struct bidi bidi;

	if (bidi_levels(&bidi, dl->arena, clean) != 0)
		dl->failed = true;
	dl_line_of_text(dl, x, y, align, type, clean, bidi.levels, bidi.rtl);
}

void
dl_line_of_text(struct display_list *dl, double x, double y, enum align align, const struct dl_type *type,
    const char *text, const uint8_t *levels, bool rtl)
{
	double width;
	struct dl_op *op;

	if (*text == '\0')
		return;
	width = width_of(dl, type, text, levels);
	if (align != ALIGN_LEFT)
		x -= align == ALIGN_RIGHT ? width : width / 2;
	op = add(dl, DL_TEXT);
	if (op == NULL)
		return;
	op->x = rounded(x);
	op->y = rounded(y);
	op->face = (uint8_t)type->face;
	op->size = rounded(type->size);
	op->fill = type->colour;
	op->background = type->background;
	op->tracking = rounded(type->tracking);
	op->measured = rounded(width);
	op->text = text;
	op->levels = levels;
	op->rtl = rtl;
}

void
dl_tag(struct display_list *dl, enum dl_tag tag, const char *alt)
{
	struct dl_op *op;
	const char *clean = alt != NULL ? dl_clean(dl, FACE_REGULAR, alt) : NULL;

	op = add(dl, DL_TAG);
	if (op == NULL)
		return;
	op->tag = (uint8_t)tag;
	op->text = clean;
}

void
dl_tag_end(struct display_list *dl)
{
	add(dl, DL_TAG_END);
}

void
dl_link(struct display_list *dl, double x, double y, double w, double h, int target, double target_y)
{
	struct dl_op *op = add(dl, DL_LINK);

	if (op == NULL)
		return;
	op->x = rounded(x);
	op->y = rounded(y);
	op->w = rounded(w);
	op->h = rounded(h);
	op->target = target;
	op->target_y = rounded(target_y);
}

void
dl_bookmark(struct display_list *dl, double y, const char *text)
{
	dl_bookmark_under(dl, 0, y, text);
}

void
dl_bookmark_under(struct display_list *dl, int depth, double y, const char *text)
{
	const char *clean = dl_clean(dl, FACE_REGULAR, text);
	struct dl_op *op = add(dl, DL_BOOKMARK);

	if (op == NULL)
		return;
	op->y = rounded(y);
	op->text = clean;
	op->depth = (uint8_t)depth;
}

const char *
dl_tag_name(enum dl_tag tag)
{
	static const char *const names[] = {
		[TAG_H1] = "H1", [TAG_H2] = "H2", [TAG_P] = "P", [TAG_TABLE] = "Table", [TAG_TR] = "TR",
		[TAG_TH] = "TH", [TAG_TD] = "TD", [TAG_LIST] = "L", [TAG_LI] = "LI",
		[TAG_FIGURE] = "Figure", [TAG_ARTIFACT] = "Artifact", [TAG_H3] = "H3",
		[TAG_TH_ROW] = "TH", [TAG_LINK] = "Link", [TAG_SPAN] = "Span",
	};

	return names[tag];
}

struct dl_box
dl_shape_box(const struct dl_op *op)
{
	struct dl_box b = { op->x, op->y, op->x + op->w, op->y + op->h };

	if (op->kind == DL_CIRCLE)
		b = (struct dl_box){ op->x - op->w, op->y - op->w, op->x + op->w, op->y + op->w };
	if (op->kind == DL_LINE)
		b = (struct dl_box){ fminf(op->x, op->x2), fminf(op->y, op->y2), fmaxf(op->x, op->x2),
			fmaxf(op->y, op->y2) };
	if (op->kind == DL_POLYGON && op->point_count > 0) {
		b = (struct dl_box){ op->points[0].x, op->points[0].y, op->points[0].x, op->points[0].y };
		for (size_t i = 1; i < op->point_count; i++) {
			b.left = fminf(b.left, op->points[i].x);
			b.right = fmaxf(b.right, op->points[i].x);
			b.top = fminf(b.top, op->points[i].y);
			b.bottom = fmaxf(b.bottom, op->points[i].y);
		}
	}
	return b;
}
