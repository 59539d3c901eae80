#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/font.h"
#include "report/number.h"
#include "report/theme.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/text.h"

/*
 * What a page must not have.  Everything is judged on the ink that is drawn: the box of a text is
 * the box of its glyphs' outlines, so that a stacked Vietnamese accent that runs into the line
 * above is found and a tight but clear line pitch is not.
 */
#define SLACK 0.3               /* points by which boxes may touch: below what a printer shows */

/* What a page shows, by kind, in the order of drawing. */
struct mark { size_t index; struct dl_box box; };
struct marks {
	struct mark *v;
	size_t count, capacity;
};

struct lint {
	const struct display_list *dl;
	struct buf *out;
	int found;
	int page;                       /* from 1 */
	double page_w, page_h;
	struct marks shapes;            /* filled shapes and lines of this page, all of it */
	struct marks texts;             /* the ink of its texts so far */
	uint32_t colour, ground;        /* what was last compared */
	double contrast;
	struct shaped shaped;
	size_t depth;                   /* of open structure */
	bool failed;
};

static void
add_mark(struct lint *l, struct marks *m, size_t index, const struct dl_box *box)
{
	if (m->count == m->capacity) {
		size_t capacity = m->capacity > 0 ? 2 * m->capacity : 256;
		struct mark *v = realloc(m->v, capacity * sizeof *v);

		if (v == NULL) {
			l->failed = true;
			return;
		}
		m->v = v;
		m->capacity = capacity;
	}
	m->v[m->count++] = (struct mark){ index, *box };
}

static void
finding(struct lint *l, const struct dl_op *op, const char *what, const char *more)
{
	l->found++;
	buf_printf(l->out, "page %d: ", l->page);
	if (op->text != NULL)
		buf_printf(l->out, "\"%s\" ", op->text);
	buf_puts(l->out, "at ");
	put_hundredths(l->out, op->x);
	buf_putc(l->out, ',');
	put_hundredths(l->out, op->y);
	buf_printf(l->out, ": %s%s\n", what, more);
}

/* ---- contrast ---- */

static double
channel(uint32_t eight_bits)
{
	double c = eight_bits / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(uint32_t colour)
{
	return 0.2126 * channel(colour >> 16 & 0xFF) + 0.7152 * channel(colour >> 8 & 0xFF) +
	    0.0722 * channel(colour & 0xFF);
}

static double
contrast(uint32_t a, uint32_t b)
{
	double la = luminance(a), lb = luminance(b);

	return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

/* Most texts have the colours of the one before. */
static bool
is_faint(struct lint *l, uint32_t colour, uint32_t ground)
{
	if (l->contrast == 0 || colour != l->colour || ground != l->ground) {
		l->colour = colour;
		l->ground = ground;
		l->contrast = contrast(colour, ground);
	}
	return l->contrast < CONTRAST_MIN;
}

/* ---- boxes ---- */

static bool
overlap(const struct dl_box *a, const struct dl_box *b)
{
	double left, right;
	double top = a->top > b->top ? a->top : b->top,
	       bottom = a->bottom < b->bottom ? a->bottom : b->bottom;

	if (bottom - top <= SLACK)      /* of most pairs on a page */
		return false;
	left = a->left > b->left ? a->left : b->left;
	right = a->right < b->right ? a->right : b->right;
	return right - left > SLACK;
}

static bool
inside(const struct dl_box *a, const struct dl_box *b)
{
	return a->left >= b->left - SLACK && a->right <= b->right + SLACK && a->top >= b->top - SLACK &&
	    a->bottom <= b->bottom + SLACK;
}

static bool
is_filled(const struct dl_op *op)
{
	return (op->kind == DL_RECT || op->kind == DL_CIRCLE || op->kind == DL_POLYGON) &&
	    op->fill != DL_NONE;
}

/* Whether the whole of `text` lies on the shape. */
static bool
stands_on(const struct dl_box *text, const struct dl_op *op)
{
	double dx, dy;

	if (op->kind != DL_CIRCLE) {
		struct dl_box b = dl_shape_box(op);

		return inside(text, &b);
	}
	dx = fmax(fabs(text->left - op->x), fabs(text->right - op->x));
	dy = fmax(fabs(text->top - op->y), fabs(text->bottom - op->y));
	return sqrt(dx * dx + dy * dy) <= op->w + SLACK;
}

/* Whether a straight line passes through the box: by clipping it (Liang and Barsky 1984). */
static bool
line_hits(const struct dl_op *op, const struct dl_box *b)
{
	double from = 0, to = 1, dx = op->x2 - op->x, dy = op->y2 - op->y;
	double p[4] = { -dx, dx, -dy, dy };
	double q[4] = { op->x - b->left - SLACK, b->right - SLACK - op->x, op->y - b->top - SLACK,
		b->bottom - SLACK - op->y };

	for (int i = 0; i < 4; i++) {
		if (p[i] == 0 && q[i] < 0)
			return false;
		if (p[i] < 0)
			from = q[i] / p[i] > from ? q[i] / p[i] : from;
		if (p[i] > 0)
			to = q[i] / p[i] < to ? q[i] / p[i] : to;
	}
	return from < to;
}

/* ---- one op ---- */

static void
check_ground(struct lint *l, size_t index, const struct dl_box *ink)
{
	const struct dl_op *op = &l->dl->ops[index];
	uint32_t ground = WHITE;

	for (size_t i = 0; i < l->shapes.count; i++) {
		const struct mark *m = &l->shapes.v[i];
		const struct dl_op *other;

		if (m->box.top > ink->bottom || m->box.bottom < ink->top)
			continue;
		other = &l->dl->ops[m->index];
		if (other->kind == DL_LINE) {
			if (line_hits(other, ink))
				finding(l, op, "crossed by a line", "");
			continue;
		}
		if (!overlap(&m->box, ink))
			continue;
		if (m->index > index)
			finding(l, op, "under a later shape", "");
		else if (!stands_on(ink, other))
			finding(l, op, "half on a shape", "");
		else
			ground = other->fill;
	}
	if (ground != op->background)
		finding(l, op, "its background is not what it stands on", "");
	if (is_faint(l, op->fill, ground))
		finding(l, op, "contrast below 4.5 : 1", "");
}

static void
check_text(struct lint *l, size_t index)
{
	const struct dl_op *op = &l->dl->ops[index];
	const char *end = op->text + strlen(op->text);
	struct dl_box ink, limits;
	double width;

	if (font_shape(l->dl->fonts, op->face, op->text, op->levels, &l->shaped) != 0) {
		l->failed = true;
		return;
	}
	for (const char *s = op->text; s < end;) {
		uint32_t cp = text_next(&s, end);

		if (cp == TEXT_BAD || !font_covers(l->dl->fonts, op->face, cp)) {
			finding(l, op, "a character no face has", "");
			break;
		}
	}
	width = l->shaped.width * op->size + op->tracking * (double)text_count(op->text, strlen(op->text));
	if (fabs(width - op->measured) > SLACK)
		finding(l, op, "measured width is not its own", "");
	if (op->size < SIZE_MIN)
		finding(l, op, "below 7 pt", "");
	ink = (struct dl_box){ op->x + l->shaped.left * op->size, op->y - l->shaped.top * op->size,
		op->x + l->shaped.right * op->size + width - l->shaped.width * op->size,
		op->y - l->shaped.bottom * op->size };
	limits = (struct dl_box){ l->dl->margin_left, l->dl->margin_top, l->page_w - l->dl->margin_right,
		l->page_h - l->dl->margin_bottom };
	if (!inside(&ink, &limits))
		finding(l, op, "outside the margins", "");
	check_ground(l, index, &ink);
	for (size_t i = 0; i < l->texts.count; i++)
		if (overlap(&l->texts.v[i].box, &ink))
			finding(l, op, "over another text: ", l->dl->ops[l->texts.v[i].index].text);
	add_mark(l, &l->texts, index, &ink);
}

static void
check_tag(struct lint *l, const struct dl_op *op)
{
	if (op->kind == DL_TAG_END) {
		if (l->depth == 0)
			finding(l, op, "closes what is not open", "");
		else
			l->depth--;
		return;
	}
	if (op->tag == TAG_FIGURE && (op->text == NULL || *op->text == '\0'))
		finding(l, op, "a figure without alternative text", "");
	l->depth++;
}

/* The page that begins with op `index`: its size, and what there is for texts to stand on. */
static void
begin_page(struct lint *l, size_t index)
{
	const struct display_list *dl = l->dl;

	l->page++;
	l->page_w = dl->ops[index].w;
	l->page_h = dl->ops[index].h;
	l->shapes.count = l->texts.count = 0;
	for (size_t i = index + 1; i < dl->count && dl->ops[i].kind != DL_PAGE; i++) {
		struct dl_box box = dl_shape_box(&dl->ops[i]);

		if (is_filled(&dl->ops[i]) || dl->ops[i].kind == DL_LINE)
			add_mark(l, &l->shapes, i, &box);
	}
}

static void
check_op(struct lint *l, size_t index)
{
	const struct dl_op *op = &l->dl->ops[index];
	struct dl_box page = { 0, 0, l->page_w, l->page_h }, b;

	if (op->kind != DL_PAGE && l->page == 0) {
		finding(l, op, "before the first page", "");
		return;
	}
	switch ((enum dl_kind)op->kind) {
	case DL_PAGE:
		if (l->depth > 0)
			finding(l, op, "structure open at the end of a page", "");
		begin_page(l, index);
		break;
	case DL_TEXT:
		check_text(l, index);
		break;
	case DL_TAG:
	case DL_TAG_END:
		check_tag(l, op);
		break;
	case DL_LINK:
		if (op->target < 1 || op->target > l->dl->pages)
			finding(l, op, "a link to no page", "");
		/* fall through */
	case DL_RECT:
	case DL_LINE:
	case DL_CIRCLE:
	case DL_POLYGON:
		b = dl_shape_box(op);
		if (!inside(&b, &page))
			finding(l, op, "outside the page", "");
		break;
	case DL_BOOKMARK:
		if (op->y < 0 || op->y > l->page_h || *op->text == '\0')
			finding(l, op, "a bookmark to nowhere or without a name", "");
		break;
	}
}

int
display_list_lint(const struct display_list *dl, struct buf *findings)
{
	struct lint l = { .dl = dl, .out = findings };
	static const struct dl_op end = { .kind = DL_PAGE };

	if (dl->failed)
		return -1;
	for (size_t i = 0; i < dl->count && !l.failed; i++)
		check_op(&l, i);
	if (l.page == 0)
		finding(&l, &end, "no page at all", "");
	if (l.depth > 0)
		finding(&l, &end, "structure open at the end", "");
	free(l.shapes.v);
	free(l.texts.v);
	shaped_finish(&l.shaped);
	return l.failed || buf_failed(findings) ? -1 : l.found;
}
