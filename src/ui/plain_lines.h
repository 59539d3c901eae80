#ifndef VIVA_UI_PLAIN_LINES_H
#define VIVA_UI_PLAIN_LINES_H
#include "viva/plain.h"
/* The small change of the plain front end. */

/* Blocks of an item, wrapped and made visible. */
void plain_blocks(const struct plain *p, const struct blocks *b);
/* A strong answer and those to the follow-ups. */
void plain_strong(const struct plain *p, const struct item *it);
/* The answer key of an item, for the interviewer alone. */
void plain_key(const struct plain *p, const struct marking_view *v);
/* An answer or a note, which keeps its lines; `led`: the answers are someone else's. */
struct own_text;
void plain_own(const struct plain *p, const struct own_text *t, bool led);
/* A line of dashes across the column. */
void plain_rule(const struct plain *p);
/* "4 minutes", "4:30 minutes". */
const char *plain_minutes(int64_t ms, char room[PLAIN_CLOCK_BYTES]);

#endif
