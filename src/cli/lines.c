#include "cli/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define READ_BYTES 65536

void
lines_init(struct lines *l, int fd)
{
	memset(l, 0, sizeof(*l));
	l->fd = fd;
	l->cap = LINE_MAX_BYTES;
	buf_init(&l->pending);
}

void
lines_finish(struct lines *l)
{
	buf_finish(&l->pending);
}

/* Keeps the bytes of one unfinished line within the cap, counting the rest. */
static void
add_capped(struct lines *l, const char *data, size_t len)
{
	while (len > 0) {
		const char *newline = memchr(data, '\n', len);
		size_t part = newline != NULL ? (size_t)(newline - data) : len;
		const char *last = l->pending.len > l->taken ? memrchr(l->pending.data + l->taken, '\n',
		    l->pending.len - l->taken) : NULL;
		size_t open = last != NULL ? (size_t)(l->pending.data + l->pending.len - last - 1) :
		    l->pending.len - l->taken;
		size_t room = open < l->cap ? l->cap - open : 0;

		buf_add(&l->pending, data, part < room ? part : room);
		l->over += part > room ? part - room : 0;
		if (newline != NULL)
			buf_putc(&l->pending, '\n');
		data += part + (newline != NULL);
		len -= part + (newline != NULL);
	}
}

void
lines_fill(struct lines *l)
{
	char room[READ_BYTES];
	ssize_t n = read(l->fd, room, sizeof(room));

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n <= 0) {
		l->ended = true;
		return;
	}
	if (l->taken > 0) {
		memmove(l->pending.data, l->pending.data + l->taken, l->pending.len - l->taken);
		l->pending.len -= l->taken;
		l->taken = 0;
	}
	add_capped(l, room, (size_t)n);
}

enum line_state
lines_next(struct lines *l, const char **line, size_t *len, size_t *over)
{
	size_t left = l->pending.len - l->taken;
	const char *start = left > 0 ? l->pending.data + l->taken : "",
	           *newline = left > 0 ? memchr(start, '\n', left) : NULL;

	if (newline == NULL && !l->ended)
		return LINE_NONE;
	if (newline == NULL && left == 0)
		return LINE_END;
	*line = start;
	*len = newline != NULL ? (size_t)(newline - start) : left;
	*over = *len == l->cap ? l->over : 0;
	if (*over > 0)
		l->over = 0;
	l->taken += *len + (newline != NULL);
	return LINE_READY;
}
