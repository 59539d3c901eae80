#include "cli/watchers.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "viva/serve.h"
#include "viva/typing.h"

#define WATCHERS_MAX SERVE_SCREENS_MAX
#define NAME_BYTES 32

struct watchers {
	int directory_fd, listen_fd, epoll_fd;
	char name[NAME_BYTES];
	int fds[WATCHERS_MAX];
	size_t count;
};

/* By way of the directory's descriptor, since a socket's path may hold 107 bytes only. */
static int
socket_address(struct sockaddr_un *sa, int directory_fd, int64_t id)
{
	*sa = (struct sockaddr_un){ .sun_family = AF_UNIX };
	return snprintf(
	    sa->sun_path, sizeof(sa->sun_path), "/proc/self/fd/%d/%" PRId64 TYPING_WATCH, directory_fd, id);
}

static int
open_directory(const struct app *app)
{
	return open(app->state_dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

int
watchers_connect(const struct app *app, int64_t id)
{
	int directory_fd = open_directory(app), fd = -1, reason;
	struct sockaddr_un sa;

	if (directory_fd < 0)
		return -1;
	socket_address(&sa, directory_fd, id);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect(fd, (const struct sockaddr *)&sa, sizeof(sa)) != 0) {
		reason = errno;
		close(fd);
		fd = -1;
		errno = reason;
	}
	reason = errno;
	close(directory_fd);
	errno = reason;
	return fd;
}

int
watchers_open(struct watchers **out, const struct app *app, int64_t id, struct err *err)
{
	struct watchers *w = calloc(1, sizeof(*w));
	struct sockaddr_un sa;
	mode_t mask;
	int rc;

	*out = NULL;
	if (w == NULL)
		return err_memory(err);
	w->listen_fd = w->epoll_fd = -1;
	w->directory_fd = open_directory(app);
	socket_address(&sa, w->directory_fd, id);
	snprintf(w->name, sizeof(w->name), "%" PRId64 TYPING_WATCH, id);
	if (w->directory_fd >= 0) {
		unlinkat(w->directory_fd, w->name, 0);
		w->listen_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	}
	mask = umask(0177);
	rc = w->listen_fd < 0 ? -1 : bind(w->listen_fd, (const struct sockaddr *)&sa, sizeof(sa));
	umask(mask);
	if (rc != 0 || listen(w->listen_fd, WATCHERS_MAX) != 0) {
		err_errno(err, "a socket for viva watch in %s", app->state_dir);
		watchers_close(w);
		return -1;
	}
	*out = w;
	return 0;
}

void
watchers_close(struct watchers *w)
{
	if (w == NULL)
		return;
	for (size_t i = 0; i < w->count; i++)
		close(w->fds[i]);
	if (w->listen_fd >= 0) {
		close(w->listen_fd);
		unlinkat(w->directory_fd, w->name, 0);
	}
	if (w->directory_fd >= 0)
		close(w->directory_fd);
	free(w);
}

static void
join(int epoll_fd, int fd)
{
	struct epoll_event ev = { .events = EPOLLIN };

	/* Without it the next heartbeat notices, a second later at most. */
	(void)epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &ev);
}

void
watchers_join(struct watchers *w, int epoll_fd)
{
	w->epoll_fd = epoll_fd;
	join(epoll_fd, w->listen_fd);
}

static bool
same_login(int fd)
{
	struct ucred peer;
	socklen_t len = sizeof(peer);

	return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &len) == 0 && peer.uid == geteuid();
}

static bool
tell(int fd, const char *line, size_t len)
{
	return send(fd, line, len, MSG_DONTWAIT | MSG_NOSIGNAL) == (ssize_t)len;
}

/* A watcher has nothing to say: what it sends, its end too, ends it. */
static bool
still_there(int fd)
{
	char byte;

	return recv(fd, &byte, 1, MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

static void
let_go(struct watchers *w, size_t i)
{
	close(w->fds[i]);
	w->fds[i] = w->fds[--w->count];
}

void
watchers_take(struct watchers *w, const char *line, size_t len)
{
	int fd;

	for (size_t i = w->count; i-- > 0;)
		if (!still_there(w->fds[i]))
			let_go(w, i);
	while ((fd = accept4(w->listen_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK)) >= 0) {
		if (w->count == WATCHERS_MAX || !same_login(fd) || (len > 0 && !tell(fd, line, len))) {
			close(fd);
			continue;
		}
		w->fds[w->count++] = fd;
		join(w->epoll_fd, fd);
	}
}

void
watchers_tell(struct watchers *w, const char *line, size_t len)
{
	for (size_t i = w->count; i-- > 0;)
		if (!tell(w->fds[i], line, len))
			let_go(w, i);
}

int
watchers_count(const struct watchers *w)
{
	return (int)w->count;
}
