#include "viva/cohort.h"

#include <stdlib.h>
#include <string.h>

#include "stats/cohort_raters.h"
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
	case NEED_UNLED:
		return "not led by anyone for " TEXT(COHORT_UNLED_DAYS) " days or more, where others are";
	default: return "";
	}
}

/* ---- one by one ---- */

/* `led`: someone leads interviews in this group. */
static unsigned
needs_of(const struct cohort_member *m, bool led)
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
	if (led && (m->led_day < 0 || m->days_since_led >= COHORT_UNLED_DAYS))
		needs |= NEED_UNLED;
	return needs;
}

static void
fill_member(struct cohort_member *m, const struct progress *p, bool led, int32_t today)
{
	*m = (struct cohort_member){
		.progress = p, .name = p->candidate, .sessions = (int)p->session_count, .last_day = -1, .led_day = -1,
		.weakest = p->weakest_count > 0 ? p->weakest[0] : NO_TOPIC,
	};
	for (size_t i = 0; i < p->session_count; i++) {
		m->last_day = p->sessions[i].day;
		if (p->sessions[i].interviewer == NULL)
			continue;
		m->last_interviewer = p->sessions[i].interviewer;
		m->led_day = p->sessions[i].day;
	}
	if (m->last_day >= 0)
		m->days_since = today - m->last_day;
	if (m->led_day >= 0)
		m->days_since_led = today - m->led_day;
	m->needs = needs_of(m, led);
}

static bool
anyone_leads(const struct answers *a)
{
	for (size_t i = 0; i < a->session_count; i++)
		if (a->sessions[i].interviewer != NULL)
			return true;
	return false;
}

static int
make_members(struct cohort *c, const struct answers *a, const double *goals)
{
	bool led = anyone_leads(a);

	c->members = arena_alloc(c->arena, a->person_count, sizeof *c->members);
	c->progress = arena_alloc(c->arena, a->person_count, sizeof(struct progress *));
	if (c->members == NULL || c->progress == NULL)
		return -1;
	for (size_t i = 0; i < a->person_count; i++) {
		c->progress[i] = progress_new(
		    a, i, c->bank, a->people[i].name, goals != NULL ? goals[i] : GOAL_DEFAULT, c->today);
		if (c->progress[i] == NULL)
			return -1;
		c->member_count++;
		fill_member(&c->members[i], c->progress[i], led, c->today);
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

size_t
cohort_count_answers(const struct cohort *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->member_count; i++)
		n += c->progress[i]->answer_count;
	return n;
}

static int
make_topics(struct cohort *c)
{
	double *room = calloc(cohort_count_answers(c) + 1, sizeof *room);

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
	if (make_members(c, a, goals) == 0 && make_topics(c) == 0 && make_missed(c) == 0 &&
	    cohort_raters(c, a) == 0)
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
