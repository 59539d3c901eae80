#include <inttypes.h>
#include <jansson.h>

#include "cli/app.h"
#include "cli/stats_out.h"
#include "viva/buf.h"

static json_t *
real_if(bool known, double v)
{
	return known ? json_real(v) : json_null();
}

static json_t *
time_json(const struct time_use *t)
{
	return json_pack("{s:i, s:i, s:I, s:I, s:o, s:o}", "n", t->n, "within", t->within,
	    "used_ms", (json_int_t)t->used_ms, "limit_ms", (json_int_t)t->limit_ms,
	    "median_share", real_if(t->n > 0, t->median), "slow_share", real_if(t->n > 0, t->slow));
}

static json_t *
domain_json(const char *kind, const struct domain *d)
{
	json_t *difficulty = json_array();

	for (int i = 0; i < DIFFICULTY_COUNT; i++)
		json_array_append_new(difficulty, json_pack("{s:i, s:i, s:o}", "difficulty", i + 1, "n",
		    d->difficulty[i].n, "mean", real_if(d->difficulty[i].n > 0, d->difficulty[i].mean)));
	return json_pack("{s:s, s:s, s:i, s:o, s:o, s:o, s:o, s:i, s:o, s:o}", kind, d->id, "title", d->title,
	    "n", d->level.n, "mean", real_if(d->level.n > 0, d->level.mean), "level",
	    real_if(d->ranged, d->level.level), "low", real_if(d->ranged, d->level.low), "high",
	    real_if(d->ranged, d->level.high), "no_answers", d->no_answers, "difficulties", difficulty,
	    "time", time_json(&d->time));
}

static json_t *
domains_json(const char *kind, const struct domain *v, size_t n)
{
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list, domain_json(kind, &v[i]));
	return list;
}

static json_t *
trend_json(const struct progress *p)
{
	json_t *list = json_array();

	for (size_t i = 0; i < p->session_count; i++) {
		const struct progress_session *s = &p->sessions[i];
		bool known = p->trend_line && s->in_trend;
		char at[40];

		if (s->grade.n > 0)
			json_array_append_new(list,
			    json_pack("{s:I, s:s, s:b, s:i, s:f, s:o, s:o, s:o, s:i, s:o}", "session",
			        (json_int_t)s->number, "started_at", format_utc(s->created_us, at), "drill",
			        s->drill, "n", s->grade.n, "mean", s->grade.mean, "level",
			        real_if(known, s->trend.level), "low", real_if(known, s->trend.low), "high",
			        real_if(known, s->trend.high), "no_answers", s->no_answers, "time",
			        time_json(&s->time)));
	}
	return list;
}

static json_t *
change_json(const struct progress *p)
{
	return json_pack("{s:i, s:s, s:o, s:o, s:o}", "sessions", p->trend_sessions, "word",
	    change_text(p->change.word), "by", real_if(p->trend_line, p->change.by), "low",
	    real_if(p->trend_line, p->change.low), "high", real_if(p->trend_line, p->change.high));
}

static json_t *
estimate_json(const struct estimate *e)
{
	return json_pack("{s:i, s:o, s:o, s:o}", "n", e->n, "mean", real_if(e->n > 0, e->mean), "low",
	    real_if(e->ranged, e->low), "high", real_if(e->ranged, e->high));
}

static json_t *
agreement_json(const struct agreement *a)
{
	return json_pack("{s:i, s:i, s:i, s:o}", "n", a->n, "exact", a->exact, "within_one", a->within_one,
	    "kappa", real_if(a->has_kappa, a->kappa));
}

static json_t *
calibration_json(const struct progress *p)
{
	json_t *bins = json_array();

	for (int g = 0; g <= GRADE_MAX; g++)
		if (p->predictions[g].n > 0)
			json_array_append_new(bins,
			    json_pack("{s:i, s:i, s:f}", "prediction", g, "n", p->predictions[g].n, "mean",
			        p->predictions[g].mean));
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "prediction_minus_grade",
	    estimate_json(&p->prediction_gap), "by_prediction", bins, "own_minus_interviewer",
	    estimate_json(&p->self_gap), "agreement", agreement_json(&p->agreement), "further_raters",
	    agreement_json(&p->further));
}

static json_t *
missed_json(const struct progress *p)
{
	json_t *list = json_array();

	for (size_t i = 0; i < p->missed_count; i++) {
		const struct missed_point *m = &p->missed[i];
		struct buf point;

		buf_init(&point);
		stats_point(&point, m);
		json_array_append_new(list,
		    json_pack("{s:s, s:s, s:s, s:b, s:i, s:i, s:i, s:b}", "item", m->item->id, "key_point",
		        m->point->id, "text", buf_text(&point), "essential", m->point->essential, "asked",
		        m->asked, "missed", m->missed, "partly", m->partly, "missed_last", m->missed_last));
		buf_finish(&point);
	}
	return list;
}

static json_t *
series_json(const struct progress_series *s)
{
	return json_pack("{s:i, s:i, s:o, s:o, s:o, s:o}", "answers", s->answers, "no_answers", s->no_answers,
	    "mean", real_if(s->answers > 0, s->level.mean), "level", real_if(s->ranged, s->level.level),
	    "low", real_if(s->ranged, s->level.low), "high", real_if(s->ranged, s->level.high));
}

static json_t *
now_json(const struct progress *p)
{
	bool known = p->overall.ranged;

	return json_pack("{s:o, s:o, s:o}", "level", real_if(known, p->now.level), "low",
	    real_if(known, p->now.low), "high", real_if(known, p->now.high));
}

static json_t *
retries_json(const struct progress *p)
{
	bool known = p->retry_pairs > 0;

	return json_pack("{s:i, s:i, s:o, s:o}", "answers", p->retries, "pairs", p->retry_pairs,
	    "first_mean", real_if(known, p->retry_first), "mean", real_if(known, p->retry_now));
}

json_t *
stats_json(const struct progress *p)
{
	const struct bank *b = p->bank;
	char missing[PROGRESS_MISSING_BYTES];

	return json_pack("{s:s, s:s, s:s, s:i, s:i, s:i, s:f, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, "
	    "s:{s:o, s:o}, s:s}",
	    "candidate", p->candidate, "bank", b->id, "series", series_name(p->series), "answers", p->answers,
	    "no_answers", p->no_answers, "sessions", p->session_count_rated, "goal", p->goal, "now", now_json(p),
	    "overall", domain_json("domain", &p->overall), "areas", domains_json("area", p->areas, b->area_count),
	    "topics", domains_json("topic", p->topics, b->topic_count), "trend", trend_json(p),
	    "change", change_json(p), "calibration", calibration_json(p), "time", time_json(&p->overall.time),
	    "retries", retries_json(p), "missed", missed_json(p),
	    "by_series", "interviewers", series_json(&p->by_series[SERIES_INTERVIEWERS]),
	    "own", series_json(&p->by_series[SERIES_OWN]), "missing", progress_missing(p, missing));
}
