#include "cli/audience.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "cli/sitting.h"
#include "cli/watchers.h"
#include "viva/text.h"

#define ADDRESS_BYTES 80
#define RESTARTS_MAX 5          /* in one sitting; a helper that keeps dying is given up, the session is not */
#define LINK_BYTES (ADDRESS_BYTES + SERVE_TOKEN_BYTES + 2)

struct audience {
	int epoll_fd;                   /* of all below, to wait on */
	struct serve *serve;            /* NULL: no page, or it was given up */
	struct watchers *watchers;      /* NULL before the session begins */
	struct buf line;                /* what was told last */
	char address[ADDRESS_BYTES];    /* with the port it really has */
	char token[SERVE_TOKEN_BYTES];
	char message[SERVE_MESSAGE_MAX_BYTES + 1];
	bool shown, message_changed;
	bool resting;                   /* between two sessions */
	int64_t shown_seq;              /* of the last event that was shown */
	bool shown_over;                /* ... and whether the limit had passed */
	int screens, restarts;
	int64_t reached_boot_ms;        /* INT64_MIN: never */
};

/* The helper's own address, with the port it was given: "http://ADDRESS/c/TOKEN/". */
static void
take_address(struct audience *a)
{
	const char *host = serve_url(a->serve) + strlen("http://");
	size_t len = strcspn(host, "/");

	if (len < sizeof(a->address)) {
		memcpy(a->address, host, len);
		a->address[len] = '\0';
	}
}

static void
join(struct audience *a)
{
	struct epoll_event ev = { .events = EPOLLIN };

	/* Without it the next heartbeat notices, a second later at most. */
	(void)epoll_ctl(a->epoll_fd, EPOLL_CTL_ADD, serve_fd(a->serve), &ev);
}

int
audience_new(struct audience **out, struct err *err)
{
	struct audience *a = calloc(1, sizeof(*a));

	*out = a;
	if (a == NULL)
		return err_memory(err);
	a->reached_boot_ms = INT64_MIN;
	a->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
	return a->epoll_fd >= 0 ? 0 : err_errno(err, "epoll");
}

static int
start(struct audience *a, const char *address, const char *token, struct err *err)
{
	memcpy(a->token, token, sizeof(a->token));
	if (serve_start(&a->serve, address, token, err) != 0)
		return -1;
	take_address(a);
	join(a);
	return 0;
}

int
audience_serve(struct audience *a, struct app *app, const char *address, struct err *err)
{
	uint8_t random[SERVE_TOKEN_RANDOM];
	char token[SERVE_TOKEN_BYTES];

	if (world_random(app->world, random, sizeof(random), err) != 0)
		return -1;
	serve_token(random, token);
	return start(a, address, token, err);
}

void
audience_close(struct audience *a)
{
	if (a == NULL)
		return;
	serve_stop(a->serve);
	watchers_close(a->watchers);
	buf_finish(&a->line);
	if (a->epoll_fd >= 0)
		close(a->epoll_fd);
	free(a);
}

const char *
audience_url(const struct audience *a)
{
	return a->serve != NULL ? serve_url(a->serve) : NULL;
}

bool
audience_reaches_others(const struct audience *a)
{
	return a->serve != NULL && !serve_is_loopback(a->address);
}

void
audience_state(const struct audience *a, struct audience_state *state)
{
	*state = (struct audience_state){ a->screens, a->watchers != NULL ? watchers_count(a->watchers) : 0,
		a->reached_boot_ms };
}

const char *
audience_notice(const struct audience *a)
{
	return a->serve != NULL ? serve_notice(a->serve) : "";
}

/* ---- the link, over a kill ---- */

static char *
link_path(const struct app *app, int64_t id)
{
	char *path = NULL;

	return asprintf(&path, "%s/%" PRId64 TYPING_SCREEN, app->state_dir, id) < 0 ? NULL : path;
}

static int
keep_link(const struct audience *a, const struct app *app, int64_t id, struct err *err)
{
	char *path = link_path(app, id), line[LINK_BYTES];
	int n = snprintf(line, sizeof(line), "%s %s\n", a->address, a->token), fd = -1, rc = -1;

	if (path == NULL)
		return err_memory(err);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0 || write(fd, line, (size_t)n) != n)
		err_errno(err, "%s", path);
	else
		rc = 0;
	if (fd >= 0)
		close(fd);
	free(path);
	return rc;
}

int
audience_begin(struct audience *a, struct app *app, int64_t id, struct err *err)
{
	watchers_close(a->watchers);
	a->watchers = NULL;
	a->resting = a->shown = a->message_changed = false;
	a->message[0] = '\0';
	if (watchers_open(&a->watchers, app, id, err) != 0)
		return -1;
	watchers_join(a->watchers, a->epoll_fd);
	return a->serve != NULL ? keep_link(a, app, id, err) : 0;
}

int
audience_serve_again(struct audience *a, struct app *app, int64_t id, struct err *err)
{
	char *path = link_path(app, id), line[LINK_BYTES] = "", *space;
	int fd = path != NULL ? open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
	ssize_t n = fd >= 0 ? read(fd, line, sizeof(line) - 1) : 0;

	if (fd >= 0)
		close(fd);
	free(path);
	line[n > 0 ? strcspn(line, "\n") : 0] = '\0';
	space = strchr(line, ' ');
	if (space == NULL || strlen(space + 1) != SERVE_TOKEN_BYTES - 1)
		return 1;
	*space = '\0';
	return start(a, line, space + 1, err);
}

void
audience_forget(struct app *app, int64_t id)
{
	char *path = link_path(app, id);

	if (path != NULL)
		unlink(path);
	free(path);
}

/* ---- showing and hearing ---- */

int
audience_fd(const struct audience *a)
{
	return a->epoll_fd;
}

/* The helper died: another serves the same link, and the pages come back to it by themselves. */
static int
start_again(struct audience *a, struct sitting *si)
{
	struct err err;

	serve_stop(a->serve);
	a->serve = NULL;
	a->shown = false;
	a->screens = 0;
	if (a->restarts++ < RESTARTS_MAX && start(a, a->address, a->token, &err) == 0)
		front_say(si->front, "The candidate's page broke off and is served again at the same link.");
	else
		front_say(si->front, "The candidate's page broke off and does not come back; read the questions aloud.");
	return 0;
}

static bool
is_shown(const struct audience *a, const struct sitting *si, bool over)
{
	return a->resting ||
	    (a->shown && !a->message_changed && a->shown_seq == session_last_seq(si->session) &&
	        a->shown_over == over);
}

int
audience_show(struct audience *a, struct sitting *si, struct err *err)
{
	struct candidate_view v;
	bool over;

	if (si->session == NULL)
		return 0;
	view_candidate(&v, si->session, sitting_now(si));
	over = v.clock.state == CLOCK_OVER;
	if (is_shown(a, si, over))
		return a->serve != NULL && serve_flush(a->serve, err) != 0 ? start_again(a, si) : 0;
	buf_clear(&a->line);
	if (serve_line(&a->line, &v, a->message, err) != 0)
		return -1;
	if (a->watchers != NULL)
		watchers_tell(a->watchers, a->line.data, a->line.len);
	if (a->serve != NULL && serve_show(a->serve, &v, a->message, err) != 0)
		return err->status == EXIT_NETWORK ? start_again(a, si) : -1;
	a->shown = true;
	a->message_changed = false;
	a->shown_seq = session_last_seq(si->session);
	a->shown_over = over;
	return 0;
}

int
audience_rest(struct audience *a, struct sitting *si, const char *message, struct err *err)
{
	static const struct candidate_view nobodys = { .position = -1, .state = SESSION_DRAWN };

	if (audience_show(a, si, err) != 0)
		return -1;
	a->resting = true;
	snprintf(a->message, sizeof(a->message), "%s", message);
	if (a->serve != NULL && serve_show(a->serve, &nobodys, a->message, err) != 0)
		return err->status == EXIT_NETWORK ? start_again(a, si) : -1;
	return 0;
}

static int
take_prediction(struct sitting *si, const struct serve_news *news, struct err *err)
{
	struct session_input in = { .kind = IN_PREDICT, .a = news->grade, .actor = ACTOR_CANDIDATE };
	struct event ev;

	if (si->session == NULL || session_position(si->session) != news->position || si->asked_gap_ms > 0 ||
	    !session_step(si->session, in, sitting_now(si), &ev, NULL))
		return 0;               /* the moment has passed */
	return sitting_event(si, &ev, NULL, err);
}

/* A newcomer is told the present view, with the time that remains now. */
static int
take_watchers(struct audience *a, struct sitting *si, struct err *err)
{
	struct candidate_view v;

	buf_clear(&a->line);
	if (si->session != NULL) {
		view_candidate(&v, si->session, sitting_now(si));
		if (serve_line(&a->line, &v, a->message, err) != 0)
			return -1;
	}
	watchers_take(a->watchers, a->line.data, a->line.len);
	return 0;
}

int
audience_take(struct audience *a, struct sitting *si, struct err *err)
{
	struct serve_news news;
	int rc = 0;

	if (a->watchers != NULL && take_watchers(a, si, err) != 0)
		return -1;
	while (a->serve != NULL && (rc = serve_read(a->serve, &news, err)) == 1) {
		if (news.screens_changed && (news.screens == 0) != (a->screens == 0))
			front_say(si->front, news.screens > 0 ? "The candidate's screen is connected."
			    : "No candidate's screen is connected now; it comes back by itself.");
		a->screens = news.screens;
		if (news.contact && news.screens > 0)
			a->reached_boot_ms = world_now(si->app->world).boot_ms;
		if (news.predicted && take_prediction(si, &news, err) != 0)
			return -1;
	}
	return rc < 0 ? start_again(a, si) : 0;
}

int
audience_message(struct audience *a, const char *text, size_t len, struct err *err)
{
	struct buf visible;

	buf_init(&visible);
	text_visible(&visible, text, len, false);
	if (buf_failed(&visible))
		return err_memory(err);
	snprintf(a->message, sizeof(a->message), "%s", buf_text(&visible));
	a->message[text_valid_prefix(a->message, strlen(a->message))] = '\0';
	a->message_changed = true;
	buf_finish(&visible);
	return 0;
}
