#ifndef VIVA_CLI_APP_H
#define VIVA_CLI_APP_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "viva/bank.h"
#include "viva/err.h"
#include "viva/store.h"
#include "viva/world.h"
/*
 * What every command is given: the world, the places of the user's files, the global options.
 * Strings are owned by the app.
 */
struct app {
	struct world *world;
	char *data_dir;         /* $XDG_DATA_HOME/viva */
	char *state_dir;        /* $XDG_STATE_HOME/viva */
	char *db_path;
	const char *bank_spec;  /* --bank, VIVA_BANK, or the default's name */
	char *bank_chosen;      /* what bank_spec points at once another bank was chosen at home, else NULL */
	const char *as_name;    /* --as, or NULL */
	bool json, quiet, plain;
};

#define DEFAULT_BANK "ml-engineer-junior"
#define DEFAULT_BLUEPRINT "b45"

struct global_options {
	const char *db, *bank, *as, *clock;
	bool json, quiet, plain;
};

/* Reads environment and options; -1 with the reason (a relative XDG directory, no HOME, a bad clock). */
int app_init(struct app *app, const struct global_options *o, struct err *err);
void app_finish(struct app *app);

/* Prints "viva: TEXT" to stderr and returns the status the program ends with. */
int app_fail(const struct err *err);
/* Flushes stdout; a write that failed turns EXIT_DONE into EXIT_IO (a closed pipe ends quietly). */
int app_flush(int status);
/* Prints a JSON document and releases it; -1 if out of memory or stdout failed. */
struct json_t;
int app_print_json(struct json_t *document, struct err *err);

/* ---- people and banks (places.c, banks.c) ---- */

struct buf;
/*
 * Opens the records; prints what store_open() noticed to stderr.  In STORE_READ a missing file is
 * STORE_NOT_FOUND.
 */
int app_open_store(const struct app *app, struct store **out, enum store_mode mode, struct err *err);
/* A backup by the way (store_backup_by_the_way()); where that fails, one line to stderr and work goes on. */
void app_backup(const struct app *app, struct store *st, int64_t apart_us);
/*
 * Candidate's name: --as, else who last sat solo here, else the login name.  Appended to `name`; `st` may be
 * NULL.
 */
int app_candidate(const struct app *app, struct store *st, struct buf *name, struct err *err);
/* Whether two names are one name, as the records compare them. */
int app_same_name(bool *same, const char *a, const char *b, struct err *err);
/*
 * The file a bank's name or path means, newly allocated.  A name is looked up in the user's and
 * then in the installation's question sets.
 */
char *app_bank_path(const struct app *app, const char *spec, struct err *err);
/*
 * Loads the bank, or prints every problem of it and leaves a summary in `err`.  Warnings are for `viva bank
 * check`.
 */
int app_load_bank(const struct app *app, struct bank **out, struct err *err);
/* The session named on the command line ("last" if NULL); one that is not there is EXIT_FINDINGS. */
int app_find_session(const struct app *app, struct store *st, const char *word, int64_t *id, struct err *err);
/* The session named, or if NULL the latest unfinished one of the candidate (of anyone without --as). */
int app_find_unfinished(
    const struct app *app, struct store *st, const char *word, int64_t *id, struct err *err);

/* ---- small formats (format.c) ---- */

/* "2026-03-08 14:05", local to where it was held. */
const char *format_local(int64_t wall_us, int utc_offset_min, char room[40]);
/* RFC 3339 UTC, seconds. */
const char *format_utc(int64_t wall_us, char room[40]);
const char *plural(int n, const char *one, const char *many);
int parse_int(const char *text, long min, long max, long *out);
int parse_u64(const char *text, uint64_t *out);
/* A decimal number of at most three places, "1.5", in thousandths; below a million. */
int parse_permille(const char *text, int *out);
/* The same for a factor of extra time, 1 to 4. */
int parse_extra_time(const char *text, int *permille);
/* `text` made visible, printed to `f` as one line without the newline. */
void print_visible(FILE *f, const char *text);

#endif
