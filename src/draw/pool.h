#ifndef DRAW_POOL_H
#define DRAW_POOL_H
#include "draw/rules.h"
/*
 * The stock is every item that may be drawn, in an order that does not depend on the file:
 * by topic, then by id.  A pool is what one attempt draws from: the stock without what
 * history forbids, and without the fixed items and their enemies.
 */
struct pick {
	size_t item;                    /* index into bank->items */
	uint32_t topic;
	uint16_t tenths;
	uint8_t difficulty, kind;       /* 0.. */
	bool met;                       /* and it matters: of a pool, only where met items are limited */
	double weight;                  /* odds against an interchangeable item; the pool's mean is near 1 */
};

struct stock {
	struct pick *picks;
	size_t count;
};

struct pool {
	const struct bank *bank;
	const int *topic_shares;        /* or NULL: the taxonomy's */
	const bool *enemies;            /* enemy groups that count */
	struct pick *picks;             /* free items, by topic, then id */
	size_t count;
	size_t *first;                  /* topic t: picks[first[t]] .. picks[first[t + 1] - 1] */
	struct pick *fixed;             /* not counted as met */
	size_t fixed_count;
	bool broken;                    /* fixed items that are ineligible or enemies: no form */
};

/* How much of the form topic `k` is wished to have, against the other topics. */
static inline int
pool_share(const struct pool *p, size_t k)
{
	return p->topic_shares != NULL ? p->topic_shares[k] : p->bank->topics[k].share_percent;
}

/* Returns 0, or -1 when out of memory. */
int stock_of_request(struct stock *out, const struct draw_request *rq, struct arena *a);
/*
 * Which part of the stock stands in the pool: unmet items only, or all with odds by how long
 * they have not been met.
 */
enum pool_history { POOL_UNMET, POOL_ALL };
int pool_make(struct pool *out, const struct stock *stock, const struct draw_request *rq,
    const struct limits *limits, enum pool_history history, struct arena *a);

/* Some active group holds both. */
bool pool_enemies(const struct pool *p, size_t item, size_t other);

#endif
