/*
 * Server-sent events (HTML living standard, section 9.2): one response for each open page that never
 * ends.  A page that has all news is suspended, so that it costs nothing until there is more.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "serve/helper.h"

#define BLOCK_BYTES 4096

struct stream {
	struct helper *helper;
	struct MHD_Connection *connection;
	struct stream *next;
	bool asleep;
	uint64_t generation;            /* of the view that was sent last; 0: none */
	int64_t sent_ms;
	struct buf out;
	size_t out_taken;
};

/* What the page does not know yet, or nothing. */
static void
compose(struct stream *st)
{
	struct helper *h = st->helper;

	buf_clear(&st->out);
	st->out_taken = 0;
	if (st->generation != h->generation) {
		if (st->generation == 0)
			buf_puts(&st->out, "retry: 1000\n");
		buf_printf(&st->out,
		    "event: view\ndata: {\"remaining_ms\":%" PRId64 ",\"view\":", helper_remaining_ms(h));
		buf_add(&st->out, h->view.data, h->view.len);
		buf_puts(&st->out, "}\n\n");
		st->generation = h->generation;
	} else if (h->now_ms - st->sent_ms >= KEEP_ALIVE_MS) {
		buf_printf(&st->out, "event: clock\ndata: {\"remaining_ms\":%" PRId64 "}\n\n",
		    helper_remaining_ms(h));
	} else {
		return;
	}
	st->sent_ms = h->now_ms;
	h->reached_ms = h->now_ms;
}

static ssize_t
stream_read(void *closure, uint64_t pos, char *room, size_t max)
{
	struct stream *st = closure;
	size_t n;

	(void)pos;
	if (st->out_taken == st->out.len)
		compose(st);
	if (st->helper->closing && st->out_taken == st->out.len)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (buf_failed(&st->out))
		return MHD_CONTENT_READER_END_WITH_ERROR;
	n = st->out.len - st->out_taken;
	if (n == 0) {
		MHD_suspend_connection(st->connection);
		st->asleep = true;
		return 0;
	}
	if (n > max)
		n = max;
	memcpy(room, st->out.data + st->out_taken, n);
	st->out_taken += n;
	return (ssize_t)n;
}

static void
stream_free(void *closure)
{
	struct stream *st = closure, **at = &st->helper->streams;

	while (*at != st)
		at = &(*at)->next;
	*at = st->next;
	st->helper->stream_count--;
	buf_finish(&st->out);
	free(st);
}

struct MHD_Response *
stream_new(struct helper *h, struct MHD_Connection *connection)
{
	struct stream *st = h->stream_count < SERVE_SCREENS_MAX ? calloc(1, sizeof(*st)) : NULL;
	struct MHD_Response *response;

	if (st == NULL)
		return NULL;
	response = MHD_create_response_from_callback(
	    MHD_SIZE_UNKNOWN, BLOCK_BYTES, stream_read, st, stream_free);
	if (response == NULL) {
		free(st);
		return NULL;
	}
	st->helper = h;
	st->connection = connection;
	st->next = h->streams;
	h->streams = st;
	h->stream_count++;
	return response;
}

static void
wake(struct stream *st)
{
	if (!st->asleep)
		return;
	st->asleep = false;
	MHD_resume_connection(st->connection);
}

void
streams_wake(struct helper *h)
{
	for (struct stream *st = h->streams; st != NULL; st = st->next)
		wake(st);
}

int64_t
streams_keep_alive(struct helper *h)
{
	int64_t next = INT64_MAX;

	for (struct stream *st = h->streams; st != NULL; st = st->next) {
		if (st->sent_ms + KEEP_ALIVE_MS <= h->now_ms)
			wake(st);
		else if (st->sent_ms + KEEP_ALIVE_MS < next)
			next = st->sent_ms + KEEP_ALIVE_MS;
	}
	return next;
}
