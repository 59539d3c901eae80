#include "test.h"
#include "lab.h"

/* Sessions one after the other: what is asked counts as met. */

static struct form *
sit(struct lab *l, uint32_t session)
{
	struct form *f;
	struct conflict *why;
	size_t items[64];

	l->request.seed = session * 7919u;
	CHECK_INT(draw_form(&f, &why, &l->request, NULL), 0);
	CHECK_INT(draw_check(&l->request, items, lab_form_items(f, items), NULL), 0);
	for (size_t i = 0; i < f->item_count; i++) {
		l->history[f->items[i].item].times_met++;
		l->history[f->items[i].item].last_met_session = session;
	}
	return f;
}

static void
make_blueprint(struct lab *l, uint64_t seed)
{
	lab_make(l, seed, 160, 12, LAB_FREE);
	l->request.use = NULL;
	l->request.history = l->history;
}

TEST(unmet_items_are_asked_as_long_as_they_make_a_form)
{
	uint64_t banks = test_size(2, 6, 6);

	for (uint64_t bank = 0; bank < banks; bank++) {
		struct lab l;
		bool all_new = true;
		int sessions = 0;

		make_blueprint(&l, bank);
		for (uint32_t session = 1; session <= 25; session++) {
			struct form *f = sit(&l, session);
			int met = 0;

			for (size_t i = 0; i < f->item_count; i++) {
				met += f->items[i].times_met > 0;
				CHECK_INT(f->items[i].reason, f->items[i].times_met > 0 ? DRAW_LEAST_MET : DRAW_NEW);
			}
			/* Items once met stay met: where unmet ones no longer sufficed, they never will again. */
			CHECK(all_new || met > 0);
			all_new = all_new && met == 0;
			sessions += met == 0;
			form_free(f);
		}
		CHECK(sessions >= 5);
		lab_free(&l);
	}
}

/* Whether a form of so many met items exists, by requiring nothing but excluding all other met ones. */
static bool
possible_with(struct lab *l, const bool *met_allowed)
{
	struct form *f;
	struct conflict *why;
	struct draw_request rq = l->request;
	bool found;

	for (size_t i = 0; i < l->bank.item_count; i++)
		l->use[i] = l->history[i].times_met > 0 && !met_allowed[i] ? ITEM_EXCLUDED : ITEM_FREE;
	rq.use = l->use;
	rq.history = NULL;
	found = draw_form(&f, &why, &rq, NULL) == 0;
	form_free(f);
	conflict_free(why);
	return found;
}

TEST(with_too_few_unmet_items_the_fewest_met_ones_are_taken)
{
	int fewer_tried = 0;

	for (uint64_t bank = 0; bank < 4; bank++) {
		struct lab l;

		make_blueprint(&l, bank);
		for (uint32_t session = 1; session <= 22; session++) {
			struct form *f;
			bool allowed[160] = { false };
			size_t met[64], n = 0;

			f = sit(&l, session);
			for (size_t i = 0; i < f->item_count; i++) {
				l.history[f->items[i].item].times_met--;
				if (f->items[i].times_met > 0)
					met[n++] = f->items[i].item;
			}
			/* With one of its met items missing, the rest of them do not make a form. */
			for (size_t drop = 0; drop < n && n <= 2; drop++) {
				for (size_t i = 0; i < n; i++)
					allowed[met[i]] = i != drop;
				CHECK(!possible_with(&l, allowed));
				fewer_tried++;
			}
			for (size_t i = 0; i < f->item_count; i++)
				l.history[f->items[i].item].times_met++;
			form_free(f);
		}
		lab_free(&l);
	}
	CHECK(fewer_tried > 5);
}

TEST(among_met_items_the_longest_unmet_is_more_likely)
{
	struct lab l;
	int times[4] = { 0 };

	lab_make(&l, 2, 4, 1, LAB_DRILL);
	l.request.use = NULL;
	l.request.history = l.history;
	l.blueprint.items = 1;
	for (size_t i = 0; i < 4; i++) {
		l.items[i].kind = KIND_CONCEPT;
		l.items[i].enemy_count = 0;
		/* Met 8, 4, 2 and 1 sessions ago, the last one included. */
		l.history[i] = (struct item_history){ .times_met = 1,
			.last_met_session = 10 - (8u >> i) + 1, .last_met_day = -1, .last_grade = -1 };
	}
	for (uint64_t seed = 0; seed < 15000; seed++) {
		struct form *f;
		struct conflict *why;

		l.request.seed = seed;
		CHECK_INT(draw_form(&f, &why, &l.request, NULL), 0);
		CHECK_INT(f->items[0].reason, DRAW_LEAST_MET);
		times[f->items[0].item]++;
		form_free(f);
	}
	for (int i = 0; i < 4; i++)
		CHECK_NEAR(times[i], 15000.0 * (8 >> i) / 15, 250);
	lab_free(&l);
}

TEST(retries_come_first_a_fifth_at_most_and_only_where_a_form_holds_them)
{
	int retried = 0;

	for (uint64_t bank = 0; bank < 40; bank++) {
		struct lab l;
		struct form *f, *g;
		struct conflict *why;
		size_t wanted[6];
		int n = 0, most;

		make_blueprint(&l, bank);
		if (draw_form(&f, &why, &l.request, NULL) != 0) {
			conflict_free(why);
			lab_free(&l);
			continue;
		}
		/* Items of one form, all met, so that a form holds them all; an inactive one first. */
		most = (int)f->item_count / 5;
		for (size_t i = 0; i < 4 && i < f->item_count; i++)
			wanted[i + 1] = f->items[i].item;
		wanted[0] = f->items[0].item == 0 ? 1 : 0;
		l.items[wanted[0]].status = ITEM_RETIRED;
		for (size_t i = 0; i < 5; i++)
			l.history[wanted[i]] = (struct item_history){ .times_met = 1, .last_met_session = 1,
				.last_met_day = -1, .last_grade = 1 };
		l.request.retries = wanted;
		l.request.retry_count = 5;
		CHECK_INT(draw_form(&g, &why, &l.request, NULL), 0);
		for (size_t i = 0; i < g->item_count; i++) {
			CHECK(g->items[i].item != wanted[0]);
			n += g->items[i].reason == DRAW_RETRY;
		}
		if (f->items[0].item != wanted[0])
			CHECK_INT(n, most);
		retried += n;
		form_free(f);
		form_free(g);
		lab_free(&l);
	}
	CHECK(retried > 20);
}

/* Items met in one of the three sessions before, over 30 sessions. */
static int
count_repeats(uint64_t bank, bool remember)
{
	struct lab l;
	int repeats = 0;

	make_blueprint(&l, bank);
	if (!remember)
		l.request.history = NULL;
	for (uint32_t session = 1; session <= 30; session++) {
		uint32_t last[160];
		struct form *f;

		for (size_t i = 0; i < 160; i++)
			last[i] = l.history[i].last_met_session;
		f = sit(&l, session);
		for (size_t i = 0; i < f->item_count; i++)
			repeats += last[f->items[i].item] > 0 && session - last[f->items[i].item] <= 3;
		form_free(f);
	}
	lab_free(&l);
	return repeats;
}

TEST(remembering_keeps_repeats_apart_even_after_the_stock_ran_dry)
{
	int with = 0, without = 0;

	for (uint64_t bank = 0; bank < 5; bank++) {
		with += count_repeats(bank, true);
		without += count_repeats(bank, false);
	}
	CHECK(without > 30);
	CHECK(2 * with < without);
}
