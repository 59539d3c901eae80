#include <math.h>
#include "report/page_cohort.h"
#include "viva/bank.h"

/* Page 2 of the cohort: every candidate against every topic, and the topics of the group. */

#define ROW 15.5
#define CELL_MOST 34.0
#define CELL_LEAST 17.0         /* "2.4" with a hair of room */
#define CELL_SPACE 1.6
#define MAP_HEAD 16.0

struct map { double cells, pitch; size_t shown; const struct cohort_model *m; };

static void
map_head(struct sheet *s, const void *with)
{
	const struct map *t = with;

	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, TAG_TH, s->left, s->y + 9, ALIGN_LEFT, &TYPE_NOTE_STRONG, NAME_WIDTH, "Candidate");
	for (size_t i = 0; i < t->shown; i++)
		text_cell(s, TAG_TH, t->cells + ((double)i + 0.5) * t->pitch, s->y + 9, ALIGN_CENTRE,
		    &TYPE_NOTE_STRONG, t->pitch, t->m->topics[i].number);
	dl_tag_end(s->dl);
	s->y += MAP_HEAD;
}

static struct dl_box
box_of(const struct map *t, size_t i, double top)
{
	double left = t->cells + (double)i * t->pitch;

	return (struct dl_box){ left, top + 0.8, left + t->pitch - CELL_SPACE, top + ROW - 0.8 };
}

static void
map_line(struct sheet *s, const struct map *t, const struct member_row *row)
{
	table_line(s, ROW, map_head, t);
	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(
	    s, TAG_TH_ROW, s->left, s->y + ROW / 2 + 3, ALIGN_LEFT, &TYPE_NOTE, NAME_WIDTH - 8, row->name);
	for (size_t i = 0; i < t->shown; i++) {
		const struct level *l = &row->member->progress->topics[i].level;
		struct dl_box box = box_of(t, i, s->y);

		score_cell(s, &box, &(struct cell){ l->n, l->mean }, row->means[i], "");
	}
	dl_tag_end(s->dl);
	s->y += ROW;
}

static void
map_group(struct sheet *s, const struct map *t)
{
	if (t->m->ungrouped != NULL)
		return;
	table_line(s, ROW + 4, map_head, t);
	s->y += 3;
	plot_axis(s->dl, s->left, s->y - 1.5, s->right, s->y - 1.5);
	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, TAG_TH_ROW, s->left, s->y + ROW / 2 + 3, ALIGN_LEFT, &TYPE_NOTE_STRONG, NAME_WIDTH - 8,
	    "The group");
	for (size_t i = 0; i < t->shown; i++) {
		struct dl_box box = box_of(t, i, s->y);

		score_cell(s, &box, &t->m->topics[i].cell, t->m->topics[i].mean, "");
	}
	dl_tag_end(s->dl);
	s->y += ROW;
}

/* ---- topics ---- */

#define TOPIC_ROW 14.5
#define SHARE_WIDTH 90.0

struct topics { double mean, members, below, over, share; const struct cohort_model *m; };

static void
topics_head(struct sheet *s, const void *with)
{
	const struct topics *t = with;
	double y = s->y + 8;

	dl_tag(s->dl, TAG_TR, NULL);
	text_cell(s, TAG_TH, s->left, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, 60, "Topic");
	text_cell(s, TAG_TH, t->mean, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, 60, "Mean");
	text_cell(s, TAG_TH, t->members, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, 60, "Candidates");
	text_cell(s, TAG_TH, t->below, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, 60, "Below goal");
	text_cell(s, TAG_TH, t->over, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, 60, "Over limit");
	text_cell(s, TAG_TH, t->share, y, ALIGN_LEFT, &TYPE_NOTE_STRONG, SHARE_WIDTH, "Time, share of limit");
	dl_tag_end(s->dl);
	s->y += 14;
}

static void
topic_line(struct sheet *s, const struct topics *t, const struct cohort_topic_row *row)
{
	struct scale shares = { 0, 1.6, t->share, SHARE_WIDTH };
	double y;

	table_line(s, TOPIC_ROW, topics_head, t);
	y = s->y + TOPIC_ROW / 2 + 2.8;
	dl_tag(s->dl, TAG_TR, NULL);
	dl_tag(s->dl, TAG_TH_ROW, NULL);
	dl_text(s->dl, s->left + 10, y, ALIGN_RIGHT, &TYPE_NOTE_STRONG, row->number);
	dl_text(s->dl, s->left + 16, y, ALIGN_LEFT, &TYPE_NOTE,
	    fit(s, &TYPE_NOTE, t->mean - s->left - 46, row->title));
	dl_tag_end(s->dl);
	text_cell(s, TAG_TD, t->mean, y, ALIGN_RIGHT, &TYPE_BODY_STRONG, 60, row->mean);
	text_cell(s, TAG_TD, t->members, y, ALIGN_RIGHT, &TYPE_NOTE, 60, row->members);
	text_cell(s, TAG_TD, t->below, y, ALIGN_RIGHT, &TYPE_NOTE, 60, row->below);
	text_cell(s, TAG_TD, t->over, y, ALIGN_RIGHT, &TYPE_NOTE, 60, row->over);
	dl_tag(s->dl, TAG_TD, NULL);
	dl_tag(s->dl, TAG_FIGURE, row->alt);
	if (row->cell.n > 0 && row->time.n > 0)
		plot_share(s->dl, &shares, s->y + TOPIC_ROW / 2, 5,
		    &(struct plot_share){ row->time.median, row->time.slow });
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
	dl_tag_end(s->dl);
	s->y += TOPIC_ROW;
	plot_grid(s->dl, s->left, s->y, s->right, s->y);
}

static void
topics_section(struct sheet *s, const struct cohort_model *m)
{
	struct topics t = { .m = m, .share = s->right - SHARE_WIDTH };

	t.over = t.share - 14;
	t.below = t.over - 62;
	t.members = t.below - 58;
	t.mean = t.members - 52;
	s->y += s->space->section;
	section(s, "What is to be taught?",
	    "Means over candidates, each counts once; below the goal: of those with three answers. Bar: "
	    "median time.",
	    4 * TOPIC_ROW);
	if (m->ungrouped != NULL) {
		empty_field(s, s->left, s->y, s->right - s->left, 46, m->ungrouped);
		s->y += 46;
		return;
	}
	dl_tag(s->dl, TAG_TABLE, NULL);
	topics_head(s, &t);
	for (size_t i = 0; i < m->topic_count; i++)
		topic_line(s, &t, &m->topics[i]);
	dl_tag_end(s->dl);
}

void
cohort_map_page(struct sheet *s, const struct cohort_model *m)
{
	double room = s->right - s->left - NAME_WIDTH;
	struct map t = { .m = m, .cells = s->left + NAME_WIDTH, .shown = m->topic_count };

	if ((double)t.shown * CELL_LEAST > room)
		t.shown = (size_t)(room / CELL_LEAST);
	t.pitch = fmin(CELL_MOST, room / (double)(t.shown > 0 ? t.shown : 1));
	section(s, "Who stands where?",
	    t.shown < m->topic_count ? "Mean grade by topic, the first of them; outlined: one answer. The "
	                               "numbers are explained below."
	                             : "Mean grade by topic; an outlined cell rests on one answer. The "
	                               "numbers of the topics are explained below.",
	    4 * ROW);
	dl_tag(s->dl, TAG_TABLE, NULL);
	map_head(s, &t);
	for (size_t i = 0; i < m->row_count; i++)
		map_line(s, &t, &m->by_name[i]);
	map_group(s, &t);
	dl_tag_end(s->dl);
	topics_section(s, m);
}
