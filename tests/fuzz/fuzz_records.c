/*
 * Any bytes as a document to import: a refusal has one place in it and changes nothing; what is taken in
 * is whole, and is known when it comes again.
 */
#define TEST_NO_MAIN
#include "../store/sessions.h"

#include "fuzz.h"
#include "viva/diag.h"
#include "viva/text.h"

static int64_t
sessions_in(struct store *st)
{
	struct session_list list;
	int64_t count;

	demand(store_history(st, NULL, &list, &err) == 0, "history can be read");
	count = (int64_t)list.count;
	session_list_free(&list);
	return count;
}

static int
import(struct store *st, const uint8_t *data, size_t size, struct store_import *result)
{
	struct buf renamed;
	struct diags d;
	int rc;

	buf_init(&renamed);
	diags_init(&d, "fuzz.json");
	*result = (struct store_import){ .renamed = &renamed };
	rc = store_import_json(st, (const char *)data, size, &d, result, &err);
	demand(d.error_count == (rc != 0 && err.status == EXIT_FINDINGS), "a refusal has one diagnostic");
	for (size_t i = 0; i < d.count; i++)
		demand(d.v[i].at.line >= 1 && d.v[i].at.column >= 1 && text_valid(d.v[i].text, strlen(d.v[i].text)),
		    "a diagnostic has a place and is text");
	diags_finish(&d);
	buf_finish(&renamed);
	return rc;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct store *st;
	static int64_t before;
	struct store_import result;

	if (st == NULL) {
		unlink(scratch("records.db"));
		st = store_at(scratch("records.db"), STORE_WRITE);
	}
	if (import(st, data, size, &result) != 0) {
		demand(sessions_in(st) == before, "a refused document changes nothing");
		return 0;
	}
	demand(sessions_in(st) == before + result.added, "what came in is there");
	before += result.added;
	if (result.added > 0) {
		struct buf findings;
		struct store_report report = { .findings = &findings };

		buf_init(&findings);
		demand(store_check(st, &report, &err) == 0 && report.finding_count == 0, "what came in is whole");
		buf_finish(&findings);
		demand(import(st, data, size, &result) == 0 && result.added == 0, "it is known when it comes again");
	}
	return 0;
}
