#include <inttypes.h>
#include "report/model_detail.h"
#include "viva/arena.h"

/* Where the minutes of a session went. */

#define SHARE_LOUD 0.5          /* of the time: what takes more leads the finding */

static int64_t
row_sum(const struct minutes_row *row)
{
	return row->think_ms + row->answer_ms + row->over_ms + row->idle_ms + row->look_ms;
}

/* Fills what `it` took; what is over the limit is the last of reading, thinking and answering. */
static void
fill_row(struct minutes_row *row, const struct item_record *it, bool look_at_end)
{
	int64_t think = it->read_ms + it->think_ms, answer = it->answer_ms - it->over_ms;

	row->over_ms = it->over_ms;
	row->think_ms = answer >= 0 ? think : think + answer;
	row->answer_ms = answer >= 0 ? answer : 0;
	row->idle_ms = it->pause_ms + it->swapped_ms;
	row->look_ms = it->follow_up_ms + (look_at_end ? 0 : it->review_ms);
}

static void
row_words(struct model_maker *k, struct minutes_row *row)
{
	row->spent = say_clock(k, row_sum(row), false);
	if (row->number == 0) {
		row->alt = say(k, "Marking at the end took %s.", row->spent);
		return;
	}
	row->alt = say(k, "Question %d began at minute %" PRId64 " and took %s: reading and thinking %s, "
	    "answering %s%s, then %s of marking and comparing.", row->number, row->start_ms / 60000,
	    row->spent, say_clock(k, row->think_ms, false),
	    say_clock(k, row->answer_ms + row->over_ms, false),
	    row->over_ms > 0 ? say(k, ", %s of it over the limit", say_clock(k, row->over_ms, true)) : "",
	    say_clock(k, row->look_ms, false));
}

static void
add_parts(struct session_detail *d, const struct minutes_row *row)
{
	d->parts_ms[MINUTES_THINK] += row->think_ms;
	d->parts_ms[MINUTES_ANSWER] += row->answer_ms;
	d->parts_ms[MINUTES_OVER] += row->over_ms;
	d->parts_ms[MINUTES_LOOK] += row->look_ms;
	d->parts_ms[MINUTES_IDLE] += row->idle_ms;
	d->minutes_total_ms += row_sum(row);
}

static const char *
say_minutes(struct model_maker *k, int64_t ms)
{
	return say(k, "%" PRId64 " min", (ms + 30000) / 60000);
}

static void
finding(struct model_maker *k)
{
	struct session_detail *d = k->m->detail;
	int64_t *ms = d->parts_ms, talk = ms[MINUTES_THINK] + ms[MINUTES_ANSWER] + ms[MINUTES_OVER];
	const char *whole = say_minutes(k, d->minutes_total_ms), *over = "";

	if (ms[MINUTES_OVER] > 0)
		over = say(k, " %s lay beyond a limit.", say_span(k, ms[MINUTES_OVER], true));
	if (d->minutes_total_ms < 60000)
		d->minutes_finding = "The session took less than a minute.";
	else if ((double)ms[MINUTES_LOOK] > SHARE_LOUD * (double)d->minutes_total_ms)
		d->minutes_finding =
		    say(k, "Of %s, more went into marking and comparing (%s) than into answers (%s).%s", whole,
		    say_minutes(k, ms[MINUTES_LOOK]), say_minutes(k, talk), over);
	else
		d->minutes_finding = say(k, "Of %s, %s went into answers; %s of these into reading and thinking.%s",
		    whole, say_minutes(k, talk), say_minutes(k, ms[MINUTES_THINK]), over);
}

void
model_minutes(struct model_maker *k)
{
	static const char *const names[MINUTES_PARTS] = { "read and think", "answer", "over the limit",
		"mark and compare", "pauses" };
	struct session_detail *d = k->m->detail;
	bool at_end = k->record->head.review == REVIEW_END;
	int64_t marking = 0;

	d->minutes = arena_alloc(k->arena, k->m->row_count + 1, sizeof *d->minutes);
	if (d->minutes == NULL) {
		k->failed = true;
		return;
	}
	for (size_t i = 0; i < k->m->row_count; i++) {
		const struct session_row *from = &k->m->rows[i];
		struct minutes_row *row = &d->minutes[d->minutes_count];

		if (!from->asked)
			continue;
		*row = (struct minutes_row){ .number = from->number, .title = from->title,
			.start_ms = d->minutes_total_ms };
		fill_row(row, &k->record->items[i], at_end);
		marking += at_end ? k->record->items[i].review_ms : 0;
		row_words(k, row);
		add_parts(d, row);
		d->minutes_count++;
	}
	if (marking > 0) {
		struct minutes_row *row = &d->minutes[d->minutes_count++];

		*row = (struct minutes_row){ .title = "Marking at the end", .start_ms = d->minutes_total_ms,
			.look_ms = marking };
		row_words(k, row);
		add_parts(d, row);
	}
	for (int i = 0; i < MINUTES_PARTS; i++) {
		d->part_names[i] = names[i];
		d->part_times[i] = say_clock(k, d->parts_ms[i], i == MINUTES_OVER);
	}
	finding(k);
}
