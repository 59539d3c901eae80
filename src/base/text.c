#include <assert.h>
#include <stddef.h>
#include <string.h>

#include <utf8proc.h>

#include "viva/buf.h"
#include "viva/text.h"

#define CP_MAX 0x10FFFFu
#define REPLACEMENT 0xFFFDu

static bool
is_surrogate(uint32_t cp)
{
	return cp >= 0xD800 && cp <= 0xDFFF;
}

uint32_t
text_next(const char **s, const char *end)
{
	/* The least value of each length; a smaller one is an overlong form. */
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)*s;
	size_t left = (size_t)(end - *s), len;
	uint32_t cp;

	assert(left > 0);
	(*s)++;
	if (p[0] < 0x80)
		return p[0];
	if (p[0] >= 0xC2 && p[0] <= 0xDF)
		len = 2;
	else if (p[0] >= 0xE0 && p[0] <= 0xEF)
		len = 3;
	else if (p[0] >= 0xF0 && p[0] <= 0xF4)
		len = 4;
	else
		return TEXT_BAD;
	if (len > left)
		return TEXT_BAD;
	cp = p[0] & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return TEXT_BAD;
		cp = cp << 6 | (p[i] & 0x3Fu);
	}
	if (cp < least[len] || cp > CP_MAX || is_surrogate(cp))
		return TEXT_BAD;
	*s += len - 1;
	return cp;
}

void
text_put(struct buf *b, uint32_t cp)
{
	utf8proc_uint8_t bytes[4];

	if (cp > CP_MAX || is_surrogate(cp))
		cp = REPLACEMENT;
	buf_add(b, bytes, (size_t)utf8proc_encode_char((utf8proc_int32_t)cp, bytes));
}

size_t
text_valid_prefix(const char *s, size_t len)
{
	const char *p = s, *end = s + len;

	while (p < end) {
		const char *start = p;
		uint64_t eight;

		/* Most text is ASCII: eight bytes at once. */
		if (end - p >= (ptrdiff_t)sizeof(eight)) {
			memcpy(&eight, p, sizeof(eight));
			if ((eight & 0x8080808080808080u) == 0) {
				p += sizeof(eight);
				continue;
			}
		}
		if (text_next(&p, end) == TEXT_BAD)
			return (size_t)(start - s);
	}
	return len;
}

bool
text_valid(const char *s, size_t len)
{
	return text_valid_prefix(s, len) == len;
}

size_t
text_count(const char *s, size_t len)
{
	const char *end = s + len;
	size_t count = 0;

	for (; s < end; count++)
		text_next(&s, end);
	return count;
}

/*
 * What the C library, and so ncurses and most terminals, see otherwise than utf8proc: vowels and
 * finals of old Hangul join the syllable before them, and these signs are wide.
 */
static int
width_as_terminals_do(uint32_t cp, int width)
{
	if ((cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FB))
		return 0;
	if ((cp >= 0x3248 && cp <= 0x324F) || (cp >= 0x4DC0 && cp <= 0x4DFF))
		return 2;
	/* Marks with room of their own, such as vowel signs of Devanagari, and the Arabic number signs. */
	if (width == 0 && (utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_MC ||
	    utf8proc_get_property((utf8proc_int32_t)cp)->boundclass == UTF8PROC_BOUNDCLASS_PREPEND))
		return 1;
	return width;
}

int
text_width(uint32_t cp)
{
	int width;

	if (cp > CP_MAX)
		return 1;
	width = width_as_terminals_do(cp, utf8proc_charwidth((utf8proc_int32_t)cp));
	return width < 0 ? 0 : width > 2 ? 2 : width;
}

int
text_columns(const char *s, size_t len)
{
	const char *end = s + len;
	int columns = 0;

	while (s < end)
		columns += text_width(text_next(&s, end));
	return columns;
}

/* What text_visible() does with a code point. */
enum showing { SHOW_AS_IS, SHOW_CARET, SHOW_BYTE, SHOW_NUMBER, SHOW_BLANK, SHOW_LINE_END, SHOW_NOTHING };

struct range {
	uint32_t first, last;
	enum showing showing;
};

/*
 * Everything that has no shape of its own, in ascending order.  By number, not by Unicode
 * category: the answer must not change with the version of a library, and prepended marks
 * such as U+0600 are formats that do show.
 */
static const struct range special[] = {
	{ 0x00, 0x08, SHOW_CARET },
	{ '\t', '\t', SHOW_BLANK },
	{ '\n', '\n', SHOW_LINE_END },
	{ 0x0B, 0x1F, SHOW_CARET },
	{ 0x7F, 0x7F, SHOW_CARET },
	{ 0x80, 0x9F, SHOW_BYTE },              /* C1 */
	{ 0xAD, 0xAD, SHOW_NOTHING },           /* soft hyphen */
	{ 0x61C, 0x61C, SHOW_NUMBER },          /* Arabic letter mark */
	{ 0x180B, 0x180F, SHOW_NOTHING },       /* Mongolian variation selectors, vowel separator */
	{ 0x200B, 0x200D, SHOW_NOTHING },       /* zero-width space, joiners */
	{ 0x200E, 0x200F, SHOW_NUMBER },        /* bidi marks */
	{ 0x2028, 0x2029, SHOW_LINE_END },
	{ 0x202A, 0x202E, SHOW_NUMBER },        /* bidi embeddings and overrides */
	{ 0x2060, 0x2064, SHOW_NOTHING },       /* word joiner, invisible operators */
	{ 0x2065, 0x206F, SHOW_NUMBER },        /* bidi isolates, deprecated formats */
	{ 0xE000, 0xF8FF, SHOW_NUMBER },        /* private use */
	{ 0xFDD0, 0xFDEF, SHOW_NUMBER },        /* noncharacters */
	{ 0xFE00, 0xFE0F, SHOW_NOTHING },       /* variation selectors */
	{ 0xFEFF, 0xFEFF, SHOW_NOTHING },       /* byte order mark, zero-width no-break space */
	{ 0xFFF0, 0xFFFB, SHOW_NUMBER },        /* interlinear annotation and its reserve */
	{ 0x1BCA0, 0x1BCA3, SHOW_NOTHING },     /* shorthand formats */
	{ 0x1D173, 0x1D17A, SHOW_NUMBER },      /* musical formats */
	{ 0xE0000, 0xE00FF, SHOW_NUMBER },      /* tags and their reserve */
	{ 0xE0100, 0xE01EF, SHOW_NOTHING },     /* more variation selectors */
	{ 0xE01F0, 0xE0FFF, SHOW_NUMBER },
	{ 0xF0000, CP_MAX, SHOW_NUMBER },       /* private use planes */
};

static enum showing
showing_of(uint32_t cp)
{
	size_t low = 0, high = sizeof(special) / sizeof(special[0]);

	if ((cp & 0xFFFE) == 0xFFFE)            /* the last two of every plane are noncharacters */
		return SHOW_NUMBER;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (cp > special[mid].last)
			low = mid + 1;
		else if (cp < special[mid].first)
			high = mid;
		else
			return special[mid].showing;
	}
	return SHOW_AS_IS;
}

void
text_visible(struct buf *out, const char *s, size_t len, bool keep_newlines)
{
	const char *end = s + len;

	while (s < end) {
		const char *start = s;
		uint32_t cp = text_next(&s, end);

		if (cp == TEXT_BAD) {
			text_put(out, REPLACEMENT);
			continue;
		}
		switch (showing_of(cp)) {
		case SHOW_AS_IS:
			buf_add(out, start, (size_t)(s - start));
			break;
		case SHOW_CARET:                /* ^@ ... ^_, and ^? for DEL */
			buf_putc(out, '^');
			buf_putc(out, (char)(cp ^ 0x40));
			break;
		case SHOW_BYTE:
			buf_printf(out, "<%02X>", (unsigned)cp);
			break;
		case SHOW_NUMBER:
			buf_printf(out, "<%04X>", (unsigned)cp);
			break;
		case SHOW_BLANK:
			buf_putc(out, ' ');
			break;
		case SHOW_LINE_END:
			buf_putc(out, keep_newlines ? '\n' : ' ');
			break;
		case SHOW_NOTHING:
			break;
		}
	}
}
