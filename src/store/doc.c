#include "store/doc.h"

#include <assert.h>
#include <string.h>

#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/text.h"

/* ---- places ---- */

void
doc_init(struct doc *d, const char *data, size_t len, struct diags *diags)
{
	*d = (struct doc){ .data = data, .len = len, .diags = diags };
}

struct place
doc_place(const struct doc *d, size_t at)
{
	struct place p = { .line = 1 };
	size_t line_at = 0;

	for (size_t i = 0; i < at && i < d->len; i++)
		if (d->data[i] == '\n') {
			p.line++;
			line_at = i + 1;
		}
	p.column = (uint32_t)text_count(d->data + line_at, at - line_at) + 1;
	return p;
}

/* What is wrong, with its place.  Returns -1; `err` tells that the list has it. */
static int
wrong(struct doc *d, size_t at, const char *what, struct err *err)
{
	diag_error(d->diags, doc_place(d, at), "%s", what);
	return err_set(err, EXIT_FINDINGS, "%s", what);
}

static int
unexpected(struct doc *d, const char *wanted, struct err *err)
{
	char what[100] = "the file ends here, but ";
	size_t n = d->at < d->len ? 0 : strlen(what);

	strncpy(what + n, wanted, sizeof what - n - 1);
	return wrong(d, d->at, what, err);
}

/* ---- what lies between values ---- */

static void
skip_blanks(struct doc *d)
{
	while (d->at < d->len && strchr(" \t\r\n", d->data[d->at]) != NULL && d->data[d->at] != '\0')
		d->at++;
}

/* The next byte that is not blank, 0 at the end; it is not passed over. */
static char
peek(struct doc *d)
{
	skip_blanks(d);
	return d->at < d->len ? d->data[d->at] : '\0';
}

static int
expect(struct doc *d, char c, const char *wanted, struct err *err)
{
	if (peek(d) != c)
		return unexpected(d, wanted, err);
	d->at++;
	return 0;
}

/* ---- texts ---- */

static int
hex_digits(struct doc *d, uint32_t *value, struct err *err)
{
	*value = 0;
	for (int i = 0; i < 4; i++, d->at++) {
		char c = d->at < d->len ? d->data[d->at] : '\0';

		if (c >= '0' && c <= '9')
			*value = *value << 4 | (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			*value = *value << 4 | (uint32_t)(c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			*value = *value << 4 | (uint32_t)(c - 'A' + 10);
		else
			return unexpected(d, "four hexadecimal digits must follow \\u", err);
	}
	return 0;
}

/* Behind "\u". */
static int
read_unicode(struct doc *d, struct buf *out, struct err *err)
{
	size_t at = d->at - 2;
	uint32_t cp, low;

	if (hex_digits(d, &cp, err) != 0)
		return -1;
	if (cp >= 0xD800 && cp <= 0xDBFF && d->at + 1 < d->len && d->data[d->at] == '\\' &&
	    d->data[d->at + 1] == 'u') {
		d->at += 2;
		if (hex_digits(d, &low, err) != 0)
			return -1;
		if (low < 0xDC00 || low > 0xDFFF)
			return wrong(d, at, "half a surrogate pair stands for no character", err);
		cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
	}
	if (cp >= 0xD800 && cp <= 0xDFFF)
		return wrong(d, at, "half a surrogate pair stands for no character", err);
	if (cp == 0)
		return wrong(d, at, "a text must not contain the character NUL", err);
	text_put(out, cp);
	return 0;
}

static int
read_escape(struct doc *d, struct buf *out, struct err *err)
{
	static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	char c = d->at + 1 < d->len ? d->data[d->at + 1] : '\0';
	const char *found = c != '\0' ? strchr(letters, c) : NULL;

	if (c == 'u') {
		d->at += 2;
		return read_unicode(d, out, err);
	}
	if (found == NULL)
		return wrong(d, d->at, "no such escape in a text", err);
	buf_putc(out, meant[found - letters]);
	d->at += 2;
	return 0;
}

/* From the opening quote on; the text is appended to `out`. */
static int
read_text(struct doc *d, struct buf *out, struct err *err)
{
	size_t begin = d->at++;

	for (;;) {
		size_t plain = d->at;

		while (d->at < d->len && (unsigned char)d->data[d->at] >= 0x20 && d->data[d->at] != '"' &&
		    d->data[d->at] != '\\')
			d->at++;
		if (!text_valid(d->data + plain, d->at - plain))
			return wrong(d, plain + text_valid_prefix(d->data + plain, d->at - plain),
			    "the text is not UTF-8", err);
		buf_add(out, d->data + plain, d->at - plain);
		if (d->at == d->len)
			return wrong(d, begin, "the text that begins here has no end", err);
		if (d->data[d->at] == '"')
			break;
		if (d->data[d->at] != '\\')
			return wrong(d, d->at, "a control character in a text must be escaped", err);
		if (read_escape(d, out, err) != 0)
			return -1;
	}
	d->at++;
	return buf_failed(out) ? err_memory(err) : 0;
}

/* A text in the arena; without one it is only read. */
static int
take_text(struct doc *d, struct arena *arena, const char **text, size_t *len, struct err *err)
{
	struct buf room;
	int result;

	buf_init(&room);
	result = read_text(d, &room, err);
	*len = room.len;
	if (result == 0 && arena != NULL) {
		*text = arena_strndup(arena, buf_text(&room), room.len);
		result = *text != NULL ? 0 : err_memory(err);
	}
	buf_finish(&room);
	return result;
}

/* ---- numbers and words ---- */

static size_t
skip_digits(struct doc *d)
{
	size_t begin = d->at;

	while (d->at < d->len && d->data[d->at] >= '0' && d->data[d->at] <= '9')
		d->at++;
	return d->at - begin;
}

static int
read_number(struct doc *d, struct doc_node *n, struct err *err)
{
	bool negative = d->data[d->at] == '-', fits = true;
	size_t begin, count;

	d->at += negative;
	begin = d->at;
	count = skip_digits(d);
	if (count == 0 || (count > 1 && d->data[begin] == '0'))
		return wrong(d, n->at, "not a number as JSON writes it", err);
	for (size_t i = begin; i < d->at; i++) {
		int digit = d->data[i] - '0';

		/* Counted downwards, where there is one more. */
		fits = fits && !__builtin_mul_overflow(n->integer, 10, &n->integer) &&
		    !__builtin_sub_overflow(n->integer, digit, &n->integer);
	}
	fits = fits && (negative || n->integer != INT64_MIN);
	n->kind = DOC_INTEGER;
	if (!negative && fits)
		n->integer = -n->integer;
	if (d->at < d->len && d->data[d->at] == '.') {
		n->kind = DOC_REAL;
		d->at++;
		if (skip_digits(d) == 0)
			return wrong(d, n->at, "not a number as JSON writes it", err);
	}
	if (d->at < d->len && (d->data[d->at] | 0x20) == 'e') {
		n->kind = DOC_REAL;
		d->at++;
		if (d->at < d->len && (d->data[d->at] == '+' || d->data[d->at] == '-'))
			d->at++;
		if (skip_digits(d) == 0)
			return wrong(d, n->at, "not a number as JSON writes it", err);
	}
	if (n->kind == DOC_INTEGER && !fits)
		return wrong(d, n->at, "the number does not fit into 64 bits", err);
	return 0;
}

static int
read_word(struct doc *d, struct doc_node *n, struct err *err)
{
	static const struct { const char *word; enum doc_kind kind; } words[] = {
		{ "null", DOC_NULL }, { "false", DOC_FALSE }, { "true", DOC_TRUE },
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t len = strlen(words[i].word);

		if (d->len - d->at >= len && memcmp(d->data + d->at, words[i].word, len) == 0) {
			n->kind = words[i].kind;
			d->at += len;
			return 0;
		}
	}
	return unexpected(d, "a value must stand here", err);
}

/* ---- arrays and objects ---- */

static int read_value(struct doc *d, struct arena *arena, int depth, struct doc_node **out, struct err *err);

/* "name": before a value. */
static int
read_name(
    struct doc *d, struct arena *arena, const struct doc_node *object, const char **name, struct err *err)
{
	size_t at, len;

	if (peek(d) != '"')
		return unexpected(d, "a name in quotes must stand here", err);
	at = d->at;
	if (take_text(d, arena, name, &len, err) != 0)
		return -1;
	if (arena != NULL && doc_member(object, *name) != NULL)
		return wrong(d, at, "this name stands in the object already", err);
	return expect(d, ':', "a colon must stand here", err);
}

/* From the bracket on.  Without an arena all is read and nothing kept. */
static int
read_inside(struct doc *d, struct arena *arena, struct doc_node *n, int depth, struct err *err)
{
	bool object = n->kind == DOC_OBJECT;
	char close = object ? '}' : ']';
	const struct doc_node **link = &n->first;
	int members = 0;

	if (depth == DOC_DEPTH_MAX)
		return wrong(d, n->at, "arrays and objects are nested too deeply", err);
	d->at++;
	if (peek(d) == close) {
		d->at++;
		return 0;
	}
	for (;;) {
		const char *name = NULL;
		struct doc_node *inner;

		if (object && ++members > DOC_MEMBERS_MAX)
			return wrong(d, n->at, "this object has too many members", err);
		if (object && read_name(d, arena, n, &name, err) != 0)
			return -1;
		if (read_value(d, arena, depth + 1, &inner, err) != 0)
			return -1;
		if (arena != NULL) {
			assert(inner != NULL);
			inner->name = name;
			*link = inner;
			link = &inner->next;
		}
		if (peek(d) == close) {
			d->at++;
			return 0;
		}
		if (expect(d, ',', object ? "a comma or } must stand here" : "a comma or ] must stand here",
		    err) != 0)
			return -1;
	}
}

static int
read_kind(struct doc *d, struct arena *arena, int depth, struct doc_node *n, struct err *err)
{
	char c = peek(d);

	n->at = d->at;
	if (c == '{' || c == '[') {
		n->kind = c == '{' ? DOC_OBJECT : DOC_ARRAY;
		return read_inside(d, arena, n, depth, err);
	}
	if (c == '"') {
		n->kind = DOC_TEXT;
		return take_text(d, arena, &n->text, &n->len, err);
	}
	if (c == '-' || (c >= '0' && c <= '9'))
		return read_number(d, n, err);
	return read_word(d, n, err);
}

static int
read_value(struct doc *d, struct arena *arena, int depth, struct doc_node **out, struct err *err)
{
	struct doc_node passed = { 0 }, *n = &passed;

	*out = NULL;
	if (arena != NULL) {
		if (++d->nodes > DOC_NODES_MAX)
			return wrong(d, d->at, "this record is too large", err);
		n = arena_alloc(arena, 1, sizeof *n);
		if (n == NULL)
			return err_memory(err);
		*out = n;
	}
	return read_kind(d, arena, depth, n, err);
}

const struct doc_node *
doc_member(const struct doc_node *object, const char *name)
{
	const struct doc_node *n = object->kind == DOC_OBJECT ? object->first : NULL;

	while (n != NULL && strcmp(n->name, name) != 0)
		n = n->next;
	return n;
}

/* ---- the document ---- */

/* One member of the outermost object. */
static int
pass_member(struct doc *d, const char *const *names, size_t *at, size_t count, struct err *err)
{
	struct doc_node *passed;
	struct buf name;
	size_t begin;
	int result = -1;

	buf_init(&name);
	if (peek(d) != '"') {
		unexpected(d, "a name in quotes must stand here", err);
		goto out;
	}
	begin = d->at;
	if (read_text(d, &name, err) != 0 || expect(d, ':', "a colon must stand here", err) != 0)
		goto out;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], buf_text(&name)) != 0)
			continue;
		if (at[i] != SIZE_MAX) {
			wrong(d, begin, "this name stands in the object already", err);
			goto out;
		}
		skip_blanks(d);
		at[i] = d->at;
	}
	result = read_value(d, NULL, 1, &passed, err);
out:
	buf_finish(&name);
	return result;
}

int
doc_find_members(struct doc *d, const char *const *names, size_t *at, size_t count, struct err *err)
{
	d->at = 0;
	for (size_t i = 0; i < count; i++)
		at[i] = SIZE_MAX;
	if (expect(d, '{', "an object must stand here", err) != 0)
		return -1;
	if (peek(d) != '}') {
		do {
			if (pass_member(d, names, at, count, err) != 0)
				return -1;
		} while (peek(d) == ',' && d->at++ < d->len);
	}
	if (expect(d, '}', "a comma or } must stand here", err) != 0)
		return -1;
	skip_blanks(d);
	return d->at == d->len ? 0 : wrong(d, d->at, "nothing may follow the document", err);
}

int
doc_read(struct doc *d, size_t at, struct arena *arena, const struct doc_node **out, struct err *err)
{
	struct doc_node *n;
	int result;

	d->at = at;
	d->nodes = 0;
	result = read_value(d, arena, 1, &n, err);
	*out = n;
	return result;
}

int
doc_array(struct doc *d, size_t at, struct err *err)
{
	d->at = at;
	return expect(d, '[', "an array must stand here", err);
}

int
doc_element(struct doc *d, bool first, struct arena *arena, const struct doc_node **out, struct err *err)
{
	if (peek(d) == ']')
		return 0;
	if (!first && expect(d, ',', "a comma or ] must stand here", err) != 0)
		return -1;
	skip_blanks(d);
	return doc_read(d, d->at, arena, out, err) == 0 ? 1 : -1;
}
