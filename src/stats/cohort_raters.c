/* The interviewers of a group: their load, and whether they score alike. */
#include "stats/cohort_raters.h"

#include <stdlib.h>
#include <string.h>

#include "viva/arena.h"

/* Two grades of one answer, the first by `rater`. */
struct pair { const char *rater; int first, second; };
struct pairs { struct pair *v; size_t count; int *first, *second; double *apart; };

static int
compare_pairs(const void *a, const void *b)
{
	return strcmp(((const struct pair *)a)->rater, ((const struct pair *)b)->rater);
}

/* ---- who they are, and what they did ---- */

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Everyone who led a session or marked one, once, by name. */
static int
list_interviewers(struct cohort *c, const struct answers *a)
{
	const char **names = calloc(a->session_count + a->second_count + 1, sizeof *names);
	size_t n = 0;

	c->interviewers = arena_alloc(c->arena, a->session_count + a->second_count, sizeof *c->interviewers);
	if (names == NULL || c->interviewers == NULL) {
		free(names);
		return -1;
	}
	for (size_t i = 0; i < a->session_count; i++)
		if (a->sessions[i].interviewer != NULL)
			names[n++] = a->sessions[i].interviewer;
	for (size_t i = 0; i < a->second_count; i++)
		names[n++] = a->seconds[i].rater;
	qsort(names, n, sizeof *names, compare_names);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || strcmp(names[i - 1], names[i]) != 0)
			c->interviewers[c->interviewer_count++] =
			    (struct cohort_interviewer){ .name = names[i] };
	free(names);
	return 0;
}

/* The sessions of one member that `who` led. */
static void
add_member(struct cohort_interviewer *who, const struct progress *p, int32_t today)
{
	int led = 0;

	for (size_t i = 0; i < p->session_count; i++) {
		if (p->sessions[i].interviewer == NULL || strcmp(p->sessions[i].interviewer, who->name) != 0)
			continue;
		led++;
		who->recent += today - p->sessions[i].day < COHORT_UNLED_DAYS;
	}
	who->sessions += led;
	who->candidates += led > 0;
}

/* Seconds stand session by session. */
static void
count_rated(struct cohort_interviewer *who, const struct answers *a)
{
	size_t last = SIZE_MAX;

	for (size_t i = 0; i < a->second_count; i++) {
		size_t session = a->v[a->seconds[i].answer].session;

		if (strcmp(a->seconds[i].rater, who->name) != 0 || session == last)
			continue;
		who->rated++;
		last = session;
	}
}

/* ---- do they score alike ---- */

/* Agreement of the pairs of `name`, or of all if NULL. */
static void
agree(struct agreement *agreement, struct estimate *gap, const struct pairs *p, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < p->count; i++) {
		if (name != NULL && strcmp(p->v[i].rater, name) != 0)
			continue;
		p->first[n] = p->v[i].first;
		p->second[n] = p->v[i].second;
		p->apart[n++] = p->v[i].first - p->v[i].second;
	}
	estimate_agreement(agreement, p->first, p->second, n);
	if (gap == NULL)
		return;
	estimate_mean(gap, p->apart, n);
	gap->ranged = gap->ranged && gap->n >= AGREEMENT_MIN_KAPPA;
}

/* Own grades (first) and the interviewer's, of first meetings; passes are the same to everyone. */
static void
collect_own(struct pairs *out, const struct cohort *c)
{
	for (size_t m = 0; m < c->member_count; m++) {
		const struct progress *p = c->progress[m];

		for (size_t i = 0; i < p->answer_count; i++) {
			const struct progress_answer *v = &p->all[i];
			const char *name = p->sessions[v->session].interviewer;

			if (v->first && !v->no_answer && v->grade_own >= 0 && v->grade_interviewer >= 0 &&
			    name != NULL)
				out->v[out->count++] = (struct pair){ name, v->grade_own,
					v->grade_interviewer };
		}
	}
	qsort(out->v, out->count, sizeof *out->v, compare_pairs);
}

static void
add_both(struct pairs *out, const char *one, int grade, const char *other, int other_grade)
{
	out->v[out->count++] = (struct pair){ one, grade, other_grade };
	out->v[out->count++] = (struct pair){ other, other_grade, grade };
}

/* Each two who marked the same answer, from both sides; the candidate is none of them. */
static void
collect_others(struct pairs *out, const struct answers *a)
{
	for (size_t i = 0; i < a->second_count; i++) {
		const struct answer_second *second = &a->seconds[i];
		const struct answer *v = &a->v[second->answer];
		const char *interviewer = a->sessions[v->session].interviewer;

		if (v->no_answer)
			continue;
		if (interviewer != NULL && v->grade_interviewer >= 0)
			add_both(out, interviewer, v->grade_interviewer, second->rater, second->grade);
		for (size_t k = i; k-- > 0 && a->seconds[k].answer == second->answer;)
			add_both(out, a->seconds[k].rater, a->seconds[k].grade, second->rater, second->grade);
	}
	qsort(out->v, out->count, sizeof *out->v, compare_pairs);
}

/* Room for every pair that `a` can hold. */
static size_t
most_pairs(const struct cohort *c, const struct answers *a)
{
	size_t n = cohort_count_answers(c) + 2 * a->second_count, before = 0;

	for (size_t i = 1; i < a->second_count; i++) {
		before = a->seconds[i].answer == a->seconds[i - 1].answer ? before + 1 : 0;
		n += 2 * before;
	}
	return n;
}

static int
compare_raters(struct cohort *c, const struct answers *a)
{
	size_t n = most_pairs(c, a);
	struct pairs p = {
		.v = calloc(n + 1, sizeof *p.v), .first = calloc(n + 1, sizeof *p.first),
		.second = calloc(n + 1, sizeof *p.second), .apart = calloc(n + 1, sizeof *p.apart),
	};
	int rc = p.v != NULL && p.first != NULL && p.second != NULL && p.apart != NULL ? 0 : -1;

	if (rc == 0) {
		collect_own(&p, c);
		agree(&c->agreement, NULL, &p, NULL);
		for (size_t i = 0; i < c->interviewer_count; i++)
			agree(&c->interviewers[i].agreement, &c->interviewers[i].self_gap, &p,
			    c->interviewers[i].name);
		p.count = 0;
		collect_others(&p, a);
		for (size_t i = 0; i < c->interviewer_count; i++)
			agree(&c->interviewers[i].others, &c->interviewers[i].others_gap, &p,
			    c->interviewers[i].name);
	}
	free(p.v);
	free(p.first);
	free(p.second);
	free(p.apart);
	return rc;
}

/* ---- who sees whom ---- */

/* Who led least of late, but not the member; the first by name among equals. */
static const char *
least_busy(const struct cohort *c, const char *member)
{
	const struct cohort_interviewer *found = NULL;

	for (size_t i = 0; i < c->interviewer_count; i++) {
		const struct cohort_interviewer *who = &c->interviewers[i];

		if (who->sessions > 0 && strcmp(who->name, member) != 0 &&
		    (found == NULL || who->recent < found->recent))
			found = who;
	}
	return found != NULL ? found->name : NULL;
}

int
cohort_raters(struct cohort *c, const struct answers *a)
{
	if (list_interviewers(c, a) != 0)
		return -1;
	for (size_t i = 0; i < c->interviewer_count; i++) {
		for (size_t m = 0; m < c->member_count; m++)
			add_member(&c->interviewers[i], c->progress[m], c->today);
		count_rated(&c->interviewers[i], a);
	}
	for (size_t m = 0; m < c->member_count; m++)
		c->members[m].with = c->members[m].needs == 0 ? NULL :
		    c->members[m].last_interviewer != NULL    ? c->members[m].last_interviewer :
		    least_busy(c, c->members[m].name);
	return compare_raters(c, a);
}
