#include "cli/child.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "viva/buf.h"
#include "viva/err.h"

#define FILE_MAX_BYTES (1 << 20)        /* four times what a text may hold; the rest is not even read */
#define READ_BYTES 65536

struct child {
	pid_t pid;
	bool ended;
	int status;
	char *path;
};

static int
write_all(int fd, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, text, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		text += n;
		len -= (size_t)n;
	}
	return 0;
}

static int
make_file(struct child *c, const char *dir, const char *name, const char *text, size_t len, struct err *err)
{
	int fd, rc = 0;

	if (asprintf(&c->path, "%s/%sXXXXXX.md", dir, name) < 0) {
		c->path = NULL;
		return err_memory(err);
	}
	fd = mkostemps(c->path, 3, O_CLOEXEC);
	if (fd < 0) {
		rc = err_errno(err, "a file for your editor");
		free(c->path);
		c->path = NULL;
		return rc;
	}
	if (write_all(fd, text, len) != 0 || (len > 0 && write_all(fd, "\n", 1) != 0))
		rc = err_errno(err, "%s", c->path);
	if (close(fd) != 0 && rc == 0)
		rc = err_errno(err, "%s", c->path);
	return rc;
}

/* In the child, which is to find signals as this program found them. */
static void
run(const char *command, const char *path, const sigset_t *mask)
{
	char *script;

	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	sigprocmask(SIG_SETMASK, mask, NULL);
	if (asprintf(&script, "%s \"$1\"", command) > 0)
		execl("/bin/sh", "sh", "-c", script, "sh", path, (char *)NULL);
	_exit(127);
}

int
child_start(struct child **out, const char *dir, const char *name, const char *command, const char *text,
    size_t len, const sigset_t *mask, struct err *err)
{
	struct child *c = calloc(1, sizeof(*c));
	int rc;

	*out = NULL;
	if (c == NULL)
		return err_memory(err);
	rc = make_file(c, dir, name, text, len, err);
	if (rc == 0) {
		c->pid = fork();
		if (c->pid == 0)
			run(command, c->path, mask);
		if (c->pid < 0)
			rc = err_errno(err, "your editor could not be started");
	}
	if (rc == 0)
		*out = c;
	else
		child_free(c);
	return rc;
}

bool
child_ended(struct child *c, int *status)
{
	int wait_status;

	if (!c->ended && waitpid(c->pid, &wait_status, WNOHANG) == c->pid) {
		c->ended = true;
		c->status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 128 + WTERMSIG(wait_status);
	}
	*status = c->status;
	return c->ended;
}

void
child_end(struct child *c)
{
	if (!c->ended)
		kill(c->pid, SIGTERM);
}

int
child_text(struct child *c, struct buf *text, struct err *err)
{
	int fd = open(c->path, O_RDONLY | O_CLOEXEC), rc = 0;
	size_t before = text->len;
	char room[READ_BYTES];
	ssize_t n = 0;

	if (fd < 0)
		return err_errno(err, "what your editor wrote");
	while (text->len - before < FILE_MAX_BYTES && (n = read(fd, room, sizeof(room))) != 0) {
		if (n < 0 && errno != EINTR)
			break;
		if (n > 0)
			buf_add(text, room, (size_t)n);
	}
	if (n < 0)
		rc = err_errno(err, "what your editor wrote");
	close(fd);
	if (text->len > before && text->data[text->len - 1] == '\n')
		text->data[--text->len] = '\0';
	return rc == 0 && buf_failed(text) ? err_memory(err) : rc;
}

void
child_free(struct child *c)
{
	if (c == NULL)
		return;
	if (c->path != NULL)
		unlink(c->path);
	free(c->path);
	free(c);
}
