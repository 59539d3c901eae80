#include "cli/tour_front.h"

#include <stdlib.h>

#include "cli/sitting.h"

#define TOUR_ITEMS 2

struct tour {
	struct front front;
	struct front *inner;
	int position;                   /* where the last lesson was given */
	enum phase phase;
	bool over;                      /* left, or at the end: what is said now would be of records */
};

/* What to try, by question and phase; NULL: nothing new. */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): the entries are named, a comma missing would not compile */
static const char *const lessons[TOUR_ITEMS][PHASE_CLOSED + 1] = {
	{
		[PHASE_READ] = "Tour: the clock runs, 20 seconds here and minutes in an interview. Read "
		    "the question, then Enter.",
		[PHASE_THINK] = "Tour: collect what you want to say. Enter when you begin to speak.",
		[PHASE_ANSWER] = "Tour: say it aloud, as to a person; then Enter. Going over the limit is "
		    "measured, never cut off.",
		[PHASE_PREDICT] = "Tour: press the grade from 0 to 4 that you expect. It is final once "
		    "you see the answer.",
		[PHASE_REVEAL] = "Tour: compare with what you said. Enter.",
		[PHASE_TICK] = "Tour: mark what you said by its number (? tells more), then Enter.",
		[PHASE_GRADE] = "Tour: Enter takes the proposed grade, a digit gives another, u undoes.",
		[PHASE_NOTE] = "Tour: n writes a note for next time. Enter brings the second question.",
	},
	{
		[PHASE_READ] = "Tour: press p, and the clock pauses; Enter goes on.",
		[PHASE_THINK] = "Tour: e gives 60 seconds more. Then Enter.",
		[PHASE_ANSWER] = "Tour: h asks for a fact, as you would ask an interviewer: it is counted "
		    "and never held against you. Answer, then Enter.",
		[PHASE_PREDICT] = "Tour: s would have passed on the question. Predict.",
		[PHASE_REVEAL] = "Tour: from here as before. At any time ? lists the keys, q leaves.",
	},
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

static struct tour *
of(struct front *f)
{
	return (struct tour *)f;
}

static const struct front_ops *
inner_ops(struct front *f)
{
	return of(f)->inner->ops;
}

/* Says the lesson of a step that was not there before. */
static void
teach(struct tour *t, const struct marking_view *v)
{
	enum phase phase = v->record != NULL ? v->record->phase : v->shown.phase;
	int position = v->shown.position;

	if (position < 0 || position >= TOUR_ITEMS || phase > PHASE_CLOSED ||
	    v->shown.state != SESSION_RUNNING || (position == t->position && phase == t->phase))
		return;
	t->position = position;
	t->phase = phase;
	if (lessons[position][phase] != NULL)
		t->inner->ops->say(t->inner, lessons[position][phase]);
}

static void
fill(struct front *f, struct sitting *si)
{
	inner_ops(f)->fill(of(f)->inner, si);
}

/* What the sitting looks at may have changed. */
static int
as_inner(struct tour *t, int rc)
{
	t->front.in_fd = t->inner->in_fd;
	t->front.lent = t->inner->lent;
	return rc;
}

static int
take(struct front *f, struct sitting *si, struct err *err)
{
	return as_inner(of(f), inner_ops(f)->take(of(f)->inner, si, err));
}

static int
child_ended(struct front *f, struct sitting *si, struct err *err)
{
	return as_inner(of(f), inner_ops(f)->child_ended(of(f)->inner, si, err));
}

static int
flush(struct front *f, struct sitting *si)
{
	return inner_ops(f)->flush(of(f)->inner, si);
}

static int64_t
wake_boot_ms(const struct front *f, struct sitting *si)
{
	const struct front *inner = ((const struct tour *)f)->inner;

	return inner->ops->wake_boot_ms(inner, si);
}

static void
opening(struct front *f, const struct plain_opening *o)
{
	struct plain_opening ours = *o;

	ours.db_path = "none, a tour stores nothing";
	ours.candidate_guessed = false;
	inner_ops(f)->opening(of(f)->inner, &ours);
	inner_ops(f)->say(of(f)->inner, "Tour: two minutes, two easy questions, a clock of 20 seconds. Enter begins, "
	    "q leaves.");
}

static void
where(struct front *f, const struct marking_view *v)
{
	inner_ops(f)->where(of(f)->inner, v);
	teach(of(f), v);
}

static void
event(struct front *f, const struct marking_view *v, const struct event *ev, const struct event *undone)
{
	inner_ops(f)->event(of(f)->inner, v, ev, undone);
	teach(of(f), v);
}

static void
milestone(struct front *f, enum milestone m, const struct clock_view *c)
{
	inner_ops(f)->milestone(of(f)->inner, m, c);
}

static void
refused(struct front *f, enum refusal why, enum phase phase)
{
	inner_ops(f)->refused(of(f)->inner, why, phase);
}

static void
say(struct front *f, const char *line)
{
	if (!of(f)->over)
		inner_ops(f)->say(of(f)->inner, line);
}

static void
ask_gap(struct front *f, int64_t gap_ms)
{
	inner_ops(f)->ask_gap(of(f)->inner, gap_ms);
}

static void
text_begins(struct front *f, enum note_kind kind)
{
	inner_ops(f)->text_begins(of(f)->inner, kind);
}

static bool
adopt(struct front *f, enum note_kind kind, const char *text, size_t len)
{
	return inner_ops(f)->adopt(of(f)->inner, kind, text, len);
}

static void
closing(struct front *f, const struct closing *c)
{
	inner_ops(f)->closing(of(f)->inner, c);
}

static void
stop(struct front *f)
{
	inner_ops(f)->stop(of(f)->inner);
}

static void
go_on(struct front *f, bool paused, bool writing)
{
	inner_ops(f)->go_on(of(f)->inner, paused, writing);
}

static void
resized(struct front *f)
{
	inner_ops(f)->resized(of(f)->inner);
}

static void
review(struct front *f, const struct review_page *page)
{
	inner_ops(f)->review(of(f)->inner, page);
}

static int
break_off(struct front *f, struct sitting *si, struct err *err)
{
	of(f)->over = of(f)->over || si->leaving != -1;
	return inner_ops(f)->break_off(of(f)->inner, si, err);
}

static void
release(struct front *f)
{
	inner_ops(f)->free(of(f)->inner);
	free(f);
}

static const struct front_ops tour_ops = {
	.fill = fill, .take = take, .flush = flush, .wake_boot_ms = wake_boot_ms,
	.opening = opening, .where = where, .event = event, .milestone = milestone, .refused = refused, .say = say,
	.ask_gap = ask_gap, .text_begins = text_begins, .adopt = adopt, .closing = closing, .review = review,
	.stop = stop, .go_on = go_on, .resized = resized, .child_ended = child_ended,
	.break_off = break_off, .free = release,
};

struct front *
tour_front(struct front *inner)
{
	struct tour *t = inner != NULL ? calloc(1, sizeof(*t)) : NULL;

	if (t == NULL) {
		if (inner != NULL)
			inner->ops->free(inner);
		return NULL;
	}
	t->front = *inner;
	t->front.ops = &tour_ops;
	t->inner = inner;
	t->position = -1;
	return &t->front;
}
