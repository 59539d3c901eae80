#include "test.h"

#include "viva/buf.h"
#include "viva/next.h"

/* NOLINTBEGIN(bugprone-macro-parentheses): a string literal that is glued to another */
#define ITEM(name, of, what, tenths) \
	{ .id = name, .title = "Title of " name, .topic = (of), .status = (what), .limit_tenths = (tenths) }
/* NOLINTEND(bugprone-macro-parentheses) */
static const struct topic topics[] = {
	{ .id = "a", .title = "A" }, { .id = "b", .title = "B" }, { .id = "c", .title = "C" },
};
static const struct item items[] = {
	ITEM("i0", 0, ITEM_ACTIVE, 40), ITEM("i1", 0, ITEM_ACTIVE, 30), ITEM("i2", 1, ITEM_ACTIVE, 45),
	ITEM("i3", 1, ITEM_ACTIVE, 60), ITEM("i4", 2, ITEM_ACTIVE, 20), ITEM("i5", 2, ITEM_RETIRED, 90),
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

TEST(only_answers_below_the_usual_goal_are_repeated)
{
	size_t out[6];

	nothing_met();
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, GOAL_DEFAULT, 100), 0);
	meet(0, 1, 90, 3);
	meet(1, 1, 90, 2);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, GOAL_DEFAULT, 100), 1);
	CHECK_INT(out[0], 1);
}

TEST(a_goal_of_ones_own_says_what_is_repeated)
{
	size_t out[6];

	nothing_met();
	meet(0, 1, 90, 3);
	meet(1, 1, 90, 2);
	meet(2, 1, 90, 4);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, 4.0, 100), 2);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, 2.0, 100), 0);
}

TEST(the_lowest_grade_comes_first_then_the_longest_unmet)
{
	size_t out[6];

	nothing_met();
	meet(0, 3, 92, 1);
	meet(2, 2, 91, 1);
	meet(3, 1, 90, 2);
	meet(4, 4, 93, 0);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, GOAL_DEFAULT, 100), 4);
	CHECK_INT(out[0], 4);
	CHECK_INT(out[1], 2);
	CHECK_INT(out[2], 0);
	CHECK_INT(out[3], 3);
	CHECK_INT(next_repeats(out, 2, NULL, &bank, h, GOAL_DEFAULT, 100), 2);
}

TEST(nothing_is_repeated_on_the_day_it_was_met_and_nothing_retired_ever)
{
	size_t out[6];

	nothing_met();
	meet(0, 1, 100, 0);
	meet(5, 1, 90, 0);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, GOAL_DEFAULT, 100), 0);
	CHECK_INT(next_repeats(out, 6, NULL, &bank, h, GOAL_DEFAULT, 101), 1);
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

TEST(topics_with_three_graded_items_come_before_those_with_fewer)
{
	static const struct item many[] = {
		ITEM("m0", 0, ITEM_ACTIVE, 40), ITEM("m1", 0, ITEM_ACTIVE, 40), ITEM("m2", 0, ITEM_ACTIVE, 40),
		ITEM("m3", 1, ITEM_ACTIVE, 40), ITEM("m4", 2, ITEM_ACTIVE, 40), ITEM("m5", 2, ITEM_ACTIVE, 40),
	};
	const struct bank b = { .topics = topics, .topic_count = 3, .items = many, .item_count = 6 };
	size_t out[NEXT_WEAK_TOPICS];

	nothing_met();
	meet(3, 1, 90, 0);
	meet(0, 1, 90, 3);
	meet(1, 1, 90, 3);
	CHECK_INT(next_weak_topics(out, &b, h), 2);
	CHECK_INT(out[0], 1);
	meet(2, 1, 90, 3);
	CHECK_INT(next_weak_topics(out, &b, h), 2);
	CHECK_INT(out[0], 0);
	CHECK_INT(out[1], 1);
}

TEST(a_plan_has_three_items_and_the_weakest_topic_with_reasons_and_minutes)
{
	struct next_plan plan;
	struct buf text;

	nothing_met();
	CHECK_INT(next_plan(&plan, &bank, h, GOAL_DEFAULT, 100, false), 0);
	CHECK_INT(plan.item_count, 0);
	CHECK(!plan.has_topic);
	meet(0, 1, 99, 2);
	meet(1, 1, 90, 1);
	meet(2, 2, 90, 0);
	meet(3, 2, 90, 1);
	meet(4, 2, 100, 0);
	CHECK_INT(next_plan(&plan, &bank, h, GOAL_DEFAULT, 100, false), 0);
	CHECK_INT(plan.item_count, 3);
	CHECK_INT(plan.waiting, 1);
	CHECK_INT(plan.items[0].item, 2);
	CHECK_INT(plan.items[0].grade, 0);
	CHECK_INT(plan.items[0].days, 10);
	CHECK_INT(plan.items[0].minutes, 9);    /* four and a half, twice */
	CHECK_INT(plan.items[1].item, 1);
	CHECK_INT(plan.items[2].item, 3);
	CHECK(plan.has_topic);
	CHECK_INT(plan.topic, 1);
	CHECK_INT(plan.level.n, 2);
	CHECK_INT(plan.minutes, 32);            /* three of 5.25 minutes, answered and marked */
	buf_init(&text);
	next_item_text(&text, &bank, &plan.items[0]);
	CHECK_STR(buf_text(&text), "Title of i2: grade 0, 10 days ago. Read its answer (`viva bank show i2`), "
	    "then say it aloud from memory: 9 minutes.");
	buf_clear(&text);
	next_topic_text(&text, &bank, &plan);
	CHECK_STR(buf_text(&text), "B: the lowest so far, with 2 answers too few to tell. Drill it with "
	    "`viva solo --items 3 --topic b`: 32 minutes.");
	buf_finish(&text);
}

TEST(from_tomorrow_on_what_was_met_today_is_among_it)
{
	struct next_plan plan;
	struct buf text;

	nothing_met();
	meet(4, 2, 100, 0);
	CHECK_INT(next_plan(&plan, &bank, h, GOAL_DEFAULT, 100, false), 0);
	CHECK_INT(plan.item_count, 0);
	CHECK_INT(next_plan(&plan, &bank, h, GOAL_DEFAULT, 100, true), 0);
	CHECK_INT(plan.item_count, 1);
	CHECK_INT(plan.items[0].days, 0);
	buf_init(&text);
	next_item_text(&text, &bank, &plan.items[0]);
	CHECK(strstr(buf_text(&text), "grade 0, today. Say it aloud from memory tomorrow") != NULL);
	buf_finish(&text);
	CHECK_INT(next_plan(&plan, &bank, h, GOAL_DEFAULT, 101, false), 0);
	buf_init(&text);
	next_item_text(&text, &bank, &plan.items[0]);
	CHECK(strstr(buf_text(&text), "grade 0, yesterday. Read") != NULL);
	buf_finish(&text);
}

TEST(a_level_is_named_from_three_answers_on)
{
	struct next_plan plan = { .has_topic = true, .topic = 2, .level = { .n = 3, .level = 1.25 }, .minutes = 25 };
	struct buf text;

	buf_init(&text);
	next_topic_text(&text, &bank, &plan);
	CHECK(strncmp(buf_text(&text), "C: your lowest topic, level 1.2 of 4 (3 answers).", 49) == 0);
	buf_finish(&text);
}
