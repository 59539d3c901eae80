#include <string.h>
#include <strings.h>
#include "bank/guard.h"
#include "bank/value.h"
#include "viva/bank.h"
#include "viva/text.h"

#define CHUNK_BYTES (32u << 10)         /* the parser gets at least so much at once, while there is more */
#define DECLARATION_BYTES 1024          /* an XML declaration is shorter */

static bool
starts(const struct guard *g, size_t at, const char *with)
{
	size_t n = strlen(with);

	return g->len - at >= n && memcmp(g->data + at, with, n) == 0;
}

struct place
guard_place(struct guard *g, size_t offset)
{
	const char *s, *end = g->data + offset, *newline;

	if (offset < g->counted) {
		g->counted = 0;
		g->place = (struct place){ 1, 1 };
	}
	s = g->data + g->counted;
	while ((newline = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		g->place.line++;
		g->place.column = 1;
		s = newline + 1;
	}
	for (; s < end; s++)
		g->place.column += ((unsigned char)*s & 0xC0) != 0x80;
	g->counted = offset;
	return g->place;
}

/* ---- encodings ---- */

/* The value of `name` in the XML declaration that ends at `end`; its start, or NULL. */
static const char *
declared(const char *s, const char *end, const char *name, size_t *len)
{
	size_t n = strlen(name);

	for (; s + n < end; s++) {
		const char *v = s + n;

		if (!xml_blank(s[-1]) || strncmp(s, name, n) != 0)
			continue;
		while (v < end && (xml_blank(*v) || *v == '='))
			v++;
		if (v >= end || (*v != '"' && *v != '\''))
			continue;
		for (*len = 0; v + 1 + *len < end && v[1 + *len] != *v;)
			++*len;
		return v + 1;
	}
	return NULL;
}

static int
check_declaration(struct guard *g, struct diags *diags)
{
	size_t len = g->len < DECLARATION_BYTES ? g->len : DECLARATION_BYTES, n;
	const char *end, *v;

	if (!starts(g, g->at, "<?xml") || g->len - g->at < 6 || !xml_blank(g->data[g->at + 5]))
		return 0;
	end = memmem(g->data, len, "?>", 2);
	if (end == NULL)
		return diag_error(diags, guard_place(g, g->at), "the XML declaration does not end");
	v = declared(g->data + g->at + 6, end, "encoding", &n);
	if (v != NULL && (n != 5 || strncasecmp(v, "UTF-8", 5) != 0))
		return diag_error(diags, guard_place(g, (size_t)(v - g->data)),
		    "encoding \"%.*s\": a bank must be UTF-8; save it so and declare it so",
		    (int)(n < 40 ? n : 40), v);
	v = declared(g->data + g->at + 6, end, "version", &n);
	if (v != NULL && (n != 3 || strncmp(v, "1.0", 3) != 0))
		return diag_error(diags, guard_place(g, (size_t)(v - g->data)),
		    "XML version \"%.*s\": a bank must be XML 1.0", (int)(n < 40 ? n : 40), v);
	return 0;
}

static int
check_magic(const struct guard *g, struct diags *diags)
{
	static const struct { const char *bytes; size_t len; const char *what; } magic[] = {
		{ "\x1F\x8B", 2, "compressed (gzip); unpack it first" },
		{ "PK\x03\x04", 4, "a zip archive; unpack it first" },
		{ "\xFF\xFE", 2, "UTF-16; save it as UTF-8" },
		{ "\xFE\xFF", 2, "UTF-16; save it as UTF-8" },
		{ "<\0", 2, "UTF-16; save it as UTF-8" },
		{ "\0<", 2, "UTF-16; save it as UTF-8" },
		{ "SQLite format 3", 15, "an SQLite database, not a bank" },
		{ "%PDF-", 5, "a PDF document, not a bank" },
	};

	if (g->whole == 0)
		return diag_error(diags, (struct place){ 0, 0 }, "the file is empty");
	if (g->whole > BANK_FILE_MAX_BYTES)
		return diag_error(diags, (struct place){ 0, 0 }, "the file is larger than %u MiB",
		    BANK_FILE_MAX_BYTES >> 20);
	for (size_t i = 0; i < sizeof(magic) / sizeof(magic[0]); i++)
		if (g->whole >= magic[i].len && memcmp(g->data, magic[i].bytes, magic[i].len) == 0)
			return diag_error(diags, (struct place){ 1, 1 }, "this file is %s", magic[i].what);
	return 0;
}

int
guard_init(struct guard *g, const char *data, size_t len, struct diags *diags)
{
	const char *nul;

	memset(g, 0, sizeof(*g));
	g->data = data;
	g->whole = len;
	g->place = (struct place){ 1, 1 };
	if (check_magic(g, diags) != 0)
		return -1;
	g->len = text_valid_prefix(data, len);
	nul = memchr(data, '\0', g->len);
	if (nul != NULL)
		g->len = (size_t)(nul - data);
	if (starts(g, 0, "\xEF\xBB\xBF")) {     /* a byte order mark is no character of the first line */
		g->at = 3;
		g->counted = 3;
	}
	return check_declaration(g, diags);
}

int
guard_report_bad_byte(struct guard *g, struct diags *diags)
{
	unsigned byte;

	if (g->len == g->whole)
		return 0;
	byte = (unsigned char)g->data[g->len];
	return diag_error(diags, guard_place(g, g->len), byte == 0 ?
	    "a NUL byte (%02X): the file is damaged or no text" :
	    "the byte %02X is no UTF-8; save the file as UTF-8", byte);
}

/* ---- pieces of markup ---- */

/* The offset after the next `with` from `at` on, or SIZE_MAX. */
static size_t
after(const struct guard *g, size_t at, const char *with)
{
	size_t n = strlen(with);
	const char *found = at <= g->len ? memmem(g->data + at, g->len - at, with, n) : NULL;

	return found != NULL ? (size_t)(found - g->data) + n : SIZE_MAX;
}

/* The offset after the tag at `at`, or SIZE_MAX; `*broken` if a `<` stands inside it, where none may. */
static size_t
after_tag(const struct guard *g, size_t at, bool *broken)
{
	char quote = '\0';

	for (at++; at < g->len; at++) {
		char c = g->data[at];

		if (c == '<') {
			*broken = true;
			return at + 1;
		}
		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return at + 1;
	}
	return SIZE_MAX;
}

struct piece {
	size_t end;             /* SIZE_MAX: the file ends first */
	size_t cap;
	const char *what;
	bool broken;
};

static struct piece
next_piece(const struct guard *g, size_t at)
{
	struct piece p = { .end = SIZE_MAX, .cap = BANK_TAG_MAX_BYTES, .what = "tag" };

	if (g->data[at] != '<') {
		const char *lt = memchr(g->data + at, '<', g->len - at);

		p.end = lt != NULL ? (size_t)(lt - g->data) : g->len;
		p.cap = BANK_TEXT_MAX_BYTES;
		p.what = "text";
	} else if (starts(g, at, "<!--")) {
		p.end = after(g, at + 4, "-->");
		p.what = "comment";
	} else if (starts(g, at, "<![CDATA[")) {
		p.end = after(g, at + 9, "]]>");
		p.cap = BANK_TEXT_MAX_BYTES;
		p.what = "CDATA section";
	} else if (starts(g, at, "<?")) {
		p.end = after(g, at + 2, "?>");
		p.what = "processing instruction";
	} else {
		p.end = after_tag(g, at, &p.broken);
	}
	return p;
}

const char *
guard_piece_name(const struct guard *g)
{
	return next_piece(g, g->at).what;
}

enum guard_next
guard_next(struct guard *g, const char **chunk, size_t *len, struct diags *diags)
{
	size_t start = g->at;
	enum guard_next next = GUARD_CHUNK;

	*chunk = g->data + start;
	while (next == GUARD_CHUNK && g->at - start < CHUNK_BYTES) {
		struct piece p;

		if (g->at == g->len) {
			next = GUARD_LAST;
			break;
		}
		p = next_piece(g, g->at);
		if (starts(g, g->at, "<!DOCTYPE")) {
			next = GUARD_REFUSED;
		} else if ((p.end == SIZE_MAX ? g->len : p.end) - g->at > p.cap) {
			next = GUARD_REFUSED;
		} else if (p.end == SIZE_MAX) {
			next = GUARD_CUT;
		} else {
			next = p.broken ? GUARD_BROKEN : GUARD_CHUNK;
			g->at = p.end;
		}
	}
	*len = g->at - start;
	/* What stands before an offence is read first, for its own problems. */
	if (*len > 0 && (next == GUARD_REFUSED || next == GUARD_CUT))
		return GUARD_CHUNK;
	if (next == GUARD_REFUSED && starts(g, g->at, "<!DOCTYPE"))
		diag_error(diags, guard_place(g, g->at), "DOCTYPE is not allowed in a bank; take it away");
	else if (next == GUARD_REFUSED)
		diag_error(diags, guard_place(g, g->at), "a %s of more than %zu KiB", guard_piece_name(g),
		    next_piece(g, g->at).cap >> 10);
	return next;
}
