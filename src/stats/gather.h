#ifndef VIVA_STATS_GATHER_H
#define VIVA_STATS_GATHER_H
#include "viva/progress.h"
/*
 * A progress in the making: what answers.h has of one person, with each asked text traced to the
 * item it is a text of.  Arrays die with the gathering unless they are in `p->arena`.
 */
struct gather {
	const struct answers *a;
	const struct bank *bank;
	struct progress *p;
	size_t *identity;               /* of each of a->items: the same number for the same item id */
	size_t *topic;                  /* of each of a->items: in `bank`, or NO_TOPIC */
	size_t identity_count;
	size_t *source;                 /* of each of p->all: its row in a->v */
	int *first_grade;               /* of each identity, in the series; -1 none */
	double *room;                   /* answer_count numbers to sort and average in */
};

/* Marks of the series, -1: none. */
int series_grade(const struct answer *v, enum series s);
uint64_t series_ticks(const struct answer *v, enum series s);

/* ---- progress_domain.c ---- */

/* Levels, difficulties and times of everything, of areas and topics, and which topics are weakest. */
int gather_domains(struct gather *g);
/*
 * Adds the time of an answer if it was given at a first meeting; `room` has space for each.  Middle and
 * slowest fifth are there once it is settled.
 */
void time_add(struct time_use *out, double *room, const struct progress_answer *v);
void time_settle(struct time_use *out, double *room);

/* ---- progress_missed.c ---- */

int gather_missed(struct gather *g);

#endif
