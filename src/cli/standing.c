#include "cli/standing.h"

#include <string.h>

#define US_PER_MINUTE 60000000
#define MINUTES_PER_DAY (24 * 60)

int32_t
app_today(const struct app *app)
{
	int64_t now_us = world_now(app->world).wall_us;

	return (int32_t)((now_us / US_PER_MINUTE + world_utc_offset_min(app->world, now_us)) / MINUTES_PER_DAY);
}

static int
read_answers(struct standing *s, const struct app *app, struct err *err)
{
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	if (rc < 0)
		return rc;
	rc = app_candidate(app, st, &s->name, err);
	if (rc == 0 && st != NULL)
		rc = store_answers(st, buf_text(&s->name), s->bank->id, &s->answers, err);
	store_close(st);
	return rc;
}

int
standing_load(struct standing *s, const struct app *app, struct err *err)
{
	static const struct answers nothing = { .bank_id = "" };
	const struct answers *a;
	const char *name;

	memset(s, 0, sizeof(*s));
	if (app_load_bank(app, &s->bank, err) != 0 || read_answers(s, app, err) != 0)
		return -1;
	a = s->answers != NULL ? s->answers : &nothing;
	name = a->person_count > 0 ? a->people[0].name : buf_text(&s->name);    /* as the records write it */
	s->progress = progress_new(a, a->person_count > 0 ? 0 : NO_PERSON, s->bank, name, GOAL_DEFAULT, app_today(app));
	return s->progress != NULL ? 0 : err_memory(err);
}

void
standing_finish(struct standing *s)
{
	progress_free(s->progress);
	answers_free(s->answers);
	bank_free(s->bank);
	buf_finish(&s->name);
}
