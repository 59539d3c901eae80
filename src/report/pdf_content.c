#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/deflate.h"
#include "report/number.h"
#include "report/pdf.h"

#define CIRCLE_ARM 0.5523       /* of a Bezier quarter of a unit circle */

/* What the viewer's graphics state holds, so that nothing is said twice. */
struct content {
	struct pdf_plan *plan;
	struct buf *out;                /* content of this page; NULL before the first */
	struct buf page;
	struct pdf_marks marks;
	double height;
	uint32_t fill, stroke;
	double line_width, dash_on, dash_off, tracking, size;
	bool round_cap;
	int font;                       /* enum font_file, -1: none */
	struct shaped shaped;
};

static void
put_number(struct content *c, double v)
{
	put_hundredths(c->out, v);
	buf_putc(c->out, ' ');
}

static void
put_point(struct content *c, double x, double y)
{
	put_number(c, x);
	put_number(c, c->height - y);
}

static void
put_colour(struct content *c, uint32_t colour, const char *operator)
{
	for (int shift = 16; shift >= 0; shift -= 8) {
		/* thousandths, for eight bits must come back as they were */
		unsigned int part = (colour >> shift & 0xFF) * 1000 / 255 + ((colour >> shift & 0xFF) > 0);
		char text[] = { '.', (char)('0' + part / 100), (char)('0' + part / 10 % 10),
			(char)('0' + part % 10), ' ', '\0' };

		buf_puts(c->out, (colour >> shift & 0xFF) == 0xFF ? "1 " : text);
	}
	buf_puts(c->out, operator);
}

static void
set_fill(struct content *c, uint32_t colour)
{
	if (colour == c->fill || colour == DL_NONE)
		return;
	put_colour(c, colour, "rg\n");
	c->fill = colour;
}

static void
set_stroke(struct content *c, const struct dl_op *op)
{
	if (op->stroke == DL_NONE)
		return;
	if (op->stroke != c->stroke)
		put_colour(c, op->stroke, "RG\n");
	c->stroke = op->stroke;
	if (op->line_width != c->line_width) {
		put_number(c, op->line_width);
		buf_puts(c->out, "w\n");
		c->line_width = op->line_width;
	}
	if (op->dash_on != c->dash_on || op->dash_off != c->dash_off) {
		buf_putc(c->out, '[');
		if (op->dash_on > 0) {
			put_number(c, op->dash_on);
			put_number(c, op->dash_off);
		}
		buf_puts(c->out, "] 0 d\n");
		c->dash_on = op->dash_on;
		c->dash_off = op->dash_off;
	}
}

/* ---- shapes ---- */

static void
put_curve(struct content *c, const struct dl_op *op, double x1, double y1, double x2, double y2, double x3,
    double y3)
{
	put_point(c, op->x + op->w * x1, op->y + op->w * y1);
	put_point(c, op->x + op->w * x2, op->y + op->w * y2);
	put_point(c, op->x + op->w * x3, op->y + op->w * y3);
	buf_puts(c->out, "c\n");
}

static void
set_cap(struct content *c, bool round)
{
	if (c->round_cap != round)
		buf_puts(c->out, round ? "1 J\n" : "0 J\n");
	c->round_cap = round;
}

/* A line of no length with round ends: a third of the bytes that four curves take. */
static void
put_disc(struct content *c, const struct dl_op *op, double radius, uint32_t colour)
{
	const struct dl_op ink = { .stroke = colour, .line_width = 2 * radius };

	set_stroke(c, &ink);
	set_cap(c, true);
	put_point(c, op->x, op->y);
	buf_puts(c->out, "m ");
	put_point(c, op->x, op->y);
	buf_puts(c->out, "l S\n");
}

static void
put_shape(struct content *c, const struct dl_op *op)
{
	const double arm = CIRCLE_ARM;
	double half = op->stroke != DL_NONE ? op->line_width / 2 : 0;

	if (op->kind == DL_CIRCLE && op->fill != DL_NONE && op->w > half) {
		if (half > 0)
			put_disc(c, op, op->w + half, op->stroke);
		put_disc(c, op, op->w - half, op->fill);
		return;
	}
	set_fill(c, op->fill);
	set_stroke(c, op);
	set_cap(c, false);
	if (op->kind == DL_RECT) {
		put_point(c, op->x, op->y + op->h);
		put_number(c, op->w);
		put_number(c, op->h);
		buf_puts(c->out, "re ");
	} else if (op->kind == DL_LINE) {
		put_point(c, op->x, op->y);
		buf_puts(c->out, "m ");
		put_point(c, op->x2, op->y2);
		buf_puts(c->out, "l ");
	} else if (op->kind == DL_CIRCLE) {
		put_point(c, op->x + op->w, op->y);
		buf_puts(c->out, "m\n");
		put_curve(c, op, 1, arm, arm, 1, 0, 1);
		put_curve(c, op, -arm, 1, -1, arm, -1, 0);
		put_curve(c, op, -1, -arm, -arm, -1, 0, -1);
		put_curve(c, op, arm, -1, 1, -arm, 1, 0);
		buf_puts(c->out, "h ");
	} else {
		for (size_t i = 0; i < op->point_count; i++) {
			put_point(c, op->points[i].x, op->points[i].y);
			buf_puts(c->out, i == 0 ? "m " : "l ");
		}
		buf_puts(c->out, "h ");
	}
	if (op->fill != DL_NONE && op->stroke != DL_NONE && op->kind != DL_LINE)
		buf_puts(c->out, "B\n");
	else
		buf_puts(c->out, op->fill != DL_NONE && op->kind != DL_LINE ? "f\n" : "S\n");
}

/* ---- text ---- */

/* The code that stands for this glyph with these characters; 0 when out of memory. */
static size_t
code_for(struct content *c, const struct glyph *g, const char *text)
{
	struct pdf_font *font = &c->plan->fonts[g->file];
	size_t *bucket = &font->buckets[g->id % PDF_CODE_BUCKETS];
	struct pdf_code *codes;

	for (size_t code = *bucket; code != 0; code = font->codes[code - 1].next) {
		const struct pdf_code *known = &font->codes[code - 1];

		if (known->glyph == g->id && known->length == g->length &&
		    memcmp(known->text, text + g->start, g->length) == 0)
			return code;
	}
	codes = pdf_grow(c->plan, font->codes, font->count, &font->capacity, sizeof *codes);
	if (codes == NULL)
		return 0;
	font->codes = codes;
	codes[font->count++] = (struct pdf_code){ g->id, text + g->start, g->length,
		font_advance(c->plan->dl->fonts, g->file, g->id), *bucket };
	return *bucket = font->count;
}

/* Moves to the right by `ems` inside a TJ array. */
static void
put_shift(struct content *c, double ems)
{
	if (fabs(ems) < 0.0005)
		return;
	buf_putc(c->out, '>');
	put_hundredths(c->out, -1000 * ems);
	buf_putc(c->out, '<');
}

static void
put_glyphs(struct content *c, const struct dl_op *op, const char *text, const struct glyph *g, size_t count)
{
	double rise = 0;

	buf_puts(c->out, "[<");
	for (size_t i = 0; i < count; i++) {
		size_t code = code_for(c, &g[i], text);

		if (code == 0)
			return;
		if (fabs(g[i].dy - rise) >= 0.0005) {
			rise = g[i].dy;
			buf_puts(c->out, ">]TJ ");
			put_number(c, rise * op->size);
			buf_puts(c->out, "Ts[<");
		}
		put_shift(c, g[i].dx);
		pdf_put_hex(c->out, code, 4);
		put_shift(c, g[i].advance - c->plan->fonts[g[i].file].codes[code - 1].advance - g[i].dx);
	}
	buf_puts(c->out, ">]TJ");
	if (rise != 0)
		buf_puts(c->out, " 0 Ts");
	buf_putc(c->out, '\n');
}

/* The glyphs of `c->shaped`, made of `text`, from where the pen stands. */
static void
put_shaped(struct content *c, const struct dl_op *op, const char *text)
{
	size_t from = 0;

	for (size_t i = 1; i <= c->shaped.count; i++) {
		const struct glyph *g = &c->shaped.v[from];

		if (i < c->shaped.count && c->shaped.v[i].file == g->file)
			continue;
		if (c->font != (int)g->file || c->size != op->size) {
			buf_printf(c->out, "/F%d ", (int)g->file);
			put_number(c, op->size);
			buf_puts(c->out, "Tf ");
			c->font = (int)g->file;
			c->size = op->size;
		}
		put_glyphs(c, op, text, g, i - from);
		from = i;
	}
}

static int
shape(struct content *c, const struct dl_op *op, const char *text, const uint8_t *levels)
{
	if (font_shape(c->plan->dl->fonts, op->face, text, levels, &c->shaped) == 0)
		return 0;
	c->plan->failed = true;
	return -1;
}

static void
put_text(struct content *c, const struct dl_op *op)
{
	if (shape(c, op, op->text, op->levels) != 0)
		return;
	set_fill(c, op->fill);
	buf_puts(c->out, "BT ");
	if (op->tracking != c->tracking) {
		put_number(c, op->tracking);
		buf_puts(c->out, "Tc ");
		c->tracking = op->tracking;
	}
	put_point(c, op->x, op->y);
	buf_puts(c->out, "Td\n");
	put_shaped(c, op, op->text);
	/* A blank after each line of an element, or the last word would be read together with the next. */
	if (c->marks.open >= 0 && shape(c, op, " ", NULL) == 0)
		put_shaped(c, op, " ");
	buf_puts(c->out, "ET\n");
}

/* Pages are kept compressed: a long file has many. */
static void
end_page(struct content *c)
{
	if (c->out == NULL)
		return;
	pdf_marks_close(&c->marks);
	deflater_add(c->plan->deflater, &c->plan->pages[c->marks.page], buf_text(&c->page), c->page.len);
	c->plan->failed = c->plan->failed || buf_failed(&c->page) ||
	    buf_failed(&c->plan->pages[c->marks.page]);
	buf_clear(&c->page);
}

static void
begin_page(struct content *c, const struct dl_op *op)
{
	int page = c->out == NULL ? 0 : c->marks.page + 1;

	end_page(c);
	c->out = &c->page;
	pdf_marks_page(&c->marks, c->out, page, op->h);
	c->height = op->h;
	c->fill = c->stroke = DL_NONE;
	c->line_width = c->size = -1;
	c->dash_on = c->dash_off = c->tracking = 0;
	c->round_cap = false;
	c->font = -1;
}

static void
replay(struct content *c, const struct dl_op *op)
{
	switch ((enum dl_kind)op->kind) {
	case DL_PAGE:
		begin_page(c, op);
		break;
	case DL_TAG:
		pdf_marks_tag(&c->marks, op);
		break;
	case DL_TAG_END:
		pdf_marks_tag_end(&c->marks);
		break;
	case DL_LINK:
		pdf_marks_link(&c->marks, op);
		break;
	case DL_BOOKMARK:
		break;
	case DL_TEXT:
		pdf_marks_for(&c->marks, op);
		put_text(c, op);
		break;
	case DL_RECT:
	case DL_LINE:
	case DL_CIRCLE:
	case DL_POLYGON:
		pdf_marks_for(&c->marks, op);
		put_shape(c, op);
		break;
	}
}

int
pdf_plan(struct pdf_plan *plan, const struct display_list *dl)
{
	struct content c = { .plan = plan, .marks = { .plan = plan } };

	*plan = (struct pdf_plan){ .dl = dl, .deflater = deflater_new() };
	plan->pages = calloc((size_t)dl->pages + 1, sizeof *plan->pages);
	if (plan->pages == NULL || plan->deflater == NULL)
		return -1;
	plan->page_count = dl->pages;
	for (int i = 0; i < dl->pages; i++)
		buf_init(&plan->pages[i]);
	for (size_t i = 0; i < dl->count && !plan->failed; i++)
		replay(&c, &dl->ops[i]);
	end_page(&c);
	buf_finish(&c.page);
	shaped_finish(&c.shaped);
	return plan->failed ? -1 : 0;
}

void
pdf_plan_finish(struct pdf_plan *plan)
{
	for (int i = 0; i < plan->page_count; i++)
		buf_finish(&plan->pages[i]);
	for (int i = 0; i < FONT_FILE_COUNT; i++)
		free(plan->fonts[i].codes);
	deflater_free(plan->deflater);
	free(plan->pages);
	free(plan->elements);
	free(plan->figures);
	free(plan->kids);
	free(plan->links);
}
