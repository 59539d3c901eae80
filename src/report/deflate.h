#ifndef VIVA_REPORT_DEFLATE_H
#define VIVA_REPORT_DEFLATE_H
#include <stddef.h>
struct buf;
/* Appends the bytes as a zlib stream (RFC 1950); `out` fails when out of memory. */
void deflate_add(struct buf *out, const void *data, size_t len);

#endif
