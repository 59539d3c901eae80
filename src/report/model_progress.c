#include <inttypes.h>
#include <math.h>
#include "report/model_progress.h"
#include "viva/arena.h"

/* The first page of the progress report in words: the head, the finding, the trend, how sure. */

#define DOT_SEPARATOR " \xc2\xb7 "
#define DASH "\xe2\x80\x93"

void *
maker_alloc(struct model_maker *k, size_t count, size_t size)
{
	void *p = arena_alloc(k->arena, count > 0 ? count : 1, size);

	if (p == NULL)
		k->failed = true;
	return p;
}

const char *
say_range(struct model_maker *k, double low, double high)
{
	return say(k, "%s" DASH "%s", say_tenths(k, low, false), say_tenths(k, high, false));
}

const char *
say_signed_range(struct model_maker *k, double low, double high)
{
	return say(k, "%s to %s", say_tenths(k, low, true), say_tenths(k, high, true));
}

const char *
topic_title(const struct progress *p, size_t topic)
{
	return topic == NO_TOPIC ? "a topic the bank no longer has" : p->topics[topic].title;
}

/* ---- the head ---- */

static void
head_lines(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	struct progress_model *m = f->m;
	const char *days = "no session yet", *date = "";

	if (p->session_count > 0)
		days = say_days(k, p->sessions[0].day, p->sessions[p->session_count - 1].day);
	if (k->options->date != NULL)
		date = say(k, DOT_SEPARATOR "report of %s", say_date(k, k->options->date));
	m->kicker = f->coach ? "PROGRESS REPORT FOR THE COACH" : "PROGRESS REPORT";
	m->name = p->candidate != NULL && p->candidate[0] != '\0' ? p->candidate : "Unnamed candidate";
	m->origin = say(k, "%s" DOT_SEPARATOR "goal %s of 4", p->bank->title, say_tenths(k, p->goal, false));
	m->held = say(k, "%s" DOT_SEPARATOR "%s" DOT_SEPARATOR "%s", days,
	    say_count(k, (int)p->session_count, "session", "sessions"),
	    say_count(k, p->answers, "answer", "answers"));
	m->document_title = say(k, "Progress report" DOT_SEPARATOR "%s" DOT_SEPARATOR "%s", m->name, days);
	m->running_head = say(k, "%s" DOT_SEPARATOR "progress" DOT_SEPARATOR "%s", m->name, days);
	m->footer = say(k, "viva %s" DOT_SEPARATOR "%s" DOT_SEPARATOR "%s edition%s",
	    k->options->version != NULL ? k->options->version : "", p->session_count > 0 ?
	    say(k, "records to %s", say_day(k, p->sessions[p->session_count - 1].day)) : "no records",
	    f->coach ? "coach" : "candidate", date);
}

/* ---- the finding ---- */

/* The level now and its range, or NULL where too few answers carry a mark. */
static const struct trend_point *
level_now(const struct progress *p)
{
	return p->overall.ranged ? &p->now : NULL;
}

static const char *
goal_part(struct progress_maker *f, const struct trend_point *now)
{
	struct model_maker *k = &f->k;
	const char *goal = say_tenths(k, f->p->goal, false);

	if (now->low >= f->p->goal)
		return say(k, "The goal of %s is reached: the whole range lies above it.", goal);
	if (now->high < f->p->goal)
		return say(k, "The goal of %s lies above the range: not reached yet.", goal);
	if (now->level >= f->p->goal)
		return say(k, "The goal of %s lies within the range: reached, not yet secure.", goal);
	return say(k, "The goal of %s lies within the range: near, not yet secure.", goal);
}

static const char *
trend_finding(struct progress_maker *f, const struct trend_point *now)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	const char *level = say_tenths(k, now->level, false), *whose = f->coach ? "The" : "Your";
	const char *first = say_tenths(k, now->level - p->change.by, false);
	const char *goal = goal_part(f, now);

	switch (p->change.word) {
	case CHANGE_ROSE:
	case CHANGE_FELL:
		return say(k, "%s level %s from about %s to %s of 4 over %d interviews, by more than "
		    "interviews usually differ. %s", whose, change_text(p->change.word), first, level,
		    p->trend_sessions, goal);
	case CHANGE_UNCLEAR:
		return say(k,
		    "%s level is about %s of 4 after %d interviews; there is no clear change yet. %s", whose,
		    level, p->trend_sessions, goal);
	case CHANGE_TOO_FEW:
		break;
	}
	return say(k,
	    "%s level is about %s of 4 (90 %% range %s). %s Whether it rises shows from %d interviews on.",
	    whose, level, say_range(k, now->low, now->high), goal, TREND_MIN_WORDS);
}

static const char *
finding(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	const struct trend_point *now = level_now(p);

	if (p->session_count == 0)
		return "No session yet, so there is nothing to report. One interview of 45 minutes, marked "
		       "key point "
		       "by key point, is enough to begin.";
	if (p->answers == 0)
		return say(k,
		    "%s held %s, and no answer carries a mark yet. Marks are what this page is made of: "
		    "finish a session and mark it.",
		    f->coach ? "The candidate" : "You",
		    say_count(k, (int)p->session_count, "session", "sessions"));
	if (now == NULL)
		return say(k,
		    "%s so far: too few to name a level. From %d on this page shows one with its range.",
		    say_count(k, p->answers, "marked answer", "marked answers"), STATS_MIN_ANSWERS);
	return trend_finding(f, now);
}

/* ---- key figures ---- */

static void
figure_level(struct progress_maker *f, struct key_figure *out)
{
	struct model_maker *k = &f->k;
	const struct trend_point *now = level_now(f->p);

	*out = (struct key_figure){ DASH, "level now, 0 to 4", f->p->answers > 0 ?
	    say(k, "from %d marked answers on", STATS_MIN_ANSWERS) : "no answer is marked" };
	if (now == NULL)
		return;
	out->value = say_tenths(k, now->level, false);
	out->note = say(k, "90 %% range %s", say_range(k, now->low, now->high));
}

static void
figure_limit(struct progress_maker *f, struct key_figure *out)
{
	const struct time_use *t = &f->p->overall.time;

	*out = (struct key_figure){ DASH, "answers within the limit", NULL };
	if (t->n > 0)
		out->value = say(&f->k, "%d of %d", t->within, t->n);
	if (f->p->no_answers > 0)
		out->note = say(&f->k, "%d passed, not counted here", f->p->no_answers);
}

static void
figure_gap(struct progress_maker *f, struct key_figure *out)
{
	struct model_maker *k = &f->k;
	const struct estimate *e = f->p->self_gap.n >= ESTIMATE_MIN_ANSWERS ? &f->p->self_gap :
	    &f->p->prediction_gap;

	*out = (struct key_figure){ DASH, e == &f->p->self_gap ? "own minus interviewer\xe2\x80\x99s" :
	    "prediction minus grade", "no answer has both" };
	if (e->n == 0)
		return;
	out->value = say_tenths(k, e->mean, true);
	out->note = e->ranged ? say(k, "%s; %s", say_count(k, e->n, "answer", "answers"),
	    say_signed_range(k, e->low, e->high)) : say(k, "%s: too few for a range",
	    say_count(k, e->n, "answer", "answers"));
}

static void
figure_weakest(struct progress_maker *f, struct key_figure *out)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	const struct domain *d;

	*out = (struct key_figure){ DASH, "weakest topic",
	    say(k, "a topic counts from %d answers on", STATS_MIN_ANSWERS) };
	if (p->weakest_count == 0)
		return;
	d = &p->topics[p->weakest[0]];
	out->value = say_tenths(k, d->level.level, false);
	out->label = say(k, "weakest: %s", d->title);
	out->note = say(k, "%s; range %s", say_count(k, d->level.n, "answer", "answers"),
	    say_range(k, d->level.low, d->level.high));
}

/* ---- the trend ---- */

static void
fill_trend(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	struct trend_model *t = &f->m->trend;
	size_t skip = 0, at = 0;
	const struct trend_point *now = level_now(p);

	if (p->trend_sessions > PLOT_SESSIONS_MAX)
		skip = (size_t)p->trend_sessions - PLOT_SESSIONS_MAX;
	t->count = (size_t)p->trend_sessions - skip;
	t->line = p->trend_line;
	t->v = maker_alloc(k, t->count, sizeof *t->v);
	t->days = maker_alloc(k, t->count, sizeof *t->days);
	if (t->v == NULL || t->days == NULL)
		return;
	for (size_t i = 0, seen = 0; i < p->session_count; i++) {
		const struct progress_session *s = &p->sessions[i];

		if (!s->in_trend || seen++ < skip)
			continue;
		t->v[at].level = s->trend.level;
		t->v[at].low = s->trend.low;
		t->v[at].high = s->trend.high;
		for (size_t j = 0; j < s->answer_count; j++)
			if (p->all[s->first_answer + j].counts)
				t->v[at].counts[p->all[s->first_answer + j].grade]++;
		t->days[at++] = say_short_day(k, s->day);
	}
	t->note =
	    t->line
	        ? "One grey dot is one answer. Line: estimated level; band: its 90 % range."
	        : say(k, "One grey dot is one answer. The level\xe2\x80\x99s line begins with %d interviews.",
	              TREND_MIN_LINE);
	t->note_many =
	    t->line ? "Grey dots: answers, more answers a larger dot. Line: estimated level; band: its "
	              "90 % range."
	            : "Grey dots: answers, more answers a larger dot.";
	if (skip > 0)
		t->note_many = t->note = say(k,
		    "The latest %d of %d interviews. Larger dot: more answers. Line: level; "
		    "band: its 90 %% range.",
		    PLOT_SESSIONS_MAX, p->trend_sessions);
	t->empty =
	    t->count > 0
	        ? NULL
	        : "Each interview with a marked answer adds a column of dots here; the level\xe2\x80\x99s "
	          "line begins with the fourth. Drills count in the topics below, not in this line.";
	t->level = now != NULL ? say(k, "Level %s", say_tenths(k, now->level, false)) : "";
	t->range = now != NULL ? say_range(k, now->low, now->high) : "";
	t->alt = say(k, "Chart of grades by session. %s", f->m->headline);
}

/* ---- how sure ---- */

static const char *
who_marked(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress_series *own = &f->p->by_series[SERIES_OWN];
	const struct progress_series *theirs = &f->p->by_series[SERIES_INTERVIEWERS];
	const char *whose = f->coach ? "the candidate\xe2\x80\x99s own" : "your own";

	if (theirs->answers == 0)
		return say(k, "All marks are %s, not adjusted: nobody else has marked yet.", whose);
	if (f->p->series == SERIES_OWN)
		return say(k,
		    "The figures are made of %s marks (%d answers), not adjusted. Interviewers marked %d; "
		    "from %d on their marks lead.",
		    whose, own->answers, theirs->answers, SERIES_LEADS);
	return say(k,
	    "The figures are made of interviewers\xe2\x80\x99 marks (%d answers); %s marks (%d answers) "
	    "stand "
	    "apart and are not adjusted.",
	    theirs->answers, whose, own->answers);
}

static const char *
certainty(struct progress_maker *f)
{
	char room[PROGRESS_MISSING_BYTES];
	const char *missing = progress_missing(f->p, room);

	if (f->p->answers == 0)
		return say(&f->k,
		    "Nothing is judged on this page yet. A level is never told from fewer than %d answers, a "
		    "direction never from fewer than %d sessions.",
		    STATS_MIN_ANSWERS, TREND_MIN_WORDS);
	return say(&f->k,
	    "%s A range says: if all questions of the kind were asked, the mean would lie in it nine times "
	    "in ten; it covers the luck of the questions, not a generous hand. Topics with few answers lean "
	    "towards the "
	    "overall mean. %s",
	    who_marked(f),
	    missing[0] != '\0' ? say(&f->k, "%s", missing) : "Repeat a surprise before acting on it.");
}

static const char *const *
scale_words(struct progress_maker *f)
{
	const char **words = maker_alloc(&f->k, GRADE_MAX + 1, sizeof *words);

	for (int g = 0; words != NULL && g <= GRADE_MAX; g++)
		words[g] = say(&f->k, "%d %s", g,
		    f->p->bank->scale[g].title != NULL ? f->p->bank->scale[g].title : "");
	return words;
}

int
progress_model(struct progress_model *m, struct arena *arena, const struct progress *p,
    const struct report_options *o)
{
	struct progress_maker f = { .k = { .arena = arena, .options = o }, .m = m, .p = p,
		.coach = o->edition == EDITION_COACH };

	*m = (struct progress_model){ .goal = p->goal, .empty = p->answers == 0 };
	m->scale = scale_words(&f);
	m->goal_text = say(&f.k, "Goal %s", say_tenths(&f.k, p->goal, false));
	head_lines(&f);
	m->headline = finding(&f);
	figure_level(&f, &m->figures[0]);
	figure_limit(&f, &m->figures[1]);
	figure_gap(&f, &m->figures[2]);
	figure_weakest(&f, &m->figures[3]);
	fill_trend(&f);
	model_progress_topics(&f);
	model_progress_judgement(&f);
	model_progress_pace(&f);
	model_progress_plan(&f);
	m->certainty = certainty(&f);
	return f.k.failed ? -1 : 0;
}
