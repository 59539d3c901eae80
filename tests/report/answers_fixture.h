#ifndef VIVA_TEST_REPORT_ANSWERS_FIXTURE_H
#define VIVA_TEST_REPORT_ANSWERS_FIXTURE_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "viva/answers.h"
#include "viva/arena.h"
#include "viva/bank.h"
#include "viva/progress.h"
#include "viva/rng.h"
/*
 * A bank and the answers of people to it, made from a seed: what a store would give after a while,
 * without one.  Everything lives in one arena; running out of memory ends the program.
 */
struct history_spec {
	size_t areas, topics, items;    /* of the bank */
	size_t people, sessions, asked; /* sessions of each, items asked in each */
	const char *name;               /* of people, or NULL: by number */
	const char *topic;              /* title of every topic, or NULL: by number */
	int grade;                      /* of all answers, -1: by chance */
	int marked;                     /* per cent of answers with an own mark */
	int led;                        /* per cent of sessions marked by an interviewer as well */
	int drills;                     /* per cent of sessions that are drills */
	uint64_t seed;
};

struct history {
	struct arena *arena;
	struct bank bank;
	struct answers answers;
	struct bank *snapshots;
};

static inline void *
history_alloc(struct history *h, size_t count, size_t size)
{
	void *p = arena_alloc(h->arena, count > 0 ? count : 1, size);

	if (p == NULL)
		abort();
	return p;
}

static inline const char *
history_text(struct history *h, const char *before, size_t n)
{
	const char *text = arena_printf(h->arena, "%s%02zu", before, n);

	if (text == NULL)
		abort();
	return text;
}

static inline struct prose
history_prose(struct history *h, const char *text)
{
	struct run *run = history_alloc(h, 1, sizeof *run);

	*run = (struct run){ RUN_PLAIN, text, NULL };
	return (struct prose){ run, 1 };
}

static inline void
history_bank(struct history *h, const struct history_spec *spec)
{
	static const char *const words[GRADE_MAX + 1] = { "nothing usable", "partial", "adequate", "solid",
		"strong" };
	static const char *const titles[] = { "Metrics, thresholds, calibration", "Splits, leakage, tuning",
		"Building, encoding and selecting features", "Code", "Neural networks and their training" };
	struct area *areas = history_alloc(h, spec->areas, sizeof *areas);
	struct topic *topics = history_alloc(h, spec->topics, sizeof *topics);
	struct item *items = history_alloc(h, spec->items, sizeof *items);
	size_t *by_id = history_alloc(h, spec->items, sizeof *by_id);

	for (size_t i = 0; i < spec->areas; i++)
		areas[i] =
		    (struct area){ .id = history_text(h, "area-", i), .title = history_text(h, "Area ", i) };
	for (size_t i = 0; i < spec->topics; i++)
		topics[i] = (struct topic){ .id = history_text(h, "topic-", i),
			.area = i % spec->areas,
			.title = spec->topic != NULL ? spec->topic
			         : i < 5             ? titles[i]
			                             : history_text(h, "Topic number ", i) };
	for (size_t i = 0; i < spec->items; i++) {
		size_t n = 3 + i % 4;
		struct key_point *points = history_alloc(h, n, sizeof *points);

		for (size_t k = 0; k < n; k++)
			points[k] = (struct key_point){ .id = history_text(h, "k", k + 1),
				.essential = k == 0,
				.weight = 1,
				.text =
				    history_prose(h, k % 2 == 0 ? "Says what happens to the rows that were "
				                                  "left out, and why the score moves"
				                                : "Names the split") };
		by_id[i] = i;
		items[i] = (struct item){ .id = history_text(h, "item-", i),
			.lang = "en",
			.revision = 1,
			.status = ITEM_ACTIVE,
			.title = i % 7 == 3 ? "Scaling a heavy-tailed amount for a nearest-neighbour model"
			                    : history_text(h, "Question number ", i),
			.topic = i % spec->topics,
			.difficulty = 1 + (int)(i / spec->topics % DIFFICULTY_COUNT),
			.limit_tenths = 20 + (int)(i % 4) * 10,
			.key_points = points,
			.key_point_count = n };
	}
	h->bank = (struct bank){ .id = "bank",
		.version = "1",
		.lang = "en",
		.title = "Junior machine-learning engineer",
		.areas = areas,
		.area_count = spec->areas,
		.topics = topics,
		.topic_count = spec->topics,
		.items = items,
		.item_count = spec->items,
		.items_by_id = by_id };
	for (int g = 0; g <= GRADE_MAX; g++)
		h->bank.scale[g].title = words[g];
}

/* Each item's snapshot: a bank that holds it alone, with the whole taxonomy. */
static inline void
history_snapshots(struct history *h)
{
	struct answers *a = &h->answers;

	h->snapshots = history_alloc(h, h->bank.item_count, sizeof *h->snapshots);
	a->items = history_alloc(h, h->bank.item_count, sizeof *a->items);
	a->item_count = h->bank.item_count;
	for (size_t i = 0; i < h->bank.item_count; i++) {
		h->snapshots[i] = h->bank;
		h->snapshots[i].items = &h->bank.items[i];
		h->snapshots[i].item_count = 1;
		a->items[i] = (struct answer_item){ &h->snapshots[i], &h->bank.items[i] };
	}
}

static inline int
history_grade(struct rng *rng, const struct history_spec *spec, size_t session)
{
	int luck = (int)rng_below(rng, 100),
	    lift = spec->sessions > 1 ? (int)(30 * session / spec->sessions) : 15;

	if (spec->grade >= 0)
		return spec->grade;
	luck += lift;
	return luck < 12 ? 0 : luck < 35 ? 1 : luck < 65 ? 2 : luck < 100 ? 3 : 4;
}

static inline void
history_answer(struct history *h, struct answer *v, struct rng *rng, const struct history_spec *spec,
    size_t session, bool led)
{
	const struct item *item;

	*v = (struct answer){ .item = rng_below(rng, h->bank.item_count),
		.grade_own = -1,
		.grade_interviewer = -1,
		.prediction = -1,
		.answered = true };
	item = &h->bank.items[v->item];
	v->limit_ms = item->limit_tenths * 6000;
	v->used_ms = v->limit_ms * (30 + (int64_t)rng_below(rng, 110)) / 100;
	if ((int)rng_below(rng, 100) < spec->marked) {
		v->no_answer = rng_below(rng, 25) == 0;
		v->answered = !v->no_answer;
		v->grade_own = v->no_answer ? 0 : history_grade(rng, spec, session);
		v->prediction = rng_below(rng, 10) == 0 ? -1 : (int)rng_below(rng, GRADE_MAX + 1);
	}
	if (led && !v->no_answer)
		v->grade_interviewer = history_grade(rng, spec, session);
	for (size_t k = 0; k < item->key_point_count; k++) {
		v->ticks_own |= (uint64_t)rng_below(rng, 3) << 2 * k;
		v->ticks_interviewer |= (uint64_t)rng_below(rng, 3) << 2 * k;
	}
}

/* Ends the program where memory runs out. */
static inline struct history *
history_new(const struct history_spec *spec)
{
	struct history *h = calloc(1, sizeof *h);
	struct answers *a;
	struct rng rng;

	if (h == NULL || (h->arena = arena_new()) == NULL)
		abort();
	rng_seed(&rng, spec->seed, 0);
	history_bank(h, spec);
	history_snapshots(h);
	a = &h->answers;
	a->bank_id = h->bank.id;
	a->people = history_alloc(h, spec->people, sizeof *a->people);
	a->sessions = history_alloc(h, spec->people * spec->sessions, sizeof *a->sessions);
	a->v = history_alloc(h, spec->people * spec->sessions * spec->asked, sizeof *a->v);
	for (size_t p = 0; p < spec->people; p++) {
		a->people[a->person_count++] = (struct answer_person){
			.name = spec->name != NULL ? spec->name : history_text(h, "Sample candidate ", p + 1),
			.first_session = a->session_count, .session_count = spec->sessions, .goal = -1 };
		for (size_t i = 0; i < spec->sessions; i++) {
			bool led = (int)rng_below(&rng, 100) < spec->led,
			     drill = (int)rng_below(&rng, 100) < spec->drills;

			a->sessions[a->session_count] = (struct answer_session){ .person = p,
				.number = (int64_t)(i * spec->people + p + 1),
				.mode = led ? MODE_LED : MODE_SOLO,
				.created_us = INT64_C(1736600000000000) + (int64_t)i * 4 * 86400 * 1000000 +
				              (int64_t)p * 3600 * 1000000,
				.utc_offset_min = 60,
				.state = SESSION_ENDED,
				.blueprint = drill ? ANSWERS_DRILL : "b45",
				.interviewer = led ? "Zo\xc3\xab \xc5\x81ukasiewicz" : NULL,
				.first_answer = a->count,
				.answer_count = spec->asked };
			for (size_t k = 0; k < spec->asked; k++) {
				history_answer(h, &a->v[a->count], &rng, spec, i, led);
				a->v[a->count++].session = a->session_count;
			}
			a->session_count++;
		}
	}
	return h;
}

static inline void
history_free(struct history *h)
{
	arena_free(h->arena);
	free(h);
}

#endif
