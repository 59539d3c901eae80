/* Key points, mistakes and grades as a person who marks sees them, and the answer they are held against. */
#include <stdio.h>

#include "ui/screen_parts.h"
#include "viva/buf.h"
#include "viva/words.h"

bool
screen_marking(const struct screen *s)
{
	const struct marking_view *v = &s->view;

	if (v->item == NULL || v->record == NULL || v->shown.state == SESSION_PAUSED)
		return false;
	if (v->led)
		return v->record->phase >= PHASE_ANSWER && v->record->phase <= PHASE_GRADE &&
		    !v->shown.no_answer;
	return v->record->phase == PHASE_TICK;
}

void
screen_add_heading(struct passage *p, const char *text)
{
	if (passage_lines(p) > 0)
		passage_blank(p);
	passage_paragraph(p, 0, STYLE_HEADING, text);
}

void
screen_add_answer(struct passage *p, const struct item *it)
{
	passage_blocks(p, 0, &it->answer);
	for (size_t i = 0; i < it->follow_up_count; i++) {
		screen_add_heading(p, "Follow-up");
		passage_blocks(p, 0, &it->follow_ups[i].stem);
		passage_blank(p);
		passage_blocks(p, 0, &it->follow_ups[i].answer);
	}
}

/* ---- marks ---- */

static void
add_point(struct passage *p, const struct screen *s, size_t i)
{
	static const char *const words[] = { "no", "partly", "yes" };
	static const enum style styles[] = { STYLE_NORMAL, STYLE_WARN, STYLE_GOOD };
	const struct key_point *kp = &s->view.item->key_points[i];
	enum tick tick = s->view.rating->ticks[i] % 3;
	bool chosen = screen_marking(s) && s->chosen == (int)i;
	char label[40], mark[12];

	snprintf(mark, sizeof(mark), "[%s]", words[tick]);
	snprintf(label, sizeof(label), "%c%2zu %-8s ", chosen ? '>' : ' ', i + 1, mark);
	passage_begin(p, 0, chosen ? STYLE_SELECTED : styles[tick], label);
	passage_prose(p, &kp->text);
	if (kp->essential)
		passage_text(p, STYLE_DIM, " (essential)");
	passage_end(p);
}

static void
add_mistake(struct passage *p, const struct screen *s, size_t i)
{
	const struct mistake *m = &s->view.item->mistakes[i];
	bool made = s->view.rating->mistakes >> i & 1;
	bool chosen = screen_marking(s) && s->chosen == (int)(s->view.item->key_point_count + i);
	char label[40];

	snprintf(label, sizeof(label), "%cm%zu %-8s ", chosen ? '>' : ' ', i + 1, made ? "[yes]" : "[no]");
	passage_begin(p, 0, chosen ? STYLE_SELECTED : made ? STYLE_BAD : STYLE_NORMAL, label);
	passage_prose(p, &m->claim);
	passage_text(p, STYLE_DIM, " - ");
	passage_prose(p, &m->correction);
	passage_end(p);
}

void
screen_add_marks(struct passage *p, const struct screen *s, int *from, int *to)
{
	const struct item *it = s->view.item;
	char room[PLAIN_GRADE_BYTES], words[PLAIN_GRADE_BYTES + 40];

	for (size_t i = 0; i < it->key_point_count + it->mistake_count; i++) {
		int line;

		if (i == it->key_point_count)
			screen_add_heading(p, s->view.record->phase == PHASE_TICK
			    ? "Common mistakes: did you make one?"
			    : "Common mistakes");
		line = passage_lines(p);
		if (i < it->key_point_count)
			add_point(p, s, i);
		else
			add_mistake(p, s, i - it->key_point_count);
		if (s->chosen == (int)i) {
			*from = line;
			*to = passage_lines(p);
		}
	}
	if (s->view.shown.no_answer || s->view.record->phase == PHASE_NOTE ||
	    s->view.record->phase < PHASE_ANSWER)
		return;
	snprintf(words, sizeof(words), "These marks propose %s.",
	    plain_grade(s->view.shown.grade_titles, s->view.proposed, room));
	passage_blank(p);
	passage_paragraph(p, 0, STYLE_ACCENT, words);
}

/* ---- grades ---- */

void
screen_add_scale(struct passage *p, const struct screen *s)
{
	char room[PLAIN_GRADE_BYTES], label[PLAIN_GRADE_BYTES + 4];

	for (int g = 0; g <= GRADE_MAX; g++) {
		snprintf(label, sizeof(label), " %s", plain_grade(s->view.shown.grade_titles, g, room));
		passage_begin(p, 0, STYLE_KEY, label);
		passage_end(p);
	}
}

void
screen_add_anchors(struct passage *p, const struct screen *s)
{
	char room[PLAIN_GRADE_BYTES], label[PLAIN_GRADE_BYTES + 4];

	for (int g = 0; g <= GRADE_MAX; g++) {
		const struct prose *anchor = bank_anchor(s->view.bank, s->view.item, g);
		bool proposed = g == s->view.proposed;

		snprintf(label, sizeof(label), "%c%s%s", proposed ? '>' : ' ',
		    plain_grade(s->view.shown.grade_titles, g, room), anchor != NULL ? ": " : "");
		passage_begin(p, 0, proposed ? STYLE_SELECTED : STYLE_KEY, label);
		if (anchor != NULL)
			passage_prose(p, anchor);
		passage_end(p);
	}
}

void
screen_add_result(struct passage *p, const struct screen *s)
{
	struct buf words;

	buf_init(&words);
	words_result(&words, &s->view, s->review != NULL ? s->review->earlier : NULL,
	    s->review != NULL ? s->review->earlier_count : 0);
	passage_paragraph(p, 0, STYLE_ACCENT, buf_text(&words));
	buf_finish(&words);
}
