#include <assert.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"
#include "viva/text.h"

/* ---- names ---- */

/* White space of Unicode (property White_Space) that may stand around a name. */
static bool
is_space(uint32_t cp)
{
	return (cp >= 0x09 && cp <= 0x0D) || cp == 0x20 || cp == 0x85 || cp == 0xA0 || cp == 0x1680 ||
	    (cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028 || cp == 0x2029 || cp == 0x202F ||
	    cp == 0x205F || cp == 0x3000;
}

static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F) || cp == 0x2028 || cp == 0x2029;
}

/* The part of valid UTF-8 between white space. */
static const char *
trim(const char *s, size_t *len)
{
	const char *end = s + *len, *first = NULL, *last = s;

	for (const char *p = s; p < end; ) {
		const char *at = p;

		if (is_space(text_next(&p, end)))
			continue;
		if (first == NULL)
			first = at;
		last = p;
	}
	*len = first != NULL ? (size_t)(last - first) : 0;
	return first != NULL ? first : s;
}

int
store_check_name(const char *name, struct buf *canonical, struct err *err)
{
	size_t len = strlen(name);
	const char *p, *end;

	if (!text_valid(name, len))
		return err_set(err, EXIT_FINDINGS, "a name must be UTF-8 text");
	name = trim(name, &len);
	if (len == 0)
		return err_set(err, EXIT_FINDINGS, "a name must not be empty");
	for (p = name, end = name + len; p < end; )
		if (is_control(text_next(&p, end)))
			return err_set(err, EXIT_FINDINGS, "a name must not contain control characters");
	if (text_nfc(canonical, name, len) != 0)
		return err_memory(err);
	if (text_count(canonical->data, canonical->len) > STORE_NAME_MAX)
		return err_set(err, EXIT_FINDINGS, "a name can have %d characters at most", STORE_NAME_MAX);
	return 0;
}

/* ---- rows ---- */

/* By the folded name.  `canonical` may be NULL. */
static int
find_folded(struct store *st, const struct buf *folded, int64_t *id, struct buf *canonical, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_PERSON_BY_FOLDED);
	query_put_text(&q, buf_text(folded), folded->len);
	found = query_step(&q, err);
	if (found > 0) {
		size_t len;
		const char *name;

		*id = query_take(&q);
		name = query_take_text(&q, &len);
		if (canonical != NULL)
			buf_add(canonical, name, len);
		found = query_good(&q, "a person", err) == 0 ? 1 : -1;
	}
	query_end(&q);
	return found < 0 ? -1 : found > 0 ? 0 : STORE_NOT_FOUND;
}

static void
put_settings(struct query *q, const struct person_row *row)
{
	if (row->goal != PERSON_NO_GOAL)
		query_put(q, row->goal);
	else
		query_put_null(q);
	query_put(q, row->extra_time_permille);
}

int
person_add(struct store *st, int64_t id, const struct person_row *row, struct buf *canonical, struct err *err)
{
	struct person_row clean = *row;
	uint8_t seal[DIGEST_BYTES];
	struct buf folded;
	struct query q;
	int result = -1;

	assert(row->same_as == 0);
	buf_init(&folded);
	if (store_check_name(row->name, canonical, err) != 0)
		goto out;
	clean.name = buf_text(canonical);
	if (text_fold(&folded, canonical->data, canonical->len) != 0) {
		err_memory(err);
		goto out;
	}
	seal_person(seal, id, &clean);
	query_start(&q, st, SQL_PERSON_ADD);
	query_put(&q, id);
	query_put_text(&q, buf_text(canonical), canonical->len);
	query_put_text(&q, buf_text(&folded), folded.len);
	query_put(&q, row->created_us);
	put_settings(&q, row);
	query_put_blob(&q, seal, sizeof seal);
	result = query_run(&q, err);
out:
	buf_finish(&folded);
	return result;
}

int
person_find(struct store *st, const char *name, int64_t *id, struct err *err)
{
	struct buf clean, folded;
	struct err why;
	int result = STORE_NOT_FOUND;

	buf_init(&clean);
	buf_init(&folded);
	if (store_check_name(name, &clean, &why) != 0) {
		/* Nobody can have a name that is none. */
		if (why.status != EXIT_FINDINGS)
			result = err_memory(err);
		goto out;
	}
	if (text_fold(&folded, clean.data, clean.len) != 0)
		result = err_memory(err);
	else
		result = find_folded(st, &folded, id, NULL, err);
out:
	buf_finish(&clean);
	buf_finish(&folded);
	return result;
}

void
person_row_take(struct query *q, int64_t *id, struct person_row *row, uint8_t seal[DIGEST_BYTES])
{
	*row = (struct person_row){ .goal = PERSON_NO_GOAL };
	*id = query_take(q);
	row->name = query_take_text(q, NULL);
	row->created_us = query_take(q);
	if (!query_take_null(q))
		row->goal = (int)query_take_in(q, 0, GRADE_MAX);
	row->extra_time_permille = (int)query_take_in(q, SESSION_EXTRA_TIME_MIN, SESSION_EXTRA_TIME_MAX);
	if (!query_take_null(q))
		row->same_as = query_take_in(q, 1, INT64_MAX);
	query_take_digest(q, seal);
}

static int
read_row(struct store *st, enum sql_id how, int64_t id, struct arena *arena, struct person_row *row,
    struct err *err)
{
	uint8_t seal[DIGEST_BYTES], stored[DIGEST_BYTES] = { 0 };
	struct query q;
	int found;

	*row = (struct person_row){ .goal = PERSON_NO_GOAL };
	query_start(&q, st, how);
	query_put(&q, id);
	found = query_step(&q, err);
	if (found > 0) {
		person_row_take(&q, &id, row, stored);
		row->name = arena_strdup(arena, row->name);
		if (row->name == NULL) {
			found = err_memory(err);
		} else {
			seal_person(seal, id, row);
			if (q.bad || memcmp(seal, stored, sizeof seal) != 0)
				found = db_damaged(st, err, "what is known of \"%s\" was changed", row->name);
		}
	} else if (found == 0) {
		found = db_damaged(st, err, "a session names a person who is not there");
	}
	query_end(&q);
	return found < 0 ? -1 : 0;
}

int
person_row_read(struct store *st, int64_t id, struct arena *arena, struct person_row *row, struct err *err)
{
	return read_row(st, SQL_PERSON_BY_ID, id, arena, row, err);
}

int
person_row_read_first(
    struct store *st, int64_t id, struct arena *arena, struct person_row *row, struct err *err)
{
	return read_row(st, SQL_SALVAGE_PERSON_FIRST, id, arena, row, err);
}

int
person_name(struct store *st, int64_t id, struct arena *arena, const char **name, struct err *err)
{
	struct person_row row = { .same_as = 0 };

	if (person_row_read(st, id, arena, &row, err) != 0 ||
	    (row.same_as != 0 && person_row_read(st, row.same_as, arena, &row, err) != 0))
		return -1;
	if (row.same_as != 0)
		return db_damaged(st, err, "\"%s\" was entered twice, and so was the other entry", row.name);
	*name = row.name;
	return 0;
}

int
person_row_put(struct store *st, int64_t id, const struct person_row *row, struct err *err)
{
	uint8_t seal[DIGEST_BYTES];
	struct buf folded;
	struct query q;
	int result;

	buf_init(&folded);
	if (text_fold(&folded, row->name, strlen(row->name)) != 0) {
		buf_finish(&folded);
		return err_memory(err);
	}
	seal_person(seal, id, row);
	query_start(&q, st, SQL_PERSON_PUT);
	query_put_str(&q, row->name);
	query_put_text(&q, buf_text(&folded), folded.len);
	put_settings(&q, row);
	if (row->same_as != 0)
		query_put(&q, row->same_as);
	else
		query_put_null(&q);
	query_put_blob(&q, seal, sizeof seal);
	query_put(&q, id);
	result = query_run(&q, err);
	buf_finish(&folded);
	return result;
}

static int
find_or_add(struct store *st, const struct buf *clean, const struct buf *folded, int64_t new_id,
    int64_t wall_us, int64_t *id, struct buf *canonical, struct err *err)
{
	const struct person_row row = { .name = buf_text(clean),
		.created_us = wall_us,
		.goal = PERSON_NO_GOAL,
		.extra_time_permille = PERSON_NO_EXTRA_TIME };
	struct buf stored;
	/* Another viva may have added the person since we looked. */
	int result = find_folded(st, folded, id, canonical, err);

	if (result != STORE_NOT_FOUND)
		return result;
	*id = new_id;
	buf_init(&stored);
	result = person_add(st, new_id, &row, &stored, err);
	if (canonical != NULL)
		buf_add(canonical, buf_text(&stored), stored.len);
	buf_finish(&stored);
	return result;
}

int
store_person(struct store *st, const char *name, int64_t new_id, int64_t wall_us, int64_t *id,
    struct buf *canonical, struct err *err)
{
	struct buf clean, folded;
	int result = -1;

	buf_init(&clean);
	buf_init(&folded);
	if (store_check_name(name, &clean, err) != 0)
		goto out;
	if (text_fold(&folded, clean.data, clean.len) != 0) {
		err_memory(err);
		goto out;
	}
	result = find_folded(st, &folded, id, canonical, err);
	if (result != STORE_NOT_FOUND)
		goto out;
	result = db_begin_write(st, err);
	if (result == 0)
		result = db_end(
		    st, find_or_add(st, &clean, &folded, new_id, wall_us, id, canonical, err), err);
out:
	if (result == 0 && canonical != NULL && buf_failed(canonical))
		result = err_memory(err);
	buf_finish(&clean);
	buf_finish(&folded);
	return result;
}

int
store_known_person(struct store *st, const char *name, struct buf *canonical, struct err *err)
{
	struct buf clean, folded;
	int64_t id;
	int result = -1;

	buf_init(&clean);
	buf_init(&folded);
	if (store_check_name(name, &clean, err) != 0)
		goto out;
	if (text_fold(&folded, clean.data, clean.len) != 0)
		result = err_memory(err);
	else
		result = find_folded(st, &folded, &id, canonical, err);
	if (result == 0 && buf_failed(canonical))
		result = err_memory(err);
out:
	buf_finish(&clean);
	buf_finish(&folded);
	return result;
}

int
store_last_candidate(struct store *st, struct buf *name, struct err *err)
{
	struct query q;
	int found;

	query_start(&q, st, SQL_LAST_CANDIDATE);
	found = query_step(&q, err);
	if (found > 0) {
		buf_puts(name, query_take_text(&q, NULL));
		if (query_good(&q, "a person", err) != 0)
			found = -1;
		else if (buf_failed(name))
			found = err_memory(err);
	}
	query_end(&q);
	return found < 0 ? -1 : found > 0 ? 0 : STORE_NOT_FOUND;
}
