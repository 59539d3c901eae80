#include <string.h>
#include "session/engine.h"
/*
 * What may happen when.  One set of rules for the keyboard and for a stored log: an input
 * becomes an event, and an event is checked here, wherever it comes from.
 */

#define REFUSE_IF(condition, why, text) do { \
	static const struct fault fault_ = { why, text }; \
	if (condition) \
		return &fault_; \
} while (0)

#define AT(phase) (1u << (phase))
#define ON_THE_CLOCK (AT(PHASE_READ) | AT(PHASE_THINK) | AT(PHASE_ANSWER))
#define ASKED (ON_THE_CLOCK | AT(PHASE_FOLLOW_UP))
#define LED_HEARING (AT(PHASE_ANSWER) | AT(PHASE_FOLLOW_UP))
#define LED_MARKING (LED_HEARING | AT(PHASE_PREDICT) | AT(PHASE_GRADE))
#define ANYWHERE 0xffffu

typedef const struct fault *check_fn(const struct session *s, const struct event *ev);

struct rule {
	int numbers;                    /* how many of n[] it uses; the rest are 0 */
	bool digest;                    /* must carry one (EV_NOTE may) */
	bool when_paused;               /* also while paused */
	unsigned solo, led;             /* in which phases of the open item; 0: it is about no open item */
	check_fn *check;
};

/* ---- the item, as far as a replay knows it ---- */

static int64_t
at_most(size_t have, int64_t cap)
{
	return have < (size_t)cap ? (int64_t)have : cap;
}

static int64_t
key_point_count(const struct item *it)
{
	return it != NULL ? at_most(it->key_point_count, KEY_POINTS_MAX) : KEY_POINTS_MAX;
}

static int64_t
mistake_count(const struct item *it)
{
	return it != NULL ? at_most(it->mistake_count, MISTAKES_MAX) : MISTAKES_MAX;
}

static int64_t
fact_count(const struct item *it)
{
	return it != NULL ? at_most(it->on_request_count, SESSION_FACTS_MAX) : SESSION_FACTS_MAX;
}

static bool
within(int64_t v, int64_t low, int64_t high)
{
	return v >= low && v <= high;
}

/* A position that is left for good must hold the item its log names; a swap can no longer bring it. */
static bool
left_unknown(const struct session *s)
{
	return s->position >= 0 && !s->slots[s->position].stands;
}

/* ---- one check for each kind; the open item, its phase and pause have been looked at ---- */

static const struct fault *
check_start(const struct session *s, const struct event *ev)
{
	REFUSE_IF(s->last_seq != 0, REFUSED_HERE, "started twice");
	REFUSE_IF(s->count == 0 || s->count > SESSION_ITEMS_MAX, REFUSED_OUT_OF_RANGE,
	    "no form of this size");
	REFUSE_IF(!within(ev->n[0], MODE_SOLO, MODE_LED) || !within(ev->n[1], REVIEW_EACH, REVIEW_END),
	    REFUSED_OUT_OF_RANGE, "unknown mode or review");
	REFUSE_IF(!within(ev->n[2], 0, SESSION_FLAGS_ALL), REFUSED_OUT_OF_RANGE, "unknown flags");
	REFUSE_IF(!within(ev->n[3], SESSION_EXTRA_TIME_MIN, SESSION_EXTRA_TIME_MAX), REFUSED_OUT_OF_RANGE,
	    "extra time out of range");
	return NULL;
}

static const struct fault *
check_draw(const struct session *s, const struct event *ev)
{
	REFUSE_IF(s->state != SESSION_DRAWN || s->last_seq == 0, REFUSED_HERE, "drawn outside the beginning");
	REFUSE_IF(s->drawn == s->count || ev->item != (int)s->drawn, REFUSED_OUT_OF_RANGE,
	    "position out of order");
	REFUSE_IF(!within(ev->n[0], 1, SESSION_LIMIT_MAX_MS), REFUSED_OUT_OF_RANGE, "limit out of range");
	REFUSE_IF(!within(ev->n[1], 0, 1), REFUSED_OUT_OF_RANGE, "retry is 0 or 1");
	return NULL;
}

static const struct fault *
check_open(const struct session *s, const struct event *ev)
{
	const struct item_record *rec = open_record_const(s);

	REFUSE_IF(s->drawn != s->count || s->count == 0, REFUSED_HERE, "opened before the form was drawn");
	REFUSE_IF(ev->item != s->position + 1 || (size_t)ev->item >= s->count, REFUSED_OUT_OF_RANGE,
	    "position out of order");
	REFUSE_IF(rec != NULL && rec->phase != (is_live(s) ? PHASE_BETWEEN : PHASE_NOTE), REFUSED_HERE,
	    "opened before the item before it was done");
	REFUSE_IF(s->slots[ev->item].rec.state != ITEM_PENDING, REFUSED_HERE, "opened twice");
	REFUSE_IF(left_unknown(s), REFUSED_HERE, "the item before it is not the one that was drawn");
	return NULL;
}

/* The review at the end goes from item to item; all other phases are of the open item. */
static const struct fault *
check_reveal(const struct session *s, const struct event *ev, enum phase now)
{
	bool first = now == PHASE_BETWEEN && (size_t)s->position + 1 == s->count && ev->item == 0;
	bool next = now == PHASE_NOTE && ev->item == s->position + 1 && (size_t)ev->item < s->count;

	REFUSE_IF(!is_live(s) || (!first && !next), REFUSED_HERE, "revealed out of order");
	REFUSE_IF(left_unknown(s), REFUSED_HERE, "the item is not the one that was drawn");
	return NULL;
}

static bool
follows(const struct session *s, enum phase now, enum phase then, enum actor actor, int64_t at_ms)
{
	const struct item *it = open_item(s);
	bool off = (s->head.flags & SESSION_FOLLOW_UPS_OFF) != 0;
	bool no_answer = open_record_const(s)->no_answer;

	switch (then) {
	case PHASE_THINK: return now == PHASE_READ;
	case PHASE_ANSWER: return now == PHASE_THINK;
	case PHASE_FOLLOW_UP:
		return now == PHASE_ANSWER && !off && (it == NULL || it->follow_up_count > 0);
	case PHASE_PREDICT:
		if (clock_due(s, at_ms))
			return actor == ACTOR_SYSTEM;
		return now == PHASE_FOLLOW_UP ||
		    (now == PHASE_ANSWER && (off || it == NULL || it->follow_up_count == 0));
	case PHASE_TICK: return now == PHASE_REVEAL && !no_answer;
	case PHASE_GRADE: return now == PHASE_TICK;
	case PHASE_NOTE: return now == PHASE_REVEAL && no_answer;
	default: return false;
	}
}

static const struct fault *
check_phase(const struct session *s, const struct event *ev)
{
	enum phase now = session_phase(s);

	REFUSE_IF(!within(ev->n[0], PHASE_READ, PHASE_CLOSED), REFUSED_OUT_OF_RANGE, "unknown phase");
	if (ev->n[0] == PHASE_REVEAL)
		return check_reveal(s, ev, now);
	REFUSE_IF(ev->item != s->position, REFUSED_OUT_OF_RANGE, "not the open item");
	REFUSE_IF(clock_due(s, ev->at_ms) && ev->n[0] != PHASE_PREDICT, REFUSED_STRICT,
	    "after a strict limit");
	REFUSE_IF(!follows(s, now, (enum phase)ev->n[0], ev->actor, ev->at_ms), REFUSED_HERE,
	    "phase out of order");
	return NULL;
}

static const struct fault *
check_pause(const struct session *s, const struct event *ev)
{
	REFUSE_IF(is_strict(s), REFUSED_STRICT, "paused in a strict session");
	REFUSE_IF((ev->kind == EV_PAUSE) != (s->state == SESSION_RUNNING), REFUSED_HERE,
	    "paused or resumed twice");
	return NULL;
}

static const struct fault *
check_extend(const struct session *s, const struct event *ev)
{
	REFUSE_IF(is_strict(s), REFUSED_STRICT, "extended in a strict session");
	REFUSE_IF(!within(ev->n[0], 1, SESSION_LIMIT_MAX_MS - open_record_const(s)->extended_ms),
	    REFUSED_OUT_OF_RANGE, "extension out of range");
	return NULL;
}

static const struct fault *
check_fact(const struct session *s, const struct event *ev)
{
	REFUSE_IF(!within(ev->n[0], 0, fact_count(open_item(s)) - 1), REFUSED_NO_MORE_FACTS, "no such fact");
	REFUSE_IF(open_record_const(s)->facts_given >> ev->n[0] & 1, REFUSED_NO_MORE_FACTS,
	    "fact given twice");
	return NULL;
}

static const struct fault *
check_flag(const struct session *s, const struct event *ev)
{
	REFUSE_IF(ev->n[0] != !open_record_const(s)->flagged, REFUSED_NOT, "flag changes nothing");
	return NULL;
}

static struct rating
rating_now(const struct session *s)
{
	return is_led(s) ? open_record_const(s)->interviewer : open_record_const(s)->self;
}

static const struct fault *
check_tick(const struct session *s, const struct event *ev)
{
	REFUSE_IF(!within(ev->n[0], 0, key_point_count(open_item(s)) - 1), REFUSED_OUT_OF_RANGE,
	    "no such key point");
	REFUSE_IF(!within(ev->n[1], TICK_NO, TICK_YES), REFUSED_OUT_OF_RANGE, "unknown tick");
	REFUSE_IF(rating_now(s).ticks[ev->n[0]] == ev->n[1], REFUSED_NOT, "tick changes nothing");
	return NULL;
}

static const struct fault *
check_mistake(const struct session *s, const struct event *ev)
{
	REFUSE_IF(!within(ev->n[0], 0, mistake_count(open_item(s)) - 1), REFUSED_OUT_OF_RANGE,
	    "no such mistake");
	REFUSE_IF(!within(ev->n[1], 0, 1), REFUSED_OUT_OF_RANGE, "a mistake was made or not");
	REFUSE_IF((rating_now(s).mistakes >> ev->n[0] & 1) == ev->n[1], REFUSED_NOT,
	    "mistake changes nothing");
	return NULL;
}

static const struct fault *
check_predict(const struct session *s, const struct event *ev)
{
	REFUSE_IF(ev->n[0] == -1 && !is_led(s), REFUSED_NOT_LED, "prediction declined in a solo session");
	REFUSE_IF(!within(ev->n[0], -1, GRADE_MAX), REFUSED_OUT_OF_RANGE, "grade out of range");
	REFUSE_IF(!is_led(s) && !is_live(s) && left_unknown(s), REFUSED_HERE,
	    "the item is not the one that was drawn");
	return NULL;
}

static const struct fault *
check_grade(const struct session *s, const struct event *ev)
{
	(void)s;
	REFUSE_IF(!within(ev->n[0], 0, GRADE_MAX) || !within(ev->n[1], 0, GRADE_MAX), REFUSED_OUT_OF_RANGE,
	    "grade out of range");
	return NULL;
}

static const struct fault *
check_pass(const struct session *s, const struct event *ev)
{
	(void)ev;
	REFUSE_IF(left_unknown(s), REFUSED_HERE, "the item is not the one that was drawn");
	return NULL;
}

static const struct fault *
check_swap(const struct session *s, const struct event *ev)
{
	REFUSE_IF(!within(ev->n[0], 1, SESSION_LIMIT_MAX_MS), REFUSED_OUT_OF_RANGE, "limit out of range");
	REFUSE_IF(!within(ev->n[1], 0, 1), REFUSED_OUT_OF_RANGE, "retry is 0 or 1");
	REFUSE_IF(memcmp(ev->digest, open_record_const(s)->snapshot, sizeof(ev->digest)) == 0, REFUSED_HERE,
	    "swapped for itself");
	return NULL;
}

static const struct fault *
check_note(const struct session *s, const struct event *ev)
{
	bool answer = ev->n[0] == NOTE_ANSWER;

	REFUSE_IF(!within(ev->n[0], NOTE_NOTE, NOTE_ANSWER) || !within(ev->n[1], 0, 1), REFUSED_OUT_OF_RANGE,
	    "unknown kind of note");
	REFUSE_IF(s->state == SESSION_DRAWN, REFUSED_HERE, "no item is open");
	/* PREDICT too: what was being typed when a strict limit passed still belongs to the answer. */
	REFUSE_IF(answer && (s->state != SESSION_RUNNING ||
	    !((ASKED | AT(PHASE_PREDICT)) & AT(session_phase(s)))),
	    REFUSED_HERE, "answer written outside the answer");
	return NULL;
}

static const struct fault *
check_undo(const struct session *s, const struct event *ev)
{
	const struct mark *m = undo_top(s);

	REFUSE_IF(m == NULL, REFUSED_NOTHING_TO_UNDO, "nothing to undo");
	REFUSE_IF(ev->n[0] != m->ev.seq, REFUSED_OUT_OF_RANGE, "undo names another event");
	return NULL;
}

static const struct fault *
check_gap(const struct session *s, const struct event *ev)
{
	REFUSE_IF(!within(ev->n[0], 0, SESSION_GAP_MAX_MS), REFUSED_OUT_OF_RANGE, "gap out of range");
	REFUSE_IF(!within(ev->n[1], 0, 1), REFUSED_OUT_OF_RANGE, "a gap counts or not");
	REFUSE_IF(s->gap_ms > SESSION_CLOCK_MAX_MS, REFUSED_OUT_OF_RANGE, "gaps out of range");
	return NULL;
}

static const struct fault *
check_end(const struct session *s, const struct event *ev)
{
	bool early = false;

	REFUSE_IF(s->state != SESSION_RUNNING && s->state != SESSION_PAUSED, REFUSED_HERE, "not running");
	for (size_t i = 0; i < s->count; i++) {
		REFUSE_IF(!s->slots[i].stands, REFUSED_HERE, "an item is not the one that was drawn");
		early = early || s->slots[i].rec.state != ITEM_RATED;
	}
	REFUSE_IF(ev->n[0] != early, REFUSED_OUT_OF_RANGE, "early or not does not fit the items");
	return NULL;
}

static const struct fault *
check_amend(const struct session *s, const struct event *ev)
{
	const struct slot *sl;
	uint64_t ticks;

	REFUSE_IF(s->state != SESSION_ENDED, REFUSED_HERE, "amended before the end");
	REFUSE_IF(ev->item < 0 || (size_t)ev->item >= s->count, REFUSED_OUT_OF_RANGE, "no such position");
	sl = &s->slots[ev->item];
	REFUSE_IF(sl->rec.state != ITEM_ANSWERED && sl->rec.state != ITEM_RATED, REFUSED_HERE,
	    "amended without an answer");
	REFUSE_IF(ev->actor == ACTOR_SYSTEM, REFUSED_OUT_OF_RANGE, "rated by nobody");
	REFUSE_IF(!within(ev->n[0], 0, GRADE_MAX) || !within(ev->n[1], 0, GRADE_MAX), REFUSED_OUT_OF_RANGE,
	    "grade out of range");
	memcpy(&ticks, &ev->n[2], sizeof(ticks));
	for (int64_t i = 0; i < KEY_POINTS_MAX; i++, ticks >>= 2)
		REFUSE_IF((ticks & 3) > (i < key_point_count(sl->given.item) ? TICK_YES : TICK_NO),
		    REFUSED_OUT_OF_RANGE, "no such tick");
	REFUSE_IF(!within(ev->n[3] & ~AMEND_NO_ANSWER, 0, (INT64_C(1) << mistake_count(sl->given.item)) - 1),
	    REFUSED_OUT_OF_RANGE, "no such mistake");
	REFUSE_IF((ev->n[3] & AMEND_NO_ANSWER) != 0 && ev->n[0] != 0, REFUSED_OUT_OF_RANGE,
	    "no answer has grade 0");
	return NULL;
}

static const struct rule rules[] = {
	[EV_START] = { 4, false, false, 0, 0, check_start },
	[EV_DRAW] = { 2, true, false, 0, 0, check_draw },
	[EV_OPEN] = { 0, false, false, 0, 0, check_open },
	[EV_PHASE] = { 1, false, false, ANYWHERE, ANYWHERE, check_phase },
	[EV_PAUSE] = { 0, false, true, ANYWHERE, ANYWHERE, check_pause },
	[EV_RESUME] = { 0, false, true, ANYWHERE, ANYWHERE, check_pause },
	[EV_EXTEND] = { 1, false, true, ON_THE_CLOCK, ON_THE_CLOCK, check_extend },
	[EV_FACT] = { 1, false, false, ASKED, LED_HEARING, check_fact },
	[EV_HINT] = { 0, false, false, ANYWHERE, LED_HEARING, NULL },
	[EV_FLAG] = { 1, false, true, ANYWHERE, ANYWHERE, check_flag },
	[EV_TICK] = { 2, false, false, AT(PHASE_TICK), LED_MARKING, check_tick },
	[EV_MISTAKE] = { 2, false, false, AT(PHASE_TICK), LED_MARKING, check_mistake },
	[EV_PREDICT] = { 1, false, false, AT(PHASE_PREDICT), AT(PHASE_PREDICT), check_predict },
	[EV_GRADE] = { 2, false, false, AT(PHASE_GRADE), AT(PHASE_GRADE), check_grade },
	[EV_PASS] = { 0, false, false, ON_THE_CLOCK, ON_THE_CLOCK, check_pass },
	[EV_SWAP] = { 2, true, false, ON_THE_CLOCK, ON_THE_CLOCK, check_swap },
	[EV_NOTE] = { 2, false, true, 0, 0, check_note },
	[EV_UNDO] = { 1, false, true, ANYWHERE, ANYWHERE, check_undo },
	[EV_GAP] = { 2, false, true, ANYWHERE, ANYWHERE, check_gap },
	[EV_END] = { 1, false, true, 0, 0, check_end },
	[EV_AMEND] = { 4, false, false, 0, 0, check_amend },
};

/* The event as such, whatever the session. */
static const struct fault *
check_shape(const struct session *s, const struct event *ev, const struct rule *rule)
{
	REFUSE_IF(ev->seq != s->last_seq + 1, REFUSED_OUT_OF_RANGE, "sequence number out of order");
	REFUSE_IF(ev->at_ms < s->last_ms, REFUSED_OUT_OF_RANGE, "time runs backwards");
	REFUSE_IF(ev->at_ms > SESSION_CLOCK_MAX_MS, REFUSED_OUT_OF_RANGE, "time out of range");
	REFUSE_IF(!within(ev->actor, ACTOR_SYSTEM, ACTOR_INTERVIEWER), REFUSED_OUT_OF_RANGE, "unknown actor");
	REFUSE_IF(rule->digest != ev->has_digest && ev->kind != EV_NOTE, REFUSED_OUT_OF_RANGE,
	    "digest missing or out of place");
	for (int i = rule->numbers; i < EVENT_NUMBERS; i++)
		REFUSE_IF(ev->n[i] != 0, REFUSED_OUT_OF_RANGE, "number out of place");
	REFUSE_IF(s->last_seq == 0 && ev->kind != EV_START, REFUSED_HERE, "not started");
	REFUSE_IF(s->state == SESSION_ENDED && ev->kind != EV_AMEND && ev->kind != EV_NOTE, REFUSED_HERE,
	    "after the end");
	return NULL;
}

/* Position, phase and pause, for events that need an open item; and -1 or the open item for the others. */
static const struct fault *
check_place(const struct session *s, const struct event *ev, const struct rule *rule)
{
	unsigned phases = is_led(s) ? rule->led : rule->solo;

	if (ev->kind == EV_DRAW || ev->kind == EV_OPEN || ev->kind == EV_AMEND)
		return NULL;            /* these name a position of their own */
	if (ev->kind == EV_START || ev->kind == EV_END) {
		REFUSE_IF(ev->item != -1, REFUSED_OUT_OF_RANGE, "names an item");
		return NULL;
	}
	REFUSE_IF(ev->item != s->position && ev->kind != EV_PHASE, REFUSED_OUT_OF_RANGE, "not the open item");
	if (phases == 0)
		return NULL;
	REFUSE_IF(ev->kind == EV_HINT && !is_led(s), REFUSED_NOT_LED, "hint in a solo session");
	REFUSE_IF(s->position < 0, REFUSED_HERE, "no item is open");
	REFUSE_IF((phases & AT(session_phase(s))) == 0, REFUSED_HERE, "not in this phase");
	return NULL;
}

const struct fault *
check_event(const struct session *s, const struct event *ev)
{
	const struct rule *rule;
	const struct fault *fault;

	REFUSE_IF(!within(ev->kind, EV_START, EV_AMEND), REFUSED_OUT_OF_RANGE, "unknown kind");
	rule = &rules[ev->kind];
	fault = check_shape(s, ev, rule);
	if (fault == NULL)
		fault = check_place(s, ev, rule);
	if (fault != NULL)
		return fault;
	REFUSE_IF(s->state == SESSION_PAUSED && !rule->when_paused, REFUSED_PAUSED, "while paused");
	/* Once a strict limit has passed, saying so comes first; a gap may have been what passed it. */
	REFUSE_IF(clock_due(s, ev->at_ms) && ev->kind != EV_PHASE && ev->kind != EV_GAP, REFUSED_STRICT,
	    "after a strict limit");
	return rule->check != NULL ? rule->check(s, ev) : NULL;
}
