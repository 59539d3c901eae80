#include <jansson.h>

#include "cli/cmd.h"
#include "cli/next_lines.h"
#include "cli/standing.h"
#include "cli/tell.h"

static json_t *
item_json(const struct bank *b, const struct next_item *i)
{
	const struct item *it = &b->items[i->item];
	struct buf reason;
	json_t *json;

	buf_init(&reason);
	next_item_text(&reason, b, i);
	json = json_pack("{s:s, s:s, s:s, s:i, s:i, s:i, s:s}", "id", it->id, "title", it->title, "topic",
	    b->topics[it->topic].id, "grade", i->grade, "days", i->days, "minutes", i->minutes, "reason",
	    buf_text(&reason));
	buf_finish(&reason);
	return json;
}

static json_t *
topic_json(const struct bank *b, const struct next_plan *plan)
{
	bool ranged = plan->level.n >= STATS_MIN_ANSWERS;
	struct buf reason;
	json_t *json;

	if (!plan->has_topic)
		return json_null();
	buf_init(&reason);
	next_topic_text(&reason, b, plan);
	json = json_pack("{s:s, s:s, s:i, s:o, s:i, s:s}", "topic", b->topics[plan->topic].id, "title",
	    b->topics[plan->topic].title, "n", plan->level.n, "level",
	    ranged ? json_real(plan->level.level) : json_null(), "minutes", plan->minutes,
	    "reason", buf_text(&reason));
	buf_finish(&reason);
	return json;
}

static json_t *
plan_json(const struct progress *p)
{
	json_t *items = json_array();

	for (size_t i = 0; i < p->next.item_count; i++)
		json_array_append_new(items, item_json(p->bank, &p->next.items[i]));
	return json_pack("{s:s, s:s, s:o, s:i, s:o}", "candidate", p->candidate, "bank", p->bank->id, "items",
	    items, "waiting", (int)p->next.waiting, "topic", topic_json(p->bank, &p->next));
}

static void
print_plan(const struct progress *p)
{
	struct buf b;

	buf_init(&b);
	next_say(&b, p, tell_columns(stdout));
	fputs(buf_text(&b), stdout);
	buf_finish(&b);
}

static int
next_run(struct app *app, const struct args *args, struct err *err)
{
	struct standing s;
	int rc = standing_load(&s, app, err);

	(void)args;
	if (rc == 0 && app->json)
		rc = app_print_json(plan_json(s.progress), err);
	else if (rc == 0)
		print_plan(s.progress);
	standing_finish(&s);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_next = {
	.name = "next", .args = "", .brief = "what to practise now, and why", .example = "viva next --as sample",
	.json = true, .run = next_run,
};
