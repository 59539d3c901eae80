#include "viva/progress.h"

#include <stdlib.h>
#include <string.h>

#include "stats/gather.h"
#include "viva/arena.h"

#define US_PER_MINUTE 60000000
#define MINUTES_PER_DAY (24 * 60)

int
series_grade(const struct answer *v, enum series s)
{
	return s == SERIES_INTERVIEWERS ? v->grade_interviewer : v->grade_own;
}

uint64_t
series_ticks(const struct answer *v, enum series s)
{
	return s == SERIES_INTERVIEWERS ? v->ticks_interviewer : v->ticks_own;
}

/* ---- which texts are of one item, and where it belongs today ---- */

struct named { const char *id; size_t index; };

static int
compare_named(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

static int
trace_items(struct gather *g)
{
	size_t n = g->a->item_count;
	struct named *sorted = calloc(n + 1, sizeof *sorted);

	if (sorted == NULL)
		return -1;
	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct named){ g->a->items[i].item->id, i };
	qsort(sorted, n, sizeof *sorted, compare_named);
	for (size_t i = 0; i < n; i++) {
		const struct answer_item *it = &g->a->items[sorted[i].index];
		size_t now = bank_find_item(g->bank, it->item->id);

		if (i == 0 || strcmp(sorted[i - 1].id, sorted[i].id) != 0)
			g->identity_count++;
		g->identity[sorted[i].index] = g->identity_count - 1;
		/* An item that was moved counts where it stands now. */
		g->topic[sorted[i].index] = now != SIZE_MAX ? g->bank->items[now].topic :
		    bank_find_topic(g->bank, it->bank->topics[it->item->topic].id);
	}
	free(sorted);
	return 0;
}

/* ---- rows ---- */

static int32_t
local_day(int64_t wall_us, int utc_offset_min)
{
	return (int32_t)((wall_us / US_PER_MINUTE + utc_offset_min) / MINUTES_PER_DAY);
}

static void
meet(struct gather *g, const struct answer *v, const struct progress_session *s, uint32_t ordinal)
{
	size_t now = bank_find_item(g->bank, g->a->items[v->item].item->id);
	int grade = answer_grade(v);
	struct item_history *h;

	if (now == SIZE_MAX)
		return;
	h = &g->p->history[now];
	h->times_met += h->last_met_session != ordinal;
	h->last_met_session = ordinal;
	h->last_met_day = s->day;
	if (grade >= 0)
		h->last_grade = grade;
}

static void
take_session(struct progress_session *s, const struct answer_session *from)
{
	s->number = from->number;
	s->created_us = from->created_us;
	s->utc_offset_min = from->utc_offset_min;
	s->day = local_day(from->created_us, from->utc_offset_min);
	s->mode = from->mode;
	s->drill = strcmp(from->blueprint, ANSWERS_DRILL) == 0;
	s->interviewer = from->interviewer;
}

/* One row; `met` has each identity's earlier meeting. */
static void
take_answer(struct gather *g, size_t row, size_t session, bool *met)
{
	const struct answer *v = &g->a->v[row];
	struct progress *p = g->p;
	struct progress_session *s = &p->sessions[session];
	bool first = !met[g->identity[v->item]];

	met[g->identity[v->item]] = true;
	meet(g, v, s, (uint32_t)session + 1);
	if (v->swapped) {
		s->swapped++;
		return;
	}
	s->asked++;
	s->answer_count++;
	g->source[p->answer_count] = row;
	p->all[p->answer_count++] = (struct progress_answer){
		.session = session, .item = g->a->items[v->item].item, .topic = g->topic[v->item], .first = first,
		.answered = v->answered, .no_answer = v->no_answer, .grade = -1, .grade_own = v->grade_own,
		.grade_interviewer = v->grade_interviewer, .prediction = v->prediction, .facts = v->facts,
		.hints = v->hints, .used_ms = v->used_ms, .limit_ms = v->limit_ms,
	};
}

static int
take_rows(struct gather *g, const struct answer_person *who)
{
	bool *met = calloc(g->identity_count + 1, sizeof *met);

	if (met == NULL)
		return -1;
	for (size_t i = 0; i < who->session_count; i++) {
		const struct answer_session *from = &g->a->sessions[who->first_session + i];

		take_session(&g->p->sessions[i], from);
		g->p->sessions[i].first_answer = g->p->answer_count;
		for (size_t k = 0; k < from->answer_count; k++)
			take_answer(g, from->first_answer + k, i, met);
	}
	g->p->session_count = who->session_count;
	free(met);
	return 0;
}

/* ---- the series ---- */

static void
count_series(struct gather *g, enum series s)
{
	struct progress_series *out = &g->p->by_series[s];
	int counts[GRADE_MAX + 1] = { 0 };

	for (size_t i = 0; i < g->p->answer_count; i++) {
		const struct progress_answer *v = &g->p->all[i];
		int grade = s == SERIES_INTERVIEWERS ? v->grade_interviewer : v->grade_own;

		if (!v->first || grade < 0)
			continue;
		counts[grade]++;
		out->answers++;
		out->no_answers += v->no_answer;
	}
	stats_level(&out->level, counts, counts);
	out->ranged = out->answers >= STATS_MIN_ANSWERS;
}

static void
lead(struct gather *g)
{
	struct progress *p = g->p;
	const struct progress_series *theirs, *own;

	for (int s = 0; s < SERIES_COUNT; s++)
		count_series(g, (enum series)s);
	theirs = &p->by_series[SERIES_INTERVIEWERS];
	own = &p->by_series[SERIES_OWN];
	p->series = theirs->answers >= SERIES_LEADS || (own->answers == 0 && theirs->answers > 0) ?
	    SERIES_INTERVIEWERS : SERIES_OWN;
	p->answers = p->by_series[p->series].answers;
	p->no_answers = p->by_series[p->series].no_answers;
	for (size_t i = 0; i < p->answer_count; i++) {
		struct progress_answer *v = &p->all[i];

		v->grade = p->series == SERIES_INTERVIEWERS ? v->grade_interviewer : v->grade_own;
		v->counts = v->first && v->grade >= 0;
	}
}

/* ---- sessions and their trend ---- */

static void
cell_add(struct cell *c, double v)
{
	c->n++;
	c->mean += (v - c->mean) / c->n;
}

static bool
has_gap(const struct progress_answer *v)
{
	return v->counts && !v->no_answer && v->prediction >= 0;
}

static void
add_up_session(struct gather *g, struct progress_session *s, struct trend_session *t)
{
	*t = (struct trend_session){ .n = 0 };
	for (size_t i = s->first_answer; i < s->first_answer + s->answer_count; i++) {
		const struct progress_answer *v = &g->p->all[i];

		s->no_answers += v->no_answer;
		s->retries += !v->first;
		time_add(&s->time, g->room, v);
		if (has_gap(v))
			cell_add(&s->gap, v->prediction - v->grade);
		if (!v->counts)
			continue;
		cell_add(&s->grade, v->grade);
		t->n++;
		t->sum += v->grade;
		t->sum_squares += v->grade * v->grade;
	}
	time_settle(&s->time, g->room);
	g->p->session_count_rated += t->n > 0;
	s->in_trend = t->n > 0 && !s->drill;
}

static int
follow_trend(struct gather *g)
{
	struct progress *p = g->p;
	struct trend_session *v = calloc(p->session_count + 1, sizeof *v);
	struct trend_point *points = calloc(p->session_count + 1, sizeof *points);
	size_t n = 0;
	int rc = -1;

	if (v == NULL || points == NULL)
		goto out;
	for (size_t i = 0; i < p->session_count; i++) {
		add_up_session(g, &p->sessions[i], &v[n]);
		n += p->sessions[i].in_trend;
	}
	p->trend_sessions = (int)n;
	p->trend_line = n >= TREND_MIN_LINE;
	rc = estimate_trend(points, &p->change, v, n);
	n = 0;
	for (size_t i = 0; i < p->session_count; i++)
		if (p->sessions[i].in_trend)
			p->sessions[i].trend = points[n++];
out:
	free(v);
	free(points);
	return rc;
}

/* ---- judging oneself ---- */

static void
compare_predictions(struct gather *g)
{
	struct progress *p = g->p;
	size_t n = 0;

	for (size_t i = 0; i < p->answer_count; i++) {
		const struct progress_answer *v = &p->all[i];
		struct cell c;

		if (!has_gap(v))
			continue;
		g->room[n++] = v->prediction - v->grade;
		c = (struct cell){ p->predictions[v->prediction].n, p->predictions[v->prediction].mean };
		cell_add(&c, v->grade);
		p->predictions[v->prediction] = (struct prediction_bin){ c.n, c.mean };
	}
	estimate_mean(&p->prediction_gap, g->room, n);
}

static int
compare_raters(struct gather *g)
{
	struct progress *p = g->p;
	int *own = calloc(2 * p->answer_count + 1, sizeof *own), *theirs;
	size_t n = 0;

	if (own == NULL)
		return -1;
	theirs = own + p->answer_count;
	for (size_t i = 0; i < p->answer_count; i++) {
		const struct progress_answer *v = &p->all[i];

		if (!v->first || v->no_answer || v->grade_own < 0 || v->grade_interviewer < 0)
			continue;
		own[n] = v->grade_own;
		theirs[n] = v->grade_interviewer;
		g->room[n] = own[n] - theirs[n];
		n++;
	}
	estimate_mean(&p->self_gap, g->room, n);
	estimate_agreement(&p->agreement, own, theirs, n);
	free(own);
	return 0;
}

/* Later meetings beside the first one with the same item. */
static void
follow_retries(struct gather *g)
{
	struct progress *p = g->p;
	double before = 0.0, now = 0.0;

	for (size_t i = 0; i < p->answer_count; i++) {
		const struct progress_answer *v = &p->all[i];
		int *first = &g->first_grade[g->identity[g->a->v[g->source[i]].item]];

		if (v->counts)
			*first = v->grade;
		if (v->first || v->grade < 0)
			continue;
		p->retries++;
		if (*first < 0)
			continue;
		p->retry_pairs++;
		before += *first;
		now += v->grade;
	}
	if (p->retry_pairs > 0) {
		p->retry_first = before / p->retry_pairs;
		p->retry_now = now / p->retry_pairs;
	}
}

/* ---- what next ---- */

static int
plan_next(struct gather *g)
{
	struct progress *p = g->p;
	int n;

	p->repeats = arena_alloc(p->arena, g->bank->item_count, sizeof *p->repeats);
	if (p->repeats == NULL || next_plan(&p->next, g->bank, p->history, p->goal, p->today, false) != 0)
		return -1;
	n = next_repeats(p->repeats, g->bank->item_count, NULL, g->bank, p->history, p->goal, p->today);
	p->repeat_count = n > 0 ? (size_t)n : 0;
	return n < 0 ? -1 : 0;
}

/* ---- all ---- */

static size_t
count_rows(const struct answers *a, const struct answer_person *who)
{
	size_t rows = 0;

	for (size_t i = 0; i < who->session_count; i++)
		rows += a->sessions[who->first_session + i].answer_count;
	return rows;
}

static int
make_room(struct gather *g, size_t sessions, size_t rows)
{
	struct progress *p = g->p;
	size_t items = g->a->item_count;

	p->sessions = arena_alloc(p->arena, sessions, sizeof *p->sessions);
	p->all = arena_alloc(p->arena, rows, sizeof *p->all);
	p->history = arena_alloc(p->arena, g->bank->item_count, sizeof *p->history);
	g->identity = calloc(items + 1, sizeof *g->identity);
	g->topic = calloc(items + 1, sizeof *g->topic);
	g->source = calloc(rows + 1, sizeof *g->source);
	g->first_grade = calloc(items + 1, sizeof *g->first_grade);
	g->room = calloc(rows + 1, sizeof *g->room);
	if (p->sessions == NULL || p->all == NULL || p->history == NULL || g->identity == NULL ||
	    g->topic == NULL || g->source == NULL || g->first_grade == NULL || g->room == NULL)
		return -1;
	for (size_t i = 0; i < g->bank->item_count; i++)
		p->history[i] = (struct item_history){ .last_met_day = -1, .last_grade = -1 };
	for (size_t i = 0; i < items; i++)
		g->first_grade[i] = -1;
	return 0;
}

static void
settle_now(struct progress *p)
{
	p->now = (struct trend_point){ p->overall.level.level, p->overall.level.low, p->overall.level.high };
	for (size_t i = 0; i < p->session_count && p->trend_line; i++)
		if (p->sessions[i].in_trend)
			p->now = p->sessions[i].trend;
}

static int
add_up(struct gather *g, const struct answer_person *who)
{
	if (make_room(g, who->session_count, count_rows(g->a, who)) != 0 || trace_items(g) != 0 ||
	    take_rows(g, who) != 0)
		return -1;
	lead(g);
	if (follow_trend(g) != 0 || compare_raters(g) != 0)
		return -1;
	compare_predictions(g);
	follow_retries(g);
	if (gather_domains(g) != 0 || gather_missed(g) != 0 || plan_next(g) != 0)
		return -1;
	settle_now(g->p);
	return 0;
}

/* How far raters who marked blind agree with the grade that counts. */
static int
compare_further(struct progress *p, const struct answers *a, size_t person)
{
	int *counted = calloc(2 * a->second_count + 1, sizeof *counted), *further;
	size_t n = 0;

	if (counted == NULL)
		return -1;
	further = counted + a->second_count;
	for (size_t i = 0; i < a->second_count; i++) {
		const struct answer *v = &a->v[a->seconds[i].answer];
		int grade = answer_grade(v);

		if (a->sessions[v->session].person != person || grade < 0)
			continue;
		counted[n] = grade;
		further[n++] = a->seconds[i].grade;
	}
	estimate_agreement(&p->further, counted, further, n);
	free(counted);
	return 0;
}

struct progress *
progress_new(const struct answers *a, size_t person, const struct bank *bank, const char *candidate,
    double goal, int32_t today)
{
	static const struct answer_person nobody = { .name = "" };
	struct arena *arena = arena_new();
	struct progress *p = arena != NULL ? arena_alloc(arena, 1, sizeof *p) : NULL;
	struct gather g = { .a = a, .bank = bank, .p = p };
	int rc = -1;

	if (p != NULL) {
		p->arena = arena;
		p->bank = bank;
		p->candidate = arena_strdup(arena, candidate);
		p->goal = goal;
		p->today = today;
		if (p->candidate != NULL)
			rc = add_up(&g, person != NO_PERSON ? &a->people[person] : &nobody);
		if (rc == 0)
			rc = compare_further(p, a, person);
	}
	free(g.identity);
	free(g.topic);
	free(g.source);
	free(g.first_grade);
	free(g.room);
	if (rc == 0)
		return p;
	arena_free(arena);
	return NULL;
}

void
progress_free(struct progress *p)
{
	if (p != NULL)
		arena_free(p->arena);
}
