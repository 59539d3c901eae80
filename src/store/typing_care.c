/* Typing files as a restore or a removal meets them: from outside, by name. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/file.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/typing.h"

enum { NO_FILE = 2 };

/* Opens the file and takes its lock, which closing lets go.  Returns 0, TYPING_HELD, NO_FILE or -1. */
static int
open_and_lock(int *fd, const char *path, struct err *err)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct stat sb;

	*fd = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (*fd < 0)
		return errno == ENOENT || errno == ELOOP ? NO_FILE : err_errno(err, "cannot open %s", path);
	if (fstat(*fd, &sb) != 0)
		return err_errno(err, "cannot look at %s", path);
	if (!S_ISREG(sb.st_mode))
		return NO_FILE;
	if (fcntl(*fd, F_OFD_SETLK, &whole) == 0)
		return 0;
	return errno == EAGAIN || errno == EACCES ? TYPING_HELD : err_errno(err, "cannot lock %s", path);
}

static bool
is_typing_file(const char *name)
{
	const char *digits = name + strlen("session-");
	size_t count;

	if (strncmp(name, "session-", strlen("session-")) != 0)
		return false;
	count = strspn(digits, "0123456789");
	return count > 0 && strcmp(digits + count, ".typing") == 0;
}

static int
is_held(const char *dir, const char *name, struct err *err)
{
	char *path;
	int fd = -1, result;

	if (asprintf(&path, "%s/%s", dir, name) < 0)
		return err_memory(err);
	result = open_and_lock(&fd, path, err);
	if (fd >= 0)
		close(fd);
	free(path);
	return result == NO_FILE ? 0 : result;
}

int
typing_any_held(const char *dir, struct err *err)
{
	DIR *d = opendir(dir);
	const struct dirent *entry;
	int result = 0;

	if (d == NULL)
		return errno == ENOENT ? 0 : err_errno(err, "cannot read %s", dir);
	while (result == 0 && (entry = readdir(d)) != NULL)
		if (is_typing_file(entry->d_name))
			result = is_held(dir, entry->d_name, err);
	closedir(d);
	return result;
}

/* Writes zeros over all of it: where the file system writes in place, nothing is left on the disk. */
static int
blank(int fd, const char *path, struct err *err)
{
	static const char zeros[4096];
	struct stat sb;

	if (fstat(fd, &sb) != 0)
		return err_errno(err, "cannot look at %s", path);
	for (off_t at = 0; at < sb.st_size; at += (off_t)sizeof zeros) {
		off_t left = sb.st_size - at;

		if (file_write_at(fd, zeros, left < (off_t)sizeof zeros ? (size_t)left : sizeof zeros, at) !=
		    0)
			return err_errno(err, "cannot empty %s", path);
	}
	return fsync(fd) == 0 ? 0 : err_errno(err, "cannot empty %s", path);
}

/* Texts of the session whose editor, and whose viva, were killed. */
static int
sweep_texts(const char *dir, int64_t id, struct err *err)
{
	char name[TYPING_TEXT_NAME_BYTES];

	snprintf(name, sizeof name, TYPING_TEXT_NAME, id);
	return file_sweep(dir, name, "", err);
}

/* The link of a candidate's page and its like. */
static int
remove_beside(const char *dir, int64_t id, struct err *err)
{
	static const char *const endings[] = { TYPING_SCREEN, TYPING_WATCH, TYPING_HALVES };

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		char *path;
		int result = 0;

		if (asprintf(&path, "%s/%" PRId64 "%s", dir, id, endings[i]) < 0)
			return err_memory(err);
		if (unlink(path) != 0 && errno != ENOENT)
			result = err_errno(err, "cannot take away %s", path);
		free(path);
		if (result != 0)
			return -1;
	}
	return 0;
}

/* The caller's; NULL with `err` set. */
static char *
typing_path(const char *dir, int64_t id, struct err *err)
{
	char *path;

	if (asprintf(&path, "%s/session-%" PRId64 ".typing", dir, id) >= 0)
		return path;
	err_memory(err);
	return NULL;
}

int
typing_remove(const char *dir, int64_t id, struct err *err)
{
	char *path = typing_path(dir, id, err);
	int fd = -1, result;

	if (path == NULL)
		return -1;
	result = open_and_lock(&fd, path, err);
	if (result == 0 && (result = blank(fd, path, err)) == 0 && unlink(path) != 0)
		result = err_errno(err, "cannot take away %s", path);
	if (fd >= 0)
		close(fd);
	free(path);
	if (result != NO_FILE && result != 0)
		return result;
	return sweep_texts(dir, id, err) == 0 ? remove_beside(dir, id, err) : -1;
}

/* Is there a typing file to look into?  typing_open() would make one.  Returns 0, NO_FILE or -1. */
static int
find_file(const char *dir, int64_t id, struct err *err)
{
	char *path = typing_path(dir, id, err);
	struct stat sb;
	int result;

	if (path == NULL)
		return -1;
	if (lstat(path, &sb) == 0)
		result = S_ISREG(sb.st_mode) ? 0 : NO_FILE;
	else
		result = errno == ENOENT ? NO_FILE : err_errno(err, "cannot look at %s", path);
	free(path);
	return result;
}

int
typing_remove_note(const char *dir, int64_t id, struct err *err)
{
	struct typing *t = NULL;
	struct buf target, text;
	int holder, result = find_file(dir, id, err);

	if (result == NO_FILE)
		return sweep_texts(dir, id, err);
	if (result == 0)
		result = typing_open(&t, dir, id, &holder, err);
	if (result != 0)
		return result;
	buf_init(&target);
	buf_init(&text);
	result = typing_recover(t, &target, &text, err);
	/* What nobody could take up again may be of a note too. */
	if (result > 0 ||
	    (result == 0 && strncmp(buf_text(&target), TYPING_ANSWER, strlen(TYPING_ANSWER)) != 0))
		result = typing_clear(t, err);
	typing_close(t, false);
	buf_finish(&target);
	buf_finish(&text);
	return result == 0 ? sweep_texts(dir, id, err) : -1;
}
