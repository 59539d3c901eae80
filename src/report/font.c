#include <stdlib.h>
#include <string.h>
#include <hb.h>
#include "report/font_files.h"
#include "report/word_cache.h"
#include "viva/text.h"

#define FEW_STRETCHES 64        /* bytes of text that need no room from the heap */
#define ASCII_END 0x80
#define CHAIN_LENGTH 3
static const enum font_file chains[FACE_COUNT][CHAIN_LENGTH] = {
	[FACE_REGULAR] = { FONT_LATO_REGULAR, FONT_DEJAVU_SANS, FONT_WQY_MICROHEI },
	[FACE_SEMIBOLD] = { FONT_LATO_SEMIBOLD, FONT_DEJAVU_SANS_BOLD, FONT_WQY_MICROHEI },
	[FACE_BOLD] = { FONT_LATO_BOLD, FONT_DEJAVU_SANS_BOLD, FONT_WQY_MICROHEI },
	[FACE_MONO] = { FONT_DEJAVU_SANS_MONO, FONT_DEJAVU_SANS, FONT_WQY_MICROHEI },
};

bool
font_covers(const struct fonts *f, enum face face, uint32_t cp)
{
	if (cp >= ' ' && cp < ASCII_END - 1)
		return true;
	for (int i = 0; i < CHAIN_LENGTH; i++)
		if (font_file_covers(f, chains[face][i], cp))
			return true;
	return false;
}

bool
font_is_mark(uint32_t cp)
{
	switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), cp)) {
	case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
		return true;
	default:
		return false;
	}
}

/* A stretch of text that one file draws in one direction. */
struct stretch {
	const char *start, *end;
	enum font_file file;
	hb_script_t script;
	uint8_t level;                  /* odd: it runs to the left */
};

/* Which file draws the character at `s` with the marks after it; the end of those marks in `*after`. */
static enum font_file
file_for(const struct fonts *f, enum face face, const char *s, const char *end, const char **after)
{
	const char *next = s;
	uint32_t base = text_next(&next, end);
	int best = 0;

	*after = next;
	if (base < ASCII_END && (next == end || (unsigned char)*next < ASCII_END))
		return chains[face][0];         /* the first of every chain has it, and no mark follows */
	while (next < end && font_is_mark(text_next(&next, end)))
		*after = next;
	for (int i = 0; i < CHAIN_LENGTH; i++) {
		const char *c = s;
		bool all = true;

		while (c < *after && all)
			all = font_file_covers(f, chains[face][i], text_next(&c, end));
		if (all)
			return chains[face][i];
	}
	while (best + 1 < CHAIN_LENGTH && !font_file_covers(f, chains[face][best], base))
		best++;
	return chains[face][best];
}

static bool
is_common(hb_script_t script)
{
	return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

/* The longest stretch from `s` on.  Blanks and signs go with the letters they stand among. */
static void
next_stretch(struct stretch *out, const struct fonts *f, enum face face, const char *text, const char *end,
    const uint8_t *levels, const char *s)
{
	const char *after;

	*out = (struct stretch){ s, s, FONT_FILE_COUNT, HB_SCRIPT_COMMON,
		levels != NULL ? levels[s - text] : 0 };
	for (; out->end < end; out->end = after) {
		const char *c = out->end;
		enum font_file file = file_for(f, face, out->end, end, &after);
		uint32_t cp = text_next(&c, end);
		hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), cp);

		if (levels != NULL && levels[out->end - text] != out->level)
			break;
		/* A blank between two words of another file stays with them. */
		if (cp == ' ' && out->script != HB_SCRIPT_COMMON && font_file_covers(f, out->file, cp))
			file = out->file;
		if (out->file != FONT_FILE_COUNT && file != out->file)
			break;
		if (!is_common(script) && out->script != HB_SCRIPT_COMMON && script != out->script)
			break;
		if (!is_common(script))
			out->script = script;
		out->file = file;
	}
}

static int
shaped_reserve(struct shaped *s, size_t more)
{
	struct glyph *v;
	size_t capacity = s->capacity > 0 ? s->capacity : 64;

	while (capacity < s->count + more)
		capacity *= 2;
	if (capacity == s->capacity)
		return 0;
	v = realloc(s->v, capacity * sizeof *v);
	if (v == NULL)
		return -1;
	s->v = v;
	s->capacity = capacity;
	return 0;
}

/* Ink in `out` from `left` to `right` and from `bottom` to `top`. */
static void
add_ink(struct shaped *out, double left, double right, double bottom, double top)
{
	if (out->left == out->right) {          /* the first */
		out->left = left;
		out->right = right;
		out->bottom = bottom;
		out->top = top;
		return;
	}
	out->left = left < out->left ? left : out->left;
	out->right = right > out->right ? right : out->right;
	out->bottom = bottom < out->bottom ? bottom : out->bottom;
	out->top = top > out->top ? top : out->top;
}

static void
add_glyph_ink(struct shaped *out, const struct fonts *f, const struct glyph *g, double x)
{
	hb_glyph_extents_t e;
	double em = f->em[g->file], left, top;

	if (!hb_font_get_glyph_extents(f->hb[g->file], g->id, &e) || e.width == 0 || e.height == 0)
		return;
	left = x + g->dx + e.x_bearing / em;
	top = g->dy + e.y_bearing / em;
	add_ink(out, left, left + e.width / em, top + e.height / em, top);      /* heights point down */
}

/* How many bytes glyph `i` stands for: up to the next character that another glyph begins with. */
static uint32_t
cluster_length(const hb_glyph_info_t *info, unsigned int n, unsigned int i, uint32_t end)
{
	for (unsigned int j = 0; j < i; j++)
		if (info[j].cluster == info[i].cluster)
			return 0;
	for (unsigned int j = 0; j < n; j++)
		if (info[j].cluster > info[i].cluster && info[j].cluster < end)
			end = info[j].cluster;
	return end - info[i].cluster;
}

static int
shape_stretch(const struct fonts *f, const char *text, const struct stretch *st, struct shaped *out)
{
	static const hb_feature_t features[] = {
		{ HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
		{ HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
		{ HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
	};
	hb_buffer_t *b = f->buffer;
	unsigned int n = 0;
	const hb_glyph_info_t *info;
	const hb_glyph_position_t *at;
	double em = f->em[st->file];

	hb_buffer_clear_contents(b);
	hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
	hb_buffer_add_utf8(b, text, (int)(st->end - text), (unsigned int)(st->start - text),
	    (int)(st->end - st->start));
	hb_buffer_set_direction(b, st->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(b, st->script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : st->script);
	hb_buffer_set_language(b, hb_language_from_string("en", -1));
	hb_shape(f->hb[st->file], b, features, sizeof features / sizeof features[0]);
	info = hb_buffer_get_glyph_infos(b, &n);
	at = hb_buffer_get_glyph_positions(b, NULL);
	if (!hb_buffer_allocation_successful(b) || shaped_reserve(out, n) != 0)
		return -1;
	for (unsigned int i = 0; i < n; i++) {
		const struct glyph g = {
			.file = st->file, .id = (uint16_t)info[i].codepoint, .advance = at[i].x_advance / em,
			.dx = at[i].x_offset / em, .dy = at[i].y_offset / em, .start = info[i].cluster,
			.length = cluster_length(info, n, i, (uint32_t)(st->end - text)),
		};

		add_glyph_ink(out, f, &g, out->width);
		out->width += g.advance;
		out->v[out->count++] = g;
	}
	return 0;
}

/* Logical to visual order: from the deepest level down, what lies at it or deeper is turned (UAX 9, L2). */
static void
reorder(struct stretch *v, size_t count)
{
	uint8_t deepest = 0;

	for (size_t i = 0; i < count; i++)
		deepest = v[i].level > deepest ? v[i].level : deepest;
	for (uint8_t level = deepest; level > 0; level--)
		for (size_t i = 0, n; i < count; i += n > 0 ? n : 1) {
			for (n = 0; i + n < count && v[i + n].level >= level; n++)
				;
			for (size_t j = 0; j < n / 2; j++) {
				struct stretch swap = v[i + j];

				v[i + j] = v[i + n - 1 - j];
				v[i + n - 1 - j] = swap;
			}
		}
}

/* Fills `out` with `len` bytes of text. */
static int
shape(const struct fonts *f, enum face face, const char *text, size_t len, const uint8_t *levels,
    struct shaped *out)
{
	struct stretch few[FEW_STRETCHES], *v = few;
	size_t count = 0;               /* of stretches, each of which holds a byte at least */
	const char *end = text + len;
	int status = -1;

	if (len > FEW_STRETCHES && (v = malloc(len * sizeof *v)) == NULL)
		return -1;
	for (const char *s = text; s < end; s = v[count++].end)
		next_stretch(&v[count], f, face, text, end, levels, s);
	if (levels != NULL)
		reorder(v, count);
	for (size_t i = 0; i < count; i++)
		if (shape_stretch(f, text, &v[i], out) != 0)
			goto out;
	status = 0;
out:
	if (v != few)
		free(v);
	return status;
}

/* ---- words ---- */

/*
 * A word as it is shaped: one that was kept, or `fresh`, which the caller finishes; NULL when out of memory.
 */
static const struct shaped *
shaped_word(const struct fonts *f, enum face face, const char *word, size_t len, struct shaped *fresh)
{
	const struct shaped *known = f->cache != NULL ? word_cache_get(f->cache, face, word, len) : NULL;

	if (known != NULL)
		return known;
	if (shape(f, face, word, len, NULL, fresh) != 0)
		return NULL;
	known = f->cache != NULL ? word_cache_put(f->cache, face, word, len, fresh) : NULL;
	return known != NULL ? known : fresh;
}

/* The word from byte `start` on, and the blank after it where there is one. */
static int
append_word(struct shaped *out, const struct fonts *f, enum face face, const struct shaped *word,
    size_t start, size_t len, bool blank)
{
	enum font_file file = word->count > 0 ? word->v[word->count - 1].file : chains[face][0];

	if (shaped_reserve(out, word->count + 1) != 0)
		return -1;
	for (size_t i = 0; i < word->count; i++) {
		out->v[out->count] = word->v[i];
		out->v[out->count++].start += (uint32_t)start;
	}
	if (word->left != word->right)
		add_ink(out, out->width + word->left, out->width + word->right, word->bottom, word->top);
	out->width += word->width;
	if (blank) {
		out->v[out->count] = f->blank[file];
		out->v[out->count++].start = (uint32_t)(start + len);
		out->width += f->blank[file].advance;
	}
	return 0;
}

/*
 * Words are shaped one by one and set a blank apart: letters are not kerned over a blank, and any part of a
 * line is as wide alone as within it.
 */
static int
shape_words(const struct fonts *f, enum face face, const char *text, struct shaped *out)
{
	size_t start = 0, len;
	int status = 0;

	for (; text[start] != '\0' && status == 0; start += len + (text[start + len] == ' ')) {
		struct shaped fresh = { 0 };
		const struct shaped *word = &fresh;

		len = strcspn(text + start, " ");
		if (len > 0)
			word = shaped_word(f, face, text + start, len, &fresh);
		status = word != NULL ?
		    append_word(out, f, face, word, start, len, text[start + len] == ' ') :
		    -1;
		shaped_finish(&fresh);
	}
	return status;
}

int
font_shape(const struct fonts *f, enum face face, const char *text, const uint8_t *levels, struct shaped *out)
{
	out->count = 0;
	out->width = out->left = out->right = out->top = out->bottom = 0;
	return levels != NULL ? shape(f, face, text, strlen(text), levels, out) :
	    shape_words(f, face, text, out);
}

void
shaped_finish(struct shaped *s)
{
	free(s->v);
	*s = (struct shaped){ 0 };
}

double
font_width(const struct fonts *f, enum face face, double size, const char *text, const uint8_t *levels)
{
	struct shaped s = { 0 };
	double width = font_shape(f, face, text, levels, &s) == 0 ? s.width * size : -1;

	shaped_finish(&s);
	return width;
}
