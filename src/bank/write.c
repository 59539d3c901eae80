#include <string.h>
#include <libxml/xmlwriter.h>
#include "bank/rules.h"
#include "viva/bank.h"
#include "viva/buf.h"
#include "viva/err.h"

/*
 * Canonical: attributes in the grammar's order, defaults left out, no white space between
 * elements, so that nothing but the item decides about the bytes.
 */
struct writer {
	xmlTextWriterPtr xml;
	bool failed;                    /* sticky; only memory can fail */
};

static void
begin(struct writer *w, const char *name)
{
	w->failed = w->failed || xmlTextWriterStartElement(w->xml, (const xmlChar *)name) < 0;
}

static void
end(struct writer *w)
{
	w->failed = w->failed || xmlTextWriterEndElement(w->xml) < 0;
}

/* Nothing for a NULL value. */
static void
attribute(struct writer *w, const char *name, const char *value)
{
	if (value != NULL && !w->failed)
		w->failed = xmlTextWriterWriteAttribute(w->xml, (const xmlChar *)name,
		    (const xmlChar *)value) < 0;
}

static void
number(struct writer *w, const char *name, int value)
{
	w->failed = w->failed ||
	    xmlTextWriterWriteFormatAttribute(w->xml, (const xmlChar *)name, "%d", value) < 0;
}

static void
text(struct writer *w, const char *s)
{
	w->failed = w->failed || xmlTextWriterWriteString(w->xml, (const xmlChar *)s) < 0;
}

/* Nothing for NULL text. */
static void
text_element(struct writer *w, const char *name, const char *s)
{
	if (s == NULL)
		return;
	begin(w, name);
	text(w, s);
	end(w);
}

/* ---- prose and blocks ---- */

static void
write_prose(struct writer *w, const struct prose *p)
{
	static const char *const names[] = {
		[RUN_CODE] = "code", [RUN_EM] = "em", [RUN_STRONG] = "strong", [RUN_LINK] = "link",
	};

	for (size_t i = 0; i < p->run_count; i++) {
		const struct run *run = &p->runs[i];

		if (run->style == RUN_PLAIN) {
			text(w, run->text);
			continue;
		}
		begin(w, names[run->style]);
		attribute(w, "href", run->href);
		text(w, run->text);
		end(w);
	}
}

static void
prose_element(struct writer *w, const char *name, const struct prose *p)
{
	begin(w, name);
	write_prose(w, p);
	end(w);
}

static void
write_code(struct writer *w, const struct block *b)
{
	static const char *const roles[] = {
		[CODE_ROLE_CODE] = NULL, [CODE_ROLE_LOG] = "log", [CODE_ROLE_DATA] = "data",
	};

	begin(w, "code-block");
	attribute(w, "syntax", b->syntax);
	attribute(w, "role", roles[b->role]);
	attribute(w, "caption", b->caption);
	text(w, b->code);
	end(w);
}

static void
write_blocks(struct writer *w, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *b = &blocks->v[i];

		switch (b->type) {
		case BLOCK_PARAGRAPH:
			prose_element(w, "p", &b->prose[0]);
			break;
		case BLOCK_LIST:
			begin(w, "list");
			attribute(w, "numbered", b->numbered ? "yes" : NULL);
			for (size_t k = 0; k < b->prose_count; k++)
				prose_element(w, "li", &b->prose[k]);
			end(w);
			break;
		case BLOCK_CODE:
			write_code(w, b);
			break;
		}
	}
}

static void
blocks_element(struct writer *w, const char *name, const struct blocks *blocks)
{
	begin(w, name);
	write_blocks(w, blocks);
	end(w);
}

/* ---- the head ---- */

static void
write_metadata(struct writer *w, const struct bank *b)
{
	begin(w, "metadata");
	text_element(w, "title", b->title);
	text_element(w, "description", b->description);
	for (size_t i = 0; i < b->creator_count; i++) {
		begin(w, "creator");
		attribute(w, "href", b->creators[i].href);
		text(w, b->creators[i].name);
		end(w);
	}
	begin(w, "license");
	attribute(w, "spdx", b->spdx);
	text(w, b->license);
	end(w);
	text_element(w, "date", b->date);
	end(w);
}

/* One topic is all there is, so its share is 100 here. */
static void
write_taxonomy(struct writer *w, const struct bank *b, const struct topic *topic)
{
	const struct area *area = &b->areas[topic->area];

	begin(w, "taxonomy");
	begin(w, "area");
	attribute(w, "id", area->id);
	text_element(w, "title", area->title);
	begin(w, "topic");
	attribute(w, "id", topic->id);
	number(w, "share", 100);
	text_element(w, "title", topic->title);
	end(w);
	end(w);
	end(w);
}

static void
write_scale(struct writer *w, const struct bank *b)
{
	begin(w, "rating-scale");
	attribute(w, "id", "scale");
	for (int grade = 0; grade <= GRADE_MAX; grade++) {
		const struct grade_scale *g = &b->scale[grade];

		begin(w, "grade");
		number(w, "value", grade);
		text_element(w, "title", g->title);
		for (size_t i = 0; i < g->anchor_count; i++) {
			begin(w, "anchor");
			if (g->anchors[i].kind >= 0)
				attribute(w, "kind", kind_name((enum kind)g->anchors[i].kind));
			write_prose(w, &g->anchors[i].text);
			end(w);
		}
		end(w);
	}
	end(w);
}

/* ---- the item ---- */

static void
write_item_start(struct writer *w, const struct bank *b, const struct item *it)
{
	static const char *const states[] = {
		[ITEM_DRAFT] = "draft", [ITEM_ACTIVE] = NULL, [ITEM_RETIRED] = "retired",
	};

	begin(w, "item");
	attribute(w, "id", it->id);
	number(w, "revision", it->revision);
	attribute(w, "topic", b->topics[it->topic].id);
	number(w, "difficulty", it->difficulty);
	attribute(w, "kind", kind_name(it->kind));
	if (it->limit_tenths % 10 == 0)
		number(w, "minutes", it->limit_tenths / 10);
	else
		w->failed = w->failed || xmlTextWriterWriteFormatAttribute(w->xml, (const xmlChar *)"minutes",
		    "%d.%d", it->limit_tenths / 10, it->limit_tenths % 10) < 0;
	attribute(w, "status", states[it->status]);
	attribute(w, "xml:lang", strcmp(it->lang, b->lang) != 0 ? it->lang : NULL);
	text_element(w, "title", it->title);
}

static void
write_key_points(struct writer *w, const struct item *it)
{
	begin(w, "key-points");
	for (size_t i = 0; i < it->key_point_count; i++) {
		const struct key_point *k = &it->key_points[i];

		begin(w, "key-point");
		attribute(w, "id", k->id);
		attribute(w, "essential", k->essential ? "yes" : NULL);
		attribute(w, "weight", k->weight == 2 ? "2" : NULL);
		write_prose(w, &k->text);
		end(w);
	}
	end(w);
}

static void
write_anchors(struct writer *w, const struct item *it)
{
	for (size_t i = 0; i < it->anchor_count; i++) {
		begin(w, "anchor");
		number(w, "value", it->anchors[i].grade);
		write_prose(w, &it->anchors[i].text);
		end(w);
	}
}

static void
write_follow_ups(struct writer *w, const struct item *it)
{
	for (size_t i = 0; i < it->follow_up_count; i++) {
		const struct follow_up *f = &it->follow_ups[i];

		begin(w, "follow-up");
		attribute(w, "id", f->id);
		if (f->minutes > 0)
			number(w, "minutes", f->minutes);
		blocks_element(w, "stem", &f->stem);
		blocks_element(w, "answer", &f->answer);
		end(w);
	}
}

static void
write_tail(struct writer *w, const struct item *it)
{
	for (size_t i = 0; i < it->mistake_count; i++) {
		begin(w, "mistake");
		attribute(w, "id", it->mistakes[i].id);
		prose_element(w, "claim", &it->mistakes[i].claim);
		prose_element(w, "correction", &it->mistakes[i].correction);
		end(w);
	}
	for (size_t i = 0; i < it->reference_count; i++) {
		begin(w, "reference");
		attribute(w, "href", it->references[i].href);
		text(w, it->references[i].text);
		end(w);
	}
	text_element(w, "source-note", it->source_note);
}

static void
write_item(struct writer *w, const struct bank *b, const struct item *it)
{
	write_item_start(w, b, it);
	blocks_element(w, "stem", &it->stem);
	for (size_t i = 0; i < it->on_request_count; i++) {
		begin(w, "on-request");
		attribute(w, "id", it->on_requests[i].id);
		attribute(w, "ask", it->on_requests[i].ask);
		write_blocks(w, &it->on_requests[i].fact);
		end(w);
	}
	blocks_element(w, "answer", &it->answer);
	write_key_points(w, it);
	write_anchors(w, it);
	write_follow_ups(w, it);
	write_tail(w, it);
	end(w);
}

static void
write_bank(struct writer *w, const struct bank *b, const struct item *it)
{
	w->failed = xmlTextWriterStartDocument(w->xml, "1.0", "UTF-8", NULL) < 0;
	begin(w, "item-bank");
	attribute(w, "xmlns", BANK_NAMESPACE);
	attribute(w, "id", b->id);
	attribute(w, "format", "1.0");
	attribute(w, "version", b->version);
	attribute(w, "xml:lang", b->lang);
	write_metadata(w, b);
	write_taxonomy(w, b, &b->topics[it->topic]);
	write_scale(w, b);
	write_item(w, b, it);
	end(w);
	w->failed = w->failed || xmlTextWriterEndDocument(w->xml) < 0;
}

int
bank_write_item(struct buf *out, const struct bank *b, size_t i, struct err *err)
{
	xmlBufferPtr memory = xmlBufferCreate();
	struct writer w = { .xml = memory != NULL ? xmlNewTextWriterMemory(memory, 0) : NULL };
	int status = -1;

	if (w.xml == NULL)
		goto out;
	write_bank(&w, b, &b->items[i]);
	xmlFreeTextWriter(w.xml);               /* flushes */
	if (w.failed)
		goto out;
	buf_add(out, xmlBufferContent(memory), (size_t)xmlBufferLength(memory));
	if (!buf_failed(out))
		status = 0;
out:
	if (memory != NULL)
		xmlBufferFree(memory);
	return status == 0 ? 0 : err_memory(err);
}
