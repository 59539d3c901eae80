#ifndef VIVA_STORE_DB_H
#define VIVA_STORE_DB_H
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/sql.h"
#include "viva/store.h"
struct err;
/* The one place that speaks to SQLite: errors, transactions, and a statement as a run of values. */

enum store_right {              /* what the authorizer lets statements do */
	RIGHT_SETUP,            /* while opening: pragmas, making and migrating the schema */
	RIGHT_WORK,             /* reading and adding to records, nothing else */
	RIGHT_FORGET,           /* and taking records away */
	RIGHT_RENAME,           /* as RIGHT_WORK, and giving a person another name */
	RIGHT_VACUUM            /* writing the file anew: SQLite attaches the new one for a moment */
};

struct store {
	sqlite3 *db;
	char *path;                     /* as given, for messages */
	char *real_path;                /* without symbolic links on the way */
	bool writable;
	bool passing;                   /* a copy that we made and will move: it gets no backups of its own */
	enum store_right right;
	sqlite3_stmt *statements[SQL_COUNT];    /* prepared on first use */
};

/* open.c: as store_open() to write, for a copy that we made and will move or remove. */
int store_open_passing(struct store **out, const char *path, int64_t wall_us, struct err *err);
/*
 * Says what a result code of SQLite means for the person and the exit status.  Returns -1.
 */
int db_fail(const struct store *st, int rc, struct err *err);
/* For a file that is not what we wrote: EXIT_DAMAGED, "PATH: <what>; ..." and what helps. */
int db_damaged(const struct store *st, struct err *err, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Runs SQL text that gives no rows. */
int db_exec(struct store *st, const char *sql, struct err *err);
/* The single integer that a pragma or query gives. */
int db_exec_int(struct store *st, const char *sql, int64_t *value, struct err *err);

/* ---- transactions ---- */

/* Takes the write lock at once, so that no statement later finds it taken. */
int db_begin_write(struct store *st, struct err *err);
int db_begin_read(struct store *st, struct err *err);
/*
 * Commits, or takes everything back; in both cases no transaction is open afterwards.  Returns
 * `result`, or -1 if the commit failed.
 */
int db_end(struct store *st, int result, struct err *err);

/* ---- statements ---- */

/*
 * A statement in use.  Parameters are put and columns are taken from left to right, so that
 * code reads like the SQL.  Failures stick: putting cannot fail visibly, query_step() reports
 * it; a column that is not of the type or range asked for sets `bad`, which query_good() reports.
 */
struct query {
	struct store *st;
	sqlite3_stmt *stmt;
	int rc;
	int parameter, column;          /* last put, next to take */
	bool bad;
};

/* Begins with statement `id`; end with query_end(). */
void query_start(struct query *q, struct store *st, enum sql_id id);
void query_put(struct query *q, int64_t value);
/* The bytes must stay until query_end(). */
void query_put_text(struct query *q, const char *s, size_t len);
void query_put_str(struct query *q, const char *s);
void query_put_blob(struct query *q, const void *data, size_t len);
void query_put_null(struct query *q);
/* 1: a row; 0: no more; -1. */
int query_step(struct query *q, struct err *err);
/* Runs a statement that gives no row, and ends it. */
int query_run(struct query *q, struct err *err);
/* True if the next column is NULL, which is then passed over. */
bool query_take_null(struct query *q);
int64_t query_take(struct query *q);
/* A value of `min`..`max`; `min` if it is none. */
int64_t query_take_in(struct query *q, int64_t min, int64_t max);
/* UTF-8; borrowed until the next step; never NULL; NUL-terminated. */
const char *query_take_text(struct query *q, size_t *len);
const uint8_t *query_take_blob(struct query *q, size_t *len);
void query_take_digest(struct query *q, uint8_t out[32]);
/* 0, or -1 (EXIT_DAMAGED) if a column of this row was not what it must be. */
int query_good(const struct query *q, const char *what, struct err *err);
/* Lets the statement go; harmless if called twice. */
void query_end(struct query *q);

#endif
