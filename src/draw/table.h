#ifndef DRAW_TABLE_H
#define DRAW_TABLE_H
#include <stdint.h>
struct arena;
/*
 * Numbers states in the order in which they are first met.  A state is a vector (vec.h) and
 * what else has to be remembered on the way (items of the area so far, departure so far).
 */
struct table {
	struct arena *arena;
	uint64_t *vec;
	uint32_t *side;
	uint32_t count, capacity;
	uint32_t *slots;                /* index + 1, 0: empty */
	uint32_t mask;
};

#define TABLE_NONE UINT32_MAX

/* Returns 0, or -1 when out of memory.  The table lives as long as the arena. */
int table_init(struct table *t, struct arena *arena, uint32_t expected);
/* The state's index, or TABLE_NONE. */
uint32_t table_find(const struct table *t, uint64_t vec, uint32_t side);
/* The same, adding it if it is new; TABLE_NONE only when out of memory. */
uint32_t table_add(struct table *t, uint64_t vec, uint32_t side);

#endif
