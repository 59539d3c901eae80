/* The candidate's own screen in a second terminal: what changed since it was last told. */
#include <string.h>

#include "ui/plain_lines.h"
#include "viva/buf.h"
#include "viva/plain.h"

static bool
same_blocks(const struct blocks *a, const struct blocks *b)
{
	struct buf x, y;
	bool same;

	if (a == NULL || b == NULL)
		return a == b;
	buf_init(&x);
	buf_init(&y);
	blocks_plain(&x, a, PLAIN_COLUMNS_MAX);
	blocks_plain(&y, b, PLAIN_COLUMNS_MAX);
	same = strcmp(buf_text(&x), buf_text(&y)) == 0;
	buf_finish(&x);
	buf_finish(&y);
	return same;
}

static void
say_item(const struct plain *p, const struct candidate_view *v)
{
	char limit[PLAIN_CLOCK_BYTES];

	plain_rule(p);
	plain_say(p, "Question %d of %d - %s - %s %s%s%s", v->position + 1, v->count, v->topic,
	    difficulty_name(v->difficulty), kind_name(v->kind), v->clock.hidden ? "" : " - ",
	    v->clock.hidden ? "" : plain_minutes(v->clock.limit_ms, limit));
	fputc('\n', p->out);
	plain_blocks(p, v->stem);
	fputc('\n', p->out);
}

static void
say_phase(const struct plain *p, const struct candidate_view *v)
{
	char room[PLAIN_GRADE_BYTES];

	switch (v->phase) {
	case PHASE_READ:
		plain_say(p, "Listen, and read along.");
		break;
	case PHASE_THINK:
		plain_say(p, "Think.");
		break;
	case PHASE_ANSWER:
		plain_say(p, "Answer aloud. Ask for any fact you miss.");
		break;
	case PHASE_FOLLOW_UP:
		plain_say(p, "A follow-up, on its own time:");
		if (v->follow_up != NULL)
			plain_blocks(p, v->follow_up);
		break;
	case PHASE_PREDICT:
		plain_say(p, "Which grade do you expect? Say it aloud:");
		for (int g = 0; g <= GRADE_MAX; g++)
			plain_say(p, "  %s", plain_grade(v->grade_titles, g, room));
		break;
	case PHASE_CLOSED:
		plain_say(p, "Thank you. The next question comes here.");
		break;
	default:
		break;
	}
}

static bool
is_open(const struct candidate_view *v)
{
	return v != NULL && v->position >= 0 && v->stem != NULL && v->state != SESSION_ENDED;
}

void
plain_watched(const struct plain *p, const struct candidate_view *v, const struct candidate_view *before)
{
	bool fresh = is_open(v) &&
	    (!is_open(before) || before->position != v->position || !same_blocks(before->stem, v->stem));
	bool was_paused = before != NULL && before->state == SESSION_PAUSED;

	if (v->state == SESSION_ENDED) {
		plain_say(p, "The interview is over. Thank you.");
		return;
	}
	if (!is_open(v))
		return;
	if (fresh)
		say_item(p, v);
	for (size_t i = fresh || before == NULL ? 0 : before->fact_count; i < v->fact_count; i++) {
		plain_say(p, "You asked: %s", v->fact_asks[i]);
		plain_blocks(p, v->facts[i]);
	}
	if (v->state == SESSION_PAUSED && !was_paused)
		plain_say(p, "Paused.");
	else if (v->state != SESSION_PAUSED && was_paused)
		plain_say(p, "The clock runs again.");
	if (fresh || before == NULL || before->phase != v->phase)
		say_phase(p, v);
	if (!fresh && before != NULL && v->clock.limit_ms > before->clock.limit_ms && !v->clock.hidden) {
		char limit[PLAIN_CLOCK_BYTES];

		plain_say(p, "More time: the limit is now %s.", plain_clock(v->clock.limit_ms, limit));
	}
}
