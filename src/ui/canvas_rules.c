/* Rules and bars: signs repeated. */
#include <string.h>

#include "viva/canvas.h"

static void
put_repeated(struct canvas *c, int row, int column, int columns, enum style style, char sign)
{
	char signs[CANVAS_MAX];

	if (columns <= 0)
		return;
	memset(signs, sign, sizeof(signs));
	canvas_put_bytes(c, row, column, column + columns, style, signs,
	    columns < CANVAS_MAX ? (size_t)columns : CANVAS_MAX);
}

void
canvas_rule(struct canvas *c, int row)
{
	put_repeated(c, row, 0, canvas_columns(c), STYLE_RULE, '-');
}

#define TITLE_AT 2              /* dashes before the words of a rule, and behind them */

void
canvas_rule_titled(struct canvas *c, int row, const char *left, const char *right)
{
	int end = canvas_columns(c) - TITLE_AT - 1, at = TITLE_AT, columns;

	canvas_rule(c, row);
	if (left != NULL) {
		columns = canvas_put_fit(c, row, at + 1, end - at - 1, STYLE_HEADING, left);
		put_repeated(c, row, at, 1, STYLE_RULE, ' ');
		put_repeated(c, row, at + 1 + columns, 1, STYLE_RULE, ' ');
		at += columns + 2;
	}
	if (right == NULL)
		return;
	/* Words at the right give way before those at the left do. */
	columns = canvas_put_right(c, row, at + TITLE_AT, end, STYLE_NORMAL, right);
	if (columns > 0) {
		put_repeated(c, row, end, 1, STYLE_RULE, ' ');
		put_repeated(c, row, end - columns - 1, 1, STYLE_RULE, ' ');
	}
}

void
canvas_bar(struct canvas *c, int row, int column, int columns, int permille, enum style style)
{
	int full;

	permille = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
	full = (int)((long)columns * permille / 1000);
	put_repeated(c, row, column, full, style, '#');
	put_repeated(c, row, column + full, columns - full, STYLE_RULE, '-');
}
