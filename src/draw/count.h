#ifndef DRAW_COUNT_H
#define DRAW_COUNT_H
#include "draw/topic.h"
#include "draw/wish.h"
/*
 * Counts every set of items within given margins, topic by topic.  A state is what the topics
 * so far have used of each margin; layer t holds the states before topic t (area by area).
 * From the last layer backwards each state learns in how many ways, and within which minutes,
 * it can be completed.  Enemies in different topics and the minutes of the whole form are not
 * part of a state: drawing rejects what breaks them, searching branches on them.
 */
struct plan {                           /* what the margins may be */
	struct range items, tenths;
	struct range difficulty[DIFFICULTY_COUNT], kind[KIND_COUNT];
	struct range *topics, *areas;
	bool areas_follow;              /* areas need no counting: the topics' numbers settle them */
	int met_max;
	const struct wishes *wishes;    /* for the departure; NULL: none is counted */
	int departure_min, departure_max;
};

/* The limits as a plan, narrowed by what the pool holds. */
int plan_of_limits(struct plan *out, const struct limits *limits, const struct pool *pool, struct arena *a);
/* Some margin has no number left. */
bool plan_empty(const struct plan *p, const struct bank *b);
/*
 * What the wishes of topics and areas, of difficulties and of kinds each force any form to depart;
 * INT32_MAX: their limits leave no form at all.
 */
struct forced { int topics, difficulty, kind; };
void plan_forced(struct forced *out, const struct plan *p, const struct wishes *wishes, const struct bank *b);
/* `limits` with a departure within bounds, and the margins that this leaves; topics are `p`'s own. */
void plan_depart(struct plan *p, const struct plan *limits, const struct wishes *wishes, int least,
    int most, const struct bank *b);
/* Departure of whole margins from what is wished, without topics and areas. */
int plan_departure(const struct plan *p, uint64_t vec);

struct layer {
	struct table states;
	union num *ways;
	int *shortest, *longest;        /* tenths of minutes still to come */
};

struct step { uint64_t vec; uint32_t product; int items, departure; };

struct stage {                          /* one topic on the way */
	struct topic_ways ways;
	struct step *steps;
	uint32_t step_count;
	bool ends_area, counts_area;
	size_t area;
	uint64_t supply_after;          /* the most that this and later topics can give, field by field */
	struct range items_after;
	struct range tenths_after;      /* minutes that later topics can give, whatever the state */
};

/* How much listing a lattice may cost; numbers, never seconds, so that every machine gives up alike. */
struct effort { uint64_t states, steps; };

struct lattice {
	const struct plan *plan;
	const struct pool *pool;
	struct merge merge;
	struct stage *stages;
	size_t stage_count;
	struct layer *layers;           /* stage_count + 1 */
	bool listed;                    /* the topics' ways and steps are there */
	uint64_t cap, least;
	double *power;                  /* by tenths */
	size_t power_count;
	double z;                       /* what the topics are counted with; 0: not yet */
	uint64_t prime;
	struct effort effort;
	uint64_t work;                  /* steps tried so far */
	bool loose;                     /* some enemies inside a topic are not kept */
};

enum { LATTICE_TOO_LARGE = 1 };
extern const struct effort effort_full;         /* about 60 MB, and 10 s */
extern const struct effort effort_small;        /* a few milliseconds */
extern const struct effort effort_fair;         /* before a plan is better split: some 0.1 s */

/*
 * Lists the ways of each topic for at most plan->topics[t].max items.  Returns 0,
 * LATTICE_TOO_LARGE or -1.  Margins may be narrowed afterwards, and lattice_states() called
 * again.  `may_merge`: values without a rule share a field.
 */
int lattice_topics(struct lattice *l, const struct plan *plan, const struct pool *pool, bool may_merge,
    const struct effort *effort, struct arena *a);
/*
 * Lists the states.  LATTICE_TOO_LARGE past the effort: then there are no layers, and
 * only search_run() may be called.
 */
int lattice_states(struct lattice *l, const struct plan *plan, struct arena *a);
/* Adds the minutes that the stage's steps have, at least and at most; the topics must be counted. */
void stage_tenths(struct range *sum, const struct stage *s);
/* A state after the last topic is a form's. */
bool lattice_accepts(const struct lattice *l, uint64_t vec, uint32_t side);
/* Counts with weights multiplied by z^tenths, or modulo a prime. */
void lattice_count(struct lattice *l, double z, uint64_t prime);
/* Some set has these margins, its enemies in different topics and minutes apart. */
bool lattice_possible(const struct lattice *l);

/* A state, ready for steps to be taken from it. */
struct leap {
	const struct lattice *l;
	const struct stage *stage;
	const struct table *next;
	uint64_t vec;
	uint32_t side;                  /* items of the area so far | departure << 8 */
	struct range items;             /* that a step may have */
};

void lattice_from(const struct lattice *l, size_t t, uint64_t vec, uint32_t side, struct leap *from);
bool leap_end_area(const struct leap *from, int area, int *distance);

/* The state after a step, or false if it can lead to no set. */
static inline bool
leap_take(const struct leap *from, const struct step *step, uint64_t *vec, uint32_t *side)
{
	const struct stage *s = from->stage;
	uint64_t v = from->vec + step->vec;
	int area = (int)(from->side & 0xff), distance = (int)(from->side >> 8) + step->departure;

	if (step->items < from->items.min || step->items > from->items.max || !vec_fits(v, from->l->cap) ||
	    !vec_fits(from->l->least, v + s->supply_after))
		return false;
	if (s->counts_area) {
		area += step->items;
		if (area > from->l->plan->areas[s->area].max)
			return false;
		if (s->ends_area) {
			if (!leap_end_area(from, area, &distance))
				return false;
			area = 0;
		}
	}
	if (from->l->plan->wishes != NULL && distance > from->l->plan->departure_max)
		return false;
	*vec = v;
	*side = (uint32_t)area | (uint32_t)distance << 8;
	return true;
}

/* Its index in the next layer, or TABLE_NONE. */
static inline uint32_t
leap_next(const struct leap *from, const struct step *step)
{
	uint64_t vec;
	uint32_t side;

	if (!leap_take(from, step, &vec, &side))
		return TABLE_NONE;
	return table_find(from->next, vec, side);
}

#endif
