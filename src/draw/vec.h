#ifndef DRAW_VEC_H
#define DRAW_VEC_H
#include <stdbool.h>
#include <stdint.h>
/*
 * How many items of each difficulty and kind, and how many met ones, in one word of eight
 * bytes: sums and comparisons of whole vectors are single operations.  A byte holds at most
 * 2 * DRAW_ITEMS_MAX, so nothing carries into its neighbour.
 */
#define DRAW_ITEMS_MAX 60               /* of one form; no interview comes near it */
#define VEC_DIFFICULTY(d) (8 * (d))     /* first bit of difficulty d, 0..2 */
#define VEC_KIND(k) (24 + 8 * (k))      /* of kind k */
#define VEC_MET 56
#define VEC_FIELDS 8

static inline uint64_t
vec_one(int shift)
{
	return (uint64_t)1 << shift;
}

static inline int
vec_get(uint64_t v, int shift)
{
	return (int)(v >> shift & 0xff);
}

/* Every item has one difficulty. */
static inline int
vec_items(uint64_t v)
{
	return vec_get(v, 0) + vec_get(v, 8) + vec_get(v, 16);
}

/* No field of `v` above that of `cap`. */
static inline bool
vec_fits(uint64_t v, uint64_t cap)
{
	const uint64_t guard = 0x8080808080808080u;

	return (((cap | guard) - v) & guard) == guard;
}

/* Field by field the smaller of `v` and `most`. */
static inline uint64_t
vec_at_most(uint64_t v, int most)
{
	uint64_t out = 0;

	for (int f = 0; f < VEC_FIELDS; f++) {
		int x = vec_get(v, 8 * f);

		out |= (uint64_t)(x < most ? x : most) << 8 * f;
	}
	return out;
}

#endif
