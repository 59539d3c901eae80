/* Sessions played by chance, for tests outside C: `tool_sessions COUNT` prints their export. */
#define TEST_NO_MAIN
#include "scorers.h"

#include <stdlib.h>

int
main(int argc, char **argv)
{
	long count = argc > 1 ? strtol(argv[1], NULL, 10) : 10;
	struct store *st = store_at(fresh_path(), STORE_WRITE);
	struct bank *bank = test_bank();
	struct buf out;

	for (long seed = 0; seed < count; seed++) {
		struct sitter t;

		sit_down(&t, st, bank, (uint64_t)seed, seed % 3 == 0 ? "Bob" : "Ada");
		if (seed % 5 == 4)
			sit(&t, 60);
		else
			sit_to_the_end(&t);
		get_up(&t);
	}
	score_store(st, 0, (uint64_t)count);
	buf_init(&out);
	if (store_export_json(st, &out, &err) != 0 || fwrite(out.data, 1, out.len, stdout) != out.len) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	buf_finish(&out);
	bank_free(bank);
	store_close(st);
	return 0;
}
