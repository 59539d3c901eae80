#ifndef VIVA_CLI_STANDING_H
#define VIVA_CLI_STANDING_H
#include "cli/app.h"
#include "viva/buf.h"
#include "viva/progress.h"
/*
 * Where a candidate stands on a bank, from the records: what `viva stats`, `viva next`, home and the
 * progress report show.  No records yet is a standing too, of nobody.
 */
struct standing {
	struct bank *bank;
	struct answers *answers;        /* NULL while there are no records */
	struct progress *progress;
	struct buf name;
};

/* Of --as, or who last sat solo here, on --bank.  Release with standing_finish(), also after a failure. */
int standing_load(struct standing *s, const struct app *app, struct err *err);
/* The same for a line on the side: where it cannot be had, 1 and not a word. */
int standing_peek(struct standing *s, const struct app *app);
/*
 * What to do after a session of `candidate`, from tomorrow on: up to STEPS_MAX texts in `steps`, three
 * answers to repeat and a topic at most.  None where the bank's file cannot be had or is another bank
 * than `bank_id`.
 */
#define STEPS_MAX (NEXT_ITEMS + 1)
size_t standing_steps(struct buf steps[STEPS_MAX], const struct app *app, struct store *st,
    const char *candidate, const char *bank_id);
void standing_finish(struct standing *s);
/* The grade that `name` wants to reach, GOAL_DEFAULT unless the records have another; `st` may be NULL. */
int app_goal(struct store *st, const char *name, double *out, struct err *err);
/* The goals of a->people, newly allocated; NULL when out of memory. */
double *standing_goals(const struct answers *a);
/* Today where the person is, in days since 1970-01-01. */
int32_t app_today(const struct app *app);

#endif
