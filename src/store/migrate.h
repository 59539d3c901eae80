#ifndef VIVA_STORE_MIGRATE_H
#define VIVA_STORE_MIGRATE_H
#include <stddef.h>
#include <stdint.h>
struct buf;
struct err;
struct store;
/* What the file is, and how it becomes what this viva writes. */

/* The statements that bring one version to the next, and the fingerprint they end in. */
struct migration {
	const char *const *sql;
	size_t sql_count;
	const char *fingerprint;        /* of the version reached */
};

#define SCHEMA_EMPTY 0
/*
 * The schema version of an open file, SCHEMA_EMPTY if nothing was ever written to it.  Foreign
 * files fail with EXIT_DAMAGED.
 */
int schema_version(struct store *st, int64_t *version, struct err *err);
/* Fails with EXIT_DAMAGED unless the file's schema has this SHA-256. */
int schema_check(struct store *st, const char *fingerprint, struct err *err);
/* The SHA-256 of the file's schema in hex: of type, name, table and SQL of each object, sorted. */
int schema_fingerprint(struct store *st, char hex[65], struct err *err);
/* Makes an empty file ours, unless another process was first. */
int schema_create(struct store *st, int64_t wall_us, struct err *err);
/*
 * Brings a file from version `from` to `to`; steps[0] leads from version 1 to 2.  First copies
 * it among its backups (managed.h), then takes all steps in one transaction.  Adds a line to `notice`.
 */
int schema_migrate(struct store *st, int64_t from, int64_t to, const struct migration *steps,
    int64_t wall_us, struct buf *notice, struct err *err);

#endif
