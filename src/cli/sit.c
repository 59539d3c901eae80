#include "cli/sit.h"

#include <stdlib.h>
#include <string.h>

#include "cli/halves.h"
#include "cli/report_file.h"
#include "cli/standing.h"
#include "viva/advice.h"

int
sit_lock(const struct app *app, int64_t id, struct typing **out, struct err *err)
{
	int holder = 0, rc = typing_open(out, app->state_dir, id, &holder, err);

	if (rc == TYPING_HELD)
		return err_set(err, EXIT_HELD, "another viva (process %d) runs this session: end it there, or wait", holder);
	return rc;
}

/* Ends the session where it stands: what was not asked counts nowhere. */
static int
end_session(struct app *app, struct store *st, const struct record *r, struct session *s, struct err *err)
{
	const struct session_input in = { .kind = IN_END, .actor = ACTOR_CANDIDATE };
	struct event ev;

	/* A strict limit that was reached before the session was left comes first. */
	while (session_tick(s, session_last_ms(s), &ev))
		if (store_append(st, s, &ev, NULL, NULL, world_now(app->world).wall_us, err) != 0)
			return -1;
	if (!session_step(s, in, session_last_ms(s), &ev, NULL))
		return err_set(
		    err, EXIT_FINDINGS, "session %lld is finished already", (long long)r->head.number);
	return store_append(st, s, &ev, NULL, NULL, world_now(app->world).wall_us, err);
}

int
sit_end(struct app *app, struct store *st, int64_t id, int64_t *number, struct err *err)
{
	struct record *r = NULL;
	struct session *s = NULL;
	struct typing *lock = NULL;
	int rc = sit_lock(app, id, &lock, err);

	if (rc == 0)
		rc = store_load(st, id, &r, err);
	if (rc == 0)
		rc = store_replay(&s, r, err);
	if (rc == 0)
		rc = end_session(app, st, r, s, err);
	if (rc == 0) {
		*number = r->head.number;
		halves_forget(app, id);
	}
	typing_close(lock, rc == 0);
	session_free(s);
	record_free(r);
	return rc;
}

int
sit_close(struct sitting *si, struct err *err)
{
	const struct report_options o = {
		.edition = EDITION_CANDIDATE, .paper = PAPER_A4, .version = VIVA_VERSION
	};
	struct advice advice[ADVICE_MAX];
	struct buf plan[STEPS_MAX] = { { .data = NULL } };
	const char *steps[STEPS_MAX];
	struct session_stats st;
	struct closing c = { .stats = &st, .steps = steps };
	struct record *r = NULL;
	char *path = NULL;
	int rc;

	app_backup(si->app, si->store, 0);      /* a session that has ended is worth one */
	rc = store_load(si->store, session_head(si->session)->id, &r, err);
	if (rc != 0)
		return (int)err->status;
	stats_session(&st, r);
	c.record = r;
	c.step_count = standing_steps(plan, si->app, si->store, r->head.candidate, r->head.bank_id);
	for (size_t i = 0; i < c.step_count; i++)
		steps[i] = buf_text(&plan[i]);
	if (c.step_count == 0) {
		/* Nothing graded, or the bank's file is gone: what this session alone says. */
		int found = advice_session(advice, r, &st);

		c.step_count = found > 0 ? (size_t)found : 0;
		for (size_t i = 0; i < c.step_count; i++)
			steps[i] = advice[i].text;
	}
	rc = report_file_session(si->app, si->store, r, &o, NULL, &path, err) == 0 ? EXIT_DONE :
	    (int)err->status;
	c.report_path = path;
	si->front->ops->closing(si->front, &c);
	if (si->front->waits_at_end && sitting_run(si, err) != 0)
		rc = (int)err->status;
	for (size_t i = 0; i < STEPS_MAX; i++)
		buf_finish(&plan[i]);
	free(path);
	record_free(r);
	return rc;
}

_Static_assert(STEPS_MAX >= ADVICE_MAX, "either kind of steps fits");

int
sit_through(struct sitting *si, struct err *err)
{
	if (sitting_run(si, err) != 0)
		return (int)err->status;
	if (si->leaving != -1)
		return si->leaving;
	return sit_close(si, err);
}
