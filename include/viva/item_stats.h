#ifndef VIVA_ITEM_STATS_H
#define VIVA_ITEM_STATS_H
#include "viva/bank.h"
#include "viva/record.h"
/*
 * What use says of a bank's items: figures for its author, over everyone's sessions.  Pure.  Only
 * answers count whose item text had the revision the bank has now; passes count apart.
 */
struct item_stats {
	int answers;                    /* graded answers, passes not among them */
	int passes;
	int grade_sum;
	int64_t used_ms, limit_ms;      /* sums over `answers` */
	int over;                       /* answers beyond their limit */
	int predictions, gap_sum;       /* prediction minus grade, where both are in */
};

/* Adds the answers of one session to `stats` (bank->item_count entries, zeroed before the first). */
void item_stats_add(struct item_stats *stats, const struct bank *b, const struct record *r);

#endif
