#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/number.h"
#include "viva/buf.h"

void
put_hundredths(struct buf *out, double v)
{
	char text[24], *s = text + sizeof text;         /* from the back; an int64 has 19 digits */
	int64_t n = llround(v * 100);
	uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n, part = left % 100;

	/* By hand: a page has thousands, and printf takes longer than all the rest of it. */
	if (part % 10 != 0)
		*--s = (char)('0' + part % 10);
	if (part != 0) {
		*--s = (char)('0' + part / 10);
		*--s = '.';
	}
	left /= 100;
	do {
		*--s = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (n < 0)
		*--s = '-';
	buf_add(out, s, (size_t)(text + sizeof text - s));
}

void
put_tenths(struct buf *out, double v)
{
	char text[64];
	size_t len, whole;

	/* printf's rounding, so that a page and the terminal agree; what it puts between is the locale's. */
	len = (size_t)snprintf(text, sizeof text, "%.1f", fabs(v) < 0.05 ? 0.0 : v);
	whole = strspn(text, "-0123456789");
	buf_printf(out, "%.*s.%c", (int)whole, text, text[len - 1]);
}
