/*
 * The typing file, in blocks of 512 bytes (one disk sector):
 *
 *      0     holder: "hold", session id, process id
 *      512   heartbeat slot 0: "beat", generation, clock_ms, wall_us, boot_ms
 *      1024  heartbeat slot 1, the same; the valid one with the higher generation counts
 *      1536  text head: "edit", length of the target, target, where the edits begin, number of the
 *            first; only while something is typed
 *      2048  edits, one behind the other: number, at, bytes cut, bytes put in, CRC-32, those bytes
 *
 * Numbers are big-endian; the last four bytes of a block are the CRC-32 of those before, so
 * that a torn block counts as none.  The text is what all edits make of an empty one, up to the
 * first that is torn or out of number.  When they have become many, one edit that holds the whole text is
 * written beside them, and the head then points to that.  A clear text is cut off, not overwritten.
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
	EDITS_AT = 4 * BLOCK_BYTES,
	EDIT_HEAD_BYTES = 20,
	EDITS_MAX_BYTES = 4 << 20,      /* of one run of edits: a resume reads them all */
	TARGET_MAX_BYTES = 200          /* "answer 3", with room to spare */
};

/* How often to try again when the file was deleted between our opening and locking it. */
#define OPEN_TRIES 100

struct typing {
	int fd;
	char *path;
	int64_t generation;             /* of the last heartbeat, 0: none */
	bool open_text;
	char target[TARGET_MAX_BYTES + 1];
	size_t text_len;
	off_t edits_from, edits_to;
	uint32_t first_edit, next_edit; /* numbers: none comes twice in one text */
};

/* The CRC-32 of what has `crc` (0: nothing) followed by `data`. */
static uint32_t
crc32_more(uint32_t crc, const uint8_t *data, size_t len)
{
	crc = ~crc;
	for (size_t i = 0; i < len; i++) {
		crc ^= data[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (0xEDB88320u & (0u - (crc & 1u)));
	}
	return ~crc;
}

static uint32_t
crc32_of(const uint8_t *data, size_t len)
{
	return crc32_more(0, data, len);
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

/* Points to the edits from `t->edits_from` on. */
static int
write_text_head(struct typing *t, struct err *err)
{
	uint8_t block[BLOCK_BYTES] = "edit";
	size_t len = strlen(t->target);

	put_be64(block + 4, (int64_t)len);
	memcpy(block + 12, t->target, len);
	put_be64(block + BLOCK_SUMMED - 12, t->edits_from);
	put_be32(block + BLOCK_SUMMED - 4, t->first_edit);
	return write_block(t, block, TEXT_HEAD_AT, err);
}

int
typing_begin(struct typing *t, const char *target, struct err *err)
{
	assert(strlen(target) <= TARGET_MAX_BYTES);
	if (typing_clear(t, err) != 0)
		return -1;
	strcpy(t->target, target);
	t->edits_from = t->edits_to = EDITS_AT;
	t->first_edit = t->next_edit = 1;
	if (write_text_head(t, err) != 0)
		return -1;
	t->open_text = true;
	return 0;
}

static uint32_t
edit_sum(const uint8_t head[EDIT_HEAD_BYTES - 4], const char *data, size_t len)
{
	return crc32_more(crc32_of(head, EDIT_HEAD_BYTES - 4), (const uint8_t *)data, len);
}

/* One edit in one write(): a kill leaves all of it or none that counts. */
static int
write_edit(struct typing *t, size_t at, size_t cut, const char *data, size_t len, struct err *err)
{
	uint8_t *edit = malloc(EDIT_HEAD_BYTES + len);
	int rc = 0;

	if (edit == NULL)
		return err_memory(err);
	put_be32(edit, t->next_edit);
	put_be32(edit + 4, (uint32_t)at);
	put_be32(edit + 8, (uint32_t)cut);
	put_be32(edit + 12, (uint32_t)len);
	put_be32(edit + 16, edit_sum(edit, data, len));
	if (len > 0)
		memcpy(edit + EDIT_HEAD_BYTES, data, len);
	if (file_write_at(t->fd, edit, EDIT_HEAD_BYTES + len, t->edits_to) != 0)
		rc = err_errno(err, "cannot write %s", t->path);
	free(edit);
	if (rc == 0) {
		t->next_edit++;
		t->edits_to += (off_t)(EDIT_HEAD_BYTES + len);
	}
	return rc;
}

/* Reads the next edit into `data` (STORE_TEXT_MAX_BYTES); returns 0, or 1: here they end. */
static int
read_edit(struct typing *t, size_t *at, size_t *cut, char *data, size_t *len, struct err *err)
{
	uint8_t head[EDIT_HEAD_BYTES];
	ssize_t n = file_read_at(t->fd, head, sizeof(head), t->edits_to);

	if (n < 0)
		return err_errno(err, "cannot read %s", t->path);
	*at = get_be32(head + 4);
	*cut = get_be32(head + 8);
	*len = get_be32(head + 12);
	if (n < EDIT_HEAD_BYTES || get_be32(head) != t->next_edit || *at > t->text_len ||
	    *cut > t->text_len - *at || *len > STORE_TEXT_MAX_BYTES - (t->text_len - *cut))
		return 1;
	n = file_read_at(t->fd, data, *len, t->edits_to + EDIT_HEAD_BYTES);
	if (n < 0)
		return err_errno(err, "cannot read %s", t->path);
	return (size_t)n < *len || get_be32(head + 16) != edit_sum(head, data, *len);
}

/* Applies all good edits to an empty text in `text` (STORE_TEXT_MAX_BYTES) and stands behind them. */
static int
replay_edits(struct typing *t, char *text, struct err *err)
{
	size_t at = 0, cut = 0, len = 0;
	char *data = malloc(STORE_TEXT_MAX_BYTES);
	int rc;

	if (data == NULL)
		return err_memory(err);
	t->text_len = 0;
	t->edits_to = t->edits_from;
	while ((rc = read_edit(t, &at, &cut, data, &len, err)) == 0) {
		memmove(text + at + len, text + at + cut, t->text_len - at - cut);
		memcpy(text + at, data, len);
		t->text_len += len - cut;
		t->edits_to += (off_t)(EDIT_HEAD_BYTES + len);
		t->next_edit++;
	}
	free(data);
	return rc < 0 ? -1 : 0;
}

/* The whole text as one edit, before or behind the present ones; they count until the head points to it. */
static int
rewrite(struct typing *t, const char *text, size_t len, struct err *err)
{
	if (t->edits_from - EDITS_AT >= (off_t)(EDIT_HEAD_BYTES + len))
		t->edits_to = EDITS_AT;
	t->edits_from = t->edits_to;
	t->first_edit = t->next_edit;
	if (write_edit(t, 0, 0, text, len, err) != 0 || write_text_head(t, err) != 0)
		return -1;
	t->text_len = len;
	if (ftruncate(t->fd, t->edits_to) != 0)
		return err_errno(err, "cannot shorten %s", t->path);
	return 0;
}

/* Takes the edits together once they have become many. */
static int
gather(struct typing *t, struct err *err)
{
	uint32_t next = t->next_edit;
	off_t to = t->edits_to;
	char *text = malloc(STORE_TEXT_MAX_BYTES);
	int rc;

	if (text == NULL)
		return err_memory(err);
	t->next_edit = t->first_edit;
	rc = replay_edits(t, text, err);
	if (rc == 0 && (t->edits_to != to || t->next_edit != next))
		rc = err_set(err, EXIT_IO, "%s no longer holds what was written to it", t->path);
	if (rc == 0)
		rc = rewrite(t, text, t->text_len, err);
	free(text);
	return rc;
}

int
typing_edit(struct typing *t, size_t at, size_t cut, const char *data, size_t len, struct err *err)
{
	assert(t->open_text && at <= t->text_len && cut <= t->text_len - at);
	if (len > STORE_TEXT_MAX_BYTES - (t->text_len - cut))
		return err_set(err, EXIT_FINDINGS, "a text can have %u KiB at most",
		    STORE_TEXT_MAX_BYTES >> 10);
	if (write_edit(t, at, cut, data, len, err) != 0)
		return -1;
	t->text_len += len - cut;
	return t->edits_to - t->edits_from > EDITS_MAX_BYTES ? gather(t, err) : 0;
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

/* Reads the text head; returns 0, or 1 if nothing was being typed. */
static int
read_text_head(struct typing *t, struct err *err)
{
	uint8_t block[BLOCK_BYTES];
	int64_t target_len;
	int result = read_block(t, block, "edit", TEXT_HEAD_AT, err);

	if (result != 0)
		return result;
	target_len = get_be64(block + 4);
	t->edits_from = get_be64(block + BLOCK_SUMMED - 12);
	t->first_edit = t->next_edit = get_be32(block + BLOCK_SUMMED - 4);
	if (target_len < 0 || target_len > TARGET_MAX_BYTES || t->edits_from < EDITS_AT)
		return 1;
	memcpy(t->target, block + 12, (size_t)target_len);
	t->target[target_len] = '\0';
	return 0;
}

int
typing_recover(struct typing *t, struct buf *target, struct buf *text, struct err *err)
{
	char *room;
	size_t good;
	int result = read_text_head(t, err);

	if (result != 0)
		return result;
	room = malloc(STORE_TEXT_MAX_BYTES);
	if (room == NULL)
		return err_memory(err);
	result = replay_edits(t, room, err);
	if (result != 0)
		goto out;
	good = text_valid_prefix(room, strnlen(room, t->text_len));
	/* What is torn must not follow the next edit; and what is read once need not be read again. */
	result = rewrite(t, room, good, err);
	if (result != 0)
		goto out;
	t->open_text = true;
	if (good == 0) {
		result = 1;
		goto out;
	}
	buf_puts(target, t->target);
	buf_add(text, room, good);
	if (buf_failed(target) || buf_failed(text))
		result = err_memory(err);
out:
	free(room);
	return result;
}
