#include "cli/sit.h"

#include <stdlib.h>
#include <string.h>

#include "cli/report_file.h"
#include "viva/advice.h"

int
sit_lock(const struct app *app, int64_t id, struct typing **out, struct err *err)
{
	int holder = 0, rc = typing_open(out, app->state_dir, id, &holder, err);

	if (rc == TYPING_HELD)
		return err_set(err, EXIT_HELD, "another viva (process %d) runs this session: end it there, or wait", holder);
	return rc;
}

/* The closing screen from what is stored, and the report. */
static int
close_screen(struct sitting *si, struct err *err)
{
	const struct report_options o = { .edition = EDITION_CANDIDATE, .paper = PAPER_A4, .version = VIVA_VERSION };
	struct advice advice[ADVICE_MAX];
	const char *steps[ADVICE_MAX];
	struct session_stats st;
	struct record *r = NULL;
	char *path = NULL;
	size_t n;
	int rc = store_load(si->store, session_head(si->session)->id, &r, err);

	if (rc != 0)
		return (int)err->status;
	stats_session(&st, r);
	n = advice_session(advice, r, &st);
	for (size_t i = 0; i < n; i++)
		steps[i] = advice[i].text;
	plain_summary(&si->ui, r, &st, steps, n);
	if (report_file_session(si->app, r, &o, NULL, &path, err) == 0) {
		plain_say(&si->ui, "Report: %s", path);
		rc = EXIT_DONE;
	} else {
		rc = (int)err->status;
		plain_say(&si->ui, "The session is saved; `viva report --session %lld` writes its report.",
		    (long long)r->head.number);
	}
	free(path);
	record_free(r);
	return rc;
}

int
sit_through(struct sitting *si, struct err *err)
{
	int status = sitting_session(si, err);

	if (status != EXIT_DONE)
		return status;
	return close_screen(si, err);
}
