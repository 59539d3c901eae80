#include <string.h>
#include "report/number.h"
#include "viva/buf.h"
#include "viva/display_list.h"

static void
put_colour(struct buf *out, const char *name, uint32_t colour)
{
	if (colour != DL_NONE)
		buf_printf(out, " %s=#%06X", name, (unsigned int)colour);
}

static void
put_value(struct buf *out, const char *name, double v)
{
	buf_printf(out, " %s", name);
	put_hundredths(out, v);
}

static void
put_ink(struct buf *out, const struct dl_op *op)
{
	put_colour(out, "fill", op->fill);
	put_colour(out, "stroke", op->stroke);
	if (op->stroke != DL_NONE)
		put_value(out, "width=", op->line_width);
	if (op->dash_on > 0) {
		put_value(out, "dash=", op->dash_on);
		put_value(out, "", op->dash_off);
	}
}

static void
put_box(struct buf *out, const struct dl_op *op)
{
	put_value(out, "", op->x);
	put_value(out, "", op->y);
	put_value(out, "", op->w);
	put_value(out, "", op->h);
}

static void
put_text_op(struct buf *out, const struct dl_op *op)
{
	static const char *const faces[FACE_COUNT] = { "regular", "semibold", "bold", "mono" };

	put_value(out, "", op->x);
	put_value(out, "", op->y);
	buf_printf(out, " %s", faces[op->face]);
	put_value(out, "", op->size);
	put_colour(out, "fill", op->fill);
	put_colour(out, "on", op->background);
	put_value(out, "measured=", op->measured);
	if (op->tracking > 0)
		put_value(out, "tracking=", op->tracking);
	buf_puts(out, op->rtl ? " rtl" : "");
	buf_printf(out, " \"%s\"", op->text);
}

static void
put_op(struct buf *out, const struct dl_op *op)
{
	switch ((enum dl_kind)op->kind) {
	case DL_PAGE:
		buf_puts(out, "page");
		put_value(out, "", op->w);
		put_value(out, "", op->h);
		break;
	case DL_RECT:
		buf_puts(out, "rect");
		put_box(out, op);
		put_ink(out, op);
		break;
	case DL_LINE:
		buf_puts(out, "line");
		put_value(out, "", op->x);
		put_value(out, "", op->y);
		put_value(out, "", op->x2);
		put_value(out, "", op->y2);
		put_ink(out, op);
		break;
	case DL_CIRCLE:
		buf_puts(out, "circle");
		put_value(out, "", op->x);
		put_value(out, "", op->y);
		put_value(out, "", op->w);
		put_ink(out, op);
		break;
	case DL_POLYGON:
		buf_puts(out, "polygon");
		for (size_t i = 0; i < op->point_count; i++) {
			put_value(out, "", op->points[i].x);
			put_value(out, "", op->points[i].y);
		}
		put_ink(out, op);
		break;
	case DL_TEXT:
		buf_puts(out, "text");
		put_text_op(out, op);
		break;
	case DL_TAG:
		buf_printf(out, "tag %s", dl_tag_name(op->tag));
		if (op->text != NULL)
			buf_printf(out, " \"%s\"", op->text);
		break;
	case DL_TAG_END:
		buf_puts(out, "end");
		break;
	case DL_LINK:
		buf_puts(out, "link");
		put_box(out, op);
		buf_printf(out, " page=%d", op->target);
		put_value(out, "y=", op->target_y);
		break;
	case DL_BOOKMARK:
		buf_puts(out, "bookmark");
		put_value(out, "", op->y);
		buf_printf(out, " \"%s\"", op->text);
		break;
	}
	buf_putc(out, '\n');
}

void
display_list_dump(const struct display_list *dl, struct buf *out)
{
	buf_printf(out, "title \"%s\"\nsubject \"%s\"\nlang %s\n", dl->title, dl->subject, dl->lang);
	for (size_t i = 0; i < dl->count; i++)
		put_op(out, &dl->ops[i]);
}
