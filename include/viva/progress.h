#ifndef VIVA_PROGRESS_H
#define VIVA_PROGRESS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/answers.h"
#include "viva/bank.h"
#include "viva/estimate.h"
#include "viva/next.h"
#include "viva/stats.h"
/*
 * Everything a page on one candidate and one bank says, from their answers.  Pure.  Means and
 * levels are of one series of marks: the interviewers' from SERIES_LEADS answers on (or if there is
 * no other), else the candidate's own.  The series holds the first meeting with each item; later
 * ones are marked and counted apart.  A pass counts as grade 0 and is also counted by itself.
 */
#define SERIES_LEADS 5
#define NO_TOPIC SIZE_MAX       /* an item whose topic the bank no longer has */

enum series { SERIES_INTERVIEWERS, SERIES_OWN, SERIES_COUNT };

/* Answers that were given, against their limits; passes are not among them. */
struct time_use {
	int n, within;
	int64_t used_ms, limit_ms;      /* sums */
	double median, slow;            /* share of the limit used: the middle, and the slowest fifth's begin */
};

struct cell { int n; double mean; };    /* mean if n > 0; n = 1 is outlined, never coloured */

struct domain {                         /* an area, a topic, or everything */
	const char *id, *title;
	size_t area;                    /* of a topic: its index */
	int counts[GRADE_MAX + 1];      /* answers of the series by grade */
	int no_answers;                 /* among them */
	struct level level;             /* n; mean if n > 0 */
	bool ranged;                    /* level.level, low and high may be shown: n >= STATS_MIN_ANSWERS */
	struct cell difficulty[DIFFICULTY_COUNT];
	struct time_use time;           /* first meetings that were answered, graded or not */
};

struct progress_session {
	int64_t number, created_us;
	int utc_offset_min;
	int32_t day;                    /* local, days since 1970-01-01 */
	enum mode mode;
	bool drill;                     /* no quotas: counts in levels, not in the trend */
	const char *interviewer;        /* or NULL */
	int asked;                      /* stems shown, swaps not counted */
	int no_answers, retries, swapped;
	struct cell grade;              /* of the series */
	struct cell gap;                /* prediction minus grade */
	struct time_use time;
	bool in_trend;                  /* has a grade and is no drill; then, if progress.trend_line: */
	struct trend_point trend;
	size_t first_answer, answer_count;      /* of progress.answers */
};

struct progress_answer {
	size_t session;                 /* of progress.sessions */
	const struct item *item;        /* as it was asked; its topic index is the snapshot's: use `topic` */
	size_t topic;                   /* of the bank, or NO_TOPIC */
	bool first;                     /* first meeting with the item */
	bool counts;                    /* first, with a grade of the series */
	bool answered, no_answer;
	int grade;                      /* of the series, -1: none */
	int grade_own, grade_interviewer, prediction;   /* -1: none */
	int facts, hints;
	int64_t used_ms, limit_ms;
};

/* A key point and how often it was not said; every meeting counts, passes do not. */
struct missed_point {
	const struct item *item;        /* as last asked */
	const struct key_point *point;
	size_t topic;
	int asked, missed, partly;
	bool missed_last;               /* also at the last meeting */
	int64_t last_number;            /* session of that meeting */
};
#define MISSED_MAX 12

/* Predicted grade g against the grades that came. */
struct prediction_bin { int n; double mean; };
#define PREDICTION_BIN_MIN 5            /* answers; smaller bins are not drawn */

struct progress_series { int answers, no_answers; struct level level; bool ranged; };

struct progress {
	struct arena *arena;
	const char *candidate;
	const struct bank *bank;
	enum series series;
	double goal;
	int32_t today;
	int answers, no_answers;        /* of the series */
	int session_count_rated;        /* sessions with a grade of the series */

	struct domain overall;
	struct domain *areas, *topics;  /* as in the bank: area_count, topic_count */
	size_t *weakest;                /* topics with STATS_MIN_ANSWERS at least, lowest level first */
	size_t weakest_count;

	struct progress_session *sessions;      size_t session_count;   /* oldest first, all of them */
	struct progress_answer *all;            size_t answer_count;    /* swaps left out */

	/*
	 * The level now, if overall.ranged: the end of the trend's line where there is one, else
	 * overall.level.
	 */
	struct trend_point now;
	int trend_sessions;             /* that have in_trend */
	bool trend_line;                /* TREND_MIN_LINE of them */
	struct trend_change change;

	struct estimate prediction_gap; /* prediction minus grade */
	struct prediction_bin predictions[GRADE_MAX + 1];
	struct estimate self_gap;       /* own grade minus interviewer's, first meetings with both */
	struct agreement agreement;     /* of these two */
	struct agreement further;       /* of further raters with the grade that counts, every marked answer */
	struct progress_series by_series[SERIES_COUNT]; /* each by itself, never added up */

	int retries;                    /* later meetings with a grade of the series, */
	double retry_first, retry_now;  /* mean grade at the first meeting and now, of the same answers */
	int retry_pairs;

	/* Every point that was asked for, the most missed first; of these missed_count are worth showing. */
	struct missed_point *missed;    size_t point_count;
	size_t missed_count;            /* missed once at least; at most MISSED_MAX */
	struct next_plan next;
	size_t *repeats;                size_t repeat_count;    /* all items to repeat, as ranked: bank's
								 * items */
	struct item_history *history;   /* of each item of the bank, for reasons and dates */
};

/*
 * Adds up the answers of person `person` (NO_PERSON: of nobody yet, for an empty page) on `bank`.
 * `today` is in days since 1970-01-01 and only matters for what to repeat.  Borrows `a` and `bank`.
 * NULL only when out of memory; release with progress_free().
 */
#define NO_PERSON SIZE_MAX
struct progress *progress_new(const struct answers *a, size_t person, const struct bank *bank,
    const char *candidate, double goal, int32_t today);
void progress_free(struct progress *p);

/* What is missing for the next figure and what to do for it, in one sentence; "" if nothing is. */
#define PROGRESS_MISSING_BYTES 200
const char *progress_missing(const struct progress *p, char room[PROGRESS_MISSING_BYTES]);
const char *series_name(enum series s);         /* "interviewers", "own" */
const char *series_text(enum series s);         /* "marked by interviewers", "your own marks" */

#endif
