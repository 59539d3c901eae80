#ifndef VIVA_TESTS_FUZZ_H
#define VIVA_TESTS_FUZZ_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* What the fuzz targets share. */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
demand(bool what, const char *claim)
{
	if (what)
		return;
	fprintf(stderr, "not so: %s\n", claim);
	abort();
}

/* A path of this process in memory: a target runs a thousand times a second. */
static inline const char *
scratch(const char *name)
{
	static char path[4][256];
	static int n;
	char *p = path[n++ % 4];

	snprintf(p, sizeof path[0], "/dev/shm/viva-fuzz-%d-%s", (int)getpid(), name);
	return p;
}

#endif
