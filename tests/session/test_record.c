#include "test.h"
#include "viva/arena.h"
#include "viva/record.h"

TEST(the_interviewers_rating_counts_before_the_candidates_own_once_settled)
{
	struct item_record it = { .self = { .grade = 1 }, .interviewer = { .grade = 3 } };

	CHECK(record_rating(&it) == NULL);
	it.self.settled = true;
	CHECK(record_rating(&it) == &it.self);
	it.interviewer.settled = true;
	CHECK(record_rating(&it) == &it.interviewer);
	it.self.settled = false;
	CHECK(record_rating(&it) == &it.interviewer);
}

/* Under the sanitizers a byte left over, or freed twice, fails. */
TEST(a_record_is_released_whole_or_half_made)
{
	struct arena *a = arena_new();
	struct record *r;

	CHECK(a != NULL);
	r = arena_alloc(a, 1, sizeof(*r));
	CHECK(r != NULL);
	r->arena = a;
	r->item_count = 2;
	r->banks = arena_alloc(a, 2, sizeof(*r->banks));
	CHECK(r->banks != NULL);
	record_free(r);
	record_free(NULL);
}
