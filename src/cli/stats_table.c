/* The figures as tables for other programs: CSV and Markdown. */
#include <stdio.h>
#include <string.h>

#include "cli/app.h"
#include "cli/stats_out.h"
#include "viva/buf.h"
#include "viva/text.h"

/* A figure, however it is written. */
struct row {
	const char *what, *name;
	int n;
	bool has_mean, has_level;
	double mean, level, low, high;
	int no_answers;
	const struct time_use *time;    /* or NULL */
};

typedef void put_row(struct buf *out, const struct row *r);

static struct row
domain_row(const char *what, const struct domain *d)
{
	return (struct row){ what, d->id, d->level.n, d->level.n > 0, d->ranged, d->level.mean,
		d->level.level, d->level.low, d->level.high, d->no_answers, &d->time };
}

static struct row
estimate_row(const char *name, const struct estimate *e)
{
	return (
	    struct row){ "gap", name, e->n, e->n > 0, e->ranged, e->mean, e->mean, e->low, e->high, 0, NULL };
}

static void
put_rows(struct buf *out, const struct progress *p, put_row *put)
{
	struct row r = domain_row("overall", &p->overall);

	put(out, &r);
	for (size_t i = 0; i < p->bank->area_count; i++) {
		r = domain_row("area", &p->areas[i]);
		put(out, &r);
	}
	for (size_t i = 0; i < p->bank->topic_count; i++) {
		r = domain_row("topic", &p->topics[i]);
		put(out, &r);
	}
	for (size_t i = 0; i < p->session_count; i++) {
		const struct progress_session *s = &p->sessions[i];
		char number[24];

		snprintf(number, sizeof(number), "%lld", (long long)s->number);
		r = (struct row){ "session", number, s->grade.n, s->grade.n > 0, p->trend_line && s->in_trend,
			s->grade.mean, s->trend.level, s->trend.low, s->trend.high, s->no_answers, &s->time };
		put(out, &r);
	}
	r = estimate_row("prediction-minus-grade", &p->prediction_gap);
	put(out, &r);
	r = estimate_row("own-minus-interviewer", &p->self_gap);
	put(out, &r);
}

/* ---- CSV ---- */

/* Ids and numbers only: no field needs quotes. */
static void
csv_row(struct buf *out, const struct row *r)
{
	buf_printf(out, "%s,%s,%d,", r->what, r->name, r->n);
	if (r->has_mean)
		buf_printf(out, "%.4f", r->mean);
	if (r->has_level)
		buf_printf(out, ",%.4f,%.4f,%.4f,", r->level, r->low, r->high);
	else
		buf_puts(out, ",,,,");
	buf_printf(out, "%d,", r->no_answers);
	if (r->time != NULL)
		buf_printf(out, "%d,%d,%lld,%lld\r\n", r->time->n, r->time->within,
		    (long long)r->time->used_ms, (long long)r->time->limit_ms);
	else
		buf_puts(out, ",,,\r\n");
}

void
stats_csv(struct buf *out, const struct progress *p)
{
	buf_puts(out, "what,name,n,mean,level,low,high,no_answers,timed,within,used_ms,limit_ms\r\n");
	put_rows(out, p, csv_row);
}

/* ---- Markdown ---- */

static void
cell(struct buf *out, double v, bool known)
{
	char room[STATS_NUMBER_BYTES];

	buf_printf(out, " %s |", stats_number(v, known, room));
}

static void
markdown_row(struct buf *out, const struct row *r)
{
	char range[STATS_NUMBER_BYTES] = "";

	if (r->n == 0)
		return;
	if (r->has_level)
		stats_range(r->low, r->high, range);
	buf_printf(out, "| %s | %s | %d |", r->what, r->name, r->n);
	cell(out, r->mean, r->has_mean);
	cell(out, r->level, r->has_level);
	buf_printf(out, " %s |", range);
	if (r->time != NULL && r->time->n > 0)
		buf_printf(out, " %d of %d |\n", r->time->within, r->time->n);
	else
		buf_puts(out, "  |\n");
}

/* Text from outside in a line of Markdown: no mark of it counts. */
static void
markdown_text(struct buf *out, const char *text)
{
	struct buf visible;

	buf_init(&visible);
	text_visible(&visible, text, strlen(text), false);
	for (const char *c = buf_text(&visible); *c != '\0'; c++) {
		if (strchr("\\`*_{}[]<>()#+-.!|&~", *c) != NULL)
			buf_putc(out, '\\');
		buf_putc(out, *c);
	}
	buf_finish(&visible);
}

void
stats_markdown(struct buf *out, const struct progress *p)
{
	char missing[PROGRESS_MISSING_BYTES], room[STATS_NUMBER_BYTES];

	buf_puts(out, "# ");
	markdown_text(out, p->candidate);
	buf_puts(out, "\n\n");
	markdown_text(out, p->bank->title);
	buf_printf(out, ", %s: %d %s in %d %s, %d passed. Goal %s. Trend: %s.\n\n", series_text(p->series),
	    p->answers, plural(p->answers, "answer", "answers"), p->session_count_rated,
	    plural(p->session_count_rated, "session", "sessions"), p->no_answers,
	    stats_number(p->goal, true, room), change_text(p->change.word));
	if (p->answers > 0) {
		buf_puts(out, "| what | name | n | mean | level | range | within limit |\n"
		    "|---|---|---:|---:|---:|---|---|\n");
		put_rows(out, p, markdown_row);
	}
	for (size_t i = 0; i < p->missed_count; i++) {
		struct buf point;

		buf_init(&point);
		stats_point(&point, &p->missed[i]);
		if (i == 0)
			buf_puts(out, "\nKey points most often missed:\n\n");
		buf_printf(out, "- %d of %d: ", p->missed[i].missed, p->missed[i].asked);
		markdown_text(out, buf_text(&point));
		buf_puts(out, " (");
		markdown_text(out, p->missed[i].item->title);
		buf_puts(out, ")\n");
		buf_finish(&point);
	}
	if (progress_missing(p, missing)[0] != '\0')
		buf_printf(out, "\n%s\n", missing);
}
