#ifndef VIVA_REPORT_MODEL_DETAIL_H
#define VIVA_REPORT_MODEL_DETAIL_H
#include "report/model.h"
/*
 * What stands behind the first page of a session report: where the minutes went, whether that is
 * usual, and a card for each question.  Texts and figures, no places.
 */

/* A stretch of the session: one question, or the marking at the end (`number` 0). */
struct minutes_row {
	int number;
	const char *title;
	const char *spent;              /* all of it, "5:12" */
	int64_t start_ms;               /* since the session began */
	int64_t think_ms, answer_ms, over_ms;   /* answer: within the limit */
	int64_t idle_ms;                /* pauses, and items swapped away */
	int64_t look_ms;                /* follow-up, prediction, comparing, marking, notes */
	const char *alt;
};

enum minutes_part { MINUTES_THINK, MINUTES_ANSWER, MINUTES_OVER, MINUTES_LOOK, MINUTES_IDLE, MINUTES_PARTS };

/* Mean grades of one kind or difficulty: in this session, and in earlier ones. */
struct kind_row {
	const char *name;
	int n, earlier_n;
	double mean, earlier_mean;      /* where n is more than 0 */
	const char *caption, *alt;
};
#define KIND_ROWS (KIND_COUNT + DIFFICULTY_COUNT)

/* One figure of this session among those of earlier ones. */
struct strip {
	const char *title, *finding, *alt;
	double now;                     /* -1: this session has none */
	const double *earlier;
	size_t earlier_count;
	double most;                    /* right end of the axis; 0 is the left */
	const char *ends[2];            /* what stands there */
};
#define STRIPS 2

struct card_point {
	const char *text;
	bool essential;
	int tick, own;                  /* enum tick, -1: none; own: beside an interviewer's */
};

struct card_note { const char *from, *text; };

struct card {
	const struct session_row *row;
	const char *meta;               /* "core · concept · Evaluation" */
	const char *figures;            /* "3:45 of 4:00 · predicted 3 · 1 hint" */
	const char *grade;              /* "3 solid", or what stands for it */
	const char *stem;
	const char *marked_by;          /* "Marked by Anna", "" where nobody did */
	const struct card_point *points;
	size_t point_count;             /* 0 where they are not to be seen yet */
	const char *withheld;           /* says so, or "" */
	const char **mistakes;
	size_t mistake_count;
	struct card_note *notes;
	size_t note_count;
	const char *strong;             /* what a strong answer adds, "" after one */
	const char *command;            /* to read the item again */
};

struct session_detail {
	const char *minutes_finding;
	struct minutes_row *minutes;
	size_t minutes_count;
	int64_t minutes_total_ms;
	int64_t parts_ms[MINUTES_PARTS];
	const char *part_names[MINUTES_PARTS], *part_times[MINUTES_PARTS];
	struct strip strips[STRIPS];
	const char *usual_finding;
	struct kind_row kinds[KIND_ROWS];
	size_t kind_count;
	bool kinds_earlier;             /* some row has earlier answers */
	const char *method;
	struct card *cards;
	size_t card_count;
};

/* Fill `k->m->detail`: minutes and comparison, then cards.  Need the rows. */
void model_minutes(struct model_maker *k);
void model_usual(struct model_maker *k);
void model_cards(struct model_maker *k);

#endif
