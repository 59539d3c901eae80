#include <stdlib.h>
#include <hb-ot.h>
#include <hb.h>
#include "report/font_files.h"
#include "report/word_cache.h"

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
	if (hb_font_get_nominal_glyph(f->hb[file], ' ', &id))
		f->blank[file] = (struct glyph){ .file = file, .id = (uint16_t)id, .length = 1,
			.advance = hb_font_get_glyph_h_advance(f->hb[file], id) / em };
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
	f->cache = word_cache_new();
	return f;
}

void
fonts_free(struct fonts *f)
{
	if (f == NULL)
		return;
	for (int i = 0; i < FONT_FILE_COUNT; i++)
		hb_font_destroy(f->hb[i]);
	word_cache_free(f->cache);
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

bool
font_file_covers(const struct fonts *f, enum font_file file, uint32_t cp)
{
	hb_codepoint_t id;

	return hb_font_get_nominal_glyph(f->hb[file], cp, &id) && id != 0;
}

double
font_advance(const struct fonts *f, enum font_file file, uint16_t id)
{
	return hb_font_get_glyph_h_advance(f->hb[file], id) / f->em[file];
}
