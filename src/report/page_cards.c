#include <math.h>
#include <stdio.h>
#include "report/chart.h"
#include "report/page_session.h"

/* Cards, one for each question that was asked. */

#define CARD_GAP 15.0           /* between cards, the rule of the second in its middle */
#define CARD_BADGE 7.6
#define CARD_INDENT 22.0        /* of all that stands beside the badge */
#define CARD_TITLE_DOWN 11.0    /* baseline of the title */
#define CARD_META_DOWN 16.0     /* top of the line below it */
#define TITLE_PITCH 13.0
#define CARD_PITCH 11.6
#define CARD_PART 4.5           /* before each part */
#define STEM_LINES 4
#define STRONG_LINES 4
#define TITLE_LINES 3
#define META_LINES 2
#define POINT_LINES 6           /* longer ones end in an ellipsis; the command shows them whole */
#define POINT_INDENT 12.0
#define POINT_WORD 46.0         /* "missed", and an own mark beside it */
#define GRADE_SHARE 0.4         /* of the width, at most: the grade beside the title */
#define MARKED_BY_SHARE 0.5     /* likewise, who marked: above the marks */
#define NOTE_GAP 14.0
#define LABEL_GAP 6.0

static const struct dl_type TYPE_CARD_TITLE = { FACE_BOLD, SIZE_SECTION, INK, WHITE, 0 };
static const struct dl_type TYPE_CARD = { FACE_REGULAR, 8.5, INK, WHITE, 0 };
static const struct dl_type TYPE_CARD_SECOND = { FACE_REGULAR, 8.5, INK_SECOND, WHITE, 0 };
static const struct dl_type TYPE_CARD_STRONG = { FACE_SEMIBOLD, 8.5, INK, WHITE, 0 };

/* A card being laid out: measured first, then drawn by the same steps. */
struct pen {
	struct sheet *s;
	const struct card *c;
	double x, width;                /* of what stands beside the badge */
	bool draw;
};

static const char *
tick_word(int tick)
{
	return tick == TICK_YES ? "said" : tick == TICK_PARTLY ? "in part" : tick == TICK_NO ? "missed" : "";
}

/* Goes to the next page where less than `height` is left; a card that fits a page never gets here. */
static void
room_for(struct pen *p, double height)
{
	if (p->draw)
		sheet_need(p->s, height);
}

/* A paragraph at the pen's indent; breaks over pages line by line. */
static void
paragraph(struct pen *p, enum dl_tag tag, double x, const struct dl_type *type, const struct lines *lines)
{
	if (lines->count == 0)
		return;
	if (!p->draw) {
		p->s->y += (double)lines->count * CARD_PITCH;
		return;
	}
	room_for(p, CARD_PITCH);
	dl_tag(p->s->dl, tag, NULL);
	for (size_t i = 0; i < lines->count; i++) {
		struct lines one = line_of(lines, i);

		if (p->s->y + CARD_PITCH > p->s->bottom) {
			dl_tag_end(p->s->dl);
			room_for(p, CARD_PITCH);
			dl_tag(p->s->dl, tag, NULL);
		}
		p->s->y = put_lines(p->s, x, p->s->y, CARD_PITCH, type, &one);
	}
	dl_tag_end(p->s->dl);
}

/* A label with its text, on one line where both fit. */
static void
labelled(struct pen *p, const char *label, const struct dl_type *type, const char *text, size_t most)
{
	struct sheet *s = p->s;
	struct lines head = flow(s->dl, &TYPE_CARD_STRONG, p->width, label);
	double beside = dl_width(s->dl, &TYPE_CARD_STRONG, label) + LABEL_GAP;
	struct lines lines = flow_at_most(s->dl, type, fmax(p->width - beside, 1), most, text);

	s->y += CARD_PART;
	if (head.count == 1 && lines.count == 1 && !lines.rtl) {
		room_for(p, CARD_PITCH);
		if (p->draw) {
			dl_tag(s->dl, TAG_P, NULL);
			put_lines(s, p->x, s->y, CARD_PITCH, &TYPE_CARD_STRONG, &head);
			put_lines(s, p->x + beside, s->y, CARD_PITCH, type, &lines);
			dl_tag_end(s->dl);
		}
		s->y += CARD_PITCH;
		return;
	}
	lines = flow_at_most(s->dl, type, p->width, most, text);
	room_for(p, 2 * CARD_PITCH);
	paragraph(p, TAG_P, p->x, &TYPE_CARD_STRONG, &head);
	paragraph(p, TAG_P, p->x, type, &lines);
}

/* ---- its head ---- */

static void
badge(struct pen *p)
{
	static const struct dl_type type = { FACE_BOLD, SIZE_BODY, WHITE, ACCENT_DEEP, 0 };
	struct sheet *s = p->s;
	char number[12];

	snprintf(number, sizeof number, "%d", p->c->row->number);
	dl_circle(s->dl, s->left + CARD_BADGE, s->y + CARD_BADGE, CARD_BADGE,
	    &(struct dl_ink){ .fill = ACCENT_DEEP, .stroke = DL_NONE });
	dl_text(s->dl, s->left + CARD_BADGE, s->y + CARD_BADGE + 3.25, ALIGN_CENTRE, &type, number);
}

/* How to read the item again; at the right of the line above where there is room. */
static void
command_line(struct pen *p, double line_end)
{
	static const struct dl_type type = { FACE_MONO, 7.2, INK_SECOND, WHITE, 0 };
	struct sheet *s = p->s;
	const char *label = "read again:";
	double label_width = dl_width(s->dl, &TYPE_NOTE, label) + LABEL_GAP;
	double width = label_width + dl_width(s->dl, &type, p->c->command);
	bool beside = line_end + NOTE_GAP + width <= s->right;
	double x = beside ? s->right - width : p->x, top = beside ? s->y - PITCH_NOTE : s->y;
	struct lines command = flow(s->dl, &type, s->right - x - label_width + 0.1, p->c->command);

	if (p->draw) {
		dl_tag(s->dl, TAG_P, NULL);
		dl_text(s->dl, x, top + 0.76 * SIZE_NOTE, ALIGN_LEFT, &TYPE_NOTE, label);
		put_lines(s, x + label_width, top + 0.76 * (SIZE_NOTE - type.size), PITCH_NOTE, &type,
		    &command);
		dl_tag_end(s->dl);
	}
	s->y = top + fmax(1, (double)command.count) * PITCH_NOTE;
}

/* Title with the grade at the right, then what it is and how it went. */
static void
card_head(struct pen *p)
{
	struct sheet *s = p->s;
	const struct card *c = p->c;
	double top = s->y, last = 0;
	struct lines grade = flow_at_most(s->dl, &TYPE_CARD_TITLE, GRADE_SHARE * p->width, 1, c->grade);
	double beside = dl_width(s->dl, &TYPE_CARD_TITLE, grade.count > 0 ? grade.v[0] : "") + NOTE_GAP;
	struct lines title =
	    flow_at_most(s->dl, &TYPE_CARD_TITLE, p->width - beside, TITLE_LINES, c->row->title);
	struct lines meta = flow_at_most(s->dl, &TYPE_NOTE, p->width, META_LINES, c->meta);
	struct lines figures = flow_at_most(s->dl, &TYPE_NOTE, p->width, META_LINES, c->figures);
	double y = top + CARD_META_DOWN + fmax(0, (double)title.count - 1) * TITLE_PITCH;

	if (p->draw) {
		dl_tag(s->dl, TAG_H3, NULL);
		badge(p);
		put_lines(s, p->x, top + CARD_TITLE_DOWN - 0.76 * SIZE_SECTION, TITLE_PITCH, &TYPE_CARD_TITLE,
		    &title);
		dl_tag_end(s->dl);
		dl_tag(s->dl, TAG_P, NULL);
		if (grade.count > 0)
			dl_text(s->dl, s->right, top + CARD_TITLE_DOWN, ALIGN_RIGHT, &TYPE_CARD_TITLE,
			    grade.v[0]);
		put_lines(s, p->x, y, PITCH_NOTE, &TYPE_NOTE, &meta);
		put_lines(s, p->x, y + (double)meta.count * PITCH_NOTE, PITCH_NOTE, &TYPE_NOTE, &figures);
		dl_tag_end(s->dl);
	}
	s->y = y + (double)(meta.count + figures.count) * PITCH_NOTE;
	if (figures.count > 0)
		last = p->x + dl_width(s->dl, &TYPE_NOTE, figures.v[figures.count - 1]);
	command_line(p, figures.rtl || figures.count == 0 ? s->right : last);
}

/* ---- key points ---- */

static const struct dl_type *
point_type(const struct card_point *point)
{
	return point->essential ? &TYPE_CARD_STRONG : &TYPE_CARD;
}

static struct lines
point_lines(const struct pen *p, const struct card_point *point, double words)
{
	return flow_at_most(p->s->dl, point_type(point), p->width - POINT_INDENT - words, POINT_LINES,
	    point->text);
}

static void
point_mark(struct sheet *s, double right, int tick)
{
	dl_tag(s->dl, TAG_TD, NULL);
	dl_text(s->dl, right, s->y + 0.76 * TYPE_CARD.size, ALIGN_RIGHT,
	    tick == TICK_NO ? &TYPE_CARD_STRONG : &TYPE_CARD_SECOND, tick_word(tick));
	dl_tag_end(s->dl);
}

static void
point_row(struct pen *p, const struct card_point *point, const struct lines *text, double words)
{
	static const bool plain[] = { false };          /* bold type says what is essential */
	struct sheet *s = p->s;

	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TH_ROW, NULL);
	if (point->tick >= 0) {
		const uint8_t tick = (uint8_t)point->tick;

		dl_tag(s->dl, TAG_ARTIFACT, NULL);      /* the word beside it says the same */
		chart_points(s->dl, p->x, s->y + 0.3, POINT_INDENT,
		    &(struct chart_points){ &tick, plain, 1 });
		dl_tag_end(s->dl);
	}
	put_lines(s, p->x + POINT_INDENT, s->y, CARD_PITCH, point_type(point), text);
	dl_tag_end(s->dl);
	point_mark(s, s->right - words + POINT_WORD, point->tick);
	if (words > POINT_WORD)
		point_mark(s, s->right, point->own);
	dl_tag_end(s->dl);
}

static void
head_mark(struct pen *p, enum align align, double x, const char *text)
{
	struct display_list *dl = p->s->dl;
	struct lines one = flow_at_most(dl, &TYPE_NOTE, p->width * MARKED_BY_SHARE, 1, text);

	dl_tag(dl, TAG_TH, NULL);
	dl_text(dl, x, p->s->y + 0.76 * TYPE_CARD.size, align, &TYPE_NOTE, one.count > 0 ? one.v[0] : "");
	dl_tag_end(dl);
}

static void
points_head(struct pen *p, double words)
{
	struct sheet *s = p->s;

	if (p->draw) {
		dl_tag(s->dl, TAG_TABLE, NULL);
		dl_tag(s->dl, TAG_TR, NULL);
		head_mark(p, ALIGN_LEFT, p->x, "Key points, essential ones in bold");
		head_mark(p, ALIGN_RIGHT, s->right - words + POINT_WORD, p->c->marked_by);
		if (words > POINT_WORD)
			head_mark(p, ALIGN_RIGHT, s->right, "own");
		dl_tag_end(s->dl);
	}
	s->y += CARD_PITCH;
}

static void
points(struct pen *p)
{
	const struct card *c = p->c;
	double words = c->row->own != NULL ? 2 * POINT_WORD : POINT_WORD;

	p->s->y += CARD_PART;
	if (c->point_count == 0) {
		struct lines lines = flow(p->s->dl, &TYPE_CARD_SECOND, p->width, c->withheld);

		paragraph(p, TAG_P, p->x, &TYPE_CARD_SECOND, &lines);
		return;
	}
	room_for(p, 2 * CARD_PITCH);
	points_head(p, words);
	for (size_t i = 0; i < c->point_count; i++) {
		struct lines text = point_lines(p, &c->points[i], words);
		double height = fmax(1, (double)text.count) * CARD_PITCH;

		if (p->draw && p->s->y + height > p->s->bottom) {
			dl_tag_end(p->s->dl);
			sheet_break(p->s);
			points_head(p, words);
		}
		if (p->draw)
			point_row(p, &c->points[i], &text, words);
		p->s->y += height;
	}
	if (p->draw)
		dl_tag_end(p->s->dl);
}

/* ---- the rest ---- */

static void
card_body(struct pen *p)
{
	const struct card *c = p->c;
	struct lines stem = flow_at_most(p->s->dl, &TYPE_CARD_SECOND, p->width, STEM_LINES, c->stem);

	card_head(p);
	p->s->y += CARD_PART - 1;
	paragraph(p, TAG_P, p->x, &TYPE_CARD_SECOND, &stem);
	points(p);
	for (size_t i = 0; i < c->mistake_count; i++)
		labelled(p, "A known mistake came up", &TYPE_CARD, c->mistakes[i], POINT_LINES);
	for (size_t i = 0; i < c->note_count; i++)
		labelled(p, c->notes[i].from, &TYPE_CARD, c->notes[i].text, SIZE_MAX);
	if (c->strong[0] != '\0')
		labelled(p, "A strong answer", &TYPE_CARD_SECOND, c->strong, STRONG_LINES);
}

static double
card_height(struct sheet *s, const struct card *c)
{
	struct sheet measure = *s;
	struct pen p = { &measure, c, s->left + CARD_INDENT, s->right - s->left - CARD_INDENT, false };

	measure.y = 0;
	card_body(&p);
	return measure.y;
}

/* What a page has below its running head. */
static double
page_room(const struct sheet *s)
{
	return s->bottom - SHEET_TOP;
}

void
question_cards(struct sheet *s, const struct session_detail *d, struct row_place *places)
{
	const double half = 0.5;        /* of a page: a longer card may be split */

	for (size_t i = 0; i < d->card_count; i++) {
		const struct card *c = &d->cards[i];
		struct pen p = { s, c, s->left + CARD_INDENT, s->right - s->left - CARD_INDENT, true };
		double height = card_height(s, c);
		double keep = height > half * page_room(s) ? fmin(height, half * page_room(s)) : height;
		char mark[24];

		if (i == 0)
			section(s, "The questions one by one",
			    "What was asked, what was said, what was missed.", keep);
		else if (!sheet_need(s, CARD_GAP + keep)) {
			s->y += CARD_GAP / 2;
			dl_line(s->dl, s->left, s->y, s->right, s->y,
			    &(struct dl_ink){ .fill = DL_NONE, .stroke = RULE, .line_width = WIDTH_RULE });
			s->y += CARD_GAP / 2;
		}
		snprintf(mark, sizeof mark, "Question %d", c->row->number);
		dl_bookmark_under(s->dl, 1, s->y, mark);
		places[c->row->number - 1] = (struct row_place){ s->page, s->y };
		card_body(&p);
	}
}
