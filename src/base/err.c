#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "base/line.h"
#include "viva/err.h"

#define REASON_BYTES 80                 /* the longest strerror() of glibc has 50 */

int
err_memory(struct err *err)
{
	static const char text[] = "out of memory; close other programs and try again";

	if (err != NULL) {
		err->status = EXIT_IO;
		memcpy(err->text, text, sizeof(text));
	}
	return -1;
}

int
err_set(struct err *err, enum exit_status status, const char *fmt, ...)
{
	va_list ap;

	assert(status != EXIT_DONE);
	if (err == NULL)
		return -1;
	va_start(ap, fmt);
	if (line_format(err->text, sizeof(err->text), fmt, ap) == 0)
		err->status = status;
	else
		err_memory(err);
	va_end(ap);
	return -1;
}

int
err_errno(struct err *err, const char *fmt, ...)
{
	const char *reason = strerror(errno);
	char what[ERR_TEXT_BYTES - REASON_BYTES];  /* a long path must not push out the reason */
	va_list ap;
	int formatted;

	if (err == NULL)
		return -1;
	va_start(ap, fmt);
	formatted = line_format(what, sizeof(what), fmt, ap);
	va_end(ap);
	if (formatted != 0)
		return err_memory(err);
	return err_set(err, EXIT_IO, "%s: %s", what, reason);
}
