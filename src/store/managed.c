#include "store/managed.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/db.h"
#include "store/file.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"

#define STAMP_CHARS 15          /* 20260308-120000 */
/* How often a name is tried with another number. */
#define NAME_TRIES 1000

/* ---- names ---- */

/* "DIR/backups"; NULL when out of memory. */
static char *
folder_of(const char *real_path)
{
	char *directory = file_directory(real_path), *folder = NULL;

	if (directory != NULL &&
	    asprintf(&folder, "%s/backups", strcmp(directory, "/") == 0 ? "" : directory) < 0)
		folder = NULL;
	free(directory);
	return folder;
}

/* "viva-" for viva.db; NULL when out of memory. */
static char *
prefix_of(const char *real_path)
{
	const char *slash = strrchr(real_path, '/');
	const char *name = slash != NULL ? slash + 1 : real_path;
	size_t len = strlen(name);
	char *prefix;

	if (len > 3 && strcmp(name + len - 3, ".db") == 0)
		len -= 3;
	return asprintf(&prefix, "%.*s-", (int)len, name) < 0 ? NULL : prefix;
}

void
managed_stamp(int64_t wall_us, char out[32])
{
	time_t seconds = (time_t)(wall_us / 1000000);
	struct tm tm = { 0 };

	gmtime_r(&seconds, &tm);
	snprintf(out, 32, "%04d%02d%02d-%02d%02d%02d", (tm.tm_year + 1900) % 10000, tm.tm_mon + 1, tm.tm_mday,
	    tm.tm_hour, tm.tm_min, tm.tm_sec);
}

#define DIGITS "0123456789"

static int
number_of(const char *digits, int count)
{
	int n = 0;

	while (count-- > 0)
		n = n * 10 + *digits++ - '0';
	return n;
}

/* Seconds of the stamp that `name` is followed by ".db", or -1. */
static int64_t
read_stamp(const char *name)
{
	struct tm tm;

	if (strlen(name) != STAMP_CHARS + 3 || strspn(name, DIGITS) != 8 || name[8] != '-' ||
	    strspn(name + 9, DIGITS) != 6 || strcmp(name + STAMP_CHARS, ".db") != 0)
		return -1;
	tm = (struct tm){
		.tm_year = number_of(name, 4) - 1900, .tm_mon = number_of(name + 4, 2) - 1, .tm_mday = number_of(name + 6, 2),
		.tm_hour = number_of(name + 9, 2), .tm_min = number_of(name + 11, 2), .tm_sec = number_of(name + 13, 2),
	};
	return timegm(&tm);
}

static int
make_folder(const char *folder, struct err *err)
{
	struct stat sb;

	if (file_make_directories(folder, err) != 0)
		return -1;
	if (lstat(folder, &sb) != 0)
		return err_errno(err, "cannot look at %s", folder);
	if (!S_ISDIR(sb.st_mode) || sb.st_uid != geteuid())
		return err_set(err, EXIT_IO, "%s is no directory of yours: move it away", folder);
	if ((sb.st_mode & 077) != 0 && chmod(folder, 0700) != 0)
		return err_errno(err, "cannot make %s readable by you alone", folder);
	return 0;
}

/* "FOLDER/PREFIXwhat[-i].db"; NULL when out of memory. */
static char *
path_of(const char *real_path, const char *what, int i)
{
	char *folder = folder_of(real_path), *prefix = prefix_of(real_path), *path = NULL;
	char number[16] = "";

	if (i > 1)
		snprintf(number, sizeof number, "-%d", i);
	if (folder != NULL && prefix != NULL &&
	    asprintf(&path, "%s/%s%s%s.db", folder, prefix, what, number) < 0)
		path = NULL;
	free(folder);
	free(prefix);
	return path;
}

static int
make_folder_of(const char *real_path, struct err *err)
{
	char *folder = folder_of(real_path);
	int result = folder != NULL ? make_folder(folder, err) : err_memory(err);

	free(folder);
	return result;
}

char *
managed_free_path(const char *real_path, const char *what, struct err *err)
{
	struct stat sb;

	if (make_folder_of(real_path, err) != 0)
		return NULL;
	for (int i = 1; i < NAME_TRIES; i++) {
		char *path = path_of(real_path, what, i);

		if (path == NULL)
			err_memory(err);
		if (path == NULL || (lstat(path, &sb) != 0 && errno == ENOENT))
			return path;
		free(path);
	}
	err_set(err, EXIT_IO, "the folder backups beside %s is full: take some away", real_path);
	return NULL;
}

/* ---- what is there ---- */

static int
newest_first(const void *a, const void *b)
{
	const struct managed_file *x = a, *y = b;

	if (x->at_s != y->at_s)
		return x->at_s < y->at_s ? 1 : -1;
	return strcmp(y->path, x->path);
}

static int
add_file(struct managed_list *l, const char *folder, const char *name, int64_t at_s, struct err *err)
{
	struct managed_file *v = reallocarray(l->v, l->count + 1, sizeof *v);

	if (v == NULL)
		return err_memory(err);
	l->v = v;
	if (asprintf(&v[l->count].path, "%s/%s", folder, name) < 0)
		return err_memory(err);
	v[l->count++].at_s = at_s;
	return 0;
}

/* Ours are PREFIX, something, ".db"; another database's prefix may begin with ours. */
static bool
is_ours(const char *name, const char *prefix)
{
	size_t len = strlen(name), prefix_len = strlen(prefix);
	const char *rest = name + prefix_len;

	if (strncmp(name, prefix, prefix_len) != 0 || len < 3 || strcmp(name + len - 3, ".db") != 0)
		return false;
	return read_stamp(rest) >= 0 || strncmp(rest, "format-", 7) == 0 ||
	    strncmp(rest, "replaced-", 9) == 0;
}

static int
read_folder(struct managed_list *out, const char *folder, const char *prefix, struct err *err)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int result = 0;

	if (dir == NULL)
		return errno == ENOENT ? 0 : err_errno(err, "cannot read %s", folder);
	while (result == 0 && (entry = readdir(dir)) != NULL)
		if (is_ours(entry->d_name, prefix))
			result = add_file(
			    out, folder, entry->d_name, read_stamp(entry->d_name + strlen(prefix)), err);
	closedir(dir);
	return result;
}

int
managed_list_read(const char *real_path, struct managed_list *out, struct err *err)
{
	char *folder = folder_of(real_path), *prefix = prefix_of(real_path);
	int result;

	*out = (struct managed_list){ 0 };
	if (folder == NULL || prefix == NULL)
		result = err_memory(err);
	else
		result = read_folder(out, folder, prefix, err);
	if (result != 0)
		managed_list_free(out);
	else if (out->count > 0)
		qsort(out->v, out->count, sizeof *out->v, newest_first);
	free(folder);
	free(prefix);
	return result;
}

void
managed_list_free(struct managed_list *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->v[i].path);
	free(l->v);
	*l = (struct managed_list){ 0 };
}

int
managed_sweep(const char *real_path, struct err *err)
{
	char *directory = file_directory(real_path), *folder = folder_of(real_path),
	     *prefix = prefix_of(real_path);
	const char *name = strrchr(real_path, '/') + 1;         /* a real path has one */
	int result = -1;

	if (directory == NULL || folder == NULL || prefix == NULL)
		err_memory(err);
	else if (file_sweep(directory, name, FILE_PART_MARK, err) == 0 &&
	    file_sweep(folder, prefix, FILE_PART_MARK, err) == 0)
		result = 0;
	free(directory);
	free(folder);
	free(prefix);
	return result;
}

/* ---- thinning ---- */

void
managed_thin(const int64_t *at_s, size_t count, bool *keep)
{
	static const struct { int64_t seconds; int count; } spans[] = {
		{ 1, MANAGED_RECENT }, { 86400, MANAGED_DAYS }, { 7 * 86400, MANAGED_WEEKS },
		{ 30 * 86400, MANAGED_MONTHS },
	};

	for (size_t i = 0; i < count; i++)
		keep[i] = false;
	for (size_t s = 0; s < sizeof spans / sizeof spans[0]; s++) {
		int kept = 0;

		for (size_t i = 0; i < count && kept < spans[s].count; i++) {
			if (i > 0 && at_s[i] / spans[s].seconds == at_s[i - 1] / spans[s].seconds)
				continue;
			keep[i] = true;
			kept++;
		}
	}
}

/* ---- made by the way ---- */

/* Takes away what the rule does not keep. */
static int
thin_out(const struct managed_list *l, struct err *err)
{
	size_t count = 0;
	int64_t *at_s;
	bool *keep;
	int result = 0;

	while (count < l->count && l->v[count].at_s >= 0)
		count++;
	at_s = calloc(count + 1, sizeof *at_s);
	keep = calloc(count + 1, sizeof *keep);
	for (size_t i = 0; at_s != NULL && i < count; i++)
		at_s[i] = l->v[i].at_s;
	if (at_s == NULL || keep == NULL) {
		result = err_memory(err);
		goto out;
	}
	managed_thin(at_s, count, keep);
	for (size_t i = 0; i < count; i++)
		if (!keep[i] && unlink(l->v[i].path) != 0 && errno != ENOENT)
			result = err_errno(err, "cannot take away %s", l->v[i].path);
out:
	free(at_s);
	free(keep);
	return result;
}

/* Has the database been written to since that backup was? */
static bool
changed_since(const struct store *st, const char *backup)
{
	struct stat db, copy;

	if (stat(st->real_path, &db) != 0 || stat(backup, &copy) != 0)
		return true;
	return db.st_mtim.tv_sec > copy.st_mtim.tv_sec ||
	    (db.st_mtim.tv_sec == copy.st_mtim.tv_sec && db.st_mtim.tv_nsec > copy.st_mtim.tv_nsec);
}

static int
make_backup(struct store *st, int64_t wall_us, struct err *err)
{
	struct managed_list l;
	char stamp[32], *path;
	int result;

	if (make_folder_of(st->real_path, err) != 0)
		return -1;
	managed_stamp(wall_us, stamp);
	path = path_of(st->real_path, stamp, 1);
	if (path == NULL)
		return err_memory(err);
	result = backup_copy(st, path, err);
	free(path);
	/* Old ones go only once the new one is there, checked and synced. */
	if (result != 0 || managed_list_read(st->real_path, &l, err) != 0)
		return -1;
	result = thin_out(&l, err);
	managed_list_free(&l);
	return result;
}

/* 1: there is a session. */
static int
has_sessions(struct store *st, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_FIND_LAST);
	found = query_step(&q, err);
	query_end(&q);
	return found;
}

int
store_backup_by_the_way(struct store *st, int64_t wall_us, int64_t apart_us, struct err *err)
{
	struct managed_list l;
	int64_t since_us = 0;
	bool due;
	int found = has_sessions(st, err);

	if (found <= 0)
		return found;           /* nothing there that could be lost */
	if (managed_list_read(st->real_path, &l, err) != 0)
		return -1;
	if (l.count > 0)
		since_us = wall_us - l.v[0].at_s * 1000000;
	/* A newest one of the future: the clock was set back, and says nothing. */
	due = l.count == 0 || l.v[0].at_s < 0 ||
	    ((since_us < 0 || since_us >= apart_us) && changed_since(st, l.v[0].path));
	managed_list_free(&l);
	return due ? make_backup(st, wall_us, err) : 0;
}

int
store_newest_backup(const char *path, struct buf *out, struct err *err)
{
	struct managed_list l = { 0 };
	char *real = NULL;
	int result = file_real_path(path, false, &real, err);

	if (result != 0)
		return result < 0 ? -1 : STORE_NOT_FOUND;
	result = managed_list_read(real, &l, err);
	if (result == 0 && (l.count == 0 || l.v[0].at_s < 0))
		result = STORE_NOT_FOUND;
	if (result == 0)
		buf_puts(out, l.v[0].path);
	if (result == 0 && buf_failed(out))
		result = err_memory(err);
	managed_list_free(&l);
	free(real);
	return result;
}
