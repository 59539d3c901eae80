#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "draw/census_topic.h"
#include "draw/num.h"
#include "draw/tally.h"

#define STATES_MAX 100000               /* of one topic; memory */
#define GROUPS_MAX 64                   /* that matter at the same time: one word of bits */

/* Items that can stand for each other; those of one group exclude each other. */
struct kin { uint64_t vec, groups; uint32_t tenths, count; };

struct group_span { size_t first, last; uint32_t members; uint64_t bit; };      /* stages it has items in */

struct builder {
	const struct lattice *l;
	struct census_topics *out;
	struct group_span *spans;       /* by enemy group */
	uint64_t bits_in_use, prime;
	uint32_t variants_room, ways_room;
	struct arena *arena;
};

/* Of one topic: ways by groups used, place in the topic's product, and units of minutes. */
struct mixture { struct table states; uint64_t *ways; size_t width; };

static int
gcd(int a, int b)
{
	while (b != 0) {
		int rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static int
study(struct builder *b)
{
	const struct pool *p = b->l->pool;
	int unit = 0;

	b->spans = arena_alloc(b->arena, p->bank->enemy_group_count, sizeof(*b->spans));
	b->out->base = arena_alloc(b->arena, b->l->stage_count + 1, sizeof(*b->out->base));
	if (b->spans == NULL || b->out->base == NULL)
		return -1;
	for (size_t t = 0; t < b->l->stage_count; t++) {
		size_t topic = b->l->stages[t].ways.index;

		b->out->base[t + 1] = b->out->base[t] + b->l->stages[t].ways.base_tenths;
		for (size_t i = p->first[topic]; i < p->first[topic + 1]; i++) {
			const struct item *it = &p->bank->items[p->picks[i].item];

			unit = gcd(p->picks[i].tenths, unit);
			for (size_t e = 0; e < it->enemy_count; e++) {
				struct group_span *s = &b->spans[it->enemies[e]];

				if (s->members++ == 0)
					s->first = t;
				s->last = t;
			}
		}
	}
	b->out->unit = unit > 0 ? unit : 1;
	return 0;
}

/*
 * The bits of the groups that matter to an item of which `alone` says that no other is drawn from its topic;
 * a group's first item gives it one.  False: there are no more.
 */
static bool
groups_of(struct builder *b, const struct item *it, bool alone, uint64_t *groups)
{
	*groups = 0;
	for (size_t e = 0; e < it->enemy_count; e++) {
		struct group_span *s = &b->spans[it->enemies[e]];

		if (!b->l->pool->enemies[it->enemies[e]] || s->members < 2 || (alone && s->first == s->last))
			continue;
		if (s->bit == 0) {
			s->bit = ~b->bits_in_use & (b->bits_in_use + 1);
			b->bits_in_use |= s->bit;
		}
		if (s->bit == 0)
			return false;
		*groups |= s->bit;
	}
	return true;
}

static int
list_kin(struct builder *b, size_t t, struct kin **out, uint32_t *count, struct arena *a)
{
	const struct pool *p = b->l->pool;
	size_t topic = b->l->stages[t].ways.index, from = p->first[topic], to = p->first[topic + 1];
	struct kin *kin = arena_alloc(a, to - from, sizeof(*kin));
	uint32_t n = 0;

	if (kin == NULL)
		return -1;
	for (size_t i = from; i < to; i++) {
		struct kin k = {
			.vec = topic_vec(&p->picks[i], &b->l->merge), .tenths = p->picks[i].tenths, .count = 1
		};
		uint32_t at = 0;

		if (!groups_of(
		        b, &p->bank->items[p->picks[i].item], b->l->stages[t].ways.most < 2, &k.groups))
			return CENSUS_TOO_LARGE;
		while (at < n &&
		    (kin[at].vec != k.vec || kin[at].tenths != k.tenths || kin[at].groups != k.groups))
			at++;
		if (at < n)
			kin[at].count++;
		else
			kin[n++] = k;
	}
	*out = kin;
	*count = n;
	return 0;
}

/* So many of `k`, from every state of `from`; `choices` ways to choose them. */
static int
add_some(const struct builder *b, struct mixture *to, const struct mixture *from,
    const struct topic_ways *ways, const struct kin *k, uint32_t some, uint64_t choices, size_t *capacity)
{
	const struct table *product = &topic_product(ways)->table;
	size_t shift = (size_t)some * k->tenths / (size_t)b->out->unit;

	for (uint32_t s = 0; s < from->states.count; s++) {
		uint64_t vec = product->vec[from->states.side[s]] + some * k->vec,
		         groups = from->states.vec[s];
		uint32_t at = TABLE_NONE, place;

		if ((some == 0 || (groups & k->groups) == 0) && vec_items(vec) <= ways->most &&
		    vec_fits(vec, ways->cap))
			at = table_find(product, vec, 0);
		if (at == TABLE_NONE)
			continue;
		place = table_add(&to->states, some > 0 ? groups | k->groups : groups, at);
		if (place == TABLE_NONE)
			return -1;
		if (place >= STATES_MAX)
			return CENSUS_TOO_LARGE;
		if (place >= *capacity) {
			uint64_t *bigger = realloc(to->ways, 2 * *capacity * to->width * sizeof(*bigger));

			if (bigger == NULL)
				return -1;
			memset(bigger + *capacity * to->width, 0, *capacity * to->width * sizeof(*bigger));
			to->ways = bigger;
			*capacity *= 2;
		}
		for (size_t i = 0; i + shift < to->width; i++) {
			uint64_t *cell = &to->ways[place * to->width + i + shift];

			*cell = (uint64_t)((*cell + (draw_wide)from->ways[s * from->width + i] * choices) %
			    b->prime);
		}
	}
	return 0;
}

static int
add_kin(const struct builder *b, struct mixture *m, const struct topic_ways *ways, const struct kin *k,
    struct arena *a)
{
	size_t capacity = m->states.count + 8;
	struct mixture to = { .width = m->width, .ways = calloc(capacity * m->width, sizeof(*to.ways)) };
	uint32_t most = k->groups != 0 ? 1 : k->count;
	uint64_t choices = 1;
	int result = to.ways != NULL ? table_init(&to.states, a, m->states.count) : -1;

	for (uint32_t n = 0; n <= most && (int)n <= ways->most && result == 0; n++) {
		if (n > 0)
			choices = (uint64_t)((draw_wide)choices * (k->count - n + 1) % b->prime *
			    tally_inverse(n, b->prime) % b->prime);
		result = add_some(b, &to, m, ways, k, n, choices, &capacity);
	}
	free(m->ways);
	*m = to;
	return result;
}

static int
mix(const struct builder *b, struct mixture *m, const struct topic_ways *ways, const struct kin *kin,
    uint32_t count, struct arena *a)
{
	uint32_t longest = 0, base = table_find(&topic_product(ways)->table, ways->base, 0);
	int result = table_init(&m->states, a, 8);

	for (uint32_t i = 0; i < count; i++)
		longest = kin[i].tenths > longest ? kin[i].tenths : longest;
	m->width = longest / (uint32_t)b->out->unit * (size_t)(ways->most > 0 ? ways->most : 0) + 1;
	m->ways = calloc(m->width, sizeof(*m->ways));
	if (result != 0 || m->ways == NULL)
		return -1;
	if (base == TABLE_NONE)
		return 0;               /* the fixed items alone are too many */
	if (table_add(&m->states, 0, base) == TABLE_NONE)
		return -1;
	m->ways[0] = 1;
	for (uint32_t i = 0; i < count && result == 0; i++)
		result = add_kin(b, m, ways, &kin[i], a);
	return result;
}

/* Groups with items in other topics, in earlier ones or later ones; and bits that are free again. */
static void
end_groups(struct builder *b, size_t t, uint64_t *shared, uint64_t *live_after)
{
	*shared = *live_after = 0;
	for (size_t g = 0; g < b->l->pool->bank->enemy_group_count; g++) {
		const struct group_span *s = &b->spans[g];

		if (s->bit == 0 || s->first > t || s->last < t)
			continue;
		if (s->first < t || s->last > t)
			*shared |= s->bit;
		if (s->last > t)
			*live_after |= s->bit;
		else
			b->bits_in_use &= ~s->bit;
	}
}

static int
keep_room(void **array, uint32_t count, uint32_t more, uint32_t *room, size_t size, struct arena *a)
{
	uint32_t wanted = 2 * (count + more) + 64;
	void *bigger;

	if (count + more <= *room)
		return 0;
	bigger = arena_alloc(a, wanted, size);
	if (bigger == NULL)
		return -1;
	if (count > 0)
		memcpy(bigger, *array, count * size);
	*array = bigger;
	*room = wanted;
	return 0;
}

/* One variant of a mixture's state, without the zeros at its ends. */
static int
add_variant(struct builder *b, const struct mixture *m, uint32_t state)
{
	struct census_topics *out = b->out;
	const uint64_t *ways = &m->ways[state * m->width];
	size_t from = 0, to = m->width;
	void *variants = out->variants, *all_ways = out->ways;

	while (from < to && ways[from] == 0)
		from++;
	while (to > from && ways[to - 1] == 0)
		to--;
	if (from == to)
		return 0;
	if (keep_room(
	        &variants, out->variant_count, 1, &b->variants_room, sizeof(*out->variants), b->arena) != 0 ||
	    keep_room(&all_ways, out->way_count, (uint32_t)(to - from), &b->ways_room, sizeof(*out->ways),
	        b->arena) != 0)
		return -1;
	out->variants = variants;
	out->ways = all_ways;
	out->variants[out->variant_count++] = (struct variant){ m->states.vec[state], out->way_count,
		(uint32_t)(to - from), (uint32_t)from };
	memcpy(out->ways + out->way_count, ways + from, (to - from) * sizeof(*ways));
	out->way_count += (uint32_t)(to - from);
	return 0;
}

/* States that differ in nothing that matters elsewhere become one. */
static int
join_alike(const struct builder *b, struct mixture *m, uint64_t shared, struct arena *a)
{
	struct mixture to = { .width = m->width,
		.ways = calloc(m->states.count * m->width + 1, sizeof(*to.ways)) };

	if (to.ways == NULL || table_init(&to.states, a, m->states.count) != 0) {
		free(to.ways);
		return -1;
	}
	for (uint32_t s = 0; s < m->states.count; s++) {
		uint32_t place = table_add(&to.states, m->states.vec[s] & shared, m->states.side[s]);

		if (place == TABLE_NONE) {
			free(to.ways);
			return -1;
		}
		for (size_t i = 0; i < m->width; i++)
			to.ways[place * m->width + i] =
			    (to.ways[place * m->width + i] + m->ways[s * m->width + i]) % b->prime;
	}
	free(m->ways);
	*m = to;
	return 0;
}

static int
list_variants(struct builder *b, size_t t, const struct mixture *m, struct arena *a)
{
	const struct table *product = &topic_product(&b->l->stages[t].ways)->table;
	struct census_topic *topic = &b->out->topics[t];
	uint32_t *head = arena_alloc(a, product->count, sizeof(*head));        /* + 1; by product */
	uint32_t *next = arena_alloc(a, m->states.count, sizeof(*next));

	topic->first = arena_alloc(b->arena, product->count + 1, sizeof(*topic->first));
	if (topic->first == NULL || head == NULL || next == NULL)
		return -1;
	for (uint32_t s = 0; s < m->states.count; s++) {
		next[s] = head[m->states.side[s]];
		head[m->states.side[s]] = s + 1;
	}
	for (uint32_t p = 0; p < product->count; p++) {
		topic->first[p] = b->out->variant_count;
		for (uint32_t s = head[p]; s != 0; s = next[s - 1])
			if (add_variant(b, m, s - 1) != 0)
				return -1;
	}
	topic->first[product->count] = b->out->variant_count;
	return 0;
}

static int
list_topic(struct builder *b, size_t t)
{
	struct arena *a = arena_new();
	struct mixture m = { .width = 0 };
	struct kin *kin;
	uint64_t shared;
	uint32_t count;
	int result = a != NULL ? list_kin(b, t, &kin, &count, a) : -1;

	if (result == 0)
		result = mix(b, &m, &b->l->stages[t].ways, kin, count, a);
	if (result == 0) {
		end_groups(b, t, &shared, &b->out->topics[t].live_after);
		result = join_alike(b, &m, shared, a);
	}
	if (result == 0)
		result = list_variants(b, t, &m, a);
	free(m.ways);
	arena_free(a);
	return result;
}

int
census_topics_list(struct census_topics *out, const struct lattice *l, uint64_t prime, struct arena *a)
{
	struct builder b = { .l = l, .out = out, .prime = prime, .arena = a };
	int result = 0;

	*out = (struct census_topics){ .topics = arena_alloc(a, l->stage_count, sizeof(*out->topics)) };
	if (out->topics == NULL || study(&b) != 0)
		return -1;
	for (size_t t = 0; t < l->stage_count && result == 0; t++)
		result = list_topic(&b, t);
	return result;
}
