/* All strings of the plain front end stand in this folder: here what a session says as it goes. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "ui/plain_lines.h"
#include "viva/buf.h"
#include "viva/plain.h"
#include "viva/text.h"

static void
paint_heading(const struct plain *p, const struct marking_view *v)
{
	char limit[PLAIN_CLOCK_BYTES];
	struct buf b;

	buf_init(&b);
	buf_printf(&b, "Question %d of %d - %s - %s %s", v->shown.position + 1, v->shown.count,
	    v->shown.topic, difficulty_name(v->shown.difficulty), kind_name(v->shown.kind));
	if (!v->shown.clock.hidden)
		buf_printf(&b, " - %s", plain_minutes(v->record->limit_ms, limit));
	if (v->shown.retry)
		buf_puts(&b, " - once more");
	plain_rule(p);
	plain_say(p, "%s", buf_text(&b));
	fputc('\n', p->out);
	buf_finish(&b);
}

static void
paint_fact(const struct plain *p, const struct marking_view *v, size_t i)
{
	plain_say(p, "You ask: %s", v->shown.fact_asks[i]);
	plain_blocks(p, v->shown.facts[i]);
}

static void
paint_predict(const struct plain *p, const struct marking_view *v)
{
	char room[PLAIN_GRADE_BYTES];

	fputc('\n', p->out);
	plain_say(p, "Which grade will this answer get? Say it before you see the key points:");
	for (int g = 0; g <= GRADE_MAX; g++)
		plain_say(p, "  %s", plain_grade(v->shown.grade_titles, g, room));
}

static void
paint_reveal(const struct plain *p, const struct marking_view *v)
{
	plain_say(p, "A strong answer:");
	fputc('\n', p->out);
	plain_blocks(p, &v->item->answer);
	for (size_t i = 0; i < v->item->follow_up_count; i++) {
		fputc('\n', p->out);
		plain_say(p, "Follow-up:");
		plain_blocks(p, &v->item->follow_ups[i].stem);
		plain_say(p, "Answer:");
		plain_blocks(p, &v->item->follow_ups[i].answer);
	}
	fputc('\n', p->out);
	plain_say(p, v->shown.no_answer ? "Enter: the key points, and a note." : "Enter: mark your key points.");
}

void
plain_marks(const struct plain *p, const struct marking_view *v)
{
	static const char *const tick_words[] = { "no", "partly", "yes" };
	const struct item *it = v->item;
	char room[PLAIN_GRADE_BYTES];

	fputc('\n', p->out);
	plain_say(p, v->shown.no_answer ? "Key points:" : "Key points: which did you say?");
	for (size_t i = 0; i < it->key_point_count; i++) {
		struct buf words;

		buf_init(&words);
		prose_plain(&words, &it->key_points[i].text, true);
		plain_say(p, " %2zu [%s] %s%s", i + 1, tick_words[v->rating->ticks[i] % 3], buf_text(&words),
		    it->key_points[i].essential ? " (essential)" : "");
		buf_finish(&words);
	}
	if (it->mistake_count > 0)
		plain_say(p, "Common mistakes: did you make one?");
	for (size_t i = 0; i < it->mistake_count; i++) {
		struct buf words;

		buf_init(&words);
		prose_plain(&words, &it->mistakes[i].claim, true);
		buf_puts(&words, " - ");
		prose_plain(&words, &it->mistakes[i].correction, true);
		plain_say(p, " m%zu [%s] %s", i + 1, v->rating->mistakes >> i & 1 ? "yes" : "no", buf_text(&words));
		buf_finish(&words);
	}
	if (!v->shown.no_answer)
		plain_say(p, "These marks propose %s.", plain_grade(v->shown.grade_titles, v->proposed, room));
}

static void
paint_grades(const struct plain *p, const struct marking_view *v)
{
	char room[PLAIN_GRADE_BYTES];

	fputc('\n', p->out);
	for (int g = 0; g <= GRADE_MAX; g++) {
		const struct prose *anchor = bank_anchor(v->bank, v->item, g);
		struct buf words;

		buf_init(&words);
		if (anchor != NULL)
			prose_plain(&words, anchor, true);
		plain_say(p, "  %s%s%s", plain_grade(v->shown.grade_titles, g, room), words.len > 0 ? ": " : "", buf_text(&words));
		buf_finish(&words);
	}
	plain_say(p, "Grade 0-4; Enter takes %s.", plain_grade(v->shown.grade_titles, v->proposed, room));
}

/* What the phase shows when it begins, ending with what to do. */
static void
paint_phase(const struct plain *p, const struct marking_view *v)
{
	switch (v->shown.phase == PHASE_CLOSED ? v->record->phase : v->shown.phase) {
	case PHASE_READ:
		plain_say(p, "Read. Enter: I have read it.");
		break;
	case PHASE_THINK:
		plain_say(p, "Think. Enter: I begin to answer.");
		break;
	case PHASE_ANSWER:
		plain_say(p, "Answer aloud. Enter: I am done. (w writes, h asks for a fact, ? help)");
		break;
	case PHASE_FOLLOW_UP:
		fputc('\n', p->out);
		plain_say(p, "Follow-up, on its own time:");
		if (v->shown.follow_up != NULL)
			plain_blocks(p, v->shown.follow_up);
		fputc('\n', p->out);
		plain_say(p, "Answer aloud. Enter: done.");
		break;
	case PHASE_PREDICT:
		paint_predict(p, v);
		break;
	case PHASE_BETWEEN:
		plain_say(p, v->shown.position + 1 < v->shown.count ? "The clock rests. Enter: the next question."
		    : "That was the last question. Enter: the review.");
		break;
	case PHASE_REVEAL:
		paint_reveal(p, v);
		break;
	case PHASE_TICK:
		plain_marks(p, v);
		fputc('\n', p->out);
		plain_say(p, "Mark with numbers: 1 said, 3~ partly, 2- not, m1 a mistake made. Enter: the grade.");
		break;
	case PHASE_GRADE:
		paint_grades(p, v);
		break;
	case PHASE_NOTE:
		if (v->shown.no_answer)
			plain_marks(p, v);
		plain_say(p, "n: a note for next time. Enter: go on.");
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
	fputc('\n', p->out);
}

void
plain_where(const struct plain *p, const struct marking_view *v)
{
	paint_item(p, v);
	if (v->shown.state == SESSION_PAUSED)
		plain_say(p, "Paused. Enter or p: go on.");
	else
		paint_phase(p, v);
}

/* What was taken back, in words. */
static const char *
undone_words(const struct event *e)
{
	switch (e->kind) {
	case EV_PHASE: return "the step to the next part";
	case EV_EXTEND: return "the 60 seconds more";
	case EV_FACT: return "the fact asked for";
	case EV_HINT: return "the hint";
	case EV_FLAG: return "the flag";
	case EV_TICK: return "a mark of a key point";
	case EV_MISTAKE: return "a mark of a mistake";
	case EV_PREDICT: return "the prediction";
	case EV_GRADE: return "the grade";
	case EV_NOTE: return e->n[0] == NOTE_ANSWER ? "the written answer" : "the note";
	default: return "the last step";
	}
}

static void
paint_undo(const struct plain *p, const struct marking_view *v, const struct event *undone)
{
	plain_say(p, "Taken back: %s.", undone != NULL ? undone_words(undone) : "the last step");
	paint_phase(p, v);
}

static void
paint_predicted(const struct plain *p, const struct marking_view *v, const struct event *ev)
{
	char room[PLAIN_GRADE_BYTES];

	plain_say(p, "You expect %s. That stands.", plain_grade(v->shown.grade_titles, (int)ev->n[0], room));
	fputc('\n', p->out);
	paint_phase(p, v);
}

static void
paint_new_phase(const struct plain *p, const struct marking_view *v)
{
	/* In a review at the end the question was long ago: show it again. */
	if (v->record->phase == PHASE_REVEAL)
		paint_item(p, v);
	else if (v->record->phase == PHASE_PREDICT && v->shown.clock.state == CLOCK_OVER)
		plain_say(p, "The time is over.");
	paint_phase(p, v);
}

/* Events that lead to another item or part of it: what it shows stands behind them. */
static bool
paint_step(const struct plain *p, const struct marking_view *v, const struct event *ev)
{
	char room[PLAIN_GRADE_BYTES];

	switch (ev->kind) {
	case EV_OPEN:
		paint_item(p, v);
		break;
	case EV_SWAP:
		plain_say(p, "Known: it is put aside, and counts as met. Here is another.");
		paint_item(p, v);
		break;
	case EV_RESUME:
		plain_say(p, "Going on.");
		break;
	case EV_PASS:
		plain_say(p, "No answer: recorded.");
		fputc('\n', p->out);
		break;
	case EV_GRADE:
		plain_say(p, "Graded %s.", plain_grade(v->shown.grade_titles, (int)ev->n[0], room));
		break;
	default:
		return false;
	}
	paint_phase(p, v);
	return true;
}

static void
paint_extension(const struct plain *p, const struct marking_view *v)
{
	char clock[PLAIN_CLOCK_BYTES];

	if (v->shown.clock.hidden)
		plain_say(p, "60 seconds more.");
	else
		plain_say(p, "60 seconds more: the limit is now %s.", plain_clock(v->record->limit_ms, clock));
}

void
plain_event(const struct plain *p, const struct marking_view *v, const struct event *ev,
    const struct event *undone)
{
	char clock[PLAIN_CLOCK_BYTES];

	if (paint_step(p, v, ev))
		return;
	switch (ev->kind) {
	case EV_PHASE:
		paint_new_phase(p, v);
		break;
	case EV_PREDICT:
		paint_predicted(p, v, ev);
		break;
	case EV_UNDO:
		paint_undo(p, v, undone);
		break;
	case EV_FACT:
		if (v->shown.fact_count > 0)
			paint_fact(p, v, v->shown.fact_count - 1);
		break;
	case EV_PAUSE:
		plain_say(p, "Paused. Enter or p: go on.");
		break;
	case EV_EXTEND:
		paint_extension(p, v);
		break;
	case EV_HINT:
		plain_say(p, "Hint counted: %d so far.", v->record->hints);
		break;
	case EV_FLAG:
		plain_say(p, ev->n[0] ? "Flagged." : "No longer flagged.");
		break;
	case EV_NOTE:
		plain_say(p, ev->n[0] == NOTE_ANSWER ? "Your answer is saved." : "Your note is saved.");
		break;
	case EV_GAP:
		plain_say(p, "The gap of %s %s.", plain_clock(ev->n[0], clock), ev->n[1] ? "counts" : "does not count");
		break;
	default:
		break;          /* start, draw, tick, mistake, end, amend are shown by others */
	}
}

void
plain_time(const struct plain *p, const struct clock_view *c)
{
	char used[PLAIN_CLOCK_BYTES], limit[PLAIN_CLOCK_BYTES], left[PLAIN_CLOCK_BYTES];

	plain_clock(c->used_ms, used);
	plain_clock(c->limit_ms, limit);
	if (c->hidden)
		plain_say(p, "The clock is hidden in this session; it is recorded all the same.");
	else if (c->state == CLOCK_OFF)
		plain_say(p, "The clock rests. Used: %s of %s.", used, limit);
	else if (c->remaining_ms < 0)
		plain_say(p, "Over by %s. The limit was %s.", plain_clock(-c->remaining_ms, left), limit);
	else
		plain_say(p, "%s%s left of %s.", c->state == CLOCK_PAUSED ? "Paused with " : "",
		    plain_clock(c->remaining_ms, left), limit);
}

void
plain_milestone(const struct plain *p, enum milestone m, const struct clock_view *c)
{
	char left[PLAIN_CLOCK_BYTES];

	if (c->hidden || m == MILESTONE_NONE)
		return;
	if (p->prompt)
		fputc('\n', p->out);
	if (m == MILESTONE_OVER)
		plain_say(p, "The limit is reached; the time over it is measured.");
	else
		plain_say(p, "%s: %s left.", m == MILESTONE_HALF ? "Half the time" : "Time", plain_clock(c->remaining_ms, left));
	plain_prompt(p);
}

void
plain_refused(const struct plain *p, enum refusal why, enum phase phase)
{
	switch (why) {
	case REFUSED_NOT:
		break;
	case REFUSED_HERE:
		if (phase == PHASE_PREDICT)
			plain_say(p, "First your prediction: 0 to 4.");
		else
			plain_say(p, "Not now; ? lists what can be done.");
		break;
	case REFUSED_STRICT:
		plain_say(p, "Not in a strict session.");
		break;
	case REFUSED_NO_MORE_FACTS:
		plain_say(p, "There is no further fact for this question.");
		break;
	case REFUSED_NOTHING_TO_UNDO:
		plain_say(p, "Nothing to take back: undo reaches to the last answer shown.");
		break;
	case REFUSED_NOT_LED:
		plain_say(p, "That is for sessions led by an interviewer.");
		break;
	case REFUSED_PAUSED:
		plain_say(p, "Paused. Enter or p: go on.");
		break;
	case REFUSED_OUT_OF_RANGE:
		plain_say(p, "There is no such number here.");
		break;
	}
}
