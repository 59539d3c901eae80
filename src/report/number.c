#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
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
	/* First to 0.00001, so that 1.15, whose binary neighbour lies below, rounds as people do. */
	int64_t n = llround(round(v * 1e6) / 1e5);

	buf_printf(out, "%s%" PRId64 ".%" PRId64, n < 0 ? "-" : "", (int64_t)llabs(n) / 10,
	    (int64_t)llabs(n) % 10);
}
