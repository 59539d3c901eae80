#include "cli/next_lines.h"

#include <string.h>

#include "cli/app.h"
#include "viva/buf.h"
#include "viva/text.h"

struct say { struct buf *out; int columns; };

static void
line(const struct say *s, int first, int indent, const char *words)
{
	struct buf visible;

	buf_init(&visible);
	text_visible(&visible, words, strlen(words), false);
	text_wrap(s->out, buf_text(&visible), s->columns, first, indent);
	buf_putc(s->out, '\n');
	buf_finish(&visible);
}

static void
say_items(const struct say *s, const struct progress *p)
{
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < p->next.item_count; i++) {
		buf_clear(&text);
		buf_printf(&text, "%zu. ", i + 1);
		next_item_text(&text, p->bank, &p->next.items[i]);
		line(s, 2, 5, buf_text(&text));
	}
	if (p->next.waiting > 0) {
		buf_clear(&text);
		buf_printf(&text, "%zu more %s; sessions ask them again one by one.", p->next.waiting,
		    p->next.waiting == 1 ? "waits" : "wait");
		line(s, 2, 5, buf_text(&text));
	}
	buf_finish(&text);
}

void
next_say(struct buf *out, const struct progress *p, int columns)
{
	const struct say s = { out, columns };
	char missing[PROGRESS_MISSING_BYTES];
	struct buf text;

	if (p->next.item_count > 0) {
		line(&s, 0, 0, "Repeat:");
		say_items(&s, p);
	} else if (p->next.has_topic) {
		line(&s, 0, 0, "Nothing to repeat today: what was graded below the goal was asked today, or there is "
		    "nothing.");
	} else {
		line(&s, 0, 0, progress_missing(p, missing));
	}
	if (!p->next.has_topic)
		return;
	buf_init(&text);
	next_topic_text(&text, p->bank, &p->next);
	line(&s, 0, 0, "Practise a topic:");
	line(&s, 2, 5, buf_text(&text));
	buf_finish(&text);
}
