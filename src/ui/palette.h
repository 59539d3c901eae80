#ifndef VIVA_UI_PALETTE_H
#define VIVA_UI_PALETTE_H
#include "viva/canvas.h"
/*
 * How styles look.  Nobody can ask a terminal whether it is light or dark, so text has the
 * terminal's own colours or one that stands out from black and from white by 4:1 at least (as WCAG
 * counts contrast).  Backgrounds are set where ink is not text: under a QR code.
 */
enum { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_UNDERLINE = 4, LOOK_REVERSE = 8 };

#define PALETTE_OWN (-1)        /* the terminal's own colour */

struct look {
	unsigned attributes;
	int color;              /* number of the foreground, or PALETTE_OWN */
	int background;         /* likewise */
};

/* For a terminal of `colors` colours: 256, at least 8, or none. */
struct look palette_look(enum style style, int colors);

#endif
