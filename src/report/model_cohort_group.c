#include <inttypes.h>
#include "report/model_cohort.h"

/* The group in words: topics, key points missed, and whether raters agree. */

#define DASH "\xe2\x80\x93"

/* Members with enough answers in the topic to say where they stand. */
static int
with_range(const struct cohort *c, size_t topic)
{
	int n = 0;

	for (size_t i = 0; i < c->member_count; i++)
		n += c->members[i].progress->topics[topic].ranged;
	return n;
}

static void
fill_topics(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	const struct cohort *c = f->c;

	f->m->topics = maker_alloc(k, c->bank->topic_count, sizeof *f->m->topics);
	if (f->m->topics == NULL)
		return;
	for (size_t i = 0; i < c->bank->topic_count; i++) {
		const struct cohort_topic *t = &c->topics[i];
		struct cohort_topic_row *row = &f->m->topics[f->m->topic_count++];
		int enough = with_range(c, i);

		*row = (struct cohort_topic_row){ .number = say(k, "%zu", i + 1),
			.title = c->bank->topics[i].title,
			.mean = DASH,
			.below = DASH,
			.over = DASH,
			.members = say(k, "%d", t->members),
			.time = t->time };
		if (t->shown) {
			row->mean = say_tenths(k, t->mean, false);
			row->below = enough > 0 ? say(k, "%d of %d", t->below, enough) : DASH;
			row->over = say(k, "%d of %d", t->time.n - t->time.within, t->time.n);
			row->cell = (struct cell){ t->members, t->mean };
		}
		row->alt =
		    t->shown
		        ? say(k,
		              "%s: mean %s of %d candidates, %s below the goal; %s answers over the limit.",
		              row->title, row->mean, t->members, row->below, row->over)
		        : say(k, "%s: too few candidates.", row->title);
	}
}

static void
fill_missed(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	const struct cohort *c = f->c;

	f->m->missed = maker_alloc(k, c->missed_count, sizeof *f->m->missed);
	if (f->m->missed == NULL)
		return;
	for (size_t i = 0; i < c->missed_count; i++) {
		const struct cohort_missed *point = &c->missed[i];

		f->m->missed[f->m->missed_count++] =
		    (struct missed_row){ .point = say_prose(k, &point->point->text),
			    .item = point->item->title,
			    .count = say(k, "missed by %d, %d of %d times", point->members, point->missed,
			        point->asked),
			    .alt = say(k, "missed %d of %d times", point->missed, point->asked),
			    .missed = point->missed,
			    .asked = point->asked };
	}
	if (c->missed_count == 0)
		f->m->missed_empty =
		    c->grouped ? "No key point was missed by anyone so far." : f->m->ungrouped;
}

static void
fill_rater(struct cohort_maker *f, struct rater_row *row, const struct cohort_interviewer *r)
{
	struct model_maker *k = &f->k;
	const struct agreement *a = &r->agreement;
	bool enough = r->self_gap.n >= AGREEMENT_MIN_KAPPA;

	*row = (struct rater_row){ .name = r->name,
		.sessions = say(k, "%d, %d lately", r->sessions, r->recent),
		.same = DASH,
		.near = DASH,
		.kappa = DASH,
		.has_plot = enough,
		.gap = say(k, "%d answers: too few", r->self_gap.n),
		.plot = { r->self_gap.mean, r->self_gap.low, r->self_gap.high, r->self_gap.ranged } };
	row->alt = say(k, "%s: %s with both marks, too few to compare.", r->name,
	    say_count(k, r->self_gap.n, "answer", "answers"));
	if (!enough)
		return;
	row->gap = say(k, "%s \xc3\x97%d", say_tenths(k, r->self_gap.mean, true), r->self_gap.n);
	row->same = say(k, "%d of %d", a->exact, a->n);
	row->near = say(k, "%d of %d", a->within_one, a->n);
	row->kappa = a->has_kappa ? say_tenths(k, a->kappa, false) : DASH;
	row->alt = say(k, "%s: candidates\xe2\x80\x99 own marks minus theirs %s, 90 %% range %s.", r->name,
	    say_tenths(k, r->self_gap.mean, true), say_signed_range(k, r->self_gap.low, r->self_gap.high));
}

/* How each compares with other raters of the same answers, where that can be said. */
static const char *
others_words(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	const char *told = "";

	for (size_t i = 0; i < f->c->interviewer_count; i++) {
		const struct cohort_interviewer *w = &f->c->interviewers[i];

		if (w->others_gap.ranged)
			told = say(k, "%s %s and other raters: %d of %d the same, %d within one, %s apart.",
			    told, w->name, w->others.exact, w->others.n, w->others.within_one,
			    say_tenths(k, w->others_gap.mean, true));
		else if (w->others.n > 0)
			told = say(k, "%s %s and other raters: %s, too few to compare.", told, w->name,
			    say_count(k, w->others.n, "answer", "answers"));
	}
	return told;
}

static void
fill_raters(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	const struct cohort *c = f->c;

	f->m->raters = maker_alloc(k, c->interviewer_count, sizeof *f->m->raters);
	if (f->m->raters == NULL)
		return;
	for (size_t i = 0; i < c->interviewer_count; i++)
		fill_rater(f, &f->m->raters[f->m->rater_count++], &c->interviewers[i]);
	f->m->agreement = c->agreement.n == 0
	                      ? ""
	                      : say(k,
	                            "Over all, %d of %d own marks equal the interviewer\xe2\x80\x99s, %d lie "
	                            "within one grade.%s",
	                            c->agreement.exact, c->agreement.n, c->agreement.within_one,
	                            c->agreement.has_kappa ? say(k, " Weighted kappa %s.",
	                                                         say_tenths(k, c->agreement.kappa, false))
	                                                   : "");
	f->m->agreement = say(k, "%s%s", f->m->agreement, others_words(f));
	if (c->interviewer_count == 0)
		f->m->raters_empty = "All marks are the candidates\xe2\x80\x99 own, not adjusted: nobody led "
		                     "an interview and marked it "
		                     "as well. Ten answers marked by both show how an "
		                     "interviewer\xe2\x80\x99s hand compares; without them, levels "
		                     "of two people say nothing about which of them is better.";
}

void
model_cohort_group(struct cohort_maker *f)
{
	if (!f->c->grouped)
		f->m->ungrouped = say(&f->k,
		    "Figures over the group are made from %d candidates on, so that none gives away a "
		    "person; there %s %zu.",
		    COHORT_MIN_GROUP, f->c->member_count == 1 ? "is" : "are", f->c->member_count);
	fill_topics(f);
	fill_missed(f);
	fill_raters(f);
	f->m->gap_note = "Prediction minus grade, 90 % range; to the right of the line: predicted too high. "
	                 "A gap is a habit, "
	                 "not a fault.";
}
