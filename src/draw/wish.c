#include "viva/arena.h"
#include "draw/wish.h"

int
wishes_init(struct wishes *w, const struct bank *b, struct arena *a)
{
	w->areas = arena_alloc(a, b->area_count, sizeof(*w->areas));
	w->topics = arena_alloc(a, b->topic_count, sizeof(*w->topics));
	if (w->areas == NULL || w->topics == NULL)
		return -1;
	for (size_t i = 0; i < b->area_count; i++)
		w->areas[i] = WISH_ANY;
	for (size_t t = 0; t < b->topic_count; t++)
		w->topics[t] = WISH_ANY;
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		w->difficulty[d] = WISH_ANY;
	for (int k = 0; k < KIND_COUNT; k++)
		w->kind[k] = WISH_ANY;
	return 0;
}

static void
of_target(struct wish *w, const struct target *t)
{
	if (t->set)
		*w = (struct wish){ target_floor(t), target_ceil(t), 0 };
}

int
wishes_of_targets(struct wishes *w, const struct targets *t, const struct bank *b, struct arena *a)
{
	if (wishes_init(w, b, a) != 0)
		return -1;
	for (size_t i = 0; i < b->area_count; i++)
		of_target(&w->areas[i], &t->areas[i]);
	for (size_t k = 0; k < b->topic_count; k++)
		of_target(&w->topics[k], &t->topics[k]);
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		of_target(&w->difficulty[d], &t->difficulty[d]);
	for (int k = 0; k < KIND_COUNT; k++)
		of_target(&w->kind[k], &t->kind[k]);
	return 0;
}

void
wish_near(struct range *r, const struct wish *w, int distance)
{
	int beyond = distance > w->off ? distance - w->off : 0;

	range_narrow(r, w->low - beyond, w->high + beyond);
}

/* Least departures by the number of items so far; INT32_MAX: not to be had. */
struct sums { int least[DRAW_ITEMS_MAX + 1], most; };

static void
sums_begin(struct sums *s, int most)
{
	s->most = most < DRAW_ITEMS_MAX ? most : DRAW_ITEMS_MAX;
	s->least[0] = 0;
	for (int n = 1; n <= DRAW_ITEMS_MAX; n++)
		s->least[n] = INT32_MAX;
}

static void
sums_add(struct sums *s, const struct wish *w, const struct range *r)
{
	struct sums to = { .most = s->most };

	for (int n = 0; n <= s->most; n++)
		to.least[n] = INT32_MAX;
	for (int n = r->min > 0 ? r->min : 0; n <= r->max && n <= s->most; n++) {
		int distance = w != NULL ? wish_distance(w, n) : 0;

		for (int before = 0; before + n <= s->most; before++)
			if (s->least[before] != INT32_MAX &&
			    s->least[before] + distance < to.least[before + n])
				to.least[before + n] = s->least[before] + distance;
	}
	*s = to;
}

static int
sums_within(const struct sums *s, const struct range *items)
{
	int least = INT32_MAX;

	for (int n = items->min > 0 ? items->min : 0; n <= items->max && n <= s->most; n++)
		least = s->least[n] < least ? s->least[n] : least;
	return least;
}

int
wishes_least(const struct wish *w, const struct range *ranges, size_t count, const struct range *items)
{
	struct sums s;

	sums_begin(&s, items->max);
	for (size_t i = 0; i < count; i++)
		sums_add(&s, w != NULL ? &w[i] : NULL, &ranges[i]);
	return sums_within(&s, items);
}

/* Joins two sums that are independent of each other. */
static void
sums_join(struct sums *s, const struct sums *other)
{
	struct sums to = { .most = s->most };

	for (int n = 0; n <= s->most; n++) {
		to.least[n] = INT32_MAX;
		for (int k = 0; k <= n; k++)
			if (s->least[n - k] != INT32_MAX && other->least[k] != INT32_MAX &&
			    s->least[n - k] + other->least[k] < to.least[n])
				to.least[n] = s->least[n - k] + other->least[k];
	}
	*s = to;
}

int
wishes_least_topics(const struct wishes *w, const struct range *topics, const struct range *areas,
    const struct bank *b, const struct range *items)
{
	struct sums all;

	sums_begin(&all, items->max);
	for (size_t i = 0; i < b->area_count; i++) {
		struct sums area;

		sums_begin(&area, items->max);
		for (size_t t = 0; t < b->topic_count; t++)
			if (b->topics[t].area == i)
				sums_add(&area, &w->topics[t], &topics[t]);
		for (int n = 0; n <= area.most; n++)
			if (n < areas[i].min || n > areas[i].max)
				area.least[n] = INT32_MAX;
			else if (area.least[n] != INT32_MAX)
				area.least[n] += wish_distance(&w->areas[i], n);
		sums_join(&all, &area);
	}
	return sums_within(&all, items);
}

void
wishes_narrow(const struct wish *w, struct range *ranges, size_t count, const struct range *items, int most)
{
	struct range narrowed[KIND_COUNT];

	for (size_t i = 0; i < count; i++) {
		if (range_any(&ranges[i], items->max) && wish_any(&w[i], items->max)) {
			narrowed[i] = ranges[i];        /* stays as open as it is, to share a field with its
							 * like */
			continue;
		}
		narrowed[i] = (struct range){ INT32_MAX, -1 };
		for (int n = ranges[i].min; n <= ranges[i].max && n <= items->max; n++) {
			struct range alone[KIND_COUNT];

			for (size_t k = 0; k < count; k++)
				alone[k] = k == i ? (struct range){ n, n } : ranges[k];
			if (wishes_least(w, alone, count, items) > most)
				continue;
			narrowed[i].min = n < narrowed[i].min ? n : narrowed[i].min;
			narrowed[i].max = n;
		}
	}
	for (size_t i = 0; i < count; i++)
		range_narrow(&ranges[i], narrowed[i].min, narrowed[i].max);
}

