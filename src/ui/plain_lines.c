#include "ui/plain_lines.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "viva/buf.h"
#include "viva/text.h"

void
plain_say(const struct plain *p, const char *fmt, ...)
{
	struct buf raw, visible, wrapped;
	const char *s;
	int indent = 0;
	va_list ap;

	buf_init(&raw);
	buf_init(&visible);
	buf_init(&wrapped);
	va_start(ap, fmt);
	buf_vprintf(&raw, fmt, ap);
	va_end(ap);
	text_visible(&visible, buf_text(&raw), raw.len, false);
	s = buf_text(&visible);
	while (*s == ' ' && indent < p->columns / 2)
		s++, indent++;
	text_wrap(&wrapped, s, p->columns, indent, indent + (indent > 0 ? 4 : 0));
	fputs(buf_text(&wrapped), p->out);
	fputc('\n', p->out);
	buf_finish(&raw);
	buf_finish(&visible);
	buf_finish(&wrapped);
}

void
plain_blocks(const struct plain *p, const struct blocks *b)
{
	struct buf text;

	buf_init(&text);
	blocks_plain(&text, b, p->columns);
	fputs(buf_text(&text), p->out);
	if (text.len == 0 || text.data[text.len - 1] != '\n')
		fputc('\n', p->out);
	buf_finish(&text);
}

void
plain_strong(const struct plain *p, const struct item *it)
{
	plain_say(p, "A strong answer:");
	fputc('\n', p->out);
	plain_blocks(p, &it->answer);
	for (size_t i = 0; i < it->follow_up_count; i++) {
		fputc('\n', p->out);
		plain_say(p, "Follow-up:");
		plain_blocks(p, &it->follow_ups[i].stem);
		plain_say(p, "Answer:");
		plain_blocks(p, &it->follow_ups[i].answer);
	}
}

void
plain_rule(const struct plain *p)
{
	fputc('\n', p->out);
	for (int i = 0; i < p->columns; i++)
		fputc('-', p->out);
	fputc('\n', p->out);
}

void
plain_prompt(const struct plain *p)
{
	if (p->prompt)
		fputs("> ", p->out);
	fflush(p->out);
}

const char *
plain_clock(int64_t ms, char room[PLAIN_CLOCK_BYTES])
{
	int64_t seconds = ms > 0 ? (ms + 999) / 1000 : 0;

	snprintf(room, PLAIN_CLOCK_BYTES, "%" PRId64 ":%02d", seconds / 60, (int)(seconds % 60));
	return room;
}

const char *
plain_minutes(int64_t ms, char room[PLAIN_CLOCK_BYTES])
{
	if (ms == 60000)
		return "1 minute";
	if (ms % 60000 == 0)
		snprintf(room, PLAIN_CLOCK_BYTES, "%" PRId64 " minutes", ms / 60000);
	else
		snprintf(room, PLAIN_CLOCK_BYTES, "%" PRId64 ":%02d minutes", ms / 60000,
		    (int)(ms % 60000 / 1000));
	return room;
}

const char *
plain_grade(const char *const titles[GRADE_MAX + 1], int grade, char room[PLAIN_GRADE_BYTES])
{
	const char *title;

	if (grade < 0 || grade > GRADE_MAX) {
		snprintf(room, PLAIN_GRADE_BYTES, "no grade");
	} else {
		title = titles[grade] != NULL ? titles[grade] : "";
		snprintf(room, PLAIN_GRADE_BYTES, "%d %.*s", grade,
		    (int)text_valid_prefix(title, strnlen(title, PLAIN_GRADE_BYTES - 4)), title);
	}
	return room;
}
