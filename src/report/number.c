#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/number.h"
#include "viva/buf.h"

void
put_hundredths(struct buf *out, double v)
{
	int64_t n = llround(v * 100), part = llabs(n) % 100;

	buf_printf(out, "%s%" PRId64, n < 0 ? "-" : "", (int64_t)llabs(n) / 100);
	if (part == 0)
		return;
	if (part % 10 == 0)
		buf_printf(out, ".%" PRId64, part / 10);
	else
		buf_printf(out, ".%02" PRId64, part);
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
