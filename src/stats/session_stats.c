#include "viva/stats.h"

/* A mean in the making. */
struct sum { int n; int64_t total; };

static void
sum_add(struct sum *s, int64_t v)
{
	s->n++;
	s->total += v;
}

static struct mean
sum_mean(const struct sum *s)
{
	return (struct mean){ .n = s->n, .value = s->n > 0 ? (double)s->total / s->n : 0.0 };
}

struct sums { struct sum grade, prediction, gap, self_gap; };

static bool
was_answered(const struct item_record *it)
{
	return (it->state == ITEM_ANSWERED || it->state == ITEM_RATED) && !it->no_answer;
}

static void
count_answer(struct session_stats *out, const struct item_record *it)
{
	out->answered++;
	out->limit_ms += it->limit_ms;
	out->used_ms += it->read_ms + it->think_ms + it->answer_ms;
	if (it->over_ms == 0)
		out->within_limit++;
}

static void
count_item(struct session_stats *out, const struct item_record *it)
{
	if (it->opened_ms >= 0)
		out->asked++;
	if (it->state == ITEM_NOT_ASKED)
		out->not_asked++;
	if (it->known)
		out->known++;
	if (it->no_answer)
		out->no_answers++;
	if (was_answered(it))
		count_answer(out, it);
}

static void
count_rating(struct sums *sums, const struct item_record *it, const struct rating *r)
{
	sum_add(&sums->grade, r->grade);
	if (it->prediction >= 0) {
		sum_add(&sums->prediction, it->prediction);
		sum_add(&sums->gap, it->prediction - r->grade);
	}
	if (it->self.settled && it->interviewer.settled)
		sum_add(&sums->self_gap, it->self.grade - it->interviewer.grade);
}

static int
grade_at(const struct record *r, int position)
{
	return record_rating(&r->items[position])->grade;
}

static void
find_best_and_worst(struct session_stats *out, const struct record *r)
{
	for (int i = 0; i < (int)r->item_count; i++) {
		if (record_rating(&r->items[i]) == NULL)
			continue;
		if (out->best < 0 || grade_at(r, i) > grade_at(r, out->best))
			out->best = i;
		if (out->worst < 0 || grade_at(r, i) < grade_at(r, out->worst))
			out->worst = i;
	}
	if (out->best >= 0 && grade_at(r, out->best) == grade_at(r, out->worst))
		out->worst = -1;
}

static void
find_slowest(struct session_stats *out, const struct record *r)
{
	double most = 0.0;

	for (int i = 0; i < (int)r->item_count; i++) {
		const struct item_record *it = &r->items[i];
		double share = it->limit_ms > 0 ? (double)it->over_ms / (double)it->limit_ms : 0.0;

		if (was_answered(it) && share > most) {
			out->slowest = i;
			most = share;
		}
	}
}

/* From the first opening to the end, or to the last event so far; amendments come later and count nothing. */
static int64_t
duration_ms(const struct record *r)
{
	int64_t from = -1, to = -1;

	for (size_t i = 0; i < r->event_count; i++) {
		const struct event *ev = &r->events[i];

		if (ev->kind == EV_OPEN && from < 0)
			from = ev->at_ms;
		to = ev->at_ms;
		if (ev->kind == EV_END)
			break;
	}
	return from >= 0 ? to - from : 0;
}

void
stats_session(struct session_stats *out, const struct record *r)
{
	struct sums sums = { .grade = { 0, 0 } };
	int by_interviewer = 0;

	*out = (struct session_stats){ .items = (int)r->item_count, .best = -1, .worst = -1, .slowest = -1 };
	for (size_t i = 0; i < r->item_count; i++) {
		const struct item_record *it = &r->items[i];
		const struct rating *rating = record_rating(it);

		count_item(out, it);
		if (rating == NULL)
			continue;
		count_rating(&sums, it, rating);
		if (rating == &it->interviewer)
			by_interviewer++;
	}
	out->rated = sums.grade.n;
	out->grade = sum_mean(&sums.grade);
	out->prediction = sum_mean(&sums.prediction);
	out->gap = sum_mean(&sums.gap);
	out->self_gap = sum_mean(&sums.self_gap);
	out->by_interviewer = out->rated > 0 && by_interviewer == out->rated;
	out->duration_ms = duration_ms(r);
	find_best_and_worst(out, r);
	find_slowest(out, r);
}
