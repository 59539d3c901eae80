#include "viva/world.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "viva/digest.h"
#include "viva/err.h"

#define EPOCH_2024_MS INT64_C(1704067200000)    /* ids count from here, so that 41 bits last until 2093 */
#define ID_RANDOM_BITS 22
#define SCRIPT_LINE_BYTES 128
#define POLL_MAX_MS 3600000                     /* poll takes an int; waking once an hour is harmless */

struct world {
	bool scripted;
	int script_fd;
	bool script_ended;
	struct clock_reading now;       /* scripted only */
	uint64_t counter;               /* scripted: how much "chance" was taken */
	int64_t last_id;
};

struct world *
world_real(void)
{
	return calloc(1, sizeof(struct world));
}

struct world *
world_scripted(int fd, int64_t start_wall_us)
{
	struct world *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return NULL;
	w->scripted = true;
	w->script_fd = fd;
	w->now.wall_us = start_wall_us;
	return w;
}

void
world_free(struct world *w)
{
	free(w);
}

static int64_t
read_ms(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);       /* cannot fail for these clocks on Linux */
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct clock_reading
world_now(struct world *w)
{
	struct clock_reading now;
	struct timespec wall;

	if (w->scripted)
		return w->now;
	now.boot_ms = read_ms(CLOCK_BOOTTIME);
	now.mono_ms = read_ms(CLOCK_MONOTONIC);
	clock_gettime(CLOCK_REALTIME, &wall);
	now.wall_us = (int64_t)wall.tv_sec * 1000000 + wall.tv_nsec / 1000;
	return now;
}

/* One line of the script without its newline; false at the end of the script. */
static bool
next_script_line(struct world *w, char line[SCRIPT_LINE_BYTES])
{
	size_t len = 0;

	while (len < SCRIPT_LINE_BYTES - 1) {
		ssize_t n = read(w->script_fd, line + len, 1);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0 || line[len] == '\n')
			break;
		len++;
	}
	line[len] = '\0';
	if (len == 0)
		w->script_ended = true;
	return len > 0;
}

/* The number behind `prefix` if the line is made of both. */
static bool
script_number(const char *line, const char *prefix, int64_t *n)
{
	size_t skip = strlen(prefix);
	char *end;

	if (strncmp(line, prefix, skip) != 0)
		return false;
	*n = strtoll(line + skip, &end, 10);
	return end != line + skip && *end == '\0';
}

/* Moves scripted time by one line of the script. */
static int
play_script_line(struct world *w, struct err *err)
{
	char line[SCRIPT_LINE_BYTES];
	int64_t n;

	if (!next_script_line(w, line))
		return 0;
	if (script_number(line, "+", &n) && n >= 0) {
		w->now.boot_ms += n;
		w->now.mono_ms += n;
		w->now.wall_us += n * 1000;
	} else if (script_number(line, "suspend ", &n) && n >= 0) {
		w->now.boot_ms += n;
		w->now.wall_us += n * 1000;
	} else if (script_number(line, "wall ", &n)) {
		w->now.wall_us += n * 1000;
	} else if (strcmp(line, "?") == 0) {
		return write(w->script_fd + 1, "\n", 1) == 1 ? 0 : err_errno(err, "--clock: answering ?");
	} else {
		return err_set(err, EXIT_USAGE, "--clock: \"%s\" is no line of a clock script "
		    "(+MS, suspend MS, wall MS, ?)", line);
	}
	return 0;
}

/* Waits for the descriptors; -1 ones are left out.  WORLD_SCRIPT says that `script_fd` has something. */
#define WORLD_SCRIPT 8

static int
poll_for(int in_fd, int signal_fd, int other_fd, int script_fd, int timeout_ms, struct err *err)
{
	struct pollfd fds[4] = {
		{ .fd = in_fd, .events = POLLIN },
		{ .fd = signal_fd, .events = POLLIN },
		{ .fd = script_fd, .events = POLLIN },
		{ .fd = other_fd, .events = POLLIN },
	};
	int n = poll(fds, 4, timeout_ms);

	if (n < 0 && errno == EINTR)
		return 0;
	if (n < 0)
		return err_errno(err, "waiting for input");
	return (fds[0].revents != 0 ? WORLD_INPUT : 0) | (fds[1].revents != 0 ? WORLD_SIGNAL : 0) |
	    (fds[2].revents != 0 ? WORLD_SCRIPT : 0) | (fds[3].revents != 0 ? WORLD_OTHER : 0);
}

int
world_wait(struct world *w, int in_fd, int signal_fd, int other_fd, int64_t deadline_boot_ms, struct err *err)
{
	int64_t wait_ms = -1;
	int got;

	if (!w->scripted) {
		if (deadline_boot_ms != INT64_MAX) {
			wait_ms = deadline_boot_ms - world_now(w).boot_ms;
			wait_ms = wait_ms < 0 ? 0 : wait_ms > POLL_MAX_MS ? POLL_MAX_MS : wait_ms;
		}
		return poll_for(in_fd, signal_fd, other_fd, -1, (int)wait_ms, err);
	}
	got = poll_for(in_fd, signal_fd, other_fd, w->script_ended ? -1 : w->script_fd, -1, err);
	if (got < 0 || (got & ~WORLD_SCRIPT) != 0)
		return got < 0 ? got : got & ~WORLD_SCRIPT;
	return play_script_line(w, err);
}

int
world_random(struct world *w, void *out, size_t len, struct err *err)
{
	unsigned char *p = out;
	uint8_t block[DIGEST_BYTES];

	while (w->scripted && len > 0) {
		size_t take = len < sizeof(block) ? len : sizeof(block);

		digest_sha256(block, &w->counter, sizeof(w->counter));
		w->counter++;
		memcpy(p, block, take);
		p += take;
		len -= take;
	}
	while (len > 0) {
		ssize_t n = getrandom(p, len, 0);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_errno(err, "random bits of the kernel");
		p += n;
		len -= (size_t)n;
	}
	return 0;
}

int
world_id(struct world *w, int64_t *id, struct err *err)
{
	int64_t ms = world_now(w).wall_us / 1000 - EPOCH_2024_MS;
	uint32_t chance;

	if (world_random(w, &chance, sizeof(chance), err) != 0)
		return -1;
	if (ms < 1)
		ms = 1;         /* a clock before 2024 still gives valid, if unsorted, ids */
	*id = (ms & ((INT64_C(1) << 41) - 1)) << ID_RANDOM_BITS | (chance & ((1u << ID_RANDOM_BITS) - 1));
	if (*id <= w->last_id)
		*id = w->last_id + 1;
	w->last_id = *id;
	return 0;
}

int
world_utc_offset_min(struct world *w, int64_t wall_us)
{
	time_t t = (time_t)(wall_us / 1000000);
	struct tm local;

	if (w->scripted || localtime_r(&t, &local) == NULL)
		return 0;
	return (int)(local.tm_gmtoff / 60);
}
