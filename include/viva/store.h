#ifndef VIVA_STORE_H
#define VIVA_STORE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/record.h"
#include "viva/scoring.h"
struct buf;
struct diags;
struct err;
struct session;
/*
 * The records, in one SQLite file.  Truth is the append-only, hash-chained event log; every
 * other session table is a projection that store_check() rebuilds and compares.  Every change
 * is committed (rollback journal DELETE, synchronous EXTRA) before a function here returns 0:
 * what was accepted survives kill -9 and a power cut.  Reads no clock and no random source:
 * callers hand in wall time, ids and salts.
 */
struct store;

enum { STORE_NOT_FOUND = 1 };
#define STORE_SALT_BYTES 16
#define STORE_TEXT_MAX_BYTES (256u << 10)       /* one note or answer; the editor's cap */
#define STORE_NAME_MAX 200                      /* code points of a person's name */

/* WRITE creates the file and its directory if need be; both migrate where the file can be written. */
enum store_mode { STORE_WRITE, STORE_READ };

/*
 * Opens the database: refuses a symlink, another's file, a foreign or damaged file
 * (EXIT_DAMAGED) and a newer schema (EXIT_NEWER), tightens looser modes, applies migrations in
 * one transaction after a backup.  In STORE_READ a missing file is STORE_NOT_FOUND.
 * `notice` (may be NULL) receives one line for the person where something was done
 * (modes tightened, migrated, network file system), "" otherwise.
 */
int store_open(struct store **out, const char *path, enum store_mode mode, int64_t wall_us,
    struct buf *notice, struct err *err);
void store_close(struct store *st);
const char *store_path(const struct store *st);

/* ---- people ---- */

/*
 * The person meant by that name (trimmed, NFC, compared without case), made with `new_id` if unknown.
 * `canonical` (may be NULL) receives the name as stored.  A bad name (empty, too long, invalid
 * UTF-8, control characters) is EXIT_FINDINGS.
 */
int store_person(struct store *st, const char *name, int64_t new_id, int64_t wall_us, int64_t *id,
    struct buf *canonical, struct err *err);
/* Only the check of store_person(): fills `canonical`, writes nothing. */
int store_check_name(const char *name, struct buf *canonical, struct err *err);
/* Fills `canonical` with the name as stored; STORE_NOT_FOUND if nobody is called that. */
int store_known_person(struct store *st, const char *name, struct buf *canonical, struct err *err);
/* Who last sat a solo session, appended to `name`; STORE_NOT_FOUND if nobody did. */
int store_last_candidate(struct store *st, struct buf *name, struct err *err);

#define PERSON_NO_GOAL (-1)
#define PERSON_NO_EXTRA_TIME 1000
struct person_settings {
	int goal;                       /* grade to reach, or PERSON_NO_GOAL: the usual one */
	int extra_time_permille;        /* PERSON_NO_EXTRA_TIME or more */
};

/* A person who was entered twice stands here once, with the sessions of both entries. */
struct person_line {
	char *name;
	struct person_settings settings;
	char **also;                    /* other names they were entered under */
	size_t also_count;
	int64_t sat, led;               /* sessions */
	int64_t rated;                  /* sessions of which they are a further rater */
	int64_t last_us;                /* when the last one began, 0: none */
};
struct people_list { struct person_line *v; size_t count; };
/* Everyone, by name with case set aside; release with people_list_free(). */
int store_people(struct store *st, struct people_list *out, struct err *err);
void people_list_free(struct people_list *l);
/*
 * Gives the person called `name` the name `to`, and appends it to `canonical` as stored.  Sessions stay
 * as they are.  STORE_NOT_FOUND if nobody is called `name`; EXIT_FINDINGS if someone else is called `to`.
 */
int store_rename(struct store *st, const char *name, const char *to, struct buf *canonical, struct err *err);
/* STORE_NOT_FOUND if nobody is called that. */
int store_person_settings(struct store *st, const char *name, struct person_settings *out, struct err *err);
/* STORE_NOT_FOUND if nobody is called that; EXIT_FINDINGS if a setting is out of range. */
int store_set_person(struct store *st, const char *name, const struct person_settings *to, struct err *err);
/*
 * The person called `name` is the one called `into`, whose settings count from now on; both names mean
 * them, and `canonical` receives the one they have.  Sessions stay as they are: only who is meant by their
 * entries changes.  STORE_NOT_FOUND if nobody is called `name` or `into`; EXIT_FINDINGS if they are one
 * already, or both have a part in one session.
 */
int store_merge(struct store *st, const char *name, const char *into, struct buf *canonical, struct err *err);
/*
 * The entry called `name` is a person of its own again, with the settings it had and the sessions that were
 * begun under it before the merge; `from` receives the name of whom it was part.  STORE_NOT_FOUND if there is
 * no such entry; EXIT_FINDINGS if it is nobody's second one.
 */
int store_unmerge(struct store *st, const char *name, struct buf *from, struct err *err);

/* ---- writing sessions ---- */

struct store_text {
	const char *data;               /* UTF-8 */
	size_t len;
	uint8_t salt[STORE_SALT_BYTES];
};

/*
 * Stores a new session: head, snapshots (`snapshots[i]` is the canonical XML of position i, its
 * SHA-256 in the EV_DRAW event) and its first events, in one transaction.  Gives `head->number`.
 * Candidate and interviewer must be known (store_person()).  Idempotent by id and content.
 */
int store_begin(struct store *st, struct session_head *head, const struct buf *snapshots, size_t count,
    const struct session *s, const struct event *events, size_t event_count, int64_t wall_us,
    struct err *err);
/*
 * Appends one event and brings the projections of the state after it up to date, in one
 * transaction.  `text` goes with EV_NOTE and is NULL otherwise; its digest is set in `ev`.
 * `snapshot` goes with EV_SWAP.  Idempotent by (session, seq): the same event again is success, so
 * a failed call may be repeated; another event under that seq is EXIT_HELD.
 */
int store_append(struct store *st, const struct session *s, struct event *ev, const struct store_text *text,
    const struct buf *snapshot, int64_t wall_us, struct err *err);

/* ---- reading ---- */

/*
 * SESSION as people write it: a number, "last" (of `candidate`, or of anyone if NULL) or an id.
 * STORE_NOT_FOUND if there is none.
 */
int store_find(struct store *st, const char *session, const char *candidate, int64_t *id, struct err *err);
/* The latest unfinished session of `candidate` (NULL: of anyone), or STORE_NOT_FOUND. */
int store_find_unfinished(struct store *st, const char *candidate, int64_t *id, struct err *err);
/* The latest led session in which `person` had a part, or STORE_NOT_FOUND. */
int store_find_led_with(struct store *st, const char *person, int64_t *id, struct err *err);
/*
 * The latest session before led session `id` in which its two people had each other's part: the first half,
 * where `id` is the second half of an interview with roles reversed.  STORE_NOT_FOUND if there is none.
 */
int store_find_other_half(struct store *st, int64_t id, int64_t *other, struct err *err);
/*
 * The whole session, replayed from its events and compared with chain and digests; release with
 * record_free().  EXIT_DAMAGED names the first seq that is wrong.
 */
int store_load(struct store *st, int64_t id, struct record **out, struct err *err);
/*
 * A session engine standing where `r` stands.  Borrows from `r`, which must outlive it;
 * release with session_free().
 */
int store_replay(struct session **out, const struct record *r, struct err *err);

struct session_line {                   /* one row of `viva history` */
	int64_t id, number;
	enum mode mode;
	enum session_state state;
	char *candidate, *interviewer, *bank_id, *blueprint;    /* interviewer may be NULL */
	int64_t created_us;
	int utc_offset_min;
	int items, answered, rated, no_answers;
	int grade_sum;                  /* of the ratings that count */
	int within_limit;               /* answered items that kept their limit */
};
struct session_list { struct session_line *v; size_t count; };
/* Oldest first; `candidate` NULL: everyone's; nobody's is an empty list. */
int store_history(struct store *st, const char *candidate, struct session_list *out, struct err *err);
void session_list_free(struct session_list *l);

/* What `candidate` has met of each item of `bank` (bank->item_count entries), for the draw. */
struct item_history;
int store_item_history(struct store *st, const char *candidate, const struct bank *bank,
    struct item_history *out, struct err *err);
/*
 * Marks in `out` (bank->item_count entries, the others stay) each item of `bank` that stands in the form
 * of session `id` or was swapped out of it.
 */
int store_form_items(struct store *st, int64_t id, const struct bank *bank, bool *out, struct err *err);

/*
 * All that `candidate` (NULL: everyone) answered of bank `bank_id`, with the texts that were asked, from
 * the projections; release with answers_free().  Nobody and nothing give no rows.
 */
struct answers;
int store_answers(struct store *st, const char *candidate, const char *bank_id, struct answers **out,
    struct err *err);

/* ---- further raters: scorings of a session, each with a log of its own (scoring.h) ---- */

/*
 * Stores a new scoring without events.  Its session and rater (store_person()) must be known; whoever has
 * marks in the session itself or another scoring of it is EXIT_FINDINGS.  Idempotent by id and content.
 */
int store_scoring_begin(struct store *st, const struct scoring_head *head, struct err *err);
/* As store_append(); `text` goes with EV_NOTE.  The session is not written to, whoever runs it. */
int store_scoring_append(struct store *st, const struct scoring *s, struct event *ev,
    const struct store_text *text, int64_t wall_us, struct err *err);
/* The scoring of `session` by the person called `rater`; STORE_NOT_FOUND if there is none. */
int store_scoring_find(struct store *st, int64_t session, const char *rater, int64_t *id, struct err *err);
/* The ids of all scorings of a session, in the order they were begun; the caller frees `*ids`. */
int store_scorings(struct store *st, int64_t session, int64_t **ids, size_t *count, struct err *err);
/*
 * A scoring of the session `r`, replayed and compared as store_load() does; its items are those of `r`,
 * which must outlive it, and are ratable where they were answered and the rater was present or has the
 * answer in writing.  Release with scoring_record_free().
 */
int store_scoring_load(struct store *st, int64_t id, const struct record *r, struct scoring_record **out,
    struct err *err);

/* A position of `r` as a rater finds it who was `present`. */
void store_scoring_item(
    const struct record *r, size_t position, enum present present, struct scoring_item *out);

/* ---- care ---- */

struct store_report {
	int64_t sessions, events;       /* that could be read */
	struct buf *findings;           /* the caller's; receives a line each */
	int finding_count;
};
/*
 * SQLite's own checks, foreign keys, chains, digests, seals, and the replay of every session
 * against its projections.  Returns 0 with what was found, -1 if it could not be looked at.
 */
int store_check(struct store *st, struct store_report *out, struct err *err);
/*
 * A consistent, checked copy at `path` (temporary file, fsync, rename).  Replaces an earlier copy;
 * a file that is no database of viva is EXIT_FINDINGS.
 */
int store_backup(struct store *st, const char *path, struct err *err);
/*
 * A backup in the folder "backups" beside the database (named by `wall_us`), unless nothing was written since
 * the newest one or that is younger than `apart_us`; then old ones are thinned out.  A database
 * without sessions needs none.
 */
int store_backup_by_the_way(struct store *st, int64_t wall_us, int64_t apart_us, struct err *err);
/* How far apart those are that a start makes: some use may be lost with the disk, not a day's. */
#define STORE_BACKUP_APART_US (INT64_C(30) * 60 * 1000000)
/*
 * The path of the newest of these for the database at `path`, appended to `out`; STORE_NOT_FOUND if there is
 * none.
 */
int store_newest_backup(const char *path, struct buf *out, struct err *err);
/*
 * Puts a copy of the backup `from` in the place of the database at `path`, once it was found whole.
 * What was there is kept, and `kept` receives its path ("" if there was nothing).  A damaged or newer
 * database is replaced too; one that is in use is EXIT_HELD.  No session may be running: see
 * typing_any_held().
 */
int store_restore(const char *path, const char *from, int64_t wall_us, struct buf *kept, struct err *err);

struct store_salvage {
	int64_t whole, part, lost;      /* sessions saved with all events, with the first ones, not at all */
	int64_t events, texts_lost, names_lost;
	struct buf *lines;              /* the caller's; one for each thing that is not as it was */
};
/*
 * Saves what can be read of the damaged database at `path`, and where that has gaps of its backups, into a
 * new database `to`, which must not exist.  The damaged file is copied first and never written to.
 */
int store_salvage(
    const char *path, const char *to, int64_t wall_us, struct store_salvage *out, struct err *err);
struct store_forget {
	int64_t sessions;               /* taken away with all that was said and written in them */
	int64_t led;                    /* of others, led by them: these keep "removed person", and the marks;
					 * their notes are erased */
	int64_t scored;                 /* of others, marked by them: likewise */
	int64_t mentions;               /* notes of others in which the name stands: left as they are */
	int64_t backups_cleaned, backups_removed;       /* managed ones; removed where they could not be
							 * cleaned */
};
/*
 * Takes a person away, from typing files and texts under `state_dir`, managed backups, what a viva that was
 * killed left half made of either, and at last the database, which is written anew.  May be repeated after a
 * failure. STORE_NOT_FOUND if nobody has that name; EXIT_HELD if a session that they sit or lead is running, or
 * one is being marked that they sat or mark.  Marks that they did not end are taken away.
 */
int store_forget(struct store *st, const char *name, const char *state_dir, int64_t wall_us,
    struct store_forget *out, struct err *err);
/*
 * All records as one JSON document (src/store/export.c says which), appended to `out`; the same
 * records give the same bytes.
 */
int store_export_json(struct store *st, struct buf *out, struct err *err);
#define STORE_EXPORT_VERSION 1          /* of the format; fields are only ever added to one */
/*
 * The same records as tables sessions.csv, items.csv, ratings.csv, notes.csv, events.csv, and for further
 * raters scorings.csv, scoring-notes.csv and scoring-events.csv (RFC 4180) in directory `dir`, made if
 * missing; earlier files of these names are replaced.
 */
int store_export_csv(struct store *st, const char *dir, struct err *err);

struct store_import {
	int64_t added, known;           /* sessions: new here; here before with the same events */
	struct buf *renamed;            /* the caller's; a line for each person whose name was taken */
};
/*
 * Takes in what store_export_json() wrote, whole sessions by id, in one transaction: all of it or
 * nothing.  A session that is here with the same events is passed over; one that is here with
 * others is an error.  Chains, digests and replays are checked anew.  What is wrong with the
 * document is an entry in `diags` (whose path names it) and EXIT_FINDINGS.
 */
int store_import_json(struct store *st, const char *data, size_t len, struct diags *diags,
    struct store_import *result, struct err *err);
#define STORE_IMPORT_MAX_BYTES (512u << 20)     /* of a document; it is held in memory */

#endif
