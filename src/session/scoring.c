#include "viva/scoring.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/err.h"

/* An event that can be taken back, and the mark before it. */
struct step_back {
	struct event ev;
	struct scoring_mark before;
};

struct scoring {
	struct scoring_head head;
	struct scoring_item *items;
	struct scoring_mark *marks;
	size_t count;
	int64_t last_seq;
	bool done;
	struct step_back undo[SESSION_UNDO_MAX];        /* a ring: the newest at undo_end - 1 */
	size_t undo_end, undo_count;
};

struct scoring *
scoring_new(const struct scoring_head *head, const struct scoring_item *items, size_t count)
{
	struct scoring *s = calloc(1, sizeof *s);

	if (s == NULL)
		return NULL;
	s->head = *head;
	s->count = count;
	s->items = calloc(count + 1, sizeof *s->items);
	s->marks = calloc(count + 1, sizeof *s->marks);
	if (s->items == NULL || s->marks == NULL) {
		scoring_free(s);
		return NULL;
	}
	memcpy(s->items, items, count * sizeof *items);
	for (size_t i = 0; i < count; i++)
		s->marks[i].rating.proposed = s->marks[i].rating.grade = -1;
	return s;
}

void
scoring_free(struct scoring *s)
{
	if (s == NULL)
		return;
	free(s->items);
	free(s->marks);
	free(s);
}

void
scoring_set_item(struct scoring *s, size_t position, const struct scoring_item *item)
{
	assert(position < s->count);
	s->items[position] = *item;
}

/* ---- what it knows ---- */

const struct scoring_head *
scoring_head(const struct scoring *s)
{
	return &s->head;
}

size_t
scoring_count(const struct scoring *s)
{
	return s->count;
}

const struct scoring_item *
scoring_item(const struct scoring *s, size_t position)
{
	assert(position < s->count);
	return &s->items[position];
}

const struct scoring_mark *
scoring_mark(const struct scoring *s, size_t position)
{
	assert(position < s->count);
	return &s->marks[position];
}

/* The mark is of the item that stands there now. */
static bool
is_current(const struct scoring *s, size_t position)
{
	const struct scoring_mark *m = &s->marks[position];

	return m->opened && memcmp(m->snapshot, s->items[position].snapshot, sizeof m->snapshot) == 0;
}

bool
scoring_graded(const struct scoring *s, size_t position)
{
	return position < s->count && is_current(s, position) && s->marks[position].rating.settled;
}

bool
scoring_done(const struct scoring *s)
{
	return s->done;
}

int64_t
scoring_last_seq(const struct scoring *s)
{
	return s->last_seq;
}

static struct step_back *
newest(struct scoring *s)
{
	return &s->undo[(s->undo_end + SESSION_UNDO_MAX - 1) % SESSION_UNDO_MAX];
}

const struct event *
scoring_undoable(const struct scoring *s)
{
	return s->undo_count > 0 ? &s->undo[(s->undo_end + SESSION_UNDO_MAX - 1) % SESSION_UNDO_MAX].ev :
	    NULL;
}

static bool
any_grade(const struct scoring *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->marks[i].opened && s->marks[i].rating.settled)
			return true;
	return false;
}

/* ---- may it happen? ---- */

static bool
in(int64_t value, int64_t min, int64_t max)
{
	return value >= min && value <= max;
}

/* Numbers from `from` on mean nothing in this kind. */
static bool
rest_is_0(const struct event *ev, int from)
{
	for (int i = from; i < EVENT_NUMBERS; i++)
		if (ev->n[i] != 0)
			return false;
	return true;
}

static bool
amend_is_good(const struct scoring_mark *m, const struct event *ev)
{
	uint64_t ticks = (uint64_t)ev->n[2], made = (uint64_t)(ev->n[3] & ~AMEND_NO_ANSWER);

	for (int i = 0; i < m->key_points; i++)
		if ((ticks >> 2 * i & 3) > TICK_YES)
			return false;
	if (m->key_points < 32 && ticks >> 2 * m->key_points != 0)
		return false;
	if ((ev->n[3] & AMEND_NO_ANSWER) != 0 && ev->n[0] != 0)
		return false;
	return made >> m->mistakes == 0;
}

_Static_assert(KEY_POINTS_MAX <= 32, "two bits for each in 64");

/* Of the kinds that need an opened item. */
static bool
mark_is_good(const struct scoring *s, const struct event *ev)
{
	const struct scoring_mark *m = &s->marks[ev->item];

	switch (ev->kind) {
	case EV_TICK:
		return in(ev->n[0], 0, m->key_points - 1) && in(ev->n[1], TICK_NO, TICK_YES) &&
		    rest_is_0(ev, 2);
	case EV_MISTAKE:
		return in(ev->n[0], 0, m->mistakes - 1) && in(ev->n[1], 0, 1) && rest_is_0(ev, 2);
	case EV_GRADE:
		return in(ev->n[0], 0, GRADE_MAX) && in(ev->n[1], 0, GRADE_MAX) && rest_is_0(ev, 2);
	case EV_PASS:
		return rest_is_0(ev, 0);
	case EV_NOTE:
		return in(ev->n[0], 0, 1) && rest_is_0(ev, 1);
	case EV_AMEND:
		return m->rating.settled && in(ev->n[0], 0, GRADE_MAX) && in(ev->n[1], 0, GRADE_MAX) &&
		    amend_is_good(m, ev);
	default:
		return false;
	}
}

static bool
is_possible(const struct scoring *s, const struct event *ev)
{
	const struct event *last = scoring_undoable(s);

	if (ev->at_ms != 0 || ev->actor != ACTOR_SYSTEM ||
	    ev->has_digest != (ev->kind == EV_OPEN || ev->kind == EV_NOTE))
		return false;
	if (ev->kind == EV_END)
		return !s->done && ev->item == -1 && rest_is_0(ev, 0) && any_grade(s);
	if (ev->item < 0 || (size_t)ev->item >= s->count || s->done != (ev->kind == EV_AMEND))
		return false;
	if (ev->kind == EV_UNDO)
		return last != NULL && ev->n[0] == last->seq && ev->item == last->item && rest_is_0(ev, 1);
	if (ev->kind == EV_OPEN)
		return in(ev->n[0], 0, KEY_POINTS_MAX) && in(ev->n[1], 0, MISTAKES_MAX) && rest_is_0(ev, 2);
	return s->marks[ev->item].opened && mark_is_good(s, ev);
}

/* ---- it happens ---- */

static void
unsettle(struct rating *r)
{
	r->settled = r->no_answer = false;
	r->proposed = r->grade = -1;
	r->seq = 0;
}

static void
settle(struct rating *r, const struct event *ev)
{
	r->settled = true;
	r->no_answer = ev->kind == EV_PASS || (ev->kind == EV_AMEND && (ev->n[3] & AMEND_NO_ANSWER) != 0);
	r->grade = ev->kind == EV_PASS ? 0 : (int)ev->n[0];
	r->proposed = ev->kind == EV_PASS ? 0 : (int)ev->n[1];
	r->seq = ev->seq;
}

static void
open_item(struct scoring *s, const struct event *ev)
{
	struct scoring_mark *m = &s->marks[ev->item];

	*m = (struct scoring_mark){ .opened = true, .key_points = (int)ev->n[0], .mistakes = (int)ev->n[1],
		.rating = { .proposed = -1, .grade = -1 } };
	memcpy(m->snapshot, ev->digest, sizeof m->snapshot);
	s->undo_count = 0;      /* what it would lead back to may be another item's */
}

static void
remember(struct scoring *s, const struct event *ev)
{
	s->undo[s->undo_end] = (struct step_back){ *ev, s->marks[ev->item] };
	s->undo_end = (s->undo_end + 1) % SESSION_UNDO_MAX;
	if (s->undo_count < SESSION_UNDO_MAX)
		s->undo_count++;
}

static void
take_back(struct scoring *s)
{
	const struct step_back *b = newest(s);

	s->marks[b->ev.item] = b->before;
	s->undo_end = (s->undo_end + SESSION_UNDO_MAX - 1) % SESSION_UNDO_MAX;
	s->undo_count--;
}

static void
amend(struct rating *r, const struct scoring_mark *m, const struct event *ev)
{
	for (int i = 0; i < m->key_points; i++)
		r->ticks[i] = (uint8_t)((uint64_t)ev->n[2] >> 2 * i & 3);
	r->mistakes = (uint32_t)(ev->n[3] & UINT32_MAX);
	settle(r, ev);
}

static void
happen(struct scoring *s, const struct event *ev)
{
	struct scoring_mark *m;

	s->last_seq = ev->seq;
	if (ev->kind == EV_END) {               /* of no item */
		s->done = true;
		s->undo_count = 0;
		return;
	}
	m = &s->marks[ev->item];
	if (ev->kind != EV_OPEN && ev->kind != EV_UNDO && ev->kind != EV_AMEND)
		remember(s, ev);
	switch (ev->kind) {
	case EV_OPEN:
		open_item(s, ev);
		break;
	case EV_TICK:
		unsettle(&m->rating);
		m->rating.ticks[ev->n[0]] = (uint8_t)ev->n[1];
		break;
	case EV_MISTAKE:
		unsettle(&m->rating);
		m->rating.mistakes &= ~(UINT32_C(1) << ev->n[0]);
		m->rating.mistakes |= (uint32_t)ev->n[1] << ev->n[0];
		break;
	case EV_GRADE: case EV_PASS:
		settle(&m->rating, ev);
		break;
	case EV_UNDO:
		take_back(s);
		break;
	case EV_AMEND:
		amend(&m->rating, m, ev);
		break;
	default:                /* a note is kept by the store */
		break;
	}
}

int
scoring_apply(struct scoring *s, const struct event *ev, struct err *err)
{
	if (ev->seq != s->last_seq + 1 || !is_possible(s, ev))
		return err_set(err, EXIT_DAMAGED, "event %" PRId64 " (%s) cannot be", ev->seq,
		    event_kind_name(ev->kind));
	happen(s, ev);
	return 0;
}

/* ---- inputs ---- */

static int
step(struct scoring *s, struct event *ev)
{
	struct event checked;

	ev->seq = s->last_seq + 1;
	/* The store knows the digest of a text that is yet to be written. */
	checked = *ev;
	checked.has_digest |= ev->kind == EV_NOTE;
	if (!is_possible(s, &checked))
		return 0;
	happen(s, ev);
	return 1;
}

int
scoring_open(struct scoring *s, size_t position, struct event *out)
{
	const struct scoring_item *it = &s->items[position];

	assert(position < s->count);
	if (s->done || is_current(s, position))
		return 0;
	*out = (struct event){ .kind = EV_OPEN, .item = (int)position, .has_digest = true,
		.n = { (int64_t)it->item->key_point_count, (int64_t)it->item->mistake_count } };
	memcpy(out->digest, it->snapshot, sizeof out->digest);
	return step(s, out);
}

/* The tick that follows where one is cycled. */
static int
next_tick(const struct rating *r, int key_point)
{
	static const int after[] = { [TICK_NO] = TICK_YES, [TICK_YES] = TICK_PARTLY, [TICK_PARTLY] = TICK_NO };

	return after[r->ticks[key_point] % 3];
}

/* The event that an input means, as far as it can be one. */
static bool
event_of(const struct scoring *s, size_t position, struct session_input in_, struct event *ev)
{
	const struct scoring_mark *m = &s->marks[position];
	int proposed = session_propose(s->items[position].item, &m->rating);

	*ev = (struct event){ .item = (int)position };
	switch (in_.kind) {
	case IN_TICK:
		ev->kind = EV_TICK;
		if (in_.a < 0 || in_.a >= m->key_points)
			return false;
		ev->n[0] = in_.a;
		ev->n[1] = in_.b == -1 ? next_tick(&m->rating, in_.a) : in_.b;
		return true;
	case IN_MISTAKE:
		ev->kind = EV_MISTAKE;
		if (in_.a < 0 || in_.a >= m->mistakes)
			return false;
		ev->n[0] = in_.a;
		ev->n[1] = in_.b == -1 ? !(m->rating.mistakes >> in_.a & 1) : in_.b;
		return true;
	case IN_GRADE:
		ev->kind = EV_GRADE;
		ev->n[0] = in_.a == -1 ? proposed : in_.a;
		ev->n[1] = proposed;
		return true;
	case IN_PASS:
		ev->kind = EV_PASS;
		return true;
	case IN_NOTE:
		ev->kind = EV_NOTE;
		ev->n[0] = in_.b;
		return true;
	default:
		return false;
	}
}

/* What would be the same as before is no event. */
static bool
changes_nothing(const struct scoring_mark *m, const struct event *ev)
{
	if (ev->kind == EV_TICK)
		return m->rating.ticks[ev->n[0]] == ev->n[1];
	if (ev->kind == EV_MISTAKE)
		return (m->rating.mistakes >> ev->n[0] & 1) == (uint64_t)ev->n[1];
	return false;
}

int
scoring_step(
    struct scoring *s, size_t position, struct session_input in_, struct event *out, enum refusal *why)
{
	const struct event *last = scoring_undoable(s);

	assert(position < s->count);
	*why = REFUSED_HERE;
	if (in_.kind == IN_END) {
		*out = (struct event){ .kind = EV_END, .item = -1 };
		return step(s, out);
	}
	if (in_.kind == IN_UNDO && last == NULL) {
		*why = REFUSED_NOTHING_TO_UNDO;
		return 0;
	}
	if (in_.kind == IN_UNDO) {
		*out = (struct event){ .kind = EV_UNDO, .item = last->item, .n = { last->seq } };
		return step(s, out);
	}
	if (s->done || !s->items[position].ratable || !is_current(s, position))
		return 0;
	if (!event_of(s, position, in_, out)) {
		if (in_.kind == IN_TICK || in_.kind == IN_MISTAKE)
			*why = REFUSED_OUT_OF_RANGE;
		return 0;
	}
	*why = REFUSED_NOT;
	if (changes_nothing(&s->marks[position], out))
		return 0;
	if (step(s, out))
		return 1;
	*why = REFUSED_OUT_OF_RANGE;
	return 0;
}

int
scoring_amend(struct scoring *s, size_t position, const struct rating *r, struct event *out)
{
	const struct scoring_mark *m = &s->marks[position];
	uint64_t ticks = 0;

	assert(position < s->count);
	if (!s->done || !is_current(s, position))
		return 0;
	*out = (struct event){ .kind = EV_AMEND, .item = (int)position,
		.n = { r->grade, session_propose(s->items[position].item, r), 0,
		    (int64_t)r->mistakes | (r->no_answer ? AMEND_NO_ANSWER : 0) } };
	for (int i = 0; i < m->key_points; i++)
		ticks |= (uint64_t)r->ticks[i] << 2 * i;
	out->n[2] = (int64_t)ticks;
	return step(s, out);
}

void
scoring_record_free(struct scoring_record *r)
{
	if (r == NULL)
		return;
	scoring_free(r->s);
	arena_free(r->arena);   /* holds `r` itself */
}
