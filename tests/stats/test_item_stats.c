#include "test.h"

#include "viva/item_stats.h"

static const struct item items[] = { { .id = "one", .revision = 2 }, { .id = "two", .revision = 1 } };
static const struct item older = { .id = "one", .revision = 1 };
static const size_t by_id[] = { 0, 1 };
static struct bank bank = { .id = "b", .items = items, .item_count = 2, .items_by_id = by_id };
static struct bank kept_one = { .id = "b", .items = items, .item_count = 1 };
static struct bank kept_two = { .id = "b", .items = items + 1, .item_count = 1 };
static struct bank kept_older = { .id = "b", .items = &older, .item_count = 1 };

static struct item_record
answer(int grade, int prediction, int64_t answer_ms)
{
	struct item_record it = { .limit_ms = 60000, .answer_ms = answer_ms, .prediction = prediction };

	it.over_ms = answer_ms > 60000 ? answer_ms - 60000 : 0;
	it.self.settled = true;
	it.self.grade = grade;
	return it;
}

static struct record
session(struct item_record *its, struct bank **banks, size_t n)
{
	return (struct record){ .head = { .bank_id = "b" }, .items = its, .banks = banks, .item_count = n };
}

TEST(answers_of_the_same_revision_add_up)
{
	struct item_record its[] = { answer(3, 4, 30000), answer(1, -1, 90000) };
	struct bank *banks[] = { &kept_one, &kept_two };
	struct record r = session(its, banks, 2);
	struct item_stats s[2] = { 0 };

	item_stats_add(s, &bank, &r);
	item_stats_add(s, &bank, &r);
	CHECK_INT(s[0].answers, 2);
	CHECK_INT(s[0].grade_sum, 6);
	CHECK_INT(s[0].predictions, 2);
	CHECK_INT(s[0].gap_sum, 2);
	CHECK_INT(s[0].over, 0);
	CHECK_INT(s[1].used_ms, 180000);
	CHECK_INT(s[1].limit_ms, 120000);
	CHECK_INT(s[1].over, 2);
	CHECK_INT(s[1].predictions, 0);
}

TEST(an_older_revision_and_another_bank_do_not_count)
{
	struct item_record its[] = { answer(3, 3, 30000) };
	struct bank *banks[] = { &kept_older };
	struct record r = session(its, banks, 1);
	struct item_stats s[2] = { 0 };

	item_stats_add(s, &bank, &r);
	CHECK_INT(s[0].answers, 0);
	banks[0] = &kept_one;
	r.head.bank_id = "other";
	item_stats_add(s, &bank, &r);
	CHECK_INT(s[0].answers, 0);
}

TEST(a_pass_counts_apart_and_an_unmarked_answer_not_at_all)
{
	struct item_record its[] = { answer(0, -1, 0), answer(2, 2, 1000) };
	struct bank *banks[] = { &kept_one, &kept_two };
	struct record r = session(its, banks, 2);
	struct item_stats s[2] = { 0 };

	its[0].self.no_answer = true;
	its[1].self.settled = false;
	item_stats_add(s, &bank, &r);
	CHECK_INT(s[0].passes, 1);
	CHECK_INT(s[0].answers, 0);
	CHECK_INT(s[1].answers, 0);
}
