/*
 * Memory runs out at every request in turn, once or for good: over the load of a bank, a session, a
 * report, an export and an import.  Nothing crashes, nothing leaks, what fails says so, and what was said to be saved is
 * saved.  VIVA_SOAK=1 tries every request, else some hundred.
 */
#include "../store/sessions.h"

#include <limits.h>

#include "alloc.h"
#include "viva/display_list.h"
#include "viva/report.h"
#include "viva/stats.h"

struct operation {
	const char *name;
	/* Does it, and gives everything back.  0, or -1 with `err` set. */
	int (*run)(void);
	/* Once it is over, with memory again: is all well?  May be NULL. */
	void (*check)(int result);
	int points;                     /* tried in a short run */
};

static bool warming_up;          /* libraries fill caches that stay */

/* One run that fails at request `at`. */
static void
run_once(const struct operation *op, long at, bool for_ever)
{
	int result;

	err = (struct err){ 0 };
	alloc_arm(at, for_ever);
	result = op->run();
	alloc_disarm();
	if (ALLOC_KEEPS_BALANCE && alloc.balance != 0 && !warming_up)
		TEST_FAIL("%s, request %ld%s: %ld blocks were not given back", op->name, at, for_ever ? " and on" : "",
		    alloc.balance);
	if (result != 0 && (err.text[0] == '\0' || strchr(err.text, '\n') != NULL))
		TEST_FAIL("%s, request %ld: failed without a line", op->name, at);
	if (result != 0 && err.status != EXIT_IO)
		TEST_FAIL("%s, request %ld: status %d: %s", op->name, at, (int)err.status, err.text);
	if (result == 0 && for_ever && alloc.refused > 20)
		TEST_FAIL("%s, request %ld: went well without memory", op->name, at);
	if (op->check != NULL)
		op->check(result);
}

static void
run_out_of_memory(const struct operation *op)
{
	const char *preloaded = getenv("LD_PRELOAD");
	long points = test_size(op->points, op->points, INT_MAX), requests, step, tried = 0, failed = 0;

	/* valgrind puts an allocator of its own in the place of ours: there only the plain runs are looked at. */
	if (preloaded != NULL && strstr(preloaded, "vgpreload") != NULL) {
		CHECK_INT(op->run(), 0);
		if (op->check != NULL)
			op->check(0);
		return;
	}
	warming_up = true;
	run_once(op, 0, false);
	warming_up = false;
	run_once(op, 0, false);
	if (err.text[0] != '\0')
		TEST_FAIL("%s: %s", op->name, err.text);
	requests = alloc.calls;
	CHECK(requests > 10);
	step = requests <= points ? 1 : requests / points;
	for (int for_ever = 0; for_ever < 2; for_ever++)
		for (long at = 1 + for_ever * (step / 2); at <= requests; at += step) {
			run_once(op, at, for_ever != 0);
			failed += err.text[0] != '\0';
			tried++;
		}
	CHECK(failed > tried / 4);
	printf("%s: %ld requests, %ld runs short of memory, %ld of them failed with a line\n", op->name, requests, tried,
	    failed);
}

/* ---- a bank ---- */

static char *bank_bytes;
static size_t bank_len;

static int
load_a_bank(void)
{
	struct diags d;
	struct bank *bank = NULL;
	int result;

	diags_init(&d, "bank.xml");
	result = bank_load_memory(&bank, bank_bytes, bank_len, &d);
	if (result != 0 && d.error_count > 0)
		err_set(&err, EXIT_IO, "%s", d.count > 0 ? d.v[0].text : "counted");
	bank_free(bank);
	diags_finish(&d);
	return result;
}

TEST(a_bank_is_loaded_or_refused_whenever_memory_runs_out)
{
	const char *root = getenv("ROOT");
	char path[600];

	snprintf(path, sizeof path, "%s/tests/golden/small-bank.xml", root != NULL ? root : ".");
	bank_bytes = file_bytes(path, &bank_len);
	run_out_of_memory(&(struct operation){ "bank", load_a_bank, NULL, 150 });
	free(bank_bytes);
}

/* ---- a session ---- */

static struct bank *bank;
static char session_path[600];
static int64_t acknowledged;

static struct session_item session_items[FORM_MAX];
static struct buf session_snapshots[FORM_MAX];
enum { SESSION_ITEMS = 2 };

/* A sitter whose session is not stored yet; its items were made while there was memory. */
static int
begin_session(struct sitter *t, struct store *st)
{
	struct event events[FORM_MAX + 2];
	size_t count;
	int64_t id;

	*t = (struct sitter){ .st = st, .bank = bank, .count = SESSION_ITEMS, .wall_us = WALL_US };
	t->head = (struct session_head){
		.id = (INT64_C(1) << 40) + 1, .mode = MODE_SOLO, .review = REVIEW_EACH, .extra_time_permille = 1000,
		.candidate = "Ada", .bank_id = bank->id, .bank_version = bank->version, .bank_title = bank->title,
		.blueprint = "b45", .blueprint_title = "B", .seed = 1, .created_us = WALL_US,
	};
	if (store_person(st, "Ada", 1000, WALL_US, &id, NULL, &err) != 0)
		return -1;
	t->s = session_new(&t->head, session_items, SESSION_ITEMS);
	if (t->s == NULL)
		return err_set(&err, EXIT_IO, "out of memory");
	count = session_begin(t->s, 0, events);
	t->last = events[count - 1];
	return store_begin(st, &t->head, session_snapshots, SESSION_ITEMS, t->s, events, count, WALL_US, &err);
}

/* A database is opened, a session begun, and inputs are taken up to the first that is not saved. */
static int
sit_a_session(void)
{
	static const struct session_input inputs[] = {
		{ .kind = IN_NEXT }, { .kind = IN_NEXT }, { .kind = IN_NOTE }, { .kind = IN_NEXT }, { .kind = IN_UNDO },
		{ .kind = IN_NEXT }, { .kind = IN_PREDICT, .a = 3 }, { .kind = IN_NEXT }, { .kind = IN_TICK, .b = 2 },
		{ .kind = IN_NEXT }, { .kind = IN_GRADE, .a = 2 }, { .kind = IN_NEXT }, { .kind = IN_END },
	};
	struct sitter t = { 0 };
	struct store *st = NULL;
	struct event ev;
	int result;

	acknowledged = 0;
	result = store_open(&st, session_path, STORE_WRITE, WALL_US, NULL, &err);
	if (result == 0)
		result = begin_session(&t, st);
	if (result == 0)
		acknowledged = t.last.seq;
	for (size_t i = 0; i < sizeof inputs / sizeof inputs[0] && result == 0; i++) {
		struct session_input in = inputs[i];

		in.actor = ACTOR_CANDIDATE;
		t.now_ms += 1000;
		if (!session_step(t.s, in, t.now_ms, &ev, NULL))
			continue;
		result = commit(&t, &ev);
		if (result == 0)
			acknowledged = ev.seq;
	}
	get_up(&t);
	store_close(st);
	return result;
}

static void
check_session(int result)
{
	struct buf findings;
	struct store_report report = { .findings = &findings };
	struct store *st = store_at(session_path, STORE_WRITE);

	(void)result;
	buf_init(&findings);
	CHECK_INT(store_check(st, &report, &err), 0);
	if (report.finding_count > 0)
		TEST_FAIL("%s", buf_text(&findings));
	buf_finish(&findings);
	if (acknowledged > 0) {
		struct record *r = loaded(st, (INT64_C(1) << 40) + 1);

		CHECK((int64_t)r->event_count >= acknowledged);
		record_free(r);
	}
	store_close(st);
	unlink(session_path);
}

TEST(a_session_loses_nothing_it_acknowledged_whenever_memory_runs_out)
{
	alloc_disarm();
	bank = test_bank();
	for (size_t i = 0; i < SESSION_ITEMS; i++)
		session_items[i] = given_item(bank, i, &session_snapshots[i]);
	snprintf(session_path, sizeof session_path, "%s", fresh_path());
	run_out_of_memory(&(struct operation){ "session", sit_a_session, check_session, 80 });
	for (size_t i = 0; i < SESSION_ITEMS; i++)
		buf_finish(&session_snapshots[i]);
	bank_free(bank);
}

/* ---- a report, an export, an import ---- */

static char records_path[600];
static int64_t some_session;
static char *document;
static size_t document_len;

static void
make_records(void)
{
	struct store *records;
	struct buf out;

	alloc_disarm();
	bank = test_bank();
	snprintf(records_path, sizeof records_path, "%s", fresh_path());
	records = store_at(records_path, STORE_WRITE);
	for (uint64_t seed = 0; seed < 3; seed++) {
		struct sitter t;

		sit_down(&t, records, bank, seed, "Ada");
		sit_to_the_end(&t);
		some_session = t.head.id;
		get_up(&t);
	}
	buf_init(&out);
	CHECK_INT(store_export_json(records, &out, &err), 0);
	document = buf_take(&out, &document_len);
	store_close(records);
}

static void
drop_records(void)
{
	free(document);
	bank_free(bank);
}

static char *page;
static size_t page_len;

static int
write_a_report(void)
{
	const struct report_options o = { .edition = EDITION_CANDIDATE, .paper = PAPER_A4, .version = "1" };
	struct display_list *dl = NULL;
	struct session_stats stats;
	struct store *records = NULL;
	struct record *r = NULL;
	struct buf out;
	int result;

	buf_init(&out);
	result = store_open(&records, records_path, STORE_READ, WALL_US, NULL, &err);
	if (result == 0)
		result = store_load(records, some_session, &r, &err);
	if (result == 0) {
		stats_session(&stats, r);
		result = report_session(&dl, r, &stats, &o, &err);
	}
	if (result == 0)
		result = report_render_pdf(&out, dl, &err);
	if (result == 0 && page_len == 0)
		page = buf_take(&out, &page_len);
	else if (result == 0 && (out.len != page_len || memcmp(out.data, page, out.len) != 0)) {
		alloc_disarm();
		TEST_FAIL("request %ld: a report with something left out", alloc.fail_at);
	}
	display_list_free(dl);
	record_free(r);
	store_close(records);
	buf_finish(&out);
	return result == 0 ? 0 : -1;
}

/* Inside hb_subset_or_fail() of HarfBuzz 6.0 a refused request ends in a crash of its own. */
TEST(a_report_is_written_or_refused_whenever_memory_runs_out)
{
	alloc_spare("libharfbuzz");
	CHECK(alloc.spared_count > 0);
	make_records();
	run_out_of_memory(&(struct operation){ "report", write_a_report, NULL, 60 });
	drop_records();
	free(page);
}

static int
export_records(void)
{
	struct store *records = NULL;
	struct buf out;
	int result;

	buf_init(&out);
	result = store_open(&records, records_path, STORE_READ, WALL_US, NULL, &err);
	if (result == 0)
		result = store_export_json(records, &out, &err);
	if (result == 0 && (out.len != document_len || memcmp(out.data, document, out.len) != 0)) {
		alloc_disarm();
		TEST_FAIL("request %ld: an export with something left out", alloc.fail_at);
	}
	store_close(records);
	buf_finish(&out);
	return result;
}

TEST(an_export_is_whole_or_refused_whenever_memory_runs_out)
{
	make_records();
	run_out_of_memory(&(struct operation){ "export", export_records, NULL, 60 });
	drop_records();
}

static char import_path[600];

static int
import_records(void)
{
	struct store_import result = { 0 };
	struct store *st = NULL;
	struct buf renamed;
	struct diags d;
	int rc;

	buf_init(&renamed);
	result.renamed = &renamed;
	diags_init(&d, "records.json");
	rc = store_open(&st, import_path, STORE_WRITE, WALL_US, NULL, &err);
	if (rc == 0)
		rc = store_import_json(st, document, document_len, &d, &result, &err);
	/* The document is good: whatever is said against it is untrue. */
	if (rc != 0 && d.error_count > 0) {
		alloc_disarm();
		TEST_FAIL("request %ld: %s", alloc.fail_at, d.count > 0 ? d.v[0].text : "a diagnostic");
	}
	store_close(st);
	diags_finish(&d);
	buf_finish(&renamed);
	return rc;
}

static void
check_import(int result)
{
	struct store *st = store_at(import_path, STORE_WRITE);
	struct session_list list;

	CHECK_INT(store_history(st, NULL, &list, &err), 0);
	CHECK_INT(list.count, result == 0 ? 3 : 0);
	session_list_free(&list);
	store_close(st);
	unlink(import_path);
}

TEST(an_import_takes_all_or_nothing_whenever_memory_runs_out)
{
	make_records();
	snprintf(import_path, sizeof import_path, "%s", fresh_path());
	run_out_of_memory(&(struct operation){ "import", import_records, check_import, 40 });
	drop_records();
}
