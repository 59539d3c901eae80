#ifndef VIVA_UI_EDITOR_MODEL_H
#define VIVA_UI_EDITOR_MODEL_H
#include <stdint.h>
#include "ui/rows.h"
#include "viva/editor.h"
/* What text and undo (editor.c), keys (editor_keys.c) and painting (editor_paint.c) share. */

/* A change that can be taken back: `cut` bytes at `at` became `added`. */
struct change {
	size_t at, cut, added;
	char *bytes;                    /* those cut, then those added */
	size_t cursor;                  /* before it */
	unsigned step;                  /* changes of one step are undone together */
};

/* What the last key did, to know which belong together. */
enum action { DID_OTHER, DID_TYPE, DID_DELETE, DID_KILL, DID_PASTE };

struct pending {
	size_t at, cut, len;
	size_t data;                    /* in pending_data */
};

struct editor {
	char *text;                     /* NUL-terminated */
	size_t len, capacity;
	size_t characters;
	size_t cursor;                  /* a bound of a grapheme cluster where the text allows it */
	int goal;                       /* column that vertical motion keeps; -1: that of the cursor */
	bool quoting;                   /* ^Q was pressed */
	size_t refused;
	bool failed;

	struct change *changes;         /* the first `done` are in the text, the rest can be redone */
	size_t change_count, change_capacity, done;
	size_t change_bytes;
	unsigned step;                  /* of the newest change */
	enum action last;

	struct buf killed;

	struct pending *pending;        /* not fetched; PENDING_MAX of them */
	size_t pending_count, pending_next;
	struct buf pending_data;
	size_t fetched_len;             /* length of the text as the fetched edits left it */
	bool pending_whole;             /* too many: the next edit is the whole text */

	struct rows rows;
	int page_rows;                  /* of the last painting */
	bool above, below;
};

/* Replaces bytes and puts the cursor behind them.  `joins`: as a part of the step before. */
void editor_change(struct editor *e, size_t at, size_t cut, const char *data, size_t len, bool joins);
/* Inserts at the cursor as much as there is room for; sets `refused`.  Returns whether anything changed. */
bool editor_insert(struct editor *e, const char *data, size_t len, bool joins);
bool editor_undo(struct editor *e);
bool editor_redo(struct editor *e);

/* The line of the text around `at`: where it begins, and where its newline or the text's end stands. */
size_t editor_line_start(const struct editor *e, size_t at);
size_t editor_line_end(const struct editor *e, size_t at);

/* Where the cursor goes by so many rows; keeps the goal column. */
size_t editor_vertical(struct editor *e, long rows);
size_t editor_row_home(struct editor *e);
size_t editor_row_end(struct editor *e);

#endif
