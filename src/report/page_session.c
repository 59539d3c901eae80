#include <math.h>
#include <stdio.h>
#include "report/page_session.h"
#include "viva/arena.h"
#include "viva/err.h"

/* Page 1 of the session report: how did it go, and what now? */

/* ---- key figures ---- */

#define FIGURE_VALUE_DOWN 19.5  /* baselines below the rule */
#define FIGURE_LABEL_DOWN 24.5  /* top of the label */

static double
key_figure(struct sheet *s, const struct key_figure *f, int index)
{
	static const struct dl_ink accent_rule = { DL_NONE, ACCENT, WIDTH_ACCENT_RULE, 0, 0 };
	static const struct dl_ink plain_rule = { DL_NONE, DOT, WIDTH_RULE, 0, 0 };
	int span = COLUMNS / KEY_FIGURES;
	double x = column_left(s, index * span), width = column_width(s, span), y = s->y;
	struct lines label = flow(s->dl, &TYPE_BODY_SECOND, width, f->label), note = { NULL, 0 };

	dl_line(s->dl, x, y, x + width, y, index == 0 ? &accent_rule : &plain_rule);
	dl_tag(s->dl, TAG_P, NULL);
	dl_text(s->dl, x, y + FIGURE_VALUE_DOWN, ALIGN_LEFT, index == 0 ? &TYPE_FIGURE_FIRST : &TYPE_FIGURE,
	    f->value);
	y = put_lines(s, x, y + FIGURE_LABEL_DOWN, PITCH_NOTE + 1, &TYPE_BODY_SECOND, &label);
	if (f->note != NULL)
		note = flow(s->dl, &TYPE_NOTE, width, f->note);
	y = put_lines(s, x, y + 0.5, PITCH_NOTE, &TYPE_NOTE, &note);
	dl_tag_end(s->dl);
	return y;
}

static void
key_figures(struct sheet *s, const struct session_model *m)
{
	double deepest = s->y;

	for (int i = 0; i < KEY_FIGURES; i++) {
		double y = key_figure(s, &m->figures[i], i);

		deepest = y > deepest ? y : deepest;
	}
	s->y = deepest;
}

/* ---- keep and change ---- */

#define CLAIMS_TITLE 19.0       /* from the top to the first claim */
#define CLAIMS_TITLE_DOWN 11.0  /* baseline of the title */
#define CLAIM_LABEL_GAP 8.0
#define CLAIM_LINES 3

struct claim_column { const char *title, *empty; const struct claim *v; size_t count; int first; };

static void
claim_label(char label[24], const struct claim *c)
{
	snprintf(label, 24, "Question %d", c->number);
}

/* How far the claims stand from the left end of their column: beside the widest label. */
static double
claims_indent(struct sheet *s, const struct claim_column *c)
{
	double widest = 0;
	char label[24];

	for (size_t i = 0; i < c->count; i++) {
		claim_label(label, &c->v[i]);
		widest = fmax(widest, dl_width(s->dl, &TYPE_BODY_STRONG, label));
	}
	return widest + CLAIM_LABEL_GAP;
}

static struct lines
claim_lines(struct sheet *s, double width, const struct claim *c)
{
	return flow_at_most(s->dl, &TYPE_BODY, width, CLAIM_LINES, c->text);
}

static double
claims_height(struct sheet *s, const struct claim_column *c, double width)
{
	double height = 0, indent = claims_indent(s, c);

	for (size_t i = 0; i < c->count; i++)
		height += s->space->claim +
		    s->space->pitch * (double)claim_lines(s, width - indent, &c->v[i]).count;
	if (c->count == 0)
		height = s->space->pitch * (double)flow(s->dl, &TYPE_BODY_SECOND, width, c->empty).count;
	return height;
}

static void
put_claims(struct sheet *s, const struct claim_column *c, double top, const struct row_place *places)
{
	double x = column_left(s, c->first), width = column_width(s, COLUMNS / 2), y = top;
	double indent = claims_indent(s, c);
	struct lines lines;

	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, x, y + CLAIMS_TITLE_DOWN, ALIGN_LEFT, &TYPE_SECTION, c->title);
	dl_tag_end(s->dl);
	y += CLAIMS_TITLE;
	if (c->count == 0) {
		lines = flow(s->dl, &TYPE_BODY_SECOND, width, c->empty);
		dl_tag(s->dl, TAG_P, NULL);
		put_lines(s, x, y, s->space->pitch, &TYPE_BODY_SECOND, &lines);
		dl_tag_end(s->dl);
		return;
	}
	dl_tag(s->dl, TAG_LIST, NULL);
	for (size_t i = 0; i < c->count; i++) {
		const struct row_place *place = &places[c->v[i].number - 1];
		char label[24];

		claim_label(label, &c->v[i]);
		lines = claim_lines(s, width - indent, &c->v[i]);
		dl_tag(s->dl, TAG_LI, NULL);
		dl_text(s->dl, x, y + 0.76 * SIZE_BODY, ALIGN_LEFT, &TYPE_BODY_STRONG, label);
		dl_link(s->dl, x, y - 1, indent - CLAIM_LABEL_GAP / 2, s->space->pitch, place->page,
		    place->y);
		y = put_lines(s, x + indent, y, s->space->pitch, &TYPE_BODY, &lines);
		y += s->space->claim;
		dl_tag_end(s->dl);
	}
	dl_tag_end(s->dl);
}

/* Draws, or where not `draw` measures alone; returns the height. */
static double
keep_and_change(struct sheet *s, const struct session_model *m, const struct row_place *places, bool draw)
{
	const struct claim_column keep = { "Keep", m->nothing_to_keep, m->keep, m->keep_count, 0 };
	const struct claim_column change = { "Change", m->nothing_to_change, m->change, m->change_count,
		COLUMNS / 2 };
	double width = column_width(s, COLUMNS / 2);
	double height = s->space->section + CLAIMS_TITLE +
	    fmax(claims_height(s, &keep, width), claims_height(s, &change, width));

	if (!draw)
		return height;
	sheet_need(s, height);
	put_claims(s, &keep, s->y + s->space->section, places);
	put_claims(s, &change, s->y + s->space->section, places);
	s->y += height;
	return height;
}

/* ---- next steps ---- */

#define STEP_TITLE 20.0         /* from the top to the body */
#define STEP_TITLE_DOWN 3.4     /* centres it on the badge */
#define STEP_BADGE 7.6
#define STEP_INDENT 21.0
#define COMMAND_PAD 4.0

static double
put_step(struct sheet *s, const struct step *st, int index, double top, bool draw)
{
	static const struct dl_type title_type = { FACE_BOLD, 9.5, INK, WHITE, 0 };
	static const struct dl_type number_type = { FACE_BOLD, SIZE_BODY, WHITE, ACCENT_DEEP, 0 };
	int span = COLUMNS / STEPS;
	double x = column_left(s, index * span), width = column_width(s, span), y;
	struct lines title = flow(s->dl, &title_type, width - STEP_INDENT, st->title);
	struct lines body = flow(s->dl, &TYPE_BODY_SECOND, width, st->body);
	struct lines action = flow(s->dl, &TYPE_BODY_STRONG, width, st->action);
	struct lines command = { NULL, 0 };
	char number[2] = { (char)('1' + index), '\0' };
	double title_end = top + STEP_TITLE_DOWN + (double)title.count * s->space->pitch;
	double body_end, action_end;

	if (st->command != NULL)
		command = flow(s->dl, &TYPE_COMMAND, width - 2 * COMMAND_PAD, st->command);
	y = fmax(title_end, top + STEP_TITLE);
	body_end = y + (double)body.count * s->space->pitch + 2;
	action_end = body_end + (double)action.count * s->space->pitch + 3;
	if (!draw)
		return action_end +
		    (command.count > 0 ? (double)command.count * PITCH_NOTE + 2 * COMMAND_PAD : 0);
	dl_tag(s->dl, TAG_LI, NULL);
	dl_circle(s->dl, x + STEP_BADGE, top + STEP_BADGE, STEP_BADGE,
	    &(struct dl_ink){ .fill = ACCENT_DEEP, .stroke = DL_NONE });
	dl_text(s->dl, x + STEP_BADGE, top + STEP_BADGE + 3.25, ALIGN_CENTRE, &number_type, number);
	put_lines(s, x + STEP_INDENT, top + STEP_TITLE_DOWN, s->space->pitch, &title_type, &title);
	put_lines(s, x, y, s->space->pitch, &TYPE_BODY_SECOND, &body);
	put_lines(s, x, body_end, s->space->pitch, &TYPE_BODY_STRONG, &action);
	if (command.count > 0) {
		dl_rect(s->dl, x, action_end, width, (double)command.count * PITCH_NOTE + 2 * COMMAND_PAD,
		    &(struct dl_ink){ .fill = TINT, .stroke = DL_NONE });
		put_lines(s, x + COMMAND_PAD, action_end + COMMAND_PAD + 1, PITCH_NOTE, &TYPE_COMMAND,
		    &command);
	}
	dl_tag_end(s->dl);
	return action_end;
}

static double
steps_height(struct sheet *s, const struct session_model *m)
{
	double height = 0;

	for (int i = 0; i < STEPS; i++)
		height = fmax(height, put_step(s, &m->steps[i], i, 0, false));
	return height;
}

static void
next_steps(struct sheet *s, const struct session_model *m)
{
	double height = steps_height(s, m);

	s->y += s->space->section;
	section(s, "Three things to do next", "Each with the minutes it takes.", height);
	dl_tag(s->dl, TAG_LIST, NULL);
	for (int i = 0; i < STEPS; i++)
		put_step(s, &m->steps[i], i, s->y, true);
	dl_tag_end(s->dl);
	s->y += height;
}

/* ---- how sure, notes ---- */

#define BOX_SLACK 3.0           /* of the last line's pitch, that the box looks even */

/* Draws, or where not `draw` measures alone; returns the height. */
static double
certainty_box(struct sheet *s, const struct session_model *m, bool draw)
{
	static const struct dl_type title_type = { FACE_SEMIBOLD, SIZE_NOTE + 0.5, INK, TINT, 0 };
	static const struct dl_type type = { FACE_REGULAR, SIZE_NOTE + 0.5, INK_SECOND, TINT, 0 };
	const double pitch = PITCH_NOTE + 0.5;
	double pad = s->space->box, width = s->right - s->left, height;
	struct lines lines = flow(s->dl, &type, width - 2 * pad, m->certainty);

	height = 2 * pad + ((double)lines.count + 1) * pitch - BOX_SLACK;
	if (!draw)
		return s->space->section + height;
	sheet_need(s, s->space->section + height);
	s->y += s->space->section;
	dl_rect(s->dl, s->left, s->y, width, height, &(struct dl_ink){ .fill = TINT, .stroke = DL_NONE });
	dl_tag(s->dl, TAG_H2, NULL);
	dl_text(s->dl, s->left + pad, s->y + pad + 6.5, ALIGN_LEFT, &title_type, "How sure is this?");
	dl_tag_end(s->dl);
	dl_tag(s->dl, TAG_P, NULL);
	put_lines(s, s->left + pad, s->y + pad + pitch, pitch, &type, &lines);
	dl_tag_end(s->dl);
	s->y += height;
	return s->space->section + height;
}

static void
notes(struct sheet *s, const struct session_model *m)
{
	if (m->note_count == 0)
		return;
	s->y += s->space->section;
	section(s, "Notes", "As they were written.", 4 * PITCH_BODY);
	for (size_t i = 0; i < m->note_count; i++) {
		struct lines from = flow(s->dl, &TYPE_BODY_STRONG, s->right - s->left, m->notes[i].from);
		struct lines text = flow(s->dl, &TYPE_BODY, s->right - s->left, m->notes[i].text);

		sheet_need(s, (double)(from.count + (text.count > 2 ? 2 : text.count)) * PITCH_BODY);
		dl_tag(s->dl, TAG_P, NULL);
		s->y = put_lines(s, s->left, s->y, PITCH_BODY, &TYPE_BODY_STRONG, &from);
		for (size_t j = 0; j < text.count; j++) {
			struct lines one = { &text.v[j], 1 };

			if (s->y + PITCH_BODY > s->bottom) {
				dl_tag_end(s->dl);
				sheet_need(s, PITCH_BODY);
				dl_tag(s->dl, TAG_P, NULL);
			}
			s->y = put_lines(s, s->left, s->y, PITCH_BODY, &TYPE_BODY, &one);
		}
		dl_tag_end(s->dl);
		s->y += PITCH_BODY / 2;
	}
}

/* ---- the report ---- */

/* The headline's lines; narrower if that saves a last line of a word or two. */
static struct lines
headline_lines(struct sheet *s, const char *text)
{
	const double short_line = 0.25, step = 0.012;   /* shares of the width */
	const int steps = 16;
	double full = s->right - s->left;
	struct lines lines = flow(s->dl, &TYPE_HEADLINE, full, text);

	for (int i = 1; i <= steps && lines.count > 1; i++) {
		struct lines closer = flow(s->dl, &TYPE_HEADLINE, full * (1 - i * step), text);

		if (dl_width(s->dl, &TYPE_HEADLINE, lines.v[lines.count - 1]) >= short_line * full ||
		    closer.count > lines.count)
			break;
		lines = closer;
	}
	return lines;
}

/* What follows from the table stays together: claims, steps and how sure they are. */
static void
conclusions(struct sheet *s, const struct session_model *m, const struct row_place *places, bool new_page)
{
	bool claims = m->rows_asked > 0;

	if (new_page)
		sheet_break(s);
	else
		sheet_need(s, (claims ? keep_and_change(s, m, places, false) : 0) + s->space->section +
		    section_height(s) + steps_height(s, m) + certainty_box(s, m, false));
	if (claims)
		keep_and_change(s, m, places, true);
	next_steps(s, m);
	certainty_box(s, m, true);
}

static void
lay_out(struct sheet *s, const struct session_model *m, struct row_place *places, bool new_page)
{
	const struct page_head head = { m->kicker, m->name, { m->origin, m->held } };
	struct lines headline;

	s->running_head = m->running_head;
	s->footer = m->footer;
	sheet_begin(s, &head);
	headline = headline_lines(s, m->headline);
	dl_tag(s->dl, TAG_P, NULL);
	s->y = put_lines(s, s->left, s->y + s->space->headline, PITCH_HEADLINE, &TYPE_HEADLINE, &headline);
	dl_tag_end(s->dl);
	s->y += s->space->headline;
	key_figures(s, m);
	if (m->rows_asked > 0) {
		s->y += s->space->section;
		question_table(s, m, places);
	}
	conclusions(s, m, places, new_page);
	notes(s, m);
	sheet_end(s);
}

/* One way to lay the pages out, and what comes of it. */
struct layout {
	const struct spacing *space;
	bool new_page;                  /* before the conclusions */
	int pages;
	double end;                     /* how far down the last page goes, as a share of its body */
};

/* One list with all pages; `l->pages` is 0 while they are being counted. */
static struct display_list *
build(const struct session_model *m, enum paper paper, struct layout *l)
{
	struct display_list *dl = display_list_new();
	struct row_place *places;
	struct sheet s;

	if (dl == NULL)
		return NULL;
	places = arena_alloc(dl->arena, m->row_count, sizeof *places);
	if (places == NULL) {
		display_list_free(dl);
		return NULL;
	}
	dl->title = dl_clean(dl, FACE_REGULAR, m->document_title);
	dl->subject = dl_clean(dl, FACE_REGULAR, m->headline);
	dl->author = "viva";
	dl->lang = "en";
	sheet_init(&s, dl, paper, l->space, l->pages);
	lay_out(&s, m, places, l->new_page);
	if (dl->failed) {
		display_list_free(dl);
		return NULL;
	}
	l->pages = dl->pages;
	l->end = s.y / s.bottom;
	return dl;
}

static int
count_pages(const struct session_model *m, enum paper paper, struct layout *l)
{
	struct display_list *dl = build(m, paper, l);

	display_list_free(dl);
	return dl != NULL ? 0 : -1;
}

/*
 * Lays out to count the pages, closer and closer as long as it may save one, and then for good.
 * A last page with next to nothing on it gets the conclusions as well.
 */
static struct display_list *
build_best(const struct session_model *m, enum paper paper)
{
	const double next_to_nothing = 0.33;
	struct layout best = { .space = &SPACINGS[0] }, other;

	if (count_pages(m, paper, &best) != 0)
		return NULL;
	for (int i = 1; i < SPACING_COUNT && best.pages > 1; i++) {
		other = (struct layout){ .space = &SPACINGS[i] };
		if (count_pages(m, paper, &other) != 0)
			return NULL;
		if (other.pages < best.pages)
			best = other;
	}
	if (best.pages > 1 && best.end < next_to_nothing) {
		other = (struct layout){ .space = best.space, .new_page = true };
		if (count_pages(m, paper, &other) != 0)
			return NULL;
		if (other.pages == best.pages)
			best = other;
	}
	return build(m, paper, &best);
}

int
report_session(struct display_list **out, const struct record *r, const struct session_stats *st,
    const struct report_options *o, struct err *err)
{
	struct session_model m;
	struct arena *arena = arena_new();

	*out = NULL;
	if (arena != NULL && session_model(&m, arena, r, st, o) == 0)
		*out = build_best(&m, o->paper);
	arena_free(arena);
	return *out != NULL ? 0 : err_memory(err);
}
