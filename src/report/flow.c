#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "report/bidi.h"
#include "report/flow.h"
#include "report/font.h"
#include "viva/arena.h"
#include "viva/text.h"

#define ELLIPSIS "\xe2\x80\xa6"

/* Han, kana and what goes with them: a line may end at either side. */
static bool
is_ideograph(uint32_t cp)
{
	return (cp >= 0x2E80 && cp <= 0x312F) || (cp >= 0x3190 && cp <= 0x9FFF) ||
	    (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0xFF01 && cp <= 0xFFEF) ||
	    (cp >= 0x20000 && cp <= 0x3FFFF);
}

/* Korean is written with blanks; syllables are parted only where a word is wider than a line. */
static bool
is_hangul(uint32_t cp)
{
	return (cp >= 0x1100 && cp <= 0x11FF) || (cp >= 0x3130 && cp <= 0x318F) ||
	    (cp >= 0xAC00 && cp <= 0xD7FF);
}

static bool
stands_in(const char *set, uint32_t cp)
{
	for (const char *end = set + strlen(set); set < end;)
		if (text_next(&set, end) == cp)
			return true;
	return false;
}

/* Closing brackets, stops and small kana (JIS X 4051; UAX 14 classes CL, CP, EX, NS, CJ). */
static bool
never_begins_line(uint32_t cp)
{
	return stands_in("!),.:;?]}%\u00bb\u2019\u201d\u2026\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011"
	    "\u3015\u3017\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u309b\u309c\u309d\u309e"
	    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30fb\u30fc\u30fd\u30fe"
	    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60", cp);
}

/* Opening brackets and signs before a number (class OP, PR). */
static bool
never_ends_line(uint32_t cp)
{
	return stands_in("([{$\u00ab\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff04\uff08\uff3b"
	    "\uff5b\uff5f\uffe1\uffe5", cp);
}

/* Where a line may end, the best places first; a worse one serves only where no better one fits. */
enum break_level { AT_BLANKS_BUT_UNITS, AT_BLANKS, AT_HYPHENS, BREAK_LEVELS };

/* A letter or digit of ASCII: most of what a page says, and a line ends at neither side of it by itself. */
static bool
is_plain(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9');
}

/* Whether a line may end between `before` and `next`. */
static bool
may_break(uint32_t before, uint32_t next, enum break_level level)
{
	if (is_plain(before) && is_plain(next))
		return false;
	if (next == ' ')
		return false;           /* blanks stay with the line before them */
	if (before == ' ')
		return true;
	if (font_is_mark(next) || never_begins_line(next) || never_ends_line(before))
		return false;
	if (is_ideograph(before) || is_ideograph(next))
		return true;
	return level == AT_HYPHENS && (before == '-' || before == 0x2010 || before == 0x2013 ||
	    before == 0x2014 || before == '/' || before == '_' || before == '@' || is_hangul(before) ||
	    is_hangul(next));
}

/*
 * The whole text shaped once: `upto[i]` is the width in points of its first `i` bytes, so that the
 * width of any part is one subtraction.  Kerning across a break is off by less than lint sees.
 */
struct ruler {
	const char *text;
	double *upto;
};

static int
ruler_init(struct ruler *r, struct display_list *dl, const struct dl_type *type, const char *text,
    const uint8_t *levels)
{
	size_t len = strlen(text);
	struct shaped s = { 0 };

	*r = (struct ruler){ text, calloc(len + 1, sizeof(double)) };
	if (r->upto == NULL || font_shape(dl->fonts, type->face, text, levels, &s) != 0) {
		free(r->upto);
		shaped_finish(&s);
		dl->failed = true;
		return -1;
	}
	for (size_t i = 0; i < s.count; i++)
		r->upto[s.v[i].start + 1] += s.v[i].advance * type->size + type->tracking;
	for (size_t i = 1; i <= len; i++)
		r->upto[i] += r->upto[i - 1];
	shaped_finish(&s);
	return 0;
}

/* Width from `s` to `end`, which stand between characters. */
static double
width_of(const struct ruler *r, const char *s, const char *end)
{
	return r->upto[end - r->text] - r->upto[s - r->text];
}

static const char *
without_blanks(const char *start, const char *end)
{
	while (end > start && end[-1] == ' ')
		end--;
	return end;
}

/* "6 answers", "40 s", "90 %": whether a break at `c` would part a number from its unit. */
static bool
parts_unit(const char *start, const char *c)
{
	return c - start >= 2 && c[-1] == ' ' && c[-2] >= '0' && c[-2] <= '9' &&
	    ((*c >= 'a' && *c <= 'z') || *c == '%');
}

/* The last break that fits, or NULL. */
static const char *
last_break(const struct ruler *r, double width, const char *s, const char *end, enum break_level level)
{
	const char *fits = NULL, *next;

	for (const char *c = s; c < end; c = next) {
		const char *peek;
		uint32_t before;

		next = c;
		before = text_next(&next, end);
		peek = next;
		if (next < end && !may_break(before, text_next(&peek, end), level))
			continue;
		if (next < end && level == AT_BLANKS_BUT_UNITS && parts_unit(s, next))
			continue;
		if (width_of(r, s, without_blanks(s, next)) > width)
			break;
		fits = next;
	}
	return fits;
}

/* Where the line that starts at `s` ends. */
static const char *
line_end(const struct ruler *r, double width, const char *s, const char *end)
{
	const char *fits = NULL, *next;

	for (int level = 0; level < BREAK_LEVELS && fits == NULL; level++)
		fits = last_break(r, width, s, end, (enum break_level)level);
	if (fits != NULL)
		return fits;
	/* One word is wider than the line: as much of it as fits, at least one character. */
	for (const char *c = s; c < end; c = next) {
		const char *peek;

		next = c;
		text_next(&next, end);
		for (peek = next; next < end && font_is_mark(text_next(&peek, end)); next = peek)
			;
		if (fits != NULL && width_of(r, s, next) > width)
			break;
		fits = next;
	}
	return fits;
}

/* Text of the paragraph from `s` to `stop` as line `out->count`, with an ellipsis where it was cut. */
static void
add_line(struct lines *out, struct display_list *dl, const struct bidi *bidi, const char *clean,
    const char *s, const char *stop, bool cut)
{
	size_t len = (size_t)(stop - s), more = cut ? strlen(ELLIPSIS) : 0;
	uint8_t *levels = NULL;

	out->v[out->count] = arena_printf(dl->arena, "%.*s%s", (int)len, s, cut ? ELLIPSIS : "");
	if (bidi->levels != NULL) {
		levels = arena_alloc(dl->arena, len + more, sizeof *levels);
		if (levels != NULL) {
			memcpy(levels, bidi->levels + (s - clean), len);
			memset(levels + len, bidi->rtl, more);
		}
		out->levels[out->count] = levels;
	}
	if (out->v[out->count++] == NULL || (bidi->levels != NULL && levels == NULL)) {
		dl->failed = true;
		out->count = 0;
	}
}

static struct lines
break_lines(struct display_list *dl, const struct dl_type *type, double width, size_t max, const char *text)
{
	struct lines out = { .width = width };
	struct ruler ruler;
	struct bidi bidi;
	const char *clean = dl_clean(dl, type->face, text);
	const char *end = without_blanks(clean, clean + strlen(clean));

	out.v = arena_alloc(dl->arena, (size_t)(end - clean) + 1, sizeof *out.v);
	if (out.v == NULL || bidi_levels(&bidi, dl->arena, clean) != 0 ||
	    ruler_init(&ruler, dl, type, clean, bidi.levels) != 0) {
		dl->failed = true;
		return out;
	}
	out.rtl = bidi.rtl;
	if (bidi.levels != NULL)
		out.levels = arena_alloc(dl->arena, (size_t)(end - clean) + 1, sizeof *out.levels);
	if (bidi.levels != NULL && out.levels == NULL) {
		dl->failed = true;
		free(ruler.upto);
		return out;
	}
	for (const char *s = clean, *stop; s < end && out.count < max && !dl->failed; s = stop) {
		bool cut;

		while (*s == ' ')
			s++;
		stop = line_end(&ruler, width, s, end);
		cut = out.count + 1 == max && stop < end;
		if (cut) {
			double room = width - dl_width(dl, type, ELLIPSIS);

			stop = line_end(&ruler, room > 0 ? room : width, s, end);
		}
		add_line(&out, dl, &bidi, clean, s, without_blanks(s, stop), cut);
	}
	free(ruler.upto);
	return out;
}

struct lines
line_of(const struct lines *lines, size_t i)
{
	return (struct lines){ &lines->v[i], 1, lines->levels != NULL ? &lines->levels[i] : NULL, lines->rtl,
		lines->width };
}

struct lines
flow(struct display_list *dl, const struct dl_type *type, double width, const char *text)
{
	return break_lines(dl, type, width, SIZE_MAX, text);
}

struct lines
flow_at_most(struct display_list *dl, const struct dl_type *type, double width, size_t max, const char *text)
{
	return break_lines(dl, type, width, max, text);
}
