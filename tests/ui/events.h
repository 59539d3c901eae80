#ifndef VIVA_TEST_UI_EVENTS_H
#define VIVA_TEST_UI_EVENTS_H
#include "viva/buf.h"
#include "viva/decode.h"
#include "viva/text.h"
/* Keys as words: "a", "C-a", "M-Enter", "paste(...)". */

static const char *const event_names[] = {
	"char", "paste", "Enter", "Tab", "Backspace", "Delete", "Insert", "Escape",
	"Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown"
};

static void
event_words(struct buf *out, const struct key_press *k)
{
	if (k->key == PRESS_PASTE && k->joined && out->len > 0) {
		out->len -= 2;          /* ") " */
		buf_add(out, k->text, k->len);
		buf_puts(out, ") ");
		return;
	}
	buf_puts(out, k->mods & PRESS_CTRL ? "C-" : "");
	buf_puts(out, k->mods & PRESS_ALT ? "M-" : "");
	buf_puts(out, k->mods & PRESS_SHIFT ? "S-" : "");
	if (k->key == PRESS_CHAR) {
		text_put(out, k->cp);
	} else {
		buf_puts(out, event_names[k->key]);
		if (k->key == PRESS_PASTE) {
			buf_putc(out, '(');
			buf_add(out, k->text, k->len);
			buf_putc(out, ')');
		}
	}
	buf_putc(out, ' ');
}

static void
events_fetch(struct buf *out, struct decoder *d)
{
	struct key_press k;

	while (decoder_next(d, &k))
		event_words(out, &k);
}

#endif
