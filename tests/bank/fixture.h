#ifndef VIVA_TEST_BANK_FIXTURE_H
#define VIVA_TEST_BANK_FIXTURE_H
#include <string.h>
#include "viva/bank.h"
#include "viva/buf.h"
#include "test.h"

/* The bytes of tests/bank/valid.xml, a bank with every element and attribute; free() them. */
static inline char *
fixture_valid(void)
{
	FILE *f = fopen("tests/bank/valid.xml", "rb");
	char *data = calloc(1, 1 << 16);

	CHECK(f != NULL && data != NULL);
	CHECK(fread(data, 1, (1 << 16) - 1, f) > 1000);
	fclose(f);
	return data;
}

/* The valid bank with the first `from` replaced. */
static inline char *
fixture_changed(const char *from, const char *to)
{
	char *data = fixture_valid(), *at = strstr(data, from);
	struct buf changed;

	CHECK(at != NULL);
	buf_init(&changed);
	buf_add(&changed, data, (size_t)(at - data));
	buf_puts(&changed, to);
	buf_puts(&changed, at + strlen(from));
	CHECK(!buf_failed(&changed));
	free(data);
	return buf_take(&changed, NULL);
}

/* Loads `text`, which must be clean. */
static inline struct bank *
fixture_load(const char *text)
{
	struct diags d;
	struct bank *b;

	diags_init(&d, "memory");
	bank_load_memory(&b, text, strlen(text), &d);
	if (b == NULL || d.count > 0)
		TEST_FAIL("%u:%u: %s", (unsigned)d.v[0].at.line, (unsigned)d.v[0].at.column, d.v[0].text);
	diags_finish(&d);
	return b;
}
#endif
