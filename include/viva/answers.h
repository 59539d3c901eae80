#ifndef VIVA_ANSWERS_H
#define VIVA_ANSWERS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/record.h"
/*
 * Whole histories of one bank as flat rows: the store reads them in one go, stats adds them up.
 * Sessions of a person stand together, in the order they were held; answers in the order asked.
 */
struct answer_person {
	const char *name;
	size_t first_session, session_count;    /* rows of answers.sessions */
	int goal;                       /* grade to reach, -1: the usual one */
};

struct answer_session {
	size_t person;
	int64_t number;
	int64_t created_us;
	int utc_offset_min;
	enum mode mode;
	enum session_state state;
	const char *blueprint;          /* id; ANSWERS_DRILL has no quotas */
	const char *interviewer;        /* or NULL */
	size_t first_answer, answer_count;      /* rows of answers.v */
};
#define ANSWERS_DRILL "drill"

/* One item whose stem was shown. */
struct answer {
	size_t session;
	size_t item;                    /* of answers.items */
	bool swapped;                   /* left because it was known: met, and nothing more */
	bool answered;                  /* the answer phase was gone through, not passed */
	bool no_answer;                 /* passed; has grade 0 */
	bool retry;                     /* drawn to be asked again */
	int position;                   /* in the form */
	int grade_own, grade_interviewer;       /* 0..4, -1: not given; own also after a led session */
	uint64_t ticks_own, ticks_interviewer;  /* enum tick of key point k: bits 2k and 2k + 1 */
	int prediction;                 /* 0..4, -1: none */
	int facts, hints;
	int64_t used_ms, limit_ms;      /* read + think + answer; the limit with extra time */
};

/* An item as it was asked: one for each text it has had. */
struct answer_item {
	struct bank *bank;              /* its snapshot: taxonomy, scale and this one item */
	const struct item *item;
};

/*
 * What a further rater who is done, and not the candidate, gave for an answer that was not passed: a matter of
 * agreement, never of a level.
 */
struct answer_second {
	size_t answer;                  /* of answers.v */
	const char *rater;
	int grade;                      /* 0..4 */
};

struct answers {
	struct arena *arena;            /* owns strings and arrays */
	const char *bank_id;
	struct answer_person *people;   size_t person_count;    /* by name, case set aside */
	struct answer_session *sessions; size_t session_count;
	struct answer *v;               size_t count;
	struct answer_second *seconds;  size_t second_count;    /* session by session, in the order asked */
	struct answer_item *items;      size_t item_count;      /* owns the banks */
};

/* Releases rows and items; NULL does nothing. */
void answers_free(struct answers *a);

/* The grade that counts: the interviewer's if given, else the candidate's own; -1: none. */
static inline int
answer_grade(const struct answer *v)
{
	return v->grade_interviewer >= 0 ? v->grade_interviewer : v->grade_own;
}

static inline enum tick
answer_tick(uint64_t ticks, size_t key_point)
{
	return (enum tick)(ticks >> 2 * key_point & 3);
}

#endif
