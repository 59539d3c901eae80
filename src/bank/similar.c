#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/bank.h"
#include "viva/buf.h"

#define SHINGLE_WORDS 3
#define SIMILAR_PERCENT 50      /* of the shingles of both together; a rewording keeps fewer */

/* The three-word runs of a stem as hashes, sorted, each once. */
struct shingles { uint64_t *v; size_t count; };

static int
compare_hash(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* FNV-1a (Fowler, Noll, Vo) of the next word in lower case; 0 at the end. */
static uint64_t
next_word(const char **s)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	const char *p = *s;

	while (*p != '\0' && !is_word_byte(*p))
		p++;
	if (*p == '\0')
		return 0;
	for (; is_word_byte(*p); p++)
		hash = (hash ^ (uint8_t)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p)) * UINT64_C(1099511628211);
	*s = p;
	return hash | 1;
}

static void
add_prose(struct buf *text, const struct block *block)
{
	for (size_t i = 0; i < block->prose_count; i++) {
		prose_plain(text, &block->prose[i], false);
		buf_putc(text, ' ');
	}
}

/* Only the prose counts: exhibits of different questions may look alike. */
static int
shingles_of(struct shingles *out, const struct item *it, struct arena *a)
{
	uint64_t window[SHINGLE_WORDS] = { 0 }, word;
	size_t words = 0, n = 0;
	struct buf text;
	const char *s;

	buf_init(&text);
	for (size_t i = 0; i < it->stem.count; i++)
		add_prose(&text, &it->stem.v[i]);
	out->v = buf_failed(&text) ? NULL : arena_alloc(a, text.len / 2 + 1, sizeof(*out->v));
	for (s = buf_text(&text); out->v != NULL && (word = next_word(&s)) != 0; words++) {
		uint64_t hash = 0;

		memmove(window, window + 1, sizeof(window) - sizeof(*window));
		window[SHINGLE_WORDS - 1] = word;
		for (size_t i = 0; i < SHINGLE_WORDS; i++)
			hash = (hash << 7 | hash >> 57) ^ window[i];
		if (words + 1 >= SHINGLE_WORDS)
			out->v[n++] = hash;
	}
	buf_finish(&text);
	if (out->v == NULL)
		return -1;
	if (n > 1)
		qsort(out->v, n, sizeof(*out->v), compare_hash);
	for (size_t i = 0; i < n; i++)
		if (out->count == 0 || out->v[out->count - 1] != out->v[i])
			out->v[out->count++] = out->v[i];
	return 0;
}

/* Jaccard's index: what both have of what either has, in percent. */
static unsigned
similarity(const struct shingles *a, const struct shingles *b)
{
	size_t i = 0, j = 0, both = 0;

	while (i < a->count && j < b->count) {
		int order = compare_hash(&a->v[i], &b->v[j]);

		both += order == 0;
		i += order <= 0;
		j += order >= 0;
	}
	return a->count + b->count == 0 ? 0 : (unsigned)(both * 100 / (a->count + b->count - both));
}

int
bank_check_stems(const struct bank *b, struct diags *d)
{
	struct arena *a = arena_new();
	struct shingles *all = a != NULL ? arena_alloc(a, b->item_count, sizeof(*all)) : NULL;
	int rc = all != NULL ? 0 : -1;

	for (size_t i = 0; rc == 0 && i < b->item_count && b->item_count <= BANK_STEMS_COMPARED_MAX; i++) {
		rc = shingles_of(&all[i], &b->items[i], a);
		for (size_t j = 0; rc == 0 && j < i; j++) {
			unsigned percent = similarity(&all[i], &all[j]);

			if (percent >= SIMILAR_PERCENT)
				diag_warning(d, b->items[i].at,
				    "item \"%s\": its stem is nearly that of \"%s\" (%u %% alike): "
				    "ask something else, or retire one",
				    b->items[i].id, b->items[j].id, percent);
		}
	}
	arena_free(a);
	return rc;
}
