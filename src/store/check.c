/*
 * Looks at everything.  What is wrong becomes a finding and the look goes on; only what
 * prevents looking (I/O, memory) is an error.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/chain.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/scorings.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/session.h"
#include "viva/store.h"
#include "viva/text.h"

static void
add_finding(struct store_report *out, const char *text)
{
	buf_printf(out->findings, "%s\n", text);
	out->finding_count++;
}

/* Turns an error about the content into a finding.  Returns 0, or -1 if it is of another kind. */
static int
note_damage(struct store_report *out, const struct err *why, struct err *err)
{
	if (why->status != EXIT_DAMAGED && why->status != EXIT_FINDINGS)
		return err_set(err, why->status, "%s", why->text);
	add_finding(out, why->text);
	return 0;
}

/* ---- SQLite's own checks ---- */

static int
run_pragma(struct store *st, const char *sql, const char *good, const char *what, struct store_report *out,
    struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(st->db, sql, -1, &stmt, NULL);
	struct err why;
	char line[ERR_TEXT_BYTES];

	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(stmt, 0);

		rc = SQLITE_OK;
		if (text == NULL)
			text = "";
		if (good != NULL && strcmp(text, good) == 0)
			continue;
		snprintf(line, sizeof line, "%s: %s", what, text);
		add_finding(out, line);
	}
	sqlite3_finalize(stmt);
	if (rc == SQLITE_DONE)
		return 0;
	db_fail(st, rc, &why);
	return note_damage(out, &why, err);
}

/* ---- people, snapshots, numbers ---- */

static bool
person_is_good(struct query *q)
{
	uint8_t seal[DIGEST_BYTES], stored[DIGEST_BYTES] = { 0 };
	struct person_row row;
	const char *folded;
	struct buf expected;
	int64_t id;
	size_t len;
	bool good;

	person_row_take(q, &id, &row, stored);
	folded = query_take_text(q, &len);
	seal_person(seal, id, &row);
	buf_init(&expected);
	good = !q->bad && memcmp(seal, stored, sizeof seal) == 0 && row.same_as != id &&
	    text_fold(&expected, row.name, strlen(row.name)) == 0 &&
	    expected.len == len && memcmp(buf_text(&expected), folded, len) == 0;
	buf_finish(&expected);
	return good;
}

static bool
snapshot_is_good(struct query *q)
{
	uint8_t name[DIGEST_BYTES] = { 0 }, actual[DIGEST_BYTES];
	const char *body;
	size_t len;

	query_take_digest(q, name);
	body = query_take_text(q, &len);
	digest_sha256(actual, body, len);
	return !q->bad && memcmp(name, actual, sizeof name) == 0;
}

/* Runs `is_good` over the rows of a statement. */
static int
check_rows(struct store *st, enum sql_id what, bool (*is_good)(struct query *), const char *finding,
    struct store_report *out, struct err *err)
{
	struct err why;
	struct query q;
	int found;

	query_start(&q, st, what);
	while ((found = query_step(&q, &why)) > 0)
		if (!is_good(&q))
			add_finding(out, finding);
	query_end(&q);
	return found < 0 ? note_damage(out, &why, err) : 0;
}

/* ---- sessions ---- */

static int
check_counter(struct store *st, const struct session_ids *l, struct store_report *out, struct err *err)
{
	struct err why;
	struct query q;
	int found;

	query_start(&q, st, SQL_LAST_NUMBER);
	found = query_step(&q, &why);
	if (found == 0 || (found > 0 && query_take(&q) < l->highest))
		add_finding(out, "the counter of sessions is behind: numbers would be used twice");
	query_end(&q);
	return found < 0 ? note_damage(out, &why, err) : 0;
}

/* The id of the one item of a snapshot must be what the row says. */
static int
check_swapped_row(struct store *st, struct query *q, const struct record *r, int64_t seq, bool *good,
    struct err *err)
{
	const struct event *ev = &r->events[seq - 1];
	uint8_t snapshot[DIGEST_BYTES] = { 0 };
	struct bank *bank;
	const char *item_id;
	size_t before;

	*good = query_take(q) == seq && query_take(q) == ev->item;
	item_id = query_take_text(q, NULL);
	query_take_digest(q, snapshot);
	*good &= !q->bad;
	/* What stood there before: the last one drawn or swapped in. */
	for (before = (size_t)seq - 1; before > 0; before--) {
		const struct event *e = &r->events[before - 1];

		if ((e->kind == EV_DRAW || e->kind == EV_SWAP) && e->item == ev->item)
			break;
	}
	if (before == 0 || memcmp(snapshot, r->events[before - 1].digest, sizeof snapshot) != 0)
		*good = false;
	if (!*good)
		return 0;
	if (snapshot_load(st, snapshot, &bank, err) != 0)
		return -1;
	*good = strcmp(bank->items[0].id, item_id) == 0;
	bank_free(bank);
	return 0;
}

/* The rows of `swapped` are one for each EV_SWAP, in order. */
static int
check_swapped(struct store *st, const struct record *r, struct store_report *out, struct err *err)
{
	bool good = true;
	struct query q;
	int found = 1;

	query_start(&q, st, SQL_SWAPPED);
	query_put(&q, r->head.id);
	for (size_t i = 0; i < r->event_count && good && found > 0; i++) {
		if (r->events[i].kind != EV_SWAP)
			continue;
		found = query_step(&q, err);
		if (found == 0)
			good = false;
		else if (found > 0 && check_swapped_row(st, &q, r, r->events[i].seq, &good, err) != 0)
			found = -1;
	}
	if (found > 0 && good) {
		found = query_step(&q, err);
		good = found == 0;
	}
	query_end(&q);
	if (found >= 0 && !good) {
		buf_printf(out->findings,
		    "session %" PRId64 ": the list of swapped items is not what its events say\n",
		    r->head.number);
		out->finding_count++;
	}
	return found < 0 ? -1 : 0;
}

static int
check_texts(struct store *st, const struct record *r, struct store_report *out, struct err *err)
{
	int64_t expected = 0, stored = 0;
	struct query q;
	int found;

	for (size_t i = 0; i < r->event_count; i++)
		expected += r->events[i].kind == EV_NOTE;
	query_start(&q, st, SQL_ENTRY_COUNT);
	query_put(&q, r->head.id);
	found = query_step(&q, err);
	if (found > 0)
		stored = query_take(&q);
	query_end(&q);
	if (found > 0 && stored != expected) {
		buf_printf(out->findings, "session %" PRId64 ": has texts that no event speaks of\n",
		    r->head.number);
		out->finding_count++;
	}
	return found < 0 ? -1 : 0;
}

/* The log of one further rater against its texts and ratings. */
static int
check_scoring(struct store *st, int64_t id, const struct record *r, struct store_report *out, struct err *err)
{
	struct scoring_record *sr = NULL;
	int64_t expected = 0, stored = 0;
	char whose[ERR_TEXT_BYTES];
	struct query q;
	int found;

	if (scoring_read(st, id, r, false, &sr, err) != 0)
		return -1;
	snprintf(whose, sizeof whose, "session %" PRId64 ", marks of %s", r->head.number, sr->head.rater);
	for (size_t i = 0; i < sr->event_count; i++)
		expected += sr->events[i].kind == EV_NOTE;
	found = scoring_project_compare(st, sr->s, whose, out->findings, &out->finding_count, err);
	if (found == 0) {
		query_start(&q, st, SQL_SCORING_TEXT_COUNT);
		query_put(&q, id);
		found = query_step(&q, err);
		stored = found > 0 ? query_take(&q) : 0;
		query_end(&q);
	}
	if (found > 0 && stored != expected) {
		buf_printf(out->findings, "%s: has texts that no event speaks of\n", whose);
		out->finding_count++;
	}
	out->events += (int64_t)sr->event_count;
	scoring_record_free(sr);
	return found < 0 ? -1 : 0;
}

static int
check_scorings(struct store *st, const struct record *r, struct store_report *out, struct err *err)
{
	int64_t *ids;
	size_t count;
	int result = scoring_ids_read(st, r->head.id, &ids, &count, err);

	for (size_t i = 0; i < count && result == 0; i++) {
		struct err why;

		if (check_scoring(st, ids[i], r, out, &why) != 0)
			result = note_damage(out, &why, err);
	}
	free(ids);
	return result;
}

static int
check_record(struct store *st, const struct record *r, struct store_report *out, struct err *err)
{
	struct session *s = NULL;
	int result = -1;

	if (store_replay(&s, r, err) == 0 &&
	    project_compare(st, s, r->head.number, out->findings, &out->finding_count, err) == 0 &&
	    check_swapped(st, r, out, err) == 0 && check_texts(st, r, out, err) == 0 &&
	    check_scorings(st, r, out, err) == 0)
		result = 0;
	session_free(s);
	return result;
}

/* In a transaction of its own, so that a session that runs meanwhile can commit. */
static int
check_session(struct store *st, int64_t id, struct store_report *out, struct err *err)
{
	struct record *r = NULL;
	int result;

	if (db_begin_read(st, err) != 0)
		return -1;
	result = record_read(st, id, &r, err);
	if (result == 0) {
		out->sessions++;
		out->events += (int64_t)r->event_count;
		result = check_record(st, r, out, err);
	}
	record_free(r);
	/* Not found: it was removed since the list was made. */
	return db_end(st, result, err) < 0 ? -1 : 0;
}

/* All but the sessions. */
static int
check_base(struct store *st, struct session_ids *list, struct store_report *out, struct err *err)
{
	struct err why;

	if (run_pragma(st, "PRAGMA integrity_check", "ok", "the file", out, err) != 0 ||
	    run_pragma(st, "PRAGMA foreign_key_check", NULL, "rows refer to nothing, in table", out, err) !=
	        0 ||
	    check_rows(st, SQL_PERSONS, person_is_good, "what is known of a person was changed", out, err) !=
	        0 ||
	    check_rows(st, SQL_SNAPSHOTS, snapshot_is_good, "the text of an item was changed", out, err) != 0)
		return -1;
	if (session_ids_read(st, list, &why) != 0 && note_damage(out, &why, err) != 0)
		return -1;
	return check_counter(st, list, out, err);
}

int
store_check(struct store *st, struct store_report *out, struct err *err)
{
	struct session_ids list = { 0 };
	struct err why;
	int result;

	out->sessions = out->events = 0;
	out->finding_count = 0;
	if (db_begin_read(st, err) != 0)
		return -1;
	result = db_end(st, check_base(st, &list, out, err), err);
	for (size_t i = 0; i < list.count && result == 0; i++)
		if (check_session(st, list.ids[i], out, &why) != 0)
			result = note_damage(out, &why, err);
	free(list.ids);
	if (result == 0 && buf_failed(out->findings))
		return err_memory(err);
	return result;
}
