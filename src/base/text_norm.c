#include <assert.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "viva/buf.h"
#include "viva/text.h"
/*
 * Normal forms.  The tables are utf8proc's; the ordering of marks is ours, because that of
 * utf8proc_decompose() takes quadratic time on the long runs of marks a hostile bank may hold.
 */

/* A code point decomposes into four at most, or three more when folded (U+FB03, U+1FB7). */
#define PARTS_MAX 16

struct points {
	utf8proc_int32_t *v;
	size_t count, capacity;
};

/* -1 when out of memory. */
static int
points_add(struct points *p, const utf8proc_int32_t *v, size_t count)
{
	if (p->capacity - p->count < count) {
		size_t capacity = p->capacity * 2 + PARTS_MAX;
		utf8proc_int32_t *grown = reallocarray(p->v, capacity, sizeof(*grown));

		if (grown == NULL)
			return -1;
		p->v = grown;
		p->capacity = capacity;
	}
	for (size_t i = 0; i < count; i++)
		p->v[p->count++] = v[i];
	return 0;
}

/* Appends the canonical parts of `cp`, folded where `options` says so. */
static int
decompose(struct points *p, utf8proc_int32_t cp, utf8proc_option_t options)
{
	utf8proc_int32_t parts[PARTS_MAX];
	int boundary = 0;
	utf8proc_ssize_t count;

	count = utf8proc_decompose_char(cp, parts, PARTS_MAX, UTF8PROC_DECOMPOSE | options, &boundary);
	assert(count >= 0 && count <= PARTS_MAX);
	return points_add(p, parts, (size_t)count);
}

static unsigned
combining_class(utf8proc_int32_t cp)
{
	return (unsigned)utf8proc_get_property(cp)->combining_class;
}

/* Sorts the run of marks v[0..n-1] by combining class, keeping the order inside a class. */
static void
order_run(utf8proc_int32_t *v, utf8proc_int32_t *scratch, size_t n)
{
	size_t start[257] = { 0 };              /* combining classes fit a byte */

	for (size_t i = 0; i < n; i++)
		start[combining_class(v[i]) + 1]++;
	for (size_t c = 1; c < 257; c++)
		start[c] += start[c - 1];
	for (size_t i = 0; i < n; i++)
		scratch[start[combining_class(v[i])]++] = v[i];
	for (size_t i = 0; i < n; i++)
		v[i] = scratch[i];
}

/* Canonical ordering; -1 when out of memory. */
static int
order_marks(struct points *p)
{
	utf8proc_int32_t *scratch = NULL;

	for (size_t i = 0, end; i < p->count; i = end) {
		end = i + 1;
		if (combining_class(p->v[i]) == 0)
			continue;
		while (end < p->count && combining_class(p->v[end]) != 0)
			end++;
		if (end - i < 2)
			continue;
		if (scratch == NULL)
			scratch = calloc(p->count, sizeof(*scratch));
		if (scratch == NULL)
			return -1;
		order_run(p->v + i, scratch, end - i);
	}
	free(scratch);
	return 0;
}

static int
read_points(struct points *p, const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		uint32_t cp = text_next(&s, end);

		if (cp == TEXT_BAD || decompose(p, (utf8proc_int32_t)cp, 0) != 0)
			return -1;
	}
	return order_marks(p);
}

/* Composes and appends to `out`. */
static int
write_points(struct buf *out, struct points *p)
{
	utf8proc_ssize_t count;

	if (p->count == 0)
		return buf_failed(out) ? -1 : 0;
	count = utf8proc_normalize_utf32(p->v, (utf8proc_ssize_t)p->count,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	for (utf8proc_ssize_t i = 0; i < count; i++)
		text_put(out, (uint32_t)p->v[i]);
	return count < 0 || buf_failed(out) ? -1 : 0;
}

int
text_nfc(struct buf *out, const char *s, size_t len)
{
	struct points p = { 0 };
	int result = -1;

	if (read_points(&p, s, len) == 0)
		result = write_points(out, &p);
	free(p.v);
	return result;
}

int
text_fold(struct buf *out, const char *s, size_t len)
{
	struct points p = { 0 }, folded = { 0 };
	int result = -1;

	/*
	 * Marks are put in order before they fold: U+0345, the one mark that becomes a letter, is then
	 * the last of its run, and what comes out is in order still.
	 */
	if (read_points(&p, s, len) != 0)
		goto out;
	for (size_t i = 0; i < p.count; i++)
		if (decompose(&folded, p.v[i], UTF8PROC_CASEFOLD) != 0)
			goto out;
	result = write_points(out, &folded);
out:
	free(p.v);
	free(folded.v);
	return result;
}
