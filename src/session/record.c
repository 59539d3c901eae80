#include "viva/arena.h"
#include "viva/record.h"

void
record_free(struct record *r)
{
	struct arena *arena;

	if (r == NULL)
		return;
	if (r->banks != NULL)
		for (size_t i = 0; i < r->item_count; i++)
			bank_free(r->banks[i]);
	arena = r->arena;       /* holds `r` itself */
	arena_free(arena);
}

const struct item *
record_item(const struct record *r, size_t position)
{
	return &r->banks[position]->items[0];
}

const struct rating *
record_rating(const struct item_record *it)
{
	if (it->interviewer.settled)
		return &it->interviewer;
	return it->self.settled ? &it->self : NULL;
}
