#ifndef VIVA_VIEW_H
#define VIVA_VIEW_H
#include "viva/record.h"
struct scoring;
struct session;
/*
 * What a screen may show of a session.  The candidate's view is a type of its own with no
 * field for answers, key points, anchors, grades or notes: what is not there cannot leak.
 * Views borrow texts from the session's banks and are good until its next change.
 */
enum clock_state { CLOCK_OFF, CLOCK_RUNNING, CLOCK_PAUSED, CLOCK_OVER };

struct clock_view {
	enum clock_state state;         /* OFF in every phase that the limit does not run over */
	bool hidden;                    /* --hide-clock: recorded, not shown */
	int64_t limit_ms, used_ms;
	int64_t remaining_ms;           /* negative when over, and only then CLOCK_OVER */
};

#define VIEW_FACTS_MAX 32

/* All that a candidate may see. */
struct candidate_view {
	int position, count;            /* from 0; of */
	enum phase phase;               /* REVEAL and later are shown as PHASE_CLOSED: "being marked" */
	enum session_state state;
	const char *topic;              /* title, as are the words of the scale; NULL before the item is open */
	int difficulty;                 /* 1..3 */
	enum kind kind;
	const char *grade_titles[GRADE_MAX + 1];
	bool retry, no_answer;
	const struct blocks *stem;      /* NULL before the item is open */
	const struct blocks *follow_up; /* stem of the follow-up while it is asked, else NULL */
	const struct blocks *facts[VIEW_FACTS_MAX];     /* given ones, in the order of the item */
	const char *fact_asks[VIEW_FACTS_MAX];
	size_t fact_count;
	struct clock_view clock;
};

/* What the person who marks sees as well: the solo candidate after the reveal, the interviewer always. */
struct marking_view {
	struct candidate_view shown;
	const struct item *item;        /* NULL before a solo candidate's reveal, as are... */
	const struct bank *bank;        /* ...bank, and -1 for proposed */
	const struct item_record *record;
	const struct rating *rating;    /* the one being made */
	bool led;                       /* the interviewer's view */
	int proposed;
};

/* Where no item is open, position is -1 and the pointers are NULL. */
void view_candidate(struct candidate_view *v, const struct session *s, int64_t now_ms);
void view_marking(struct marking_view *v, const struct session *s, int64_t now_ms);
/* An item of an ended session (asserted), read again: any position below the count. */
void view_review(struct marking_view *v, const struct session *s, int position);

/*
 * An item as a further rater marks it, who is told nothing of anyone else's marks.  `record` (phase, limit
 * and facts given are read) and `bank`, which holds the item, are borrowed like the scoring.
 */
void view_scoring(struct marking_view *v, const struct scoring *s, size_t position, const struct bank *bank,
    const struct item_record *record);

#endif
