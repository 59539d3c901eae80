#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/reviewing.h"
#include "cli/sit.h"

static const struct option_spec review_options[] = {
	{ "question", "N", "begin with question N; without a terminal print only this one" },
	{ NULL, NULL, NULL }
};

struct reviewed {
	struct app *app;
	struct store *store;
	struct record *record;
	struct session *session;
	struct typing *typing;
	struct reviewing reviewing;
	struct sitting sitting;
	int first;                      /* position that --question names, or -1 */
};

static int
read_question(struct reviewed *re, const struct args *args, struct err *err)
{
	const char *word = args_value(args, "question");
	long n;

	re->first = -1;
	if (word == NULL)
		return 0;
	if (parse_int(word, 1, (long)re->record->item_count, &n) != 0)
		return cmd_usage(
		           args, err, "--question takes a number from 1 to %zu", re->record->item_count),
		       -1;
	re->first = (int)n - 1;
	return 0;
}

/* Holds the session first, so that nobody writes to it while it is read. */
static int
load(struct reviewed *re, const struct args *args, struct err *err)
{
	int64_t id;

	if (app_find_session(re->app, re->store, args->word_count > 0 ? args->words[0] : NULL, &id, err) !=
	        0 ||
	    sit_lock(re->app, id, &re->typing, err) != 0 || store_load(re->store, id, &re->record, err) != 0)
		return -1;
	if (re->record->state != SESSION_ENDED)
		return err_set(err, EXIT_FINDINGS,
		    "session %lld is unfinished: `viva resume` goes on with it",
		    (long long)re->record->head.number);
	if (read_question(re, args, err) != 0 || reviewing_init(&re->reviewing, re->record, err) != 0)
		return -1;
	return store_replay(&re->session, re->record, err);
}

/* All of it as text: nobody is there to turn pages. */
static int
print_all(struct reviewed *re, struct err *err)
{
	struct sitting *si = &re->sitting;
	int count = (int)session_item_count(re->session);

	for (int i = 0; i < count; i++)
		if ((re->first == -1 || re->first == i) && reviewing_go(si, i, err) != 0)
			return (int)err->status;
	return EXIT_DONE;
}

static int
review(struct reviewed *re, struct err *err)
{
	struct sitting *si = &re->sitting;
	bool reads = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);

	si->review = &re->reviewing;
	sitting_attach(si, re->session, re->typing, session_last_ms(re->session));
	si->number = re->record->head.number;
	if (sitting_text_load(si, re->record, err) != 0)
		return (int)err->status;
	if (!reads)
		return print_all(re, err);
	if (reviewing_go(si, re->first == -1 ? 0 : re->first, err) != 0 || sitting_run(si, err) != 0)
		return (int)err->status;
	return si->signalled ? si->leaving : EXIT_DONE;
}

static int
review_run(struct app *app, const struct args *args, struct err *err)
{
	struct reviewed re = { .app = app, .reviewing = { .grades = NULL } };
	bool reads = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	int status, rc = app_open_store(app, &re.store, STORE_WRITE, err);

	if (rc == 0)
		rc = load(&re, args, err);
	if (rc == 0)
		rc = sitting_init(
		    &re.sitting, app, re.store, reads ? front_choose(app, err) : front_plain(), err);
	status = rc == 0 ? review(&re, err) : (int)err->status;
	sitting_finish(&re.sitting);
	reviewing_finish(&re.reviewing);
	typing_close(re.typing, true);
	session_free(re.session);
	record_free(re.record);
	store_close(re.store);
	return status;
}

const struct cmd cmd_review = {
	.name = "review", .args = "[SESSION]", .brief = "read answers and key points again; mark an answer anew",
	.example = "viva review last --question 3", .options = review_options, .words_max = 1, .run = review_run,
};
