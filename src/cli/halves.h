#ifndef VIVA_CLI_HALVES_H
#define VIVA_CLI_HALVES_H
#include "cli/cmd.h"
#include "cli/sitting.h"
/*
 * An interview of two halves: after the first its two people exchange their parts, and the second is drawn
 * without the items of the first and without their enemies.  Each half is a session of its own.
 */
struct start;

/*
 * Allocates `*out`, one entry for each item of `bank`: true for those of session `first`, also the ones it
 * swapped away, and for all their enemies.  EXIT_FINDINGS if it was drawn from another bank.
 */
int halves_taken(
    bool **out, struct store *st, const struct record *first, const struct bank *bank, struct err *err);
/*
 * For swaps in a session `id` that is resumed: excludes in `use` what its first half had, if it is a second
 * one.
 */
int halves_exclude(
    enum item_use *use, struct store *st, int64_t id, const struct bank *bank, struct err *err);
/* Says so if, as the stock stands, the second half after the first half `s` cannot be drawn. */
int halves_foresee(const struct start *s, struct sitting *si, const struct args *args, struct err *err);

/* ---- the plan, over a kill ---- */

/* Remembers that a second half shall follow session `id`. */
int halves_plan(const struct app *app, int64_t id, struct err *err);
bool halves_planned(const struct app *app, int64_t id);
/* Nothing follows session `first` any more: its plan and its page's link go. */
void halves_forget(struct app *app, int64_t first);

/*
 * Runs the second half after session `first` to its end or to where it is left; `si` has its front end and
 * its audience and no session.  Returns the exit status.
 */
int halves_second(struct sitting *si, const struct args *args, int64_t first, struct err *err);
/* The opening of a second half was left: says how it can be begun later, and returns the exit status. */
int halves_left(const struct start *s, struct sitting *si);

#endif
