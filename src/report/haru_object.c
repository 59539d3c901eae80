#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "report/deflate.h"
#include "report/haru.h"
#include "viva/arena.h"
#include "viva/buf.h"

/*
 * After the first failure nothing is touched any more: libharu frees what it could not add, and
 * whoever made it still has the pointer.
 */
static void
drop(struct writer *w, void *obj)
{
	const HPDF_Obj_Header *header = obj;

	w->failed = true;
	if (header != NULL && (header->obj_id & HPDF_OTYPE_INDIRECT) == 0)
		HPDF_Obj_Free(w->doc->mmgr, obj);
}

void
haru_put(struct writer *w, HPDF_Dict dict, const char *key, void *obj)
{
	if (w->failed || dict == NULL || obj == NULL)
		drop(w, obj);
	else if (HPDF_Dict_Add(dict, key, obj) != HPDF_OK)
		w->failed = true;
}

void
haru_name(struct writer *w, HPDF_Dict dict, const char *key, const char *name)
{
	if (w->failed || dict == NULL || HPDF_Dict_AddName(dict, key, name) != HPDF_OK)
		w->failed = true;
}

void
haru_integer(struct writer *w, HPDF_Dict dict, const char *key, int value)
{
	if (w->failed || dict == NULL || HPDF_Dict_AddNumber(dict, key, value) != HPDF_OK)
		w->failed = true;
}

void
haru_append(struct writer *w, HPDF_Array array, void *obj)
{
	if (w->failed || array == NULL || obj == NULL)
		drop(w, obj);
	else if (HPDF_Array_Add(array, obj) != HPDF_OK)
		w->failed = true;
}

void
haru_append_number(struct writer *w, HPDF_Array array, int value)
{
	if (w->failed || array == NULL || HPDF_Array_AddNumber(array, value) != HPDF_OK)
		w->failed = true;
}

void
haru_append_real(struct writer *w, HPDF_Array array, double value)
{
	haru_append(w, array, HPDF_Real_New(w->doc->mmgr, (HPDF_REAL)(round(value * 100) / 100)));
}

HPDF_Array
haru_array(struct writer *w, HPDF_Dict dict, const char *key)
{
	HPDF_Array array = HPDF_Array_New(w->doc->mmgr);

	haru_put(w, dict, key, array);
	return w->failed ? NULL : array;
}

HPDF_Dict
haru_dict(struct writer *w, HPDF_Dict dict, const char *key)
{
	HPDF_Dict inner = HPDF_Dict_New(w->doc->mmgr);

	haru_put(w, dict, key, inner);
	return w->failed ? NULL : inner;
}

HPDF_Dict
haru_new_dict(struct writer *w)
{
	HPDF_Dict dict = w->failed ? NULL : HPDF_Dict_New(w->doc->mmgr);

	if (dict == NULL || HPDF_Xref_Add(w->doc->xref, dict) != HPDF_OK) {
		w->failed = true;
		return NULL;
	}
	return dict;
}

size_t
haru_number(const void *object)
{
	return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFFu;
}

void
haru_own(struct writer *w, HPDF_Dict dict, const char *words, struct buf *data, bool deflated)
{
	size_t capacity = w->own_capacity > 0 ? 2 * w->own_capacity : 32;
	const char *copy = arena_strdup(w->arena, words);

	if (w->own_count == w->own_capacity) {
		struct own *own = realloc(w->own, capacity * sizeof *own);

		if (own == NULL) {
			w->failed = true;
			return;
		}
		w->own = own;
		w->own_capacity = capacity;
	}
	if (dict == NULL || copy == NULL || buf_failed(data)) {
		w->failed = true;
		return;
	}
	w->own[w->own_count++] = (struct own){ haru_number(dict), copy, *data, deflated };
	buf_init(data);
}

HPDF_Dict
haru_new_stream(struct writer *w, const char *words, struct buf *data, bool compress)
{
	HPDF_Dict dict = haru_new_dict(w);
	struct buf small;

	buf_init(&small);
	if (compress) {
		deflater_add(w->plan->deflater, &small, buf_text(data), data->len);
		small.failed = small.failed || buf_failed(data);
	}
	haru_own(w, dict, words, compress ? &small : data, compress);
	buf_finish(&small);
	buf_finish(data);
	return dict;
}

static bool
is_ascii(const char *text)
{
	while (*text > 0)
		text++;
	return *text == '\0';
}

void
haru_text(struct writer *w, HPDF_Dict dict, const char *key, const char *text)
{
	struct buf utf16;

	if (is_ascii(text)) {           /* half the length, and readable in the file */
		haru_put(w, dict, key, HPDF_String_New(w->doc->mmgr, text, NULL));
		return;
	}
	buf_init(&utf16);
	buf_add(&utf16, "\xFE\xFF", 2);
	pdf_put_utf16(&utf16, text, strlen(text));
	if (buf_failed(&utf16))
		w->failed = true;
	else
		haru_put(w, dict, key,
		    HPDF_Binary_New(w->doc->mmgr, (HPDF_BYTE *)utf16.data, (HPDF_UINT)utf16.len));
	buf_finish(&utf16);
}
