#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include "report/haru.h"
#include "viva/buf.h"
#include "viva/err.h"

/*
 * What libharu saved, written again with its small objects packed and compressed (ISO 32000-1,
 * 7.5.7 and 7.5.8): a tagged page has hundreds of them, and the file gets half as long.
 */

#define OBJECT_ID(obj) ((obj)->obj_id & 0x00FFFFFFu)    /* without libharu's flags */

/* Where an object is: at an offset of the file, or the `index`-th of the pack. */
struct place { bool packed; size_t offset, index; };

struct pack {
	struct writer *w;
	const char *in;                 /* as libharu saved it */
	size_t in_len;
	struct buf *out;
	struct place *places;           /* by object number; one more for the pack, one for the places */
	size_t count;                   /* objects of libharu's, with the free one, number 0 */
	struct buf head, body;          /* of the pack */
	size_t packed;
};

static HPDF_XrefEntry
entry(const struct pack *p, size_t number)
{
	return HPDF_Xref_GetEntry(p->w->doc->xref, (HPDF_UINT)number);
}

/* The whole of an object, from "12 0 obj" to "endobj" with its newline. */
static const char *
object(const struct pack *p, size_t number, size_t *len)
{
	size_t start = entry(p, number)->byte_offset, end = p->w->doc->xref->addr;

	if (number + 1 < p->count)
		end = entry(p, number + 1)->byte_offset;
	*len = end > start && end <= p->in_len ? end - start : 0;
	return p->in + start;
}

/* Adds what stands between "obj" and "endobj". */
static void
pack_object(struct pack *p, size_t number)
{
	static const char end_mark[] = "\nendobj\n";
	size_t len;
	const char *text = object(p, number, &len), *body = memchr(text, '\n', len);

	if (body == NULL || len < sizeof end_mark) {
		p->w->failed = true;
		return;
	}
	body++;
	len -= (size_t)(body - text) + sizeof end_mark - 1;
	buf_printf(&p->head, "%zu %zu ", number, p->body.len);
	buf_add(&p->body, body, len);
	buf_putc(&p->body, '\n');
	p->places[number] = (struct place){ true, 0, p->packed++ };
}

static bool
is_stream(const struct pack *p, size_t number)
{
	const HPDF_Obj_Header *header = entry(p, number)->obj;

	return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
	    ((HPDF_Dict)entry(p, number)->obj)->stream != NULL;
}

/* Object `number` with `words` in its dictionary and `data`, compressed, as its stream. */
static int
put_stream(struct pack *p, size_t number, const char *words, const struct buf *data)
{
	uLongf len = compressBound(data->len);
	char *small = malloc(len);

	if (small == NULL || buf_failed(data) ||
	    compress2((Bytef *)small, &len, (const Bytef *)buf_text(data), data->len,
	    Z_BEST_COMPRESSION) != Z_OK) {
		free(small);
		return -1;
	}
	p->places[number] = (struct place){ false, p->out->len, 0 };
	buf_printf(p->out, "%zu 0 obj\n<<%s/Filter/FlateDecode/Length %lu>>\nstream\n", number, words, len);
	buf_add(p->out, small, len);
	buf_puts(p->out, "\nendstream\nendobj\n");
	free(small);
	return 0;
}

static void
put_big_endian(struct buf *out, size_t value, int bytes)
{
	while (bytes-- > 0)
		buf_putc(out, (char)(value >> 8 * bytes & 0xFF));
}

/* The table of places, a stream itself. */
static int
put_places(struct pack *p, size_t pack_number)
{
	size_t total = pack_number + 2;
	HPDF_Doc doc = p->w->doc;
	struct buf rows, words;
	int status;

	buf_init(&rows);
	buf_init(&words);
	p->places[total - 1].offset = p->out->len;
	put_big_endian(&rows, 0, 1 + 4 + 2);
	for (size_t i = 1; i < total; i++) {
		const struct place *at = &p->places[i];

		put_big_endian(&rows, at->packed ? 2 : 1, 1);
		put_big_endian(&rows, at->packed ? pack_number : at->offset, 4);
		put_big_endian(&rows, at->index, 2);
	}
	buf_printf(&words, "/Type/XRef/Size %zu/W[1 4 2]/Root %u 0 R/Info %u 0 R/ID[", total,
	    OBJECT_ID(&doc->catalog->header), OBJECT_ID(&doc->info->header));
	for (int i = 0; i < 2; i++) {   /* the first version of the file, and this one */
		buf_putc(&words, '<');
		for (size_t j = 0; j < sizeof p->w->id; j++)
			buf_printf(&words, "%02X", p->w->id[j]);
		buf_putc(&words, '>');
	}
	buf_putc(&words, ']');
	status = buf_failed(&words) ? -1 : put_stream(p, total - 1, buf_text(&words), &rows);
	buf_finish(&rows);
	buf_finish(&words);
	return status;
}

static int
write_packed(struct pack *p)
{
	struct buf all, words;
	size_t start, pack_number = p->count;
	int status = -1;

	buf_init(&all);
	buf_init(&words);
	buf_add(p->out, p->in, entry(p, 1)->byte_offset);       /* the header */
	for (size_t i = 1; i < p->count; i++) {
		size_t len;
		const char *text = object(p, i, &len);

		if (!is_stream(p, i)) {
			pack_object(p, i);
			continue;
		}
		p->places[i] = (struct place){ false, p->out->len, 0 };
		buf_add(p->out, text, len);
	}
	buf_printf(&words, "/Type/ObjStm/N %zu/First %zu", p->packed, p->head.len);
	buf_add(&all, buf_text(&p->head), p->head.len);
	buf_add(&all, buf_text(&p->body), p->body.len);
	if (buf_failed(&p->head) || buf_failed(&p->body) || buf_failed(&words) || p->w->failed ||
	    put_stream(p, pack_number, buf_text(&words), &all) != 0)
		goto out;
	start = p->out->len;
	status = put_places(p, pack_number);
	buf_printf(p->out, "startxref\n%zu\n%%%%EOF\n", start);
out:
	buf_finish(&all);
	buf_finish(&words);
	return status;
}

int
haru_pack(struct writer *w, const struct buf *saved, struct buf *out)
{
	struct pack p = { .w = w, .in = saved->data, .in_len = saved->len, .out = out };
	int status;

	p.count = w->doc->xref->entries->count;
	p.places = calloc(p.count + 2, sizeof *p.places);
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
