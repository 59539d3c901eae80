#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/audience.h"
#include "cli/form.h"
#include "cli/halves.h"
#include "cli/lead.h"
#include "cli/sit.h"
#include "cli/speaker.h"

#define GAP_ASKED_MS 2000       /* shorter ones are not worth a question */

struct resumed {
	struct app *app;
	struct store *store;
	struct record *record;
	struct session *session;
	struct typing *typing;
	struct bank *bank;              /* or NULL: only swaps need it */
	struct form_choice choice;
	struct sitting sitting;
};

/* A led session that has ended while its typing file still beats: its closing was cut off. */
static bool
closing_waits(const struct record *r, struct typing *t)
{
	struct heartbeat beat;
	struct err ignored;

	return r->state == SESSION_ENDED && r->head.mode == MODE_LED &&
	    typing_last_beat(t, &beat, &ignored) == 0;
}

/* Whether the closing of the latest session of all was cut off; then that is what is gone on with. */
static bool
last_waits(const struct resumed *re, int64_t *id)
{
	struct typing *t = NULL;
	struct record *r = NULL;
	struct err ignored;
	bool waits = false;

	if (app_find_session(re->app, re->store, "last", id, &ignored) == 0 &&
	    store_load(re->store, *id, &r, &ignored) == 0 && r->state == SESSION_ENDED &&
	    r->head.mode == MODE_LED && sit_lock(re->app, *id, &t, &ignored) == 0) {
		waits = closing_waits(r, t);
		typing_close(t, !waits);
	}
	record_free(r);
	return waits;
}

/* Holds the session before reading it, so that nobody writes to it in between. */
static int
load(struct resumed *re, const struct args *args, struct err *err)
{
	const char *word = args->word_count > 0 ? args->words[0] : NULL;
	int64_t id;

	if ((word != NULL || !last_waits(re, &id)) &&
	    app_find_unfinished(re->app, re->store, word, &id, err) != 0)
		return -1;
	if (sit_lock(re->app, id, &re->typing, err) != 0 || store_load(re->store, id, &re->record, err) != 0)
		return -1;
	if (re->record->state == SESSION_ENDED && !closing_waits(re->record, re->typing))
		return err_set(err, EXIT_FINDINGS, "session %lld is finished: `viva report --session %lld` writes its report",
		    (long long)re->record->head.number, (long long)re->record->head.number);
	return store_replay(&re->session, re->record, err);
}

/* The bank for swaps.  Its absence is no error: the session holds its own items. */
static void
prepare_swaps(struct resumed *re)
{
	const struct record *r = re->record;
	struct err ignored;
	struct diags d;
	char *path = app_bank_path(re->app, re->app->bank_spec, &ignored);

	if (path == NULL)
		return;
	diags_init(&d, path);
	if (bank_load(&re->bank, &d) == 0 && strcmp(re->bank->id, r->head.bank_id) == 0 &&
	    form_choice_of(&re->choice, re->bank, r->head.blueprint, r->head.seed, r->item_count, &ignored) == 0) {
		re->sitting.swaps = &re->choice.request;
		re->sitting.use = re->choice.use;
		if (halves_exclude(re->choice.use, re->store, r->head.id, re->bank, &ignored) != 0)
			re->sitting.swaps = NULL;
	}
	diags_finish(&d);
	free(path);
}

/* The clock goes on from the last heartbeat; `*gap_ms` is the wall time since. */
static int
restore_clock(struct resumed *re, int64_t *gap_ms, struct err *err)
{
	const struct record *r = re->record;
	struct heartbeat beat;
	int64_t clock_ms = session_last_ms(re->session);
	int64_t seen_us = r->event_count > 0 ? r->event_wall_us[r->event_count - 1] : r->head.created_us;
	int rc = typing_last_beat(re->typing, &beat, err);

	if (rc < 0)
		return -1;
	if (rc == 0 && beat.clock_ms > clock_ms) {
		clock_ms = beat.clock_ms;
		seen_us = beat.wall_us;
	}
	*gap_ms = (world_now(re->app->world).wall_us - seen_us) / 1000;
	if (*gap_ms < 0)
		*gap_ms = 0;            /* the wall clock was set back meanwhile */
	sitting_attach(&re->sitting, re->session, re->typing, clock_ms);
	re->sitting.number = r->head.number;
	return 0;
}

static bool
clock_runs(const struct session *s)
{
	return session_state(s) == SESSION_RUNNING && session_phase(s) >= PHASE_READ &&
	    session_phase(s) <= PHASE_FOLLOW_UP;
}

/* The interviewer's keys, and the candidate's page at the link it had; without it the session goes on. */
static int
prepare_lead(struct resumed *re, struct err *err)
{
	struct sitting *si = &re->sitting;

	if (re->record->head.mode != MODE_LED)
		return 0;
	lead_prepare(si, si->swaps != NULL ? si->swaps->blueprint->minutes : 0);
	si->half = halves_planned(re->app, re->record->head.id);
	if (audience_new(&si->audience, err) != 0 || lead_serve_again(si, re->record->head.id, err) != 0)
		return -1;
	return audience_begin(si->audience, re->app, re->record->head.id, err);
}

static int
go_on(struct resumed *re, struct err *err)
{
	struct sitting *si = &re->sitting;
	struct marking_view v;
	int64_t gap_ms;

	if (restore_clock(re, &gap_ms, err) != 0 || sitting_text_load(si, re->record, err) != 0)
		return (int)err->status;
	front_say(si->front, "Session %lld of %s, where it stood.", (long long)re->record->head.number,
	    re->record->head.candidate);
	if (sitting_text_recover(si, err) != 0)
		return (int)err->status;
	if (si->audience != NULL && lead_show_link(si, err) != 0)
		return (int)err->status;
	sitting_view(si, &v);
	si->front->ops->where(si->front, &v);
	if (gap_ms > GAP_ASKED_MS && clock_runs(re->session) && sitting_ask_gap(si, gap_ms, err) != 0)
		return (int)err->status;
	return re->record->head.mode == MODE_LED ? lead_through(si, err) : sit_through(si, err);
}

static void
release(struct resumed *re, bool done)
{
	typing_close(re->typing, done);
	session_free(re->session);
	record_free(re->record);
	form_choice_finish(&re->choice);
	bank_free(re->bank);
	store_close(re->store);
}

/* A first half that has ended goes over into the second. */
static int
go_on_halves(struct resumed *re, const struct args *args, struct err *err)
{
	struct sitting *si = &re->sitting;
	int64_t first = re->record->head.id;
	int status = go_on(re, err);

	if (status != EXIT_DONE || !si->half || si->leaving != -1)
		return status;
	sitting_detach(si);
	release(re, true);
	*re = (struct resumed){ .app = re->app, .sitting = *si };
	return halves_second(si, args, first, err);
}

static int
resume_run(struct app *app, const struct args *args, struct err *err)
{
	struct resumed re = { .app = app };
	int status, rc = app_open_store(app, &re.store, STORE_WRITE, err);

	if (rc == 0)
		rc = load(&re, args, err);
	if (rc == 0)
		rc = sitting_init(&re.sitting, app, re.store, front_choose(app, err), err);
	if (rc == 0 && args_has(args, "speak") && (re.sitting.speaker = speaker_new()) == NULL)
		rc = err_memory(err);
	if (rc == 0) {
		prepare_swaps(&re);
		status = prepare_lead(&re, err) == 0 ? go_on_halves(&re, args, err) : (int)err->status;
	} else {
		status = (int)err->status;
	}
	sitting_finish(&re.sitting);
	release(&re, status == EXIT_DONE);
	return status;
}

static const struct option_spec resume_options[] = {
	{ "speak", NULL, "read the questions aloud (needs speech-dispatcher)" },
	{ NULL, NULL, NULL }
};

const struct cmd cmd_resume = {
	.name = "resume", .args = "[SESSION]", .brief = "go on with an unfinished session",
	.example = "viva resume", .options = resume_options, .words_max = 1, .json = true, .run = resume_run,
};
