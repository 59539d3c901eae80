#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "serve/address.h"
#include "serve/helper.h"
#include "test.h"
#include "viva/err.h"
#include "viva/serve.h"
#include "viva/view.h"

TEST(a_token_is_eighty_bits_in_crockfords_base_32)
{
	const uint8_t zero[SERVE_TOKEN_RANDOM] = { 0 };
	const uint8_t ones[SERVE_TOKEN_RANDOM] = { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
	const uint8_t some[SERVE_TOKEN_RANDOM] = { 0x08, 0x86, 0x42, 0x98, 0xe8, 0x4a, 0x96, 0xc6, 0xb9, 0xf0 };
	char token[SERVE_TOKEN_BYTES];

	serve_token(zero, token);
	CHECK_STR(token, "0000-0000-0000-0000");
	serve_token(ones, token);
	CHECK_STR(token, "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
	serve_token(some, token);       /* 1 to 16 in five bits each */
	CHECK_STR(token, "1234-5678-9ABC-DEFG");
}

TEST(an_address_is_numbers_and_never_the_wildcard)
{
	static const struct { const char *text; int rc; const char *host; bool loopback; } cases[] = {
		{ "127.0.0.1:8080", 0, "127.0.0.1:8080", true },
		{ "192.168.1.20:0", 0, "192.168.1.20:0", false },
		{ "[::1]:80", 0, "[::1]:80", true },
		{ "[fd00:0::5]:9", 0, "[fd00::5]:9", false },
		{ "0.0.0.0:80", -1, NULL, false }, { "[::]:80", -1, NULL, false }, { "host:80", -1, NULL, false },
		{ "127.0.0.1:65536", -1, NULL, false }, { "127.0.0.1:", -1, NULL, false }, { "127.0.0.1:+1", -1, NULL, false },
		{ "::1:80", -1, NULL, false }, { "[]:80", -1, NULL, false }, { "", -1, NULL, false }, { ":", -1, NULL, false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sockaddr_storage sa;
		socklen_t len;
		char host[HOST_BYTES];

		CHECK_INT(address_parse(cases[i].text, &sa, &len), cases[i].rc);
		if (cases[i].rc != 0)
			continue;
		address_host(&sa, host, sizeof(host));
		CHECK_STR(host, cases[i].host);
		CHECK_INT(address_is_loopback(&sa), cases[i].loopback);
	}
}

/* What the confined child could still do, as bits. */
static int
try_everything(void)
{
	bool landlock;
	int could = 0;

	if (sandbox_enter(&landlock) != 0)
		return 64;
	if (open("/etc/passwd", O_RDONLY) >= 0)
		could |= 1;
	if (socket(AF_INET, SOCK_STREAM, 0) >= 0)
		could |= 2;
	if (fork() >= 0)
		could |= 4;
	execl("/bin/true", "true", (char *)NULL);
	if (errno != EPERM)
		could |= 8;
	if (kill(getppid(), 0) == 0)
		could |= 16;
	if (creat("/tmp/viva-test-sandbox", 0600) >= 0)
		could |= 32;
	return could;
}

TEST(the_confined_helper_can_open_start_and_connect_nothing)
{
	const char *preloaded = getenv("LD_PRELOAD");
	int status;
	pid_t pid;

	/* valgrind ends itself where a program takes rights away. */
	if (preloaded != NULL && strstr(preloaded, "vgpreload") != NULL)
		return;
	pid = fork();
	if (pid == 0)
		_exit(try_everything());
	CHECK_INT(waitpid(pid, &status, 0), pid);
	CHECK_INT(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
}

TEST(what_a_view_holds_is_shown_visibly_and_links_lose_their_target)
{
	const struct run runs[] = {
		{ RUN_PLAIN, "a\x1b[31m\xe2\x80\xae \"b\"", NULL }, { RUN_LINK, "words", "http://evil.example" },
	};
	const struct prose p = { runs, 2 };
	const struct block b[] = {
		{ .type = BLOCK_PARAGRAPH, .prose = &p, .prose_count = 1 },
		{ .type = BLOCK_CODE, .code = "x = 1\ny\t= 2", .role = CODE_ROLE_CODE },
	};
	const struct blocks stem = { b, 2 };
	struct candidate_view v = { .count = 3, .phase = PHASE_READ, .state = SESSION_RUNNING, .topic = "T", .stem = &stem,
		.clock = { .state = CLOCK_RUNNING, .limit_ms = 60000, .remaining_ms = 60000 } };
	struct buf out = { 0 };
	struct err err;

	CHECK_INT(serve_encode(&out, &v, "", &err), 0);
	CHECK_STR(buf_text(&out), "{\"position\":0,\"count\":3,\"phase\":\"read\",\"state\":\"running\",\"topic\":\"T\","
	    "\"difficulty\":0,\"kind\":\"concept\",\"retry\":false,\"no_answer\":false,\"stem\":[{\"type\":\"paragraph\","
	    "\"runs\":[{\"style\":\"plain\",\"text\":\"a^[[31m<202E> \\\"b\\\"\"},{\"style\":\"plain\",\"text\":\"words\"}]},"
	    "{\"type\":\"code\",\"role\":\"code\",\"caption\":null,\"code\":\"x = 1\\ny = 2\"}],\"follow_up\":null,"
	    "\"facts\":[],\"grades\":[null,null,null,null,null],\"clock\":{\"state\":\"running\",\"hidden\":false,"
	    "\"limit_ms\":60000},\"message\":\"\"}");
	buf_finish(&out);
}

TEST(an_allowance_is_used_up_and_comes_back_with_the_next_second)
{
	struct allowance a = { 0 };

	CHECK(allow(&a, 1000, 2));
	CHECK(allow(&a, 1500, 2));
	CHECK(!allow(&a, 1999, 2));
	CHECK(allow(&a, 2000, 2));
}
