/* `viva stats` for a person: the finding first, then plots of plain characters, then the details. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/app.h"
#include "cli/stats_out.h"
#include "cli/table.h"
#include "viva/buf.h"
#include "viva/text.h"

#define CELLS_PER_GRADE 4
#define PLOT_CELLS (GRADE_MAX * CELLS_PER_GRADE + 1)
#define PLOT_BYTES (PLOT_CELLS + 1)
#define TITLE_CELLS 25
#define SESSIONS_SHOWN 12       /* the latest; the sum above them holds all */
#define MISSED_SHOWN 5
#define PERCENT_FROM 10         /* answers; fewer are counted, not put in percent */

struct say { struct buf *out; const struct progress *p; int columns; };

const char *
stats_number(double v, bool known, char room[STATS_NUMBER_BYTES])
{
	room[0] = '\0';
	if (known)
		snprintf(room, STATS_NUMBER_BYTES, "%.1f", fabs(v) < 0.05 ? 0.0 : v);   /* no "-0.0" */
	return room;
}

const char *
stats_range(double low, double high, char room[STATS_NUMBER_BYTES])
{
	char a[STATS_NUMBER_BYTES], b[STATS_NUMBER_BYTES];

	snprintf(room, STATS_NUMBER_BYTES, "%.10s to %.10s", stats_number(low, true, a),
	    stats_number(high, true, b));
	return room;
}

void
stats_point(struct buf *out, const struct missed_point *m)
{
	prose_plain(out, &m->point->text, false);
}

/* A paragraph. */
static void __attribute__((format(printf, 4, 5)))
line(const struct say *s, int first, int indent, const char *fmt, ...)
{
	struct buf raw, visible;
	va_list ap;

	buf_init(&raw);
	buf_init(&visible);
	va_start(ap, fmt);
	buf_vprintf(&raw, fmt, ap);
	va_end(ap);
	text_visible(&visible, buf_text(&raw), raw.len, false);
	text_wrap(s->out, buf_text(&visible), s->columns, first, indent);
	buf_putc(s->out, '\n');
	buf_finish(&raw);
	buf_finish(&visible);
}

/* ---- plots: 0 to 4 in PLOT_CELLS characters ---- */

static int
cell_of(double grade)
{
	return (int)lround(grade * CELLS_PER_GRADE);
}

static void
plot_empty(char room[PLOT_BYTES])
{
	memset(room, ' ', PLOT_CELLS);
	for (int g = 0; g <= GRADE_MAX; g++)
		room[g * CELLS_PER_GRADE] = '.';
	room[PLOT_CELLS] = '\0';
}

static void
plot_range(char room[PLOT_BYTES], double low, double high)
{
	for (int i = cell_of(low); i <= cell_of(high); i++)
		room[i] = '-';
}

static void
plot_scale(char room[PLOT_BYTES])
{
	memset(room, ' ', PLOT_CELLS);
	for (int g = 0; g <= GRADE_MAX; g++)
		room[g * CELLS_PER_GRADE] = (char)('0' + g);
	room[PLOT_CELLS] = '\0';
}

/* ---- the finding ---- */

static const char *
goal_words(const struct progress *p)
{
	if (p->now.low >= p->goal)
		return "the whole range has reached it";
	if (p->now.high < p->goal)
		return "the whole range is below it";
	return "it lies within the range";
}

static void
say_finding(const struct say *s)
{
	const struct progress *p = s->p;
	const struct progress_series *other = &p->by_series[1 - p->series];
	char number[STATS_NUMBER_BYTES], range[STATS_NUMBER_BYTES], goal[STATS_NUMBER_BYTES];

	line(s, 0, 0, "%s, %s: %d %s in %d %s, %d passed.", p->candidate, series_text(p->series), p->answers,
	    plural(p->answers, "answer", "answers"), p->session_count_rated,
	    plural(p->session_count_rated, "session", "sessions"), p->no_answers);
	if (p->overall.ranged)
		line(s, 0, 0, "Level %s of 4, range %s. Goal %s: %s.",
		    stats_number(p->now.level, true, number), stats_range(p->now.low, p->now.high, range),
		    stats_number(p->goal, true, goal), goal_words(p));
	if (p->change.word == CHANGE_ROSE || p->change.word == CHANGE_FELL)
		line(s, 0, 0, "It %s by %s (range %s) over %d sessions.", change_text(p->change.word),
		    stats_number(fabs(p->change.by), true, number),
		    stats_range(fmin(fabs(p->change.low), fabs(p->change.high)), fmax(fabs(p->change.low),
		    fabs(p->change.high)), range), p->trend_sessions);
	else if (p->change.word == CHANGE_UNCLEAR)
		line(s, 0, 0, "Over %d sessions: %s.", p->trend_sessions, change_text(p->change.word));
	if (other->answers > 0)
		line(s, 0, 0, "Apart from this, %s: %d %s, mean %s.",
		    series_text((enum series)(1 - p->series)), other->answers,
		    plural(other->answers, "answer", "answers"),
		    stats_number(other->level.mean, true, number));
}

/* ---- topics ---- */

static const struct table_column topic_columns[] = {
	{ "topic", TITLE_CELLS, false }, { "", PLOT_CELLS, false }, { "level", 5, true }, { "range", 10, false },
	{ "n", 3, true }, { "over limit", 8, false },
};
#define TOPIC_COLUMNS (sizeof(topic_columns) / sizeof(topic_columns[0]))

static bool
is_wide(const struct say *s)
{
	int width = -2;

	for (size_t i = 0; i < TOPIC_COLUMNS; i++)
		width += topic_columns[i].width + 2;
	return width <= s->columns;
}

/* A title that is too long beside a plot ends after a whole word. */
static void
put_title(struct buf *out, const struct say *s, const char *title)
{
	static const char more[] = "...";
	struct buf visible;
	size_t end = 0;
	const char *text;

	buf_init(&visible);
	text_visible(&visible, title, strlen(title), false);
	text = buf_text(&visible);
	for (size_t i = 1; i < visible.len; i++)
		if (text[i] == ' ' && text_columns(text, i) <= TITLE_CELLS - (int)strlen(more))
			end = i;
	if (!is_wide(s) || end == 0 || text_columns(text, visible.len) <= TITLE_CELLS)
		buf_puts(out, text);
	else
		buf_printf(out, "%.*s%s", (int)end, text, more);
	buf_finish(&visible);
}

static void
say_domain(const struct say *s, const struct table *t, const struct domain *d)
{
	char plot[PLOT_BYTES] = "", level[STATS_NUMBER_BYTES], range[STATS_NUMBER_BYTES] = "", n[16],
	     over[32] = "";
	const char *cells[TOPIC_COLUMNS] = { "", plot, level, range, n, over };
	struct buf title;

	buf_init(&title);
	put_title(&title, s, d->title);
	cells[0] = buf_text(&title);

	if (d->ranged && is_wide(s)) {
		plot_empty(plot);
		plot_range(plot, d->level.low, d->level.high);
		plot[cell_of(d->level.level)] = 'o';
	}
	stats_number(d->level.level, d->ranged, level);
	if (d->ranged)
		stats_range(d->level.low, d->level.high, range);
	else
		snprintf(range, sizeof(range), "too few");
	snprintf(n, sizeof(n), "%d", d->level.n);
	if (d->time.n > 0)
		snprintf(over, sizeof(over), "%d of %d", d->time.n - d->time.within, d->time.n);
	table_row(s->out, t, cells);
	buf_finish(&title);
}

static void
say_unasked(const struct say *s)
{
	struct buf list;
	int n = 0;

	buf_init(&list);
	for (size_t i = 0; i < s->p->bank->topic_count; i++)
		if (s->p->topics[i].level.n == 0)
			buf_printf(&list, "%s%s", n++ > 0 ? ", " : "", s->p->topics[i].title);
	if (n > 0)
		line(s, 0, 0, "No graded answer yet: %s.", buf_text(&list));
	buf_finish(&list);
}

static void
say_topics(const struct say *s)
{
	const struct table t = { topic_columns, TOPIC_COLUMNS, 1, s->columns };
	const struct progress *p = s->p;
	char scale[PLOT_BYTES];
	const char *heads[TOPIC_COLUMNS] = { "Weakest first", scale, "level", "range", "n", "over" };

	plot_scale(scale);
	buf_putc(s->out, '\n');
	if (is_wide(s))
		table_row(s->out, &t, heads);
	else
		line(s, 0, 0, "Weakest topic first; n is the number of answers:");
	for (size_t i = 0; i < p->weakest_count; i++)
		say_domain(s, &t, &p->topics[p->weakest[i]]);
	for (size_t i = 0; i < p->bank->topic_count; i++)
		if (!p->topics[i].ranged && p->topics[i].level.n > 0)
			say_domain(s, &t, &p->topics[i]);
	say_domain(s, &t, &p->overall);
	if (is_wide(s))
		line(s, 0, 0, "o level, - its range (9 times in 10 the level lies within it); a range needs %d answers.",
		    STATS_MIN_ANSWERS);
	say_unasked(s);
}

/* ---- sessions ---- */

static const struct table_column session_columns[] = {
	{ "no", 4, true }, { "date", 10, false }, { "", PLOT_CELLS, false }, { "mean", 5, true }, { "n", 3, true },
	{ "level", 5, true }, { "range", 10, false },
};
#define SESSION_COLUMNS (sizeof(session_columns) / sizeof(session_columns[0]))

static void
say_session(const struct say *s, const struct table *t, const struct progress_session *x)
{
	char no[24], date[40], plot[PLOT_BYTES] = "", mean[STATS_NUMBER_BYTES], n[16],
	                       level[STATS_NUMBER_BYTES];
	char range[STATS_NUMBER_BYTES] = "";
	const char *cells[SESSION_COLUMNS] = { no, date, plot, mean, n, level, range };
	bool line_here = s->p->trend_line && x->in_trend;

	snprintf(no, sizeof(no), "%lld", (long long)x->number);
	format_local(x->created_us, x->utc_offset_min, date);
	date[10] = '\0';                /* the day */
	if (is_wide(s)) {
		plot_empty(plot);
		if (line_here) {
			plot_range(plot, x->trend.low, x->trend.high);
			plot[cell_of(x->trend.level)] = 'o';
		}
		plot[cell_of(x->grade.mean)] =
		    line_here && cell_of(x->grade.mean) == cell_of(x->trend.level) ? '@' : 'x';
	}
	stats_number(x->grade.mean, true, mean);
	snprintf(n, sizeof(n), "%d", x->grade.n);
	stats_number(x->trend.level, line_here, level);
	if (line_here)
		stats_range(x->trend.low, x->trend.high, range);
	else if (x->drill)
		snprintf(range, sizeof(range), "drill");
	table_row(s->out, t, cells);
}

static void
say_sessions(const struct say *s)
{
	const struct table t = { session_columns, SESSION_COLUMNS, 2, s->columns };
	const struct progress *p = s->p;
	char scale[PLOT_BYTES];
	const char *heads[SESSION_COLUMNS] = { "No", "date", scale, "mean", "n", "level", "range" };
	size_t left = (size_t)p->session_count_rated, shown = left < SESSIONS_SHOWN ? left : SESSIONS_SHOWN;

	plot_scale(scale);
	buf_putc(s->out, '\n');
	if (left > shown)
		line(s, 0, 0, "The last %zu of %zu sessions with graded answers:", shown, left);
	if (is_wide(s))
		table_row(s->out, &t, heads);
	for (size_t i = 0; i < p->session_count; i++)
		if (p->sessions[i].grade.n > 0 && left-- <= shown)
			say_session(s, &t, &p->sessions[i]);
	if (is_wide(s))
		line(s, 0, 0, p->trend_line ? "x mean of the session, o level over time, @ both, - its range."
		    : "x mean of the session; a level over time needs %d sessions.", TREND_MIN_LINE);
}

/* ---- time, judging oneself, points ---- */

static void
say_share(const struct say *s, const struct time_use *t)
{
	if (t->n >= PERCENT_FROM)
		line(s, 0, 2, "Time: %d of %d answers within their limit; the middle one used %.0f %% of it, the slowest "
		    "fifth %.0f %% or more.", t->within, t->n, 100 * t->median, 100 * t->slow);
	else if (t->n > 0)
		line(s, 0, 2, "Time: %d of %d %s within %s limit.", t->within, t->n,
		    plural(t->n, "answer", "answers"), t->n == 1 ? "its" : "their");
}

/* "0.4 higher than ...": a difference of grades in words. */
static void
say_gap(const struct say *s, const char *what, const char *than, const struct estimate *e)
{
	char number[STATS_NUMBER_BYTES], range[STATS_NUMBER_BYTES];

	if (e->n == 0)
		return;
	line(s, 0, 2, "%s: on average %s %s than %s%s%s (%d %s).", what,
	    stats_number(fabs(e->mean), true, number), e->mean < 0 ? "lower" : "higher", than,
	    e->ranged ? "; range " : "", e->ranged ? stats_range(e->low, e->high, range) : "", e->n,
	    plural(e->n, "answer", "answers"));
}

static void
say_agreement(const struct say *s, const char *whose, const struct agreement *a)
{
	if (a->n == 0)
		return;
	if (a->has_kappa)
		line(s, 0, 2, "%s: %d of %d the same, %d within one; weighted kappa %.2f.", whose, a->exact, a->n,
		    a->within_one, a->kappa);
	else
		line(s, 0, 2, "%s: %d of %d the same, %d within one; too few for kappa.", whose, a->exact,
		    a->n, a->within_one);
}

static void
say_missed(const struct say *s)
{
	const struct progress *p = s->p;

	if (p->missed_count > 0)
		line(s, 0, 0, "Key points most often missed:");
	for (size_t i = 0; i < p->missed_count && i < MISSED_SHOWN; i++) {
		const struct missed_point *m = &p->missed[i];
		struct buf point;

		buf_init(&point);
		stats_point(&point, m);
		line(s, 2, 4, "%d of %d: %s (%s)", m->missed, m->asked, buf_text(&point), m->item->title);
		buf_finish(&point);
	}
}

static void
say_details(const struct say *s)
{
	const struct progress *p = s->p;
	char first[STATS_NUMBER_BYTES], now[STATS_NUMBER_BYTES];

	buf_putc(s->out, '\n');
	say_share(s, &p->overall.time);
	say_gap(s, "Predictions", "the grades", &p->prediction_gap);
	say_gap(s, "Own grades", "the interviewers'", &p->self_gap);
	say_agreement(s, "Own and interviewers' grades", &p->agreement);
	say_agreement(s, "Grades that count and those of further raters", &p->further);
	if (p->retry_pairs > 0)
		line(s, 0, 2, "Asked again: %d %s, mean %s at first and %s now; not part of the level.", p->retry_pairs,
		    plural(p->retry_pairs, "answer", "answers"), stats_number(p->retry_first, true, first),
		    stats_number(p->retry_now, true, now));
	say_missed(s);
}

void
stats_say(struct buf *out, const struct progress *p, int columns)
{
	const struct say s = { out, p, columns };
	char missing[PROGRESS_MISSING_BYTES];

	if (p->answers == 0) {
		line(&s, 0, 0, "%s: no figures yet.", p->candidate);
	} else {
		say_finding(&s);
		say_topics(&s);
		say_sessions(&s);
		say_details(&s);
	}
	if (progress_missing(p, missing)[0] != '\0') {
		buf_putc(out, '\n');
		line(&s, 0, 0, "%s", missing);
	}
	if (p->next.item_count > 0 || p->next.has_topic)
		line(&s, 0, 0, "What to practise: `viva next`.");
}
