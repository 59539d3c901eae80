#include "test.h"
#include "lab.h"

/* Draws and checks; NULL where nothing can be drawn. */
static struct form *
draw(const struct draw_request *rq)
{
	struct form *f;
	struct conflict *why;
	struct err err = { 0 };
	size_t items[64];
	int result = draw_form(&f, &why, rq, &err);

	if (result < 0)
		TEST_FAIL("%s", err.text);
	CHECK((f != NULL) == (result == 0) && (why != NULL) == (result == DRAW_INFEASIBLE));
	conflict_free(why);
	if (f != NULL && draw_check(rq, items, lab_form_items(f, items), &err) != 0)
		TEST_FAIL("seed %d: %s", (int)rq->seed, err.text);
	return f;
}

TEST(every_form_keeps_every_hard_rule)
{
	int banks = test_size(36, 350, 20000), draws = test_size(4, 12, 60), drawn = 0, none = 0;

	for (int seed = 0; seed < banks; seed++) {
		struct lab l;

		lab_make(&l, (uint64_t)seed, seed % 2 ? 160 : 90, 8 + seed % 9,
		    (enum lab_class)(seed % LAB_IMPOSSIBLE));
		for (int k = 0; k < draws; k++) {
			struct form *f;

			l.request.seed = (uint64_t)k;
			f = draw(&l.request);
			drawn += f != NULL;
			none += f == NULL;
			form_free(f);
			if (f == NULL)
				break;
		}
		lab_free(&l);
	}
	CHECK(drawn > draws * banks * 3 / 4 && none > banks / 100);
}

TEST(the_checker_sees_each_broken_rule)
{
	struct lab l;
	struct form *f = NULL;
	struct err err;
	size_t items[64], n;

	lab_make(&l, 8, 160, 12, LAB_FREE);
	l.request.use = NULL;
	f = draw(&l.request);
	CHECK(f != NULL);
	n = lab_form_items(f, items);
	form_free(f);
	l.blueprint.answer_max = 1;
	CHECK(draw_check(&l.request, items, n, &err) == -1 && strstr(err.text, "minutes") != NULL);
	l.blueprint.answer_max = 0;
	CHECK_INT(draw_check(&l.request, items, n, &err), 0);
	l.quotas[0].max = l.quotas[0].min = 50;
	CHECK(draw_check(&l.request, items, n, &err) == -1 && strstr(err.text, "quota 1") != NULL);
	l.quotas[0].min = 0;
	l.items[items[1]].enemies = l.items[items[0]].enemies = (size_t[]){ 0 };
	l.items[items[1]].enemy_count = l.items[items[0]].enemy_count = 1;
	CHECK(draw_check(&l.request, items, n, &err) == -1 && strstr(err.text, "enemies") != NULL);
	l.items[items[1]].enemy_count = 0;
	l.items[items[0]].difficulty = 2;
	l.blueprint.quota_count = 1;
	CHECK(draw_check(&l.request, items, n, &err) == -1 && strstr(err.text, "difficulty 1") != NULL);
	l.blueprint.quota_count = 0;
	CHECK_INT(draw_check(&l.request, items, n, &err), 0);
	CHECK(draw_check(&l.request, items, n - 1, &err) == -1);
	l.use[items[2]] = ITEM_EXCLUDED;
	l.request.use = l.use;
	CHECK(draw_check(&l.request, items, n, &err) == -1 && strstr(err.text, "excluded") != NULL);
	l.use[items[2]] = ITEM_FREE;
	for (size_t i = 0; i < 160; i++)
		l.use[i] = ITEM_REQUIRED;
	CHECK(draw_check(&l.request, items, n, &err) == -1 && strstr(err.text, "required") != NULL);
	items[3] = items[4];
	l.request.use = NULL;
	CHECK(draw_check(&l.request, items, n, &err) == -1 && strstr(err.text, "twice") != NULL);
	lab_free(&l);
}

/* Twelve items: topics A and B, three difficulties, concept and scenario. */
static void
make_twelve(struct lab *l)
{
	static const int shares[2] = { 50, 50 };

	lab_make(l, 1, 12, 2, LAB_DRILL);
	for (size_t i = 0; i < 12; i++) {
		l->items[i].topic = i / 6;
		l->items[i].difficulty = 1 + (int)(i / 2 % 3);
		l->items[i].kind = i % 2 ? KIND_SCENARIO : KIND_CONCEPT;
		l->items[i].enemy_count = 0;
	}
	for (size_t t = 0; t < 2; t++) {
		l->topics[t].share_percent = shares[t];
		l->topics[t].area = 0;
	}
	l->bank.area_count = 1;
	l->request.use = NULL;
	l->blueprint.items = 4;
	lab_add_quota(l, QUOTA_DIFFICULTY, 1, 2, 2);
	lab_add_quota(l, QUOTA_DIFFICULTY, 2, 1, 1);
	lab_add_quota(l, QUOTA_DIFFICULTY, 3, 1, 1);
	lab_add_quota(l, QUOTA_KIND, KIND_CONCEPT, 2, 2);
	lab_add_quota(l, QUOTA_KIND, KIND_SCENARIO, 2, 2);
}

static void
make_enemies(struct lab *l, size_t a, size_t b)
{
	l->groups[0] = (struct enemy_group){ .id = "g0", .text = "" };
	l->bank.enemy_groups = l->groups;
	l->bank.enemy_group_count = 1;
	l->enemies[a][0] = l->enemies[b][0] = 0;
	l->items[a].enemies = l->enemies[a];
	l->items[b].enemies = l->enemies[b];
	l->items[a].enemy_count = l->items[b].enemy_count = 1;
}

/* Different sets among 2,000 draws; `by_half`: of forms with 3 of topic A, and with 3 scenarios. */
static int
count_sets(struct lab *l, int by_half[2][2])
{
	static bool seen[1 << 12];
	int sets = 0;

	memset(seen, 0, sizeof(seen));
	for (uint64_t seed = 0; seed < 2000; seed++) {
		struct form *f;
		unsigned bits = 0;
		int of_a = 0, scenarios = 0;

		l->request.seed = seed;
		f = draw(&l->request);
		CHECK(f != NULL);
		for (size_t i = 0; i < f->item_count; i++) {
			bits |= 1u << f->items[i].item;
			of_a += f->items[i].item < 6;
			scenarios += f->items[i].item % 2;
		}
		sets += !seen[bits];
		seen[bits] = true;
		if (by_half != NULL)
			by_half[of_a == 3][scenarios == 3]++;
		form_free(f);
	}
	return sets;
}

static const char *
count_of(struct lab *l)
{
	static char text[32];
	struct form *f;

	l->request.count_forms = true;
	f = draw(&l->request);
	CHECK(f != NULL);
	CHECK_INT(f->forms_kind, FORMS_EXACT);
	snprintf(text, sizeof(text), "%s", f->forms);
	form_free(f);
	return text;
}

TEST(twelve_items_have_sixteen_balanced_sets)
{
	struct lab l;

	make_twelve(&l);
	CHECK_STR(count_of(&l), "16");
	CHECK_INT(count_sets(&l, NULL), 16);
	lab_free(&l);
}

TEST(a_pair_of_enemies_in_one_topic_or_in_two_leaves_fourteen)
{
	struct lab l;

	make_twelve(&l);
	make_enemies(&l, 0, 1);
	CHECK_STR(count_of(&l), "14");
	CHECK_INT(count_sets(&l, NULL), 14);
	lab_free(&l);
	make_twelve(&l);
	make_enemies(&l, 0, 6);
	CHECK_STR(count_of(&l), "14");
	l.request.count_forms = false;
	CHECK_INT(count_sets(&l, NULL), 14);
	lab_free(&l);
}

TEST(halves_are_rounded_up_as_often_as_down)
{
	struct lab l;
	int by_half[2][2] = { { 0, 0 }, { 0, 0 } };

	make_twelve(&l);
	l.blueprint.items = 5;
	l.quotas[1].min = l.quotas[1].max = 2;
	l.quotas[3].max = l.quotas[4].max = 3;
	CHECK_STR(count_of(&l), "18");
	CHECK_INT(count_sets(&l, by_half), 72);
	for (int a = 0; a < 2; a++)
		for (int s = 0; s < 2; s++)
			CHECK_NEAR(by_half[a][s], 500, 80);     /* four standard errors */
	lab_free(&l);
}

static void
shuffle_items(struct lab *l, size_t *place)
{
	for (size_t i = 0; i < l->bank.item_count; i++)
		place[i] = i;
	for (size_t i = l->bank.item_count; i > 1; i--) {
		size_t j = (size_t)lab_below(l, (int)i), p = place[i - 1];
		struct item x = l->items[i - 1];
		enum item_use u = l->use[i - 1];

		l->items[i - 1] = l->items[j];
		l->items[j] = x;
		l->use[i - 1] = l->use[j];
		l->use[j] = u;
		place[i - 1] = place[j];
		place[j] = p;
	}
}

TEST(the_order_of_items_in_the_file_does_not_matter)
{
	uint64_t banks = test_size(16, 120, 120);

	for (uint64_t seed = 0; seed < banks; seed++) {
		struct lab l;
		struct form *f, *g;
		size_t place[160];

		lab_make(&l, seed, 160, 12, (enum lab_class)(seed % LAB_IMPOSSIBLE));
		l.request.count_forms = seed % 8 == 0;
		f = draw(&l.request);
		shuffle_items(&l, place);
		g = draw(&l.request);
		CHECK((f == NULL) == (g == NULL));
		for (size_t i = 0; f != NULL && i < f->item_count; i++)
			CHECK_INT(place[g->items[i].item], f->items[i].item);
		if (f != NULL)
			CHECK_STR(g->forms, f->forms);
		form_free(f);
		form_free(g);
		lab_free(&l);
	}
}

TEST(the_order_is_by_difficulty_and_starts_with_a_basic_item)
{
	for (uint64_t seed = 0; seed < 60; seed++) {
		struct lab l;
		struct form *f;

		lab_make(&l, seed, 160, 12, LAB_FREE);
		f = draw(&l.request);
		for (size_t i = 0; f != NULL && i < f->item_count; i++)
			CHECK(l.items[f->items[i].item].difficulty >=
			    (i == 0 ? 1 : l.items[f->items[i - 1].item].difficulty));
		if (f != NULL)
			CHECK_INT(l.items[f->items[0].item].difficulty, 1);
		form_free(f);
		lab_free(&l);
	}
}

TEST(a_drill_spreads_its_items_over_the_kinds)
{
	struct lab l;
	struct form *f;
	int kinds[KIND_COUNT] = { 0 };

	lab_make(&l, 5, 160, 12, LAB_DRILL);
	l.blueprint.items = 8;
	l.request.use = NULL;
	f = draw(&l.request);
	CHECK(f != NULL);
	for (size_t i = 0; i < f->item_count; i++)
		kinds[l.items[f->items[i].item].kind]++;
	for (int k = 0; k < KIND_COUNT; k++)
		CHECK_INT(kinds[k], 2);
	form_free(f);
	lab_free(&l);
}

TEST(odd_sizes_are_drawn_or_refused_but_never_break)
{
	static const int sizes[] = { 0, 1, 5, 40, 50, 61, 160, 1000000 };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct lab l;
		struct form *f;

		lab_make(&l, 3, 160, 12, LAB_DRILL);
		l.request.use = NULL;
		l.blueprint.items = sizes[i];
		f = draw(&l.request);
		CHECK((f != NULL) == (sizes[i] <= 60));
		form_free(f);
		lab_free(&l);
	}
}

TEST(topics_get_their_shares_in_the_long_run)
{
	struct lab l;
	int got[LAB_TOPICS] = { 0 }, draws = test_size(3000, 3000, 20000), starved = 0;
	double departure = 0, noise = 0;

	lab_make(&l, 17, 1000, 15, LAB_DRILL);
	l.request.use = NULL;
	l.blueprint.items = 9;
	for (int seed = 0; seed < draws; seed++) {
		struct form *f;

		l.request.seed = (uint64_t)seed;
		f = draw(&l.request);
		CHECK(f != NULL && !f->relaxed);
		for (size_t i = 0; i < f->item_count; i++)
			got[l.items[f->items[i].item].topic]++;
		form_free(f);
	}
	for (size_t t = 0; t < l.bank.topic_count; t++) {
		double target = 9.0 * l.topics[t].share_percent / 100, mean = (double)got[t] / draws;
		double part = target - (int)target;

		departure += mean > target ? mean - target : target - mean;
		/* Mean distance of a mean of `draws` fair roundings: sqrt(2/pi) standard errors, squared here. */
		noise += part * (1 - part) / draws;
		starved += l.topics[t].share_percent > 0 && got[t] == 0;
		CHECK_NEAR(mean, target, 0.05);
	}
	CHECK_INT(starved, 0);
	/* Sum of distances against what noise alone gives at most (Cauchy-Schwarz), 1.3 times. */
	CHECK(departure * departure <= 1.3 * 1.3 * noise * 2 / 3.141592653589793 * (double)l.bank.topic_count);
	lab_free(&l);
}

TEST(a_swap_is_the_nearest_item_that_keeps_the_form_admissible)
{
	int swapped = 0, same_topic = 0;

	for (uint64_t seed = 0; seed < 60; seed++) {
		struct lab l;
		struct form *f;
		size_t items[64], n, item;
		struct err err;

		lab_make(&l, seed, 160, 12, LAB_FREE);
		l.request.use = NULL;
		f = draw(&l.request);
		if (f == NULL) {
			lab_free(&l);
			continue;
		}
		n = lab_form_items(f, items);
		for (size_t pos = 0; pos < n; pos++) {
			size_t trial[64];

			if (draw_swap(&item, &l.request, items, n, pos) != 0)
				continue;
			memcpy(trial, items, sizeof(trial));
			trial[pos] = item;
			CHECK_INT(draw_check(&l.request, trial, n, &err), 0);
			swapped++;
			same_topic += l.items[item].topic == l.items[items[pos]].topic;
			/* No candidate of the same cell was passed over. */
			for (size_t i = 0; i < 160; i++) {
				const struct item *a = &l.items[i], *b = &l.items[items[pos]];

				if (l.items[item].topic == b->topic && l.items[item].kind == b->kind &&
				    l.items[item].difficulty == b->difficulty)
					break;
				if (a->topic != b->topic || a->kind != b->kind || a->difficulty != b->difficulty)
					continue;
				trial[pos] = i;
				CHECK(i == items[pos] || draw_check(&l.request, trial, n, &err) != 0);
			}
		}
		form_free(f);
		lab_free(&l);
	}
	CHECK(swapped > 200 && same_topic > swapped / 3);
}
