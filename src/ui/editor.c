/* The text, its changes, and what is told about them. */
#include "viva/editor.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ui/editor_model.h"
#include "viva/buf.h"
#include "viva/text.h"

#define PENDING_MAX 64          /* edits nobody fetched: beyond, one edit of the whole text says it shorter */
#define COLUMNS_FIRST 80
#define ROWS_FIRST 10

struct editor *
editor_new(void)
{
	struct editor *e = calloc(1, sizeof(*e));

	if (e == NULL)
		return NULL;
	e->text = calloc(1, 1);
	e->pending = calloc(PENDING_MAX, sizeof(*e->pending));
	if (e->text == NULL || e->pending == NULL) {
		editor_free(e);
		return NULL;
	}
	e->capacity = 1;
	e->goal = -1;
	e->page_rows = ROWS_FIRST;
	rows_wrap(&e->rows, e->text, 0, COLUMNS_FIRST);
	return e;
}

static void
forget_changes(struct editor *e, size_t from)
{
	for (size_t i = from; i < e->change_count; i++) {
		e->change_bytes -= e->changes[i].cut + e->changes[i].added;
		free(e->changes[i].bytes);
	}
	e->change_count = from;
	e->done = e->done < from ? e->done : from;
}

void
editor_free(struct editor *e)
{
	if (e == NULL)
		return;
	forget_changes(e, 0);
	free(e->changes);
	free(e->text);
	free(e->pending);
	buf_finish(&e->killed);
	buf_finish(&e->pending_data);
	rows_finish(&e->rows);
	free(e);
}

bool
editor_failed(const struct editor *e)
{
	return e->failed || e->rows.failed || buf_failed(&e->killed) || buf_failed(&e->pending_data);
}

const char *
editor_text(const struct editor *e, size_t *len)
{
	if (len != NULL)
		*len = e->len;
	return e->text;
}

size_t
editor_cursor(const struct editor *e)
{
	return e->cursor;
}

size_t
editor_characters(const struct editor *e)
{
	return e->characters;
}

size_t
editor_refused(const struct editor *e)
{
	return e->refused;
}

size_t
editor_line_start(const struct editor *e, size_t at)
{
	while (at > 0 && e->text[at - 1] != '\n')
		at--;
	return at;
}

size_t
editor_line_end(const struct editor *e, size_t at)
{
	const char *newline = memchr(e->text + at, '\n', e->len - at);

	return newline != NULL ? (size_t)(newline - e->text) : e->len;
}

/* ---- bytes ---- */

static bool
reserve(struct editor *e, size_t len)
{
	size_t capacity = e->capacity;
	char *grown;

	while (capacity < len + 1)
		capacity *= 2;
	if (capacity == e->capacity)
		return true;
	grown = realloc(e->text, capacity);
	if (grown == NULL) {
		e->failed = true;
		return false;
	}
	e->text = grown;
	e->capacity = capacity;
	return true;
}

static void
note_edit(struct editor *e, size_t at, size_t cut, const char *data, size_t len)
{
	if (e->pending_whole)
		return;
	if (e->pending_count == PENDING_MAX || e->pending_data.len + len > EDITOR_MAX_BYTES) {
		e->pending_whole = true;
		return;
	}
	e->pending[e->pending_count++] = (struct pending){ at, cut, len, e->pending_data.len };
	buf_add(&e->pending_data, data, len);
}

/* The one place where the text changes. */
static bool
replace_bytes(struct editor *e, size_t at, size_t cut, const char *data, size_t len)
{
	assert(at + cut <= e->len);
	if (!reserve(e, e->len - cut + len))
		return false;
	e->characters -= text_count(e->text + at, cut);
	memmove(e->text + at + len, e->text + at + cut, e->len - at - cut);
	if (len > 0)
		memcpy(e->text + at, data, len);
	e->len += len - cut;
	e->text[e->len] = '\0';
	e->characters += text_count(e->text + at, len);
	note_edit(e, at, cut, data, len);
	rows_edit(&e->rows, e->text, e->len, at, cut, len);
	return true;
}

bool
editor_next_edit(struct editor *e, struct editor_edit *out)
{
	const struct pending *p;

	if (e->pending_whole) {
		*out = (struct editor_edit){ .cut = e->fetched_len, .len = e->len, .data = e->text };
		e->pending_whole = false;
		e->pending_count = e->pending_next = 0;
		buf_clear(&e->pending_data);
		e->fetched_len = e->len;
		return true;
	}
	if (e->pending_next == e->pending_count) {
		e->pending_count = e->pending_next = 0;
		buf_clear(&e->pending_data);
		return false;
	}
	p = &e->pending[e->pending_next++];
	*out = (struct editor_edit){ .at = p->at, .cut = p->cut, .len = p->len,
		.data = buf_text(&e->pending_data) + p->data };
	e->fetched_len += p->len - p->cut;
	return true;
}

/* ---- changes and undo ---- */

/* Forgets the oldest steps while there are too many bytes; the newest stays. */
static void
bound_changes(struct editor *e)
{
	size_t from = 0, bytes = e->change_bytes;

	while (bytes > EDITOR_UNDO_BYTES && e->changes[from].step != e->step) {
		unsigned step = e->changes[from].step;

		for (; e->changes[from].step == step; from++)
			bytes -= e->changes[from].cut + e->changes[from].added;
	}
	for (size_t i = 0; i < from; i++)
		free(e->changes[i].bytes);
	e->change_bytes = bytes;
	e->change_count -= from;
	e->done -= from;
	memmove(e->changes, e->changes + from, e->change_count * sizeof(*e->changes));
}

/* A character typed behind the last one becomes part of its change. */
static bool
extend_last(struct editor *e, size_t at, size_t cut, const char *data, size_t len)
{
	struct change *c = e->done > 0 ? &e->changes[e->done - 1] : NULL;
	char *grown;

	if (c == NULL || cut > 0 || c->cut > 0 || c->at + c->added != at)
		return false;
	grown = realloc(c->bytes, c->added + len + 1);
	if (grown == NULL) {
		e->failed = true;
		return true;
	}
	c->bytes = grown;
	memcpy(c->bytes + c->added, data, len);
	c->added += len;
	e->change_bytes += len;
	return true;
}

static void
remember(struct editor *e, size_t at, size_t cut, const char *data, size_t len, bool joins)
{
	struct change c = { .at = at, .cut = cut, .added = len, .cursor = e->cursor };

	forget_changes(e, e->done);
	if (joins && extend_last(e, at, cut, data, len))
		return;
	if (e->change_count == e->change_capacity) {
		size_t capacity = e->change_capacity > 0 ? 2 * e->change_capacity : 32;
		struct change *grown = realloc(e->changes, capacity * sizeof(*grown));

		if (grown == NULL) {
			e->failed = true;
			return;
		}
		e->changes = grown;
		e->change_capacity = capacity;
	}
	c.bytes = malloc(cut + len + 1);
	if (c.bytes == NULL) {
		e->failed = true;
		return;
	}
	memcpy(c.bytes, e->text + at, cut);
	if (len > 0)
		memcpy(c.bytes + cut, data, len);
	c.step = joins && e->change_count > 0 ? e->step : ++e->step;
	e->changes[e->change_count++] = c;
	e->done = e->change_count;
	e->change_bytes += cut + len;
	bound_changes(e);
}

void
editor_change(struct editor *e, size_t at, size_t cut, const char *data, size_t len, bool joins)
{
	if (editor_failed(e) || (cut == 0 && len == 0))
		return;
	remember(e, at, cut, data, len, joins);
	if (!e->failed && replace_bytes(e, at, cut, data, len))
		e->cursor = at + len;
}

bool
editor_undo(struct editor *e)
{
	unsigned step = e->done > 0 ? e->changes[e->done - 1].step : 0;
	size_t before = e->done;

	while (e->done > 0 && e->changes[e->done - 1].step == step && !editor_failed(e)) {
		const struct change *c = &e->changes[e->done - 1];

		if (!replace_bytes(e, c->at, c->added, c->bytes, c->cut))
			break;
		e->cursor = c->cursor;
		e->done--;
	}
	return e->done < before;
}

bool
editor_redo(struct editor *e)
{
	unsigned step = e->done < e->change_count ? e->changes[e->done].step : 0;
	size_t before = e->done;

	while (e->done < e->change_count && e->changes[e->done].step == step && !editor_failed(e)) {
		const struct change *c = &e->changes[e->done];

		if (!replace_bytes(e, c->at, c->cut, c->bytes + c->cut, c->added))
			break;
		e->cursor = c->at + c->added;
		e->done++;
	}
	return e->done > before;
}

/* ---- text from outside ---- */

/* The longest beginning of `data` of at most `room` bytes that ends with a whole character. */
static size_t
fitting(const char *data, size_t len, size_t room)
{
	if (len <= room)
		return len;
	while (room > 0 && ((unsigned char)data[room] & 0xC0) == 0x80)
		room--;
	return room;
}

bool
editor_insert(struct editor *e, const char *data, size_t len, bool joins)
{
	size_t fits = fitting(data, len, EDITOR_MAX_BYTES - e->len);

	e->refused = len - fits;
	if (fits == 0)
		return false;
	editor_change(e, e->cursor, 0, data, fits, joins);
	return true;
}

/* A copy that is valid UTF-8, without NUL and with newlines for CR and CR LF. */
static void
make_valid(struct buf *out, const char *text, size_t len)
{
	const char *s = text, *end = text + len;

	while (s < end) {
		uint32_t cp = text_next(&s, end);

		if (cp == '\r' && s < end && *s == '\n')
			continue;
		/* What has no form becomes U+FFFD. */
		text_put(out, cp == 0 ? TEXT_BAD : cp == '\r' ? '\n' : cp);
	}
}

size_t
editor_set(struct editor *e, const char *text, size_t len)
{
	struct buf valid;
	size_t fits;

	buf_init(&valid);
	make_valid(&valid, text, len);
	fits = fitting(buf_text(&valid), valid.len, EDITOR_MAX_BYTES);
	if (buf_failed(&valid) || !replace_bytes(e, 0, e->len, buf_text(&valid), fits))
		e->failed = true;
	forget_changes(e, 0);
	e->pending_count = e->pending_next = 0;
	buf_clear(&e->pending_data);
	/* Where our text is not the one given, that is an edit. */
	e->fetched_len = len;
	e->pending_whole = len != e->len || memcmp(text, e->text, len) != 0;
	e->cursor = e->len;
	e->goal = -1;
	e->last = DID_OTHER;
	e->refused = valid.len - fits;
	buf_finish(&valid);
	return e->refused;
}

enum editor_result
editor_replace(struct editor *e, const char *text, size_t len)
{
	struct buf valid;
	size_t fits;
	bool same;

	buf_init(&valid);
	make_valid(&valid, text, len);
	fits = fitting(buf_text(&valid), valid.len, EDITOR_MAX_BYTES);
	e->failed = e->failed || buf_failed(&valid);
	e->refused = valid.len - fits;
	same = fits == e->len && memcmp(buf_text(&valid), e->text, fits) == 0;
	if (!same)
		editor_change(e, 0, e->len, buf_text(&valid), fits, false);
	buf_finish(&valid);
	e->goal = -1;
	e->last = DID_OTHER;
	return e->refused > 0 ? EDITOR_FULL : same ? EDITOR_MOVED : EDITOR_CHANGED;
}
