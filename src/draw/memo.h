#ifndef DRAW_MEMO_H
#define DRAW_MEMO_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
struct arena;
/* A set of short runs of words, kept whole: no two different ones are taken for the same. */
struct memo {
	struct arena *arena;
	struct memo_entry **slots;
	size_t count, mask;
};

int memo_init(struct memo *m, struct arena *a);         /* 0, or -1 when out of memory */
bool memo_has(const struct memo *m, const uint32_t *key, size_t words);
int memo_add(struct memo *m, const uint32_t *key, size_t words);        /* of a key it has not; 0 or -1 */

#endif
