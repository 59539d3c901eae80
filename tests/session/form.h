#ifndef VIVA_TESTS_SESSION_FORM_H
#define VIVA_TESTS_SESSION_FORM_H
#include <assert.h>
#include <stddef.h>
#include "viva/err.h"
#include "viva/session.h"
#include "test.h"
/*
 * A small bank and sessions on it.  Items of different shape: with and without follow-up,
 * facts and mistakes; the last two are in no form until they are swapped in.
 */

static const struct key_point three_points[] = {
	{ .id = "k1", .essential = true, .weight = 2 }, { .id = "k2", .weight = 1 },
	{ .id = "k3", .weight = 1 },
};
static const struct key_point five_points[] = {
	{ .id = "k1", .weight = 1 }, { .id = "k2", .weight = 2 },
	{ .id = "k3", .essential = true, .weight = 2 }, { .id = "k4", .weight = 1 },
	{ .id = "k5", .weight = 1 },
};
static const struct on_request three_facts[] = {
	{ .id = "r1", .ask = "how many rows?" }, { .id = "r2", .ask = "how old?" },
	{ .id = "r3", .ask = "who asks?" },
};
static const struct mistake two_mistakes[] = { { .id = "m1" }, { .id = "m2" } };
static const struct follow_up one_follow_up[] = { { .id = "f1" } };

#define FORM_ITEMS 3
#define ALL_ITEMS 5
static const struct item test_items[ALL_ITEMS] = {
	{ .id = "plain", .key_points = three_points, .key_point_count = 3,
	    .mistakes = two_mistakes, .mistake_count = 2 },
	{ .id = "asked-further", .key_points = five_points, .key_point_count = 5, .follow_ups = one_follow_up,
	    .follow_up_count = 1, .on_requests = three_facts, .on_request_count = 3 },
	{ .id = "scenario", .key_points = three_points, .key_point_count = 3, .on_requests = three_facts,
	    .on_request_count = 2, .mistakes = two_mistakes, .mistake_count = 1 },
	{ .id = "spare", .key_points = three_points, .key_point_count = 2, .follow_ups = one_follow_up,
	    .follow_up_count = 1 },
	{ .id = "spare-wide", .key_points = five_points, .key_point_count = 5, .on_requests = three_facts,
	    .on_request_count = 3, .mistakes = two_mistakes, .mistake_count = 2 },
};
static const struct topic test_topics[] = { { .id = "topic", .title = "Topic" } };
static const struct bank test_bank = { .id = "test", .items = test_items, .item_count = ALL_ITEMS,
	.topics = test_topics, .topic_count = 1 };

#define LIMIT_MS 120000         /* of every item */

static inline struct session_item
an_item(int i)
{
	struct session_item it = { .bank = &test_bank, .item = &test_items[i], .limit_ms = LIMIT_MS };

	it.snapshot[0] = (uint8_t)(i + 1);
	return it;
}

static inline struct session_head
a_head(enum mode mode, enum review review, unsigned flags)
{
	return (struct session_head){
		.mode = mode, .review = review, .flags = flags, .extra_time_permille = 1000,
		.candidate = "Ada", .interviewer = mode == MODE_LED ? "Grace" : NULL,
		.bank_id = "test", .blueprint = "drill",
	};
}

/* A session under test with the log of its events. */
#define LOG_MAX 4096
struct sitting {
	struct session *s;
	struct event log[LOG_MAX];
	size_t log_count;
	int64_t now_ms;
	enum refusal why;
};

static inline void
sit_with(struct sitting *t, struct session_head head)
{
	struct session_item items[FORM_ITEMS];

	for (int i = 0; i < FORM_ITEMS; i++)
		items[i] = an_item(i);
	t->s = session_new(&head, items, FORM_ITEMS);
	t->log_count = 0;
	t->now_ms = 0;
	CHECK(t->s != NULL);
}

static inline void
sit(struct sitting *t, enum mode mode, enum review review, unsigned flags)
{
	sit_with(t, a_head(mode, review, flags));
	t->log_count = session_begin(t->s, 0, t->log);
	CHECK_INT(t->log_count, FORM_ITEMS + 2);
}

/* One input after `wait_ms`; returns 1 if something happened. */
static inline int
input(struct sitting *t, int64_t wait_ms, enum input kind, int a, int b)
{
	struct session_input in = { kind, a, b, ACTOR_CANDIDATE };
	int happened;

	t->now_ms += wait_ms;
	happened = session_step(t->s, in, t->now_ms, &t->log[t->log_count], &t->why);
	t->log_count += (size_t)happened;
	return happened;
}

static inline int
ticked(struct sitting *t, int64_t wait_ms)
{
	int happened;

	t->now_ms += wait_ms;
	happened = session_tick(t->s, t->now_ms, &t->log[t->log_count]);
	t->log_count += (size_t)happened;
	return happened;
}

static inline int
swapped(struct sitting *t, int64_t wait_ms, int item)
{
	struct session_item with = an_item(item);
	int happened;

	t->now_ms += wait_ms;
	happened = session_swap(t->s, &with, t->now_ms, &t->log[t->log_count]);
	t->log_count += (size_t)happened;
	return happened;
}

static inline void
gap(struct sitting *t, int64_t gap_ms, bool counts)
{
	session_gap(t->s, t->now_ms, gap_ms, counts, &t->log[t->log_count++]);
}

#define DO(kind) CHECK_INT(input(&t, 1000, kind, 0, 0), 1)
#define DO_AFTER(ms, kind) CHECK_INT(input(&t, ms, kind, 0, 0), 1)
#define DO_WITH(kind, a, b) CHECK_INT(input(&t, 1000, kind, a, b), 1)
#define REFUSED(kind, a, b, reason) do { \
	CHECK_INT(input(&t, 0, kind, a, b), 0); CHECK_INT(t.why, reason); } while (0)

static inline const struct item_record *
rec(const struct sitting *t, int position)
{
	return session_record(t->s, (size_t)position);
}

static inline const struct event *
last(const struct sitting *t)
{
	return &t->log[t->log_count - 1];
}

/* A fresh engine of the same form, given the items that stand there in the end. */
static inline struct session *
fresh_engine(const struct session *s)
{
	struct session_item items[FORM_ITEMS];
	struct session_head head = a_head(MODE_SOLO, REVIEW_EACH, 0);

	for (size_t i = 0; i < FORM_ITEMS; i++)
		items[i] = *session_item(s, i);
	return session_new(&head, items, FORM_ITEMS);
}

/* ---- field by field: padding is not compared ---- */

static inline const char *
ratings_differ(const struct rating *a, const struct rating *b)
{
#define SAME(field) do { if (a->field != b->field) return #field; } while (0)
	SAME(actor); SAME(mistakes); SAME(no_answer); SAME(settled); SAME(proposed); SAME(grade); SAME(at_ms);
	SAME(seq);
	return memcmp(a->ticks, b->ticks, sizeof(a->ticks)) == 0 ? NULL : "ticks";
}

static inline const char *
records_differ(const struct item_record *a, const struct item_record *b)
{
	SAME(position); SAME(state); SAME(phase); SAME(limit_ms); SAME(read_ms); SAME(think_ms);
	SAME(answer_ms); SAME(follow_up_ms); SAME(pause_ms); SAME(extended_ms); SAME(review_ms);
	SAME(swapped_ms); SAME(over_ms);
	SAME(opened_ms); SAME(facts); SAME(hints); SAME(pauses); SAME(facts_given); SAME(known); SAME(retry);
	SAME(flagged); SAME(no_answer); SAME(prediction);
	if (memcmp(a->snapshot, b->snapshot, sizeof(a->snapshot)) != 0)
		return "snapshot";
	if (ratings_differ(&a->self, &b->self) != NULL)
		return "self";
	return ratings_differ(&a->interviewer, &b->interviewer);
}

/* NULL, or what differs. */
static inline const char *
sessions_differ(const struct session *a, const struct session *b)
{
	const struct event *ua = session_undoable(a), *ub = session_undoable(b);

	if (session_state(a) != session_state(b))
		return "state";
	if (session_phase(a) != session_phase(b) || session_position(a) != session_position(b))
		return "phase or position";
	if (session_last_ms(a) != session_last_ms(b) || session_last_seq(a) != session_last_seq(b))
		return "last event";
	if (session_deadline(a) != session_deadline(b))
		return "deadline";
	if ((ua == NULL) != (ub == NULL) || (ua != NULL && ua->seq != ub->seq))
		return "undoable";
	for (size_t i = 0; i < session_item_count(a); i++) {
		const char *what = records_differ(session_record(a, i), session_record(b, i));

		if (what != NULL)
			return what;
	}
	return NULL;
}

/* The log, replayed, stands where the session stands. */
static inline void
check_replay(const struct sitting *t)
{
	struct session *again = fresh_engine(t->s);
	struct err err = { .text = "" };
	const char *what = NULL;

	for (size_t i = 0; i < t->log_count && what == NULL; i++)
		if (session_apply(again, &t->log[i], &err) != 0)
			what = err.text;
	if (what == NULL)
		what = sessions_differ(t->s, again);
	session_free(again);
	if (what != NULL)
		TEST_FAIL("replay differs: %s", what);
}

/* All time from the first opening on stands in exactly one place. */
static inline int64_t
time_in_records(const struct session *s)
{
	int64_t sum = 0;

	for (size_t i = 0; i < session_item_count(s); i++) {
		const struct item_record *r = session_record(s, i);

		sum += r->read_ms + r->think_ms + r->answer_ms + r->follow_up_ms + r->pause_ms +
		    r->review_ms + r->swapped_ms;
	}
	return sum;
}
#endif
