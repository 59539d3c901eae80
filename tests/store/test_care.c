/* Questions about many sessions, and the care of the file: check, backup, export, history. */
#include "sessions.h"

#include <jansson.h>
#include <sqlite3.h>

#include "viva/draw.h"

static struct buf findings;

/* Number of findings, with their text in `findings`. */
static int
findings_of(struct store *st, int64_t *sessions)
{
	struct store_report report = { .findings = &findings };

	buf_finish(&findings);
	buf_init(&findings);
	if (store_check(st, &report, &err) != 0)
		TEST_FAIL("store_check: %s", err.text);
	if (sessions != NULL)
		*sessions = report.sessions;
	return report.finding_count;
}

static char *
exported(struct store *st)
{
	struct buf out;

	buf_init(&out);
	if (store_export_json(st, &out, &err) != 0)
		TEST_FAIL("store_export_json: %s", err.text);
	return buf_take(&out, NULL);
}

/* Changes the file as another program would, past our triggers. */
static void
meddle(const char *path, const char *sql)
{
	sqlite3 *db;

	CHECK_INT(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_exec(db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		TEST_FAIL("%s: %s", sql, sqlite3_errmsg(db));
	if (sqlite3_changes(db) == 0)
		TEST_FAIL("%s: changed nothing", sql);
	sqlite3_close(db);
}

TEST(whole_records_have_no_findings)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	int64_t sessions;

	fill_store(st, bank, 0, 25);
	CHECK_INT(findings_of(st, &sessions), 0);
	CHECK_INT(sessions, 25);
	bank_free(bank);
	store_close(st);
}

TEST(check_finds_what_another_program_changed)
{
	static const char *const changes[] = {
		"UPDATE event SET n1 = n1 + 1 WHERE seq = 5",
		"UPDATE event SET wall_us = wall_us + 1 WHERE seq = 1",
		"UPDATE event SET digest = NULL WHERE kind = 2 AND item = 1",
		"DELETE FROM event WHERE seq = (SELECT last_seq FROM session WHERE id = event.session)",
		"UPDATE session SET last_seq = last_seq - 1",
		"UPDATE session SET state = 1 - state",
		"UPDATE session SET ended_us = ended_us + 1",
		"UPDATE session SET seed = seed + 1",
		"UPDATE session SET bank_title = 'Other'",
		"UPDATE session SET blueprint_title = 'Other'",
		"UPDATE session SET created_us = created_us + 1",
		"UPDATE session SET utc_offset_min = 0",
		"UPDATE session SET flags = 2",
		"UPDATE session SET number = number + 100",
		"UPDATE session SET candidate = (SELECT max(id) FROM person)",
		"UPDATE person SET name = upper(name)",
		"UPDATE person SET folded = folded || 'x'",
		"UPDATE person SET created_us = created_us + 1",
		"UPDATE snapshot SET body = replace(body, 'Thus', 'This')",
		"UPDATE entry SET body = body || ' '",
		"UPDATE entry SET salt = zeroblob(16)",
		"UPDATE entry SET salt = zeroblob(0), body = 'still here', erased_us = 1",
		"DELETE FROM entry",
		"INSERT INTO entry SELECT session, seq, zeroblob(16), 'x', NULL FROM event WHERE kind = 1",
		"UPDATE item SET answer_ms = answer_ms + 1 WHERE position = 1",
		"UPDATE item SET item_id = 'other' WHERE position = 1",
		"UPDATE item SET prediction = prediction + 1 WHERE position = 0",
		"DELETE FROM item WHERE position = (SELECT max(position) FROM item)",
		("INSERT INTO item SELECT session, 900, item_id, revision, snapshot, 0, 0, 0, 0, 0, 0, 0, "
		"0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM item WHERE position = 0"),
		"UPDATE rating SET grade = 4 - grade",
		"UPDATE rating SET ticks = '222' WHERE ticks <> '222'",
		"UPDATE rating SET rater = 2 WHERE session = (SELECT min(id) FROM session WHERE mode = 0)",
		"DELETE FROM rating",
		"UPDATE swapped SET item_id = 'other'",
		"UPDATE swapped SET position = position + 1",
		"DELETE FROM swapped",
		"INSERT INTO swapped SELECT session, seq, 0, 'x', (SELECT max(sha256) FROM snapshot) "
		    "FROM event WHERE kind = 1",
		"UPDATE counter SET value = 1",
		"DELETE FROM counter",
	};
	struct bank *bank = test_bank();
	char *path = strdup(fresh_path());
	struct store *st = store_at(path, STORE_WRITE);
	size_t len;
	char *good;

	fill_store(st, bank, 0, 12);
	store_close(st);
	good = file_bytes(path, &len);
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		write_bytes(path, good, len);
		meddle(path, changes[i]);
		st = store_at(path, STORE_READ);
		if (findings_of(st, NULL) == 0)
			TEST_FAIL("not found: %s", changes[i]);
		CHECK(findings.len > 0 && findings.data[findings.len - 1] == '\n');
		store_close(st);
	}
	free(good);
	free(path);
	bank_free(bank);
}

TEST(a_damaged_session_does_not_hide_the_others)
{
	struct bank *bank = test_bank();
	char *path = strdup(fresh_path());
	struct store *st = store_at(path, STORE_WRITE);
	int64_t sessions, id;
	struct record *r;

	fill_store(st, bank, 0, 6);
	store_close(st);
	meddle(path, "UPDATE event SET at_ms = at_ms + 1 WHERE seq = 9 AND session = "
	    "(SELECT id FROM session WHERE number = 3)");
	st = store_at(path, STORE_READ);
	CHECK_INT(findings_of(st, &sessions), 1);
	CHECK_INT(sessions, 5);
	CHECK(strstr(buf_text(&findings), "session 3, event 9") != NULL);
	CHECK_INT(store_find(st, "3", NULL, &id, &err), 0);
	CHECK_INT(store_load(st, id, &r, &err), -1);
	CHECK(r == NULL);
	CHECK_INT(err.status, EXIT_DAMAGED);
	CHECK(strstr(err.text, "session 3, event 9") != NULL);
	CHECK_INT(store_find(st, "4", NULL, &id, &err), 0);
	record_free(loaded(st, id));
	store_close(st);
	free(path);
	bank_free(bank);
}

TEST(a_changed_name_or_number_is_found_on_loading)
{
	static const char *const changes[] = { "UPDATE person SET name = upper(name)",
		"UPDATE session SET number = number + 1" };
	struct bank *bank = test_bank();

	for (size_t i = 0; i < 2; i++) {
		char *path = strdup(fresh_path());
		struct store *st = store_at(path, STORE_WRITE);
		struct record *r;
		int64_t id;

		fill_store(st, bank, 0, 1);
		store_close(st);
		meddle(path, changes[i]);
		st = store_at(path, STORE_READ);
		CHECK_INT(store_find(st, "last", NULL, &id, &err), 0);
		CHECK_INT(store_load(st, id, &r, &err), -1);
		CHECK_INT(err.status, EXIT_DAMAGED);
		store_close(st);
		free(path);
	}
	bank_free(bank);
}

/* ---- backup ---- */

TEST(a_backup_holds_the_same_records)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE), *copy;
	char *path = strdup(fresh_path());
	struct bank *bank = test_bank();
	char *here, *there;
	struct stat sb;

	fill_store(st, bank, 0, 8);
	CHECK_INT(store_backup(st, path, &err), 0);
	fill_store(st, bank, 8, 9);
	CHECK_INT(store_backup(st, path, &err), 0);     /* over the earlier one */
	CHECK(stat(path, &sb) == 0);
	CHECK_INT(sb.st_mode & 0777, 0600);
	copy = store_at(path, STORE_WRITE);
	here = exported(st);
	there = exported(copy);
	CHECK(strcmp(here, there) == 0);
	CHECK_INT(findings_of(copy, NULL), 0);
	fill_store(copy, bank, 20, 21);       /* and can be worked with */
	free(here);
	free(there);
	store_close(copy);
	store_close(st);
	free(path);
	bank_free(bank);
}

TEST(a_backup_replaces_nothing_but_a_backup)
{
	char *path = strdup(fresh_path()), *other = strdup(fresh_path()), *here, *after;
	struct store *st = store_at(path, STORE_WRITE);
	size_t len;

	write_bytes(other, "a letter", 8);
	CHECK_INT(store_backup(st, other, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	here = file_bytes(other, &len);
	CHECK_INT(len, 8);
	CHECK_INT(store_backup(st, path, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(unlink(other), 0);
	CHECK_INT(symlink(path, other), 0);
	CHECK_INT(store_backup(st, other, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(store_backup(st, "/nonexistent/copy.db", &err), -1);
	CHECK_INT(err.status, EXIT_IO);
	after = exported(st);
	store_close(st);
	free(here);
	free(after);
	free(other);
	free(path);
}

/* ---- export ---- */

TEST(the_same_records_export_as_the_same_bytes)
{
	struct bank *bank = test_bank();
	char *text[2];

	for (int i = 0; i < 2; i++) {
		struct store *st = store_at(fresh_path(), STORE_WRITE);

		fill_store(st, bank, 0, 10);
		text[i] = exported(st);
		store_close(st);
	}
	CHECK_STR(text[1], text[0]);
	free(text[0]);
	free(text[1]);
	bank_free(bank);
}

static const char *
string_at(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

TEST(the_export_holds_every_session_as_it_was_loaded)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	json_error_t where;
	json_t *all, *sessions;
	char *text;

	fill_store(st, bank, 0, 12);
	text = exported(st);
	all = json_loads(text, JSON_REJECT_DUPLICATES, &where);
	if (all == NULL)
		TEST_FAIL("line %d: %s", where.line, where.text);
	CHECK_STR(string_at(all, "format"), "viva-records");
	CHECK_INT(json_array_size(json_object_get(all, "people")), 3);
	CHECK(json_array_size(json_object_get(all, "snapshots")) >= 6);
	sessions = json_object_get(all, "sessions");
	CHECK_INT(json_array_size(sessions), 12);
	for (size_t i = 0; i < 12; i++) {
		json_t *s = json_array_get(sessions, i), *events = json_object_get(s, "events");
		struct record *r;
		int64_t id;
		char hex[65];

		CHECK_INT(store_find(st, string_at(s, "id"), NULL, &id, &err), 0);
		r = loaded(st, id);
		CHECK_INT(json_integer_value(json_object_get(s, "number")), r->head.number);
		CHECK_STR(string_at(s, "candidate"), r->head.candidate);
		CHECK_STR(string_at(s, "mode"), r->head.mode == MODE_LED ? "led" : "solo");
		CHECK_INT(json_array_size(json_object_get(s, "items")), r->item_count);
		CHECK_INT(json_array_size(events), r->event_count);
		for (size_t k = 0; k < 32; k++)
			snprintf(hex + 2 * k, 3, "%02x", r->chain[k]);
		CHECK_STR(string_at(json_array_get(events, r->event_count - 1), "chain"), hex);
		CHECK_STR(string_at(s, "chain"), hex);
		for (size_t k = 0; k < r->event_count; k++) {
			json_t *e = json_array_get(events, k);

			CHECK_INT(json_integer_value(json_object_get(e, "at_ms")), r->events[k].at_ms);
			CHECK_STR(string_at(e, "kind"), event_kind_name(r->events[k].kind));
			CHECK((json_object_get(e, "text") != NULL) == (r->events[k].kind == EV_NOTE));
		}
		record_free(r);
	}
	json_decref(all);
	free(text);
	bank_free(bank);
	store_close(st);
}

TEST(an_amended_rating_stands_beside_the_one_it_replaces)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	json_t *all, *session;
	int amended = 0;
	size_t i;
	char *text;

	fill_store(st, bank, 0, 20);
	text = exported(st);
	all = json_loads(text, 0, NULL);
	json_array_foreach(json_object_get(all, "sessions"), i, session) {
		json_t *ratings = json_object_get(json_array_get(json_object_get(session, "items"), 0),
		    "ratings");
		json_t *old = json_array_get(ratings, 0), *new = json_array_get(ratings, 1);

		if (new == NULL || strcmp(string_at(new, "role"), string_at(old, "role")) != 0)
			continue;
		amended++;
		CHECK(json_is_null(json_object_get(old, "replaces")));
		CHECK_INT(json_integer_value(json_object_get(new, "replaces")),
		    json_integer_value(json_object_get(old, "seq")));
		CHECK_INT(json_integer_value(json_object_get(new, "grade")), 3);
		CHECK_STR(string_at(json_object_get(new, "ticks"), "k0"), "yes");
		CHECK_STR(string_at(json_object_get(new, "ticks"), "k1"), "partly");
	}
	CHECK(amended >= 3);
	json_decref(all);
	free(text);
	bank_free(bank);
	store_close(st);
}

TEST(an_empty_database_exports_as_json_too)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	char *text = exported(st);
	json_t *all = json_loads(text, 0, NULL);

	CHECK(all != NULL);
	CHECK_INT(json_array_size(json_object_get(all, "sessions")), 0);
	json_decref(all);
	free(text);
	store_close(st);
}

/* ---- history ---- */

TEST(history_adds_up_what_the_records_say)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct session_list list;
	size_t theirs = 0;

	fill_store(st, bank, 0, 30);
	CHECK_INT(store_history(st, NULL, &list, &err), 0);
	CHECK_INT(list.count, 30);
	for (size_t i = 0; i < list.count; i++) {
		const struct session_line *l = &list.v[i];
		struct record *r = loaded(st, l->id);
		int answered = 0, rated = 0, no_answers = 0, grades = 0, within = 0;

		for (size_t k = 0; k < r->item_count; k++) {
			const struct item_record *it = &r->items[k];
			const struct rating *g = record_rating(it);
			bool was_answered = (it->state == ITEM_ANSWERED || it->state == ITEM_RATED) &&
			    !it->no_answer;

			answered += was_answered;
			within += was_answered && it->over_ms == 0;
			no_answers += it->no_answer;
			rated += g != NULL;
			grades += g != NULL ? g->grade : 0;
		}
		CHECK_INT(l->number, (int)i + 1);
		CHECK_STR(l->candidate, r->head.candidate);
		CHECK((l->interviewer != NULL) == (r->head.mode == MODE_LED));
		CHECK_STR(l->bank_id, "demo");
		CHECK_STR(l->blueprint, "b45");
		CHECK_INT(l->mode, r->head.mode);
		CHECK_INT(l->state, r->state);
		CHECK_INT(l->created_us, r->head.created_us);
		CHECK_INT(l->utc_offset_min, -330);
		CHECK_INT(l->items, r->item_count);
		CHECK_INT(l->answered, answered);
		CHECK_INT(l->rated, rated);
		CHECK_INT(l->no_answers, no_answers);
		CHECK_INT(l->grade_sum, grades);
		CHECK_INT(l->within_limit, within);
		theirs += strcmp(l->candidate, "Bob") == 0;
		record_free(r);
	}
	session_list_free(&list);
	CHECK_INT(store_history(st, "bob", &list, &err), 0);
	CHECK_INT(list.count, theirs);
	for (size_t i = 0; i < list.count; i++)
		CHECK_STR(list.v[i].candidate, "Bob");
	session_list_free(&list);
	CHECK_INT(store_history(st, "nobody", &list, &err), 0);
	CHECK_INT(list.count, 0);
	bank_free(bank);
	store_close(st);
}

/* The same from the records alone: each item met once a session, by events. */
static void
meet_by_events(struct store *st, const struct bank *bank, const char *candidate, struct item_history *out)
{
	struct session_list list;
	uint32_t ordinal = 0;

	for (size_t i = 0; i < bank->item_count; i++)
		out[i] = (struct item_history){ .last_grade = -1 };
	CHECK_INT(store_history(st, candidate, &list, &err), 0);
	for (size_t i = 0; i < list.count; i++) {
		struct record *r = loaded(st, list.v[i].id);
		bool met[BANK_ITEMS] = { false };
		uint8_t digests[BANK_ITEMS][32], at[FORM_MAX][32];

		ordinal++;
		for (size_t k = 0; k < BANK_ITEMS; k++) {
			struct buf snapshot;

			memcpy(digests[k], given_item(bank, k, &snapshot).snapshot, 32);
			buf_finish(&snapshot);
		}
		for (size_t e = 0; e < r->event_count; e++) {
			const struct event *ev = &r->events[e];

			if (ev->kind == EV_DRAW || ev->kind == EV_SWAP)
				memcpy(at[ev->item], ev->digest, 32);
			if (ev->kind == EV_OPEN || ev->kind == EV_SWAP)
				for (size_t k = 0; k < BANK_ITEMS; k++)
					met[k] |= memcmp(at[ev->item], digests[k], 32) == 0;
		}
		for (size_t k = 0; k < BANK_ITEMS; k++)
			if (met[k]) {
				out[k].times_met++;
				out[k].last_met_session = ordinal;
				out[k].last_met_day = (int32_t)((r->head.created_us / 60000000 +
				    r->head.utc_offset_min) / 1440);
			}
		for (size_t p = 0; p < r->item_count; p++) {
			const struct rating *g = record_rating(&r->items[p]);

			if (g != NULL)
				out[bank_find_item(bank, record_item(r, p)->id)].last_grade = g->grade;
		}
		record_free(r);
	}
	session_list_free(&list);
}

TEST(an_item_is_met_once_opened_or_swapped_away)
{
	static const char *const people[] = { "Ada", "Bob", "Grace", "nobody" };
	struct item_history got[BANK_ITEMS], want[BANK_ITEMS];
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	uint32_t most = 0, unmet = 0;

	for (uint64_t upto = 0; upto < 24; upto += 4) {
		fill_store(st, bank, upto, upto + 4);
		for (size_t p = 0; p < 4; p++) {
			CHECK_INT(store_item_history(st, people[p], bank, got, &err), 0);
			meet_by_events(st, bank, people[p], want);
			for (size_t i = 0; i < BANK_ITEMS; i++) {
				CHECK_INT(got[i].times_met, want[i].times_met);
				CHECK_INT(got[i].last_met_session, want[i].last_met_session);
				if (want[i].times_met > 0)
					CHECK_INT(got[i].last_met_day, want[i].last_met_day);
				CHECK_INT(got[i].last_grade, want[i].last_grade);
				most = got[i].times_met > most ? got[i].times_met : most;
				unmet += got[i].times_met == 0;
			}
		}
	}
	CHECK(most > 5 && unmet > 0);
	bank_free(bank);
	store_close(st);
}

TEST(items_met_in_another_bank_are_not_met_in_this_one)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct item_history history[BANK_ITEMS];
	const char *id = bank->id;

	fill_store(st, bank, 0, 3);
	bank->id = "other";
	CHECK_INT(store_item_history(st, "Ada", bank, history, &err), 0);
	for (size_t i = 0; i < BANK_ITEMS; i++)
		CHECK_INT(history[i].times_met, 0);
	bank->id = id;
	bank_free(bank);
	store_close(st);
}
