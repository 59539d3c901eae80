#ifndef VIVA_REPORT_MODEL_PROGRESS_H
#define VIVA_REPORT_MODEL_PROGRESS_H
#include "report/model.h"
#include "report/plot.h"
#include "viva/progress.h"
/*
 * What a progress report says, before anyone thinks of pages.  As in model.h, texts of banks and
 * people stand here as they are.  Where a chart has nothing to show, its `empty` text says what is
 * missing and what to do; else `empty` is NULL.
 */

struct trend_model {
	struct plot_session *v;         /* the last PLOT_SESSIONS_MAX sessions that are in the trend */
	const char **days;              /* "8 Mar", one for each */
	size_t count;
	bool line;
	const char *note, *note_many;   /* how to read it; where equal answers share a dot */
	const char *alt, *empty;
	const char *level, *range;      /* what stands at the end of the line */
};

/* One topic in words and figures. */
struct topic_row {
	const struct domain *d;
	const char *title;
	bool practise;
	struct { const char *mean, *n; } cell[DIFFICULTY_COUNT];        /* "" where there is none */
	const char *level, *range;      /* "1.9", "1.4-2.4"; where there are too few, words */
	const char *time;               /* "6 of 9 over" */
	const char *score_alt, *time_alt;
};

struct missed_row { const char *point, *item, *count, *alt; int missed, asked; bool again; };

/* The last sessions in which a topic was asked. */
#define PANEL_SESSIONS 8
struct panel {
	const char *title, *caption, *alt;
	struct { int n; double mean; } v[PANEL_SESSIONS];       /* oldest first */
	size_t count;
	bool pale;                      /* too few answers to go by */
};

struct cloud {
	struct plot_bubble *v;
	size_t count;
	const char *finding;            /* in words, above the chart */
	const char *alt, *empty;
};

struct surprise { const char *title, *where, *text; };
#define SURPRISES_MAX 6

struct gap_model {                      /* prediction minus grade, by session */
	struct plot_bubble *v;          /* x: place among the sessions shown */
	const char **days;
	size_t count;
	const char *alt, *empty;
};

struct strip_row { const char *title, *text, *alt; double *shares; size_t count; };

struct practice_row { const char *title, *topic, *grade, *since, *reason, *minutes; };
#define PRACTICE_MAX 10

struct plan_line { const char *when, *what; };
#define PLAN_LINES 6

struct progress_model {
	const char *document_title, *running_head, *kicker, *name, *origin, *held, *headline, *footer;
	bool empty;                     /* no answer with a mark */
	struct key_figure figures[KEY_FIGURES];
	struct trend_model trend;
	double goal;
	const char *goal_text;          /* "Goal 3.0" */
	const char *const *scale;       /* the words of the grades, GRADE_MAX + 1 */
	struct topic_row *rows;         /* topics with an answer, weakest first */
	size_t row_count;
	const char *topics_left;        /* of topics without an answer, or "" */
	const char *rows_empty;
	struct step steps[STEPS];
	const char *certainty;

	struct missed_row *missed;
	size_t missed_count;
	const char *missed_empty;
	struct panel *panels;
	size_t panel_count;

	struct cloud prediction, self;
	struct gap_model gap;
	struct surprise surprises[SURPRISES_MAX];
	size_t surprise_count;
	const char *judgement;          /* how to read the page */

	struct strip_row strips[DIFFICULTY_COUNT];
	const char *strips_finding, *strips_empty;
	struct cloud pace;              /* share of the limit against grade */
	const char *pace_quadrants[4];  /* fast and right, slow and right, fast and wrong, slow and wrong */
	struct practice_row practice[PRACTICE_MAX];
	size_t practice_count;
	const char *practice_lead, *practice_empty, *practice_left;
	struct plan_line plan[PLAN_LINES];
	size_t plan_count;
	const char *method;
};

/* What its parts are made from. */
struct progress_maker {
	struct model_maker k;           /* for say() and the options */
	struct progress_model *m;
	const struct progress *p;
	bool coach;
};

/* Fills `m` with texts that live in `arena`; -1 when out of memory. */
int progress_model(struct progress_model *m, struct arena *arena, const struct progress *p,
    const struct report_options *o);

/* Parts of it, by file. */
void model_progress_topics(struct progress_maker *f);           /* rows, missed points, panels */
void model_progress_judgement(struct progress_maker *f);        /* predictions, own marks */
void model_progress_pace(struct progress_maker *f);             /* time */
void model_progress_plan(struct progress_maker *f);             /* steps, practice, the fortnight */

/* "1.4-2.4" with an en dash. */
const char *say_range(struct model_maker *k, double low, double high);
const char *say_signed_range(struct model_maker *k, double low, double high);
/* A bank's topic by index, also where it has none. */
const char *topic_title(const struct progress *p, size_t topic);
/* Zeroed memory of the arena, and `failed` set where there is none. */
void *maker_alloc(struct model_maker *k, size_t count, size_t size);

#endif
