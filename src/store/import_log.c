/* The events of a session or of a rater's marks, as log_json() wrote them. */
#include "store/import.h"
#include "viva/arena.h"
#include "viva/err.h"
#include "viva/session.h"

static int
take_event(struct import *im, const struct doc_node *n, enum log_kind kind, struct adopted_log *log,
    struct err *err)
{
	static const char *const actors[] = { "system", "candidate", "interviewer" };
	struct event_row *row = &log->rows[log->count++];
	struct event *ev = &row->ev;
	const struct doc_node *digest;

	if (n->kind != DOC_OBJECT)
		import_complain(im, n, "", "an event must be an object");
	ev->seq = import_in(im, n, "seq", 1, INT64_MAX);
	ev->kind = import_kind(im, n);
	ev->item = (int)import_in(im, n, "item", -1, SESSION_ITEMS_MAX);
	if (kind == LOG_SESSION)
		ev->at_ms = import_in(im, n, "at_ms", 0, SESSION_CLOCK_MAX_MS);
	row->wall_us = import_time(im, n, "written_at");
	if (kind == LOG_SESSION)
		ev->actor = (enum actor)import_word(im, n, "actor", actors, 3);
	import_numbers(im, n, ev);
	digest = import_take(im, n, "digest", DOC_TEXT, DOC_NULL, "must be hexadecimal digits or null");
	ev->has_digest = digest != NULL && digest->kind == DOC_TEXT;
	if (ev->has_digest)
		import_hex(im, digest, "digest", ev->digest, sizeof ev->digest);
	import_digest(im, n, "chain", row->chain);
	if (ev->kind != EV_NOTE)
		return 0;
	log->texts[log->text_count].seq = ev->seq;
	return import_note(im, n, &log->texts[log->text_count++], err);
}

int
import_log(struct import *im, const struct doc_node *owner, enum log_kind kind, struct adopted_log *out,
    struct err *err)
{
	const struct doc_node *n = import_take(im, owner, "events", DOC_ARRAY, DOC_ARRAY, "must be an array");
	const struct doc_node *first = n != NULL ? n->first : NULL, *in;
	size_t count = 0;

	for (in = first; in != NULL; in = in->next)
		count++;
	*out = (struct adopted_log){ .rows = arena_alloc(im->arena, count, sizeof *out->rows),
		.texts = arena_alloc(im->arena, count, sizeof *out->texts) };
	if (out->rows == NULL || out->texts == NULL)
		return err_memory(err);
	for (in = first; in != NULL && !im->bad; in = in->next)
		if (take_event(im, in, kind, out, err) != 0)
			return -1;
	return 0;
}
