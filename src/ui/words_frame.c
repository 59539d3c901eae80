/* What stands around a session: the opening, and the end. */
#include "viva/words.h"

#include <inttypes.h>

#include "viva/buf.h"

bool
words_opening(struct buf *label, struct buf *value, const struct plain_opening *o, int i)
{
	switch (i) {
	case 0:
		buf_puts(label, "Candidate");
		buf_printf(
		    value, "%s%s", o->candidate, o->candidate_guessed ? " (another: q, then --as NAME)" : "");
		return true;
	case 1:
		buf_puts(label, "Bank");
		buf_printf(value, "%s, version %s", o->bank_title, o->bank_version);
		return true;
	case 2:
		buf_puts(label, "Form");
		buf_printf(value, "%s: %d %s, %d.%d answer minutes, seed %" PRIu64, o->blueprint_title,
		    o->items, o->items == 1 ? "question" : "questions", o->answer_tenths / 10,
		    o->answer_tenths % 10, o->seed);
		return true;
	case 3:
		buf_puts(label, o->interviewer != NULL ? "Marks" : "Review");
		buf_puts(value, o->interviewer != NULL ? "while you listen, the grade after each prediction" : o->review == REVIEW_EACH ? "after each question (--live: at the end)" : "after the last question");
		return true;
	case 4:
		if (o->extra_time_permille != 1000) {
			buf_puts(label, "Extra time");
			buf_printf(value, "every limit times %d.%02d%s", o->extra_time_permille / 1000,
			    o->extra_time_permille % 1000 / 10, o->extra_time_kept ?
			    ", as kept for them (`viva people`); --extra-time gives another" : "");
		}
		return true;
	case 5:
		if (o->flags & SESSION_STRICT) {
			buf_puts(label, "Strict");
			buf_puts(value, "at the limit the answer ends; no pause, no extension");
		}
		return true;
	case 6:
		if (o->flags & SESSION_HIDE_CLOCK) {
			buf_puts(label, "Clock");
			buf_puts(value, "hidden, but recorded");
		}
		return true;
	case 7:
		buf_puts(label, "Records");
		buf_printf(value, "%s; nothing leaves this machine", o->db_path);
		return true;
	default:
		return false;
	}
}

void
words_finding(struct buf *out, const struct session_stats *st)
{
	if (st->answered + st->no_answers == 0)
		buf_puts(out, "No question was answered in this session; `viva solo` starts another.");
	else if (st->grade.n == 0)
		buf_printf(
		    out, "You answered %d of %d questions; none is graded yet.", st->answered, st->items);
	else
		buf_printf(out, "You answered %d of %d questions, %d of them within the limit; mean grade %.1f of 4 (%d %s).",
		    st->answered, st->items, st->within_limit, st->grade.value, st->grade.n,
		    st->grade.n == 1 ? "answer" : "answers");
}

void
words_led_finding(struct buf *out, const struct record *r, const struct session_stats *st)
{
	if (st->answered + st->no_answers == 0)
		buf_printf(out, "No question was answered; `viva lead --candidate NAME` starts another.");
	else if (st->grade.n == 0)
		buf_printf(out, "%s answered %d of %d questions; none is graded yet.", r->head.candidate,
		    st->answered, st->items);
	else
		buf_printf(out, "%s answered %d of %d questions, %d of them within the limit; your mean grade is %.1f of 4 "
		    "(%d %s).", r->head.candidate, st->answered, st->items, st->within_limit, st->grade.value, st->grade.n,
		    st->grade.n == 1 ? "answer" : "answers");
}

bool
words_read_aloud(struct buf *out, const struct plain_opening *o, int i)
{
	switch (i) {
	case 0:
		buf_printf(
		    out, "Read aloud: \"We have %d %s", o->items, o->items == 1 ? "question" : "questions");
		if (o->minutes > 0)
			buf_printf(out, " and about %d minutes", o->minutes);
		buf_puts(out, ". I read each one; take a moment to think, then answer aloud. Ask for any fact you miss: that is "
		    "never held against you. I may interrupt or move on, which says nothing about your answer. If you have seen "
		    "a question before, say so. \"I pass\" is a fine answer. After each answer I ask which grade from 0 to 4 you "
		    "expect; that counts for nothing but your own calibration.\"");
		return true;
	case 1:
		buf_puts(out,
		    "To warm up, not timed and not graded: \"Tell me in two minutes what you have worked on lately.\"");
		return true;
	default:
		return false;
	}
}

static void
figure_of_item(struct buf *out, const struct record *r, const char *label, int position)
{
	char room[PLAIN_GRADE_BYTES];
	const char *titles[GRADE_MAX + 1];
	const struct rating *rating;

	if (position < 0)
		return;
	for (int g = 0; g <= GRADE_MAX; g++)
		titles[g] = r->banks[position]->scale[g].title;
	rating = record_rating(&r->items[position]);
	buf_printf(out, "%s: question %d, %s: %s", label, position + 1,
	    record_item(r, (size_t)position)->title,
	    plain_grade(titles, rating != NULL ? rating->grade : -1, room));
}

bool
words_figure(struct buf *out, const struct record *r, const struct session_stats *st, int i)
{
	char used[PLAIN_CLOCK_BYTES], limit[PLAIN_CLOCK_BYTES];

	switch (i) {
	case 0:
		if (st->no_answers > 0)
			buf_printf(out, "Passed: %d", st->no_answers);
		return true;
	case 1:
		if (st->asked > 0 && st->not_asked > 0)
			buf_printf(out, "Not asked: %d", st->not_asked);
		return true;
	case 2:
		if (st->asked > 0)
			buf_printf(out, "Time: %s used of %s", plain_clock(st->used_ms, used),
			    plain_clock(st->limit_ms, limit));
		return true;
	case 3:
		if (st->gap.n > 0)
			buf_printf(out, "Prediction: %+.1f against the grade (%d %s)", st->gap.value,
			    st->gap.n, st->gap.n == 1 ? "answer" : "answers");
		return true;
	case 4:
		figure_of_item(out, r, "Strongest", st->best);
		return true;
	case 5:
		figure_of_item(out, r, "Weakest", st->worst);
		return true;
	default:
		return false;
	}
}
