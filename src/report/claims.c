#include <stdlib.h>
#include "report/model.h"

/*
 * "Keep" and "Change": what the session shows of single answers, strongest first, one claim for a
 * question as long as there are others.  Every claim can be checked in the question's row.
 */

/* How much a claim weighs; the steps between leave room for degrees. */
enum {
	WEIGHT_ALL_SAID_IN_TIME = 100, WEIGHT_ALL_SAID = 80, WEIGHT_GOOD_GRADE = 60,
	WEIGHT_ESSENTIALS_SAID = 50, WEIGHT_HALF_SAID = 40, WEIGHT_PREDICTED = 30, WEIGHT_ASKED = 25,
	WEIGHT_IN_TIME = 20,
	WEIGHT_ESSENTIAL_MISSED = 100, WEIGHT_PASSED = 95, WEIGHT_MISTAKE = 90, WEIGHT_OVER = 70,
	WEIGHT_PREDICTION = 60, WEIGHT_MISSED = 40
};
#define GOOD_GRADE 3
#define NOTHING_YET "Nothing to name yet: every answer that is marked adds to this."
#define ROOM_MS 30000           /* in less, nobody adds a point */
#define POOR_PREDICTION 2       /* grades apart */

struct candidate_claim { int weight, row; const char *text; };

struct claims {
	struct candidate_claim *v;
	size_t count, capacity;
};

static void
add_claim(struct model_maker *k, struct claims *c, int weight, const struct session_row *row,
    const char *text)
{
	if (c->count == c->capacity) {
		size_t capacity = c->capacity > 0 ? 2 * c->capacity : 32;
		struct candidate_claim *v = realloc(c->v, capacity * sizeof *v);

		if (v == NULL) {
			k->failed = true;
			return;
		}
		c->v = v;
		c->capacity = capacity;
	}
	c->v[c->count++] = (struct candidate_claim){ weight, row->number, text };
}

/* ", 40 s under the limit", or "" for an answer that passed it. */
static const char *
time_left(struct model_maker *k, const struct session_row *row)
{
	int64_t left = row->limit_ms - row->used_ms;

	if (row->over_ms > 0 || left < 0)
		return "";
	if (left < 1000)
		return ", right on the limit";
	return say(k, ", %s under the limit", say_span(k, left, false));
}

static const struct key_point *
first_point(const struct session_row *row, enum tick tick, bool essential)
{
	for (size_t i = 0; i < row->point_count; i++)
		if (row->rating->ticks[i] == tick && row->essential[i] == essential)
			return &row->item->key_points[i];
	return NULL;
}

/* How the answer went, once: the strongest of four ways to say it, or NULL where none is praise. */
static const char *
praise(struct model_maker *k, const struct session_row *row, int *weight)
{
	const char *left = time_left(k, row);
	int grade = row->rating->grade, points = (int)row->point_count, essentials = 0;
	bool in_time = row->over_ms == 0, half = 2 * row->said >= points;

	*weight = 0;
	for (size_t i = 0; i < row->point_count; i++)
		essentials += row->essential[i];
	if (points >= 2 && row->said == points) {
		*weight = (in_time ? WEIGHT_ALL_SAID_IN_TIME : WEIGHT_ALL_SAID) + grade;
		return say(k, "All %d key points said%s.", points, left);
	}
	if (grade >= GOOD_GRADE) {
		*weight = WEIGHT_GOOD_GRADE + grade;
		return half ? say(k, "Grade %d (%s): %d of %s said%s.", grade, grade_word(row, grade),
		    row->said, say_count(k, points, "key point", "key points"), left) :
		    say(k, "Grade %d (%s)%s.", grade, grade_word(row, grade), left);
	}
	if (essentials > 0 && first_point(row, TICK_NO, true) == NULL &&
	    first_point(row, TICK_PARTLY, true) == NULL) {
		*weight = WEIGHT_ESSENTIALS_SAID + grade;
		return essentials == 1 ? say(k, "The essential point was said: \xe2\x80\x9c%s\xe2\x80\x9d",
		    say_prose(k, &first_point(row, TICK_YES, true)->text)) :
		    say(k, "%s essential points said%s.", essentials == 2 ? "Both" :
		    say(k, "All %d", essentials), left);
	}
	if (in_time && half && row->said > 0) {
		*weight = WEIGHT_HALF_SAID + grade;
		return say(k, "%d of %s said%s.", row->said, say_count(k, points, "key point", "key points"),
		    left);
	}
	return NULL;
}

/* Names what was good and nothing else: time left is no merit where little was said in it. */
static void
keep_of_row(struct model_maker *k, struct claims *c, const struct session_row *row)
{
	const char *text;
	int weight;

	if (!row->answered)
		return;
	if (row->facts > 0 && row->item->kind == KIND_SCENARIO)
		add_claim(k, c, WEIGHT_ASKED, row, say(k, "Asked for %s of the scenario.",
		    say_count(k, row->facts, "fact", "facts")));
	if (row->rating == NULL) {
		if (row->over_ms == 0)
			add_claim(k, c, WEIGHT_IN_TIME, row, say(k, "Answered%s.", time_left(k, row)));
		return;
	}
	text = praise(k, row, &weight);
	if (text != NULL)
		add_claim(k, c, weight, row, text);
	if (row->prediction == row->rating->grade && row->prediction > 0)
		add_claim(k, c, WEIGHT_PREDICTED, row,
		    say(k, "The prediction met the grade, %d.", row->prediction));
}

/* Where nothing stands out: the best of the answers that kept to the limit is a start. */
static void
keep_a_start(struct model_maker *k, struct claims *c)
{
	const struct session_row *best = NULL;
	int64_t left;

	for (size_t i = 0; i < k->m->row_count; i++) {
		const struct session_row *row = &k->m->rows[i];

		if (row->answered && row->rating != NULL && row->over_ms == 0 &&
		    (best == NULL || row->rating->grade > best->rating->grade ||
		    (row->rating->grade == best->rating->grade && row->said > best->said)))
			best = row;
	}
	if (best == NULL)
		return;
	left = best->limit_ms - best->used_ms;
	add_claim(k, c, WEIGHT_IN_TIME, best, say(k, "%s finished this answer within the limit%s.",
	    k->options->edition == EDITION_COACH ? "The candidate" : "You", left < ROOM_MS ? "" :
	    say(k, ", with %s left for more points", say_span(k, left, false))));
}

static void
change_of_row(struct model_maker *k, struct claims *c, const struct session_row *row)
{
	const struct key_point *point;
	int essential = 0;

	if (row->passed)
		add_claim(k, c, WEIGHT_PASSED, row, "Passed; it counts as grade 0.");
	if (row->answered && row->over_ms > 0)
		add_claim(k, c, WEIGHT_OVER + (int)(10 * row->over_ms / (row->over_ms + row->limit_ms)), row,
		    say(k, "%s over the limit of %s.", say_span(k, row->over_ms, true),
		    say_span(k, row->limit_ms, false)));
	if (!row->answered || row->rating == NULL)
		return;
	for (size_t i = 0; i < row->point_count; i++)
		essential += row->essential[i] && row->rating->ticks[i] == TICK_NO;
	point = first_point(row, TICK_NO, true);
	if (point != NULL)
		add_claim(k, c, WEIGHT_ESSENTIAL_MISSED + GRADE_MAX - row->rating->grade, row, say(k,
		    "%s missed: \xe2\x80\x9c%s\xe2\x80\x9d", essential == 1 ? "An essential point" :
		    say(k, "%d essential points", essential), say_prose(k, &point->text)));
	for (size_t i = 0; i < row->item->mistake_count && i < MISTAKES_MAX; i++)
		if (row->rating->mistakes >> i & 1)
			add_claim(k, c, WEIGHT_MISTAKE, row,
			    say(k, "A known mistake came up: \xe2\x80\x9c%s\xe2\x80\x9d",
				say_prose(k, &row->item->mistakes[i].claim)));
	if (row->prediction >= 0 && abs(row->prediction - row->rating->grade) >= POOR_PREDICTION)
		add_claim(k, c, WEIGHT_PREDICTION, row, say(k, "Predicted %d, grade %d.", row->prediction,
		    row->rating->grade));
	point = first_point(row, TICK_NO, false);
	if (point != NULL)
		add_claim(k, c, WEIGHT_MISSED + row->missed, row, say(k,
		    "%d of %s missed%s \xe2\x80\x9c%s\xe2\x80\x9d", row->missed,
		    say_count(k, (int)row->point_count, "key point", "key points"),
		    row->missed == 1 ? ":" : ", such as", say_prose(k, &point->text)));
}

static bool
is_named(const struct claim *out, size_t count, int number)
{
	for (size_t i = 0; i < count; i++)
		if (out[i].number == number)
			return true;
	return false;
}

/* Takes the heaviest claims, each of another question first, and puts them in order of questions. */
static size_t
choose(struct claim out[FINDINGS_MAX], struct claims *c)
{
	size_t count = 0;

	for (int pass = 0; pass < 2; pass++)
		while (count < FINDINGS_MAX) {
			struct candidate_claim *best = NULL;

			for (size_t i = 0; i < c->count; i++)
				if (c->v[i].weight > 0 && (best == NULL || c->v[i].weight > best->weight) &&
				    (pass > 0 || !is_named(out, count, c->v[i].row)))
					best = &c->v[i];
			if (best == NULL)
				break;
			out[count++] = (struct claim){ best->row, best->text };
			best->weight = 0;
		}
	for (size_t i = 1; i < count; i++)      /* stable: few */
		for (size_t j = i; j > 0 && out[j - 1].number > out[j].number; j--) {
			struct claim swap = out[j];

			out[j] = out[j - 1];
			out[j - 1] = swap;
		}
	return count;
}

void
model_claims(struct model_maker *k)
{
	struct session_model *m = k->m;
	struct claims keep = { 0 }, change = { 0 };

	for (size_t i = 0; i < m->row_count; i++) {
		keep_of_row(k, &keep, &m->rows[i]);
		change_of_row(k, &change, &m->rows[i]);
	}
	if (keep.count == 0)
		keep_a_start(k, &keep);
	m->keep_count = choose(m->keep, &keep);
	m->change_count = choose(m->change, &change);
	free(keep.v);
	free(change.v);
	if (k->stats->answered == 0) {
		m->nothing_to_keep = "No question was answered, so there is nothing to name here yet.";
		m->nothing_to_change = m->nothing_to_keep;
	} else if (k->stats->rated == 0) {
		m->nothing_to_keep = NOTHING_YET;
		m->nothing_to_change = "No answer is marked yet; this fills in with the grades.";
	} else {
		m->nothing_to_keep = NOTHING_YET;
		m->nothing_to_change = "Every key point was said and no limit was passed.";
	}
}
