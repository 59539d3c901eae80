#include <stdlib.h>
#include "report/model_detail.h"
#include "viva/arena.h"

/* Is this usual?  One session beside earlier ones of the same candidate, bank and kind of marks. */

static const char *
whose(const struct model_maker *k)
{
	return k->options->edition == EDITION_COACH ? "the candidate\xe2\x80\x99s" : "your";
}

/* "1.8 to 2.9 in 5 earlier sessions", "2.1 in the one earlier session" */
static const char *
say_range(struct model_maker *k, const struct strip *s, const char *(*value)(struct model_maker *, double))
{
	double low = s->earlier[0], high = s->earlier[0];

	for (size_t i = 1; i < s->earlier_count; i++) {
		low = s->earlier[i] < low ? s->earlier[i] : low;
		high = s->earlier[i] > high ? s->earlier[i] : high;
	}
	if (s->earlier_count == 1)
		return say(k, "%s in the one before", value(k, low));
	return say(k, "%s to %s in %zu before", value(k, low), value(k, high), s->earlier_count);
}

static const char *
say_grade(struct model_maker *k, double v)
{
	return say_tenths(k, v, false);
}

static const char *
say_tenth_part(struct model_maker *k, double v)
{
	return v <= 0 ? "none" : v >= 1 ? "all" : say(k, "%d in 10", (int)(10 * v + 0.5));
}

static void
strip_words(struct model_maker *k, struct strip *s, const char *now,
    const char *(*value)(struct model_maker *, double))
{
	if (s->now < 0)
		s->finding = "None in this session.";
	else if (s->earlier_count == 0)
		s->finding = say(k, "%s; nothing before to compare with.", now);
	else
		s->finding = say(k, "%s; %s.", now, say_range(k, s, value));
	s->alt = say(k, "%s: %s", s->title, s->finding);
}

static double *
room(struct model_maker *k)
{
	double *v = arena_alloc(k->arena, k->options->earlier_count, sizeof *v);

	if (v == NULL)
		k->failed = true;
	return v;
}

static void
strips(struct model_maker *k)
{
	struct session_detail *d = k->m->detail;
	const struct session_stats *st = k->stats;
	double *grades = room(k), *shares = room(k);
	struct strip *grade = &d->strips[0], *limit = &d->strips[1];

	*grade = (struct strip){ .title = "Mean grade", .now = st->grade.n > 0 ? st->grade.value : -1,
		.earlier = grades, .most = GRADE_MAX, .ends = { "0", "4" } };
	*limit = (struct strip){ .title = "Answers within the limit",
		.now = st->answered > 0 ? (double)st->within_limit / st->answered : -1, .earlier = shares, .most = 1,
		.ends = { "none", "all" } };
	for (size_t i = 0; !k->failed && i < k->options->earlier_count; i++) {
		const struct report_earlier *e = &k->options->earlier[i];

		if (e->grades.n > 0)
			grades[grade->earlier_count++] = (double)e->grades.sum / e->grades.n;
		if (e->answered > 0)
			shares[limit->earlier_count++] = (double)e->within_limit / e->answered;
	}
	strip_words(k, grade, say_tenths(k, st->grade.value, false), say_grade);
	strip_words(k, limit, say(k, "%d of %d", st->within_limit, st->answered), say_tenth_part);
	d->usual_finding = k->options->earlier_count > 0 ?
	    "A ring is this session, a grey dot an earlier one with the same bank and the same kind of marks." :
	    say(k, "This is %s first session with this bank; from the next one on, its place among them shows here.",
	    whose(k));
}

/* ---- kinds and difficulties ---- */

static const char *
kind_words(enum kind kind)
{
	static const char *const words[KIND_COUNT] = { [KIND_CONCEPT] = "Concept", [KIND_SCENARIO] = "Scenario",
		[KIND_TROUBLESHOOTING] = "Troubleshooting", [KIND_BEHAVIOURAL] = "Behavioural" };

	return words[kind];
}

static const char *
difficulty_words(int difficulty)
{
	static const char *const words[DIFFICULTY_COUNT] = { "Basic", "Core", "Stretch" };

	return words[difficulty - 1];
}

static void
add_kind(struct model_maker *k, const char *name, const struct report_tally *now,
    const struct report_tally *before)
{
	struct session_detail *d = k->m->detail;
	struct kind_row *row = &d->kinds[d->kind_count];

	if (now->n == 0)
		return;
	*row = (struct kind_row){ .name = name, .n = now->n, .earlier_n = before->n,
		.mean = (double)now->sum / now->n };
	row->caption = say(k, "%s \xc3\x97%d", say_tenths(k, row->mean, false), row->n);
	row->alt = say(k, "%s: mean %s of %s", name, say_tenths(k, row->mean, false),
	    say_count(k, row->n, "grade", "grades"));
	if (before->n > 0) {
		row->earlier_mean = (double)before->sum / before->n;
		row->caption = say(k, "%s, before %s \xc3\x97%d", row->caption,
		    say_tenths(k, row->earlier_mean, false), before->n);
		row->alt = say(k, "%s; before, %s of %d", row->alt, say_tenths(k, row->earlier_mean, false),
		    before->n);
		d->kinds_earlier = true;
	}
	row->alt = say(k, "%s.", row->alt);
	d->kind_count++;
}

static void
add_tally(struct report_tally *to, const struct report_tally *from)
{
	to->n += from->n;
	to->sum += from->sum;
}

static void
kinds(struct model_maker *k)
{
	struct report_earlier now = { 0 }, before = { 0 };

	for (size_t i = 0; i < k->m->row_count; i++) {
		const struct session_row *row = &k->m->rows[i];
		struct report_tally one = { 1, row->rating != NULL ? row->rating->grade : 0 };

		if (row->rating == NULL)
			continue;
		add_tally(&now.kinds[row->item->kind], &one);
		add_tally(&now.difficulties[row->item->difficulty - 1], &one);
	}
	for (size_t i = 0; i < k->options->earlier_count; i++) {
		for (int j = 0; j < KIND_COUNT; j++)
			add_tally(&before.kinds[j], &k->options->earlier[i].kinds[j]);
		for (int j = 0; j < DIFFICULTY_COUNT; j++)
			add_tally(&before.difficulties[j], &k->options->earlier[i].difficulties[j]);
	}
	for (int j = 0; j < DIFFICULTY_COUNT; j++)
		add_kind(k, difficulty_words(j + 1), &now.difficulties[j], &before.difficulties[j]);
	for (int j = 0; j < KIND_COUNT; j++)
		add_kind(k, kind_words((enum kind)j), &now.kinds[j], &before.kinds[j]);
}

static void
method(struct model_maker *k)
{
	bool led = k->record->head.mode == MODE_LED;

	k->m->detail->method = say(k,
	    "A grade runs from 0 to 4. It is proposed from the key points: a point said counts twice, one said in "
	    "part once, both times its weight; below 40 %% of the sum is grade 1, below 65 %% grade 2, below 90 %% "
	    "grade 3. A missing essential point or a listed mistake holds it at 2. Whoever marks confirms or shifts "
	    "it.%s Time runs over reading, thinking and answering; follow-ups, marking and pauses do not count "
	    "against the limit. Facts asked for are counted and held against nobody. %s",
	    led ? " The interviewer\xe2\x80\x99s grade counts; own grades stand beside it." : "",
	    k->stats->grade.n >= STATS_MIN_ANSWERS ?
	    "The 90 % range draws a few grades towards their own mean (Dirichlet-multinomial, weight 4)." :
	    "A range is given from three grades on.");
}

void
model_usual(struct model_maker *k)
{
	strips(k);
	kinds(k);
	method(k);
}
