#include <stdlib.h>
#include <string.h>
#include "report/deflate.h"
#include "report/haru.h"
#include "viva/buf.h"
#include "viva/err.h"

/*
 * What libharu saved, written again: streams and structure put in, small objects packed and compressed (ISO
 * 32000-1, 7.5.7 and 7.5.8).  A tagged page has hundreds of them, and the file gets half as long.
 */
#define PACK_OBJECTS_MAX 4000   /* a reader unpacks all for one; four pages have 1500 */

/* Where an object is: at an offset of the file, or the `index`-th of a pack with this number. */
struct place { size_t pack, offset, index; };

struct pack {
	struct writer *w;
	const char *in;                 /* as libharu saved it */
	size_t in_len;
	struct buf *out;
	struct place *places;           /* by object number */
	size_t count;                   /* objects of libharu's, with the free one, number 0 */
	size_t next_number;             /* for packs, and at last for the table of places */
	struct buf head, body;          /* of the pack that is being filled */
	size_t packed;                  /* objects in it */
};

static HPDF_XrefEntry
entry(const struct pack *p, size_t number)
{
	return HPDF_Xref_GetEntry(p->w->doc->xref, (HPDF_UINT)number);
}

/* What libharu wrote between "12 0 obj" and "endobj"; `len` is 0 where that is not to be found. */
static const char *
saved_body(const struct pack *p, size_t number, size_t *len)
{
	static const char end_mark[] = "\nendobj\n";
	size_t start = entry(p, number)->byte_offset, end = p->w->doc->xref->addr;
	const char *body;

	*len = 0;
	if (number + 1 < p->count)
		end = entry(p, number + 1)->byte_offset;
	if (end > p->in_len || end < start + sizeof end_mark)
		return NULL;
	body = memchr(p->in + start, '\n', end - start);
	if (body == NULL || p->in + end - body < (ptrdiff_t)sizeof end_mark)
		return NULL;
	*len = (size_t)(p->in + end - ++body) - (sizeof end_mark - 1);
	return body;
}

/* Object `number` with `words` in its dictionary and `data` as its stream. */
static void
put_stream(struct pack *p, size_t number, const char *words, const struct buf *data, bool deflated)
{
	p->places[number] = (struct place){ 0, p->out->len, 0 };
	buf_printf(p->out, "%zu 0 obj\n<<%s%s/Length %zu>>\nstream\n", number, words,
	    deflated ? "/Filter/FlateDecode" : "", data->len);
	buf_add(p->out, buf_text(data), data->len);
	buf_puts(p->out, "\nendstream\nendobj\n");
	p->out->failed = p->out->failed || buf_failed(data);
}

/* The pack that is full goes out. */
static void
put_pack(struct pack *p)
{
	struct buf small, words;

	if (p->packed == 0)
		return;
	buf_init(&small);
	buf_init(&words);
	buf_printf(&words, "/Type/ObjStm/N %zu/First %zu", p->packed, p->head.len);
	buf_add(&p->head, buf_text(&p->body), p->body.len);
	p->head.failed = p->head.failed || buf_failed(&p->body);
	deflater_add(p->w->plan->deflater, &small, buf_text(&p->head), p->head.len);
	p->out->failed = p->out->failed || buf_failed(&p->head) || buf_failed(&words);
	put_stream(p, p->next_number++, buf_text(&words), &small, true);
	buf_clear(&p->head);
	buf_clear(&p->body);
	p->packed = 0;
	buf_finish(&small);
	buf_finish(&words);
}

static void
add_packed(struct pack *p, size_t number, const char *text, size_t len)
{
	if (p->packed == PACK_OBJECTS_MAX)
		put_pack(p);
	buf_printf(&p->head, "%zu %zu ", number, p->body.len);
	buf_add(&p->body, text, len);
	buf_putc(&p->body, '\n');
	p->places[number] = (struct place){ p->next_number, 0, p->packed++ };
}

void
pack_object(struct pack *p, size_t number, const struct buf *text)
{
	p->body.failed = p->body.failed || buf_failed(text);
	add_packed(p, number, buf_text(text), text->len);
}

static void
put_big_endian(struct buf *out, size_t value, int bytes)
{
	while (bytes-- > 0)
		buf_putc(out, (char)(value >> 8 * bytes & 0xFF));
}

/* The table of places, a stream itself. */
static void
put_places(struct pack *p)
{
	size_t total = p->next_number + 1;
	HPDF_Doc doc = p->w->doc;
	struct buf rows, small, words;

	buf_init(&rows);
	buf_init(&small);
	buf_init(&words);
	p->places[total - 1] = (struct place){ 0, p->out->len, 0 };
	put_big_endian(&rows, 0, 1 + 4 + 2);
	for (size_t i = 1; i < total; i++) {
		const struct place *at = &p->places[i];

		put_big_endian(&rows, at->pack != 0 ? 2 : 1, 1);
		put_big_endian(&rows, at->pack != 0 ? at->pack : at->offset, 4);
		put_big_endian(&rows, at->index, 2);
	}
	buf_printf(&words, "/Type/XRef/Size %zu/W[1 4 2]/Root %zu 0 R/Info %zu 0 R/ID[", total,
	    haru_number(doc->catalog), haru_number(doc->info));
	for (int i = 0; i < 2; i++) {   /* the first version of the file, and this one */
		buf_putc(&words, '<');
		for (size_t j = 0; j < sizeof p->w->id; j++)
			buf_printf(&words, "%02X", p->w->id[j]);
		buf_putc(&words, '>');
	}
	buf_putc(&words, ']');
	deflater_add(p->w->plan->deflater, &small, buf_text(&rows), rows.len);
	p->out->failed = p->out->failed || buf_failed(&rows) || buf_failed(&words);
	put_stream(p, total - 1, buf_text(&words), &small, true);
	buf_finish(&rows);
	buf_finish(&small);
	buf_finish(&words);
}

/* Each object of libharu's, from its own hand or with what is ours. */
static void
put_saved(struct pack *p)
{
	struct writer *w = p->w;
	size_t own = 0, len;

	for (size_t i = 1; i < p->count; i++) {
		const char *body;

		if (own < w->own_count && w->own[own].number == i) {
			put_stream(p, i, w->own[own].words, &w->own[own].data, w->own[own].deflated);
			buf_finish(&w->own[own++].data);
			continue;
		}
		if (i == haru_number(w->structure))
			continue;
		body = saved_body(p, i, &len);
		if (body == NULL)
			p->out->failed = true;
		else
			add_packed(p, i, body, len);
	}
}

static int
write_packed(struct pack *p)
{
	size_t start;

	buf_add(p->out, p->in, entry(p, 1)->byte_offset);       /* the header */
	put_saved(p);
	if (haru_structure(p->w, p, p->count) != 0)
		return -1;
	put_pack(p);
	start = p->out->len;
	put_places(p);
	buf_printf(p->out, "startxref\n%zu\n%%%%EOF\n", start);
	return 0;
}

int
haru_pack(struct writer *w, const struct buf *saved, struct buf *out)
{
	struct pack p = { .w = w, .in = saved->data, .in_len = saved->len, .out = out };
	size_t ours = haru_structure_count(w);
	int status;

	p.count = w->doc->xref->entries->count;
	p.next_number = p.count + ours;
	/* Room for the packs and the table too. */
	p.places = calloc(p.next_number + p.next_number / PACK_OBJECTS_MAX + 2, sizeof *p.places);
	if (p.places == NULL)
		return err_memory(w->err);
	buf_init(&p.head);
	buf_init(&p.body);
	status = write_packed(&p);
	if (status != 0 || buf_failed(out))
		status = err_memory(w->err);
	buf_finish(&p.head);
	buf_finish(&p.body);
	free(p.places);
	return status;
}
