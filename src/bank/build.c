#include <stdlib.h>
#include <string.h>
#include "bank/build.h"
#include "viva/arena.h"

int
build_init(struct build *b, struct diags *diags)
{
	memset(b, 0, sizeof(*b));
	b->diags = diags;
	vec_init(&b->creators, sizeof(struct creator));
	vec_init(&b->areas, sizeof(struct area));
	vec_init(&b->topics, sizeof(struct topic));
	vec_init(&b->groups, sizeof(struct enemy_group));
	vec_init(&b->blueprints, sizeof(struct blueprint));
	vec_init(&b->items, sizeof(struct draft_item));
	vec_init(&b->area_ids, sizeof(struct declared));
	vec_init(&b->topic_ids, sizeof(struct declared));
	vec_init(&b->group_ids, sizeof(struct declared));
	vec_init(&b->blueprint_ids, sizeof(struct declared));
	vec_init(&b->item_ids, sizeof(struct declared));
	vec_init(&b->quotas, sizeof(struct pending_quota));
	b->arena = arena_new();
	if (b->arena != NULL)
		b->bank = arena_alloc(b->arena, 1, sizeof(*b->bank));
	if (b->bank == NULL)
		return build_no_memory(b);
	b->bank->arena = b->arena;
	return 0;
}

void
build_finish(struct build *b)
{
	vec_finish(&b->creators);
	vec_finish(&b->areas);
	vec_finish(&b->topics);
	vec_finish(&b->groups);
	vec_finish(&b->blueprints);
	vec_finish(&b->items);
	vec_finish(&b->area_ids);
	vec_finish(&b->topic_ids);
	vec_finish(&b->group_ids);
	vec_finish(&b->blueprint_ids);
	vec_finish(&b->item_ids);
	vec_finish(&b->quotas);
	arena_free(b->arena);
	b->arena = NULL;
	b->bank = NULL;
}

struct bank *
build_take(struct build *b)
{
	struct bank *bank = b->bank;

	b->arena = NULL;
	b->bank = NULL;
	return bank;
}

int
build_no_memory(struct build *b)
{
	return diag_error(b->diags, (struct place){ 0, 0 }, "out of memory");
}

void *
build_alloc(struct build *b, size_t count, size_t size)
{
	void *p = arena_alloc(b->arena, count, size);

	if (p == NULL)
		build_no_memory(b);
	return p;
}

const char *
build_string(struct build *b, const char *s)
{
	const char *copy = s != NULL ? arena_strdup(b->arena, s) : NULL;

	if (s != NULL && copy == NULL)
		build_no_memory(b);
	return copy;
}

const char *
build_text(struct build *b, const struct node *n)
{
	char *copy = n != NULL ? arena_strdup(b->arena, node_text(n)) : NULL;

	if (copy != NULL)
		collapse(copy);
	else if (n != NULL)
		build_no_memory(b);
	return copy;
}

int
build_declare(struct build *b, struct vec *ids, const struct node *n, size_t index)
{
	const char *id = build_string(b, node_value(n, A_ID));
	struct declared *d;

	if (id == NULL)
		return node_value(n, A_ID) == NULL ? 0 : -1;
	d = vec_push(ids);
	if (d == NULL)
		return build_no_memory(b);
	*d = (struct declared){ .id = id, .index = index, .at = n->at };
	return 0;
}

/* ---- the head ---- */

int
build_root(struct build *b, const struct node *root)
{
	b->bank->id = build_string(b, node_value(root, A_ID));
	b->bank->version = build_string(b, node_value(root, A_VERSION));
	b->bank->lang = build_string(b, node_value(root, A_LANG));
	return 0;
}

static int
build_metadata(struct build *b, const struct node *n)
{
	const struct node *license = node_child(n, E_LICENSE);

	b->bank->title = build_text(b, node_child(n, E_TITLE));
	b->bank->description = build_text(b, node_child(n, E_DESCRIPTION));
	b->bank->license = build_text(b, license);
	b->bank->spdx = build_string(b, node_value(license, A_SPDX));
	b->bank->date = build_text(b, node_child(n, E_DATE));
	for (const struct node *c = node_child(n, E_CREATOR); c != NULL; c = node_again(c)) {
		struct creator *creator = vec_push(&b->creators);

		if (creator == NULL)
			return build_no_memory(b);
		creator->name = build_text(b, c);
		creator->href = build_string(b, node_value(c, A_HREF));
	}
	return 0;
}

static int
build_topic(struct build *b, const struct node *n, size_t area)
{
	struct topic *topic = vec_push(&b->topics);

	if (topic == NULL)
		return build_no_memory(b);
	topic->id = build_string(b, node_value(n, A_ID));
	topic->title = build_text(b, node_child(n, E_TITLE));
	topic->area = area;
	topic->share_percent = node_number(n, A_SHARE, -1);
	return build_declare(b, &b->topic_ids, n, b->topics.count - 1);
}

static int
build_taxonomy(struct build *b, const struct node *n)
{
	b->taxonomy_at = n->at;
	for (const struct node *a = node_child(n, E_AREA); a != NULL; a = node_again(a)) {
		size_t index = b->areas.count;
		struct area *area = vec_push(&b->areas);

		if (area == NULL)
			return build_no_memory(b);
		area->id = build_string(b, node_value(a, A_ID));
		area->title = build_text(b, node_child(a, E_TITLE));
		if (build_declare(b, &b->area_ids, a, index) != 0)
			return -1;
		for (const struct node *t = node_child(a, E_TOPIC); t != NULL; t = node_again(t))
			if (build_topic(b, t, index) != 0)
				return -1;
	}
	return 0;
}

static int
build_grade(struct build *b, const struct node *n, struct grade_scale *grade)
{
	size_t count = node_count(n, E_ANCHOR), i = 0;
	struct scale_anchor *anchors = build_alloc(b, count, sizeof(*anchors));
	unsigned kinds = 0;

	if (anchors == NULL)
		return -1;
	grade->title = build_text(b, node_child(n, E_TITLE));
	grade->anchors = anchors;
	grade->anchor_count = count;
	for (const struct node *a = node_child(n, E_ANCHOR); a != NULL; a = node_again(a), i++) {
		anchors[i].kind = node_number(a, A_KIND, -1);
		if ((kinds >> (anchors[i].kind + 1) & 1) != 0)
			node_error(b->diags, a, "a second <anchor> of grade %d for %s",
			    node_number(n, A_VALUE, 0),
			    anchors[i].kind < 0 ? "all kinds" : kind_name((enum kind)anchors[i].kind));
		kinds |= 1u << (anchors[i].kind + 1);
		if (build_prose(b, a, &anchors[i].text) != 0)
			return -1;
	}
	return 0;
}

static int
build_scale(struct build *b, const struct node *n)
{
	bool all_known = true;

	b->scale_at = n->at;
	for (const struct node *g = node_child(n, E_GRADE); g != NULL; g = node_again(g)) {
		int value = node_number(g, A_VALUE, -1);

		all_known = all_known && value >= 0;
		if (value < 0)
			continue;
		if ((b->grades_seen >> value & 1) != 0)
			node_error(b->diags, g, "a second <grade> with value %d", value);
		b->grades_seen |= 1u << value;
		if (build_grade(b, g, &b->bank->scale[value]) != 0)
			return -1;
	}
	for (int value = 0; value <= GRADE_MAX && all_known; value++)
		if ((b->grades_seen >> value & 1) == 0)
			node_error(b->diags, n, "<rating-scale> lacks the <grade> with value %d", value);
	return 0;
}

static int
build_group(struct build *b, const struct node *n)
{
	struct enemy_group *group = vec_push(&b->groups);

	if (group == NULL)
		return build_no_memory(b);
	group->id = build_string(b, node_value(n, A_ID));
	group->text = build_text(b, n);
	group->reason = (enum enemy_reason)node_number(n, A_REASON, ENEMY_OVERLAP);
	group->at = n->at;
	return build_declare(b, &b->group_ids, n, b->groups.count - 1);
}

/* ---- blueprints ---- */

static int
build_quota(struct build *b, const struct node *n, struct quota *quota)
{
	static const enum attribute named[] = { A_AREA, A_TOPIC };
	struct pending_quota *pending;

	quota->min = node_number(n, A_MIN, 0);
	quota->max = node_number(n, A_MAX, quota->min);
	quota->target_tenths = node_number(n, A_TARGET, -1);
	quota->at = n->at;
	quota->value = SIZE_MAX;
	check_quota(b, n, quota);
	if (node_value(n, A_KIND) != NULL) {
		quota->on = QUOTA_KIND;
		quota->value = (size_t)node_number(n, A_KIND, 0);
	} else if (node_value(n, A_DIFFICULTY) != NULL) {
		quota->on = QUOTA_DIFFICULTY;
		quota->value = (size_t)node_number(n, A_DIFFICULTY, 0) + 1;
	}
	for (size_t i = 0; i < 2; i++) {
		if (node_value(n, named[i]) == NULL)
			continue;
		quota->on = i == 0 ? QUOTA_AREA : QUOTA_TOPIC;
		pending = vec_push(&b->quotas);
		if (pending == NULL)
			return build_no_memory(b);
		pending->quota = quota;
		pending->name = build_string(b, node_value(n, named[i]));
		pending->blueprint = build_string(b, node_value(n->parent, A_ID));
	}
	return 0;
}

static int
build_blueprint(struct build *b, const struct node *n)
{
	size_t count = node_count(n, E_QUOTA), i = 0;
	struct quota *quotas = build_alloc(b, count, sizeof(*quotas));
	struct blueprint *bp;

	if (quotas == NULL)
		return -1;
	if (b->blueprints.count == BANK_BLUEPRINTS_MAX)
		return node_error(b->diags, n, "more than %u blueprints", BANK_BLUEPRINTS_MAX);
	bp = vec_push(&b->blueprints);
	if (bp == NULL)
		return build_no_memory(b);
	bp->id = build_string(b, node_value(n, A_ID));
	bp->title = build_text(b, node_child(n, E_TITLE));
	bp->minutes = node_number(n, A_MINUTES, 1);
	bp->items = node_number(n, A_ITEMS, 1);
	bp->answer_min = node_number(n, A_ANSWER_MIN, 0);
	bp->answer_max = node_number(n, A_ANSWER_MAX, bp->answer_min);
	bp->topic_max = node_number(n, A_TOPIC_MAX, 0);
	bp->sessions = node_number(n, A_SESSIONS, BANK_SESSIONS_WISHED);
	bp->quotas = quotas;
	bp->quota_count = count;
	bp->at = n->at;
	for (const struct node *q = node_child(n, E_QUOTA); q != NULL; q = node_again(q))
		if (build_quota(b, q, &quotas[i++]) != 0)
			return -1;
	check_blueprint(b, n, bp);
	return build_declare(b, &b->blueprint_ids, n, b->blueprints.count - 1);
}

int
build_part(struct build *b, const struct node *part)
{
	switch (part->rule->element) {
	case E_METADATA: return build_metadata(b, part);
	case E_TAXONOMY: return build_taxonomy(b, part);
	case E_RATING_SCALE: return build_scale(b, part);
	case E_ENEMY_GROUP: return build_group(b, part);
	case E_BLUEPRINT: return build_blueprint(b, part);
	default: return build_item(b, part);
	}
}
