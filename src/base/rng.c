#include <assert.h>
#include <stddef.h>

#include "viva/rng.h"

/* 128-bit products are in every 64-bit gcc and clang, though not in C11. */
__extension__ typedef unsigned __int128 wide;

static uint64_t
splitmix_next(uint64_t *state)
{
	uint64_t z = (*state += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

/* FNV-1a: spreads the few short names of purposes over 64 bits. */
static uint64_t
hash_name(const char *name)
{
	uint64_t h = 0xCBF29CE484222325u;

	for (; *name != '\0'; name++)
		h = (h ^ (unsigned char)*name) * 0x100000001B3u;
	return h;
}

void
rng_seed(struct rng *r, uint64_t seed, const char *purpose)
{
	uint64_t state = seed;

	/* The seed is mixed first: neighbouring seeds must not meet another purpose's stream. */
	if (purpose != NULL)
		state = splitmix_next(&state) ^ hash_name(purpose);
	for (size_t i = 0; i < 4; i++)
		r->s[i] = splitmix_next(&state);
}

static uint64_t
rotl(uint64_t x, int k)
{
	return (x << k) | (x >> (64 - k));
}

uint64_t
rng_next(struct rng *r)
{
	uint64_t *s = r->s;
	uint64_t result = rotl(s[1] * 5, 7) * 9;
	uint64_t t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotl(s[3], 45);
	return result;
}

uint64_t
rng_below(struct rng *r, uint64_t n)
{
	wide product;

	assert(n > 0);
	product = (wide)rng_next(r) * n;
	if ((uint64_t)product < n) {
		uint64_t uneven = (0 - n) % n;  /* 2^64 mod n: this many low products would be one too many */

		while ((uint64_t)product < uneven)
			product = (wide)rng_next(r) * n;
	}
	return (uint64_t)(product >> 64);
}

double
rng_unit(struct rng *r)
{
	return (double)(rng_next(r) >> 11) * 0x1p-53;
}
