#ifndef DRAW_NUM_H
#define DRAW_NUM_H
#include "draw/topic.h"

__extension__ typedef unsigned __int128 draw_wide;

/* a + b * c, as doubles or modulo the prime. */
static inline union num
num_add_product(union num a, union num b, union num c, uint64_t prime)
{
	if (prime == 0)
		a.d += b.d * c.d;
	else
		a.u = (uint64_t)((a.u + (draw_wide)b.u * c.u) % prime);
	return a;
}

static inline union num
num_one(uint64_t prime)
{
	union num one;

	if (prime == 0)
		one.d = 1;
	else
		one.u = 1;
	return one;
}

static inline bool
num_zero(union num a, uint64_t prime)
{
	return prime == 0 ? !(a.d > 0) : a.u == 0;
}

#endif
