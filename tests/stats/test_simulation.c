#include <math.h>

#include "test.h"
#include "viva/bank.h"
#include "viva/estimate.h"
#include "viva/rng.h"
#include "viva/stats.h"
/*
 * Simulated candidates whose true levels are known: how often do the 90 % ranges hold them, and how
 * often is a change reported that is none?  Grades follow a graded response model (Samejima 1969):
 * on the logit scale persons differ by 0.7, a person's topics by 0.45, items by 0.5 and by their
 * difficulty; the true level of a domain is the mean grade expected over all its items.
 * VIVA_SOAK=1 simulates fifty times as many: topics are held in 92 to 93 of 100 cases, the whole in 88 to
 * 90, the trend in 93 to 94, and one in 400 who do not change is told that they rose.
 */
#define TOPICS 12
#define TOPIC_ITEMS 13
#define ITEMS (TOPICS * TOPIC_ITEMS)
#define SESSION_ITEMS 9         /* of nine topics, as the blueprint of 45 minutes */
#define SESSIONS_MAX 15         /* without a repeated item */
#define PERSON_SD 0.7
#define TOPIC_SD 0.45
#define ITEM_SD 0.5

static const double thresholds[GRADE_MAX] = { -2.2, -0.9, 0.4, 1.8 };
static struct rng rng;
static double item_ease[ITEMS];

static double
normal(double mean, double sd)
{
	double u = 1.0 - rng_unit(&rng), v = rng_unit(&rng);

	return mean + sd * sqrt(-2.0 * log(u)) * cos(2.0 * acos(-1.0) * v);
}

static int
runs(int sample)
{
	return test_size(sample, sample, 50 * sample);
}

static void
make_items(void)
{
	for (int i = 0; i < ITEMS; i++)
		item_ease[i] = normal(0.5 - 0.5 * (i % 3), ITEM_SD);
}

/* P(grade >= k + 1). */
static double
reaches(double ability, int item, int k)
{
	return 1.0 / (1.0 + exp(thresholds[k] - ability - item_ease[item]));
}

static double
expected(double ability, int item)
{
	double sum = 0.0;

	for (int k = 0; k < GRADE_MAX; k++)
		sum += reaches(ability, item, k);
	return sum;
}

static int
answer(double ability, int item)
{
	double u = rng_unit(&rng);
	int grade = 0;

	while (grade < GRADE_MAX && u < reaches(ability, item, grade))
		grade++;
	return grade;
}

/* The mean grade expected over the items of `topic`, or of all (-1). */
static double
truth(const double abilities[TOPICS], int topic)
{
	double sum = 0.0;
	int n = 0;

	for (int i = 0; i < ITEMS; i++)
		if (topic < 0 || i / TOPIC_ITEMS == topic) {
			sum += expected(abilities[i / TOPIC_ITEMS], i);
			n++;
		}
	return sum / n;
}

static void
shuffle(int *v, int n)
{
	for (int i = n - 1; i > 0; i--) {
		int k = (int)rng_below(&rng, (uint64_t)i + 1), swap = v[i];

		v[i] = v[k];
		v[k] = swap;
	}
}

/* The items of `sessions` sessions: nine topics each, no item twice. */
struct course { int items[SESSIONS_MAX][SESSION_ITEMS]; };

static void
plan_course(struct course *c, int sessions)
{
	int topics[TOPICS], left[TOPICS], order[TOPICS][TOPIC_ITEMS];

	for (int t = 0; t < TOPICS; t++) {
		topics[t] = t;
		left[t] = TOPIC_ITEMS;
		for (int i = 0; i < TOPIC_ITEMS; i++)
			order[t][i] = t * TOPIC_ITEMS + i;
		shuffle(order[t], TOPIC_ITEMS);
	}
	for (int s = 0; s < sessions; s++) {
		shuffle(topics, TOPICS);
		/* Those with most items left, so that none runs out. */
		for (int n = 0; n < SESSION_ITEMS; n++) {
			int most = n, swap = topics[n];

			for (int k = n + 1; k < TOPICS; k++)
				if (left[topics[k]] > left[topics[most]])
					most = k;
			topics[n] = topics[most];
			topics[most] = swap;
			c->items[s][n] = order[topics[n]][--left[topics[n]]];
		}
	}
}

static void
draw_person(double abilities[TOPICS])
{
	double person = normal(0.0, PERSON_SD);

	for (int t = 0; t < TOPICS; t++)
		abilities[t] = normal(person, TOPIC_SD);
}

struct tally { int n, held; };

static void
tally_add(struct tally *t, double low, double value, double high)
{
	t->n++;
	t->held += low <= value && value <= high;
}

static void
check_cover(const char *what, const struct tally *t, double least, double most)
{
	double cover = (double)t->held / t->n;

	printf("%s: %.3f of %d\n", what, cover, t->n);
	if (cover < least || cover > most)
		TEST_FAIL("%s: the range holds the true value in %.3f of %d cases, not %.2f to %.2f", what, cover, t->n,
		    least, most);
}

TEST(topic_and_overall_levels_are_within_their_ranges_nine_times_in_ten)
{
	static const int lengths[] = { 3, 6, 10 };

	rng_seed(&rng, 1, "levels");
	make_items();
	for (size_t k = 0; k < 3; k++) {
		struct tally topics = { 0, 0 }, overall = { 0, 0 };
		char what[64];

		for (int i = 0; i < runs(1000); i++) {
			int own[GRADE_MAX + 1] = { 0 }, counts[TOPICS][GRADE_MAX + 1] = { { 0 } };
			double abilities[TOPICS];
			struct course c;
			struct level l;

			draw_person(abilities);
			plan_course(&c, lengths[k]);
			for (int a = 0; a < lengths[k] * SESSION_ITEMS; a++) {
				int item = c.items[a / SESSION_ITEMS][a % SESSION_ITEMS], topic = item / TOPIC_ITEMS;
				int grade = answer(abilities[topic], item);

				own[grade]++;
				counts[topic][grade]++;
			}
			stats_level(&l, own, own);
			tally_add(&overall, l.low, truth(abilities, -1), l.high);
			for (int t = 0; t < TOPICS; t++) {
				stats_level(&l, counts[t], own);
				if (l.n >= STATS_MIN_ANSWERS)
					tally_add(&topics, l.low, truth(abilities, t), l.high);
			}
		}
		snprintf(what, sizeof what, "topics after %d sessions", lengths[k]);
		check_cover(what, &topics, 0.85, 0.95);
		snprintf(what, sizeof what, "overall after %d sessions", lengths[k]);
		check_cover(what, &overall, 0.85, 0.95);
	}
}

/* How a simulated candidate changes from session to session, on the logit scale. */
enum path { PATH_FLAT, PATH_WANDERS, PATH_CLIMBS, PATH_COUNT };

static double
step(enum path path)
{
	return path == PATH_WANDERS ? normal(0.0, 0.2) : path == PATH_CLIMBS ? 0.12 : 0.0;
}

struct trend_tally { struct tally first, last, change; int rose, fell, histories; };

static void
follow(struct trend_tally *out, enum path path, int sessions)
{
	struct trend_session v[SESSIONS_MAX];
	struct trend_point p[SESSIONS_MAX];
	double abilities[TOPICS], level[SESSIONS_MAX];
	struct trend_change change;
	struct course c;

	draw_person(abilities);
	plan_course(&c, sessions);
	for (int s = 0; s < sessions; s++) {
		double by = s > 0 ? step(path) : 0.0;

		v[s] = (struct trend_session){ .n = SESSION_ITEMS };
		for (int t = 0; t < TOPICS; t++)
			abilities[t] += by;
		level[s] = truth(abilities, -1);
		for (int i = 0; i < SESSION_ITEMS; i++) {
			int grade = answer(abilities[c.items[s][i] / TOPIC_ITEMS], c.items[s][i]);

			v[s].sum += grade;
			v[s].sum_squares += grade * grade;
		}
	}
	CHECK_INT(estimate_trend(p, &change, v, (size_t)sessions), 0);
	tally_add(&out->first, p[0].low, level[0], p[0].high);
	tally_add(&out->last, p[sessions - 1].low, level[sessions - 1], p[sessions - 1].high);
	tally_add(&out->change, change.low, level[sessions - 1] - level[0], change.high);
	out->rose += change.word == CHANGE_ROSE;
	out->fell += change.word == CHANGE_FELL;
	out->histories++;
}

TEST(the_band_of_the_trend_holds_the_level_nine_times_in_ten)
{
	struct trend_tally all = { .histories = 0 };

	rng_seed(&rng, 2, "trend");
	make_items();
	for (int i = 0; i < runs(1200); i++)
		follow(&all, (enum path)(i % PATH_COUNT),
		    TREND_MIN_LINE + (int)rng_below(&rng, SESSIONS_MAX - TREND_MIN_LINE + 1));
	check_cover("first session", &all.first, 0.85, 0.95);
	check_cover("last session", &all.last, 0.85, 0.95);
	check_cover("change", &all.change, 0.85, 0.95);
}

TEST(who_does_not_change_is_seldom_told_so)
{
	for (int sessions = TREND_MIN_WORDS; sessions <= SESSIONS_MAX; sessions += 5) {
		struct trend_tally all = { .histories = 0 };

		rng_seed(&rng, 3 + (uint64_t)sessions, "flat");
		make_items();
		for (int i = 0; i < runs(1000); i++)
			follow(&all, PATH_FLAT, sessions);
		printf("%d sessions without a change: rose %d, fell %d of %d\n", sessions, all.rose, all.fell,
		    all.histories);
		CHECK(all.rose * 10 <= all.histories);
		CHECK(all.fell * 10 <= all.histories);
	}
}

TEST(who_climbs_for_fifteen_sessions_is_mostly_told_so)
{
	struct trend_tally all = { .histories = 0 };

	rng_seed(&rng, 4, "climb");
	make_items();
	for (int i = 0; i < runs(400); i++)
		follow(&all, PATH_CLIMBS, SESSIONS_MAX);
	printf("climbing: rose %d, fell %d of %d\n", all.rose, all.fell, all.histories);
	CHECK(all.rose * 2 >= all.histories);
	CHECK_INT(all.fell, 0);
}

/* A difference of grades around `bias`, -4..4, and the mean of such differences. */
static double
difference(double bias)
{
	return fmin(fmax(round(normal(bias, 1.0)), -GRADE_MAX), GRADE_MAX);
}

static double
mean_difference(double bias)
{
	double mean = 0.0;

	for (int d = -GRADE_MAX; d <= GRADE_MAX; d++) {
		double low = d == -GRADE_MAX ? 0.0 : 0.5 * erfc((bias - d + 0.5) / sqrt(2.0));
		double high = d == GRADE_MAX ? 1.0 : 0.5 * erfc((bias - d - 0.5) / sqrt(2.0));

		mean += d * (high - low);
	}
	return mean;
}

TEST(mean_differences_and_shares_are_within_their_ranges_nine_times_in_ten)
{
	struct tally means = { 0, 0 }, shares = { 0, 0 };

	rng_seed(&rng, 5, "gaps");
	for (int i = 0; i < runs(4000); i++) {
		int n = ESTIMATE_MIN_ANSWERS + (int)rng_below(&rng, 40), k = 0;
		double bias = normal(0.2, 0.5), share = 0.05 + 0.9 * rng_unit(&rng), d[64];
		struct estimate e;

		for (int a = 0; a < n; a++) {
			d[a] = difference(bias);
			k += rng_unit(&rng) < share;
		}
		estimate_mean(&e, d, (size_t)n);
		tally_add(&means, e.low, mean_difference(bias), e.high);
		estimate_share(&e, k, n);
		tally_add(&shares, e.low, share, e.high);
	}
	check_cover("mean differences", &means, 0.85, 0.95);
	check_cover("shares", &shares, 0.85, 0.95);
}
