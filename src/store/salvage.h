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
	struct store st;                /* db NULL: it cannot be read at all; real_path: our copy, if it is
					 * one */
	const char *name;               /* of the file */
};

/* A session as far as it could be read. */
struct salvaged {
	struct session_row row;
	struct adoptee a;
	struct arena *arena;            /* of the row's strings and the texts */
};

struct sources { struct source *v; size_t count; };

/*
 * The damaged file `real`, by way of a copy beside `beside`, then its backups, newest first; borrows
 * the names.  Close with sources_close(), also after a failure.
 */
int sources_open(struct sources *out, const char *real, const struct managed_list *backups,
    const char *beside, struct err *err);
void sources_close(struct sources *s);
/*
 * The rows of a log up to the first that cannot be read, whether they are good or not; nothing is no error.
 * Release with salvaged_log_finish(), also after a failure.
 */
int source_log(struct source *s, const struct log *which, struct adopted_log *out, struct err *err);
void salvaged_log_finish(struct adopted_log *log);
/*
 * Fills `l` with what `s` has of the session, up to the last event whose chain holds; nothing is no error.
 * Release with salvaged_finish(), also after a failure.
 */
int salvaged_read(struct salvaged *l, struct source *s, int64_t id, struct err *err);
void salvaged_finish(struct salvaged *l);

/* ---- what is being saved (salvage.c) ---- */

struct found;
struct salvage {
	struct sources sources;
	struct found *sessions;
	size_t session_count, session_room;
	struct store *to;
	int64_t wall_us;
	struct store_salvage *out;
};

/* Saves a name from wherever it can be read; inside a transaction. */
int salvage_person(struct salvage *sv, int64_t id, struct err *err);
/*
 * Finds the texts of all notes of `log`, in `arena`; one that is nowhere to be found counts as erased, and is
 * counted in `*lost`.
 */
int salvage_texts(struct salvage *sv, const struct log *which, struct adopted_log *log, struct arena *arena,
    int64_t *lost, struct err *err);
/* The marks of further raters for a session that was saved, each in a transaction of its own. */
int salvage_scorings(struct salvage *sv, int64_t session, int64_t number, struct err *err);

#endif
