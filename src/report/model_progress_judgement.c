#include <math.h>
#include <stdlib.h>
#include "report/model_progress.h"

/* Page 3 in words: predictions and own marks against the grades that came. */

#define SURPRISE 2              /* grades between prediction and grade that make one */

static const char *
higher_or_lower(struct model_maker *k, double by)
{
	return say(k, "%s %s", say_tenths(k, fabs(by), false), by > 0 ? "higher" : "lower");
}

/* "You predict 0.4 higher than the grade (90 % range +0.1 to +0.6; 54 answers)." */
static const char *
gap_finding(struct progress_maker *f, const struct estimate *e, const char *verb, const char *against)
{
	struct model_maker *k = &f->k;
	const char *who = f->coach ? "The candidate" : "You";
	const char *answers = say_count(k, e->n, "answer", "answers");

	if (!e->ranged)
		return say(k, "%s with both: too few to tell a habit.", answers);
	if (e->low <= 0 && e->high >= 0)
		return say(k, "%s %s%s about as high as %s: %s on average (90 %% range %s; %s).", who, verb,
		    f->coach ? "s" : "", against, say_tenths(k, e->mean, true),
		    say_signed_range(k, e->low, e->high), answers);
	return say(k, "%s %s%s %s than %s (90 %% range %s; %s).", who, verb, f->coach ? "s" : "",
	    higher_or_lower(k, e->mean), against, say_signed_range(k, e->low, e->high), answers);
}

/* ---- predictions ---- */

static void
fill_prediction(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	struct cloud *c = &f->m->prediction;
	const char *told = "", *small = "";

	c->v = maker_alloc(k, GRADE_MAX + 1, sizeof *c->v);
	if (c->v == NULL)
		return;
	for (int g = 0; g <= GRADE_MAX; g++) {
		const struct prediction_bin *bin = &p->predictions[g];

		if (bin->n >= PREDICTION_BIN_MIN) {
			c->v[c->count++] = (struct plot_bubble){ g, bin->mean, bin->n, false };
			told = say(k, "%s predicted %d: mean grade %s of %d answers;", told, g,
			    say_tenths(k, bin->mean, false), bin->n);
		} else if (bin->n > 0) {
			small = say(k, "%s%s%d (%d)", small, small[0] != '\0' ? ", " : "", g, bin->n);
		}
	}
	c->finding =
	    p->prediction_gap.n == 0 ? "" : gap_finding(f, &p->prediction_gap, "predict", "the grade");
	if (small[0] != '\0')
		c->finding = say(k, "%s Not drawn, with fewer than %d answers: predicted %s.", c->finding,
		    PREDICTION_BIN_MIN, small);
	c->alt = say(
	    k, "Predicted grade against mean grade:%s the diagonal is a prediction that always holds.", told);
	if (p->prediction_gap.n == 0)
		c->empty = "No answer has both a prediction and a grade yet. Before each key point is shown, "
		           "viva asks which "
		           "grade the answer will get: say a digit, and this chart begins.";
	else if (c->count == 0)
		c->empty = say(k, "A dot appears for each predicted grade with at least %d answers.",
		    PREDICTION_BIN_MIN);
}

/* ---- own marks and interviewers' ---- */

static const char *
agreement_text(struct progress_maker *f)
{
	const struct agreement *a = &f->p->agreement;

	if (a->n == 0)
		return "";
	return say(&f->k, " %d of %d marks are the same, %d within one grade.%s", a->exact, a->n,
	    a->within_one,
	    a->has_kappa ? say(&f->k, " Weighted kappa %s.", say_tenths(&f->k, a->kappa, false)) : "");
}

static void
fill_self(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	struct cloud *c = &f->m->self;
	int pairs[GRADE_MAX + 1][GRADE_MAX + 1] = { { 0 } };

	c->v = maker_alloc(k, (GRADE_MAX + 1) * (GRADE_MAX + 1), sizeof *c->v);
	if (c->v == NULL)
		return;
	for (size_t i = 0; i < p->answer_count; i++)
		if (p->all[i].first && p->all[i].grade_own >= 0 && p->all[i].grade_interviewer >= 0)
			pairs[p->all[i].grade_interviewer][p->all[i].grade_own]++;
	for (int theirs = 0; theirs <= GRADE_MAX; theirs++)
		for (int own = 0; own <= GRADE_MAX; own++)
			if (pairs[theirs][own] > 0)
				c->v[c->count++] =
				    (struct plot_bubble){ own, theirs, pairs[theirs][own], false };
	c->finding = p->self_gap.n == 0 ? "" :
	    say(k, "%s%s", gap_finding(f, &p->self_gap, "score", "the interviewer"), agreement_text(f));
	c->alt = say(k, "Own mark against interviewer\xe2\x80\x99s. %s", c->finding);
	if (c->count == 0)
		c->empty =
		    "No answer carries both an own mark and an interviewer\xe2\x80\x99s yet, so these pages "
		    "rest on one pair of "
		    "eyes. Ask someone to lead one interview and to mark it as well: one hour shows how "
		    "far two raters differ.";
}

/* ---- over sessions ---- */

static void
fill_gap(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	struct gap_model *g = &f->m->gap;
	size_t with = 0, seen = 0;

	for (size_t i = 0; i < p->session_count; i++)
		with += p->sessions[i].gap.n > 0;
	g->v = maker_alloc(k, PLOT_SESSIONS_MAX, sizeof *g->v);
	g->days = maker_alloc(k, PLOT_SESSIONS_MAX, sizeof *g->days);
	if (g->v == NULL || g->days == NULL)
		return;
	for (size_t i = 0; i < p->session_count; i++) {
		const struct progress_session *s = &p->sessions[i];

		if (s->gap.n == 0 || seen++ + PLOT_SESSIONS_MAX < with)
			continue;
		g->v[g->count] =
		    (struct plot_bubble){ (double)g->count, s->gap.mean, s->gap.n, s->gap.n < 3 };
		g->days[g->count++] = say_short_day(k, s->day);
	}
	g->alt = g->count == 0
	             ? ""
	             : say(k,
	                   "Prediction minus grade by session, zero is a prediction that holds: first "
	                   "%s, last %s, over %s.",
	                   say_tenths(k, g->v[0].y, true), say_tenths(k, g->v[g->count - 1].y, true),
	                   say_count(k, (int)g->count, "session", "sessions"));
	if (g->count == 0)
		g->empty = "Each session with predictions adds a dot here.";
}

/* ---- the answers that surprised most ---- */

static int
surprise_of(const struct progress_answer *a)
{
	if (a->prediction < 0 || a->grade < 0 || !a->first)
		return 0;
	return abs(a->prediction - a->grade);
}

/* The largest first, of equals the latest. */
static void
fill_surprises(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;

	for (int size = GRADE_MAX; size >= SURPRISE; size--)
		for (size_t i = p->answer_count; i-- > 0 && f->m->surprise_count < SURPRISES_MAX;) {
			const struct progress_answer *a = &p->all[i];

			if (surprise_of(a) != size)
				continue;
			f->m->surprises[f->m->surprise_count++] = (struct surprise){
				.title = a->item->title,
				.where = say(k, "%s, session %lld", topic_title(p, a->topic),
				    (long long)p->sessions[a->session].number),
				.text = say(k, "predicted %d, grade %d", a->prediction, a->grade) };
		}
}

void
model_progress_judgement(struct progress_maker *f)
{
	fill_prediction(f);
	fill_self(f);
	fill_gap(f);
	fill_surprises(f);
	f->m->judgement =
	    "A dot above the diagonal is an answer better than it was thought to be, a dot below it a worse "
	    "one. Most people predict and mark a little high. A gap is a habit, not a fault: it shrinks when "
	    "the prediction names "
	    "which key points were said. At the ends of the scale a gap can point one way alone.";
}
