#include "test.h"

#include "viva/next.h"

static const struct topic topics[] = { { .id = "a" }, { .id = "b" }, { .id = "c" } };
static const struct item items[] = {
	{ .id = "i0", .topic = 0, .status = ITEM_ACTIVE }, { .id = "i1", .topic = 0, .status = ITEM_ACTIVE },
	{ .id = "i2", .topic = 1, .status = ITEM_ACTIVE }, { .id = "i3", .topic = 1, .status = ITEM_ACTIVE },
	{ .id = "i4", .topic = 2, .status = ITEM_ACTIVE }, { .id = "i5", .topic = 2, .status = ITEM_RETIRED },
};
static const struct bank bank = { .topics = topics, .topic_count = 3, .items = items, .item_count = 6 };
static struct item_history h[6];

static void
nothing_met(void)
{
	for (int i = 0; i < 6; i++)
		h[i] = (struct item_history){ .last_met_day = -1, .last_grade = -1 };
}

static void
meet(int item, uint32_t session, int32_t day, int32_t grade)
{
	h[item] = (struct item_history){ 1, session, day, grade };
}

TEST(only_answers_below_solid_are_repeated)
{
	size_t out[6];

	nothing_met();
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, 100), 0);
	meet(0, 1, 90, 3);
	meet(1, 1, 90, 2);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, 100), 1);
	CHECK_INT(out[0], 1);
}

TEST(the_lowest_grade_comes_first_then_the_longest_unmet)
{
	size_t out[6];

	nothing_met();
	meet(0, 3, 92, 1);
	meet(2, 2, 91, 1);
	meet(3, 1, 90, 2);
	meet(4, 4, 93, 0);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, 100), 4);
	CHECK_INT(out[0], 4);
	CHECK_INT(out[1], 2);
	CHECK_INT(out[2], 0);
	CHECK_INT(out[3], 3);
	CHECK_INT(next_repeats(out, 2, NULL, &bank, h, 100), 2);
}

TEST(nothing_is_repeated_on_the_day_it_was_met_and_nothing_retired_ever)
{
	size_t out[6];

	nothing_met();
	meet(0, 1, 100, 0);
	meet(5, 1, 90, 0);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, 100), 0);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, 101), 1);
	CHECK_INT(out[0], 0);
}

TEST(the_two_lowest_topics_are_weak)
{
	size_t out[NEXT_WEAK_TOPICS];

	nothing_met();
	CHECK_INT(next_weak_topics(out, &bank, h), 0);
	meet(0, 1, 90, 4);
	CHECK_INT(next_weak_topics(out, &bank, h), 1);
	CHECK_INT(out[0], 0);
	meet(2, 1, 90, 2);
	meet(4, 1, 90, 1);
	CHECK_INT(next_weak_topics(out, &bank, h), 2);
	CHECK_INT(out[0], 2);
	CHECK_INT(out[1], 1);
}

TEST(few_answers_are_drawn_towards_the_own_mean)
{
	size_t out[NEXT_WEAK_TOPICS];

	/* Two answers of grade 1 say more than one of grade 1. */
	nothing_met();
	meet(0, 1, 90, 4);
	meet(2, 1, 90, 1);
	meet(3, 1, 90, 1);
	meet(4, 1, 90, 1);
	CHECK_INT(next_weak_topics(out, &bank, h), 2);
	CHECK_INT(out[0], 1);
	CHECK_INT(out[1], 2);
}
