/* All strings of the plain front end stand in this folder: here what a session says as it goes. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "ui/plain_lines.h"
#include "viva/buf.h"
#include "viva/plain.h"
#include "viva/text.h"
#include "viva/words.h"

/* Says what a buffer of words.h holds, if anything, and empties it. */
static void
say_words(const struct plain *p, struct buf *words)
{
	if (words->len > 0)
		plain_say(p, "%s", buf_text(words));
	buf_clear(words);
}

static void
paint_heading(const struct plain *p, const struct marking_view *v)
{
	struct buf b;

	buf_init(&b);
	words_heading(&b, v);
	plain_rule(p);
	say_words(p, &b);
	fputc('\n', p->out);
	buf_finish(&b);
}

/* What can be done now. */
static void
paint_to_do(const struct plain *p, const struct marking_view *v)
{
	struct buf b;

	buf_init(&b);
	words_to_do(&b, v);
	if (v->record->phase == PHASE_ANSWER && v->shown.state != SESSION_PAUSED && !v->led)
		buf_puts(&b, " (w writes, h asks for a fact, ? help)");
	say_words(p, &b);
	buf_finish(&b);
}

static void
paint_fact(const struct plain *p, const struct marking_view *v, size_t i)
{
	plain_say(p, "%s: %s", v->led ? "Tell them, asked" : "You ask", v->shown.fact_asks[i]);
	plain_blocks(p, v->shown.facts[i]);
}

static void
paint_predict(const struct plain *p, const struct marking_view *v)
{
	char room[PLAIN_GRADE_BYTES];

	fputc('\n', p->out);
	paint_to_do(p, v);
	for (int g = 0; g <= GRADE_MAX; g++)
		plain_say(p, "  %s", plain_grade(v->shown.grade_titles, g, room));
}

static void
paint_reveal(const struct plain *p, const struct marking_view *v)
{
	plain_strong(p, v->item);
	fputc('\n', p->out);
	paint_to_do(p, v);
}

void
plain_marks(const struct plain *p, const struct marking_view *v)
{
	static const char *const tick_words[] = { "no", "partly", "yes" };
	bool asks = !v->shown.no_answer && v->record->phase != PHASE_NOTE;
	const struct item *it = v->item;
	char room[PLAIN_GRADE_BYTES];

	fputc('\n', p->out);
	plain_say(p, !asks ? "Key points:" : v->led ? "Key points: what did you hear?"
	    : "Key points: which did you say?");
	for (size_t i = 0; i < it->key_point_count; i++) {
		struct buf words;

		buf_init(&words);
		prose_plain(&words, &it->key_points[i].text, true);
		plain_say(p, " %2zu [%s] %s%s", i + 1, tick_words[v->rating->ticks[i] % 3], buf_text(&words),
		    it->key_points[i].essential ? " (essential)" : "");
		buf_finish(&words);
	}
	if (it->mistake_count > 0)
		plain_say(p, !asks ? "Common mistakes:" : v->led ? "Common mistakes: was one made?"
		    : "Common mistakes: did you make one?");
	for (size_t i = 0; i < it->mistake_count; i++) {
		struct buf words;

		buf_init(&words);
		prose_plain(&words, &it->mistakes[i].claim, true);
		buf_puts(&words, " - ");
		prose_plain(&words, &it->mistakes[i].correction, true);
		plain_say(
		    p, " m%zu [%s] %s", i + 1, v->rating->mistakes >> i & 1 ? "yes" : "no", buf_text(&words));
		buf_finish(&words);
	}
	if (asks)
		plain_say(
		    p, "These marks propose %s.", plain_grade(v->shown.grade_titles, v->proposed, room));
}

void
plain_grades(const struct plain *p, const struct marking_view *v)
{
	char room[PLAIN_GRADE_BYTES];

	fputc('\n', p->out);
	if (v->led)
		plain_heard(p, v);
	for (int g = 0; g <= GRADE_MAX; g++) {
		const struct prose *anchor = bank_anchor(v->bank, v->item, g);
		struct buf words;

		buf_init(&words);
		if (anchor != NULL)
			prose_plain(&words, anchor, true);
		plain_say(p, "  %s%s%s", plain_grade(v->shown.grade_titles, g, room),
		    words.len > 0 ? ": " : "", buf_text(&words));
		buf_finish(&words);
	}
	paint_to_do(p, v);
}

/* What the phase shows when it begins, ending with what to do. */
static void
paint_phase(const struct plain *p, const struct marking_view *v)
{
	switch (v->shown.phase == PHASE_CLOSED ? v->record->phase : v->shown.phase) {
	case PHASE_READ:
	case PHASE_THINK:
	case PHASE_ANSWER:
	case PHASE_BETWEEN:
		paint_to_do(p, v);
		break;
	case PHASE_FOLLOW_UP:
		fputc('\n', p->out);
		plain_say(p, "Follow-up, on its own time:");
		if (v->shown.follow_up != NULL)
			plain_blocks(p, v->shown.follow_up);
		fputc('\n', p->out);
		paint_to_do(p, v);
		break;
	case PHASE_PREDICT:
		paint_predict(p, v);
		break;
	case PHASE_REVEAL:
		paint_reveal(p, v);
		break;
	case PHASE_TICK:
		plain_marks(p, v);
		fputc('\n', p->out);
		paint_to_do(p, v);
		break;
	case PHASE_GRADE:
		plain_grades(p, v);
		break;
	case PHASE_NOTE:
		if (v->shown.no_answer && !v->led)
			plain_marks(p, v);
		paint_to_do(p, v);
		break;
	case PHASE_NONE:
	case PHASE_CLOSED:
		break;
	}
}

static void
paint_item(const struct plain *p, const struct marking_view *v)
{
	if (v->shown.stem == NULL)
		return;
	paint_heading(p, v);
	plain_blocks(p, v->shown.stem);
	for (size_t i = 0; i < v->shown.fact_count; i++)
		paint_fact(p, v, i);
	if (v->led)
		plain_key(p, v);
	fputc('\n', p->out);
}

void
plain_where(const struct plain *p, const struct marking_view *v)
{
	paint_item(p, v);
	if (v->record == NULL)
		return;                 /* it is over, but for its closing */
	if (v->shown.state == SESSION_PAUSED)
		paint_to_do(p, v);
	else
		paint_phase(p, v);
}

static void
paint_new_phase(const struct plain *p, const struct marking_view *v)
{
	/* In a review at the end the question was long ago: show it again. */
	if (v->record->phase == PHASE_REVEAL)
		paint_item(p, v);
	paint_phase(p, v);
}

void
plain_event(const struct plain *p, const struct marking_view *v, const struct event *ev,
    const struct event *undone)
{
	struct buf b;

	buf_init(&b);
	words_event(&b, v, ev, undone);
	say_words(p, &b);
	buf_finish(&b);
	switch (ev->kind) {
	case EV_OPEN: case EV_SWAP:
		paint_item(p, v);
		paint_phase(p, v);
		break;
	case EV_PASS: case EV_PREDICT:
		fputc('\n', p->out);
		paint_phase(p, v);
		break;
	case EV_RESUME: case EV_GRADE: case EV_UNDO:
		paint_phase(p, v);
		break;
	case EV_PHASE:
		paint_new_phase(p, v);
		break;
	case EV_FACT:
		if (v->shown.fact_count > 0)
			paint_fact(p, v, v->shown.fact_count - 1);
		break;
	default:
		break;          /* start, draw, tick, mistake, end, amend are shown by others */
	}
}

void
plain_time(const struct plain *p, const struct clock_view *c)
{
	struct buf b;

	buf_init(&b);
	words_time(&b, c);
	say_words(p, &b);
	buf_finish(&b);
}

void
plain_milestone(const struct plain *p, enum milestone m, const struct clock_view *c)
{
	struct buf b;

	buf_init(&b);
	words_milestone(&b, m, c);
	if (b.len > 0) {
		if (p->prompt)
			fputc('\n', p->out);
		say_words(p, &b);
		plain_prompt(p);
	}
	buf_finish(&b);
}

void
plain_refused(const struct plain *p, enum refusal why, enum phase phase)
{
	const char *words = words_refusal(why, phase);

	if (words[0] != '\0')
		plain_say(p, "%s", words);
}

void
plain_gap(const struct plain *p, int64_t gap_ms)
{
	struct buf b;

	buf_init(&b);
	words_gap(&b, gap_ms);
	buf_puts(&b, " y or n (Enter: no)");
	say_words(p, &b);
	buf_finish(&b);
}
