#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include "report/model.h"
#include "report/number.h"
#include "viva/arena.h"
#include "viva/buf.h"

static const char *
keep_text(struct model_maker *k, struct buf *b)
{
	const char *kept = buf_failed(b) ? NULL : arena_strndup(k->arena, buf_text(b), b->len);

	if (kept == NULL)
		k->failed = true;
	buf_finish(b);
	return kept != NULL ? kept : "";
}

const char *
say(struct model_maker *k, const char *fmt, ...)
{
	struct buf b;
	va_list ap;

	buf_init(&b);
	va_start(ap, fmt);
	buf_vprintf(&b, fmt, ap);
	va_end(ap);
	return keep_text(k, &b);
}

const char *
say_prose(struct model_maker *k, const struct prose *p)
{
	struct buf b;

	buf_init(&b);
	prose_plain(&b, p, false);
	return keep_text(k, &b);
}

const char *
say_tenths(struct model_maker *k, double v, bool plus)
{
	struct buf b;

	buf_init(&b);
	put_tenths(&b, v);
	if (plus && b.len > 0 && *buf_text(&b) == '-')
		return say(k, "\xe2\x88\x92%s", keep_text(k, &b) + 1);  /* a minus sign as wide as the plus */
	if (plus && v >= 0.05)
		return say(k, "+%s", keep_text(k, &b));
	return keep_text(k, &b);
}

static int64_t
seconds(int64_t ms, bool up)
{
	return (ms + (up ? 999 : 0)) / 1000;
}

const char *
say_span(struct model_maker *k, int64_t ms, bool up)
{
	int64_t s = seconds(ms, up);

	if (s < 60)
		return say(k, "%" PRId64 " s", s);
	if (s % 60 == 0)
		return say(k, "%" PRId64 " min", s / 60);
	return say(k, "%" PRId64 " min %" PRId64 " s", s / 60, s % 60);
}

const char *
say_clock(struct model_maker *k, int64_t ms, bool up)
{
	int64_t s = seconds(ms, up);

	return say(k, "%" PRId64 ":%02" PRId64, s / 60, s % 60);
}

static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December" };

/* Year, month from 1, day of the month. */
static void
civil(int64_t day, int64_t *year, int64_t *month, int64_t *date)
{
	/* Days to a civil date by eras of 400 years that begin on 1 March (Hinnant 2013). */
	int64_t z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, d = z - era * 146097;
	int64_t year_of_era = (d - d / 1460 + d / 36524 - d / 146096) / 365;
	int64_t day_of_year = d - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t shifted = (5 * day_of_year + 2) / 153;

	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
	*date = day_of_year - (153 * shifted + 2) / 5 + 1;
}

const char *
say_day(struct model_maker *k, int64_t day)
{
	int64_t year, month, date;

	civil(day, &year, &month, &date);
	return say(k, "%" PRId64 " %s %" PRId64, date, months[month - 1], year);
}

const char *
say_short_day(struct model_maker *k, int64_t day)
{
	int64_t year, month, date;

	civil(day, &year, &month, &date);
	return say(k, "%" PRId64 " %.3s", date, months[month - 1]);
}

const char *
say_days(struct model_maker *k, int64_t first, int64_t last)
{
	int64_t year, year2, month, month2, date, date2;

	if (first == last)
		return say_day(k, last);
	civil(first, &year, &month, &date);
	civil(last, &year2, &month2, &date2);
	if (year != year2)
		return say(k, "%s \xe2\x80\x93 %s", say_day(k, first), say_day(k, last));
	if (month != month2)
		return say(k, "%" PRId64 " %s \xe2\x80\x93 %s", date, months[month - 1], say_day(k, last));
	return say(k, "%" PRId64 "\xe2\x80\x93%s", date, say_day(k, last));
}

const char *
say_date(struct model_maker *k, const char *date)
{
	long part[3] = { 0 };
	const char *at = date;
	char *end;

	for (int i = 0; i < 3; i++, at = end + 1) {
		part[i] = strtol(at, &end, 10);
		if (end == at || *end != (i < 2 ? '-' : '\0'))
			return date;
	}
	if (part[1] < 1 || part[1] > 12)
		return date;
	return say(k, "%ld %s %ld", part[2], months[part[1] - 1], part[0]);
}

const char *
say_count(struct model_maker *k, int n, const char *one, const char *many)
{
	return say(k, "%d %s", n, n == 1 ? one : many);
}

const char *
grade_word(const struct session_row *row, int grade)
{
	const char *word = row->bank->scale[grade].title;

	return word != NULL ? word : "";
}
