#ifndef VIVA_CLI_STATS_OUT_H
#define VIVA_CLI_STATS_OUT_H
#include "viva/progress.h"
struct buf;
struct json_t;
/*
 * The same figures in every form `viva stats` has.  What too few answers support is left out of
 * each: null, an empty cell, or words that say so.
 */

/* Words and small plots for a screen of so many columns. */
void stats_say(struct buf *out, const struct progress *p, int columns);
/* A new document, or NULL when out of memory. */
struct json_t *stats_json(const struct progress *p);
/* RFC 4180, one figure a row. */
void stats_csv(struct buf *out, const struct progress *p);
void stats_markdown(struct buf *out, const struct progress *p);

#define STATS_NUMBER_BYTES 32
/* "2.4", or "" where `known` is false. */
const char *stats_number(double v, bool known, char room[STATS_NUMBER_BYTES]);
/* "2.1 to 2.7" */
const char *stats_range(double low, double high, char room[STATS_NUMBER_BYTES]);
/* Appends a key point as one line of text. */
void stats_point(struct buf *out, const struct missed_point *m);

#endif
