/* A question of an ended session, read again in plain lines. */
#include "ui/plain_lines.h"
#include "viva/buf.h"
#include "viva/plain.h"
#include "viva/words.h"

static void
say_words(const struct plain *p, struct buf *words)
{
	plain_say(p, "%s", buf_text(words));
	buf_clear(words);
}

void
plain_own(const struct plain *p, const struct own_text *t, bool led)
{
	const char *line = t->text;
	struct buf b;

	fputc('\n', p->out);
	plain_say(p, t->kind == NOTE_NOTE ? "Your note:" : led ? "Their answer:" : "Your answer:");
	buf_init(&b);
	for (const char *end; line != NULL; line = *end != '\0' ? end + 1 : NULL) {
		end = line;
		while (*end != '\0' && *end != '\n')
			end++;
		buf_add(&b, line, (size_t)(end - line));
		say_words(p, &b);
	}
	buf_finish(&b);
}

void
plain_review(const struct plain *p, const struct review_page *page)
{
	const struct item *it = page->view.item;
	struct buf b;

	buf_init(&b);
	plain_rule(p);
	words_heading(&b, &page->view);
	say_words(p, &b);
	words_result(&b, &page->view, page->earlier, page->earlier_count);
	say_words(p, &b);
	fputc('\n', p->out);
	plain_blocks(p, &it->stem);
	for (size_t i = 0; i < page->text_count; i++)
		plain_own(p, &page->texts[i], page->view.led);
	fputc('\n', p->out);
	plain_strong(p, it);
	plain_marks(p, &page->view);
	fputc('\n', p->out);
	buf_finish(&b);
}

void
plain_review_to_do(const struct plain *p, const struct marking_view *v)
{
	struct buf b;

	buf_init(&b);
	words_review(&b, v);
	if (v->record->phase == PHASE_NOTE)
		buf_puts(&b, " A number: that question. b back, q leave.");
	say_words(p, &b);
	buf_finish(&b);
}
