#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "viva/err.h"
#include "viva/report.h"

#define TEMPORARY_TRIES 100     /* names left behind by killed runs; more is no accident */

static int
write_all(int fd, const char *data, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, data, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		data += n;
		len -= (size_t)n;
	}
	return 0;
}

/* Devices and pipes take the bytes as they are: a rename would put a file in their place. */
static int
write_special(const char *path, const char *data, size_t len, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC), status = 0;

	if (fd < 0)
		return err_errno(err, "cannot open %s", path);
	if (write_all(fd, data, len) != 0)
		status = err_errno(err, "cannot write %s", path);
	if (close(fd) != 0 && status == 0)
		status = err_errno(err, "cannot write %s", path);
	return status;
}

/* Opens a file that did not exist in the directory of `path`; its name goes to `name`. */
static int
open_temporary(char name[PATH_MAX], const char *path, struct err *err)
{
	char copy[PATH_MAX];

	for (int i = 0; i < TEMPORARY_TRIES; i++) {
		int fd, n;

		/* Short, so that a long file name leaves room for it. */
		strcpy(copy, path);
		n = snprintf(name, PATH_MAX, "%s/.viva-%ld-%d.tmp", dirname(copy), (long)getpid(), i);
		if (n >= PATH_MAX)
			return err_set(err, EXIT_IO, "the path is too long: %s", path);
		/* For its owner alone, as the records are; whoever shares it opens it to others. */
		fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
		if (fd >= 0)
			return fd;
		if (errno != EEXIST)
			return err_errno(err, "cannot create a file beside %s", path);
	}
	return err_set(err, EXIT_IO, "cannot create a file beside %s: remove the .viva-*.tmp files there",
	    path);
}

/* Makes the rename last through a power cut.  The file is whole either way, so a failure is no error. */
static void
sync_directory(const char *path)
{
	char copy[PATH_MAX];
	int fd;

	strcpy(copy, path);
	fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

int
report_write_file(const char *path, const char *data, size_t len, struct err *err)
{
	char target[PATH_MAX], name[PATH_MAX];
	struct stat there;
	bool failed;
	int fd;

	/* A link stays a link: the file it leads to is replaced. */
	if (realpath(path, target) == NULL) {
		if (errno != ENOENT)
			return err_errno(err, "cannot write %s", path);
		if (strlen(path) >= sizeof target)
			return err_set(err, EXIT_IO, "the path is too long: %s", path);
		strcpy(target, path);
	} else if (stat(target, &there) == 0 && !S_ISREG(there.st_mode)) {
		return write_special(target, data, len, err);
	}
	fd = open_temporary(name, target, err);
	if (fd < 0)
		return -1;
	failed = write_all(fd, data, len) != 0 || fsync(fd) != 0;
	if (failed)
		err_errno(err, "cannot write %s", path);
	if (close(fd) != 0 && !failed) {
		failed = true;
		err_errno(err, "cannot write %s", path);
	}
	if (!failed && rename(name, target) != 0) {
		failed = true;
		err_errno(err, "cannot replace %s", path);
	}
	if (failed) {
		unlink(name);
		return -1;
	}
	sync_directory(target);
	return 0;
}
