#include "store/migrate.h"

#include <inttypes.h>
#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/backup.h"
#include "store/bytes.h"
#include "store/db.h"
#include "store/managed.h"
#include "store/schema.h"
#include "viva/buf.h"
#include "viva/err.h"

/* How often the copy before a migration starts again because someone wrote meanwhile. */
#define BACKUP_TRIES 5

/* ---- what the file is ---- */

static int
read_version(struct store *st, int64_t *application, int64_t *version, int64_t *objects, struct err *err)
{
	if (db_exec_int(st, "PRAGMA application_id", application, err) != 0 ||
	    db_exec_int(st, "PRAGMA user_version", version, err) != 0)
		return -1;
	return db_exec_int(st, "SELECT count(*) FROM sqlite_schema", objects, err);
}

int
schema_version(struct store *st, int64_t *version, struct err *err)
{
	int64_t application = 0, objects = 0;
	bool alone = sqlite3_get_autocommit(st->db) != 0;
	int result;

	*version = SCHEMA_EMPTY;
	/* In one transaction, so that all three are of one moment: another viva may be making the tables. */
	if (alone && db_exec(st, "BEGIN", err) != 0)
		return -1;
	result = read_version(st, &application, version, &objects, err);
	if (alone)
		result = db_end(st, result, err);
	if (result != 0)
		return -1;
	if (application == 0 && *version == 0 && objects == 0) {
		*version = SCHEMA_EMPTY;
		return 0;
	}
	if (application != SCHEMA_APPLICATION_ID || *version < 1)
		return err_set(err, EXIT_DAMAGED, "%s is a database of another program, not of viva",
		    st->path);
	return 0;
}

static void
hash_column(SHA2_CTX *c, sqlite3_stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt, column);
	int len = sqlite3_column_bytes(stmt, column);
	uint8_t prefix[8];

	put_be64(prefix, text != NULL ? len : -1);
	SHA256Update(c, prefix, sizeof prefix);
	if (text != NULL)
		SHA256Update(c, text, (size_t)len);
}

int
schema_fingerprint(struct store *st, char hex[65], struct err *err)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	sqlite3_stmt *stmt = NULL;
	SHA2_CTX c;
	int rc = sqlite3_prepare_v2(st->db, "SELECT type, name, tbl_name, sql FROM sqlite_schema "
	    "ORDER BY type, name", -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return db_fail(st, rc, err);
	SHA256Init(&c);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW)
		for (int i = 0; i < 4; i++)
			hash_column(&c, stmt, i);
	SHA256Final(digest, &c);
	sqlite3_finalize(stmt);
	if (rc != SQLITE_DONE)
		return db_fail(st, rc, err);
	for (size_t i = 0; i < sizeof digest; i++)
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	return 0;
}

int
schema_check(struct store *st, const char *fingerprint, struct err *err)
{
	char hex[65];

	if (schema_fingerprint(st, hex, err) != 0)
		return -1;
	if (strcmp(hex, fingerprint) != 0)
		return db_damaged(st, err, "another program changed its tables, triggers or views");
	return 0;
}

/* ---- making and changing it ---- */

static int
set_version(struct store *st, int64_t version, int64_t wall_us, struct err *err)
{
	char sql[256];

	snprintf(sql, sizeof sql, "PRAGMA user_version = %" PRId64 "; "
	    "INSERT INTO meta (key, value) "
	    "VALUES ('writer', '" VIVA_VERSION "'), ('written_us', '%" PRId64 "') "
	    "ON CONFLICT (key) DO UPDATE SET value = excluded.value", version, wall_us);
	return db_exec(st, sql, err);
}

static int
check_foreign_keys(struct store *st, struct err *err)
{
	int64_t broken;

	if (db_exec_int(st, "SELECT count(*) FROM pragma_foreign_key_check", &broken, err) != 0)
		return -1;
	return broken == 0 ? 0 : db_damaged(st, err, "%" PRId64 " rows refer to nothing", broken);
}

static int
take_steps(struct store *st, int64_t from, int64_t to, const struct migration *steps, int64_t wall_us,
    struct err *err)
{
	for (int64_t version = from; version < to; version++) {
		const struct migration *m = &steps[version - 1];

		for (size_t i = 0; i < m->sql_count; i++)
			if (db_exec(st, m->sql[i], err) != 0)
				return -1;
		if (schema_check(st, m->fingerprint, err) != 0)
			return -1;
	}
	if (set_version(st, to, wall_us, err) != 0)
		return -1;
	return check_foreign_keys(st, err);
}

static int
create_in_transaction(struct store *st, int64_t wall_us, struct err *err)
{
	char sql[64];
	int64_t version = SCHEMA_EMPTY;

	if (schema_version(st, &version, err) != 0)
		return -1;
	if (version != SCHEMA_EMPTY)
		return 0;               /* another viva was first */
	snprintf(sql, sizeof sql, "PRAGMA application_id = %d", SCHEMA_APPLICATION_ID);
	if (db_exec(st, sql, err) != 0)
		return -1;
	for (size_t i = 0; i < schema_sql_count; i++)
		if (db_exec(st, schema_sql[i], err) != 0)
			return -1;
	return take_steps(st, 1, SCHEMA_VERSION, schema_steps, wall_us, err);
}

int
schema_create(struct store *st, int64_t wall_us, struct err *err)
{
	if (db_exec(st, "BEGIN EXCLUSIVE", err) != 0)
		return -1;
	return db_end(st, create_in_transaction(st, wall_us, err), err);
}

/*
 * Copies the file and takes the lock on it in the state that was copied: SQLite cannot copy
 * inside the transaction, so if another wrote in between, the copy is made anew.
 */
static int
copy_and_lock(struct store *st, const char *copy, struct err *err)
{
	for (int i = 0; i < BACKUP_TRIES; i++) {
		int64_t before, after;

		if (db_exec_int(st, "PRAGMA data_version", &before, err) != 0 ||
		    (copy != NULL && backup_copy(st, copy, err) != 0) ||
		    db_exec(st, "BEGIN EXCLUSIVE", err) != 0)
			return -1;
		if (db_exec_int(st, "PRAGMA data_version", &after, err) != 0)
			return db_end(st, -1, err);
		if (before == after)
			return 0;
		db_end(st, -1, NULL);
	}
	return err_set(err, EXIT_HELD, "%s is in use: close the other viva, then try again", st->path);
}

int
schema_migrate(struct store *st, int64_t from, int64_t to, const struct migration *steps,
    int64_t wall_us, struct buf *notice, struct err *err)
{
	char what[32], *copy = NULL;
	int result = -1;

	snprintf(what, sizeof what, "format-%" PRId64, from);
	if (!st->passing && (copy = managed_free_path(st->real_path, what, err)) == NULL)
		return -1;
	if (copy_and_lock(st, copy, err) != 0)
		goto out;
	result = db_end(st, take_steps(st, from, to, steps, wall_us, err), err);
	if (result == 0 && notice != NULL && copy != NULL)
		buf_printf(notice, "%s%s was brought from format %" PRId64 " to %" PRId64 "; "
		    "the old one is kept as %s", notice->len > 0 ? "; " : "", st->path, from, to, copy);
out:
	free(copy);
	return result;
}
