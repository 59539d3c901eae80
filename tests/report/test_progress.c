#include "test.h"
#include "answers_fixture.h"
#include "report/model_cohort.h"
#include "report/model_progress.h"
#include "viva/buf.h"
#include "viva/cohort.h"
#include "viva/display_list.h"
#include "viva/err.h"
#include "viva/report.h"

/* Progress and cohort reports of histories made from seeds: nothing clipped, whatever the numbers. */

#define TODAY 20300             /* 31 July 2025, after every session of a fixture */

static const struct history_spec usual = { .areas = 5,
	.topics = 12,
	.items = 160,
	.people = 1,
	.sessions = 12,
	.asked = 9,
	.grade = -1,
	.marked = 96,
	.drills = 15,
	.seed = 1 };

struct made { struct history *h; struct progress *p; struct cohort *c; struct display_list *dl; };

static void
made_free(struct made *m)
{
	display_list_free(m->dl);
	progress_free(m->p);
	cohort_free(m->c);
	history_free(m->h);
}

static struct made
make_progress(const struct history_spec *spec, const struct report_options *o)
{
	struct made m = { .h = history_new(spec) };
	struct err err = { 0 };
	bool anyone = spec->people > 0 && spec->sessions > 0;

	m.p = progress_new(&m.h->answers, anyone ? 0 : NO_PERSON, &m.h->bank,
	    spec->name != NULL ? spec->name : "Sample", GOAL_DEFAULT, TODAY);
	CHECK(m.p != NULL);
	if (report_progress(&m.dl, m.p, o, &err) != 0)
		TEST_FAIL("no report: %s", err.text);
	return m;
}

static struct made
make_cohort(const struct history_spec *spec, const struct report_options *o)
{
	struct made m = { .h = history_new(spec) };
	struct err err = { 0 };

	m.c = cohort_new(&m.h->answers, &m.h->bank, NULL, TODAY);
	CHECK(m.c != NULL);
	if (report_cohort(&m.dl, m.c, o, &err) != 0)
		TEST_FAIL("no report: %s", err.text);
	return m;
}

static void
check_lint(const struct display_list *dl, const char *what, uint64_t seed)
{
	struct buf b;

	buf_init(&b);
	if (display_list_lint(dl, &b) != 0)
		TEST_FAIL("%s of seed %llu: %.400s", what, (unsigned long long)seed, buf_text(&b));
	buf_finish(&b);
}

static bool
says(const struct display_list *dl, const char *part)
{
	for (size_t i = 0; i < dl->count; i++)
		if (dl->ops[i].kind == DL_TEXT && strstr(dl->ops[i].text, part) != NULL)
			return true;
	return false;
}

/* ---- golden files ---- */

static void
check_golden(const char *path, const struct display_list *dl)
{
	struct buf got, want;
	char chunk[4096];
	size_t n, line = 1;
	FILE *file;

	buf_init(&got);
	buf_init(&want);
	display_list_dump(dl, &got);
	if (getenv("VIVA_UPDATE_GOLDEN") != NULL) {
		file = fopen(path, "w");
		CHECK(file != NULL);
		fwrite(got.data, 1, got.len, file);
		CHECK(fclose(file) == 0);
	}
	file = fopen(path, "r");
	CHECK(file != NULL);
	while ((n = fread(chunk, 1, sizeof chunk, file)) > 0)
		buf_add(&want, chunk, n);
	fclose(file);
	for (size_t i = 0; i < got.len && i < want.len && got.data[i] == want.data[i]; i++)
		line += got.data[i] == '\n';
	if (strcmp(buf_text(&got), buf_text(&want)) != 0)
		TEST_FAIL("%s differs from line %zu on", path, line);
	buf_finish(&got);
	buf_finish(&want);
}

TEST(the_pages_of_three_sessions_are_the_golden_ones)
{
	struct history_spec spec = usual;
	struct report_options o = { .version = "0.1.0" };
	struct made m;

	spec.topics = 4;
	spec.items = 24;
	spec.sessions = 3;
	spec.asked = 5;
	m = make_progress(&spec, &o);
	check_golden("tests/golden/progress-report.txt", m.dl);
	made_free(&m);
}

TEST(the_pages_of_a_cohort_of_six_are_the_golden_ones)
{
	struct history_spec spec = usual;
	struct report_options o = { .version = "0.1.0", .edition = EDITION_COACH };
	struct made m;

	spec.topics = 4;
	spec.items = 24;
	spec.people = 6;
	spec.sessions = 3;
	spec.asked = 5;
	spec.led = 50;
	m = make_cohort(&spec, &o);
	check_golden("tests/golden/cohort-report.txt", m.dl);
	made_free(&m);
}

/* ---- nothing clipped, whatever the numbers ---- */

static const char *const names[] = { NULL, "A", "Nguy\xe1\xbb\x85n Th\xe1\xbb\x8b H\xe1\xba\xb1ng",
	"Maximiliane Wolkenstein-Rodenegg von Hohenthurn und Oberstdorf",
	"Adolphusblainecharlesdavidearlfrederickgeraldhubertirvinjohn",
	"\xd7\x99\xd7\xa2\xd7\xa7\xd7\x91 \xd7\x9b\xd7\x94\xd7\x9f", "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e" };
static const char *const topics[] = { NULL, "SQL",
	"Retrieval-augmented generation, evaluation of assistants, prompts, "
	"guard rails and everything else that nobody found another place for" };

/* Mostly small histories, for there most is missing; now and then a large one. */
static struct history_spec
random_spec(uint64_t seed)
{
	struct rng rng;
	struct history_spec s = { .seed = seed, .grade = -1 };

	rng_seed(&rng, seed, "spec");
	s.areas = 1 + rng_below(&rng, 6);
	s.topics = 1 + rng_below(&rng, rng_below(&rng, 5) == 0 ? 40 : 14);
	s.items = s.topics + rng_below(&rng, 200);
	s.people = 1;
	s.sessions = rng_below(&rng, 4) == 0 ? rng_below(&rng, 90) : rng_below(&rng, 9);
	s.asked = 1 + rng_below(&rng, 12);
	s.name = names[rng_below(&rng, sizeof names / sizeof names[0])];
	s.topic = topics[rng_below(&rng, sizeof topics / sizeof topics[0])];
	s.grade = rng_below(&rng, 4) == 0 ? (int)rng_below(&rng, GRADE_MAX + 1) : -1;
	s.marked = rng_below(&rng, 5) == 0 ? 0 : 30 + (int)rng_below(&rng, 71);
	s.led = rng_below(&rng, 2) == 0 ? 0 : (int)rng_below(&rng, 101);
	s.drills = rng_below(&rng, 3) == 0 ? 100 : (int)rng_below(&rng, 40);
	return s;
}

static struct report_options
random_options(uint64_t seed)
{
	return (struct report_options){ .edition = seed & 1 ? EDITION_COACH : EDITION_CANDIDATE,
		.paper = seed & 2 ? PAPER_LETTER : PAPER_A4, .version = "0.1.0",
		.date = seed & 4 ? "2025-08-01" : NULL };
}

static uint64_t
set_count(void)
{
	return test_size(24, 120, 10000);
}

TEST(no_history_gives_a_progress_page_that_lint_finds_fault_with)
{
	for (uint64_t seed = 0; seed < set_count(); seed++) {
		struct history_spec spec = random_spec(seed);
		struct report_options o = random_options(seed);
		struct made m = make_progress(&spec, &o);

		check_lint(m.dl, "progress", seed);
		if (m.dl->pages != (m.p->answers > 0 ? 4 : 1))
			TEST_FAIL("seed %llu: %d pages", (unsigned long long)seed, m.dl->pages);
		made_free(&m);
	}
}

TEST(no_group_gives_a_cohort_page_that_lint_finds_fault_with)
{
	for (uint64_t seed = 0; seed < set_count() / 4; seed++) {
		struct history_spec spec = random_spec(seed);
		struct report_options o = random_options(seed);
		struct made m;

		spec.people = seed % 8 == 0 ? seed % 90 : seed % 12;
		spec.sessions = spec.sessions % 6;
		m = make_cohort(&spec, &o);
		check_lint(m.dl, "cohort", seed);
		made_free(&m);
	}
}

/* ---- what it says ---- */

TEST(nothing_yet_gives_one_page_that_says_how_to_begin)
{
	struct history_spec spec = usual;
	struct report_options o = { .version = "0.1.0" };
	struct made m;

	spec.sessions = 0;
	m = make_progress(&spec, &o);
	CHECK_INT(m.dl->pages, 1);
	CHECK(says(m.dl, "Sit the first interview"));
	CHECK(says(m.dl, "No session yet"));
	made_free(&m);
}

static struct progress_model
model_of(const struct history_spec *spec, struct made *m, enum edition edition)
{
	struct report_options o = { .version = "0.1.0", .edition = edition };
	struct progress_model model;

	*m = make_progress(spec, &o);
	CHECK_INT(progress_model(&model, m->h->arena, m->p, &o), 0);
	return model;
}

TEST(rose_is_said_from_five_interviews_on_and_where_the_range_of_the_change_excludes_zero)
{
	for (uint64_t seed = 0; seed < 60; seed++) {
		struct history_spec spec = usual;
		struct progress_model model;
		struct made m;
		bool said, may;

		spec.seed = seed;
		spec.sessions = 1 + seed % 14;
		model = model_of(&spec, &m, EDITION_CANDIDATE);
		said = strstr(model.headline, "rose") != NULL;
		may = m.p->trend_sessions >= TREND_MIN_WORDS && m.p->change.low > 0;
		if (said != may)
			TEST_FAIL("seed %llu: %s", (unsigned long long)seed, model.headline);
		made_free(&m);
	}
}

TEST(a_topic_with_two_answers_has_no_level_and_is_never_the_weakest)
{
	struct history_spec spec = usual;
	struct progress_model model;
	struct made m;
	bool found = false;

	spec.sessions = 4;
	model = model_of(&spec, &m, EDITION_CANDIDATE);
	for (size_t i = 0; i < model.row_count; i++)
		if (model.rows[i].d->level.n < STATS_MIN_ANSWERS) {
			CHECK_STR(model.rows[i].level, "");
			CHECK_STR(model.rows[i].range, "too few");
			CHECK(i >= m.p->weakest_count);
			found = true;
		}
	CHECK(found);
	made_free(&m);
}

TEST(the_coach_reads_of_a_candidate_and_the_candidate_of_themselves)
{
	struct progress_model model;
	struct made m;

	model = model_of(&usual, &m, EDITION_COACH);
	CHECK(strncmp(model.headline, "The ", 4) == 0);
	CHECK(strstr(model.headline, "Your") == NULL && strstr(model.certainty, "your") == NULL);
	made_free(&m);
	model = model_of(&usual, &m, EDITION_CANDIDATE);
	CHECK(strncmp(model.headline, "Your ", 5) == 0);
	made_free(&m);
}

TEST(figures_of_a_group_stay_away_below_five_members)
{
	for (size_t people = 4; people <= 5; people++) {
		struct history_spec spec = usual;
		struct report_options o = { .version = "0.1.0", .edition = EDITION_COACH };
		struct made m;

		spec.people = people;
		m = make_cohort(&spec, &o);
		CHECK_INT(says(m.dl, "The group"), people >= COHORT_MIN_GROUP);
		made_free(&m);
	}
}

TEST(the_order_of_a_cohort_is_by_reasons_and_never_by_level)
{
	struct history_spec spec = usual;
	struct report_options o = { .version = "0.1.0", .edition = EDITION_COACH };
	struct cohort_model model;
	struct made m;

	spec.people = 12;
	m = make_cohort(&spec, &o);
	CHECK_INT(cohort_model(&model, m.h->arena, m.c, &o), 0);
	for (size_t i = 0; i + 1 < model.row_count; i++) {
		int here = __builtin_popcount(model.rows[i].member->needs);
		int next = __builtin_popcount(model.rows[i + 1].member->needs);

		CHECK(here >= next);
		if (here == next && model.rows[i].member->days_since == model.rows[i + 1].member->days_since)
			CHECK(strcmp(model.rows[i].name, model.rows[i + 1].name) < 0);
	}
	made_free(&m);
}

/* ---- plots ---- */

TEST(a_trend_band_runs_through_the_limits_of_every_session)
{
	struct plot_session v[3] = { { .level = 1, .low = 0.5, .high = 1.5 },
		{ .level = 2, .low = 1.5, .high = 2.5 }, { .level = 3, .low = 2.5, .high = 3.5 } };
	const struct scale x = { 0, 2, 100, 200 }, y = { 0, 4, 500, -400 };
	struct display_list *dl = display_list_new();
	const struct dl_op *band = NULL;

	dl_page(dl, 600, 800);
	plot_trend(dl, &x, &y, &(struct plot_trend){ v, 3, true });
	for (size_t i = 0; i < dl->count; i++)
		if (dl->ops[i].kind == DL_POLYGON)
			band = &dl->ops[i];
	CHECK(band != NULL);
	CHECK_INT(band->point_count, 6);
	CHECK_NEAR(band->points[1].x, 200, 0.01);
	CHECK_NEAR(band->points[1].y, 250, 0.01);
	CHECK_NEAR(band->points[4].y, 350, 0.01);
	display_list_free(dl);
}

TEST(a_strip_shows_every_answer_once_and_colours_those_over_the_limit)
{
	double shares[50];
	const struct scale x = { 0, 1.6, 45, 240 };
	struct display_list *dl = display_list_new();
	int over = 0, all = 0;

	for (int i = 0; i < 50; i++)
		shares[i] = 0.9 + 0.01 * (i % 21);
	dl_page(dl, 600, 800);
	plot_strip(dl, &x, 300, 40, shares, 50, 1);
	for (size_t i = 0; i < dl->count; i++) {
		if (dl->ops[i].kind != DL_CIRCLE)
			continue;
		all++;
		over += dl->ops[i].x > scale_at(&x, 1) + 0.01;
		CHECK(dl->ops[i].y > 279 && dl->ops[i].y < 321);
		CHECK((dl->ops[i].x > scale_at(&x, 1) + 0.01) == (dl->ops[i].fill != 0x6B7785));
	}
	CHECK_INT(all, 50);
	CHECK_INT(over, 20);
	display_list_free(dl);
}

TEST(a_mean_and_its_cell_always_contrast)
{
	for (double mean = 0; mean <= 4.001; mean += 0.05) {
		struct display_list *dl = display_list_new();
		struct buf findings;
		const struct dl_type type = { FACE_SEMIBOLD, 9, plot_score_text(mean), plot_score_fill(mean),
			0 };

		buf_init(&findings);
		dl_page(dl, 600, 800);
		plot_cell(dl, 100, 100, 40, 16, 2, mean);
		dl_text(dl, 104, 111, ALIGN_LEFT, &type, "2.4");
		if (display_list_lint(dl, &findings) != 0)
			TEST_FAIL("at %.2f: %s", mean, buf_text(&findings));
		buf_finish(&findings);
		display_list_free(dl);
	}
}
