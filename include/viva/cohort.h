#ifndef VIVA_COHORT_H
#define VIVA_COHORT_H
#include "viva/progress.h"
/*
 * A group at a glance: who needs attention this week and why, and what to teach everyone.  Pure.
 * Members stand by name and are never ranked.  Figures over the group are made from
 * COHORT_MIN_GROUP members on, so that none gives away a person.
 */
#define COHORT_MIN_GROUP 5
#define COHORT_STALE_DAYS 14    /* without a session */
#define COHORT_UNLED_DAYS 28    /* without an interviewer; also how far back an interviewer's load goes */
#define COHORT_MISSED_BY 3      /* members who missed a point before the group hears of it */

/* Reasons to see someone this week; several may hold.  cohort_need_text() has the words. */
enum need {
	NEED_FIRST = 1 << 0,    /* fewer than STATS_MIN_ANSWERS answers: nobody can tell yet */
	NEED_STALE = 1 << 1,    /* last session COHORT_STALE_DAYS days ago or more */
	NEED_BELOW = 1 << 2,    /* the whole range of the level now lies below the goal */
	NEED_FELL = 1 << 3,     /* the level fell */
	NEED_UNLED = 1 << 4     /* nobody has led a session of theirs for COHORT_UNLED_DAYS or ever, where
				 * someone leads */
};
#define NEED_COUNT 5

struct cohort_member {
	const struct progress *progress;
	const char *name;
	int sessions;
	int32_t last_day;               /* of the last session, -1: none */
	int days_since;                 /* from last_day to today */
	const char *last_interviewer;   /* who last led a session of theirs, or NULL */
	int32_t led_day;                /* of that session, -1: none */
	int days_since_led;
	unsigned needs;                 /* enum need */
	/*
	 * With whom, if there is a need: the last interviewer, else who led fewest sessions of late (the
	 * first by name among equals, never the member); NULL if nobody leads here.
	 */
	const char *with;
	size_t weakest;                 /* topic, or NO_TOPIC while no topic has enough answers */
};

struct cohort_topic {
	int members;                    /* with an answer of their series */
	int answers, no_answers;
	bool shown;                     /* members >= COHORT_MIN_GROUP: the figures below hold */
	double mean;                    /* of the members' own means: each counts once */
	int below;                      /* members whose level is below their goal */
	struct time_use time;
};

struct cohort_missed {
	const struct item *item;
	const struct key_point *point;
	size_t topic;
	int asked, missed;              /* answers of all members */
	int members;                    /* who missed it */
};

struct cohort_interviewer {             /* and further raters */
	const char *name;
	int sessions, candidates;       /* they led; of how many people */
	int recent;                     /* sessions of the last COHORT_UNLED_DAYS days */
	int rated;                      /* sessions of which they are a further rater */
	struct estimate self_gap;       /* candidates' own grades minus theirs; ranged from
					 * AGREEMENT_MIN_KAPPA on */
	struct agreement agreement;     /* of these */
	struct estimate others_gap;     /* their grades minus those of others who marked the same answer;
					 * likewise ranged */
	struct agreement others;        /* of these, a pair for each other rater */
};

struct cohort {
	struct arena *arena;
	const struct bank *bank;
	int32_t today;
	struct cohort_member *members;  size_t member_count;    /* by name */
	struct progress **progress;     /* owned, as members */
	bool grouped;                   /* member_count >= COHORT_MIN_GROUP: group figures may be shown */
	struct cohort_topic *topics;    /* of bank->topics */
	struct cohort_missed *missed;   size_t missed_count;    /* at most MISSED_MAX; empty unless grouped */
	struct cohort_interviewer *interviewers; size_t interviewer_count;      /* by name */
	struct agreement agreement;     /* all: own grades and interviewers', first meetings without passes */
	int sessions, answers;          /* of all */
};

/*
 * `goals` has the goal of each person of `a`, or is NULL: GOAL_DEFAULT.  Borrows `a` and `bank`.
 * NULL only when out of memory; release with cohort_free().
 */
struct cohort *cohort_new(const struct answers *a, const struct bank *bank, const double *goals,
    int32_t today);
void cohort_free(struct cohort *c);
/* "no session for 14 days" ...; the rule in words, without names. */
const char *cohort_need_text(enum need n);

#endif
