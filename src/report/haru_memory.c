#include "report/haru_memory.h"

#include <stddef.h>
#include <stdlib.h>

/* Stands before each block; as large as the strictest alignment asks. */
struct block {
	_Alignas(max_align_t) struct block *previous;
	struct block *next;
};

/*
 * The library hands its allocator no context, so the list is the program's; it draws one document at a time.
 */
static struct block *first;

void *
haru_malloc(unsigned size)
{
	struct block *b = malloc(sizeof(*b) + size);

	if (b == NULL)
		return NULL;
	b->previous = NULL;
	b->next = first;
	if (first != NULL)
		first->previous = b;
	first = b;
	return b + 1;
}

void
haru_free(void *p)
{
	struct block *b;

	if (p == NULL)
		return;
	b = (struct block *)p - 1;
	if (b->next != NULL)
		b->next->previous = b->previous;
	if (b->previous != NULL)
		b->previous->next = b->next;
	else
		first = b->next;
	free(b);
}

void
haru_free_rest(void)
{
	while (first != NULL) {
		struct block *b = first;

		first = b->next;
		free(b);
	}
}
