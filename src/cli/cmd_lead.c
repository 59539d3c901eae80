#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "cli/audience.h"
#include "cli/cmd.h"
#include "cli/halves.h"
#include "cli/lead.h"
#include "cli/start.h"

#define ADDRESSES_MAX 9         /* one digit chooses */
#define LOOPBACK "127.0.0.1:0"

static const struct option_spec lead_options[] = {
	{ "candidate", "NAME", "who is interviewed" },
	{ "interviewer", "NAME", "who leads (default: the login name)" },
	{ "screen", "[ADDR:PORT]", "a page for the candidate's browser; without an address it asks" },
	{ "swap-with", "NAME", "then a second half with the roles reversed; NAME is either of the two. Without "
	    "--candidate: the second half of the last session that NAME led or sat" },
	START_OPTIONS,
	{ NULL, NULL, NULL }
};

/* --swap-with names either of the two; without --interviewer the one who is not the candidate. */
static int
check_swap(struct start *s, const char *swap_with, const char *candidate, struct err *err)
{
	struct buf name;
	bool is_candidate = false, is_interviewer = false;
	int rc;

	buf_init(&name);
	rc = store_check_name(swap_with, &name, err);
	if (rc == 0)
		rc = app_same_name(&is_candidate, buf_text(&name), candidate, err);
	if (rc == 0)
		rc = app_same_name(&is_interviewer, buf_text(&name), buf_text(&s->interviewer), err);
	if (rc == 0 && !is_candidate && !is_interviewer)
		rc = err_set(err, EXIT_FINDINGS, "--swap-with names one of the two, %s or %s", candidate,
		    buf_text(&s->interviewer));
	buf_finish(&name);
	return rc;
}

/* Who leads: --interviewer, else the one to swap with unless that is the candidate, else the login name. */
static int
read_interviewer(struct start *s, const struct args *args, const char *candidate, struct err *err)
{
	const char *given = args_value(args, "interviewer"), *swap_with = args_value(args, "swap-with");
	const struct passwd *pw;
	bool same = false;

	if (given == NULL && swap_with != NULL && app_same_name(&same, swap_with, candidate, err) != 0)
		return -1;
	if (given == NULL && swap_with != NULL && !same)
		given = swap_with;
	if (given == NULL) {
		pw = getpwuid(getuid());
		given = pw != NULL && pw->pw_name[0] != '\0' ? pw->pw_name : "interviewer";
	}
	return store_check_name(given, &s->interviewer, err);
}

static int
read_names(struct start *s, const struct args *args, struct err *err)
{
	const char *candidate = args_value(args, "candidate"), *swap_with = args_value(args, "swap-with");
	struct buf name;
	int rc;

	if (candidate == NULL)
		return cmd_usage(args, err, "needs --candidate NAME"), -1;
	buf_init(&name);
	buf_puts(&s->name, candidate);
	rc = store_check_name(candidate, &name, err);
	if (rc == 0)
		rc = read_interviewer(s, args, buf_text(&name), err);
	if (rc == 0 && swap_with != NULL)
		rc = check_swap(s, swap_with, buf_text(&name), err);
	buf_finish(&name);
	return rc;
}

/* The session that --swap-with alone follows: the latest that was led and had this person in it. */
static int
find_first(int64_t *first, const struct app *app, const struct args *args, struct err *err)
{
	const char *name = args_value(args, "swap-with");
	struct store *st = NULL;
	int rc;

	if (args_has(args, "interviewer"))
		return cmd_usage(args, err, "--swap-with alone takes both people from the first half; for a new interview "
		    "give --candidate too"), -1;
	rc = app_open_store(app, &st, STORE_READ, err);
	if (rc == 0)
		rc = store_find_led_with(st, name, first, err);
	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS,
		    "no first half: nobody called \"%s\" was interviewed or led one yet", name);
	store_close(st);
	return rc;
}

/* Lists where a page could be served and takes a digit; this machine alone is the default. */
static int
choose_address(struct sitting *si, char address[SERVE_ADDRESS_BYTES], struct err *err)
{
	char found[ADDRESSES_MAX][SERVE_ADDRESS_BYTES];
	int n = serve_addresses(found, ADDRESSES_MAX);

	if (!isatty(STDIN_FILENO))
		return err_set(err, EXIT_USAGE, "lead: --screen needs an address here: --screen 127.0.0.1:0, or one of this "
		    "machine's with a port");
	front_say(si->front, "Where shall the candidate's page be served?");
	for (int i = 0; i < n; i++)
		front_say(si->front, "  %d  %.*s", i + 1, (int)(strrchr(found[i], ':') - found[i]), found[i]);
	front_say(si->front, "Enter: on this machine alone (127.0.0.1).");
	si->chooses = true;
	if (sitting_run(si, err) != 0)
		return -1;
	si->chooses = false;
	strcpy(address, si->choice >= '1' && si->choice < '1' + n ? found[si->choice - '1'] : LOOPBACK);
	return 0;
}

/*
 * The page is there before a bank is opened; that of the first half goes on.  Where it is served is asked in
 * plain lines, before a full screen.
 */
static int
open_screen(struct sitting *si, const struct args *args, int64_t first, struct err *err)
{
	const char *given = args_value(args, "screen");
	char address[SERVE_ADDRESS_BYTES] = LOOPBACK;

	if (audience_new(&si->audience, err) != 0)
		return -1;
	if (args_has(args, "screen") && given == NULL && choose_address(si, address, err) != 0)
		return -1;
	if (si->leaving != -1)
		return 0;
	if (sitting_replace_front(si, front_choose(si->app, err), err) != 0)
		return -1;
	if (!args_has(args, "screen"))
		return first != 0 ? lead_serve_again(si, first, err) : 0;
	return audience_serve(si->audience, si->app, given != NULL ? given : address, err);
}

/* One session, or the first half of two: then `*first` is set once it has ended. */
static int
lead_first(struct sitting *si, struct start *s, const struct args *args, int64_t *first, struct err *err)
{
	int status;

	if (start_prepare(s, args, err) != 0)
		return (int)err->status;
	si->store = s->store;
	si->half = args_has(args, "swap-with");
	lead_prepare(si, s->choice.request.blueprint->minutes);
	if (si->half && halves_foresee(s, si, args, err) != 0)
		return (int)err->status;
	status = lead_sit(s, si, err);
	if (status == EXIT_DONE && si->half && s->session != NULL && si->leaving == -1)
		*first = s->head.id;
	return status;
}

static int
lead_run(struct app *app, const struct args *args, struct err *err)
{
	struct start s = { .app = app, .head = { .mode = MODE_LED } };
	bool follows = args_has(args, "swap-with") && !args_has(args, "candidate");
	struct sitting si = { .front = NULL };
	int64_t first = 0;
	int status = EXIT_DONE;

	if ((follows ? find_first(&first, app, args, err) : read_names(&s, args, err)) != 0 ||
	    sitting_init(&si, app, NULL, front_plain(), err) != 0 || open_screen(&si, args, first, err) != 0)
		status = (int)err->status;
	else if (si.leaving != -1)
		status = si.signalled ? si.leaving : EXIT_DONE;
	else if (!follows)
		status = lead_first(&si, &s, args, &first, err);
	if (first != 0 && status == EXIT_DONE && si.leaving == -1) {
		sitting_detach(&si);
		start_finish(&s, true);
		s = (struct start){ .app = app };
		status = halves_second(&si, args, first, err);
	}
	sitting_finish(&si);
	start_finish(&s, status == EXIT_DONE);
	return status;
}

const struct cmd cmd_lead = {
	.name = "lead", .args = "", .brief = "an interview that one person leads and marks",
	.example = "viva lead --candidate Ana", .options = lead_options, .run = lead_run,
};
