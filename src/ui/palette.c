#include "ui/palette.h"

/* Numbers of the 256-colour cube, with their share of red, green and blue. */
enum {
	SLATE = 63,             /* 5f5fff */
	GREEN = 28,             /* 008700 */
	TEAL = 29,              /* 00875f */
	AMBER = 130,            /* af5f00 */
	CRIMSON = 161,          /* d7005f */
	GREY = 243,             /* 767676 */
	BLACK = 16, WHITE = 231
};

/* Of eight colours only these two are readable on light and on dark. */
enum { RED_OF_8 = 1, MAGENTA_OF_8 = 5, BLACK_OF_8 = 0, WHITE_OF_8 = 7 };

struct entry {
	unsigned mono;          /* attributes where there are fewer than 256 colours */
	int of_8;
	unsigned rich;          /* attributes where there are 256 */
	int of_256;
};

#define OWN PALETTE_OWN

static const struct entry entries[STYLE_COUNT] = {
	[STYLE_NORMAL] = { 0, OWN, 0, OWN },
	[STYLE_BOLD] = { LOOK_BOLD, OWN, LOOK_BOLD, OWN },
	[STYLE_DIM] = { LOOK_DIM, OWN, 0, GREY },
	[STYLE_REVERSE] = { LOOK_REVERSE, OWN, LOOK_REVERSE, OWN },
	[STYLE_CODE] = { LOOK_BOLD, OWN, 0, TEAL },
	[STYLE_EM] = { LOOK_UNDERLINE, OWN, LOOK_UNDERLINE, OWN },
	[STYLE_STRONG] = { LOOK_BOLD, OWN, LOOK_BOLD, OWN },
	[STYLE_LINK] = { LOOK_UNDERLINE, OWN, LOOK_UNDERLINE, SLATE },
	[STYLE_HEADING] = { LOOK_BOLD, OWN, LOOK_BOLD, OWN },
	[STYLE_RULE] = { 0, OWN, 0, GREY },
	[STYLE_KEY] = { LOOK_BOLD, OWN, LOOK_BOLD, SLATE },
	[STYLE_ACCENT] = { LOOK_BOLD, MAGENTA_OF_8, LOOK_BOLD, SLATE },
	[STYLE_GOOD] = { LOOK_BOLD, OWN, LOOK_BOLD, GREEN },
	[STYLE_WARN] = { LOOK_BOLD, MAGENTA_OF_8, LOOK_BOLD, AMBER },
	[STYLE_BAD] = { LOOK_BOLD | LOOK_REVERSE, RED_OF_8, LOOK_BOLD, CRIMSON },
	[STYLE_TITLE] = { LOOK_REVERSE, OWN, LOOK_REVERSE, OWN },
	[STYLE_SELECTED] = { LOOK_REVERSE, OWN, LOOK_REVERSE, OWN },
	/* Without colours the terminal is taken for a dark one. */
	[STYLE_INK] = { LOOK_REVERSE, BLACK_OF_8, 0, BLACK },
};

struct look
palette_look(enum style style, int colors)
{
	const struct entry *e = &entries[style];
	bool ink = style == STYLE_INK;

	if (colors >= 256)
		return (struct look){ e->rich, e->of_256, ink ? WHITE : OWN };
	if (colors >= 8)
		return (struct look){ ink ? 0 : e->mono, e->of_8, ink ? WHITE_OF_8 : OWN };
	return (struct look){ e->mono, OWN, OWN };
}
