#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/model_cohort.h"

/* The cohort report in words: the head, who needs a talk and why, one row for each member. */

#define DOT_SEPARATOR " \xc2\xb7 "
#define DASH "\xe2\x80\x93"
#define DAYS_IN_WEEK 7

/* ---- members ---- */

/* Short, for a column; cohort_need_text() has the rule, which stands below the table. */
static const char *
reasons(struct cohort_maker *f, const struct cohort_member *member)
{
	static const struct { enum need need; const char *word; } words[NEED_COUNT] = {
		{ NEED_BELOW, "below the goal" }, { NEED_FELL, "level fell" }, { NEED_STALE, "long away" },
		{ NEED_UNLED, "nobody led" }, { NEED_FIRST, "too few answers" } };
	const char *told = "";

	for (int i = 0; i < NEED_COUNT; i++)
		if (member->needs & (unsigned)words[i].need)
			told = say(&f->k, "%s%s%s", told, told[0] != '\0' ? "; " : "", words[i].word);
	return member->with == NULL ? told : say(&f->k, "%s. With %s", told, member->with);
}

static const char *
change_words(struct cohort_maker *f, const struct progress *p)
{
	switch (p->change.word) {
	case CHANGE_ROSE:
	case CHANGE_FELL:
		return say(&f->k, "%s by %s", change_text(p->change.word),
		    say_tenths(&f->k, fabs(p->change.by), false));
	case CHANGE_UNCLEAR:
		return "no clear change";
	case CHANGE_TOO_FEW:
		break;
	}
	return "too few";
}

static const char *
next_step(struct cohort_maker *f, const struct progress *p)
{
	struct model_maker *k = &f->k;

	if (p->next.has_topic)
		return say(k, "A drill of %d minutes%s", p->next.minutes,
		    p->next.item_count > 0 ? say(k, "; repeat %s", say_count(k, (int)p->next.item_count +
			(int)p->next.waiting, "question", "questions")) : "");
	return "One interview of 45 minutes";
}

static void
member_level(struct cohort_maker *f, struct member_row *row)
{
	struct model_maker *k = &f->k;
	const struct progress *p = row->member->progress;
	const struct trend_point *now = &p->now;

	row->has_plot = p->overall.level.n > 0;
	row->plot = (struct plot_range){ p->overall.ranged ? now->level : p->overall.level.mean, now->low,
		now->high, p->overall.ranged };
	row->level = p->overall.ranged ? say_tenths(k, now->level, false) : "";
	row->range = p->overall.ranged        ? say_range(k, now->low, now->high)
	             : p->overall.level.n > 0 ? "too few"
	                                      : DASH;
	row->alt = p->overall.ranged ? say(k, "Level %s, 90 %% range %s, goal %s.", row->level, row->range,
	    say_tenths(k, p->goal, false)) : "Too few answers for a level.";
}

static void
member_gap(struct cohort_maker *f, struct member_row *row)
{
	struct model_maker *k = &f->k;
	const struct estimate *e = &row->member->progress->prediction_gap;

	row->has_gap = e->n > 0;
	row->gap_plot = (struct plot_range){ e->mean, e->low, e->high, e->ranged };
	row->gap = e->n == 0 ? DASH : say(k, "%s \xc3\x97%d", say_tenths(k, e->mean, true), e->n);
	row->gap_alt = e->n == 0 ? "No prediction yet." : say(k, "Prediction minus grade: %s over %s.",
	    say_tenths(k, e->mean, true), say_count(k, e->n, "answer", "answers"));
}

static void
fill_member(struct cohort_maker *f, struct member_row *row, const struct cohort_member *member)
{
	struct model_maker *k = &f->k;

	*row = (struct member_row){ .member = member, .name = member->name,
		.answers = say(k, "\xc3\x97%d %s", member->progress->answers,
		    member->progress->series == SERIES_OWN ? "own" : "led"),
		.last = member->last_day < 0 ? "never" : member->days_since <= 0 ? "that day" :
		    say_count(k, member->days_since, "day ago", "days ago"),
		.reasons = reasons(f, member),
		.change = change_words(f, member->progress),
		.topic = member->progress->next.has_topic ?
		    topic_title(member->progress, member->progress->next.topic) : DASH,
		.step = next_step(f, member->progress) };
	member_level(f, row);
	member_gap(f, row);
	row->means = maker_alloc(k, f->c->bank->topic_count, sizeof *row->means);
	for (size_t i = 0; row->means != NULL && i < f->c->bank->topic_count; i++) {
		const struct level *l = &member->progress->topics[i].level;

		row->means[i] = l->n > 0 ? say_tenths(k, l->mean, false) : "";
	}
}

static int
reason_count(const struct member_row *row)
{
	return __builtin_popcount(row->member->needs);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct member_row *)a)->name, ((const struct member_row *)b)->name);
}

static int
by_need(const void *a, const void *b)
{
	const struct member_row *x = a, *y = b;

	if (reason_count(x) != reason_count(y))
		return reason_count(x) > reason_count(y) ? -1 : 1;
	if (x->member->days_since != y->member->days_since && reason_count(x) > 0)
		return x->member->days_since > y->member->days_since ? -1 : 1;
	return by_name(a, b);
}

static void
fill_members(struct cohort_maker *f)
{
	size_t n = f->c->member_count;

	f->m->rows = maker_alloc(&f->k, n, sizeof *f->m->rows);
	f->m->by_name = maker_alloc(&f->k, n, sizeof *f->m->by_name);
	if (f->m->rows == NULL || f->m->by_name == NULL)
		return;
	for (size_t i = 0; i < n; i++)
		fill_member(f, &f->m->rows[i], &f->c->members[i]);
	memcpy(f->m->by_name, f->m->rows, n * sizeof *f->m->rows);
	qsort(f->m->rows, n, sizeof *f->m->rows, by_need);
	/* With pseudonyms the order of the names would give them away. */
	if (f->k.options->pseudonyms)
		qsort(f->m->by_name, n, sizeof *f->m->by_name, by_name);
	f->m->row_count = n;
}

/* ---- the head ---- */

static int
in_need(const struct cohort *c)
{
	int n = 0;

	for (size_t i = 0; i < c->member_count; i++)
		n += c->members[i].needs != 0;
	return n;
}

static int
with_need(const struct cohort *c, enum need need)
{
	int n = 0;

	for (size_t i = 0; i < c->member_count; i++)
		n += (c->members[i].needs & (unsigned)need) != 0;
	return n;
}

/* First and last day with a session; false where there is none. */
static bool
days_of(const struct cohort *c, int32_t *first, int32_t *last)
{
	bool any = false;

	for (size_t i = 0; i < c->member_count; i++) {
		const struct progress *p = c->members[i].progress;

		if (p->session_count == 0)
			continue;
		*first = !any || p->sessions[0].day < *first ? p->sessions[0].day : *first;
		*last = !any || c->members[i].last_day > *last ? c->members[i].last_day : *last;
		any = true;
	}
	return any;
}

static void
head_lines(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	struct cohort_model *m = f->m;
	const struct cohort *c = f->c;
	int32_t first = 0, last = 0;
	bool any = days_of(c, &first, &last);
	const char *days = any ? say_days(k, first, last) : "no session yet";

	m->kicker = "COHORT REPORT FOR THE COACH";
	m->name = c->member_count == 0 ? "Nobody yet"
	                               : say_count(k, (int)c->member_count, "candidate", "candidates");
	m->origin = say(k, "%s", c->bank->title);
	m->held = say(k, "%s" DOT_SEPARATOR "%s" DOT_SEPARATOR "%s", days,
	    say_count(k, c->sessions, "session", "sessions"), say_count(k, c->answers, "answer", "answers"));
	m->document_title = say(k, "Cohort report" DOT_SEPARATOR "%s" DOT_SEPARATOR "%s", m->name, days);
	m->running_head = say(k, "Cohort of %s" DOT_SEPARATOR "%s", m->name, days);
	m->footer = say(k, "viva %s" DOT_SEPARATOR "%s" DOT_SEPARATOR "coach edition%s%s",
	    k->options->version != NULL ? k->options->version : "",
	    any ? say(k, "records to %s", say_day(k, last)) : "no records",
	    k->options->pseudonyms ? DOT_SEPARATOR "pseudonyms" : "",
	    k->options->date != NULL ? say(k, DOT_SEPARATOR "report of %s", say_date(k, k->options->date))
	                             : "");
}

static const char *
finding(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	const struct cohort *c = f->c;
	int need = in_need(c), below = with_need(c, NEED_BELOW), away = with_need(c, NEED_STALE);
	const char *told = "";

	if (c->member_count == 0)
		return "Nobody has held a session yet. One interview of each candidate is enough to begin.";
	if (need == 0)
		return say(k,
		    "Nothing asks for a talk this week: every level with enough answers reaches its goal or "
		    "may, and "
		    "all %zu practised within two weeks.",
		    c->member_count);
	if (below > 0)
		told = say(k, " %d of them %s below the goal with the whole range;", below,
		    below == 1 ? "lies" : "lie");
	if (away > 0)
		told = say(k, "%s %d held no session for %d days;", told, away, COHORT_STALE_DAYS);
	return say(k,
	    "%d of %zu candidates have a reason for a talk this week:%s each reason stands beside the name.",
	    need, c->member_count, told);
}

static void
figures(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	const struct cohort *c = f->c;
	struct key_figure *out = f->m->figures;
	int n = 0, within = 0, levels = 0, at_goal = 0;

	for (size_t i = 0; i < c->member_count; i++) {
		const struct progress *p = c->members[i].progress;

		n += p->overall.time.n;
		within += p->overall.time.within;
		levels += p->overall.ranged;
		at_goal += p->overall.ranged && p->now.high >= p->goal;
	}
	out[0] = (struct key_figure){ say(k, "%d", in_need(c)), "with a reason for a talk", NULL };
	out[1] = (struct key_figure){ levels > 0 ? say(k, "%d of %d", at_goal, levels) : DASH,
		"with the goal in reach", "the range reaches or passes it" };
	out[2] = (struct key_figure){ n > 0 ? say(k, "%d of %d", within, n) : DASH,
		"answers within the limit", NULL };
	out[3] = (struct key_figure){ say(k, "%d", c->sessions), "sessions held",
		say_count(k, c->answers, "marked answer", "marked answers") };
}

/* ---- weeks ---- */

static void
weeks(struct cohort_maker *f)
{
	struct model_maker *k = &f->k;
	const struct cohort *c = f->c;
	int32_t first = 0, last = 0, from;
	int64_t count;
	const char *told = "";

	f->m->weeks_alt = "";
	if (!days_of(c, &first, &last))
		return;
	count = (last - first) / DAYS_IN_WEEK + 1;
	if (count > WEEKS_MAX)
		count = WEEKS_MAX;
	/* The last week ends on the last day; what is before the first shown is left out. */
	from = last - (int32_t)count * DAYS_IN_WEEK + 1;
	f->m->week_count = (size_t)count;
	for (size_t i = 0; i < f->m->week_count; i++)
		f->m->weeks[i].label = say_short_day(k, from + (int32_t)i * DAYS_IN_WEEK);
	for (size_t i = 0; i < c->member_count; i++) {
		const struct progress *p = c->members[i].progress;

		for (size_t j = 0; j < p->session_count; j++)
			if (p->sessions[j].day >= from)
				f->m->weeks[(p->sessions[j].day - from) / DAYS_IN_WEEK].sessions++;
	}
	for (size_t i = 0; i < f->m->week_count; i++)
		told = say(k, "%s%s week of %s %d", told, i > 0 ? "," : "", f->m->weeks[i].label,
		    f->m->weeks[i].sessions);
	f->m->weeks_alt = say(k, "Sessions by week:%s.", told);
}

static double
common_goal(const struct cohort *c)
{
	double goal = c->member_count > 0 ? c->members[0].progress->goal : GOAL_DEFAULT;

	for (size_t i = 1; i < c->member_count; i++)
		if (c->members[i].progress->goal != goal)
			return GOAL_DEFAULT;
	return goal;
}

int
cohort_model(
    struct cohort_model *m, struct arena *arena, const struct cohort *c, const struct report_options *o)
{
	struct cohort_maker f = { .k = { .arena = arena, .options = o }, .m = m, .c = c };

	*m = (struct cohort_model){ .goal = common_goal(c), .bank = c->bank };
	m->goal_text = say(&f.k, "goal %s", say_tenths(&f.k, m->goal, false));
	head_lines(&f);
	m->headline = finding(&f);
	figures(&f);
	fill_members(&f);
	weeks(&f);
	model_cohort_group(&f);
	m->certainty = say(&f.k,
	    "Reasons: %s; %s; %s; %s; %s.%s Marks are own, or led: given by an interviewer; the two are never added up. Where two ranges overlap, the two cannot be told apart. Own marks are "
	    "not adjusted, and generous hands differ: compare a person with the past, not with the "
	    "neighbour.",
	    cohort_need_text(NEED_BELOW), cohort_need_text(NEED_FELL), cohort_need_text(NEED_STALE),
	    cohort_need_text(NEED_UNLED), cohort_need_text(NEED_FIRST), c->interviewer_count == 0 ? "" :
	    say(&f.k, " With: who led last, else who led fewest in the last %d days.", COHORT_UNLED_DAYS));
	return f.k.failed ? -1 : 0;
}
