#include <assert.h>

#include <utf8proc.h>

#include "viva/text.h"

#define ZERO_WIDTH_JOINER 0x200D

static bool
is_plain(char c)
{
	return (unsigned char)c < 0x80 && c != '\r';
}

/* Where the character before byte `at` begins. */
static size_t
char_before(const char *s, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)s[at] & 0xC0) == 0x80);
	return at;
}

static utf8proc_int32_t
char_at(const char *s, size_t len, size_t at)
{
	const char *p = s + at;
	uint32_t cp = text_next(&p, s + len);

	return cp == TEXT_BAD ? 0xFFFD : (utf8proc_int32_t)cp;
}

size_t
text_grapheme_next(const char *s, size_t len, size_t at)
{
	const char *p = s + at, *end = s + len;
	utf8proc_int32_t state = 0, cp;

	assert(at < len);
	if (is_plain(s[at]) && (at + 1 == len || is_plain(s[at + 1])))
		return at + 1;
	cp = char_at(s, len, at);
	text_next(&p, end);
	while (p < end) {
		utf8proc_int32_t next = char_at(s, len, (size_t)(p - s));

		if (utf8proc_grapheme_break_stateful(cp, next, &state))
			break;
		cp = next;
		text_next(&p, end);
	}
	return (size_t)(p - s);
}

size_t
text_grapheme_prev(const char *s, size_t len, size_t at)
{
	size_t start = char_before(s, at), next;

	assert(at > 0 && at <= len);
	/*
	 * Back to a bound that needs no knowledge of what stands before it.  Asked without a state, the
	 * library says a break too few between flags, and one too many behind a joiner.
	 */
	while (start > 0) {
		size_t before = char_before(s, start);
		utf8proc_int32_t left = char_at(s, len, before);

		if (left != ZERO_WIDTH_JOINER && utf8proc_grapheme_break(left, char_at(s, len, start)))
			break;
		start = before;
	}
	while ((next = text_grapheme_next(s, len, start)) < at)
		start = next;
	return start;
}
