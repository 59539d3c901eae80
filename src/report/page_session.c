#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/page_parts.h"
#include "report/page_session.h"
#include "viva/arena.h"
#include "viva/err.h"

/* Page 1 of the session report: how did it go, and what now? */

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
		dl_tag(s->dl, TAG_LINK, NULL);
		dl_text(s->dl, x, y + 0.76 * SIZE_BODY, ALIGN_LEFT, &TYPE_BODY_STRONG, label);
		dl_link(s->dl, x, y - 1, indent - CLAIM_LABEL_GAP / 2, s->space->pitch, place->page,
		    place->y);
		dl_tag_end(s->dl);
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

/* ---- notes ---- */

/* Whether the note before says where it stands and who wrote it. */
static bool
goes_on(const struct session_model *m, size_t note)
{
	return note > 0 && strcmp(m->notes[note].from, m->notes[note - 1].from) == 0;
}

static void
notes(struct sheet *s, const struct session_model *m)
{
	if (m->note_count == 0)
		return;
	s->y += s->space->section;
	section(s, "Notes on the session", "As they were written.", 4 * PITCH_BODY);
	for (size_t i = 0; i < m->note_count; i++) {
		struct lines text = flow(s->dl, &TYPE_BODY, s->right - s->left, m->notes[i].text);
		struct lines from = { 0 };

		if (!goes_on(m, i))
			from = flow(s->dl, &TYPE_BODY_STRONG, s->right - s->left, m->notes[i].from);
		sheet_need(s, (double)(from.count + (text.count > 2 ? 2 : text.count)) * PITCH_BODY);
		dl_tag(s->dl, TAG_P, NULL);
		s->y = put_lines(s, s->left, s->y, PITCH_BODY, &TYPE_BODY_STRONG, &from);
		for (size_t j = 0; j < text.count; j++) {
			struct lines one = line_of(&text, j);

			if (s->y + PITCH_BODY > s->bottom) {
				dl_tag_end(s->dl);
				sheet_need(s, PITCH_BODY);
				dl_tag(s->dl, TAG_P, NULL);
			}
			s->y = put_lines(s, s->left, s->y, PITCH_BODY, &TYPE_BODY, &one);
		}
		dl_tag_end(s->dl);
		s->y += i + 1 < m->note_count && goes_on(m, i + 1) ? PITCH_BODY / 4 : PITCH_BODY / 2;
	}
}

/* ---- the report ---- */

#define SURE "How sure is this?"

/* What follows from the table stays together: claims, steps and how sure they are. */
static void
conclusions(struct sheet *s, const struct session_model *m, const struct row_place *places, bool new_page)
{
	bool claims = m->rows_asked > 0;

	if (new_page)
		sheet_break(s);
	else
		sheet_need(s, (claims ? keep_and_change(s, m, places, false) : 0) + s->space->section +
		    section_height(s) + steps_height(s, m->steps) + tinted_box(s, SURE, m->certainty, false));
	if (claims)
		keep_and_change(s, m, places, true);
	next_steps(s, "Three things to do next", "Each with the minutes it takes.", m->steps);
	tinted_box(s, SURE, m->certainty, true);
}

/* One way to lay the pages out, and what comes of it. */
struct layout {
	const struct spacing *space;
	bool new_page;                  /* before the conclusions */
	int first_pages;                /* with table and conclusions */
	double first_end;               /* how far down the last of them goes, as a share of its body */
	int pages;                      /* in all; 0 while they are being counted */
	struct row_place *cards;        /* by row; where the last time over put them */
};

enum extent { FIRST_PAGES, ALL_PAGES };

static void
lay_out(struct sheet *s, const struct session_model *m, struct layout *l, enum extent extent)
{
	const struct page_head head = { m->kicker, m->name, { m->origin, m->held } };

	s->running_head = m->running_head;
	s->footer = m->footer;
	sheet_begin(s, &head);
	headline(s, m->headline);
	key_figures(s, m->figures);
	if (m->rows_asked > 0) {
		s->y += s->space->section;
		question_table(s, m, l->cards);
	}
	conclusions(s, m, l->cards, l->new_page);
	l->first_pages = s->page;
	l->first_end = s->y / s->bottom;
	s->space = &SPACINGS[0];
	if (m->rows_asked > 0 && extent == ALL_PAGES) {
		sheet_break(s);
		minutes_page(s, m->detail);
		notes(s, m);
		s->y += s->space->section;
		question_cards(s, m->detail, l->cards);
	} else {
		notes(s, m);
	}
	sheet_end(s);
}

static void
build(struct display_list *dl, const struct session_model *m, enum paper paper, struct layout *l,
    enum extent extent)
{
	struct sheet s;

	sheet_init(&s, dl, paper, l->space, l->pages);
	lay_out(&s, m, l, extent);
	l->pages = extent == ALL_PAGES ? dl->pages : 0;
}

/*
 * Closer and closer as long as it may save a page of table and conclusions.  A last page with next
 * to nothing on it gets all the conclusions.
 */
static void
choose_layout(struct display_list *dl, const struct session_model *m, enum paper paper, struct layout *best)
{
	const double next_to_nothing = 0.33;
	struct layout other;

	build(dl, m, paper, best, FIRST_PAGES);
	for (int i = 1; i < SPACING_COUNT && best->first_pages > 1; i++) {
		other = *best;
		other.space = &SPACINGS[i];
		build(dl, m, paper, &other, FIRST_PAGES);
		if (other.first_pages < best->first_pages)
			*best = other;
	}
	if (best->first_pages > 1 && best->first_end < next_to_nothing) {
		other = *best;
		other.new_page = true;
		build(dl, m, paper, &other, FIRST_PAGES);
		if (other.first_pages == best->first_pages)
			*best = other;
	}
}

static struct display_list *
build_best(const struct session_model *m, enum paper paper)
{
	struct layout l = { .space = &SPACINGS[0] };
	struct display_list *dl = page_list(m->document_title, m->headline);

	l.cards = calloc(m->row_count + 1, sizeof *l.cards);
	if (dl == NULL || l.cards == NULL) {
		free(l.cards);
		display_list_free(dl);
		return NULL;
	}
	for (size_t i = 0; i < m->row_count; i++)
		l.cards[i].page = 1;    /* until they have a place */
	/* Once to know how many pages there are and where the cards stand, once for good. */
	choose_layout(dl, m, paper, &l);
	build(dl, m, paper, &l, ALL_PAGES);
	build(dl, m, paper, &l, ALL_PAGES);
	free(l.cards);
	return page_list_done(dl);
}

/* Names replaced, for a report that goes to others. */
static struct record
without_names(const struct record *r)
{
	struct record out = *r;

	out.head.candidate = "A candidate";
	if (out.head.interviewer != NULL)
		out.head.interviewer = "an interviewer";
	return out;
}

int
report_session(struct display_list **out, const struct record *r, const struct session_stats *st,
    const struct report_options *o, struct err *err)
{
	struct session_model m;
	struct arena *arena = arena_new();
	struct record nameless = without_names(r);

	*out = NULL;
	if (arena != NULL && session_model(&m, arena, o->pseudonyms ? &nameless : r, st, o) == 0)
		*out = build_best(&m, o->paper);
	arena_free(arena);
	return *out != NULL ? 0 : err_memory(err);
}
