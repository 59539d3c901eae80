/*
 * Opening the database: what the file is comes first, what SQLite makes of it second, what
 * it holds third.  A file that is refused is left as it was.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "store/bytes.h"
#include "store/db.h"
#include "store/file.h"
#include "store/guard.h"
#include "store/migrate.h"
#include "store/schema.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"

/* After an unclean end a file up to this size is checked when opened: some 30 ms for each MiB. */
#define QUICK_CHECK_MAX_BYTES (16 << 20)

enum { SQLITE_HEADER_BYTES = 100, HEADER_WRITE_VERSION = 18, HEADER_READ_VERSION = 19,
    HEADER_APPLICATION = 68 };

/* What a look at the file told. */
struct found {
	bool missing;
	bool unclean;           /* a journal was left: someone died, or is writing just now */
	off_t size;
};

static void
note(struct buf *notice, const char *path, const char *what)
{
	if (notice != NULL)
		buf_printf(notice, "%s%s %s", notice->len > 0 ? "; " : "", path, what);
}

/* ---- the file ---- */

/* Sets real_path.  SQLite refuses symbolic links anywhere in a path; we refuse only the file itself. */
static int
resolve(struct store *st, enum store_mode mode, struct err *err)
{
	const char *slash = strrchr(st->path, '/');
	const char *name = slash != NULL ? slash + 1 : st->path;
	int result;

	if (*name == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return err_set(err, EXIT_IO, "%s is a directory: name a file in it", st->path);
	result = file_real_path(st->path, mode == STORE_WRITE, &st->real_path, err);
	return result == FILE_NO_DIRECTORY ? STORE_NOT_FOUND : result;
}

static int
check_header(const struct store *st, int fd, struct found *f, struct err *err)
{
	uint8_t head[SQLITE_HEADER_BYTES];
	ssize_t n = file_read_at(fd, head, sizeof head, 0);

	if (n < 0)
		return err_errno(err, "cannot read %s", st->path);
	if (n == 0 || (f->unclean && n < (ssize_t)sizeof head))
		return 0;
	/* A first commit that was cut may have left anything; its journal takes it back. */
	if (n < (ssize_t)sizeof head || memcmp(head, "SQLite format 3", 16) != 0)
		return f->unclean ? 0 : err_set(err, EXIT_DAMAGED, "%s is not a database of viva", st->path);
	if (head[HEADER_WRITE_VERSION] != 1 || head[HEADER_READ_VERSION] != 1)
		return err_set(err, EXIT_DAMAGED, "%s is in SQLite's WAL mode, which viva does not use: "
		    "another program changed it", st->path);
	if (!f->unclean && get_be32(head + HEADER_APPLICATION) != SCHEMA_APPLICATION_ID)
		return err_set(err, EXIT_DAMAGED, "%s is a database of another program, not of viva",
		    st->path);
	return 0;
}

static int
tighten(const struct store *st, int fd, const struct stat *sb, struct buf *notice, struct err *err)
{
	if ((sb->st_mode & 077) == 0)
		return 0;
	if (fchmod(fd, 0600) != 0)
		return errno == EROFS ? 0 : err_errno(err, "cannot make %s readable by you alone", st->path);
	note(notice, st->path, "could be read by others; now only you can");
	return 0;
}

static bool
has_journal(const struct store *st)
{
	struct stat sb;
	char *journal;
	bool found;

	if (asprintf(&journal, "%s-journal", st->real_path) < 0)
		return true;            /* then SQLite judges the file, or wants memory too */
	found = lstat(journal, &sb) == 0 && sb.st_size > 0;
	free(journal);
	return found;
}

/*
 * Judges an existing file.  Closing our descriptor would drop locks that another store of this
 * process holds on the same file; none is held between calls.
 */
static int
inspect(const struct store *st, struct found *f, struct buf *notice, struct err *err)
{
	struct stat sb, opened;
	int fd, result = -1;

	assert(st->real_path != NULL);
	*f = (struct found){ 0 };
	if (lstat(st->real_path, &sb) != 0) {
		f->missing = errno == ENOENT;
		return f->missing ? 0 : err_errno(err, "cannot look at %s", st->path);
	}
	if (S_ISLNK(sb.st_mode))
		return err_set(err, EXIT_DAMAGED, "%s is a symbolic link: name the file it leads to",
		    st->path);
	if (!S_ISREG(sb.st_mode))
		return err_set(err, EXIT_DAMAGED, "%s is not an ordinary file", st->path);
	if (sb.st_uid != geteuid())
		return err_set(err, EXIT_DAMAGED, "%s belongs to another user", st->path);
	fd = open(st->real_path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return err_errno(err, "cannot open %s", st->path);
	if (fstat(fd, &opened) != 0 || opened.st_ino != sb.st_ino || opened.st_dev != sb.st_dev) {
		err_set(err, EXIT_HELD, "%s is being replaced by another program: try again", st->path);
		goto out;
	}
	f->size = sb.st_size;
	f->unclean = has_journal(st);
	if (check_header(st, fd, f, err) == 0)
		result = tighten(st, fd, &sb, notice, err);
out:
	close(fd);
	return result;
}

static int
create_file(const struct store *st, struct err *err)
{
	int fd = open(st->real_path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0)
		return errno == EEXIST ? 0 : err_errno(err, "cannot make %s", st->path);
	close(fd);
	return file_sync_directory(st->real_path, err);
}

/* Locks and syncs of these are often not what they say. */
static void
warn_of_network(const struct store *st, struct buf *notice)
{
	static const uint32_t magics[] = {
		0x6969 /* NFS */, 0x517B /* SMB */, 0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB 2 */,
		0x65735546 /* FUSE */, 0x01021997 /* 9P */, 0x5346414F /* AFS */, 0x00C36400 /* Ceph */,
	};
	struct statfs fs;

	if (statfs(st->real_path, &fs) != 0)
		return;
	for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
		if ((uint32_t)fs.f_type == magics[i])
			note(notice, st->path,
			    "lies on a network file system, where a power cut can cost records: "
			    "a local disk is safer");
}

/* ---- the connection ---- */

static int
connect_to(struct store *st, enum store_mode mode, struct err *err)
{
	bool can_write = access(st->real_path, W_OK) == 0;
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX;
	int rc;

	if (mode == STORE_WRITE && !can_write)
		return err_errno(err, "cannot write %s", st->path);
	/* Reading needs the right to write too, where a journal has to be rolled back. */
	flags |= can_write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
	rc = sqlite3_open_v2(st->real_path, &st->db, flags, NULL);
	if (rc != SQLITE_OK)
		return db_fail(st, rc, err);
	st->writable = can_write;
	return guard_connection(st, err);
}

static int
quick_check(struct store *st, struct err *err)
{
	int64_t problems;

	if (db_exec_int(st, "SELECT count(*) FROM pragma_quick_check(1) WHERE quick_check <> 'ok'",
	    &problems, err) != 0)
		return -1;
	return problems == 0 ? 0 : db_damaged(st, err, "the database is damaged");
}

/* ---- what it holds ---- */

static int
refuse_newer(struct store *st, int64_t version, struct err *err)
{
	char writer[32] = "a newer one";
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(st->db, "SELECT value FROM meta WHERE key = 'writer'", -1, &stmt,
	    NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_type(stmt, 0) == SQLITE_TEXT)
		snprintf(writer, sizeof writer, "viva %s", (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return err_set(err, EXIT_NEWER,
	    "%s has format %" PRId64 ", written by %s; viva %s knows formats up to %d: "
	    "install the newer viva", st->path, version, writer, VIVA_VERSION, SCHEMA_VERSION);
}

/* Makes, accepts, migrates or refuses the content. */
static int
settle_schema(struct store *st, enum store_mode mode, int64_t wall_us, struct buf *notice, struct err *err)
{
	int64_t version;

	if (schema_version(st, &version, err) != 0)
		return -1;
	if (version == SCHEMA_EMPTY) {
		if (mode == STORE_READ)
			return STORE_NOT_FOUND;
		if (schema_create(st, wall_us, err) != 0 || schema_version(st, &version, err) != 0)
			return -1;
	}
	if (version > SCHEMA_VERSION)
		return refuse_newer(st, version, err);
	if (schema_check(st, schema_fingerprints[version - 1], err) != 0)
		return -1;
	if (version == SCHEMA_VERSION)
		return 0;
	if (!st->writable)
		return err_set(err, EXIT_IO, "%s has the older format %" PRId64 " and cannot be written: "
		    "copy it to where it can", st->path, version);
	return schema_migrate(st, version, SCHEMA_VERSION, schema_steps, wall_us, notice, err);
}

static int
open_steps(struct store *st, enum store_mode mode, int64_t wall_us, struct buf *notice, struct err *err)
{
	struct found f;
	int result = resolve(st, mode, err);

	if (result != 0)
		return result;
	if (inspect(st, &f, notice, err) != 0)
		return -1;
	if ((f.missing || (f.size == 0 && !f.unclean)) && mode == STORE_READ)
		return STORE_NOT_FOUND;
	if (f.missing && create_file(st, err) != 0)
		return -1;
	warn_of_network(st, notice);
	if (connect_to(st, mode, err) != 0)
		return -1;
	if (f.unclean && f.size <= QUICK_CHECK_MAX_BYTES && quick_check(st, err) != 0)
		return -1;
	result = settle_schema(st, mode, wall_us, notice, err);
	if (result != 0)
		return result;
	if (mode == STORE_READ) {
		st->writable = false;
		if (db_exec(st, "PRAGMA query_only = ON", err) != 0)
			return -1;
	}
	st->right = RIGHT_WORK;
	return 0;
}

static int
open_as(struct store **out, const char *path, enum store_mode mode, bool passing, int64_t wall_us,
    struct buf *notice, struct err *err)
{
	struct store *st = calloc(1, sizeof *st);
	int result = -1;

	*out = NULL;
	if (st == NULL || (st->path = strdup(path)) == NULL) {
		err_memory(err);
	} else {
		st->passing = passing;
		result = open_steps(st, mode, wall_us, notice, err);
	}
	if (result == 0)
		*out = st;
	else
		store_close(st);
	return result;
}

int
store_open(struct store **out, const char *path, enum store_mode mode, int64_t wall_us,
    struct buf *notice, struct err *err)
{
	return open_as(out, path, mode, false, wall_us, notice, err);
}

int
store_open_passing(struct store **out, const char *path, int64_t wall_us, struct err *err)
{
	return open_as(out, path, STORE_WRITE, true, wall_us, NULL, err);
}

void
store_close(struct store *st)
{
	if (st == NULL)
		return;
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(st->statements[i]);
	sqlite3_close(st->db);
	free(st->path);
	free(st->real_path);
	free(st);
}

const char *
store_path(const struct store *st)
{
	return st->path;
}
