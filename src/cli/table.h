#ifndef VIVA_CLI_TABLE_H
#define VIVA_CLI_TABLE_H
#include <stdbool.h>
#include <stddef.h>
struct buf;
/*
 * Rows and columns for a person: a table where the screen is wide enough, else a few lines for each
 * row that name what they hold.
 */
#define TABLE_COLUMNS_MAX 16

struct table_column {
	const char *head;
	int width;                      /* cells; a longer text is cut, but in the last column */
	bool right;                     /* numbers stand right */
};

struct table {
	const struct table_column *columns;
	size_t count;
	size_t leading;                 /* columns that name a row: its first line on a narrow screen */
	int screen;                     /* cells of the screen */
};

/* Appends the line of heads; on a narrow screen nothing, for each row names its own. */
void table_head(struct buf *out, const struct table *t);
/* Appends one row; cells pass text_visible(), an empty one is left out of a narrow row. */
void table_row(struct buf *out, const struct table *t, const char *const *cells);

#endif
