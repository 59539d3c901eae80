#include "test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"
#include "viva/typing.h"

#define ID 4611686018427387904

static char dir[256], file[320];
static struct err err;

static void
fresh_directory(void)
{
	static int n;
	const char *tmp = getenv("TMPDIR");

	snprintf(dir, sizeof dir, "%s/viva-typing-%d-%d/state/viva", tmp ? tmp : "/tmp", (int)getpid(), n++);
	snprintf(file, sizeof file, "%s/session-%" PRId64 ".typing", dir, (int64_t)ID);
}

static struct typing *
opened(void)
{
	struct typing *t;
	int pid;

	if (typing_open(&t, dir, ID, &pid, &err) != 0)
		TEST_FAIL("typing_open: %s", err.text);
	return t;
}

static void
damage(off_t at, const char *with, size_t len)
{
	int fd = open(file, O_WRONLY);

	CHECK(pwrite(fd, with, len, at) == (ssize_t)len);
	close(fd);
}

/* Types at the end of a text of `*len` bytes. */
static void
type(struct typing *t, size_t *len, const char *more)
{
	if (typing_edit(t, *len, 0, more, strlen(more), &err) != 0)
		TEST_FAIL("typing_edit: %s", err.text);
	*len += strlen(more);
}

/* Checks what typing_recover() gives; NULL: nothing. */
static void
check_recovers(struct typing *t, const char *target, const char *text)
{
	struct buf got_target, got_text;

	buf_init(&got_target);
	buf_init(&got_text);
	CHECK_INT(typing_recover(t, &got_target, &got_text, &err), target == NULL);
	CHECK_STR(buf_text(&got_target), target ? target : "");
	CHECK_STR(buf_text(&got_text), text ? text : "");
	buf_finish(&got_target);
	buf_finish(&got_text);
}

TEST(file_and_directories_are_for_their_owner_only)
{
	struct stat sb;
	struct typing *t;
	mode_t old;

	fresh_directory();
	old = umask(0);
	t = opened();
	umask(old);
	CHECK(stat(file, &sb) == 0);
	CHECK_INT(sb.st_mode & 0777, 0600);
	CHECK(stat(dir, &sb) == 0);
	CHECK_INT(sb.st_mode & 0777, 0700);
	typing_close(t, true);
	CHECK(stat(file, &sb) != 0);
}

TEST(a_symlink_in_its_place_is_refused_and_not_followed)
{
	struct typing *t;
	struct stat sb;
	char target[400];
	int pid;

	fresh_directory();
	typing_close(opened(), true);
	snprintf(target, sizeof target, "%s/elsewhere", dir);
	CHECK(symlink(target, file) == 0);
	CHECK_INT(typing_open(&t, dir, ID, &pid, &err), -1);
	CHECK_INT(err.status, EXIT_IO);
	CHECK(stat(target, &sb) != 0);
	unlink(file);
}

TEST(a_second_viva_is_told_who_holds_the_session)
{
	struct typing *t, *second;
	int pid = 0;

	fresh_directory();
	t = opened();
	CHECK_INT(typing_open(&second, dir, ID, &pid, &err), TYPING_HELD);
	CHECK(second == NULL);
	CHECK_INT(pid, getpid());
	typing_close(t, false);
	CHECK_INT(typing_open(&second, dir, ID, &pid, &err), 0);
	typing_close(second, true);
}

TEST(the_lock_dies_with_its_holder)
{
	struct typing *t;
	int ready[2], pid, status;
	char c;
	pid_t child;

	fresh_directory();
	CHECK(pipe(ready) == 0);
	child = fork();
	if (child == 0) {
		if (typing_open(&t, dir, ID, &pid, &err) != 0 || write(ready[1], "x", 1) != 1)
			_exit(1);
		pause();
		_exit(0);
	}
	close(ready[1]);
	CHECK(read(ready[0], &c, 1) == 1);
	close(ready[0]);
	CHECK_INT(typing_open(&t, dir, ID, &pid, &err), TYPING_HELD);
	CHECK_INT(pid, child);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	typing_close(opened(), true);
}

TEST(the_newest_heartbeat_comes_back)
{
	struct typing *t;
	struct heartbeat h;

	fresh_directory();
	t = opened();
	CHECK_INT(typing_last_beat(t, &h, &err), 1);
	for (int i = 1; i <= 7; i++)
		CHECK_INT(typing_beat(t, &(struct heartbeat){ i * 1000, -i, i * 7 }, &err), 0);
	typing_close(t, false);
	t = opened();
	CHECK_INT(typing_last_beat(t, &h, &err), 0);
	CHECK_INT(h.clock_ms, 7000);
	CHECK_INT(h.wall_us, -7);
	CHECK_INT(h.boot_ms, 49);
	CHECK_INT(typing_beat(t, &(struct heartbeat){ 8000, 0, 0 }, &err), 0);
	CHECK_INT(typing_last_beat(t, &h, &err), 0);
	CHECK_INT(h.clock_ms, 8000);
	typing_close(t, true);
}

TEST(a_torn_heartbeat_leaves_the_one_before)
{
	for (int last = 2; last <= 3; last++) {         /* both slots in turn */
		struct typing *t;
		struct heartbeat h;

		fresh_directory();
		t = opened();
		for (int i = 1; i <= last; i++)
			CHECK_INT(typing_beat(t, &(struct heartbeat){ i * 1000, 0, 0 }, &err), 0);
		damage(512 + 512 * (last & 1) + 14, "torn", 4);
		typing_close(t, false);
		t = opened();
		CHECK_INT(typing_last_beat(t, &h, &err), 0);
		CHECK_INT(h.clock_ms, (last - 1) * 1000);
		/* the next beat takes the place of the torn one, not of the good one */
		CHECK_INT(typing_beat(t, &(struct heartbeat){ 9000, 0, 0 }, &err), 0);
		damage(512 + 512 * (last & 1) + 14, "torn", 4);
		CHECK_INT(typing_last_beat(t, &h, &err), 0);
		CHECK_INT(h.clock_ms, (last - 1) * 1000);
		typing_close(t, true);
	}
}

TEST(what_was_typed_is_recovered_and_goes_on)
{
	struct typing *t;
	size_t len = 0;

	fresh_directory();
	t = opened();
	check_recovers(t, NULL, NULL);
	CHECK_INT(typing_begin(t, "answer 3", &err), 0);
	check_recovers(t, NULL, NULL);
	type(t, &len, "a mutex ");
	type(t, &len, "is h\xC3\xA9ld\n");
	typing_close(t, false);
	t = opened();
	check_recovers(t, "answer 3", "a mutex is h\xC3\xA9ld\n");
	type(t, &len, "once");
	check_recovers(t, "answer 3", "a mutex is h\xC3\xA9ld\nonce");
	typing_close(t, true);
}

TEST(a_new_text_drops_the_earlier_one_and_clear_drops_all)
{
	struct typing *t;
	struct stat sb;

	fresh_directory();
	t = opened();
	CHECK_INT(typing_begin(t, "answer 3", &err), 0);
	CHECK_INT(typing_edit(t, 0, 0, "the secret of the first", 23, &err), 0);
	CHECK_INT(typing_begin(t, "note 4", &err), 0);
	CHECK_INT(typing_edit(t, 0, 0, "b", 1, &err), 0);
	check_recovers(t, "note 4", "b");
	CHECK_INT(typing_clear(t, &err), 0);
	check_recovers(t, NULL, NULL);
	CHECK(stat(file, &sb) == 0);
	CHECK(sb.st_size <= 1536);
	typing_close(t, true);
}

TEST(edits_anywhere_in_the_text_come_back)
{
	static const struct { size_t at, cut; const char *put, *text; } steps[] = {
		{ 0, 0, "reed", "reed" },
		{ 2, 1, "a", "read" },
		{ 4, 0, " only", "read only" },
		{ 0, 5, "", "only" },
		{ 0, 0, "h\xC3\xA9 ", "h\xC3\xA9 only" },
		{ 0, 8, "gone", "gone" },
	};
	struct typing *t;

	fresh_directory();
	t = opened();
	CHECK_INT(typing_begin(t, "answer 3", &err), 0);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		CHECK_INT(typing_edit(t, steps[i].at, steps[i].cut, steps[i].put, strlen(steps[i].put), &err), 0);
		typing_close(t, false);
		t = opened();
		check_recovers(t, "answer 3", steps[i].text);
	}
	typing_close(t, true);
}

TEST(a_torn_edit_is_left_off_with_all_behind_it)
{
	struct typing *t;
	size_t len = 0;
	struct stat sb;

	fresh_directory();
	t = opened();
	CHECK_INT(typing_begin(t, "note 1", &err), 0);
	type(t, &len, "good ");
	CHECK(stat(file, &sb) == 0);
	type(t, &len, "torn ");
	type(t, &len, "behind");
	damage(sb.st_size + 22, "X", 1);
	check_recovers(t, "note 1", "good ");
	len = 5;
	type(t, &len, "again");                  /* what stood behind does not come back */
	check_recovers(t, "note 1", "good again");
	typing_close(t, true);
}

TEST(half_a_character_at_the_end_is_left_off)
{
	struct typing *t;

	fresh_directory();
	t = opened();
	CHECK_INT(typing_begin(t, "note 1", &err), 0);
	CHECK_INT(typing_edit(t, 0, 0, "caf\xC3", 4, &err), 0);
	check_recovers(t, "note 1", "caf");
	CHECK_INT(typing_edit(t, 3, 0, "e", 1, &err), 0);
	check_recovers(t, "note 1", "cafe");
	typing_close(t, true);
}

/* More edits than one run may hold, several times over. */
TEST(many_edits_are_taken_together_and_the_file_stays_small)
{
	char page[40000], want[40002];
	struct typing *t;
	struct stat sb;

	fresh_directory();
	t = opened();
	memset(page, 'a', sizeof page);
	CHECK_INT(typing_begin(t, "answer 1", &err), 0);
	CHECK_INT(typing_edit(t, 0, 0, ".", 1, &err), 0);
	for (int i = 0; i < 500; i++) {                 /* 20 MB of edits */
		page[0] = (char)('a' + i % 26);
		CHECK_INT(typing_edit(t, 0, i > 0 ? sizeof page : 0, page, sizeof page, &err), 0);
	}
	CHECK(stat(file, &sb) == 0);
	CHECK(sb.st_size < 9 << 20);
	typing_close(t, false);
	t = opened();
	memcpy(want, page, sizeof page);
	memcpy(want + sizeof page, ".", 2);
	check_recovers(t, "answer 1", want);
	typing_close(t, true);
}

TEST(a_damaged_text_head_recovers_nothing)
{
	struct typing *t;

	fresh_directory();
	t = opened();
	CHECK_INT(typing_begin(t, "note 1", &err), 0);
	CHECK_INT(typing_edit(t, 0, 0, "x", 1, &err), 0);
	damage(1536 + 11, "\xFF", 1);
	check_recovers(t, NULL, NULL);
	typing_close(t, true);
}

/* Whether the file holds the bytes. */
static bool
holds(const char *bytes)
{
	static char data[1 << 16];
	int fd = open(file, O_RDONLY);
	ssize_t len = read(fd, data, sizeof data);

	close(fd);
	return len > 0 && memmem(data, (size_t)len, bytes, strlen(bytes)) != NULL;
}

TEST(removing_a_note_takes_what_is_no_answer_even_if_its_head_is_damaged)
{
	static const struct { const char *target; bool damaged, stays; } cases[] = {
		{ "note 1", false, false }, { "private note 1", false, false }, { "note 1", true, false },
		{ "answer 1", false, true }, { "answer 1", true, false },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct typing *t;
		size_t len = 0;

		fresh_directory();
		t = opened();
		CHECK_INT(typing_begin(t, cases[i].target, &err), 0);
		type(t, &len, "between us");
		typing_close(t, false);
		CHECK(holds("between us"));
		if (cases[i].damaged)
			damage(1536 + 11, "\xFF", 1);
		CHECK_INT(typing_remove_note(dir, ID, &err), 0);
		CHECK_INT(holds("between us"), cases[i].stays);
	}
}

TEST(removing_a_note_leaves_what_a_link_in_its_place_leads_to)
{
	static char kept[340];

	fresh_directory();
	typing_close(opened(), false);
	snprintf(kept, sizeof kept, "%s/kept", dir);
	CHECK_INT(rename(file, kept), 0);
	CHECK_INT(symlink(kept, file), 0);
	CHECK_INT(typing_remove_note(dir, ID, &err), 0);
	CHECK_INT(access(kept, F_OK), 0);
}

TEST(a_text_has_a_cap_and_keeps_what_fitted)
{
	struct typing *t;
	char *big = calloc(1, STORE_TEXT_MAX_BYTES);
	struct buf target, text;

	memset(big, 'x', STORE_TEXT_MAX_BYTES);
	fresh_directory();
	t = opened();
	CHECK_INT(typing_begin(t, "note 1", &err), 0);
	CHECK_INT(typing_edit(t, 0, 0, big, STORE_TEXT_MAX_BYTES, &err), 0);
	CHECK_INT(typing_edit(t, 0, 0, "y", 1, &err), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	buf_init(&target);
	buf_init(&text);
	CHECK_INT(typing_recover(t, &target, &text, &err), 0);
	CHECK_INT(text.len, STORE_TEXT_MAX_BYTES);
	buf_finish(&target);
	buf_finish(&text);
	typing_close(t, true);
	free(big);
}

/* The child shares how many characters it has "shown"; all of them must come back. */
TEST(nothing_shown_is_lost_by_kill_9)
{
	int *shown = mmap(NULL, sizeof *shown, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int proved = 0;

	for (int round = 0; round < 20; round++) {
		struct buf target, text;
		struct typing *t;
		pid_t child;
		int status;

		fresh_directory();
		*shown = 0;
		child = fork();
		if (child == 0) {
			int pid;

			if (typing_open(&t, dir, ID, &pid, &err) != 0 || typing_begin(t, "answer 1",
			    &err) != 0)
				_exit(1);
			for (int i = 0; i < 200000; i++) {
				char c = (char)('a' + i % 26);

				if (typing_edit(t, (size_t)i, 0, &c, 1, &err) != 0)
					_exit(1);
				__atomic_store_n(shown, i + 1, __ATOMIC_SEQ_CST);
			}
			_exit(0);
		}
		usleep((useconds_t)(2000 + 997 * round));
		kill(child, SIGKILL);
		waitpid(child, &status, 0);
		if (*shown == 0)
			continue;
		proved++;
		t = opened();
		buf_init(&target);
		buf_init(&text);
		CHECK_INT(typing_recover(t, &target, &text, &err), 0);
		CHECK(text.len >= (size_t)*shown && text.len <= (size_t)*shown + 1);
		CHECK_STR(buf_text(&target), "answer 1");
		for (size_t i = 0; i < text.len; i++)
			CHECK_INT(text.data[i], 'a' + (int)(i % 26));
		buf_finish(&target);
		buf_finish(&text);
		typing_close(t, true);
	}
	munmap(shown, sizeof *shown);
	CHECK(proved >= 5);
}
