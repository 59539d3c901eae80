#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "report/model.h"

/* Three things to do next, each with its minutes: one to repeat, one to read, one to practise. */

#define DRILL_ITEMS STATS_MIN_ANSWERS   /* with them a range can be shown */
#define READ_MIN_PER_POINT 2            /* read it, say it aloud, look again */
#define READ_MIN_MAX 20                 /* attention, not matter, sets the bound */
#define MARK_MIN_PER_ANSWER 2
#define GOOD_GRADE 3
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
		if (m->rows[i].rating != NULL && (worst == NULL || m->rows[i].rating->grade < worst->rating->grade))
			worst = &m->rows[i];
	return worst;
}

static void
step_repeat(struct model_maker *k, struct step *s)
{
	const struct session_row *row = weakest_row(k->m);
	int minutes = whole_minutes(row->limit_ms);

	s->title = say(k, "Repeat question %d", row->number);
	s->body = row->passed ? say(k, "\xe2\x80\x9c%s\xe2\x80\x9d was passed.", row->title) :
	    say(k, "\xe2\x80\x9c%s\xe2\x80\x9d: grade %d, %d of %s said.", row->title, row->rating->grade, row->said,
	    say_count(k, (int)row->point_count, "key point", "key points"));
	if (row->rating->grade >= GOOD_GRADE) {
		s->title = say(k, "Tell question %d shorter", row->number);
		minutes = whole_minutes(row->limit_ms / 2);
	}
	s->action = say(k, "Answer it aloud against the clock: %d min.", minutes);
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

	for (size_t i = 0; i < k->m->row_count; i++) {
		const struct session_row *row = &k->m->rows[i];

		if (row->rating == NULL || row->missed + row->partly == 0)
			continue;
		points += row->missed + row->partly;
		of++;
		if (n < NAMED)
			numbers[n++] = row->number;
	}
	if (points == 0) {
		s->title = "Read what a strong answer adds";
		s->body = "Every key point was said. Mistakes and anchors of the questions show what remains.";
		s->action = "Compare one answer with its anchors: 5 min.";
	} else {
		minutes = points * READ_MIN_PER_POINT < READ_MIN_MAX ? points * READ_MIN_PER_POINT : READ_MIN_MAX;
		s->title = "Read the missed key points";
		s->body = of > NAMED ? say(k, "%d points of %d questions were missed or said in part.", points, of) :
		    say(k, "%s of %s missed or said in part.", say_count(k, points, "point", "points"),
		    say(k, "%s %s", say_questions(k, numbers, n), points == 1 ? "was" : "were"));
		s->action = say(k, "Say each aloud without looking: %d min.", minutes);
	}
	s->command = say(k, "viva review %s", session_name(k));
}

/* The topic with the lowest mean; its answers and the sum of their grades. */
static const struct session_row *
weakest_topic(const struct session_model *m, int *n, int *sum, int64_t *limit_ms)
{
	const struct session_row *worst = NULL;

	for (size_t i = 0; i < m->row_count; i++) {
		const struct session_row *row = &m->rows[i];
		int count = 0, grades = 0;
		int64_t limits = 0;

		if (row->rating == NULL)
			continue;
		for (size_t j = 0; j < m->row_count; j++) {
			if (m->rows[j].rating == NULL || strcmp(m->rows[j].topic_id, row->topic_id) != 0)
				continue;
			count++;
			grades += m->rows[j].rating->grade;
			limits += m->rows[j].limit_ms;
		}
		if (worst == NULL || grades * *n < *sum * count) {
			worst = row;
			*n = count;
			*sum = grades;
			*limit_ms = limits;
		}
	}
	return worst;
}

static void
step_drill(struct model_maker *k, struct step *s)
{
	int n = 0, sum = 0;
	int64_t limit_ms = 0;
	const struct session_row *row = weakest_topic(k->m, &n, &sum, &limit_ms);

	if (sum >= GOOD_GRADE * n) {
		s->title = "Sit another session";
		s->body = "Every topic of this one was solid or better; other questions will show more.";
		s->action = "A whole session, within a week: 45 min.";
		s->command = "viva solo";
		return;
	}
	s->title = say(k, "Drill: %s", row->topic);
	if (n == 1)
		s->body = say(k, "Grade %d on the one question of this topic: too little for a level, enough for a drill.",
		    sum);
	else
		s->body = say(k, "Mean grade %s over %d answers: lowest of this session.",
		    say_tenths(k, (double)sum / n, false), n);
	s->action = say(k, "Three new questions: about %d min.", whole_minutes(DRILL_ITEMS * (limit_ms / n)));
	s->command = say(k, "viva solo --items %d --topic %s", DRILL_ITEMS, row->topic_id);
}

static void
steps_unmarked(struct model_maker *k, struct step *s)
{
	int answers = k->stats->answered;
	bool finished = k->record->state == SESSION_ENDED;

	s[0].title = finished ? "Mark the answers" : "Finish the session";
	s[0].body = say(k, "%s no grade yet; without one there is no finding.",
	    answers == 1 ? "One answer has" : say(k, "%d answers have", answers));
	s[0].action = say(k, "Tick what was said: about %d min.",
	    MARK_MIN_PER_ANSWER * (answers > 0 ? answers : 1));
	s[0].command = finished ? say(k, "viva rate %s --rater NAME", session_name(k)) :
	    say(k, "viva resume %s", session_name(k));
	s[1].title = "Read the key points";
	s[1].body = "Best on the same day, while what was said is still in the ear.";
	s[1].action = "Compare them with the answers: 10 min.";
	s[1].command = say(k, "viva review %s", session_name(k));
	s[2].title = "Drill three questions";
	s[2].body = "Mark each right after the answer; that gives the first grades.";
	s[2].action = say(k, "A short drill: about %d min.", DRILL_ITEMS * DRILL_MIN_PER_ITEM);
	s[2].command = say(k, "viva solo --items %d", DRILL_ITEMS);
}

static void
steps_unasked(struct model_maker *k, struct step *s)
{
	s[0].title = "See how a session goes";
	s[0].body = "A guided round shows every step; nothing of it is stored.";
	s[0].action = "Take the tour: 2 min.";
	s[0].command = "viva tour";
	s[1].title = "Start small";
	s[1].body = "Three questions are enough for a first look.";
	s[1].action = say(k, "A short drill: about %d min.", DRILL_ITEMS * DRILL_MIN_PER_ITEM);
	s[1].command = say(k, "viva solo --items %d", DRILL_ITEMS);
	s[2].title = "Then a whole session";
	s[2].body = "A full set of questions with the clock on, as in the interview.";
	s[2].action = "Sit it in one go: 45 min.";
	s[2].command = "viva solo";
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
		step_repeat(k, &s[0]);
		step_read(k, &s[1]);
		step_drill(k, &s[2]);
	}
}
