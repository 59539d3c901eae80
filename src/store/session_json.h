#ifndef VIVA_STORE_SESSION_JSON_H
#define VIVA_STORE_SESSION_JSON_H
#include <jansson.h>
#include <stddef.h>
#include <stdint.h>
struct err;
struct record;
struct session_row;
struct store;
/* A session as JSON, in the format that export.c describes; each value is the caller's. */

/* NULL with `err` set. */
json_t *session_json(struct store *st, const struct record *r, const struct session_row *row, struct err *err);
/* A decimal string. */
json_t *id_json(int64_t id);
/* Hexadecimal; at most a digest. */
json_t *hex_json(const uint8_t *bytes, size_t len);
/* RFC 3339 in UTC with microseconds; null for a time no calendar has. */
json_t *time_json(int64_t wall_us);

#endif
