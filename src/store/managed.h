#ifndef VIVA_STORE_MANAGED_H
#define VIVA_STORE_MANAGED_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
struct err;
/*
 * The folder "backups" beside a database: copies that viva makes by itself.  For viva.db they are
 *
 *      viva-20260308-120000.db             made by the way, thinned out
 *      viva-format-1.db                    the file before a migration
 *      viva-replaced-20260308-120000.db    the file that a restore took the place of
 *
 * with times in UTC.  The last two stay until their owner or `viva forget` takes them away.
 */

/*
 * A free path in the folder for `what` ("format-1", "replaced-20260308-120000"); the folder is made if
 * need be.  The caller frees it.  NULL with `err` set.
 */
char *managed_free_path(const char *real_path, const char *what, struct err *err);
/* "20260308-120000" */
void managed_stamp(int64_t wall_us, char out[32]);

/* Every file of the folder that belongs to the database, those made by the way first, newest first. */
struct managed_list { struct managed_file { char *path; int64_t at_s; /* -1: not made by the way */ } *v; size_t count; };
/* 0 and an empty list if there is no folder. */
int managed_list_read(const char *real_path, struct managed_list *out, struct err *err);
void managed_list_free(struct managed_list *l);

/* Takes away what viva left half made beside the database and in the folder. */
int managed_sweep(const char *real_path, struct err *err);

/*
 * Which of `count` backups, newest first, are kept: `keep[i]`.  Times are seconds.  The newest ones, and the
 * newest of each of the last days, weeks and months that have one.
 */
#define MANAGED_RECENT 5
#define MANAGED_DAYS 7
#define MANAGED_WEEKS 8
#define MANAGED_MONTHS 12       /* of 30 days */
void managed_thin(const int64_t *at_s, size_t count, bool *keep);

#endif
