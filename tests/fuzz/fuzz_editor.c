/*
 * Any bytes from a terminal into a text field, by way of the decoder: the text stays UTF-8 within its limit, the
 * cursor in it, and the edits that go to the journal rebuild it.  By the first byte the field begins empty, with a text
 * from a journal, or gets one from the user's own editor at last.
 */
#include "fuzz.h"

#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/decode.h"
#include "viva/editor.h"
#include "viva/text.h"

#define COLUMNS 90
enum { WITH_NOTHING, WITH_TEXT, WITH_EDITOR };

/* What the journal would hold. */
static void
take_edits(struct buf *copy, struct editor *e)
{
	struct editor_edit edit;

	while (editor_next_edit(e, &edit)) {
		struct buf next;

		demand(edit.at <= copy->len && edit.cut <= copy->len - edit.at, "an edit is of the text before it");
		buf_init(&next);
		buf_add(&next, buf_text(copy), edit.at);
		buf_add(&next, edit.data, edit.len);
		buf_add(&next, buf_text(copy) + edit.at + edit.cut, copy->len - edit.at - edit.cut);
		buf_finish(copy);
		*copy = next;
	}
}

static void
check(struct editor *e, struct buf *copy)
{
	size_t len;
	const char *text = editor_text(e, &len);

	demand(len <= EDITOR_MAX_BYTES && text_valid(text, len) && strlen(text) == len, "the text is text");
	demand(editor_cursor(e) <= len && text_valid(text, editor_cursor(e)), "the cursor is between characters");
	take_edits(copy, e);
	demand(copy->len == len && memcmp(buf_text(copy), text, len) == 0, "the journal has what is there");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct editor *e = editor_new();
	struct decoder *d = decoder_new();
	struct canvas *canvas;
	struct key_press k;
	struct buf copy;
	int columns = size > 0 ? 1 + data[0] % COLUMNS : 80, rows = size > 1 ? 1 + data[1] % 30 : 24;
	int with = size > 2 ? data[0] / COLUMNS : WITH_NOTHING;
	size_t text_len = with != WITH_NOTHING ? (size - 2) / 2 : 0, at = 2 + text_len;

	canvas = canvas_new(rows, columns);
	buf_init(&copy);
	if (with == WITH_TEXT) {
		buf_add(&copy, data + 2, text_len);
		editor_set(e, (const char *)data + 2, text_len);
	}
	while (at < size) {
		size_t n = size - at < 7 ? size - at : 7;

		demand(decoder_feed(d, (const char *)data + at, n, (int64_t)at * 100) == 0, "memory suffices");
		at += n;
		if (at == size)
			decoder_tick(d, INT64_MAX / 2);
		while (decoder_next(d, &k)) {
			editor_key(e, &k);
			take_edits(&copy, e);
		}
		editor_paint(e, canvas, (struct pane){ 0, 0, rows, columns }, true);
	}
	if (with == WITH_EDITOR)
		editor_replace(e, (const char *)data + 2, text_len);
	check(e, &copy);
	demand(editor_rows(e, columns) >= 1 && !editor_failed(e), "it can be shown");
	buf_finish(&copy);
	canvas_free(canvas);
	decoder_free(d);
	editor_free(e);
	return 0;
}
