#include <stdbool.h>
#include <string.h>
#include "report/flow.h"
#include "report/font.h"
#include "viva/arena.h"
#include "viva/text.h"

#define ELLIPSIS "\xe2\x80\xa6"

static bool
is_ideograph(uint32_t cp)
{
	return (cp >= 0x2E80 && cp <= 0x9FFF) || (cp >= 0xAC00 && cp <= 0xD7A3) ||
	    (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
}

/* Where a line may end, the best places first; a worse one serves only where no better one fits. */
enum break_level { AT_BLANKS_BUT_UNITS, AT_BLANKS, AT_HYPHENS, BREAK_LEVELS };

/* Whether a line may end between `before` and `next`. */
static bool
may_break(uint32_t before, uint32_t next, enum break_level level)
{
	if (next == ' ')
		return false;           /* blanks stay with the line before them */
	if (before == ' ' || is_ideograph(before) || is_ideograph(next))
		return true;
	return level == AT_HYPHENS && (before == '-' || before == 0x2010 || before == 0x2013 ||
	    before == 0x2014 || before == '/' || before == '_' || before == '@');
}

static double
width_of(struct display_list *dl, const struct dl_type *type, const char *s, const char *end)
{
	char *part = arena_strndup(dl->arena, s, (size_t)(end - s));
	double width = part != NULL ? font_width(dl->fonts, type->face, type->size, part) : -1;

	if (width < 0) {
		dl->failed = true;
		return 0;
	}
	return width + type->tracking * (double)text_count(part, (size_t)(end - s));
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
last_break(struct display_list *dl, const struct dl_type *type, double width, const char *s, const char *end,
    enum break_level level)
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
		if (width_of(dl, type, s, without_blanks(s, next)) > width)
			break;
		fits = next;
	}
	return fits;
}

/* Where the line that starts at `s` ends. */
static const char *
line_end(struct display_list *dl, const struct dl_type *type, double width, const char *s, const char *end)
{
	const char *fits = NULL, *next;

	for (int level = 0; level < BREAK_LEVELS && fits == NULL; level++)
		fits = last_break(dl, type, width, s, end, (enum break_level)level);
	if (fits != NULL)
		return fits;
	/* One word is wider than the line: as much of it as fits, at least one character. */
	for (const char *c = s; c < end; c = next) {
		next = c;
		text_next(&next, end);
		if (fits != NULL && width_of(dl, type, s, next) > width)
			break;
		fits = next;
	}
	return fits;
}

static struct lines
break_lines(struct display_list *dl, const struct dl_type *type, double width, size_t max, const char *text)
{
	struct lines out = { NULL, 0 };
	const char *clean = dl_clean(dl, type->face, text), *end = without_blanks(clean, clean + strlen(clean));

	out.v = arena_alloc(dl->arena, (size_t)(end - clean) + 1, sizeof *out.v);
	if (out.v == NULL) {
		dl->failed = true;
		return out;
	}
	for (const char *s = clean, *stop; s < end && out.count < max; s = stop) {
		while (*s == ' ')
			s++;
		stop = line_end(dl, type, width, s, end);
		if (out.count + 1 == max && stop < end) {
			double room = width - width_of(dl, type, ELLIPSIS, ELLIPSIS + strlen(ELLIPSIS));

			stop = line_end(dl, type, room > 0 ? room : width, s, end);
			out.v[out.count] = arena_printf(dl->arena, "%.*s" ELLIPSIS,
			    (int)(without_blanks(s, stop) - s), s);
		} else {
			out.v[out.count] = arena_strndup(dl->arena, s, (size_t)(without_blanks(s, stop) - s));
		}
		if (out.v[out.count++] == NULL) {
			dl->failed = true;
			out.count = 0;
			return out;
		}
	}
	return out;
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
