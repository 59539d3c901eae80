/*
 * The typing file, in blocks of 512 bytes (one disk sector):
 *
 *      0     holder: "hold", session id, process id
 *      512   heartbeat slot 0: "beat", generation, clock_ms, wall_us, boot_ms
 *      1024  heartbeat slot 1, the same; the valid one with the higher generation counts
 *      1536  text head: "text", length of the target, target; only while something is typed
 *      2048  the text, to the end of the file
 *
 * Numbers are big-endian; the last four bytes of a block are the CRC-32 of those before, so
 * that a torn block counts as none.  A clear text is cut off, not overwritten.
 */
#include "viva/typing.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/bytes.h"
#include "store/file.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"
#include "viva/text.h"

enum {
	BLOCK_BYTES = 512,
	BLOCK_SUMMED = BLOCK_BYTES - 4,
	HOLDER_AT = 0,
	BEAT_AT = BLOCK_BYTES,
	TEXT_HEAD_AT = 3 * BLOCK_BYTES,
	TEXT_AT = 4 * BLOCK_BYTES,
	TARGET_MAX_BYTES = 200          /* "answer 3", with room to spare */
};

/* How often to try again when the file was deleted between our opening and locking it. */
#define OPEN_TRIES 100

struct typing {
	int fd;
	char *path;
	int64_t generation;             /* of the last heartbeat, 0: none */
	bool open_text;
	size_t text_len;
};

static uint32_t
crc32_of(const uint8_t *data, size_t len)
{
	uint32_t crc = 0xFFFFFFFFu;

	for (size_t i = 0; i < len; i++) {
		crc ^= data[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (0xEDB88320u & (0u - (crc & 1u)));
	}
	return ~crc;
}

static int
write_block(struct typing *t, uint8_t block[BLOCK_BYTES], off_t at, struct err *err)
{
	put_be32(block + BLOCK_SUMMED, crc32_of(block, BLOCK_SUMMED));
	if (file_write_at(t->fd, block, BLOCK_BYTES, at) != 0)
		return err_errno(err, "cannot write %s", t->path);
	return 0;
}

/* Returns 0, or 1 if there is no whole block of that kind. */
static int
read_block(struct typing *t, uint8_t block[BLOCK_BYTES], const char tag[4], off_t at, struct err *err)
{
	ssize_t n = file_read_at(t->fd, block, BLOCK_BYTES, at);

	if (n < 0)
		return err_errno(err, "cannot read %s", t->path);
	if (n < BLOCK_BYTES || memcmp(block, tag, 4) != 0 ||
	    get_be32(block + BLOCK_SUMMED) != crc32_of(block, BLOCK_SUMMED))
		return 1;
	return 0;
}

/* ---- opening and the lock ---- */

/* Returns 0, TYPING_HELD, or -1. */
static int
take_lock(struct typing *t, struct err *err)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fcntl(t->fd, F_OFD_SETLK, &whole) == 0)
		return 0;
	if (errno == EAGAIN || errno == EACCES)
		return TYPING_HELD;
	return err_errno(err, "cannot lock %s", t->path);
}

/* The holder that we locked may have deleted the file: then the name no longer leads to it. */
static bool
still_named(const struct typing *t)
{
	struct stat ours, named;

	return fstat(t->fd, &ours) == 0 && lstat(t->path, &named) == 0 &&
	    ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

static int
open_file(struct typing *t, struct err *err)
{
	struct stat sb;

	t->fd = open(t->path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (t->fd < 0)
		return err_errno(err, "cannot open %s", t->path);
	if (fstat(t->fd, &sb) != 0)
		return err_errno(err, "cannot look at %s", t->path);
	if (!S_ISREG(sb.st_mode) || sb.st_uid != geteuid())
		return err_set(err, EXIT_IO, "%s is not a file of yours: move it away and try again",
		    t->path);
	if ((sb.st_mode & 0777) != 0600 && fchmod(t->fd, 0600) != 0)
		return err_errno(err, "cannot make %s readable by you alone", t->path);
	return 0;
}

/* Returns 0 with the file open and locked, TYPING_HELD (open, not locked), or -1. */
static int
open_and_lock(struct typing *t, struct err *err)
{
	for (int i = 0; i < OPEN_TRIES; i++) {
		int held;

		if (open_file(t, err) != 0)
			return -1;
		held = take_lock(t, err);
		if (held != 0 || still_named(t))
			return held;
		close(t->fd);
		t->fd = -1;
	}
	return err_set(err, EXIT_HELD, "%s: another viva keeps taking it away", t->path);
}

static int
write_holder(struct typing *t, int64_t id, struct err *err)
{
	uint8_t block[BLOCK_BYTES] = "hold";

	put_be64(block + 4, id);
	put_be64(block + 12, getpid());
	return write_block(t, block, HOLDER_AT, err);
}

/* Who holds the lock; 0 if the holder has not yet said so. */
static int
read_holder(struct typing *t, int *pid, struct err *err)
{
	uint8_t block[BLOCK_BYTES];
	int found = read_block(t, block, "hold", HOLDER_AT, err);

	*pid = found == 0 ? (int)get_be64(block + 12) : 0;
	return found < 0 ? -1 : 0;
}

static int
read_beat(struct typing *t, int slot, int64_t *generation, struct heartbeat *h, struct err *err)
{
	uint8_t block[BLOCK_BYTES];
	int found = read_block(t, block, "beat", BEAT_AT + slot * BLOCK_BYTES, err);

	if (found != 0)
		return found;
	*generation = get_be64(block + 4);
	h->clock_ms = get_be64(block + 12);
	h->wall_us = get_be64(block + 20);
	h->boot_ms = get_be64(block + 28);
	return 0;
}

int
typing_open(struct typing **out, const char *dir, int64_t id, int *holder_pid, struct err *err)
{
	struct typing *t = calloc(1, sizeof *t);
	struct heartbeat last;
	int result = -1;

	*out = NULL;
	if (t == NULL)
		return err_memory(err);
	t->fd = -1;
	if (file_make_directories(dir, err) != 0)
		goto out;
	if (asprintf(&t->path, "%s/session-%" PRId64 ".typing", dir, id) < 0) {
		t->path = NULL;
		err_memory(err);
		goto out;
	}
	result = open_and_lock(t, err);
	if (result == TYPING_HELD && read_holder(t, holder_pid, err) != 0)
		result = -1;
	if (result == 0)
		result = write_holder(t, id, err);
	/* Go on counting where the last holder left: a lower generation would count as the older. */
	if (result == 0 && typing_last_beat(t, &last, err) < 0)
		result = -1;
out:
	if (result == 0)
		*out = t;
	else
		typing_close(t, false);
	return result;
}

void
typing_close(struct typing *t, bool remove)
{
	if (t == NULL)
		return;
	if (t->fd >= 0) {
		if (remove)
			unlink(t->path);        /* while the lock is held: it can be nobody else's */
		close(t->fd);
	}
	free(t->path);
	free(t);
}

/* ---- heartbeat ---- */

int
typing_beat(struct typing *t, const struct heartbeat *h, struct err *err)
{
	uint8_t block[BLOCK_BYTES] = "beat";
	int64_t generation = t->generation + 1;

	put_be64(block + 4, generation);
	put_be64(block + 12, h->clock_ms);
	put_be64(block + 20, h->wall_us);
	put_be64(block + 28, h->boot_ms);
	if (write_block(t, block, BEAT_AT + (generation & 1) * BLOCK_BYTES, err) != 0)
		return -1;
	t->generation = generation;
	return 0;
}

int
typing_last_beat(struct typing *t, struct heartbeat *out, struct err *err)
{
	int64_t newest = 0;

	for (int slot = 0; slot < 2; slot++) {
		struct heartbeat h;
		int64_t generation = 0;
		int found = read_beat(t, slot, &generation, &h, err);

		if (found < 0)
			return -1;
		/* A forged generation must not make the next one overflow. */
		if (found == 0 && generation > newest && generation < INT64_MAX) {
			newest = generation;
			*out = h;
		}
	}
	t->generation = newest;
	return newest > 0 ? 0 : 1;
}

/* ---- text ---- */

int
typing_begin(struct typing *t, const char *target, struct err *err)
{
	uint8_t block[BLOCK_BYTES] = "text";
	size_t len = strlen(target);

	assert(len <= TARGET_MAX_BYTES);
	if (typing_clear(t, err) != 0)
		return -1;
	put_be64(block + 4, (int64_t)len);
	memcpy(block + 12, target, len);
	if (write_block(t, block, TEXT_HEAD_AT, err) != 0)
		return -1;
	t->open_text = true;
	return 0;
}

int
typing_append(struct typing *t, const char *data, size_t len, struct err *err)
{
	assert(t->open_text);
	if (len > STORE_TEXT_MAX_BYTES - t->text_len)
		return err_set(err, EXIT_FINDINGS, "a text can have %u KiB at most",
		    STORE_TEXT_MAX_BYTES >> 10);
	if (file_write_at(t->fd, data, len, TEXT_AT + (off_t)t->text_len) != 0)
		return err_errno(err, "cannot write %s", t->path);
	t->text_len += len;
	return 0;
}

int
typing_clear(struct typing *t, struct err *err)
{
	struct stat sb;

	t->open_text = false;
	t->text_len = 0;
	if (fstat(t->fd, &sb) != 0)
		return err_errno(err, "cannot look at %s", t->path);
	if (sb.st_size > TEXT_HEAD_AT && ftruncate(t->fd, TEXT_HEAD_AT) != 0)
		return err_errno(err, "cannot empty %s", t->path);
	return 0;
}

int
typing_recover(struct typing *t, struct buf *target, struct buf *text, struct err *err)
{
	uint8_t block[BLOCK_BYTES];
	int64_t target_len;
	ssize_t n;
	char *room = NULL;
	int result = read_block(t, block, "text", TEXT_HEAD_AT, err);

	if (result != 0)
		return result;
	target_len = get_be64(block + 4);
	if (target_len < 0 || target_len > TARGET_MAX_BYTES)
		return 1;
	room = malloc(STORE_TEXT_MAX_BYTES);
	if (room == NULL)
		return err_memory(err);
	n = file_read_at(t->fd, room, STORE_TEXT_MAX_BYTES, TEXT_AT);
	if (n < 0) {
		result = err_errno(err, "cannot read %s", t->path);
		goto out;
	}
	/* After a power cut the file may have its length but not yet its bytes: they read as zeros. */
	t->text_len = text_valid_prefix(room, strnlen(room, (size_t)n));
	t->open_text = true;
	if (t->text_len == 0) {
		result = 1;
		goto out;
	}
	buf_add(target, block + 12, (size_t)target_len);
	buf_add(text, room, t->text_len);
	if (buf_failed(target) || buf_failed(text))
		result = err_memory(err);
	/* What follows the good text would come back if we die after writing a shorter text over it. */
	else if (ftruncate(t->fd, TEXT_AT + (off_t)t->text_len) != 0)
		result = err_errno(err, "cannot write %s", t->path);
out:
	free(room);
	return result;
}
