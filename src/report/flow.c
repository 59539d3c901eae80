#include <stdbool.h>
#include <stdlib.h>
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

/*
 * The whole text shaped once: `upto[i]` is the width in points of its first `i` bytes, so that the
 * width of any part is one subtraction.  Kerning across a break is off by less than lint sees.
 */
struct ruler {
	const char *text;
	double *upto;
};

static int
ruler_init(struct ruler *r, struct display_list *dl, const struct dl_type *type, const char *text)
{
	size_t len = strlen(text);
	struct shaped s = { 0 };

	*r = (struct ruler){ text, calloc(len + 1, sizeof(double)) };
	if (r->upto == NULL || font_shape(dl->fonts, type->face, text, &s) != 0) {
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
		next = c;
		text_next(&next, end);
		if (fits != NULL && width_of(r, s, next) > width)
			break;
		fits = next;
	}
	return fits;
}

static struct lines
break_lines(struct display_list *dl, const struct dl_type *type, double width, size_t max, const char *text)
{
	struct lines out = { NULL, 0 };
	struct ruler ruler;
	const char *clean = dl_clean(dl, type->face, text);
	const char *end = without_blanks(clean, clean + strlen(clean));

	out.v = arena_alloc(dl->arena, (size_t)(end - clean) + 1, sizeof *out.v);
	if (out.v == NULL || ruler_init(&ruler, dl, type, clean) != 0) {
		dl->failed = true;
		return out;
	}
	for (const char *s = clean, *stop; s < end && out.count < max; s = stop) {
		while (*s == ' ')
			s++;
		stop = line_end(&ruler, width, s, end);
		if (out.count + 1 == max && stop < end) {
			double room = width - dl_width(dl, type, ELLIPSIS);

			stop = line_end(&ruler, room > 0 ? room : width, s, end);
			out.v[out.count] = arena_printf(dl->arena, "%.*s" ELLIPSIS,
			    (int)(without_blanks(s, stop) - s), s);
		} else {
			out.v[out.count] = arena_strndup(dl->arena, s, (size_t)(without_blanks(s, stop) - s));
		}
		if (out.v[out.count++] == NULL) {
			dl->failed = true;
			out.count = 0;
			break;
		}
	}
	free(ruler.upto);
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
