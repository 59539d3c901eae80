#include "cli/banks.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/app.h"
#include "cli/nearest.h"
#include "viva/buf.h"

#define SETS "question-sets"
#define SUFFIX ".xml"
#define UP_MAX 3                /* directories above the program that may be the build tree's root */
#define PLACES_MAX (UP_MAX + 2)
#define PLACE_BYTES 4096        /* what the kernel takes for a path */
#define NAMES_MAX 1000          /* of all places; a person has a handful */

/* Where sets are looked for, the user's own first: without "question-sets". */
struct places { char v[PLACES_MAX][PLACE_BYTES]; size_t count; };

/* One too long to be a path is no place. */
static void
add_place(struct places *p, const char *dir)
{
	size_t len = strlen(dir);

	if (len < PLACE_BYTES)
		memcpy(p->v[p->count++], dir, len + 1);
}

/* A viva that runs from its build tree finds the sets beside it. */
static void
add_places_above_program(struct places *p)
{
	char program[PLACE_BYTES];
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - 1);

	for (int up = 0; n > 0 && up < UP_MAX; up++) {
		char *slash;

		program[n] = '\0';
		slash = strrchr(program, '/');
		if (slash == NULL || slash == program)
			return;
		*slash = '\0';
		n = slash - program;
		add_place(p, program);
	}
}

static void
find_places(struct places *p, const struct app *app)
{
	p->count = 0;
	add_place(p, app->data_dir);
	add_places_above_program(p);
	add_place(p, VIVA_SHARE_DIR);
}

static bool
has_suffix(const char *name)
{
	size_t len = strlen(name);

	return len > strlen(SUFFIX) && strcmp(name + len - strlen(SUFFIX), SUFFIX) == 0;
}

static int
add_name(struct bank_names *names, const char *file)
{
	size_t len = strlen(file) - strlen(SUFFIX);

	for (size_t i = 0; i < names->count; i++)
		if (strlen(names->v[i]) == len && strncmp(names->v[i], file, len) == 0)
			return 0;
	if (names->count == NAMES_MAX)
		return 0;
	if (names->v == NULL)
		names->v = calloc(NAMES_MAX, sizeof(*names->v));
	if (names->v == NULL || (names->v[names->count] = strndup(file, len)) == NULL)
		return -1;
	names->count++;
	return 0;
}

static int
add_names_in(struct bank_names *names, const char *place)
{
	struct dirent *entry;
	char *path;
	DIR *dir;
	int rc = 0;

	if (asprintf(&path, "%s/" SETS, place) < 0)
		return -1;
	dir = opendir(path);
	free(path);
	while (rc == 0 && dir != NULL && (entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.' && has_suffix(entry->d_name))
			rc = add_name(names, entry->d_name);
	if (dir != NULL)
		closedir(dir);
	return rc;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int
bank_names_find(struct bank_names *out, const struct app *app)
{
	struct places p;
	int rc = 0;

	out->v = NULL;
	out->count = 0;
	find_places(&p, app);
	for (size_t i = 0; rc == 0 && i < p.count; i++)
		rc = add_names_in(out, p.v[i]);
	if (out->count > 0)
		qsort(out->v, out->count, sizeof(*out->v), by_name);
	return rc;
}

void
bank_names_finish(struct bank_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->v[i]);
	free(names->v);
}

static int
no_such_bank(const struct app *app, const char *spec, struct err *err)
{
	struct bank_names names;
	struct buf nearest;
	int rc = bank_names_find(&names, app);

	buf_init(&nearest);
	if (names.count > 0)
		nearest_names(&nearest, spec, (const char *const *)names.v, names.count);
	if (rc != 0)
		err_memory(err);
	else if (names.count == 0)
		err_set(err, EXIT_FINDINGS,
		    "no bank \"%s\": neither %s/" SETS " nor the installation has one; "
		    "name a file",
		    spec, app->data_dir);
	else
		err_set(err, EXIT_FINDINGS, "no bank \"%s\"; there is %s, or name a file", spec,
		    buf_text(&nearest));
	buf_finish(&nearest);
	bank_names_finish(&names);
	return -1;
}

char *
app_bank_path(const struct app *app, const char *spec, struct err *err)
{
	char *path = NULL;
	struct places p;
	int rc = 0;

	if (strchr(spec, '/') != NULL || has_suffix(spec)) {
		path = strdup(spec);
		if (path == NULL)
			err_memory(err);
		return path;
	}
	find_places(&p, app);
	for (size_t i = 0; rc == 0 && i < p.count && path == NULL; i++) {
		if (asprintf(&path, "%s/" SETS "/%s" SUFFIX, p.v[i], spec) < 0) {
			path = NULL;
			rc = -1;
		} else if (access(path, R_OK) != 0) {
			free(path);
			path = NULL;
		}
	}
	if (rc != 0)
		err_memory(err);
	else if (path == NULL)
		no_such_bank(app, spec, err);
	return path;
}
