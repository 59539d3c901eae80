#ifndef DRAW_CENSUS_TOPIC_H
#define DRAW_CENSUS_TOPIC_H
#include "draw/count.h"
/*
 * What each topic can give, by what it takes of the margins (an index of topic_product()), by the
 * enemy groups that it uses and shares with other topics, and by minutes.
 */
struct variant {
	uint64_t groups;                /* bits that stand for groups; one bit may stand for several that
					 * never meet */
	uint32_t first, count;          /* in census_topics.ways: for `shortest` units of minutes and on */
	uint32_t shortest;
};

struct census_topic {
	uint32_t *first;                /* product p: variants[first[p]] .. variants[first[p + 1] - 1] */
	uint64_t live_after;            /* groups that later topics have items of */
};

struct census_topics {
	struct census_topic *topics;    /* by stage of the lattice */
	struct variant *variants;
	uint64_t *ways;                 /* modulo the prime */
	uint32_t variant_count, way_count;
	int unit;                       /* of minutes, in tenths */
	int *base;                      /* tenths of the fixed items before each stage, which no unit counts */
};

/* Returns 0; CENSUS_TOO_LARGE; or -1 when out of memory. */
enum { CENSUS_TOO_LARGE = 1 };
int census_topics_list(struct census_topics *out, const struct lattice *l, uint64_t prime, struct arena *a);

#endif
