#ifndef VIVA_REPORT_FONT_H
#define VIVA_REPORT_FONT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/display_list.h"
/*
 * The linked-in typefaces: which characters they have, how wide a text is, which glyphs draw it.
 * A face of the display list is a chain of font files; each character is taken from the first
 * that has it, together with the marks that follow.  Kerning, mark placement and Arabic joining
 * are HarfBuzz's; ligatures are off, so that every glyph stands for its own characters, but for
 * those that Arabic cannot do without.
 */
enum font_file {
	FONT_LATO_REGULAR, FONT_LATO_SEMIBOLD, FONT_LATO_BOLD,
	FONT_DEJAVU_SANS, FONT_DEJAVU_SANS_BOLD, FONT_DEJAVU_SANS_MONO,
	FONT_WQY_MICROHEI, FONT_FILE_COUNT
};

struct font_info {              /* as the file itself says */
	const char *name;               /* PostScript name */
	int ascent, descent, cap_height;        /* thousandths of the em; descent is negative */
	int box[4];                     /* left, bottom, right, top of all glyphs */
	bool fixed_width, bold;
};

struct glyph {
	enum font_file file;
	uint16_t id;
	double advance, dx, dy;         /* in ems */
	/* The bytes of the text it stands for; length 0: those of the glyph before. */
	uint32_t start, length;
};

struct shaped {
	struct glyph *v;                /* left to right as drawn */
	size_t count, capacity;
	double width;                   /* sum of the advances, in ems */
	double left, right, top, bottom;        /* of the ink, in ems, y up; all 0 where there is none */
};

struct fonts;

/* NULL only when out of memory. */
struct fonts *fonts_new(void);
void fonts_free(struct fonts *f);
/* Borrowed from `f`. */
const struct font_info *font_info(const struct fonts *f, enum font_file file);
/* The bytes of the font file; they live as long as the program. */
const void *font_data(enum font_file file, size_t *len);

/* Whether the character is a mark upon the one before it. */
bool font_is_mark(uint32_t cp);
/* Whether some file of the chain has the character. */
bool font_covers(const struct fonts *f, enum face face, uint32_t cp);
/*
 * Fills `out`, whose room is used again; -1 when out of memory.  Release with shaped_finish().
 * `levels` has the embedding level of each byte (bidi.h); NULL: all runs to the right.
 */
int font_shape(const struct fonts *f, enum face face, const char *text, const uint8_t *levels,
    struct shaped *out);
void shaped_finish(struct shaped *s);
/* The advance that the file itself gives a glyph, in ems: what PDF calls its width. */
double font_advance(const struct fonts *f, enum font_file file, uint16_t id);
/* Width in points, or -1 when out of memory. */
double font_width(const struct fonts *f, enum face face, double size, const char *text,
    const uint8_t *levels);

#endif
