#include <assert.h>

#include "session/engine.h"
#include "viva/scoring.h"
#include "viva/view.h"

static enum clock_state
clock_state_of(const struct session *s, const struct clock_view *c)
{
	if (!phase_on_the_clock(session_phase(s)))
		return CLOCK_OFF;
	if (s->state == SESSION_PAUSED)
		return CLOCK_PAUSED;
	return c->remaining_ms < 0 ? CLOCK_OVER : CLOCK_RUNNING;
}

static void
view_facts(struct candidate_view *v, const struct item *it, uint32_t given)
{
	for (size_t i = 0; i < it->on_request_count && i < VIEW_FACTS_MAX; i++) {
		if ((given >> i & 1) == 0)
			continue;
		v->facts[v->fact_count] = &it->on_requests[i].fact;
		v->fact_asks[v->fact_count++] = it->on_requests[i].ask;
	}
}

/* Where the item belongs, and the words of the scale. */
static void
view_place(struct candidate_view *v, const struct bank *b, const struct item *it)
{
	v->topic = b->topics[it->topic].title;
	v->difficulty = it->difficulty;
	v->kind = it->kind;
	for (int g = 0; g <= GRADE_MAX; g++)
		v->grade_titles[g] = b->scale[g].title;
}

void
view_candidate(struct candidate_view *v, const struct session *s, int64_t now_ms)
{
	const struct item_record *rec = open_record_const(s);
	const struct item *it = open_item(s);
	enum phase phase = session_phase(s);

	*v = (struct candidate_view){
		.position = s->position, .count = (int)s->count, .state = s->state,
		.phase = phase >= PHASE_REVEAL ? PHASE_CLOSED : phase,
		.clock = { .hidden = (s->head.flags & SESSION_HIDE_CLOCK) != 0 },
	};
	if (rec == NULL)
		return;
	v->clock.limit_ms = rec->limit_ms;
	v->clock.used_ms = session_used_ms(s, now_ms);
	v->clock.remaining_ms = v->clock.limit_ms - v->clock.used_ms;
	v->clock.state = clock_state_of(s, &v->clock);
	if (it == NULL)
		return;
	view_place(v, s->slots[s->position].given.bank, it);
	v->retry = rec->retry;
	v->no_answer = rec->no_answer;
	v->stem = &it->stem;
	if (phase == PHASE_FOLLOW_UP && it->follow_up_count > 0)
		v->follow_up = &it->follow_ups[0].stem;
	view_facts(v, it, rec->facts_given);
}

void
view_marking(struct marking_view *v, const struct session *s, int64_t now_ms)
{
	const struct item_record *rec = open_record_const(s);
	const struct item *it = open_item(s);

	*v = (struct marking_view){ .proposed = -1, .led = is_led(s) };
	view_candidate(&v->shown, s, now_ms);
	if (rec == NULL)
		return;
	v->record = rec;
	v->rating = is_led(s) ? &rec->interviewer : &rec->self;
	/* A solo candidate marks after the reveal and sees nothing of this before. */
	if (it == NULL || (!is_led(s) && rec->phase < PHASE_REVEAL))
		return;
	v->item = it;
	v->bank = s->slots[s->position].given.bank;
	v->proposed = session_propose(it, v->rating);
}

void
view_scoring(struct marking_view *v, const struct scoring *s, size_t position, const struct bank *bank,
    const struct item_record *record)
{
	const struct item *it = scoring_item(s, position)->item;

	*v = (struct marking_view){
		.shown = { .position = (int)position, .count = (int)scoring_count(s), .state = SESSION_ENDED,
		    .phase = PHASE_CLOSED, .stem = &it->stem, .clock = { .limit_ms = record->limit_ms } },
		.item = it, .bank = bank, .record = record, .rating = &scoring_mark(s, position)->rating,
	};
	view_place(&v->shown, bank, it);
	view_facts(&v->shown, it, record->facts_given);
	v->proposed = session_propose(it, v->rating);
}

void
view_review(struct marking_view *v, const struct session *s, int position)
{
	const struct item_record *rec = &s->slots[position].rec;
	const struct item *it = s->slots[position].given.item;
	int64_t used = record_used_ms(rec);

	assert(session_done(s) && position >= 0 && (size_t)position < s->count);
	*v = (struct marking_view){
		.shown = { .position = position,
		    .count = (int)s->count,
		    .state = s->state,
		    .phase = PHASE_CLOSED,
		    .retry = rec->retry,
		    .no_answer = rec->no_answer,
		    .stem = &it->stem,
		    .clock = { .hidden = (s->head.flags & SESSION_HIDE_CLOCK) != 0,
		        .limit_ms = rec->limit_ms,
		        .used_ms = used,
		        .remaining_ms = rec->limit_ms - used } },
		.item = it,
		.bank = s->slots[position].given.bank,
		.record = rec,
		.rating = is_led(s) ? &rec->interviewer : &rec->self,
	};
	view_place(&v->shown, v->bank, it);
	view_facts(&v->shown, it, rec->facts_given);
	v->proposed = session_propose(it, v->rating);
}
