#include "viva/draw.h"
#include "viva/err.h"

/*
 * Shares no code with the drawing: it looks at a finished form, one rule after the other.
 */

static bool
in_quota(const struct bank *b, const struct quota *q, const struct item *it)
{
	switch (q->on) {
	case QUOTA_AREA: return b->topics[it->topic].area == q->value;
	case QUOTA_TOPIC: return it->topic == q->value;
	case QUOTA_KIND: return it->kind == q->value;
	case QUOTA_DIFFICULTY: break;
	}
	return it->difficulty == (int)q->value;
}

static int
check_items(const struct draw_request *rq, const size_t *form, size_t count, struct err *err)
{
	const struct bank *b = rq->bank;

	for (size_t i = 0; i < count; i++) {
		if (form[i] >= b->item_count)
			return err_set(err, EXIT_FINDINGS, "position %zu: no such item", i + 1);
		if (b->items[form[i]].status != ITEM_ACTIVE)
			return err_set(err, EXIT_FINDINGS, "item %s is not active", b->items[form[i]].id);
		if (rq->use != NULL && rq->use[form[i]] == ITEM_EXCLUDED)
			return err_set(err, EXIT_FINDINGS, "item %s is excluded", b->items[form[i]].id);
		for (size_t k = 0; k < i; k++)
			if (form[k] == form[i])
				return err_set(
				    err, EXIT_FINDINGS, "item %s stands twice", b->items[form[i]].id);
	}
	for (size_t i = 0; rq->use != NULL && i < b->item_count; i++) {
		bool there = rq->use[i] != ITEM_REQUIRED;

		for (size_t k = 0; k < count && !there; k++)
			there = form[k] == i;
		if (!there)
			return err_set(err, EXIT_FINDINGS, "required item %s is missing", b->items[i].id);
	}
	return 0;
}

static int
check_quotas(const struct bank *b, const struct blueprint *bp, const size_t *form, size_t count,
    struct err *err)
{
	for (size_t q = 0; q < bp->quota_count; q++) {
		int n = 0;

		for (size_t i = 0; i < count; i++)
			n += in_quota(b, &bp->quotas[q], &b->items[form[i]]);
		if (n < bp->quotas[q].min || n > bp->quotas[q].max)
			return err_set(err, EXIT_FINDINGS, "quota %zu: %d items, not %d to %d", q + 1, n,
			    bp->quotas[q].min, bp->quotas[q].max);
	}
	for (size_t i = 0; i < count && bp->topic_max > 0; i++) {
		int n = 0;

		for (size_t k = 0; k < count; k++)
			n += b->items[form[k]].topic == b->items[form[i]].topic;
		if (n > bp->topic_max)
			return err_set(err, EXIT_FINDINGS, "topic %s: %d items, not at most %d",
			    b->topics[b->items[form[i]].topic].id, n, bp->topic_max);
	}
	return 0;
}

static int
check_enemies(const struct bank *b, const size_t *form, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++) {
			const struct item *x = &b->items[form[i]], *y = &b->items[form[k]];

			for (size_t e = 0; e < x->enemy_count; e++)
				for (size_t f = 0; f < y->enemy_count; f++)
					if (x->enemies[e] == y->enemies[f])
						return err_set(err, EXIT_FINDINGS,
						    "items %s and %s are enemies (%s)", y->id, x->id,
						    b->enemy_groups[x->enemies[e]].id);
		}
	return 0;
}

int
draw_check(const struct draw_request *rq, const size_t *form, size_t count, struct err *err)
{
	const struct bank *b = rq->bank;
	const struct blueprint *bp = rq->blueprint;
	int64_t tenths = 0;

	if (bp->items < 0 || count != (size_t)bp->items)
		return err_set(err, EXIT_FINDINGS, "%zu items, not %d", count, bp->items);
	if (check_items(rq, form, count, err) != 0 || check_quotas(b, bp, form, count, err) != 0 ||
	    check_enemies(b, form, count, err) != 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		tenths += b->items[form[i]].limit_tenths;
	if (bp->answer_max > 0 &&
	    (tenths < 10 * (int64_t)bp->answer_min || tenths > 10 * (int64_t)bp->answer_max))
		return err_set(err, EXIT_FINDINGS, "%d.%d answer minutes, not %d to %d", (int)(tenths / 10),
		    (int)(tenths % 10), bp->answer_min, bp->answer_max);
	if (bp->quota_count > 0 && count > 0 && b->items[form[0]].difficulty != 1)
		return err_set(
		    err, EXIT_FINDINGS, "the first item, %s, is not of difficulty 1", b->items[form[0]].id);
	return 0;
}
