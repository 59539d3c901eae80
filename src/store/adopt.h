#ifndef VIVA_STORE_ADOPT_H
#define VIVA_STORE_ADOPT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/log.h"
#include "viva/digest.h"
#include "viva/record.h"
#include "viva/scoring.h"
struct buf;
struct err;
struct person_row;
struct store;
/*
 * Records from elsewhere (an export, a damaged file, a backup) become records here.  Nothing is
 * believed: chains, digests and the replay are computed anew, and the numbers and projections are
 * our own.  All of it runs inside a transaction of the caller.
 */

/* A log as it was found; everything is borrowed. */
struct adopted_log {
	struct event_row *rows;         /* with the links as found */
	size_t count;
	struct log_text *texts;         /* in order of seq */
	size_t text_count;
};

/* A session as it was found; everything is borrowed. */
struct adoptee {
	struct session_head head;       /* number: the one it had; names do not matter */
	int64_t candidate, interviewer; /* person ids; 0: none */
	struct adopted_log log;
};

/*
 * How many events of the log of `id` follow each other from the first on and have the link that was found with
 * them; `first` is the link before the first.
 */
size_t adopted_good_events(const struct adopted_log *log, int64_t id, const uint8_t first[DIGEST_BYTES]);
/* That of a session. */
size_t adoptee_good_events(const struct adoptee *a);
/* Adds a log as it is. */
int adopted_log_add(struct store *st, const struct log *to, const struct adopted_log *log, struct err *err);

enum { ADOPT_KNOWN = 1, ADOPT_DIFFERS = 2 };
/* Whether the log `with`, which is here, holds the last of these events, of which there must be one. */
int adopted_log_compare(
    struct store *st, const struct log *with, const struct adopted_log *log, struct err *err);

/*
 * Adds the person, unless their id is known here (ADOPT_KNOWN).  If the name is taken by someone else they
 * become "NAME (2)", and `renamed` receives a line.  row->same_as is left to adopt_same_as().
 */
int adopt_person(
    struct store *st, int64_t id, const struct person_row *row, struct buf *renamed, struct err *err);
/*
 * The entry `id` is the person `same_as`.  ADOPT_KNOWN: it is known here to be someone's, which stands;
 * ADOPT_DIFFERS: `same_as` is not here, or itself a second entry.
 */
int adopt_same_as(struct store *st, int64_t id, int64_t same_as, struct err *err);
/* Adds the text of an item; EXIT_FINDINGS unless its SHA-256 is `sha256`. */
int adopt_snapshot(struct store *st, const uint8_t sha256[DIGEST_BYTES], const char *body, size_t len,
    struct err *err);

#define ADOPT_NUMBER_MAX 1000000000     /* session numbers: what a person may still type */
/*
 * Adds a session whose events are good and whose people and snapshots are there, and loads it back.
 * It keeps its number where that was never given away here.  ADOPT_KNOWN: it is here with the
 * same events, or more; ADOPT_DIFFERS: another session has its id.
 */
int adopt_session(struct store *st, const struct adoptee *a, struct err *err);

/* The marks of a further rater as they were found; everything is borrowed. */
struct adopted_scoring {
	struct scoring_head head;       /* the name does not matter */
	int64_t rater;                  /* person id */
	struct adopted_log log;
};

/* As adoptee_good_events(); the session must be here. */
int adopted_scoring_good_events(
    struct store *st, const struct adopted_scoring *a, size_t *good, struct err *err);
/* As adopt_session(): ADOPT_DIFFERS also where the rater has another scoring of the session here. */
int adopt_scoring(struct store *st, const struct adopted_scoring *a, struct err *err);

#endif
