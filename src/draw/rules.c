#include "viva/arena.h"
#include "draw/rules.h"

bool
rules_eligible(const struct draw_request *rq, size_t item)
{
	return rq->bank->items[item].status == ITEM_ACTIVE &&
	    (rq->use == NULL || rq->use[item] != ITEM_EXCLUDED);
}

bool
rules_drill(const struct blueprint *bp)
{
	return bp->quota_count == 0;
}

static enum rule_on
rule_of_quota(enum quota_on on)
{
	switch (on) {
	case QUOTA_AREA: return RULE_AREA;
	case QUOTA_TOPIC: return RULE_TOPIC;
	case QUOTA_KIND: return RULE_KIND;
	case QUOTA_DIFFICULTY: break;
	}
	return RULE_DIFFICULTY;
}

/* Groups of which at least two items could be drawn: members[g] > 1. */
static uint32_t *
count_members(const struct draw_request *rq, struct arena *a)
{
	const struct bank *b = rq->bank;
	uint32_t *members = arena_alloc(a, b->enemy_group_count, sizeof(*members));

	if (members == NULL)
		return NULL;
	for (size_t i = 0; i < b->item_count; i++)
		if (rules_eligible(rq, i))
			for (size_t e = 0; e < b->items[i].enemy_count; e++)
				members[b->items[i].enemies[e]]++;
	return members;
}

int
rules_of_request(struct rule **out, size_t *count, const struct draw_request *rq, struct arena *a)
{
	const struct bank *b = rq->bank;
	const struct blueprint *bp = rq->blueprint;
	uint32_t *members = count_members(rq, a);
	size_t room = 4 + bp->quota_count + b->enemy_group_count, n = 0;
	struct rule *rules;

	for (size_t i = 0; rq->use != NULL && i < b->item_count; i++)
		room += rq->use[i] == ITEM_REQUIRED;
	rules = arena_alloc(a, room, sizeof(*rules));
	if (members == NULL || rules == NULL)
		return -1;
	rules[n++] = (struct rule){ RULE_ITEMS, 0, bp->items, bp->items };
	if (bp->answer_max > 0)
		rules[n++] = (struct rule){ RULE_MINUTES, 0, bp->answer_min, bp->answer_max };
	for (size_t q = 0; q < bp->quota_count; q++)
		rules[n++] = (struct rule){ rule_of_quota(bp->quotas[q].on), bp->quotas[q].value,
			bp->quotas[q].min, bp->quotas[q].max };
	if (bp->topic_max > 0)
		rules[n++] = (struct rule){ RULE_TOPIC_MAX, 0, 0, bp->topic_max };
	if (!rules_drill(bp) && bp->items > 0)
		rules[n++] = (struct rule){ RULE_FIRST, 0, 1, bp->items };
	for (size_t i = 0; rq->use != NULL && i < b->item_count; i++)
		if (rq->use[i] == ITEM_REQUIRED)
			rules[n++] = (struct rule){ RULE_REQUIRED, i, 1, 1 };
	for (size_t g = 0; g < b->enemy_group_count; g++)
		if (members[g] > 1)
			rules[n++] = (struct rule){ RULE_ENEMIES, g, 0, 1 };
	*out = rules;
	*count = n;
	return 0;
}

static void
apply_rule(struct limits *l, const struct bank *b, const struct rule *r, size_t *fixed)
{
	switch (r->on) {
	case RULE_ITEMS: range_narrow(&l->items, r->min, r->max); break;
	case RULE_MINUTES:
		range_narrow(&l->tenths, 10 * (r->min < MINUTES_MAX ? r->min : MINUTES_MAX),
		    10 * (r->max < MINUTES_MAX ? r->max : MINUTES_MAX));
		break;
	case RULE_AREA: range_narrow(&l->areas[r->value], r->min, r->max); break;
	case RULE_TOPIC: range_narrow(&l->topics[r->value], r->min, r->max); break;
	case RULE_KIND: range_narrow(&l->kind[r->value], r->min, r->max); break;
	case RULE_DIFFICULTY: range_narrow(&l->difficulty[r->value - 1], r->min, r->max); break;
	case RULE_TOPIC_MAX:
		for (size_t t = 0; t < b->topic_count; t++)
			range_narrow(&l->topics[t], 0, r->max);
		break;
	case RULE_ENEMIES: l->enemies[r->value] |= r->max <= 1; break;
	case RULE_REQUIRED:
		if (r->min > 0)
			fixed[l->fixed_count++] = r->value;
		break;
	case RULE_FIRST: range_narrow(&l->difficulty[0], r->min, DRAW_ITEMS_MAX); break;
	}
}

int
rules_limits(struct limits *out, const struct bank *b, const struct rule *rules, size_t count,
    struct arena *a)
{
	const struct range any = { 0, DRAW_ITEMS_MAX };
	size_t *fixed = arena_alloc(a, count + DRAW_ITEMS_MAX, sizeof(*fixed));
	struct limits l = { .items = any, .tenths = { 0, 10 * MINUTES_MAX }, .met_max = DRAW_ITEMS_MAX,
		.fixed = fixed };

	l.areas = arena_alloc(a, b->area_count, sizeof(*l.areas));
	l.topics = arena_alloc(a, b->topic_count, sizeof(*l.topics));
	l.enemies = arena_alloc(a, b->enemy_group_count, sizeof(*l.enemies));
	if (fixed == NULL || l.areas == NULL || l.topics == NULL || l.enemies == NULL)
		return -1;
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		l.difficulty[d] = any;
	for (int k = 0; k < KIND_COUNT; k++)
		l.kind[k] = any;
	for (size_t i = 0; i < b->area_count; i++)
		l.areas[i] = any;
	for (size_t t = 0; t < b->topic_count; t++)
		l.topics[t] = any;
	for (size_t i = 0; i < count; i++)
		apply_rule(&l, b, &rules[i], fixed);
	*out = l;
	return 0;
}
