#include <hb-subset.h>
#include <hb.h>
#include "report/subset.h"
#include "viva/buf.h"
#include "viva/err.h"

/*
 * The tables that a PDF needs of a font.  Layout is done, and it maps codes by itself; to HarfBuzz the font
 * has no others, for it would look through all that they hold.  Hinting goes with the flag below.
 */
static hb_blob_t *
table_of(hb_face_t *face, hb_tag_t tag, void *font)
{
	static const hb_tag_t kept[] = {
		HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
		HB_TAG('m', 'a', 'x', 'p'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f'),
	};

	(void)face;
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
		if (kept[i] == tag)
			return hb_face_reference_table(font, tag);
	return NULL;
}

static hb_subset_input_t *
subset_input(const uint16_t *ids, size_t count)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs;

	if (input == NULL)
		return NULL;
	glyphs = hb_subset_input_glyph_set(input);
	hb_set_add(glyphs, 0);
	for (size_t i = 0; i < count; i++)
		hb_set_add(glyphs, ids[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

int
font_subset(struct buf *out, enum font_file file, const uint16_t *ids, size_t count, uint16_t *new_ids,
    struct err *err)
{
	size_t len;
	const char *data = font_data(file, &len);
	hb_blob_t *blob = hb_blob_create(data, (unsigned int)len, HB_MEMORY_MODE_READONLY, NULL, NULL),
		  *small;
	hb_face_t *whole = hb_face_create(blob, 0), *result = NULL;
	hb_face_t *face = hb_face_create_for_tables(table_of, whole, NULL);
	hb_subset_input_t *input = subset_input(ids, count);
	hb_subset_plan_t *plan = input != NULL ? hb_subset_plan_create_or_fail(face, input) : NULL;
	int status = -1;

	if (plan != NULL)
		result = hb_subset_plan_execute_or_fail(plan);
	if (result != NULL) {
		const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
		unsigned int small_len;
		const char *bytes;

		for (size_t i = 0; i < count; i++)
			new_ids[i] = (uint16_t)hb_map_get(map, ids[i]);
		small = hb_face_reference_blob(result);
		bytes = hb_blob_get_data(small, &small_len);
		buf_add(out, bytes, small_len);
		hb_blob_destroy(small);
		status = buf_failed(out) ? -1 : 0;
	}
	if (status != 0)
		err_memory(err);        /* the fonts are our own and sound: nothing else can go wrong */
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	hb_face_destroy(result);
	hb_face_destroy(face);
	hb_face_destroy(whole);
	hb_blob_destroy(blob);
	return status;
}
