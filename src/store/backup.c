#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/bytes.h"
#include "store/db.h"
#include "store/file.h"
#include "store/schema.h"
#include "viva/err.h"

/* Pages copied while the source is locked; writers get their turn in between. */
#define PAGES_AT_ONCE 256
/* How long a writer is waited for, and how often we look. */
#define WAIT_MS 20
#define WAITS_MAX 250

static int
copy_pages(struct store *st, sqlite3 *to, struct err *err)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", st->db, "main");
	int rc, waits = 0;

	if (b == NULL)
		return err_set(err, EXIT_IO, "cannot copy %s: %s", st->path, sqlite3_errmsg(to));
	do {
		rc = sqlite3_backup_step(b, PAGES_AT_ONCE);
		if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) {
			sqlite3_sleep(WAIT_MS);
			waits++;
		}
	} while (rc == SQLITE_OK || ((rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && waits < WAITS_MAX));
	sqlite3_backup_finish(b);
	return rc == SQLITE_DONE ? 0 : db_fail(st, rc, err);
}

/* A copy that cannot be read must never replace a good one. */
static int
check_copy(const struct store *copy, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(copy->db, "PRAGMA quick_check(1)", -1, &stmt, NULL);
	bool good;

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	good = rc == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") == 0;
	sqlite3_finalize(stmt);
	if (rc != SQLITE_ROW)
		return db_fail(copy, rc, err);
	return good ? 0 : db_damaged(copy, err, "the database is damaged");
}

/* Fills the empty file `temporary`; errors name the file that is copied. */
static int
fill(struct store *st, const char *temporary, struct err *err)
{
	struct store copy = { .path = st->path };
	int rc = sqlite3_open_v2(temporary, &copy.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL);
	int result = -1;

	if (rc != SQLITE_OK) {
		err_set(err, EXIT_IO, "cannot write %s: %s", temporary, sqlite3_errstr(rc));
		goto out;
	}
	/* No journal beside it: if the copy fails the whole file goes. */
	if (db_exec(&copy, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;", err) == 0 &&
	    copy_pages(st, copy.db, err) == 0)
		result = check_copy(&copy, err);
out:
	sqlite3_close(copy.db);
	return result;
}

static int
sync_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	int result = 0;

	if (fd < 0 || fsync(fd) != 0)
		result = err_errno(err, "cannot write %s", path);
	if (fd >= 0)
		close(fd);
	return result;
}

int
backup_copy(struct store *st, const char *path, struct err *err)
{
	char *temporary = file_make_part(path, NULL, err);
	int result = -1;

	if (temporary == NULL)
		return -1;
	if (fill(st, temporary, err) != 0 || sync_file(temporary, err) != 0)
		goto out;
	if (rename(temporary, path) != 0) {
		err_errno(err, "cannot make %s", path);
		goto out;
	}
	result = file_sync_directory(path, err);
out:
	if (result != 0)
		unlink(temporary);
	free(temporary);
	return result;
}

/* ---- for people ---- */

/* A file may be replaced only if it is an earlier copy: a slip must not eat another file. */
static int
may_replace(const struct store *st, const char *path, struct err *err)
{
	struct stat target, source;
	uint8_t head[72];
	ssize_t n;
	int fd;

	if (lstat(path, &target) != 0)
		return errno == ENOENT ? 0 : err_errno(err, "cannot look at %s", path);
	if (stat(st->real_path, &source) == 0 && source.st_dev == target.st_dev &&
	    source.st_ino == target.st_ino)
		return err_set(err, EXIT_FINDINGS, "%s is the database itself: name another file", path);
	if (!S_ISREG(target.st_mode))
		return err_set(err, EXIT_FINDINGS, "%s is not an ordinary file: name another one", path);
	fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return err_errno(err, "cannot read %s", path);
	n = file_read_at(fd, head, sizeof head, 0);
	close(fd);
	if (n == (ssize_t)sizeof head && memcmp(head, "SQLite format 3", 16) == 0 &&
	    get_be32(head + 68) == SCHEMA_APPLICATION_ID)
		return 0;
	return err_set(err, EXIT_FINDINGS, "%s exists and is no database of viva: name another file", path);
}

int
store_backup(struct store *st, const char *path, struct err *err)
{
	if (may_replace(st, path, err) != 0)
		return -1;
	return backup_copy(st, path, err);
}
