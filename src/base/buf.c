#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "viva/buf.h"

#define FIRST_BYTES 64          /* most of our texts are one line */

void
buf_init(struct buf *b)
{
	memset(b, 0, sizeof(*b));
}

void
buf_finish(struct buf *b)
{
	free(b->data);
	buf_init(b);
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

/* Text and length stay of one mind: both are empty from now on. */
static bool
fail(struct buf *b)
{
	buf_clear(b);
	b->failed = true;
	return false;
}

/* Makes room for `more` bytes and the NUL; false once failed. */
static bool
reserve(struct buf *b, size_t more)
{
	size_t capacity = b->capacity > 0 ? b->capacity : FIRST_BYTES, need;
	char *data;

	if (b->failed)
		return false;
	if (__builtin_add_overflow(b->len, more, &need) || need >= PTRDIFF_MAX)
		return fail(b);
	need++;
	if (need <= b->capacity)
		return true;
	while (capacity < need)
		capacity = capacity <= PTRDIFF_MAX / 2 ? capacity * 2 : need;
	data = realloc(b->data, capacity);
	if (data == NULL)
		return fail(b);
	b->data = data;
	b->capacity = capacity;
	return true;
}

void
buf_add(struct buf *b, const void *data, size_t len)
{
	if (!reserve(b, len))
		return;
	if (len > 0)
		memcpy(b->data + b->len, data, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

void
buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int need;

	if (!reserve(b, FIRST_BYTES))
		return;
	va_copy(again, ap);
	need = vsnprintf(b->data + b->len, b->capacity - b->len, fmt, ap);
	if (need >= 0 && (size_t)need >= b->capacity - b->len && reserve(b, (size_t)need))
		need = vsnprintf(b->data + b->len, b->capacity - b->len, fmt, again);
	va_end(again);
	if (need < 0)
		fail(b);
	if (!b->failed)
		b->len += (size_t)need;
}

bool
buf_failed(const struct buf *b)
{
	return b->failed;
}

const char *
buf_text(const struct buf *b)
{
	return b->failed || b->data == NULL ? "" : b->data;
}

char *
buf_take(struct buf *b, size_t *len)
{
	char *data = NULL;

	if (reserve(b, 0)) {
		data = b->data;
		data[b->len] = '\0';            /* nothing may have been added yet */
		if (len != NULL)
			*len = b->len;
		buf_init(b);
	} else {
		if (len != NULL)
			*len = 0;
		buf_finish(b);
	}
	return data;
}
