/*
 * Taking a person away.  Chains are per session, so whole sessions go and the others stay as they are.  The
 * database comes last: as long as it knows the name, an attempt that failed half-way can be repeated.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"
#include "store/managed.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"
#include "viva/text.h"
#include "viva/typing.h"

#define REMOVED "removed person"
#define NAMES_MAX 100000        /* of people removed; more would be a fault of ours */

/* What stays of theirs, without their name. */
struct left { int64_t led, scored; };

/* ---- rows ---- */

static int
run_on(struct store *st, enum sql_id what, int64_t person, struct err *err)
{
	struct query q;

	query_start(&q, st, what);
	query_put(&q, person);
	return query_run(&q, err);
}

/* The number that a statement on the person gives; `*value` is the last of several. */
static int
ask(struct store *st, enum sql_id what, int64_t person, int64_t *rows, int64_t *value, struct err *err)
{
	struct query q;
	int found;

	*rows = *value = 0;
	query_start(&q, st, what);
	query_put(&q, person);
	while ((found = query_step(&q, err)) > 0) {
		*value = query_take(&q);
		++*rows;
	}
	query_end(&q);
	return found;
}

/* "removed person", with a number if there are others. */
static int
rename_entry(struct store *st, int64_t entry, struct arena *arena, struct err *err)
{
	struct person_row row;
	char name[64] = REMOVED;
	int64_t other;
	int found;

	for (int i = 2; (found = person_find(st, name, &other, err)) == 0 && i < NAMES_MAX; i++)
		snprintf(name, sizeof name, REMOVED " %d", i);
	if (found < 0 || person_row_read(st, entry, arena, &row, err) != 0)
		return -1;
	row.name = name;
	row.goal = PERSON_NO_GOAL;
	row.extra_time_permille = PERSON_NO_EXTRA_TIME;
	return person_row_put(st, entry, &row, err);
}

/* An entry that something still names keeps its row, without its name. */
static int
remove_entry(struct store *st, int64_t entry, struct arena *arena, struct err *err)
{
	int64_t uses = 0;
	struct query q;
	int found;

	query_start(&q, st, SQL_PERSON_USES);
	for (int i = 0; i < 3; i++)
		query_put(&q, entry);
	found = query_step(&q, err);
	if (found > 0)
		uses = query_take(&q);
	query_end(&q);
	if (found < 0)
		return -1;
	return uses > 0 ? rename_entry(st, entry, arena, err) : run_on(st, SQL_FORGET_PERSON, entry, err);
}

/* Further entries first, for they name the person's own. */
static int
remove_entries(struct store *st, int64_t person, struct err *err)
{
	struct arena *arena = arena_new();
	int64_t *ids = NULL;
	size_t count = 0;
	int result = arena != NULL ? ids_read(st, SQL_PERSON_ALIASES, person, &ids, &count, err) :
	    err_memory(err);

	for (size_t i = 0; i < count && result == 0; i++)
		result = remove_entry(st, ids[i], arena, err);
	if (result == 0)
		result = remove_entry(st, person, arena, err);
	free(ids);
	arena_free(arena);
	return result;
}

/* What they wrote about answers of others; the marks stay. */
static int
erase_notes(struct store *st, enum sql_id what, int64_t person, int64_t wall_us, struct err *err)
{
	struct query q;

	query_start(&q, st, what);
	query_put_blob(&q, "", 0);
	query_put(&q, wall_us);
	query_put(&q, person);
	return query_run(&q, err);
}

static int
remove_rows(struct store *st, int64_t person, int64_t wall_us, struct left *left, struct err *err)
{
	static const enum sql_id steps[] = { SQL_FORGET_SCORING_RATINGS, SQL_FORGET_SCORING_TEXTS,
	    SQL_FORGET_SCORING_EVENTS, SQL_FORGET_SCORING_HEADS, SQL_FORGET_RATINGS, SQL_FORGET_SWAPPED,
	    SQL_FORGET_ITEMS,
	    SQL_FORGET_ENTRIES, SQL_FORGET_EVENTS, SQL_FORGET_HEADS };
	struct query q;
	int64_t rows;

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
		if (run_on(st, steps[i], person, err) != 0)
			return -1;
	query_start(&q, st, SQL_FORGET_SNAPSHOTS);
	if (query_run(&q, err) != 0 || erase_notes(st, SQL_FORGET_SCORING_NOTES, person, wall_us, err) != 0 ||
	    erase_notes(st, SQL_FORGET_LED_NOTES, person, wall_us, err) != 0 ||
	    ask(st, SQL_FORGET_LED, person, &rows, &left->led, err) != 0 ||
	    ask(st, SQL_FORGET_SCORED, person, &rows, &left->scored, err) != 0)
		return -1;
	return remove_entries(st, person, err);
}

/* Writes the file anew, so that not even the order of its pages tells what was there. */
static int
vacuum(struct store *st, struct err *err)
{
	int result;

	/*
	 * A statement that was prepared before would have to be prepared anew, with rights it does not need.
	 */
	for (int i = 0; i < SQL_COUNT; i++) {
		sqlite3_finalize(st->statements[i]);
		st->statements[i] = NULL;
	}
	st->right = RIGHT_VACUUM;
	sqlite3_limit(st->db, SQLITE_LIMIT_ATTACHED, 1);
	result = db_exec(st, "VACUUM", err);
	sqlite3_limit(st->db, SQLITE_LIMIT_ATTACHED, 0);
	st->right = RIGHT_WORK;
	return result;
}

static int
remove_from(struct store *st, int64_t person, int64_t wall_us, struct left *left, struct err *err)
{
	int result;

	*left = (struct left){ 0 };
	st->right = RIGHT_FORGET;
	result = db_begin_write(st, err);
	if (result == 0)
		result = db_end(st, remove_rows(st, person, wall_us, left, err), err);
	st->right = RIGHT_WORK;
	return result == 0 ? vacuum(st, err) : -1;
}

/* ---- typing files ---- */

/* Of sessions and of marks that are being made, by `clear`. */
static int
remove_typing(struct store *st, enum sql_id what, int64_t person, const char *state_dir,
    int (*clear)(const char *, int64_t, struct err *), int64_t *removed, struct err *err)
{
	int64_t *ids;
	size_t count;
	int result = ids_read(st, what, person, &ids, &count, err);

	for (size_t i = 0; i < count && result == 0; i++) {
		result = clear(state_dir, ids[i], err);
		if (result == TYPING_HELD)
			result = err_set(err, EXIT_HELD, "a session of theirs is running or being marked: end it first");
	}
	*removed = (int64_t)count;
	free(ids);
	return result;
}

/* ---- backups ---- */

/* Cleans one, or takes it away where that cannot be done. */
static int
clean_backup(const char *path, int64_t person, int64_t wall_us, struct store_forget *out, struct err *err)
{
	struct store *st = NULL;
	struct err why;
	struct left left;

	if (store_open_passing(&st, path, wall_us, &why) == 0 && remove_from(st, person, wall_us, &left, &why) == 0) {
		store_close(st);
		out->backups_cleaned++;
		return 0;
	}
	store_close(st);
	if (unlink(path) != 0)
		return err_errno(err, "cannot take away the backup %s", path);
	out->backups_removed++;
	return 0;
}

static int
clean_backups(struct store *st, int64_t person, int64_t wall_us, struct store_forget *out, struct err *err)
{
	struct managed_list l;
	int result = managed_list_read(st->real_path, &l, err);

	for (size_t i = 0; i < l.count && result == 0; i++)
		result = clean_backup(l.v[i].path, person, wall_us, out, err);
	managed_list_free(&l);
	return result;
}

/* ---- what is left ---- */

static bool
is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Does the folded text have the folded name in it as words? */
static bool
mentions(const char *text, const char *name, size_t len)
{
	for (const char *at = text; (at = strstr(at, name)) != NULL; at++)
		if ((at == text || !is_word_byte(at[-1])) && !is_word_byte(at[len]))
			return true;
	return false;
}

static int
count_mentions(struct store *st, const char *name, int64_t *count, struct err *err)
{
	struct buf folded, body;
	struct query q;
	int found;

	buf_init(&folded);
	buf_init(&body);
	if (text_fold(&folded, name, strlen(name)) != 0) {
		buf_finish(&folded);
		return err_memory(err);
	}
	query_start(&q, st, SQL_FORGET_TEXTS);
	while ((found = query_step(&q, err)) > 0) {
		size_t len;
		const char *text = query_take_text(&q, &len);

		buf_clear(&body);
		if (text_fold(&body, text, len) != 0) {
			found = err_memory(err);
			break;
		}
		*count += mentions(buf_text(&body), buf_text(&folded), folded.len);
	}
	query_end(&q);
	buf_finish(&folded);
	buf_finish(&body);
	return found;
}

int
store_forget(struct store *st, const char *name, const char *state_dir, int64_t wall_us,
    struct store_forget *out, struct err *err)
{
	struct left left = { 0 };
	struct buf clean;
	int64_t person, others;
	int result = person_find(st, name, &person, err);

	*out = (struct store_forget){ 0 };
	if (result != 0)
		return result;
	buf_init(&clean);
	if (store_check_name(name, &clean, err) != 0 ||
	    remove_typing(st, SQL_FORGET_SESSIONS, person, state_dir, typing_remove, &out->sessions, err) != 0 ||
	    remove_typing(st, SQL_FORGET_SCORINGS, person, state_dir, typing_remove, &others, err) != 0 ||
	    remove_typing(st, SQL_FORGET_LED_SESSIONS, person, state_dir, typing_remove_note, &others, err) != 0 ||
	    clean_backups(st, person, wall_us, out, err) != 0 ||
	    managed_sweep(st->real_path, err) != 0 ||
	    remove_from(st, person, wall_us, &left, err) != 0 ||
	    count_mentions(st, buf_text(&clean), &out->mentions, err) != 0)
		result = -1;
	out->led = left.led;
	out->scored = left.scored;
	buf_finish(&clean);
	return result;
}
