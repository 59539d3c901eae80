#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/cohort_out.h"
#include "cli/standing.h"
#include "cli/stats_out.h"
#include "cli/table.h"
#include "cli/tell.h"
#include "viva/cohort.h"

/* ---- plain lines ---- */

static const struct table_column member_columns[] = {
	{ "name", 20, false }, { "last session", 12, false }, { "n", 4, true }, { "marks", 5, false },
	{ "level", 5, true }, { "range", 10, false }, { "trend", 16, false },
};
#define MEMBER_COLUMNS (sizeof(member_columns) / sizeof(member_columns[0]))

static const char *
days_ago(const struct cohort_member *m, char room[32])
{
	if (m->days_since <= 0)
		return "today";
	snprintf(room, 32, "%d %s ago", m->days_since, plural(m->days_since, "day", "days"));
	return room;
}

/* "no clear change yet" is what most have; a table says it shorter. */
static const char *
trend_words(enum change c)
{
	switch (c) {
	case CHANGE_TOO_FEW: return "too few sessions";
	case CHANGE_UNCLEAR: return "no clear change";
	default: return change_text(c);
	}
}

static void
put_member(struct buf *out, const struct table *t, const struct cohort_member *m)
{
	const struct trend_point *now = &m->progress->now;
	bool ranged = m->progress->overall.ranged;
	char last[32], n[16], level[STATS_NUMBER_BYTES], range[STATS_NUMBER_BYTES] = "too few";
	const char *cells[MEMBER_COLUMNS] = { m->name, days_ago(m, last), n,
		m->progress->answers == 0             ? "" :
		    m->progress->series == SERIES_OWN ? "own" :
		    "led",
		level, range, trend_words(m->progress->change.word) };

	snprintf(n, sizeof(n), "%d", m->progress->answers);
	stats_number(now->level, ranged, level);
	if (ranged)
		stats_range(now->low, now->high, range);
	table_row(out, t, cells);
}

static bool
has_leader(const struct cohort *c)
{
	for (size_t i = 0; i < c->interviewer_count; i++)
		if (c->interviewers[i].sessions > 0)
			return true;
	return false;
}

/* With whom each of them could sit. */
static void
say_with(const struct cohort *c)
{
	if (!has_leader(c))
		return;
	tell(stdout, 0, 0, "With whom: who led their last interview; else who led fewest in the last %d days, the first by "
	    "name among equals:", COHORT_UNLED_DAYS);
	for (size_t i = 0; i < c->member_count; i++) {
		const struct cohort_member *m = &c->members[i];

		if (m->needs == 0)
			continue;
		if (m->with == NULL)
			tell(stdout, 2, 4, "%s: somebody else has to lead", m->name);
		else if (m->led_day < 0)
			tell(stdout, 2, 4, "%s: with %s; nobody led them yet", m->name, m->with);
		else
			tell(stdout, 2, 4, "%s: with %s, who led %d %s ago", m->name, m->with,
			    m->days_since_led, plural(m->days_since_led, "day", "days"));
	}
}

/* Who needs someone this week, rule by rule; the rules stand whether or not anyone falls under them. */
static void
say_needs(const struct cohort *c)
{
	int quiet = 0;

	putchar('\n');
	tell(stdout, 0, 0, "Who needs someone this week, by rule; names stand in the order of the alphabet, "
	    "not of need:");
	for (int k = 0; k < NEED_COUNT; k++) {
		struct buf names;
		int n = 0;

		buf_init(&names);
		for (size_t i = 0; i < c->member_count; i++)
			if (c->members[i].needs & 1u << k)
				buf_printf(&names, "%s%s", n++ > 0 ? ", " : "", c->members[i].name);
		tell(stdout, 2, 4, "%s: %s", cohort_need_text((enum need)(1 << k)),
		    n > 0 ? buf_text(&names) : "nobody");
		buf_finish(&names);
	}
	for (size_t i = 0; i < c->member_count; i++)
		quiet += c->members[i].needs == 0;
	if (quiet > 0)
		tell(stdout, 2, 4, "none of these: %d of %zu", quiet, c->member_count);
	say_with(c);
}

static const struct table_column topic_columns[] = {
	{ "topic", 34, false }, { "members", 7, true }, { "n", 4, true }, { "mean", 4, true },
	{ "below goal", 10, true }, { "in limit", 10, true },
};
#define TOPIC_COLUMNS (sizeof(topic_columns) / sizeof(topic_columns[0]))

static void
put_topics(struct buf *out, const struct cohort *c, int columns)
{
	const struct table t = { topic_columns, TOPIC_COLUMNS, 1, columns };

	table_head(out, &t);
	for (size_t i = 0; i < c->bank->topic_count; i++) {
		const struct cohort_topic *g = &c->topics[i];
		char members[16], n[16], mean[STATS_NUMBER_BYTES], below[16] = "", within[32] = "";
		const char *cells[TOPIC_COLUMNS] = { c->bank->topics[i].title, members, n, mean, below,
			within };

		snprintf(members, sizeof(members), "%d", g->members);
		snprintf(n, sizeof(n), "%d", g->answers);
		stats_number(g->mean, g->shown, mean);
		if (g->shown) {
			snprintf(below, sizeof(below), "%d", g->below);
			snprintf(within, sizeof(within), "%d of %d", g->time.within, g->time.n);
		}
		table_row(out, &t, cells);
	}
}

static void
say_group(const struct cohort *c)
{
	struct buf out;

	putchar('\n');
	if (!c->grouped) {
		tell(stdout, 0, 0, "Figures of the group need %d members, there %s %zu: fewer would give a person away.",
		    COHORT_MIN_GROUP, c->member_count == 1 ? "is" : "are", c->member_count);
		return;
	}
	tell(stdout, 0, 0, "Topics of the group; each member counts once, from %d members on:", COHORT_MIN_GROUP);
	buf_init(&out);
	put_topics(&out, c, tell_columns(stdout));
	fputs(buf_text(&out), stdout);
	buf_clear(&out);
	for (size_t i = 0; i < c->missed_count; i++) {
		const struct cohort_missed *m = &c->missed[i];

		if (i == 0)
			putchar('\n');
		if (i == 0)
			tell(stdout, 0, 0, "Key points that %d or more members missed:", COHORT_MISSED_BY);
		prose_plain(&out, &m->point->text, false);
		tell(stdout, 2, 4, "%d members, %d of %d answers: %s (%s)", m->members, m->missed, m->asked,
		    buf_text(&out), m->item->title);
		buf_clear(&out);
	}
	buf_finish(&out);
}

static const struct table_column interviewer_columns[] = {
	{ "name", 30, false }, { "led", 5, true }, { "lately", 6, true }, { "people", 6, true }, { "rated", 6, true },
};
#define INTERVIEWER_COLUMNS (sizeof(interviewer_columns) / sizeof(interviewer_columns[0]))

/* What they did, by name. */
static void
say_load(const struct cohort *c)
{
	const struct table t = { interviewer_columns, INTERVIEWER_COLUMNS, 1, tell_columns(stdout) };
	struct buf out;

	tell(stdout, 0, 0, "Who leads and marks; lately: in the last %d days; rated: sessions of others marked as a further "
	    "rater:", COHORT_UNLED_DAYS);
	buf_init(&out);
	table_head(&out, &t);
	for (size_t i = 0; i < c->interviewer_count; i++) {
		const struct cohort_interviewer *w = &c->interviewers[i];
		char led[16], lately[16], people[16], rated[16];
		const char *cells[INTERVIEWER_COLUMNS] = { w->name, led, lately, people, rated };

		snprintf(led, sizeof(led), "%d", w->sessions);
		snprintf(lately, sizeof(lately), "%d", w->recent);
		snprintf(people, sizeof(people), "%d", w->candidates);
		snprintf(rated, sizeof(rated), "%d", w->rated);
		table_row(&out, &t, cells);
	}
	fputs(buf_text(&out), stdout);
	buf_finish(&out);
}

static void
say_own_beside(const struct cohort_interviewer *w)
{
	char number[STATS_NUMBER_BYTES], range[STATS_NUMBER_BYTES];

	if (w->self_gap.ranged)
		tell(stdout, 2, 4, "%s: candidates grade themselves %s beside them, range %s (%d answers)",
		    w->name, stats_number(w->self_gap.mean, true, number),
		    stats_range(w->self_gap.low, w->self_gap.high, range), w->self_gap.n);
	else if (w->sessions > 0)
		tell(stdout, 2, 4, "%s: %d answers graded by both, too few to compare (%d)", w->name,
		    w->self_gap.n, AGREEMENT_MIN_KAPPA);
}

static void
say_others_beside(const struct cohort_interviewer *w)
{
	char number[STATS_NUMBER_BYTES], range[STATS_NUMBER_BYTES], kappa[STATS_NUMBER_BYTES];

	if (w->others.n == 0)
		return;
	if (!w->others_gap.ranged) {
		tell(stdout, 2, 4, "%s and other raters: %d answers graded by both, too few to compare (%d)", w->name,
		    w->others.n, AGREEMENT_MIN_KAPPA);
		return;
	}
	tell(stdout, 2, 4,
	    "%s and other raters: %d of %d the same, %d within one, kappa %s; grades %s beside theirs, range %s",
	    w->name, w->others.exact, w->others.n, w->others.within_one,
	    stats_number(w->others.kappa, w->others.has_kappa, kappa),
	    stats_number(w->others_gap.mean, true, number),
	    stats_range(w->others_gap.low, w->others_gap.high, range));
}

static void
say_raters(const struct cohort *c)
{
	if (c->interviewer_count == 0)
		return;
	putchar('\n');
	say_load(c);
	putchar('\n');
	if (c->agreement.n > 0)
		tell(stdout, 0, 2, "Own and interviewers' grades: %d of %d the same, %d within one%s.",
		    c->agreement.exact, c->agreement.n, c->agreement.within_one,
		    c->agreement.has_kappa ? "" : "; too few for kappa");
	for (size_t i = 0; i < c->interviewer_count; i++)
		say_own_beside(&c->interviewers[i]);
	for (size_t i = 0; i < c->interviewer_count; i++)
		say_others_beside(&c->interviewers[i]);
}

static void
say(const struct cohort *c)
{
	const struct table t = { member_columns, MEMBER_COLUMNS, 1, tell_columns(stdout) };
	struct buf out;

	if (c->member_count == 0) {
		tell(stdout, 0, 0, "Nobody has sat a session on this bank yet: `viva solo --as NAME` begins one.");
		return;
	}
	tell(stdout, 0, 0, "%zu %s, %d %s, %d graded answers.", c->member_count,
	    plural((int)c->member_count, "candidate", "candidates"), c->sessions,
	    plural(c->sessions, "session", "sessions"), c->answers);
	buf_init(&out);
	buf_putc(&out, '\n');
	table_head(&out, &t);
	for (size_t i = 0; i < c->member_count; i++)
		put_member(&out, &t, &c->members[i]);
	fputs(buf_text(&out), stdout);
	buf_finish(&out);
	say_needs(c);
	say_group(c);
	say_raters(c);
}

/* ---- JSON ---- */

static json_t *
real_if(bool known, double v)
{
	return known ? json_real(v) : json_null();
}

static json_t *
needs_json(unsigned needs)
{
	static const char *const names[NEED_COUNT] = {
		"too_few_answers", "no_session_lately", "below_goal", "fell", "not_led_lately",
	};
	json_t *list = json_array();

	for (int k = 0; k < NEED_COUNT; k++)
		if (needs & 1u << k)
			json_array_append_new(list, json_string(names[k]));
	return list;
}

/* Each series by itself; they are never added up. */
static json_t *
by_series_json(const struct progress *p)
{
	json_t *o = json_object();

	for (int s = 0; s < SERIES_COUNT; s++)
		json_object_set_new(o, series_name((enum series)s),
		    json_pack("{s:i, s:o}", "answers", p->by_series[s].answers, "mean",
		        real_if(p->by_series[s].answers > 0, p->by_series[s].level.mean)));
	return o;
}

static json_t *
member_json(const struct bank *b, const struct cohort_member *m)
{
	const struct progress *p = m->progress;
	const struct domain *d = &p->overall;

	return json_pack("{s:s, s:i, s:i, s:s, s:i, s:i, s:f, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:s?, s:o, s:s?, s:o}",
	    "candidate", m->name, "sessions", m->sessions, "days_since_last", m->days_since,
	    "series", series_name(p->series), "answers", p->answers, "no_answers", p->no_answers, "goal", p->goal,
	    "mean", real_if(p->answers > 0, d->level.mean), "level", real_if(d->ranged, p->now.level),
	    "low", real_if(d->ranged, p->now.low), "high", real_if(d->ranged, p->now.high),
	    "trend", change_text(p->change.word),
	    "weakest_topic", m->weakest != NO_TOPIC ? json_string(b->topics[m->weakest].id) : json_null(),
	    "needs", needs_json(m->needs), "last_interviewer", m->last_interviewer,
	    "days_since_led", m->led_day >= 0 ? json_integer(m->days_since_led) : json_null(), "with", m->with,
	    "by_series", by_series_json(p));
}

static json_t *
topic_json(const struct bank *b, const struct cohort *c, size_t t)
{
	const struct cohort_topic *g = &c->topics[t];
	bool shown = g->shown && c->grouped;

	return json_pack("{s:s, s:i, s:i, s:o, s:o, s:o, s:o}", "topic", b->topics[t].id, "members",
	    g->members, "answers", g->answers, "mean", real_if(shown, g->mean), "below_goal",
	    shown ? json_integer(g->below) : json_null(), "timed",
	    shown ? json_integer(g->time.n) : json_null(), "within",
	    shown ? json_integer(g->time.within) : json_null());
}

static json_t *
missed_json(const struct cohort_missed *m)
{
	return json_pack("{s:s, s:s, s:i, s:i, s:i}", "item", m->item->id, "key_point", m->point->id,
	    "members", m->members, "missed", m->missed, "asked", m->asked);
}

/* Beside other raters of the same answers. */
static json_t *
others_json(const struct cohort_interviewer *w)
{
	bool known = w->others_gap.ranged;

	return json_pack("{s:i, s:i, s:i, s:o, s:o, s:o, s:o}", "double_scored", w->others.n, "exact",
	    w->others.exact, "within_one", w->others.within_one, "kappa",
	    real_if(w->others.has_kappa, w->others.kappa), "theirs_minus_others",
	    real_if(known, w->others_gap.mean), "low", real_if(known, w->others_gap.low), "high",
	    real_if(known, w->others_gap.high));
}

static json_t *
interviewer_json(const struct cohort_interviewer *w)
{
	bool known = w->self_gap.ranged;

	return json_pack("{s:s, s:i, s:i, s:i, s:i, s:o, s:i, s:o, s:o, s:o, s:i, s:i, s:o}", "interviewer", w->name,
	    "sessions", w->sessions, "candidates", w->candidates, "sessions_lately", w->recent, "rated", w->rated,
	    "others", others_json(w), "double_scored", w->agreement.n,
	    "own_minus_theirs", real_if(known, w->self_gap.mean), "low", real_if(known, w->self_gap.low),
	    "high", real_if(known, w->self_gap.high), "exact", w->agreement.exact,
	    "within_one", w->agreement.within_one, "kappa", real_if(w->agreement.has_kappa, w->agreement.kappa));
}

json_t *
cohort_json(const struct cohort *c)
{
	json_t *members = json_array(), *topics = json_array(), *missed = json_array(),
	       *interviewers = json_array();
	json_t *rules = json_array();

	for (size_t i = 0; i < c->member_count; i++)
		json_array_append_new(members, member_json(c->bank, &c->members[i]));
	for (size_t i = 0; i < c->bank->topic_count; i++)
		json_array_append_new(topics, topic_json(c->bank, c, i));
	for (size_t i = 0; i < c->missed_count; i++)
		json_array_append_new(missed, missed_json(&c->missed[i]));
	for (size_t i = 0; i < c->interviewer_count; i++)
		json_array_append_new(interviewers, interviewer_json(&c->interviewers[i]));
	for (int k = 0; k < NEED_COUNT; k++)
		json_array_append_new(rules, json_string(cohort_need_text((enum need)(1 << k))));
	return json_pack("{s:s, s:i, s:i, s:b, s:o, s:o, s:o, s:o, s:o}", "bank", c->bank->id,
	    "sessions", c->sessions, "answers", c->answers, "grouped", c->grouped, "rules", rules,
	    "members", members, "topics", topics, "missed", missed, "interviewers", interviewers);
}

/* ---- the command ---- */

static int
read_group(struct answers **out, const struct app *app, const struct bank *bank, struct err *err)
{
	struct store *st = NULL;
	int rc = app_open_store(app, &st, STORE_READ, err);

	if (rc == 0)
		rc = store_answers(st, NULL, bank->id, out, err);
	store_close(st);
	return rc == STORE_NOT_FOUND ? 0 : rc;
}

static int
cohort_run(struct app *app, const struct args *args, struct err *err)
{
	static const struct answers nothing = { .bank_id = "" };
	struct answers *a = NULL;
	struct bank *bank = NULL;
	struct cohort *c = NULL;
	double *goals = NULL;
	int rc = app_load_bank(app, &bank, err);

	(void)args;
	if (rc == 0)
		rc = read_group(&a, app, bank, err);
	if (rc == 0) {
		goals = standing_goals(a != NULL ? a : &nothing);
		c = goals != NULL ? cohort_new(a != NULL ? a : &nothing, bank, goals, app_today(app)) : NULL;
		rc = c != NULL ? 0 : err_memory(err);
	}
	if (c != NULL && app->json)
		rc = app_print_json(cohort_json(c), err);
	else if (c != NULL)
		say(c);
	cohort_free(c);
	free(goals);
	answers_free(a);
	bank_free(bank);
	return rc == 0 ? EXIT_DONE : (int)err->status;
}

const struct cmd cmd_cohort = {
	.name = "cohort", .args = "", .brief = "a group at a glance: who needs someone, what to teach all",
	.example = "viva cohort", .json = true, .run = cohort_run,
};
