#ifndef DRAW_TOPIC_H
#define DRAW_TOPIC_H
#include "draw/pool.h"
#include "draw/table.h"
struct rng;
/*
 * In how many ways can one topic give so many items of each difficulty and kind?  Its items
 * fall into factors: a cell (items of one difficulty and kind; a clique of enemies in it is one
 * unit) or a cluster (enemies that cross cells, its independent sets listed one by one).  The
 * topic's table is their product; the tables on the way let a set be drawn backwards.
 *
 * Counts are doubles, or whole numbers modulo a prime below 2^61 for the exact tally.
 */
union num { double d; uint64_t u; };

struct unit { uint32_t first, count; }; /* in topic.members: enemies of each other */

struct option {
	uint64_t vec;
	union num ways;
	int shortest, longest;          /* tenths of minutes */
	uint32_t set_first, set_count;  /* of a cluster */
};

struct cluster_set { uint64_t vec; uint32_t first, count; };    /* in factor.set_members */

struct factor {
	bool cluster;
	uint64_t vec;                   /* a cell's: of one item */
	struct unit *units;
	uint32_t unit_count;
	double *weight, *sum;           /* of each unit, and of it and those before */
	struct cluster_set *sets;       /* a cluster's, by vec */
	uint32_t set_count, *set_members;
	struct option *options;
	uint32_t option_count;
};

struct product {                        /* of the factors so far */
	struct table table;
	union num *ways;
	int *shortest, *longest;
};

struct topic_ways {
	const struct pool *pool;
	size_t index;                   /* in bank->topics */
	int most;                       /* items counted for */
	uint64_t cap;                   /* of each field of vec */
	uint64_t supply;                /* the most of each field that the topic can give */
	uint64_t base;                  /* the fixed items */
	int base_tenths;
	uint32_t *members;              /* into pool->picks */
	struct factor *factors;
	uint32_t factor_count;
	struct product *products;       /* factor_count + 1; the first holds the fixed items alone */
	bool loose;                     /* a cluster too large to list: its enemies are not kept */
	const double *power;            /* by tenths */
};

/*
 * Difficulties and kinds that no rule tells apart may share a field: `difficulty[d]`, `kind[k]`
 * name the one that stands for them.
 */
struct merge { uint8_t difficulty[DIFFICULTY_COUNT], kind[KIND_COUNT]; };

uint64_t topic_vec(const struct pick *p, const struct merge *merge);
/* Lists the factors.  Returns 0; TOPIC_TOO_LARGE past `states_max` of one product; or -1. */
enum { TOPIC_TOO_LARGE = 1 };
int topic_init(struct topic_ways *t, const struct pool *pool, size_t index, int most, uint64_t cap,
    const struct merge *merge, uint64_t states_max, struct arena *a);
/*
 * Counts the ways.  The weight of an item is multiplied by `power[tenths]`, which must live as long
 * as the counts are used.  With `prime` not 0 sets are counted modulo it, every weight 1.
 */
void topic_count(struct topic_ways *t, const double *power, uint64_t prime);
static inline const struct product *
topic_product(const struct topic_ways *t)
{
	return &t->products[t->factor_count];
}
/* Draws free items that with the fixed ones add up to `vec`: indices into pool->picks; returns how many. */
size_t topic_draw(const struct topic_ways *t, uint64_t vec, struct rng *rng, uint32_t *out);

#endif
