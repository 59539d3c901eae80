#include "form.h"
#include "viva/view.h"
/* What screens see, and the grade that ticks propose. */

static struct sitting t;

TEST(the_candidate_sees_stem_facts_and_clock_while_answering)
{
	struct candidate_view v;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PASS);
	DO(IN_NEXT);
	DO(IN_NEXT);                            /* the item with facts and a follow-up */
	DO(IN_FACT);
	DO(IN_FACT);
	DO(IN_UNDO);
	view_candidate(&v, t.s, t.now_ms + 100);
	CHECK_INT(v.position, 1);
	CHECK_INT(v.count, FORM_ITEMS);
	CHECK_INT(v.phase, PHASE_READ);
	CHECK(v.stem == &test_items[1].stem);
	CHECK(v.follow_up == NULL);
	CHECK_INT(v.fact_count, 1);
	CHECK_STR(v.fact_asks[0], "how many rows?");
	CHECK_INT(v.clock.state, CLOCK_RUNNING);
	CHECK_INT(v.clock.used_ms, 2100);       /* what follows the undone fact was a pause */
	CHECK_INT(v.clock.remaining_ms, LIMIT_MS - 2100);
	DO(IN_NEXT);
	DO(IN_NEXT);
	DO(IN_NEXT);
	view_candidate(&v, t.s, t.now_ms);
	CHECK_INT(v.phase, PHASE_FOLLOW_UP);
	CHECK(v.follow_up == &test_items[1].follow_ups[0].stem);
	CHECK_INT(v.clock.state, CLOCK_OFF);
	session_free(t.s);
}

TEST(the_clock_is_over_one_millisecond_after_its_end)
{
	struct candidate_view v;

	sit(&t, MODE_SOLO, REVIEW_EACH, SESSION_HIDE_CLOCK);
	view_candidate(&v, t.s, LIMIT_MS);
	CHECK_INT(v.clock.state, CLOCK_RUNNING);
	CHECK_INT(v.clock.remaining_ms, 0);
	view_candidate(&v, t.s, LIMIT_MS + 1);
	CHECK_INT(v.clock.state, CLOCK_OVER);
	CHECK_INT(v.clock.remaining_ms, -1);
	CHECK(v.clock.hidden);
	DO(IN_PAUSE);
	view_candidate(&v, t.s, t.now_ms + 5000);
	CHECK_INT(v.clock.state, CLOCK_PAUSED);
	CHECK_INT(v.state, SESSION_PAUSED);
	CHECK_INT(v.clock.used_ms, 1000);
	session_free(t.s);
}

TEST(from_the_reveal_on_the_candidate_screen_says_being_marked)
{
	struct candidate_view v;

	sit(&t, MODE_SOLO, REVIEW_END, 0);
	DO(IN_PASS);
	view_candidate(&v, t.s, t.now_ms);
	CHECK_INT(v.phase, PHASE_BETWEEN);
	session_free(t.s);
	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	DO(IN_PASS);
	for (int i = 0; i < 2; i++) {
		view_candidate(&v, t.s, t.now_ms);
		CHECK_INT(v.phase, PHASE_CLOSED);
		if (i == 0)
			DO(IN_NEXT);
	}
	DO(IN_END);
	view_candidate(&v, t.s, t.now_ms);
	CHECK_INT(v.position, -1);
	CHECK(v.stem == NULL);
	CHECK_INT(v.state, SESSION_ENDED);
	session_free(t.s);
}

TEST(a_solo_candidate_gets_nothing_to_mark_by_before_the_reveal)
{
	struct marking_view v;

	sit(&t, MODE_SOLO, REVIEW_EACH, 0);
	for (int i = 0; i < 3; i++) {
		view_marking(&v, t.s, t.now_ms);
		CHECK(v.item == NULL && v.bank == NULL && v.proposed == -1);
		CHECK(v.record == rec(&t, 0));
		DO(IN_NEXT);
	}
	DO_WITH(IN_PREDICT, 3, 0);
	view_marking(&v, t.s, t.now_ms);
	CHECK(v.item == &test_items[0] && v.bank == &test_bank);
	CHECK(v.rating == &rec(&t, 0)->self);
	CHECK_INT(v.proposed, 0);
	session_free(t.s);
}

TEST(an_interviewer_sees_the_item_from_the_start)
{
	struct marking_view v;

	sit(&t, MODE_LED, REVIEW_EACH, 0);
	view_marking(&v, t.s, t.now_ms);
	CHECK(v.item == &test_items[0]);
	CHECK(v.rating == &rec(&t, 0)->interviewer);
	session_free(t.s);
}

/* ---- the proposal ---- */

static int
proposed(const struct item *it, const char *ticks, uint32_t mistakes)
{
	struct rating r = { .mistakes = mistakes };

	for (size_t i = 0; ticks[i] != '\0'; i++)
		r.ticks[i] = ticks[i] == 'y' ? TICK_YES : ticks[i] == '~' ? TICK_PARTLY : TICK_NO;
	return session_propose(it, &r);
}

/* Half points that are left for point `k`, at most a whole one. */
static int
half_points_left(int half_points, int k)
{
	int left = half_points - 2 * k;

	return left < 0 ? 0 : left > 2 ? 2 : left;
}

TEST(the_proposal_follows_the_percentages_at_their_borders)
{
	/* Twenty points of weight 1: each yes is 5 %, so that 40, 65 and 90 % can be met exactly. */
	static struct key_point points[20];
	const struct item twenty = { .key_points = points, .key_point_count = 20 };
	static const struct { int half_points, grade; } table[] = {
		{ 0, 0 }, { 1, 1 }, { 15, 1 }, { 16, 2 }, { 25, 2 }, { 26, 3 }, { 35, 3 },
		{ 36, 4 }, { 40, 4 },
	};

	for (size_t i = 0; i < 20; i++)
		points[i].weight = 1;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		char ticks[21] = "";

		for (int k = 0; k < 20; k++)
			ticks[k] = "n~y"[half_points_left(table[i].half_points, k)];
		CHECK_INT(proposed(&twenty, ticks, 0), table[i].grade);
	}
}

TEST(the_proposal_is_an_integer_percent_cut_off)
{
	/* The weights are 1 2 2 1 1: a full sum of 14. */
	CHECK_INT(proposed(&test_items[1], "n~yyn", 0), 2);     /* 8 of 14: 57 % */
	CHECK_INT(proposed(&test_items[1], "~yyn~", 0), 3);     /* 10 of 14: 71 % */
	CHECK_INT(proposed(&test_items[1], "yyyy~", 0), 4);     /* 13 of 14: 92 % */
	CHECK_INT(proposed(&test_items[1], "yyy~~", 0), 3);     /* 12 of 14: 85 % */
	CHECK_INT(proposed(&test_items[1], "nn~~~", 0), 1);     /* 4 of 14: 28 % */
}

TEST(a_missing_essential_or_a_mistake_caps_the_proposal_at_2_and_raises_nothing)
{
	CHECK_INT(proposed(&test_items[0], "yyy", 0), 4);
	CHECK_INT(proposed(&test_items[0], "yyy", 1), 2);
	CHECK_INT(proposed(&test_items[0], "~yy", 0), 3);       /* partly is not missing */
	CHECK_INT(proposed(&test_items[1], "yynyy", 0), 2);     /* 10 of 14, the essential one missing */
	CHECK_INT(proposed(&test_items[0], "nny", 1), 1);
	CHECK_INT(proposed(&test_items[0], "nnn", 1), 0);
}

TEST(names_are_the_words_of_the_export)
{
	CHECK_STR(phase_name(PHASE_FOLLOW_UP), "follow-up");
	CHECK_STR(phase_name((enum phase)12), "unknown");
	CHECK_STR(phase_name((enum phase)-1), "unknown");
	CHECK_STR(event_kind_name(EV_START), "start");
	CHECK_STR(event_kind_name(EV_AMEND), "amend");
	CHECK_STR(event_kind_name((enum event_kind)0), "unknown");
	CHECK_STR(session_state_name(SESSION_PAUSED), "paused");
	CHECK_STR(item_state_name(ITEM_NOT_ASKED), "not-asked");
}
