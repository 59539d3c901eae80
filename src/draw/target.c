#include "viva/arena.h"
#include "draw/target.h"

int
target_floor(const struct target *t)
{
	return (int)(t->num / t->den);
}

int
target_ceil(const struct target *t)
{
	return (int)((t->num + t->den - 1) / t->den);
}

int
target_tenths(const struct target *t)
{
	return t->set ? (int)((20 * t->num + t->den) / (2 * t->den)) : -1;
}

/* One member of a family that shares a total; bounds in tenths of an item. */
struct member {
	int64_t weight;
	int64_t low, high;
	enum { MEMBER_FREE, MEMBER_LOW, MEMBER_HIGH } state;
	bool settled;
	struct target *target;
};

/* What the free members share once the others stand at their bounds: rest/(10 * den), by weight. */
static int64_t
free_share(const struct member *m, size_t count, const struct target *total, int64_t *weight)
{
	int64_t rest = 10 * total->num;

	*weight = 0;
	for (size_t i = 0; i < count; i++)
		if (m[i].settled)
			rest -= (m[i].state == MEMBER_LOW ? m[i].low : m[i].high) * total->den;
		else
			*weight += m[i].weight;
	return rest;
}

/* Without any weight left, the free members are equals. */
static void
level_weights(struct member *m, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!m[i].settled)
			m[i].weight = 1;
}

/*
 * Shares `total` by weight, each member within its bounds.  Whoever would leave the bounds on
 * the side that outweighs the other surely stands at that bound in the solution; it is settled
 * there and the rest is shared again.  Returns false where the bounds admit no such total.
 */
static bool
share_total(struct member *m, size_t count, const struct target *total)
{
	int64_t low = 0, high = 0, weight, rest;
	bool changed = true;

	for (size_t i = 0; i < count; i++) {
		low += m[i].low;
		high += m[i].high;
		if (m[i].low > m[i].high)
			return false;
	}
	if (low * total->den > 10 * total->num || high * total->den < 10 * total->num)
		return false;
	while (changed) {
		int64_t lack = 0, excess = 0;

		changed = false;
		rest = free_share(m, count, total, &weight);
		if (weight == 0) {
			level_weights(m, count);
			rest = free_share(m, count, total, &weight);
		}
		for (size_t i = 0; i < count && weight > 0; i++) {
			int64_t wish = m[i].weight * rest, unit = weight * total->den;

			if (m[i].settled)
				continue;
			m[i].state = wish < m[i].low * unit ? MEMBER_LOW :
			    wish > m[i].high * unit ? MEMBER_HIGH : MEMBER_FREE;
			if (m[i].state == MEMBER_LOW)
				lack += m[i].low * unit - wish;
			else if (m[i].state == MEMBER_HIGH)
				excess += wish - m[i].high * unit;
		}
		for (size_t i = 0; i < count; i++)
			if (!m[i].settled && ((m[i].state == MEMBER_LOW && lack >= excess && lack > 0) ||
			    (m[i].state == MEMBER_HIGH && excess >= lack && excess > 0)))
				m[i].settled = changed = true;
	}
	for (size_t i = 0; i < count; i++)
		if (m[i].settled)
			*m[i].target = (struct target){ true, m[i].state == MEMBER_LOW ? m[i].low : m[i].high,
				10 };
		else
			*m[i].target = (struct target){ true, m[i].weight * rest, 10 * weight * total->den };
	return true;
}

/* Items of the pool and fixed ones that count for a value of a family. */
struct supply {
	struct range *areas, *topics;
	struct range difficulty[DIFFICULTY_COUNT], kind[KIND_COUNT];
};

static void
add_supply(struct supply *s, const struct bank *b, const struct pick *p, int fixed)
{
	struct range *r[4] = { &s->areas[b->topics[p->topic].area], &s->topics[p->topic],
		&s->difficulty[p->difficulty], &s->kind[p->kind] };

	for (int i = 0; i < 4; i++) {
		r[i]->min += fixed;
		r[i]->max++;
	}
}

static int
count_supply(struct supply *s, const struct pool *p, struct arena *a)
{
	*s = (struct supply){ .areas = arena_alloc(a, p->bank->area_count, sizeof(*s->areas)),
		.topics = arena_alloc(a, p->bank->topic_count, sizeof(*s->topics)) };
	if (s->areas == NULL || s->topics == NULL)
		return -1;
	for (size_t i = 0; i < p->count; i++)
		add_supply(s, p->bank, &p->picks[i], 0);
	for (size_t i = 0; i < p->fixed_count; i++)
		add_supply(s, p->bank, &p->fixed[i], 1);
	return 0;
}

static const struct quota *
find_quota(const struct blueprint *bp, enum quota_on on, size_t value)
{
	for (size_t q = 0; q < bp->quota_count; q++)
		if (bp->quotas[q].on == on && bp->quotas[q].value == value)
			return &bp->quotas[q];
	return NULL;
}

static struct member
member_within(const struct range *limit, const struct range *supply, struct target *target)
{
	struct range r = *limit;

	range_narrow(&r, supply->min, supply->max);
	return (struct member){ .low = 10 * (int64_t)r.min, .high = 10 * (int64_t)r.max, .target = target };
}

static int64_t
wish_tenths(const struct quota *q, int items)
{
	int64_t min = q->min < items ? q->min : items, max = q->max < items ? q->max : items;

	return q->target_tenths >= 0 ? q->target_tenths : 5 * (min + max);
}

/*
 * Difficulties and kinds: the quota's target, else its middle.  Values without a quota share
 * what the others leave evenly.
 */
static bool
fit_family(struct target *targets, int items, const struct range *limits, const struct range *supply,
    size_t count, const struct blueprint *bp, enum quota_on on, size_t base)
{
	const struct target total = { true, items, 1 };
	struct member m[KIND_COUNT];
	int64_t rest = 10 * (int64_t)items, open = 0;

	for (size_t i = 0; i < count; i++) {
		const struct quota *q = find_quota(bp, on, base + i);

		m[i] = member_within(&limits[i], &supply[i], &targets[i]);
		m[i].weight = -1;
		if (q != NULL)
			m[i].weight = wish_tenths(q, items);
		if (q != NULL)
			rest -= m[i].weight;
		else if (m[i].high > 0)
			open++;
	}
	/* In units of 1/open of a tenth, so that an even share stays whole. */
	for (size_t i = 0; i < count; i++)
		if (m[i].weight < 0)
			m[i].weight = m[i].high > 0 && rest > 0 ? rest : 0;
		else if (open > 0)
			m[i].weight *= open;
	return share_total(m, count, &total);
}

/* A quota's own target holds a member there, if its bounds let it. */
static void
pin(struct member *m, const struct blueprint *bp, enum quota_on on, size_t value)
{
	const struct quota *q = find_quota(bp, on, value);

	if (q != NULL && q->target_tenths >= m->low && q->target_tenths <= m->high)
		m->low = m->high = q->target_tenths;
}

/* With the pins if they leave room for the total, else without. */
static bool
share_pinned(struct member *m, size_t count, const struct target *total, const struct blueprint *bp,
    enum quota_on on, const size_t *values, struct member *copy)
{
	for (size_t i = 0; i < count; i++) {
		copy[i] = m[i];
		pin(&copy[i], bp, on, values[i]);
	}
	return share_total(copy, count, total) || share_total(m, count, total);
}

/* Areas share the form, then the topics of each area share what it got. */
static int
fit_topics(struct targets *t, const struct pool *p, const struct supply *s, const struct blueprint *bp,
    const struct limits *l, struct arena *a)
{
	const struct bank *b = p->bank;
	const struct target total = { true, t->items, 1 };
	size_t most = b->area_count > b->topic_count ? b->area_count : b->topic_count, n;
	struct member *m = arena_alloc(a, most, sizeof(*m)), *copy = arena_alloc(a, most, sizeof(*m));
	size_t *values = arena_alloc(a, most, sizeof(*values));

	if (m == NULL || copy == NULL || values == NULL)
		return -1;
	for (size_t i = 0; i < b->area_count; i++) {
		struct range sum = { 0, 0 };

		m[i] = member_within(&l->areas[i], &s->areas[i], &t->areas[i]);
		values[i] = i;
		for (size_t k = 0; k < b->topic_count; k++)
			if (b->topics[k].area == i) {
				struct member topic = member_within(&l->topics[k], &s->topics[k], NULL);

				sum.min += (int)topic.low;
				sum.max += (int)topic.high;
				m[i].weight += s->topics[k].max > 0 ? pool_share(p, k) : 0;
			}
		m[i].low = sum.min > m[i].low ? sum.min : m[i].low;
		m[i].high = sum.max < m[i].high ? sum.max : m[i].high;
	}
	if (!share_pinned(m, b->area_count, &total, bp, QUOTA_AREA, values, copy))
		return TARGETS_NONE;
	for (size_t i = 0; i < b->area_count; i++) {
		n = 0;
		for (size_t k = 0; k < b->topic_count; k++)
			if (b->topics[k].area == i) {
				m[n] = member_within(&l->topics[k], &s->topics[k], &t->topics[k]);
				m[n].weight = s->topics[k].max > 0 ? pool_share(p, k) : 0;
				values[n++] = k;
			}
		if (!share_pinned(m, n, &t->areas[i], bp, QUOTA_TOPIC, values, copy))
			return TARGETS_NONE;
	}
	return 0;
}

int
targets_fit(struct targets *out, const struct pool *pool, const struct blueprint *bp, int items,
    const struct limits *limits, struct arena *a)
{
	struct targets t = { .items = items };
	struct supply s;
	bool difficulties = false;

	t.areas = arena_alloc(a, pool->bank->area_count, sizeof(*t.areas));
	t.topics = arena_alloc(a, pool->bank->topic_count, sizeof(*t.topics));
	if (t.areas == NULL || t.topics == NULL || count_supply(&s, pool, a) != 0)
		return -1;
	for (size_t q = 0; q < bp->quota_count; q++)
		difficulties |= bp->quotas[q].on == QUOTA_DIFFICULTY;
	if (!fit_family(t.kind, items, limits->kind, s.kind, KIND_COUNT, bp, QUOTA_KIND, 0))
		return TARGETS_NONE;
	if (difficulties && !fit_family(t.difficulty, items, limits->difficulty, s.difficulty,
	    DIFFICULTY_COUNT, bp, QUOTA_DIFFICULTY, 1))
		return TARGETS_NONE;
	*out = t;
	return fit_topics(out, pool, &s, bp, limits, a);
}
