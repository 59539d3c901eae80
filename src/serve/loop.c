/*
 * The helper process: takes views from its parent, hands them to the pages, and waits in one place.
 * It ends when the parent's end of the socket closes.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "serve/address.h"
#include "serve/helper.h"
#include "serve/words.h"

#define SCREENS_MS 1000         /* how often "last contact" is told anew at most */
#define READ_BYTES 4096
#define BACKLOG 32

static int64_t
clock_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_BOOTTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t
helper_remaining_ms(const struct helper *h)
{
	return h->running ? h->remaining_ms - (h->now_ms - h->told_ms) : h->remaining_ms;
}

bool
allow(struct allowance *a, int64_t now_ms, int per_second)
{
	if (a->second != now_ms / 1000)
		*a = (struct allowance){ .second = now_ms / 1000 };
	return a->used++ < per_second;
}

bool
helper_tell(struct helper *h, const char *fmt, ...)
{
	char line[256];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(line, sizeof(line) - 1, fmt, ap);
	va_end(ap);
	if (n < 0 || (size_t)n >= sizeof(line) - 1)
		return false;
	line[n++] = '\n';
	/* A short write cannot be mended later; a socket buffer this empty makes none. */
	return send(h->fd, line, (size_t)n, MSG_DONTWAIT | MSG_NOSIGNAL) == n;
}

/* ---- lines from the parent ---- */

static bool
take_view(struct helper *h, const char *line)
{
	int64_t remaining_ms, running, position;

	if (!take_word(&line, "view ") || !take_number(&line, -CLOCK_MAX_MS, CLOCK_MAX_MS, &remaining_ms) ||
	    !take_word(&line, " ") || !take_number(&line, 0, 1, &running) || !take_word(&line, " ") ||
	    !take_number(&line, -1, POSITION_MAX, &position) || !take_word(&line, " "))
		return false;
	buf_clear(&h->view);
	buf_puts(&h->view, line);
	h->remaining_ms = remaining_ms;
	h->told_ms = h->now_ms;
	h->running = running != 0;
	h->predict_position = (int)position;
	h->generation++;
	streams_wake(h);
	return !buf_failed(&h->view);
}

/* Reads what is there.  False at the parent's end, on a line that is none of ours, or without memory. */
static bool
take_lines(struct helper *h)
{
	char bytes[READ_BYTES], *end;
	ssize_t n = read(h->fd, bytes, sizeof(bytes));

	if (n <= 0)
		return n < 0 && (errno == EAGAIN || errno == EINTR);
	buf_add(&h->in, bytes, (size_t)n);
	if (buf_failed(&h->in) || h->in.len > SERVE_LINE_MAX_BYTES)
		return false;
	while (h->in.len > 0 && (end = memchr(h->in.data, '\n', h->in.len)) != NULL) {
		size_t rest = h->in.len - (size_t)(end + 1 - h->in.data);

		*end = '\0';
		if (!take_view(h, h->in.data))
			return false;
		memmove(h->in.data, end + 1, rest);
		h->in.len = rest;
	}
	return true;
}

/* The first line, which the parent writes before anything else. */
static bool
read_config(struct helper *h, char *address, size_t size)
{
	char line[256];
	size_t n = 0;

	while (n < sizeof(line) - 1 && read(h->fd, &line[n], 1) == 1 && line[n] != '\n')
		n++;
	line[n] = '\0';
	if (size < HOST_BYTES || sscanf(line, "config %79s %19s", address, h->token) != 2)
		return false;
	return strlen(h->token) == SERVE_TOKEN_BYTES - 1;
}

/* ---- beginning ---- */

static int
listen_on(struct helper *h, const char *address)
{
	struct sockaddr_storage sa;
	socklen_t len;
	int on = 1, fd = -1;

	if (address_parse(address, &sa, &len) != 0)
		errno = EINVAL;
	else
		fd = socket(sa.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	/* So that a helper can take over the port of one that died. */
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) != 0 ||
	    bind(fd, (const struct sockaddr *)&sa, len) != 0 || listen(fd, BACKLOG) != 0 ||
	    getsockname(fd, (struct sockaddr *)&sa, &len) != 0) {
		int reason = errno;

		close(fd);
		errno = reason;
		return -1;
	}
	address_host(&sa, h->hosts[0], sizeof(h->hosts[0]));
	if (address_is_loopback(&sa))
		snprintf(h->hosts[1], sizeof(h->hosts[1]), "localhost:%d", address_port(&sa));
	return fd;
}

static bool
begin(struct helper *h)
{
	char address[HOST_BYTES] = "";
	bool landlock = false;
	int fd;

	if (!read_config(h, address, sizeof(address)))
		return false;
	h->now_ms = clock_now_ms();
	fd = listen_on(h, address);
	if (fd < 0) {
		helper_tell(h, "failed %s", strerror(errno));
		return false;
	}
	if (http_start(h, fd) != 0) {
		close(fd);
		helper_tell(h, "failed the web server did not start");
		return false;
	}
	if (sandbox_enter(&landlock) != 0) {
		helper_tell(h, "failed the helper could not be confined (seccomp)");
		return false;
	}
	return helper_tell(h, "held %s", landlock ? "landlock" : "seccomp") &&
	    helper_tell(h, "listening %s", h->hosts[0]);
}

/* ---- waiting ---- */

static void
tell_screens(struct helper *h)
{
	if (h->told_count == h->stream_count && h->reached_ms - h->told_reached_ms < SCREENS_MS)
		return;
	if (helper_tell(h, "screens %d", h->stream_count)) {
		h->told_count = h->stream_count;
		h->told_reached_ms = h->reached_ms;
	}
}

static int
wait_ms(struct helper *h, int64_t next_ms)
{
	MHD_UNSIGNED_LONG_LONG library_ms;
	int64_t ms = next_ms == INT64_MAX ? INT_MAX : next_ms - h->now_ms;

	if (MHD_get_timeout(h->daemon, &library_ms) == MHD_YES && library_ms < INT_MAX &&
	    (int64_t)library_ms < ms)
		ms = (int64_t)library_ms;
	return ms < 0 ? 0 : ms > INT_MAX ? INT_MAX : (int)ms;
}

static void
serve(struct helper *h)
{
	const union MHD_DaemonInfo *info = MHD_get_daemon_info(h->daemon, MHD_DAEMON_INFO_EPOLL_FD);
	struct pollfd fds[2] = { { .fd = h->fd, .events = POLLIN } };
	int64_t next, other;

	if (info == NULL)
		return;
	fds[1] = (struct pollfd){ .fd = info->epoll_fd, .events = POLLIN };
	for (;;) {
		h->now_ms = clock_now_ms();
		next = streams_keep_alive(h);
		other = http_deadlines(h);
		MHD_run(h->daemon);
		tell_screens(h);
		if (poll(fds, 2, wait_ms(h, other < next ? other : next)) < 0 && errno != EINTR)
			return;
		h->now_ms = clock_now_ms();
		if (fds[0].revents != 0 && !take_lines(h))
			return;
	}
}

int
serve_helper(int fd)
{
	struct helper *h = calloc(1, sizeof(*h));
	int status = EXIT_FAILURE;

	if (h == NULL)
		return status;
	h->fd = fd;
	h->predict_position = -1;
	h->generation = 1;
	buf_puts(&h->view, "null");
	if (!buf_failed(&h->view) && begin(h)) {
		serve(h);
		status = EXIT_SUCCESS;
	}
	http_stop(h);
	buf_finish(&h->in);
	buf_finish(&h->view);
	free(h);
	return status;
}
