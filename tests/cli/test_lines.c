#include "test.h"

#include <unistd.h>

#include "cli/lines.h"

static struct lines in;
static int feed;

static void
begin(void)
{
	int fds[2];

	CHECK_INT(pipe(fds), 0);
	lines_init(&in, fds[0]);
	feed = fds[1];
}

static void
end(void)
{
	close(in.fd);
	lines_finish(&in);
}

static void
give(const char *data, size_t len)
{
	while (len > 0) {
		size_t part = len < 32768 ? len : 32768;        /* less than a pipe holds */

		CHECK_INT(write(feed, data, part), part);
		lines_fill(&in);
		data += part;
		len -= part;
	}
}

static enum line_state
next(const char *want)
{
	const char *line;
	size_t len, over;
	enum line_state state = lines_next(&in, &line, &len, &over);

	if (state == LINE_READY && want != NULL) {
		CHECK_INT(len, strlen(want));
		CHECK(memcmp(line, want, len) == 0);
		CHECK_INT(over, 0);
	}
	return state;
}

TEST(lines_come_one_at_a_time_however_they_are_cut)
{
	const char *text = "first\n\nthird is longer\nlast";

	for (size_t cut = 1; cut <= strlen(text); cut++) {
		begin();
		for (size_t at = 0; at < strlen(text); at += cut)
			give(text + at, strlen(text) - at < cut ? strlen(text) - at : cut);
		CHECK_INT(next("first"), LINE_READY);
		CHECK_INT(next(""), LINE_READY);
		CHECK_INT(next("third is longer"), LINE_READY);
		CHECK_INT(next(NULL), LINE_NONE);
		close(feed);
		lines_fill(&in);
		CHECK_INT(next("last"), LINE_READY);
		CHECK_INT(next(NULL), LINE_END);
		end();
	}
}

TEST(a_line_beyond_the_cap_is_cut_once_and_counted)
{
	size_t long_len = 3 * LINE_MAX_BYTES;
	char *data = malloc(long_len + 8);
	const char *line;
	size_t len, over;

	CHECK(data != NULL);
	begin();
	memset(data, 'x', long_len);
	memcpy(data + long_len, "\nnext\n", 6);
	give(data, long_len + 6);
	CHECK_INT(lines_next(&in, &line, &len, &over), LINE_READY);
	CHECK_INT(len, LINE_MAX_BYTES);
	CHECK_INT(over, long_len - LINE_MAX_BYTES);
	CHECK_INT(next("next"), LINE_READY);
	CHECK_INT(next(NULL), LINE_NONE);
	close(feed);
	end();
	free(data);
}

TEST(a_line_of_exactly_the_cap_is_whole)
{
	char *data = malloc(LINE_MAX_BYTES + 1);
	const char *line;
	size_t len, over;

	CHECK(data != NULL);
	begin();
	memset(data, 'y', LINE_MAX_BYTES);
	data[LINE_MAX_BYTES] = '\n';
	give(data, LINE_MAX_BYTES + 1);
	CHECK_INT(lines_next(&in, &line, &len, &over), LINE_READY);
	CHECK_INT(len, LINE_MAX_BYTES);
	CHECK_INT(over, 0);
	close(feed);
	end();
	free(data);
}
