#ifndef VIVA_ADVICE_H
#define VIVA_ADVICE_H
#include "viva/stats.h"
/*
 * Things to do after a session, most useful first; the same in the terminal and in the report.
 * Each names a question of the session and has a duration.  Pure.
 */
#define ADVICE_MAX 3
#define ADVICE_BYTES 400

struct advice {
	int position;                   /* of the item it is about, -1: of the session as a whole */
	int minutes;                    /* how long it takes */
	char title[96];                 /* "Repeat question 4" */
	char text[ADVICE_BYTES];        /* one or two sentences, the duration in words; UTF-8 as in the bank */
};

/* Returns how many were filled, at most ADVICE_MAX, or -1 when out of memory. */
int advice_session(struct advice out[ADVICE_MAX], const struct record *r, const struct session_stats *st);

#endif
