#ifndef VIVA_UI_ROWS_H
#define VIVA_UI_ROWS_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/buf.h"
/*
 * Soft wrap of a text that is edited: nothing is left out, blanks at the end of a row hang
 * beyond the edge.  An edit wraps from shortly before it to where a row begins as before, and moves the rest.
 */
struct row {
	size_t start;           /* in bytes; the row ends where the next begins */
	bool first;             /* begins a line of the text */
};

struct rows {
	struct row *v;          /* at least one once wrapped */
	size_t count, capacity;
	int columns;            /* 0: not wrapped yet */
	struct buf scratch;
	bool failed;            /* no memory: rows are old */
};

#define TAB_COLUMNS 4           /* in a text field */

void rows_finish(struct rows *r);
void rows_wrap(struct rows *r, const char *text, size_t len, int columns);
/* After `cut` bytes at `at` were replaced by `added`; `text` is the new one. */
void rows_edit(struct rows *r, const char *text, size_t len, size_t at, size_t cut, size_t added);
/* The row that byte `at` stands in; the end of the text stands in the last. */
size_t rows_find(const struct rows *r, size_t at);
/* Cells of a grapheme cluster that begins in column `at` of its row. */
int rows_cluster_columns(struct rows *r, const char *cluster, size_t len, int at);

#endif
