#ifndef VIVA_UI_SCREEN_PARTS_H
#define VIVA_UI_SCREEN_PARTS_H
#include "viva/canvas.h"
#include "viva/keys.h"
#include "viva/passage.h"
#include "viva/screen.h"
/* The parts that the pages of the full screen are made of. */

/* ---- bars (screen_bars.c) ---- */

#define SCREEN_SMALL_ROWS 16            /* below, every row goes to the text */
#define SCREEN_NARROW 64                /* columns below which words are shortened */
#define SCREEN_WIDE 100                 /* columns from which two texts stand side by side */
#define SCREEN_READING_COLUMNS 100      /* longer lines tire the eye */

struct bars { int top, bottom; };       /* the rows between, for the text: top..bottom-1 */
/* "LEFT 03:41 of 05:00", "OVER +00:12", "PAUSED": always a word, never only a colour. */
void screen_clock(struct buf *out, const struct marking_view *v, bool narrow);
/* Title, time, message, what to do, and the keys.  Returns what is left between. */
struct bars screen_bars(struct canvas *c, const struct screen *s);
/* The same for a page that is no question. */
struct bars screen_page_bars(struct canvas *c, const char *title, const char *message, const char *to_do,
    const struct key_line *keys);
struct bars screen_page_room(int rows);
/* How many rows it takes, without painting. */
struct bars screen_room(const struct screen *s, int rows, int columns);
/* Keys with a word each in one row, as many as fit; the last two always. */
void screen_key_row(struct canvas *c, int row, const struct key_line *keys);

/* ---- texts (screen_texts.c), help and map (screen_over.c) ---- */

/* What stands in the body: a text, and where there is room and reason a second one beside it. */
struct texts {
	struct passage *main, *side;    /* side may be NULL */
	const char *title, *side_title;
	bool beside;                    /* side stands beside main; else it has main's columns and stands
					 * above it */
	int chosen_from, chosen_to;     /* lines of the chosen entry in main; empty: none */
};
struct texts screen_texts(const struct screen *s, int columns);
void screen_texts_free(struct texts *t);
struct passage *screen_help(const struct screen *s, int columns);
struct passage *screen_map(const struct screen *s, int columns);
/* Columns of main and side. */
int screen_main_columns(const struct screen *s, int columns);
int screen_side_columns(const struct screen *s, int columns);  /* 0: there is none */

/* ---- marks (screen_marks.c): paragraphs for those who mark ---- */

void screen_add_heading(struct passage *p, const char *text);
void screen_add_answer(struct passage *p, const struct item *it);
/* Fills the lines of the chosen entry. */
void screen_add_marks(struct passage *p, const struct screen *s, int *from, int *to);
void screen_add_scale(struct passage *p, const struct screen *s);
void screen_add_anchors(struct passage *p, const struct screen *s);
void screen_add_result(struct passage *p, const struct screen *s);

/* ---- an interviewer's console (screen_led.c) ---- */

/* Main holds the key, side the question. */
void screen_led_texts(struct texts *t, const struct screen *s);
struct layout { struct pane main, side, editor; };      /* without rows where there is none */
struct layout screen_led_layout(const struct screen *s, const struct texts *t, struct bars b, int columns);
void screen_led_counts(struct buf *out, const struct screen *s);
bool screen_led_audience(struct buf *out, const struct screen_led *led);
void screen_led_status(struct canvas *c, int row, const struct screen *s);

/* ---- the link (screen_link.c) ---- */

/* A page of text, the link above it and the code to its right where there is room; `led` may be NULL. */
void screen_beside_code(struct canvas *c, struct bars b, const char *title, const struct passage *p,
    size_t anchor, const struct screen_led *led);
/* What the text of such a page has on a screen of that size, its rule among the rows. */
int screen_beside_rows(int rows, int columns, const struct screen_led *led);
int screen_beside_columns(int rows, int columns, const struct screen_led *led);
void screen_add_link(struct passage *p, const struct screen_led *led, int columns);

/* ---- a scrolled text (screen_paint.c) ---- */

/* A rule with `title` and which lines show, then the lines.  Does nothing without rows. */
void screen_scrolled(struct canvas *c, struct pane pane, const char *title, const char *right,
    const struct passage *p, size_t anchor);
/* The anchor after `move` in a pane of so many rows, the rule among them. */
size_t screen_moved(const struct passage *p, size_t anchor, int rows, enum screen_move move);

#endif
