#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/desk.h"
#include "cli/sit.h"
#include "cli/signals.h"
#include "cli/tell.h"

static const struct option_spec rate_options[] = {
	{ "rater", "NAME", "who marks; the candidate of a led session may, for their own marks" },
	{ NULL, NULL, NULL }
};

/* Whether the rater, as the records write the name, is the candidate. */
static bool
is_candidate(const struct record *r, const struct buf *rater)
{
	return strcmp(r->head.candidate, buf_text(rater)) == 0;
}

/* One line from the person: 'y', 'n', or 0 at the end of input. */
static int
ask_line(struct desk *d, struct err *err)
{
	const char *line;
	size_t len, over;

	for (;;) {
		switch (lines_next(&d->in, &line, &len, &over)) {
		case LINE_END:
			return 0;
		case LINE_READY:
			if (len > 0 && strchr("yYnN", line[0]) != NULL)
				return line[0] == 'y' || line[0] == 'Y' ? 'y' : 'n';
			plain_say(&d->ui, "y: you heard the answers. n: you did not; then typed ones alone can be "
			    "marked.");
			break;
		case LINE_NONE:
			break;
		}
		plain_prompt(&d->ui);
		fflush(stdout);
		if (world_wait(d->app->world, STDIN_FILENO, d->signal_fd, -1, INT64_MAX, err) < 0)
			return -1;
		if (signals_take(d->signal_fd) != 0)
			return 0;
		lines_fill(&d->in);
	}
}

/* Whether the rater was there; asked only where an answer was spoken.  1: left without an answer. */
static int
find_present(struct desk *d, const struct buf *rater, enum present *present, struct err *err)
{
	int answer;

	*present = PRESENT_YES;
	if (is_candidate(d->record, rater))
		return 0;
	*present = PRESENT_TYPED;
	if (!desk_must_ask(d->record))
		return 0;
	plain_say(&d->ui, "Not every answer was typed. Were you there when %s gave them? y or n",
	    d->record->head.candidate);
	answer = ask_line(d, err);
	*present = answer == 'y' ? PRESENT_YES : PRESENT_NO;
	return answer < 0 ? -1 : answer == 0 ? 1 : 0;
}

/* Marks that could never be made would only stand in the way of a comparison. */
static int
check_answers(const struct desk *d, enum present present, struct err *err)
{
	for (size_t i = 0; i < d->record->item_count; i++) {
		struct scoring_item it;

		store_scoring_item(d->record, i, present, &it);
		if (it.ratable)
			return 0;
	}
	return desk_nothing_to_mark(d, present, err);
}

/* Begins the rater's marks.  1: left before they were. */
static int
begin_marks(struct desk *d, const struct buf *rater, int64_t *id, struct err *err)
{
	struct scoring_head h = { .session = d->record->head.id, .rater = buf_text(rater),
		.created_us = world_now(d->app->world).wall_us };
	bool own = is_candidate(d->record, rater);
	int64_t person, new_id;
	int rc;

	if (own && d->record->head.mode == MODE_LED && d->record->state != SESSION_ENDED)
		return err_set(err, EXIT_FINDINGS, "session %lld still runs: your own marks come when it is over",
		    (long long)d->number);
	if (strcmp(own && d->record->head.mode == MODE_SOLO ? buf_text(rater) :
	    d->record->head.interviewer != NULL     ? d->record->head.interviewer :
	    "",
	        buf_text(rater)) == 0)
		return err_set(err, EXIT_FINDINGS, "the marks of %s stand in session %lld itself: `viva review %lld` "
		    "shows them", buf_text(rater), (long long)d->number, (long long)d->number);
	rc = find_present(d, rater, &h.present, err);
	if (rc == 0)
		rc = check_answers(d, h.present, err);
	if (rc != 0 || world_id(d->app->world, &new_id, err) != 0 ||
	    world_id(d->app->world, &h.id, err) != 0 ||
	    store_person(d->store, buf_text(rater), new_id, h.created_us, &person, NULL, err) != 0)
		return rc > 0 ? 1 : -1;
	*id = h.id;
	return store_scoring_begin(d->store, &h, err);
}

/* The session without anyone's marks, and the rater's own.  1: left before there were any. */
static int
load(struct desk *d, const struct args *args, struct err *err)
{
	const char *given = args_value(args, "rater");
	struct buf rater;
	int64_t session, id = 0;
	int rc = app_find_session(
	    d->app, d->store, args->word_count > 0 ? args->words[0] : NULL, &session, err);

	buf_init(&rater);
	if (rc == 0)
		rc = store_known_person(d->store, given, &rater, err);
	if (rc == STORE_NOT_FOUND)
		rc = store_check_name(given, &rater, err);      /* entered once there are marks */
	if (rc == 0)
		rc = store_load(d->store, session, &d->record, err);
	if (rc == 0) {
		desk_strip(d->record);
		d->number = d->record->head.number;
		d->own = is_candidate(d->record, &rater);
		rc = store_scoring_find(d->store, session, buf_text(&rater), &id, err);
		if (rc == STORE_NOT_FOUND)
			rc = begin_marks(d, &rater, &id, err);
	}
	if (rc == 0)
		rc = sit_lock(d->app, id, &d->typing, err);
	if (rc == 0)
		rc = store_scoring_load(d->store, id, d->record, &d->marks, err);
	if (rc == 0) {
		d->s = d->marks->s;
		rc = desk_load_notes(d, err);
	}
	buf_finish(&rater);
	return rc;
}

static int
rate_run(struct app *app, const struct args *args, struct err *err)
{
	struct store *st = NULL;
	struct desk d = { .app = app, .leaving = -1, .signal_fd = -1, .ui = { .out = stdout } };
	int rc, status;

	if (args_value(args, "rater") == NULL)
		return cmd_usage(args, err, "--rater NAME is missing");
	lines_init(&d.in, STDIN_FILENO);
	buf_init(&d.text);
	d.ui.columns = tell_columns(stdout);
	d.ui.prompt = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	rc = app_open_store(app, &st, STORE_WRITE, err);
	d.store = st;
	if (rc == 0 && (d.signal_fd = signals_open(&d.mask_before, err)) < 0)
		rc = -1;
	if (rc == 0)
		rc = load(&d, args, err);
	if (rc == 0 && scoring_done(d.s))
		rc = err_set(err, EXIT_FINDINGS, "%s is done with session %lld: `viva compare %lld` shows the marks",
		    d.marks->head.rater, (long long)d.number, (long long)d.number);
	if (rc == 0)
		status = desk_run(&d, err);
	else
		status = rc > 0 ? EXIT_STOPPED : (int)err->status;
	desk_finish(&d);
	store_close(st);
	return status;
}

const struct cmd cmd_rate = {
	.name = "rate", .args = "[SESSION] --rater NAME", .brief = "another rater marks a session, blind to the others",
	.example = "viva rate last --rater Grace", .options = rate_options, .words_max = 1, .run = rate_run,
};
