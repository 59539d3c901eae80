#include <hb-subset.h>
#include <hb.h>
#include "report/subset.h"
#include "viva/buf.h"
#include "viva/err.h"

static hb_subset_input_t *
subset_input(const uint16_t *ids, size_t count)
{
	static const hb_tag_t dropped[] = {     /* a PDF has its own cmap, and layout is done */
		HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
		HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
		HB_TAG('c', 'm', 'a', 'p'), HB_TAG('O', 'S', '/', '2'), HB_TAG('g', 'a', 's', 'p'),
		HB_TAG('D', 'S', 'I', 'G'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('h', 'd', 'm', 'x'),
		HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
	};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs, *drop;

	if (input == NULL)
		return NULL;
	glyphs = hb_subset_input_glyph_set(input);
	drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	hb_set_add(glyphs, 0);
	for (size_t i = 0; i < count; i++)
		hb_set_add(glyphs, ids[i]);
	for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++)
		hb_set_add(drop, dropped[i]);
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
	hb_face_t *face = hb_face_create(blob, 0), *result = NULL;
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
	hb_blob_destroy(blob);
	return status;
}
