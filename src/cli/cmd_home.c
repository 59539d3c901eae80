#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/home.h"
#include "cli/sitting.h"
#include "cli/tell.h"

/* Runs a command as if it had been typed with this option. */
static int
run_entry(struct app *app, struct home_entry *e, struct err *err)
{
	struct args args = { .cmd = cmd_find(e->command) };

	if (e->option != NULL) {
		args.given[0].name = e->option;
		args.given[0].value = e->value;
		args.given_count = 1;
	}
	if (e->word != NULL) {
		args.words = &e->word;
		args.word_count = 1;
	}
	return args.cmd->run(app, &args, err);
}

static void
print_home(const struct home *h, bool choices)
{
	struct buf b;

	buf_init(&b);
	home_text(&b, &h->view, tell_columns(stdout), choices);
	fputs(buf_text(&b), stdout);
	buf_finish(&b);
}

/*
 * One line from the person: its first letter, '\n' for an empty one, 'q' at the end of input; -1 with a
 * status in `err`.
 */
static int
read_choice(struct app *app, struct err *err)
{
	struct sitting si;
	int choice = -1, rc = sitting_init(&si, app, NULL, front_plain(), err);

	si.chooses = true;
	if (rc == 0 && sitting_run(&si, err) == 0)
		choice = si.leaving == -1 ? si.choice : si.signalled ? -1 : 'q';
	if (choice == -1 && si.signalled)
		err->status = (enum exit_status)si.leaving;
	sitting_finish(&si);
	return choice;
}

static void
print_page(const struct home *h, enum home_action page)
{
	struct buf b;

	buf_init(&b);
	(void)home_page(&b, h, page, tell_columns(stdout));
	fputs(buf_text(&b), stdout);
	buf_finish(&b);
}

static void
print_banks(const struct home *h)
{
	puts("Question sets:");
	for (size_t i = 0; i < h->banks.count; i++)
		tell(stdout, 2, 4, "%s", h->banks.v[i]);
	tell(stdout, 0, 0, "`viva --bank NAME` opens one of them.");
}

static int
choose_by_line(struct app *app, struct home *h, struct err *err)
{
	int key;
	size_t i;

	print_home(h, true);
	key = read_choice(app, err);
	if (key == -1)
		return (int)err->status;
	i = key == '\n' ? h->view.selected : home_find(h, (unsigned)key);
	if (key == 'q')
		return EXIT_DONE;
	if (i == HOME_NOT_FOUND) {
		tell(stdout, 0, 0, "Nothing was chosen. `viva help` lists the commands.");
		return EXIT_DONE;
	}
	if (h->entries[i].action == HOME_RUN)
		return run_entry(app, &h->entries[i], err);
	if (h->entries[i].action == HOME_BANK)
		print_banks(h);
	else
		print_page(h, h->entries[i].action);
	return EXIT_DONE;
}

static int
choose(struct app *app, struct home *h, struct err *err)
{
	const char *plain = getenv("VIVA_PLAIN");
	bool lines = app->plain || (plain != NULL && plain[0] != '\0');

	for (;;) {
		struct home_entry *chosen = NULL;
		int status, rc = lines ? HOME_NO_SCREEN : home_screen(h, app, &chosen, err);

		if (rc < 0)
			return (int)err->status;
		if (rc == HOME_NO_SCREEN)
			return choose_by_line(app, h, err);
		if (chosen == NULL)
			return EXIT_DONE;
		status = run_entry(app, chosen, err);
		if (!chosen->comes_back || status != EXIT_DONE)
			return status;
		home_finish(h);
		if (home_load(h, app, err) != 0)
			return (int)err->status;
	}
}

static int
home_run(struct app *app, const struct args *args, struct err *err)
{
	struct home h;
	int status;

	(void)args;
	if (home_load(&h, app, err) != 0) {
		status = (int)err->status;
	} else if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
		status = choose(app, &h, err);
	} else {
		print_home(&h, false);
		puts("\n`viva help` lists all commands.");
		status = EXIT_DONE;
	}
	home_finish(&h);
	return status;
}

const struct cmd cmd_home = {
	.name = "", .args = "[command]", .brief = "where you stand, and what to do next", .example = "viva",
	.run = home_run,
};
