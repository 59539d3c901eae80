/*
 * All records as JSON, for people, scripts and an import that gives the same records again:
 *
 *      {"format": "viva-records", "version": 1,
 *       "people": [{"id", "name", "created_at", "goal", "extra_time_permille", "same_as"}],
 *       "snapshots": [{"sha256", "body"}],
 *       "sessions": [{
 *         "id", "number", "mode": "solo|led", "review": "each|end", "strict", "clock_hidden",
 *         "follow_ups", "extra_time_permille", "candidate", "candidate_id", "interviewer",
 *         "interviewer_id", "bank", "bank_version", "bank_title", "bank_sha256", "blueprint",
 *         "blueprint_title", "seed", "state", "started_at", "ended_at", "utc_offset_min", "chain",
 *         "items": [{"position", "id", "revision", "snapshot", "state", "phase", *_ms, "facts",
 *           "facts_given": [ids], "hints", "pauses", "known", "retry", "flagged", "no_answer", "prediction",
 *           "ratings": [{"rater", "role", "ticks": {key point: "no|partly|yes"}, "mistakes": [ids],
 *             "no_answer", "proposed", "grade", "rated_at", "seq", "replaces"}],
 *           "notes": [{"kind", "by", "private", "text", "written_at", "seq"}]}],
 *         "notes": [of the whole session],
 *         "events": [{"seq", "kind", "item", "at_ms", "written_at", "actor", "n": [4 numbers],
 *           "digest", "chain", "text": {"salt", "body", "erased_at"}}],
 *         "scorings": [{"id", "rater", "rater_id", "present": "typed|yes|no", "created_at", "state":
 * "open|done",
 *           "chain", "ratings": [{"position", "item", "ticks", "mistakes", "no_answer", "proposed", "grade",
 *             "rated_at", "seq"}], "notes": [{"position", "private", "text", "written_at", "seq"}],
 *           "events": [{"seq", "kind", "item", "written_at", "n", "digest", "chain", "text"}]}]}]}
 *
 * Ids and seeds are decimal strings, bytes are hexadecimal, times RFC 3339 in UTC with
 * microseconds; what does not apply is null; "text" stands in note events only.  "items" and
 * "notes" and "ratings" follow from "events", which alone are read back (import.c).  One record stands on one
 * line.
 */
#include <jansson.h>
#include <stdlib.h>

#include "store/db.h"
#include "store/rows.h"
#include "store/session_json.h"
#include "viva/buf.h"
#include "viva/digest.h"
#include "viva/err.h"
#include "viva/store.h"

/* ---- the document ---- */

static int
add_bytes(const char *data, size_t len, void *arg)
{
	buf_add(arg, data, len);
	return 0;
}

/* Writes and releases a record as one line of an array. */
static int
put_record(struct buf *out, json_t *record, bool *first, struct err *err)
{
	int rc;

	if (record == NULL)
		return err_memory(err);         /* all texts are UTF-8 */
	buf_puts(out, *first ? "\n" : ",\n");
	*first = false;
	rc = json_dump_callback(record, add_bytes, out, JSON_PRESERVE_ORDER);
	json_decref(record);
	return rc == 0 && !buf_failed(out) ? 0 : err_memory(err);
}

static json_t *
person_json(struct query *q)
{
	uint8_t seal[DIGEST_BYTES];
	struct person_row row;
	int64_t id;

	person_row_take(q, &id, &row, seal);
	return json_pack("{s:o, s:s, s:o, s:o, s:i, s:o}", "id", id_json(id), "name", row.name, "created_at",
	    time_json(row.created_us), "goal",
	    row.goal != PERSON_NO_GOAL ? json_integer(row.goal) : json_null(), "extra_time_permille",
	    row.extra_time_permille, "same_as", row.same_as != 0 ? id_json(row.same_as) : json_null());
}

static json_t *
snapshot_json(struct query *q)
{
	uint8_t sha256[DIGEST_BYTES] = { 0 };
	const char *body;
	size_t len;

	query_take_digest(q, sha256);
	body = query_take_text(q, &len);
	return json_pack("{s:o, s:s%}", "sha256", hex_json(sha256, sizeof sha256), "body", body, len);
}

/* The rows of a statement as an array. */
static int
put_rows(struct store *st, struct buf *out, const char *name, enum sql_id what,
    json_t *(*row_json)(struct query *),
    struct err *err)
{
	bool first = true;
	struct query q;
	int found;

	buf_printf(out, ",\n\"%s\": [", name);
	query_start(&q, st, what);
	while ((found = query_step(&q, err)) > 0)
		if (put_record(out, row_json(&q), &first, err) != 0 || query_good(&q, name, err) != 0) {
			found = -1;
			break;
		}
	query_end(&q);
	buf_puts(out, "\n]");
	return found;
}

static int
put_session(struct store *st, struct buf *out, int64_t id, bool *first, struct err *err)
{
	struct record *r = NULL;
	struct session_row row;
	json_t *json;
	int result = record_read(st, id, &r, err);

	if (result != 0)
		return result;          /* not found: removed since the list was made */
	result = session_row_read(st, id, r->arena, &row, err);
	json = result == 0 ? session_json(st, r, &row, err) : NULL;
	result = json != NULL ? put_record(out, json, first, err) : -1;
	record_free(r);
	return result;
}

static int
put_base(struct store *st, struct buf *out, struct session_ids *list, struct err *err)
{
	buf_printf(out, "{\"format\": \"viva-records\", \"version\": %d", STORE_EXPORT_VERSION);
	if (put_rows(st, out, "people", SQL_PERSONS, person_json, err) != 0 ||
	    put_rows(st, out, "snapshots", SQL_SNAPSHOTS, snapshot_json, err) != 0)
		return -1;
	return session_ids_read(st, list, err);
}

int
store_export_json(struct store *st, struct buf *out, struct err *err)
{
	struct session_ids list = { 0 };
	bool first = true;
	int result;

	if (db_begin_read(st, err) != 0)
		return -1;
	result = db_end(st, put_base(st, out, &list, err), err);
	buf_puts(out, ",\n\"sessions\": [");
	/* Each in its own transaction, so that a session that runs meanwhile can commit. */
	for (size_t i = 0; i < list.count && result >= 0; i++) {
		result = db_begin_read(st, err);
		if (result == 0)
			result = db_end(st, put_session(st, out, list.ids[i], &first, err), err);
	}
	buf_puts(out, "\n]}\n");
	free(list.ids);
	if (result >= 0 && buf_failed(out))
		return err_memory(err);
	return result < 0 ? -1 : 0;
}
