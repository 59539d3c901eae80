#include <inttypes.h>
#include <math.h>

#include "report/model_progress.h"

/* What to do: three steps, the questions to repeat, and two weeks that hold them. */

#define OVER_WORTH 3            /* answers over the limit that make the clock a subject */
#define INTERVIEW_MINUTES 45
#define REREAD_FACTOR 2         /* reading an answer and saying it takes twice its limit */

/* ---- three steps ---- */

static void
step_topic(struct progress_maker *f, struct step *s)
{
	struct model_maker *k = &f->k;
	const struct next_plan *n = &f->p->next;
	const struct domain *d = &f->p->topics[n->topic];
	int over = d->time.n - d->time.within;

	s->title = say(k, "Drill: %s", d->title);
	if (d->ranged)
		s->body = say(k, "%s: %s of 4 over %s%s.",
		    f->p->weakest_count > 0 && f->p->weakest[0] == n->topic
		        ? "The lowest level of all topics"
		        : "Low in the latest marks, repeats included; level",
		    say_tenths(k, d->level.level, false), say_count(k, d->level.n, "answer", "answers"),
		    over > 0 ? say(k, "; %d of %d passed the limit", over, d->time.n) : "");
	else
		s->body = say(k, "The lowest so far, with %s: too few to tell, so ask for more.",
		    say_count(k, d->level.n, "answer", "answers"));
	s->action =
	    say(k, "%d questions aloud, then their key points: %d minutes.", NEXT_TOPIC_ITEMS, n->minutes);
	s->command = say(k, "viva solo --items %d --topic %s", NEXT_TOPIC_ITEMS, d->id);
}

static const char *
days_ago(struct model_maker *k, int days)
{
	return days <= 0 ? "on the last day" : days == 1 ? "a day ago" : say(k, "%d days ago", days);
}

static void
step_item(struct progress_maker *f, struct step *s, const struct next_item *n)
{
	struct model_maker *k = &f->k;
	const struct item *item = &f->p->bank->items[n->item];

	s->title = say(k, "Repeat: %s", item->title);
	s->body = say(k, "Grade %d, %s. It stands first among what is to be asked again.", n->grade,
	    days_ago(k, n->days));
	if (n != &f->p->next.items[0])
		s->body = say(k, "Grade %d, %s.", n->grade, days_ago(k, n->days));
	s->action = say(k, "Read its answer, close it, say it aloud: %d minutes.", n->minutes);
	s->command = say(k, "viva bank show %s", item->id);
}

static void
step_clock(struct progress_maker *f, struct step *s)
{
	const struct time_use *t = &f->p->overall.time;

	s->title = "Against the clock";
	s->body = say(&f->k, "%d of %d answers passed their limit.", t->n - t->within, t->n);
	s->action = "Say the key points first, one sentence each, then fill in: one drill of 20 minutes.";
	s->command = "viva solo --items 4 --strict";
}

static void
step_interview(struct progress_maker *f, struct step *s)
{
	bool first = f->p->session_count == 0;

	s->title = first ? "Sit the first interview" : "Sit another interview";
	s->body = first ? "Nine questions over all areas, with a clock: it sets the start." :
	    "Other questions on another day: what comes back is what stays.";
	s->action =
	    say(&f->k, "One whole form, answers aloud, marked at once: %d minutes.", INTERVIEW_MINUTES);
	s->command = "viva solo";
}

static void
step_mark(struct step *s)
{
	s->title = "Mark every answer";
	s->body = "A page like this is made of marks: key points said or not, then a grade.";
	s->action = "After each answer, tick its key points before the grade: half a minute each.";
	s->command = "viva history";
}

static void
step_second_rater(struct step *s)
{
	s->title = "A second pair of eyes";
	s->body = "Own marks tend to run high, and nobody sees it alone.";
	s->action = "Ask someone to listen to one interview and to mark it as well: 60 minutes.";
	s->command = NULL;
}

static void
fill_steps(struct progress_maker *f)
{
	const struct progress *p = f->p;
	struct step *s = f->m->steps;
	size_t n = 0;

	if (p->next.has_topic)
		step_topic(f, &s[n++]);
	for (size_t i = 0; i < p->next.item_count && n < STEPS; i++)
		step_item(f, &s[n++], &p->next.items[i]);
	if (n < STEPS && p->overall.time.n - p->overall.time.within >= OVER_WORTH)
		step_clock(f, &s[n++]);
	if (n < STEPS)
		step_interview(f, &s[n++]);
	if (n < STEPS && p->answers == 0)
		step_mark(&s[n++]);
	if (n < STEPS)
		step_second_rater(&s[n++]);
	if (n < STEPS)
		step_mark(&s[n++]);
}

/* ---- questions to repeat ---- */

/* The bank's word for the grade to reach. */
static const char *
goal_word(struct progress_maker *f)
{
	int grade = (int)ceil(f->p->goal);
	const char *title = f->p->bank->scale[grade].title;

	return title != NULL ? title : say(&f->k, "grade %d", grade);
}

static const char *
reason(struct progress_maker *f, const struct item_history *h)
{
	int others = 0;

	for (size_t i = 0; i < f->p->repeat_count; i++)
		others += f->p->history[f->p->repeats[i]].last_grade < h->last_grade;
	if (h->last_grade == 0)
		return "not usable yet";
	if (others == 0)
		return "lowest so far";
	return h->times_met > 1 ?
	    say(&f->k, "met %" PRIu32 " times, not %s yet", h->times_met, goal_word(f)) :
	    say(&f->k, "not %s yet", goal_word(f));
}

static void
fill_practice(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct progress *p = f->p;
	const struct bank *b = p->bank;

	f->m->practice_lead = say(k, "Lowest last grade first, then the longest unmet; each again until it is %s.",
	    goal_word(f));
	f->m->practice_left = "";
	for (size_t i = 0; i < p->repeat_count && i < PRACTICE_MAX; i++) {
		const struct item *item = &b->items[p->repeats[i]];
		const struct item_history *h = &p->history[p->repeats[i]];

		f->m->practice[f->m->practice_count++] = (struct practice_row){
			.title = item->title, .topic = topic_title(p, item->topic),
			.grade = say(k, "%d", (int)h->last_grade),
			.since = say_count(k, (int)(p->today - h->last_met_day), "day", "days"),
			.reason = reason(f, h),
			.minutes = say(k, "%d min", (REREAD_FACTOR * item->limit_tenths + 9) / 10) };
	}
	if (p->repeat_count > PRACTICE_MAX)
		f->m->practice_left = say(k, "%zu more wait after these.", p->repeat_count - PRACTICE_MAX);
	if (p->repeat_count == 0)
		f->m->practice_empty =
		    p->answers == 0
		        ? say(k, "Questions marked below %s are kept here until they are answered well.", goal_word(f))
		        : "Every question met so far was answered well at its last meeting: new questions "
		          "say more now.";
}

/* ---- two weeks ---- */

static void
add_plan(struct progress_maker *f, const char *when, const char *what)
{
	if (f->m->plan_count < PLAN_LINES)
		f->m->plan[f->m->plan_count++] = (struct plan_line){ when, what };
}

static void
fill_plan(struct progress_maker *f)
{
	struct model_maker *k = &f->k;
	const struct next_plan *n = &f->p->next;

	static const char *const days[] = { "Day 1", "Day 3", "Day 5" };

	for (size_t i = 0; i < n->item_count && i < sizeof(days) / sizeof(days[0]); i++)
		add_plan(f, days[i], say(k, "Repeat \xe2\x80\x9c%s\xe2\x80\x9d: %d minutes.",
		    f->p->bank->items[n->items[i].item].title, n->items[i].minutes));
	if (n->item_count == 0)
		add_plan(f, "Day 1", "One interview of 45 minutes, marked at once.");
	if (n->has_topic)
		add_plan(f, "Day 7",
		    say(k, "Drill %s: %d questions, %d minutes.", topic_title(f->p, n->topic),
		        NEXT_TOPIC_ITEMS, n->minutes));
	else
		add_plan(f, "Day 7", "A drill of five questions: 25 minutes.");
	add_plan(f, "Day 10", "One interview of 45 minutes with new questions, answers aloud.");
	add_plan(f, "Day 14", "Mark what is open, then make this report again: 10 minutes.");
}

static const char *
method(struct progress_maker *f)
{
	return say(&f->k,
	    "Grades 0 to 4 are confirmed by a person after ticking key points. Topic levels: "
	    "Dirichlet-multinomial "
	    "with the weight of %d answers towards the overall mean. Trend: local-level smoother over "
	    "interviews; drills and "
	    "repeats count apart. Ranges hold nine times in ten.",
	    (int)STATS_PRIOR_WEIGHT);
}

void
model_progress_plan(struct progress_maker *f)
{
	fill_steps(f);
	fill_practice(f);
	fill_plan(f);
	f->m->method = method(f);
}
