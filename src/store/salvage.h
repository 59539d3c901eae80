#ifndef VIVA_STORE_SALVAGE_H
#define VIVA_STORE_SALVAGE_H
#include "store/adopt.h"
#include "store/db.h"
#include "store/managed.h"
#include "store/rows.h"
struct arena;
struct err;
/* Files of records in any state, and the logs of sessions in them as far as they can be read. */

/* A file that records may be found in. */
struct source {
	struct store st;                /* db NULL: it cannot be read at all; real_path: our copy, if it is one */
	const char *name;               /* of the file */
};

/* A log as far as it could be read. */
struct log {
	struct session_row row;
	struct adoptee a;
	size_t room;
	struct arena *arena;            /* of the row's strings and the texts */
};

struct sources { struct source *v; size_t count; };

/*
 * The damaged file `real`, by way of a copy beside `beside`, then its backups, newest first; borrows
 * the names.  Close with sources_close(), also after a failure.
 */
int sources_open(struct sources *out, const char *real, const struct managed_list *backups, const char *beside,
    struct err *err);
void sources_close(struct sources *s);
/* Fills `l` with what `s` has of the session; nothing is no error.  Release with log_finish(), also after a failure. */
int log_read(struct log *l, struct source *s, int64_t id, struct err *err);
void log_finish(struct log *l);

#endif
