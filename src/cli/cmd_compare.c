#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/tell.h"
#include "viva/buf.h"
#include "viva/compare.h"
#include "viva/scoring.h"

/* One rater's marks: those of the session itself, or a scoring. */
struct rater {
	const char *name, *role;        /* "interviewer", "candidate" or "rater" */
	const struct scoring *s;        /* NULL: of the session */
};

struct comparison {
	struct record *record;
	struct scoring_record **scorings;
	size_t scoring_count;
	struct rater *raters;
	size_t rater_count;
	int *grades;                    /* as compare_raters() wants them */
	struct compare compare;
};

/* ---- gathering ---- */

/* What a rater gave a position, or NULL; a pass of the candidate is no judgement. */
static const struct rating *
given(const struct comparison *c, const struct rater *r, size_t position)
{
	const struct item_record *it = &c->record->items[position];
	const struct rating *own;

	if (r->s != NULL)
		return scoring_graded(r->s, position) ? &scoring_mark(r->s, position)->rating : NULL;
	own = c->record->head.mode == MODE_LED ? &it->interviewer : &it->self;
	return own->settled && !it->no_answer ? own : NULL;
}

/* Marks that were begun, and for which there came nothing to mark, are no one's to wait for. */
static bool
is_open(const struct scoring *s)
{
	bool any = false;

	for (size_t i = 0; i < scoring_count(s); i++)
		any |= scoring_item(s, i)->ratable;
	return any && !scoring_done(s);
}

/* Everyone blind must be done before anyone's marks are told. */
static int
refuse_open(const struct comparison *c, struct err *err)
{
	struct buf names;
	int rc = 0;

	buf_init(&names);
	for (size_t i = 0; i < c->scoring_count; i++) {
		assert(c->scorings[i] != NULL);
		if (is_open(c->scorings[i]->s))
			buf_printf(&names, "%s%s", names.len > 0 ? ", " : "", c->scorings[i]->head.rater);
	}
	if (buf_failed(&names))
		rc = err_memory(err);
	else if (names.len > 0)
		rc = err_set(err, EXIT_FINDINGS, "still marking session %lld, blind: %s; `viva rate %lld --rater NAME` "
		    "and d there end it", (long long)c->record->head.number, buf_text(&names),
		    (long long)c->record->head.number);
	buf_finish(&names);
	return rc;
}

static int
load_scorings(struct comparison *c, struct store *st, struct err *err)
{
	int64_t *ids;
	size_t count;
	int rc = store_scorings(st, c->record->head.id, &ids, &count, err);

	c->scorings = calloc(count + 1, sizeof(*c->scorings));
	if (c->scorings == NULL) {
		free(ids);
		return err_memory(err);
	}
	for (size_t i = 0; i < count && rc == 0; i++) {
		rc = store_scoring_load(st, ids[i], c->record, &c->scorings[i], err);
		c->scoring_count += rc == 0;
	}
	free(ids);
	return rc;
}

static int
list_raters(struct comparison *c, struct err *err)
{
	const struct session_head *h = &c->record->head;
	bool led = h->mode == MODE_LED;

	c->raters = calloc(c->scoring_count + 1, sizeof(*c->raters));
	if (c->raters == NULL)
		return err_memory(err);
	c->rater_count = c->scoring_count + 1;
	c->raters[0] = (struct rater){ led ? h->interviewer : h->candidate, led ? "interviewer" : "candidate",
		NULL };
	for (size_t i = 0; i < c->scoring_count; i++) {
		const char *name = c->scorings[i]->head.rater;

		c->raters[i + 1] = (struct rater){ name,
			strcmp(name, h->candidate) == 0 ? "candidate" : "rater", c->scorings[i]->s };
	}
	return 0;
}

static int
compare_grades(struct comparison *c, struct err *err)
{
	size_t items = c->record->item_count;
	struct compare result;
	int rc;

	c->grades = calloc(c->rater_count * items + 1, sizeof(*c->grades));
	if (c->grades == NULL)
		return err_memory(err);
	for (size_t r = 0; r < c->rater_count; r++)
		for (size_t p = 0; p < items; p++) {
			const struct rating *g = given(c, &c->raters[r], p);

			c->grades[r * items + p] = g != NULL ? g->grade : -1;
		}
	rc = compare_raters(&result, c->grades, c->rater_count, items, err);
	c->compare = result;
	return rc;
}

static int
gather(struct comparison *c, struct app *app, struct store *st, const char *word, struct err *err)
{
	int64_t id;

	if (app_find_session(app, st, word, &id, err) != 0 || store_load(st, id, &c->record, err) != 0)
		return -1;
	if (c->record->state != SESSION_ENDED)
		return err_set(err, EXIT_FINDINGS, "session %lld is unfinished: raters are compared when it is over",
		    (long long)c->record->head.number);
	if (load_scorings(c, st, err) != 0 || refuse_open(c, err) != 0)
		return -1;
	if (c->scoring_count == 0)
		return err_set(err, EXIT_FINDINGS, "session %lld has one rater: `viva rate %lld --rater NAME` adds another",
		    (long long)c->record->head.number, (long long)c->record->head.number);
	return list_raters(c, err) != 0 ? -1 : compare_grades(c, err);
}

static void
finish(struct comparison *c)
{
	compare_finish(&c->compare);
	free(c->grades);
	free(c->raters);
	for (size_t i = 0; i < c->scoring_count; i++)
		scoring_record_free(c->scorings[i]);
	free(c->scorings);
	record_free(c->record);
}

/* Whether those who gave the position a grade tick this key point differently. */
static bool
point_apart(const struct comparison *c, size_t position, size_t point)
{
	int first = -1;

	for (size_t r = 0; r < c->rater_count; r++) {
		const struct rating *g = given(c, &c->raters[r], position);

		if (g == NULL)
			continue;
		if (first >= 0 && g->ticks[point] != first)
			return true;
		first = g->ticks[point];
	}
	return false;
}

/* ---- as text ---- */

static void
tell_item(const struct comparison *c, const struct compare_item *it)
{
	const struct item *item = record_item(c->record, it->position);
	struct buf grades, points;

	buf_init(&grades);
	buf_init(&points);
	for (size_t r = 0; r < c->rater_count; r++) {
		int grade = c->grades[r * c->record->item_count + it->position];

		if (grade >= 0)
			buf_printf(&grades, "%s%s %d", grades.len > 0 ? ", " : "", c->raters[r].name, grade);
	}
	tell(stdout, 2, 6, "Question %zu, %s: %s", it->position + 1, item->title, buf_text(&grades));
	for (size_t k = 0; k < item->key_point_count && it->high - it->low >= COMPARE_APART; k++)
		if (point_apart(c, it->position, k))
			buf_printf(&points, "%s%zu", points.len > 0 ? ", " : "", k + 1);
	if (points.len > 0)
		tell(stdout, 6, 6, "Key points heard differently: %s", buf_text(&points));
	buf_finish(&grades);
	buf_finish(&points);
}

static void
tell_pair_of(const struct comparison *c, const struct compare_pair *p)
{
	const struct agreement *a = &p->agreement;
	const char *first = c->raters[p->first].name, *second = c->raters[p->second].name;

	if (a->n == 0)
		tell(stdout, 2, 6, "%s and %s marked no answer in common.", first, second);
	else if (a->has_kappa)
		tell(stdout, 2, 6, "%s and %s: %d of %d answers the same, %d within one; weighted kappa %.2f.", first,
		    second, a->exact, a->n, a->within_one, a->kappa);
	else
		tell(stdout, 2, 6, "%s and %s: %d of %d answers the same, %d within one; %s.", first, second,
		    a->exact, a->n, a->within_one,
		    a->n < AGREEMENT_MIN_KAPPA ? "too few for kappa" :
		    "kappa is not defined for these grades");
}

/* Those at least (or less than) COMPARE_APART apart, under a heading. */
static void
tell_items(const struct comparison *c, bool far, const char *heading)
{
	bool first = true;

	for (size_t i = 0; i < c->compare.item_count; i++) {
		const struct compare_item *it = &c->compare.items[i];

		if (it->raters < 2 || (it->high - it->low >= COMPARE_APART) != far)
			continue;
		if (first)
			tell(stdout, 0, 0, "%s", heading);
		first = false;
		tell_item(c, it);
	}
}

static void
tell_all(const struct comparison *c)
{
	const struct session_head *h = &c->record->head;

	if (h->interviewer != NULL)
		tell(stdout, 0, 0, "Session %lld: %s, led by %s.", (long long)h->number, h->candidate,
		    h->interviewer);
	else
		tell(stdout, 0, 0, "Session %lld: %s.", (long long)h->number, h->candidate);
	tell_items(c, true, "Two grades apart or more; talk about these:");
	tell_items(c, false, "The others:");
	tell(stdout, 0, 0, "Agreement:");
	for (size_t i = 0; i < c->compare.pair_count; i++)
		tell_pair_of(c, &c->compare.pairs[i]);
}

/* ---- as JSON ---- */

static json_t *
items_json(const struct comparison *c)
{
	json_t *items = json_array();

	for (size_t i = 0; i < c->compare.item_count; i++) {
		const struct compare_item *it = &c->compare.items[i];
		const struct item *item = record_item(c->record, it->position);
		json_t *grades = json_array(), *points = json_array();

		for (size_t r = 0; r < c->rater_count; r++) {
			int grade = c->grades[r * c->record->item_count + it->position];

			json_array_append_new(grades, grade >= 0 ? json_integer(grade) : json_null());
		}
		for (size_t k = 0; k < item->key_point_count; k++)
			if (point_apart(c, it->position, k))
				json_array_append_new(points, json_string(item->key_points[k].id));
		json_array_append_new(items,
		    json_pack("{s:i, s:s, s:s, s:o, s:o, s:o}", "position", (int)it->position, "id", item->id,
		        "title", item->title, "grades", grades, "difference",
		        it->raters > 1 ? json_integer(it->high - it->low) : json_null(), "key_points_apart",
		        points));
	}
	return items;
}

static json_t *
pairs_json(const struct comparison *c)
{
	json_t *pairs = json_array();

	for (size_t i = 0; i < c->compare.pair_count; i++) {
		const struct compare_pair *p = &c->compare.pairs[i];
		const struct agreement *a = &p->agreement;

		json_array_append_new(pairs,
		    json_pack("{s:s, s:s, s:i, s:i, s:i, s:o}", "first", c->raters[p->first].name, "second",
		        c->raters[p->second].name, "answers", a->n, "exact", a->exact, "within_one",
		        a->within_one, "kappa", a->has_kappa ? json_real(a->kappa) : json_null()));
	}
	return pairs;
}

static json_t *
comparison_json(const struct comparison *c)
{
	json_t *raters = json_array();

	for (size_t r = 0; r < c->rater_count; r++)
		json_array_append_new(raters, json_pack("{s:s, s:s}", "name", c->raters[r].name, "role",
		    c->raters[r].role));
	return json_pack("{s:I, s:s, s:o, s:o, s:o}", "session", (json_int_t)c->record->head.number,
	    "candidate", c->record->head.candidate, "raters", raters, "items", items_json(c), "agreement",
	    pairs_json(c));
}

static int
compare_run(struct app *app, const struct args *args, struct err *err)
{
	struct comparison c = { .record = NULL };
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	if (rc == STORE_NOT_FOUND)
		rc = err_set(err, EXIT_FINDINGS, "no session to compare raters of");
	if (rc == 0)
		rc = gather(&c, app, st, args->word_count > 0 ? args->words[0] : NULL, err);
	if (rc == 0 && app->json)
		rc = app_print_json(comparison_json(&c), err);
	else if (rc == 0)
		tell_all(&c);
	finish(&c);
	store_close(st);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_compare = {
	.name = "compare", .args = "[SESSION]", .brief = "the raters of a session side by side, and how far they agree",
	.example = "viva compare last", .words_max = 1, .json = true, .run = compare_run,
};
