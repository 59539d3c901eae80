#ifndef VIVA_REPORT_DEFLATE_H
#define VIVA_REPORT_DEFLATE_H
#include <stddef.h>
struct buf;
/* Compresses one stream after another; what it works in is large, so that all of a file share one. */
struct deflater;

/* NULL only when out of memory. */
struct deflater *deflater_new(void);
void deflater_free(struct deflater *d);
/* Appends the bytes as a zlib stream (RFC 1950); `out` fails when out of memory. */
void deflater_add(struct deflater *d, struct buf *out, const void *data, size_t len);

#endif
