#include "viva/cohort.h"

#include <stdlib.h>
#include <string.h>

#include "stats/gather.h"
#include "viva/arena.h"

#define TEXT_OF(number) #number
#define TEXT(constant) TEXT_OF(constant)

const char *
cohort_need_text(enum need n)
{
	switch (n) {
	case NEED_FIRST: return "fewer than " TEXT(STATS_MIN_ANSWERS) " graded answers: too few to tell";
	case NEED_STALE: return "no session for " TEXT(COHORT_STALE_DAYS) " days or more";
	case NEED_BELOW: return "the whole range of the level is below the goal";
	case NEED_FELL: return "the level fell";
	default: return "";
	}
}

/* ---- one by one ---- */

static unsigned
needs_of(const struct cohort_member *m)
{
	const struct progress *p = m->progress;
	unsigned needs = 0;

	if (!p->overall.ranged)
		needs |= NEED_FIRST;
	if (m->last_day >= 0 && m->days_since >= COHORT_STALE_DAYS)
		needs |= NEED_STALE;
	if (p->overall.ranged && p->now.high < p->goal)
		needs |= NEED_BELOW;
	if (p->change.word == CHANGE_FELL)
		needs |= NEED_FELL;
	return needs;
}

static void
fill_member(struct cohort_member *m, const struct progress *p, int32_t today)
{
	*m = (struct cohort_member){
		.progress = p, .name = p->candidate, .sessions = (int)p->session_count, .last_day = -1,
		.weakest = p->weakest_count > 0 ? p->weakest[0] : NO_TOPIC,
	};
	for (size_t i = 0; i < p->session_count; i++) {
		m->last_day = p->sessions[i].day;
		if (p->sessions[i].interviewer != NULL)
			m->last_interviewer = p->sessions[i].interviewer;
	}
	if (m->last_day >= 0)
		m->days_since = today - m->last_day;
	m->needs = needs_of(m);
}

static int
make_members(struct cohort *c, const struct answers *a, const double *goals)
{
	c->members = arena_alloc(c->arena, a->person_count, sizeof *c->members);
	c->progress = arena_alloc(c->arena, a->person_count, sizeof(struct progress *));
	if (c->members == NULL || c->progress == NULL)
		return -1;
	for (size_t i = 0; i < a->person_count; i++) {
		c->progress[i] = progress_new(a, i, c->bank, a->people[i].name, goals != NULL ? goals[i] : GOAL_DEFAULT,
		    c->today);
		if (c->progress[i] == NULL)
			return -1;
		c->member_count++;
		fill_member(&c->members[i], c->progress[i], c->today);
		c->sessions += c->members[i].sessions;
		c->answers += c->progress[i]->answers;
	}
	c->grouped = c->member_count >= COHORT_MIN_GROUP;
	return 0;
}

/* ---- topics of the group ---- */

static void
fill_topic(struct cohort_topic *out, const struct cohort *c, size_t topic, double *room)
{
	double means = 0.0;

	for (size_t i = 0; i < c->member_count; i++) {
		const struct progress *p = c->progress[i];
		const struct domain *d = &p->topics[topic];

		for (size_t k = 0; k < p->answer_count; k++)
			if (p->all[k].topic == topic)
				time_add(&out->time, room, &p->all[k]);
		if (d->level.n == 0)
			continue;
		out->members++;
		out->answers += d->level.n;
		out->no_answers += d->no_answers;
		out->below += d->ranged && d->level.level < p->goal;
		means += d->level.mean;
	}
	time_settle(&out->time, room);
	out->shown = out->members >= COHORT_MIN_GROUP;
	if (out->members > 0)
		out->mean = means / out->members;
}

static size_t
count_all(const struct cohort *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->member_count; i++)
		n += c->progress[i]->answer_count;
	return n;
}

static int
make_topics(struct cohort *c)
{
	double *room = calloc(count_all(c) + 1, sizeof *room);

	c->topics = arena_alloc(c->arena, c->bank->topic_count, sizeof *c->topics);
	if (room == NULL || c->topics == NULL) {
		free(room);
		return -1;
	}
	for (size_t t = 0; t < c->bank->topic_count; t++)
		fill_topic(&c->topics[t], c, t, room);
	free(room);
	return 0;
}

/* ---- what the group missed ---- */

static int
compare_points(const void *a, const void *b)
{
	const struct missed_point *x = a, *y = b;
	int by_item = strcmp(x->item->id, y->item->id);

	return by_item != 0 ? by_item : strcmp(x->point->id, y->point->id);
}

static int
compare_missed(const void *a, const void *b)
{
	const struct cohort_missed *x = a, *y = b;
	int by_item;

	if (x->members != y->members)
		return x->members > y->members ? -1 : 1;
	if (x->missed != y->missed)
		return x->missed > y->missed ? -1 : 1;
	by_item = strcmp(x->item->id, y->item->id);
	return by_item != 0 ? by_item : strcmp(x->point->id, y->point->id);
}

/* Adds up runs of one point; returns how many points there are. */
static size_t
fold_points(struct cohort_missed *out, const struct missed_point *all, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		struct cohort_missed *m;

		if (i == 0 || compare_points(&all[i - 1], &all[i]) != 0)
			out[count++] = (struct cohort_missed){ .item = all[i].item, .point = all[i].point,
				.topic = all[i].topic };
		m = &out[count - 1];
		m->asked += all[i].asked;
		m->missed += all[i].missed;
		m->members += all[i].missed > 0;
	}
	return count;
}

static int
make_missed(struct cohort *c)
{
	struct missed_point *all;
	size_t n = 0, count;

	for (size_t i = 0; i < c->member_count; i++)
		n += c->progress[i]->point_count;
	all = calloc(n + 1, sizeof *all);
	c->missed = arena_alloc(c->arena, n, sizeof *c->missed);
	if (all == NULL || c->missed == NULL) {
		free(all);
		return -1;
	}
	n = 0;
	for (size_t i = 0; i < c->member_count; i++)
		for (size_t k = 0; k < c->progress[i]->point_count; k++)
			all[n++] = c->progress[i]->missed[k];
	qsort(all, n, sizeof *all, compare_points);
	count = fold_points(c->missed, all, n);
	free(all);
	qsort(c->missed, count, sizeof *c->missed, compare_missed);
	/* What one or two missed gives them away, and is nothing to teach everyone. */
	while (c->grouped && c->missed_count < count && c->missed_count < MISSED_MAX &&
	    c->missed[c->missed_count].members >= COHORT_MISSED_BY)
		c->missed_count++;
	return 0;
}

/* ---- do we score alike ---- */

struct pair { const char *interviewer; int own, theirs; };
struct pairs { struct pair *v; size_t count; int *own, *theirs; double *apart; };

static int
compare_pairs(const void *a, const void *b)
{
	return strcmp(((const struct pair *)a)->interviewer, ((const struct pair *)b)->interviewer);
}

static void
collect_pairs(struct pairs *out, const struct progress *p)
{
	for (size_t i = 0; i < p->answer_count; i++) {
		const struct progress_answer *v = &p->all[i];
		const char *name = p->sessions[v->session].interviewer;

		if (v->first && !v->no_answer && v->grade_own >= 0 && v->grade_interviewer >= 0)
			out->v[out->count++] = (struct pair){ name != NULL ? name : "", v->grade_own,
				v->grade_interviewer };
	}
}

static int
compare_interviewers(const void *a, const void *b)
{
	return strcmp(((const struct cohort_interviewer *)a)->name, ((const struct cohort_interviewer *)b)->name);
}

static int
list_interviewers(struct cohort *c)
{
	size_t n = 0, count = 0;

	c->interviewers = arena_alloc(c->arena, (size_t)c->sessions, sizeof *c->interviewers);
	if (c->interviewers == NULL)
		return -1;
	for (size_t i = 0; i < c->member_count; i++)
		for (size_t k = 0; k < c->progress[i]->session_count; k++)
			if (c->progress[i]->sessions[k].interviewer != NULL)
				c->interviewers[n++] = (struct cohort_interviewer){
					.name = c->progress[i]->sessions[k].interviewer, .sessions = 1 };
	qsort(c->interviewers, n, sizeof *c->interviewers, compare_interviewers);
	for (size_t i = 0; i < n; i++)
		if (count > 0 && strcmp(c->interviewers[count - 1].name, c->interviewers[i].name) == 0)
			c->interviewers[count - 1].sessions++;
		else
			c->interviewers[count++] = c->interviewers[i];
	c->interviewer_count = count;
	return 0;
}

/* Agreement of the pairs `from`..`to`. */
static void
agree(struct agreement *agreement, struct estimate *gap, const struct pairs *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		p->own[i - from] = p->v[i].own;
		p->theirs[i - from] = p->v[i].theirs;
		p->apart[i - from] = p->v[i].own - p->v[i].theirs;
	}
	estimate_agreement(agreement, p->own, p->theirs, to - from);
	if (gap == NULL)
		return;
	estimate_mean(gap, p->apart, to - from);
	gap->ranged = gap->ranged && gap->n >= AGREEMENT_MIN_KAPPA;
}

static int
compare_raters(struct cohort *c)
{
	size_t n = count_all(c), from = 0;
	struct pairs p = {
		.v = calloc(n + 1, sizeof *p.v), .own = calloc(n + 1, sizeof *p.own),
		.theirs = calloc(n + 1, sizeof *p.theirs), .apart = calloc(n + 1, sizeof *p.apart),
	};
	int rc = -1;

	if (p.v == NULL || p.own == NULL || p.theirs == NULL || p.apart == NULL || list_interviewers(c) != 0)
		goto out;
	for (size_t i = 0; i < c->member_count; i++)
		collect_pairs(&p, c->progress[i]);
	qsort(p.v, p.count, sizeof *p.v, compare_pairs);
	agree(&c->agreement, NULL, &p, 0, p.count);
	for (size_t i = 0; i < c->interviewer_count; i++) {
		struct cohort_interviewer *who = &c->interviewers[i];
		size_t to;

		while (from < p.count && strcmp(p.v[from].interviewer, who->name) < 0)
			from++;
		for (to = from; to < p.count && strcmp(p.v[to].interviewer, who->name) == 0;)
			to++;
		agree(&who->agreement, &who->self_gap, &p, from, to);
		from = to;
	}
	rc = 0;
out:
	free(p.v);
	free(p.own);
	free(p.theirs);
	free(p.apart);
	return rc;
}

/* ---- all ---- */

struct cohort *
cohort_new(const struct answers *a, const struct bank *bank, const double *goals, int32_t today)
{
	struct arena *arena = arena_new();
	struct cohort *c = arena != NULL ? arena_alloc(arena, 1, sizeof *c) : NULL;

	if (c == NULL) {
		arena_free(arena);
		return NULL;
	}
	c->arena = arena;
	c->bank = bank;
	c->today = today;
	if (make_members(c, a, goals) == 0 && make_topics(c) == 0 && make_missed(c) == 0 && compare_raters(c) == 0)
		return c;
	cohort_free(c);
	return NULL;
}

void
cohort_free(struct cohort *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->member_count; i++)
		progress_free(c->progress[i]);
	arena_free(c->arena);
}
