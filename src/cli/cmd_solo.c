#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/form.h"
#include "cli/sheet.h"
#include "cli/sit.h"

#define EXTRA_TIME_MIN 1000     /* per mille */
#define EXTRA_TIME_MAX 4000     /* four times the limit; beyond it a pause is the honest way */

static const struct option_spec solo_options[] = {
	FORM_OPTIONS,
	{ "no-retry", NULL, "no question again that went badly" },
	{ "live", NULL, "as in a real interview: the review comes at the end" },
	{ "strict", NULL, "at the limit the answer ends; no pause, no extension" },
	{ "extra-time", "F", "every limit times F, 1 to 4" },
	{ "hide-clock", NULL, "show no time; it is recorded all the same" },
	{ NULL, NULL, NULL }
};

struct solo {
	struct app *app;
	struct store *store;
	struct bank *bank;
	struct form_choice choice;
	struct form *form;
	struct sheet *sheets;
	struct session *session;
	struct typing *typing;
	struct sitting sitting;
	struct session_head head;
	int64_t person_id;              /* for a candidate the records do not know yet */
	struct buf name, candidate;     /* as given; as the records write it */
};

static int
read_rules(struct session_head *head, const struct args *args, struct err *err)
{
	const char *extra = args_value(args, "extra-time");

	head->review = args_has(args, "live") ? REVIEW_END : REVIEW_EACH;
	head->flags = (args_has(args, "strict") ? SESSION_STRICT : 0u) |
	    (args_has(args, "hide-clock") ? SESSION_HIDE_CLOCK : 0u);
	head->extra_time_permille = 1000;
	if (extra != NULL && (parse_permille(extra, &head->extra_time_permille) != 0 ||
	    head->extra_time_permille < EXTRA_TIME_MIN || head->extra_time_permille > EXTRA_TIME_MAX))
		return cmd_usage(args, err, "--extra-time takes a factor from 1 to 4, such as 1.5"), -1;
	return 0;
}

/* What a session needs beside the records, so that it cannot fail for it after the opening. */
static int
reserve(struct solo *so, struct err *err)
{
	if (world_id(so->app->world, &so->person_id, err) != 0 || world_id(so->app->world, &so->head.id, err) != 0)
		return -1;
	return sit_lock(so->app, so->head.id, &so->typing, err);
}

/* Who sits, from which bank, and which form. */
static int
prepare(struct solo *so, const struct args *args, struct err *err)
{
	if (app_load_bank(so->app, &so->bank, err) != 0 || read_rules(&so->head, args, err) != 0 ||
	    app_open_store(so->app, &so->store, STORE_WRITE, err) != 0)
		return -1;
	if (app_candidate(so->app, so->store, &so->name, err) != 0 ||
	    store_check_name(buf_text(&so->name), &so->candidate, err) != 0)
		return -1;
	if (form_choose(&so->choice, so->app, args, so->bank, so->store, buf_text(&so->candidate),
	    args_has(args, "no-retry") ? FORM_NO_RETRY : FORM_RETRY, err) != 0 ||
	    form_draw(&so->form, &so->choice, err) != 0)
		return -1;
	return reserve(so, err);
}

static void
show_opening(struct solo *so)
{
	const struct plain_opening o = {
		.candidate = buf_text(&so->candidate), .candidate_guessed = so->app->as_name == NULL,
		.bank_title = so->bank->title, .bank_version = so->bank->version,
		.blueprint_title = so->choice.request.blueprint->title, .db_path = store_path(so->store),
		.items = (int)so->form->item_count, .answer_tenths = so->form->answer_tenths,
		.seed = so->choice.request.seed, .review = so->head.review, .flags = so->head.flags,
		.extra_time_permille = so->head.extra_time_permille,
	};

	so->sitting.front->ops->opening(so->sitting.front, &o);
}

static int
make_session(struct solo *so, struct err *err)
{
	size_t n = so->form->item_count;
	struct session_item *items = calloc(n, sizeof(*items));
	int rc = 0;

	so->sheets = calloc(n, sizeof(*so->sheets));
	if (items == NULL || so->sheets == NULL) {
		free(items);
		return err_memory(err);
	}
	for (size_t i = 0; i < n && rc == 0; i++) {
		rc = sheet_make(&so->sheets[i], so->bank, so->form->items[i].item,
		    so->form->items[i].reason == DRAW_RETRY, err);
		items[i] = so->sheets[i].item;
	}
	if (rc == 0) {
		so->session = session_new(&so->head, items, n);
		if (so->session == NULL)
			rc = err_memory(err);
	}
	free(items);
	return rc;
}

static int
fill_head(struct solo *so, int64_t now_us, struct err *err)
{
	int64_t person;

	so->head.mode = MODE_SOLO;
	so->head.bank_id = so->bank->id;
	so->head.bank_version = so->bank->version;
	so->head.bank_title = so->bank->title;
	memcpy(so->head.bank_sha256, so->bank->sha256, sizeof(so->head.bank_sha256));
	so->head.blueprint = so->choice.request.blueprint->id;
	so->head.blueprint_title = so->choice.request.blueprint->title;
	so->head.seed = so->choice.request.seed;
	so->head.created_us = now_us;
	so->head.utc_offset_min = world_utc_offset_min(so->app->world, now_us);
	buf_clear(&so->candidate);
	if (store_person(so->store, buf_text(&so->name), so->person_id, now_us, &person, &so->candidate, err) != 0)
		return -1;
	so->head.candidate = buf_text(&so->candidate);
	return 0;
}

/* Stores the session with its first events: from here on it can be resumed. */
static int
begin(struct solo *so, struct err *err)
{
	size_t n = so->form->item_count, count;
	struct event *events = NULL;
	struct buf *snapshots = NULL;
	int64_t now_us = world_now(so->app->world).wall_us;
	int rc = -1;

	if (fill_head(so, now_us, err) != 0 || make_session(so, err) != 0)
		return -1;
	events = calloc(n + 2, sizeof(*events));
	snapshots = calloc(n, sizeof(*snapshots));
	if (events == NULL || snapshots == NULL) {
		err_memory(err);
		goto out;
	}
	for (size_t i = 0; i < n; i++)
		snapshots[i] = so->sheets[i].snapshot;          /* borrowed for the call */
	count = session_begin(so->session, 0, events);
	if (store_begin(so->store, &so->head, snapshots, n, so->session, events, count, now_us, err) != 0)
		goto out;
	so->sitting.number = so->head.number;
	sitting_attach(&so->sitting, so->session, so->typing, 0);
	rc = 0;
out:
	free(events);
	free(snapshots);
	return rc;
}

static int
sit(struct solo *so, struct err *err)
{
	struct sitting *si = &so->sitting;
	struct marking_view v;

	show_opening(so);
	if (sitting_run(si, err) != 0)
		return (int)err->status;
	if (si->leaving != -1) {
		front_say(si->front, "Nothing was begun, nothing is stored.");
		return si->signalled ? si->leaving : EXIT_DONE;
	}
	if (begin(so, err) != 0)
		return (int)err->status;
	si->swaps = &so->choice.request;
	si->use = so->choice.use;
	sitting_view(si, &v);
	si->front->ops->where(si->front, &v);
	return sit_through(si, err);
}

static int
solo_run(struct app *app, const struct args *args, struct err *err)
{
	struct solo so = { .app = app };
	int status;

	buf_init(&so.name);
	buf_init(&so.candidate);
	if (prepare(&so, args, err) != 0 || sitting_init(&so.sitting, app, so.store, front_plain(), err) != 0)
		status = (int)err->status;
	else
		status = sit(&so, err);
	sitting_finish(&so.sitting);
	typing_close(so.typing, status == EXIT_DONE || so.sitting.session == NULL);
	session_free(so.session);
	for (size_t i = 0; so.sheets != NULL && i < so.form->item_count; i++)
		sheet_finish(&so.sheets[i]);
	free(so.sheets);
	form_free(so.form);
	form_choice_finish(&so.choice);
	store_close(so.store);
	bank_free(so.bank);
	buf_finish(&so.name);
	buf_finish(&so.candidate);
	return status;
}

const struct cmd cmd_solo = {
	.name = "solo", .args = "", .brief = "a timed mock interview, alone",
	.example = "viva solo --minutes 30 --live", .options = solo_options, .run = solo_run,
};
