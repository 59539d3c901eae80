#include <math.h>
#include <stdlib.h>
#include "report/model_progress.h"

/* Time in words: each answer's share of its limit, by difficulty and against the grade. */

#define STRIP_ANSWERS 240       /* more dots than this in a strip cannot be told apart */
#define PACE_STEP 0.1           /* of the limit: answers within it share a dot */
#define PACE_MOST 1.6           /* of the limit: the end of the scale, where the slower ones stand */
#define SOLID 3

static bool
has_time(const struct progress_answer *a)
{
	return a->first && a->answered && a->limit_ms > 0;
}

static double
share_of(const struct progress_answer *a)
{
	return (double)a->used_ms / (double)a->limit_ms;
}

/* ---- strips ---- */

static void
fill_strip(struct progress_maker *f, int difficulty)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	struct strip_row *row = &f->m->strips[difficulty - 1];
	size_t over = 0, with = 0, seen = 0;

	for (size_t i = 0; i < p->answer_count; i++)
		with += has_time(&p->all[i]) && p->all[i].item->difficulty == difficulty;
	row->shares = maker_alloc(k, STRIP_ANSWERS, sizeof *row->shares);
	row->title = difficulty_name(difficulty);
	row->text = "no answer yet";
	row->alt = say(k, "%s: no answer with a time.", row->title);
	if (row->shares == NULL || with == 0)
		return;
	for (size_t i = 0; i < p->answer_count; i++) {
		const struct progress_answer *a = &p->all[i];

		if (!has_time(a) || a->item->difficulty != difficulty)
			continue;
		over += a->used_ms > a->limit_ms;
		if (seen++ + STRIP_ANSWERS >= with)
			row->shares[row->count++] = share_of(a);
	}
	row->text = say(k, "%zu of %zu over", over, with);
	if (with > STRIP_ANSWERS)
		row->text = say(k, "%s; the last %d are drawn", row->text, STRIP_ANSWERS);
	row->alt = say(k, "%s: %zu of %zu answers passed the limit.", row->title, over, with);
}

static const char *
strips_finding(struct progress_maker *f)
{
	const struct time_use *t = &f->p->overall.time;
	int over = t->n - t->within;

	if (t->n == 0)
		return "";
	if (over == 0)
		return say(&f->k, "All %d answers kept to their limit; the middle one took %d %% of it.",
		    t->n, (int)lround(100 * t->median));
	return say(&f->k,
	    "%d of %d answers passed the limit. The middle answer took %d %% of its limit, the slowest fifth "
	    "%d %% and more.",
	    over, t->n, (int)lround(100 * t->median), (int)lround(100 * t->slow));
}

/* ---- time against grade ---- */

/* Answers of one grade in steps of the limit, one dot for each step that has any. */
static void
fill_pace(struct progress_maker *f)
{
	enum { STEPS_OF_LIMIT = 16 };
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	struct cloud *c = &f->m->pace;
	int n[GRADE_MAX + 1][STEPS_OF_LIMIT + 1] = { { 0 } }, quadrant[4] = { 0 }, all = 0;

	c->v = maker_alloc(k, (GRADE_MAX + 1) * (STEPS_OF_LIMIT + 1), sizeof *c->v);
	if (c->v == NULL)
		return;
	for (size_t i = 0; i < p->answer_count; i++) {
		const struct progress_answer *a = &p->all[i];
		int step;

		if (!has_time(a) || a->grade < 0)
			continue;
		step = (int)fmin(floor(share_of(a) / PACE_STEP), STEPS_OF_LIMIT);
		n[a->grade][step]++;
		quadrant[(a->grade < SOLID ? 2 : 0) + (a->used_ms > a->limit_ms ? 1 : 0)]++;
		all++;
	}
	for (int g = 0; g <= GRADE_MAX; g++)
		for (int s = 0; s <= STEPS_OF_LIMIT; s++)
			if (n[g][s] > 0)
				c->v[c->count++] = (struct plot_bubble){
				    fmin((s + 0.5) * PACE_STEP, PACE_MOST), g, n[g][s], false };
	f->m->pace_quadrants[0] = say(k, "in time, solid: %d", quadrant[0]);
	f->m->pace_quadrants[1] = say(k, "over, solid: %d", quadrant[1]);
	f->m->pace_quadrants[2] = say(k, "in time, below solid: %d", quadrant[2]);
	f->m->pace_quadrants[3] = say(k, "over, below solid: %d", quadrant[3]);
	c->alt = say(k, "Share of the limit used against grade: %s; %s; %s; %s.", f->m->pace_quadrants[0],
	    f->m->pace_quadrants[1], f->m->pace_quadrants[2], f->m->pace_quadrants[3]);
	c->finding = "";
	if (all == 0)
		c->empty =
		    "Answers with a time and a grade appear here: how long each took, and what it was worth.";
	else if (quadrant[2] > quadrant[1] + quadrant[3])
		c->finding =
		    say(k, "%d of %d answers ended in time and below solid: time was left for more points.",
		        quadrant[2], all);
	else if (quadrant[1] + quadrant[3] > 0)
		c->finding = say(k,
		    "Of %d answers over the limit, %d were solid or better: the others gained nothing from "
		    "the extra minutes.",
		    quadrant[1] + quadrant[3], quadrant[1]);
	else
		c->finding = say(k, "%d of %d answers were solid or better, all in time.", quadrant[0], all);
}

void
model_progress_pace(struct progress_maker *f)
{
	for (int d = 1; d <= DIFFICULTY_COUNT; d++)
		fill_strip(f, d);
	f->m->strips_finding = strips_finding(f);
	if (f->p->overall.time.n == 0)
		f->m->strips_empty =
		    "The time of each answer is kept against its own limit; dots appear here with the first "
		    "answers.";
	fill_pace(f);
}
