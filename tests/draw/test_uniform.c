#include <math.h>

#include "test.h"
#include "lab.h"
#include "viva/arena.h"
#include "draw/target.h"

/*
 * Small banks, enumerated whole by draw_check(): each draw must be one of the forms with the
 * least departure, and within equal margins every form must come equally often.
 */

struct found {
	size_t items[8];
	int margins[LAB_TOPICS + DIFFICULTY_COUNT + KIND_COUNT];
	int vector;                     /* same number: same margins */
	int departure;
	int times;
};

struct census {
	struct lab lab;
	struct targets targets;
	struct arena *arena;
	struct found *forms;
	int count, capacity, least, vectors;
};

static void
margins_of(const struct census *c, const size_t *items, int *m)
{
	memset(m, 0, sizeof(((struct found *)NULL)->margins));
	for (int i = 0; i < c->lab.blueprint.items; i++) {
		const struct item *it = &c->lab.items[items[i]];

		m[it->topic]++;
		m[LAB_TOPICS + it->difficulty - 1]++;
		m[LAB_TOPICS + DIFFICULTY_COUNT + (int)it->kind]++;
	}
}

/* Distance of `n` from floor..ceil; 0 without a target. */
static int
target_distance(const struct target *t, int n)
{
	int64_t floor = t->set ? t->num / t->den : 0, ceil = t->set ? (t->num + t->den - 1) / t->den : INT32_MAX;

	if (n < floor)
		return (int)(floor - n);
	return n > ceil ? (int)(n - ceil) : 0;
}

static int
departure_of(const struct census *c, const int *m)
{
	int sum = 0, areas[LAB_AREAS] = { 0 };

	for (size_t t = 0; t < c->lab.bank.topic_count; t++) {
		sum += target_distance(&c->targets.topics[t], m[t]);
		areas[c->lab.topics[t].area] += m[t];
	}
	for (size_t a = 0; a < c->lab.bank.area_count; a++)
		sum += target_distance(&c->targets.areas[a], areas[a]);
	for (int d = 0; d < DIFFICULTY_COUNT; d++)
		sum += target_distance(&c->targets.difficulty[d], m[LAB_TOPICS + d]);
	for (int k = 0; k < KIND_COUNT; k++)
		sum += target_distance(&c->targets.kind[k], m[LAB_TOPICS + DIFFICULTY_COUNT + k]);
	return sum;
}

/* The order asked matters to draw_check() only for the first. */
static void
easiest_first(const struct census *c, size_t *items)
{
	for (int i = 1; i < c->lab.blueprint.items; i++)
		if (c->lab.items[items[i]].difficulty < c->lab.items[items[0]].difficulty) {
			size_t x = items[0];

			items[0] = items[i];
			items[i] = x;
		}
}

static void
record(struct census *c, const size_t *chosen)
{
	struct found f = { .times = 0 };
	size_t ordered[8];

	memcpy(f.items, chosen, (size_t)c->lab.blueprint.items * sizeof(*chosen));
	memcpy(ordered, f.items, sizeof(ordered));
	easiest_first(c, ordered);
	if (draw_check(&c->lab.request, ordered, (size_t)c->lab.blueprint.items, NULL) != 0)
		return;
	margins_of(c, f.items, f.margins);
	f.departure = departure_of(c, f.margins);
	if (c->count == c->capacity) {
		c->capacity = c->capacity * 2 + 64;
		c->forms = realloc(c->forms, (size_t)c->capacity * sizeof(*c->forms));
	}
	f.vector = -1;
	for (int i = 0; i < c->count && f.vector < 0; i++)
		if (memcmp(c->forms[i].margins, f.margins, sizeof(f.margins)) == 0)
			f.vector = c->forms[i].vector;
	if (f.vector < 0)
		f.vector = c->vectors++;
	c->forms[c->count++] = f;
	c->least = f.departure < c->least ? f.departure : c->least;
}

static void
enumerate(struct census *c, size_t *chosen, int depth, size_t from)
{
	if (depth == c->lab.blueprint.items) {
		record(c, chosen);
		return;
	}
	for (size_t i = from; i < c->lab.bank.item_count; i++) {
		chosen[depth] = i;
		enumerate(c, chosen, depth + 1, i + 1);
	}
}

/* False where the blueprint leaves no room for targets, and so has no form. */
static bool
take_census(struct census *c, uint64_t seed, enum lab_class class)
{
	struct stock stock;
	struct pool pool;
	struct rule *rules;
	struct limits limits;
	size_t count, chosen[8];
	int fitted;

	memset(c, 0, sizeof(*c));
	lab_make(&c->lab, seed, 16 + seed % 7, 3 + (int)(seed % 3), class);
	c->lab.blueprint.items = 4;
	c->arena = arena_new();
	CHECK(stock_of_request(&stock, &c->lab.request, c->arena) == 0 &&
	    rules_of_request(&rules, &count, &c->lab.request, c->arena) == 0 &&
	    rules_limits(&limits, &c->lab.bank, rules, count, c->arena) == 0 &&
	    pool_make(&pool, &stock, &c->lab.request, &limits, POOL_ALL, c->arena) == 0);
	fitted = targets_fit(&c->targets, &pool, &c->lab.blueprint, 4, &limits, c->arena);
	CHECK(fitted >= 0);
	c->least = INT32_MAX;
	if (fitted == 0)
		enumerate(c, chosen, 0, 0);
	return c->count > 0;
}

static void
end_census(struct census *c)
{
	free(c->forms);
	arena_free(c->arena);
	lab_free(&c->lab);
}

static struct found *
find_form(struct census *c, const struct form *f)
{
	size_t items[8];

	lab_form_items(f, items);
	for (size_t i = 1; i < f->item_count; i++)
		for (size_t k = i; k > 0 && items[k] < items[k - 1]; k--) {
			size_t x = items[k];

			items[k] = items[k - 1];
			items[k - 1] = x;
		}
	for (int i = 0; i < c->count; i++)
		if (memcmp(c->forms[i].items, items, f->item_count * sizeof(*items)) == 0)
			return &c->forms[i];
	return NULL;
}

/* Chance of a chi-square at least so large (Wilson and Hilferty 1931). */
static double
chi_square_p(double x, int freedom)
{
	double k = freedom, z = (cbrt(x / k) - (1 - 2 / (9 * k))) / sqrt(2 / (9 * k));

	return erfc(z / sqrt(2)) / 2;
}

/* Draws `draws` forms; the statistic over all margin vectors that came often enough. */
static double
spread(struct census *c, int draws, int *freedom)
{
	double x = 0;

	for (int i = 0; i < draws; i++) {
		struct form *f;
		struct conflict *why;
		struct found *found;

		c->lab.request.seed = (uint64_t)i * 977 + 5;
		CHECK_INT(draw_form(&f, &why, &c->lab.request, NULL), 0);
		found = find_form(c, f);
		CHECK(found != NULL);
		CHECK_INT(found->departure, c->least);
		CHECK_INT(f->departure_tenths, 10 * c->least);
		found->times++;
		form_free(f);
	}
	*freedom = 0;
	for (int v = 0; v < c->vectors; v++) {
		int n = 0, sum = 0;

		for (int i = 0; i < c->count; i++)
			if (c->forms[i].vector == v) {
				n++;
				sum += c->forms[i].times;
			}
		if (n < 2 || sum < 5 * n)
			continue;
		*freedom += n - 1;
		for (int i = 0; i < c->count; i++)
			if (c->forms[i].vector == v) {
				double expected = (double)sum / n, d = c->forms[i].times - expected;

				x += d * d / expected;
			}
	}
	return x;
}

static int
best_forms(const struct census *c)
{
	int n = 0;

	for (int i = 0; i < c->count; i++)
		n += c->forms[i].departure == c->least;
	return n;
}

TEST(every_form_of_least_departure_is_equally_likely_within_its_margins)
{
	int banks = 0, rare = 0, wanted = test_size(6, 24, 150), per_form = test_size(40, 40, 150);

	for (uint64_t seed = 1; banks < wanted; seed++) {
		struct census c;
		int freedom;
		double x;

		if (take_census(&c, seed, (enum lab_class)(seed % LAB_DRILL)) &&
		    best_forms(&c) >= 5 && best_forms(&c) <= 150) {
			x = spread(&c, per_form * best_forms(&c), &freedom);
			if (freedom > 0) {
				double p = chi_square_p(x, freedom);

				banks++;
				rare += p < .001;
			}
		}
		end_census(&c);
	}
	CHECK(rare <= banks / 100);
}

TEST(no_form_is_reported_exactly_where_enumeration_finds_none)
{
	int none = 0, banks = test_size(60, 400, 400);

	for (int seed = 1; seed < banks; seed++) {
		struct census c;
		struct form *f;
		struct conflict *why;
		bool any = take_census(&c, (uint64_t)seed, (enum lab_class)(seed % LAB_CLASSES));

		CHECK_INT(draw_form(&f, &why, &c.lab.request, NULL), any ? 0 : DRAW_INFEASIBLE);
		none += !any;
		form_free(f);
		conflict_free(why);
		end_census(&c);
	}
	CHECK(none > banks / 8);
}

/* Whether two margins are the same to the draw: those of difficulties only where they have targets. */
static bool
same_margins(const struct census *c, const struct found *a, const struct found *b)
{
	size_t count = LAB_TOPICS + DIFFICULTY_COUNT + KIND_COUNT;

	for (size_t i = 0; i < count; i++) {
		size_t d = i - LAB_TOPICS;
		bool free = i >= LAB_TOPICS && d < DIFFICULTY_COUNT && !c->targets.difficulty[d].set;

		if (!free && a->margins[i] != b->margins[i])
			return false;
	}
	return true;
}

TEST(the_number_of_forms_shown_is_that_of_the_enumerated_ones)
{
	int banks = 0, relaxed = 0, most = 0, wanted = test_size(80, 250, 3000);

	for (uint64_t seed = 1; banks < wanted; seed++) {
		struct census c;
		struct form *f;
		struct conflict *why;

		if (take_census(&c, seed, (enum lab_class)(seed % LAB_IMPOSSIBLE))) {
			const struct found *drawn;
			char text[16];
			int n = 0;

			c.lab.request.count_forms = true;
			CHECK_INT(draw_form(&f, &why, &c.lab.request, NULL), 0);
			drawn = find_form(&c, f);
			CHECK(drawn != NULL);
			for (int i = 0; i < c.count; i++)
				n += f->relaxed ? c.forms[i].departure == c.least : same_margins(&c, &c.forms[i], drawn);
			snprintf(text, sizeof(text), "%d", n);
			CHECK_STR(f->forms, text);
			CHECK_INT(f->forms_kind, FORMS_EXACT);
			banks++;
			relaxed += f->relaxed;
			most = n > most ? n : most;
			form_free(f);
		}
		end_census(&c);
	}
	CHECK(relaxed > banks / 10 && relaxed < banks && most > 50);
}
