#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report_file.h"
#include "cli/standing.h"
#include "viva/answers.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/cohort.h"
#include "viva/display_list.h"
#include "viva/progress.h"

/* Progress and cohort reports: answers of the store become figures, figures become pages. */

/* Days since 1970-01-01 of "2025-03-08", which is a date (Hinnant 2013). */
static int32_t
day_of(const char *date)
{
	int64_t y = strtol(date, NULL, 10), m = strtol(date + 5, NULL, 10), d = strtol(date + 8, NULL, 10);
	int64_t era, year_of_era, day_of_year;

	y -= m <= 2;
	era = y / 400;
	year_of_era = y - era * 400;
	day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return (int32_t)(era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	                 day_of_year - 719468);
}

/* The day the report is made for: the one given, else the last one with a session. */
static int32_t
day_for(const struct report_options *o, const struct answers *a)
{
	const int64_t us_per_minute = 60000000, minutes_per_day = 24 * 60;
	int32_t last = 0;

	assert(a != NULL);
	if (o->date != NULL)
		return day_of(o->date);
	for (size_t i = 0; i < a->session_count; i++) {
		const struct answer_session *s = &a->sessions[i];
		int64_t day = (s->created_us / us_per_minute + s->utc_offset_min) / minutes_per_day;

		if (day > last)
			last = (int32_t)day;
	}
	return last;
}

/* ---- without names ---- */

static int64_t
first_number(const struct answers *a, size_t person)
{
	const struct answer_person *p = &a->people[person];

	return p->session_count > 0 ? a->sessions[p->first_session].number : INT64_MAX;
}

/* By who came first, so that the number tells nothing about the name, and every report has the same. */
static size_t
rank_of(const struct answers *a, size_t person)
{
	size_t rank = 1;

	for (size_t i = 0; i < a->person_count; i++)
		rank += first_number(a, i) < first_number(a, person);
	return rank;
}

static int64_t
first_led(const struct answers *a, const char *interviewer)
{
	int64_t first = INT64_MAX;

	for (size_t i = 0; i < a->session_count; i++)
		if (a->sessions[i].interviewer != NULL &&
		    strcmp(a->sessions[i].interviewer, interviewer) == 0 && a->sessions[i].number < first)
			first = a->sessions[i].number;
	return first;
}

/* How many interviewers led a session before `interviewer` did. */
static size_t
led_before(const struct answers *a, const char *interviewer)
{
	int64_t own = first_led(a, interviewer);
	size_t n = 0;

	for (size_t i = 0; i < a->session_count; i++)
		n += a->sessions[i].interviewer != NULL && a->sessions[i].number < own &&
		    first_led(a, a->sessions[i].interviewer) == a->sessions[i].number;
	return n;
}

/* "Interviewer 2", or for one who only marks "Rater 1": by whose marks come first. */
static const char *
hide_rater(const struct answers *a, const char *name)
{
	size_t before = 1;

	if (first_led(a, name) != INT64_MAX)
		return arena_printf(a->arena, "Interviewer %zu", led_before(a, name) + 1);
	for (size_t i = 0; i < a->second_count && strcmp(a->seconds[i].rater, name) != 0; i++) {
		bool again = first_led(a, a->seconds[i].rater) != INT64_MAX;

		for (size_t k = 0; k < i && !again; k++)
			again = strcmp(a->seconds[k].rater, a->seconds[i].rater) == 0;
		before += !again;
	}
	return arena_printf(a->arena, "Rater %zu", before);
}

static int
hide_names(struct answers *a, struct err *err)
{
	const char **raters, **names, **interviewers;

	assert(a != NULL);
	raters = arena_alloc(a->arena, a->second_count, sizeof *raters);
	names = arena_alloc(a->arena, a->person_count, sizeof *names);
	interviewers = arena_alloc(a->arena, a->session_count, sizeof *interviewers);
	if (raters == NULL || names == NULL || interviewers == NULL)
		return err_memory(err);
	for (size_t i = 0; i < a->second_count; i++)
		if ((raters[i] = hide_rater(a, a->seconds[i].rater)) == NULL)
			return err_memory(err);
	for (size_t i = 0; i < a->person_count; i++)
		if ((names[i] = arena_printf(a->arena, "Candidate %02zu", rank_of(a, i))) == NULL)
			return err_memory(err);
	for (size_t i = 0; i < a->session_count; i++) {
		const char *name = a->sessions[i].interviewer;

		if (name != NULL && (interviewers[i] = arena_printf(a->arena, "Interviewer %zu",
		    led_before(a, name) + 1)) == NULL)
			return err_memory(err);
	}
	for (size_t i = 0; i < a->second_count; i++)
		a->seconds[i].rater = raters[i];
	for (size_t i = 0; i < a->person_count; i++)
		a->people[i].name = names[i];
	for (size_t i = 0; i < a->session_count; i++)
		a->sessions[i].interviewer = interviewers[i];
	return 0;
}

/* ---- loading ---- */

/* What is answered of the bank by `candidate` (NULL: everyone); nothing where there are no records. */
static int
load(struct answers **out, struct store *st, const struct bank *b, const char *candidate, struct err *err)
{
	struct arena *arena;

	if (st != NULL)
		return store_answers(st, candidate, b->id, out, err);
	arena = arena_new();
	*out = arena != NULL ? arena_alloc(arena, 1, sizeof **out) : NULL;
	if (*out == NULL) {
		arena_free(arena);
		return err_memory(err);
	}
	(*out)->arena = arena;
	return 0;
}

/* Those of the candidate; with pseudonyms of everyone, for a number has to be told from the others. */
struct mine { struct answers *a; size_t person; struct buf name; };

static size_t
find_person(const struct answers *a, const char *name)
{
	for (size_t i = 0; i < a->person_count; i++)
		if (strcmp(a->people[i].name, name) == 0)
			return i;
	return NO_PERSON;
}

static int
load_mine(struct mine *m, const struct app *app, struct store *st, const struct bank *b, bool pseudonyms,
    double *goal, struct err *err)
{
	struct buf given;
	int rc;

	buf_init(&given);
	rc = app_candidate(app, st, &given, err);
	if (rc == 0)
		rc = store_check_name(buf_text(&given), &m->name, err);
	if (rc == 0)
		rc = load(&m->a, st, b, buf_text(&m->name), err);
	if (rc == 0)
		rc = app_goal(st, buf_text(&m->name), goal, err);
	m->person = NO_PERSON;
	assert(rc != 0 || m->a != NULL);
	if (rc == 0 && m->a->person_count > 0) {
		m->person = 0;
		buf_clear(&m->name);
		buf_puts(&m->name, m->a->people[0].name);
	}
	if (rc == 0 && pseudonyms) {
		answers_free(m->a);
		m->a = NULL;
		rc = load(&m->a, st, b, NULL, err);
		if (rc == 0)
			m->person = find_person(m->a, buf_text(&m->name));
		if (rc == 0)
			rc = hide_names(m->a, err);
		buf_clear(&m->name);
		buf_puts(&m->name, m->person != NO_PERSON ? m->a->people[m->person].name : "Candidate");
	}
	buf_finish(&given);
	return rc == 0 && buf_failed(&m->name) ? err_memory(err) : rc;
}

/* ---- the reports ---- */

int
report_file_progress(const struct app *app, struct store *st, const struct report_options *o,
    const struct report_target *t, char **written, struct err *err)
{
	struct mine mine = { .person = NO_PERSON };
	struct display_list *dl = NULL;
	struct progress *p = NULL;
	struct bank *b = NULL;
	double goal = GOAL_DEFAULT;
	int rc = app_load_bank(app, &b, err);

	*written = NULL;
	buf_init(&mine.name);
	if (rc == 0)
		rc = load_mine(&mine, app, st, b, o->pseudonyms, &goal, err);
	if (rc == 0) {
		p = progress_new(mine.a, mine.person, b, buf_text(&mine.name), goal, day_for(o, mine.a));
		rc = p != NULL ? 0 : err_memory(err);
	}
	if (rc == 0 && t->format != REPORT_JSON)
		rc = report_progress(&dl, p, o, err);
	if (rc == 0)
		rc = t->format == REPORT_JSON ? report_json_progress(app, p, t, written, err) :
		    report_file_pages(app, dl, "viva-progress", t, written, err);
	display_list_free(dl);
	progress_free(p);
	answers_free(mine.a);
	buf_finish(&mine.name);
	bank_free(b);
	return rc;
}

int
report_file_cohort(const struct app *app, struct store *st, const struct report_options *o,
    const struct report_target *t, char **written, struct err *err)
{
	struct display_list *dl = NULL;
	struct answers *a = NULL;
	struct cohort *c = NULL;
	struct bank *b = NULL;
	double *goals = NULL;
	int rc = app_load_bank(app, &b, err);

	*written = NULL;
	if (rc == 0)
		rc = load(&a, st, b, NULL, err);
	if (rc == 0 && o->pseudonyms)
		rc = hide_names(a, err);
	if (rc == 0) {
		goals = standing_goals(a);
		c = goals != NULL ? cohort_new(a, b, goals, day_for(o, a)) : NULL;
		rc = c != NULL ? 0 : err_memory(err);
	}
	if (rc == 0 && t->format != REPORT_JSON)
		rc = report_cohort(&dl, c, o, err);
	if (rc == 0)
		rc = t->format == REPORT_JSON ? report_json_cohort(app, c, t, written, err) :
		    report_file_pages(app, dl, "viva-cohort", t, written, err);
	display_list_free(dl);
	cohort_free(c);
	free(goals);
	answers_free(a);
	bank_free(b);
	return rc;
}
