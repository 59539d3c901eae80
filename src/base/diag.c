#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/line.h"
#include "viva/diag.h"

#define TEXT_BYTES 1024         /* one diagnostic: names an item and quotes a value, never a whole text */

void
diags_init(struct diags *d, const char *path)
{
	memset(d, 0, sizeof(*d));
	d->path = path;
}

void
diags_finish(struct diags *d)
{
	for (size_t i = 0; i < d->count; i++)
		free(d->v[i].text);
	free(d->v);
	diags_init(d, d->path);
}

/* A place for one more in a list that grows by doubling; NULL when out of memory. */
static struct diag *
append(struct diags *d)
{
	if (d->count == d->capacity) {
		size_t capacity = d->capacity > 0 ? d->capacity * 2 : 8;
		struct diag *v = reallocarray(d->v, capacity, sizeof(*v));

		if (v == NULL)
			return NULL;
		d->v = v;
		d->capacity = capacity;
	}
	return &d->v[d->count];
}

static void
add_text(struct diags *d, struct place at, bool warning, const char *text)
{
	struct diag *slot = append(d);
	char *copy = slot != NULL ? strdup(text) : NULL;

	if (copy == NULL)
		return;                 /* out of memory: counted, though not listed */
	*slot = (struct diag){ .at = at, .warning = warning, .text = copy };
	d->count++;
}

/* In a full list an error takes the place of the last warning: errors are what must be mended. */
static bool
drop_a_warning(struct diags *d)
{
	for (size_t i = d->count - 1; i-- > 0;) {       /* the last entry is the closing one */
		if (!d->v[i].warning)
			continue;
		free(d->v[i].text);
		memmove(&d->v[i], &d->v[i + 1], (d->count - i - 1) * sizeof(d->v[0]));
		d->count--;
		return true;
	}
	return false;
}

/* Before the closing diagnostic, which stays last. */
static void
insert_text(struct diags *d, struct place at, bool warning, const char *text)
{
	size_t before = d->count;
	struct diag moved;

	add_text(d, at, warning, text);
	if (d->count == before)
		return;
	moved = d->v[before];
	d->v[before] = d->v[before - 1];
	d->v[before - 1] = moved;
}

__attribute__((format(printf, 4, 0)))
static void
add(struct diags *d, struct place at, bool warning, const char *fmt, va_list ap)
{
	char text[TEXT_BYTES];

	if (warning)
		d->warning_count++;
	else
		d->error_count++;
	if (d->full && (warning || !drop_a_warning(d)))
		return;
	if (line_format(text, sizeof(text), fmt, ap) != 0)
		return;
	if (d->full) {
		insert_text(d, at, warning, text);
	} else if (d->count < DIAGS_MAX) {
		add_text(d, at, warning, text);
	} else {
		d->full = true;
		add_text(d, at, warning, "too many problems; mend those listed and check again");
		if (!warning && drop_a_warning(d))
			insert_text(d, at, warning, text);
	}
}

int
diag_error(struct diags *d, struct place at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(d, at, false, fmt, ap);
	va_end(ap);
	return -1;
}

int
diag_warning(struct diags *d, struct place at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(d, at, true, fmt, ap);
	va_end(ap);
	return 0;
}

static bool
is_before(struct place a, struct place b)
{
	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void
diags_sort(struct diags *d)
{
	size_t n = d->full && d->count > 0 ? d->count - 1 : d->count;

	/* Insertion keeps the order at one place, which qsort() would not; there are few. */
	for (size_t i = 1; i < n; i++) {
		struct diag x = d->v[i];
		size_t k = i;

		for (; k > 0 && is_before(x.at, d->v[k - 1].at); k--)
			d->v[k] = d->v[k - 1];
		d->v[k] = x;
	}
}
