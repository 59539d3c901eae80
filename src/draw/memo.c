#include <string.h>

#include "viva/arena.h"
#include "draw/memo.h"

struct memo_entry { uint64_t hash; size_t words; uint32_t key[]; };

static uint64_t
hash_of(const uint32_t *key, size_t words)
{
	uint64_t h = words;

	for (size_t i = 0; i < words; i++) {
		h = (h ^ key[i]) * 0xD6E8FEB86659FD93u;
		h ^= h >> 32;
	}
	return h;
}

int
memo_init(struct memo *m, struct arena *a)
{
	*m = (struct memo){ .arena = a, .mask = 1023 };
	m->slots = arena_alloc(a, m->mask + 1, sizeof(struct memo_entry *));
	return m->slots != NULL ? 0 : -1;
}

bool
memo_has(const struct memo *m, const uint32_t *key, size_t words)
{
	uint64_t h = hash_of(key, words);

	for (size_t s = h & m->mask; m->slots[s] != NULL; s = (s + 1) & m->mask)
		if (m->slots[s]->hash == h && m->slots[s]->words == words &&
		    memcmp(m->slots[s]->key, key, words * sizeof(*key)) == 0)
			return true;
	return false;
}

static void
put(struct memo *m, struct memo_entry *e)
{
	size_t s = e->hash & m->mask;

	while (m->slots[s] != NULL)
		s = (s + 1) & m->mask;
	m->slots[s] = e;
}

static int
grow(struct memo *m)
{
	struct memo bigger = { .arena = m->arena, .count = m->count, .mask = 2 * m->mask + 1 };

	bigger.slots = arena_alloc(m->arena, bigger.mask + 1, sizeof(struct memo_entry *));
	if (bigger.slots == NULL)
		return -1;
	for (size_t s = 0; s <= m->mask; s++)
		if (m->slots[s] != NULL)
			put(&bigger, m->slots[s]);
	*m = bigger;
	return 0;
}

int
memo_add(struct memo *m, const uint32_t *key, size_t words)
{
	struct memo_entry *e = arena_alloc(m->arena, 1, sizeof(*e) + words * sizeof(*key));

	if (e == NULL || (2 * m->count > m->mask && grow(m) != 0))
		return -1;
	e->hash = hash_of(key, words);
	e->words = words;
	memcpy(e->key, key, words * sizeof(*key));
	put(m, e);
	m->count++;
	return 0;
}
