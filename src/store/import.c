/*
 * Reads what export.c wrote.  People, snapshots and events come in; items, ratings and notes are
 * made from the events.  What is wrong is named with its place, and then nothing of the file came in.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/adopt.h"
#include "store/chain.h"
#include "store/db.h"
#include "store/doc.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"
#include "viva/text.h"

struct import {
	struct store *st;
	struct doc doc;
	struct arena *arena;            /* of the current record */
	bool bad;                       /* a diagnostic was given: the rest of the record means nothing */
	struct store_import *result;
};

/* ---- values: the first that is wrong is named, all later ones are passed over ---- */

static void
complain(struct import *im, const struct doc_node *n, const char *name, const char *what)
{
	if (!im->bad)
		diag_error(im->doc.diags, doc_place(&im->doc, n->at), "%s%s%s", name, *name != '\0' ? ": " : "",
		    what);
	im->bad = true;
}

/* A value of one of two kinds, or NULL. */
static const struct doc_node *
take(struct import *im, const struct doc_node *object, const char *name, enum doc_kind a, enum doc_kind b,
    const char *what)
{
	const struct doc_node *n = doc_member(object, name);

	if (n == NULL)
		complain(im, object, name, "is missing");
	else if (n->kind != a && n->kind != b)
		complain(im, n, name, what);
	else
		return n;
	return NULL;
}

static const char *
take_text(struct import *im, const struct doc_node *object, const char *name)
{
	const struct doc_node *n = take(im, object, name, DOC_TEXT, DOC_TEXT, "must be a text");

	if (n != NULL && n->len > STORE_TEXT_MAX_BYTES)
		complain(im, n, name, "is too long");
	return n != NULL ? n->text : "";
}

static int64_t
take_in(struct import *im, const struct doc_node *object, const char *name, int64_t min, int64_t max)
{
	const struct doc_node *n = take(im, object, name, DOC_INTEGER, DOC_INTEGER, "must be a whole number");

	if (n == NULL)
		return min;
	if (n->integer >= min && n->integer <= max)
		return n->integer;
	complain(im, n, name, "is out of range");
	return min;
}

static bool
take_bool(struct import *im, const struct doc_node *object, const char *name)
{
	const struct doc_node *n = take(im, object, name, DOC_FALSE, DOC_TRUE, "must be true or false");

	return n != NULL && n->kind == DOC_TRUE;
}

/* A number in a text, as ids and seeds are written. */
static uint64_t
take_decimal(struct import *im, const struct doc_node *object, const char *name, uint64_t max)
{
	const struct doc_node *n = take(im, object, name, DOC_TEXT, DOC_TEXT, "must be a number in quotes");
	uint64_t value = 0;
	bool good = n != NULL && n->len > 0 && (n->text[0] != '0' || n->len == 1);

	for (size_t i = 0; good && i < n->len; i++)
		good = n->text[i] >= '0' && n->text[i] <= '9' && !__builtin_mul_overflow(value, 10, &value) &&
		    !__builtin_add_overflow(value, (uint64_t)(n->text[i] - '0'), &value);
	if (n != NULL && (!good || value > max))
		complain(im, n, name, "must be a number in quotes");
	return good && value <= max ? value : 0;
}

static int64_t
take_id(struct import *im, const struct doc_node *object, const char *name)
{
	int64_t id = (int64_t)take_decimal(im, object, name, INT64_MAX);
	const struct doc_node *n = doc_member(object, name);

	if (n != NULL && id == 0)
		complain(im, n, name, "must be an id");
	return id;
}

static int
hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
take_hex(struct import *im, const struct doc_node *n, const char *name, uint8_t *out, size_t len)
{
	bool good = n->len == 2 * len;

	for (size_t i = 0; good && i < len; i++) {
		int high = hex_value(n->text[2 * i]), low = hex_value(n->text[2 * i + 1]);

		good = high >= 0 && low >= 0;
		out[i] = good ? (uint8_t)(high << 4 | low) : 0;
	}
	if (!good)
		complain(im, n, name, "must be hexadecimal digits of the right number");
}

static void
take_digest(struct import *im, const struct doc_node *object, const char *name, uint8_t out[DIGEST_BYTES])
{
	const struct doc_node *n = take(im, object, name, DOC_TEXT, DOC_TEXT, "must be hexadecimal digits");

	if (n != NULL)
		take_hex(im, n, name, out, DIGEST_BYTES);
}

/* The one of `names` that the text is. */
static int
take_word(struct import *im, const struct doc_node *object, const char *name, const char *const *names, int count)
{
	const char *text = take_text(im, object, name);

	for (int i = 0; i < count; i++)
		if (strcmp(text, names[i]) == 0)
			return i;
	if (doc_member(object, name) != NULL)
		complain(im, doc_member(object, name), name, "is none of the words that may stand here");
	return 0;
}

/* `count` digits, passed over; -1 if they are none. */
static int
digits(const char **s, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++, ++*s) {
		if (**s < '0' || **s > '9')
			return -1;
		value = value * 10 + (**s - '0');
	}
	return value;
}

/* Days since 1970 of a date of the Gregorian calendar. */
static int64_t
days_of(int year, int month, int day)
{
	/* The year begins in March, so that a leap day is its last: 153 days in each five months. */
	int64_t y = month > 2 ? year : year - 1, m = (month + 9) % 12;

	return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

/* "2026-03-08T12:00:00.000000Z" */
static bool
parse_time(const char *s, int64_t *us)
{
	static const struct { int count; char after; } parts[] = {
		{ 4, '-' }, { 2, '-' }, { 2, 'T' }, { 2, ':' }, { 2, ':' }, { 2, '.' }, { 6, 'Z' },
	};
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int v[7], leap;

	for (size_t i = 0; i < 7; i++) {
		v[i] = digits(&s, parts[i].count);
		if (v[i] < 0 || *s++ != parts[i].after)
			return false;
	}
	leap = v[1] == 2 && v[0] % 4 == 0 && (v[0] % 100 != 0 || v[0] % 400 == 0);
	if (*s != '\0' || v[1] < 1 || v[1] > 12 || v[2] < 1 || v[2] > lengths[v[1] - 1] + leap || v[3] > 23 ||
	    v[4] > 59 || v[5] > 59)
		return false;
	*us = ((days_of(v[0], v[1], v[2]) * 24 + v[3]) * 60 + v[4]) * 60 + v[5];
	*us = *us * 1000000 + v[6];
	return true;
}

static int64_t
take_time(struct import *im, const struct doc_node *object, const char *name)
{
	const struct doc_node *n = take(im, object, name, DOC_TEXT, DOC_TEXT, "must be a time");
	int64_t us = 0;

	if (n != NULL && !parse_time(n->text, &us))
		complain(im, n, name, "must be a time such as 2026-03-08T12:00:00.000000Z");
	return us;
}

/* ---- people and snapshots ---- */

/* Is there a value?  Older exports lack members that came later. */
static bool
has(const struct doc_node *object, const char *name)
{
	const struct doc_node *n = doc_member(object, name);

	return n != NULL && n->kind != DOC_NULL;
}

static int
import_person(struct import *im, const struct doc_node *n, struct err *err)
{
	int64_t id = take_id(im, n, "id");
	struct person_row row = {
		.created_us = take_time(im, n, "created_at"), .name = take_text(im, n, "name"),
		.goal = has(n, "goal") ? (int)take_in(im, n, "goal", 0, GRADE_MAX) : PERSON_NO_GOAL,
		.extra_time_permille = has(n, "extra_time_permille") ? (int)take_in(im, n, "extra_time_permille",
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
		complain(im, doc_member(n, "name"), "name", err->text);
	if (rc != 0)
		return -1;
	return adopt_person(im->st, id, &row, im->result->renamed, err) < 0 ? -1 : 0;
}

/* Once everyone is there. */
static int
import_same_as(struct import *im, const struct doc_node *n, struct err *err)
{
	int result;

	if (!has(n, "same_as"))
		return 0;
	result = adopt_same_as(im->st, take_id(im, n, "id"), take_id(im, n, "same_as"), err);
	if (result == ADOPT_DIFFERS)
		complain(im, doc_member(n, "same_as"), "same_as", "is nobody that this entry could be");
	return im->bad || result < 0 ? -1 : 0;
}

static int
import_snapshot(struct import *im, const struct doc_node *n, struct err *err)
{
	const struct doc_node *body = take(im, n, "body", DOC_TEXT, DOC_TEXT, "must be a text");
	uint8_t sha256[DIGEST_BYTES] = { 0 };

	take_digest(im, n, "sha256", sha256);
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

	h->id = take_id(im, n, "id");
	h->number = take_in(im, n, "number", 1, ADOPT_NUMBER_MAX);
	h->mode = (enum mode)take_word(im, n, "mode", modes, 2);
	h->review = (enum review)take_word(im, n, "review", reviews, 2);
	h->flags = take_bool(im, n, "strict") ? SESSION_STRICT : 0;
	h->flags |= take_bool(im, n, "clock_hidden") ? SESSION_HIDE_CLOCK : 0;
	h->flags |= take_bool(im, n, "follow_ups") ? 0 : SESSION_FOLLOW_UPS_OFF;
	h->extra_time_permille = (int)take_in(im, n, "extra_time_permille", SESSION_EXTRA_TIME_MIN,
	    SESSION_EXTRA_TIME_MAX);
	a->candidate = take_id(im, n, "candidate_id");
	if (interviewer == NULL || interviewer->kind != DOC_NULL)
		a->interviewer = take_id(im, n, "interviewer_id");
	h->bank_id = take_text(im, n, "bank");
	h->bank_version = take_text(im, n, "bank_version");
	h->bank_title = take_text(im, n, "bank_title");
	take_digest(im, n, "bank_sha256", h->bank_sha256);
	h->blueprint = take_text(im, n, "blueprint");
	h->blueprint_title = take_text(im, n, "blueprint_title");
	h->seed = take_decimal(im, n, "seed", UINT64_MAX);
	h->created_us = take_time(im, n, "started_at");
	h->utc_offset_min = (int)take_in(im, n, "utc_offset_min", -24 * 60, 24 * 60);
}

static enum event_kind
take_kind(struct import *im, const struct doc_node *n)
{
	const char *text = take_text(im, n, "kind");

	for (int k = EV_START; k <= EV_AMEND; k++)
		if (strcmp(text, event_kind_name((enum event_kind)k)) == 0)
			return (enum event_kind)k;
	if (doc_member(n, "kind") != NULL)
		complain(im, doc_member(n, "kind"), "kind", "is no kind of event");
	return EV_START;
}

static void
take_numbers(struct import *im, const struct doc_node *event, struct event *ev)
{
	const struct doc_node *n = take(im, event, "n", DOC_ARRAY, DOC_ARRAY, "must be four whole numbers");
	const struct doc_node *in = n != NULL ? n->first : NULL;
	int count = 0;

	for (; in != NULL && in->kind == DOC_INTEGER && count < EVENT_NUMBERS; in = in->next)
		ev->n[count++] = in->integer;
	if (n != NULL && (in != NULL || count != EVENT_NUMBERS))
		complain(im, n, "n", "must be four whole numbers");
}

/* The text of a note, with room for its salt in the arena; -1 when out of memory. */
static int
take_note(struct import *im, const struct doc_node *event, struct adopted_text *t, struct err *err)
{
	const struct doc_node *n = take(im, event, "text", DOC_OBJECT, DOC_OBJECT, "must be an object");
	const struct doc_node *erased, *body, *salt;
	uint8_t *bytes = arena_alloc(im->arena, STORE_SALT_BYTES, 1);

	if (bytes == NULL)
		return err_memory(err);
	if (n == NULL)
		return 0;
	body = take(im, n, "body", DOC_TEXT, DOC_TEXT, "must be a text");
	salt = take(im, n, "salt", DOC_TEXT, DOC_TEXT, "must be hexadecimal digits");
	erased = take(im, n, "erased_at", DOC_TEXT, DOC_NULL, "must be a time or null");
	if (body == NULL || salt == NULL || erased == NULL)
		return 0;
	if (body->len > STORE_TEXT_MAX_BYTES)
		complain(im, body, "body", "is too long");
	t->body = body->text;
	t->len = body->len;
	if (erased->kind == DOC_TEXT) {
		t->erased_us = take_time(im, n, "erased_at");
		if (body->len > 0 || salt->len > 0)
			complain(im, n, "text", "was erased and yet is there");
	} else {
		take_hex(im, salt, "salt", bytes, STORE_SALT_BYTES);
		t->salt = bytes;
	}
	return 0;
}

static int
take_event(struct import *im, const struct doc_node *n, struct adoptee *a, struct err *err)
{
	static const char *const actors[] = { "system", "candidate", "interviewer" };
	struct event *ev = &a->events[a->event_count];
	const struct doc_node *digest;

	if (n->kind != DOC_OBJECT)
		complain(im, n, "", "an event must be an object");
	ev->seq = take_in(im, n, "seq", 1, INT64_MAX);
	ev->kind = take_kind(im, n);
	ev->item = (int)take_in(im, n, "item", -1, SESSION_ITEMS_MAX);
	ev->at_ms = take_in(im, n, "at_ms", 0, SESSION_CLOCK_MAX_MS);
	a->wall_us[a->event_count] = take_time(im, n, "written_at");
	ev->actor = (enum actor)take_word(im, n, "actor", actors, 3);
	take_numbers(im, n, ev);
	digest = take(im, n, "digest", DOC_TEXT, DOC_NULL, "must be hexadecimal digits or null");
	ev->has_digest = digest != NULL && digest->kind == DOC_TEXT;
	if (ev->has_digest)
		take_hex(im, digest, "digest", ev->digest, DIGEST_BYTES);
	take_digest(im, n, "chain", a->chains[a->event_count]);
	if (ev->kind == EV_NOTE && take_note(im, n, &a->texts[a->text_count], err) != 0)
		return -1;
	if (ev->kind == EV_NOTE)
		a->texts[a->text_count++].seq = ev->seq;
	a->event_count++;
	return 0;
}

static int
take_events(struct import *im, const struct doc_node *session, struct adoptee *a, struct err *err)
{
	const struct doc_node *n = take(im, session, "events", DOC_ARRAY, DOC_ARRAY, "must be an array");
	const struct doc_node *in;
	size_t count = 0;

	for (in = n != NULL ? n->first : NULL; in != NULL; in = in->next)
		count++;
	a->events = arena_alloc(im->arena, count, sizeof *a->events);
	a->wall_us = arena_alloc(im->arena, count, sizeof *a->wall_us);
	a->chains = arena_alloc(im->arena, count, sizeof *a->chains);
	a->texts = arena_alloc(im->arena, count, sizeof *a->texts);
	if (a->events == NULL || a->wall_us == NULL || a->chains == NULL || a->texts == NULL)
		return err_memory(err);
	if (n != NULL && count == 0)
		complain(im, n, "events", "must not be empty");
	for (in = n != NULL ? n->first : NULL; in != NULL && !im->bad; in = in->next)
		if (take_event(im, in, a, err) != 0)
			return -1;
	return 0;
}

/* Names the first event that does not follow from those before it. */
static void
check_chain(struct import *im, const struct doc_node *session, const struct adoptee *a)
{
	const struct doc_node *in = doc_member(session, "events")->first;
	size_t good = adoptee_good_events(a);
	uint8_t last[DIGEST_BYTES] = { 0 };

	if (a->event_count == 0)
		return;                 /* that it has none was said */
	assert(a->chains != NULL);
	if (good == a->event_count) {
		take_digest(im, session, "chain", last);
		if (!im->bad && memcmp(last, a->chains[good - 1], sizeof last) != 0)
			complain(im, doc_member(session, "chain"), "chain", "is not that of the last event");
		return;
	}
	for (size_t i = 0; i < good; i++)
		in = in->next;
	complain(im, in, "", "this event does not fit the chain: it, one before it or the head of the session "
	    "was changed");
}

static int
import_session(struct import *im, const struct doc_node *n, struct err *err)
{
	struct adoptee a = { 0 };
	struct err why;
	int result;

	take_head(im, n, &a);
	if (take_events(im, n, &a, err) != 0)
		return -1;
	if (!im->bad)
		check_chain(im, n, &a);
	if (im->bad)
		return -1;
	result = adopt_session(im->st, &a, &why);
	if (result == ADOPT_DIFFERS)
		complain(im, n, "", "another session with this id is here: one of the two was changed or went on");
	else if (result < 0 && (why.status == EXIT_DAMAGED || why.status == EXIT_FINDINGS))
		complain(im, n, "this session cannot be", why.text);
	else if (result < 0)
		return err_set(err, why.status, "%s", why.text);
	im->result->added += result == 0;
	im->result->known += result == ADOPT_KNOWN;
	return im->bad ? -1 : 0;
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
			complain(im, n, "", "an object must stand here");
		if (found > 0 && (im->bad || add(im, n, &why) != 0)) {
			/* What is wrong with the content has a place; the rest is none of the file's. */
			if (!im->bad && why.status == EXIT_FINDINGS)
				complain(im, n, "", why.text);
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
			complain(im, n, "format", "must be \"viva-records\": this is no export of viva");
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
			complain(im, &root, names[i], "is missing: this is no export of viva");
	if (im->bad)
		return -1;
	if (read_single(im, at[AT_FORMAT], &format, err) != 0 || read_single(im, at[AT_VERSION], &version, err) != 0)
		return -1;
	if (format.kind != DOC_TEXT)
		complain(im, &format, "format", "must be a text");
	if (version.kind != DOC_INTEGER || version.integer < 1)
		complain(im, &version, "version", "must be a whole number");
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
