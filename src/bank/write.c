#include <string.h>
#include "bank/rules.h"
#include "viva/bank.h"
#include "viva/buf.h"
#include "viva/err.h"

/*
 * Canonical: attributes in the grammar's order, defaults left out, no white space between
 * elements, so that nothing but the item decides about the bytes.  Written by hand, since
 * libxml2's writer drops a text without a word when memory runs out.
 */
struct writer {
	struct buf *out;                /* its failure is sticky and asked for once */
	const char *open[BANK_DEPTH_MAX];
	size_t depth;
	bool in_tag;                    /* the last start tag still takes attributes */
};

static void
escape(struct writer *w, const char *s, const char *special)
{
	for (size_t plain; *s != '\0'; s += plain + 1) {
		plain = strcspn(s, special);
		buf_add(w->out, s, plain);
		if (s[plain] == '\0')
			return;
		switch (s[plain]) {
		case '&': buf_puts(w->out, "&amp;"); break;
		case '<': buf_puts(w->out, "&lt;"); break;
		case '>': buf_puts(w->out, "&gt;"); break;
		case '"': buf_puts(w->out, "&quot;"); break;
		default: buf_printf(w->out, "&#%d;", s[plain]); break;
		}
	}
}

static void
end_tag(struct writer *w)
{
	if (w->in_tag)
		buf_putc(w->out, '>');
	w->in_tag = false;
}

static void
begin(struct writer *w, const char *name)
{
	end_tag(w);
	buf_printf(w->out, "<%s", name);
	w->open[w->depth++] = name;
	w->in_tag = true;
}

static void
end(struct writer *w)
{
	w->depth--;
	if (w->in_tag)
		buf_puts(w->out, "/>");
	else
		buf_printf(w->out, "</%s>", w->open[w->depth]);
	w->in_tag = false;
}

/* Nothing for a NULL value. */
static void
attribute(struct writer *w, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(w->out, " %s=\"", name);
	escape(w, value, "&<\"\t\n\r");
	buf_putc(w->out, '"');
}

static void
number(struct writer *w, const char *name, int value)
{
	buf_printf(w->out, " %s=\"%d\"", name, value);
}

static void
text(struct writer *w, const char *s)
{
	if (*s == '\0')
		return;
	end_tag(w);
	escape(w, s, "&<>\r");
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
		buf_printf(w->out, " minutes=\"%d.%d\"", it->limit_tenths / 10, it->limit_tenths % 10);
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
	buf_puts(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
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
	buf_putc(w->out, '\n');
}

int
bank_write_item(struct buf *out, const struct bank *b, size_t i, struct err *err)
{
	struct writer w = { .out = out };

	write_bank(&w, b, &b->items[i]);
	return buf_failed(out) ? err_memory(err) : 0;
}
