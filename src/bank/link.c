#include <stdlib.h>
#include <string.h>
#include "bank/build.h"
#include "viva/arena.h"

/* ---- references ---- */

/* `declared` is false where the file has no taxonomy: that was said, and says nothing about the names. */
static size_t
resolve(struct build *b, const struct vec *ids, const char *name, bool declared, struct place at,
    const char *who, const char *id, const char *what)
{
	size_t index = name != NULL ? declared_find(ids, name) : SIZE_MAX;

	if (index == SIZE_MAX && name != NULL && declared)
		diag_error(b->diags, at, "%s \"%s\": no %s \"%s\" in this bank", who, id != NULL ? id : "",
		    what, name);
	return index;
}

static int
compare_indices(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The item's enemy groups as indices, ascending, each once. */
static int
link_enemies(struct build *b, struct draft_item *draft, size_t *members)
{
	struct item *it = &draft->item;
	size_t *v = build_alloc(b, it->enemy_count, sizeof(*v)), count = 0, kept = 0;

	if (v == NULL)
		return -1;
	for (size_t i = 0; i < it->enemy_count; i++) {
		v[count] = resolve(b, &b->group_ids, draft->enemies[i], true, it->at, "item", it->id,
		    "enemy-group");
		count += v[count] != SIZE_MAX;
	}
	qsort(v, count, sizeof(*v), compare_indices);
	for (size_t i = 0; i < count; i++) {
		if (kept > 0 && v[kept - 1] == v[i]) {
			diag_warning(b->diags, it->at, "item \"%s\": enemies names a group twice",
			    it->id != NULL ? it->id : "");
			continue;
		}
		v[kept++] = v[i];
		members[v[i]]++;
	}
	it->enemies = v;
	it->enemy_count = kept;
	return 0;
}

static void
check_group_sizes(struct build *b, const size_t *members)
{
	for (size_t i = 0; i < b->groups.count; i++) {
		const struct enemy_group *group = vec_at(&b->groups, i);

		if (members[i] < 2 && group->id != NULL)
			diag_warning(b->diags, group->at, "enemy-group \"%s\": %s; a group parts two or more",
			    group->id, members[i] == 0 ? "no item names it" : "only one item names it");
	}
}

static int
link_items(struct build *b)
{
	size_t *members = calloc(b->groups.count + 1, sizeof(*members));
	struct item *items = build_alloc(b, b->items.count, sizeof(*items));
	int status = -1;

	if (members == NULL)
		build_no_memory(b);
	if (members == NULL || items == NULL)
		goto out;
	for (size_t i = 0; i < b->items.count; i++) {
		struct draft_item *draft = vec_at(&b->items, i);

		draft->item.topic = resolve(b, &b->topic_ids, draft->topic, b->taxonomy_at.line > 0,
		    draft->item.at, "item", draft->item.id, "topic");
		if (link_enemies(b, draft, members) != 0)
			goto out;
		items[i] = draft->item;
	}
	check_group_sizes(b, members);
	b->bank->items = items;
	b->bank->item_count = b->items.count;
	status = 0;
out:
	free(members);
	return status;
}

/* ---- quotas ---- */

static int
compare_quotas(const void *a, const void *b)
{
	const struct quota *x = *(const struct quota *const *)a, *y = *(const struct quota *const *)b;

	if (x->on != y->on)
		return (x->on > y->on) - (x->on < y->on);
	if (x->value != y->value)
		return (x->value > y->value) - (x->value < y->value);
	return (x > y) - (x < y);
}

static int
check_quotas_differ(struct build *b, const struct blueprint *bp)
{
	const struct quota **v = malloc((bp->quota_count + 1) * sizeof(*v));

	if (v == NULL)
		return build_no_memory(b);
	for (size_t i = 0; i < bp->quota_count; i++)
		v[i] = &bp->quotas[i];
	qsort(v, bp->quota_count, sizeof(*v), compare_quotas);
	for (size_t i = 1; i < bp->quota_count; i++)
		if (v[i]->on == v[i - 1]->on && v[i]->value == v[i - 1]->value && v[i]->value != SIZE_MAX)
			diag_error(b->diags, v[i]->at,
			    "blueprint \"%s\": a second quota on the same thing, see line %u",
			    bp->id != NULL ? bp->id : "", (unsigned)v[i - 1]->at.line);
	free(v);
	return 0;
}

static int
link_quotas(struct build *b)
{
	for (size_t i = 0; i < b->quotas.count; i++) {
		struct pending_quota *p = vec_at(&b->quotas, i);
		bool area = p->quota->on == QUOTA_AREA;

		p->quota->value = resolve(b, area ? &b->area_ids : &b->topic_ids, p->name,
		    b->taxonomy_at.line > 0, p->quota->at, "blueprint", p->blueprint,
		    area ? "area" : "topic");
	}
	for (size_t i = 0; i < b->blueprints.count; i++)
		if (check_quotas_differ(b, vec_at(&b->blueprints, i)) != 0)
			return -1;
	return 0;
}

/* ---- the whole ---- */

static void
check_shares(struct build *b)
{
	int64_t sum = 0;

	for (size_t i = 0; i < b->topics.count; i++) {
		const struct topic *t = vec_at(&b->topics, i);

		if (t->share_percent < 0)
			return;                         /* a share is missing or no number: that was said */
		sum += t->share_percent;
	}
	if (b->topics.count > 0 && sum != 100)
		diag_error(b->diags, b->taxonomy_at, "the shares of the topics sum to %lld, not to 100",
		    (long long)sum);
}

static bool
has_anchor(const struct grade_scale *grade, int kind)
{
	for (size_t i = 0; i < grade->anchor_count; i++)
		if (grade->anchors[i].kind == kind || grade->anchors[i].kind < 0)
			return true;
	return false;
}

static void
check_anchors(struct build *b)
{
	bool used[KIND_COUNT] = { false };

	for (size_t i = 0; i < b->bank->item_count; i++)
		if (b->bank->items[i].status == ITEM_ACTIVE)
			used[b->bank->items[i].kind] = true;
	for (int grade = 0; grade <= GRADE_MAX; grade++)
		for (int kind = 0; kind < KIND_COUNT; kind++)
			if (used[kind] && (b->grades_seen >> grade & 1) != 0 &&
			    !has_anchor(&b->bank->scale[grade], kind))
				diag_warning(b->diags, b->scale_at,
				    "grade %d has no anchor for items of kind %s", grade,
				    kind_name((enum kind)kind));
}

static int
index_items(struct build *b)
{
	size_t *v = build_alloc(b, b->item_ids.count, sizeof(*v));

	if (v == NULL)
		return -1;
	for (size_t i = 0; i < b->item_ids.count; i++)
		v[i] = ((const struct declared *)vec_at(&b->item_ids, i))->index;
	b->bank->items_by_id = v;
	return 0;
}

static int
copy_vectors(struct build *b)
{
	struct bank *bank = b->bank;

	bank->creators = vec_copy(&b->creators, b->arena);
	bank->creator_count = b->creators.count;
	bank->areas = vec_copy(&b->areas, b->arena);
	bank->area_count = b->areas.count;
	bank->topics = vec_copy(&b->topics, b->arena);
	bank->topic_count = b->topics.count;
	bank->enemy_groups = vec_copy(&b->groups, b->arena);
	bank->enemy_group_count = b->groups.count;
	bank->blueprints = vec_copy(&b->blueprints, b->arena);
	bank->blueprint_count = b->blueprints.count;
	if (bank->creators == NULL || bank->areas == NULL || bank->topics == NULL ||
	    bank->enemy_groups == NULL || bank->blueprints == NULL)
		return build_no_memory(b);
	return 0;
}

int
build_link(struct build *b)
{
	declared_sort(&b->area_ids, b->diags, "area");
	declared_sort(&b->topic_ids, b->diags, "topic");
	declared_sort(&b->group_ids, b->diags, "enemy-group");
	declared_sort(&b->blueprint_ids, b->diags, "blueprint");
	declared_sort(&b->item_ids, b->diags, "item");
	check_shares(b);
	if (link_quotas(b) != 0 || link_items(b) != 0 || index_items(b) != 0 || copy_vectors(b) != 0)
		return -1;
	check_anchors(b);
	return 0;
}
