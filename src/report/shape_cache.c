#include <stdlib.h>
#include <string.h>
#include "report/shape_cache.h"

#define SLOTS 1024              /* a report of four pages has about 800 texts */
#define TEXT_BYTES 96           /* a longer one is broken into lines and comes whole once */

struct slot {
	char text[TEXT_BYTES];          /* with its NUL; "" in an empty slot */
	enum face face;
	struct shaped shaped;
};

struct shape_cache { struct slot v[SLOTS]; };

struct shape_cache *
shape_cache_new(void)
{
	return calloc(1, sizeof(struct shape_cache));
}

void
shape_cache_free(struct shape_cache *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		shaped_finish(&c->v[i].shaped);
	free(c);
}

/* FNV-1a (Fowler, Noll, Vo 1991) of the face and the text; SLOTS for a text that is not kept. */
static size_t
slot_of(enum face face, const char *text)
{
	uint32_t hash = 2166136261u ^ (uint32_t)face;
	size_t n = 0;

	for (const char *s = text; *s != '\0'; s++, n++)
		hash = (hash ^ (unsigned char)*s) * 16777619u;
	return n > 0 && n < TEXT_BYTES ? (hash ^ hash >> 16) % SLOTS : SLOTS;
}

/* Copies `from` into `to`, whose room is used again. */
static int
copy(struct shaped *to, const struct shaped *from)
{
	struct glyph *v = to->v;
	size_t capacity = to->capacity;

	if (from->count > capacity) {
		v = realloc(v, from->count * sizeof *v);
		if (v == NULL)
			return -1;
		capacity = from->count;
	}
	*to = *from;
	to->v = v;
	to->capacity = capacity;
	if (from->count > 0)
		memcpy(v, from->v, from->count * sizeof *v);
	return 0;
}

int
shape_cache_get(const struct shape_cache *c, enum face face, const char *text, struct shaped *out)
{
	size_t i = slot_of(face, text);

	if (i == SLOTS || c->v[i].face != face || strcmp(c->v[i].text, text) != 0)
		return 0;
	return copy(out, &c->v[i].shaped) == 0 ? 1 : -1;
}

void
shape_cache_put(struct shape_cache *c, enum face face, const char *text, const struct shaped *shaped)
{
	size_t i = slot_of(face, text);

	if (i == SLOTS)
		return;
	c->v[i].text[0] = '\0';
	if (copy(&c->v[i].shaped, shaped) != 0)
		return;
	c->v[i].face = face;
	memcpy(c->v[i].text, text, strlen(text) + 1);
}
