#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "cli/audience.h"
#include "cli/cmd.h"
#include "cli/lead.h"
#include "cli/start.h"

#define ADDRESSES_MAX 9         /* one digit chooses */
#define LOOPBACK "127.0.0.1:0"

static const struct option_spec lead_options[] = {
	{ "candidate", "NAME", "who is interviewed" },
	{ "interviewer", "NAME", "who leads (default: the login name)" },
	{ "screen", "[ADDR:PORT]", "a page for the candidate's browser; without an address it asks" },
	START_OPTIONS,
	{ NULL, NULL, NULL }
};

static int
read_names(struct start *s, const struct args *args, struct err *err)
{
	const char *candidate = args_value(args, "candidate"), *interviewer = args_value(args, "interviewer");
	const struct passwd *pw = interviewer == NULL ? getpwuid(getuid()) : NULL;
	struct buf name;
	int rc;

	if (candidate == NULL)
		return cmd_usage(args, err, "needs --candidate NAME"), -1;
	if (interviewer == NULL)
		interviewer = pw != NULL && pw->pw_name[0] != '\0' ? pw->pw_name : "interviewer";
	buf_init(&name);
	buf_puts(&s->name, candidate);
	rc = store_check_name(candidate, &name, err);
	if (rc == 0)
		rc = store_check_name(interviewer, &s->interviewer, err);
	if (rc == 0 && strcmp(buf_text(&name), buf_text(&s->interviewer)) == 0)
		rc = err_set(err, EXIT_FINDINGS, "%s cannot interview themselves: give --interviewer NAME, or use viva solo",
		    buf_text(&name));
	buf_finish(&name);
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

/* The page is there before a bank or a record is opened. */
static int
open_screen(struct sitting *si, const struct args *args, struct err *err)
{
	const char *given = args_value(args, "screen");
	char address[SERVE_ADDRESS_BYTES] = LOOPBACK;

	if (audience_new(&si->audience, err) != 0)
		return -1;
	if (!args_has(args, "screen"))
		return 0;
	if (given == NULL && choose_address(si, address, err) != 0)
		return -1;
	if (si->leaving != -1)
		return 0;
	return audience_serve(si->audience, si->app, given != NULL ? given : address, err);
}

static int
lead(struct start *s, struct sitting *si, struct err *err)
{
	if (lead_show_link(si, err) != 0 || start_ask(s, si, err) != 0)
		return (int)err->status;
	if (si->leaving != -1)
		return start_left(si);
	if (start_begin(s, si, err) != 0 || audience_begin(si->audience, s->app, s->head.id, err) != 0)
		return (int)err->status;
	return lead_through(si, err);
}

static int
lead_run(struct app *app, const struct args *args, struct err *err)
{
	struct start s = { .app = app, .head = { .mode = MODE_LED } };
	struct sitting si = { .front = NULL };
	int status;

	if (read_names(&s, args, err) != 0 || sitting_init(&si, app, NULL, front_plain(), err) != 0 ||
	    open_screen(&si, args, err) != 0) {
		status = (int)err->status;
	} else if (si.leaving != -1) {
		status = si.signalled ? si.leaving : EXIT_DONE;
	} else if (start_prepare(&s, args, err) != 0) {
		status = (int)err->status;
	} else {
		si.store = s.store;
		lead_prepare(&si, s.choice.request.blueprint->minutes);
		status = lead(&s, &si, err);
	}
	sitting_finish(&si);
	start_finish(&s, status == EXIT_DONE);
	return status;
}

const struct cmd cmd_lead = {
	.name = "lead", .args = "", .brief = "an interview that one person leads and marks",
	.example = "viva lead --candidate Ana", .options = lead_options, .run = lead_run,
};
