#include "form.h"
#include "viva/rng.h"
#include "viva/view.h"
/* What holds in every session, whatever is pressed, and for every log, whoever wrote it. */

#define SCRIPTS 3000
#define SCRIPT_INPUTS 160

static struct sitting t;
static struct rng rng;
static int64_t charged_gaps_ms;

static int
below(int n)
{
	return (int)rng_below(&rng, (uint64_t)n);
}

static int64_t
some_wait_ms(void)
{
	static const int most[] = { 1, 1000, 5000, 40000, 200000 };

	return below(most[below(5)]);
}

/* Inputs as people press them: mostly Enter and what the phase asks for, now and then anything. */
static void
random_input(void)
{
	static const enum input any[] = { IN_NEXT, IN_PAUSE, IN_EXTEND, IN_PASS, IN_FACT, IN_HINT, IN_FLAG,
		IN_TICK, IN_MISTAKE, IN_PREDICT, IN_GRADE, IN_NOTE, IN_ANSWER, IN_UNDO, IN_UNDO,
		IN_NONE, IN_TICK };
	enum phase phase = session_phase(t.s);
	enum input kind = any[below(17)];

	if (session_state(t.s) == SESSION_PAUSED && below(2) == 0)
		kind = IN_PAUSE;
	else if (below(2) == 0)
		kind = phase == PHASE_PREDICT ? IN_PREDICT : IN_NEXT;
	else if (below(400) == 0)
		kind = IN_END;
	input(&t, some_wait_ms(), kind, below(8) - 1, below(4) - 1);
}

static void
random_gap(void)
{
	static const int64_t gaps[] = { 0, 1, 1500, 200000, INT64_C(3) * 86400000, INT64_MIN, INT64_MAX };
	int64_t gap_ms = gaps[below(7)];
	bool counts = below(2) == 0, runs = session_state(t.s) == SESSION_RUNNING;
	int64_t before = time_in_records(t.s) + t.now_ms - session_last_ms(t.s);

	gap(&t, gap_ms, counts);
	if (counts && runs)
		charged_gaps_ms += time_in_records(t.s) - before;
	else
		CHECK_INT(time_in_records(t.s), before);
}

static void
random_step(void)
{
	int choice = below(60);

	if (choice == 0)
		swapped(&t, some_wait_ms(), below(ALL_ITEMS));
	else if (choice == 1 && session_position(t.s) >= 0)
		random_gap();
	else
		random_input();
}

/* The loop of STYLE: first what the clock has to say. */
static void
late_ticks(void)
{
	int64_t wait_ms = some_wait_ms();

	for (int n = 0; ticked(&t, n == 0 ? wait_ms : 0); n++)
		CHECK(n < 1);
	CHECK(session_deadline(t.s) > t.now_ms);
}

static void
begin_script(uint64_t seed, bool strict)
{
	unsigned flags = (strict ? SESSION_STRICT : 0u);

	rng_seed(&rng, seed, "session script");
	charged_gaps_ms = 0;
	if (below(4) == 0)
		flags |= SESSION_FOLLOW_UPS_OFF;
	sit(&t, below(2) ? MODE_LED : MODE_SOLO, below(2) ? REVIEW_END : REVIEW_EACH, flags);
}

static void
check_times(void)
{
	int64_t end_ms = session_last_ms(t.s);

	for (size_t i = 0; i < t.log_count; i++)
		if (t.log[i].kind == EV_END)
			end_ms = t.log[i].at_ms;
	CHECK_INT(time_in_records(t.s), end_ms + charged_gaps_ms);
	for (int i = 0; i < FORM_ITEMS; i++) {
		const struct item_record *r = rec(&t, i);
		int64_t used = r->read_ms + r->think_ms + r->answer_ms;

		CHECK(r->read_ms >= 0 && r->think_ms >= 0 && r->answer_ms >= 0 && r->follow_up_ms >= 0);
		CHECK(r->pause_ms >= 0 && r->review_ms >= 0 && r->swapped_ms >= 0);
		CHECK_INT(r->over_ms, used > r->limit_ms ? used - r->limit_ms : 0);
	}
}

TEST(every_script_replays_to_the_same_state_and_loses_no_time)
{
	int ended = 0, swaps = 0, undos = 0;

	for (uint64_t seed = 0; seed < SCRIPTS; seed++) {
		begin_script(seed, seed % 4 == 3);
		for (int i = 0; i < SCRIPT_INPUTS; i++) {
			late_ticks();
			random_step();
			if (seed % 16 == 0)
				check_replay(&t);
		}
		check_replay(&t);
		check_times();
		for (size_t i = 0; i < t.log_count; i++) {
			swaps += t.log[i].kind == EV_SWAP;
			undos += t.log[i].kind == EV_UNDO;
			CHECK_INT(t.log[i].seq, i + 1);
		}
		ended += session_done(t.s);
		session_free(t.s);
	}
	/* The scripts do reach what they are to test. */
	CHECK(ended > SCRIPTS / 10);
	CHECK(swaps > SCRIPTS / 10);
	CHECK(undos > SCRIPTS);
}

TEST(a_strict_session_is_never_over_its_limit_and_never_paused)
{
	for (uint64_t seed = 0; seed < SCRIPTS / 4; seed++) {
		begin_script(seed, true);
		for (int i = 0; i < SCRIPT_INPUTS; i++) {
			late_ticks();
			random_step();
			for (int p = 0; p < FORM_ITEMS; p++)
				CHECK(rec(&t, p)->over_ms == 0 && rec(&t, p)->pauses == 0);
		}
		session_free(t.s);
	}
}

/* ---- undo, told in another way ---- */

struct edited {
	struct event ev[LOG_MAX];
	int64_t seq[LOG_MAX];           /* in the real log; -1: put in here */
	size_t count;
};

static void
edited_add(struct edited *e, struct event ev, int64_t seq)
{
	ev.seq = (int64_t)e->count + 1;
	e->seq[e->count] = seq;
	e->ev[e->count++] = ev;
}

/* Takes the undone events out of the log and puts a pause in their place. */
static void
edited_undo(struct edited *e, const struct event *undo)
{
	bool paused = false;
	size_t i = 0;
	struct event gone, pause;

	for (; i < e->count && e->seq[i] != undo->n[0]; i++) {
		if (e->ev[i].kind == EV_PAUSE)
			paused = true;
		if (e->ev[i].kind == EV_RESUME)
			paused = false;
	}
	CHECK(i < e->count);
	gone = e->ev[i];
	e->count = i;
	if (paused)
		return;
	pause = (struct event){ .kind = EV_PAUSE, .item = gone.item, .at_ms = gone.at_ms };
	edited_add(e, pause, -1);
	pause.kind = EV_RESUME;
	pause.at_ms = undo->at_ms;
	edited_add(e, pause, -1);
}

/* Equal but for numbers of events and the count of pauses. */
static void
check_same_but_numbers(const struct session *a, const struct session *b)
{
	for (size_t i = 0; i < FORM_ITEMS; i++) {
		struct item_record x = *session_record(a, i), y = *session_record(b, i);
		const char *what;

		x.pauses = y.pauses = 0;
		x.self.seq = y.self.seq = x.interviewer.seq = y.interviewer.seq = 0;
		what = records_differ(&x, &y);
		if (what != NULL)
			TEST_FAIL("%s differs", what);
	}
	CHECK_INT(session_state(a), session_state(b));
	CHECK_INT(session_phase(a), session_phase(b));
}

TEST(undo_equals_a_log_in_which_a_pause_stands_for_what_was_undone)
{
	static struct edited e;

	for (uint64_t seed = 0; seed < SCRIPTS; seed++) {
		struct session *plain;
		struct err err;

		begin_script(seed, false);
		for (int i = 0; i < SCRIPT_INPUTS; i++)
			random_input();
		e.count = 0;
		for (size_t i = 0; i < t.log_count; i++) {
			if (t.log[i].kind == EV_UNDO)
				edited_undo(&e, &t.log[i]);
			else
				edited_add(&e, t.log[i], t.log[i].seq);
		}
		plain = fresh_engine(t.s);
		for (size_t i = 0; i < e.count; i++)
			if (session_apply(plain, &e.ev[i], &err) != 0)
				TEST_FAIL("seed %d: %s", (int)seed, err.text);
		check_same_but_numbers(t.s, plain);
		session_free(plain);
		session_free(t.s);
	}
}

/* ---- logs that nobody's session wrote ---- */

static int64_t
hostile_number(void)
{
	static const int64_t odd[] = { -1, 0, 1, 2, 3, 4, 5, 7, 8, 31, 32, 33, 63, 64, 1000, 60000, 86400000,
		86400001, INT64_MAX, INT64_MIN, INT64_C(1) << 32, INT64_C(1) << 42, INT64_C(1) << 50,
		(INT64_C(1) << 50) + 1 };

	return odd[below(below(3) ? 8 : 24)];
}

static struct event
hostile_event(const struct session *s)
{
	struct event ev = {
		.seq = session_last_seq(s) + 1, .kind = (enum event_kind)(1 + below(21)),
		.item = session_position(s), .at_ms = session_last_ms(s) + some_wait_ms(),
		.actor = (enum actor)below(3),
	};

	for (int i = 0; i < EVENT_NUMBERS && below(2); i++)
		ev.n[i] = hostile_number();
	ev.has_digest = ev.kind == EV_DRAW || ev.kind == EV_SWAP;
	ev.digest[0] = (uint8_t)(below(8));
	if (ev.kind == EV_START || ev.kind == EV_END)
		ev.item = -1;
	else if (below(3) == 0)
		ev.item += 1;
	switch (below(24)) {
	case 0: ev.kind = (enum event_kind)hostile_number(); break;
	case 1: ev.item = (int)(hostile_number() & 0xffffffff); break;
	case 2: ev.at_ms = hostile_number(); break;
	case 3: ev.actor = (enum actor)hostile_number(); break;
	case 4: ev.seq = hostile_number(); break;
	case 5: ev.has_digest = !ev.has_digest; break;
	default: break;
	}
	return ev;
}

/* Everything a caller may ask, at hostile times. */
static void
look_at_everything(const struct session *s)
{
	struct candidate_view seen;
	struct marking_view marked;
	int64_t at_ms;

	view_candidate(&seen, s, session_last_ms(s) + hostile_number() % 1000);
	view_marking(&marked, s, session_last_ms(s));
	session_next_milestone(s, session_last_ms(s), &at_ms);
	CHECK(session_deadline(s) >= session_last_ms(s));
	CHECK(session_used_ms(s, session_last_ms(s)) >= 0);
	CHECK(time_in_records(s) >= 0);
}

/* Feeds `ev` to `s`; `twin` has seen only what `s` took. */
static int
try_hostile(struct session *s, struct session *twin, const struct event *ev)
{
	struct err err = { .text = "" };

	if (session_apply(s, ev, &err) == 0) {
		CHECK_INT(session_apply(twin, ev, &err), 0);
		return 1;
	}
	CHECK_INT(err.status, EXIT_DAMAGED);
	CHECK(strlen(err.text) > 10);
	if (sessions_differ(s, twin) != NULL)
		TEST_FAIL("a refused event changed %s", sessions_differ(s, twin));
	return 0;
}

TEST(a_forged_log_is_refused_without_a_trace_and_never_crashes)
{
	int taken = 0, over_the_end = 0, scripts = test_size(SCRIPTS / 5, SCRIPTS, SCRIPTS);

	for (int seed = 0; seed < scripts; seed++) {
		struct session *s, *twin;

		begin_script((uint64_t)seed, seed % 4 == 3);
		s = fresh_engine(t.s);
		twin = fresh_engine(t.s);
		for (int i = 0; i < 300; i++) {
			bool honest = session_last_seq(s) < FORM_ITEMS + 2 && below(3) != 0;
			struct event ev = honest ? t.log[session_last_seq(s)] : hostile_event(s);

			if (honest && ev.at_ms < session_last_ms(s))
				ev.at_ms = session_last_ms(s);
			taken += try_hostile(s, twin, &ev);
			look_at_everything(s);
		}
		over_the_end += session_done(s);
		session_free(s);
		session_free(twin);
		session_free(t.s);
	}
	CHECK(taken > scripts * 15);
	CHECK(over_the_end > scripts / 20);
}

TEST(an_honest_log_with_one_event_changed_never_crashes)
{
	for (uint64_t seed = 0; seed < SCRIPTS; seed++) {
		struct session *s, *twin;
		size_t bad;

		begin_script(seed, seed % 4 == 3);
		for (int i = 0; i < SCRIPT_INPUTS; i++) {
			late_ticks();
			random_step();
		}
		s = fresh_engine(t.s);
		twin = fresh_engine(t.s);
		bad = (size_t)below((int)t.log_count);
		for (size_t i = 0; i < t.log_count; i++) {
			struct event ev = i == bad ? hostile_event(s) : t.log[i];

			if (!try_hostile(s, twin, &ev))
				break;
			look_at_everything(s);
		}
		session_free(s);
		session_free(twin);
		session_free(t.s);
	}
}
