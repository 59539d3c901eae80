#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <string.h>

#include "viva/arena.h"

#define BLOCK_BYTES (64 * 1024)         /* a bank of some hundred items fits a few of these */

struct block {
	struct block *next;
	size_t used, size;              /* of `bytes` */
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct block *first;            /* the one that small allocations come from */
};

struct arena *
arena_new(void)
{
	return calloc(1, sizeof(struct arena));
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->first; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

static struct block *
add_block(struct arena *a, size_t size)
{
	struct block *b;
	size_t bytes;

	if (__builtin_add_overflow(sizeof(*b), size, &bytes) || bytes > PTRDIFF_MAX)
		return NULL;
	b = calloc(1, bytes);
	if (b == NULL)
		return NULL;
	b->size = size;
	if (size > BLOCK_BYTES && a->first != NULL) {
		/* A big thing has its block to itself; the rest of the first one stays in use. */
		b->next = a->first->next;
		a->first->next = b;
	} else {
		b->next = a->first;
		a->first = b;
	}
	return b;
}

void *
arena_alloc(struct arena *a, size_t count, size_t size)
{
	const size_t unit = alignof(max_align_t);
	struct block *b = a->first;
	size_t need;
	void *p;

	if (__builtin_mul_overflow(count, size, &need))
		return NULL;
	if (need == 0)
		need = 1;
	if (__builtin_add_overflow(need, unit - 1, &need))
		return NULL;
	need -= need % unit;
	if (b == NULL || b->size - b->used < need) {
		b = add_block(a, need > BLOCK_BYTES ? need : BLOCK_BYTES);
		if (b == NULL)
			return NULL;
	}
	p = b->bytes + b->used;
	b->used += need;
	return p;
}

char *
arena_strndup(struct arena *a, const char *s, size_t len)
{
	char *copy;

	if (len == SIZE_MAX)
		return NULL;
	copy = arena_alloc(a, len + 1, 1);
	if (copy != NULL && len > 0)
		memcpy(copy, s, len);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	char *text = NULL;
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (len >= 0)
		text = arena_alloc(a, (size_t)len + 1, 1);
	if (text != NULL) {
		va_start(ap, fmt);
		vsnprintf(text, (size_t)len + 1, fmt, ap);
		va_end(ap);
	}
	return text;
}
