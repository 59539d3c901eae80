#include <math.h>
#include <string.h>
#include "report/haru.h"
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

HPDF_Dict
haru_new_stream(struct writer *w, const void *data, size_t len)
{
	HPDF_Dict dict = w->failed ? NULL : HPDF_DictStream_New(w->doc->mmgr, w->doc->xref);

	if (dict == NULL || HPDF_Stream_Write(dict->stream, data, (HPDF_UINT)len) != HPDF_OK) {
		w->failed = true;
		return NULL;
	}
	dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
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
