/*
 * All records as tables for a spreadsheet (RFC 4180: CRLF, quotes doubled).  A cell shows the value
 * of the same name in the JSON export, so both formats have the same figures; lists are joined by
 * blanks ("k1=yes k2=no"), true and false are yes and no, null is empty.  A text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/file.h"
#include "store/rows.h"
#include "store/session_json.h"
#include "viva/buf.h"
#include "viva/err.h"
#include "viva/store.h"

enum table_id { SESSIONS, ITEMS, RATINGS, NOTES, EVENTS, SCORINGS, SCORING_NOTES, SCORING_EVENTS, TABLES };
/*
 * What a cell is taken from; a note on the whole session has no item, and then it is empty.  Rows of further
 * raters stand below their scoring.
 */
enum level { OF_SESSION, OF_ITEM, OF_ROW, LEVELS, OF_SCORING = OF_ITEM };

struct column { const char *title; enum level level; const char *key; };

#define SAME(level, key) { key, level, key }

static const struct column session_columns[] = { SAME(OF_SESSION, "number"), SAME(OF_SESSION, "id"),
	SAME(OF_SESSION, "mode"), SAME(OF_SESSION, "review"), SAME(OF_SESSION, "strict"),
	SAME(OF_SESSION, "clock_hidden"), SAME(OF_SESSION, "follow_ups"),
	SAME(OF_SESSION, "extra_time_permille"), SAME(OF_SESSION, "candidate"),
	SAME(OF_SESSION, "interviewer"), SAME(OF_SESSION, "bank"), SAME(OF_SESSION, "bank_version"),
	SAME(OF_SESSION, "bank_title"), SAME(OF_SESSION, "blueprint"), SAME(OF_SESSION, "blueprint_title"),
	SAME(OF_SESSION, "seed"), SAME(OF_SESSION, "state"), SAME(OF_SESSION, "started_at"),
	SAME(OF_SESSION, "ended_at"), SAME(OF_SESSION, "utc_offset_min"), { NULL, OF_SESSION, NULL } };

static const struct column item_columns[] = { { "session", OF_SESSION, "number" },
	SAME(OF_SESSION, "candidate"), SAME(OF_ITEM, "position"), SAME(OF_ITEM, "id"),
	SAME(OF_ITEM, "revision"), SAME(OF_ITEM, "state"), SAME(OF_ITEM, "phase"), SAME(OF_ITEM, "limit_ms"),
	SAME(OF_ITEM, "read_ms"), SAME(OF_ITEM, "think_ms"), SAME(OF_ITEM, "answer_ms"),
	SAME(OF_ITEM, "follow_up_ms"), SAME(OF_ITEM, "review_ms"), SAME(OF_ITEM, "pause_ms"),
	SAME(OF_ITEM, "extended_ms"), SAME(OF_ITEM, "swapped_ms"), SAME(OF_ITEM, "over_ms"),
	SAME(OF_ITEM, "opened_ms"), SAME(OF_ITEM, "facts"), SAME(OF_ITEM, "facts_given"),
	SAME(OF_ITEM, "hints"), SAME(OF_ITEM, "pauses"), SAME(OF_ITEM, "known"), SAME(OF_ITEM, "retry"),
	SAME(OF_ITEM, "flagged"), SAME(OF_ITEM, "no_answer"), SAME(OF_ITEM, "prediction"),
	{ NULL, OF_SESSION, NULL } };

static const struct column rating_columns[] = {
	{ "session", OF_SESSION, "number" }, SAME(OF_SESSION, "candidate"), SAME(OF_ITEM, "position"),
	{ "item", OF_ITEM, "id" }, SAME(OF_ROW, "rater"), SAME(OF_ROW, "role"), SAME(OF_ROW, "ticks"),
	SAME(OF_ROW, "mistakes"), SAME(OF_ROW, "no_answer"), SAME(OF_ROW, "proposed"), SAME(OF_ROW, "grade"),
	SAME(OF_ROW, "rated_at"), SAME(OF_ROW, "seq"), SAME(OF_ROW, "replaces"), { NULL, OF_SESSION, NULL }
};

static const struct column note_columns[] = {
	{ "session", OF_SESSION, "number" }, SAME(OF_SESSION, "candidate"), SAME(OF_ITEM, "position"),
	{ "item", OF_ITEM, "id" }, SAME(OF_ROW, "kind"), SAME(OF_ROW, "by"), SAME(OF_ROW, "private"),
	SAME(OF_ROW, "text"), SAME(OF_ROW, "written_at"), SAME(OF_ROW, "seq"), { NULL, OF_SESSION, NULL }
};

static const struct column event_columns[] = {
	{ "session", OF_SESSION, "number" }, SAME(OF_ROW, "seq"), SAME(OF_ROW, "kind"), SAME(OF_ROW, "item"),
	SAME(OF_ROW, "at_ms"), SAME(OF_ROW, "written_at"), SAME(OF_ROW, "actor"), SAME(OF_ROW, "n"),
	SAME(OF_ROW, "digest"), SAME(OF_ROW, "chain"), { NULL, OF_SESSION, NULL }
};

static const struct column scoring_columns[] = { { "session", OF_SESSION, "number" },
	SAME(OF_SESSION, "candidate"), SAME(OF_SCORING, "rater"), SAME(OF_SCORING, "present"),
	SAME(OF_SCORING, "state"), SAME(OF_ROW, "position"), SAME(OF_ROW, "item"), SAME(OF_ROW, "ticks"),
	SAME(OF_ROW, "mistakes"), SAME(OF_ROW, "no_answer"), SAME(OF_ROW, "proposed"), SAME(OF_ROW, "grade"),
	SAME(OF_ROW, "rated_at"), SAME(OF_ROW, "seq"), { NULL, OF_SESSION, NULL } };

static const struct column scoring_note_columns[] = {
	{ "session", OF_SESSION, "number" }, SAME(OF_SESSION, "candidate"), SAME(OF_SCORING, "rater"),
	SAME(OF_ROW, "position"), SAME(OF_ROW, "private"), SAME(OF_ROW, "text"), SAME(OF_ROW, "written_at"),
	SAME(OF_ROW, "seq"), { NULL, OF_SESSION, NULL }
};

static const struct column scoring_event_columns[] = {
	{ "session", OF_SESSION, "number" }, SAME(OF_SCORING, "rater"), SAME(OF_ROW, "seq"), SAME(OF_ROW, "kind"),
	SAME(OF_ROW, "item"), SAME(OF_ROW, "written_at"), SAME(OF_ROW, "n"), SAME(OF_ROW, "digest"),
	SAME(OF_ROW, "chain"), { NULL, OF_SESSION, NULL }
};

static const struct { const char *file; const struct column *columns; } tables[TABLES] = {
	[SESSIONS] = { "sessions.csv", session_columns }, [ITEMS] = { "items.csv", item_columns },
	[RATINGS] = { "ratings.csv", rating_columns }, [NOTES] = { "notes.csv", note_columns },
	[EVENTS] = { "events.csv", event_columns }, [SCORINGS] = { "scorings.csv", scoring_columns },
	[SCORING_NOTES] = { "scoring-notes.csv", scoring_note_columns },
	[SCORING_EVENTS] = { "scoring-events.csv", scoring_event_columns },
};

/* ---- cells ---- */

static void
put_text(struct buf *out, const char *text)
{
	bool formula = *text != '\0' && strchr("=+-@\t\r", *text) != NULL;

	if (!formula && strpbrk(text, "\",\r\n") == NULL) {
		buf_puts(out, text);
		return;
	}
	buf_puts(out, formula ? "\"'" : "\"");
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_putc(out, '"');
		buf_putc(out, *text);
	}
	buf_putc(out, '"');
}

/* A value that is no array or object. */
static void
put_simple(struct buf *out, const json_t *value)
{
	if (json_is_string(value))
		buf_puts(out, json_string_value(value));
	else if (json_is_integer(value))
		buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_boolean(value))
		buf_puts(out, json_is_true(value) ? "yes" : "no");
}

static void
put_cell(struct buf *out, const json_t *value)
{
	const char *key;
	json_t *inside;
	struct buf list;
	size_t i;

	if (json_is_string(value)) {
		put_text(out, json_string_value(value));
		return;
	}
	if (!json_is_array(value) && !json_is_object(value)) {
		put_simple(out, value);
		return;
	}
	buf_init(&list);
	json_array_foreach(value, i, inside) {
		buf_puts(&list, i > 0 ? " " : "");
		put_simple(&list, inside);
	}
	json_object_foreach((json_t *)value, key, inside) {
		buf_printf(&list, "%s%s=", list.len > 0 ? " " : "", key);
		put_simple(&list, inside);
	}
	/* A list of numbers may begin with a minus: it is no formula to a reader of numbers either. */
	buf_puts(out, buf_text(&list));
	out->failed |= buf_failed(&list);
	buf_finish(&list);
}

static void
put_row(struct buf *out, const struct column *c, json_t *const from[LEVELS])
{
	for (const struct column *first = c; c->title != NULL; c++) {
		if (c != first)
			buf_putc(out, ',');
		if (from[c->level] != NULL)
			put_cell(out, json_object_get(from[c->level], c->key));
	}
	buf_puts(out, "\r\n");
}

static void
put_titles(struct buf *out, const struct column *c)
{
	for (const struct column *first = c; c->title != NULL; c++)
		buf_printf(out, "%s%s", c != first ? "," : "", c->title);
	buf_puts(out, "\r\n");
}

/* A row for each element of `rows`. */
static void
put_rows(struct buf out[TABLES], enum table_id id, json_t *session, json_t *item, const json_t *rows)
{
	for (size_t i = 0; i < json_array_size(rows); i++)
		put_row(&out[id], tables[id].columns,
		    (json_t *[LEVELS]){ session, item, json_array_get(rows, i) });
}

static void
put_session(struct buf out[TABLES], json_t *session)
{
	json_t *item, *scoring;
	size_t i;

	put_row(&out[SESSIONS], session_columns, (json_t *[LEVELS]){ session, NULL, NULL });
	json_array_foreach(json_object_get(session, "items"), i, item) {
		put_row(&out[ITEMS], item_columns, (json_t *[LEVELS]){ session, item, NULL });
		put_rows(out, RATINGS, session, item, json_object_get(item, "ratings"));
		put_rows(out, NOTES, session, item, json_object_get(item, "notes"));
	}
	put_rows(out, NOTES, session, NULL, json_object_get(session, "notes"));
	put_rows(out, EVENTS, session, NULL, json_object_get(session, "events"));
	json_array_foreach(json_object_get(session, "scorings"), i, scoring) {
		put_rows(out, SCORINGS, session, scoring, json_object_get(scoring, "ratings"));
		put_rows(out, SCORING_NOTES, session, scoring, json_object_get(scoring, "notes"));
		put_rows(out, SCORING_EVENTS, session, scoring, json_object_get(scoring, "events"));
	}
}

/* ---- the tables ---- */

static int
add_session(struct store *st, int64_t id, struct buf out[TABLES], struct err *err)
{
	struct record *r = NULL;
	struct session_row row;
	json_t *json = NULL;
	int result = record_read(st, id, &r, err);

	if (result != 0)
		return result;          /* not found: removed since the list was made */
	result = session_row_read(st, id, r->arena, &row, err);
	if (result == 0)
		json = session_json(st, r, &row, err);
	if (json != NULL)
		put_session(out, json);
	json_decref(json);
	record_free(r);
	return json != NULL ? 0 : -1;
}

static int
fill(struct store *st, struct buf out[TABLES], struct err *err)
{
	struct session_ids list = { 0 };
	int result;

	if (db_begin_read(st, err) != 0)
		return -1;
	result = db_end(st, session_ids_read(st, &list, err), err);
	/* Each in its own transaction, so that a session that runs meanwhile can commit. */
	for (size_t i = 0; i < list.count && result >= 0; i++) {
		result = db_begin_read(st, err);
		if (result == 0)
			result = db_end(st, add_session(st, list.ids[i], out, err), err);
	}
	free(list.ids);
	return result < 0 ? -1 : 0;
}

static int
write_table(const char *dir, enum table_id id, const struct buf *table, struct err *err)
{
	char *path = NULL;
	int result;

	if (buf_failed(table) || asprintf(&path, "%s/%s", dir, tables[id].file) < 0)
		return err_memory(err);
	result = file_replace(path, table->data, table->len, err);
	free(path);
	return result;
}

int
store_export_csv(struct store *st, const char *dir, struct err *err)
{
	struct buf out[TABLES];
	int result;

	for (int i = 0; i < TABLES; i++) {
		buf_init(&out[i]);
		put_titles(&out[i], tables[i].columns);
	}
	result = fill(st, out, err);
	if (result == 0)
		result = file_make_directories(dir, err);
	for (int i = 0; i < TABLES && result == 0; i++)
		result = write_table(dir, (enum table_id)i, &out[i], err);
	for (int i = 0; i < TABLES; i++)
		buf_finish(&out[i]);
	return result;
}
