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
#define NAMES_MAX 1000          /* of all places; a person has a handful */

/* Where sets are looked for, the user's own first: without "question-sets". */
struct places { char *v[PLACES_MAX]; size_t count; };

static int
add_place(struct places *p, const char *dir)
{
	p->v[p->count] = strdup(dir);
	if (p->v[p->count] == NULL)
		return -1;
	p->count++;
	return 0;
}

/* A viva that runs from its build tree finds the sets beside it. */
static int
add_places_above_program(struct places *p)
{
	char program[4096];
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - 1);

	for (int up = 0; n > 0 && up < UP_MAX; up++) {
		char *slash;

		program[n] = '\0';
		slash = strrchr(program, '/');
		if (slash == NULL || slash == program)
			return 0;
		*slash = '\0';
		n = slash - program;
		if (add_place(p, program) != 0)
			return -1;
	}
	return 0;
}

static int
find_places(struct places *p, const struct app *app)
{
	p->count = 0;
	return add_place(p, app->data_dir) != 0 || add_places_above_program(p) != 0 || add_place(p, VIVA_SHARE_DIR) != 0 ?
	    -1 : 0;
}

static void
free_places(struct places *p)
{
	for (size_t i = 0; i < p->count; i++)
		free(p->v[i]);
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
	int rc = find_places(&p, app);

	out->v = NULL;
	out->count = 0;
	for (size_t i = 0; rc == 0 && i < p.count; i++)
		rc = add_names_in(out, p.v[i]);
	free_places(&p);
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
		err_set(err, EXIT_FINDINGS, "no bank \"%s\": neither %s/" SETS " nor the installation has one; name a file",
		    spec, app->data_dir);
	else
		err_set(err, EXIT_FINDINGS, "no bank \"%s\"; there is %s, or name a file", spec, buf_text(&nearest));
	buf_finish(&nearest);
	bank_names_finish(&names);
	return -1;
}

char *
app_bank_path(const struct app *app, const char *spec, struct err *err)
{
	char *path = NULL;
	struct places p;
	int rc;

	if (strchr(spec, '/') != NULL || has_suffix(spec)) {
		path = strdup(spec);
		if (path == NULL)
			err_memory(err);
		return path;
	}
	rc = find_places(&p, app);
	for (size_t i = 0; rc == 0 && i < p.count && path == NULL; i++) {
		if (asprintf(&path, "%s/" SETS "/%s" SUFFIX, p.v[i], spec) < 0) {
			path = NULL;
			rc = -1;
		} else if (access(path, R_OK) != 0) {
			free(path);
			path = NULL;
		}
	}
	free_places(&p);
	if (rc != 0)
		err_memory(err);
	else if (path == NULL)
		no_such_bank(app, spec, err);
	return path;
}
