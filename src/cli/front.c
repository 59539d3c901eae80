#include "cli/front.h"

#include <stdarg.h>

#include "viva/buf.h"

void
front_say(struct front *f, const char *fmt, ...)
{
	struct buf text;
	va_list ap;

	buf_init(&text);
	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	f->ops->say(f, buf_text(&text));
	buf_finish(&text);
}
