#ifndef VIVA_TESTS_STORE_SCORERS_H
#define VIVA_TESTS_STORE_SCORERS_H
#include "sessions.h"

#include "viva/scoring.h"
/* Further raters for the tests of the store, who mark by chance through the engine and the store. */

struct scorer {
	struct store *st;
	struct record *r;               /* the session, owned */
	struct scoring_record *sr;      /* as it was loaded, owned; sr->s is the engine */
	struct rng rng;
	int64_t wall_us;
	struct event last;
};

static inline void
scorer_finish(struct scorer *sc)
{
	scoring_record_free(sc->sr);
	record_free(sc->r);
	*sc = (struct scorer){ 0 };
}

/* Begins a scoring of `session` with an id made of `seed`. */
static inline void
scorer_begin(struct scorer *sc, struct store *st, int64_t session, const char *rater, uint64_t seed)
{
	struct scoring_head head = { .id = (INT64_C(1) << 50) + (int64_t)seed, .session = session, .rater = rater,
		.present = (enum present)(seed % 3), .created_us = WALL_US + (int64_t)seed };
	int64_t id;

	*sc = (struct scorer){ .st = st, .wall_us = WALL_US + (int64_t)seed * 1000 };
	rng_seed(&sc->rng, seed, "scorer");
	CHECK_INT(store_person(st, rater, (INT64_C(1) << 51) + (int64_t)seed, WALL_US, &id, NULL, &err), 0);
	if (store_scoring_begin(st, &head, &err) != 0)
		TEST_FAIL("store_scoring_begin: %s", err.text);
	sc->r = loaded(st, session);
	if (store_scoring_load(st, head.id, sc->r, &sc->sr, &err) != 0)
		TEST_FAIL("store_scoring_load: %s", err.text);
}

static inline int
scorer_commit(struct scorer *sc, struct event *ev)
{
	char room[64];
	struct store_text text = { .data = room };
	int rc;

	sc->wall_us += 1000003;
	text.len = (size_t)snprintf(room, sizeof room, "heard at %" PRId64 ": caf\xC3\xA9", ev->seq);
	memset(text.salt, (int)ev->seq, sizeof text.salt);
	rc = store_scoring_append(sc->st, sc->sr->s, ev, ev->kind == EV_NOTE ? &text : NULL, sc->wall_us, &err);
	sc->last = *ev;
	return rc;
}

/* One input by chance: 0 stored, 1 nothing happened, -1 not stored. */
static inline int
scorer_once(struct scorer *sc)
{
	static const enum input inputs[] = { IN_TICK, IN_TICK, IN_TICK, IN_MISTAKE, IN_GRADE, IN_GRADE, IN_PASS, IN_NOTE,
	    IN_UNDO };
	size_t position = rng_below(&sc->rng, (uint32_t)scoring_count(sc->sr->s));
	struct session_input in = { .kind = inputs[rng_below(&sc->rng, sizeof inputs / sizeof inputs[0])] };
	enum refusal why;
	struct event ev;

	if (scoring_open(sc->sr->s, position, &ev))
		return scorer_commit(sc, &ev);
	in.a = (int)rng_below(&sc->rng, 5) - (in.kind == IN_GRADE);
	in.b = in.kind == IN_NOTE ? (int)rng_below(&sc->rng, 2) : (int)rng_below(&sc->rng, 4) - 1;
	if (in.kind == IN_MISTAKE && in.b > 1)
		in.b = -1;
	if (!scoring_step(sc->sr->s, position, in, &ev, &why))
		return 1;
	return scorer_commit(sc, &ev);
}

/* `steps` inputs; done at the end if anything was graded, with an amendment. */
static inline void
scorer_mark(struct scorer *sc, int steps, bool end)
{
	struct rating r = { .grade = 2, .ticks = { 1, 2 } };
	enum refusal why;
	struct event ev;

	for (int i = 0; i < steps; i++)
		if (scorer_once(sc) < 0)
			TEST_FAIL("store_scoring_append: %s", err.text);
	if (!end || !scoring_step(sc->sr->s, 0, (struct session_input){ .kind = IN_END }, &ev, &why))
		return;
	CHECK_INT(scorer_commit(sc, &ev), 0);
	if (scoring_amend(sc->sr->s, 0, &r, &ev))
		CHECK_INT(scorer_commit(sc, &ev), 0);
}

/* Two in three sessions of the store get one or two further raters. */
static inline void
score_store(struct store *st, uint64_t from, uint64_t to)
{
	for (uint64_t seed = from; seed < to; seed++)
		for (uint64_t k = 0; seed % 3 > 0 && k < 1 + seed % 2; k++) {
			struct scorer sc;

			scorer_begin(&sc, st, (INT64_C(1) << 40) + (int64_t)seed, k == 0 ? "Mary" : "Alan", seed * 2 + k);
			scorer_mark(&sc, 120, seed % 4 != 0);
			scorer_finish(&sc);
		}
}

#endif
