/*
 * Any bytes as a bank: a refusal has at least one error in order of place, and each item of an
 * accepted bank survives being written and read again, with the same bytes the second time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "viva/bank.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ITEMS_WRITTEN 20        /* of one bank; more show nothing new */

static void
demand(bool what, const char *claim)
{
	if (what)
		return;
	fprintf(stderr, "not so: %s\n", claim);
	abort();
}

static void
check_diags(const struct diags *d)
{
	for (size_t i = 0; i < d->count; i++) {
		demand(text_valid(d->v[i].text, strlen(d->v[i].text)), "a diagnostic is UTF-8");
		demand(strchr(d->v[i].text, '\n') == NULL, "a diagnostic is one line");
	}
	for (size_t i = 1; i < d->count && !d->full; i++)
		demand(d->v[i - 1].at.line <= d->v[i].at.line, "diagnostics stand in file order");
}

static void
write_item(struct buf *out, const struct bank *b, size_t i)
{
	struct err err;

	buf_init(out);
	demand(bank_write_item(out, b, i, &err) == 0, "an item can be written");
}

static void
check_round_trip(const struct bank *b, size_t i)
{
	struct buf first, second, plain;
	struct diags d;
	struct bank *copy;

	write_item(&first, b, i);
	diags_init(&d, "snapshot");
	demand(bank_load_memory(&copy, first.data, first.len, &d) == 0, "a snapshot loads");
	write_item(&second, copy, 0);
	demand(first.len == second.len && memcmp(first.data, second.data, first.len) == 0,
	    "a snapshot of a snapshot is the same");
	buf_init(&plain);
	blocks_plain(&plain, &copy->items[0].stem, 40);
	blocks_plain(&plain, &copy->items[0].answer, 1);
	demand(text_valid(buf_text(&plain), plain.len), "plain text is UTF-8");
	buf_finish(&plain);
	bank_free(copy);
	diags_finish(&d);
	buf_finish(&first);
	buf_finish(&second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diags d;
	struct bank *b;
	int status;

	diags_init(&d, "fuzz.xml");
	status = bank_load_memory(&b, (const char *)data, size, &d);
	demand((status == 0) == (b != NULL), "a bank is handed out with success alone");
	demand((status == 0) == (d.error_count == 0), "a refusal has a reason");
	check_diags(&d);
	for (size_t i = 0; b != NULL && i < b->item_count && i < ITEMS_WRITTEN; i++) {
		demand(bank_find_item(b, b->items[i].id) == i, "an item is found by its id");
		check_round_trip(b, i);
	}
	bank_free(b);
	diags_finish(&d);
	return 0;
}
