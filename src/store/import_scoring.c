/* The marks of further raters, as session_json.c wrote them. */
#include <string.h>

#include "store/import.h"
#include "store/scorings.h"
#include "viva/arena.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"

static int
take_event(struct import *im, const struct doc_node *n, struct adopted_scoring *a, struct err *err)
{
	struct event *ev = &a->events[a->event_count];
	const struct doc_node *digest;

	if (n->kind != DOC_OBJECT)
		import_complain(im, n, "", "an event must be an object");
	ev->seq = import_in(im, n, "seq", 1, INT64_MAX);
	ev->kind = import_kind(im, n);
	ev->item = (int)import_in(im, n, "item", -1, SESSION_ITEMS_MAX);
	a->wall_us[a->event_count] = import_time(im, n, "written_at");
	import_numbers(im, n, ev);
	digest = import_take(im, n, "digest", DOC_TEXT, DOC_NULL, "must be hexadecimal digits or null");
	ev->has_digest = digest != NULL && digest->kind == DOC_TEXT;
	if (ev->has_digest)
		import_hex(im, digest, "digest", ev->digest, sizeof ev->digest);
	import_digest(im, n, "chain", a->chains[a->event_count]);
	if (ev->kind == EV_NOTE && import_note(im, n, &a->texts[a->text_count], err) != 0)
		return -1;
	if (ev->kind == EV_NOTE)
		a->texts[a->text_count++].seq = ev->seq;
	a->event_count++;
	return 0;
}

static int
take_events(struct import *im, const struct doc_node *scoring, struct adopted_scoring *a, struct err *err)
{
	const struct doc_node *n = import_take(
	                          im, scoring, "events", DOC_ARRAY, DOC_ARRAY, "must be an array"),
	                      *in;
	size_t count = 0;

	for (in = n != NULL ? n->first : NULL; in != NULL; in = in->next)
		count++;
	a->events = arena_alloc(im->arena, count, sizeof *a->events);
	a->wall_us = arena_alloc(im->arena, count, sizeof *a->wall_us);
	a->chains = arena_alloc(im->arena, count, sizeof *a->chains);
	a->texts = arena_alloc(im->arena, count, sizeof *a->texts);
	if (a->events == NULL || a->wall_us == NULL || a->chains == NULL || a->texts == NULL)
		return err_memory(err);
	for (in = n != NULL ? n->first : NULL; in != NULL && !im->bad; in = in->next)
		if (take_event(im, in, a, err) != 0)
			return -1;
	return 0;
}

static int
import_scoring(struct import *im, const struct doc_node *n, int64_t session, struct err *err)
{
	static const char *const presents[] = { "typed", "yes", "no" };
	struct adopted_scoring a = { .head = { .session = session } };
	struct err why;
	int result;

	if (n->kind != DOC_OBJECT) {
		import_complain(im, n, "", "an object must stand here");
		return -1;
	}
	a.head.id = import_id(im, n, "id");
	a.rater = import_id(im, n, "rater_id");
	a.head.present = (enum present)import_word(im, n, "present", presents, 3);
	a.head.created_us = import_time(im, n, "created_at");
	if (take_events(im, n, &a, err) != 0 || im->bad)
		return -1;
	result = adopt_scoring(im->st, &a, &why);
	if (result == ADOPT_DIFFERS)
		import_complain(im, n, "", "other marks of this rater are here: one of the two was changed or went on");
	else if (result < 0 && (why.status == EXIT_DAMAGED || why.status == EXIT_FINDINGS))
		import_complain(im, n, "these marks cannot be", why.text);
	else if (result < 0)
		return err_set(err, why.status, "%s", why.text);
	return im->bad ? -1 : 0;
}

int
import_scorings(struct import *im, const struct doc_node *session, int64_t id, struct err *err)
{
	const struct doc_node *n = doc_member(session, "scorings"), *in;

	if (n == NULL)
		return 0;
	if (n->kind != DOC_ARRAY)
		import_complain(im, n, "scorings", "must be an array");
	for (in = n->kind == DOC_ARRAY ? n->first : NULL; in != NULL && !im->bad; in = in->next)
		if (import_scoring(im, in, id, err) != 0)
			return -1;
	return im->bad ? -1 : 0;
}
