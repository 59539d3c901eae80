#include "cli/speaker.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/sitting.h"
#include "viva/buf.h"
#include "viva/text.h"

#define PROGRAM "spd-say"
#define SPOKEN_MAX_BYTES (32u << 10)    /* of one question: far from what an argument may have */

struct speaker {
	pid_t child;                    /* 0: none */
	bool silent;                    /* there is no voice, and it was said */
	const struct blocks *stem, *follow_up;  /* read last */
};

struct speaker *
speaker_new(void)
{
	return calloc(1, sizeof(struct speaker));
}

void
speaker_free(struct speaker *sp)
{
	if (sp != NULL && sp->child > 0)
		waitpid(sp->child, NULL, WNOHANG);
	free(sp);
}

static void
no_voice(struct speaker *sp, struct sitting *si)
{
	if (!sp->silent)
		front_say(si->front, "No voice: " PROGRAM " (speech-dispatcher) is missing or does not answer. The session goes on "
		    "without it.");
	sp->silent = true;
}

/* One that is still speaking makes room; one that failed has no voice. */
static void
look_after_child(struct speaker *sp, struct sitting *si, bool end_it)
{
	int status = 0;
	pid_t got;

	if (sp->child == 0)
		return;
	if (end_it)
		kill(sp->child, SIGTERM);
	got = waitpid(sp->child, &status, end_it ? 0 : WNOHANG);
	if (got == 0)
		return;
	sp->child = 0;
	if (got > 0 && WIFEXITED(status) && WEXITSTATUS(status) != 0)
		no_voice(sp, si);
}

/* Words as one says them: prose as it is, code by its caption. */
static void
spoken_words(struct buf *out, const struct blocks *b)
{
	for (size_t i = 0; i < b->count; i++) {
		const struct block *block = &b->v[i];

		for (size_t p = 0; p < block->prose_count; p++) {
			prose_plain(out, &block->prose[p], false);
			buf_puts(out, ".\n");
		}
		if (block->type == BLOCK_CODE) {
			buf_puts(out, block->caption != NULL ? block->caption : "Code stands on the screen");
			buf_puts(out, ".\n");
		}
	}
}

/* "en-GB" is "en" to the dispatcher. */
static void
language_of(char room[16], const char *tag)
{
	size_t len = strcspn(tag, "-");

	snprintf(room, 16, "%.*s", len < 15 ? (int)len : 15, tag);
}

static int
spawn(pid_t *child, char *language, char *words)
{
	char program[] = PROGRAM, option[] = "--language", end[] = "--";
	char *const argv[] = { program, option, language, end, words, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t none;
	int rc;

	/* The child's signals are as at a start, its streams lead nowhere. */
	sigemptyset(&none);
	posix_spawnattr_init(&how);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_setsigmask(&how, &none);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		posix_spawn_file_actions_addopen(
		    &files, fd, "/dev/null", fd == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
	rc = posix_spawnp(child, PROGRAM, &files, &how, argv, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&how);
	return rc;
}

static void
read_aloud(struct speaker *sp, struct sitting *si, const char *tag, const struct blocks *b)
{
	struct buf words, visible;
	char language[16];

	look_after_child(sp, si, true);
	if (sp->silent)
		return;
	buf_init(&words);
	buf_init(&visible);
	spoken_words(&words, b);
	text_visible(&visible, buf_text(&words), words.len < SPOKEN_MAX_BYTES ? words.len :
	    text_valid_prefix(buf_text(&words), SPOKEN_MAX_BYTES), true);
	language_of(language, tag);
	if (visible.len == 0 || buf_failed(&visible) || spawn(&sp->child, language, visible.data) != 0) {
		sp->child = 0;
		no_voice(sp, si);
	}
	buf_finish(&words);
	buf_finish(&visible);
}

void
speaker_follow(struct speaker *sp, struct sitting *si)
{
	struct candidate_view v;
	const char *tag;

	if (sp == NULL || sp->silent || si->session == NULL || session_position(si->session) < 0)
		return;
	look_after_child(sp, si, false);
	view_candidate(&v, si->session, sitting_now(si));
	tag = session_item(si->session, (size_t)session_position(si->session))->item->lang;
	if (v.phase == PHASE_FOLLOW_UP && v.follow_up != NULL && v.follow_up != sp->follow_up) {
		sp->follow_up = v.follow_up;
		read_aloud(sp, si, tag, v.follow_up);
	} else if (v.phase >= PHASE_READ && v.phase <= PHASE_ANSWER && v.stem != NULL && v.stem != sp->stem) {
		sp->stem = v.stem;
		read_aloud(sp, si, tag, v.stem);
	}
}
