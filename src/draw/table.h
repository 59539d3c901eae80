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
	struct slot *slots;
	uint32_t mask;
	int shift;                      /* 64 less the bits of mask */
};

struct slot { uint64_t vec; uint32_t side, place; };    /* place: index + 1, 0: empty */

#define TABLE_NONE UINT32_MAX

/* Returns 0, or -1 when out of memory.  The table lives as long as the arena. */
int table_init(struct table *t, struct arena *arena, uint32_t expected);
/* The slot to begin looking at: the high bits of a product depend on every bit below. */
static inline uint32_t
table_slot(const struct table *t, uint64_t vec, uint32_t side)
{
	return (
	    uint32_t)((vec * 0x9E3779B97F4A7C15u ^ (uint64_t)side << 40) * 0xD6E8FEB86659FD93u >> t->shift);
}

/* The state's index, or TABLE_NONE. */
static inline uint32_t
table_find(const struct table *t, uint64_t vec, uint32_t side)
{
	for (uint32_t s = table_slot(t, vec, side);; s = (s + 1) & t->mask) {
		const struct slot *slot = &t->slots[s];

		if (slot->place == 0)
			return TABLE_NONE;
		if (slot->vec == vec && slot->side == side)
			return slot->place - 1;
	}
}

/* The same, adding it if it is new; TABLE_NONE only when out of memory. */
uint32_t table_add(struct table *t, uint64_t vec, uint32_t side);

#endif
