/* What is known of people beside their names, and people who were entered twice. */
#include "sessions.h"

#include "store/db.h"
#include "viva/answers.h"
#include "viva/diag.h"
#include "viva/history.h"

static const struct person_settings none = { PERSON_NO_GOAL, PERSON_NO_EXTRA_TIME };

static void
add(struct store *st, const char *name, int64_t id)
{
	int64_t got;

	CHECK_INT(store_person(st, name, id, WALL_US, &got, NULL, &err), 0);
	CHECK_INT(got, id);
}

static void
check_settings(struct store *st, const char *name, int goal, int extra_time_permille)
{
	struct person_settings s;

	CHECK_INT(store_person_settings(st, name, &s, &err), 0);
	CHECK_INT(s.goal, goal);
	CHECK_INT(s.extra_time_permille, extra_time_permille);
}

TEST(settings_are_kept_and_bad_ones_refused)
{
	static const struct person_settings bad[] = { { 5, 1000 }, { -2, 1000 }, { 3, 999 }, { 3, 10001 } };
	const char *path = fresh_path();
	struct store *st = store_at(path, STORE_WRITE);
	struct person_settings s;

	add(st, "Ada", 10);
	check_settings(st, "ada", PERSON_NO_GOAL, 1000);
	CHECK_INT(store_set_person(st, "ADA", &(struct person_settings){ 4, 1500 }, &err), 0);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		CHECK_INT(store_set_person(st, "Ada", &bad[i], &err), -1);
		CHECK_INT(err.status, EXIT_FINDINGS);
	}
	CHECK_INT(store_person_settings(st, "Eve", &s, &err), STORE_NOT_FOUND);
	CHECK_INT(store_set_person(st, "Eve", &none, &err), STORE_NOT_FOUND);
	store_close(st);
	st = store_at(path, STORE_WRITE);
	check_settings(st, "Ada", 4, 1500);
	check_sound(st);
	CHECK_INT(store_set_person(st, "Ada", &none, &err), 0);
	check_settings(st, "Ada", PERSON_NO_GOAL, 1000);
	check_sound(st);
	store_close(st);
}

/* Each new column is under the seal. */
TEST(a_setting_changed_by_another_program_is_found)
{
	static const char *const edits[] = { "goal = 2", "goal = NULL", "extra_time_permille = 1100",
	    "same_as = 20" };

	for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
		struct store *st = store_at(fresh_path(), STORE_WRITE);
		struct buf findings;
		struct store_report report = { .findings = &findings };
		char sql[128];

		add(st, "Ada", 10);
		add(st, "Bob", 20);
		CHECK_INT(store_set_person(st, "Ada", &(struct person_settings){ 1, 1000 }, &err), 0);
		check_sound(st);
		st->right = RIGHT_SETUP;
		snprintf(sql, sizeof sql, "UPDATE person SET %s WHERE id = 10", edits[i]);
		CHECK_INT(db_exec(st, sql, &err), 0);
		st->right = RIGHT_WORK;
		buf_init(&findings);
		CHECK_INT(store_check(st, &report, &err), 0);
		CHECK_INT(report.finding_count, 1);
		buf_finish(&findings);
		store_close(st);
	}
}

/* Sessions of Ada, of Bob, and of both together, as `viva history` counts them. */
static size_t
sessions_of(struct store *st, const char *name)
{
	struct session_list l;
	size_t count;

	CHECK_INT(store_history(st, name, &l, &err), 0);
	count = l.count;
	for (size_t i = 0; i < l.count; i++)
		CHECK_STR(l.v[i].candidate, "Bob");
	session_list_free(&l);
	return count;
}

static void
check_merged(struct store *st, size_t sessions)
{
	struct people_list people;
	struct answers *answers;
	struct buf name;
	int64_t id;
	size_t met = 0;
	struct item_history history[BANK_ITEMS];
	struct bank *bank = test_bank();

	CHECK_INT(sessions_of(st, "Bob"), sessions);
	CHECK_INT(sessions_of(st, "ada"), sessions);
	CHECK_INT(sessions_of(st, NULL), sessions);
	CHECK_INT(store_people(st, &people, &err), 0);
	CHECK_INT(people.count, 2);             /* and Grace */
	CHECK_STR(people.v[0].name, "Bob");
	CHECK_INT(people.v[0].sat, sessions);
	people_list_free(&people);
	CHECK_INT(store_answers(st, "Ada", "demo", &answers, &err), 0);
	CHECK_INT(answers->person_count, 1);
	CHECK_STR(answers->people[0].name, "Bob");
	CHECK_INT(answers->session_count, sessions);
	answers_free(answers);
	CHECK_INT(store_answers(st, NULL, "demo", &answers, &err), 0);
	CHECK_INT(answers->person_count, 1);
	CHECK_INT(answers->people[0].session_count, sessions);
	answers_free(answers);
	CHECK_INT(store_item_history(st, "Ada", bank, history, &err), 0);
	for (size_t i = 0; i < BANK_ITEMS; i++)
		met += history[i].times_met;
	CHECK_INT(store_item_history(st, "Bob", bank, history, &err), 0);
	for (size_t i = 0; i < BANK_ITEMS; i++)
		met -= history[i].times_met;
	CHECK_INT(met, 0);
	CHECK_INT(store_find(st, "last", "Ada", &id, &err), 0);
	buf_init(&name);
	CHECK_INT(store_known_person(st, "ADA", &name, &err), 0);
	CHECK_STR(buf_text(&name), "Bob");
	buf_finish(&name);
	bank_free(bank);
	check_sound(st);
}

static struct store *
merged(struct bank *bank, size_t sessions)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct buf name;

	fill_store(st, bank, 0, sessions);
	buf_init(&name);
	CHECK_INT(store_merge(st, "ada", "bob", &name, &err), 0);
	CHECK_STR(buf_text(&name), "Bob");
	buf_finish(&name);
	return st;
}

TEST(sessions_of_both_entries_are_those_of_one_person)
{
	struct bank *bank = test_bank();
	struct store *st = merged(bank, 7);
	struct sitter t;
	struct buf name;

	check_merged(st, 7);
	/* A session begun under the other name is theirs too. */
	sit_down(&t, st, bank, 50, "Ada");
	get_up(&t);
	check_merged(st, 8);
	buf_init(&name);
	CHECK_INT(store_merge(st, "Ada", "Bob", &name, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(store_merge(st, "Eve", "Bob", &name, &err), STORE_NOT_FOUND);
	/* Another entry's name stays taken. */
	CHECK_INT(store_rename(st, "Bob", "Ada", &name, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	buf_finish(&name);
	store_close(st);
	bank_free(bank);
}

TEST(an_entry_taken_out_has_what_it_had)
{
	struct bank *bank = test_bank();
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct people_list people;
	struct session_list l;
	struct sitter t;
	struct buf name;
	size_t adas;

	fill_store(st, bank, 0, 7);
	CHECK_INT(store_set_person(st, "Ada", &(struct person_settings){ 4, 1250 }, &err), 0);
	CHECK_INT(store_history(st, "Ada", &l, &err), 0);
	adas = l.count;
	session_list_free(&l);
	buf_init(&name);
	CHECK_INT(store_merge(st, "Ada", "Bob", &name, &err), 0);
	check_settings(st, "Ada", PERSON_NO_GOAL, 1000);        /* Bob's */
	CHECK_INT(store_people(st, &people, &err), 0);
	CHECK_INT(people.v[0].also_count, 1);
	CHECK_STR(people.v[0].also[0], "Ada");
	CHECK_INT(people.v[1].also_count, 0);
	people_list_free(&people);
	sit_down(&t, st, bank, 50, "Ada");                      /* Bob's from now on */
	get_up(&t);
	buf_clear(&name);
	CHECK_INT(store_unmerge(st, "Bob", &name, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK_INT(store_unmerge(st, "Eve", &name, &err), STORE_NOT_FOUND);
	CHECK_INT(store_unmerge(st, " ADA ", &name, &err), 0);
	CHECK_STR(buf_text(&name), "Bob");
	check_settings(st, "Ada", 4, 1250);
	CHECK_INT(store_history(st, "Ada", &l, &err), 0);
	CHECK_INT(l.count, adas);
	for (size_t i = 0; i < l.count; i++)
		CHECK_STR(l.v[i].candidate, "Ada");
	session_list_free(&l);
	CHECK_INT(store_history(st, "Bob", &l, &err), 0);
	CHECK_INT(l.count, 8 - adas);
	session_list_free(&l);
	check_sound(st);
	buf_finish(&name);
	store_close(st);
	bank_free(bank);
}

TEST(chains_of_entries_never_grow)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct buf name;

	for (int i = 0; i < 4; i++)
		add(st, (const char *const[]){ "A", "B", "C", "D" }[i], 10 + i);
	buf_init(&name);
	CHECK_INT(store_merge(st, "A", "B", &name, &err), 0);
	CHECK_INT(store_merge(st, "C", "D", &name, &err), 0);
	CHECK_INT(store_merge(st, "A", "C", &name, &err), 0);   /* all of B into D */
	CHECK_STR(buf_text(&name), "BDD");
	st->right = RIGHT_SETUP;
	for (int i = 0; i < 3; i++) {
		int64_t target;
		char sql[64];

		snprintf(sql, sizeof sql, "SELECT same_as FROM person WHERE id = %d", 10 + i);
		CHECK_INT(db_exec_int(st, sql, &target, &err), 0);
		CHECK_INT(target, 13);
	}
	st->right = RIGHT_WORK;
	check_sound(st);
	buf_finish(&name);
	store_close(st);
}

TEST(who_sat_opposite_each_other_are_two_people)
{
	struct bank *bank = test_bank();
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct buf name;

	fill_store(st, bank, 0, 9);     /* some led by Grace */
	buf_init(&name);
	CHECK_INT(store_merge(st, "Grace", "Bob", &name, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK(strstr(err.text, "both have a part in session") != NULL);
	buf_finish(&name);
	check_sound(st);
	store_close(st);
	bank_free(bank);
}

TEST(settings_and_entries_go_out_and_come_in)
{
	struct bank *bank = test_bank();
	struct store *st = merged(bank, 5), *to = store_at(fresh_path(), STORE_WRITE);
	struct buf first, second, renamed;
	struct store_import result = { .renamed = &renamed };
	struct diags diags;

	CHECK_INT(store_set_person(st, "Bob", &(struct person_settings){ 2, 1250 }, &err), 0);
	buf_init(&first);
	buf_init(&second);
	buf_init(&renamed);
	diags_init(&diags, "export");
	CHECK_INT(store_export_json(st, &first, &err), 0);
	CHECK_INT(store_import_json(to, first.data, first.len, &diags, &result, &err), 0);
	CHECK_INT(store_export_json(to, &second, &err), 0);
	CHECK_STR(buf_text(&second), buf_text(&first));
	check_merged(to, 5);
	check_settings(to, "ada", 2, 1250);
	buf_finish(&first);
	buf_finish(&second);
	buf_finish(&renamed);
	diags_finish(&diags);
	store_close(st);
	store_close(to);
	bank_free(bank);
}

TEST(both_entries_of_a_person_are_forgotten)
{
	struct bank *bank = test_bank();
	struct store *st = merged(bank, 6);
	struct store_forget out;
	struct people_list people;
	const char *tmp = getenv("TMPDIR");

	CHECK_INT(store_forget(st, "Ada", tmp != NULL ? tmp : "/tmp", WALL_US, &out, &err), 0);
	CHECK_INT(out.sessions, 6);
	CHECK_INT(store_people(st, &people, &err), 0);
	CHECK_INT(people.count, 1);
	CHECK_STR(people.v[0].name, "Grace");
	people_list_free(&people);
	check_sound(st);
	store_close(st);
	bank_free(bank);
}
