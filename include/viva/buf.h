#ifndef VIVA_BUF_H
#define VIVA_BUF_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
/*
 * A growing run of bytes, always NUL-terminated.  Failure to grow is sticky: later
 * calls do nothing and buf_failed() is true, so that one check at the end suffices.
 */
struct buf {
	char *data;             /* never NULL after buf_init() unless out of memory: use buf_text() to read */
	size_t len, capacity;
	bool failed;
};

void buf_init(struct buf *b);
void buf_finish(struct buf *b);
void buf_clear(struct buf *b);
void buf_add(struct buf *b, const void *data, size_t len);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
bool buf_failed(const struct buf *b);
/* The text so far, "" if empty or failed.  Borrowed until the next change. */
const char *buf_text(const struct buf *b);
/* Hands the bytes over to the caller, who frees them; the buffer is empty again.  NULL if it failed. */
char *buf_take(struct buf *b, size_t *len);

#endif
