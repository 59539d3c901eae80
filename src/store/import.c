/*
 * Reads what export.c wrote.  People, snapshots and events come in; items, ratings and notes are
 * made from the events.  What is wrong is named with its place, and then nothing of the file came in.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/adopt.h"
#include "store/db.h"
#include "store/import.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"
#include "viva/text.h"

/* ---- people and snapshots ---- */

static int
import_person(struct import *im, const struct doc_node *n, struct err *err)
{
	int64_t id = import_id(im, n, "id");
	struct person_row row = {
		.created_us = import_time(im, n, "created_at"), .name = import_text(im, n, "name"),
		.goal = import_has(n, "goal") ? (int)import_in(im, n, "goal", 0, GRADE_MAX) : PERSON_NO_GOAL,
		.extra_time_permille = import_has(n, "extra_time_permille") ? (int)import_in(im, n, "extra_time_permille",
		    SESSION_EXTRA_TIME_MIN, SESSION_EXTRA_TIME_MAX) : PERSON_NO_EXTRA_TIME,
	};
	struct buf clean;
	int rc;

	if (im->bad)
		return -1;
	buf_init(&clean);
	rc = store_check_name(row.name, &clean, err);
	buf_finish(&clean);
	if (rc != 0 && err->status == EXIT_FINDINGS)
		import_complain(im, doc_member(n, "name"), "name", err->text);
	if (rc != 0)
		return -1;
	return adopt_person(im->st, id, &row, im->result->renamed, err) < 0 ? -1 : 0;
}

/* Once everyone is there. */
static int
import_same_as(struct import *im, const struct doc_node *n, struct err *err)
{
	int result;

	if (!import_has(n, "same_as"))
		return 0;
	result = adopt_same_as(im->st, import_id(im, n, "id"), import_id(im, n, "same_as"), err);
	if (result == ADOPT_DIFFERS)
		import_complain(
		    im, doc_member(n, "same_as"), "same_as", "is nobody that this entry could be");
	return im->bad || result < 0 ? -1 : 0;
}

static int
import_snapshot(struct import *im, const struct doc_node *n, struct err *err)
{
	const struct doc_node *body = import_take(im, n, "body", DOC_TEXT, DOC_TEXT, "must be a text");
	uint8_t sha256[DIGEST_BYTES] = { 0 };

	import_digest(im, n, "sha256", sha256);
	if (im->bad)
		return -1;
	return adopt_snapshot(im->st, sha256, body->text, body->len, err);
}

/* ---- sessions ---- */

static void
take_head(struct import *im, const struct doc_node *n, struct adoptee *a)
{
	static const char *const modes[] = { "solo", "led" }, *const reviews[] = { "each", "end" };
	struct session_head *h = &a->head;
	const struct doc_node *interviewer = doc_member(n, "interviewer_id");

	h->id = import_id(im, n, "id");
	h->number = import_in(im, n, "number", 1, ADOPT_NUMBER_MAX);
	h->mode = (enum mode)import_word(im, n, "mode", modes, 2);
	h->review = (enum review)import_word(im, n, "review", reviews, 2);
	h->flags = import_bool(im, n, "strict") ? SESSION_STRICT : 0;
	h->flags |= import_bool(im, n, "clock_hidden") ? SESSION_HIDE_CLOCK : 0;
	h->flags |= import_bool(im, n, "follow_ups") ? 0 : SESSION_FOLLOW_UPS_OFF;
	h->extra_time_permille = (int)import_in(im, n, "extra_time_permille", SESSION_EXTRA_TIME_MIN,
	    SESSION_EXTRA_TIME_MAX);
	a->candidate = import_id(im, n, "candidate_id");
	if (interviewer == NULL || interviewer->kind != DOC_NULL)
		a->interviewer = import_id(im, n, "interviewer_id");
	h->bank_id = import_text(im, n, "bank");
	h->bank_version = import_text(im, n, "bank_version");
	h->bank_title = import_text(im, n, "bank_title");
	import_digest(im, n, "bank_sha256", h->bank_sha256);
	h->blueprint = import_text(im, n, "blueprint");
	h->blueprint_title = import_text(im, n, "blueprint_title");
	h->seed = import_decimal(im, n, "seed", UINT64_MAX);
	h->created_us = import_time(im, n, "started_at");
	h->utc_offset_min = (int)import_in(im, n, "utc_offset_min", -24 * 60, 24 * 60);
}

/* Names the first event that does not follow from those before it. */
static void
check_chain(struct import *im, const struct doc_node *session, const struct adoptee *a)
{
	const struct doc_node *events = doc_member(session, "events"), *in = events->first;
	size_t good = adoptee_good_events(a);
	uint8_t last[DIGEST_BYTES] = { 0 };

	if (a->log.count == 0) {
		import_complain(im, events, "events", "must not be empty");
		return;
	}
	if (good == a->log.count) {
		import_digest(im, session, "chain", last);
		if (!im->bad && memcmp(last, a->log.rows[good - 1].chain, sizeof last) != 0)
			import_complain(
			    im, doc_member(session, "chain"), "chain", "is not that of the last event");
		return;
	}
	for (size_t i = 0; i < good; i++)
		in = in->next;
	import_complain(im, in, "", "this event does not fit the chain: it, one before it or the head of the session "
	    "was changed");
}

static int
import_session(struct import *im, const struct doc_node *n, struct err *err)
{
	struct adoptee a = { 0 };
	struct err why;
	int result;

	take_head(im, n, &a);
	if (import_log(im, n, LOG_SESSION, &a.log, err) != 0)
		return -1;
	if (!im->bad)
		check_chain(im, n, &a);
	if (im->bad)
		return -1;
	result = adopt_session(im->st, &a, &why);
	if (result == ADOPT_DIFFERS)
		import_complain(im, n, "", "another session with this id is here: one of the two was changed or went on");
	else if (result < 0 && (why.status == EXIT_DAMAGED || why.status == EXIT_FINDINGS))
		import_complain(im, n, "this session cannot be", why.text);
	else if (result < 0)
		return err_set(err, why.status, "%s", why.text);
	im->result->added += result == 0;
	im->result->known += result == ADOPT_KNOWN;
	return im->bad ? -1 : import_scorings(im, n, a.head.id, err);
}

/* ---- the document ---- */

/* Hands every element of the array at `at` to `add`; an element is released before the next is read. */
static int
import_array(struct import *im, size_t at, int (*add)(struct import *, const struct doc_node *, struct err *),
    struct err *err)
{
	int found = doc_array(&im->doc, at, err) == 0 ? 1 : -1;

	for (bool first = true; found > 0; first = false) {
		const struct doc_node *n;
		struct err why = { 0 };

		im->arena = arena_new();
		if (im->arena == NULL)
			return err_memory(err);
		found = doc_element(&im->doc, first, im->arena, &n, err);
		if (found > 0 && n->kind != DOC_OBJECT)
			import_complain(im, n, "", "an object must stand here");
		if (found > 0 && (im->bad || add(im, n, &why) != 0)) {
			/* What is wrong with the content has a place; the rest is none of the file's. */
			if (!im->bad && why.status == EXIT_FINDINGS)
				import_complain(im, n, "", why.text);
			else if (!im->bad)
				err_set(err, why.status, "%s", why.text);
			found = -1;
		}
		arena_free(im->arena);
	}
	return found;
}

/* The single value at `at`. */
static int
read_single(struct import *im, size_t at, struct doc_node *out, struct err *err)
{
	const struct doc_node *n;
	int result = -1;

	im->arena = arena_new();
	if (im->arena == NULL)
		return err_memory(err);
	if (doc_read(&im->doc, at, im->arena, &n, err) == 0) {
		*out = *n;
		if (n->kind == DOC_TEXT && strcmp(n->text, "viva-records") != 0)
			import_complain(
			    im, n, "format", "must be \"viva-records\": this is no export of viva");
		out->text = NULL;
		result = 0;
	}
	arena_free(im->arena);
	return result;
}

enum { AT_FORMAT, AT_VERSION, AT_PEOPLE, AT_SNAPSHOTS, AT_SESSIONS, AT_COUNT };

/* Is it ours at all?  Fills where its parts are. */
static int
find_parts(struct import *im, size_t at[AT_COUNT], struct err *err)
{
	static const char *const names[AT_COUNT] = { "format", "version", "people", "snapshots", "sessions" };
	const struct doc_node root = { 0 };
	struct doc_node format, version;

	if (doc_find_members(&im->doc, names, at, AT_COUNT, err) != 0)
		return -1;
	for (size_t i = 0; i < AT_COUNT; i++)
		if (at[i] == SIZE_MAX)
			import_complain(im, &root, names[i], "is missing: this is no export of viva");
	if (im->bad)
		return -1;
	if (read_single(im, at[AT_FORMAT], &format, err) != 0 ||
	    read_single(im, at[AT_VERSION], &version, err) != 0)
		return -1;
	if (format.kind != DOC_TEXT)
		import_complain(im, &format, "format", "must be a text");
	if (version.kind != DOC_INTEGER || version.integer < 1)
		import_complain(im, &version, "version", "must be a whole number");
	if (!im->bad && version.integer > STORE_EXPORT_VERSION)
		return err_set(err, EXIT_NEWER, "%s has version %" PRId64 " of the format; this viva knows versions "
		    "up to %d: install the newer viva", im->doc.diags->path, version.integer, STORE_EXPORT_VERSION);
	return 0;
}

static int
import_in_transaction(struct import *im, struct err *err)
{
	size_t at[AT_COUNT];

	if (find_parts(im, at, err) != 0 || im->bad)
		return -1;
	return import_array(im, at[AT_PEOPLE], import_person, err) != 0 ||
	    import_array(im, at[AT_PEOPLE], import_same_as, err) != 0 ||
	    import_array(im, at[AT_SNAPSHOTS], import_snapshot, err) != 0 ||
	    import_array(im, at[AT_SESSIONS], import_session, err) != 0 ? -1 : 0;
}

int
store_import_json(struct store *st, const char *data, size_t len, struct diags *diags,
    struct store_import *result, struct err *err)
{
	struct import im = { .st = st, .result = result };
	int rc;

	result->added = result->known = 0;
	doc_init(&im.doc, data, len, diags);
	if (db_begin_write(st, err) != 0)
		return -1;
	rc = import_in_transaction(&im, err);
	if (rc == 0 && buf_failed(result->renamed))
		rc = err_memory(err);
	rc = db_end(st, rc, err);
	if (rc != 0 && diags->error_count > 0)
		err_set(err, EXIT_FINDINGS, "%s was not imported: nothing was changed", diags->path);
	return rc;
}
