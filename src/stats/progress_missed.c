/* Key points that were asked for and not said. */
#include <stdlib.h>
#include <string.h>

#include "stats/gather.h"
#include "viva/arena.h"

/* One key point of one item, over its meetings. */
struct tally {
	struct missed_point p;
	struct tally *next;             /* of the same item */
};

static struct tally *
tally_of(struct tally **list, struct arena *arena, const char *id)
{
	for (; *list != NULL; list = &(*list)->next)
		if (strcmp((*list)->p.point->id, id) == 0)
			return *list;
	*list = arena_alloc(arena, 1, sizeof **list);
	return *list;
}

/*
 * Whether the rater ticked at all: a grade above 1 beside no tick would be a grade given without
 * looking at the points.
 */
static bool
was_ticked(const struct progress_answer *v, uint64_t ticks)
{
	return v->grade >= 0 && !v->no_answer && (ticks != 0 || v->grade <= 1);
}

static int
take_points(struct gather *g, struct tally **list, const struct progress_answer *v, uint64_t ticks)
{
	for (size_t k = 0; k < v->item->key_point_count; k++) {
		struct tally *t = tally_of(list, g->p->arena, v->item->key_points[k].id);
		enum tick tick = answer_tick(ticks, k);

		if (t == NULL)
			return -1;
		t->p.item = v->item;
		t->p.point = &v->item->key_points[k];
		t->p.topic = v->topic;
		t->p.asked++;
		t->p.missed += tick == TICK_NO;
		t->p.partly += tick == TICK_PARTLY;
		t->p.missed_last = tick == TICK_NO;
		t->p.last_number = g->p->sessions[v->session].number;
	}
	return 0;
}

/* Those still missing first, then by how often, the essential ones, the latest, and by name. */
static int
compare_missed(const void *a, const void *b)
{
	const struct missed_point *x = a, *y = b;
	int by_id;

	if (x->missed_last != y->missed_last)
		return x->missed_last ? -1 : 1;
	if (x->missed != y->missed)
		return x->missed > y->missed ? -1 : 1;
	if (x->point->essential != y->point->essential)
		return x->point->essential ? -1 : 1;
	if (x->last_number != y->last_number)
		return x->last_number > y->last_number ? -1 : 1;
	by_id = strcmp(x->item->id, y->item->id);
	return by_id != 0 ? by_id : strcmp(x->point->id, y->point->id);
}

static int
settle(struct gather *g, struct tally *const *lists)
{
	struct progress *p = g->p;

	for (size_t i = 0; i < g->identity_count; i++)
		for (const struct tally *t = lists[i]; t != NULL; t = t->next)
			p->point_count++;
	p->missed = arena_alloc(p->arena, p->point_count, sizeof *p->missed);
	if (p->missed == NULL)
		return -1;
	p->point_count = 0;
	for (size_t i = 0; i < g->identity_count; i++)
		for (const struct tally *t = lists[i]; t != NULL; t = t->next)
			p->missed[p->point_count++] = t->p;
	qsort(p->missed, p->point_count, sizeof *p->missed, compare_missed);
	while (p->missed_count < p->point_count && p->missed_count < MISSED_MAX &&
	    p->missed[p->missed_count].missed > 0)
		p->missed_count++;
	return 0;
}

int
gather_missed(struct gather *g)
{
	struct progress *p = g->p;
	struct tally **lists = calloc(g->identity_count + 1, sizeof *lists);
	int rc = lists != NULL ? 0 : -1;

	for (size_t i = 0; i < p->answer_count && rc == 0; i++) {
		const struct answer *v = &g->a->v[g->source[i]];
		uint64_t ticks = series_ticks(v, p->series);

		if (was_ticked(&p->all[i], ticks))
			rc = take_points(g, &lists[g->identity[v->item]], &p->all[i], ticks);
	}
	if (rc == 0)
		rc = settle(g, lists);
	free(lists);
	return rc;
}
