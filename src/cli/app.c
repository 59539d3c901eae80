#include "cli/app.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/tell.h"
#include "viva/buf.h"
#include "viva/text.h"

/* The scripted world of the tests begins at this moment unless told another. */
#define SCRIPT_START_US INT64_C(1772971200000000)       /* 2026-03-08T12:00:00Z */
#define FD_MAX 65535

/*
 * `$variable/viva`, or `$HOME/fallback/viva`, or without a home the directory of `db` (may be NULL).
 * A relative XDG directory is ignored, as the XDG rules say.
 */
static char *
user_dir(const char *variable, const char *fallback, const char *db, struct err *err)
{
	const char *slash = db != NULL ? strrchr(db, '/') : NULL;
	int beside = slash == NULL || slash == db ? 1 : (int)(slash - db);
	const char *base = getenv(variable), *home = getenv("HOME");
	char *dir = NULL;
	int n;

	if (base != NULL && base[0] == '/')
		n = asprintf(&dir, "%s/viva", base);
	else if (home != NULL && home[0] == '/')
		n = asprintf(&dir, "%s/%s/viva", home, fallback);
	else if (db != NULL)
		n = asprintf(&dir, "%.*s", beside, slash != NULL ? db : ".");
	else {
		err_set(err, EXIT_IO, "neither HOME nor %s is an absolute path: set HOME, or name the records with "
		    "--db FILE", variable);
		return NULL;
	}
	if (n < 0) {
		err_memory(err);
		return NULL;
	}
	return dir;
}

/* fd:N, or fd:N@SECONDS with where the wall clock begins. */
static int
read_clock(const char *clock, int *fd, int64_t *start_us)
{
	char *end;
	long n, seconds;

	*start_us = SCRIPT_START_US;
	if (strncmp(clock, "fd:", 3) != 0)
		return -1;
	n = strtol(clock + 3, &end, 10);
	if (end == clock + 3 || n < 0 || n > FD_MAX)
		return -1;
	*fd = (int)n;
	if (*end == '\0')
		return 0;
	if (*end != '@' || parse_int(end + 1, 0, INT32_MAX, &seconds) != 0)
		return -1;
	*start_us = (int64_t)seconds * 1000000;
	return 0;
}

static struct world *
make_world(const char *clock, struct err *err)
{
	struct world *w;
	int64_t start_us;
	int fd;

	if (clock != NULL && read_clock(clock, &fd, &start_us) != 0) {
		err_set(err, EXIT_USAGE, "--clock takes fd:N or fd:N@SECONDS, an open descriptor with a clock script");
		return NULL;
	}
	w = clock == NULL ? world_real() : world_scripted(fd, start_us);
	if (w == NULL)
		err_memory(err);
	return w;
}

int
app_init(struct app *app, const struct global_options *o, struct err *err)
{
	const char *db = o->db != NULL ? o->db : getenv("VIVA_DB");
	const char *bank = o->bank != NULL ? o->bank : getenv("VIVA_BANK");

	memset(app, 0, sizeof(*app));
	app->json = o->json;
	app->quiet = o->quiet;
	app->plain = o->plain;
	app->as_name = o->as;
	app->bank_spec = bank != NULL && bank[0] != '\0' ? bank : DEFAULT_BANK;
	app->world = make_world(o->clock, err);
	if (app->world == NULL)
		return -1;
	db = db != NULL && db[0] != '\0' ? db : NULL;
	app->data_dir = user_dir("XDG_DATA_HOME", ".local/share", db, err);
	app->state_dir = app->data_dir != NULL ? user_dir("XDG_STATE_HOME", ".local/state", db, err) : NULL;
	if (app->state_dir == NULL)
		return -1;
	if (db != NULL)
		app->db_path = strdup(db);
	else if (asprintf(&app->db_path, "%s/viva.db", app->data_dir) < 0)
		app->db_path = NULL;
	return app->db_path != NULL ? 0 : err_memory(err);
}

void
app_finish(struct app *app)
{
	world_free(app->world);
	free(app->data_dir);
	free(app->state_dir);
	free(app->db_path);
	free(app->bank_chosen);
}

int
app_fail(const struct err *err)
{
	if (isatty(STDERR_FILENO))
		tell(stderr, 0, 2, "viva: %s", err->text);
	else
		fprintf(stderr, "viva: %s\n", err->text);      /* one line, for scripts */
	return (int)err->status;
}

int
app_flush(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno != EPIPE)
		fprintf(stderr, "viva: writing to standard output: %s\n", strerror(errno));
	return status == EXIT_DONE ? EXIT_IO : status;
}

int
app_print_json(json_t *document, struct err *err)
{
	int rc = document == NULL ? err_memory(err) : 0;

	if (rc == 0 && json_dumpf(document, stdout, JSON_INDENT(2) | JSON_REAL_PRECISION(6)) != 0)
		rc = err_set(err, EXIT_IO, "writing JSON to standard output failed");
	if (rc == 0)
		putchar('\n');
	json_decref(document);
	return rc;
}
