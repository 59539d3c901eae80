#include <math.h>
#include "report/page_cohort.h"
#include "report/page_parts.h"
#include "viva/arena.h"
#include "viva/err.h"

/* The cohort report, and its first page: who needs a talk, and why? */

void
table_line(struct sheet *s, double height, void (*head)(struct sheet *, const void *), const void *with)
{
	if (s->y + height <= s->bottom)
		return;
	dl_tag_end(s->dl);
	sheet_break(s);
	dl_tag(s->dl, TAG_TABLE, NULL);
	head(s, with);
}

/* ---- who needs a talk ---- */

#define LEVEL_WIDTH 92.0
#define TEXT_LEVEL 22.0
#define TEXT_RANGE 40.0
#define ROW_ONE 17.6
#define ROW_PITCH 10.0
#define TABLE_HEAD 25.0

struct need_table { double level, text, change, last, reasons; const struct cohort_model *m; };

static struct scale
levels_of(const struct need_table *t)
{
	return (struct scale){ 0, GRADE_MAX, t->level + 4, LEVEL_WIDTH - 12 };
}

static void
need_head(struct sheet *s, const void *with)
{
	const struct need_table *t = with;
	struct scale levels = levels_of(t);
	static const char *const titles[] = { "Candidate", "Level, 90 % range", "Change", "Last session",
		"Reasons" };
	const double at[] = { s->left, t->level, t->change, t->last, t->reasons };

	dl_tag(s->dl, TAG_TR, NULL);
	for (int i = 0; i < 5; i++)
		text_cell(
		    s, TAG_TH, at[i], s->y + 8, ALIGN_LEFT, &TYPE_NOTE_STRONG, s->right - at[i], titles[i]);
	dl_tag_end(s->dl);
	for (int g = 0; g <= GRADE_MAX; g++) {
		char digit[2] = { (char)('0' + g), '\0' };

		axis_label(s, scale_at(&levels, g), s->y + 19, ALIGN_CENTRE, digit);
	}
	axis_label(s, t->text, s->y + 19, ALIGN_LEFT, t->m->goal_text);
	s->y += TABLE_HEAD;
}

static void
need_level(
    struct sheet *s, const struct need_table *t, const struct member_row *row, double top, double height)
{
	struct scale levels = levels_of(t);
	double goal = scale_at(&levels, row->member->progress->goal), middle = top + ROW_ONE / 2;

	for (int g = 0; g <= GRADE_MAX; g++)
		plot_grid(s->dl, scale_at(&levels, g), top, scale_at(&levels, g), top + height);
	plot_goal(s->dl, goal, top, goal, top + height);
	dl_tag(s->dl, TAG_TD, NULL);
	dl_tag(s->dl, TAG_FIGURE, row->alt);
	if (row->has_plot)
		plot_range(s->dl, &levels, middle, &row->plot);
	dl_tag_end(s->dl);
	dl_text(s->dl, t->text, middle + 3, ALIGN_LEFT, &TYPE_BODY_STRONG, row->level);
	dl_text(s->dl, t->text + (row->level[0] != '\0' ? TEXT_LEVEL - 5 : 0), middle + 3, ALIGN_LEFT,
	    &TYPE_NOTE, row->range);
	dl_text(s->dl, t->change - 6, middle + 3, ALIGN_RIGHT, &TYPE_TINY, row->answers);
	dl_tag_end(s->dl);
}

static void
need_line(struct sheet *s, const struct need_table *t, const struct member_row *row)
{
	struct lines why = flow(s->dl, &TYPE_NOTE, s->right - t->reasons, row->reasons);
	double height = fmax(ROW_ONE, (double)why.count * ROW_PITCH + ROW_ONE - ROW_PITCH), text;
	const struct dl_type *type = row->reasons[0] != '\0' ? &TYPE_BODY_STRONG : &TYPE_BODY;

	table_line(s, height, need_head, t);
	text = s->y + ROW_ONE / 2 + 3;
	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, TAG_TH_ROW, s->left, text, ALIGN_LEFT, type, t->level - s->left - 8, row->name);
	need_level(s, t, row, s->y, height);
	text_cell(s, TAG_TD, t->change, text, ALIGN_LEFT, &TYPE_NOTE, t->last - t->change - 6, row->change);
	text_cell(s, TAG_TD, t->last, text, ALIGN_LEFT, &TYPE_NOTE, t->reasons - t->last - 6, row->last);
	dl_tag(s->dl, TAG_TD, NULL);
	put_lines(s, t->reasons, text - 6.1, ROW_PITCH, &TYPE_NOTE, &why);
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
	s->y += height;
	plot_grid(s->dl, s->left, s->y, s->right, s->y);
}

static void
need_section(struct sheet *s, const struct cohort_model *m)
{
	struct need_table t = { .m = m, .level = s->left + NAME_WIDTH };

	t.text = t.level + LEVEL_WIDTH;
	t.change = t.text + TEXT_LEVEL + TEXT_RANGE + 20;
	t.last = t.change + 66;
	t.reasons = t.last + 54;
	s->y += s->space->section;
	section(s, "Who needs a talk this week?",
	    "Those with most reasons first, then the longest away; this is no ranking.",
	    TABLE_HEAD + 3 * ROW_ONE);
	if (m->row_count == 0) {
		empty_field(s, s->left, s->y, s->right - s->left, 60,
		    "Candidates appear here with their first session. Each "
		    "keeps their name in --as, or sits with an interviewer who names them.");
		s->y += 60;
		return;
	}
	dl_tag(s->dl, TAG_TABLE, NULL);
	need_head(s, &t);
	for (size_t i = 0; i < m->row_count; i++)
		need_line(s, &t, &m->rows[i]);
	dl_tag_end(s->dl);
}

/* ---- the report ---- */

static void
lay_out(struct sheet *s, const struct cohort_model *m)
{
	const struct page_head head = { m->kicker, m->name, { m->origin, m->held } };

	s->running_head = m->running_head;
	s->footer = m->footer;
	sheet_begin(s, &head);
	headline(s, m->headline);
	key_figures(s, m->figures);
	need_section(s, m);
	tinted_box(s, "How to use this page", m->certainty, true);
	if (m->row_count > 0) {
		sheet_break(s);
		cohort_map_page(s, m);
		sheet_break(s);
		cohort_raters_page(s, m);
		sheet_break(s);
		cohort_agreed_page(s, m);
	}
	sheet_end(s);
}

/* `pages` is 0 while they are being counted. */
static void
build(struct display_list *dl, const struct cohort_model *m, enum paper paper, const struct spacing *space,
    int pages)
{
	struct sheet s;

	sheet_init(&s, dl, paper, space, pages);
	lay_out(&s, m);
}

/* At the loosest spacing that needs the fewest pages. */
static struct display_list *
build_best(const struct cohort_model *m, enum paper paper)
{
	struct display_list *dl = page_list(m->document_title, m->headline);
	const struct spacing *best = &SPACINGS[0];
	int pages = 0;

	if (dl == NULL)
		return NULL;
	for (int i = 0; i < SPACING_COUNT; i++) {
		build(dl, m, paper, &SPACINGS[i], 0);
		if (pages == 0 || dl->pages < pages) {
			best = &SPACINGS[i];
			pages = dl->pages;
		}
	}
	build(dl, m, paper, best, pages);
	return page_list_done(dl);
}

int
report_cohort(
    struct display_list **out, const struct cohort *c, const struct report_options *o, struct err *err)
{
	struct cohort_model m;
	struct arena *arena = arena_new();

	*out = NULL;
	if (arena != NULL && cohort_model(&m, arena, c, o) == 0)
		*out = build_best(&m, o->paper);
	arena_free(arena);
	return *out != NULL ? 0 : err_memory(err);
}
