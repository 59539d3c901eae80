#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/haru.h"
#include "report/subset.h"
#include "viva/buf.h"
#include "viva/err.h"

/* "QWERTY+Lato-Bold": six letters that tell this subset from others, from its glyphs (FNV-1a). */
static void
subset_name(char name[HPDF_LIMIT_MAX_NAME_LEN + 1], const struct pdf_font *font, const char *face)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < font->count; i++)
		hash = (hash ^ font->codes[i].glyph) * 1099511628211u;
	for (int i = 0; i < 6; i++, hash /= 26)
		name[i] = (char)('A' + hash % 26);
	name[6] = '+';
	snprintf(name + 7, HPDF_LIMIT_MAX_NAME_LEN + 1 - 7, "%s", face);
}

static HPDF_Dict
new_descriptor(struct writer *w, const struct font_info *info, const char *name, struct buf *program)
{
	enum { FIXED_PITCH = 1, SYMBOLIC = 4, STEM_REGULAR = 80, STEM_BOLD = 140 };
	HPDF_Dict d = haru_new_dict(w);
	HPDF_Array box;
	char length[32];

	haru_name(w, d, "Type", "FontDescriptor");
	haru_name(w, d, "FontName", name);
	haru_integer(w, d, "Flags", SYMBOLIC | (info->fixed_width ? FIXED_PITCH : 0));
	box = haru_array(w, d, "FontBBox");
	for (int i = 0; i < 4; i++)
		haru_append_number(w, box, info->box[i]);
	haru_integer(w, d, "ItalicAngle", 0);
	haru_integer(w, d, "Ascent", info->ascent);
	haru_integer(w, d, "Descent", info->descent);
	haru_integer(w, d, "CapHeight", info->cap_height);
	haru_integer(w, d, "StemV", info->bold ? STEM_BOLD : STEM_REGULAR);
	snprintf(length, sizeof length, "/Length1 %zu", program->len);
	haru_put(w, d, "FontFile2", haru_new_stream(w, length, program, true));
	return d;
}

static HPDF_Dict
new_cid_font(struct writer *w, enum font_file file, const char *name, struct buf *program,
    struct buf *code_to_glyph)
{
	const struct pdf_font *font = &w->plan->fonts[file];
	const struct fonts *fonts = w->plan->dl->fonts;
	HPDF_Dict d = haru_new_dict(w), system;
	HPDF_Array ranges, widths;

	haru_name(w, d, "Type", "Font");
	haru_name(w, d, "Subtype", "CIDFontType2");
	haru_name(w, d, "BaseFont", name);
	system = haru_dict(w, d, "CIDSystemInfo");
	haru_put(w, system, "Registry", HPDF_String_New(w->doc->mmgr, "Adobe", NULL));
	haru_put(w, system, "Ordering", HPDF_String_New(w->doc->mmgr, "Identity", NULL));
	haru_integer(w, system, "Supplement", 0);
	haru_put(w, d, "FontDescriptor", new_descriptor(w, font_info(fonts, file), name, program));
	ranges = haru_array(w, d, "W");
	haru_append_number(w, ranges, 1);
	widths = HPDF_Array_New(w->doc->mmgr);
	for (size_t i = 0; i < font->count && widths != NULL; i++)
		haru_append_real(w, widths, 1000 * font->codes[i].advance);
	haru_append(w, ranges, widths);
	haru_put(w, d, "CIDToGIDMap", haru_new_stream(w, "", code_to_glyph, true));
	return d;
}

static int
build_font(struct writer *w, enum font_file file)
{
	const struct pdf_font *font = &w->plan->fonts[file];
	char name[HPDF_LIMIT_MAX_NAME_LEN + 1];
	uint16_t *ids = calloc(font->count, sizeof *ids), *new_ids = calloc(font->count, sizeof *new_ids);
	struct buf program, code_to_glyph, to_unicode;
	int status = -1;

	buf_init(&program);
	buf_init(&code_to_glyph);
	buf_init(&to_unicode);
	if (ids == NULL || new_ids == NULL) {
		err_memory(w->err);
		goto out;
	}
	for (size_t i = 0; i < font->count; i++)
		ids[i] = font->codes[i].glyph;
	if (font_subset(&program, file, ids, font->count, new_ids, w->err) != 0)
		goto out;
	buf_add(&code_to_glyph, "\0\0", 2);
	for (size_t i = 0; i < font->count; i++) {
		buf_putc(&code_to_glyph, (char)(new_ids[i] >> 8));
		buf_putc(&code_to_glyph, (char)(new_ids[i] & 0xFF));
	}
	pdf_put_to_unicode(&to_unicode, font);
	if (buf_failed(&program) || buf_failed(&code_to_glyph) || buf_failed(&to_unicode)) {
		err_memory(w->err);
		goto out;
	}
	subset_name(name, font, font_info(w->plan->dl->fonts, file)->name);
	w->fonts[file] = haru_new_dict(w);
	haru_name(w, w->fonts[file], "Type", "Font");
	haru_name(w, w->fonts[file], "Subtype", "Type0");
	haru_name(w, w->fonts[file], "BaseFont", name);
	haru_name(w, w->fonts[file], "Encoding", "Identity-H");
	haru_append(w, haru_array(w, w->fonts[file], "DescendantFonts"),
	    new_cid_font(w, file, name, &program, &code_to_glyph));
	haru_put(w, w->fonts[file], "ToUnicode", haru_new_stream(w, "", &to_unicode, true));
	status = 0;
out:
	free(ids);
	free(new_ids);
	buf_finish(&program);
	buf_finish(&code_to_glyph);
	buf_finish(&to_unicode);
	return status;
}

int
haru_fonts(struct writer *w)
{
	for (int i = 0; i < FONT_FILE_COUNT; i++)
		if (w->plan->fonts[i].count > 0 && build_font(w, (enum font_file)i) != 0)
			return -1;
	return 0;
}
