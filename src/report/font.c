#include <stdlib.h>
#include <string.h>
#include <hb-ot.h>
#include <hb.h>
#include "report/font.h"
#include "report/shape_cache.h"
#include "viva/text.h"

/* From fonts.S. */
extern const char font_lato_regular[], font_lato_regular_end[];
extern const char font_lato_semibold[], font_lato_semibold_end[];
extern const char font_lato_bold[], font_lato_bold_end[];
extern const char font_dejavu_sans[], font_dejavu_sans_end[];
extern const char font_dejavu_sans_bold[], font_dejavu_sans_bold_end[];
extern const char font_dejavu_sans_mono[], font_dejavu_sans_mono_end[];
extern const char font_wqy_microhei[], font_wqy_microhei_end[];

static const struct font_source {
	const char *name, *data, *end;
	bool fixed_width, bold;
} sources[FONT_FILE_COUNT] = {
	[FONT_LATO_REGULAR] = { "Lato-Regular", font_lato_regular, font_lato_regular_end, false, false },
	[FONT_LATO_SEMIBOLD] = { "Lato-Semibold", font_lato_semibold, font_lato_semibold_end, false, true },
	[FONT_LATO_BOLD] = { "Lato-Bold", font_lato_bold, font_lato_bold_end, false, true },
	[FONT_DEJAVU_SANS] = { "DejaVuSans", font_dejavu_sans, font_dejavu_sans_end, false, false },
	[FONT_DEJAVU_SANS_BOLD] =
	    { "DejaVuSans-Bold", font_dejavu_sans_bold, font_dejavu_sans_bold_end, false, true },
	[FONT_DEJAVU_SANS_MONO] =
	    { "DejaVuSansMono", font_dejavu_sans_mono, font_dejavu_sans_mono_end, true, false },
	/* The first face of a collection: all of Han, kana and Hangul in one weight. */
	[FONT_WQY_MICROHEI] =
	    { "WenQuanYiMicroHei", font_wqy_microhei, font_wqy_microhei_end, false, false },
};

#define FEW_STRETCHES 64        /* bytes of text that need no room from the heap */
#define CHAIN_LENGTH 3
static const enum font_file chains[FACE_COUNT][CHAIN_LENGTH] = {
	[FACE_REGULAR] = { FONT_LATO_REGULAR, FONT_DEJAVU_SANS, FONT_WQY_MICROHEI },
	[FACE_SEMIBOLD] = { FONT_LATO_SEMIBOLD, FONT_DEJAVU_SANS_BOLD, FONT_WQY_MICROHEI },
	[FACE_BOLD] = { FONT_LATO_BOLD, FONT_DEJAVU_SANS_BOLD, FONT_WQY_MICROHEI },
	[FACE_MONO] = { FONT_DEJAVU_SANS_MONO, FONT_DEJAVU_SANS, FONT_WQY_MICROHEI },
};

struct fonts {
	hb_font_t *hb[FONT_FILE_COUNT];
	double em[FONT_FILE_COUNT];     /* units */
	struct font_info info[FONT_FILE_COUNT];
	hb_buffer_t *buffer;            /* room for shaping, used again */
	struct shape_cache *cache;      /* NULL where there was no memory for it */
};

static int
big_endian_16(const char *at)
{
	const unsigned char *u = (const unsigned char *)at;

	return (int16_t)(u[0] << 8 | u[1]);
}

/* Reads the measures of a file.  The files are our own, so a missing table is our bug, not a user's. */
static void
measure_file(struct fonts *f, enum font_file file)
{
	enum { HEAD_BOX = 36, HEAD_BYTES = 54 };        /* where xMin stands in the head table; its length */
	struct font_info *info = &f->info[file];
	hb_face_t *face = hb_font_get_face(f->hb[file]);
	hb_font_extents_t line = { 0 };
	hb_glyph_extents_t capital = { 0 };
	hb_codepoint_t id = 0;
	hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
	unsigned int len = 0;
	const char *bytes = hb_blob_get_data(head, &len);
	double em = f->em[file] = hb_face_get_upem(face);

	hb_font_get_h_extents(f->hb[file], &line);
	if (hb_font_get_nominal_glyph(f->hb[file], 'H', &id))
		hb_font_get_glyph_extents(f->hb[file], id, &capital);
	*info = (struct font_info){
		.name = sources[file].name,
		.fixed_width = sources[file].fixed_width,
		.bold = sources[file].bold,
		.ascent = (int)(line.ascender * 1000 / em),
		.descent = (int)(line.descender * 1000 / em),
		.cap_height = (int)(capital.y_bearing * 1000 / em),
	};
	for (int i = 0; i < 4 && len >= HEAD_BYTES; i++)
		info->box[i] = (int)(big_endian_16(bytes + HEAD_BOX + 2 * i) * 1000 / em);
	hb_blob_destroy(head);
}

struct fonts *
fonts_new(void)
{
	struct fonts *f = calloc(1, sizeof *f);

	if (f == NULL)
		return NULL;
	for (int i = 0; i < FONT_FILE_COUNT; i++) {
		hb_blob_t *blob = hb_blob_create(sources[i].data,
		    (unsigned int)(sources[i].end - sources[i].data), HB_MEMORY_MODE_READONLY, NULL, NULL);
		hb_face_t *face = hb_face_create(blob, 0);

		f->hb[i] = hb_font_create(face);
		hb_face_destroy(face);
		hb_blob_destroy(blob);
		if (f->hb[i] == hb_font_get_empty()) {
			fonts_free(f);
			return NULL;
		}
		measure_file(f, (enum font_file)i);
	}
	f->buffer = hb_buffer_create();
	if (!hb_buffer_allocation_successful(f->buffer)) {
		fonts_free(f);
		return NULL;
	}
	f->cache = shape_cache_new();
	return f;
}

void
fonts_free(struct fonts *f)
{
	if (f == NULL)
		return;
	for (int i = 0; i < FONT_FILE_COUNT; i++)
		hb_font_destroy(f->hb[i]);
	shape_cache_free(f->cache);
	hb_buffer_destroy(f->buffer);
	free(f);
}

const struct font_info *
font_info(const struct fonts *f, enum font_file file)
{
	return &f->info[file];
}

const void *
font_data(enum font_file file, size_t *len)
{
	*len = (size_t)(sources[file].end - sources[file].data);
	return sources[file].data;
}

static bool
file_covers(const struct fonts *f, enum font_file file, uint32_t cp)
{
	hb_codepoint_t id;

	return hb_font_get_nominal_glyph(f->hb[file], cp, &id) && id != 0;
}

bool
font_covers(const struct fonts *f, enum face face, uint32_t cp)
{
	for (int i = 0; i < CHAIN_LENGTH; i++)
		if (file_covers(f, chains[face][i], cp))
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
	while (next < end && font_is_mark(text_next(&next, end)))
		*after = next;
	for (int i = 0; i < CHAIN_LENGTH; i++) {
		const char *c = s;
		bool all = true;

		while (c < *after && all)
			all = file_covers(f, chains[face][i], text_next(&c, end));
		if (all)
			return chains[face][i];
	}
	while (best + 1 < CHAIN_LENGTH && !file_covers(f, chains[face][best], base))
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
next_stretch(struct stretch *out, const struct fonts *f, enum face face, const char *text,
    const uint8_t *levels, const char *s)
{
	const char *end = text + strlen(text), *after;

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
		if (cp == ' ' && out->script != HB_SCRIPT_COMMON && file_covers(f, out->file, cp))
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

static void
add_ink(struct shaped *out, const struct fonts *f, const struct glyph *g, double x)
{
	hb_glyph_extents_t e;
	double em = f->em[g->file], left, top;

	if (!hb_font_get_glyph_extents(f->hb[g->file], g->id, &e) || e.width == 0 || e.height == 0)
		return;
	left = x + g->dx + e.x_bearing / em;
	top = g->dy + e.y_bearing / em;
	if (out->left == out->right) {          /* the first ink */
		out->left = left;
		out->right = left + e.width / em;
		out->top = top;
		out->bottom = top + e.height / em;      /* heights point down */
		return;
	}
	out->left = left < out->left ? left : out->left;
	out->right = left + e.width / em > out->right ? left + e.width / em : out->right;
	out->top = top > out->top ? top : out->top;
	out->bottom = top + e.height / em < out->bottom ? top + e.height / em : out->bottom;
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

		add_ink(out, f, &g, out->width);
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

static int
shape(const struct fonts *f, enum face face, const char *text, const uint8_t *levels, struct shaped *out)
{
	struct stretch few[FEW_STRETCHES], *v = few;
	size_t count = 0, most = strlen(text);          /* a stretch holds a byte at least */
	int status = -1;

	out->count = 0;
	out->width = out->left = out->right = out->top = out->bottom = 0;
	if (most > FEW_STRETCHES && (v = malloc(most * sizeof *v)) == NULL)
		return -1;
	for (const char *s = text; *s != '\0'; s = v[count++].end)
		next_stretch(&v[count], f, face, text, levels, s);
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

int
font_shape(const struct fonts *f, enum face face, const char *text, const uint8_t *levels, struct shaped *out)
{
	bool keep = f->cache != NULL && levels == NULL;
	int known = keep ? shape_cache_get(f->cache, face, text, out) : 0;

	if (known != 0)
		return known > 0 ? 0 : -1;
	if (shape(f, face, text, levels, out) != 0)
		return -1;
	if (keep)
		shape_cache_put(f->cache, face, text, out);
	return 0;
}

void
shaped_finish(struct shaped *s)
{
	free(s->v);
	*s = (struct shaped){ 0 };
}

double
font_advance(const struct fonts *f, enum font_file file, uint16_t id)
{
	return hb_font_get_glyph_h_advance(f->hb[file], id) / f->em[file];
}

double
font_width(const struct fonts *f, enum face face, double size, const char *text, const uint8_t *levels)
{
	struct shaped s = { 0 };
	double width = font_shape(f, face, text, levels, &s) == 0 ? s.width * size : -1;

	shaped_finish(&s);
	return width;
}
