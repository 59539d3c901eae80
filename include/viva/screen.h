#ifndef VIVA_SCREEN_H
#define VIVA_SCREEN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/canvas.h"
#include "viva/plain.h"
#include "viva/view.h"
#include "viva/words.h"
struct editor;
/*
 * The full screen as pictures: from a view to a canvas.  Pure: a frame depends on its arguments
 * alone, so that a resize just paints again.  All sizes from 1x1 on are possible; made for 40x12 to
 * 200x60.
 */

struct screen_item {                    /* one position of the form, for the map */
	enum item_state state;
	bool flagged, no_answer;
	int prediction, grade;          /* -1: none yet, or not to be seen yet */
};

enum screen_over { SCREEN_OVER_NONE, SCREEN_OVER_MENU, SCREEN_OVER_HELP, SCREEN_OVER_MAP, SCREEN_OVER_LINK };

/* What an interviewer's console tells beside the question. */
struct screen_led {
	const char *candidate;
	int64_t session_ms;             /* since the beginning, pauses and all */
	int64_t planned_ms;             /* 0: not planned */
	const char *link;               /* to the candidate's page, or NULL: none is served */
	const char *code;               /* it as a QR code, dark cells inked, or NULL: no other device opens
					 * it */
	int screens, terminals;         /* pages open, and `viva watch` */
	int64_t reached_ms;             /* a page was reached so long ago; below 0: never */
};

/*
 * The laid-out text of the last frame, kept so that a second of the clock does not lay out an answer of many
 * pages again.  Whoever changes anything in the view but its clock, or a text, forgets it.
 */
struct screen_kept;
struct screen_kept *screen_kept_new(void);      /* NULL only when out of memory */
void screen_kept_free(struct screen_kept *k);
void screen_forget(struct screen_kept *k);

struct screen {
	/* What there is to show; all borrowed. */
	struct marking_view view;
	const char *title;              /* the blueprint's */
	enum mode mode;
	const struct review_page *review;       /* an ended session is read again: see words.h; else NULL */
	const struct screen_item *items;
	size_t item_count;
	const struct screen_led *led;           /* a console, or NULL */
	const struct own_text *texts;           /* oldest first */
	size_t text_count;
	struct editor *editor;          /* of the text being written, or NULL */
	enum note_kind writing;
	bool writing_private;
	bool writing_message;           /* it is a line for the candidate's screen */
	const char *message;            /* what was said last, "" for nothing */
	bool warns;                     /* the message is a warning */
	int64_t asked_gap_ms;           /* above 0: shall this gap count? */
	struct screen_kept *kept;       /* or NULL: nothing is kept */

	/* How the person looks at it. */
	enum screen_over over;
	bool aside;                     /* keys that scroll go to the second text, or to the question while
					 * writing */
	size_t anchor, aside_anchor;    /* where the texts begin, as in passage.h */
	size_t over_anchor;
	int chosen;                     /* to mark: key point, or key point count + mistake; -1: none yet */
};

void screen_paint(struct canvas *c, const struct screen *s);

enum screen_move { SCREEN_UP, SCREEN_DOWN, SCREEN_PAGE_UP, SCREEN_PAGE_DOWN, SCREEN_HOME, SCREEN_END };
/* Scrolls what the keys go to, as it is laid out on `rows` x `columns`. */
void screen_scroll(struct screen *s, int rows, int columns, enum screen_move move);
/* Chooses another line to mark, `by` further, and scrolls so that it shows. */
void screen_choose(struct screen *s, int rows, int columns, int by);

/* Whether key points and mistakes can be marked now, line by line. */
bool screen_marking(const struct screen *s);

/* The page before a session; `message` may be "", `led` is NULL before a solo one. */
void screen_opening(struct canvas *c, const struct plain_opening *o, const struct screen_led *led,
    const char *message, size_t anchor);
/* After a led session: `said`, a paragraph for each line with what is asked last, and the field for it. */
void screen_asking(struct canvas *c, const char *said, struct editor *line);
struct screen_closing {
	const struct record *record;
	const struct session_stats *stats;
	const char *const *steps;
	size_t step_count;
	const char *report;             /* a line about the report */
};
/* The page after it. */
void screen_closing(struct canvas *c, const struct screen_closing *o, size_t anchor);
/* The anchor after scrolling either page. */
size_t screen_opening_scroll(const struct plain_opening *o, const struct screen_led *led, int rows,
    int columns, size_t anchor, enum screen_move move);
size_t screen_closing_scroll(
    const struct screen_closing *o, int rows, int columns, size_t anchor, enum screen_move move);

/* ---- the candidate's screen in a second terminal ---- */

struct screen_watch {
	const struct candidate_view *view;      /* NULL: nothing was told yet */
	struct clock_view clock;                /* as it stands now */
	const char *message;                    /* of the interviewer, or "" */
	const char *said;                       /* of viva itself, or "" */
	size_t anchor;
};
void screen_watch(struct canvas *c, const struct screen_watch *w);
/* The anchor after scrolling. */
size_t screen_watch_scroll(const struct screen_watch *w, int rows, int columns, enum screen_move move);

#endif
