#include "cli/standing.h"

#include <stdlib.h>
#include <string.h>

#include "viva/history.h"

#define US_PER_MINUTE 60000000
#define MINUTES_PER_DAY (24 * 60)

int32_t
app_today(const struct app *app)
{
	int64_t now_us = world_now(app->world).wall_us;

	return (
	    int32_t)((now_us / US_PER_MINUTE + world_utc_offset_min(app->world, now_us)) / MINUTES_PER_DAY);
}

int
app_goal(struct store *st, const char *name, double *out, struct err *err)
{
	struct person_settings settings;
	int rc = st != NULL ? store_person_settings(st, name, &settings, err) : STORE_NOT_FOUND;

	*out = rc == 0 && settings.goal != PERSON_NO_GOAL ? settings.goal : GOAL_DEFAULT;
	return rc < 0 ? -1 : 0;
}

double *
standing_goals(const struct answers *a)
{
	double *goals = calloc(a->person_count + 1, sizeof(*goals));

	for (size_t i = 0; goals != NULL && i < a->person_count; i++)
		goals[i] = a->people[i].goal >= 0 ? a->people[i].goal : GOAL_DEFAULT;
	return goals;
}

static int
read_answers(struct standing *s, const struct app *app, double *goal, struct err *err)
{
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	*goal = GOAL_DEFAULT;
	if (rc < 0)
		return rc;
	rc = app_candidate(app, st, &s->name, err);
	if (rc == 0 && st != NULL)
		rc = store_answers(st, buf_text(&s->name), s->bank->id, &s->answers, err);
	if (rc == 0)
		rc = app_goal(st, buf_text(&s->name), goal, err);
	store_close(st);
	return rc;
}

static int
add_up(struct standing *s, const struct app *app, struct err *err)
{
	static const struct answers nothing = { .bank_id = "" };
	const struct answers *a;
	const char *name;
	double goal;

	if (read_answers(s, app, &goal, err) != 0)
		return -1;
	a = s->answers != NULL ? s->answers : &nothing;
	name = a->person_count > 0 ? a->people[0].name : buf_text(&s->name);    /* as the records write it */
	s->progress = progress_new(a, a->person_count > 0 ? 0 : NO_PERSON, s->bank, name, goal,
	    app_today(app));
	return s->progress != NULL ? 0 : err_memory(err);
}

int
standing_load(struct standing *s, const struct app *app, struct err *err)
{
	memset(s, 0, sizeof(*s));
	return app_load_bank(app, &s->bank, err) == 0 ? add_up(s, app, err) : -1;
}

/* The bank, or NULL and not a word. */
static struct bank *
peek_bank(const struct app *app)
{
	struct err err;
	char *path = app_bank_path(app, app->bank_spec, &err);
	struct bank *bank = NULL;
	struct diags d;

	if (path == NULL)
		return NULL;
	diags_init(&d, path);
	if (bank_load(&bank, &d) != 0)
		bank = NULL;
	diags_finish(&d);
	free(path);
	return bank;
}

int
standing_peek(struct standing *s, const struct app *app)
{
	struct err err;

	memset(s, 0, sizeof(*s));
	s->bank = peek_bank(app);
	return s->bank != NULL && add_up(s, app, &err) == 0 ? 0 : 1;
}

size_t
standing_steps(struct buf steps[STEPS_MAX], const struct app *app, struct store *st,
    const char *candidate, const char *bank_id)
{
	struct bank *bank = peek_bank(app);
	struct item_history *history = bank != NULL ? calloc(bank->item_count + 1, sizeof(*history)) : NULL;
	struct next_plan plan;
	struct err err;
	double goal;
	size_t n = 0;

	if (history == NULL || strcmp(bank->id, bank_id) != 0 ||
	    store_item_history(st, candidate, bank, history, &err) != 0 ||
	    app_goal(st, candidate, &goal, &err) != 0 ||
	    next_plan(&plan, bank, history, goal, app_today(app), true) != 0)
		goto out;
	for (; n < plan.item_count; n++)
		next_item_text(&steps[n], bank, &plan.items[n]);
	if (plan.has_topic)
		next_topic_text(&steps[n++], bank, &plan);
out:
	free(history);
	bank_free(bank);
	return n;
}

void
standing_finish(struct standing *s)
{
	progress_free(s->progress);
	answers_free(s->answers);
	bank_free(s->bank);
	buf_finish(&s->name);
}
