#include <string.h>
#include "bank/rules.h"
#include "viva/bank.h"

size_t
bank_find_item(const struct bank *b, const char *id)
{
	size_t low = 0, high = b->item_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(b->items[b->items_by_id[mid]].id, id);

		if (order == 0)
			return b->items_by_id[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return SIZE_MAX;
}

size_t
bank_find_topic(const struct bank *b, const char *id)
{
	for (size_t i = 0; i < b->topic_count; i++)
		if (strcmp(b->topics[i].id, id) == 0)
			return i;
	return SIZE_MAX;
}

size_t
bank_find_area(const struct bank *b, const char *id)
{
	for (size_t i = 0; i < b->area_count; i++)
		if (strcmp(b->areas[i].id, id) == 0)
			return i;
	return SIZE_MAX;
}

const struct blueprint *
bank_find_blueprint(const struct bank *b, const char *id)
{
	for (size_t i = 0; i < b->blueprint_count; i++)
		if (strcmp(b->blueprints[i].id, id) == 0)
			return &b->blueprints[i];
	return NULL;
}

const struct blueprint *
bank_blueprint_of_minutes(const struct bank *b, int minutes)
{
	for (size_t i = 0; i < b->blueprint_count; i++)
		if (b->blueprints[i].minutes == minutes)
			return &b->blueprints[i];
	return NULL;
}

const struct prose *
bank_anchor(const struct bank *b, const struct item *it, int grade)
{
	const struct grade_scale *scale = &b->scale[grade];
	const struct prose *general = NULL;

	for (size_t i = 0; i < it->anchor_count; i++)
		if (it->anchors[i].grade == grade)
			return &it->anchors[i].text;
	for (size_t i = 0; i < scale->anchor_count; i++) {
		if (scale->anchors[i].kind == (int)it->kind)
			return &scale->anchors[i].text;
		if (scale->anchors[i].kind < 0)
			general = &scale->anchors[i].text;
	}
	return general;
}

const char *
kind_name(enum kind k)
{
	return bank_kind_words[k];
}

int
kind_from_name(const char *name)
{
	for (int k = 0; k < KIND_COUNT; k++)
		if (strcmp(bank_kind_words[k], name) == 0)
			return k;
	return -1;
}

const char *
difficulty_name(int difficulty)
{
	static const char *const names[DIFFICULTY_COUNT] = { "basic", "core", "stretch" };

	return names[difficulty - 1];
}
