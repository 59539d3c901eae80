#ifndef VIVA_STORE_SCHEMA_H
#define VIVA_STORE_SCHEMA_H
#include <stddef.h>
/* What the file looks like: the statements that make it, and how it is recognised. */
#define SCHEMA_APPLICATION_ID 0x56495641        /* "VIVA" */
#define SCHEMA_VERSION 1                        /* kept in user_version */

/* Makes an empty file one of SCHEMA_VERSION. */
extern const char *const schema_sql[];
extern const size_t schema_sql_count;

/*
 * SHA-256 of the schema of each version, in hex, as schema_fingerprint() takes it: a file that
 * differs was changed by something else.  Index 0 is version 1.
 */
extern const char *const schema_fingerprints[];

#endif
