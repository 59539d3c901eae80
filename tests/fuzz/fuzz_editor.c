/*
 * Any bytes from a terminal into a text field, by way of the decoder: the text stays UTF-8 within its limit, the
 * cursor in it, and the edits that go to the journal rebuild it.
 */
#include "fuzz.h"

#include "viva/buf.h"
#include "viva/canvas.h"
#include "viva/decode.h"
#include "viva/editor.h"
#include "viva/text.h"

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
	int columns = size > 0 ? 1 + data[0] % 90 : 80, rows = size > 1 ? 1 + data[1] % 30 : 24;

	canvas = canvas_new(rows, columns);
	buf_init(&copy);
	for (size_t at = 2; at < size;) {
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
	check(e, &copy);
	demand(editor_rows(e, columns) >= 1 && !editor_failed(e), "it can be shown");
	buf_finish(&copy);
	canvas_free(canvas);
	decoder_free(d);
	editor_free(e);
	return 0;
}
