#include <inttypes.h>
#include <string.h>
#include "report/model.h"
#include "viva/advice.h"

/* Three things to do next, each with its minutes. */

#define DRILL_ITEMS STATS_MIN_ANSWERS   /* with them a range can be shown */
#define READ_MIN_PER_POINT 2            /* read it, say it aloud, look again */
#define READ_MIN_MAX 20                 /* attention, not matter, sets the bound */
#define MARK_MIN_PER_ANSWER 2
#define MINUTE_MS 60000
#define DRILL_MIN_PER_ITEM 5            /* where no limit of a question tells */

static int
whole_minutes(int64_t ms)
{
	return (int)((ms + MINUTE_MS - 1) / MINUTE_MS);
}

/* How SESSION is named on the command line. */
static const char *
session_name(struct model_maker *k)
{
	int64_t number = k->record->head.number;

	return number > 0 ? say(k, "%" PRId64, number) : "last";
}

static const struct session_row *
weakest_row(const struct session_model *m)
{
	const struct session_row *worst = NULL;

	for (size_t i = 0; i < m->row_count; i++)
		if (m->rows[i].rating != NULL &&
		    (worst == NULL || m->rows[i].rating->grade < worst->rating->grade))
			worst = &m->rows[i];
	return worst;
}

/* Ends the sentences before the last one, which says what to do; NULL where there is one alone. */
static const char *
last_sentence(const char *text)
{
	const char *found = NULL;
	int depth = 0;

	for (const char *c = text; *c != '\0'; c++) {
		depth += (*c == '(') - (*c == ')');
		if (depth == 0 && c[0] == '.' && c[1] == ' ')
			found = c + 1;
	}
	return found;
}

/* Commands stand in backquotes for the terminal; on paper in quotation marks. */
static const char *
with_quotes(struct model_maker *k, const char *text)
{
	const char *out = "", *tick;
	bool open = false;

	for (; (tick = strchr(text, '`')) != NULL; text = tick + 1) {
		open = !open;
		out = say(k, "%s%.*s%s", out, (int)(tick - text), text,
		    open ? "\xe2\x80\x9c" : "\xe2\x80\x9d");
	}
	return say(k, "%s%s", out, text);
}

/* The advice that the terminal gives as well. */
static void
step_advice(struct model_maker *k, struct step *s, const struct advice *advice)
{
	const char *text = with_quotes(k, advice->text), *last = last_sentence(text);

	s->title = say(k, "%s", advice->title);
	s->body = last != NULL ? say(k, "%.*s", (int)(last - text), text) : "";
	s->action = last != NULL ? last + 1 : text;
}

/* For a session that leaves little to mend. */
static void
step_shorter(struct model_maker *k, struct step *s)
{
	const struct session_row *row = weakest_row(k->m);

	s->title = say(k, "Tell question %d shorter", row->number);
	s->body = say(k, "%s: grade %d, %d of %s said.", row->title, row->rating->grade, row->said,
	    say_count(k, (int)row->point_count, "key point", "key points"));
	s->action = say(k, "Say it aloud in half the time: %d min.", whole_minutes(row->limit_ms / 2));
}

/* "question 2", "questions 2, 5 and 6" */
static const char *
say_questions(struct model_maker *k, const int *numbers, int n)
{
	const char *list = say(k, "question%s %d", n == 1 ? "" : "s", numbers[0]);

	for (int i = 1; i < n; i++)
		list = say(k, "%s%s%d", list, i + 1 == n ? " and " : ", ", numbers[i]);
	return list;
}

static void
step_read(struct model_maker *k, struct step *s)
{
	enum { NAMED = 4 };     /* a longer list of questions helps nobody */
	int numbers[NAMED], n = 0, points = 0, of = 0, minutes;
	const struct session_row *first = weakest_row(k->m);
	const char *where;

	for (size_t i = 0; i < k->m->row_count; i++) {
		const struct session_row *row = &k->m->rows[i];

		if (row->rating == NULL || row->missed + row->partly == 0)
			continue;
		points += row->missed + row->partly;
		if (of++ == 0)
			first = row;
		if (n < NAMED)
			numbers[n++] = row->number;
	}
	if (points == 0) {
		s->title = "Read what a strong answer adds";
		s->body = "Every key point was said. The mistakes and anchors of a question show the rest.";
		s->action = "Compare one answer with them: 5 min.";
	} else {
		minutes = points * READ_MIN_PER_POINT;
		minutes = minutes < READ_MIN_MAX ? minutes : READ_MIN_MAX;
		s->title = "Read the missed key points";
		where = of > NAMED ? say(k, "%d questions", of) : say_questions(k, numbers, n);
		s->body = say(k, "%s of %s %s missed or said in part.",
		    say_count(k, points, "point", "points"), where, points == 1 ? "was" : "were");
		s->action = say(k, "Say each aloud without looking: %d min.", minutes);
	}
	s->command = say(k, "viva bank show %s", first->item->id);
}

static void
step_small_drill(struct model_maker *k, struct step *s, const char *title)
{
	s->title = title;
	s->action = say(k, "A short drill: about %d min.", DRILL_ITEMS * DRILL_MIN_PER_ITEM);
	s->command = say(k, "viva solo --items %d", DRILL_ITEMS);
}

static void
step_whole_session(struct step *s)
{
	s->title = "Then a whole session";
	s->body = "A full set of questions with the clock on, as in the interview.";
	s->action = "Sit it in one go: 45 min.";
	s->command = "viva solo";
}

/* The question whose key points are read first: the first answered, else the first. */
static const struct session_row *
first_answered(const struct session_model *m)
{
	for (size_t i = 0; i < m->row_count; i++)
		if (m->rows[i].answered)
			return &m->rows[i];
	return &m->rows[0];
}

static void
steps_unmarked(struct model_maker *k, struct step *s)
{
	int answers = k->stats->answered, left = 0, minutes = MARK_MIN_PER_ANSWER * answers;

	for (size_t i = 0; i < k->m->row_count; i++)
		if (k->record->state != SESSION_ENDED && !k->m->rows[i].answered && !k->m->rows[i].passed) {
			left++;
			minutes += whole_minutes(k->m->rows[i].limit_ms) + MARK_MIN_PER_ANSWER;
		}
	s[0].body = say(k, "%s no grade yet; without one there is no finding.",
	    answers == 1 ? "One answer has" : say(k, "%d answers have", answers));
	if (k->record->state == SESSION_ENDED) {
		s[0].title = "Say the answers again";
		s[0].action = say(k, "Read the key points, then say each: about %d min.", minutes);
		s[0].command = say(k, "viva bank show %s", first_answered(k->m)->item->id);
	} else {
		s[0].title = "Finish the session";
		s[0].action = say(k, "Answer the %s left and mark all: about %d min.",
		    say_count(k, left, "question", "questions"), minutes);
		s[0].command = say(k, "viva resume %s", session_name(k));
	}
	step_small_drill(k, &s[1], "Drill three questions");
	s[1].body = "Mark each right after the answer; that gives the first grades.";
	step_whole_session(&s[2]);
}

static void
steps_unasked(struct model_maker *k, struct step *s)
{
	s[0].title = "See how a session goes";
	s[0].body = "The help names every step and key; nothing is stored.";
	s[0].action = "Read it once: 2 min.";
	s[0].command = "viva help";
	step_small_drill(k, &s[1], "Start small");
	s[1].body = "Three questions are enough for a first look.";
	step_whole_session(&s[2]);
}

void
model_steps(struct model_maker *k)
{
	struct step *s = k->m->steps;

	if (k->stats->asked == 0) {
		steps_unasked(k, s);
	} else if (weakest_row(k->m) == NULL) {
		steps_unmarked(k, s);
	} else {
		struct advice advice[ADVICE_MAX];
		int found = advice_session(advice, k->record, k->stats);
		size_t n = found > 0 ? (size_t)found : 0;

		k->failed |= found < 0;
		for (size_t i = 0; i < n && i < STEPS; i++)
			step_advice(k, &s[i], &advice[i]);
		if (n < STEPS)
			step_read(k, &s[n++]);
		if (n < STEPS)
			step_shorter(k, &s[n]);
	}
}
