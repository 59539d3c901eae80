/* The parent's side: starts the helper, tells it views, hears what it says. */
#include "viva/serve.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "serve/address.h"
#include "serve/helper.h"
#include "serve/words.h"
#include "viva/err.h"
#include "viva/text.h"
#include "viva/view.h"

#define LINE_BYTES 256          /* of what the helper says */
#define EXEC_FAILED 127
#define STOP_S 1                /* for the last view to reach the pages */

struct serve {
	int fd;                         /* a stream socket to the helper */
	pid_t pid;
	char url[SERVE_URL_BYTES];
	const char *notice;
	char line[LINE_BYTES];          /* what it said, up to line_len */
	size_t line_len;
	struct buf out;                 /* being sent, from out_sent on */
	size_t out_sent;
	struct buf next;                /* the view after that, "" for none */
	int screens;
};

/* ---- the process ---- */

/* In the child: nothing of the parent goes with it but one socket. */
static void
become_helper(int fd, pid_t parent)
{
	static char name[] = "viva", word[] = SERVE_HELPER_WORD;
	char *argv[] = { name, word, NULL }, *env[] = { NULL };
	/* Opened here, not by execve(): under valgrind the one gives viva, the other valgrind. */
	int program = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setsid();                       /* Ctrl-C and Ctrl-Z at the console are not for it */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() == parent && dup2(fd, STDIN_FILENO) == STDIN_FILENO &&
	    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
		fexecve(program, argv, env);
}

static int
spawn(struct serve *s, struct err *err)
{
	pid_t parent = getpid();
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return err_errno(err, "a socket for the candidate's screen");
	s->fd = pair[0];
	s->pid = fork();
	if (s->pid == 0) {
		become_helper(pair[1], parent);
		_exit(EXEC_FAILED);
	}
	close(pair[1]);
	return s->pid > 0 ? 0 : err_errno(err, "a process for the candidate's screen");
}

/* ---- beginning ---- */

/* Takes one line into `line`; 1, 0 if there is none yet, -1 at the helper's end. */
static int
next_line(struct serve *s, char line[LINE_BYTES], int flags)
{
	for (;;) {
		char *end = memchr(s->line, '\n', s->line_len);
		ssize_t n;

		if (end != NULL) {
			size_t len = (size_t)(end - s->line);

			memcpy(line, s->line, len);
			line[len] = '\0';
			s->line_len -= len + 1;
			memmove(s->line, end + 1, s->line_len);
			return 1;
		}
		if (s->line_len == LINE_BYTES)
			return -1;      /* none of ours is so long */
		n = recv(s->fd, s->line + s->line_len, LINE_BYTES - s->line_len, flags);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			return 0;
		if (n <= 0)
			return -1;
		s->line_len += (size_t)n;
	}
}

static int
configure(struct serve *s, const char *address, const char *token, struct err *err)
{
	const struct timeval limit = { .tv_sec = SERVE_START_MS / 1000 };
	char line[LINE_BYTES], host[HOST_BYTES];
	int n = snprintf(line, sizeof(line), "config %s %s\n", address, token);

	if (setsockopt(s->fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit)) != 0 ||
	    send(s->fd, line, (size_t)n, MSG_NOSIGNAL) != n)
		return err_errno(err, "the candidate's screen");
	while (next_line(s, line, 0) == 1) {
		if (strcmp(line, "held seccomp") == 0)
			s->notice = "This kernel has no Landlock: the page's helper is held by seccomp alone.";
		else if (strncmp(line, "failed ", 7) == 0)
			return err_set(
			    err, EXIT_NETWORK, "the candidate's screen at %s: %s", address, line + 7);
		else if (sscanf(line, "listening %79s", host) == 1) {
			snprintf(s->url, sizeof(s->url), "http://%s/c/%s/", host, token);
			return 0;
		}
	}
	return err_set(err, EXIT_NETWORK, "the candidate's screen at %s did not start", address);
}

/* Our end is the helper's sign to end: it hands on the last view first, and we wait a moment for it. */
static void
see_off(int fd)
{
	const struct timeval limit = { .tv_sec = STOP_S };
	char ignored[LINE_BYTES];

	if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit)) == 0 && shutdown(fd, SHUT_WR) == 0)
		while (recv(fd, ignored, sizeof(ignored), 0) > 0)
			;
	close(fd);
}

int
serve_start(struct serve **out, const char *address, const char *token, struct err *err)
{
	struct sockaddr_storage sa;
	struct buf shown = { 0 };
	struct serve *s;
	socklen_t len;

	*out = NULL;
	if (strlen(address) >= HOST_BYTES || address_parse(address, &sa, &len) != 0) {
		text_visible(&shown, address, strlen(address), false);
		err_set(err, EXIT_USAGE, "\"%s\" is no address for the candidate's screen: give one of this machine and a "
		    "port, such as 127.0.0.1:0 or 192.168.1.20:38080", buf_text(&shown));
		buf_finish(&shown);
		return -1;
	}
	s = calloc(1, sizeof(*s));
	if (s == NULL)
		return err_memory(err);
	s->fd = -1;
	s->notice = "";
	if (spawn(s, err) == 0 && configure(s, address, token, err) == 0) {
		*out = s;
		return 0;
	}
	serve_stop(s);
	return -1;
}

void
serve_stop(struct serve *s)
{
	if (s == NULL)
		return;
	if (s->fd >= 0)
		see_off(s->fd);
	if (s->pid > 0) {
		kill(s->pid, SIGTERM);  /* it holds nothing that could be lost */
		waitpid(s->pid, NULL, 0);
	}
	buf_finish(&s->out);
	buf_finish(&s->next);
	free(s);
}

int
serve_fd(const struct serve *s)
{
	return s->fd;
}

bool
serve_wants_write(const struct serve *s)
{
	return s->out_sent < s->out.len || s->next.len > 0;
}

const char *
serve_url(const struct serve *s)
{
	return s->url;
}

const char *
serve_notice(const struct serve *s)
{
	return s->notice;
}

int
serve_pid(const struct serve *s)
{
	return s->pid;
}

/* ---- telling ---- */

int
serve_flush(struct serve *s, struct err *err)
{
	while (serve_wants_write(s)) {
		ssize_t n;

		if (s->out_sent == s->out.len) {
			struct buf swap = s->out;

			s->out = s->next;
			s->next = swap;
			buf_clear(&s->next);
			s->out_sent = 0;
		}
		n = send(
		    s->fd, s->out.data + s->out_sent, s->out.len - s->out_sent, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
			return 0;
		if (n < 0)
			return err_set(err, EXIT_NETWORK, "the candidate's screen ended");
		s->out_sent += (size_t)n;
	}
	return 0;
}

int
serve_show(struct serve *s, const struct candidate_view *v, const char *message, struct err *err)
{
	buf_clear(&s->next);
	if (serve_line(&s->next, v, message, err) != 0)
		return -1;
	return serve_flush(s, err);
}

/* ---- hearing ---- */

static bool
take_news(struct serve *s, const char *line, struct serve_news *news)
{
	int64_t a, b;

	if (take_word(&line, "screens ") && take_number(&line, 0, SERVE_SCREENS_MAX, &a)) {
		news->screens_changed = a != s->screens;
		news->screens = s->screens = (int)a;
		news->contact = true;
		return true;
	}
	if (!take_word(&line, "predict ") || !take_number(&line, 0, POSITION_MAX, &a) ||
	    !take_word(&line, " ") || !take_number(&line, 0, SERVE_GRADE_MAX, &b))
		return false;
	news->predicted = true;
	news->position = (int)a;
	news->grade = (int)b;
	return true;
}

int
serve_read(struct serve *s, struct serve_news *news, struct err *err)
{
	char line[LINE_BYTES];
	int rc = next_line(s, line, MSG_DONTWAIT);

	*news = (struct serve_news){ .screens = s->screens };
	if (rc < 0)
		return err_set(err, EXIT_NETWORK, "the candidate's screen ended");
	if (rc > 0 && !take_news(s, line, news))
		return err_set(err, EXIT_NETWORK, "the candidate's screen said something unknown");
	return rc;
}
