#include <stdio.h>
#include <stdlib.h>

#include "draw/num.h"
#include "draw/tally.h"

/*
 * The count is taken modulo enough primes that their product is above any count there can be,
 * and put together by Garner's method.
 */
static const uint16_t below_2_61[] = {  /* the primes are 2^61 minus these */
	1, 31, 45, 229, 259, 283, 339, 391, 403, 465, 531, 579, 675, 759, 799, 819,
};

#define PRIMES (sizeof(below_2_61) / sizeof(below_2_61[0]))     /* 60 of a million items: 928 bits */
#define PRIME_BITS 60.0                 /* each is above 2^60 */
#define DIGITS 9                        /* decimal digits in one word */
#define WORD 1000000000u
#define WORDS (PRIMES * 61 * 3 / 10 / DIGITS + 2)

static uint64_t
prime_at(size_t i)
{
	return ((uint64_t)1 << 61) - below_2_61[i];
}

/* Primes enough for every choice of up to `n` items out of `pool`. */
static size_t
primes_needed(size_t pool, size_t n)
{
	double bits = 1, room = 1;

	/* The product of pool / i, counted in doublings. */
	for (size_t i = 1; i <= n && i <= pool; i++)
		for (room *= (double)pool / (double)i + 1; room >= 2; room /= 2)
			bits++;
	for (size_t primes = 1; primes < PRIMES; primes++)
		if (PRIME_BITS * (double)primes > bits + 1)
			return primes;
	return PRIMES;
}

static uint64_t
multiply(uint64_t a, uint64_t b, uint64_t p)
{
	return (uint64_t)((draw_wide)a * b % p);
}

/* a^-1 by Fermat. */
static uint64_t
inverse(uint64_t a, uint64_t p)
{
	uint64_t result = 1;

	for (uint64_t n = p - 2; n > 0; n >>= 1, a = multiply(a, a, p))
		if (n & 1)
			result = multiply(result, a, p);
	return result;
}

/* Residues to digits of the mixed radix p0, p0*p1, ... */
static void
to_mixed_radix(uint64_t *digit, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = 0; k < i; k++) {
			uint64_t p = prime_at(i), q = digit[k] % p;

			digit[i] = multiply((digit[i] + p - q) % p, inverse(prime_at(k) % p, p), p);
		}
}

static char *
to_decimal(const uint64_t *digit, size_t count)
{
	uint32_t word[WORDS] = { 0 };
	size_t top = WORDS - 1, room = WORDS * DIGITS + 1;
	char *text = malloc(room);
	int len;

	if (text == NULL)
		return NULL;
	for (size_t i = count; i-- > 0;) {
		draw_wide carry = digit[i];
		uint64_t p = prime_at(i);

		for (size_t w = 0; w < WORDS; w++) {
			carry += (draw_wide)word[w] * p;
			word[w] = (uint32_t)(carry % WORD);
			carry /= WORD;
		}
	}
	while (top > 0 && word[top] == 0)
		top--;
	len = snprintf(text, room, "%u", (unsigned)word[top]);
	while (top-- > 0)
		len += snprintf(text + len, room - (size_t)len, "%09u", (unsigned)word[top]);
	return text;
}

char *
lattice_tally(struct lattice *l)
{
	uint64_t digit[PRIMES];
	size_t primes = primes_needed(l->pool->count, (size_t)l->plan->items.max);

	for (size_t i = 0; i < primes; i++) {
		lattice_count(l, 1, prime_at(i));
		digit[i] = l->layers[0].ways[0].u;
	}
	to_mixed_radix(digit, primes);
	return to_decimal(digit, primes);
}
