#include <stdio.h>
#include "report/page.h"

const struct dl_type
    TYPE_KICKER = { FACE_BOLD, SIZE_NOTE, ACCENT, WHITE, 0.7 },
    TYPE_NAME = { FACE_BOLD, SIZE_NAME, INK, WHITE, 0 },
    TYPE_HEADLINE = { FACE_REGULAR, SIZE_HEADLINE, INK, WHITE, 0 },
    TYPE_FIGURE = { FACE_BOLD, SIZE_KEY_FIGURE, INK, WHITE, 0 },
    TYPE_FIGURE_FIRST = { FACE_BOLD, SIZE_KEY_FIGURE, ACCENT, WHITE, 0 },
    TYPE_SECTION = { FACE_BOLD, SIZE_SECTION, INK, WHITE, 0 },
    TYPE_BODY = { FACE_REGULAR, SIZE_BODY, INK, WHITE, 0 },
    TYPE_BODY_SECOND = { FACE_REGULAR, SIZE_BODY, INK_SECOND, WHITE, 0 },
    TYPE_BODY_STRONG = { FACE_SEMIBOLD, SIZE_BODY, INK, WHITE, 0 },
    TYPE_NOTE = { FACE_REGULAR, SIZE_NOTE, INK_SECOND, WHITE, 0 },
    TYPE_NOTE_STRONG = { FACE_SEMIBOLD, SIZE_NOTE, INK, WHITE, 0 },
    TYPE_COMMAND = { FACE_MONO, 7.2, INK, TINT, 0 };

const struct spacing SPACINGS[SPACING_COUNT] = {
	/* headline, section, title, body, row, pitch, claim, box */
	{ 13, 14, 16, 9, 4.6, 12.5, 3, 9 },
	{ 13, 11.5, 16, 9, 3.6, 12.2, 2.5, 8 },
	{ 12, 9.5, 15.5, 8.5, 2.8, 11.8, 2.2, 7.2 },
	{ 11, 8, 15, 8, 2.3, 11.4, 2, 7 },
	{ 10, 7, 14.5, 7.5, 1.6, 11, 1.6, 6 },
};

#define HEAD_KICKER_Y 50.0
#define HEAD_NAME_Y 74.0
#define HEAD_RULE_AFTER 12.0    /* of the last line's baseline */
#define HEAD_LINES_SHARE 0.5    /* of the width that the lines at the right may take */
#define HEAD_GAP 18.0
#define RUNNING_HEAD_Y (SHEET_TOP - 14)
#define ASCENT 0.76             /* of the type size: from the top of a line to its baseline */

static void
artifact_rule(struct sheet *s, double y, double width, uint32_t colour)
{
	dl_line(s->dl, s->left, y, s->right, y,
	    &(struct dl_ink){ .fill = DL_NONE, .stroke = colour, .line_width = width });
}

struct display_list *
page_list(const char *title, const char *subject)
{
	struct display_list *dl = display_list_new();

	if (dl == NULL)
		return NULL;
	dl->title = dl_clean(dl, FACE_REGULAR, title);
	dl->subject = dl_clean(dl, FACE_REGULAR, subject);
	dl->author = "viva";
	dl->lang = "en";
	return dl;
}

struct display_list *
page_list_done(struct display_list *dl)
{
	if (!dl->failed)
		return dl;
	display_list_free(dl);
	return NULL;
}

void
sheet_init(struct sheet *s, struct display_list *dl, enum paper paper, const struct spacing *space,
    int page_count)
{
	*s = (struct sheet){
		.dl = dl, .page_count = page_count, .space = space,
		.width = paper == PAPER_LETTER ? LETTER_WIDTH : A4_WIDTH,
		.height = paper == PAPER_LETTER ? LETTER_HEIGHT : A4_HEIGHT,
	};
	s->left = MARGIN_SIDE;
	s->right = s->width - MARGIN_SIDE;
	s->bottom = s->height - BODY_END_UP;
	display_list_clear(dl);
	dl->margin_left = dl->margin_right = MARGIN_SIDE;
	dl->margin_top = MARGIN_TOP;
	dl->margin_bottom = MARGIN_BOTTOM;
}

double
column_left(const struct sheet *s, int first)
{
	double column = (s->right - s->left - (COLUMNS - 1) * GUTTER) / COLUMNS;

	return s->left + first * (column + GUTTER);
}

double
column_width(const struct sheet *s, int span)
{
	double column = (s->right - s->left - (COLUMNS - 1) * GUTTER) / COLUMNS;

	return span * column + (span - 1) * GUTTER;
}

double
put_lines(struct sheet *s, double x, double y, double pitch, const struct dl_type *type,
    const struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		dl_line_of_text(s->dl, lines->rtl ? x + lines->width : x,
		    y + (double)i * pitch + ASCENT * type->size, lines->rtl ? ALIGN_RIGHT : ALIGN_LEFT, type,
		    lines->v[i], lines->levels != NULL ? lines->levels[i] : NULL, lines->rtl);
	return y + (double)lines->count * pitch;
}

/* ---- head and foot ---- */

static void
footer(struct sheet *s)
{
	struct dl_type type = TYPE_NOTE;
	char number[48] = "Page";       /* while pages are counted the text does not matter */

	dl_tag(s->dl, TAG_ARTIFACT, NULL);
	artifact_rule(s, s->height - FOOTER_RULE_UP, WIDTH_HAIRLINE, RULE);
	dl_text(s->dl, s->left, s->height - FOOTER_TEXT_UP, ALIGN_LEFT, &type, s->footer);
	if (s->page_count > 0)
		snprintf(number, sizeof number, "Page %d of %d", s->page, s->page_count);
	dl_text(s->dl, s->right, s->height - FOOTER_TEXT_UP, ALIGN_RIGHT, &type, number);
	dl_tag_end(s->dl);
}

static void
new_page(struct sheet *s)
{
	dl_page(s->dl, s->width, s->height);
	s->page++;
}

/* The lines at the right of the head, the last of them at `last_y`; returns the width they take. */
static double
head_lines(struct sheet *s, const struct page_head *head, double *height)
{
	double room = (s->right - s->left) * HEAD_LINES_SHARE, widest = 0;

	*height = 0;
	for (int i = 0; i < 2; i++) {
		struct lines lines = flow(s->dl, &TYPE_BODY_SECOND, room, head->lines[i]);

		for (size_t j = 0; j < lines.count; j++) {
			double width = dl_width(s->dl, &TYPE_BODY_SECOND, lines.v[j]);

			widest = width > widest ? width : widest;
			*height += PITCH_BODY;
		}
	}
	return widest;
}

static void
put_head_lines(struct sheet *s, const struct page_head *head, double y)
{
	double room = (s->right - s->left) * HEAD_LINES_SHARE;

	dl_tag(s->dl, TAG_P, NULL);
	for (int i = 0; i < 2; i++) {
		struct lines lines = flow(s->dl, &TYPE_BODY_SECOND, room, head->lines[i]);

		for (size_t j = 0; j < lines.count; j++) {
			dl_text(s->dl, s->right, y, ALIGN_RIGHT, &TYPE_BODY_SECOND, lines.v[j]);
			y += PITCH_BODY;
		}
	}
	dl_tag_end(s->dl);
}

void
sheet_begin(struct sheet *s, const struct page_head *head)
{
	struct dl_type name = TYPE_NAME;
	double aside, aside_height, room, pitch = 0, last = HEAD_NAME_Y;
	struct lines lines;

	new_page(s);
	dl_bookmark(s->dl, 0, head->kicker);
	aside = head_lines(s, head, &aside_height);
	room = s->right - s->left - aside - HEAD_GAP;
	if (dl_width(s->dl, &name, head->name) > room) {
		/* A long name: smaller, on as many lines as it needs. */
		name.size = SIZE_NAME_SMALL;
		pitch = PITCH_NAME_SMALL;
	}
	lines = flow(s->dl, &name, room, head->name);
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, s->left, HEAD_KICKER_Y, ALIGN_LEFT, &TYPE_KICKER, head->kicker);
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_H1, NULL);
	for (size_t i = 0; i < lines.count; i++) {
		last = HEAD_NAME_Y + (double)i * pitch;
		dl_text(s->dl, s->left, last, ALIGN_LEFT, &name, lines.v[i]);
	}
	dl_tag_end(s->dl);
	/* The last line at the right stands on the last line of the name. */
	if (last < HEAD_KICKER_Y + aside_height - PITCH_BODY)
		last = HEAD_KICKER_Y + aside_height - PITCH_BODY;
	put_head_lines(s, head, last - aside_height + PITCH_BODY);
	artifact_rule(s, last + HEAD_RULE_AFTER, WIDTH_HEADER_RULE, INK);
	s->y = last + HEAD_RULE_AFTER;
}

void
sheet_end(struct sheet *s)
{
	footer(s);
}

void
sheet_break(struct sheet *s)
{
	struct lines one;

	footer(s);
	new_page(s);
	one = flow_at_most(s->dl, &TYPE_NOTE, s->right - s->left, 1, s->running_head);
	dl_tag(s->dl, TAG_ARTIFACT, NULL);
	if (one.count > 0)
		dl_text(s->dl, s->left, RUNNING_HEAD_Y, ALIGN_LEFT, &TYPE_NOTE, one.v[0]);
	artifact_rule(s, RUNNING_HEAD_Y + 7, WIDTH_HAIRLINE, RULE);
	dl_tag_end(s->dl);
	s->y = SHEET_TOP;
}

bool
sheet_need(struct sheet *s, double height)
{
	if (s->y + height <= s->bottom)
		return false;
	sheet_break(s);
	return true;
}

/* ---- sections ---- */

#define SECTION_NOTE_GAP 8.0

double
section_height(const struct sheet *s)
{
	return s->space->title + s->space->body;
}

void
section(struct sheet *s, const char *title, const char *note, double height)
{
	struct lines lines = { 0 };
	double x = s->left + dl_width(s->dl, &TYPE_SECTION, title) + SECTION_NOTE_GAP;
	bool beside = note != NULL && x + dl_width(s->dl, &TYPE_NOTE, note) <= s->right;

	if (note != NULL && !beside)
		lines = flow(s->dl, &TYPE_NOTE, s->right - s->left, note);
	height += section_height(s) + (double)lines.count * PITCH_NOTE;
	if (!sheet_need(s, height) && s->y > SHEET_TOP)      /* a new page has a rule already */
		artifact_rule(s, s->y, WIDTH_RULE, RULE);
	s->y += s->space->title;
	dl_bookmark(s->dl, s->y - s->space->title, title);
	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, s->left, s->y, ALIGN_LEFT, &TYPE_SECTION, title);
	dl_tag_end(s->dl);
	if (note != NULL) {
		dl_tag(s->dl, TAG_P, NULL);
		if (beside)
			dl_text(s->dl, x, s->y, ALIGN_LEFT, &TYPE_NOTE, note);
		else
			s->y = put_lines(s, s->left, s->y + 5, PITCH_NOTE, &TYPE_NOTE, &lines) - 3;
		dl_tag_end(s->dl);
	}
	s->y += s->space->body;
}
