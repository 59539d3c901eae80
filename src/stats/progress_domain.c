#include <stdlib.h>

#include "stats/gather.h"
#include "viva/arena.h"

#define SLOW 0.8                /* the slowest fifth begins here */

void
time_add(struct time_use *out, double *room, const struct progress_answer *v)
{
	if (!v->first || !v->answered || v->limit_ms <= 0)
		return;
	room[out->n++] = (double)v->used_ms / (double)v->limit_ms;
	out->within += v->used_ms <= v->limit_ms;
	out->used_ms += v->used_ms;
	out->limit_ms += v->limit_ms;
}

void
time_settle(struct time_use *out, double *room)
{
	if (out->n == 0)
		return;
	out->median = estimate_quantile(room, (size_t)out->n, 0.5);
	out->slow = estimate_quantile(room, (size_t)out->n, SLOW);
}

/* Of a topic, of an area, of everything: what is not asked for is NO_TOPIC. */
static void
domain_time(struct domain *d, const struct gather *g, size_t topic, size_t area)
{
	for (size_t i = 0; i < g->p->answer_count; i++) {
		const struct progress_answer *v = &g->p->all[i];

		if (topic != NO_TOPIC && v->topic != topic)
			continue;
		if (area != NO_TOPIC && (v->topic == NO_TOPIC || g->bank->topics[v->topic].area != area))
			continue;
		time_add(&d->time, g->room, v);
	}
	time_settle(&d->time, g->room);
}

static void
domain_add(struct domain *d, const struct progress_answer *v)
{
	struct cell *c = &d->difficulty[v->item->difficulty - 1];

	d->counts[v->grade]++;
	d->no_answers += v->no_answer;
	c->n++;
	c->mean += (v->grade - c->mean) / c->n;
}

static void
domain_settle(struct domain *d, const int own[GRADE_MAX + 1])
{
	stats_level(&d->level, d->counts, own);
	d->ranged = d->level.n >= STATS_MIN_ANSWERS;
}

static void
count_grades(struct progress *p)
{
	const struct bank *b = p->bank;

	for (size_t i = 0; i < p->answer_count; i++) {
		const struct progress_answer *v = &p->all[i];

		if (!v->counts)
			continue;
		domain_add(&p->overall, v);
		if (v->topic == NO_TOPIC)
			continue;
		domain_add(&p->topics[v->topic], v);
		domain_add(&p->areas[b->topics[v->topic].area], v);
	}
}

/* By level, then by the order of the bank. */
static void
find_weakest(struct progress *p)
{
	for (size_t t = 0; t < p->bank->topic_count; t++) {
		size_t at = p->weakest_count;

		if (!p->topics[t].ranged)
			continue;
		for (; at > 0 && p->topics[t].level.level < p->topics[p->weakest[at - 1]].level.level; at--)
			p->weakest[at] = p->weakest[at - 1];
		p->weakest[at] = t;
		p->weakest_count++;
	}
}

int
gather_domains(struct gather *g)
{
	struct progress *p = g->p;
	const struct bank *b = p->bank;

	p->areas = arena_alloc(p->arena, b->area_count, sizeof *p->areas);
	p->topics = arena_alloc(p->arena, b->topic_count, sizeof *p->topics);
	p->weakest = arena_alloc(p->arena, b->topic_count, sizeof *p->weakest);
	if (p->areas == NULL || p->topics == NULL || p->weakest == NULL)
		return -1;
	count_grades(p);
	p->overall.id = "all";
	p->overall.title = "All topics";
	domain_settle(&p->overall, p->overall.counts);
	domain_time(&p->overall, g, NO_TOPIC, NO_TOPIC);
	for (size_t i = 0; i < b->area_count; i++) {
		p->areas[i].id = b->areas[i].id;
		p->areas[i].title = b->areas[i].title;
		p->areas[i].area = i;
		domain_settle(&p->areas[i], p->overall.counts);
		domain_time(&p->areas[i], g, NO_TOPIC, i);
	}
	for (size_t i = 0; i < b->topic_count; i++) {
		p->topics[i].id = b->topics[i].id;
		p->topics[i].title = b->topics[i].title;
		p->topics[i].area = b->topics[i].area;
		domain_settle(&p->topics[i], p->overall.counts);
		domain_time(&p->topics[i], g, i, NO_TOPIC);
	}
	find_weakest(p);
	return 0;
}
