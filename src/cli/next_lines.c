#include "cli/next_lines.h"

#include "cli/app.h"
#include "cli/tell.h"
#include "viva/buf.h"

static void
print_items(FILE *f, const struct progress *p)
{
	for (size_t i = 0; i < p->next.item_count; i++) {
		struct buf text;

		buf_init(&text);
		next_item_text(&text, p->bank, &p->next.items[i]);
		tell(f, 2, 5, "%zu. %s", i + 1, buf_text(&text));
		buf_finish(&text);
	}
	if (p->next.waiting > 0)
		tell(f, 2, 5, "%zu more %s; sessions ask them again one by one.", p->next.waiting,
		    p->next.waiting == 1 ? "waits" : "wait");
}

void
next_print(FILE *f, const struct progress *p)
{
	char missing[PROGRESS_MISSING_BYTES];
	struct buf text;

	if (p->next.item_count > 0) {
		tell(f, 0, 0, "Repeat:");
		print_items(f, p);
	} else if (p->next.has_topic) {
		tell(f, 0, 0, "Nothing to repeat today: what was graded below solid was asked today, or there is nothing.");
	} else {
		tell(f, 0, 0, "%s", progress_missing(p, missing));
	}
	if (!p->next.has_topic)
		return;
	buf_init(&text);
	next_topic_text(&text, p->bank, &p->next);
	tell(f, 0, 0, "Practise a topic:");
	tell(f, 2, 5, "%s", buf_text(&text));
	buf_finish(&text);
}
