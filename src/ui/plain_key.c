/* The answer key, as the interviewer has it in view from the question on. */
#include "ui/plain_lines.h"
#include "viva/buf.h"

/* One line of prose with what stands before it. */
static void
say_prose(const struct plain *p, const char *before, const struct prose *text, const char *after)
{
	struct buf words;

	buf_init(&words);
	prose_plain(&words, text, true);
	plain_say(p, "%s%s%s", before, buf_text(&words), after);
	buf_finish(&words);
}

static void
key_points(const struct plain *p, const struct item *it)
{
	char number[24];

	plain_say(p, "Key points:");
	for (size_t i = 0; i < it->key_point_count; i++) {
		snprintf(number, sizeof(number), " %2zu ", i + 1);
		say_prose(
		    p, number, &it->key_points[i].text, it->key_points[i].essential ? " (essential)" : "");
	}
	if (it->mistake_count > 0)
		plain_say(p, "Common mistakes:");
	for (size_t i = 0; i < it->mistake_count; i++) {
		snprintf(number, sizeof(number), " m%zu ", i + 1);
		say_prose(p, number, &it->mistakes[i].claim, "");
		say_prose(p, "    Rather: ", &it->mistakes[i].correction, "");
	}
}

static void
facts(const struct plain *p, const struct item *it)
{
	if (it->on_request_count > 0)
		plain_say(p, "Only if they ask (h gives the next):");
	for (size_t i = 0; i < it->on_request_count; i++) {
		plain_say(p, "  %s", it->on_requests[i].ask);
		plain_blocks(p, &it->on_requests[i].fact);
	}
}

void
plain_key(const struct plain *p, const struct marking_view *v)
{
	const struct item *it = v->item;

	plain_rule(p);
	plain_say(p, "For you alone. A strong answer:");
	fputc('\n', p->out);
	plain_blocks(p, &it->answer);
	fputc('\n', p->out);
	key_points(p, it);
	facts(p, it);
	for (size_t i = 0; i < it->follow_up_count; i++) {
		fputc('\n', p->out);
		plain_say(p, i == 0 ? "Follow-up, after the answer:" : "A further one, if there is time:");
		plain_blocks(p, &it->follow_ups[i].stem);
		plain_say(p, "Answer:");
		plain_blocks(p, &it->follow_ups[i].answer);
	}
}

/* "1, 2 partly": what was heard so far, or "nothing yet". */
static void
list_heard(struct buf *out, const struct marking_view *v)
{
	const char *comma = "";

	for (size_t i = 0; i < v->item->key_point_count; i++) {
		if (v->rating->ticks[i] == TICK_NO)
			continue;
		buf_printf(out, "%s%zu%s", comma, i + 1, v->rating->ticks[i] == TICK_PARTLY ? " partly" : "");
		comma = ", ";
	}
	if (comma[0] == '\0')
		buf_puts(out, "nothing yet");
	for (size_t i = 0; i < v->item->mistake_count; i++)
		if (v->rating->mistakes >> i & 1)
			buf_printf(out, "; mistake m%zu", i + 1);
}

void
plain_heard(const struct plain *p, const struct marking_view *v)
{
	char room[PLAIN_GRADE_BYTES];
	struct buf b;

	buf_init(&b);
	list_heard(&b, v);
	plain_say(p, "Heard: %s. This proposes %s.", buf_text(&b),
	    plain_grade(v->shown.grade_titles, v->proposed, room));
	buf_finish(&b);
}
