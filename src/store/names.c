/* Everyone's names, what is known of them, and how that changes. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"
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
	f->line.rated = query_take(q);
	f->line.settings.goal = query_take_null(q) ? PERSON_NO_GOAL : (int)query_take_in(q, 0, GRADE_MAX);
	f->line.settings.extra_time_permille = (int)query_take_in(
	    q, SESSION_EXTRA_TIME_MIN, SESSION_EXTRA_TIME_MAX);
	if (f->line.name == NULL || f->folded == NULL)
		return err_memory(err);
	return query_good(q, "a person", err);
}

/* The other names of one who is entered as `folded`. */
static int
read_other_names(struct store *st, const char *folded, struct person_line *line, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_PERSON_OTHER_NAMES);
	query_put_str(&q, folded);
	while ((found = query_step(&q, err)) > 0) {
		char **also = reallocarray(line->also, line->also_count + 1, sizeof *also);

		if (also != NULL)
			line->also = also;
		if (also == NULL || (also[line->also_count] = strdup(query_take_text(&q, NULL))) == NULL) {
			found = err_memory(err);
			break;
		}
		line->also_count++;
	}
	query_end(&q);
	return found;
}

static void
person_line_finish(struct person_line *line)
{
	for (size_t i = 0; i < line->also_count; i++)
		free(line->also[i]);
	free(line->also);
	free(line->name);
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
		from->v[i].line = (struct person_line){ .name = NULL };
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
	for (size_t i = 0; i < all.count && found == 0; i++)
		found = read_other_names(st, all.v[i].folded, &all.v[i].line, err);
	if (found == 0)
		found = hand_over(&all, out, err);
	for (size_t i = 0; i < all.count; i++) {
		person_line_finish(&all.v[i].line);
		free(all.v[i].folded);
	}
	free(all.v);
	return found;
}

void
people_list_free(struct people_list *l)
{
	for (size_t i = 0; i < l->count; i++)
		person_line_finish(&l->v[i]);
	free(l->v);
	*l = (struct people_list){ 0 };
}

/* ---- changing what is known of someone ---- */

/* What is changed, in `row`; may refuse. */
struct edit {
	struct store *st;
	int64_t person;
	struct person_row row;          /* the name in `arena` */
	struct arena *arena;
};

static int
edit_in_transaction(struct edit *e, const char *name,
    int (*change)(struct edit *, const void *, struct err *), const void *to, struct err *err)
{
	int found = person_find(e->st, name, &e->person, err);

	if (found != 0)
		return found;
	if (person_row_read(e->st, e->person, e->arena, &e->row, err) != 0 || change(e, to, err) != 0)
		return -1;
	return person_row_put(e->st, e->person, &e->row, err);
}

static int
edit_person(struct store *st, const char *name, int (*change)(struct edit *, const void *, struct err *),
    const void *to, struct err *err)
{
	struct edit e = { .st = st, .arena = arena_new() };
	int result;

	if (e.arena == NULL)
		return err_memory(err);
	st->right = RIGHT_RENAME;
	result = db_begin_write(st, err);
	if (result == 0)
		result = db_end(st, edit_in_transaction(&e, name, change, to, err), err);
	st->right = RIGHT_WORK;
	arena_free(e.arena);
	return result;
}

/* The entry with that name, which may be a second one; 1: there is one, 0: none. */
static int
find_entry(struct store *st, const char *name, int64_t *id, struct err *err)
{
	struct buf folded;
	struct query q;
	int found;

	*id = 0;
	buf_init(&folded);
	if (text_fold(&folded, name, strlen(name)) != 0) {
		buf_finish(&folded);
		return err_memory(err);
	}
	query_start(&q, st, SQL_PERSON_ENTRY);
	query_put_text(&q, buf_text(&folded), folded.len);
	found = query_step(&q, err);
	if (found > 0)
		*id = query_take(&q);
	query_end(&q);
	buf_finish(&folded);
	return found;
}

static int
change_name(struct edit *e, const void *to, struct err *err)
{
	int64_t entry;
	int found = find_entry(e->st, to, &entry, err);

	if (found < 0)
		return -1;
	if (found > 0 && entry != e->person)
		return err_set(err, EXIT_FINDINGS, "someone else is called \"%s\"", (const char *)to);
	e->row.name = to;
	return 0;
}

int
store_rename(struct store *st, const char *name, const char *to, struct buf *canonical, struct err *err)
{
	struct buf clean;
	int result;

	buf_init(&clean);
	result = store_check_name(to, &clean, err);
	if (result == 0)
		result = edit_person(st, name, change_name, buf_text(&clean), err);
	if (result == 0) {
		buf_add(canonical, buf_text(&clean), clean.len);
		if (buf_failed(canonical))
			result = err_memory(err);
	}
	buf_finish(&clean);
	return result;
}

int
store_person_settings(struct store *st, const char *name, struct person_settings *out, struct err *err)
{
	struct arena *arena = arena_new();
	struct person_row row;
	int64_t person = 0;
	int result = arena != NULL ? person_find(st, name, &person, err) : err_memory(err);

	*out = (struct person_settings){ PERSON_NO_GOAL, PERSON_NO_EXTRA_TIME };
	if (result == 0)
		result = person_row_read(st, person, arena, &row, err);
	if (result == 0)
		*out = (struct person_settings){ row.goal, row.extra_time_permille };
	arena_free(arena);
	return result;
}

static int
change_settings(struct edit *e, const void *to, struct err *err)
{
	const struct person_settings *s = to;

	if (s->goal < PERSON_NO_GOAL || s->goal > GRADE_MAX)
		return err_set(err, EXIT_FINDINGS, "a goal must be a grade, 0 to %d", GRADE_MAX);
	if (s->extra_time_permille < PERSON_NO_EXTRA_TIME || s->extra_time_permille > SESSION_EXTRA_TIME_MAX)
		return err_set(err, EXIT_FINDINGS, "extra time must be a factor from 1 to %d",
		    SESSION_EXTRA_TIME_MAX / PERSON_NO_EXTRA_TIME);
	e->row.goal = s->goal;
	e->row.extra_time_permille = s->extra_time_permille;
	return 0;
}

int
store_set_person(struct store *st, const char *name, const struct person_settings *to, struct err *err)
{
	return edit_person(st, name, change_settings, to, err);
}

/* ---- two entries of one person ---- */

/* Whoever has two parts in one session is two people. */
static int
check_clashes(struct store *st, int64_t a, int64_t b, struct err *err)
{
	int64_t number = 0;
	struct query q;
	int found;

	query_start(&q, st, SQL_PERSON_CLASHES);
	query_put(&q, a);
	query_put(&q, b);
	found = query_step(&q, err);
	if (found > 0 && !query_take_null(&q))
		number = query_take(&q);
	query_end(&q);
	if (number > 0)
		return err_set(err, EXIT_FINDINGS,
		    "both have a part in session %" PRId64 ": they are two people", number);
	return found < 0 ? -1 : 0;
}

/* Everyone who was another entry of `from`, and `from`, becomes one of `into`. */
static int
point_to(struct store *st, int64_t from, int64_t into, struct arena *arena, struct err *err)
{
	int64_t entry = from;
	struct query q;
	int found;

	do {
		struct person_row row;

		if (person_row_read(st, entry, arena, &row, err) != 0)
			return -1;
		row.same_as = into;
		if (person_row_put(st, entry, &row, err) != 0)
			return -1;
		query_start(&q, st, SQL_PERSON_ALIASES);
		query_put(&q, from);
		found = query_step(&q, err);
		entry = found > 0 ? query_take(&q) : 0;
		query_end(&q);
	} while (found > 0);
	return found;
}

static int
merge_in_transaction(struct store *st, const char *name, const char *into, struct arena *arena,
    struct buf *canonical, struct err *err)
{
	int64_t from, to;
	const char *kept;
	int found = person_find(st, name, &from, err);

	if (found == 0)
		found = person_find(st, into, &to, err);
	if (found != 0)
		return found;
	if (from == to)
		return err_set(err, EXIT_FINDINGS, "\"%s\" and \"%s\" are one person already", name, into);
	if (check_clashes(st, from, to, err) != 0 || point_to(st, from, to, arena, err) != 0 ||
	    person_name(st, to, arena, &kept, err) != 0)
		return -1;
	buf_puts(canonical, kept);
	return buf_failed(canonical) ? err_memory(err) : 0;
}

int
store_merge(struct store *st, const char *name, const char *into, struct buf *canonical, struct err *err)
{
	struct arena *arena = arena_new();
	int result;

	if (arena == NULL)
		return err_memory(err);
	st->right = RIGHT_RENAME;
	result = db_begin_write(st, err);
	if (result == 0)
		result = db_end(st, merge_in_transaction(st, name, into, arena, canonical, err), err);
	st->right = RIGHT_WORK;
	arena_free(arena);
	return result;
}

/* Takes the entry `name`, canonical, out of whom it is part of. */
static int
part_entry(struct store *st, const char *name, struct arena *arena, struct buf *from, struct err *err)
{
	struct person_row row;
	const char *whole;
	int64_t entry;
	int found = find_entry(st, name, &entry, err);

	if (found <= 0)
		return found < 0 ? -1 : STORE_NOT_FOUND;
	if (person_row_read(st, entry, arena, &row, err) != 0)
		return -1;
	if (row.same_as == 0)
		return err_set(err, EXIT_FINDINGS, "\"%s\" is nobody's second name", row.name);
	if (person_name(st, row.same_as, arena, &whole, err) != 0)
		return -1;
	buf_puts(from, whole);
	row.same_as = 0;
	return buf_failed(from) ? err_memory(err) : person_row_put(st, entry, &row, err);
}

int
store_unmerge(struct store *st, const char *name, struct buf *from, struct err *err)
{
	struct arena *arena = arena_new();
	struct buf clean;
	int result;

	if (arena == NULL)
		return err_memory(err);
	buf_init(&clean);
	result = store_check_name(name, &clean, err);
	if (result == 0) {
		st->right = RIGHT_RENAME;
		result = db_begin_write(st, err);
		if (result == 0)
			result = db_end(st, part_entry(st, buf_text(&clean), arena, from, err), err);
		st->right = RIGHT_WORK;
	}
	buf_finish(&clean);
	arena_free(arena);
	return result;
}
