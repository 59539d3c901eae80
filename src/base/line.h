#ifndef VIVA_BASE_LINE_H
#define VIVA_BASE_LINE_H
#include <stdarg.h>
#include <stddef.h>
/*
 * Formats a message as one printable line of at most `size - 1` bytes into `out`;
 * a longer one is cut at a character and ends in "...".  `out` may be among the
 * arguments.  -1 when out of memory, with `out` unchanged.
 */
int line_format(char *out, size_t size, const char *fmt, va_list ap)
    __attribute__((format(printf, 3, 0)));

#endif
