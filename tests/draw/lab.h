#ifndef TESTS_DRAW_LAB_H
#define TESTS_DRAW_LAB_H
/*
 * Banks and blueprints made up from a seed, for tests of the draw.  The same seed gives the
 * same instance everywhere.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "viva/draw.h"
#include "viva/err.h"
#include "viva/rng.h"

enum lab_class {
	LAB_FREE,       /* quotas with room, minutes around the mean */
	LAB_SCARCE,     /* wide quotas, but of most cells nothing is left */
	LAB_TIME,       /* minutes far from the mean, narrow */
	LAB_ENEMIES,    /* most items in groups, half of them across topics */
	LAB_TIGHT,      /* quotas and minutes of a set drawn blindly: feasible, little else is */
	LAB_DRILL,      /* no quotas */
	LAB_IMPOSSIBLE, /* surely no form */
	LAB_CLASSES
};

#define LAB_TOPICS 32
#define LAB_AREAS 8
#define LAB_QUOTAS 64
#define LAB_ITEM_ENEMIES 4      /* enemy groups of one item; generated ones have at most two */

struct lab {
	struct bank bank;
	struct blueprint blueprint;
	struct draw_request request;
	struct area areas[LAB_AREAS];
	struct topic topics[LAB_TOPICS];
	struct quota quotas[LAB_QUOTAS];
	struct item *items;
	struct enemy_group *groups;
	size_t (*enemies)[LAB_ITEM_ENEMIES];
	char (*ids)[24], (*group_ids)[24];
	char names[LAB_AREAS + LAB_TOPICS][24];
	enum item_use *use;
	struct item_history *history;
	struct rng rng;
};

static inline int
lab_below(struct lab *l, int n)
{
	return (int)rng_below(&l->rng, (uint64_t)n);
}

static inline int
lab_between(struct lab *l, int from, int to)
{
	return from + lab_below(l, to - from + 1);
}

static inline int
lab_weighted(struct lab *l, const int *weights, int count)
{
	int sum = 0, x;

	for (int i = 0; i < count; i++)
		sum += weights[i];
	x = lab_below(l, sum);
	for (int i = 0; i < count; i++)
		if ((x -= weights[i]) < 0)
			return i;
	return count - 1;
}

static inline void
lab_taxonomy(struct lab *l, int topics)
{
	int areas = topics < 4 ? 1 : lab_between(l, 2, topics / 2 < LAB_AREAS ? topics / 2 : LAB_AREAS);
	int left = 100;

	for (int a = 0; a < areas; a++) {
		snprintf(l->names[a], sizeof(l->names[a]), "area-%d", a);
		l->areas[a] = (struct area){ l->names[a], l->names[a] };
	}
	for (int t = 0; t < topics; t++) {
		char *name = l->names[LAB_AREAS + t];
		int rest = topics - t - 1;
		int share = rest == 0 ? left : lab_between(l, 1, 2 * (left - rest) / (rest + 1) > 0 ?
		    2 * (left - rest) / (rest + 1) : 1);

		if (share > left - rest)
			share = left - rest;
		snprintf(name, sizeof(l->names[0]), "topic-%d", t);
		l->topics[t] = (struct topic){ name, name, (size_t)(t < areas ? t : lab_below(l, areas)), share };
		left -= share;
	}
	l->bank.areas = l->areas;
	l->bank.area_count = (size_t)areas;
	l->bank.topics = l->topics;
	l->bank.topic_count = (size_t)topics;
}

static inline void
lab_item(struct lab *l, size_t i, const int (*mix)[DIFFICULTY_COUNT + KIND_COUNT])
{
	static const int minutes[KIND_COUNT][5] = { { 2, 3, 3, 4, 5 }, { 4, 5, 5, 6, 6 }, { 3, 4, 5, 6, 6 },
		{ 3, 4, 4, 5, 5 } };
	struct item *it = &l->items[i];

	snprintf(l->ids[i], sizeof(l->ids[i]), "i%06d", (int)((i * 7919 + 17) % 1000003));
	it->id = l->ids[i];
	it->title = l->ids[i];
	it->revision = 1;
	it->status = ITEM_ACTIVE;
	it->topic = (size_t)lab_below(l, (int)l->bank.topic_count);
	it->difficulty = 1 + lab_weighted(l, mix[it->topic], DIFFICULTY_COUNT);
	it->kind = (enum kind)lab_weighted(l, mix[it->topic] + DIFFICULTY_COUNT, KIND_COUNT);
	it->limit_tenths = 10 * minutes[it->kind][lab_below(l, 5)];
	if (lab_below(l, 10) == 0)
		it->limit_tenths += 5;
}

/* Groups until `percent` of the items stand in one; `cross` percent of the members from anywhere. */
static inline void
lab_groups(struct lab *l, int percent, int cross)
{
	int wanted = (int)l->bank.item_count * percent / 100, items = (int)l->bank.item_count;
	static const int sizes[4] = { 60, 25, 10, 5 };

	for (size_t g = 0; wanted > 0 && g < l->bank.item_count; g++) {
		int size = 2 + lab_weighted(l, sizes, 4);
		size_t topic = l->items[lab_below(l, items)].topic;

		snprintf(l->group_ids[g], sizeof(l->group_ids[g]), "g%d", (int)g);
		l->groups[g] = (struct enemy_group){ .id = l->group_ids[g], .text = "" };
		l->bank.enemy_group_count = g + 1;
		for (int tries = 0; size > 0 && tries < 200; tries++) {
			struct item *it = &l->items[lab_below(l, items)];
			size_t i = (size_t)(it - l->items);

			if ((lab_below(l, 100) >= cross && it->topic != topic) || it->enemy_count == 2 ||
			    (it->enemy_count == 1 && (lab_below(l, 4) != 0 || l->enemies[i][0] == g)))
				continue;
			l->enemies[i][it->enemy_count++] = g;
			it->enemies = l->enemies[i];
			size--;
			wanted--;
		}
	}
	l->bank.enemy_groups = l->groups;
}

static inline void
lab_add_quota(struct lab *l, enum quota_on on, size_t value, int min, int max)
{
	if (max < min)
		max = min;
	l->quotas[l->blueprint.quota_count++] = (struct quota){ on, value, min < 0 ? 0 : min, max, -1, { 0 } };
}

/* Numbers around `expected`, in hundredths of an item, `slack` wide. */
static inline void
lab_quota_near(struct lab *l, enum quota_on on, size_t value, int expected, int slack)
{
	int low = expected / 100 - lab_below(l, slack + 1), high = (expected + 99) / 100 + lab_below(l, slack + 1);

	lab_add_quota(l, on, value, low, high);
}

static inline int
lab_mean_tenths(const struct lab *l)
{
	int64_t sum = 0;

	for (size_t i = 0; i < l->bank.item_count; i++)
		sum += l->items[i].limit_tenths;
	return (int)(sum / (int64_t)l->bank.item_count);
}

static inline void
lab_quotas(struct lab *l, int slack)
{
	int n = l->blueprint.items, count[KIND_COUNT] = { 0 }, total = (int)l->bank.item_count;

	for (size_t i = 0; i < l->bank.item_count; i++)
		count[l->items[i].kind]++;
	for (int k = 0; k < KIND_COUNT; k++)
		if (count[k] > 0)
			lab_quota_near(l, QUOTA_KIND, (size_t)k, (int)((int64_t)n * 100 * count[k] / total), slack);
	for (int d = 1; d <= DIFFICULTY_COUNT; d++) {
		static const int share[] = { 0, 35, 45, 20 };

		lab_quota_near(l, QUOTA_DIFFICULTY, (size_t)d, n * share[d], slack);
	}
	for (size_t a = 0; a < l->bank.area_count; a++) {
		int share = 0;

		for (size_t t = 0; t < l->bank.topic_count; t++)
			share += l->topics[t].area == a ? l->topics[t].share_percent : 0;
		if (lab_below(l, 3) > 0)
			lab_quota_near(l, QUOTA_AREA, a, n * share, slack);
	}
	if (lab_below(l, 3) == 0)
		lab_quota_near(l, QUOTA_TOPIC, (size_t)lab_below(l, (int)l->bank.topic_count), 100, 1);
}

static inline void
lab_window(struct lab *l, int percent, int width)
{
	int middle = l->blueprint.items * lab_mean_tenths(l) * percent / 1000;

	l->blueprint.answer_min = middle - width < 0 ? 0 : middle - width;
	l->blueprint.answer_max = middle + width < 1 ? 1 : middle + width;
}

/* Margins and minutes of a set drawn blindly, enemies apart, starting with a basic item. */
static inline void
lab_tight(struct lab *l)
{
	struct blueprint *bp = &l->blueprint;
	int n = 0, tenths = 0, topics[LAB_TOPICS] = { 0 }, areas[LAB_AREAS] = { 0 }, kinds[KIND_COUNT] = { 0 };
	int difficulties[DIFFICULTY_COUNT] = { 0 };
	size_t taken[64];

	for (int tries = 0; n < bp->items && tries < 10000; tries++) {
		size_t i = (size_t)lab_below(l, (int)l->bank.item_count);
		const struct item *it = &l->items[i];
		bool good = n > 0 || it->difficulty == 1;

		for (int k = 0; k < n; k++) {
			const struct item *other = &l->items[taken[k]];

			good = good && taken[k] != i;
			for (size_t e = 0; e < it->enemy_count * other->enemy_count; e++)
				good = good && it->enemies[e / other->enemy_count] != other->enemies[e % other->enemy_count];
		}
		if (!good)
			continue;
		taken[n++] = i;
		tenths += it->limit_tenths;
		topics[it->topic]++;
		areas[l->topics[it->topic].area]++;
		kinds[it->kind]++;
		difficulties[it->difficulty - 1]++;
	}
	bp->items = n;
	for (size_t a = 0; a < l->bank.area_count; a++)
		lab_add_quota(l, QUOTA_AREA, a, areas[a], areas[a]);
	for (int k = 0; k < KIND_COUNT; k++)
		lab_add_quota(l, QUOTA_KIND, (size_t)k, kinds[k], kinds[k]);
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		lab_add_quota(l, QUOTA_DIFFICULTY, (size_t)d + 1, difficulties[d], difficulties[d]);
	for (size_t t = 0; t < l->bank.topic_count; t++)
		if (topics[t] > bp->topic_max)
			bp->topic_max = topics[t];
	bp->answer_min = tenths / 10 - lab_below(l, 2);
	bp->answer_max = (tenths + 9) / 10 + lab_below(l, 2);
}

static inline void
lab_impossible(struct lab *l)
{
	struct blueprint *bp = &l->blueprint;

	lab_quotas(l, 1);
	lab_window(l, 100, 3);
	switch (lab_below(l, 4)) {
	case 0:                                         /* too little time */
		bp->answer_max = 1 + bp->items;
		bp->answer_min = 0;
		break;
	case 1:                                         /* more items than topics allow */
		bp->topic_max = 1;
		bp->items = (int)l->bank.topic_count + 1;
		break;
	case 2:                                         /* too much time */
		bp->answer_min = 8 * bp->items;
		bp->answer_max = 9 * bp->items;
		break;
	default:                                        /* quotas that contradict each other */
		for (size_t q = 0; q < bp->quota_count; q++)
			if (l->quotas[q].on == QUOTA_KIND)
				l->quotas[q].min = l->quotas[q].max = bp->items / 2 + 1;
	}
}

/* Nearly all items of most cells are excluded. */
static inline void
lab_deplete(struct lab *l)
{
	bool kept[LAB_TOPICS][DIFFICULTY_COUNT][KIND_COUNT];

	for (size_t t = 0; t < l->bank.topic_count; t++)
		for (int d = 0; d < DIFFICULTY_COUNT; d++)
			for (int k = 0; k < KIND_COUNT; k++)
				kept[t][d][k] = lab_below(l, 4) == 0;
	for (size_t i = 0; i < l->bank.item_count; i++)
		if (!kept[l->items[i].topic][l->items[i].difficulty - 1][l->items[i].kind] && lab_below(l, 20) > 0)
			l->use[i] = ITEM_EXCLUDED;
}

static inline void
lab_blueprint(struct lab *l, enum lab_class class)
{
	struct blueprint *bp = &l->blueprint;
	int most = (int)l->bank.item_count / 6, percent;

	*bp = (struct blueprint){ .id = "lab", .title = "lab", .quotas = l->quotas };
	bp->items = lab_between(l, 4, most < 15 ? (most > 4 ? most : 4) : 15);
	bp->topic_max = bp->items <= (int)l->bank.topic_count ? lab_between(l, 1, 2) :
	    2 + bp->items / (int)l->bank.topic_count;
	switch (class) {
	case LAB_FREE: lab_quotas(l, 1); lab_window(l, lab_between(l, 95, 105), 3); break;
	case LAB_SCARCE: bp->topic_max = 1 + 2 * bp->items / (int)l->bank.topic_count; lab_quotas(l, 3);
		lab_window(l, lab_between(l, 90, 100), 5); lab_deplete(l); break;
	case LAB_TIME:
		lab_quotas(l, 1);
		percent = lab_below(l, 2) ? lab_between(l, 70, 85) : lab_between(l, 115, 130);
		lab_window(l, percent, lab_below(l, 2));
		break;
	case LAB_ENEMIES: lab_quotas(l, 1); lab_window(l, 100, 3); break;
	case LAB_TIGHT: bp->topic_max = 1; lab_tight(l); break;
	case LAB_DRILL: bp->topic_max = 0; break;
	case LAB_IMPOSSIBLE: lab_impossible(l); break;
	case LAB_CLASSES: break;
	}
	bp->minutes = bp->answer_max;
}

/* Release with lab_free(). */
static inline void
lab_make(struct lab *l, uint64_t seed, size_t items, int topics, enum lab_class class)
{
	int mix[LAB_TOPICS][DIFFICULTY_COUNT + KIND_COUNT];

	memset(l, 0, sizeof(*l));
	rng_seed(&l->rng, seed, "lab");
	lab_taxonomy(l, topics);
	l->items = calloc(items, sizeof(*l->items));
	l->ids = calloc(items, sizeof(*l->ids));
	l->groups = calloc(items, sizeof(*l->groups));
	l->group_ids = calloc(items, sizeof(*l->group_ids));
	l->enemies = calloc(items, sizeof(*l->enemies));
	l->use = calloc(items, sizeof(*l->use));
	l->history = calloc(items, sizeof(*l->history));
	for (int t = 0; t < topics; t++) {
		static const int base[] = { 35, 45, 20, 50, 28, 18, 4 };

		for (int i = 0; i < 7; i++)
			mix[t][i] = base[i] * lab_between(l, 4, 16);
		if (lab_below(l, 100) < 15)
			mix[t][2] = 0;
		if (lab_below(l, 100) < 25)
			mix[t][DIFFICULTY_COUNT + lab_between(l, 1, 2)] = 0;
	}
	l->bank.items = l->items;
	l->bank.item_count = items;
	for (size_t i = 0; i < items; i++)
		lab_item(l, i, (const int (*)[DIFFICULTY_COUNT + KIND_COUNT])mix);
	l->bank.id = "lab";
	lab_groups(l, class == LAB_ENEMIES ? 80 : 25, class == LAB_ENEMIES ? 50 : 15);
	lab_blueprint(l, class);
	for (size_t i = 0; i < items; i++)
		l->history[i].last_grade = -1;
	if (lab_below(l, 4) == 0)
		l->use[lab_below(l, (int)items)] = ITEM_EXCLUDED;
	if (class != LAB_TIGHT && class != LAB_IMPOSSIBLE && lab_below(l, 6) == 0)
		l->use[lab_below(l, (int)items)] = ITEM_REQUIRED;
	l->request = (struct draw_request){ .bank = &l->bank, .blueprint = &l->blueprint, .seed = seed,
		.use = class == LAB_TIGHT ? NULL : l->use };
}

static inline void
lab_free(struct lab *l)
{
	free(l->items);
	free(l->ids);
	free(l->groups);
	free(l->group_ids);
	free(l->enemies);
	free(l->use);
	free(l->history);
}

static inline size_t
lab_form_items(const struct form *f, size_t *out)
{
	for (size_t i = 0; i < f->item_count; i++)
		out[i] = f->items[i].item;
	return f->item_count;
}

#endif
