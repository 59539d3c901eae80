/* Copies that viva makes by itself, a copy put back, and what is saved of a damaged file. */
#include "sessions.h"

#include <sqlite3.h>
#include <sys/wait.h>

#include "store/managed.h"

/* A database with sessions `from`..`to - 1`, closed; the caller frees its path. */
static char *
database(struct bank *bank, uint64_t from, uint64_t to)
{
	char *path = strdup(fresh_path());
	struct store *st = store_at(path, STORE_WRITE);

	fill_store(st, bank, from, to);
	store_close(st);
	return path;
}

static char *
exported_from(const char *path)
{
	struct store *st = store_at(path, STORE_READ);
	struct buf out;

	buf_init(&out);
	if (store_export_json(st, &out, &err) != 0)
		TEST_FAIL("store_export_json: %s", err.text);
	store_close(st);
	return buf_take(&out, NULL);
}

static void
check_same_bytes(const char *path, const char *bytes, size_t len)
{
	size_t now_len;
	char *now = file_bytes(path, &now_len);

	CHECK(now_len == len && memcmp(now, bytes, len) == 0);
	free(now);
}

static int
findings_in(const char *path)
{
	struct buf findings;
	struct store_report report = { .findings = &findings };
	struct store *st = store_at(path, STORE_READ);

	buf_init(&findings);
	CHECK_INT(store_check(st, &report, &err), 0);
	buf_finish(&findings);
	store_close(st);
	return report.finding_count;
}

/* ---- by the way ---- */

#define DAY INT64_C(86400)
#define DAY_US (DAY * 1000000)

TEST(backups_are_thinned_to_recent_ones_days_weeks_and_months)
{
	int64_t at[400];
	bool keep[400];
	int kept = 0;
	int64_t now = 20000 * DAY + 43200;

	/* Three a day for more than four months. */
	for (size_t i = 0; i < 400; i++)
		at[i] = now - (int64_t)i * DAY / 3;
	managed_thin(at, 400, keep);
	for (size_t i = 0; i < 400; i++)
		kept += keep[i];
	CHECK(kept <= MANAGED_RECENT + MANAGED_DAYS + MANAGED_WEEKS + MANAGED_MONTHS);
	for (size_t i = 0; i < MANAGED_RECENT; i++)
		CHECK(keep[i]);
	/* Wherever one looks back, something not much older is there. */
	for (int64_t back = 0; back < 100; back++) {
		int64_t gap = back < 6 ? 1 : back < 48 ? 7 : 30, best = 1000;

		for (size_t i = 0; i < 400; i++)
			if (keep[i] && at[i] <= now - back * DAY && (now - back * DAY - at[i]) / DAY < best)
				best = (now - back * DAY - at[i]) / DAY;
		if (best > gap)
			TEST_FAIL("%" PRId64 " days back the next older one is %" PRId64 " days older", back, best);
	}
	managed_thin(at, 1, keep);
	CHECK(keep[0]);
	managed_thin(at, 0, keep);
}

static size_t
backups_of(const struct store *st)
{
	char real[600];
	struct managed_list l;
	size_t count;

	snprintf(real, sizeof real, "%s", store_path(st));
	CHECK_INT(managed_list_read(real, &l, &err), 0);
	count = l.count;
	for (size_t i = 0; i < l.count; i++) {
		struct stat sb;

		CHECK_INT(stat(l.v[i].path, &sb), 0);
		CHECK_INT(sb.st_mode & 0777, 0600);
	}
	managed_list_free(&l);
	return count;
}

TEST(a_backup_is_made_by_the_way_where_something_changed)
{
	char *path = strdup(fresh_path()), copy[600];
	struct store *st = store_at(path, STORE_WRITE);
	struct bank *bank = test_bank();
	char *here, *there;

	CHECK_INT(store_backup_by_the_way(st, WALL_US, 0, &err), 0);
	CHECK_INT(backups_of(st), 0);           /* no session, nothing to lose */
	fill_store(st, bank, 0, 1);
	CHECK_INT(store_backup_by_the_way(st, WALL_US, DAY_US, &err), 0);
	CHECK_INT(backups_of(st), 1);
	CHECK_INT(store_backup_by_the_way(st, WALL_US + DAY_US, 0, &err), 0);
	CHECK_INT(backups_of(st), 1);           /* nothing changed */
	fill_store(st, bank, 1, 2);
	CHECK_INT(store_backup_by_the_way(st, WALL_US + 1000000, DAY_US, &err), 0);
	CHECK_INT(backups_of(st), 1);           /* too soon */
	CHECK_INT(store_backup_by_the_way(st, WALL_US + DAY_US, DAY_US, &err), 0);
	CHECK_INT(backups_of(st), 2);
	fill_store(st, bank, 2, 3);
	CHECK_INT(store_backup_by_the_way(st, WALL_US - DAY_US, DAY_US, &err), 0);
	CHECK_INT(backups_of(st), 3);           /* the clock was set back: better one too many */
	for (int i = 0; i < 60; i++) {
		fill_store(st, bank, 10 + (uint64_t)i, 11 + (uint64_t)i);
		CHECK_INT(store_backup_by_the_way(st, WALL_US + i * 5 * DAY_US / 2, 0, &err), 0);
	}
	CHECK(backups_of(st) <= MANAGED_RECENT + MANAGED_DAYS + MANAGED_WEEKS + MANAGED_MONTHS);
	CHECK(backups_of(st) > MANAGED_DAYS);
	backup_of(path, "20260528-120000", copy, sizeof copy);
	store_close(st);
	here = exported_from(path);
	there = exported_from(copy);
	CHECK_STR(there, here);
	free(here);
	free(there);
	free(path);
	bank_free(bank);
}

TEST(the_folder_of_backups_must_be_ours_alone)
{
	char directory[600], path[700], folder[700];
	struct bank *bank = test_bank();
	struct store *st;
	struct stat sb;

	snprintf(directory, sizeof directory, "%s.d", fresh_path());
	snprintf(path, sizeof path, "%s/viva.db", directory);
	snprintf(folder, sizeof folder, "%s/backups", directory);
	st = store_at(path, STORE_WRITE);
	fill_store(st, bank, 0, 1);
	CHECK_INT(symlink("/tmp", folder), 0);
	CHECK_INT(store_backup_by_the_way(st, WALL_US, 0, &err), -1);
	CHECK_INT(err.status, EXIT_IO);
	CHECK_INT(unlink(folder), 0);
	CHECK_INT(mkdir(folder, 0777), 0);
	CHECK_INT(chmod(folder, 0777), 0);
	CHECK_INT(store_backup_by_the_way(st, WALL_US, 0, &err), 0);
	CHECK_INT(stat(folder, &sb), 0);
	CHECK_INT(sb.st_mode & 0777, 0700);
	store_close(st);
	bank_free(bank);
}

/* ---- restore ---- */

static int
restore(const char *path, const char *from, struct buf *kept)
{
	err = (struct err){ 0 };
	buf_finish(kept);
	buf_init(kept);
	return store_restore(path, from, WALL_US, kept, &err);
}

TEST(a_restored_backup_is_the_database_and_the_old_one_is_kept)
{
	struct bank *bank = test_bank();
	char *path = database(bank, 0, 6), *from = database(bank, 0, 3), kept_as[600];
	char *old, *backup, *now;
	struct buf kept = { 0 };
	size_t len;

	old = file_bytes(path, &len);
	backup = exported_from(from);
	if (restore(path, from, &kept) != 0)
		TEST_FAIL("%s", err.text);
	now = exported_from(path);
	CHECK_STR(now, backup);
	CHECK_INT(findings_in(path), 0);
	backup_of(path, "replaced-20260101-000000", kept_as, sizeof kept_as);
	CHECK_STR(buf_text(&kept), kept_as);
	check_same_bytes(kept_as, old, len);
	free(now);
	/* And back again: the second file that is kept has a name of its own. */
	CHECK_INT(restore(path, kept_as, &kept), 0);
	backup_of(path, "replaced-20260101-000000-2", kept_as, sizeof kept_as);
	CHECK_STR(buf_text(&kept), kept_as);
	check_same_bytes(path, old, len);
	free(old);
	free(backup);
	buf_finish(&kept);
	free(path);
	free(from);
	bank_free(bank);
}

TEST(a_restore_where_nothing_was_keeps_nothing)
{
	struct bank *bank = test_bank();
	char *from = database(bank, 0, 2), path[700], *a, *b;
	struct buf kept = { 0 };

	snprintf(path, sizeof path, "%s.d/deep/viva.db", fresh_path());
	CHECK_INT(restore(path, from, &kept), 0);
	CHECK_STR(buf_text(&kept), "");
	a = exported_from(path);
	b = exported_from(from);
	CHECK_STR(a, b);
	free(a);
	free(b);
	free(from);
	bank_free(bank);
}

TEST(a_damaged_or_newer_database_can_be_replaced)
{
	struct bank *bank = test_bank();
	char *path = database(bank, 0, 2), *from = database(bank, 5, 8), journal[600], kept_journal[700];
	struct buf kept = { 0 };
	struct stat sb;
	sqlite3 *db;

	CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
	CHECK_INT(sqlite3_exec(db, "PRAGMA user_version = 9", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	CHECK_INT(restore(path, from, &kept), 0);
	CHECK_INT(findings_in(path), 0);
	/* In a mode we do not read, with a journal beside it, which must not reach the new file. */
	CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
	CHECK_INT(sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	snprintf(journal, sizeof journal, "%s-journal", path);
	write_bytes(journal, "noise", 5);
	CHECK_INT(restore(path, from, &kept), 0);
	CHECK(stat(journal, &sb) != 0);
	snprintf(kept_journal, sizeof kept_journal, "%s-journal", buf_text(&kept));
	CHECK_INT(stat(kept_journal, &sb), 0);
	CHECK_INT(findings_in(path), 0);
	buf_finish(&kept);
	free(path);
	free(from);
	bank_free(bank);
}

TEST(what_is_no_whole_backup_replaces_nothing)
{
	struct bank *bank = test_bank();
	char *path = database(bank, 0, 3), *from = database(bank, 5, 9), *old, *bytes, *noise = strdup(fresh_path());
	char *link = strdup(fresh_path()), *newer = database(bank, 0, 1), journal[600];
	struct buf kept = { 0 };
	size_t len, from_len;
	sqlite3 *db;

	old = file_bytes(path, &len);
	bytes = file_bytes(from, &from_len);
	write_bytes(noise, "x", 1);
	CHECK_INT(restore(path, noise, &kept), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(restore(path, "/nonexistent/x.db", &kept), -1);
	CHECK_INT(err.status, EXIT_IO);
	CHECK_INT(symlink(from, link), 0);
	CHECK_INT(restore(path, link, &kept), -1);
	CHECK_INT(restore(path, "/dev/null", &kept), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(sqlite3_open(newer, &db), SQLITE_OK);
	CHECK_INT(sqlite3_exec(db, "PRAGMA user_version = 9", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	CHECK_INT(restore(path, newer, &kept), -1);
	CHECK_INT(err.status, EXIT_NEWER);
	/* Cut off, and with one figure changed. */
	write_bytes(noise, bytes, from_len / 2);
	CHECK_INT(restore(path, noise, &kept), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(sqlite3_open(from, &db), SQLITE_OK);
	CHECK_INT(sqlite3_exec(db, "UPDATE item SET answer_ms = answer_ms + 1", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	CHECK_INT(restore(path, from, &kept), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK(strstr(err.text, "is damaged (session 1: item 1 is not what its events say)") != NULL);
	snprintf(journal, sizeof journal, "%s-journal", from);
	write_bytes(journal, "x", 1);
	CHECK_INT(restore(path, from, &kept), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	check_same_bytes(path, old, len);
	free(old);
	free(bytes);
	free(noise);
	free(link);
	free(newer);
	free(path);
	free(from);
	bank_free(bank);
}

TEST(a_session_that_began_before_a_restore_cannot_write_to_the_kept_file)
{
	struct bank *bank = test_bank();
	char *path = database(bank, 0, 2), *from = database(bank, 5, 6);
	struct store *st = store_at(path, STORE_WRITE);
	struct buf kept = { 0 };
	struct sitter t;

	sit_down(&t, st, bank, 20, "Ada");
	CHECK_INT(restore(path, from, &kept), 0);
	for (int i = 0; i < 50; i++)
		if (sit_once(&t) < 0)
			break;
	CHECK_INT(err.status, EXIT_IO);
	CHECK(strstr(err.text, "was deleted or moved while it was in use") != NULL);
	get_up(&t);
	store_close(st);
	buf_finish(&kept);
	free(path);
	free(from);
	bank_free(bank);
}

/* ---- salvage ---- */

static struct store_salvage saved;
static struct buf lines;

static int
salvage(const char *path, const char *to)
{
	buf_finish(&lines);
	buf_init(&lines);
	saved = (struct store_salvage){ .lines = &lines };
	err = (struct err){ 0 };
	return store_salvage(path, to, WALL_US, &saved, &err);
}

TEST(a_whole_database_is_saved_whole)
{
	struct bank *bank = test_bank();
	char *path = database(bank, 0, 10), *to = strdup(fresh_path()), *a, *b, *old;
	size_t len;

	old = file_bytes(path, &len);
	if (salvage(path, to) != 0)
		TEST_FAIL("%s", err.text);
	CHECK_INT(saved.whole, 10);
	CHECK_INT(saved.part + saved.lost + saved.texts_lost + saved.names_lost, 0);
	CHECK_STR(buf_text(&lines), "");
	a = exported_from(path);
	b = exported_from(to);
	CHECK_STR(b, a);
	check_same_bytes(path, old, len);
	CHECK_INT(salvage(path, to), -1);       /* never over a file */
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(salvage("/nonexistent/x.db", to), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	free(a);
	free(b);
	free(old);
	free(path);
	free(to);
	bank_free(bank);
}

/* Fills `pages` random pages with noise; the first, without which nothing can be read, only if `head`. */
static void
destroy(const char *path, int pages, bool head, struct rng *rng)
{
	size_t len;
	char *bytes = file_bytes(path, &len);

	for (int i = 0; i < pages; i++) {
		size_t page = (head ? 0 : 1) + rng_below(rng, len / 4096 - (head ? 0 : 1));

		for (size_t k = 0; k < 4096; k++)
			bytes[page * 4096 + k] = (char)rng_next(rng);
	}
	write_bytes(path, bytes, len);
	free(bytes);
}

TEST(of_a_damaged_database_most_is_saved_and_all_that_is_saved_is_whole)
{
	int rounds = test_size(5, 12, 200);
	struct bank *bank = test_bank();
	char *good = database(bank, 0, 40), *path = strdup(fresh_path());
	int64_t whole = 0, events = 0;
	struct rng rng;
	size_t len;
	char *bytes = file_bytes(good, &len);

	rng_seed(&rng, 4, "pages");
	for (int i = 0; i < rounds; i++) {
		char *to = strdup(fresh_path()), *damaged;
		size_t damaged_len;

		write_bytes(path, bytes, len);
		destroy(path, 1 + i % 5, false, &rng);
		damaged = file_bytes(path, &damaged_len);
		if (salvage(path, to) != 0)
			TEST_FAIL("round %d: %s", i, err.text);
		check_same_bytes(path, damaged, damaged_len);
		if (findings_in(to) != 0)
			TEST_FAIL("round %d: what was saved is not whole", i);
		CHECK(saved.whole + saved.part + saved.lost <= 40);
		whole += saved.whole;
		events += saved.events;
		unlink(to);
		free(to);
		free(damaged);
	}
	printf("%d damaged files: %" PRId64 " of %d sessions whole, %" PRId64 " events\n", rounds, whole, rounds * 40,
	    events);
	CHECK(whole > 0);
	free(bytes);
	free(good);
	free(path);
	bank_free(bank);
}

TEST(what_the_backups_hold_is_saved_whatever_happened_to_the_file)
{
	int rounds = test_size(3, 5, 100);
	struct bank *bank = test_bank();
	char *path = database(bank, 0, 12), *bytes;
	struct store *st = store_at(path, STORE_WRITE);
	struct session_list list;
	struct rng rng;
	size_t len;

	CHECK_INT(store_backup_by_the_way(st, WALL_US, 0, &err), 0);
	fill_store(st, bank, 12, 15);
	store_close(st);
	bytes = file_bytes(path, &len);
	rng_seed(&rng, 5, "heads");
	for (int i = 0; i < rounds; i++) {
		char *to = strdup(fresh_path());

		write_bytes(path, bytes, len);
		if (i == 0)
			write_bytes(path, "gone", 4);
		else
			destroy(path, 1 + i, true, &rng);
		if (salvage(path, to) != 0)
			TEST_FAIL("round %d: %s", i, err.text);
		CHECK_INT(findings_in(to), 0);
		st = store_at(to, STORE_READ);
		CHECK_INT(store_history(st, NULL, &list, &err), 0);
		CHECK(list.count >= 12);
		for (size_t k = 0; k < 12; k++)
			CHECK_INT(list.v[k].number, (int)k + 1);
		session_list_free(&list);
		store_close(st);
		if (i == 0) {
			CHECK_INT(saved.whole, 12);
			CHECK(strstr(buf_text(&lines), "cannot be read at all") != NULL);
			CHECK(strstr(buf_text(&lines), "session 12: taken from ") != NULL);
		}
		unlink(to);
		free(to);
	}
	free(bytes);
	free(path);
	bank_free(bank);
}

TEST(what_is_lost_is_said)
{
	static const struct { const char *sql, *line; int whole, part, lost, texts, names; } cases[] = {
		{ "DELETE FROM event WHERE session = (SELECT id FROM session WHERE number = 2) AND seq > 20",
		    "session 2: the first 20 of ", 4, 1, 0, 0, 0 },
		{ "UPDATE event SET at_ms = at_ms + 1 WHERE session = (SELECT id FROM session WHERE number = 3) AND "
		    "seq = 30", "session 3: the first 29 of ", 4, 1, 0, 0, 0 },
		{ "DELETE FROM event WHERE session = (SELECT id FROM session WHERE number = 1)",
		    "lost: its beginning cannot be read anywhere", 4, 0, 1, 0, 0 },
		{ "UPDATE session SET seed = seed + 1 WHERE number = 4", "lost: its beginning", 4, 0, 1, 0, 0 },
		{ "DELETE FROM entry WHERE rowid = (SELECT min(rowid) FROM entry)", "notes or answers lost: 1", 5, 0, 0,
		    1, 0 },
		{ "UPDATE person SET name = 'x' WHERE name = 'Ada'", "", 5, 0, 0, 0, 1 },
		{ "UPDATE item SET answer_ms = 7; DELETE FROM rating; DELETE FROM swapped", "", 5, 0, 0, 0, 0 },
		{ "UPDATE counter SET value = 0", "", 5, 0, 0, 0, 0 },
	};
	struct bank *bank = test_bank();

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *path = database(bank, 0, 5), *to = strdup(fresh_path());
		sqlite3 *db;

		CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
		sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
		if (sqlite3_exec(db, cases[i].sql, NULL, NULL, NULL) != SQLITE_OK)
			TEST_FAIL("%s: %s", cases[i].sql, sqlite3_errmsg(db));
		sqlite3_close(db);
		CHECK_INT(salvage(path, to), 0);
		if (saved.whole != cases[i].whole || saved.part != cases[i].part || saved.lost != cases[i].lost ||
		    saved.texts_lost != cases[i].texts || saved.names_lost != cases[i].names ||
		    strstr(buf_text(&lines), cases[i].line) == NULL)
			TEST_FAIL("%s: %d %d %d %d %d: %s", cases[i].sql, (int)saved.whole, (int)saved.part, (int)saved.lost,
			    (int)saved.texts_lost, (int)saved.names_lost, buf_text(&lines));
		CHECK_INT(findings_in(to), 0);
		free(path);
		free(to);
	}
	bank_free(bank);
}
