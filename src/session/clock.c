#include "session/engine.h"

bool
phase_on_the_clock(enum phase p)
{
	return p == PHASE_READ || p == PHASE_THINK || p == PHASE_ANSWER;
}

int64_t
limit_with_extra(const struct session *s, int64_t limit_ms)
{
	return limit_ms * s->head.extra_time_permille / 1000;
}

int64_t
record_used_ms(const struct item_record *rec)
{
	return rec->read_ms + rec->think_ms + rec->answer_ms;
}

/* Where the time of a phase is counted. */
static int64_t *
phase_bucket(struct item_record *rec)
{
	switch (rec->phase) {
	case PHASE_READ: return &rec->read_ms;
	case PHASE_THINK: return &rec->think_ms;
	case PHASE_ANSWER: return &rec->answer_ms;
	case PHASE_FOLLOW_UP: return &rec->follow_up_ms;
	default: return &rec->review_ms;
	}
}

int64_t
clock_charge(struct session *s, int64_t ms)
{
	struct item_record *rec = open_record(s);

	if (rec == NULL)
		return 0;
	if (s->state == SESSION_PAUSED) {
		rec->pause_ms += ms;
		return ms;
	}
	if (is_strict(s) && phase_on_the_clock(rec->phase)) {
		int64_t left = rec->limit_ms - record_used_ms(rec);

		if (ms > left)
			ms = left;
	}
	*phase_bucket(rec) += ms;
	return ms;
}

void
clock_settle(struct item_record *rec)
{
	int64_t over = record_used_ms(rec) - rec->limit_ms;

	rec->over_ms = over > 0 ? over : 0;
}

/* True while time is taken from the limit of the open item. */
static bool
clock_runs(const struct session *s)
{
	const struct item_record *rec = open_record_const(s);

	return rec != NULL && s->state == SESSION_RUNNING && phase_on_the_clock(rec->phase);
}

int64_t
session_used_ms(const struct session *s, int64_t now_ms)
{
	const struct item_record *rec = open_record_const(s);
	int64_t used;

	if (rec == NULL)
		return 0;
	used = record_used_ms(rec);
	if (clock_runs(s) && now_ms > s->last_ms)
		used += now_ms - s->last_ms;
	if (is_strict(s) && used > rec->limit_ms)
		used = rec->limit_ms;
	return used;
}

int64_t
session_deadline(const struct session *s)
{
	const struct item_record *rec = open_record_const(s);

	if (!is_strict(s) || !clock_runs(s))
		return SESSION_NEVER;
	return s->last_ms + rec->limit_ms - record_used_ms(rec);
}

bool
clock_due(const struct session *s, int64_t at_ms)
{
	int64_t deadline = session_deadline(s);

	return deadline != SESSION_NEVER && deadline <= at_ms;
}

int
session_tick(struct session *s, int64_t now_ms, struct event *out)
{
	struct event ev;

	if (!clock_due(s, now_ms))
		return 0;
	ev = next_event(s, EV_PHASE, ACTOR_SYSTEM, session_deadline(s));
	ev.n[0] = PHASE_PREDICT;
	return try_event(s, &ev, out, NULL);
}

#define MILESTONE_APART_MS 5000         /* two announcements closer than this talk over each other */
#define MILESTONE_FIRST_DIVISOR 5       /* none before a fifth of the limit: the item has only begun */

struct moment { enum milestone what; int64_t used_ms; };

/* The milestones of a limit, by time used; those too early or too close are left out. */
static size_t
milestones_of(int64_t limit_ms, struct moment out[5])
{
	struct moment all[4] = {
		{ MILESTONE_HALF, limit_ms / 2 },
		{ MILESTONE_60S, limit_ms - 60000 },
		{ MILESTONE_30S, limit_ms - 30000 },
		{ MILESTONE_10S, limit_ms - 10000 },
	};
	size_t n = 0;

	/* Only the half is out of order, and only in short limits. */
	for (size_t i = 1; i < 4 && all[i].used_ms < all[i - 1].used_ms; i++) {
		struct moment later = all[i - 1];

		all[i - 1] = all[i];
		all[i] = later;
	}
	for (size_t i = 0; i < 4; i++) {
		if (all[i].used_ms < limit_ms / MILESTONE_FIRST_DIVISOR)
			continue;
		if (n > 0 && all[i].used_ms - out[n - 1].used_ms <= MILESTONE_APART_MS)
			continue;
		out[n++] = all[i];
	}
	out[n++] = (struct moment){ MILESTONE_OVER, limit_ms };
	return n;
}

enum milestone
session_milestone_after(int64_t limit_ms, int64_t used_ms, int64_t *at_used_ms)
{
	struct moment m[5];
	size_t n = milestones_of(limit_ms, m);

	for (size_t i = 0; i < n; i++)
		if (m[i].used_ms > used_ms) {
			*at_used_ms = m[i].used_ms;
			return m[i].what;
		}
	return MILESTONE_NONE;
}

enum milestone
session_next_milestone(const struct session *s, int64_t after_ms, int64_t *at_ms)
{
	const struct item_record *rec = open_record_const(s);
	struct moment m[5];
	int64_t used;
	size_t n;

	if (!clock_runs(s) || (s->head.flags & SESSION_HIDE_CLOCK) != 0)
		return MILESTONE_NONE;
	used = record_used_ms(rec);
	n = milestones_of(rec->limit_ms, m);
	for (size_t i = 0; i < n; i++) {
		int64_t at = s->last_ms + m[i].used_ms - used;

		if (at > after_ms) {
			*at_ms = at;
			return m[i].what;
		}
	}
	return MILESTONE_NONE;
}
