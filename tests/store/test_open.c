/* What is opened, made, tightened and refused. */
#include "sessions.h"

#include <sqlite3.h>
#include <sys/wait.h>


static struct buf notice;

/* Opens with a notice; returns as store_open() and closes again. */
static int
try_open(const char *path, enum store_mode mode)
{
	struct store *st;
	int rc;

	buf_finish(&notice);
	buf_init(&notice);
	err = (struct err){ 0 };
	rc = store_open(&st, path, mode, WALL_US, &notice, &err);
	CHECK((rc == 0) == (st != NULL));
	store_close(st);
	return rc;
}

/* A database with one session in it, at a path that stays. */
static char *
some_database(void)
{
	char *path = strdup(fresh_path());
	struct store *st = store_at(path, STORE_WRITE);
	struct bank *bank = test_bank();
	struct sitter t;

	sit_down(&t, st, bank, 1, "Ada");
	sit_to_the_end(&t);
	get_up(&t);
	bank_free(bank);
	store_close(st);
	return path;
}

static void
run_sql(const char *path, const char *sql)
{
	sqlite3 *db;

	CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		TEST_FAIL("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

/* Both modes must refuse with `status` and leave every byte. */
static void
check_refused(const char *path, enum exit_status status)
{
	size_t before_len, after_len;
	char *before = file_bytes(path, &before_len), *after;

	for (int i = 0; i < 2; i++) {
		CHECK_INT(try_open(path, i == 0 ? STORE_WRITE : STORE_READ), -1);
		CHECK_INT(err.status, status);
		CHECK(strstr(err.text, path) != NULL);
		after = file_bytes(path, &after_len);
		CHECK(before_len == after_len && memcmp(before, after, before_len) == 0);
		free(after);
	}
	free(before);
}

static int
mode_of(const char *path)
{
	struct stat sb;

	CHECK(lstat(path, &sb) == 0);
	return (int)(sb.st_mode & 0777);
}

TEST(a_new_database_and_its_directories_are_for_their_owner_only)
{
	char path[700], directory[600], journal[740];
	struct store *st;
	mode_t old = umask(0);

	snprintf(directory, sizeof directory, "%s.d/a/b", fresh_path());
	snprintf(path, sizeof path, "%s/viva.db", directory);
	snprintf(journal, sizeof journal, "%s-journal", path);
	st = store_at(path, STORE_WRITE);
	CHECK_STR(store_path(st), path);
	CHECK_INT(mode_of(path), 0600);
	CHECK_INT(mode_of(directory), 0700);
	CHECK_INT(access(journal, F_OK), -1);
	store_close(st);
	umask(old);
	CHECK_INT(try_open(path, STORE_READ), 0);
	CHECK_STR(buf_text(&notice), "");
}

TEST(reading_what_is_not_there_makes_nothing)
{
	const char *path = fresh_path();
	char deeper[600];

	CHECK_INT(try_open(path, STORE_READ), STORE_NOT_FOUND);
	CHECK_INT(access(path, F_OK), -1);
	snprintf(deeper, sizeof deeper, "%s.d/viva.db", path);
	CHECK_INT(try_open(deeper, STORE_READ), STORE_NOT_FOUND);
	write_bytes(path, "", 0);
	CHECK_INT(try_open(path, STORE_READ), STORE_NOT_FOUND);
	CHECK_INT(try_open(path, STORE_WRITE), 0);      /* what a kill between making and filling leaves */
	CHECK_INT(try_open(path, STORE_READ), 0);
}

TEST(looser_modes_are_tightened_with_one_line)
{
	char *path = some_database();

	CHECK_INT(chmod(path, 0644), 0);
	CHECK_INT(try_open(path, STORE_READ), 0);
	CHECK_INT(mode_of(path), 0600);
	CHECK(strstr(buf_text(&notice), path) != NULL);
	CHECK(strchr(buf_text(&notice), '\n') == NULL);
	CHECK_INT(try_open(path, STORE_READ), 0);
	CHECK_STR(buf_text(&notice), "");
	free(path);
}

TEST(what_is_no_ordinary_file_of_ours_is_refused)
{
	char *path = some_database(), *link = strdup(fresh_path()), *fifo = strdup(fresh_path());
	char journal[600], inside[600];

	CHECK_INT(symlink(path, link), 0);
	check_refused(link, EXIT_DAMAGED);
	CHECK_INT(mkfifo(fifo, 0600), 0);
	CHECK_INT(try_open(fifo, STORE_WRITE), -1);
	CHECK_INT(err.status, EXIT_DAMAGED);
	CHECK_INT(try_open("/", STORE_WRITE), -1);
	CHECK_INT(try_open("/tmp", STORE_WRITE), -1);
	snprintf(inside, sizeof inside, "%s/viva.db", path);
	CHECK_INT(try_open(inside, STORE_WRITE), -1);
	CHECK_INT(err.status, EXIT_IO);
	snprintf(journal, sizeof journal, "%s-journal", link);
	CHECK_INT(access(journal, F_OK), -1);
	free(path);
	free(link);
	free(fifo);
}

TEST(a_directory_on_the_way_may_be_a_symbolic_link)
{
	char *path = some_database();
	char *slash = strrchr(path, '/'), link[600], through[700];

	snprintf(link, sizeof link, "%s.link", path);
	*slash = '\0';
	CHECK_INT(symlink(path, link), 0);
	snprintf(through, sizeof through, "%s/%s", link, slash + 1);
	CHECK_INT(try_open(through, STORE_WRITE), 0);
	free(path);
}

TEST(another_users_file_is_refused)
{
	char *path = some_database();

	if (geteuid() == 0) {
		CHECK_INT(chown(path, 65534, 65534), 0);
		check_refused(path, EXIT_DAMAGED);
	} else {
		check_refused("/etc/passwd", EXIT_DAMAGED);
	}
	free(path);
}

TEST(foreign_files_are_refused_and_left_alone)
{
	static const char *const sql[] = {
		"CREATE TABLE notes (a)",
		"PRAGMA application_id = 1; CREATE TABLE notes (a)",
		"PRAGMA user_version = 1; CREATE TABLE notes (a)",
		"PRAGMA application_id = 0x56495641; CREATE TABLE notes (a)",       /* no version */
		"PRAGMA application_id = 0x56495641; PRAGMA user_version = 1; CREATE TABLE event (a)",
		"PRAGMA application_id = 0x56495641; PRAGMA user_version = -1",
	};
	char *path = strdup(fresh_path()), noise[8192];

	for (size_t i = 0; i < sizeof noise; i++)
		noise[i] = (char)(i * 31);
	write_bytes(path, noise, sizeof noise);
	check_refused(path, EXIT_DAMAGED);
	write_bytes(path, "SQLite format 3\0 and then something else entirely", 50);
	check_refused(path, EXIT_DAMAGED);
	write_bytes(path, "x", 1);
	check_refused(path, EXIT_DAMAGED);
	for (size_t i = 0; i < sizeof sql / sizeof sql[0]; i++) {
		unlink(path);
		run_sql(path, sql[i]);
		chmod(path, 0600);
		check_refused(path, EXIT_DAMAGED);
	}
	free(path);
}

TEST(a_cut_off_database_is_refused)
{
	char *path = some_database();
	size_t len;
	char *bytes = file_bytes(path, &len);

	write_bytes(path, bytes, 4096 + 77);
	check_refused(path, EXIT_DAMAGED);
	free(bytes);
	free(path);
}

TEST(a_newer_database_is_named_with_both_versions_and_left_alone)
{
	char *path = some_database();

	run_sql(path, "PRAGMA user_version = 7; UPDATE meta SET value = '9.8.7' WHERE key = 'writer'; "
	    "CREATE TABLE things_to_come (a)");
	check_refused(path, EXIT_NEWER);
	CHECK(strstr(err.text, "format 7") != NULL);
	CHECK(strstr(err.text, "viva 9.8.7") != NULL);
	CHECK(strstr(err.text, "formats up to 2") != NULL);
	free(path);
}

TEST(a_database_in_wal_mode_is_refused)
{
	char *path = some_database(), wal[600];

	run_sql(path, "PRAGMA journal_mode = WAL");
	check_refused(path, EXIT_DAMAGED);
	snprintf(wal, sizeof wal, "%s-wal", path);
	CHECK_INT(access(wal, F_OK), -1);
	free(path);
}

TEST(a_changed_schema_is_refused_and_left_alone)
{
	static const char *const changes[] = {
		"CREATE TRIGGER t AFTER INSERT ON event BEGIN UPDATE session SET seed = 1; END",
		"CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM person; END",
		"CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END",
		"CREATE VIEW v AS SELECT * FROM session",
		"CREATE TABLE extra (a)",
		"CREATE TEMP TABLE extra (a); CREATE TABLE kept AS SELECT 1 AS a",
		"CREATE INDEX i ON session (created_us)",
		"CREATE UNIQUE INDEX i ON session (candidate)",
		"CREATE INDEX i ON session (abs(seed))",
		"CREATE INDEX i ON session (number) WHERE state = 3",
		"DROP INDEX session_candidate",
		"DROP TRIGGER event_is_never_changed",
		"DROP TABLE swapped",
		"ALTER TABLE session ADD COLUMN extra INTEGER",
		"ALTER TABLE session ADD COLUMN twice INTEGER AS (number * 2)",
		"ALTER TABLE session RENAME COLUMN seed TO soil",
		"ALTER TABLE person RENAME TO people",
		"CREATE VIRTUAL TABLE f USING fts5(a)",
		"PRAGMA writable_schema = ON; "
		    "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (seq >= 1)', '') "
		    "WHERE name = 'event'",
		"PRAGMA writable_schema = ON; "
		    "UPDATE sqlite_schema SET sql = replace(sql, 'TEXT NOT NULL UNIQUE', "
		    "'TEXT DEFAULT (randomblob(9)) NOT NULL UNIQUE') WHERE name = 'person'",
		"PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'entry'",
		("PRAGMA writable_schema = ON; "
		    "UPDATE sqlite_schema SET sql = 'CREATE TABLE nonsense' WHERE name = 'item'"),
		"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'item'",
	};
	char *path = some_database();
	size_t len;
	char *good = file_bytes(path, &len);
	int tried = 0;

	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		sqlite3 *db;

		write_bytes(path, good, len);
		CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
		/* Some need what an earlier one made; those that this SQLite refuses are no attack. */
		if (strstr(changes[i], " ON v ") != NULL)
			sqlite3_exec(db, "CREATE VIEW v AS SELECT 1 AS a", NULL, NULL, NULL);
		if (sqlite3_exec(db, changes[i], NULL, NULL, NULL) != SQLITE_OK)
			TEST_FAIL("%s: %s", changes[i], sqlite3_errmsg(db));
		sqlite3_close(db);
		/* A wrong root page keeps the schema's text: then the rows are what is wrong. */
		if (strstr(changes[i], "rootpage") != NULL) {
			struct store *st;

			if (store_open(&st, path, STORE_READ, WALL_US, NULL, &err) == 0) {
				struct buf findings;
				struct store_report report = { .findings = &findings };

				buf_init(&findings);
				CHECK_INT(store_check(st, &report, &err), 0);
				CHECK(report.finding_count > 0);
				buf_finish(&findings);
				store_close(st);
			}
			continue;
		}
		check_refused(path, EXIT_DAMAGED);
		tried++;
	}
	CHECK(tried >= 20);
	free(good);
	free(path);
}

TEST(the_append_only_triggers_hold_against_other_tools)
{
	char *path = some_database();
	sqlite3 *db;

	CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
	CHECK_INT(sqlite3_exec(db, "UPDATE event SET n1 = 9", NULL, NULL, NULL), SQLITE_CONSTRAINT);
	CHECK_INT(sqlite3_exec(db, "DELETE FROM event", NULL, NULL, NULL), SQLITE_CONSTRAINT);
	sqlite3_close(db);
	free(path);
}

/* Runs `body` in a child that is no superuser, in a directory of its own; its exit status. */
static int
as_ordinary_user(int (*body)(const char *directory))
{
	char directory[64] = "/dev/shm/viva-user-XXXXXX";
	int status;
	pid_t child;

	if (mkdtemp(directory) == NULL) {
		snprintf(directory, sizeof directory, "/tmp/viva-user-XXXXXX");
		CHECK(mkdtemp(directory) != NULL);
	}
	CHECK(geteuid() != 0 || chown(directory, 65534, 65534) == 0);
	fflush(stdout);
	child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setresgid(65534, 65534, 65534) != 0 || setresuid(65534, 65534,
		    65534) != 0))
			_exit(99);
		_exit(body(directory));
	}
	CHECK_INT(waitpid(child, &status, 0), child);
	chmod(directory, 0700);
	nftw(directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

static int
read_only_file(const char *directory)
{
	struct store *st;
	char path[128];
	int64_t id;

	snprintf(path, sizeof path, "%s/viva.db", directory);
	if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != 0)
		return 1;
	if (store_person(st, "Ada", 1, WALL_US, &id, NULL, &err) != 0)
		return 2;
	store_close(st);
	if (chmod(path, 0400) != 0)
		return 3;
	if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != -1 || err.status != EXIT_IO)
		return 4;
	if (store_open(&st, path, STORE_READ, WALL_US, NULL, &err) != 0)
		return 5;
	if (store_person(st, "ada", 2, WALL_US, &id, NULL, &err) != 0 || id != 1)
		return 6;
	if (store_person(st, "Bob", 2, WALL_US, &id, NULL, &err) != -1 || err.status != EXIT_IO)
		return 7;
	store_close(st);
	return 0;
}

TEST(a_read_only_file_can_be_read_and_not_written)
{
	CHECK_INT(as_ordinary_user(read_only_file), 0);
}

static int
read_only_directory(const char *directory)
{
	struct store *st;
	char path[128];
	int64_t id;

	snprintf(path, sizeof path, "%s/viva.db", directory);
	if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != 0)
		return 1;
	store_close(st);
	if (chmod(directory, 0500) != 0)
		return 2;
	/* The file can be written, but not the journal beside it. */
	if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != 0)
		return 3;
	if (store_person(st, "Ada", 1, WALL_US, &id, NULL, &err) != -1 || err.status != EXIT_IO)
		return 4;
	store_close(st);
	snprintf(path, sizeof path, "%s/other.db", directory);
	if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != -1 || err.status != EXIT_IO)
		return 5;
	snprintf(path, sizeof path, "%s/deeper/other.db", directory);
	if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != -1 || err.status != EXIT_IO)
		return 6;
	return 0;
}

TEST(a_directory_that_cannot_be_written_is_an_error_of_its_own)
{
	CHECK_INT(as_ordinary_user(read_only_directory), 0);
}

TEST(two_that_open_a_new_database_at_once_both_get_it)
{
	for (int round = 0; round < 10; round++) {
		const char *path = fresh_path();
		pid_t children[4];

		fflush(stdout);
		for (int i = 0; i < 4; i++) {
			children[i] = fork();
			if (children[i] == 0) {
				struct store *st;
				int64_t id;
				char name[16];

				snprintf(name, sizeof name, "P%d", i);
				if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != 0 ||
				    store_person(st, name, i + 1, WALL_US, &id, NULL, &err) != 0)
					_exit(1);
				store_close(st);
				_exit(0);
			}
		}
		for (int i = 0; i < 4; i++) {
			int status;

			waitpid(children[i], &status, 0);
			CHECK_INT(status, 0);
		}
		for (int i = 0; i < 4; i++) {
			struct store *st = store_at(path, STORE_READ);
			char name[16];
			int64_t id;

			snprintf(name, sizeof name, "p%d", i);
			CHECK_INT(store_person(st, name, 99, WALL_US, &id, NULL, &err), 0);
			CHECK_INT(id, i + 1);
			store_close(st);
		}
	}
}
