#include <stdlib.h>
#include <string.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include "bank/guard.h"
#include "bank/parse.h"
#include "bank/reader.h"
#include "viva/bank.h"

/* No element has a tenth of them; more are an attack on whoever compares them pairwise. */
#define ATTRIBUTES_MAX 64
#define MESSAGE_BYTES 300

struct parser {
	struct reader *reader;
	struct diags *diags;
	struct guard guard;
	xmlParserCtxtPtr xml;
	size_t start;           /* offset of the first byte that libxml2 was given */
	size_t mark;            /* offset after the last tag, comment or instruction */
	bool stop;              /* reading on is pointless; later callbacks do nothing */
	unsigned long refusals; /* before the file */
};

/* ---- memory ---- */

/*
 * libxml2 does not always say that it was refused memory: it may call a good file malformed, or leave
 * something out.  So its requests pass through here and refusals are counted.
 */
static unsigned long refusals;

static void *
note_refusal(void *p)
{
	refusals += p == NULL;
	return p;
}

static void *
counted_malloc(size_t size)
{
	return note_refusal(malloc(size));
}

static void *
counted_realloc(void *p, size_t size)
{
	return note_refusal(realloc(p, size));
}

static char *
counted_strdup(const char *s)
{
	return note_refusal(strdup(s));
}

static int
out_of_memory(struct parser *p)
{
	p->stop = true;
	return diag_error(p->diags, (struct place){ 0, 0 }, "out of memory");
}

/* ---- where we are ---- */

static size_t
cursor(const struct parser *p)
{
	long consumed = xmlByteConsumed(p->xml);
	size_t offset = p->start + (consumed > 0 ? (size_t)consumed : 0);

	return offset < p->guard.whole ? offset : p->guard.whole;
}

/* The `<` of the tag that libxml2 has just read: none can stand inside a tag. */
static size_t
tag_start(const struct parser *p, size_t offset)
{
	while (offset > p->start && p->guard.data[--offset] != '<')
		continue;
	return offset;
}

/* The first character after the last tag that is not white space. */
static size_t
text_start(const struct parser *p)
{
	size_t at = p->mark;

	while (at < p->guard.len && xml_blank(p->guard.data[at]))
		at++;
	return at;
}

/* ---- what libxml2 calls ---- */

static const char *
chars(const xmlChar *s)
{
	return (const char *)s;
}

static int
check_namespaces(struct parser *p, struct place at, int count, const xmlChar **namespaces)
{
	for (int i = 0; i < count; i++) {
		const char *uri = namespaces[2 * i + 1] != NULL ? chars(namespaces[2 * i + 1]) : "";

		if (strcmp(uri, BANK_NAMESPACE) != 0)
			diag_error(p->diags, at, "namespace \"%.60s\" is foreign; a bank uses only \"%s\"",
			    uri, BANK_NAMESPACE);
	}
	return 0;
}

static void
on_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attr_count, int defaulted, const xmlChar **attributes)
{
	struct parser *p = data;
	const struct xml_name name = { chars(local), chars(prefix), chars(uri) };
	struct xml_attr attrs[ATTRIBUTES_MAX];
	size_t offset = cursor(p), start;
	struct place at;

	(void)defaulted;                        /* no DTD, no defaults */
	if (p->stop)
		return;
	start = tag_start(p, offset);
	at = guard_place(&p->guard, start);
	p->mark = offset + 1;
	if (attr_count > ATTRIBUTES_MAX || namespace_count > ATTRIBUTES_MAX) {
		diag_error(p->diags, at, "a tag with more than %d attributes", ATTRIBUTES_MAX);
		p->stop = true;
		return;
	}
	check_namespaces(p, at, namespace_count, namespaces);
	for (int i = 0; i < attr_count; i++) {
		const xmlChar **a = &attributes[5 * i];

		attrs[i].name = (struct xml_name){ chars(a[0]), chars(a[1]), chars(a[2]) };
		attrs[i].value = chars(a[3]);
		attrs[i].len = (size_t)(a[4] - a[3]);
	}
	if (reader_open(p->reader, &name, attrs, (size_t)attr_count, at) != 0)
		p->stop = true;
}

static void
on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	struct parser *p = data;

	(void)local, (void)prefix, (void)uri;   /* libxml2 has compared them */
	if (p->stop)
		return;
	p->mark = cursor(p);
	if (reader_close(p->reader) != 0)
		p->stop = true;
}

static void
on_text(void *data, const xmlChar *s, int len)
{
	struct parser *p = data;
	struct place at = { 0, 0 };

	if (p->stop)
		return;
	if (!reader_takes_text(p->reader)) {
		int i = 0;

		while (i < len && xml_blank(chars(s)[i]))
			i++;
		if (i == len)
			return;
		at = guard_place(&p->guard, text_start(p));
	}
	if (reader_text(p->reader, chars(s), (size_t)len, at) != 0)
		p->stop = true;
}

static void
on_comment(void *data, const xmlChar *text)
{
	struct parser *p = data;

	(void)text;
	p->mark = cursor(p);
}

static void
on_instruction(void *data, const xmlChar *target, const xmlChar *text)
{
	struct parser *p = data;

	(void)target, (void)text;
	p->mark = cursor(p);
}

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

static void
report_malformed(struct parser *p, const xmlError *e, size_t offset)
{
	char text[MESSAGE_BYTES];
	struct place at = guard_place(&p->guard, offset);

	switch (e->code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		diag_error(p->diags, guard_place(&p->guard, tag_start(p, offset)),
		    "</%.60s> does not end <%.60s> of line %d", or_empty(e->str2), or_empty(e->str1),
		    e->int1);
		return;
	case XML_ERR_DOCUMENT_EMPTY:
		diag_error(p->diags, at, "this is no XML; a bank begins with <item-bank>");
		return;
	case XML_ERR_DOCUMENT_END:
		diag_error(p->diags, at, p->reader->finished ? "nothing may follow </item-bank>" :
		    "the file ends before <item-bank>");
		return;
	case XML_ERR_UNDECLARED_ENTITY:
		diag_error(p->diags, at, "&%.60s; means nothing in XML; write the character itself",
		    or_empty(e->str1));
		return;
	default:
		snprintf(text, sizeof(text), "%s", or_empty(e->message));
		text[strcspn(text, "\n")] = '\0';
		diag_error(p->diags, at, "not well-formed XML: %s", text);
	}
}

static void
on_error(void *data, xmlErrorPtr e)
{
	struct parser *p = data;

	if (p->stop || e->level == XML_ERR_WARNING)
		return;
	if (e->code == XML_ERR_NO_MEMORY || refusals != p->refusals) {
		out_of_memory(p);
	} else if (e->level == XML_ERR_FATAL) {
		report_malformed(p, e, cursor(p));
		p->stop = true;
	} else if (e->code != XML_NS_ERR_UNDEFINED_NAMESPACE) {
		/* An unknown prefix is left to the reader, which refuses the name that bears it. */
		report_malformed(p, e, tag_start(p, cursor(p)));
	}
}

/* Before there is a parser to call on_error(), libxml2 would print. */
static void
on_error_without_parser(void *data, xmlErrorPtr e)
{
	(void)data, (void)e;
}

/* ---- the loop ---- */

static int
open_parser(struct parser *p)
{
	xmlSAXHandler sax;

	xmlSetStructuredErrorFunc(NULL, on_error_without_parser);
	/* No entity and DTD callbacks: nothing is declared, nothing is loaded. */
	memset(&sax, 0, sizeof(sax));
	sax.initialized = XML_SAX2_MAGIC;
	sax.startElementNs = on_start;
	sax.endElementNs = on_end;
	sax.characters = on_text;
	sax.ignorableWhitespace = on_text;
	sax.cdataBlock = on_text;
	sax.comment = on_comment;
	sax.processingInstruction = on_instruction;
	sax.serror = on_error;
	p->xml = xmlCreatePushParserCtxt(&sax, p, NULL, 0, NULL);
	/* The guard has seen to the encoding. */
	if (p->xml == NULL || xmlCtxtUseOptions(p->xml,
	    XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC) != 0)
		return out_of_memory(p);
	return 0;
}

/* The file ends too early: inside an element, inside a piece of markup, or both. */
static int
report_cut(struct parser *p)
{
	const char *name;
	struct place begin;

	reader_innermost(p->reader, &name, &begin);
	if (name == NULL)
		return diag_error(p->diags, guard_place(&p->guard, p->guard.at),
		    "the file ends inside this %s", guard_piece_name(&p->guard));
	return diag_error(p->diags, guard_place(&p->guard, p->guard.whole),
	    "the file is cut off inside <%s>, which begins in line %u", name, (unsigned)begin.line);
}

/* After the last whole piece of markup; `cut` if the file ends inside another one. */
static int
finish(struct parser *p, bool cut)
{
	if (guard_report_bad_byte(&p->guard, p->diags) != 0)
		return -1;
	if (cut || p->reader->open != NULL)
		return report_cut(p);
	xmlParseChunk(p->xml, NULL, 0, 1);      /* libxml2 says what is missing, if anything */
	return !p->stop && p->reader->finished ? 0 : -1;
}

static int
run(struct parser *p)
{
	for (;;) {
		const char *chunk;
		size_t len;
		enum guard_next next = guard_next(&p->guard, &chunk, &len, p->diags);

		if (next == GUARD_REFUSED)
			return -1;
		if (len > 0)
			xmlParseChunk(p->xml, chunk, (int)len, next == GUARD_BROKEN);
		/* More errors than the list holds help no author, and cost time. */
		if (p->stop || p->diags->error_count > DIAGS_MAX || next == GUARD_BROKEN)
			return -1;
		if (next == GUARD_LAST || next == GUARD_CUT)
			return finish(p, next == GUARD_CUT);
	}
}

int
parse_bank(struct reader *reader, const char *data, size_t len, struct diags *diags)
{
	struct parser p = { .reader = reader, .diags = diags };
	int status = -1;

	if (guard_init(&p.guard, data, len, diags) != 0)
		return -1;
	xmlMemSetup(free, counted_malloc, counted_realloc, counted_strdup);
	p.refusals = refusals;
	p.start = p.mark = p.guard.at;
	if (open_parser(&p) == 0)
		status = run(&p);
	if (refusals != p.refusals && !p.stop)
		status = out_of_memory(&p);
	if (status != 0 && diags->error_count == 0)
		diag_error(diags, (struct place){ 0, 0 }, "the file cannot be read as XML");
	xmlFreeParserCtxt(p.xml);
	xmlResetLastError();                    /* a copy that libxml2 would keep */
	return status;
}
