#include "cli/audience.h"
#include "cli/cmd.h"
#include "cli/sit.h"
#include "cli/tell.h"

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
		return err_set(err, EXIT_FINDINGS, "session %lld is finished already", (long long)r->head.number);
	return store_append(st, s, &ev, NULL, NULL, world_now(app->world).wall_us, err);
}

static int
finish_run(struct app *app, const struct args *args, struct err *err)
{
	struct store *st = NULL;
	struct record *r = NULL;
	struct session *s = NULL;
	struct typing *lock = NULL;
	int64_t id;
	int rc = app_open_store(app, &st, STORE_WRITE, err);

	if (rc == 0)
		rc = app_find_unfinished(app, st, args->word_count > 0 ? args->words[0] : NULL, &id, err);
	if (rc == 0)
		rc = sit_lock(app, id, &lock, err);
	if (rc == 0)
		rc = store_load(st, id, &r, err);
	if (rc == 0)
		rc = store_replay(&s, r, err);
	if (rc == 0)
		rc = end_session(app, st, r, s, err);
	if (rc == 0)
		audience_forget(app, id);
	if (rc == 0 && !app->quiet)
		tell(stdout, 0, 0, "Session %lld is finished; `viva report --session %lld` writes its report.",
		    (long long)r->head.number, (long long)r->head.number);
	typing_close(lock, rc == 0);
	session_free(s);
	record_free(r);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_finish = {
	.name = "finish", .args = "[SESSION]", .brief = "end an unfinished session; the rest counts as not asked",
	.example = "viva finish 12", .words_max = 1, .run = finish_run,
};
