#ifndef VIVA_BUF_H
#define VIVA_BUF_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
/*
 * A growing run of bytes, always NUL-terminated.  Failure to grow is sticky: it is empty from then
 * on, later calls do nothing and buf_failed() is true, so that one check at the end suffices.
 */
struct buf {
	char *data;             /* NULL while nothing was added: use buf_text() to read */
	size_t len, capacity;
	bool failed;
};

/* All zero bytes are an empty buffer too. */
void buf_init(struct buf *b);
void buf_finish(struct buf *b);
/* Empties it and keeps the memory; a failure stays. */
void buf_clear(struct buf *b);
/* `data` must not lie inside `b`. */
void buf_add(struct buf *b, const void *data, size_t len);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
bool buf_failed(const struct buf *b);
/* The text so far, up to the first NUL added; "" if empty or failed.  Borrowed until the next change. */
const char *buf_text(const struct buf *b);
/*
 * Hands the bytes over to the caller, who frees them; the buffer is empty again and needs no
 * buf_finish().  `len` may be NULL.  NULL if it failed.
 */
char *buf_take(struct buf *b, size_t *len);

#endif
