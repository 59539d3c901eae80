#ifndef VIVA_REPORT_MODEL_H
#define VIVA_REPORT_MODEL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/bank.h"
#include "viva/record.h"
#include "viva/report.h"
#include "viva/stats.h"
struct arena;
/*
 * What a session report says, before anyone thinks of pages: figures and finished sentences.
 * Texts from the bank and people stand here as they are; dl_text() makes them safe to show.
 */

#define FINDINGS_MAX 3          /* lines of "Keep" and of "Change" */
#define KEY_FIGURES 4
#define STEPS 3

struct session_row {
	int number;                     /* from 1 */
	const char *title, *topic, *topic_id;
	const char *where;              /* difficulty and topic in words */
	bool asked, answered, passed;
	const struct rating *rating;    /* the one that counts, or NULL */
	const struct rating *own;       /* the candidate's beside the interviewer's, or NULL */
	int prediction;                 /* -1: none */
	int64_t limit_ms, used_ms, over_ms;
	size_t point_count;
	bool essential[KEY_POINTS_MAX];
	int said, partly, missed;       /* of the key points; all 0 where nothing is marked */
	/* What stands below each chart, and what is read aloud for it; "" where there is no chart. */
	const char *time_caption, *over_caption, *time_alt;
	const char *points_caption, *points_alt;
	const char *grades_caption, *grades_alt;
	const char *remarks;            /* "flagged · 1 hint", or "" */
	int facts;                      /* asked for */
	const struct item *item;
	const struct bank *bank;
};

struct key_figure { const char *value, *label, *note; };        /* note: a second line, or NULL */
struct claim { int number; const char *text; };                 /* of question `number` */
struct step { const char *title, *body, *action, *command; };   /* command: what to type, or NULL */
struct note_line { const char *from, *text; };                  /* "Question 2, by Anna" */

struct session_model {
	const char *document_title, *running_head;
	const char *kicker, *name;
	const char *origin;             /* bank and blueprint */
	const char *held;               /* date, number, who led */
	const char *headline;
	struct key_figure figures[KEY_FIGURES];
	struct session_row *rows;
	size_t row_count, rows_asked;
	struct claim keep[FINDINGS_MAX], change[FINDINGS_MAX];
	size_t keep_count, change_count;
	const char *nothing_to_keep, *nothing_to_change;        /* said where a list is empty */
	struct step steps[STEPS];
	const char *certainty;
	struct note_line *notes;
	size_t note_count;
	const char *footer;
	int by_interviewer;             /* rows whose grade is an interviewer's */
	bool own_marks_too;             /* some row has both */
	struct session_detail *detail;  /* model_detail.h */
};

/* What the parts of the model are made from. */
struct model_maker {
	struct session_model *m;
	struct arena *arena;            /* owns the texts */
	const struct record *record;
	const struct session_stats *stats;
	const struct report_options *options;
	bool failed;                    /* out of memory; sticky */
};

/* Fills `m` with texts that live in `arena`; -1 when out of memory. */
int session_model(struct session_model *m, struct arena *arena, const struct record *r,
    const struct session_stats *st, const struct report_options *o);

/* Parts of it, by file: claims.c, steps.c. */
void model_claims(struct model_maker *k);
void model_steps(struct model_maker *k);

/* Who wrote a note. */
const char *model_note_author(const struct model_maker *k, const struct note *n);
const char *model_interviewer(const struct model_maker *k);

/* Text in the arena; "" once it failed. */
const char *say(struct model_maker *k, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
const char *say_prose(struct model_maker *k, const struct prose *p);
const char *say_tenths(struct model_maker *k, double v, bool plus);
/* "40 s", "1 min 5 s", "12 min"; rounded up where `up`, else down. */
const char *say_span(struct model_maker *k, int64_t ms, bool up);
/* "3:20" */
const char *say_clock(struct model_maker *k, int64_t ms, bool up);
/* "8 March 2025" of a day counted from 1970-01-01. */
const char *say_day(struct model_maker *k, int64_t day);
/* "8 Mar" */
const char *say_short_day(struct model_maker *k, int64_t day);
/* "11 January - 8 March 2025", with what both days share said once. */
const char *say_days(struct model_maker *k, int64_t first, int64_t last);
/* say_day() of "2025-03-08"; what is no date stays as it is. */
const char *say_date(struct model_maker *k, const char *date);
/* "3 answers", "1 answer" */
const char *say_count(struct model_maker *k, int n, const char *one, const char *many);
/* The scale's word for a grade in the row's bank: "solid". */
const char *grade_word(const struct session_row *row, int grade);

#endif
