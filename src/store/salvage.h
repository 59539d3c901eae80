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
int sources_open(struct sources *out, const char *real, const struct managed_list *backups,
    const char *beside, struct err *err);
void sources_close(struct sources *s);
/*
 * Fills `l` with what `s` has of the session; nothing is no error.  Release with log_finish(), also after a
 * failure.
 */
int log_read(struct log *l, struct source *s, int64_t id, struct err *err);
void log_finish(struct log *l);

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
 * Looks in `s` for the text of the event `ev` of `of`, by SQL_ENTRY_GET or SQL_SCORING_TEXT_GET; 1: found, in
 * `arena`.
 */
int salvage_text(struct source *s, enum sql_id how, int64_t of, const struct event *ev,
    struct adopted_text *t, struct arena *arena, struct err *err);
/* The marks of further raters for a session that was saved, each in a transaction of its own. */
int salvage_scorings(struct salvage *sv, int64_t session, int64_t number, struct err *err);

#endif
