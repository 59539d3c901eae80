#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/number.h"
#include "report/pdf.h"

#define CIRCLE_ARM 0.5523       /* of a Bezier quarter of a unit circle */
#define NEST_MAX 64             /* depth of structure; lint and templates stay far below */
enum { MARK_NONE = -2, MARK_ARTIFACT = -1 };    /* else the element whose content is open */

/* What the viewer's graphics state holds, so that nothing is said twice. */
struct content {
	struct pdf_plan *plan;
	struct buf *out;
	int page;                       /* from 0 */
	int marks;                      /* marked contents so far on this page */
	double height;
	int stack[NEST_MAX];
	int depth;
	int open;                       /* enum above, or an element */
	uint32_t fill, stroke;
	double line_width, dash_on, dash_off, tracking, size;
	int font;                       /* enum font_file, -1: none */
	struct shaped shaped;
};

/* Room for one more entry of `size` bytes; NULL when out of memory. */
static void *
grow(struct pdf_plan *plan, void *v, size_t count, size_t *capacity, size_t size)
{
	size_t more = *capacity > 0 ? 2 * *capacity : 64;
	void *bigger;

	if (count < *capacity)
		return v;
	bigger = realloc(v, more * size);
	if (bigger == NULL) {
		plan->failed = true;
		return NULL;
	}
	*capacity = more;
	return bigger;
}

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
		unsigned int part = (colour >> shift & 0xFF) * 1000 / 255;

		if ((colour >> shift & 0xFF) == 0xFF)
			buf_puts(c->out, "1 ");
		else
			buf_printf(c->out, ".%03u ", part + ((colour >> shift & 0xFF) > 0));
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

/* ---- structure ---- */

static void
close_mark(struct content *c)
{
	if (c->open != MARK_NONE)
		buf_puts(c->out, "EMC\n");
	c->open = MARK_NONE;
}

static void
add_kid(struct pdf_plan *plan, int parent, int element, int page, int mark)
{
	struct pdf_kid *kids = grow(plan, plan->kids, plan->kid_count, &plan->kid_capacity, sizeof *kids);

	if (kids == NULL)
		return;
	plan->kids = kids;
	kids[plan->kid_count++] = (struct pdf_kid){ parent, element, page, mark };
}

static void
open_tag(struct content *c, const struct dl_op *op)
{
	struct pdf_plan *plan = c->plan;
	struct pdf_element *elements;
	int parent = c->depth > 0 ? c->stack[c->depth - 1] : MARK_NONE;

	close_mark(c);
	if (c->depth == NEST_MAX) {
		plan->failed = true;
		return;
	}
	/* What stands in an artifact is one too. */
	if (op->tag == TAG_ARTIFACT || parent == MARK_ARTIFACT) {
		c->stack[c->depth++] = MARK_ARTIFACT;
		return;
	}
	elements = grow(plan, plan->elements, plan->element_count, &plan->element_capacity, sizeof *elements);
	if (elements == NULL)
		return;
	plan->elements = elements;
	parent = parent == MARK_NONE ? -1 : parent;
	elements[plan->element_count] = (struct pdf_element){ op->tag, op->text, parent };
	add_kid(plan, parent, (int)plan->element_count, c->page, -1);
	c->stack[c->depth++] = (int)plan->element_count++;
}

static void
close_tag(struct content *c)
{
	close_mark(c);
	if (c->depth > 0)
		c->depth--;
}

/* Opens what the next drawing belongs to: its element, or the decoration of the page. */
static void
mark_for(struct content *c, const struct dl_op *op)
{
	int owner = c->depth > 0 ? c->stack[c->depth - 1] : MARK_ARTIFACT;

	if (owner >= 0 && op->kind != DL_TEXT && c->plan->elements[owner].tag != TAG_FIGURE)
		owner = MARK_ARTIFACT;
	if (owner == c->open)
		return;
	close_mark(c);
	c->open = owner;
	if (owner == MARK_ARTIFACT) {
		buf_puts(c->out, "/Artifact BMC\n");
		return;
	}
	buf_printf(c->out, "/%s<</MCID %d>>BDC\n", dl_tag_name(c->plan->elements[owner].tag), c->marks);
	add_kid(c->plan, owner, -1, c->page, c->marks++);
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
put_shape(struct content *c, const struct dl_op *op)
{
	const double arm = CIRCLE_ARM;

	set_fill(c, op->fill);
	set_stroke(c, op);
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
static unsigned int
code_for(struct content *c, const struct glyph *g, const char *text)
{
	struct pdf_font *font = &c->plan->fonts[g->file];
	struct pdf_code *codes;

	for (size_t i = 0; i < font->count; i++)
		if (font->codes[i].glyph == g->id && font->codes[i].length == g->length &&
		    memcmp(font->codes[i].text, text + g->start, g->length) == 0)
			return (unsigned int)i + 1;
	codes = grow(c->plan, font->codes, font->count, &font->capacity, sizeof *codes);
	if (codes == NULL)
		return 0;
	font->codes = codes;
	codes[font->count++] = (struct pdf_code){ g->id, text + g->start, g->length };
	return (unsigned int)font->count;
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
		double width = font_advance(c->plan->dl->fonts, g[i].file, g[i].id);

		if (fabs(g[i].dy - rise) >= 0.0005) {
			rise = g[i].dy;
			buf_puts(c->out, ">]TJ ");
			put_number(c, rise * op->size);
			buf_puts(c->out, "Ts[<");
		}
		put_shift(c, g[i].dx);
		buf_printf(c->out, "%04X", code_for(c, &g[i], text));
		put_shift(c, g[i].advance - width - g[i].dx);
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
	if (c->open >= 0 && shape(c, op, " ", NULL) == 0)
		put_shaped(c, op, " ");
	buf_puts(c->out, "ET\n");
}

static void
begin_page(struct content *c, const struct dl_op *op)
{
	c->page++;
	c->out = &c->plan->pages[c->page];
	c->marks = 0;
	c->height = op->h;
	c->depth = 0;
	c->open = MARK_NONE;
	c->fill = c->stroke = DL_NONE;
	c->line_width = c->size = -1;
	c->dash_on = c->dash_off = c->tracking = 0;
	c->font = -1;
}

int
pdf_plan(struct pdf_plan *plan, const struct display_list *dl)
{
	struct content c = { .plan = plan, .page = -1, .open = MARK_NONE };

	*plan = (struct pdf_plan){ .dl = dl };
	plan->pages = calloc((size_t)dl->pages + 1, sizeof *plan->pages);
	if (plan->pages == NULL)
		return -1;
	plan->page_count = dl->pages;
	for (int i = 0; i < dl->pages; i++)
		buf_init(&plan->pages[i]);
	for (size_t i = 0; i < dl->count && !plan->failed; i++) {
		const struct dl_op *op = &dl->ops[i];

		if (op->kind == DL_PAGE) {
			if (c.page >= 0)
				close_mark(&c);
			begin_page(&c, op);
		} else if (op->kind == DL_TAG) {
			open_tag(&c, op);
		} else if (op->kind == DL_TAG_END) {
			close_tag(&c);
		} else if (op->kind != DL_LINK && op->kind != DL_BOOKMARK) {
			mark_for(&c, op);
			if (op->kind == DL_TEXT)
				put_text(&c, op);
			else
				put_shape(&c, op);
		}
	}
	if (c.page >= 0)
		close_mark(&c);
	shaped_finish(&c.shaped);
	for (int i = 0; i < dl->pages; i++)
		plan->failed = plan->failed || buf_failed(&plan->pages[i]);
	return plan->failed ? -1 : 0;
}

void
pdf_plan_finish(struct pdf_plan *plan)
{
	for (int i = 0; i < plan->page_count; i++)
		buf_finish(&plan->pages[i]);
	for (int i = 0; i < FONT_FILE_COUNT; i++)
		free(plan->fonts[i].codes);
	free(plan->pages);
	free(plan->elements);
	free(plan->kids);
}
