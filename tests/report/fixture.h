#ifndef VIVA_TEST_REPORT_FIXTURE_H
#define VIVA_TEST_REPORT_FIXTURE_H
#include <stdlib.h>
#include <string.h>
#include "viva/arena.h"
#include "viva/record.h"
#include "viva/report.h"
#include "viva/rng.h"
#include "viva/stats.h"
/*
 * Records filled by hand: what a store would give, without one.  Everything lives in the arena
 * of the fixture; a running out of memory ends the program, for tests have no use for it.
 */
struct fixture {
	struct arena *arena;
	struct record record;
	struct session_stats stats;
	struct report_options options;
};

static inline void *
fixture_alloc(struct fixture *f, size_t count, size_t size)
{
	void *p = arena_alloc(f->arena, count, size);

	if (p == NULL)
		abort();
	return p;
}

static inline const struct prose *
fixture_prose(struct fixture *f, const char *text)
{
	struct run *run = fixture_alloc(f, 1, sizeof *run);
	struct prose *prose = fixture_alloc(f, 1, sizeof *prose);

	*run = (struct run){ RUN_PLAIN, text, NULL };
	*prose = (struct prose){ run, 1 };
	return prose;
}

/* One item with its bank; `points` are parted by '|', essential ones begin with '!'. */
struct fixture_item {
	const char *title, *topic, *topic_id;
	int difficulty;
	int limit_s;
	const char *points;
	const char *mistake;            /* or NULL */
};

static inline struct bank *
fixture_bank(struct fixture *f, const struct fixture_item *fi)
{
	static const char *const words[GRADE_MAX + 1] = { "nothing usable", "partial", "adequate", "solid", "strong" };
	struct bank *b = fixture_alloc(f, 1, sizeof *b);
	struct topic *topic = fixture_alloc(f, 1, sizeof *topic);
	struct item *item = fixture_alloc(f, 1, sizeof *item);
	struct key_point *points = fixture_alloc(f, KEY_POINTS_MAX, sizeof *points);
	struct mistake *mistake = fixture_alloc(f, 1, sizeof *mistake);
	size_t n = 0;

	for (const char *s = fi->points; *s != '\0' && n < KEY_POINTS_MAX; n++) {
		size_t len = strcspn(s, "|");
		bool essential = *s == '!';

		points[n] = (struct key_point){ .id = "k", .essential = essential, .weight = 1,
			.text = *fixture_prose(f, arena_strndup(f->arena, s + essential, len - essential)) };
		s += len + (s[len] == '|');
	}
	*topic = (struct topic){ .id = fi->topic_id, .title = fi->topic };
	*item = (struct item){ .id = "item", .title = fi->title, .lang = "en", .revision = 1,
		.difficulty = fi->difficulty, .key_points = points, .key_point_count = n };
	if (fi->mistake != NULL) {
		*mistake = (struct mistake){ "m1", *fixture_prose(f, fi->mistake), *fixture_prose(f, "So it is.") };
		item->mistakes = mistake;
		item->mistake_count = 1;
	}
	*b = (struct bank){ .id = "bank", .lang = "en", .title = "A bank", .topics = topic, .topic_count = 1,
		.items = item, .item_count = 1 };
	for (int g = 0; g <= GRADE_MAX; g++)
		b->scale[g].title = words[g];
	return b;
}

/* A session as it stands after the draw: every item still to come. */
static inline struct fixture *
fixture_new(const struct fixture_item *items, size_t count)
{
	struct fixture *f = calloc(1, sizeof *f);

	if (f == NULL || (f->arena = arena_new()) == NULL)
		abort();
	f->record.head = (struct session_head){
		.id = 0x3f9a17c25d4e, .number = 12, .mode = MODE_SOLO, .extra_time_permille = 1000,
		.candidate = "Nguy\xe1\xbb\x85n Th\xe1\xbb\x8b H\xe1\xba\xb1ng", .bank_id = "ml",
		.bank_version = "1", .bank_title = "Machine-learning engineer, junior", .blueprint = "b45",
		.blueprint_title = "45 minutes, all areas", .seed = 7,
		.created_us = 1741449600000000,         /* 8 March 2025, 16:00 UTC */
		.ended_us = 1741452300000000, .utc_offset_min = 60,
	};
	f->record.state = SESSION_ENDED;
	f->record.item_count = count;
	f->record.items = fixture_alloc(f, count, sizeof *f->record.items);
	f->record.banks = fixture_alloc(f, count, sizeof *f->record.banks);
	for (size_t i = 0; i < count; i++) {
		f->record.banks[i] = fixture_bank(f, &items[i]);
		f->record.items[i] = (struct item_record){ .position = (int)i, .state = ITEM_NOT_ASKED,
			.limit_ms = items[i].limit_s * 1000, .opened_ms = -1, .prediction = -1,
			.self = { .grade = -1, .proposed = -1 }, .interviewer = { .grade = -1, .proposed = -1 } };
	}
	for (int i = 0; i < 32; i++)
		f->record.chain[i] = (uint8_t)(17 * i + 3);
	f->options = (struct report_options){ EDITION_CANDIDATE, PAPER_A4, NULL, "0.1.0" };
	return f;
}

static inline void
fixture_free(struct fixture *f)
{
	arena_free(f->arena);
	free(f);
}

/* `ticks`: 'y', 'p' or 'n' for each key point. */
static inline void
fixture_rate(struct rating *r, const char *ticks, int grade)
{
	*r = (struct rating){ .settled = true, .proposed = grade, .grade = grade };
	for (size_t i = 0; ticks[i] != '\0' && i < KEY_POINTS_MAX; i++)
		r->ticks[i] = ticks[i] == 'y' ? TICK_YES : ticks[i] == 'p' ? TICK_PARTLY : TICK_NO;
}

static inline struct item_record *
fixture_answer(struct fixture *f, size_t i, int used_s, int prediction, const char *ticks, int grade)
{
	struct item_record *it = &f->record.items[i];

	it->state = grade >= 0 ? ITEM_RATED : ITEM_ANSWERED;
	it->read_ms = used_s * 200;
	it->think_ms = used_s * 300;
	it->answer_ms = used_s * 500;
	it->over_ms = used_s * 1000 > it->limit_ms ? used_s * 1000 - it->limit_ms : 0;
	it->prediction = prediction;
	if (grade >= 0)
		fixture_rate(&it->self, ticks, grade);
	return it;
}

static inline void
fixture_pass(struct fixture *f, size_t i, int used_s)
{
	struct item_record *it = fixture_answer(f, i, used_s, -1, "", 0);

	it->no_answer = true;
	it->self.no_answer = true;
}

/* ---- the samples ---- */

static const struct fixture_item fixture_six[] = {
	{ "Train, validation and test", "Evaluation", "evaluation", 1, 180,
	    "!Each split answers another question|!The test set is looked at once|Leakage between splits|Stratify where classes are rare", NULL },
	{ "Why a model with 99 % accuracy can be useless", "Evaluation", "evaluation", 1, 240,
	    "!Class imbalance|!Precision and recall|Baseline of the majority class|Cost of each kind of error|A confusion matrix", NULL },
	{ "Bias and variance", "Learning theory", "learning-theory", 2, 240,
	    "!Two sources of error|How each shows in learning curves|Regularisation trades one for the other|More data helps variance", NULL },
	{ "A loss that becomes NaN after two epochs", "Training", "training", 2, 300,
	    "!Look at the learning rate|!Look at the data for bad values|Gradient clipping|Mixed precision overflow|Log of zero|Reproduce on one batch", "Lowering the batch size cures it" },
	{ "Serving a model to a thousand users a second", "ML system design", "ml-system-design", 3, 480,
	    "!Latency budget|!Batching of requests|Autoscaling and its lag|Caching of features|Fallback when the model is down|Monitoring of drift|Shadow deployment", NULL },
	{ "An experiment that stopped early", "A/B tests", "ab-tests", 2, 240,
	    "!Peeking raises false positives|Fix the sample size before|Sequential tests exist|Novelty effect", NULL },
};

/* A solo session of six questions: five answered, one passed. */
static inline struct fixture *
fixture_solo(void)
{
	struct fixture *f = fixture_new(fixture_six, 6);

	fixture_answer(f, 0, 140, 3, "yyyy", 4);
	fixture_answer(f, 1, 225, 3, "yynyp", 3);
	fixture_answer(f, 2, 200, 2, "yyyn", 3)->retry = true;
	fixture_answer(f, 3, 262, 3, "ynynnp", 2)->self.mistakes = 1;
	fixture_answer(f, 4, 561, 3, "pnynnyn", 1)->flagged = true;
	fixture_pass(f, 5, 35);
	f->record.items[3].hints = 1;
	f->record.items[2].known = true;
	stats_session(&f->stats, &f->record);
	return f;
}
#endif
