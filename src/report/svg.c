#include "report/check.h"
#include "report/number.h"
#include "report/xml.h"
#include "viva/buf.h"
#include "viva/display_list.h"
#include "viva/err.h"
#include "viva/report.h"

static void
put_number(struct buf *out, const char *name, double v)
{
	buf_printf(out, " %s=\"", name);
	put_hundredths(out, v);
	buf_putc(out, '"');
}

static void
put_paint(struct buf *out, const char *name, uint32_t colour)
{
	if (colour == DL_NONE)
		buf_printf(out, " %s=\"none\"", name);
	else
		buf_printf(out, " %s=\"#%06X\"", name, (unsigned int)colour);
}

static void
put_ink(struct buf *out, const struct dl_op *op)
{
	put_paint(out, "fill", op->fill);
	if (op->stroke != DL_NONE) {
		put_paint(out, "stroke", op->stroke);
		put_number(out, "stroke-width", op->line_width);
	}
	if (op->dash_on > 0) {
		buf_puts(out, " stroke-dasharray=\"");
		put_hundredths(out, op->dash_on);
		buf_putc(out, ' ');
		put_hundredths(out, op->dash_off);
		buf_putc(out, '"');
	}
	buf_puts(out, "/>\n");
}

static void
put_text(struct buf *out, const struct dl_op *op)
{
	static const char *const styles[FACE_COUNT] = {
		[FACE_REGULAR] = "font-family=\"Lato, 'DejaVu Sans', sans-serif\"",
		[FACE_SEMIBOLD] =
		    "font-family=\"'Lato Semibold', Lato, 'DejaVu Sans', sans-serif\" font-weight=\"600\"",
		[FACE_BOLD] = "font-family=\"Lato, 'DejaVu Sans', sans-serif\" font-weight=\"700\"",
		[FACE_MONO] = "font-family=\"'DejaVu Sans Mono', monospace\"",
	};

	buf_puts(out, "<text");
	put_number(out, "x", op->x);
	put_number(out, "y", op->y);
	buf_printf(out, " %s", styles[op->face]);
	put_number(out, "font-size", op->size);
	if (op->tracking > 0)
		put_number(out, "letter-spacing", op->tracking);
	put_number(out, "textLength", op->measured - op->tracking);
	put_paint(out, "fill", op->fill);
	buf_puts(out, " xml:space=\"preserve\">");
	put_xml(out, op->text);
	buf_puts(out, "</text>\n");
}

static void
put_shape(struct buf *out, const struct dl_op *op)
{
	if (op->kind == DL_RECT) {
		buf_puts(out, "<rect");
		put_number(out, "x", op->x);
		put_number(out, "y", op->y);
		put_number(out, "width", op->w);
		put_number(out, "height", op->h);
	} else if (op->kind == DL_LINE) {
		buf_puts(out, "<line");
		put_number(out, "x1", op->x);
		put_number(out, "y1", op->y);
		put_number(out, "x2", op->x2);
		put_number(out, "y2", op->y2);
	} else if (op->kind == DL_CIRCLE) {
		buf_puts(out, "<circle");
		put_number(out, "cx", op->x);
		put_number(out, "cy", op->y);
		put_number(out, "r", op->w);
	} else {
		buf_puts(out, "<polygon points=\"");
		for (size_t i = 0; i < op->point_count; i++) {
			put_hundredths(out, op->points[i].x);
			buf_putc(out, ',');
			put_hundredths(out, op->points[i].y);
			buf_putc(out, i + 1 < op->point_count ? ' ' : '"');
		}
	}
	put_ink(out, op);
}

static void
begin(struct buf *out, const struct display_list *dl, const struct dl_op *page)
{
	buf_puts(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"");
	put_xml(out, dl->lang);
	buf_puts(out, "\" viewBox=\"0 0 ");
	put_hundredths(out, page->w);
	buf_putc(out, ' ');
	put_hundredths(out, page->h);
	buf_putc(out, '"');
	put_number(out, "width", page->w);
	put_number(out, "height", page->h);
	buf_puts(out, ">\n<title>");
	put_xml(out, dl->title);
	buf_puts(out, "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
}

int
report_render_svg(struct buf *out, const struct display_list *dl, int page, struct err *err)
{
	int at = 0;

	if (page < 1 || page > dl->pages)
		return err_set(err, EXIT_FINDINGS, "no page %d: the report has %d", page, dl->pages);
	if (report_check(dl, err) != 0)
		return -1;
	for (size_t i = 0; i < dl->count; i++) {
		const struct dl_op *op = &dl->ops[i];

		if (op->kind == DL_PAGE && ++at == page)
			begin(out, dl, op);
		if (at != page)
			continue;
		if (op->kind == DL_TEXT)
			put_text(out, op);
		else if (op->kind == DL_RECT || op->kind == DL_LINE || op->kind == DL_CIRCLE ||
		    op->kind == DL_POLYGON)
			put_shape(out, op);
	}
	buf_puts(out, "</svg>\n");
	return buf_failed(out) ? err_memory(err) : 0;
}
