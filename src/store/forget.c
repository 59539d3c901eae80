/*
 * Taking a person away.  Chains are per session, so whole sessions go and the others stay as they are.  The
 * database comes last: as long as it knows the name, an attempt that failed half-way can be repeated.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/chain.h"
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
rename_person(struct store *st, int64_t person, struct err *err)
{
	uint8_t seal[DIGEST_BYTES];
	char name[64] = REMOVED;
	int64_t other, created_us;
	const char *old;
	struct arena *arena = NULL;
	struct query q;
	int found;

	for (int i = 2; (found = person_find(st, name, &other, err)) == 0 && other != person && i < NAMES_MAX; i++)
		snprintf(name, sizeof name, REMOVED " %d", i);
	if (found < 0)
		return -1;
	arena = arena_new();
	if (arena == NULL)
		return err_memory(err);
	found = person_row(st, person, arena, &old, &created_us, err);
	arena_free(arena);
	if (found != 0)
		return -1;
	seal_person(seal, person, name, created_us);
	query_start(&q, st, SQL_FORGET_RENAME);
	query_put_str(&q, name);
	query_put_str(&q, name);        /* ASCII without capitals: its own folded form */
	query_put_blob(&q, seal, sizeof seal);
	query_put(&q, person);
	return query_run(&q, err);
}

static int
remove_rows(struct store *st, int64_t person, int64_t *led, struct err *err)
{
	static const enum sql_id steps[] = { SQL_FORGET_RATINGS, SQL_FORGET_SWAPPED, SQL_FORGET_ITEMS,
	    SQL_FORGET_ENTRIES, SQL_FORGET_EVENTS, SQL_FORGET_HEADS };
	struct query q;
	int64_t rows;

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
		if (run_on(st, steps[i], person, err) != 0)
			return -1;
	query_start(&q, st, SQL_FORGET_SNAPSHOTS);
	if (query_run(&q, err) != 0 || ask(st, SQL_FORGET_LED, person, &rows, led, err) != 0)
		return -1;
	return *led > 0 ? rename_person(st, person, err) : run_on(st, SQL_FORGET_PERSON, person, err);
}

/* Writes the file anew, so that not even the order of its pages tells what was there. */
static int
vacuum(struct store *st, struct err *err)
{
	int result;

	/* A statement that was prepared before would have to be prepared anew, with rights it does not need. */
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
remove_from(struct store *st, int64_t person, int64_t *led, struct err *err)
{
	int result;

	*led = 0;
	st->right = RIGHT_FORGET;
	result = db_begin_write(st, err);
	if (result == 0)
		result = db_end(st, remove_rows(st, person, led, err), err);
	st->right = RIGHT_WORK;
	return result == 0 ? vacuum(st, err) : -1;
}

/* ---- typing files ---- */

static int
remove_typing(struct store *st, int64_t person, const char *state_dir, int64_t *sessions, struct err *err)
{
	int64_t *ids = NULL, count, last;
	size_t n = 0;
	struct query q;
	int found, result = -1;

	if (ask(st, SQL_FORGET_SESSIONS, person, &count, &last, err) != 0)
		return -1;
	ids = calloc((size_t)count + 1, sizeof *ids);
	if (ids == NULL)
		return err_memory(err);
	query_start(&q, st, SQL_FORGET_SESSIONS);
	query_put(&q, person);
	while ((found = query_step(&q, err)) > 0 && n < (size_t)count)
		ids[n++] = query_take(&q);
	query_end(&q);
	if (found < 0)
		goto out;
	for (size_t i = 0; i < n; i++) {
		int held = typing_remove(state_dir, ids[i], err);

		if (held == TYPING_HELD)
			err_set(err, EXIT_HELD, "a session of theirs is running: end it first");
		if (held != 0)
			goto out;
	}
	*sessions = count;
	result = 0;
out:
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
	int64_t led;

	if (store_open_passing(&st, path, wall_us, &why) == 0 && remove_from(st, person, &led, &why) == 0) {
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
	struct buf clean;
	int64_t person;
	int result = person_find(st, name, &person, err);

	*out = (struct store_forget){ 0 };
	if (result != 0)
		return result;
	buf_init(&clean);
	if (store_check_name(name, &clean, err) != 0 ||
	    remove_typing(st, person, state_dir, &out->sessions, err) != 0 ||
	    clean_backups(st, person, wall_us, out, err) != 0 ||
	    remove_from(st, person, &out->led, err) != 0 ||
	    count_mentions(st, buf_text(&clean), &out->mentions, err) != 0)
		result = -1;
	buf_finish(&clean);
	return result;
}
