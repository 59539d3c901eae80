/* A question as a further rater marks it, in plain lines. */
#include "ui/plain_lines.h"
#include "viva/buf.h"
#include "viva/plain.h"
#include "viva/words.h"

void
plain_scoring(const struct plain *p, const struct review_page *page)
{
	const struct marking_view *v = &page->view;
	struct buf b;

	buf_init(&b);
	plain_rule(p);
	words_heading(&b, v);
	plain_say(p, "%s", buf_text(&b));
	buf_finish(&b);
	fputc('\n', p->out);
	plain_blocks(p, v->shown.stem);
	for (size_t i = 0; i < v->shown.fact_count; i++) {
		fputc('\n', p->out);
		plain_say(p, "%s: %s", v->led ? "They asked" : "You asked", v->shown.fact_asks[i]);
		plain_blocks(p, v->shown.facts[i]);
	}
	for (size_t i = 0; i < page->text_count; i++)
		plain_own(p, &page->texts[i], v->led);
	fputc('\n', p->out);
	plain_strong(p, v->item);
	plain_scoring_part(p, page);
}

void
plain_scoring_part(const struct plain *p, const struct review_page *page)
{
	const struct marking_view *v = &page->view;
	char room[PLAIN_GRADE_BYTES];

	switch (v->record->phase) {
	case PHASE_GRADE:
		plain_grades(p, v);
		break;
	case PHASE_TICK:
		plain_marks(p, v);
		fputc('\n', p->out);
		plain_say(p, "Mark with numbers: 1 said, 3~ partly, 2- not, m1 a mistake made; s: no answer. Enter: the grade.");
		break;
	default:
		plain_say(p,
		    "%s%s. Enter: the next question. n: a note, N: one for coaches, a: mark anew, u: take back, b: back.",
		    v->rating->no_answer   ? "No answer: graded " :
		        v->rating->settled ? "Graded " :
		    "Not graded yet",
		    v->rating->settled ? plain_grade(v->shown.grade_titles, v->rating->grade, room) : "");
		break;
	}
}
