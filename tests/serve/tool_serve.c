/*
 * Drives a led session and the candidate's screen for the tests:
 *
 *      tool_serve BANK ADDRESS TOKEN
 *
 * Lines in: `next`, `pause`, `extend`, `fact`, `hint`, `pass`, `tick N`, `predict G`, `grade G`,
 * `note TEXT`, `message TEXT`, `end`, `wait MS` (the session clock), `quit`.  Each shows the view that
 * follows.  Lines out: `pid N`, `url URL`, `notice TEXT`, `ok` after each line in, `refused` before it if
 * it meant nothing, `screens N`, `predict POSITION GRADE`, `ended` when the helper is gone.
 */
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "viva/bank.h"
#include "viva/buf.h"
#include "viva/diag.h"
#include "viva/err.h"
#include "viva/serve.h"
#include "viva/session.h"
#include "viva/view.h"

#define ITEMS 3

struct tool {
	struct bank *bank;
	struct session *session;
	struct serve *serve;
	int64_t skew_ms;
	char message[SERVE_MESSAGE_MAX_BYTES + 1];
};

static int
fail(const struct err *err)
{
	fprintf(stderr, "tool_serve: %s\n", err->text);
	return (int)err->status;
}

static int64_t
now_ms(const struct tool *t)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return t->skew_ms + (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int
begin(struct tool *t, struct err *err)
{
	static struct session_head head = { .mode = MODE_LED, .extra_time_permille = 1000 };
	struct session_item items[ITEMS] = { { 0 } };
	struct event events[ITEMS + 2];
	size_t count = t->bank->item_count < ITEMS ? t->bank->item_count : ITEMS;

	for (size_t i = 0; i < count; i++) {
		items[i] = (struct session_item){ .bank = t->bank, .item = &t->bank->items[i], .limit_ms = 60000 };
		items[i].snapshot[0] = (uint8_t)(i + 1);
	}
	t->session = session_new(&head, items, count);
	if (t->session == NULL)
		return err_memory(err);
	session_begin(t->session, now_ms(t), events);
	return 0;
}

static bool
step(struct tool *t, enum input kind, int a, int b)
{
	struct session_input in = { .kind = kind, .a = a, .b = b, .actor = ACTOR_INTERVIEWER };
	struct event ev;

	return session_step(t->session, in, now_ms(t), &ev, NULL) != 0;
}

static bool
obey(struct tool *t, const char *line)
{
	static const struct { const char *word; enum input kind; } words[] = {
		{ "next", IN_NEXT }, { "pause", IN_PAUSE }, { "extend", IN_EXTEND }, { "hint", IN_HINT },
		{ "fact", IN_FACT }, { "pass", IN_PASS }, { "end", IN_END }, { "note", IN_NOTE },
	};
	static const struct { const char *word; enum input kind; int b; } numbered[] = {
		{ "tick ", IN_TICK, TICK_YES }, { "predict ", IN_PREDICT, 0 }, { "grade ", IN_GRADE, 0 },
	};

	for (size_t i = 0; i < sizeof(numbered) / sizeof(numbered[0]); i++)
		if (strncmp(line, numbered[i].word, strlen(numbered[i].word)) == 0)
			return step(t, numbered[i].kind, (int)strtol(strchr(line, ' '), NULL, 10), numbered[i].b);
	if (strncmp(line, "wait ", 5) == 0) {
		t->skew_ms += strtol(line + 5, NULL, 10);
		return true;
	}
	if (strncmp(line, "message", 7) == 0) {
		snprintf(t->message, sizeof(t->message), "%.*s", SERVE_MESSAGE_MAX_BYTES, line[7] == ' ' ? line + 8 : "");
		return true;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncmp(line, words[i].word, strlen(words[i].word)) == 0)
			return step(t, words[i].kind, 0, 0);
	return false;
}

static int
show(struct tool *t, struct err *err)
{
	struct candidate_view v;

	view_candidate(&v, t->session, now_ms(t));
	return serve_show(t->serve, &v, t->message, err);
}

/* Prints what the helper tells; -1 once it has ended. */
static int
hear(struct tool *t, struct err *err)
{
	struct serve_news news;
	int rc;

	while ((rc = serve_read(t->serve, &news, err)) == 1) {
		if (news.screens_changed)
			printf("screens %d\n", news.screens);
		if (news.predicted)
			printf("predict %d %d\n", news.position, news.grade);
	}
	return rc;
}

static int
run(struct tool *t, struct err *err)
{
	struct pollfd fds[2] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .fd = serve_fd(t->serve) } };
	char line[1024];

	for (;;) {
		fds[1].events = (short)(POLLIN | (serve_wants_write(t->serve) ? POLLOUT : 0));
		fflush(stdout);
		if (poll(fds, 2, -1) < 0)
			return err_errno(err, "poll");
		if (fds[1].revents & POLLOUT && serve_flush(t->serve, err) != 0)
			return -1;
		if (fds[1].revents & (POLLIN | POLLHUP) && hear(t, err) != 0)
			return -1;
		if (fds[0].revents == 0)
			continue;
		if (fgets(line, sizeof(line), stdin) == NULL || strcmp(line, "quit\n") == 0)
			return 0;
		line[strcspn(line, "\n")] = '\0';
		if (!obey(t, line))
			puts("refused");
		if (show(t, err) != 0)
			return -1;
		puts("ok");
	}
}

int
main(int argc, char **argv)
{
	struct tool t = { 0 };
	struct diags d;
	struct err err = { EXIT_DONE, "" };
	int status = EXIT_SUCCESS;

	if (argc == 2 && strcmp(argv[1], SERVE_HELPER_WORD) == 0)
		_exit(serve_helper(STDIN_FILENO));
	if (argc != 4)
		return EXIT_USAGE;
	setvbuf(stdin, NULL, _IONBF, 0);        /* poll() must know of every line */
	diags_init(&d, argv[1]);
	if (serve_start(&t.serve, argv[2], argv[3], &err) != 0)
		return fail(&err);
	printf("pid %d\nurl %s\nnotice %s\n", serve_pid(t.serve), serve_url(t.serve), serve_notice(t.serve));
	if (bank_load(&t.bank, &d) != 0 || begin(&t, &err) != 0 || show(&t, &err) != 0)
		return EXIT_FINDINGS;
	if (run(&t, &err) != 0) {
		puts("ended");
		status = fail(&err);
	}
	serve_stop(t.serve);
	session_free(t.session);
	bank_free(t.bank);
	diags_finish(&d);
	return status;
}
