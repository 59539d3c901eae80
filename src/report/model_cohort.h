#ifndef VIVA_REPORT_MODEL_COHORT_H
#define VIVA_REPORT_MODEL_COHORT_H
#include "report/model_progress.h"
#include "viva/cohort.h"
/*
 * What a cohort report says.  Members stand by need or by name, never by level.  Figures over the group
 * are there from COHORT_MIN_GROUP members on.
 */
struct member_row {
	const struct cohort_member *member;
	const char *name;
	const char *answers;            /* "14 answers" */
	const char *last;               /* "12 days ago" */
	const char *reasons;            /* "" where nothing asks for a talk */
	const char *level, *range;      /* or "", and words */
	const char *change;             /* "rose by 0.4", "no clear change yet" */
	const char *topic, *step;       /* to practise; what to do next */
	const char **means;             /* by topic of the bank, "" for none */
	const char *gap;                /* prediction minus grade in words */
	const char *alt, *gap_alt;
	struct plot_range plot;         /* of the level */
	bool has_plot;
	struct plot_range gap_plot;
	bool has_gap;
};

struct cohort_topic_row {
	const char *number, *title, *mean, *members, *below, *over;
	struct cell cell;               /* of the group */
	struct time_use time;
	const char *alt;
};

struct rater_row {
	const char *name, *sessions, *gap, *same, *near, *kappa, *alt;
	struct plot_range plot;
	bool has_plot;
};

struct week_bar { const char *label; int sessions; };
#define WEEKS_MAX 16

struct cohort_model {
	const char *document_title, *running_head, *kicker, *name, *origin, *held, *headline, *footer;
	struct key_figure figures[KEY_FIGURES];
	struct member_row *rows; /* those with most reasons first, then the longest away, then by name */
	struct member_row *by_name;     /* the same rows by name */
	size_t row_count;
	double goal;                    /* the members' own where they are the same, else the usual one */
	const char *goal_text;
	struct cohort_topic_row *topics;
	size_t topic_count;
	const char *ungrouped;          /* why there are no figures of the group, or NULL */
	struct missed_row *missed;
	size_t missed_count;
	const char *missed_empty;
	struct rater_row *raters;
	size_t rater_count;
	const char *raters_empty, *agreement;
	struct week_bar weeks[WEEKS_MAX];
	size_t week_count;
	const char *weeks_alt;
	const char *certainty, *gap_note;
	const struct bank *bank;
};

struct cohort_maker {
	struct model_maker k;           /* for say() and the options */
	struct cohort_model *m;
	const struct cohort *c;
};

/* Fills `m` with texts that live in `arena`; -1 when out of memory. */
int cohort_model(
    struct cohort_model *m, struct arena *arena, const struct cohort *c, const struct report_options *o);

/* A part of it, in a file of its own: topics, missed points, raters. */
void model_cohort_group(struct cohort_maker *f);

#endif
