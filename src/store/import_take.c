/* Values of a document as they are taken, each with its place for what is wrong with it. */
#include <string.h>

#include "store/import.h"
#include "viva/arena.h"
#include "viva/diag.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"

void
import_complain(struct import *im, const struct doc_node *n, const char *name, const char *what)
{
	if (!im->bad)
		diag_error(im->doc.diags, doc_place(&im->doc, n->at), "%s%s%s", name,
		    *name != '\0' ? ": " : "", what);
	im->bad = true;
}

/* A value of one of two kinds, or NULL. */
const struct doc_node *
import_take(struct import *im, const struct doc_node *object, const char *name, enum doc_kind a,
    enum doc_kind b, const char *what)
{
	const struct doc_node *n = doc_member(object, name);

	if (n == NULL)
		import_complain(im, object, name, "is missing");
	else if (n->kind != a && n->kind != b)
		import_complain(im, n, name, what);
	else
		return n;
	return NULL;
}

const char *
import_text(struct import *im, const struct doc_node *object, const char *name)
{
	const struct doc_node *n = import_take(im, object, name, DOC_TEXT, DOC_TEXT, "must be a text");

	if (n != NULL && n->len > STORE_TEXT_MAX_BYTES)
		import_complain(im, n, name, "is too long");
	return n != NULL ? n->text : "";
}

int64_t
import_in(struct import *im, const struct doc_node *object, const char *name, int64_t min, int64_t max)
{
	const struct doc_node *n = import_take(
	    im, object, name, DOC_INTEGER, DOC_INTEGER, "must be a whole number");

	if (n == NULL)
		return min;
	if (n->integer >= min && n->integer <= max)
		return n->integer;
	import_complain(im, n, name, "is out of range");
	return min;
}

bool
import_bool(struct import *im, const struct doc_node *object, const char *name)
{
	const struct doc_node *n = import_take(
	    im, object, name, DOC_FALSE, DOC_TRUE, "must be true or false");

	return n != NULL && n->kind == DOC_TRUE;
}

/* A number in a text, as ids and seeds are written. */
uint64_t
import_decimal(struct import *im, const struct doc_node *object, const char *name, uint64_t max)
{
	const struct doc_node *n = import_take(
	    im, object, name, DOC_TEXT, DOC_TEXT, "must be a number in quotes");
	uint64_t value = 0;
	bool good = n != NULL && n->len > 0 && (n->text[0] != '0' || n->len == 1);

	for (size_t i = 0; good && i < n->len; i++)
		good = n->text[i] >= '0' && n->text[i] <= '9' && !__builtin_mul_overflow(value, 10, &value) &&
		    !__builtin_add_overflow(value, (uint64_t)(n->text[i] - '0'), &value);
	if (n != NULL && (!good || value > max))
		import_complain(im, n, name, "must be a number in quotes");
	return good && value <= max ? value : 0;
}

int64_t
import_id(struct import *im, const struct doc_node *object, const char *name)
{
	int64_t id = (int64_t)import_decimal(im, object, name, INT64_MAX);
	const struct doc_node *n = doc_member(object, name);

	if (n != NULL && id == 0)
		import_complain(im, n, name, "must be an id");
	return id;
}

static int
hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void
import_hex(struct import *im, const struct doc_node *n, const char *name, uint8_t *out, size_t len)
{
	bool good = n->len == 2 * len;

	for (size_t i = 0; good && i < len; i++) {
		int high = hex_value(n->text[2 * i]), low = hex_value(n->text[2 * i + 1]);

		good = high >= 0 && low >= 0;
		out[i] = good ? (uint8_t)(high << 4 | low) : 0;
	}
	if (!good)
		import_complain(im, n, name, "must be hexadecimal digits of the right number");
}

void
import_digest(struct import *im, const struct doc_node *object, const char *name, uint8_t out[DIGEST_BYTES])
{
	const struct doc_node *n = import_take(
	    im, object, name, DOC_TEXT, DOC_TEXT, "must be hexadecimal digits");

	if (n != NULL)
		import_hex(im, n, name, out, DIGEST_BYTES);
}

/* The one of `names` that the text is. */
int
import_word(
    struct import *im, const struct doc_node *object, const char *name, const char *const *names, int count)
{
	const char *text = import_text(im, object, name);

	for (int i = 0; i < count; i++)
		if (strcmp(text, names[i]) == 0)
			return i;
	if (doc_member(object, name) != NULL)
		import_complain(
		    im, doc_member(object, name), name, "is none of the words that may stand here");
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

int64_t
import_time(struct import *im, const struct doc_node *object, const char *name)
{
	const struct doc_node *n = import_take(im, object, name, DOC_TEXT, DOC_TEXT, "must be a time");
	int64_t us = 0;

	if (n != NULL && !parse_time(n->text, &us))
		import_complain(im, n, name, "must be a time such as 2026-03-08T12:00:00.000000Z");
	return us;
}

/* Is there a value?  Older exports lack members that came later. */
bool
import_has(const struct doc_node *object, const char *name)
{
	const struct doc_node *n = doc_member(object, name);

	return n != NULL && n->kind != DOC_NULL;
}

enum event_kind
import_kind(struct import *im, const struct doc_node *n)
{
	const char *text = import_text(im, n, "kind");

	for (int k = EV_START; k <= EV_AMEND; k++)
		if (strcmp(text, event_kind_name((enum event_kind)k)) == 0)
			return (enum event_kind)k;
	if (doc_member(n, "kind") != NULL)
		import_complain(im, doc_member(n, "kind"), "kind", "is no kind of event");
	return EV_START;
}

void
import_numbers(struct import *im, const struct doc_node *event, struct event *ev)
{
	const struct doc_node *n = import_take(
	    im, event, "n", DOC_ARRAY, DOC_ARRAY, "must be four whole numbers");
	const struct doc_node *in = n != NULL ? n->first : NULL;
	int count = 0;

	for (; in != NULL && in->kind == DOC_INTEGER && count < EVENT_NUMBERS; in = in->next)
		ev->n[count++] = in->integer;
	if (n != NULL && (in != NULL || count != EVENT_NUMBERS))
		import_complain(im, n, "n", "must be four whole numbers");
}

/* The text of a note, with room for its salt in the arena; -1 when out of memory. */
int
import_note(struct import *im, const struct doc_node *event, struct log_text *t, struct err *err)
{
	const struct doc_node *n = import_take(
	    im, event, "text", DOC_OBJECT, DOC_OBJECT, "must be an object");
	const struct doc_node *erased, *body, *salt;
	uint8_t *bytes = arena_alloc(im->arena, STORE_SALT_BYTES, 1);

	if (bytes == NULL)
		return err_memory(err);
	if (n == NULL)
		return 0;
	body = import_take(im, n, "body", DOC_TEXT, DOC_TEXT, "must be a text");
	salt = import_take(im, n, "salt", DOC_TEXT, DOC_TEXT, "must be hexadecimal digits");
	erased = import_take(im, n, "erased_at", DOC_TEXT, DOC_NULL, "must be a time or null");
	if (body == NULL || salt == NULL || erased == NULL)
		return 0;
	if (body->len > STORE_TEXT_MAX_BYTES)
		import_complain(im, body, "body", "is too long");
	t->body = body->text;
	t->len = body->len;
	if (erased->kind == DOC_TEXT) {
		t->erased_us = import_time(im, n, "erased_at");
		if (body->len > 0 || salt->len > 0)
			import_complain(im, n, "text", "was erased and yet is there");
	} else {
		import_hex(im, salt, "salt", bytes, STORE_SALT_BYTES);
		t->salt = bytes;
	}
	return 0;
}

