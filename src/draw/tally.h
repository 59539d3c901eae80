#ifndef DRAW_TALLY_H
#define DRAW_TALLY_H
#include <stddef.h>
#include <stdint.h>
/*
 * Whole numbers of any size a count of sets can have, by their remainders modulo primes whose
 * product is larger.
 */
#define TALLY_PRIMES 16                 /* 60 of a million items: 928 bits */

/* Primes enough for every choice of up to `n` items out of `pool`. */
size_t tally_primes_needed(size_t pool, size_t n);
/* Between 2^60 and 2^61. */
uint64_t tally_prime(size_t i);
/* a^-1 modulo a prime. */
uint64_t tally_inverse(uint64_t a, uint64_t prime);
/*
 * The number with these remainders modulo the first `count` primes, times part / whole and then of
 * two digits, unless part = whole; in decimal (malloc()), NULL when out of memory.  The remainders
 * are used up.
 */
char *tally_decimal(uint64_t *remainder, size_t count, uint32_t part, uint32_t whole);

#endif
