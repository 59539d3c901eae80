#include <stdlib.h>
#include <string.h>
#include "report/word_cache.h"

#define SLOTS 2048              /* a report has about 600 words in its faces */
#define WORD_BYTES 32           /* longer ones are rare */
#define TRIES 4                 /* neighbouring slots in which a word may stand */

struct slot {
	char word[WORD_BYTES];
	uint8_t len;                    /* 0: an empty slot */
	uint8_t face;
	struct shaped shaped;
};

struct word_cache { struct slot v[SLOTS + TRIES]; };

struct word_cache *
word_cache_new(void)
{
	return calloc(1, sizeof(struct word_cache));
}

void
word_cache_free(struct word_cache *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < SLOTS + TRIES; i++)
		shaped_finish(&c->v[i].shaped);
	free(c);
}

/* Where a word's slots begin: FNV-1a (Fowler, Noll, Vo 1991) of the face and the word. */
static size_t
first_slot(enum face face, const char *word, size_t len)
{
	uint32_t hash = 2166136261u ^ (uint32_t)face;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)word[i]) * 16777619u;
	return (hash ^ hash >> 16) % SLOTS;
}

static bool
holds(const struct slot *s, enum face face, const char *word, size_t len)
{
	return s->len == len && s->face == face && memcmp(s->word, word, len) == 0;
}

const struct shaped *
word_cache_get(const struct word_cache *c, enum face face, const char *word, size_t len)
{
	const struct slot *s;

	if (len == 0 || len > WORD_BYTES)
		return NULL;
	s = &c->v[first_slot(face, word, len)];
	for (int i = 0; i < TRIES; i++)
		if (holds(&s[i], face, word, len))
			return &s[i].shaped;
	return NULL;
}

const struct shaped *
word_cache_put(struct word_cache *c, enum face face, const char *word, size_t len, struct shaped *shaped)
{
	struct slot *s;
	int at = 0;

	if (len == 0 || len > WORD_BYTES)
		return NULL;
	s = &c->v[first_slot(face, word, len)];
	while (at < TRIES && s[at].len > 0)
		at++;
	s += at % TRIES;                /* all taken: the first one goes */
	shaped_finish(&s->shaped);
	memcpy(s->word, word, len);
	s->len = (uint8_t)len;
	s->face = (uint8_t)face;
	s->shaped = *shaped;
	*shaped = (struct shaped){ 0 };
	return &s->shaped;
}
