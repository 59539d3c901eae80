#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/next_lines.h"
#include "cli/sitting.h"
#include "cli/standing.h"
#include "cli/tell.h"

#define CHOICES_MAX 9           /* blueprints offered by a digit */

/* Where things stand in a few lines. */
static void
print_standing(const struct session_list *list)
{
	const struct session_line *last = &list->v[list->count - 1];
	char when[40], mean[64] = "";

	if (last->rated > 0)
		snprintf(mean, sizeof(mean), ", mean grade %.1f of 4 (%d %s)", (double)last->grade_sum / last->rated,
		    last->rated, plural(last->rated, "answer", "answers"));
	tell(stdout, 0, 0, "%zu %s so far; the last on %s, %d of %d questions answered%s.", list->count,
	    plural((int)list->count, "session", "sessions"), format_local(last->created_us, last->utc_offset_min, when),
	    last->answered, last->items, mean);
	putchar('\n');
}

/* What to practise, where the bank is at hand and something was graded. */
static void
print_practice(const struct app *app)
{
	struct standing s;

	if (standing_peek(&s, app) == 0 && (s.progress->next.item_count > 0 || s.progress->next.has_topic)) {
		next_print(stdout, s.progress);
		putchar('\n');
	}
	standing_finish(&s);
}

static const struct session_line *
latest_unfinished(const struct session_list *list)
{
	for (size_t i = list->count; i-- > 0;)
		if (list->v[i].state != SESSION_ENDED)
			return &list->v[i];
	return NULL;
}

/* Runs a command as if it had been typed with these words and this option. */
static int
run_other(struct app *app, const char *name, const char *option, const char *value, struct err *err)
{
	struct args args = { .cmd = cmd_find(name) };

	if (option != NULL) {
		args.given[0].name = option;
		args.given[0].value = value;
		args.given_count = 1;
	}
	return args.cmd->run(app, &args, err);
}

static void
print_choices(const struct bank *bank, const struct session_line *open)
{
	if (open != NULL)
		tell(stdout, 2, 9, "Enter  go on with session %lld of %s", (long long)open->number, open->candidate);
	for (size_t i = 0; i < bank->blueprint_count && i < CHOICES_MAX; i++)
		tell(stdout, 2, 9, "%zu  %s: %d questions%s", i + 1, bank->blueprints[i].title, bank->blueprints[i].items,
		    i == 0 && open == NULL ? " (or Enter)" : "");
	puts("  d a drill of a few questions\n  h history\n  q leave\n");
}

/* One line from the person: its first letter, '\n' for an empty one, 'q' at the end of input; -1 with a status in `err`. */
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

static int
choose(struct app *app, const struct session_line *open, struct err *err)
{
	struct bank *bank = NULL;
	int choice, status = EXIT_DONE;

	if (app_load_bank(app, &bank, err) != 0)
		return (int)err->status;
	print_choices(bank, open);
	choice = read_choice(app, err);
	if (choice == -1)
		status = (int)err->status;
	else if (choice == '\n' && open != NULL)
		status = run_other(app, "resume", NULL, NULL, err);
	else if (choice == '\n' && bank->blueprint_count > 0)
		status = run_other(app, "solo", "blueprint", bank->blueprints[0].id, err);
	else if (choice >= '1' && choice <= '9' && (size_t)(choice - '1') < bank->blueprint_count)
		status = run_other(app, "solo", "blueprint", bank->blueprints[choice - '1'].id, err);
	else if (choice == 'd')
		status = run_other(app, "solo", "items", "5", err);
	else if (choice == 'h')
		status = run_other(app, "history", NULL, NULL, err);
	else if (choice != 'q')
		tell(stdout, 0, 0, "Nothing was chosen. `viva help` lists the commands.");
	bank_free(bank);
	return status;
}

static void
print_next(const struct session_line *open)
{
	if (open != NULL) {
		tell(stdout, 0, 0, "Session %lld of %s is unfinished. `viva resume` goes on.", (long long)open->number,
		    open->candidate);
	} else {
		tell(stdout, 0, 0, "`viva solo --minutes 30` begins a 30-minute interview.");
	}
	puts("`viva help` lists all commands.");
}

static int
home_run(struct app *app, const struct args *args, struct err *err)
{
	bool asks = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	struct session_list list = { 0 };
	struct store *st = NULL;
	int status = EXIT_DONE, rc = app_open_store(app, &st, STORE_READ, err);

	(void)args;
	if (rc == 0)
		rc = store_history(st, app->as_name, &list, err);
	else if (rc == STORE_NOT_FOUND)
		rc = 0;
	store_close(st);
	if (rc == 0) {
		puts("viva - mock interviews against the clock\n");
		if (list.count > 0)
			print_standing(&list);
		if (list.count > 0)
			print_practice(app);
		if (asks)
			status = choose(app, latest_unfinished(&list), err);
		else
			print_next(latest_unfinished(&list));
	}
	session_list_free(&list);
	return rc == 0 ? status : (int)err->status;
}

const struct cmd cmd_home = {
	.name = "", .args = "[command]", .brief = "where you stand, and what to do next", .example = "viva",
	.run = home_run,
};
