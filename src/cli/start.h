#ifndef VIVA_CLI_START_H
#define VIVA_CLI_START_H
#include "cli/cmd.h"
#include "cli/form.h"
#include "cli/sheet.h"
#include "cli/sitting.h"
/*
 * The beginning of a session, solo or led: from options to a form, and from a form to a stored
 * session that a sitting runs.
 */
struct start {
	struct app *app;
	struct store *store;
	struct bank *bank;
	struct form_choice choice;
	struct form *form;
	struct sheet *sheets;
	struct session *session;
	struct typing *typing;
	struct session_head head;
	const struct record *first;             /* in the second half of an interview, the first; else NULL */
	bool extra_time_kept;                   /* head.extra_time_permille is the candidate's own */
	int64_t limit_ms;                       /* of each question; 0: as the questions say */
	int64_t candidate_id, interviewer_id;   /* for people the records do not know yet */
	struct buf name, candidate;             /* as given; as the records write it */
	struct buf interviewer;                 /* "" in a solo session */
};

#define START_OPTIONS \
	FORM_OPTIONS, \
	{ "no-retry", NULL, "no question again that went badly" }, \
	{ "live", NULL, "as in a real interview: the review comes at the end" }, \
	{ "strict", NULL, "at the limit the answer ends; no pause, no extension" }, \
	{ "extra-time", "F", "every limit times F, 1 to 4" }, \
	{ "hide-clock", NULL, "show no time; it is recorded all the same" }

/*
 * Reads options and bank, opens the records and draws the form; `s` has been zeroed but for app and,
 * in a led session, head.mode, name, interviewer and first, and a bank that is loaded already.  A second half
 * takes from the first what no option says.  Release with start_finish(), also after a failure.
 */
int start_prepare(struct start *s, const struct args *args, struct err *err);
/* Shows the opening and waits until it was read, or left: si->leaving tells. */
int start_ask(const struct start *s, struct sitting *si, struct err *err);
/* Where the opening was left: says that nothing was begun, and returns the status to end with. */
int start_left(struct sitting *si);
/*
 * Stores the session with its first events, from where it can be resumed, attaches it to `si` and shows
 * where it stands.
 */
int start_begin(struct start *s, struct sitting *si, struct err *err);
/* Releases everything; `done`: the session needs its typing file no more. */
void start_finish(struct start *s, bool done);

#endif
