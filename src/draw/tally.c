#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draw/num.h"
#include "draw/tally.h"

static const uint16_t below_2_61[TALLY_PRIMES] = {      /* the primes are 2^61 minus these */
	1, 31, 45, 229, 259, 283, 339, 391, 403, 465, 531, 579, 675, 759, 799, 819,
};

#define PRIME_BITS 60.0                 /* each is above 2^60 */
#define DIGITS 9                        /* decimal digits in one word */
#define WORD 1000000000u
#define WORDS (TALLY_PRIMES * 61 * 3 / 10 / DIGITS + 3)

uint64_t
tally_prime(size_t i)
{
	return ((uint64_t)1 << 61) - below_2_61[i];
}

size_t
tally_primes_needed(size_t pool, size_t n)
{
	double bits = 1, room = 1;

	/* The product of pool / i, counted in doublings. */
	for (size_t i = 1; i <= n && i <= pool; i++)
		for (room *= (double)pool / (double)i + 1; room >= 2; room /= 2)
			bits++;
	for (size_t primes = 1; primes < TALLY_PRIMES; primes++)
		if (PRIME_BITS * (double)primes > bits + 1)
			return primes;
	return TALLY_PRIMES;
}

static uint64_t
multiply(uint64_t a, uint64_t b, uint64_t p)
{
	return (uint64_t)((draw_wide)a * b % p);
}

/* By Fermat. */
uint64_t
tally_inverse(uint64_t a, uint64_t p)
{
	uint64_t result = 1;

	for (uint64_t n = p - 2; n > 0; n >>= 1, a = multiply(a, a, p))
		if (n & 1)
			result = multiply(result, a, p);
	return result;
}

/* Garner's method: remainders to digits of the mixed radix p0, p0*p1, ... */
static void
to_mixed_radix(uint64_t *digit, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = 0; k < i; k++) {
			uint64_t p = tally_prime(i), q = digit[k] % p;

			digit[i] = multiply((digit[i] + p - q) % p, tally_inverse(tally_prime(k) % p, p), p);
		}
}

static void
multiply_words(uint32_t *word, uint64_t by, uint64_t plus)
{
	draw_wide carry = plus;

	for (size_t w = 0; w < WORDS; w++) {
		carry += (draw_wide)word[w] * by;
		word[w] = (uint32_t)(carry % WORD);
		carry /= WORD;
	}
}

static void
divide_words(uint32_t *word, uint32_t by)
{
	uint64_t rest = 0;

	for (size_t w = WORDS; w-- > 0;) {
		rest = rest * WORD + word[w];
		word[w] = (uint32_t)(rest / by);
		rest %= by;
	}
}

static char *
to_text(const uint32_t *word)
{
	size_t top = WORDS - 1, room = WORDS * DIGITS + 1;
	char *text = malloc(room);
	int len;

	if (text == NULL)
		return NULL;
	while (top > 0 && word[top] == 0)
		top--;
	len = snprintf(text, room, "%u", (unsigned)word[top]);
	while (top-- > 0)
		len += snprintf(text + len, room - (size_t)len, "%09u", (unsigned)word[top]);
	return text;
}

/* Two digits are kept, the rest is cut. */
static void
round_text(char *text)
{
	size_t len = strlen(text);

	if (len > 2)
		memset(text + 2, '0', len - 2);
}

char *
tally_decimal(uint64_t *remainder, size_t count, uint32_t part, uint32_t whole)
{
	uint32_t word[WORDS] = { 0 };
	char *text;

	to_mixed_radix(remainder, count);
	for (size_t i = count; i-- > 0;)
		multiply_words(word, tally_prime(i), remainder[i]);
	if (part != whole) {
		multiply_words(word, part, 0);
		divide_words(word, whole);
	}
	text = to_text(word);
	if (text != NULL && part != whole)
		round_text(text);
	return text;
}
