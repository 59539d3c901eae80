#include "cli/reviewing.h"

#include <stdlib.h>
#include <string.h>

#include "cli/sitting.h"

static int
add_grade(struct reviewing *rv, int position, int grade, int64_t seq)
{
	struct earlier_grade *more = realloc(rv->grades, (rv->grade_count + 1) * sizeof(*more));

	if (more == NULL)
		return -1;
	rv->grades = more;
	rv->grades[rv->grade_count++] = (struct earlier_grade){ position, grade, seq };
	return 0;
}

static void
take_back(struct reviewing *rv, int64_t seq)
{
	if (rv->grade_count > 0 && rv->grades[rv->grade_count - 1].seq == seq)
		rv->grade_count--;
}

int
reviewing_init(struct reviewing *rv, const struct record *r, struct err *err)
{
	int rc = 0;

	memset(rv, 0, sizeof(*rv));
	rv->phase = PHASE_NOTE;
	for (size_t i = 0; i < r->event_count && rc == 0; i++) {
		const struct event *ev = &r->events[i];

		if (ev->kind == EV_GRADE || ev->kind == EV_AMEND)
			rc = add_grade(rv, ev->item, (int)ev->n[0], ev->seq);
		else if (ev->kind == EV_PASS)
			rc = add_grade(rv, ev->item, 0, ev->seq);
		else if (ev->kind == EV_UNDO)
			take_back(rv, ev->n[0]);
	}
	return rc == 0 ? 0 : err_memory(err);
}

void
reviewing_finish(struct reviewing *rv)
{
	free(rv->grades);
	free(rv->earlier);
	free(rv->texts);
}

void
reviewing_view(struct sitting *si, struct marking_view *v)
{
	struct reviewing *rv = si->review;

	view_review(v, si->session, rv->position);
	rv->record = *v->record;
	rv->record.phase = rv->phase;
	v->record = &rv->record;
	if (rv->phase == PHASE_NOTE)
		return;
	v->rating = &rv->rating;
	v->shown.no_answer = false;
	v->proposed = session_propose(v->item, &rv->rating);
}

int
reviewing_page(struct sitting *si, struct review_page *page, struct err *err)
{
	struct reviewing *rv = si->review;
	int *earlier = realloc(rv->earlier, (rv->grade_count + 1) * sizeof(*earlier));
	struct own_text *texts = realloc(rv->texts, (si->text_count + 1) * sizeof(*texts));

	if (earlier != NULL)
		rv->earlier = earlier;
	if (texts != NULL)
		rv->texts = texts;
	if (earlier == NULL || texts == NULL)
		return err_memory(err);
	*page = (struct review_page){ .texts = texts, .earlier = earlier };
	reviewing_view(si, &page->view);
	for (size_t i = 0; i < rv->grade_count; i++)
		if (rv->grades[i].position == rv->position)
			earlier[page->earlier_count++] = rv->grades[i].grade;
	if (page->earlier_count > 0)
		page->earlier_count--;          /* the last one counts */
	for (size_t i = 0; i < si->text_count; i++)
		if (si->texts[i].position == rv->position)
			texts[page->text_count++] = (struct own_text){ .kind = si->texts[i].kind,
				.text = si->texts[i].text, .private_note = si->texts[i].private_note, .at_ms = si->texts[i].at_ms };
	return 0;
}

int
reviewing_show(struct sitting *si, struct err *err)
{
	struct review_page page;

	if (reviewing_page(si, &page, err) != 0)
		return -1;
	si->front->ops->review(si->front, &page);
	return 0;
}

int
reviewing_go(struct sitting *si, int position, struct err *err)
{
	if (position < 0 || (size_t)position >= session_item_count(si->session)) {
		front_say(si->front, "There is no such question: 1 to %zu.", session_item_count(si->session));
		return 0;
	}
	si->review->position = position;
	si->review->phase = PHASE_NOTE;
	return reviewing_show(si, err);
}

int
reviewing_amend(struct sitting *si, struct err *err)
{
	struct marking_view v;

	reviewing_view(si, &v);
	if (v.record->state != ITEM_RATED) {
		front_say(si->front, "This question was not answered: there is nothing to mark.");
		return 0;
	}
	si->review->rating = *v.rating;
	si->review->rating.no_answer = false;
	si->review->phase = PHASE_TICK;
	return reviewing_show(si, err);
}

void
reviewing_leave(struct sitting *si)
{
	if (si->review->phase == PHASE_NOTE)
		sitting_leave(si, EXIT_STOPPED);
	si->review->phase = PHASE_NOTE;
}

/* A mark of the rating that is being made. */
static void
mark(struct sitting *si, struct session_input in)
{
	static const enum tick after[] = { [TICK_NO] = TICK_YES, [TICK_YES] = TICK_PARTLY, [TICK_PARTLY] = TICK_NO };
	struct rating *r = &si->review->rating;
	struct marking_view v;

	reviewing_view(si, &v);
	if (in.kind == IN_TICK && in.a >= 0 && (size_t)in.a < v.item->key_point_count) {
		r->ticks[in.a] = (uint8_t)(in.b == -1 ? after[r->ticks[in.a] % 3] : (enum tick)in.b);
	} else if (in.kind == IN_MISTAKE && in.a >= 0 && (size_t)in.a < v.item->mistake_count) {
		bool made = in.b == -1 ? !(r->mistakes >> in.a & 1) : in.b;

		r->mistakes = (r->mistakes & ~(UINT32_C(1) << in.a)) | (uint32_t)made << in.a;
	} else {
		si->front->ops->refused(si->front, REFUSED_OUT_OF_RANGE, PHASE_TICK);
	}
}

static int
amend(struct sitting *si, int grade, struct err *err)
{
	struct reviewing *rv = si->review;
	struct marking_view v;
	struct event ev;

	reviewing_view(si, &v);
	rv->rating.grade = grade == -1 ? v.proposed : grade;
	if (!session_amend(si->session, rv->position, &rv->rating, sitting_now(si), &ev)) {
		si->front->ops->refused(si->front, REFUSED_OUT_OF_RANGE, PHASE_GRADE);
		return 0;
	}
	if (sitting_commit(si, &ev, NULL, NULL, err) != 0)
		return -1;
	if (add_grade(rv, rv->position, rv->rating.grade, ev.seq) != 0)
		return err_memory(err);
	rv->phase = PHASE_NOTE;
	reviewing_view(si, &v);
	si->front->ops->event(si->front, &v, &ev, NULL);
	return reviewing_show(si, err);
}

static int
go_on(struct sitting *si, struct err *err)
{
	struct reviewing *rv = si->review;

	switch (rv->phase) {
	case PHASE_TICK:
		rv->phase = PHASE_GRADE;
		return reviewing_show(si, err);
	case PHASE_GRADE:
		return amend(si, -1, err);
	default:
		if ((size_t)rv->position + 1 < session_item_count(si->session))
			return reviewing_go(si, rv->position + 1, err);
		sitting_proceed(si);
		return 0;
	}
}

int
reviewing_give(struct sitting *si, struct session_input in, struct err *err)
{
	enum phase phase = si->review->phase;

	if (in.kind == IN_NEXT)
		return go_on(si, err);
	if (phase == PHASE_TICK && (in.kind == IN_TICK || in.kind == IN_MISTAKE)) {
		mark(si, in);
		return 0;
	}
	if (phase == PHASE_GRADE && in.kind == IN_GRADE)
		return amend(si, in.a, err);
	si->front->ops->refused(si->front, REFUSED_HERE, phase);
	return 0;
}
