#ifndef DRAW_COUNT_H
#define DRAW_COUNT_H
#include "draw/target.h"
#include "draw/topic.h"
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
	const struct targets *targets;  /* for the departure; NULL: none is counted */
	int departure_min, departure_max;
};

/* The limits as a plan, narrowed by what the pool holds. */
int plan_of_limits(struct plan *out, const struct limits *limits, const struct pool *pool, struct arena *a);
/* Some margin has no number left. */
bool plan_empty(const struct plan *p, const struct bank *b);
/* Departure of whole margins from their targets, without topics and areas. */
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
	bool ends_area;
	size_t area;
	uint64_t supply_after;          /* the most that this and later topics can give, field by field */
	struct range items_after;
};

struct lattice {
	const struct plan *plan;
	const struct pool *pool;
	struct merge merge;
	struct stage *stages;
	size_t stage_count;
	struct layer *layers;           /* stage_count + 1 */
	uint64_t cap, least;
	double *power;                  /* by tenths */
	size_t power_count;
	uint64_t prime;
	bool loose;                     /* some enemies inside a topic are not kept */
};

enum { LATTICE_TOO_LARGE = 1 };
#define LATTICE_STATES_MAX 1000000      /* about 60 MB */

/*
 * Lists the ways of each topic for at most plan->topics[t].max items.  Margins may be narrowed
 * afterwards, and lattice_states() called again.  `may_merge`: values without a rule share a field.
 */
int lattice_topics(struct lattice *l, const struct plan *plan, const struct pool *pool, bool may_merge,
    struct arena *a);
/* Lists the states; LATTICE_TOO_LARGE past LATTICE_STATES_MAX. */
int lattice_states(struct lattice *l, const struct plan *plan, struct arena *a);
/* Counts with weights multiplied by z^tenths, or modulo a prime. */
void lattice_count(struct lattice *l, double z, uint64_t prime);
/* Some set has these margins, its enemies in different topics and minutes apart. */
bool lattice_possible(const struct lattice *l);
/* The state after `step` of stage `t`, or TABLE_NONE. */
uint32_t lattice_next(const struct lattice *l, size_t t, uint32_t state, const struct step *step);

#endif
