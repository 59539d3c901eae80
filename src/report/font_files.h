#ifndef VIVA_REPORT_FONT_FILES_H
#define VIVA_REPORT_FONT_FILES_H
#include <hb.h>
#include "report/font.h"
/* What font.c knows of the files behind the faces. */
struct fonts {
	hb_font_t *hb[FONT_FILE_COUNT];
	double em[FONT_FILE_COUNT];     /* units */
	struct font_info info[FONT_FILE_COUNT];
	struct glyph blank[FONT_FILE_COUNT];
	hb_buffer_t *buffer;            /* room for shaping, used again */
	struct word_cache *cache;       /* NULL where there was no memory for it */
};

/* Whether the file has the character. */
bool font_file_covers(const struct fonts *f, enum font_file file, uint32_t cp);

#endif
