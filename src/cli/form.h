#ifndef VIVA_CLI_FORM_H
#define VIVA_CLI_FORM_H
#include "cli/cmd.h"
#include "viva/draw.h"
#include "viva/next.h"
/*
 * From a command line to a form: which blueprint or drill, which items may be drawn, what the
 * candidate has met.  Shared by `viva solo`, `viva lead` and `viva draw`.
 */
#define DRILL_ITEMS_DEFAULT 5
#define DRILL_ITEMS_MAX 100
#define FORM_RETRIES_MAX 32     /* candidates for retry slots; the draw takes a fifth of the form at most */
#define FORM_OPTIONS \
	{ "blueprint", "ID", "the blueprint (default " DEFAULT_BLUEPRINT ")" }, \
	{ "minutes", "M", "the blueprint of M minutes" }, \
	{ "seed", "N", "the same seed, bank and history give the same form" }, \
	{ "items", "N", "a drill of N items: enemies kept apart, no quotas" }, \
	{ "topic", "ID", "drill: only this topic; may be given more than once" }, \
	{ "difficulty", "D", "drill: only difficulty 1, 2 or 3" }, \
	{ "focus", "weak", "half of a drill from the two topics with the lowest level; of a blueprint what it allows" }, \
	{ "kind", "KIND", "drill: only concept, scenario, troubleshooting or behavioural" }

struct form_choice {
	const struct bank *bank;        /* borrowed */
	struct draw_request request;    /* points into this struct */
	struct blueprint drill;
	struct quota drill_quotas[KIND_COUNT + NEXT_WEAK_TOPICS];
	enum item_use *use;
	struct item_history *history;
	size_t retries[FORM_RETRIES_MAX];
	int *topic_shares;
};

/* What the candidate's history may do to a form. */
enum form_history {
	FORM_RETRY,             /* solo practice: answers to repeat take up to a fifth */
	FORM_NO_RETRY
};

/* Who a form is for, and what it must not or should resemble. */
struct form_wish {
	struct store *st;               /* gives the history of `candidate`; either may be NULL */
	const char *candidate;
	enum form_history history;
	const bool *without;            /* items of the bank to leave out, or NULL */
	const char *blueprint;          /* where no option names one; "drill" of `items`; NULL: the default */
	int items;
};
/*
 * Reads the options.  A seed not given is random.  Release with form_choice_finish(), also after a failure.
 */
int form_choose(struct form_choice *c, const struct app *app, const struct args *args,
    const struct bank *bank, const struct form_wish *wish, struct err *err);
void form_choice_finish(struct form_choice *c);
/* Draws; an infeasible blueprint becomes an error of one line naming conflict and repair. */
int form_draw(struct form **out, const struct form_choice *c, struct err *err);
/* For a running session: the choice its head describes, for swaps.  1 if the bank has no such blueprint. */
int form_choice_of(struct form_choice *c, const struct bank *bank, const char *blueprint, uint64_t seed,
    size_t items, struct err *err);

#endif
