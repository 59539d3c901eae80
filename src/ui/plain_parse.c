#include <stdarg.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/plain.h"
#include "viva/text.h"

#define QUOTED_MAX 40   /* bytes of a strange line that its refusal quotes */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
refuse(char *problem, const char *line, size_t len, const char *what)
{
	struct buf b;

	buf_init(&b);
	text_visible(&b, line, len < QUOTED_MAX ? len : text_valid_prefix(line, QUOTED_MAX), false);
	snprintf(
	    problem, PLAIN_PROBLEM_BYTES, "\"%s%s\" %s", buf_text(&b), len < QUOTED_MAX ? "" : "...", what);
	buf_finish(&b);
	return 0;
}

/* One digit, 0 to 4. */
static size_t
parse_grade(struct plain_command *out, enum input input, const char *line, size_t len, char *problem)
{
	if (len != 1 || line[0] > '0' + GRADE_MAX)
		return refuse(problem, line, len, "is no grade: 0 to 4, one digit");
	out->action = KEY_INPUT;
	out->input = (struct session_input){ .kind = input, .a = line[0] - '0' };
	return 1;
}

/*
 * What stands behind a number: nothing or + yes, ~ partly, - no.  A line says how it is, so saying it twice
 * is harmless.
 */
static enum tick
parse_mark(const char **s, const char *end)
{
	char sign = *s < end ? **s : '\0';

	if (sign == '+' || sign == '~' || sign == '-')
		(*s)++;
	return sign == '~' ? TICK_PARTLY : sign == '-' ? TICK_NO : TICK_YES;
}

/* `1 3~ 4 m1`: key points and mistakes by number. */
static size_t
parse_ticks(struct plain_command out[PLAIN_COMMANDS_MAX], const char *line, size_t len, size_t key_points,
    size_t mistakes, char *problem)
{
	const char *s = line, *end = line + len;
	size_t n = 0;

	while (s < end) {
		bool mistake = *s == 'm';
		size_t number = 0, most = mistake ? mistakes : key_points;
		enum tick mark;

		if (is_blank(*s) || *s == ',') {
			s++;
			continue;
		}
		s += mistake;
		if (s == end || !is_digit(*s))
			return refuse(problem, line, len, "is no list of marks such as: 1 3~ 4 m1");
		while (s < end && is_digit(*s) && number < 1000)
			number = number * 10 + (size_t)(*s++ - '0');
		if (number < 1 || number > most)
			return refuse(problem, line, len, mistake ? "names a mistake that is not listed"
			    : "names a key point that is not listed");
		if (n == PLAIN_COMMANDS_MAX)
			return refuse(problem, line, len, "has too many marks for one line");
		mark = parse_mark(&s, end);
		out[n].action = KEY_INPUT;
		out[n].input = (struct session_input){ .kind = mistake ? IN_MISTAKE : IN_TICK,
			.a = (int)number - 1,
			.b = mistake ? mark != TICK_NO : (int)mark };
		n++;
	}
	return n;
}

/* Whether the line is marks: a single digit where a grade is asked for is the grade. */
static bool
is_marks(const char *line, size_t len, enum phase phase, enum mode mode)
{
	bool marks = is_digit(line[0]) || (line[0] == 'm' && len > 1);

	if (mode == MODE_SOLO)
		return phase == PHASE_TICK && marks;
	return marks &&
	    (phase == PHASE_ANSWER || phase == PHASE_FOLLOW_UP || (phase == PHASE_GRADE && len > 1));
}

/* `k3`, or `k` for a prediction that was declined. */
static size_t
parse_spoken(struct plain_command *out, const char *line, size_t len, char *problem)
{
	const char *digit = line + 1;

	while (digit < line + len && is_blank(*digit))
		digit++;
	if (digit < line + len)
		return parse_grade(out, IN_PREDICT, digit, (size_t)(line + len - digit), problem);
	out->action = KEY_INPUT;
	out->input = (struct session_input){ .kind = IN_PREDICT, .a = -1 };
	return 1;
}

static size_t
parse_message(struct plain_command *out, const char *line, size_t len)
{
	out->action = KEY_MESSAGE;
	out->text = line + 1;
	out->text_len = len - 1;
	while (out->text_len > 0 && is_blank(out->text[0]))
		out->text++, out->text_len--;
	return 1;
}

static size_t
parse_key(struct plain_command *out, const char *line, size_t len, enum mode mode, char *problem)
{
	const struct key *key = key_find(line[0], mode);

	if (key != NULL && !key_is_in(key, mode) && key->action != KEY_INPUT)
		key = NULL;             /* the others are refused by the session, with its reason */
	if (key != NULL && key->action == KEY_MESSAGE)
		return parse_message(out, line, len);
	if (key != NULL && key->action == KEY_PREDICT)
		return parse_spoken(out, line, len, problem);
	if (key == NULL || len != 1)
		return refuse(problem, line, len, "is no key here; ? lists the keys");
	out->action = key->action;
	out->input = (struct session_input){ .kind = key->input };
	return 1;
}

size_t
plain_parse(struct plain_command out[PLAIN_COMMANDS_MAX], const char *line, size_t len, enum phase phase,
    enum mode mode, size_t key_points, size_t mistakes, char *problem)
{
	memset(out, 0, sizeof(*out));
	problem[0] = '\0';
	while (len > 0 && is_blank(line[len - 1]))
		len--;
	while (len > 0 && is_blank(line[0]))
		line++, len--;
	if (len == 0) {
		out->action = KEY_INPUT;
		out->input.kind = IN_NEXT;
		if (phase == PHASE_PREDICT && mode == MODE_LED)
			out->input = (struct session_input){ .kind = IN_PREDICT, .a = -1 };
		return 1;
	}
	if (is_marks(line, len, phase, mode))
		return parse_ticks(out, line, len, key_points, mistakes, problem);
	if (phase == PHASE_PREDICT && is_digit(line[0]))
		return parse_grade(out, IN_PREDICT, line, len, problem);
	if (phase == PHASE_GRADE && is_digit(line[0]))
		return parse_grade(out, IN_GRADE, line, len, problem);
	return parse_key(out, line, len, mode, problem);
}
