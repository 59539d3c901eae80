#include "cli/nearest.h"
#include "test.h"
#include "viva/buf.h"

static const char *
nearest(struct buf *b, const char *word, const char *const *names, size_t count)
{
	buf_clear(b);
	nearest_names(b, word, names, count);
	return buf_text(b);
}

TEST(the_most_alike_stands_first_and_ties_keep_their_order)
{
	static const char *const names[] = { "b30", "b45", "b60", "drill" };
	struct buf b = { 0 };

	CHECK_STR(nearest(&b, "b46", names, 4), "b45, b30, b60 and drill");
	CHECK_STR(nearest(&b, "dril", names, 4), "drill, b30, b45 and b60");
	CHECK_STR(nearest(&b, "xxx", names, 2), "b30 and b45");
	CHECK_STR(nearest(&b, "xxx", names, 1), "b30");
	CHECK_STR(nearest(&b, "xxx", names, 0), "");
	CHECK_STR(nearest(&b, "", names, 2), "b30 and b45");
	buf_finish(&b);
}

TEST(what_is_left_out_is_counted)
{
	static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" };
	struct buf b = { 0 };

	CHECK_STR(nearest(&b, "j", names, 10), "j, a, b, c, d, e, f, g and 2 more");
	CHECK_STR(nearest(&b, "h", names, 8), "h, a, b, c, d, e, f and g");
	buf_finish(&b);
}

TEST(a_slip_is_an_edit_or_two_and_no_more)
{
	static const char *const names[] = { "solo", "resume", "report", "history" };

	CHECK_STR(nearest_slip("sol", names, 4), "solo");
	CHECK_STR(nearest_slip("reusme", names, 4), "resume");
	CHECK_STR(nearest_slip("repotr", names, 4), "report");
	CHECK(nearest_slip("qqqqq", names, 4) == NULL);
	CHECK(nearest_slip("x", names, 4) == NULL);
	CHECK(nearest_slip("solo", names, 0) == NULL);
}

TEST(a_very_long_word_is_compared_without_harm)
{
	static const char *const names[] = { "solo" };
	static char word[5000];
	struct buf b = { 0 };

	for (size_t i = 0; i + 1 < sizeof(word); i++)
		word[i] = 's';
	CHECK_STR(nearest(&b, word, names, 1), "solo");
	CHECK(nearest_slip(word, names, 1) == NULL);
	buf_finish(&b);
}
