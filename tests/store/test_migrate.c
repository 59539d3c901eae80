/* Databases of every format that was ever written, and the way from one to the next. */
#include "sessions.h"

#include <sqlite3.h>

#include "disk.h"
#include "store/db.h"
#include "store/guard.h"
#include "store/migrate.h"
#include "store/schema.h"

/* A database from the SQL text of tests/store/NAME. */
static char *
from_fixture(const char *name)
{
	const char *root = getenv("ROOT");
	char *path = strdup(fresh_path()), file[600], *sql, *why = NULL;
	sqlite3 *db;
	size_t len;

	snprintf(file, sizeof file, "%s/tests/store/%s", root != NULL ? root : ".", name);
	sql = file_bytes(file, &len);
	sql[len] = '\0';
	CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		TEST_FAIL("%s: %s", name, why);
	sqlite3_close(db);
	chmod(path, 0600);
	free(sql);
	return path;
}

/* What schema-1.sql holds, whatever format it was brought to. */
static void
check_first_fixture(struct store *st)
{
	struct session_list list;
	struct record *r;

	check_sound(st);
	CHECK_INT(store_history(st, "REN\xC3\x89" "E", &list, &err), 0);
	CHECK_INT(list.count, 2);
	CHECK_INT(list.v[0].mode, MODE_LED);
	CHECK_STR(list.v[0].interviewer, "Grace");
	CHECK_INT(list.v[1].mode, MODE_SOLO);
	r = loaded(st, list.v[0].id);
	CHECK_INT(r->event_count, 61);
	CHECK_INT(r->chain[0], 0x61);
	CHECK_INT(r->chain[31], 0x1C);
	record_free(r);
	session_list_free(&list);
	CHECK_INT(store_history(st, "Bob", &list, &err), 0);
	CHECK_INT(list.count, 1);
	CHECK_INT(list.v[0].number, 3);
	CHECK(list.v[0].state != SESSION_ENDED);
	session_list_free(&list);
}

TEST(format_1_opens_and_holds_what_was_written)
{
	char *path = from_fixture("schema-1.sql");
	struct bank *bank = test_bank();
	struct store *st = store_at(path, STORE_WRITE);
	struct sitter t;

	check_first_fixture(st);
	sit_down(&t, st, bank, 5, "Bob");
	CHECK_INT(t.head.number, 4);
	sit_to_the_end(&t);
	get_up(&t);
	check_sound(st);
	store_close(st);
	bank_free(bank);
	free(path);
}

/* What schema-2.sql holds, whatever format it was brought to. */
static void
check_second_fixture(struct store *st)
{
	static const struct { int64_t session; size_t raters; } marked[] = { { 2, 2 }, { 3, 1 }, { 5, 1 }, { 1, 0 } };
	struct person_settings settings;
	struct session_list list;

	check_sound(st);
	CHECK_INT(store_person_settings(st, "Zo\xC3\xAB", &settings, &err), 0);      /* who is Ada */
	CHECK_INT(settings.goal, 4);
	CHECK_INT(store_person_settings(st, "Bob", &settings, &err), 0);
	CHECK_INT(settings.extra_time_permille, 1500);
	CHECK_INT(store_history(st, "Ada", &list, &err), 0);
	CHECK_INT(list.count, 4);
	session_list_free(&list);
	for (size_t i = 0; i < sizeof marked / sizeof marked[0]; i++) {
		char number[8];
		int64_t session, *ids;
		size_t count;

		snprintf(number, sizeof number, "%d", (int)marked[i].session);
		CHECK_INT(store_find(st, number, NULL, &session, &err), 0);
		CHECK_INT(store_scorings(st, session, &ids, &count, &err), 0);
		CHECK_INT(count, marked[i].raters);
		if (marked[i].session == 3) {
			struct record *r = loaded(st, session);
			struct scoring_record *sr;

			CHECK_INT(store_scoring_load(st, ids[0], r, &sr, &err), 0);
			CHECK_STR(sr->head.rater, "Mary");
			CHECK(scoring_done(sr->s));
			CHECK_INT(sr->event_count, 87);
			CHECK_INT(sr->chain[0], 0xE0);
			CHECK_INT(sr->chain[31], 0xCB);
			scoring_record_free(sr);
			record_free(r);
		}
		free(ids);
	}
}

TEST(format_2_opens_and_holds_what_was_written)
{
	char *path = from_fixture("schema-2.sql");
	struct store *st = store_at(path, STORE_WRITE);

	check_second_fixture(st);
	store_close(st);
	free(path);
}

/* ---- the machinery, on steps made up for the test ---- */

static const char *const to_2[] = {
	"CREATE TABLE goal (person INTEGER PRIMARY KEY REFERENCES person (id), grade INTEGER) STRICT",
	"INSERT INTO goal SELECT id, 3 FROM person",
};
static const char *const to_3[] = { "ALTER TABLE goal ADD COLUMN since_us INTEGER" };
static const char *const broken[] = { "ALTER TABLE goal ADD COLUMN x INTEGER",
    "UPDATE no_such_table SET a = 1" };
static const char *const orphan[] = { "PRAGMA defer_foreign_keys = ON",
    "INSERT INTO goal VALUES (987654, 1)" };

/* Opens as store_open() does before it looks at the schema. */
static struct store *
bare(const char *path)
{
	struct store *st = calloc(1, sizeof *st);

	st->path = strdup(path);
	st->real_path = strdup(path);
	st->writable = true;
	CHECK_INT(sqlite3_open_v2(path, &st->db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	CHECK_INT(guard_connection(st, &err), 0);
	return st;
}

static int64_t
value_of(struct store *st, const char *sql)
{
	int64_t value;

	if (db_exec_int(st, sql, &value, &err) != 0)
		TEST_FAIL("%s: %s", sql, err.text);
	return value;
}

/* The fingerprints that versions 2 and 3 end in. */
static void
fingerprints(char two[65], char three[65])
{
	char *path = from_fixture("schema-1.sql");
	struct store *st = bare(path);

	for (size_t i = 0; i < 2; i++)
		CHECK_INT(db_exec(st, to_2[i], &err), 0);
	CHECK_INT(schema_fingerprint(st, two, &err), 0);
	CHECK_INT(db_exec(st, to_3[0], &err), 0);
	CHECK_INT(schema_fingerprint(st, three, &err), 0);
	store_close(st);
	free(path);
}

TEST(all_steps_are_taken_after_a_backup)
{
	char *path = from_fixture("schema-1.sql"), copy[600], two[65], three[65];
	struct migration steps[] = { { to_2, 2, two }, { to_3, 1, three } };
	struct store *st;
	struct buf notice;
	struct stat sb;
	int64_t version;

	fingerprints(two, three);
	st = bare(path);
	buf_init(&notice);
	if (schema_migrate(st, 1, 3, steps, WALL_US, &notice, &err) != 0)
		TEST_FAIL("%s", err.text);
	CHECK_INT(schema_version(st, &version, &err), 0);
	CHECK_INT(version, 3);
	CHECK_INT(schema_check(st, three, &err), 0);
	CHECK_INT(value_of(st, "SELECT count(*) FROM goal WHERE grade = 3 AND since_us IS NULL"), 3);
	CHECK_INT(value_of(st, "SELECT value = '" VIVA_VERSION "' FROM meta WHERE key = 'writer'"), 1);
	CHECK(strstr(buf_text(&notice), "from format 1 to 3") != NULL);
	buf_finish(&notice);
	store_close(st);
	/* This viva knows no version 3. */
	CHECK_INT(store_open(&st, path, STORE_READ, WALL_US, NULL, &err), -1);
	CHECK_INT(err.status, EXIT_NEWER);
	backup_of(path, "format-1", copy, sizeof copy);
	CHECK_INT(stat(copy, &sb), 0);
	CHECK_INT(sb.st_mode & 0777, 0600);
	st = store_at(copy, STORE_WRITE);
	check_first_fixture(st);
	store_close(st);
	free(path);
}

TEST(a_failing_step_leaves_the_old_format_whole)
{
	char two[65], three[65];
	static const struct { const char *const *sql; size_t count; const char *fingerprint; } bad[] = {
		{ broken, 2, "" }, { orphan, 2, NULL }, { to_3, 1, "not what it becomes" },
	};

	fingerprints(two, three);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		char *path = from_fixture("schema-1.sql"), copy[600];
		const char *last = bad[i].fingerprint != NULL ? bad[i].fingerprint : two;
		struct migration steps[] = { { to_2, 2, two }, { bad[i].sql, bad[i].count, last } };
		struct store *st = bare(path);

		for (int again = 0; again < 2; again++) {
			CHECK_INT(schema_migrate(st, 1, 3, steps, WALL_US, NULL, &err), -1);
			CHECK_INT(value_of(st, "PRAGMA user_version"), 1);
			CHECK_INT(value_of(st, "SELECT count(*) FROM sqlite_schema WHERE name = 'goal'"), 0);
		}
		store_close(st);
		st = store_at(path, STORE_WRITE);
		check_first_fixture(st);
		store_close(st);
		/* An earlier copy is never written over. */
		backup_of(path, "format-1", copy, sizeof copy);
		CHECK_INT(access(copy, F_OK), 0);
		backup_of(path, "format-1-2", copy, sizeof copy);
		CHECK_INT(access(copy, F_OK), 0);
		free(path);
	}
}

/* A way of migrating schema-1.sql, and a statement that gives 1 where it was gone. */
struct way {
	const struct migration *steps;
	int64_t to;
	const char *gone;
};

/* Migrates with one cut or failure; counts what is found afterwards. */
static void
cut_once(const struct way *w, int64_t cut_at, int64_t fail_at, int64_t *operations, int64_t found[2])
{
	char *path = from_fixture("schema-1.sql"), hex[65];
	const char *last = w->steps[w->to - 2].fingerprint;
	struct store *st;
	int64_t version;

	disk_reset();
	st = bare(path);
	disk.cut_at = cut_at;
	disk.fail_at = fail_at > 0 ? disk.calls + fail_at : 0;
	schema_migrate(st, 1, w->to, w->steps, WALL_US, NULL, &err);
	if (operations != NULL)
		*operations = disk.ops;
	store_close(st);
	if (fail_at == 0)
		disk_cut();
	disk_reset();
	st = bare(path);
	CHECK_INT(schema_version(st, &version, &err), 0);
	CHECK_INT(schema_fingerprint(st, hex, &err), 0);
	CHECK(version == 1 || version == w->to);
	CHECK_STR(hex, version == 1 ? schema_fingerprints[0] : last);
	found[version != 1]++;
	/* Whatever it is, it holds the records, and the way forward is open. */
	if (version == 1)
		CHECK_INT(schema_migrate(st, 1, w->to, w->steps, WALL_US, NULL, &err), 0);
	CHECK_INT(value_of(st, w->gone), 1);
	CHECK_INT(value_of(st, "SELECT count(*) FROM session"), 3);
	store_close(st);
	unlink(path);
	free(path);
}

static void
cut_everywhere(const struct way *w, int64_t stride)
{
	int64_t operations = 0, found[2] = { 0, 0 };

	cut_once(w, INT64_MAX, 0, &operations, found);
	for (int64_t at = 1; at <= operations; at += stride) {
		cut_once(w, at, 0, NULL, found);
		cut_once(w, 0, at, NULL, found);
	}
	CHECK(operations > 20);
	CHECK(found[0] > 10 / stride && found[1] >= 1);
	printf("%d operations: %d times the old format, %d times the new\n", (int)operations, (int)found[0],
	    (int)found[1]);
}

/* A power cut or a failure at any operation of a migration leaves the old format or the new, never a third. */
TEST(a_migration_cut_at_any_operation_leaves_the_old_format_or_the_new)
{
	char two[65], three[65];
	struct migration steps[] = { { to_2, 2, two }, { to_3, 1, three } };
	const struct way made_up = { steps, 3,
		"SELECT count(*) = 3 FROM goal WHERE grade = 3 AND since_us IS NULL" };
	const struct way real = { schema_steps, SCHEMA_VERSION,
		"SELECT count(*) = 3 FROM person WHERE goal IS NULL AND extra_time_permille = 1000 AND same_as IS NULL" };

	fingerprints(two, three);
	disk_install(true);
	rng_seed(&disk.rng, 7, "migrations");
	cut_everywhere(&made_up, test_size(8, 4, 1));
	cut_everywhere(&real, 1);
	disk_install(false);
}

/* A file made new and one brought up to date hold the same tables, letter by letter. */
TEST(a_new_file_and_a_migrated_one_have_the_same_schema)
{
	char *path = from_fixture("schema-1.sql"), old[65], new[65];
	struct store *st = store_at(path, STORE_WRITE);

	CHECK_INT(schema_fingerprint(st, old, &err), 0);
	store_close(st);
	st = store_at(fresh_path(), STORE_WRITE);
	CHECK_INT(schema_fingerprint(st, new, &err), 0);
	CHECK_STR(new, old);
	CHECK_STR(new, schema_fingerprints[SCHEMA_VERSION - 1]);
	store_close(st);
	free(path);
}
