#include "test.h"
#include "lab.h"

/* Ten items of one topic, five of difficulty 1, no quota broken: what is wrong is added by a test. */
static void
make_ten(struct lab *l)
{
	lab_make(l, 1, 10, 1, LAB_DRILL);
	for (size_t i = 0; i < 10; i++) {
		l->items[i].difficulty = 1 + (int)(i % 2);
		l->items[i].kind = i % 4 < 2 ? KIND_CONCEPT : KIND_SCENARIO;
		l->items[i].limit_tenths = 40;
		l->items[i].enemy_count = 0;
		l->use[i] = ITEM_FREE;
	}
	l->bank.enemy_group_count = 0;
	l->request.use = l->use;
	l->blueprint.items = 4;
	l->blueprint.answer_min = 10;
	l->blueprint.answer_max = 20;
	lab_add_quota(l, QUOTA_KIND, KIND_CONCEPT, 1, 3);
	lab_add_quota(l, QUOTA_KIND, KIND_SCENARIO, 1, 3);
}

/* Items a and b in an enemy group of their own. */
static void
make_enemies(struct lab *l, size_t a, size_t b)
{
	size_t g = l->bank.enemy_group_count++;
	const size_t both[2] = { a, b };

	snprintf(l->group_ids[g], sizeof(l->group_ids[g]), "g%zu", g);
	l->groups[g] = (struct enemy_group){ .id = l->group_ids[g], .text = "" };
	l->bank.enemy_groups = l->groups;
	for (int i = 0; i < 2; i++) {
		l->enemies[both[i]][l->items[both[i]].enemy_count++] = g;
		l->items[both[i]].enemies = l->enemies[both[i]];
	}
}

static const char *
repair_of(const struct lab *l)
{
	static char text[256];
	struct form *f;
	struct conflict *why;
	int result = draw_form(&f, &why, &l->request, NULL);

	CHECK(result >= 0);
	snprintf(text, sizeof(text), "%s", why != NULL ? why->repair : "");
	form_free(f);
	conflict_free(why);
	return text;
}

TEST(one_number_by_as_little_as_will_do)
{
	struct lab l;

	make_ten(&l);
	CHECK_STR(repair_of(&l), "");
	l.blueprint.answer_max = 16;
	CHECK_STR(repair_of(&l), "");
	l.blueprint.answer_max = 15;
	CHECK_STR(repair_of(&l), "raise the most answer minutes from 15 to 16");
	l.blueprint.answer_max = 30;
	l.blueprint.answer_min = 18;
	CHECK_STR(repair_of(&l), "lower the least answer minutes from 18 to 16");
	lab_free(&l);
}

TEST(a_fraction_of_a_minute_is_rounded_so_that_it_helps)
{
	struct lab l;

	make_ten(&l);
	for (size_t i = 0; i < 10; i++)
		l.items[i].limit_tenths = 41;
	l.blueprint.answer_max = 16;
	CHECK_STR(repair_of(&l), "raise the most answer minutes from 16 to 17");
	l.blueprint.answer_max = 30;
	l.blueprint.answer_min = 17;
	CHECK_STR(repair_of(&l), "lower the least answer minutes from 17 to 16");
	lab_free(&l);
}

TEST(a_change_of_one_rule_is_better_than_small_ones_of_two)
{
	struct lab l;
	const char *text;

	make_ten(&l);
	l.quotas[0].min = l.quotas[0].max = 3;
	l.quotas[1].min = l.quotas[1].max = 3;
	text = repair_of(&l);
	CHECK(strcmp(text, "lower the least of kind concept from 3 to 1") == 0 ||
	    strcmp(text, "lower the least of kind scenario from 3 to 1") == 0);
	lab_free(&l);
}

TEST(required_enemies_cannot_meet_by_any_numbers)
{
	struct lab l;
	const char *text;

	make_ten(&l);
	make_enemies(&l, 2, 5);
	l.use[2] = l.use[5] = ITEM_REQUIRED;
	text = repair_of(&l);
	CHECK(strncmp(text, "do not require item ", 20) == 0);
	CHECK(strstr(text, l.items[2].id) != NULL || strstr(text, l.items[5].id) != NULL);
	lab_free(&l);
}

TEST(as_few_required_items_are_given_up_as_will_do)
{
	struct lab l;
	char wanted[64];

	make_ten(&l);
	make_enemies(&l, 2, 5);
	make_enemies(&l, 3, 5);
	make_enemies(&l, 4, 5);
	for (size_t i = 2; i <= 5; i++)
		l.use[i] = ITEM_REQUIRED;
	l.blueprint.items = 5;
	l.blueprint.answer_max = 30;
	snprintf(wanted, sizeof(wanted), "do not require item %s", l.items[5].id);
	CHECK_STR(repair_of(&l), wanted);
	lab_free(&l);
}

TEST(given_up_items_and_numbers_go_together)
{
	struct lab l;
	char wanted[128];

	make_ten(&l);
	l.items[7].status = ITEM_RETIRED;
	l.use[7] = ITEM_REQUIRED;
	l.blueprint.answer_max = 15;
	snprintf(wanted, sizeof(wanted), "raise the most answer minutes from 15 to 16, and do not require item %s",
	    l.items[7].id);
	CHECK_STR(repair_of(&l), wanted);
	lab_free(&l);
}

TEST(without_an_item_to_begin_with_only_new_ones_help)
{
	struct lab l;

	make_ten(&l);
	for (size_t i = 0; i < 10; i++)
		l.items[i].difficulty = 2;
	CHECK_STR(repair_of(&l), "add items: no other numbers make a form of this stock");
	lab_free(&l);
}

TEST(the_seed_does_not_change_a_repair)
{
	for (uint64_t bank = 0; bank < 12; bank++) {
		char first[256] = "";

		for (uint64_t seed = 0; seed < 4; seed++) {
			struct lab l;

			lab_make(&l, bank, 60, 8, LAB_IMPOSSIBLE);
			l.request.seed = seed;
			if (seed == 0)
				snprintf(first, sizeof(first), "%s", repair_of(&l));
			CHECK_STR(repair_of(&l), first);
			lab_free(&l);
		}
	}
}
