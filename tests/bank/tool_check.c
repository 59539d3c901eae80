/*
 * Loads each file and prints `ok PATH` or `bad PATH`, with the diagnostics before it where they
 * are asked for: tool_check [-v] FILE...
 */
#include <stdio.h>
#include <string.h>
#include "viva/bank.h"

static void
print_diags(const struct diags *d)
{
	for (size_t i = 0; i < d->count; i++)
		printf("%s:%u:%u: %s: %s\n", d->path, (unsigned)d->v[i].at.line, (unsigned)d->v[i].at.column,
		    d->v[i].warning ? "warning" : "error", d->v[i].text);
}

int
main(int argc, char **argv)
{
	int status = 0, first = argc > 1 && strcmp(argv[1], "-v") == 0 ? 2 : 1;

	for (int i = first; i < argc; i++) {
		struct bank *bank;
		struct diags diags;

		diags_init(&diags, argv[i]);
		if (bank_load(&bank, &diags) != 0)
			status = 1;
		if (first == 2)
			print_diags(&diags);
		printf("%s %s\n", bank != NULL ? "ok" : "bad", argv[i]);
		bank_free(bank);
		diags_finish(&diags);
	}
	return status;
}
