/* What a session says as it goes, whatever it is shown on. */
#include "viva/words.h"

#include <inttypes.h>

#include "ui/plain_lines.h"
#include "viva/buf.h"

void
words_heading(struct buf *out, const struct marking_view *v)
{
	char limit[PLAIN_CLOCK_BYTES];

	buf_printf(out, "Question %d of %d - %s - %s %s", v->shown.position + 1, v->shown.count,
	    v->shown.topic, difficulty_name(v->shown.difficulty), kind_name(v->shown.kind));
	if (!v->shown.clock.hidden)
		buf_printf(out, " - %s", plain_minutes(v->record->limit_ms, limit));
	if (v->shown.retry)
		buf_puts(out, " - once more");
}

/* As words_to_do(), for the person who leads. */
static void
led_to_do(struct buf *out, const struct marking_view *v)
{
	bool last = v->shown.position + 1 >= v->shown.count;
	char room[PLAIN_GRADE_BYTES];

	switch (v->record->phase) {
	case PHASE_READ:
		buf_puts(out, "Read it aloud; x if they know it. Enter: it is read.");
		break;
	case PHASE_THINK:
		buf_puts(out, "They think. Enter: they begin to answer.");
		break;
	case PHASE_ANSWER:
		buf_puts(out, "Listen. 1 3~ m1 marks what you hear, h gives a fact, H counts a hint. Enter: they are done.");
		break;
	case PHASE_FOLLOW_UP:
		buf_puts(out, "Listen on. Enter: they are done.");
		break;
	case PHASE_PREDICT:
		buf_puts(out, "Ask which grade, 0 to 4, they expect. Enter: they would rather not say.");
		break;
	case PHASE_GRADE:
		buf_printf(out, "Your grade, 0-4; Enter takes %s.",
		    plain_grade(v->shown.grade_titles, v->proposed, room));
		break;
	case PHASE_NOTE:
		buf_printf(out, "n: a note to share, N: one for coaches. Enter: %s.",
		    last ? "that was the last question" : "the next question");
		break;
	default:
		break;
	}
}

void
words_to_do(struct buf *out, const struct marking_view *v)
{
	bool last = v->shown.position + 1 >= v->shown.count;
	char room[PLAIN_GRADE_BYTES];

	if (v->record == NULL)
		return;
	if (v->shown.state == SESSION_PAUSED) {
		buf_puts(out, "Paused. Enter or p: go on.");
		return;
	}
	if (v->led) {
		led_to_do(out, v);
		return;
	}
	switch (v->record->phase) {
	case PHASE_READ:
		buf_puts(out, "Read. Enter: I have read it.");
		break;
	case PHASE_THINK:
		buf_puts(out, "Think. Enter: I begin to answer.");
		break;
	case PHASE_ANSWER:
		buf_puts(out, "Answer aloud. Enter: I am done.");
		break;
	case PHASE_FOLLOW_UP:
		buf_puts(out, "Answer aloud. Enter: done.");
		break;
	case PHASE_PREDICT:
		buf_puts(out, "Which grade will this answer get? Say it before you see the key points:");
		break;
	case PHASE_BETWEEN:
		buf_puts(out, last ? "That was the last question. Enter: the review."
		    : "The clock rests. Enter: the next question.");
		break;
	case PHASE_REVEAL:
		buf_puts(out, v->shown.no_answer ? "Enter: the key points, and a note." : "Enter: mark your key points.");
		break;
	case PHASE_TICK:
		buf_puts(out, "Mark with numbers: 1 said, 3~ partly, 2- not, m1 a mistake made. Enter: the grade.");
		break;
	case PHASE_GRADE:
		buf_printf(
		    out, "Grade 0-4; Enter takes %s.", plain_grade(v->shown.grade_titles, v->proposed, room));
		break;
	case PHASE_NOTE:
		buf_puts(out, "n: a note for next time. Enter: go on.");
		break;
	case PHASE_NONE:
	case PHASE_CLOSED:
		break;
	}
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
extension(struct buf *out, const struct marking_view *v)
{
	char clock[PLAIN_CLOCK_BYTES];

	if (v->shown.clock.hidden)
		buf_puts(out, "60 seconds more.");
	else
		buf_printf(
		    out, "60 seconds more: the limit is now %s.", plain_clock(v->record->limit_ms, clock));
}

static void
prediction(struct buf *out, const struct marking_view *v, int grade)
{
	char room[PLAIN_GRADE_BYTES];

	if (v->led && grade < 0)
		buf_puts(out, "No prediction.");
	else
		buf_printf(out, "%s expect %s. That stands.", v->led ? "They" : "You",
		    plain_grade(v->shown.grade_titles, grade, room));
}

static void
note_saved(struct buf *out, const struct marking_view *v, const struct event *ev)
{
	if (ev->n[0] == NOTE_ANSWER)
		buf_puts(out, v->led ? "The answer is saved." : "Your answer is saved.");
	else
		buf_puts(out, ev->n[1] ? "Your private note is saved." : "Your note is saved.");
}

void
words_event(struct buf *out, const struct marking_view *v, const struct event *ev, const struct event *undone)
{
	char room[PLAIN_GRADE_BYTES], clock[PLAIN_CLOCK_BYTES];

	switch (ev->kind) {
	case EV_SWAP:
		buf_puts(out, "Known: it is put aside, and counts as met. Here is another.");
		break;
	case EV_RESUME:
		buf_puts(out, "Going on.");
		break;
	case EV_PASS:
		buf_puts(out, "No answer: recorded.");
		break;
	case EV_GRADE:
		buf_printf(out, "Graded %s.", plain_grade(v->shown.grade_titles, (int)ev->n[0], room));
		break;
	case EV_PHASE:
		if (ev->actor == ACTOR_SYSTEM)          /* a strict limit */
			buf_puts(out, "The time is over.");
		break;
	case EV_PREDICT:
		prediction(out, v, (int)ev->n[0]);
		break;
	case EV_UNDO:
		buf_printf(out, "Taken back: %s.", undone != NULL ? undone_words(undone) : "the last step");
		break;
	case EV_PAUSE:
		buf_puts(out, "Paused. Enter or p: go on.");
		break;
	case EV_EXTEND:
		extension(out, v);
		break;
	case EV_HINT:
		buf_printf(out, "Hint counted: %d so far.", v->record->hints);
		break;
	case EV_FLAG:
		buf_puts(out, ev->n[0] ? "Flagged." : "No longer flagged.");
		break;
	case EV_NOTE:
		note_saved(out, v, ev);
		break;
	case EV_GAP:
		buf_printf(out, "The gap of %s %s.", plain_clock(ev->n[0], clock),
		    ev->n[1] ? "counts" : "does not count");
		break;
	case EV_AMEND:
		buf_printf(out, "Graded %s; what it was before stays on record.",
		    plain_grade(v->shown.grade_titles, (int)ev->n[0], room));
		break;
	default:
		break;          /* start, draw, open, fact, tick, mistake, end are shown by others */
	}
}

void
words_result(struct buf *out, const struct marking_view *v, const int *earlier, size_t earlier_count)
{
	const struct item_record *rec = v->record;
	char grade[PLAIN_GRADE_BYTES], used[PLAIN_CLOCK_BYTES], limit[PLAIN_CLOCK_BYTES];

	if (rec->no_answer)
		buf_puts(out, "No answer.");
	else if (v->rating->settled)
		buf_printf(out, "Graded %s.", plain_grade(v->shown.grade_titles, v->rating->grade, grade));
	else
		buf_puts(out, rec->state == ITEM_NOT_ASKED ? "Not asked." : "Not graded.");
	for (size_t i = 0; i < earlier_count; i++)
		buf_printf(out, "%s%s%s", i == 0 ? " Before: " : ", then ",
		    plain_grade(v->shown.grade_titles, earlier[i], grade), i + 1 == earlier_count ? "." : "");
	if (rec->prediction >= 0)
		buf_printf(out, " %s expected %s.", v->led ? "They" : "You",
		    plain_grade(v->shown.grade_titles, rec->prediction, grade));
	if (rec->state != ITEM_NOT_ASKED)
		buf_printf(out, " Time: %s of %s.",
		    plain_clock(rec->read_ms + rec->think_ms + rec->answer_ms, used),
		    plain_clock(rec->limit_ms, limit));
}

void
words_review(struct buf *out, const struct marking_view *v)
{
	bool last = v->shown.position + 1 >= v->shown.count;

	if (v->record->phase != PHASE_NOTE)
		words_to_do(out, v);
	else
		buf_printf(out, "Enter: %s. a: mark it anew.", last ? "leave" : "the next question");
}

void
words_time(struct buf *out, const struct clock_view *c)
{
	char used[PLAIN_CLOCK_BYTES], limit[PLAIN_CLOCK_BYTES], left[PLAIN_CLOCK_BYTES];

	plain_clock(c->used_ms, used);
	plain_clock(c->limit_ms, limit);
	if (c->hidden)
		buf_puts(out, "The clock is hidden in this session; it is recorded all the same.");
	else if (c->state == CLOCK_OFF)
		buf_printf(out, "The clock rests. Used: %s of %s.", used, limit);
	else if (c->remaining_ms < 0)
		buf_printf(out, "Over by %s. The limit was %s.", plain_clock(-c->remaining_ms, left), limit);
	else
		buf_printf(out, "%s%s left of %s.", c->state == CLOCK_PAUSED ? "Paused with " : "",
		    plain_clock(c->remaining_ms, left), limit);
}

void
words_milestone(struct buf *out, enum milestone m, const struct clock_view *c)
{
	char left[PLAIN_CLOCK_BYTES];

	if (c->hidden || m == MILESTONE_NONE)
		return;
	if (m == MILESTONE_OVER)
		buf_puts(out, "The limit is reached; the time over it is measured.");
	else
		buf_printf(out, "%s: %s left.", m == MILESTONE_HALF ? "Half the time" : "Time",
		    plain_clock(c->remaining_ms, left));
}

const char *
words_refusal(enum refusal why, enum phase phase)
{
	switch (why) {
	case REFUSED_HERE:
		return phase == PHASE_PREDICT ? "First your prediction: 0 to 4." : "Not now; ? lists what can be done.";
	case REFUSED_STRICT: return "Not in a strict session.";
	case REFUSED_NO_MORE_FACTS: return "There is no further fact for this question.";
	case REFUSED_NOTHING_TO_UNDO: return "Nothing to take back: undo reaches to the last answer shown.";
	case REFUSED_NOT_LED: return "That is for sessions led by an interviewer.";
	case REFUSED_PAUSED: return "Paused. Enter or p: go on.";
	case REFUSED_OUT_OF_RANGE: return "There is no such number here.";
	case REFUSED_NOT: break;
	}
	return "";
}

void
words_gap(struct buf *out, int64_t gap_ms)
{
	char room[PLAIN_CLOCK_BYTES];

	buf_printf(out, "%s passed unseen while the clock ran. Shall it count?", plain_clock(gap_ms, room));
}
