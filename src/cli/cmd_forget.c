#include <jansson.h>
#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "viva/buf.h"

#define ANSWER_BYTES 1024       /* a name has 200 characters at most */

/* The name as stored, and how many sessions they sat. */
static int
look_up(struct store *st, const char *name, struct buf *canonical, size_t *sessions, struct err *err)
{
	struct session_list list;
	int found = store_known_person(st, name, canonical, err);

	if (found == STORE_NOT_FOUND)
		return err_set(err, EXIT_FINDINGS, "nobody here is called \"%s\"", name);
	if (found != 0 || store_history(st, buf_text(canonical), &list, err) != 0)
		return -1;
	*sessions = list.count;
	session_list_free(&list);
	return 0;
}

/* 1: the name was typed; 0: something else, or nothing. */
static int
is_confirmed(const struct buf *name, size_t sessions)
{
	char answer[ANSWER_BYTES];
	struct buf typed;
	int same;

	printf("This takes away %zu %s of ", sessions, plural((int)sessions, "session", "sessions"));
	print_visible(stdout, buf_text(name));
	fputs(" with all answers, notes and marks, here and in the backups that viva made.\n"
	    "It cannot be undone. Type the name to do it: ", stdout);
	fflush(stdout);
	if (fgets(answer, sizeof answer, stdin) == NULL)
		return 0;
	answer[strcspn(answer, "\n")] = '\0';
	buf_init(&typed);
	same = store_check_name(answer, &typed, NULL) == 0 && strcmp(buf_text(&typed), buf_text(name)) == 0;
	buf_finish(&typed);
	return same;
}

static int
print_result(const struct app *app, const struct buf *name, const struct store_forget *f, struct err *err)
{
	if (app->json)
		return app_print_json(
		    json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:I}", "name", buf_text(name), "sessions",
		        (json_int_t)f->sessions, "led", (json_int_t)f->led, "marked", (json_int_t)f->scored,
		        "mentions", (json_int_t)f->mentions, "backups_cleaned",
		        (json_int_t)f->backups_cleaned, "backups_removed", (json_int_t)f->backups_removed),
		    err);
	print_visible(stdout, buf_text(name));
	printf(": %lld %s taken away.\n", (long long)f->sessions,
	    plural((int)f->sessions, "session", "sessions"));
	if (f->led > 0)
		printf("Marks for %lld %s of others that they led stay, without the name and without notes.\n",
		    (long long)f->led, plural((int)f->led, "session", "sessions"));
	if (f->scored > 0)
		printf("Marks for %lld %s of others stay without the name and without notes.\n",
		    (long long)f->scored, plural((int)f->scored, "session", "sessions"));
	if (f->mentions > 0)
		printf("The name still stands in %lld %s of other people's sessions, which are theirs.\n",
		    (long long)f->mentions, plural((int)f->mentions, "note", "notes"));
	if (f->backups_cleaned + f->backups_removed > 0)
		printf("Backups cleaned: %lld, taken away: %lld.\n", (long long)f->backups_cleaned,
		    (long long)f->backups_removed);
	if (!app->quiet)
		puts(
		    "Not reached: reports, exports and copies that were written elsewhere, and what the disk still\n"
		    "holds of deleted files. Delete those by hand.");
	return 0;
}

static int
forget(struct app *app, struct store *st, const struct args *args, struct err *err)
{
	struct store_forget f;
	struct buf name;
	size_t sessions = 0;
	int rc;

	buf_init(&name);
	rc = look_up(st, args->words[0], &name, &sessions, err);
	if (rc == 0 && !args_has(args, "yes")) {
		if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
			rc = cmd_usage(args, err, "needs --yes where nobody can be asked");
		else if (!is_confirmed(&name, sessions))
			rc = err_set(err, EXIT_FINDINGS, "that is not the name: nothing was taken away");
	}
	if (rc == 0)
		rc = store_forget(
		    st, buf_text(&name), app->state_dir, world_now(app->world).wall_us, &f, err);
	if (rc == 0)
		rc = print_result(app, &name, &f, err);
	buf_finish(&name);
	return rc;
}

static int
forget_run(struct app *app, const struct args *args, struct err *err)
{
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	if (rc == STORE_NOT_FOUND)
		rc = err_set(
		    err, EXIT_FINDINGS, "no records at %s yet: there is nobody to forget", app->db_path);
	store_close(st);
	st = NULL;
	if (rc == 0)
		rc = store_open(&st, app->db_path, STORE_WRITE, world_now(app->world).wall_us, NULL, err);
	if (rc == 0)
		rc = forget(app, st, args, err);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

static const struct option_spec forget_options[] = {
	{ "yes", NULL, "do not ask" },
	{ NULL, NULL, NULL }
};

const struct cmd cmd_forget = {
	.name = "forget", .args = "NAME [--yes]", .brief = "take a person away for good, with all their sessions",
	.example = "viva forget Ada --yes", .options = forget_options, .words_min = 1, .words_max = 1, .json = true,
	.run = forget_run,
};
