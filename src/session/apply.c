#include <string.h>
#include "session/engine.h"

static void
rating_reset(struct rating *r, enum actor actor)
{
	*r = (struct rating){ .actor = actor, .proposed = -1, .grade = -1 };
}

void
slot_reset(const struct session *s, struct slot *sl, int position)
{
	struct item_record *rec = &sl->rec;

	*rec = (struct item_record){
		.position = position, .state = ITEM_PENDING, .phase = PHASE_NONE,
		.limit_ms = limit_with_extra(s, sl->given.limit_ms),
		.opened_ms = -1, .prediction = -1, .retry = sl->given.retry,
	};
	rating_reset(&rec->self, ACTOR_CANDIDATE);
	rating_reset(&rec->interviewer, ACTOR_INTERVIEWER);
	memcpy(rec->snapshot, sl->given.snapshot, sizeof(rec->snapshot));
}

/* The item that an EV_DRAW or EV_SWAP puts into a position. */
static void
slot_take(const struct session *s, struct slot *sl, const struct event *ev)
{
	struct item_record *rec = &sl->rec;

	if (s->incoming != NULL)
		sl->given = *s->incoming;
	sl->stands = memcmp(ev->digest, sl->given.snapshot, sizeof(ev->digest)) == 0;
	if (sl->stands) {
		sl->given.limit_ms = ev->n[0];
		sl->given.retry = ev->n[1] != 0;
	}
	rec->limit_ms = limit_with_extra(s, ev->n[0]);
	rec->retry = ev->n[1] != 0;
	memcpy(rec->snapshot, ev->digest, sizeof(rec->snapshot));
}

static void
apply_start(struct session *s, const struct event *ev)
{
	s->head.mode = (enum mode)ev->n[0];
	s->head.review = (enum review)ev->n[1];
	s->head.flags = (unsigned)ev->n[2];
	s->head.extra_time_permille = (int)ev->n[3];
}

/* Leaves the open item: done if its marks are in, else it waits for the review. */
static void
leave_item(struct session *s)
{
	struct item_record *rec = open_record(s);

	if (rec != NULL && rec->phase == PHASE_NOTE)
		rec->phase = PHASE_CLOSED;
}

static void
apply_open(struct session *s, const struct event *ev)
{
	struct item_record *rec;

	leave_item(s);
	s->position = ev->item;
	s->state = SESSION_RUNNING;
	rec = open_record(s);
	rec->state = ITEM_OPEN;
	rec->phase = PHASE_READ;
	rec->opened_ms = ev->at_ms;
}

static void
apply_phase(struct session *s, const struct event *ev)
{
	struct item_record *rec;

	if (ev->item != s->position) {
		leave_item(s);
		s->position = ev->item;
	}
	rec = open_record(s);
	if (ev->n[0] == PHASE_FOLLOW_UP || ev->n[0] == PHASE_PREDICT)
		rec->state = ITEM_ANSWERED;
	rec->phase = (enum phase)ev->n[0];
}

static void
apply_predict(const struct session *s, struct item_record *rec, const struct event *ev)
{
	rec->prediction = (int)ev->n[0];
	rec->phase = is_led(s) ? PHASE_GRADE : is_live(s) ? PHASE_BETWEEN : PHASE_REVEAL;
}

static void
settle(struct item_record *rec, struct rating *r, const struct event *ev, int grade, int proposed)
{
	r->settled = true;
	r->grade = grade;
	r->proposed = proposed;
	r->at_ms = ev->at_ms;
	r->seq = ev->seq;
	rec->state = ITEM_RATED;
}

static void
apply_pass(const struct session *s, struct item_record *rec, const struct event *ev)
{
	struct rating *r = rating_being_made(s, rec);

	rating_reset(r, r->actor);      /* what was ticked before belongs to no answer */
	r->no_answer = true;
	rec->no_answer = true;
	settle(rec, r, ev, 0, 0);
	rec->phase = is_led(s) ? PHASE_NOTE : is_live(s) ? PHASE_BETWEEN : PHASE_REVEAL;
}

static void
apply_swap(struct session *s, const struct event *ev)
{
	struct slot *sl = &s->slots[s->position];
	struct item_record old = sl->rec;

	slot_reset(s, sl, s->position);
	sl->rec.state = ITEM_OPEN;
	sl->rec.phase = PHASE_READ;
	sl->rec.opened_ms = old.opened_ms;
	sl->rec.pause_ms = old.pause_ms;
	sl->rec.pauses = old.pauses;
	sl->rec.swapped_ms = old.swapped_ms + record_used_ms(&old);
	sl->rec.known = true;
	slot_take(s, sl, ev);
}

static void
apply_tick(struct rating *r, const struct event *ev)
{
	if (ev->kind == EV_TICK)
		r->ticks[ev->n[0]] = (uint8_t)ev->n[1];
	else if (ev->n[1] != 0)
		r->mistakes |= UINT32_C(1) << ev->n[0];
	else
		r->mistakes &= ~(UINT32_C(1) << ev->n[0]);
}

static void
apply_end(struct session *s)
{
	leave_item(s);
	for (size_t i = 0; i < s->count; i++)
		if (s->slots[i].rec.state == ITEM_PENDING)
			s->slots[i].rec.state = ITEM_NOT_ASKED;
	s->state = SESSION_ENDED;
	s->position = -1;
}

static void
apply_amend(struct session *s, const struct event *ev)
{
	struct item_record *rec = &s->slots[ev->item].rec;
	struct rating *r = ev->actor == ACTOR_INTERVIEWER ? &rec->interviewer : &rec->self;
	uint64_t ticks;

	rating_reset(r, ev->actor);
	memcpy(&ticks, &ev->n[2], sizeof(ticks));
	for (size_t i = 0; i < KEY_POINTS_MAX; i++, ticks >>= 2)
		r->ticks[i] = ticks & 3;
	r->mistakes = (uint32_t)(ev->n[3] & ~AMEND_NO_ANSWER);
	r->no_answer = (ev->n[3] & AMEND_NO_ANSWER) != 0;
	settle(rec, r, ev, (int)ev->n[0], (int)ev->n[1]);
}

/* Events of the open item that leave it open. */
static void
apply_to_item(struct session *s, struct item_record *rec, const struct event *ev)
{
	switch (ev->kind) {
	case EV_PAUSE:
		s->state = SESSION_PAUSED;
		rec->pauses++;
		break;
	case EV_RESUME:
		s->state = SESSION_RUNNING;
		break;
	case EV_EXTEND:
		rec->extended_ms += ev->n[0];
		rec->limit_ms += ev->n[0];
		break;
	case EV_FACT:
		rec->facts++;
		rec->facts_given |= UINT32_C(1) << ev->n[0];
		break;
	case EV_HINT:
		rec->hints++;
		break;
	case EV_FLAG:
		rec->flagged = ev->n[0] != 0;
		break;
	case EV_TICK: case EV_MISTAKE:
		apply_tick(rating_being_made(s, rec), ev);
		break;
	case EV_PREDICT:
		apply_predict(s, rec, ev);
		break;
	case EV_GRADE:
		settle(rec, rating_being_made(s, rec), ev, (int)ev->n[0], (int)ev->n[1]);
		rec->phase = PHASE_NOTE;
		break;
	case EV_PASS:
		apply_pass(s, rec, ev);
		break;
	case EV_GAP:
		if (ev->n[1] != 0 && s->state == SESSION_RUNNING)
			s->gap_ms += clock_charge(s, ev->n[0]);
		break;
	default:
		break;                  /* EV_NOTE: its text is the store's */
	}
}

void
apply_event(struct session *s, const struct event *ev)
{
	int touched = s->position;
	int64_t passed = ev->at_ms - s->last_ms;

	/* A strict limit noticed too late: what came after it was no answer time. */
	passed -= clock_charge(s, passed);
	if (touched >= 0)
		open_record(s)->review_ms += passed;
	s->last_ms = ev->at_ms;
	s->last_seq = ev->seq;
	undo_remember(s, ev);
	switch (ev->kind) {
	case EV_START: apply_start(s, ev); break;
	case EV_DRAW: slot_take(s, &s->slots[s->drawn++], ev); break;
	case EV_OPEN: apply_open(s, ev); break;
	case EV_PHASE: apply_phase(s, ev); break;
	case EV_SWAP: apply_swap(s, ev); break;
	case EV_UNDO: undo_apply(s); break;
	case EV_END: apply_end(s); break;
	case EV_AMEND: apply_amend(s, ev); break;
	default:
		if (touched >= 0)
			apply_to_item(s, open_record(s), ev);
		break;
	}
	if (touched >= 0)
		clock_settle(&s->slots[touched].rec);
}
