#ifndef VIVA_HISTORY_H
#define VIVA_HISTORY_H
#include <stdint.h>
/* What a candidate has met of one item: the store adds it up, the draw weighs it. */
struct item_history {
	uint32_t times_met;             /* 0: never shown */
	uint32_t last_met_session;      /* the candidate's session number in which it was last met, 0: never */
	int32_t last_met_day;           /* days since 1970-01-01 where that session was held, -1: never */
	int32_t last_grade;             /* 0..4, or -1: not rated */
};

#endif
