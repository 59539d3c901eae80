/* What stands around a session: the opening, help, and the one screen at the end. */
#include <inttypes.h>
#include <string.h>

#include "ui/plain_lines.h"
#include "viva/buf.h"
#include "viva/plain.h"
#include "viva/words.h"

void
plain_opening(const struct plain *p, const struct plain_opening *o)
{
	struct buf label, value;

	buf_init(&label);
	buf_init(&value);
	if (o->interviewer != NULL)
		plain_say(p, "An interview, led by %s.", o->interviewer);
	else
		plain_say(p, "A mock interview, alone.");
	fputc('\n', p->out);
	for (int i = 0; words_opening(&label, &value, o, i); i++) {
		if (label.len > 0)
			plain_say(p, "  %s: %s", buf_text(&label), buf_text(&value));
		buf_clear(&label);
		buf_clear(&value);
	}
	fputc('\n', p->out);
	if (o->interviewer != NULL) {
		for (int i = 0; words_read_aloud(&value, o, i); i++) {
			plain_say(p, "%s", buf_text(&value));
			fputc('\n', p->out);
			buf_clear(&value);
		}
		plain_say(p, "Enter: the first question, the clock starts. Keys are a letter and Enter; ? lists them.");
	} else {
		plain_say(p, "%s", WORDS_OPENING " Keys are a letter and Enter; ? lists them.");
		fputc('\n', p->out);
		plain_say(p, "Enter: begin, the clock starts.");
	}
	buf_finish(&label);
	buf_finish(&value);
}

void
plain_help(const struct plain *p, enum phase phase, enum mode mode)
{
	unsigned where = mode == MODE_LED ? KEY_IN_LED : KEY_IN_SOLO;

	for (size_t i = 0; i < session_sign_count; i++)
		if ((session_signs[i].where & where) != 0 &&
		    (session_signs[i].phase == PHASE_NONE || session_signs[i].phase == phase))
			plain_say(p, "%s: %s", session_signs[i].typed, session_signs[i].help);
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

void
plain_summary(const struct plain *p, const struct record *r, const struct session_stats *st,
    const char *const *steps, size_t step_count)
{
	struct buf b;

	buf_init(&b);
	plain_rule(p);
	if (r->head.mode == MODE_LED)
		words_led_finding(&b, r, st);
	else
		words_finding(&b, st);
	plain_say(p, "%s", buf_text(&b));
	fputc('\n', p->out);
	buf_clear(&b);
	for (int i = 0; words_figure(&b, r, st, i); i++) {
		if (b.len > 0)
			plain_say(p, "  %s", buf_text(&b));
		buf_clear(&b);
	}
	if (step_count > 0) {
		fputc('\n', p->out);
		plain_say(p, "Next:");
	}
	for (size_t i = 0; i < step_count; i++)
		plain_say(p, "  %zu. %s", i + 1, steps[i]);
	fputc('\n', p->out);
	plain_say(p, WORDS_ONE_SESSION);
	buf_finish(&b);
}
