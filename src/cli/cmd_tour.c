#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/start.h"
#include "cli/tell.h"
#include "cli/tour_front.h"
#include "viva/diag.h"

#define TOUR_LIMIT_MS 20000
#define PATH_BYTES 4096

extern const char tour_bank[], tour_bank_end[];        /* tour.S */

/* A directory for what a session needs while it runs; it goes with the tour. */
struct shelter { char dir[PATH_BYTES], db[PATH_BYTES]; };

static int
make_shelter(struct shelter *p, struct err *err)
{
	const char *tmp = getenv("TMPDIR");
	int n = snprintf(p->dir, sizeof(p->dir) - sizeof("/tour.db"), "%s/viva-tour-XXXXXX",
	    tmp != NULL && tmp[0] == '/' ? tmp : "/tmp");

	if (n < 0 || (size_t)n >= sizeof(p->dir) - sizeof("/tour.db"))
		return err_set(err, EXIT_IO, "TMPDIR is too long");
	if (mkdtemp(p->dir) == NULL) {
		n = err_errno(err, "cannot make a directory for the tour: %s", p->dir);
		p->dir[0] = '\0';
		return n;
	}
	snprintf(p->db, sizeof(p->db), "%.*s/tour.db", PATH_BYTES - (int)sizeof("/tour.db"), p->dir);
	return 0;
}

static void
remove_shelter(const struct shelter *p)
{
	if (p->dir[0] == '\0')
		return;
	unlink(p->db);
	rmdir(p->dir);
}

static int
load_bank(struct start *s, struct err *err)
{
	struct diags d;
	int rc;

	diags_init(&d, "tour");
	/* cppcheck-suppress comparePointers ; both ends of one file that is linked in */
	rc = bank_load_memory(&s->bank, tour_bank, (size_t)(tour_bank_end - tour_bank), &d);
	if (rc != 0)
		err_set(err, EXIT_IO, "the tour's questions: %s", d.count > 0 ? d.v[0].text : "unreadable");
	diags_finish(&d);
	return rc;
}

static int
sit(struct start *s, struct sitting *si, struct err *err)
{
	if (start_ask(s, si, err) != 0)
		return (int)err->status;
	if (si->leaving == -1 && (start_begin(s, si, err) != 0 || sitting_run(si, err) != 0))
		return (int)err->status;
	return si->signalled ? si->leaving : EXIT_DONE;
}

static int
tour_run(struct app *app, const struct args *args, struct err *err)
{
	struct shelter shelter = { .dir = "" };
	struct app ours = *app;
	struct start s = { .app = &ours, .head = { .mode = MODE_SOLO }, .limit_ms = TOUR_LIMIT_MS };
	struct sitting si = { .front = NULL };
	bool whole = false;
	int status;

	if (make_shelter(&shelter, err) != 0)
		return (int)err->status;
	ours.db_path = shelter.db;
	ours.state_dir = shelter.dir;
	if (load_bank(&s, err) != 0 || start_prepare(&s, args, err) != 0 ||
	    sitting_init(&si, &ours, s.store, tour_front(front_choose(&ours, err)), err) != 0) {
		status = (int)err->status;
	} else {
		status = sit(&s, &si, err);
		whole = status == EXIT_DONE && si.leaving == -1;
	}
	sitting_finish(&si);
	start_finish(&s, true);
	remove_shelter(&shelter);
	if (whole)
		tell(stdout, 0, 0, "That is all there is to it, and nothing of this was stored. `viva solo --minutes 30` begins "
		    "an interview, `viva help keys` has all keys.");
	else if (status == EXIT_DONE)
		tell(stdout, 0, 0, "The tour is left; nothing of it was stored.");
	return status;
}

const struct cmd cmd_tour = {
	.name = "tour", .args = "", .brief = "two minutes that show the keys; nothing is stored", .example = "viva tour",
	.run = tour_run,
};
