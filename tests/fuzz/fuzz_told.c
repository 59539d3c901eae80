/*
 * What viva's processes tell each other.  The first byte says who speaks:
 *
 *      0       a session to `viva watch`: a line with a view, which survives being written and read again
 *      1       the helper behind the candidate's page to its parent, which trusts it in nothing
 *      2       an address for the page, as typed
 */
#include "fuzz.h"

#include <errno.h>
#include <sys/socket.h>

/* Its struct is its own; a helper that lies is played by the test. */
#include "../../src/serve/serve.c"       /* NOLINT(bugprone-suspicious-include) */

static void
check_told(const char *line, size_t len)
{
	struct serve_told told = { .arena = NULL }, again = { .arena = NULL };
	struct buf first, second;
	struct err err = { EXIT_DONE, "" };

	if (serve_told_read(&told, line, len, &err) != 0) {
		demand(err.status == EXIT_NETWORK && told.arena == NULL, "a line that is refused leaves nothing");
		return;
	}
	buf_init(&first);
	buf_init(&second);
	demand(serve_line(&first, told.view, told.message, &err) == 0, "a view can be written");
	demand(first.len > 0 && first.data[first.len - 1] == '\n' &&
	    memchr(first.data, '\n', first.len) == first.data + first.len - 1, "on one line");
	demand(text_valid(first.data, first.len), "a view is text");
	demand(serve_told_read(&again, first.data, first.len - 1, &err) == 0, "and read again");
	demand(serve_line(&second, again.view, again.message, &err) == 0, "and written again");
	demand(first.len == second.len && memcmp(first.data, second.data, first.len) == 0, "to the same bytes");
	serve_told_finish(&told);
	serve_told_finish(&again);
	buf_finish(&first);
	buf_finish(&second);
}

static void
check_helper(const uint8_t *data, size_t size)
{
	struct serve s = { .pid = -1, .notice = "" };
	struct serve_news news;
	struct err err;
	int pair[2], rc;

	demand(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0, "a pair of sockets");
	s.fd = pair[0];
	demand(send(pair[1], data, size, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)size, "room for what it says");
	close(pair[1]);
	while ((rc = serve_read(&s, &news, &err)) == 1) {
		demand(news.screens >= 0 && news.screens <= SERVE_SCREENS_MAX, "as many screens as can be");
		demand(!news.predicted || (news.position >= 0 && news.position <= POSITION_MAX && news.grade >= 0 &&
		    news.grade <= SERVE_GRADE_MAX), "a prediction is one");
	}
	demand(rc == -1 && err.status == EXIT_NETWORK, "it ends");
	close(pair[0]);
}

static void
check_address(const char *text)
{
	struct sockaddr_storage sa;
	char host[HOST_BYTES], again[HOST_BYTES];
	socklen_t len;

	if (address_parse(text, &sa, &len) != 0)
		return;
	demand(address_port(&sa) >= 0 && address_port(&sa) <= UINT16_MAX, "a port is one");
	address_host(&sa, host, sizeof(host));
	demand(address_parse(host, &sa, &len) == 0, "what is said of an address is one");
	address_host(&sa, again, sizeof(again));
	demand(strcmp(host, again) == 0, "the same");
	(void)address_is_loopback(&sa);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text;

	if (size < 1)
		return 0;
	text = malloc(size);            /* of the exact size: a read beyond it is seen */
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	if (data[0] % 3 == 0)
		check_told(text, size - 1);
	else if (data[0] % 3 == 1)
		check_helper(data + 1, size - 1);
	else
		check_address(text);
	free(text);
	return 0;
}
