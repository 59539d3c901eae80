#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "session/engine.h"
#include "viva/err.h"

/* ---- life ---- */

struct session *
session_new(const struct session_head *head, const struct session_item *items, size_t count)
{
	struct session *s = calloc(1, sizeof(*s));

	if (s == NULL)
		return NULL;
	s->head = *head;
	s->position = -1;
	s->slots = calloc(count > 0 ? count : 1, sizeof(*s->slots));
	s->marks = calloc(SESSION_UNDO_MAX, sizeof(*s->marks));
	if (s->slots == NULL || s->marks == NULL) {
		session_free(s);
		return NULL;
	}
	s->count = count;
	for (size_t i = 0; i < count; i++) {
		s->slots[i].given = items[i];
		slot_reset(s, &s->slots[i], (int)i);
	}
	return s;
}

void
session_free(struct session *s)
{
	if (s == NULL)
		return;
	free(s->slots);
	free(s->marks);
	free(s);
}

/* ---- events that are no input ---- */

struct event
next_event(const struct session *s, enum event_kind kind, enum actor actor, int64_t at_ms)
{
	return (struct event){
		.seq = s->last_seq + 1, .kind = kind, .item = s->position, .at_ms = at_ms, .actor = actor,
	};
}

int
try_event(struct session *s, const struct event *ev, struct event *out, enum refusal *why)
{
	const struct fault *fault = check_event(s, ev);

	if (why != NULL)
		*why = fault != NULL ? fault->why : REFUSED_NOT;
	if (fault != NULL)
		return 0;
	apply_event(s, ev);
	*out = *ev;
	return 1;
}

static void
set_digest(struct event *ev, const uint8_t digest[32])
{
	ev->has_digest = true;
	memcpy(ev->digest, digest, sizeof(ev->digest));
}

/* For events that the caller may only ask for where they are possible. */
static void
must_event(struct session *s, const struct event *ev, struct event *out)
{
	int happened = try_event(s, ev, out, NULL);

	assert(happened);
	(void)happened;
}

size_t
session_begin(struct session *s, int64_t now_ms, struct event *out)
{
	size_t n = 0;
	struct event ev = next_event(s, EV_START, ACTOR_SYSTEM, now_ms);

	ev.n[0] = s->head.mode;
	ev.n[1] = s->head.review;
	ev.n[2] = s->head.flags;
	ev.n[3] = s->head.extra_time_permille;
	must_event(s, &ev, &out[n++]);
	for (size_t i = 0; i < s->count; i++) {
		const struct session_item *given = &s->slots[i].given;

		ev = next_event(s, EV_DRAW, ACTOR_SYSTEM, now_ms);
		ev.item = (int)i;
		ev.n[0] = given->limit_ms;
		ev.n[1] = given->retry;
		set_digest(&ev, given->snapshot);
		must_event(s, &ev, &out[n++]);
	}
	ev = next_event(s, EV_OPEN, ACTOR_SYSTEM, now_ms);
	ev.item = 0;
	must_event(s, &ev, &out[n++]);
	return n;
}

void
session_gap(struct session *s, int64_t now_ms, int64_t gap_ms, bool counts, struct event *out)
{
	struct event ev = next_event(s, EV_GAP, ACTOR_SYSTEM, now_ms);

	/* The wall clock may have been set back, or to any year. */
	ev.n[0] = gap_ms < 0 ? 0 : gap_ms > SESSION_GAP_MAX_MS ? SESSION_GAP_MAX_MS : gap_ms;
	ev.n[1] = counts;
	must_event(s, &ev, out);
}

int
session_swap(struct session *s, const struct session_item *with, int64_t now_ms, struct event *out)
{
	struct event ev = next_event(s, EV_SWAP, is_led(s) ? ACTOR_INTERVIEWER : ACTOR_CANDIDATE, now_ms);
	int swapped;

	assert(now_ms >= s->last_ms);
	ev.n[0] = with->limit_ms;
	ev.n[1] = with->retry;
	set_digest(&ev, with->snapshot);
	s->incoming = with;
	swapped = try_event(s, &ev, out, NULL);
	s->incoming = NULL;
	return swapped;
}

int
session_amend(struct session *s, int position, const struct rating *r, int64_t now_ms, struct event *out)
{
	struct event ev = next_event(s, EV_AMEND, r->actor, now_ms);
	uint64_t ticks = 0;

	assert(now_ms >= s->last_ms);
	if (position < 0 || (size_t)position >= s->count || !s->slots[position].stands)
		return 0;
	for (size_t i = 0; i < KEY_POINTS_MAX; i++)
		ticks |= (uint64_t)(r->ticks[i] & 3) << (2 * i);
	ev.item = position;
	ev.n[0] = r->grade;
	ev.n[1] = session_propose(s->slots[position].given.item, r);
	memcpy(&ev.n[2], &ticks, sizeof(ticks));
	ev.n[3] = (int64_t)r->mistakes | (r->no_answer ? AMEND_NO_ANSWER : 0);
	return try_event(s, &ev, out, NULL);
}

int
session_apply(struct session *s, const struct event *ev, struct err *err)
{
	const struct fault *fault = check_event(s, ev);

	if (fault != NULL)
		return err_set(err, EXIT_DAMAGED, "event %lld (%s): %s", (long long)ev->seq,
		    event_kind_name(ev->kind), fault->text);
	apply_event(s, ev);
	return 0;
}

/* ---- what it knows ---- */

struct item_record *
open_record(struct session *s)
{
	return s->position >= 0 ? &s->slots[s->position].rec : NULL;
}

const struct item_record *
open_record_const(const struct session *s)
{
	return s->position >= 0 ? &s->slots[s->position].rec : NULL;
}

const struct item *
open_item(const struct session *s)
{
	return s->position >= 0 && s->slots[s->position].stands ? s->slots[s->position].given.item : NULL;
}

bool
is_strict(const struct session *s)
{
	return (s->head.flags & SESSION_STRICT) != 0;
}

bool
is_led(const struct session *s)
{
	return s->head.mode == MODE_LED;
}

bool
is_live(const struct session *s)
{
	return s->head.mode == MODE_SOLO && s->head.review == REVIEW_END;
}

struct rating *
rating_being_made(const struct session *s, struct item_record *rec)
{
	return is_led(s) ? &rec->interviewer : &rec->self;
}

enum session_state
session_state(const struct session *s)
{
	return s->state;
}

enum phase
session_phase(const struct session *s)
{
	return s->position >= 0 ? s->slots[s->position].rec.phase : PHASE_NONE;
}

int
session_position(const struct session *s)
{
	return s->position;
}

size_t
session_item_count(const struct session *s)
{
	return s->count;
}

const struct session_item *
session_item(const struct session *s, size_t position)
{
	assert(position < s->count);
	return &s->slots[position].given;
}

const struct item_record *
session_record(const struct session *s, size_t position)
{
	assert(position < s->count);
	return &s->slots[position].rec;
}

const struct session_head *
session_head(const struct session *s)
{
	return &s->head;
}

int64_t
session_last_ms(const struct session *s)
{
	return s->last_ms;
}

int64_t
session_last_seq(const struct session *s)
{
	return s->last_seq;
}

bool
session_done(const struct session *s)
{
	return s->state == SESSION_ENDED;
}
