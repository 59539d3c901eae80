#include <string.h>

#include "base/line.h"
#include "viva/buf.h"
#include "viva/text.h"

static const char CUT[] = "...";

/* The most of `s` that fits `room` bytes and ends where a character does. */
static size_t
cut_at_character(const char *s, size_t room)
{
	size_t len = room;

	while (len > 0 && ((unsigned char)s[len] & 0xC0) == 0x80)
		len--;
	return len;
}

int
line_format(char *out, size_t size, const char *fmt, va_list ap)
{
	struct buf raw, line;
	int result = -1;

	buf_init(&raw);
	buf_init(&line);
	buf_vprintf(&raw, fmt, ap);
	if (buf_failed(&raw))
		goto out;
	/* Messages quote files, names and paths, which may hold anything. */
	text_visible(&line, buf_text(&raw), raw.len, false);
	if (buf_failed(&line))
		goto out;
	if (line.len < size) {
		memcpy(out, buf_text(&line), line.len + 1);
	} else {
		size_t len = cut_at_character(line.data, size - sizeof(CUT));

		memcpy(out, line.data, len);
		memcpy(out + len, CUT, sizeof(CUT));
	}
	result = 0;
out:
	buf_finish(&raw);
	buf_finish(&line);
	return result;
}
