#include "ui/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "viva/err.h"

#define ROWS_DEFAULT 24         /* where a terminal does not say */
#define COLUMNS_DEFAULT 80
#define WAITING_PIECE 256       /* bytes at a time where a write may wait: so many are taken if any are */

/* What a signal handler needs.  `armed` is set last and cleared first. */
static struct {
	volatile sig_atomic_t armed;
	int in_fd, out_fd;
	struct termios modes;
	char leave[TTY_LEAVE_BYTES];
	size_t leave_len;
} rescue;

/*
 * The same terminal by a description of our own: O_NONBLOCK on the one that we were given would
 * hold for the shell and everybody else who has it open.
 */
static void
reopen_output(struct tty *t, int out_fd)
{
	char path[40];

	snprintf(path, sizeof(path), "/proc/self/fd/%d", out_fd);
	t->out_fd = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	t->out_is_own = t->out_fd >= 0;
	if (!t->out_is_own)
		t->out_fd = out_fd;     /* after su, say; then tty_flush() asks before each piece */
}

int
tty_open(struct tty *t, int in_fd, int out_fd, struct err *err)
{
	memset(t, 0, sizeof(*t));
	t->in_fd = in_fd;
	t->out_fd = out_fd;
	if (!isatty(in_fd) || !isatty(out_fd) || tcgetattr(in_fd, &t->found) != 0)
		return err_set(err, EXIT_FINDINGS, "input or output is no terminal");
	reopen_output(t, out_fd);
	return 0;
}

void
tty_close(struct tty *t)
{
	if (t->out_is_own)
		close(t->out_fd);
	t->out_is_own = false;
	buf_finish(&t->pending);
}

/* ---- modes ---- */

int
tty_raw(struct tty *t, const char *leave, size_t len, struct err *err)
{
	struct termios raw;

	if (tcgetattr(t->in_fd, &t->found) != 0)
		return err_set(err, EXIT_HANGUP, "the terminal is gone");
	rescue.in_fd = t->in_fd;
	rescue.out_fd = t->out_fd;
	rescue.modes = t->found;
	rescue.leave_len = len < TTY_LEAVE_BYTES ? len : TTY_LEAVE_BYTES;
	memcpy(rescue.leave, leave, rescue.leave_len);
	rescue.armed = 1;
	raw = t->found;
	raw.c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | INPCK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (tcsetattr(t->in_fd, TCSANOW, &raw) != 0) {
		rescue.armed = 0;
		return err_set(err, EXIT_HANGUP, "the terminal is gone");
	}
	return 0;
}

void
tty_restore(struct tty *t)
{
	if (!rescue.armed)
		return;
	/* Not TCSADRAIN: a stalled terminal would hold us. */
	tcsetattr(t->in_fd, TCSANOW, &t->found);
	rescue.armed = 0;
}

void
tty_rescue(void)
{
	int saved = errno;

	if (rescue.armed) {
		rescue.armed = 0;
		if (write(rescue.out_fd, rescue.leave, rescue.leave_len) < 0)
			errno = saved;          /* nothing more can be done */
		tcsetattr(rescue.in_fd, TCSANOW, &rescue.modes);
	}
	errno = saved;
}

/* ---- bytes ---- */

void
tty_send(struct tty *t, const char *bytes, size_t len)
{
	buf_add(&t->pending, bytes, len);
}

static bool
takes_bytes(const struct tty *t, int wait_ms)
{
	struct pollfd out = { .fd = t->out_fd, .events = POLLOUT };

	return poll(&out, 1, wait_ms) > 0;
}

int
tty_flush(struct tty *t)
{
	while (t->sent < t->pending.len) {
		size_t left = t->pending.len - t->sent;
		ssize_t n;

		if (!t->out_is_own) {
			if (!takes_bytes(t, 0))
				return 1;
			left = left < WAITING_PIECE ? left : WAITING_PIECE;
		}
		n = write(t->out_fd, t->pending.data + t->sent, left);
		if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			return 1;
		if (n < 0 && errno != EINTR)
			return -1;
		t->sent += n > 0 ? (size_t)n : 0;
	}
	buf_clear(&t->pending);
	t->sent = 0;
	return buf_failed(&t->pending) ? -1 : 0;
}

int
tty_drain(struct tty *t, int ms)
{
	int left = tty_flush(t);

	while (left == 1 && takes_bytes(t, ms)) {
		size_t before = t->sent;

		left = tty_flush(t);
		if (left == 1 && t->sent == before)
			break;
	}
	return left;
}

void
tty_size(const struct tty *t, int *rows, int *columns)
{
	struct winsize size = { 0 };

	if (ioctl(t->out_fd, TIOCGWINSZ, &size) != 0)
		memset(&size, 0, sizeof(size));
	*rows = size.ws_row > 0 ? size.ws_row : ROWS_DEFAULT;
	*columns = size.ws_col > 0 ? size.ws_col : COLUMNS_DEFAULT;
}
