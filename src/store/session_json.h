#ifndef VIVA_STORE_SESSION_JSON_H
#define VIVA_STORE_SESSION_JSON_H
#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "store/log.h"
struct arena;
struct err;
struct item;
struct rating;
struct record;
struct session_row;
struct store;
/* A session as JSON, in the format that export.c describes; each value is the caller's. */

/* NULL with `err` set. */
json_t *session_json(
    struct store *st, const struct record *r, const struct session_row *row, struct err *err);
/* A decimal string. */
json_t *id_json(int64_t id);
/* Hexadecimal; at most a digest. */
json_t *hex_json(const uint8_t *bytes, size_t len);
/* RFC 3339 in UTC with microseconds; null for a time no calendar has. */
json_t *time_json(int64_t wall_us);

/* The marks of its further raters, as an array; NULL with `err` set (scoring_json.c). */
json_t *scorings_json(struct store *st, const struct record *r, struct err *err);
json_t *ticks_json(const struct item *item, const struct rating *g);
json_t *mistakes_json(const struct item *item, const struct rating *g);
/*
 * The events of a log as it was read, with their texts; `first` is the link before the first of them, and `arena`
 * takes the texts.  NULL with `err` set.
 */
json_t *log_json(struct store *st, const struct log *l, const struct log_events *events,
    const uint8_t first[32], struct arena *arena, struct err *err);
/*
 * Adding to an array or object.  Where memory runs out it becomes NULL, and so does everything it is put
 * into: nothing is ever left out in silence.
 */
void json_append(json_t **array, json_t *value);
void json_set(json_t **object, const char *key, json_t *value);

#endif
