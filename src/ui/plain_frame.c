/* What stands around a session: the opening, help, and the one screen at the end. */
#include <inttypes.h>
#include <string.h>

#include "ui/plain_lines.h"
#include "viva/buf.h"
#include "viva/plain.h"

static void
say_rules(const struct plain *p, const struct plain_opening *o)
{
	if (o->extra_time_permille != 1000)
		plain_say(p, "  Extra time: every limit times %d.%02d", o->extra_time_permille / 1000,
		    o->extra_time_permille % 1000 / 10);
	if (o->flags & SESSION_STRICT)
		plain_say(p, "  Strict: at the limit the answer ends; no pause, no extension");
	if (o->flags & SESSION_HIDE_CLOCK)
		plain_say(p, "  Clock: hidden, but recorded");
}

void
plain_opening(const struct plain *p, const struct plain_opening *o)
{
	plain_say(p, "A mock interview, alone.");
	fputc('\n', p->out);
	plain_say(p, "  Candidate: %s%s", o->candidate, o->candidate_guessed ? " (another: q, then --as NAME)" : "");
	plain_say(p, "  Bank: %s, version %s", o->bank_title, o->bank_version);
	plain_say(p, "  Form: %s: %d %s, %d.%d answer minutes, seed %" PRIu64, o->blueprint_title, o->items,
	    o->items == 1 ? "question" : "questions", o->answer_tenths / 10, o->answer_tenths % 10, o->seed);
	plain_say(p, "  Review: %s", o->review == REVIEW_EACH ? "after each question (--live: at the end)"
	    : "after the last question");
	say_rules(p, o);
	plain_say(p, "  Records: %s; nothing leaves this machine", o->db_path);
	fputc('\n', p->out);
	plain_say(p, "For each question: read, think, answer aloud, then predict your grade before you see the key "
	    "points. Every step is saved as you take it. Keys are a letter and Enter; ? lists them.");
	fputc('\n', p->out);
	plain_say(p, "Enter: begin, the clock starts.");
}

static const char *
digits_now(enum phase phase)
{
	switch (phase) {
	case PHASE_PREDICT: return "0-4: the grade you expect";
	case PHASE_TICK: return "1 3~ 2- m1: said, partly, not, a mistake made";
	case PHASE_GRADE: return "0-4: the grade; Enter takes the proposal";
	default: return NULL;
	}
}

void
plain_help(const struct plain *p, enum phase phase, enum mode mode)
{
	unsigned where = mode == MODE_LED ? KEY_IN_LED : KEY_IN_SOLO;

	plain_say(p, "Enter: go on");
	if (digits_now(phase) != NULL)
		plain_say(p, "%s", digits_now(phase));
	for (size_t i = 0; i < session_key_count; i++)
		if (session_keys[i].where & where)
			plain_say(p, "%c: %s", session_keys[i].letter, session_keys[i].help);
}

void
plain_text_begins(const struct plain *p, enum note_kind kind)
{
	plain_say(p, kind == NOTE_ANSWER ? "Write your answer; a line with a single . ends it. The clock goes on."
	    : "Write your note; a line with a single . ends it.");
}

void
plain_back(const struct plain *p, bool paused, bool writing)
{
	if (writing)
		plain_say(p, "Welcome back, the clock goes on. Write on; a line with a single . ends it.");
	else
		plain_say(p, paused ? "Welcome back. Paused; Enter or p: go on." : "Welcome back.");
}

/* One sentence first: what happened, in figures with their n. */
static void
say_finding(const struct plain *p, const struct session_stats *st)
{
	if (st->answered + st->no_answers == 0) {
		plain_say(p, "No question was answered in this session; `viva solo` starts another.");
		return;
	}
	if (st->grade.n == 0) {
		plain_say(p, "You answered %d of %d questions; none is graded yet.", st->answered, st->items);
		return;
	}
	plain_say(p, "You answered %d of %d questions, %d of them within the limit; mean grade %.1f of 4 (%d %s).",
	    st->answered, st->items, st->within_limit, st->grade.value, st->grade.n,
	    st->grade.n == 1 ? "answer" : "answers");
}

static void
say_figures(const struct plain *p, const struct session_stats *st)
{
	char used[PLAIN_CLOCK_BYTES], limit[PLAIN_CLOCK_BYTES];

	if (st->no_answers > 0)
		plain_say(p, "  Passed: %d", st->no_answers);
	if (st->not_asked > 0)
		plain_say(p, "  Not asked: %d", st->not_asked);
	plain_say(p, "  Time: %s used of %s", plain_clock(st->used_ms, used), plain_clock(st->limit_ms, limit));
	if (st->gap.n > 0)
		plain_say(p, "  Prediction: %+.1f against the grade (%d %s)", st->gap.value, st->gap.n,
		    st->gap.n == 1 ? "answer" : "answers");
}

static void
say_item(const struct plain *p, const struct record *r, const char *label, int position)
{
	char room[PLAIN_GRADE_BYTES];
	const char *titles[GRADE_MAX + 1];
	const struct rating *rating;

	if (position < 0)
		return;
	for (int g = 0; g <= GRADE_MAX; g++)
		titles[g] = r->banks[position]->scale[g].title;
	rating = record_rating(&r->items[position]);
	plain_say(p, "  %s%d, %s: %s", label, position + 1, record_item(r, (size_t)position)->title,
	    plain_grade(titles, rating != NULL ? rating->grade : -1, room));
}

void
plain_summary(const struct plain *p, const struct record *r, const struct session_stats *st,
    const char *const *steps, size_t step_count)
{
	plain_rule(p);
	say_finding(p, st);
	fputc('\n', p->out);
	if (st->asked > 0)
		say_figures(p, st);
	say_item(p, r, "Strongest: question ", st->best);
	say_item(p, r, "Weakest: question ", st->worst);
	if (step_count > 0) {
		fputc('\n', p->out);
		plain_say(p, "Next:");
	}
	for (size_t i = 0; i < step_count; i++)
		plain_say(p, "  %zu. %s", i + 1, steps[i]);
	fputc('\n', p->out);
	plain_say(p, "One session says little: compare with your own last three.");
}
