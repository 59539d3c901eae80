/*
 * A database that someone had in hand: either bytes of a good one are changed (input: 'b', then three bytes of
 * place and one of value, and so on), or any SQL ran on it ('s', then the statements): crafted
 * schemas, triggers, views, wrong types.  Opening, reading, checking, exporting and salvaging it end in an
 * answer, and a file that is refused is left as it was.  Exporting and salvaging cost as much as all the rest:
 * which inputs get that far is left to chance, for the fuzzer would turn all it keeps into such inputs.
 */
#define TEST_NO_MAIN
#include "../store/sessions.h"

#include <sqlite3.h>

#include "fuzz.h"

#define SHORT_FORM 0            /* seed of a session with few items: each run loads them all several times */
#define STEPS_MAX 20000         /* of SQLite's machine, for the attacker's own statements */

#define EXPORT_EVERY 4
#define SALVAGE_EVERY 16

static char *good;
static size_t good_len;

static void
make_good(void)
{
	const char *path = scratch("good.db");
	struct store *st;
	struct bank *bank = test_bank();
	struct sitter t;

	unlink(path);
	st = store_at(path, STORE_WRITE);
	sit_down(&t, st, bank, SHORT_FORM, "Ada");
	sit(&t, 40);
	get_up(&t);
	store_close(st);
	bank_free(bank);
	good = file_bytes(path, &good_len);
	unlink(path);
}

static int
stop(void *arg)
{
	(void)arg;
	return 1;
}

static int
forbid(void *arg, int action, const char *a, const char *b, const char *c, const char *d)
{
	(void)arg, (void)a, (void)b, (void)c, (void)d;
	return action == SQLITE_ATTACH ? SQLITE_DENY : SQLITE_OK;
}

static void
run_sql(const char *path, const uint8_t *data, size_t size)
{
	char *sql = strndup((const char *)data, size);
	sqlite3 *db;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK) {
		sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
		sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1 << 20);
		sqlite3_progress_handler(db, STEPS_MAX, stop, NULL);
		sqlite3_set_authorizer(db, forbid, NULL);
		sqlite3_exec(db, sql, NULL, NULL, NULL);
	}
	sqlite3_close(db);
	free(sql);
}

static void
use(struct store *st, bool export)
{
	struct buf out, findings;
	struct store_report report = { .findings = &findings };
	struct session_list list;
	char *text = NULL;
	int checked;

	buf_init(&out);
	buf_init(&findings);
	checked = store_check(st, &report, &err);
	if (export && store_export_json(st, &out, &err) == 0)
		text = buf_take(&out, NULL);
	demand(!export || text != NULL || checked != 0 || report.finding_count > 0, "what cannot be exported is found");
	if (store_history(st, NULL, &list, &err) == 0)
		session_list_free(&list);
	free(text);
	buf_finish(&out);
	buf_finish(&findings);
}

/* The same for the same input, and like chance for inputs that differ (FNV-1a; Fowler, Noll and Vo, 1991). */
static uint32_t
lot(const uint8_t *data, size_t size)
{
	uint32_t hash = 2166136261;

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ data[i]) * 16777619;
	return hash ^ hash >> 16;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *path = scratch("x.db"), *to = scratch("saved.db");
	struct buf lines;
	struct store_salvage saved = { .lines = &lines };
	struct store *st;
	char *bytes, *after;
	size_t len, after_len;

	if (good == NULL)
		make_good();
	if (size < 2)
		return 0;
	bytes = malloc(good_len);
	memcpy(bytes, good, good_len);
	for (size_t i = 1; data[0] != 's' && i + 4 <= size; i += 4)
		bytes[((size_t)data[i] << 16 | (size_t)data[i + 1] << 8 | data[i + 2]) % good_len] = (char)data[i + 3];
	write_bytes(path, bytes, good_len);
	free(bytes);
	if (data[0] == 's')
		run_sql(path, data + 1, size - 1);
	bytes = file_bytes(path, &len);
	if (store_open(&st, path, STORE_READ, WALL_US, NULL, &err) == 0) {
		use(st, lot(data, size) % EXPORT_EVERY == 0);
		store_close(st);
	}
	buf_init(&lines);
	unlink(to);
	if (lot(data, size) % SALVAGE_EVERY == 0 && store_salvage(path, to, WALL_US, &saved, &err) == 0) {
		st = store_at(to, STORE_READ);
		store_close(st);
	}
	buf_finish(&lines);
	after = file_bytes(path, &after_len);
	demand(after_len == len && memcmp(bytes, after, len) == 0, "reading changes nothing");
	free(bytes);
	free(after);
	return 0;
}
