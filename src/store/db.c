#include "store/db.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "viva/err.h"
#include "viva/text.h"

/* ---- errors ---- */

static int
fail_io(const struct store *st, int rc, struct err *err)
{
	int why = st->db != NULL ? sqlite3_system_errno(st->db) : 0;

	return err_set(err, EXIT_IO, "cannot read or write %s (%s): what was saved before is safe, "
	    "the last change was not saved", st->path, why != 0 ? strerror(why) : sqlite3_errstr(rc));
}

int
db_fail(const struct store *st, int rc, struct err *err)
{
	if (rc == SQLITE_IOERR_NOMEM)
		return err_memory(err);
	if (rc == SQLITE_READONLY_DBMOVED)
		return err_set(err, EXIT_IO, "%s was deleted or moved while it was in use: what was done since is not "
		    "saved; put the file back where it was, or a backup in its place", st->path);
	switch (rc & 0xff) {
	case SQLITE_NOMEM:
		return err_memory(err);
	case SQLITE_FULL:
		return err_set(err, EXIT_IO, "disk full: nothing that was saved in %s is lost, the last "
		    "change was not saved; make room and try again", st->path);
	case SQLITE_BUSY: case SQLITE_LOCKED:
		return err_set(err, EXIT_HELD, "%s is busy: another program has been using it for some "
		    "seconds; try again", st->path);
	case SQLITE_READONLY: case SQLITE_PERM: case SQLITE_CANTOPEN:
		return err_set(err, EXIT_IO, "cannot write %s (%s): make the file and its directory "
		    "writable, or name another with --db", st->path, sqlite3_errstr(rc));
	case SQLITE_CORRUPT: case SQLITE_NOTADB: case SQLITE_FORMAT:
		return db_damaged(st, err, "the database is damaged (%s)", sqlite3_errstr(rc));
	case SQLITE_TOOBIG:
		return err_set(err, EXIT_FINDINGS, "%s: a text is too long to be stored", st->path);
	case SQLITE_CONSTRAINT:
		return db_damaged(st, err, "the database contradicts itself (%s)",
		    st->db != NULL ? sqlite3_errmsg(st->db) : sqlite3_errstr(rc));
	case SQLITE_IOERR:
		return fail_io(st, rc, err);
	default:
		return err_set(err, EXIT_IO, "%s: %s", st->path,
		    st->db != NULL ? sqlite3_errmsg(st->db) : sqlite3_errstr(rc));
	}
}

int
db_damaged(const struct store *st, struct err *err, const char *fmt, ...)
{
	char what[ERR_TEXT_BYTES];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	return err_set(err, EXIT_DAMAGED, "%s: %s; it was left as it is: `viva db salvage NEW` saves what can be "
	    "read, `viva db restore FILE` puts a backup in its place", st->path, what);
}

int
db_exec(struct store *st, const char *sql, struct err *err)
{
	int rc = sqlite3_exec(st->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? 0 : db_fail(st, rc, err);
}

int
db_exec_int(struct store *st, const char *sql, int64_t *value, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(st->db, sql, -1, &stmt, NULL);

	*value = 0;
	if (rc == SQLITE_OK) {
		rc = sqlite3_step(stmt);
		if (rc == SQLITE_ROW) {
			*value = sqlite3_column_int64(stmt, 0);
			rc = SQLITE_OK;
		} else if (rc == SQLITE_DONE) {
			rc = SQLITE_CORRUPT;
		}
	}
	sqlite3_finalize(stmt);
	return rc == SQLITE_OK ? 0 : db_fail(st, rc, err);
}

/* ---- transactions ---- */

int
db_begin_write(struct store *st, struct err *err)
{
	if (!st->writable)
		return db_fail(st, SQLITE_READONLY, err);
	return db_exec(st, "BEGIN IMMEDIATE", err);
}

int
db_begin_read(struct store *st, struct err *err)
{
	return db_exec(st, "BEGIN", err);
}

int
db_end(struct store *st, int result, struct err *err)
{
	/* A statement that still stands on a row would keep its lock. */
	for (int i = 0; i < SQL_COUNT; i++)
		if (st->statements[i] != NULL)
			sqlite3_reset(st->statements[i]);
	if (result >= 0 && db_exec(st, "COMMIT", err) != 0)
		result = -1;
	/* SQLite may have rolled back by itself; if even this fails the next BEGIN says so. */
	if (!sqlite3_get_autocommit(st->db))
		sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	return result;
}

/* ---- statements ---- */

void
query_start(struct query *q, struct store *st, enum sql_id id)
{
	*q = (struct query){ .st = st, .rc = SQLITE_OK };
	if (st->statements[id] == NULL)
		q->rc = sqlite3_prepare_v3(st->db, sql_text[id], -1, SQLITE_PREPARE_PERSISTENT,
		    &st->statements[id], NULL);
	q->stmt = st->statements[id];
}

static bool
may_put(struct query *q)
{
	q->parameter++;
	return q->rc == SQLITE_OK;
}

void
query_put(struct query *q, int64_t value)
{
	if (may_put(q))
		q->rc = sqlite3_bind_int64(q->stmt, q->parameter, value);
}

void
query_put_text(struct query *q, const char *s, size_t len)
{
	if (may_put(q))
		q->rc = sqlite3_bind_text64(q->stmt, q->parameter, s, len, SQLITE_STATIC, SQLITE_UTF8);
}

void
query_put_str(struct query *q, const char *s)
{
	query_put_text(q, s, strlen(s));
}

void
query_put_blob(struct query *q, const void *data, size_t len)
{
	if (may_put(q))
		q->rc = sqlite3_bind_blob64(q->stmt, q->parameter, data, len, SQLITE_STATIC);
}

void
query_put_null(struct query *q)
{
	if (may_put(q))
		q->rc = sqlite3_bind_null(q->stmt, q->parameter);
}

int
query_step(struct query *q, struct err *err)
{
	q->column = 0;
	q->bad = false;
	if (q->rc != SQLITE_OK)
		return db_fail(q->st, q->rc, err);
	switch (sqlite3_step(q->stmt)) {
	case SQLITE_ROW:
		return 1;
	case SQLITE_DONE:
		return 0;
	default:
		q->rc = sqlite3_extended_errcode(q->st->db);
		return db_fail(q->st, q->rc, err);
	}
}

int
query_run(struct query *q, struct err *err)
{
	int result = query_step(q, err);

	query_end(q);
	return result < 0 ? -1 : 0;
}

/* The next column if it has that type, else -1: a damaged file may hold anything anywhere. */
static int
take_column(struct query *q, int type)
{
	int column = q->column++;

	if (column < sqlite3_column_count(q->stmt) && sqlite3_column_type(q->stmt, column) == type)
		return column;
	q->bad = true;
	return -1;
}

bool
query_take_null(struct query *q)
{
	if (sqlite3_column_type(q->stmt, q->column) != SQLITE_NULL)
		return false;
	q->column++;
	return true;
}

int64_t
query_take(struct query *q)
{
	int column = take_column(q, SQLITE_INTEGER);

	return column >= 0 ? sqlite3_column_int64(q->stmt, column) : 0;
}

int64_t
query_take_in(struct query *q, int64_t min, int64_t max)
{
	int64_t value = query_take(q);

	if (value >= min && value <= max)
		return value;
	q->bad = true;
	return min;
}

const char *
query_take_text(struct query *q, size_t *len)
{
	int column = take_column(q, SQLITE_TEXT);
	const char *text = column >= 0 ? (const char *)sqlite3_column_text(q->stmt, column) : NULL;

	size_t bytes = text != NULL ? (size_t)sqlite3_column_bytes(q->stmt, column) : 0;

	if (text == NULL || !text_valid(text, bytes))
		q->bad = true;
	if (len != NULL)
		*len = bytes;
	return text != NULL ? text : "";
}

const uint8_t *
query_take_blob(struct query *q, size_t *len)
{
	static const uint8_t none[1];
	int column = take_column(q, SQLITE_BLOB);
	const uint8_t *blob = column >= 0 ? sqlite3_column_blob(q->stmt, column) : NULL;

	*len = blob != NULL ? (size_t)sqlite3_column_bytes(q->stmt, column) : 0;
	return blob != NULL ? blob : none;      /* SQLite gives NULL for an empty one */
}

void
query_take_digest(struct query *q, uint8_t out[32])
{
	size_t len;
	const uint8_t *blob = query_take_blob(q, &len);

	if (len == 32)
		memcpy(out, blob, 32);
	else
		q->bad = true;
}

int
query_good(const struct query *q, const char *what, struct err *err)
{
	if (!q->bad)
		return 0;
	if (sqlite3_errcode(q->st->db) == SQLITE_NOMEM)
		return err_memory(err);
	return db_damaged(q->st, err, "%s holds an impossible value", what);
}

void
query_end(struct query *q)
{
	if (q->stmt != NULL) {
		sqlite3_reset(q->stmt);
		sqlite3_clear_bindings(q->stmt);
	}
	q->stmt = NULL;
	if (q->rc == SQLITE_OK)
		q->rc = SQLITE_MISUSE;          /* a further step would be our bug */
}
