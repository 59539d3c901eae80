#ifndef VIVA_PLAIN_H
#define VIVA_PLAIN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "viva/keys.h"
#include "viva/session.h"
#include "viva/stats.h"
#include "viva/view.h"
/*
 * The plain front end: lines in, lines out, for pipes, screen readers and any terminal.  It never
 * writes an escape, a carriage return or a redraw.  It paints views and turns lines into commands;
 * it reads nothing and decides nothing.
 */
#define PLAIN_COLUMNS_MAX 100   /* longer lines tire the eye */
struct plain {
	FILE *out;
	int columns;            /* to wrap to, 40..100 */
	bool prompt;            /* a person types: end with "> " */
};

/* ---- lines to commands ---- */

#define PLAIN_COMMANDS_MAX 64   /* commands on one line */

struct plain_command {
	enum key_action action;
	struct session_input input;     /* KEY_INPUT */
	const char *text;               /* KEY_MESSAGE: within the line */
	size_t text_len;
};

/*
 * Turns one line (without its newline) into commands, by what the phase shows: digits predict,
 * tick (of `key_points` and `mistakes` that are shown) or grade; letters are keys; an empty line goes on.
 * Returns their number, or 0 with a line for the person in `problem` (PLAIN_PROBLEM_BYTES).
 */
#define PLAIN_PROBLEM_BYTES 160
size_t plain_parse(struct plain_command out[PLAIN_COMMANDS_MAX], const char *line, size_t len,
    enum phase phase, enum mode mode, size_t key_points, size_t mistakes, char *problem);

/* ---- views to lines ---- */

struct plain_opening {
	const char *candidate, *bank_title, *bank_version, *blueprint_title, *db_path;
	int items, answer_tenths;
	uint64_t seed;
	enum review review;
	unsigned flags;
	int extra_time_permille;
	bool extra_time_kept;           /* it is the candidate's own, no option gave it */
	bool candidate_guessed;         /* not given by --as: say how to change it */
	const char *interviewer;        /* in a led session, else NULL */
	int minutes;                    /* planned for the whole session, 0 if not */
};
void plain_opening(const struct plain *p, const struct plain_opening *o);
/*
 * The candidate's screen in a second terminal: what `v` has that `before` (NULL: nothing yet) had not.
 */
void plain_watched(
    const struct plain *p, const struct candidate_view *v, const struct candidate_view *before);
/* What an event changed, and what to do now.  `undone` is what EV_UNDO took back, else NULL. */
void plain_event(const struct plain *p, const struct marking_view *v, const struct event *ev,
    const struct event *undone);
/* The whole item as it stands, after a resume. */
void plain_where(const struct plain *p, const struct marking_view *v);
/* Key points and mistakes with their marks, and the proposal. */
void plain_marks(const struct plain *p, const struct marking_view *v);
/* The same in one line, for a person who listens. */
void plain_heard(const struct plain *p, const struct marking_view *v);
/* The grades with their anchors, and the proposal. */
void plain_grades(const struct plain *p, const struct marking_view *v);
/* A question of an ended session, whole; and what can be done with it. */
struct review_page;
void plain_review(const struct plain *p, const struct review_page *page);
void plain_review_to_do(const struct plain *p, const struct marking_view *v);
/*
 * A question as a further rater marks it, whole; and only what the phase asks: TICK, GRADE, or NOTE once
 * graded.
 */
void plain_scoring(const struct plain *p, const struct review_page *page);
void plain_scoring_part(const struct plain *p, const struct review_page *page);
void plain_time(const struct plain *p, const struct clock_view *c);
void plain_milestone(const struct plain *p, enum milestone m, const struct clock_view *c);
/* Asks whether `gap_ms` of unseen time shall count. */
void plain_gap(const struct plain *p, int64_t gap_ms);
void plain_help(const struct plain *p, enum phase phase, enum mode mode);
void plain_refused(const struct plain *p, enum refusal why, enum phase phase);
void plain_text_begins(const struct plain *p, enum note_kind kind);
/* After Ctrl-Z and fg: where it stands. */
void plain_back(const struct plain *p, bool paused, bool writing);
/* One line for the person, wrapped. */
void plain_say(const struct plain *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void plain_prompt(const struct plain *p);
/* The one screen at the end. `steps` are things to do, most useful first. */
void plain_summary(const struct plain *p, const struct record *r, const struct session_stats *st,
    const char *const *steps, size_t step_count);

#define PLAIN_CLOCK_BYTES 40    /* any 64-bit time in words */
/* "4:05", rounded up to the second; "0:00" below zero. */
const char *plain_clock(int64_t ms, char room[PLAIN_CLOCK_BYTES]);
#define PLAIN_GRADE_BYTES 64    /* a longer word of a scale is cut at a character */
/* "2 adequate": a grade with its word from the bank's scale. */
const char *plain_grade(const char *const titles[GRADE_MAX + 1], int grade, char room[PLAIN_GRADE_BYTES]);

#endif
