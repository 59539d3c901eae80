#include "test.h"
#include "viva/diag.h"
#include "viva/draw.h"
#include "viva/err.h"
#include "viva/next.h"
/* The ranking and the draw together, on the shipped bank: when does an item graded low come back? */

#define SESSIONS 4

static struct bank *bank;
static struct item_history *history;

static void
load(void)
{
	const char *root = getenv("ROOT");
	struct diags diags;
	char path[600];

	if (bank == NULL) {
		snprintf(path, sizeof path, "%s/question-sets/ml-engineer-junior.xml", root != NULL ? root : ".");
		diags_init(&diags, path);
		CHECK_INT(bank_load(&bank, &diags), 0);
		diags_finish(&diags);
		history = calloc(bank->item_count, sizeof *history);
	}
	for (size_t i = 0; i < bank->item_count; i++)
		history[i] = (struct item_history){ .last_met_day = -1, .last_grade = -1 };
}

static struct form *
form_of(const char *blueprint, uint64_t seed, int32_t today)
{
	size_t retries[32];
	int n = next_repeats(retries, 32, NULL, bank, history, GOAL_DEFAULT, today);
	struct draw_request rq = {
		.bank = bank, .blueprint = bank_find_blueprint(bank, blueprint), .seed = seed, .history = history,
		.retries = retries, .retry_count = (size_t)n,
	};
	struct conflict *why;
	struct form *form;
	struct err err;

	CHECK(n >= 0);
	CHECK_INT(draw_form(&form, &why, &rq, &err), 0);
	return form;
}

static void
meet(const struct form *form, uint32_t session, int32_t day, int grade)
{
	for (size_t i = 0; i < form->item_count; i++) {
		struct item_history *h = &history[form->items[i].item];

		h->times_met++;
		h->last_met_session = session;
		h->last_met_day = day;
		h->last_grade = grade;
	}
}

static bool
retried(const struct form *form, size_t item)
{
	for (size_t i = 0; i < form->item_count; i++)
		if (form->items[i].item == item && form->items[i].reason == DRAW_RETRY)
			return true;
	return false;
}

/* The session after which each of `low` items of the first form, graded 1 there, had been asked again. */
static void
check_return(const char *blueprint, uint64_t seed, size_t low)
{
	struct form *first, *form;
	size_t back = 0, items[3];

	load();
	first = form_of(blueprint, seed, 100);
	meet(first, 1, 100, 3);
	for (size_t i = 0; i < low; i++) {
		items[i] = first->items[(seed + 3 * i) % first->item_count].item;
		history[items[i]].last_grade = 1;
	}
	form_free(first);
	form = form_of(blueprint, seed + 1000, 100);
	for (size_t i = 0; i < low; i++)
		CHECK(!retried(form, items[i]));        /* the same day */
	form_free(form);
	for (uint32_t session = 2; session <= SESSIONS; session++) {
		form = form_of(blueprint, seed * 10 + session, 100 + (int32_t)session);
		for (size_t i = 0; i < low; i++)
			back += retried(form, items[i]);
		meet(form, session, 100 + (int32_t)session, 3);
		form_free(form);
	}
	if (back != low)
		TEST_FAIL("%s, seed %d: %zu of %zu items came back within three sessions", blueprint, (int)seed, back, low);
}

TEST(an_item_graded_1_returns_within_three_sessions_and_not_the_same_day)
{
	uint64_t seeds = test_size(12, 12, 500);

	for (uint64_t seed = 0; seed < seeds; seed++) {
		check_return("b30", seed, 1 + seed % 3);
		check_return("b45", seed, 1 + seed % 3);
		check_return("b60", seed, 1 + seed % 3);
	}
}
