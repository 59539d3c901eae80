#include <math.h>
#include "report/page_plot.h"
#include "viva/progress.h"

const struct dl_type
    TYPE_TINY = { FACE_REGULAR, SIZE_MIN, INK_SECOND, WHITE, 0 },
    TYPE_NOTE_ON_TINT = { FACE_REGULAR, SIZE_NOTE + 0.5, INK_SECOND, TINT, 0 },
    TYPE_GOAL = { FACE_SEMIBOLD, SIZE_NOTE + 0.5, GOAL_TEXT, WHITE, 0 },
    TYPE_LEVEL = { FACE_BOLD, SIZE_NOTE + 0.5, ACCENT, WHITE, 0 },
    TYPE_CELL = { FACE_SEMIBOLD, SIZE_BODY - 0.5, INK, WHITE, 0 };

#define LABEL_GAP 8.0           /* between labels of an axis */
#define FIELD_PAD 14.0
#define FIELD_WIDTH_MAX 330.0   /* of its text: longer lines are hard to follow */

const char *
fit(struct sheet *s, const struct dl_type *type, double width, const char *text)
{
	struct lines one = flow_at_most(s->dl, type, width, 1, text);

	return one.count > 0 ? one.v[0] : "";
}

void
axis_label(struct sheet *s, double x, double y, enum align align, const char *text)
{
	dl_tag(s->dl, TAG_ARTIFACT, NULL);
	dl_text(s->dl, x, y, align, &TYPE_NOTE, text);
	dl_tag_end(s->dl);
}

void
session_labels(struct sheet *s, const struct scale *x, double y, const char *const *labels, size_t count)
{
	double widest = 0, pitch = count > 1 ? x->length / (double)(count - 1) : x->length;
	size_t step;

	if (count == 0)
		return;
	for (size_t i = 0; i < count; i++)
		widest = fmax(widest, dl_width(s->dl, &TYPE_NOTE, labels[i]));
	step = (size_t)ceil((widest + LABEL_GAP) / pitch);
	dl_tag(s->dl, TAG_ARTIFACT, NULL);
	for (size_t i = (count - 1) % (step > 0 ? step : 1); i < count; i += step > 0 ? step : 1)
		dl_text(s->dl, scale_at(x, (double)i), y, ALIGN_CENTRE, &TYPE_NOTE, labels[i]);
	dl_tag_end(s->dl);
}

double
paragraph(struct sheet *s, double x, double y, double width, const struct dl_type *type, double pitch,
    const char *text)
{
	struct lines lines = flow(s->dl, type, width, text);

	if (lines.count == 0)
		return y;
	dl_tag(s->dl, TAG_P, NULL);
	y = put_lines(s, x, y, pitch, type, &lines);
	dl_tag_end(s->dl);
	return y;
}

void
part_title(struct sheet *s, double x, double y, const char *text)
{
	dl_bookmark(s->dl, y - SIZE_SECTION, text);
	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, x, y, ALIGN_LEFT, &TYPE_SECTION, text);
	dl_tag_end(s->dl);
}

void
text_cell(struct sheet *s, enum dl_tag tag, double x, double y, enum align align, const struct dl_type *type,
    double width, const char *text)
{
	dl_tag(s->dl, tag, NULL);
	dl_text(s->dl, x, y, align, type, fit(s, type, width, text));
	dl_tag_end(s->dl);
}

void
score_cell(
    struct sheet *s, const struct dl_box *box, const struct cell *c, const char *mean, const char *n_text)
{
	struct dl_type type = TYPE_CELL, count = TYPE_TINY;
	double baseline = (box->top + box->bottom) / 2 + 3, middle = (box->left + box->right) / 2;

	dl_tag(s->dl, TAG_TD, NULL);
	plot_cell(s->dl, box->left, box->top, box->right - box->left, box->bottom - box->top, c->n, c->mean);
	if (c->n > 1) {
		type.background = count.background = plot_score_fill(c->mean);
		type.colour = count.colour = plot_score_text(c->mean);
	} else {
		type.face = FACE_REGULAR;
		type.colour = INK_SECOND;
	}
	if (c->n == 0) {
		dl_text(s->dl, middle, baseline, ALIGN_CENTRE, &TYPE_NOTE, "\xe2\x80\x93");
	} else if (n_text[0] == '\0') {
		type.size = SIZE_NOTE;
		dl_text(s->dl, middle, baseline, ALIGN_CENTRE, &type, mean);
	} else {
		dl_text(s->dl, box->left + CELL_PAD, baseline, ALIGN_LEFT, &type, mean);
		dl_text(s->dl, box->right - CELL_PAD, baseline, ALIGN_RIGHT, &count, n_text);
	}
	dl_tag_end(s->dl);
}

void
empty_field(struct sheet *s, double x, double y, double w, double h, const char *text)
{
	double width = fmin(w - 2 * FIELD_PAD, FIELD_WIDTH_MAX);
	struct lines lines = flow(s->dl, &TYPE_NOTE_ON_TINT, width, text);
	double high = (double)lines.count * PITCH_BODY, top = y + (h - high) / 2;

	dl_rect(
	    s->dl, x, y, w, fmax(h, high + FIELD_PAD), &(struct dl_ink){ .fill = TINT, .stroke = DL_NONE });
	dl_tag(s->dl, TAG_P, NULL);
	put_lines(
	    s, x + (w - width) / 2, fmax(top, y + FIELD_PAD / 2), PITCH_BODY, &TYPE_NOTE_ON_TINT, &lines);
	dl_tag_end(s->dl);
}
