/*
 * The candidate's page under hands that send anything.  The input is what arrives, with four bytes that no
 * request holds in between:
 *
 *      FF      the helper takes what has come so far
 *      FE      another connection, which the rest goes to
 *      FD      the interviewer's next view; it asks a prediction for item 0, then 1, then 2
 *      FC      the deadline of a request passes
 *
 * The view holds a mark.  It reaches no connection that did not send the token, a prediction reaches the parent
 * only for the item that asks for one, every answer is one of HTTP, and what a caller leaves behind is cleared.
 */
#include "fuzz.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>

/* The loop of the helper is not one that returns: the test turns it by hand. */
#include "../../src/serve/loop.c"        /* NOLINT(bugprone-suspicious-include) */

#define TOKEN "7K2M-9QXT-4HRB-D3WZ"
#define HOST "127.0.0.1:38080"
#define MARK "VIEW-MARK-5e1f"
#define CONNECTIONS 4           /* of one input */
#define TURNS_MAX 10000         /* one packet may bring hundreds of requests, each worth some turns */
#define HEARD_BYTES (1 << 20)

struct caller_side {
	int fd;
	char *heard;
	size_t len;
	bool knows;             /* it sent the token */
	char last[sizeof(TOKEN) - 1];
};

static struct helper helper;
static int parent_fd;
static struct caller_side sides[CONNECTIONS];
static size_t side_count;
static int asked;                       /* the position that takes a prediction */
static unsigned asked_so_far;           /* by this input: a bit for each position */

static void
start(void)
{
	struct sockaddr_in sa = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int pair[2], fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

	demand(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair) == 0, "a pair of sockets");
	demand(fd >= 0 && bind(fd, (const struct sockaddr *)&sa, sizeof(sa)) == 0 && listen(fd, 1) == 0, "a socket");
	helper.fd = pair[0];
	parent_fd = pair[1];
	snprintf(helper.token, sizeof(helper.token), "%s", TOKEN);
	snprintf(helper.hosts[0], sizeof(helper.hosts[0]), "%s", HOST);
	helper.now_ms = 1000;
	demand(http_start(&helper, fd) == 0, "the server starts");
	for (size_t i = 0; i < CONNECTIONS; i++)
		sides[i].heard = malloc(HEARD_BYTES);
}

static void
tell_view(void)
{
	char line[256];
	int n;

	asked = (asked + 1) % 3;
	asked_so_far |= 1U << asked;
	n = snprintf(line, sizeof(line), "view 60000 1 %d {\"message\":\"%s\"}\n", asked, MARK);
	demand(write(parent_fd, line, (size_t)n) == n && take_lines(&helper), "a view is taken");
}

static void
open_side(void)
{
	struct sockaddr_in sa = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct caller_side *s = &sides[side_count];
	int pair[2];

	if (side_count == CONNECTIONS)
		return;
	demand(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair) == 0, "a pair of sockets");
	s->fd = pair[1];
	s->len = 0;
	s->knows = false;
	memset(s->last, 0, sizeof(s->last));
	side_count++;
	demand(MHD_add_connection(helper.daemon, pair[0], (const struct sockaddr *)&sa, sizeof(sa)) == MHD_YES,
	    "a connection is taken");
}

/* What the pages were sent. */
static void
hear(void)
{
	for (size_t i = 0; i < side_count; i++) {
		struct caller_side *s = &sides[i];
		ssize_t n;

		while (s->fd >= 0 && (n = read(s->fd, s->heard + s->len, HEARD_BYTES - s->len)) > 0)
			s->len += (size_t)n;
		demand(s->len < HEARD_BYTES, "an answer has an end");
	}
}

/* Turns until all that came is answered: what is left then waits for more. */
static void
turn(void)
{
	MHD_UNSIGNED_LONG_LONG ms;

	streams_keep_alive(&helper);
	http_deadlines(&helper);
	for (int i = 0; i < TURNS_MAX; i++) {
		MHD_run(helper.daemon);
		if (i > 0 && (MHD_get_timeout(helper.daemon, &ms) != MHD_YES || ms > 0))
			break;
		demand(i < TURNS_MAX - 1, "it comes to rest");
	}
	tell_screens(&helper);
	hear();
}

static void
send_byte(uint8_t byte)
{
	struct caller_side *s = &sides[side_count - 1];

	memmove(s->last, s->last + 1, sizeof(s->last) - 1);
	s->last[sizeof(s->last) - 1] = (char)byte;
	s->knows |= memcmp(s->last, TOKEN, sizeof(s->last)) == 0;
}

static void
send_part(const uint8_t *data, size_t size)
{
	if (size == 0)
		return;
	/* What the helper closed takes no more. */
	if (send(sides[side_count - 1].fd, data, size, MSG_NOSIGNAL) != (ssize_t)size)
		return;
	for (size_t i = 0; i < size; i++)
		send_byte(data[i]);
}

/* ---- what must hold ---- */

static bool
is_status(const char *s)
{
	static const int allowed[] = { 100, 200, 204, 400, 404, 405, 408, 409, 411, 413, 414, 421, 431, 500, 501, 503, 505 };
	long status = strtol(s, NULL, 10);

	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		if (status == allowed[i])
			return true;
	return false;
}

static void
check_side(const struct caller_side *s)
{
	if (s->len == 0)
		return;
	demand(s->len >= 12 && memcmp(s->heard, "HTTP/1.", 7) == 0 && is_status(s->heard + 9),
	    "an answer is one of HTTP, with a status we know");
	demand(s->knows || memmem(s->heard, s->len, MARK, strlen(MARK)) == NULL, "no view without the token");
	demand(memmem(s->heard, s->len, TOKEN, strlen(TOKEN)) == NULL, "the token is never told");
}

/* Lines to the parent, each of which is one it knows. */
static void
check_told(void)
{
	char line[4096], *at = line, *end;
	ssize_t n = read(parent_fd, line, sizeof(line) - 1);
	bool knows = false;

	for (size_t i = 0; i < side_count; i++)
		knows |= sides[i].knows;
	if (n <= 0)
		return;
	line[n] = '\0';
	for (; (end = strchr(at, '\n')) != NULL; at = end + 1) {
		const char *word = at;
		int64_t position, grade, screens;

		*end = '\0';
		if (take_word(&word, "screens ")) {
			demand(take_number(&word, 0, CONNECTIONS, &screens) && *word == '\0', "as many screens as there are");
			continue;
		}
		demand(take_word(&word, "predict ") && take_number(&word, 0, 2, &position) && take_word(&word, " ") &&
		    take_number(&word, 0, SERVE_GRADE_MAX, &grade) && *word == '\0', "the parent is told what it knows");
		demand(knows && (asked_so_far >> position & 1) != 0, "by one who knows the token, for an item that asked");
	}
	demand(*at == '\0', "whole lines");
}

static void
leave(void)
{
	for (size_t i = 0; i < side_count; i++) {
		close(sides[i].fd);
		sides[i].fd = -1;
	}
	/* A page that sleeps finds out when there is news for it. */
	turn();
	if (helper.streams != NULL) {
		helper.now_ms += KEEP_ALIVE_MS + 1;
		turn();
		turn();
	}
	for (size_t i = 0; i < CONNECTIONS_MAX; i++)
		demand(helper.callers[i].fd < 0, "a caller that went leaves nothing");
	demand(helper.streams == NULL && helper.stream_count == 0, "nor does its page");
	side_count = 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t from = 0;

	if (helper.daemon == NULL)
		start();
	helper.now_ms += 1000;          /* what a second allows is there again */
	asked = 2;
	asked_so_far = 0;
	tell_view();
	open_side();
	for (size_t i = 0; i <= size; i++) {
		if (i < size && data[i] < 0xFC)
			continue;
		send_part(data + from, i - from);
		from = i + 1;
		turn();
		if (i < size && data[i] == 0xFE)
			open_side();
		else if (i < size && data[i] == 0xFD)
			tell_view();
		else if (i < size && data[i] == 0xFC)
			helper.now_ms += HEADER_DEADLINE_MS + 1;
	}
	turn();
	for (size_t i = 0; i < side_count; i++)
		check_side(&sides[i]);
	check_told();
	leave();
	return 0;
}
