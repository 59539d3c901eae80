/*
 * Any bytes between <stem> and </stem>: the styled text of an item, accepted or refused; what is accepted
 * becomes plain text of any width, with nothing in it that a terminal would obey.
 */
#include "fuzz.h"

#include "viva/bank.h"
#include "viva/buf.h"
#include "viva/diag.h"
#include "viva/prose.h"
#include "viva/text.h"

static const char before[] = "<item-bank xmlns='urn:viva:item-bank:1' id='d' format='1.0' version='3' xml:lang='en'>"
    "<metadata><title>D</title><creator>A</creator><license spdx='CC-BY-4.0'>CC BY</license>"
    "<date>2026-01-01</date></metadata><taxonomy><area id='a'><title>A</title>"
    "<topic id='t' share='100'><title>T</title></topic></area></taxonomy><rating-scale id='r'>"
    "<grade value='0'><title>0</title><anchor>0</anchor></grade><grade value='1'><title>1</title><anchor>1</anchor></grade>"
    "<grade value='2'><title>2</title><anchor>2</anchor></grade><grade value='3'><title>3</title><anchor>3</anchor></grade>"
    "<grade value='4'><title>4</title><anchor>4</anchor></grade></rating-scale>"
    "<item id='i' revision='1' topic='t' difficulty='1' kind='concept' minutes='2'><title>I</title><stem>";
static const char after[] = "</stem><answer><p>x</p></answer><key-points><key-point id='k0' essential='yes' weight='1'>a"
    "</key-point><key-point id='k1' weight='1'>b</key-point><key-point id='k2' weight='1'>c</key-point></key-points>"
    "</item></item-bank>";

static void
check_plain(const struct blocks *b, int columns)
{
	struct buf out;

	buf_init(&out);
	blocks_plain(&out, b, columns);
	demand(text_valid(buf_text(&out), out.len), "plain text is UTF-8");
	for (size_t i = 0; i < out.len; i++)
		demand((unsigned char)out.data[i] >= 0x20 || out.data[i] == '\n', "and has no control character");
	buf_finish(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bank *bank = NULL;
	struct buf x;
	struct diags d;

	buf_init(&x);
	buf_puts(&x, before);
	buf_add(&x, data, size);
	buf_puts(&x, after);
	diags_init(&d, "fuzz.xml");
	if (bank_load_memory(&bank, x.data, x.len, &d) == 0)
		for (int columns = 1; columns < 100; columns += 33)
			check_plain(&bank->items[0].stem, columns);
	else
		demand(d.error_count > 0, "a refusal has a reason");
	bank_free(bank);
	diags_finish(&d);
	buf_finish(&x);
	return 0;
}
