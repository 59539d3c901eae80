#ifndef VIVA_EDITOR_H
#define VIVA_EDITOR_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/canvas.h"
#include "viva/decode.h"
/*
 * A text of several lines and a cursor in it: what is behind every text field.  Pure.  Keys
 * follow readline; motion is by grapheme cluster; lines are soft-wrapped to the width last
 * painted (80 before).  The text is always valid UTF-8 of at most EDITOR_MAX_BYTES.
 *
 * Out of memory is sticky: nothing changes any more and editor_failed() is true; the text is still there.
 */
#define EDITOR_MAX_BYTES 262144         /* 256 KiB: hours of typing; a rewrap stays under 10 ms */
#define EDITOR_UNDO_BYTES 1048576       /* older steps than that are forgotten, the newest never */

struct editor;

enum editor_result {
	EDITOR_IGNORED,         /* not a key of a text field: the caller's */
	EDITOR_MOVED,           /* cursor or nothing changed, the text not */
	EDITOR_CHANGED,         /* the text changed: journal editor_next_edit() before painting */
	EDITOR_FULL             /* as EDITOR_CHANGED, but editor_refused() bytes did not fit: say so */
};

/* An empty text.  NULL only when out of memory. */
struct editor *editor_new(void);
void editor_free(struct editor *e);
bool editor_failed(const struct editor *e);
/*
 * Another text, cursor at its end, nothing to undo.  What is no UTF-8, and NUL, becomes U+FFFD; CR and
 * CR LF become newlines.  Edits go on from `text` as given: there is one at once if it had to be changed.
 * Returns the number of bytes that were too many, 0 if all fitted.
 */
size_t editor_set(struct editor *e, const char *text, size_t len);
/* As editor_set(), as one step that can be undone and an edit: after $EDITOR. */
enum editor_result editor_replace(struct editor *e, const char *text, size_t len);
/* NUL-terminated; borrowed until the next change. */
const char *editor_text(const struct editor *e, size_t *len);
size_t editor_cursor(const struct editor *e);           /* in bytes */
/* Code points, for "212 characters". */
size_t editor_characters(const struct editor *e);
/* Bytes that the last key did not find room for. */
size_t editor_refused(const struct editor *e);

/*
 * Applies a key or a paste.  Ignored: Enter with Alt, Tab and Shift-Tab, Escape, Insert, and Ctrl and Alt
 * with letters other than these: ^A ^E ^B ^F ^P ^N, arrows, Home, End, Page keys, ^Left ^Right M-b M-f, ^Home
 * ^End M-< M->; ^K ^U ^W ^Y M-d M-Backspace, ^D ^H Delete Backspace; ^_ undo, M-_ redo; ^Q Tab inserts a tab.
 */
enum editor_result editor_key(struct editor *e, const struct key_press *k);

/* ---- the journal ---- */

/* `cut` bytes at `at` were replaced by `len` bytes of `data`. */
struct editor_edit {
	size_t at, cut, len;
	const char *data;       /* borrowed until the next change of the editor */
};

/*
 * The oldest edit not fetched yet, or false: for typing_edit(), before anything is painted.
 * The edits in order turn the text of the last editor_set() into this one.
 */
bool editor_next_edit(struct editor *e, struct editor_edit *out);

/* ---- painting ---- */

/*
 * Paints the text in `pane`, scrolled so that the cursor shows; which part shows depends on text, cursor
 * and size alone.  Places the canvas's cursor if `focused`.
 */
void editor_paint(struct editor *e, struct canvas *c, struct pane pane, bool focused);
/* Rows that the text takes at `columns`, at least 1. */
int editor_rows(struct editor *e, int columns);
/* Whether the last paint left rows out above or below. */
bool editor_more_above(const struct editor *e);
bool editor_more_below(const struct editor *e);

#endif
