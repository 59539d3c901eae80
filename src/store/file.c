#include "store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "viva/err.h"

#define COPY_AT_ONCE 65536

static int
make_directory(const char *path, struct err *err)
{
	struct stat sb;

	if (mkdir(path, 0700) == 0)
		return 0;
	if (errno == EEXIST || errno == EROFS || errno == EACCES) {
		int why = errno;

		if (stat(path, &sb) == 0 && S_ISDIR(sb.st_mode))
			return 0;
		errno = why == EEXIST ? ENOTDIR : why;
	}
	return err_errno(err, "cannot make the directory %s", path);
}

int
file_make_directories(const char *path, struct err *err)
{
	char *copy = strdup(path);
	int result = -1;

	if (copy == NULL)
		return err_memory(err);
	for (char *slash = copy + 1; *copy != '\0' && (slash = strchr(slash, '/')) != NULL; slash++) {
		*slash = '\0';
		if (make_directory(copy, err) != 0)
			goto out;
		*slash = '/';
	}
	result = make_directory(copy, err);
out:
	free(copy);
	return result;
}

char *
file_directory(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return strdup(".");
	return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

int
file_real_path(const char *path, bool make, char **out, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *directory = file_directory(path), *real = NULL;
	int result = -1;

	*out = NULL;
	if (directory == NULL)
		return err_memory(err);
	if (make && file_make_directories(directory, err) != 0)
		goto out;
	real = realpath(directory, NULL);
	if (real == NULL) {
		result = errno == ENOENT && !make ? FILE_NO_DIRECTORY :
		    err_errno(err, "cannot find %s", directory);
		goto out;
	}
	if (asprintf(out, "%s/%s", strcmp(real, "/") == 0 ? "" : real, slash != NULL ? slash + 1 : path) < 0) {
		*out = NULL;
		err_memory(err);
		goto out;
	}
	result = 0;
out:
	free(directory);
	free(real);
	return result;
}

int
file_write_at(int fd, const void *data, size_t len, off_t offset)
{
	const char *p = data;

	while (len > 0) {
		ssize_t n = pwrite(fd, p, len, offset);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0) {
			errno = EIO;
			return -1;
		}
		p += n;
		len -= (size_t)n;
		offset += n;
	}
	return 0;
}

ssize_t
file_read_at(int fd, void *data, size_t len, off_t offset)
{
	char *p = data;
	size_t got = 0;

	while (got < len) {
		ssize_t n = pread(fd, p + got, len - got, offset + (off_t)got);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		got += (size_t)n;
	}
	return (ssize_t)got;
}

char *
file_make_part(const char *path, int *fd, struct err *err)
{
	char *part;
	int made;

	if (asprintf(&part, "%s" FILE_PART, path) < 0) {
		err_memory(err);
		return NULL;
	}
	made = mkostemp(part, O_CLOEXEC);               /* 0600 */
	if (made < 0) {
		err_errno(err, "cannot make a file beside %s", path);
		free(part);
		return NULL;
	}
	if (fd != NULL)
		*fd = made;
	else
		close(made);
	return part;
}

int
file_replace(const char *path, const void *data, size_t len, struct err *err)
{
	int fd = -1, result = -1;
	char *temporary = file_make_part(path, &fd, err);

	if (temporary == NULL)
		return -1;
	if (file_write_at(fd, data, len, 0) != 0 || fsync(fd) != 0)
		err_errno(err, "cannot write %s", path);
	else if (rename(temporary, path) != 0)
		err_errno(err, "cannot make %s", path);
	else
		result = 0;
	close(fd);
	if (result != 0)
		unlink(temporary);
	else
		result = file_sync_directory(path, err);
	free(temporary);
	return result;
}

static int
copy_bytes(int from, int to, const char *from_path, const char *to_path, struct err *err)
{
	static char room[COPY_AT_ONCE];
	off_t at = 0;
	ssize_t n;

	while ((n = file_read_at(from, room, sizeof room, at)) > 0) {
		if (file_write_at(to, room, (size_t)n, at) != 0)
			return err_errno(err, "cannot write %s", to_path);
		at += n;
	}
	if (n < 0)
		return err_errno(err, "cannot read %s", from_path);
	return fsync(to) == 0 ? 0 : err_errno(err, "cannot write %s", to_path);
}

int
file_copy_beside(const char *from, const char *beside, char **made, struct err *err)
{
	int in = open(from, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), out = -1, result = -1;
	struct stat sb;

	*made = NULL;
	if (in < 0 || fstat(in, &sb) != 0) {
		err_errno(err, "cannot read %s", from);
		goto out;
	}
	if (!S_ISREG(sb.st_mode)) {
		err_set(err, EXIT_FINDINGS, "%s is not an ordinary file", from);
		goto out;
	}
	*made = file_make_part(beside, &out, err);
	if (*made == NULL)
		goto out;
	result = copy_bytes(in, out, from, *made, err);
	if (result != 0) {
		unlink(*made);
		free(*made);
		*made = NULL;
	}
out:
	if (in >= 0)
		close(in);
	if (out >= 0)
		close(out);
	return result;
}

int
file_sync_directory(const char *path, struct err *err)
{
	char *directory = file_directory(path);
	int result = -1, fd = -1;

	if (directory == NULL)
		return err_memory(err);
	fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Some file systems cannot sync a directory and say EINVAL; they need no sync either. */
	if (fd < 0 || (fsync(fd) != 0 && errno != EINVAL))
		err_errno(err, "cannot sync the directory %s", directory);
	else
		result = 0;
	if (fd >= 0)
		close(fd);
	free(directory);
	return result;
}
