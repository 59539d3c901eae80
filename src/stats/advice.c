#include "viva/advice.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/text.h"

#define REPEAT_BELOW 3          /* answers graded below solid are worth repeating */
#define OVER_WORTH_MS 15000     /* over the limit by less is no finding */
#define GAP_WORTH 0.75          /* grades; with GAP_MIN_ANSWERS answers */
#define GAP_MIN_ANSWERS 3
#define DRILL_ITEMS 3
#define DRILL_MINUTES 15
#define MS_PER_MINUTE 60000

struct advice_list {
	struct advice *v;
	size_t count;
	bool failed;                    /* out of memory */
	const struct record *r;
};

/* Cuts at a character, never inside one. */
static void
copy_cut(char *to, size_t size, const char *from)
{
	size_t len = strlen(from);

	if (len >= size)
		len = text_valid_prefix(from, size - 1);
	memcpy(to, from, len);
	to[len] = '\0';
}

static void __attribute__((format(printf, 5, 6)))
add(struct advice_list *l, int position, int minutes, const char *title, const char *fmt, ...)
{
	struct buf text;
	va_list ap;

	if (l->count == ADVICE_MAX)
		return;
	buf_init(&text);
	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	l->v[l->count].position = position;
	l->v[l->count].minutes = minutes;
	copy_cut(l->v[l->count].title, sizeof(l->v[l->count].title), title);
	copy_cut(l->v[l->count].text, sizeof(l->v[l->count].text), buf_text(&text));
	l->count++;
	l->failed |= buf_failed(&text);
	buf_finish(&text);
}

static bool
has_advice(const struct advice_list *l, int position)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->v[i].position == position)
			return true;
	return false;
}

/* Minutes to read the answer and say it again: the limit once more, and as much for reading. */
static int
repeat_minutes(const struct item_record *it)
{
	return (int)((2 * it->limit_ms + MS_PER_MINUTE - 1) / MS_PER_MINUTE);
}

/* The first essential key point that was not said, else the first one not said, or NULL. */
static const struct key_point *
missed_point(const struct item *item, const struct rating *rating)
{
	for (int essential = 1; essential >= 0; essential--)
		for (size_t i = 0; i < item->key_point_count; i++)
			if (rating->ticks[i] == TICK_NO && item->key_points[i].essential == (essential == 1))
				return &item->key_points[i];
	return NULL;
}

static void
add_repeat(struct advice_list *l, int position)
{
	const struct item_record *it = &l->r->items[position];
	const struct item *item = record_item(l->r, (size_t)position);
	const struct rating *rating = record_rating(it);
	const struct key_point *missed = missed_point(item, rating);
	struct buf words;
	char title[96];

	snprintf(title, sizeof(title), "Repeat question %d", position + 1);
	buf_init(&words);
	if (missed != NULL)
		prose_plain(&words, &missed->text, false);
	l->failed |= buf_failed(&words);
	if (it->no_answer)
		add(l, position, repeat_minutes(it), title, "%s: passed. Read its answer, then say it aloud from memory: "
		    "%d minutes.", item->title, repeat_minutes(it));
	else if (missed != NULL)
		add(l, position, repeat_minutes(it), title, "%s: grade %d. Say it again with the point that was missing "
		    "(%s): %d minutes.", item->title, rating->grade, buf_text(&words), repeat_minutes(it));
	else
		add(l, position, repeat_minutes(it), title,
		    "%s: grade %d. Say it again aloud with the answer closed: "
		    "%d minutes.",
		    item->title, rating->grade, repeat_minutes(it));
	buf_finish(&words);
}

/* The lowest graded answer below solid that is not in the list yet, or -1. */
static int
weakest(const struct advice_list *l)
{
	int found = -1, lowest = REPEAT_BELOW;

	for (size_t i = 0; i < l->r->item_count; i++) {
		const struct rating *rating = record_rating(&l->r->items[i]);

		if (rating != NULL && rating->grade < lowest && !has_advice(l, (int)i)) {
			found = (int)i;
			lowest = rating->grade;
		}
	}
	return found;
}

static void
add_slowest(struct advice_list *l, const struct session_stats *st)
{
	const struct item_record *it;

	if (st->slowest < 0 || has_advice(l, st->slowest))
		return;
	it = &l->r->items[st->slowest];
	if (it->over_ms < OVER_WORTH_MS)
		return;
	add(l, st->slowest, repeat_minutes(it), "Say it within the limit",
	    "Question %d ran %" PRId64 " seconds over. Say its key points first, in one sentence each, against the "
	    "same clock: %d minutes.", st->slowest + 1, (it->over_ms + 500) / 1000, repeat_minutes(it));
}

static void
add_gap(struct advice_list *l, const struct session_stats *st)
{
	long tenths = lrint(10 * fabs(st->gap.value));         /* %.1f would ask the locale for the point */

	if (st->gap.n < GAP_MIN_ANSWERS || (st->gap.value < GAP_WORTH && st->gap.value > -GAP_WORTH))
		return;
	add(l, -1, 5, "Sharpen the prediction", "You predicted %ld.%ld %s than the grades (%d answers). Before the next "
	    "prediction, count on your fingers the points you said: 5 minutes.",
	    tenths / 10, tenths % 10, st->gap.value > 0 ? "higher" : "lower", st->gap.n);
}

static void
add_drill(struct advice_list *l, const struct session_stats *st)
{
	const struct bank *b;
	const struct topic *t;

	if (st->worst < 0 || record_rating(&l->r->items[st->worst])->grade > REPEAT_BELOW)
		return;
	b = l->r->banks[st->worst];
	t = &b->topics[b->items[0].topic];
	add(l, -1, DRILL_MINUTES, "Drill the topic", "Ask for %d more questions on %s with `viva solo --items %d "
	    "--topic %s`: about %d minutes.", DRILL_ITEMS, t->title, DRILL_ITEMS, t->id, DRILL_MINUTES);
}

int
advice_session(struct advice out[ADVICE_MAX], const struct record *r, const struct session_stats *st)
{
	struct advice_list l = { .v = out, .r = r };
	int position = weakest(&l);

	if (position >= 0)
		add_repeat(&l, position);
	add_slowest(&l, st);
	add_gap(&l, st);
	position = weakest(&l);
	if (position >= 0)
		add_repeat(&l, position);
	add_drill(&l, st);
	add(&l, -1, 30, "Sit another form", "Take a new form of questions with `viva solo --minutes 30`; "
	    "two sessions say more than one: 30 minutes.");
	return l.failed ? -1 : (int)l.count;
}
