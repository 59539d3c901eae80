/* The marks of a further rater as a state machine: what may happen, and that a replay is the same. */
#include <string.h>

#include "test.h"
#include "viva/err.h"
#include "viva/rng.h"
#include "viva/scoring.h"

#define ITEMS 3

static struct err err;
static struct key_point points[3] = { { .id = "k0", .weight = 1, .essential = true }, { .id = "k1", .weight = 2 },
	{ .id = "k2", .weight = 1 } };
static struct mistake mistakes[2] = { { .id = "m0" }, { .id = "m1" } };
static const struct item plain_item = { .id = "i", .key_points = points, .key_point_count = 3 };
static const struct item with_mistakes = { .id = "j", .key_points = points, .key_point_count = 2, .mistakes = mistakes,
	.mistake_count = 2 };

static struct scoring *
fresh(void)
{
	static const struct scoring_head head = { .id = 1, .session = 2, .rater = "Mary", .present = PRESENT_YES };
	struct scoring_item items[ITEMS] = { { .item = &plain_item, .snapshot = { 1 }, .ratable = true },
		{ .item = &with_mistakes, .snapshot = { 2 }, .ratable = true },
		{ .item = &plain_item, .snapshot = { 3 }, .ratable = false } };

	return scoring_new(&head, items, ITEMS);
}

static enum refusal why;
static struct event last;

static int
give(struct scoring *s, size_t position, enum input kind, int a, int b)
{
	return scoring_step(s, position, (struct session_input){ .kind = kind, .a = a, .b = b }, &last, &why);
}

static void
open_item(struct scoring *s, size_t position)
{
	CHECK_INT(scoring_open(s, position, &last), 1);
}

TEST(an_item_is_marked_once_it_was_shown_and_answered)
{
	struct scoring *s = fresh();

	CHECK_INT(give(s, 0, IN_GRADE, 3, 0), 0);
	open_item(s, 0);
	CHECK_INT(last.kind, EV_OPEN);
	CHECK_INT(last.n[0], 3);
	CHECK_INT(last.digest[0], 1);
	CHECK_INT(scoring_open(s, 0, &last), 0);        /* once */
	CHECK_INT(give(s, 0, IN_GRADE, 3, 0), 1);
	CHECK(scoring_graded(s, 0));
	open_item(s, 2);
	CHECK_INT(give(s, 2, IN_GRADE, 3, 0), 0);       /* not answered */
	CHECK_INT(why, REFUSED_HERE);
	CHECK(!scoring_graded(s, 2));
	scoring_free(s);
}

TEST(the_proposal_is_the_sessions_own_and_a_mark_after_the_grade_takes_it_away)
{
	struct scoring *s = fresh();

	open_item(s, 0);
	CHECK_INT(give(s, 0, IN_TICK, 0, -1), 1);
	CHECK_INT(last.n[1], TICK_YES);
	CHECK_INT(give(s, 0, IN_TICK, 1, TICK_PARTLY), 1);
	CHECK_INT(give(s, 0, IN_TICK, 1, TICK_PARTLY), 0);      /* nothing new */
	CHECK_INT(why, REFUSED_NOT);
	CHECK_INT(give(s, 0, IN_GRADE, -1, 0), 1);
	CHECK_INT(last.n[0], session_propose(&plain_item, &scoring_mark(s, 0)->rating));
	CHECK_INT(last.n[0], 2);                                /* 4 of 8: half */
	CHECK_INT(give(s, 0, IN_TICK, 2, TICK_YES), 1);
	CHECK(!scoring_graded(s, 0));
	CHECK_INT(give(s, 0, IN_PASS, 0, 0), 1);
	CHECK(scoring_mark(s, 0)->rating.no_answer);
	CHECK_INT(scoring_mark(s, 0)->rating.grade, 0);
	scoring_free(s);
}

TEST(what_is_out_of_range_is_refused)
{
	static const struct { size_t position; enum input kind; int a, b; } bad[] = {
		{ 0, IN_TICK, 3, 1 }, { 0, IN_TICK, -1, 1 }, { 0, IN_TICK, 0, 3 }, { 0, IN_MISTAKE, 0, -1 },
		{ 1, IN_TICK, 2, 1 }, { 1, IN_MISTAKE, 2, 1 }, { 1, IN_MISTAKE, 0, 2 }, { 0, IN_GRADE, 5, 0 },
		{ 0, IN_GRADE, -2, 0 }, { 0, IN_NOTE, 0, 2 }, { 0, IN_PREDICT, 1, 0 }, { 0, IN_NEXT, 0, 0 },
		{ 0, IN_END, 0, 0 }, { 0, IN_UNDO, 0, 0 },
	};
	struct scoring *s = fresh();

	open_item(s, 0);
	open_item(s, 1);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		if (give(s, bad[i].position, bad[i].kind, bad[i].a, bad[i].b) != 0)
			TEST_FAIL("case %d was taken", (int)i);
		CHECK_INT(scoring_last_seq(s), 2);
	}
	CHECK_INT(why, REFUSED_NOTHING_TO_UNDO);
	scoring_free(s);
}

TEST(undo_takes_back_step_by_step_wherever_it_was)
{
	struct scoring *s = fresh();

	open_item(s, 0);
	open_item(s, 1);
	CHECK_INT(give(s, 0, IN_GRADE, 1, 0), 1);
	CHECK_INT(give(s, 1, IN_MISTAKE, 1, 1), 1);
	CHECK_INT(give(s, 1, IN_NOTE, 0, 1), 1);
	last.has_digest = true;
	CHECK_INT(scoring_undoable(s)->kind, EV_NOTE);
	CHECK_INT(give(s, 0, IN_UNDO, 0, 0), 1);
	CHECK_INT(last.item, 1);
	CHECK_INT(last.n[0], 5);
	CHECK_INT(give(s, 0, IN_UNDO, 0, 0), 1);
	CHECK_INT(scoring_mark(s, 1)->rating.mistakes, 0);
	CHECK_INT(give(s, 1, IN_UNDO, 0, 0), 1);
	CHECK(!scoring_graded(s, 0));
	CHECK(scoring_undoable(s) == NULL);             /* that it was shown stays */
	scoring_free(s);
}

TEST(marks_of_an_item_that_was_swapped_away_do_not_count_for_the_new_one)
{
	struct scoring *s = fresh();
	struct scoring_item other = { .item = &with_mistakes, .snapshot = { 9 }, .ratable = true };

	open_item(s, 0);
	CHECK_INT(give(s, 0, IN_GRADE, 4, 0), 1);
	scoring_set_item(s, 0, &other);
	CHECK(!scoring_graded(s, 0));
	CHECK_INT(give(s, 0, IN_TICK, 0, 1), 0);
	open_item(s, 0);
	CHECK_INT(last.n[0], 2);
	CHECK_INT(scoring_mark(s, 0)->rating.grade, -1);
	CHECK(scoring_undoable(s) == NULL);             /* nor can the old ones come back */
	scoring_free(s);
}

TEST(done_is_for_good_and_then_only_what_was_graded_is_amended)
{
	struct rating r = { .grade = 2, .ticks = { TICK_YES, TICK_PARTLY }, .mistakes = 2 };
	struct scoring *s = fresh();

	open_item(s, 0);
	open_item(s, 1);
	CHECK_INT(scoring_amend(s, 1, &r, &last), 0);
	CHECK_INT(give(s, 1, IN_GRADE, 4, 0), 1);
	CHECK_INT(give(s, 0, IN_END, 0, 0), 1);
	CHECK(scoring_done(s));
	CHECK_INT(give(s, 0, IN_GRADE, 4, 0), 0);
	CHECK_INT(give(s, 0, IN_UNDO, 0, 0), 0);
	CHECK_INT(give(s, 0, IN_END, 0, 0), 0);
	CHECK_INT(scoring_open(s, 2, &last), 0);
	CHECK_INT(scoring_amend(s, 0, &r, &last), 0);   /* never graded */
	CHECK_INT(scoring_amend(s, 1, &r, &last), 1);
	CHECK_INT(scoring_mark(s, 1)->rating.grade, 2);
	CHECK_INT(scoring_mark(s, 1)->rating.ticks[1], TICK_PARTLY);
	CHECK_INT(scoring_mark(s, 1)->rating.mistakes, 2);
	r.mistakes = 4;                                 /* it has two */
	CHECK_INT(scoring_amend(s, 1, &r, &last), 0);
	r.mistakes = 0;
	r.no_answer = true;                             /* which has grade 0 */
	CHECK_INT(scoring_amend(s, 1, &r, &last), 0);
	scoring_free(s);
}

static struct event log_[400];

/* Inputs by chance; returns the number of events. */
static size_t
play(struct scoring *s, uint64_t seed)
{
	static const enum input kinds[] = { IN_TICK, IN_MISTAKE, IN_GRADE, IN_PASS, IN_NOTE, IN_UNDO };
	struct rng rng;
	size_t n = 0;

	rng_seed(&rng, seed, "scoring");
	for (int i = 0; i < 300; i++) {
		size_t position = rng_below(&rng, ITEMS);
		enum input kind = kinds[rng_below(&rng, 6)];

		if (!scoring_open(s, position, &last) &&
		    !give(s, position, kind, (int)rng_below(&rng, 6) - 1, (int)rng_below(&rng, 4) - 1))
			continue;
		last.has_digest |= last.kind == EV_NOTE;        /* the store's part */
		log_[n++] = last;
	}
	return n;
}

static bool
marks_are_equal(const struct scoring_mark *a, const struct scoring_mark *b)
{
	const struct rating *x = &a->rating, *y = &b->rating;

	return a->opened == b->opened && memcmp(a->snapshot, b->snapshot, sizeof a->snapshot) == 0 &&
	    a->key_points == b->key_points && a->mistakes == b->mistakes &&
	    memcmp(x->ticks, y->ticks, sizeof x->ticks) == 0 && x->mistakes == y->mistakes &&
	    x->no_answer == y->no_answer && x->settled == y->settled && x->proposed == y->proposed &&
	    x->grade == y->grade && x->seq == y->seq;
}

TEST(a_replay_stands_where_the_original_stands)
{
	for (uint64_t seed = 0; seed < 200; seed++) {
		struct scoring *s = fresh(), *again = fresh();
		size_t n = play(s, seed);

		CHECK(n > 50);
		for (size_t i = 0; i < n; i++)
			if (scoring_apply(again, &log_[i], &err) != 0)
				TEST_FAIL("seed %d: %s", (int)seed, err.text);
		for (size_t p = 0; p < ITEMS; p++)
			CHECK(marks_are_equal(scoring_mark(s, p), scoring_mark(again, p)));
		CHECK_INT((scoring_undoable(s) != NULL), (scoring_undoable(again) != NULL));
		scoring_free(s);
		scoring_free(again);
	}
}

/* A log that was tampered with is refused or replayed, and never does harm: the sanitizers look on. */
TEST(a_forged_log_is_refused_without_harm)
{
	int refused = 0;

	for (uint64_t seed = 0; seed < 2000; seed++) {
		struct scoring *s = fresh(), *again = fresh();
		size_t n = play(s, seed % 20);
		struct rng rng;

		rng_seed(&rng, seed, "forger");
		for (size_t i = 0; i < n; i++) {
			struct event ev = log_[i];

			if (rng_below(&rng, 40) == 0)
				switch (rng_below(&rng, 5)) {
				case 0: ev.kind = (enum event_kind)rng_below(&rng, 30); break;
				case 1: ev.item = (int)rng_below(&rng, 8) - 3; break;
				case 2: ev.n[rng_below(&rng, 4)] = (int64_t)rng_next(&rng); break;
				case 3: ev.seq += (int64_t)rng_below(&rng, 3) - 1; break;
				default: ev.n[0] = (int64_t)rng_below(&rng, 70) - 3; break;
				}
			if (scoring_apply(again, &ev, &err) != 0) {
				CHECK_INT(err.status, EXIT_DAMAGED);
				refused++;
				break;
			}
		}
		scoring_free(s);
		scoring_free(again);
	}
	CHECK(refused > 1500);
}
