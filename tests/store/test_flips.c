/* Single bits of a finished database turn over: nothing that is shown may change unseen. */
#include "sessions.h"

/* The export, or NULL if the records would not be read. */
static char *
exported(const char *path, char **findings)
{
	struct buf out, found;
	struct store_report report = { .findings = &found };
	struct store *st;
	char *text = NULL;

	*findings = NULL;
	if (store_open(&st, path, STORE_READ, WALL_US, NULL, &err) != 0)
		return NULL;
	buf_init(&out);
	buf_init(&found);
	if (store_export_json(st, &out, &err) == 0)
		text = buf_take(&out, NULL);
	/* A check that gives up has found something too. */
	if (store_check(st, &report, &err) != 0 || report.finding_count > 0)
		*findings = strdup(report.finding_count > 0 ? buf_text(&found) : err.text);
	buf_finish(&out);
	buf_finish(&found);
	store_close(st);
	return text;
}

TEST(a_flipped_bit_that_changes_the_export_is_found)
{
	char *path = strdup(fresh_path()), *bytes, *good, *findings;
	struct store *st = store_at(path, STORE_WRITE);
	struct bank *bank = test_bank();
	int refused = 0, changed = 0, flips = test_size(100, 300, 10000);
	struct rng rng;
	size_t len;

	for (uint64_t seed = 0; seed < 5; seed++) {
		struct sitter t;

		sit_down(&t, st, bank, seed, seed % 2 ? "Ada" : "Bob");
		sit_to_the_end(&t);
		get_up(&t);
	}
	store_close(st);
	good = exported(path, &findings);
	CHECK(good != NULL && findings == NULL);
	bytes = file_bytes(path, &len);
	rng_seed(&rng, 1, "flips");
	for (int i = 0; i < flips; i++) {
		size_t at = rng_below(&rng, len);
		int bit = (int)rng_below(&rng, 8);
		char *text;

		bytes[at] ^= (char)(1 << bit);
		write_bytes(path, bytes, len);
		bytes[at] ^= (char)(1 << bit);
		text = exported(path, &findings);
		refused += text == NULL;
		if (text != NULL && strcmp(text, good) != 0) {
			changed++;
			if (findings == NULL)
				TEST_FAIL("bit %d of byte %zu", bit, at);
		}
		free(text);
		free(findings);
	}
	/* Most of a small database is content: the flips did hit something. */
	CHECK(refused > flips / 10);
	printf("%d flips: %d refused, %d changed the export and were found\n", flips, refused, changed);
	free(bytes);
	free(good);
	free(path);
	bank_free(bank);
}
