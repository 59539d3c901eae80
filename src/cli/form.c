#include "cli/form.h"

#include <stdlib.h>
#include <string.h>

#include "cli/no_such.h"
#include "cli/standing.h"

#define DRILL "drill"

/* The blueprint of a drill: so many items, kinds spread as stock allows, no other rule. */
static void
make_drill(struct form_choice *c, int items)
{
	bool has[KIND_COUNT] = { false };
	int kinds = 0;

	for (size_t i = 0; i < c->bank->item_count; i++)
		if (c->bank->items[i].status == ITEM_ACTIVE && c->use[i] != ITEM_EXCLUDED)
			has[c->bank->items[i].kind] = true;
	for (int k = 0; k < KIND_COUNT; k++)
		kinds += has[k];
	c->drill =
	    (struct blueprint){ .id = DRILL, .title = "A drill", .items = items, .quotas = c->drill_quotas };
	for (int k = 0; k < KIND_COUNT; k++)
		if (has[k])
			c->drill_quotas[c->drill.quota_count++] = (struct quota){ .on = QUOTA_KIND,
				.value = (size_t)k,
				.min = 0,
				.max = items,
				.target_tenths = items * 10 / kinds };
	c->request.blueprint = &c->drill;
}

static bool
wanted_topic(const struct args *args, const struct bank *bank, size_t topic)
{
	bool any = false;

	for (size_t i = 0; i < args->given_count; i++) {
		if (strcmp(args->given[i].name, "topic") != 0)
			continue;
		any = true;
		if (strcmp(args->given[i].value, bank->topics[topic].id) == 0)
			return true;
	}
	return !any;
}

static int
check_topics(const struct args *args, const struct bank *bank, struct err *err)
{
	for (size_t i = 0; i < args->given_count; i++)
		if (strcmp(args->given[i].name, "topic") == 0 &&
		    bank_find_topic(bank, args->given[i].value) == SIZE_MAX)
			return no_such_topic(bank, args->given[i].value, err);
	return 0;
}

static int
choose_drill(struct form_choice *c, const struct args *args, struct err *err)
{
	const char *items = args_value(args, "items"), *difficulty = args_value(args, "difficulty");
	const char *kind = args_value(args, "kind");
	long n = DRILL_ITEMS_DEFAULT, d = 0;
	int k = kind != NULL ? kind_from_name(kind) : -1;

	if (args_has(args, "blueprint") || args_has(args, "minutes"))
		return cmd_usage(args, err, "a drill (--items, --topic, --difficulty, --kind) has no blueprint"), -1;
	if (items != NULL && parse_int(items, 1, DRILL_ITEMS_MAX, &n) != 0)
		return cmd_usage(args, err, "--items takes a number from 1 to %d", DRILL_ITEMS_MAX), -1;
	if (difficulty != NULL && parse_int(difficulty, 1, DIFFICULTY_COUNT, &d) != 0)
		return cmd_usage(args, err, "--difficulty takes 1 (basic), 2 (core) or 3 (stretch)"), -1;
	if (kind != NULL && k < 0)
		return cmd_usage(args, err, "--kind takes concept, scenario, troubleshooting or behavioural"), -1;
	if (check_topics(args, c->bank, err) != 0)
		return -1;
	for (size_t i = 0; i < c->bank->item_count; i++) {
		const struct item *it = &c->bank->items[i];

		if (!wanted_topic(args, c->bank, it->topic) || (d != 0 && it->difficulty != d) ||
		    (k >= 0 && (int)it->kind != k))
			c->use[i] = ITEM_EXCLUDED;
	}
	make_drill(c, (int)n);
	return 0;
}

static int
choose_blueprint(struct form_choice *c, const struct args *args, const char *wished, struct err *err)
{
	const char *id = args_value(args, "blueprint"), *minutes = args_value(args, "minutes");
	long m;

	if (id == NULL && minutes == NULL)
		id = wished;
	if (id != NULL && minutes != NULL)
		return cmd_usage(args, err, "--blueprint and --minutes say the same: give one"), -1;
	if (minutes != NULL) {
		if (parse_int(minutes, 1, 1440, &m) != 0)
			return cmd_usage(args, err, "--minutes takes a number of minutes"), -1;
		c->request.blueprint = bank_blueprint_of_minutes(c->bank, (int)m);
		if (c->request.blueprint == NULL)
			return no_such_minutes(c->bank, m, err);
		return 0;
	}
	c->request.blueprint = bank_find_blueprint(c->bank, id != NULL ? id : DEFAULT_BLUEPRINT);
	if (c->request.blueprint == NULL && id == NULL && c->bank->blueprint_count > 0)
		c->request.blueprint = &c->bank->blueprints[0];
	if (c->request.blueprint == NULL)
		return no_such_blueprint(c->bank, id != NULL ? id : DEFAULT_BLUEPRINT, err);
	return 0;
}

/* The items of a topic that may be drawn. */
static int
stock_of(const struct form_choice *c, size_t topic)
{
	int n = 0;

	for (size_t i = 0; i < c->bank->item_count; i++)
		n += c->bank->items[i].topic == topic && c->bank->items[i].status == ITEM_ACTIVE &&
		    c->use[i] != ITEM_EXCLUDED;
	return n;
}

/* A drill has no quotas that a focus could break, so half of it is a rule there, as far as the stock goes. */
static void
focus_drill(struct form_choice *c, const size_t *weak, size_t n)
{
	int left = (c->drill.items + 1) / 2;

	for (size_t i = 0; i < n; i++) {
		int share = (left + (int)(n - i) - 1) / (int)(n - i), stock = stock_of(c, weak[i]);
		int min = share < stock ? share : stock;

		left -= min;
		c->drill_quotas[c->drill.quota_count++] = (struct quota){ .on = QUOTA_TOPIC,
			.value = weak[i],
			.min = min,
			.max = c->drill.items,
			.target_tenths = -1 };
	}
}

/*
 * Half of all wishes go to the weak topics, the other half to the rest by their shares.  They are
 * wishes: quotas and topic-max hold as ever.
 */
static int
choose_focus(struct form_choice *c, struct err *err)
{
	const struct bank *b = c->bank;
	size_t weak[NEXT_WEAK_TOPICS], n = next_weak_topics(weak, b, c->history);
	int others = 0;

	if (n == 0)
		return 0;               /* nothing was graded yet: nothing is weak */
	c->topic_shares = calloc(b->topic_count, sizeof(*c->topic_shares));
	if (c->topic_shares == NULL)
		return err_memory(err);
	for (size_t t = 0; t < b->topic_count; t++)
		c->topic_shares[t] = b->topics[t].share_percent * (int)n;
	for (size_t i = 0; i < n; i++)
		c->topic_shares[weak[i]] = 0;
	for (size_t t = 0; t < b->topic_count; t++)
		others += c->topic_shares[t];
	for (size_t i = 0; i < n; i++)
		c->topic_shares[weak[i]] = others > 0 ? others / (int)n : 1;
	c->request.topic_shares = c->topic_shares;
	if (c->request.blueprint == &c->drill)
		focus_drill(c, weak, n);
	return 0;
}

static int
choose_history(
    struct form_choice *c, const struct app *app, const struct form_wish *wish, bool focus, struct err *err)
{
	double goal;
	int n;

	if (wish->st == NULL || wish->candidate == NULL)
		return 0;
	c->history = calloc(c->bank->item_count, sizeof(*c->history));
	if (c->history == NULL)
		return err_memory(err);
	c->request.history = c->history;
	if (store_item_history(wish->st, wish->candidate, c->bank, c->history, err) != 0 ||
	    (focus && choose_focus(c, err) != 0))
		return -1;
	if (wish->history == FORM_NO_RETRY || c->request.blueprint == &c->drill)
		return 0;
	if (app_goal(wish->st, wish->candidate, &goal, err) != 0)
		return -1;
	n = next_repeats(c->retries, FORM_RETRIES_MAX, NULL, c->bank, c->history, goal, app_today(app));
	if (n < 0)
		return err_memory(err);
	c->request.retries = c->retries;
	c->request.retry_count = (size_t)n;
	return 0;
}

static bool
asks_for_drill(const struct args *args)
{
	return args_has(args, "items") || args_has(args, "topic") || args_has(args, "difficulty") ||
	    args_has(args, "kind");
}

/* By the options, else as wished, else the default. */
static int
choose_shape(struct form_choice *c, const struct args *args, const struct form_wish *wish, struct err *err)
{
	bool named = args_has(args, "blueprint") || args_has(args, "minutes");

	for (size_t i = 0; wish->without != NULL && i < c->bank->item_count; i++)
		if (wish->without[i])
			c->use[i] = ITEM_EXCLUDED;
	if (asks_for_drill(args))
		return choose_drill(c, args, err);
	if (named || wish->blueprint == NULL || strcmp(wish->blueprint, DRILL) != 0)
		return choose_blueprint(c, args, wish->blueprint, err);
	make_drill(c, wish->items);
	return 0;
}

int
form_choose(struct form_choice *c, const struct app *app, const struct args *args, const struct bank *bank,
    const struct form_wish *wish, struct err *err)
{
	const char *focus = args_value(args, "focus");
	const char *seed = args_value(args, "seed");

	memset(c, 0, sizeof(*c));
	c->bank = bank;
	c->request.bank = bank;
	c->use = calloc(bank->item_count, sizeof(*c->use));
	if (c->use == NULL)
		return err_memory(err);
	c->request.use = c->use;
	if (choose_shape(c, args, wish, err) != 0)
		return -1;
	if (seed == NULL) {
		if (world_random(app->world, &c->request.seed, sizeof(c->request.seed), err) != 0)
			return -1;
		c->request.seed &= UINT32_MAX;          /* short enough to type again */
	} else if (parse_u64(seed, &c->request.seed) != 0) {
		return cmd_usage(args, err, "--seed takes a whole number from 0 on"), -1;
	}
	if (focus != NULL && strcmp(focus, "weak") != 0)
		return cmd_usage(args, err, "--focus takes weak"), -1;
	return choose_history(c, app, wish, focus != NULL, err);
}

void
form_choice_finish(struct form_choice *c)
{
	free(c->use);
	free(c->history);
	free(c->topic_shares);
}

int
form_draw(struct form **out, const struct form_choice *c, struct err *err)
{
	struct conflict *why = NULL;
	int rc = draw_form(out, &why, &c->request, err);

	if (rc == DRAW_INFEASIBLE)
		rc = err_set(err, EXIT_FINDINGS, "%s", why->message);
	conflict_free(why);
	return rc;
}

int
form_choice_of(struct form_choice *c, const struct bank *bank, const char *blueprint, uint64_t seed,
    size_t items, struct err *err)
{
	memset(c, 0, sizeof(*c));
	c->bank = bank;
	c->request.bank = bank;
	c->request.seed = seed;
	c->use = calloc(bank->item_count, sizeof(*c->use));
	if (c->use == NULL)
		return err_memory(err);
	c->request.use = c->use;
	if (strcmp(blueprint, DRILL) == 0)
		make_drill(c, (int)items);
	else
		c->request.blueprint = bank_find_blueprint(bank, blueprint);
	return c->request.blueprint != NULL ? 0 : 1;
}
