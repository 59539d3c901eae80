/* What goes out as JSON comes in again, and nothing else does. */
#include "sessions.h"

#include "viva/diag.h"

static char *
exported(struct store *st)
{
	struct buf out;

	buf_init(&out);
	if (store_export_json(st, &out, &err) != 0)
		TEST_FAIL("store_export_json: %s", err.text);
	return buf_take(&out, NULL);
}

static struct store_import result;
static struct buf renamed;
static struct diags diags;

static int
import(struct store *st, const char *data, size_t len)
{
	buf_finish(&renamed);
	diags_finish(&diags);
	diags_init(&diags, "records.json");
	result.renamed = &renamed;
	err = (struct err){ 0 };
	return store_import_json(st, data, len, &diags, &result, &err);
}

static void
import_well(struct store *st, const char *text)
{
	if (import(st, text, strlen(text)) != 0)
		TEST_FAIL("%u:%u: %s (%s)", diags.count > 0 ? diags.v[0].at.line : 0,
		    diags.count > 0 ? diags.v[0].at.column : 0, diags.count > 0 ? diags.v[0].text : "no place", err.text);
}

/* `text` with the first `old` replaced; the caller frees it. */
static char *
changed(const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);
	struct buf out;

	if (at == NULL)
		TEST_FAIL("not in the export: %s", old);
	buf_init(&out);
	buf_add(&out, text, (size_t)(at - text));
	buf_puts(&out, new);
	buf_puts(&out, at + strlen(old));
	return buf_take(&out, NULL);
}

TEST(export_import_export_gives_the_same_bytes)
{
	struct store *from = store_at(fresh_path(), STORE_WRITE), *to = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct sitter t;
	char *out, *again;

	fill_store(from, bank, 0, 40);
	out = exported(from);
	import_well(to, out);
	CHECK_INT(result.added, 40);
	CHECK_INT(result.known, 0);
	CHECK_STR(buf_text(&renamed), "");
	again = exported(to);
	CHECK_STR(again, out);
	check_sound(to);
	import_well(to, out);
	CHECK_INT(result.added, 0);
	CHECK_INT(result.known, 40);
	free(again);
	again = exported(to);
	CHECK_STR(again, out);
	/* And one can go on there: numbers go on too. */
	sit_down(&t, to, bank, 77, "Ada");
	CHECK_INT(t.head.number, 41);
	sit_to_the_end(&t);
	get_up(&t);
	check_sound(to);
	free(out);
	free(again);
	bank_free(bank);
	store_close(from);
	store_close(to);
}

TEST(an_unfinished_session_goes_on_where_it_was_imported)
{
	struct store *from = store_at(fresh_path(), STORE_WRITE), *to = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct sitter t = { .st = to, .bank = bank, .wall_us = WALL_US };
	struct record *r;
	int64_t id;
	char *out;

	fill_store(from, bank, 4, 5);
	out = exported(from);
	import_well(to, out);
	CHECK_INT(store_find_unfinished(to, "Ada", &id, &err), 0);
	r = loaded(to, id);
	t.head = r->head;
	CHECK_INT(store_replay(&t.s, r, &err), 0);
	t.now_ms = session_last_ms(t.s);
	rng_seed(&t.rng, 1, "go on");
	sit_to_the_end(&t);
	check_sound(to);
	/* Here it has more than the file: that is the same session, and known. */
	import_well(to, out);
	CHECK_INT(result.known, 1);
	free(out);
	/* There it has less than this one: it went on, and is refused. */
	out = exported(to);
	CHECK_INT(import(from, out, strlen(out)), -1);
	CHECK_INT(err.status, EXIT_FINDINGS);
	CHECK(strstr(diags.v[0].text, "another session with this id") != NULL);
	get_up(&t);
	record_free(r);
	free(out);
	bank_free(bank);
	store_close(from);
	store_close(to);
}

TEST(sessions_come_into_a_file_that_has_its_own)
{
	struct store *from = store_at(fresh_path(), STORE_WRITE), *to = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct session_list list;
	int64_t id;
	char *out, *twice;

	/* The Ada of this file was made first here, with another id than there. */
	CHECK_INT(store_person(to, "Ada", 5, WALL_US, &id, NULL, &err), 0);
	fill_store(to, bank, 100, 103);
	fill_store(from, bank, 0, 4);
	out = exported(from);
	import_well(to, out);
	CHECK_INT(result.added, 4);
	CHECK(strstr(buf_text(&renamed), "\"Ada\" is someone else here: their sessions came in as \"Ada (2)\"") != NULL);
	check_sound(to);
	CHECK_INT(store_history(to, NULL, &list, &err), 0);
	CHECK_INT(list.count, 7);
	for (size_t i = 0; i < list.count; i++)
		CHECK_INT(list.v[i].number, (int)i + 1);
	session_list_free(&list);
	CHECK_INT(store_history(to, "ada (2)", &list, &err), 0);
	CHECK_INT(list.count, 2);
	session_list_free(&list);
	twice = exported(to);
	import_well(to, out);
	CHECK_INT(result.known, 4);
	free(out);
	out = exported(to);
	CHECK_STR(out, twice);
	free(out);
	free(twice);
	bank_free(bank);
	store_close(from);
	store_close(to);
}

/* ---- what is refused ---- */

TEST(what_is_no_json_is_refused_at_its_place)
{
	static const struct { const char *text; unsigned line, column; const char *what; } bad[] = {
		{ "", 1, 1, "the file ends here, but an object must stand here" },
		{ "[]", 1, 1, "an object must stand here" },
		{ "{", 1, 2, "the file ends here, but a name in quotes" },
		{ "{\n \"format\": \"viva-records\",\n \"version\" 1}", 3, 12, "a colon" },
		{ "{\"a\": tru}", 1, 7, "a value must stand here" },
		{ "{\"a\": 01}", 1, 7, "not a number" },
		{ "{\"a\": -}", 1, 7, "not a number" },
		{ "{\"a\": 1.}", 1, 7, "not a number" },
		{ "{\"a\": 1e}", 1, 7, "not a number" },
		{ "{\"a\": 9223372036854775808}", 1, 7, "does not fit" },
		{ "{\"a\": \"x}", 1, 7, "has no end" },
		{ "{\"a\": \"\\q\"}", 1, 8, "no such escape" },
		{ "{\"a\": \"\\u12g4\"}", 1, 12, "four hexadecimal digits" },
		{ "{\"a\": \"\\ud800\"}", 1, 8, "surrogate" },
		{ "{\"a\": \"\\ud800\\u0041\"}", 1, 8, "surrogate" },
		{ "{\"a\": \"\\udc00\"}", 1, 8, "surrogate" },
		{ "{\"a\": \"\\u0000\"}", 1, 8, "NUL" },
		{ "{\"a\": \"x\ny\"}", 1, 9, "control character" },
		{ "{\"a\": \"\xC3\xA9\xC3(\"}", 1, 9, "not UTF-8" },
		{ "{\"a\": 1 \"b\": 2}", 1, 9, "a comma or }" },
		{ "{\"a\": [1 2]}", 1, 10, "a comma or ]" },
		{ "{\"a\": 1,}", 1, 9, "a name in quotes" },
		{ "{\"a\": [1,]}", 1, 10, "a value must stand here" },
		{ "{} x", 1, 4, "nothing may follow" },
		{ "{\"format\": 1, \"format\": 2}", 1, 15, "stands in the object already" },
		{ "{\"a\": [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}", 1, 22, "nested too deeply" },
		{ "{}", 1, 1, "format: is missing" },
		{ "{\"format\": \"other\", \"version\": 1, \"people\": [], \"snapshots\": [], \"sessions\": []}",
		    1, 12, "no export of viva" },
		{ "{\"format\": 7, \"version\": 1, \"people\": [], \"snapshots\": [], \"sessions\": []}",
		    1, 12, "must be a text" },
		{ "{\"format\": \"viva-records\", \"version\": 0, \"people\": [], \"snapshots\": [], \"sessions\": []}",
		    1, 39, "version" },
		{ "{\"format\": \"viva-records\", \"version\": 1, \"people\": {}, \"snapshots\": [], \"sessions\": []}",
		    1, 52, "an array must stand here" },
		{ "{\"format\": \"viva-records\", \"version\": 1, \"people\": [\n7], \"snapshots\": [], \"sessions\": []}",
		    2, 1, "an object must stand here" },
	};
	struct store *st = store_at(fresh_path(), STORE_WRITE);

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		CHECK_INT(import(st, bad[i].text, strlen(bad[i].text)), -1);
		CHECK_INT(err.status, EXIT_FINDINGS);
		CHECK_INT(diags.error_count, 1);
		if (strstr(diags.v[0].text, bad[i].what) == NULL || diags.v[0].at.line != bad[i].line ||
		    diags.v[0].at.column != bad[i].column)
			TEST_FAIL("%s: %u:%u: %s", bad[i].text, diags.v[0].at.line, diags.v[0].at.column,
			    diags.v[0].text);
	}
	store_close(st);
}

TEST(a_newer_format_is_refused_as_newer)
{
	static const char text[] =
	    "{\"format\": \"viva-records\", \"version\": 2, \"people\": [], \"snapshots\": [], \"sessions\": []}";
	struct store *st = store_at(fresh_path(), STORE_WRITE);

	CHECK_INT(import(st, text, strlen(text)), -1);
	CHECK_INT(err.status, EXIT_NEWER);
	store_close(st);
}

TEST(a_changed_record_is_refused_at_its_place_and_nothing_comes_in)
{
	static const struct { const char *old, *new, *what; } changes[] = {
		{ "\"kind\": \"phase\"", "\"kind\": \"fase\"", "kind: is no kind of event" },
		{ "\"kind\": \"phase\"", "\"kind\": \"flag\"", "does not fit the chain" },
		{ "\"at_ms\": ", "\"at_ms\": 1", "does not fit the chain" },
		{ "\"at_ms\": ", "\"at_ms\": -1", "at_ms: is out of range" },
		{ "\"at_ms\": ", "\"at_ms\": 1.5e3, \"x\": ", "at_ms: must be a whole number" },
		{ "\"item\": -1", "\"item\": 1000", "item: is out of range" },
		{ "\"seq\": 2", "\"seq\": 3", "does not fit the chain" },
		{ "\"actor\": \"candidate\"", "\"actor\": \"nobody\"", "actor: is none of the words" },
		{ "\"n\": [", "\"n\": [1, ", "n: must be four whole numbers" },
		{ "\"n\": [", "\"n\": [null, ", "n: must be four whole numbers" },
		{ "\"n\": [", "\"n\": 3, \"m\": [", "n: must be four whole numbers" },
		{ "\"events\": [", "\"events\": [], \"x\": [", "events: must not be empty" },
		{ "\"events\": [", "\"events\": [7, ", "an event must be an object" },
		{ "\"events\": [", "\"events\": null, \"x\": [", "events: must be an array" },
		{ "\"digest\": null", "\"digest\": \"00\"", "digest: must be hexadecimal digits" },
		{ "\"chain\": \"", "\"chain\": \"g", "chain: must be hexadecimal digits" },
		{ "\"salt\": \"", "\"salt\": \"0", "salt: must be hexadecimal digits" },
		{ "\"body\": \"note", "\"body\": \"n0te", "this session cannot be" },
		{ "\"erased_at\": null", "\"erased_at\": \"2026-01-01T00:00:00.000000Z\"", "text: was erased and yet" },
		{ "\"candidate_id\": \"", "\"candidate_id\": \"1", "does not fit the chain" },
		{ "\"mode\": \"", "\"mode\": \"x", "mode: is none of the words" },
		{ "\"seed\": \"", "\"seed\": \"99999999999999999999", "seed: must be a number in quotes" },
		{ "\"seed\": \"", "\"seed\": \"x", "seed: must be a number in quotes" },
		{ "\"number\": ", "\"number\": 1000000000", "number: is out of range" },
		{ "\"utc_offset_min\": -", "\"utc_offset_min\": -9", "utc_offset_min: is out of range" },
		{ "\"started_at\": \"2026", "\"started_at\": \"2026-", "started_at: must be a time" },
		{ "\"created_at\": \"2026-01", "\"created_at\": \"2026-13", "created_at: must be a time" },
		{ "\"bank_title\": \"Demo", "\"bank_title\": \"Dem", "does not fit the chain" },
		{ "\"strict\": false", "\"strict\": 0", "strict: must be true or false" },
		{ "\"strict\": ", "\"lenient\": ", "strict: is missing" },
		{ "\"name\": \"Ada\"", "\"name\": \"\"", "name: a name must not be empty" },
		{ "\"name\": \"Ada\"", "\"name\": \"A\\u0001\"", "control characters" },
		{ "\"id\": \"", "\"id\": \"0", "id: must be a number in quotes" },
		{ "\"id\": \"", "\"id\": \"\", \"x\": \"", "id: must be a number in quotes" },
		{ "\"sha256\": \"", "\"sha256\": \"0", "sha256: must be hexadecimal digits" },
		{ "What is", "What was", "not the one of its SHA-256" },
	};
	struct store *from = store_at(fresh_path(), STORE_WRITE), *to = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	char *out, *before, *after;

	fill_store(to, bank, 50, 52);
	before = exported(to);
	fill_store(from, bank, 0, 8);
	out = exported(from);
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		char *text = changed(out, changes[i].old, changes[i].new);

		if (import(to, text, strlen(text)) != -1)
			TEST_FAIL("taken in: %s", changes[i].new);
		CHECK_INT(err.status, EXIT_FINDINGS);
		CHECK_STR(err.text, "records.json was not imported: nothing was changed");
		if (diags.count != 1 || strstr(diags.v[0].text, changes[i].what) == NULL || diags.v[0].at.line < 2)
			TEST_FAIL("%s: %u:%u: %s", changes[i].new, diags.v[0].at.line, diags.v[0].at.column,
			    diags.v[0].text);
		free(text);
		after = exported(to);
		CHECK_STR(after, before);
		free(after);
	}
	free(out);
	free(before);
	bank_free(bank);
	store_close(from);
	store_close(to);
}

/* Every place that a text of the export can be cut, and bytes changed by chance. */
TEST(a_cut_or_mangled_export_is_refused_or_gives_whole_sessions)
{
	struct store *from = store_at(fresh_path(), STORE_WRITE), *to = store_at(fresh_path(), STORE_WRITE);
	int rounds = test_size(100, 300, 20000), refused = 0;
	struct bank *bank = test_bank();
	struct rng rng;
	char *out, *before, *after;
	size_t len;

	fill_store(from, bank, 0, 2);
	out = exported(from);
	len = strlen(out);
	import_well(to, out);
	before = exported(to);
	rng_seed(&rng, 3, "mangle");
	for (int i = 0; i < rounds; i++) {
		size_t at = rng_below(&rng, len), cut = i % 3 == 0 ? at : len;
		char old = out[at];

		if (i % 3 != 0)
			out[at] = (char)(i % 3 == 1 ? old ^ (1 << rng_below(&rng, 8)) : "{}[],:\"\\0"[rng_below(&rng, 9)]);
		refused += import(to, out, cut) != 0;
		if (err.status != EXIT_DONE && diags.error_count != 1)
			TEST_FAIL("byte %zu: %s", at, err.text);
		out[at] = old;
	}
	/* What was accepted changed no session: blanks, members we do not read, people nobody refers to. */
	after = exported(to);
	CHECK(strcmp(strstr(after, "\"sessions\""), strstr(before, "\"sessions\"")) == 0);
	check_sound(to);
	CHECK(refused > rounds / 3);
	free(out);
	free(before);
	free(after);
	bank_free(bank);
	store_close(from);
	store_close(to);
}
