#ifndef VIVA_WORDS_H
#define VIVA_WORDS_H
#include "viva/plain.h"
/* What both front ends for people say, word by word: one line each, not yet made visible. */
struct buf;

struct own_text {                       /* an answer or note that is committed */
	enum note_kind kind;
	const char *text;
	bool private_note;              /* coaches alone see it */
	int64_t at_ms;                  /* session clock */
};

/* A question of an ended session, read again. */
struct review_page {
	struct marking_view view;       /* record->phase is NOTE where it is read, TICK and GRADE where it is
					 * amended */
	const struct own_text *texts;
	size_t text_count;
	const int *earlier;             /* grades that an amendment replaced, oldest first */
	size_t earlier_count;
};

/* "Question 3 of 12 - Evaluation - core concept - 4 minutes" */
void words_heading(struct buf *out, const struct marking_view *v);
/* What can be done where the session stands now; "" in phases that ask nothing. */
void words_to_do(struct buf *out, const struct marking_view *v);
/* What an event did, for the events that say more than the phase they lead to; else nothing. */
void words_event(
    struct buf *out, const struct marking_view *v, const struct event *ev, const struct event *undone);
/* How the question came out: grade, prediction, time, and what an amendment replaced. */
void words_result(struct buf *out, const struct marking_view *v, const int *earlier, size_t earlier_count);
/* What can be done while a question is read again. */
void words_review(struct buf *out, const struct marking_view *v);
/* Why an input meant nothing; "" where there is nothing to say. */
const char *words_refusal(enum refusal why, enum phase phase);
void words_milestone(struct buf *out, enum milestone m, const struct clock_view *c);
void words_time(struct buf *out, const struct clock_view *c);
void words_gap(struct buf *out, int64_t gap_ms);

/* The session in one sentence, with its n. */
void words_finding(struct buf *out, const struct session_stats *st);
/* The same of a led session, for the interviewer. */
void words_led_finding(struct buf *out, const struct record *r, const struct session_stats *st);
/* Paragraph `i` of what an interviewer says before the first question, or false: there are no more. */
bool words_read_aloud(struct buf *out, const struct plain_opening *o, int i);
/* Figure `i` of a session (from 0), or false: there are no more. */
bool words_figure(struct buf *out, const struct record *r, const struct session_stats *st, int i);
/* Line `i` of what an opening says about the session to come: a label and its value. */
bool words_opening(struct buf *label, struct buf *value, const struct plain_opening *o, int i);
#define WORDS_OPENING "For each question: read, think, answer aloud, then predict your grade before you see the key " \
	"points. Every step is saved as you take it."
#define WORDS_ONE_SESSION "One session says little: compare with your own last three."

#endif
