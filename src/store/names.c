/* Everyone's names, and giving one another. */
#include <stdlib.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"
#include "viva/text.h"

struct folded_line { struct person_line line; char *folded; };
struct folded_list { struct folded_line *v; size_t count; };

static int
compare_folded(const void *a, const void *b)
{
	return strcmp(((const struct folded_line *)a)->folded, ((const struct folded_line *)b)->folded);
}

/* SQL_PEOPLE */
static int
take_person(struct query *q, struct folded_list *l, struct err *err)
{
	struct folded_line *f;

	if ((l->count & (l->count - 1)) == 0) {         /* full at 0, 1, 2, 4 ... */
		struct folded_line *v = reallocarray(l->v, l->count > 0 ? l->count * 2 : 1, sizeof *v);

		if (v == NULL)
			return err_memory(err);
		l->v = v;
	}
	f = &l->v[l->count++];
	*f = (struct folded_line){ .line = { .name = strdup(query_take_text(q, NULL)) } };
	f->folded = strdup(query_take_text(q, NULL));
	f->line.sat = query_take(q);
	f->line.led = query_take(q);
	f->line.last_us = query_take(q);
	if (f->line.name == NULL || f->folded == NULL)
		return err_memory(err);
	return query_good(q, "a person", err);
}

/* Hands the lines over in order of the folded names, which are released. */
static int
hand_over(struct folded_list *from, struct people_list *out, struct err *err)
{
	out->v = calloc(from->count + 1, sizeof *out->v);
	if (out->v == NULL)
		return err_memory(err);
	if (from->count > 0)
		qsort(from->v, from->count, sizeof *from->v, compare_folded);
	for (size_t i = 0; i < from->count; i++) {
		out->v[out->count++] = from->v[i].line;
		from->v[i].line.name = NULL;
	}
	return 0;
}

int
store_people(struct store *st, struct people_list *out, struct err *err)
{
	struct folded_list all = { 0 };
	struct query q;
	int found;

	*out = (struct people_list){ 0 };
	query_start(&q, st, SQL_PEOPLE);
	while ((found = query_step(&q, err)) > 0)
		if (take_person(&q, &all, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	if (found == 0)
		found = hand_over(&all, out, err);
	for (size_t i = 0; i < all.count; i++) {
		free(all.v[i].line.name);
		free(all.v[i].folded);
	}
	free(all.v);
	return found;
}

void
people_list_free(struct people_list *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->v[i].name);
	free(l->v);
	*l = (struct people_list){ 0 };
}

/* ---- another name ---- */

static int
write_name(struct store *st, int64_t person, const struct buf *name, struct err *err)
{
	struct arena *arena = arena_new();
	struct buf folded;
	uint8_t seal[DIGEST_BYTES];
	int64_t created_us = 0;
	const char *old = NULL;
	struct query q;
	int result = arena != NULL ? person_row(st, person, arena, &old, &created_us, err) : err_memory(err);

	buf_init(&folded);
	if (result == 0 && text_fold(&folded, name->data, name->len) != 0)
		result = err_memory(err);
	if (result == 0) {
		seal_person(seal, person, buf_text(name), created_us);
		query_start(&q, st, SQL_PERSON_RENAME);
		query_put_text(&q, buf_text(name), name->len);
		query_put_text(&q, buf_text(&folded), folded.len);
		query_put_blob(&q, seal, sizeof seal);
		query_put(&q, person);
		result = query_run(&q, err);
	}
	buf_finish(&folded);
	arena_free(arena);
	return result;
}

static int
rename_in(struct store *st, const char *from, const struct buf *to, struct err *err)
{
	int64_t person, other;
	int found = person_find(st, from, &person, err), taken;

	if (found != 0)
		return found;
	taken = person_find(st, buf_text(to), &other, err);
	if (taken < 0)
		return -1;
	if (taken == 0 && other != person)
		return err_set(err, EXIT_FINDINGS, "someone else is called \"%s\"", buf_text(to));
	return write_name(st, person, to, err);
}

int
store_rename(struct store *st, const char *name, const char *to, struct buf *canonical, struct err *err)
{
	struct buf clean;
	int result;

	buf_init(&clean);
	result = store_check_name(to, &clean, err);
	if (result == 0) {
		st->right = RIGHT_RENAME;
		result = db_begin_write(st, err);
		if (result == 0)
			result = db_end(st, rename_in(st, name, &clean, err), err);
		st->right = RIGHT_WORK;
	}
	if (result == 0) {
		buf_add(canonical, buf_text(&clean), clean.len);
		if (buf_failed(canonical))
			result = err_memory(err);
	}
	buf_finish(&clean);
	return result;
}
