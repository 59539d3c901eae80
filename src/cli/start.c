#include "cli/start.h"

#include <stdlib.h>
#include <string.h>

#include "cli/halves.h"
#include "cli/sit.h"

static int
read_rules(struct session_head *head, const struct args *args, const struct record *first, struct err *err)
{
	const char *extra = args_value(args, "extra-time");

	head->review = args_has(args, "live") || (first != NULL && first->head.review == REVIEW_END) ?
	    REVIEW_END :
	    REVIEW_EACH;
	head->flags = (args_has(args, "strict") ? SESSION_STRICT : 0u) |
	    (args_has(args, "hide-clock") ? SESSION_HIDE_CLOCK : 0u) |
	    (first != NULL ? first->head.flags : 0u);
	head->extra_time_permille = 1000;
	if (extra != NULL && parse_extra_time(extra, &head->extra_time_permille) != 0)
		return cmd_usage(args, err, "--extra-time takes a factor from 1 to 4, such as 1.5"), -1;
	return 0;
}

/* What a session needs beside the records, so that it cannot fail for it after the opening. */
static int
reserve(struct start *s, struct err *err)
{
	struct world *w = s->app->world;

	if (world_id(w, &s->candidate_id, err) != 0 || world_id(w, &s->head.id, err) != 0 ||
	    (s->head.mode == MODE_LED && world_id(w, &s->interviewer_id, err) != 0))
		return -1;
	return sit_lock(s->app, s->head.id, &s->typing, err);
}

static int
choose_form(struct start *s, const struct args *args, struct err *err)
{
	struct form_wish wish = { .st = s->store, .candidate = buf_text(&s->candidate),
		.history = s->head.mode == MODE_LED || args_has(args, "no-retry") ? FORM_NO_RETRY : FORM_RETRY };
	bool *without = NULL;
	int rc = 0;

	if (s->first != NULL) {
		wish.blueprint = s->first->head.blueprint;
		wish.items = (int)s->first->item_count;
		rc = halves_taken(&without, s->store, s->first, s->bank, err);
		wish.without = without;
	}
	if (rc == 0)
		rc = form_choose(&s->choice, s->app, args, s->bank, &wish, err);
	if (rc == 0)
		rc = form_draw(&s->form, &s->choice, err);
	free(without);
	return rc;
}

/* The name of a person as the records have it, or of one they do not know as it is given. */
static int
name_person(struct store *st, const char *given, struct buf *name, struct err *err)
{
	int rc = store_known_person(st, given, name, err);

	return rc == STORE_NOT_FOUND ? store_check_name(given, name, err) : rc;
}

/* Who sits and who leads, by the records: two names may be one person's. */
static int
name_people(struct start *s, struct err *err)
{
	struct buf given = s->interviewer;
	bool same = false;
	int rc;

	if (s->name.len == 0 && app_candidate(s->app, s->store, &s->name, err) != 0)
		return -1;
	rc = name_person(s->store, buf_text(&s->name), &s->candidate, err);
	if (rc != 0 || s->head.mode != MODE_LED)
		return rc;
	buf_init(&s->interviewer);
	rc = name_person(s->store, buf_text(&given), &s->interviewer, err);
	buf_finish(&given);
	if (rc == 0)
		rc = app_same_name(&same, buf_text(&s->candidate), buf_text(&s->interviewer), err);
	if (rc == 0 && same)
		rc = err_set(err, EXIT_FINDINGS, "%s cannot interview themselves: give --interviewer NAME, or use viva solo",
		    buf_text(&s->candidate));
	return rc;
}

/* Extra time that is kept for the candidate holds where no option says otherwise. */
static int
keep_extra_time(struct start *s, const struct args *args, struct err *err)
{
	struct person_settings settings;
	int rc = args_has(args, "extra-time") ? STORE_NOT_FOUND :
	    store_person_settings(s->store, buf_text(&s->candidate), &settings, err);

	if (rc == 0 && settings.extra_time_permille != PERSON_NO_EXTRA_TIME) {
		s->head.extra_time_permille = settings.extra_time_permille;
		s->extra_time_kept = true;
	}
	return rc < 0 ? -1 : 0;
}

int
start_prepare(struct start *s, const struct args *args, struct err *err)
{

	if ((s->bank == NULL && app_load_bank(s->app, &s->bank, err) != 0) ||
	    read_rules(&s->head, args, s->first, err) != 0 ||
	    app_open_store(s->app, &s->store, STORE_WRITE, err) != 0)
		return -1;
	if (name_people(s, err) != 0 || keep_extra_time(s, args, err) != 0)
		return -1;
	return choose_form(s, args, err) == 0 ? reserve(s, err) : -1;
}

/* What the opening says of it; borrows from `s`. */
static void
describe(const struct start *s, struct plain_opening *o)
{
	*o = (struct plain_opening){
		.candidate = buf_text(&s->candidate), .candidate_guessed = s->app->as_name == NULL,
		.bank_title = s->bank->title, .bank_version = s->bank->version,
		.blueprint_title = s->choice.request.blueprint->title, .db_path = store_path(s->store),
		.items = (int)s->form->item_count, .answer_tenths = s->form->answer_tenths,
		.seed = s->choice.request.seed, .review = s->head.review, .flags = s->head.flags,
		.extra_time_permille = s->head.extra_time_permille, .extra_time_kept = s->extra_time_kept,
		.interviewer = s->head.mode == MODE_LED ? buf_text(&s->interviewer) : NULL,
		.minutes = s->choice.request.blueprint->minutes,
	};
	if (s->head.mode == MODE_LED)
		o->candidate_guessed = false;
}

int
start_ask(const struct start *s, struct sitting *si, struct err *err)
{
	struct plain_opening o;

	describe(s, &o);
	si->front->ops->opening(si->front, &o);
	return sitting_run(si, err);
}

int
start_left(struct sitting *si)
{
	front_say(si->front, "Nothing was begun, nothing is stored.");
	return si->signalled ? si->leaving : EXIT_DONE;
}

static int
make_session(struct start *s, struct err *err)
{
	size_t n = s->form->item_count;
	struct session_item *items = calloc(n, sizeof(*items));
	int rc = 0;

	s->sheets = calloc(n, sizeof(*s->sheets));
	if (items == NULL || s->sheets == NULL) {
		free(items);
		return err_memory(err);
	}
	for (size_t i = 0; i < n && rc == 0; i++) {
		rc = sheet_make(&s->sheets[i], s->bank, s->form->items[i].item,
		    s->form->items[i].reason == DRAW_RETRY, err);
		items[i] = s->sheets[i].item;
		if (s->limit_ms > 0)
			items[i].limit_ms = s->limit_ms;
	}
	if (rc == 0) {
		s->session = session_new(&s->head, items, n);
		if (s->session == NULL)
			rc = err_memory(err);
	}
	free(items);
	return rc;
}

static int
fill_interviewer(struct start *s, int64_t now_us, struct err *err)
{
	struct buf given = s->interviewer;
	int64_t person;
	int rc;

	buf_init(&s->interviewer);
	rc = store_person(
	    s->store, buf_text(&given), s->interviewer_id, now_us, &person, &s->interviewer, err);
	buf_finish(&given);
	s->head.interviewer = buf_text(&s->interviewer);
	return rc;
}

static int
fill_head(struct start *s, int64_t now_us, struct err *err)
{
	int64_t person;

	s->head.bank_id = s->bank->id;
	s->head.bank_version = s->bank->version;
	s->head.bank_title = s->bank->title;
	memcpy(s->head.bank_sha256, s->bank->sha256, sizeof(s->head.bank_sha256));
	s->head.blueprint = s->choice.request.blueprint->id;
	s->head.blueprint_title = s->choice.request.blueprint->title;
	s->head.seed = s->choice.request.seed;
	s->head.created_us = now_us;
	s->head.utc_offset_min = world_utc_offset_min(s->app->world, now_us);
	buf_clear(&s->candidate);
	if (store_person(
	        s->store, buf_text(&s->name), s->candidate_id, now_us, &person, &s->candidate, err) != 0)
		return -1;
	s->head.candidate = buf_text(&s->candidate);
	return s->head.mode == MODE_LED ? fill_interviewer(s, now_us, err) : 0;
}

/* Stores the new session and attaches it. */
static int
store_new(struct start *s, struct sitting *si, struct err *err)
{
	size_t n = s->form->item_count, count;
	struct event *events = NULL;
	struct buf *snapshots = NULL;
	int64_t now_us = world_now(s->app->world).wall_us;
	int rc = -1;

	if (fill_head(s, now_us, err) != 0 || make_session(s, err) != 0)
		return -1;
	events = calloc(n + 2, sizeof(*events));
	snapshots = calloc(n, sizeof(*snapshots));
	if (events == NULL || snapshots == NULL) {
		err_memory(err);
		goto out;
	}
	for (size_t i = 0; i < n; i++)
		snapshots[i] = s->sheets[i].snapshot;          /* borrowed for the call */
	count = session_begin(s->session, 0, events);
	if (store_begin(s->store, &s->head, snapshots, n, s->session, events, count, now_us, err) != 0)
		goto out;
	si->number = s->head.number;
	si->swaps = &s->choice.request;
	si->use = s->choice.use;
	sitting_attach(si, s->session, s->typing, 0);
	rc = 0;
out:
	free(events);
	free(snapshots);
	return rc;
}

int
start_begin(struct start *s, struct sitting *si, struct err *err)
{
	struct marking_view v;

	if (store_new(s, si, err) != 0)
		return -1;
	sitting_view(si, &v);
	si->front->ops->where(si->front, &v);
	return 0;
}

void
start_finish(struct start *s, bool done)
{
	typing_close(s->typing, done || s->session == NULL);
	session_free(s->session);
	for (size_t i = 0; s->sheets != NULL && i < s->form->item_count; i++)
		sheet_finish(&s->sheets[i]);
	free(s->sheets);
	form_free(s->form);
	form_choice_finish(&s->choice);
	store_close(s->store);
	bank_free(s->bank);
	buf_finish(&s->name);
	buf_finish(&s->candidate);
	buf_finish(&s->interviewer);
}
