#ifndef VIVA_CLI_REPORT_EARLIER_H
#define VIVA_CLI_REPORT_EARLIER_H
#include "viva/report.h"
#include "viva/stats.h"
#include "viva/store.h"
/*
 * What a session is compared with: earlier sessions of the same candidate and bank, oldest first.
 * Their grades are those of interviewers where the session's are, else the candidate's own, first
 * meetings only.  `*out` is newly allocated; NULL where there are none.
 */
int report_earlier(struct report_earlier **out, size_t *count, struct store *st, const struct record *r,
    const struct session_stats *stats, struct err *err);

#endif
