/*
 * What was acknowledged is never lost: kill -9, failing operations, a full disk, power cuts.
 * VIVA_SOAK=1 runs many more.
 */
#include "sessions.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "disk.h"
#include "store/db.h"

static void
check_no_findings(struct store *st, const char *when)
{
	struct buf findings;
	struct store_report report = { .findings = &findings };

	buf_init(&findings);
	if (store_check(st, &report, &err) != 0)
		TEST_FAIL("%s: store_check: %s", when, err.text);
	if (report.finding_count > 0)
		TEST_FAIL("%s: %s", when, buf_text(&findings));
	buf_finish(&findings);
}

/* ---- kill -9 ---- */

#define SESSIONS_MAX 4096
struct shared { int64_t events, acknowledged[SESSIONS_MAX], attempted[SESSIONS_MAX]; };

/* Goes on with what the last child left, then with new sessions, until it is killed. */
static void
sit_until_killed(const char *path, struct shared *shared, uint64_t round)
{
	struct store *st = store_at(path, STORE_WRITE);
	struct bank *bank = test_bank();
	struct record *r;
	int64_t id;

	for (uint64_t k = 0; k < 16; k++) {
		struct sitter t = { .st = st, .bank = bank, .wall_us = WALL_US };
		uint64_t index = round * 16 + k;

		if (store_find_unfinished(st, NULL, &id, &err) == 0) {
			r = loaded(st, id);
			index = (uint64_t)(id - (INT64_C(1) << 40));
			t.head = r->head;
			if (store_replay(&t.s, r, &err) != 0)
				_exit(1);
			t.now_ms = session_last_ms(t.s);
			rng_seed(&t.rng, round, "resumed");
		} else {
			sit_down(&t, st, bank, index, "Ada");
		}
		while (!session_done(t.s)) {
			shared->attempted[index] = session_last_seq(t.s) + 1;
			if (sit_once(&t) < 0)
				_exit(2);
			__atomic_store_n(&shared->acknowledged[index], session_last_seq(t.s),
			    __ATOMIC_SEQ_CST);
			__atomic_add_fetch(&shared->events, 1, __ATOMIC_SEQ_CST);
		}
		/* the sitter's record and engine go with the process */
	}
}

/* Until the child has acknowledged some events more, and some part of the next commit. */
static void
wait_a_while(const struct shared *shared, struct rng *rng)
{
	int64_t until = __atomic_load_n(&shared->events, __ATOMIC_SEQ_CST) + (int64_t)rng_below(rng, 15);

	for (int i = 0; i < 2000 && __atomic_load_n(&shared->events, __ATOMIC_SEQ_CST) < until; i++)
		usleep(200);
	usleep((useconds_t)rng_below(rng, 1500));
}

static void
check_nothing_lost(struct store *st, const struct shared *shared)
{
	for (int64_t i = 0; i < SESSIONS_MAX; i++) {
		struct record *r;

		if (shared->acknowledged[i] == 0)
			continue;
		r = loaded(st, (INT64_C(1) << 40) + i);
		CHECK((int64_t)r->event_count >= shared->acknowledged[i]);
		CHECK((int64_t)r->event_count <= shared->attempted[i] ||
		    (int64_t)r->event_count == shared->acknowledged[i]);
		record_free(r);
	}
}

TEST(kill_9_loses_nothing_that_was_acknowledged)
{
	struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
	    -1, 0);
	int rounds = test_size(15, 40, 5000);
	int64_t acknowledged = 0;
	struct rng rng;
	char *path = NULL;

	rng_seed(&rng, 9, "kills");
	for (int round = 0; round < rounds; round++) {
		struct store *st;
		int status;
		pid_t child;

		if (round % 10 == 0) {
			free(path);
			path = strdup(fresh_path());
			memset(shared, 0, sizeof *shared);
		}
		fflush(stdout);
		child = fork();
		if (child == 0) {
			sit_until_killed(path, shared, (uint64_t)round % 250);
			_exit(0);
		}
		wait_a_while(shared, &rng);
		kill(child, SIGKILL);
		waitpid(child, &status, 0);
		CHECK(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0);
		st = store_at(path, STORE_WRITE);
		check_no_findings(st, "after a kill");
		check_nothing_lost(st, shared);
		store_close(st);
		acknowledged += shared->events;
		shared->events = 0;
	}
	CHECK(acknowledged > 5 * rounds);
	free(path);
	munmap(shared, sizeof *shared);
}

/* ---- a full disk ---- */

TEST(on_a_full_disk_an_event_is_refused_and_saved_once_there_is_room)
{
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct sitter t;
	int refused = 0;

	st->right = RIGHT_SETUP;        /* for the pragma */
	for (uint64_t seed = 0; refused < 5; seed++) {
		sit_down(&t, st, bank, seed, "Ada");
		while (!session_done(t.s)) {
			int64_t pages;
			char sql[64];
			int rc;

			CHECK_INT(db_exec_int(st, "PRAGMA page_count", &pages, &err), 0);
			snprintf(sql, sizeof sql, "PRAGMA max_page_count = %d", (int)pages);
			CHECK_INT(db_exec_int(st, sql, &pages, &err), 0);
			rc = sit_once(&t);
			CHECK_INT(db_exec_int(st, "PRAGMA max_page_count = 100000", &pages, &err), 0);
			if (rc >= 0)
				continue;
			CHECK_INT(err.status, EXIT_IO);
			CHECK(strstr(err.text, "disk full") != NULL);
			refused++;
			if (t.last.kind == EV_SWAP || commit(&t, &t.last) != 0)
				break;  /* the snapshot of a swap is gone with the sitter's step */
		}
		get_up(&t);
	}
	check_no_findings(st, "after a full disk");
	bank_free(bank);
	store_close(st);
}

TEST(a_file_that_may_not_grow_refuses_an_event_and_takes_it_later)
{
	const char *path = fresh_path();
	struct store *st = store_at(path, STORE_WRITE);
	struct bank *bank = test_bank();
	struct rlimit old, small;
	struct sitter t;
	int refused = 0;

	signal(SIGXFSZ, SIG_IGN);
	CHECK_INT(getrlimit(RLIMIT_FSIZE, &old), 0);
	sit_down(&t, st, bank, 6, "Ada");
	for (int i = 0; i < 400 && !session_done(t.s) && refused < 20; i++) {
		int rc;

		small = old;
		small.rlim_cur = (rlim_t)(600 + 512 * (i % 40));        /* cuts the journal somewhere */
		CHECK_INT(setrlimit(RLIMIT_FSIZE, &small), 0);
		rc = sit_once(&t);
		CHECK_INT(setrlimit(RLIMIT_FSIZE, &old), 0);
		if (rc < 0) {
			CHECK_INT(err.status, EXIT_IO);
			refused++;
			if (t.last.kind == EV_SWAP)
				break;
			CHECK_INT(commit(&t, &t.last), 0);
		}
	}
	CHECK(refused > 5);
	check_no_findings(st, "after growth was refused");
	get_up(&t);
	bank_free(bank);
	store_close(st);
}

/* ---- one operation fails ---- */

/*
 * Opens, and sits up to `steps` inputs of a session, repeating once what failed.  Returns the last
 * acknowledged seq; `*failed` counts refusals, each of which must be an I/O error.
 */
static int64_t
sit_on_bad_disk(const char *path, struct bank *bank, int steps, int *failed)
{
	struct store *st = NULL;
	int64_t acknowledged = 0;
	struct sitter t = { 0 };

	for (int try = 0; try < 2 && st == NULL; try++)
		if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != 0) {
			CHECK(err.status == EXIT_IO);
			++*failed;
		}
	if (st == NULL)
		return 0;
	/* Beginning is plain here: the people and the session have to be there for the rest. */
	if (!sit_down_or_not(&t, st, bank, 2, "Ada")) {
		CHECK(err.status == EXIT_IO);
		++*failed;
		goto out;
	}
	acknowledged = t.last.seq;
	for (int i = 0; i < steps; i++) {
		int rc = sit_once(&t);

		if (rc < 0) {
			CHECK(err.status == EXIT_IO);
			++*failed;
			if (t.last.kind == EV_SWAP || commit(&t, &t.last) != 0)
				break;
		}
		if (rc <= 0)
			acknowledged = t.last.seq;
	}
out:
	get_up(&t);
	store_close(st);
	return acknowledged;
}

/* What was acknowledged is there, and all is well. */
static void
check_after(const char *path, int64_t acknowledged, const char *when)
{
	struct store *st = store_at(path, STORE_WRITE);

	check_no_findings(st, when);
	if (acknowledged > 0) {
		struct record *r = loaded(st, (INT64_C(1) << 40) + 2);

		if ((int64_t)r->event_count < acknowledged)
			TEST_FAIL("%s: %zu events of %" PRId64, when, r->event_count, acknowledged);
		record_free(r);
	}
	store_close(st);
}

TEST(any_operation_may_fail_once_or_for_ever)
{
	enum { STEPS = 8 };
	struct bank *bank = test_bank();
	int none = 0, failed = 0, tried = 0, stride = test_size(10, 3, 1);
	int64_t calls;

	disk_install(true);
	sit_on_bad_disk(fresh_path(), bank, STEPS, &none);
	calls = disk.calls;
	CHECK_INT(none, 0);
	CHECK(calls > 200);
	for (int kind = 0; kind < 4; kind++)
		for (int64_t at = 1; at <= calls; at += stride) {
			const char *path = fresh_path();
			int64_t acknowledged;
			char when[64];

			disk_reset();
			disk.fail_at = at + kind % stride;
			disk.fail_always = kind & 1;
			disk.full = kind & 2;
			acknowledged = sit_on_bad_disk(path, bank, STEPS, &failed);
			snprintf(when, sizeof when, "call %d failed, kind %d", (int)disk.fail_at, kind);
			disk_reset();
			check_after(path, acknowledged, when);
			unlink(path);
			tried++;
		}
	disk_install(false);
	CHECK(failed > tried / 2);
	bank_free(bank);
}

/* ---- the power fails ---- */

struct cuts { int runs, lost, damaged; };

/*
 * Sessions on a disk whose power fails at a random operation, in a third of the runs again while
 * recovering.  `pragma` (may be NULL) weakens the store; then losses are counted, not failed on.
 */
static struct cuts
cut_power(int runs, const char *pragma, bool lies)
{
	struct bank *bank = test_bank();
	struct cuts c = { 0 };

	disk_install(true);
	rng_seed(&disk.rng, 1, "power");
	for (c.runs = 0; c.runs < runs; c.runs++) {
		const char *path = fresh_path();
		int64_t acknowledged = 0, attempted = 0;
		struct sitter t = { 0 };
		struct store *st;
		struct record *r;

		disk_reset();
		disk.lies = lies;
		disk.cut_at = 1 + (int64_t)rng_below(&disk.rng, 130);
		if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) == 0) {
			st->right = RIGHT_SETUP;
			if (pragma != NULL)
				db_exec(st, pragma, &err);
			st->right = RIGHT_WORK;
			if (sit_down_or_not(&t, st, bank, 2, "Ada")) {
				attempted = acknowledged = t.last.seq;
				for (int rc = 0; rc >= 0 && !session_done(t.s); ) {
					rc = sit_once(&t);
					if (rc <= 0)
						attempted = t.last.seq;
					if (rc == 0)
						acknowledged = t.last.seq;
				}
			} else {
				attempted = INT64_MAX;
			}
			get_up(&t);
			store_close(st);
		}
		disk_cut();
		if (rng_below(&disk.rng, 3) == 0) {
			disk.cut_at = 1 + (int64_t)rng_below(&disk.rng, 6);
			if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) == 0)
				store_close(st);
			disk_cut();
		}
		if (store_open(&st, path, STORE_WRITE, WALL_US, NULL, &err) != 0) {
			if (pragma == NULL && !lies)
				TEST_FAIL("run %d: %s", c.runs, err.text);
			c.damaged++;
			unlink(path);
			continue;
		}
		if (pragma == NULL && !lies)
			check_no_findings(st, "after a power cut");
		if (acknowledged > 0) {
			int rc = store_load(st, (INT64_C(1) << 40) + 2, &r, &err);

			if (rc != 0) {
				c.damaged += rc < 0;
				c.lost += rc > 0;
			} else {
				c.lost += (int64_t)r->event_count < acknowledged;
				if ((int64_t)r->event_count > attempted)
					TEST_FAIL("run %d: an event that nobody wrote", c.runs);
			}
			record_free(r);
		}
		store_close(st);
		unlink(path);
	}
	disk_install(false);
	bank_free(bank);
	return c;
}

TEST(a_power_cut_loses_nothing_that_was_acknowledged)
{
	struct cuts c = cut_power(test_size(150, 600, 100000), NULL, false);

	CHECK_INT(c.lost, 0);
	CHECK_INT(c.damaged, 0);
}

/* If these lost nothing either, the test above would prove nothing. */
TEST(a_power_cut_does_lose_events_where_the_store_is_weakened)
{
	struct cuts full = cut_power(test_size(150, 300, 2000), "PRAGMA synchronous = FULL", false);
	struct cuts off = cut_power(test_size(60, 200, 2000), "PRAGMA synchronous = OFF", false);
	struct cuts lying = cut_power(test_size(60, 200, 2000), NULL, true);

	CHECK(full.lost > full.runs / 100);
	CHECK_INT(full.damaged, 0);
	CHECK(off.lost + off.damaged > off.runs / 10);
	CHECK(lying.lost + lying.damaged > lying.runs / 10);
}
