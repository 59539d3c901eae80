#ifndef VIVA_STORE_SCHEMA_H
#define VIVA_STORE_SCHEMA_H
#include <stddef.h>

#include "store/migrate.h"
/* What the file looks like: the statements that make it, and how it is recognised. */
#define SCHEMA_APPLICATION_ID 0x56495641        /* "VIVA" */
#define SCHEMA_VERSION 2                        /* kept in user_version */

/*
 * Makes an empty file one of version 1, which the steps bring to SCHEMA_VERSION: so new files and old become
 * the same.
 */
extern const char *const schema_sql[];
extern const size_t schema_sql_count;
/* schema_steps[0] leads from version 1 to 2. */
extern const struct migration schema_steps[];

/*
 * SHA-256 of the schema of each version, in hex, as schema_fingerprint() takes it: a file that
 * differs was changed by something else.  Index 0 is version 1.
 */
extern const char *const schema_fingerprints[];

#endif
