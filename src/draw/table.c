#include <string.h>

#include "viva/arena.h"
#include "draw/table.h"

int
table_init(struct table *t, struct arena *arena, uint32_t expected)
{
	uint32_t slots = 8;
	int bits = 3;

	if (expected < 4)
		expected = 4;
	while (slots < 2 * expected)
		slots *= 2;
	while ((uint32_t)1 << bits < slots)
		bits++;
	*t = (struct table){ .arena = arena, .capacity = slots / 2, .mask = slots - 1, .shift = 64 - bits };
	t->vec = arena_alloc(arena, t->capacity, sizeof(*t->vec));
	t->side = arena_alloc(arena, t->capacity, sizeof(*t->side));
	t->slots = arena_alloc(arena, slots, sizeof(*t->slots));
	return t->vec != NULL && t->side != NULL && t->slots != NULL ? 0 : -1;
}

static void
put_slot(struct table *t, uint32_t i)
{
	uint32_t s = table_slot(t, t->vec[i], t->side[i]);

	while (t->slots[s].place != 0)
		s = (s + 1) & t->mask;
	t->slots[s] = (struct slot){ t->vec[i], t->side[i], i + 1 };
}

static int
grow(struct table *t)
{
	struct table bigger;

	if (table_init(&bigger, t->arena, 2 * t->capacity) != 0)
		return -1;
	memcpy(bigger.vec, t->vec, t->count * sizeof(*t->vec));
	memcpy(bigger.side, t->side, t->count * sizeof(*t->side));
	bigger.count = t->count;
	for (uint32_t i = 0; i < t->count; i++)
		put_slot(&bigger, i);
	*t = bigger;
	return 0;
}

uint32_t
table_add(struct table *t, uint64_t vec, uint32_t side)
{
	uint32_t i = table_find(t, vec, side);

	if (i != TABLE_NONE)
		return i;
	if (t->count == t->capacity && grow(t) != 0)
		return TABLE_NONE;
	i = t->count++;
	t->vec[i] = vec;
	t->side[i] = side;
	put_slot(t, i);
	return i;
}
