/*
 * Any bytes as a text from outside: what is shown of it obeys no terminal and does not reorder a line, wrapping
 * keeps every line in its columns, comparing names does not depend on how often they were folded, and
 * clusters lead from one end to the other and back.
 */
#include "fuzz.h"

#include "viva/buf.h"
#include "viva/text.h"

static void
check_visible(const struct buf *b, bool newlines)
{
	const char *s = buf_text(b), *end = s + b->len;

	demand(text_valid(s, b->len), "what is shown is UTF-8");
	while (s < end) {
		uint32_t cp = text_next(&s, end);

		demand((cp >= 0x20 && cp != 0x7F) || (newlines && cp == '\n'), "no control character");
		demand(cp < 0x80 || cp > 0x9F, "nor one of the second row");
		demand((cp < 0x202A || cp > 0x202E) && (cp < 0x2066 || cp > 0x2069) && cp != 0x200E && cp != 0x200F &&
		    cp != 0x061C, "no bidi control");
		demand(cp != 0x200B && cp != 0xFEFF && cp != 0x2028 && cp != 0x2029, "nothing invisible");
	}
}

/* Characters that take a cell; others stay with the one before them. */
static int
taking_cells(const char *s, size_t len)
{
	const char *end = s + len;
	int count = 0;

	while (s < end)
		count += text_width(text_next(&s, end)) > 0;
	return count;
}

static void
check_wrap(const char *shown, int columns, int first, int rest)
{
	struct buf out;
	const char *line;

	buf_init(&out);
	text_wrap(&out, shown, columns, first, rest);
	line = buf_text(&out);
	demand(text_valid(line, out.len), "wrapped text is UTF-8");
	while (*line != '\0') {
		size_t len = strcspn(line, "\n");
		size_t words = strspn(line, " ");

		/* Where there is no room at all, a line holds one character, which may be a wide one. */
		demand(text_columns(line, len) <= columns || taking_cells(line + words, len - words) <= 1,
		    "a line keeps to its columns");
		line += len + (line[len] == '\n');
	}
	buf_finish(&out);
}

static void
check_fold(const char *s, size_t len)
{
	struct buf once, twice, nfc;

	buf_init(&once);
	buf_init(&twice);
	buf_init(&nfc);
	if (text_valid(s, len)) {
		demand(text_fold(&once, s, len) == 0 && text_fold(&twice, once.data, once.len) == 0, "a text folds");
		demand(once.len == twice.len && memcmp(buf_text(&once), buf_text(&twice), once.len) == 0, "once for all");
		demand(text_nfc(&nfc, s, len) == 0 && text_valid(buf_text(&nfc), nfc.len), "and composes");
	} else {
		demand(text_fold(&once, s, len) == -1 && text_nfc(&nfc, s, len) == -1, "what is no text is refused");
	}
	buf_finish(&once);
	buf_finish(&twice);
	buf_finish(&nfc);
}

static void
check_clusters(const char *s, size_t len)
{
	size_t forward = 0, back = 0;

	for (size_t at = 0, next; at < len; at = next, forward++) {
		next = text_grapheme_next(s, len, at);
		demand(next > at && next <= len, "a cluster has an end");
	}
	for (size_t at = len, before; at > 0; at = before, back++) {
		before = text_grapheme_prev(s, len, at);
		demand(before < at, "and a beginning");
	}
	demand(forward == back, "as many in either direction");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf shown;
	const char *s;

	if (size < 4)
		return 0;
	s = (const char *)data + 3;
	size -= 3;
	buf_init(&shown);
	text_visible(&shown, s, size, data[0] & 1);
	check_visible(&shown, data[0] & 1);
	if (shown.len > 0)
		check_wrap(buf_text(&shown), 1 + data[0] / 2, data[1] % 16, data[2] % 16);
	check_fold(s, size);
	if (text_valid(s, size))
		check_clusters(s, size);
	demand(text_valid_prefix(s, size) <= size, "a prefix is one");
	buf_finish(&shown);
	return 0;
}
