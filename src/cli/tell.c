#include "cli/tell.h"

#include <stdarg.h>
#include <string.h>
#include <sys/ioctl.h>

#include "viva/buf.h"
#include "viva/text.h"

#define INDENT 2                /* of the left part of a pair */
#define BELOW 6                 /* of a right part that stands below its left */
#define BESIDE_MIN 34           /* cells without which a right part is better off below */

int
tell_columns(FILE *f)
{
	struct winsize size;
	int columns = TELL_COLUMNS_DEFAULT;

	if (ioctl(fileno(f), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		columns = size.ws_col;
	return columns < TELL_COLUMNS_MIN ? TELL_COLUMNS_MIN :
	    columns > TELL_COLUMNS_MAX    ? TELL_COLUMNS_MAX :
	    columns;
}

void
tell(FILE *f, int first, int indent, const char *fmt, ...)
{
	struct buf raw, visible, wrapped;
	va_list ap;

	buf_init(&raw);
	buf_init(&visible);
	buf_init(&wrapped);
	va_start(ap, fmt);
	buf_vprintf(&raw, fmt, ap);
	va_end(ap);
	text_visible(&visible, buf_text(&raw), raw.len, false);
	text_wrap(&wrapped, buf_text(&visible), tell_columns(f), first, indent);
	fputs(buf_text(&wrapped), f);
	fputc('\n', f);
	buf_finish(&raw);
	buf_finish(&visible);
	buf_finish(&wrapped);
}

void
tell_pair(FILE *f, const char *left, int width, const char *text)
{
	int used = text_columns(left, strlen(left)), beside = INDENT + width + 1;
	struct buf wrapped;

	if (tell_columns(f) - beside < BESIDE_MIN || used > width) {
		tell(f, INDENT, BELOW, "%s", left);
		tell(f, BELOW, BELOW, "%s", text);
		return;
	}
	buf_init(&wrapped);
	text_wrap(&wrapped, text, tell_columns(f), beside, beside);
	/* The first line's indent is where `left` stands. */
	fprintf(f, "%*s%s%s\n", INDENT, "", left, buf_text(&wrapped) + INDENT + used);
	buf_finish(&wrapped);
}
