#include "ui/rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "viva/canvas.h"
#include "viva/text.h"

void
rows_finish(struct rows *r)
{
	free(r->v);
	buf_finish(&r->scratch);
	memset(r, 0, sizeof(*r));
}

int
rows_cluster_columns(struct rows *r, const char *cluster, size_t len, int at)
{
	int columns = 1;

	if (*cluster == '\t')
		columns = TAB_COLUMNS - at % TAB_COLUMNS;
	else if (len > 1 || (unsigned char)*cluster < ' ' || *cluster == 0x7F)
		columns = canvas_columns_of(cluster, len, &r->scratch);
	return columns < r->columns ? columns : r->columns;
}

/*
 * How many rows before the one of an edit may break in another place.  A row begins where a cluster did not fit
 * that stands in the row itself or first in the next one; and an edit may reach into the cluster before it.
 */
#define ROWS_BACK 3

static int
columns_between(struct rows *r, const char *text, size_t from, size_t to)
{
	int at = 0;

	while (from < to) {
		size_t next = text_grapheme_next(text, to, from);

		at += rows_cluster_columns(r, text + from, next - from, at);
		from = next;
	}
	return at;
}

/* Rows as they are found, before they take their place. */
struct found {
	struct row *v;
	size_t count, capacity;
};

static bool
add_row(struct found *f, size_t start, bool first)
{
	if (f->count == f->capacity) {
		size_t capacity = f->capacity > 0 ? 2 * f->capacity : 16;
		struct row *grown = realloc(f->v, capacity * sizeof(*grown));

		if (grown == NULL)
			return false;
		f->v = grown;
		f->capacity = capacity;
	}
	f->v[f->count++] = (struct row){ .start = start, .first = first };
	return true;
}

/* Lines may break beside wide characters. */
static bool
is_wide(const char *cluster, size_t len)
{
	const char *s = cluster;

	return len > 1 && text_width(text_next(&s, cluster + len)) == 2;
}

/*
 * After an edit the rows are as before from the first one on, behind the edit, that begins where one began: where a
 * row breaks depends only on what follows its beginning.
 */
struct rest {
	size_t behind;                  /* the end of the edit, in the new text */
	size_t added, cut;
	size_t row;                     /* the first of the rows that stay, once found */
	bool found;
};

static bool
rest_begins(const struct rows *r, struct rest *rest, size_t start)
{
	size_t before = start - rest->added + rest->cut;

	if (start <= rest->behind)
		return false;
	rest->row = rows_find(r, before);
	rest->found = r->v[rest->row].start == before && !r->v[rest->row].first;
	return rest->found;
}

/* One line of the text, from the beginning `s` of a row of it to before its newline at `end`, or to the `rest`. */
static bool
wrap_line(struct rows *r, struct found *f, const char *text, size_t s, size_t end, struct rest *rest)
{
	size_t row = s, breakable = s, next;
	int at = 0;

	if (!add_row(f, s, s == 0 || text[s - 1] == '\n'))
		return false;
	for (size_t p = s; p < end; p = next) {
		bool blank = text[p] == ' ' || text[p] == '\t', wide;
		int columns;

		next = text_grapheme_next(text, end, p);
		columns = rows_cluster_columns(r, text + p, next - p, at);
		wide = is_wide(text + p, next - p);
		if (wide)
			breakable = p;
		while (!blank && at > 0 && at + columns > r->columns) {
			row = breakable > row ? breakable : p;
			at = columns_between(r, text, row, p);
			if (rest != NULL && rest_begins(r, rest, row))
				return true;
			if (!add_row(f, row, false))
				return false;
		}
		at += columns;
		if (blank || wide)
			breakable = next;
	}
	return true;
}

/*
 * The lines from the beginning `s` of a row to before `end`: the beginning of a line or, if these are the `last`,
 * the text's end.
 */
static bool
wrap_lines(struct rows *r, struct found *f, const char *text, size_t s, size_t end, bool last, struct rest *rest)
{
	do {
		const char *newline = s < end ? memchr(text + s, '\n', end - s) : NULL;
		size_t stop = newline != NULL ? (size_t)(newline - text) : end;

		if (!wrap_line(r, f, text, s, stop, rest))
			return false;
		s = stop + 1;
	} while ((rest == NULL || !rest->found) && (s < end || (s == end && last)));
	return true;
}

void
rows_wrap(struct rows *r, const char *text, size_t len, int columns)
{
	struct found f = { 0 };

	r->columns = columns < 1 ? 1 : columns;
	if (!wrap_lines(r, &f, text, 0, len, true, NULL)) {
		free(f.v);
		r->failed = true;
		return;
	}
	free(r->v);
	r->v = f.v;
	r->count = f.count;
	r->capacity = f.capacity;
}

/* Puts `f` in the place of rows `from` to before `to`. */
static bool
splice(struct rows *r, size_t from, size_t to, const struct found *f)
{
	size_t count = r->count - (to - from) + f->count;

	if (count > r->capacity) {
		struct row *grown = realloc(r->v, 2 * count * sizeof(*grown));

		if (grown == NULL)
			return false;
		r->v = grown;
		r->capacity = 2 * count;
	}
	memmove(r->v + from + f->count, r->v + to, (r->count - to) * sizeof(*r->v));
	memcpy(r->v + from, f->v, f->count * sizeof(*r->v));
	r->count = count;
	return true;
}

void
rows_edit(struct rows *r, const char *text, size_t len, size_t at, size_t cut, size_t added)
{
	struct rest rest = { .behind = at + added, .added = added, .cut = cut };
	struct found f = { 0 };
	size_t from, to, end;

	assert(r->columns > 0);
	from = rows_find(r, at);
	for (int i = 0; i < ROWS_BACK && !r->v[from].first; i++)
		from--;
	for (to = rows_find(r, at + cut) + 1; to < r->count && !r->v[to].first; to++)
		;
	end = to < r->count ? r->v[to].start - cut + added : len;
	if (!wrap_lines(r, &f, text, r->v[from].start, end, to == r->count, &rest) ||
	    !splice(r, from, rest.found ? rest.row : to, &f))
		r->failed = true;
	else
		for (size_t i = from + f.count; i < r->count; i++)
			r->v[i].start += added - cut;
	free(f.v);
}

size_t
rows_find(const struct rows *r, size_t at)
{
	size_t low = 0, high = r->count;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (r->v[mid].start <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}
