#include "cli/no_such.h"

#include <stdlib.h>

#include "cli/nearest.h"
#include "viva/buf.h"

/* `ids` may be NULL: out of memory; it is freed. */
static int
refuse(const char *what, const char *word, const char **ids, size_t count, struct err *err)
{
	struct buf nearest;

	if (ids == NULL)
		return err_memory(err);
	buf_init(&nearest);
	nearest_names(&nearest, word, ids, count);
	err_set(err, EXIT_FINDINGS, "the bank has no %s \"%s\"; it has %s", what, word,
	    count > 0 ? buf_text(&nearest) : "none");
	buf_finish(&nearest);
	free(ids);
	return -1;
}

static const char **
room(size_t count)
{
	return calloc(count + 1, sizeof(const char *));
}

int
no_such_topic(const struct bank *b, const char *word, struct err *err)
{
	const char **ids = room(b->topic_count);

	for (size_t i = 0; ids != NULL && i < b->topic_count; i++)
		ids[i] = b->topics[i].id;
	return refuse("topic", word, ids, b->topic_count, err);
}

int
no_such_blueprint(const struct bank *b, const char *word, struct err *err)
{
	const char **ids = room(b->blueprint_count);

	for (size_t i = 0; ids != NULL && i < b->blueprint_count; i++)
		ids[i] = b->blueprints[i].id;
	return refuse("blueprint", word, ids, b->blueprint_count, err);
}

int
no_such_item(const struct bank *b, const char *word, struct err *err)
{
	const char **ids = room(b->item_count);

	for (size_t i = 0; ids != NULL && i < b->item_count; i++)
		ids[i] = b->items[i].id;
	return refuse("item", word, ids, b->item_count, err);
}

int
no_such_minutes(const struct bank *b, long minutes, struct err *err)
{
	struct buf has;
	bool *said = calloc(b->blueprint_count + 1, sizeof(*said));

	if (said == NULL)
		return err_memory(err);
	buf_init(&has);
	for (size_t k = 0; k < b->blueprint_count && k < NEAREST_SHOWN; k++) {
		size_t best = b->blueprint_count;

		for (size_t i = 0; i < b->blueprint_count; i++)
			if (!said[i] &&
			    (best == b->blueprint_count ||
			        labs(b->blueprints[i].minutes - minutes) <
			            labs(b->blueprints[best].minutes - minutes)))
				best = i;
		said[best] = true;
		buf_printf(&has, "%s%d", k == 0 ? "" : k + 1 == b->blueprint_count ? " and " : ", ",
		    b->blueprints[best].minutes);
	}
	err_set(err, EXIT_FINDINGS, "the bank has no blueprint of %ld %s; it has %s", minutes,
	    plural((int)minutes, "minute", "minutes"), has.len > 0 ? buf_text(&has) : "none");
	buf_finish(&has);
	free(said);
	return -1;
}
