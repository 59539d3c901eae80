#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/rows.h"
#include "viva/arena.h"
#include "viva/buf.h"
#include "viva/err.h"
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

static int
add_person(struct store *st, const struct buf *name, const struct buf *folded, int64_t id, int64_t wall_us,
    struct err *err)
{
	uint8_t seal[DIGEST_BYTES];
	struct query q;

	seal_person(seal, id, buf_text(name), wall_us);
	query_start(&q, st, SQL_PERSON_ADD);
	query_put(&q, id);
	query_put_text(&q, buf_text(name), name->len);
	query_put_text(&q, buf_text(folded), folded->len);
	query_put(&q, wall_us);
	query_put_blob(&q, seal, sizeof seal);
	return query_run(&q, err);
}

int
person_add(struct store *st, const char *name, int64_t id, int64_t created_us, struct buf *canonical,
    struct err *err)
{
	struct buf folded;
	int result = -1;

	buf_init(&folded);
	if (store_check_name(name, canonical, err) == 0) {
		if (text_fold(&folded, canonical->data, canonical->len) != 0)
			err_memory(err);
		else
			result = add_person(st, canonical, &folded, id, created_us, err);
	}
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

int
person_row(struct store *st, int64_t id, struct arena *arena, const char **name, int64_t *created_us,
    struct err *err)
{
	uint8_t seal[DIGEST_BYTES], stored[DIGEST_BYTES] = { 0 };
	struct query q;
	int found;

	query_start(&q, st, SQL_PERSON_BY_ID);
	query_put(&q, id);
	found = query_step(&q, err);
	if (found > 0) {
		query_take(&q);
		*name = arena_strdup(arena, query_take_text(&q, NULL));
		*created_us = query_take(&q);
		query_take_digest(&q, stored);
		if (*name == NULL) {
			found = err_memory(err);
		} else {
			seal_person(seal, id, *name, *created_us);
			if (q.bad || memcmp(seal, stored, sizeof seal) != 0)
				found = db_damaged(st, err, "the name \"%s\" was changed", *name);
		}
	} else if (found == 0) {
		found = db_damaged(st, err, "a session names a person who is not there");
	}
	query_end(&q);
	return found < 0 ? -1 : 0;
}

int
person_name(struct store *st, int64_t id, struct arena *arena, const char **name, struct err *err)
{
	int64_t created_us;

	return person_row(st, id, arena, name, &created_us, err);
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
	if (result != 0)
		goto out;
	/* Another viva may have added the person since we looked. */
	result = find_folded(st, &folded, id, canonical, err);
	if (result == STORE_NOT_FOUND) {
		result = add_person(st, &clean, &folded, new_id, wall_us, err);
		*id = new_id;
		if (canonical != NULL)
			buf_add(canonical, buf_text(&clean), clean.len);
	}
	result = db_end(st, result, err);
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
