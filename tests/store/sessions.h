#ifndef VIVA_TESTS_STORE_SESSIONS_H
#define VIVA_TESTS_STORE_SESSIONS_H
#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test.h"
#include "viva/bank.h"
#include "viva/buf.h"
#include "viva/digest.h"
#include "viva/err.h"
#include "viva/rng.h"
#include "viva/session.h"
#include "viva/store.h"
/*
 * Databases and sessions for the tests of the store.  A sitter plays a session by chance, through
 * the engine and store_append(), as the program does; the same seed plays the same session.
 */

#define WALL_US INT64_C(1767225600000000)       /* 2026-01-01 */
#define FORM_MAX 6

static struct err err;

/* ---- files ---- */

static char own_directory[256];
static pid_t own_pid;

static inline int
remove_one(const char *path, const struct stat *sb, int kind, struct FTW *where)
{
	(void)sb;
	(void)kind;
	(void)where;
	return remove(path);
}

static inline void
remove_own_directory(void)
{
	if (getpid() == own_pid)
		nftw(own_directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/*
 * A new path in the test's own directory; in memory where that can be: thousands of commits, each
 * with its syncs, are no test of the disk.
 */
static inline const char *
fresh_path(void)
{
	static char path[512];
	static int n;
	const char *tmp = getenv("TMPDIR");

	if (own_pid == 0) {
		snprintf(own_directory, sizeof own_directory, "/dev/shm/viva-store-XXXXXX");
		if (mkdtemp(own_directory) == NULL) {
			snprintf(own_directory, sizeof own_directory, "%s/viva-store-XXXXXX", tmp != NULL ?
			    tmp : "/tmp");
			if (mkdtemp(own_directory) == NULL)
				TEST_FAIL("no directory %s", own_directory);
		}
		own_pid = getpid();
		atexit(remove_own_directory);
	}
	snprintf(path, sizeof path, "%s/%d.db", own_directory, n++);
	return path;
}

static inline struct store *
store_at(const char *path, enum store_mode mode)
{
	struct store *st;

	if (store_open(&st, path, mode, WALL_US, NULL, &err) != 0)
		TEST_FAIL("store_open: %s", err.text);
	return st;
}

static inline char *
file_bytes(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	char *data;

	if (f == NULL)
		TEST_FAIL("no file %s", path);
	fseek(f, 0, SEEK_END);
	*len = (size_t)ftell(f);
	rewind(f);
	data = malloc(*len + 1);
	if (fread(data, 1, *len, f) != *len)
		TEST_FAIL("cannot read %s", path);
	fclose(f);
	return data;
}

static inline void
write_bytes(const char *path, const char *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, data, len) != (ssize_t)len)
		TEST_FAIL("cannot write %s", path);
	close(fd);
}

/* The path of a managed backup of the database at `path` (NAME.db). */
static inline void
backup_of(const char *path, const char *what, char *out, size_t size)
{
	const char *slash = strrchr(path, '/');

	snprintf(out, size, "%.*s/backups/%.*s-%s.db", (int)(slash - path), path, (int)strlen(slash + 1) - 3,
	    slash + 1, what);
}

/* ---- a bank ---- */

#define BANK_ITEMS 12

/* Items of every shape: with and without facts, follow-up and mistakes. */
static inline struct bank *
test_bank(void)
{
	static const char *const anchors[] = { "nothing", "little", "enough", "well", "all" };
	struct diags diags;
	struct bank *bank;
	struct buf x;

	buf_init(&x);
	buf_puts(&x,
	    "<item-bank xmlns='urn:viva:item-bank:1' id='demo' format='1.0' version='3' xml:lang='en'>"
	    "<metadata><title>Demo &amp; test</title><creator>A</creator>"
	    "<license spdx='CC-BY-4.0'>CC BY</license>"
	    "<date>2026-01-01</date></metadata>"
	    "<taxonomy><area id='a'><title>A</title>"
	    "<topic id='t' share='100'><title>T</title></topic></area></taxonomy>"
	    "<rating-scale id='r'>");
	for (int g = 0; g <= GRADE_MAX; g++)
		buf_printf(&x, "<grade value='%d'><title>g%d</title><anchor>%s</anchor></grade>", g, g,
		    anchors[g]);
	buf_puts(&x, "</rating-scale>");
	for (int i = 0; i < BANK_ITEMS; i++) {
		buf_printf(&x,
		    "<item id='item-%d' revision='%d' topic='t' difficulty='%d' kind='concept' "
		    "minutes='%d.5'>"
		    "<title>Item %d</title><stem><p>What is \xC3\xA9 %d?</p></stem>", i, i + 1, i % 3 + 1,
		    i % 3 + 1, i, i);
		for (int f = 0; f < i % 4; f++)
			buf_printf(&x, "<on-request id='r%d' ask='and %d?'><p>%d</p></on-request>", f, f, f);
		buf_puts(&x, "<answer><p>Thus.</p></answer><key-points>");
		for (int k = 0; k < 3 + i % 3; k++)
			buf_printf(&x, "<key-point id='k%d'%s weight='%d'>point %d</key-point>", k,
			    k == 0 ? " essential='yes'" : "", k % 2 + 1, k);
		buf_puts(&x, "</key-points>");
		if (i % 2 == 1)
			buf_puts(&x, "<follow-up id='f0' minutes='1'><stem><p>And then?</p></stem>"
			    "<answer><p>So.</p></answer></follow-up>");
		for (int m = 0; m < i % 3; m++)
			buf_printf(&x,
			    "<mistake id='m%d'><claim>wrong %d</claim>"
			    "<correction>right</correction></mistake>", m, m);
		buf_puts(&x, "</item>");
	}
	buf_puts(&x, "</item-bank>");
	diags_init(&diags, "demo.xml");
	if (bank_load_memory(&bank, buf_text(&x), x.len, &diags) != 0)
		TEST_FAIL("the test bank: %u:%u: %s", diags.v[0].at.line, diags.v[0].at.column,
		    diags.v[0].text);
	diags_finish(&diags);
	buf_finish(&x);
	return bank;
}

/* ---- a sitter ---- */

struct sitter {
	struct store *st;
	struct bank *bank;
	struct rng rng;
	struct session_head head;
	struct session *s;
	size_t count;
	size_t form[FORM_MAX];          /* item of each position */
	int64_t now_ms, wall_us;
	struct event last;              /* what was stored last */
};

static inline struct session_item
given_item(const struct bank *bank, size_t i, struct buf *snapshot)
{
	struct session_item it = {
		.bank = bank, .item = &bank->items[i],
		    .limit_ms = bank->items[i].limit_tenths * INT64_C(6000),
		.retry = i % 5 == 0,
	};

	buf_init(snapshot);
	if (bank_write_item(snapshot, bank, i, &err) != 0)
		TEST_FAIL("bank_write_item: %s", err.text);
	digest_sha256(it.snapshot, snapshot->data, snapshot->len);
	return it;
}

/* Begins a session of a random kind; `seed` is its seed and part of its id.  False: it was not stored. */
static inline bool
sit_down_or_not(struct sitter *t, struct store *st, struct bank *bank, uint64_t seed, const char *candidate)
{
	struct session_item items[FORM_MAX];
	struct buf snapshots[FORM_MAX];
	struct event events[FORM_MAX + 2];
	size_t event_count;
	bool stored = false;
	int64_t id;

	*t = (struct sitter){ .st = st, .bank = bank, .wall_us = WALL_US + (int64_t)seed * 1000000007 };
	rng_seed(&t->rng, seed, "sitter");
	t->count = 2 + rng_below(&t->rng, FORM_MAX - 1);
	t->head = (struct session_head){
		.id = (INT64_C(1) << 40) + (int64_t)seed, .mode = rng_below(&t->rng, 3) == 0 ?
		    MODE_LED : MODE_SOLO,
		.review = rng_below(&t->rng, 2) ? REVIEW_EACH : REVIEW_END,
		.flags = rng_below(&t->rng, 4) == 0 ? SESSION_STRICT : 0,
		.extra_time_permille = rng_below(&t->rng, 3) == 0 ? 1500 : 1000, .candidate = candidate,
		.bank_id = bank->id, .bank_version = bank->version, .bank_title = bank->title,
		.blueprint = "b45", .blueprint_title = "Forty-five \"minutes\"",
		    .seed = seed * UINT64_C(0x9E3779B97F4A7C15),
		.created_us = t->wall_us, .utc_offset_min = -330,
	};
	if (t->head.mode == MODE_LED)
		t->head.interviewer = "Grace";
	memcpy(t->head.bank_sha256, bank->sha256, sizeof t->head.bank_sha256);
	for (size_t i = 0; i < t->count; i++) {
		t->form[i] = (seed + i) % (BANK_ITEMS - 2);
		items[i] = given_item(bank, t->form[i], &snapshots[i]);
	}
	if (store_person(st, candidate, (int64_t)seed * 2 + 1000, t->wall_us, &id, NULL, &err) == 0 &&
	    store_person(st, "Grace", (int64_t)seed * 2 + 1001, t->wall_us, &id, NULL, &err) == 0) {
		t->s = session_new(&t->head, items, t->count);
		event_count = session_begin(t->s, 0, events);
		stored = store_begin(st, &t->head, snapshots, t->count, t->s, events, event_count, t->wall_us,
		    &err) == 0;
		t->last = events[event_count - 1];
	}
	for (size_t i = 0; i < t->count; i++)
		buf_finish(&snapshots[i]);
	return stored;
}

static inline void
sit_down(struct sitter *t, struct store *st, struct bank *bank, uint64_t seed, const char *candidate)
{
	if (!sit_down_or_not(t, st, bank, seed, candidate))
		TEST_FAIL("store_begin: %s", err.text);
}

static inline void
get_up(struct sitter *t)
{
	session_free(t->s);
	t->s = NULL;
}

/* A text of the event after next; every one of the same seq and session is the same. */
static inline struct store_text
text_of(const struct sitter *t, int64_t seq, char *room, size_t size)
{
	struct store_text text = { .data = room };

	text.len = (size_t)snprintf(room, size, "note %" PRId64 " of %" PRId64 ": caf\xC3\xA9\n\ttabs \x01",
	    seq, t->head.id);
	memset(text.salt, (int)seq, sizeof text.salt);
	return text;
}

static inline int
commit(struct sitter *t, struct event *ev)
{
	struct store_text text;
	char room[128];
	int rc;

	t->wall_us += 1000003;
	text = text_of(t, ev->seq, room, sizeof room);
	rc = store_append(t->st, t->s, ev, ev->kind == EV_NOTE ? &text : NULL, NULL, t->wall_us, &err);
	t->last = *ev;
	return rc;
}

/* Replaces the open item if that can be; returns as store_append(), 1 if nothing happened. */
static inline int
commit_swap(struct sitter *t)
{
	struct buf snapshot;
	size_t spare = BANK_ITEMS - 1 - rng_below(&t->rng, 2);
	struct session_item with = given_item(t->bank, spare, &snapshot);
	struct event ev;
	int rc = 1;

	if (session_swap(t->s, &with, t->now_ms, &ev)) {
		t->form[ev.item] = spare;
		t->wall_us += 1000003;
		rc = store_append(t->st, t->s, &ev, NULL, &snapshot, t->wall_us, &err);
		t->last = ev;
	}
	buf_finish(&snapshot);
	return rc;
}

static inline struct session_input
random_input(struct sitter *t)
{
	static const enum input others[] = { IN_PAUSE, IN_EXTEND, IN_FACT, IN_HINT, IN_FLAG, IN_TICK, IN_TICK,
	    IN_TICK,
		IN_MISTAKE, IN_PREDICT, IN_PREDICT, IN_GRADE, IN_NOTE, IN_ANSWER, IN_UNDO, IN_UNDO };
	struct session_input in = { .kind = IN_NEXT, .actor = t->head.mode == MODE_LED ?
	    ACTOR_INTERVIEWER : ACTOR_CANDIDATE };

	if (rng_below(&t->rng, 3) > 0)
		in.kind = others[rng_below(&t->rng, sizeof others / sizeof others[0])];
	if (rng_below(&t->rng, 60) == 0)
		in.kind = IN_PASS;
	if (in.kind == IN_TICK) {
		in.a = (int)rng_below(&t->rng, 5);
		in.b = (int)rng_below(&t->rng, 4) - 1;
	} else if (in.kind == IN_MISTAKE) {
		in.a = (int)rng_below(&t->rng, 3);
		in.b = -1;
	} else if (in.kind == IN_PREDICT || in.kind == IN_GRADE) {
		in.a = (int)rng_below(&t->rng, 6) - 1;
	} else if (in.kind == IN_NOTE) {
		in.b = (int)rng_below(&t->rng, 2);
	}
	return in;
}

/* One event more, unless the input means nothing: 0 stored, 1 nothing happened, -1 not stored. */
static inline int
sit_once(struct sitter *t)
{
	struct event ev;

	t->now_ms += (int64_t)rng_below(&t->rng, 20000);
	if (session_tick(t->s, t->now_ms, &ev))
		return commit(t, &ev);
	if (rng_below(&t->rng, 40) == 0 && !session_done(t->s))
		return commit_swap(t);
	if (rng_below(&t->rng, 100) == 0 && !session_done(t->s)) {
		session_gap(t->s, t->now_ms, 12345, rng_below(&t->rng, 2) == 0, &ev);
		return commit(t, &ev);
	}
	if (!session_step(t->s, random_input(t), t->now_ms, &ev, NULL))
		return 1;
	return commit(t, &ev);
}

/* Up to the end, or `steps` inputs. */
static inline void
sit(struct sitter *t, int steps)
{
	for (int i = 0; i < steps && !session_done(t->s); i++)
		if (sit_once(t) < 0)
			TEST_FAIL("store_append: %s", err.text);
}

/* To the end, and one amendment. */
static inline void
sit_to_the_end(struct sitter *t)
{
	struct session_input end = { .kind = IN_END, .actor = ACTOR_CANDIDATE };
	struct rating r = { .actor = ACTOR_CANDIDATE, .grade = 3, .ticks = { 2, 1, 0 } };
	struct event ev;

	sit(t, 400);
	if (!session_done(t->s)) {
		while (session_tick(t->s, t->now_ms, &ev))
			CHECK_INT(commit(t, &ev), 0);
		CHECK(session_step(t->s, end, t->now_ms, &ev, NULL));
		CHECK_INT(commit(t, &ev), 0);
	}
	if (session_amend(t->s, 0, &r, t->now_ms, &ev))
		CHECK_INT(commit(t, &ev), 0);
}

/* The record of a session as a struct; a failure fails the test. */
static inline struct record *
loaded(struct store *st, int64_t id)
{
	struct record *r;

	if (store_load(st, id, &r, &err) != 0)
		TEST_FAIL("store_load: %s", err.text);
	return r;
}

/* Sessions `from`..`to - 1` by two people, some of them left unfinished. */
static inline void
fill_store(struct store *st, struct bank *bank, uint64_t from, uint64_t to)
{
	for (uint64_t seed = from; seed < to; seed++) {
		struct sitter t;

		sit_down(&t, st, bank, seed, seed % 3 == 0 ? "Bob" : "Ada");
		if (seed % 5 == 4)
			sit(&t, 25);
		else
			sit_to_the_end(&t);
		get_up(&t);
	}
}

static inline void
check_sound(struct store *st)
{
	struct buf findings;
	struct store_report report = { .findings = &findings };

	buf_init(&findings);
	CHECK_INT(store_check(st, &report, &err), 0);
	if (report.finding_count > 0)
		TEST_FAIL("%s", buf_text(&findings));
	buf_finish(&findings);
}

#endif
