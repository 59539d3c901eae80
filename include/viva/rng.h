#ifndef VIVA_RNG_H
#define VIVA_RNG_H
#include <stdint.h>
/*
 * Integer random numbers: xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64.
 */
struct rng { uint64_t s[4]; };

/*
 * Streams of one seed for different purposes ("round", "order") are independent.  A NULL
 * purpose is the plain stream of the seed, as published vectors have it.
 */
void rng_seed(struct rng *r, uint64_t seed, const char *purpose);
uint64_t rng_next(struct rng *r);
/* Uniform in 0..n-1 (n > 0), by Lemire's method (2019) with rejection. */
uint64_t rng_below(struct rng *r, uint64_t n);
/* Uniform in [0,1) with 53 bits. */
double rng_unit(struct rng *r);

#endif
