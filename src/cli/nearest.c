#include "cli/nearest.h"

#include <stdbool.h>
#include <string.h>

#include "viva/buf.h"

#define WORD_BYTES 64           /* names are shorter; of a longer word only the beginning is compared */

static int
min3(int a, int b, int c)
{
	int least = a < b ? a : b;

	return least < c ? least : c;
}

/* Edits that make one of the other: a byte put in, taken out, changed, or swapped with its neighbour. */
static int
distance(const char *a, const char *b)
{
	size_t m = strnlen(a, WORD_BYTES), n = strnlen(b, WORD_BYTES);
	int rows[3][WORD_BYTES + 1], *before = rows[0], *last = rows[1], *row = rows[2];

	for (size_t j = 0; j <= n; j++)
		last[j] = (int)j;
	for (size_t i = 1; i <= m; i++) {
		int *spare = before;

		row[0] = (int)i;
		for (size_t j = 1; j <= n; j++) {
			row[j] = min3(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		before = last;
		last = row;
		row = spare;
	}
	return last[n];
}

/* A word that begins or lies within a name is nearer than any edit. */
static int
unlikeness(const char *word, const char *name)
{
	if (word[0] != '\0' && strstr(name, word) != NULL)
		return 0;
	return distance(word, name);
}

void
nearest_names(struct buf *out, const char *word, const char *const *names, size_t count)
{
	size_t shown = count < NEAREST_SHOWN ? count : NEAREST_SHOWN, taken[NEAREST_SHOWN];

	for (size_t k = 0; k < shown; k++) {
		size_t best = count;

		for (size_t i = 0; i < count; i++) {
			bool used = false;

			for (size_t t = 0; t < k; t++)
				used = used || taken[t] == i;
			if (!used &&
			    (best == count || unlikeness(word, names[i]) < unlikeness(word, names[best])))
				best = i;
		}
		taken[k] = best;
		if (k > 0)
			buf_puts(out, k + 1 == count ? " and " : ", ");
		buf_puts(out, names[best]);
	}
	if (shown < count)
		buf_printf(out, " and %zu more", count - shown);
}

const char *
nearest_slip(const char *word, const char *const *names, size_t count)
{
	const char *best = NULL;
	int least = (int)(strnlen(word, WORD_BYTES) / 3) + 1;

	for (size_t i = 0; i < count; i++) {
		int d = distance(word, names[i]);

		if (d <= least && (best == NULL || d < distance(word, best)))
			best = names[i];
	}
	return best;
}
