/* The marks of further raters: stored, replayed, checked, carried out and in, forgotten. */
#include "scorers.h"

#include "store/db.h"
#include "viva/diag.h"
#include "viva/typing.h"

#define SESSIONS 12

static struct store *
scored(struct bank *bank, uint64_t sessions)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);

	fill_store(st, bank, 0, sessions);
	score_store(st, 0, sessions);
	return st;
}

static bool
same_mark(const struct scoring_mark *a, const struct scoring_mark *b)
{
	return a->opened == b->opened && memcmp(a->snapshot, b->snapshot, sizeof a->snapshot) == 0 &&
	    a->key_points == b->key_points && a->mistakes == b->mistakes &&
	    memcmp(a->rating.ticks, b->rating.ticks, sizeof a->rating.ticks) == 0 &&
	    a->rating.mistakes == b->rating.mistakes && a->rating.no_answer == b->rating.no_answer &&
	    a->rating.settled == b->rating.settled && a->rating.proposed == b->rating.proposed &&
	    a->rating.grade == b->rating.grade && a->rating.seq == b->rating.seq;
}

TEST(marks_read_back_as_they_stand_after_every_event)
{
	struct bank *bank = test_bank();
	struct store *st = scored(bank, 0);
	int stored = 0, undone = 0, notes = 0;

	for (uint64_t seed = 0; seed < 6; seed++) {
		struct scorer sc;
		struct sitter t;

		sit_down(&t, st, bank, seed, "Ada");
		sit_to_the_end(&t);
		scorer_begin(&sc, st, t.head.id, "Mary", seed);
		for (int i = 0; i < 80; i++) {
			struct scoring_record *again;

			if (scorer_once(&sc) != 0)
				continue;
			stored++;
			undone += sc.last.kind == EV_UNDO;
			notes += sc.last.kind == EV_NOTE;
			CHECK_INT(store_scoring_load(st, sc.sr->head.id, sc.r, &again, &err), 0);
			CHECK_STR(again->head.rater, "Mary");
			CHECK_INT(scoring_last_seq(again->s), scoring_last_seq(sc.sr->s));
			for (size_t p = 0; p < scoring_count(sc.sr->s); p++)
				CHECK(same_mark(scoring_mark(again->s, p), scoring_mark(sc.sr->s, p)));
			scoring_record_free(again);
		}
		scorer_finish(&sc);
		get_up(&t);
	}
	check_sound(st);
	CHECK(stored > 100 && undone > 5 && notes > 5);
	store_close(st);
	bank_free(bank);
}

/* The session goes on in another process: nothing of its log is touched, nor its lock wanted. */
TEST(marks_and_a_running_session_do_not_get_in_each_others_way)
{
	const char *path = strdup(fresh_path());
	struct bank *bank = test_bank();
	struct store *st = store_at(path, STORE_WRITE), *other = store_at(path, STORE_WRITE);
	struct scorer sc;
	struct sitter t;
	int marks = 0;

	sit_down(&t, st, bank, 6, "Ada");
	sit(&t, 12);
	scorer_begin(&sc, other, t.head.id, "Mary", 1);
	for (int i = 0; i < 200 && !session_done(t.s); i++) {
		int rc = scorer_once(&sc);

		CHECK(rc >= 0);
		marks += rc == 0;
		CHECK(sit_once(&t) >= 0);
		/* What was answered or swapped meanwhile. */
		record_free(sc.r);
		sc.r = loaded(other, t.head.id);
		for (size_t p = 0; p < scoring_count(sc.sr->s); p++) {
			struct scoring_item item;

			store_scoring_item(sc.r, p, sc.sr->head.present, &item);
			scoring_set_item(sc.sr->s, p, &item);
		}
	}
	CHECK(marks > 10);
	check_sound(st);
	scorer_finish(&sc);
	get_up(&t);
	store_close(other);
	store_close(st);
	bank_free(bank);
	free((char *)path);
}

TEST(one_rater_has_one_scoring_and_marks_of_the_session_itself_are_not_given_twice)
{
	struct bank *bank = test_bank();
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct scoring_head h = { .id = 77, .rater = "Mary", .created_us = WALL_US };
	struct session_list l;
	int64_t id;

	fill_store(st, bank, 0, 9);
	CHECK_INT(store_person(st, "Mary", 4242, WALL_US, &id, NULL, &err), 0);
	CHECK_INT(store_history(st, NULL, &l, &err), 0);
	for (size_t i = 0; i < l.count; i++) {
		bool led = l.v[i].mode == MODE_LED;

		h.session = l.v[i].id;
		h.id = 1000 + (int64_t)i * 10;
		h.rater = led ? l.v[i].interviewer : l.v[i].candidate;
		CHECK_INT(store_scoring_begin(st, &h, &err), -1);
		CHECK_INT(err.status, EXIT_FINDINGS);
		h.rater = led ? l.v[i].candidate : "Mary";
		CHECK_INT(store_scoring_begin(st, &h, &err), 0);
		CHECK_INT(store_scoring_begin(st, &h, &err), 0);        /* the same again */
		h.id++;
		CHECK_INT(store_scoring_begin(st, &h, &err), -1);
		CHECK(strstr(err.text, "already") != NULL);
		CHECK_INT(store_scoring_find(st, h.session, h.rater, &id, &err), 0);
		CHECK_INT(id, h.id - 1);
	}
	h.rater = "Eve";
	CHECK_INT(store_scoring_begin(st, &h, &err), -1);
	CHECK_INT(store_scoring_find(st, h.session, "Eve", &id, &err), STORE_NOT_FOUND);
	session_list_free(&l);
	check_sound(st);
	store_close(st);
	bank_free(bank);
}

TEST(the_same_mark_again_is_success_and_another_is_held)
{
	struct bank *bank = test_bank();
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct session_input grade = { .kind = IN_GRADE, .a = 3 };
	enum refusal why;
	struct scorer sc;
	struct sitter t;
	struct event ev, other;

	sit_down(&t, st, bank, 2, "Ada");
	sit_to_the_end(&t);
	get_up(&t);
	scorer_begin(&sc, st, t.head.id, "Mary", 1);    /* present */
	CHECK(scoring_open(sc.sr->s, 0, &ev));
	CHECK_INT(scorer_commit(&sc, &ev), 0);
	if (!scoring_item(sc.sr->s, 0)->ratable)
		TEST_FAIL("choose another seed");
	CHECK(scoring_step(sc.sr->s, 0, grade, &ev, &why));
	CHECK_INT(scorer_commit(&sc, &ev), 0);
	CHECK_INT(scorer_commit(&sc, &ev), 0);
	other = ev;
	other.n[0] = 4;
	CHECK_INT(scorer_commit(&sc, &other), -1);
	CHECK_INT(err.status, EXIT_HELD);
	check_sound(st);
	scorer_finish(&sc);
	store_close(st);
	bank_free(bank);
}

TEST(marks_go_out_and_come_in_as_the_same_bytes)
{
	struct bank *bank = test_bank();
	struct store *st = scored(bank, SESSIONS), *to = store_at(fresh_path(), STORE_WRITE);
	struct buf first, second, renamed;
	struct store_import result = { .renamed = &renamed };
	struct diags diags;

	buf_init(&first);
	buf_init(&second);
	buf_init(&renamed);
	diags_init(&diags, "export");
	CHECK_INT(store_export_json(st, &first, &err), 0);
	CHECK(strstr(buf_text(&first), "\"scorings\": [{") != NULL);
	if (store_import_json(to, first.data, first.len, &diags, &result, &err) != 0)
		TEST_FAIL("%s", diags.count > 0 ? diags.v[0].text : err.text);
	CHECK_INT(store_export_json(to, &second, &err), 0);
	CHECK_STR(buf_text(&second), buf_text(&first));
	check_sound(to);
	/* Again: everything is known. */
	CHECK_INT(store_import_json(to, first.data, first.len, &diags, &result, &err), 0);
	CHECK_INT(result.added, 0);
	CHECK_INT(result.known, SESSIONS);
	buf_finish(&first);
	buf_finish(&second);
	buf_finish(&renamed);
	diags_finish(&diags);
	store_close(st);
	store_close(to);
	bank_free(bank);
}

/* Marks that come late join their session; those that went on elsewhere are refused, and nothing comes in. */
TEST(marks_join_a_session_that_is_here_and_others_of_the_same_rater_are_refused)
{
	struct bank *bank = test_bank();
	struct store *st = store_at(fresh_path(), STORE_WRITE), *to = store_at(fresh_path(), STORE_WRITE);
	struct buf doc, renamed;
	struct store_import result = { .renamed = &renamed };
	struct diags diags;
	struct scorer sc;

	buf_init(&doc);
	buf_init(&renamed);
	diags_init(&diags, "export");
	fill_store(st, bank, 0, 3);
	CHECK_INT(store_export_json(st, &doc, &err), 0);
	CHECK_INT(store_import_json(to, doc.data, doc.len, &diags, &result, &err), 0);
	scorer_begin(&sc, st, (INT64_C(1) << 40) + 1, "Mary", 1);
	scorer_mark(&sc, 20, false);
	buf_clear(&doc);
	CHECK_INT(store_export_json(st, &doc, &err), 0);
	CHECK_INT(store_import_json(to, doc.data, doc.len, &diags, &result, &err), 0);
	check_sound(to);
	scorer_mark(&sc, 20, false);
	scorer_finish(&sc);
	buf_clear(&doc);
	CHECK_INT(store_export_json(st, &doc, &err), 0);
	CHECK_INT(store_import_json(to, doc.data, doc.len, &diags, &result, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK(strstr(diags.v[0].text, "other marks of this rater are here") != NULL);
	check_sound(to);
	buf_finish(&doc);
	buf_finish(&renamed);
	diags_finish(&diags);
	store_close(st);
	store_close(to);
	bank_free(bank);
}

TEST(check_finds_marks_that_another_program_changed)
{
	static const char *const edits[] = {
		"UPDATE scoring_rating SET grade = (grade + 1) % 5 WHERE settled = 1",
		"UPDATE scoring_event SET n1 = n1 + 1 WHERE kind = 14",
		"UPDATE scoring_text SET body = 'other' WHERE erased_us IS NULL",
		"UPDATE scoring SET present = 2 - present WHERE present <> 1",
		"UPDATE scoring SET state = 1 - state", "UPDATE scoring SET created_us = created_us + 1",
		"DELETE FROM scoring_rating", "UPDATE scoring_rating SET ticks = '2' || substr(ticks, 2) WHERE ticks LIKE '0%'",
	};
	struct bank *bank = test_bank();

	for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
		struct store *st = scored(bank, 8);
		struct buf findings;
		struct store_report report = { .findings = &findings };

		check_sound(st);
		st->right = RIGHT_SETUP;
		sqlite3_db_config(st->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
		if (db_exec(st, edits[i], &err) != 0)
			TEST_FAIL("%s: %s", edits[i], err.text);
		st->right = RIGHT_WORK;
		buf_init(&findings);
		CHECK_INT(store_check(st, &report, &err), 0);
		if (report.finding_count == 0)
			TEST_FAIL("not found: %s", edits[i]);
		buf_finish(&findings);
		store_close(st);
	}
	bank_free(bank);
}

static int64_t
count_of(struct store *st, const char *sql)
{
	int64_t n;

	st->right = RIGHT_SETUP;
	CHECK_INT(db_exec_int(st, sql, &n, &err), 0);
	st->right = RIGHT_WORK;
	return n;
}

TEST(a_forgotten_rater_leaves_marks_without_name_and_notes)
{
	struct bank *bank = test_bank();
	struct store *st = scored(bank, SESSIONS);
	int64_t done = count_of(st, "SELECT count(*) FROM scoring WHERE state = 1 AND rater = "
	    "(SELECT id FROM person WHERE name = 'Mary')");
	int64_t open = count_of(st, "SELECT count(*) FROM scoring WHERE state = 0 AND rater = "
	    "(SELECT id FROM person WHERE name = 'Mary')");
	int64_t all = count_of(st, "SELECT count(*) FROM scoring");
	const char *tmp = getenv("TMPDIR");
	struct store_forget out;

	CHECK(done > 0 && open > 0);
	CHECK_INT(store_forget(st, "Mary", tmp != NULL ? tmp : "/tmp", WALL_US, &out, &err), 0);
	CHECK_INT(out.sessions, 0);
	CHECK_INT(out.scored, done);
	CHECK_INT(count_of(st, "SELECT count(*) FROM scoring"), all - open);
	CHECK_INT(count_of(st, "SELECT count(*) FROM scoring_text t JOIN scoring s ON s.id = t.scoring "
	    "JOIN person p ON p.id = s.rater WHERE p.name = 'removed person' AND t.erased_us IS NULL"), 0);
	CHECK(count_of(st, "SELECT count(*) FROM scoring_text WHERE erased_us IS NOT NULL") > 0);
	CHECK_INT(count_of(st, "SELECT count(*) FROM person WHERE name = 'Mary'"), 0);
	check_sound(st);
	store_close(st);
	bank_free(bank);
}

TEST(a_forgotten_candidate_takes_all_marks_of_their_sessions_along)
{
	struct bank *bank = test_bank();
	struct store *st = scored(bank, SESSIONS);
	const char *tmp = getenv("TMPDIR");
	struct store_forget out;

	CHECK_INT(store_forget(st, "Ada", tmp != NULL ? tmp : "/tmp", WALL_US, &out, &err), 0);
	CHECK(out.sessions > 0);
	CHECK_INT(count_of(st, "SELECT count(*) FROM scoring WHERE session NOT IN (SELECT id FROM session)"), 0);
	CHECK_INT(count_of(st, "SELECT count(*) FROM scoring_event WHERE scoring NOT IN (SELECT id FROM scoring)"), 0);
	check_sound(st);
	store_close(st);
	bank_free(bank);
}

TEST(who_marked_a_session_is_not_who_sat_it)
{
	struct bank *bank = test_bank();
	struct store *st = scored(bank, SESSIONS);
	struct buf name;

	buf_init(&name);
	CHECK_INT(store_merge(st, "Mary", "Ada", &name, &err), -1);
	CHECK_INT(store_merge(st, "Alan", "Mary", &name, &err), -1);    /* both marked one session */
	CHECK_INT(err.status, EXIT_FINDINGS);
	buf_finish(&name);
	check_sound(st);
	store_close(st);
	bank_free(bank);
}

TEST(salvage_saves_marks)
{
	struct bank *bank = test_bank();
	char *path = strdup(fresh_path()), *to = strdup(fresh_path());
	struct store *st = store_at(path, STORE_WRITE);
	struct store_salvage out;
	struct buf lines, first, second;

	fill_store(st, bank, 0, SESSIONS);
	score_store(st, 0, SESSIONS);
	buf_init(&lines);
	buf_init(&first);
	buf_init(&second);
	CHECK_INT(store_export_json(st, &first, &err), 0);
	store_close(st);
	out = (struct store_salvage){ .lines = &lines };
	CHECK_INT(store_salvage(path, to, WALL_US, &out, &err), 0);
	CHECK_INT(out.whole, SESSIONS);
	st = store_at(to, STORE_WRITE);
	check_sound(st);
	CHECK_INT(store_export_json(st, &second, &err), 0);
	CHECK_STR(buf_text(&second), buf_text(&first));
	store_close(st);
	buf_finish(&lines);
	buf_finish(&first);
	buf_finish(&second);
	bank_free(bank);
	free(path);
	free(to);
}
