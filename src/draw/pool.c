#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "draw/pool.h"

/* The eight bytes after what all ids have in common decide nearly every comparison. */
struct sort_key {
	uint64_t head;
	const char *id;
	size_t item;
};

static int
by_id(const void *left, const void *right)
{
	const struct sort_key *a = left, *b = right;

	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	return strcmp(a->id, b->id);
}

static size_t
common_prefix(const struct sort_key *keys, size_t count)
{
	size_t common = count > 0 ? strlen(keys[0].id) : 0;

	for (size_t i = 1; i < count; i++) {
		size_t n = 0;

		while (n < common && keys[i].id[n] == keys[0].id[n])
			n++;
		common = n;
	}
	return common;
}

static void
sort_by_id(struct sort_key *keys, size_t count)
{
	size_t common = common_prefix(keys, count);

	for (size_t i = 0; i < count; i++) {
		const char *s = keys[i].id + common;

		for (int shift = 56; shift >= 0 && *s != '\0'; shift -= 8)
			keys[i].head |= (uint64_t)(unsigned char)*s++ << shift;
	}
	qsort(keys, count, sizeof(*keys), by_id);
}

static struct pick
pick_of(const struct bank *b, size_t item)
{
	const struct item *it = &b->items[item];

	return (struct pick){ .item = item,
		.topic = (uint32_t)it->topic,
		.tenths = (uint16_t)it->limit_tenths,
		.difficulty = (uint8_t)(it->difficulty - 1),
		.kind = (uint8_t)it->kind,
		.weight = 1 };
}

int
stock_of_request(struct stock *out, const struct draw_request *rq, struct arena *a)
{
	const struct bank *b = rq->bank;
	size_t n = 0, *next = arena_alloc(a, b->topic_count + 1, sizeof(*next));
	struct sort_key *keys = arena_alloc(a, b->item_count, sizeof(*keys));
	struct pick *picks;

	if (next == NULL || keys == NULL)
		return -1;
	for (size_t i = 0; i < b->item_count; i++)
		if (rules_eligible(rq, i)) {
			keys[n++] = (struct sort_key){ 0, b->items[i].id, i };
			next[b->items[i].topic + 1]++;
		}
	picks = arena_alloc(a, n, sizeof(*picks));
	if (picks == NULL)
		return -1;
	sort_by_id(keys, n);
	for (size_t t = 0; t < b->topic_count; t++)
		next[t + 1] += next[t];
	for (size_t i = 0; i < n; i++) {
		size_t item = keys[i].item;
		struct pick *p = &picks[next[b->items[item].topic]++];

		*p = pick_of(b, item);
		p->met = rq->history != NULL && rq->history[item].times_met > 0;
	}
	*out = (struct stock){ picks, n };
	return 0;
}

bool
pool_enemies(const struct pool *p, size_t item, size_t other)
{
	const struct item *x = &p->bank->items[item], *y = &p->bank->items[other];

	for (size_t i = 0; i < x->enemy_count; i++)
		for (size_t j = 0; j < y->enemy_count; j++)
			if (x->enemies[i] == y->enemies[j] && p->enemies[x->enemies[i]])
				return true;
	return false;
}

static int
take_fixed(struct pool *p, const struct draw_request *rq, const struct limits *l, struct arena *a)
{
	p->fixed = arena_alloc(a, l->fixed_count, sizeof(*p->fixed));
	if (p->fixed == NULL)
		return -1;
	for (size_t i = 0; i < l->fixed_count; i++) {
		if (!rules_eligible(rq, l->fixed[i]))
			p->broken = true;
		for (size_t j = 0; j < i; j++)
			if (pool_enemies(p, l->fixed[i], l->fixed[j]))
				p->broken = true;
		p->fixed[p->fixed_count++] = pick_of(p->bank, l->fixed[i]);
	}
	if (p->fixed_count > DRAW_ITEMS_MAX)
		p->broken = true;
	return 0;
}

static bool
excluded_by_fixed(const struct pool *p, const bool *taken_group, size_t item)
{
	const struct item *it = &p->bank->items[item];

	for (size_t e = 0; e < it->enemy_count; e++)
		if (taken_group[it->enemies[e]])
			return true;
	for (size_t i = 0; i < p->fixed_count; i++)
		if (p->fixed[i].item == item)
			return true;
	return false;
}

/* Sessions since an item was last met, up to 64: the odds of meeting it again. */
static double
odds(const struct item_history *h, uint32_t latest)
{
	uint32_t since = latest >= h->last_met_session ? latest - h->last_met_session + 1 : 1;

	return since < 64 ? (double)since : 64;
}

static void
weigh(struct pool *p, const struct draw_request *rq)
{
	uint32_t latest = 0;
	double sum = 0;
	size_t met = 0;

	for (size_t i = 0; i < rq->bank->item_count; i++)
		if (rq->history[i].last_met_session > latest)
			latest = rq->history[i].last_met_session;
	for (size_t i = 0; i < p->count; i++)
		if (rq->history[p->picks[i].item].times_met > 0) {
			p->picks[i].weight = odds(&rq->history[p->picks[i].item], latest);
			sum += p->picks[i].weight;
			met++;
		}
	for (size_t i = 0; i < p->count; i++)
		if (rq->history[p->picks[i].item].times_met > 0)
			p->picks[i].weight *= (double)met / sum;
}

int
pool_make(struct pool *out, const struct stock *stock, const struct draw_request *rq,
    const struct limits *l, enum pool_history history, struct arena *a)
{
	const struct bank *b = rq->bank;
	struct pool p = { .bank = b, .topic_shares = rq->topic_shares, .enemies = l->enemies };
	bool *taken_group = arena_alloc(a, b->enemy_group_count, sizeof(*taken_group));

	p.first = arena_alloc(a, b->topic_count + 1, sizeof(*p.first));
	p.picks = arena_alloc(a, stock->count, sizeof(*p.picks));
	if (taken_group == NULL || p.first == NULL || p.picks == NULL || take_fixed(&p, rq, l, a) != 0)
		return -1;
	for (size_t i = 0; i < p.fixed_count; i++) {
		const struct item *it = &b->items[p.fixed[i].item];

		for (size_t e = 0; e < it->enemy_count; e++)
			taken_group[it->enemies[e]] |= l->enemies[it->enemies[e]];
	}
	for (size_t i = 0; i < stock->count; i++) {
		const struct pick *s = &stock->picks[i];

		if ((history == POOL_UNMET && s->met) || excluded_by_fixed(&p, taken_group, s->item))
			continue;
		p.picks[p.count] = *s;
		p.picks[p.count++].met = s->met && l->met_max < l->items.max;
		p.first[s->topic + 1]++;
	}
	for (size_t t = 0; t < b->topic_count; t++)
		p.first[t + 1] += p.first[t];
	if (history == POOL_ALL && rq->history != NULL)
		weigh(&p, rq);
	*out = p;
	return 0;
}
