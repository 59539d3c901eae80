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
	static const char *const words[GRADE_MAX + 1] = { "nothing usable", "partial", "adequate", "solid",
		"strong" };
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
		*mistake =
		    (struct mistake){ "m1", *fixture_prose(f, fi->mistake), *fixture_prose(f, "So it is.") };
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
		f->record.items[i] = (struct item_record){ .position = (int)i,
			.state = ITEM_NOT_ASKED,
			.limit_ms = items[i].limit_s * 1000,
			.opened_ms = -1,
			.prediction = -1,
			.self = { .grade = -1, .proposed = -1 },
			.interviewer = { .grade = -1, .proposed = -1 } };
	}
	for (int i = 0; i < 32; i++)
		f->record.chain[i] = (uint8_t)(17 * i + 3);
	f->options = (struct report_options){ .edition = EDITION_CANDIDATE, .paper = PAPER_A4, .version = "0.1.0" };
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
	for (size_t i = 0; i < KEY_POINTS_MAX && ticks[i] != '\0'; i++)
		r->ticks[i] = ticks[i] == 'y' ? TICK_YES : ticks[i] == 'p' ? TICK_PARTLY : TICK_NO;
}

static inline struct item_record *
fixture_answer(struct fixture *f, size_t i, int used_s, int prediction, const char *ticks, int grade)
{
	struct item_record *it = &f->record.items[i];

	it->opened_ms = (int64_t)i * 600000;
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
	    "!Each split answers another question|!The test set is looked at once|Leakage between "
	    "splits|Stratify where classes are rare",
	    NULL },
	{ "Why a model with 99 % accuracy can be useless", "Evaluation", "evaluation", 1, 240,
	    "!Class imbalance|!Precision and recall|Baseline of the majority class|Cost of each kind of "
	    "error|A confusion matrix",
	    NULL },
	{ "Bias and variance", "Learning theory", "learning-theory", 2, 240,
	    "!Two sources of error|How each shows in learning curves|Regularisation trades one for the "
	    "other|More data helps variance",
	    NULL },
	{ "A loss that becomes NaN after two epochs", "Training", "training", 2, 300,
	    "!Look at the learning rate|!Look at the data for bad values|Gradient clipping|Mixed precision "
	    "overflow|Log of zero|Reproduce on one batch",
	    "Lowering the batch size cures it" },
	{ "Serving a model to a thousand users a second", "ML system design", "ml-system-design", 3, 480,
	    "!Latency budget|!Batching of requests|Autoscaling and its lag|Caching of features|Fallback when "
	    "the model is down|Monitoring of drift|Shadow deployment",
	    NULL },
	{ "An experiment that stopped early", "A/B tests", "ab-tests", 2, 240,
	    "!Peeking raises false positives|Fix the sample size before|Sequential tests exist|Novelty "
	    "effect",
	    NULL },
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
	return f;
}

/* The same led by Anna, with own marks, a question not asked and notes. */
static inline struct fixture *
fixture_led(void)
{
	static const char *const ticks[] = { "yyyy", "yypyn", "yynp", "ynypny" };
	static const int grades[] = { 4, 3, 2, 3 }, own[] = { 3, 3, 3, 3 };
	static const struct note notes[] = {
		{ .position = 1,
		    .by = ACTOR_INTERVIEWER,
		    .text = "Named the baseline without being asked.",
		    .seq = 40 },
		{ .position = 3,
		    .by = ACTOR_INTERVIEWER,
		    .private_note = true,
		    .text = "SECRET: sounded rehearsed.",
		    .seq = 41 },
		{ .position = -1,
		    .by = ACTOR_CANDIDATE,
		    .text = "Calmer than last week.\nSlept well.",
		    .seq = 42 },
		{ .position = 0,
		    .kind = NOTE_ANSWER,
		    .by = ACTOR_CANDIDATE,
		    .text = "TYPED ANSWER",
		    .seq = 43 },
	};
	struct fixture *f = fixture_new(fixture_six, 5);

	f->record.head.mode = MODE_LED;
	f->record.head.interviewer = "Zo\xc3\xab \xc5\x81ukasiewicz";
	for (size_t i = 0; i < 4; i++) {
		struct item_record *it = fixture_answer(f, i, 150 + 45 * (int)i, 3, ticks[i], own[i]);

		fixture_rate(&it->interviewer, ticks[i], grades[i]);
	}
	f->record.notes = (struct note *)notes;
	f->record.note_count = sizeof notes / sizeof notes[0];
	return f;
}

/* Drawn and ended before the first question. */
static inline struct fixture *
fixture_empty(void)
{
	return fixture_new(fixture_six, 6);
}

/* Answered, and nothing marked; still running. */
static inline struct fixture *
fixture_unmarked(void)
{
	struct fixture *f = fixture_new(fixture_six, 6);

	fixture_answer(f, 0, 200, 3, "", -1);
	fixture_answer(f, 1, 100, -1, "", -1);
	f->record.items[2].opened_ms = 1;
	f->record.items[2].state = ITEM_OPEN;
	for (size_t i = 3; i < 6; i++)
		f->record.items[i].state = ITEM_PENDING;
	f->record.state = SESSION_PAUSED;
	return f;
}

static inline struct fixture *
fixture_one(void)
{
	struct fixture *f = fixture_new(fixture_six, 1);

	fixture_answer(f, 0, 95, 2, "yyyy", 4);
	return f;
}

static inline struct fixture *
fixture_passed(void)
{
	struct fixture *f = fixture_new(fixture_six, 6);

	for (size_t i = 0; i < 6; i++)
		fixture_pass(f, i, 10 + 7 * (int)i);
	return f;
}

/* Thirty questions, on several pages. */
static inline struct fixture *
fixture_many(void)
{
	struct fixture_item items[30];
	struct fixture *f;

	for (size_t i = 0; i < 30; i++)
		items[i] = fixture_six[i % 6];
	f = fixture_new(items, 30);
	for (size_t i = 0; i < 30; i++)
		fixture_answer(
		    f, i, 60 + 17 * (int)i, (int)(i % 5), i % 2 == 0 ? "yypn" : "ynyyy", (int)(i * 7 % 5));
	return f;
}

/*
 * Questions as a real bank has them: titles of 33 to 52 characters, topics of up to 43, six key
 * points.  The first nine are an interview of 45 minutes, all twelve one of 60.
 */
static const struct fixture_item fixture_twelve[] = {
	{ "Ways to treat missing values, and how to choose one",
	    "Gaps, outliers, scaling, imbalance, labels", "data", 1, 180,
	    "!Asks first why values are missing, or whether the gap itself carries "
	    "information|!Names at least three ways: drop rows, drop column, fill, a model that "
	    "accepts gaps|!Learns the filling on training rows only and reuses it in service|Adds"
	    " an indicator column or a level for missing|Dropping rows fails for rows that must "
	    "be scored, or biases the sample|Chooses by comparing on validation data",
	    NULL },
	{ "More rows or a bigger model: decide from curves",
	    "Learning tasks, fit and gradient descent", "foundations", 2, 300,
	    "!Reads the linear model: errors meet early, so more rows do not help it|!Tries a "
	    "richer model or features before buying labels|Draws the same curve for the new "
	    "model: a gap and still falling, so rows help it|!Extrapolates the gain of a doubling"
	    " and sets it against the price|Considers label noise: experts differ on 12 %, so "
	    "zero error is out of reach|Names other levers: tuning, better inputs, cleaner labels",
	    NULL },
	{ "Tree, boosted trees or neural network for this table",
	    "Linear models, trees, ensembles, neighbours", "models", 2, 300,
	    "!Boosted trees as the main candidate for a mixed table of this size|!Compares with a"
	    " simple baseline on the same split and metric|Asks about explanations, gaps, text or"
	    " operation before choosing|Says when the network would be right: text, images, many "
	    "rows, several outputs|Takes the simpler model if the gain is within the spread|Tests"
	    " on later claims",
	    NULL },
	{ "What a principal component is and how many to keep",
	    "Clusters, dimension reduction, anomalies", "unsup", 2, 240,
	    "!Direction of largest variance; the next at right angles to it|A component is a "
	    "weighted sum of all columns|!Number by purpose: variance kept, or score of the model"
	    " that follows|!Centre, and standardise when units differ|Fitted on training rows "
	    "only|A limit: ignores the label, linear only, or outliers",
	    NULL },
	{ "MAE, RMSE and R squared: what each rewards",
	    "Metrics, thresholds, calibration", "metrics", 1, 180,
	    "!MAE prefers B (2.4 to 3), RMSE prefers A (3 to about 3.7)|!Squaring makes large "
	    "errors count much more; MAE counts in proportion|!R squared compares squared error "
	    "with always predicting the mean|MAE leads toward the median, RMSE toward the "
	    "mean|MAE and RMSE have the target's unit, R squared has none|Chooses by what a large"
	    " error costs, or compares with a baseline",
	    NULL },
	{ "AUC unchanged, yet alerts doubled",
	    "Metrics, thresholds, calibration", "metrics", 3, 360,
	    "!AUC sees only the order; all scores may rise without changing it|!Compares mean "
	    "score with the share of positives: 8.9 against 5.2%|!Links it to training: thinned "
	    "negatives raise the odds|Corrects the odds, recalibrates, or moves the threshold to "
	    "one third|Excludes drift, because both versions scored the same rows|Adds a release "
	    "check: alerts at the live threshold, or calibration",
	    NULL },
	{ "A team looked at the test set forty times",
	    "Splits, leakage, tuning", "validation", 2, 300,
	    "!The test set has been used to choose, so its best score is too high|!Wants fresh "
	    "rows that nobody has looked at|Estimates the size: standard error about one point, "
	    "best of forty one or two too high|Looking at single errors is worse than looking at "
	    "the score|Scores old and new version on the fresh rows, so drift hits both|A rule "
	    "for later: validation decides, looks at the test are limited or logged",
	    NULL },
	{ "A five-gigabyte image and slow roll-outs",
	    "Packaging, serving, latency", "deploy", 2, 300,
	    "!Inspects layers first, for example with docker history|!CUDA libraries come with "
	    "default torch; installs the CPU build|!Deleting in a later layer saves nothing; "
	    "keeps data out with .dockerignore|Requirements before code, so that a release reuses"
	    " the library layers|Drops notebook and test tools, slim base, or build in "
	    "stages|Separates pulling from start-up time, and measures both again",
	    NULL },
	{ "Content-based and collaborative recommendation",
	    "Text, forecasting, recommenders", "applied", 1, 180,
	    "!Content-based: items like those this reader liked, by their "
	    "properties|!Collaborative: what readers of similar taste liked, from ratings "
	    "alone|Argues both ways from the table: same genre; reader 1 agrees and gave "
	    "5|!Collaborative fails for new readers or items, content can place a new item|Names "
	    "a weakness of content: more of the same, or poor descriptions|Mentions mixing both, "
	    "an empty cell is no dislike, or a popularity baseline",
	    NULL },
	{ "Filter, wrapper and embedded selection",
	    "Building, encoding and selecting features", "features", 2, 240,
	    "!Filter: scores columns one by one without the model; fast|!Wrapper: trains the "
	    "model on subsets and compares; expensive|!Embedded: selection is part of the fit, "
	    "such as L1 or trees|A filter misses columns that matter only together, or keeps "
	    "copies|Selection belongs inside the folds, because it uses the target|Names a reason"
	    " to select, or not: cost, upkeep, speed, little gain in accuracy",
	    NULL },
	{ "SGD with momentum and Adam compared",
	    "Neural networks and their training", "deep", 2, 240,
	    "!Momentum accumulates past gradients: faster along steady directions, damps "
	    "zigzag|!Adam divides by the root mean square of each weight's own gradients|Example:"
	    " SGD and momentum differ 10,000-fold, Adam moves both by about the rate|Adam as a "
	    "robust start; tuned SGD can be as good or better in test error|Weight decay with "
	    "Adam: use AdamW|Rate and schedule are tuned for each, before comparing",
	    NULL },
	{ "Approval rate fell overnight",
	    "Drift, incidents, retraining", "monitor", 2, 300,
	    "!Splits the rate by channel or another segment before blaming the model|!Finds that "
	    "the mix of applicants changed, and advises against the rollback|Notices that "
	    "applications rose by half|Checks recent changes and the health of the "
	    "inputs|Quantifies: the mix alone gives about 55%|Follows up: cause of the surge, "
	    "fitness for the new group, or alarms per channel",
	    NULL },
};

static inline struct fixture *
fixture_interview(size_t count)
{
	static const struct { int used_s, prediction, grade; const char *ticks;
	} answers[] = {
		{ 161, 3, 3, "yyypyn" }, { 318, 3, 2, "ypnynn" }, { 284, 2, 2, "yynpnn" },
		{ 201, 3, 3, "yyypnn" }, { 139, 4, 4, "yyyyyy" }, { 371, 3, 1, "pnnnyn" },
		{ 255, 2, 2, "yynnpn" }, { 232, 1, 3, "yypyyn" }, { 176, 3, 2, "ynypnn" },
		{ 190, 2, 3, "yyynpn" }, { 274, 3, 2, "ypnnyn" }, { 298, 2, 2, "yynnnp" },
	};
	struct fixture *f = fixture_new(fixture_twelve, count);

	f->record.head.bank_title = "Junior machine-learning engineer";
	f->record.head.blueprint_title =
	    count > 9 ? "One interview of 60 minutes" : "One interview of 45 minutes";
	for (size_t i = 0; i < count; i++)
		fixture_answer(f, i, answers[i].used_s, answers[i].prediction, answers[i].ticks,
		    answers[i].grade);
	f->record.items[5].flagged = true;
	f->record.items[7].hints = 1;
	return f;
}

static inline struct fixture *fixture_b45(void) { return fixture_interview(9); }
static inline struct fixture *fixture_b60(void) { return fixture_interview(12); }

/* What a session is compared with: `count` earlier ones that went better and better. */
static inline void
fixture_earlier(struct fixture *f, size_t count)
{
	struct report_earlier *v = fixture_alloc(f, count, sizeof *v);

	for (size_t i = 0; i < count; i++) {
		int sum = 9 + (int)(i * 2 % 28);

		v[i] = (struct report_earlier){ .grades = { 9, sum }, .kinds = { { 9, sum } },
			.difficulties = { { 3, sum / 3 }, { 6, sum - sum / 3 } }, .answered = 9, .within_limit = 3 + (int)i % 7 };
	}
	f->options.earlier = v;
	f->options.earlier_count = count;
}

/* The same nine of somebody who begins: little said, and said fast. */
static inline struct fixture *
fixture_first_try(void)
{
	struct fixture *f = fixture_interview(9);

	for (size_t i = 0; i < 9; i++)
		fixture_answer(
		    f, i, 40 + 30 * (int)i, 2, i % 4 == 0 ? "nnnnpn" : "nnnnnn", (int)(i % 4 == 0));
	fixture_pass(f, 6, 25);
	f->record.items[6].prediction = -1;
	return f;
}

/* The nine led by somebody, with own marks beside the interviewer's. */
static inline struct fixture *
fixture_led45(void)
{
	struct fixture *f = fixture_interview(9);

	f->record.head.mode = MODE_LED;
	f->record.head.interviewer = "Anna";
	for (size_t i = 0; i < 9; i++) {
		struct item_record *it = &f->record.items[i];

		it->interviewer = it->self;
		it->interviewer.actor = ACTOR_INTERVIEWER;
		it->interviewer.grade -= it->self.grade > 1 && i % 2 == 0;
		it->review_ms = 40000 + 9000 * (int64_t)i;
		it->follow_up_ms = i % 3 == 0 ? 45000 : 0;
		it->pause_ms = i == 4 ? 90000 : 0;
	}
	fixture_earlier(f, 5);
	return f;
}

/* Names and titles of a length that nobody planned for. */
static inline struct fixture *
fixture_long(void)
{
	static const struct fixture_item items[] = {
		{ "Donaudampfschifffahrtselektrizit\xc3\xa4tenhauptbetriebswerkbauunterbeamtengesellschaft "
		  "and what it means",
		    "A topic whose title goes on and on and on for no good reason at all", "long", 3, 36000,
		    "!A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U|V|W|X|Y|Z|1|2|3|4|5|6", NULL },
		{ "Short", "T", "t", 1, 60,
		    "!A key point that is told in so many words that it has to be cut somewhere, "
		    "for no line of this page is long enough for all of it, nor are three lines of it, "
		    "however one "
		    "counts; and it goes on still",
		    NULL },
	};
	struct fixture *f = fixture_new(items, 2);

	f->record.head.candidate =
	    "Pablo Diego Jos\xc3\xa9 Francisco de Paula Juan Nepomuceno Mar\xc3\xad\x61 de los "
	    "Remedios Cipriano de la Sant\xc3\xadsima Trinidad Ruiz y Picasso";
	f->record.head.bank_title =
	    "A bank whose title was written by a committee that could not agree on a shorter one";
	f->record.head.blueprint_title = "a blueprint of the same committee";
	fixture_answer(f, 0, 72000, 4, "pnpnpnpnpnpnpnpnpnpnpnpnpnpnpnpn", 1);
	fixture_answer(f, 1, 59, 0, "n", 0);
	return f;
}

/* Predictions far above the grades. */
static inline struct fixture *
fixture_gap(void)
{
	struct fixture *f = fixture_new(fixture_six, 3);

	fixture_answer(f, 0, 100, 4, "ynnn", 1);
	fixture_answer(f, 1, 100, 4, "yynnn", 2);
	fixture_answer(f, 2, 100, 4, "yynn", 2);
	return f;
}

/* Scripts that Lato lacks, and what no font has: a box, and a report all the same. */
static inline struct fixture *
fixture_scripts(void)
{
	struct fixture *f = fixture_solo();

	f->record.head.candidate = "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d 12 \xd9\x85\xd8\xad\xd9\x85\xd8\xaf "
	    "\xe6\x9d\x8e\xe6\x98\x8e \xf0\x9f\x98\x80 a\xcc\x81\x1b[31m\xe2\x80\xae\xff";
	return f;
}

struct sample { const char *name; struct fixture *(*make)(void); };
static const struct sample samples[] = {
	{ "solo", fixture_solo }, { "led", fixture_led }, { "empty", fixture_empty },
	{ "unmarked", fixture_unmarked }, { "one", fixture_one }, { "passed", fixture_passed },
	{ "many", fixture_many }, { "long", fixture_long }, { "scripts", fixture_scripts },
	{ "gap", fixture_gap },
	{ "b45", fixture_b45 }, { "b60", fixture_b60 }, { "first-try", fixture_first_try },
	{ "led45", fixture_led45 },
};
#define SAMPLE_COUNT (sizeof samples / sizeof samples[0])

/* The sample with its figures, or NULL if there is none of that name. */
static inline struct fixture *
fixture_sample(const char *name)
{
	for (size_t i = 0; i < SAMPLE_COUNT; i++) {
		struct fixture *f;

		if (strcmp(samples[i].name, name) != 0)
			continue;
		f = samples[i].make();
		stats_session(&f->stats, &f->record);
		return f;
	}
	return NULL;
}
#endif
