#include "cli/report_earlier.h"

#include <assert.h>
#include <stdlib.h>

#include "viva/answers.h"
#include "viva/bank.h"
#include "viva/err.h"

static void
count_grade(struct report_tally *t, int grade)
{
	t->n++;
	t->sum += grade;
}

static void
count_answer(struct report_earlier *e, const struct answer *v, const struct item *item, bool by_interviewer)
{
	int grade = by_interviewer ? v->grade_interviewer : v->grade_own;

	if (v->swapped)
		return;
	e->answered += v->answered;
	e->within_limit += v->answered && v->used_ms <= v->limit_ms;
	if (grade < 0 || v->retry)
		return;
	count_grade(&e->grades, grade);
	count_grade(&e->kinds[item->kind], grade);
	count_grade(&e->difficulties[item->difficulty - 1], grade);
}

int
report_earlier(struct report_earlier **out, size_t *count, struct store *st, const struct record *r,
    const struct session_stats *stats, struct err *err)
{
	struct answers *a = NULL;
	struct report_earlier *v = NULL;
	int rc;

	*out = NULL;
	*count = 0;
	rc = store_answers(st, r->head.candidate, r->head.bank_id, &a, err);
	if (rc == 0 && (v = calloc(a->session_count + 1, sizeof *v)) == NULL)
		rc = err_memory(err);
	assert(rc != 0 || (a != NULL && v != NULL));
	for (size_t i = 0; rc == 0 && i < a->session_count; i++) {
		const struct answer_session *s = &a->sessions[i];

		/* Sessions stand in the order they were held. */
		if (s->created_us >= r->head.created_us || s->number == r->head.number)
			continue;
		for (size_t j = 0; j < s->answer_count; j++) {
			const struct answer *answer = &a->v[s->first_answer + j];

			count_answer(&v[*count], answer, a->items[answer->item].item, stats->by_interviewer);
		}
		if (v[*count].grades.n > 0)
			(*count)++;
		else
			v[*count] = (struct report_earlier){ .answered = 0 };
	}
	answers_free(a);
	if (rc != 0) {
		free(v);
		v = NULL;
	}
	*out = v;
	return rc;
}
