#ifndef VIVA_DRAW_H
#define VIVA_DRAW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "viva/bank.h"
#include "viva/history.h"
struct err;
/*
 * The draw: from a bank, a blueprint, the candidate's history and a seed to one form.
 * Pure: no clock, no I/O, integers and exact sums only, so that the same arguments give
 * the same form on every machine, whatever the order of items in the file.
 *
 * Hard rules: number of items, answer minutes, quotas, topic-max, enemies, required and
 * excluded items; and, unless the blueprint has no quota at all (a drill), a first item of
 * difficulty 1.
 *
 * Targets: each area and topic gets its share of the taxonomy among topics with items at hand;
 * a kind or difficulty its quota's target, else the middle of its quota; values without a quota
 * share what the others leave evenly (so a drill spreads its items over the kinds), but without
 * any quota on difficulty there is no target for it.  All are scaled to add up to the form, held
 * within quotas and stock.  A quota's own target on an area or topic holds it there.
 *
 * Method: Round - Count - Draw.  Margins are rounded to whole numbers at random without bias
 * (systematic rounding), every set of items with these margins and without enemies inside a
 * topic is counted exactly, and one is drawn by walking the count backwards; sets that break the
 * minutes or hold enemies from different topics are drawn again, so that each admissible form
 * with these margins is equally likely (or as likely as its history weighs).  Where no rounding
 * fits, all margin vectors inside the quotas are counted, least departure from the targets
 * first.  What is feasible is always found; what is not is proved and explained.  Two things are
 * approximate: where fewer than about one in 20,000 sets with the margins is admissible, the
 * form comes from a search in random order, which does not make all equally likely; and where
 * more than a million states would have to be counted (forms of more than 30 items that take
 * most of a small stock), the departure may not be the least.
 *
 * History: retries are fixed first, as many as some form holds, a fifth of the form at most;
 * unmet items only, as long as they make a form; else the fewest met items, an item's odds being
 * the number of sessions since it was met.
 */

enum item_use { ITEM_FREE, ITEM_REQUIRED, ITEM_EXCLUDED };

struct draw_request {
	const struct bank *bank;
	const struct blueprint *blueprint;      /* answer_max 0: no rule on minutes */
	uint64_t seed;
	const struct item_history *history;     /* bank->item_count entries, or NULL: nothing met */
	const enum item_use *use;               /* bank->item_count entries, or NULL: all free */
	const size_t *retries;                  /* items to repeat, most wanted first; as many as some form
						 * holds, a fifth at most */
	size_t retry_count;
	bool count_forms;                       /* sets form.forms, which takes longer than drawing */
	const int *topic_shares;                /* bank->topic_count wishes in percent, or NULL: the
						 * taxonomy's */
};

enum draw_reason { DRAW_NEW, DRAW_RETRY, DRAW_REQUIRED, DRAW_LEAST_MET };

struct drawn {
	size_t item;                    /* index into bank->items */
	enum draw_reason reason;
	uint32_t times_met, last_met_session;
};

enum rule_on { RULE_ITEMS, RULE_MINUTES, RULE_AREA, RULE_TOPIC, RULE_KIND, RULE_DIFFICULTY,
	RULE_TOPIC_MAX, RULE_ENEMIES, RULE_REQUIRED, RULE_FIRST };

/* How one rule stands in a form, or in the stock where there is no form. */
struct rule_state {
	enum rule_on on;
	size_t value;                   /* area or topic index, enum kind, difficulty, enemy group or item
					 * index; else 0 */
	int min, max;                   /* items, or minutes for RULE_MINUTES */
	int target_tenths;              /* -1: none */
	int drawn_tenths;               /* items (or minutes) in the form, times 10; -1 where there is no form */
	int stock;                      /* eligible items that count for this rule */
};

/*
 * How many forms have the margins of the one drawn (or, where none of the rounded margins had a
 * form, the least departure) and keep every hard rule: each was equally likely, or as likely as its
 * history weighs.  Counted exactly; where that is too dear, the sets that keep all but the minutes
 * and the enemies in different topics are counted, times the part of up to 20,000 drawn ones that keep
 * these too, to two digits; or all of them, if hardly any does.
 */
enum forms_kind { FORMS_EXACT, FORMS_ABOUT, FORMS_AT_MOST,
	FORMS_UNCOUNTED };              /* not asked for, or too many margins (beyond 30 items or so): forms is "" */

struct form {
	struct drawn *items;            /* in the order they are asked */
	size_t item_count;
	struct rule_state *rules;       /* every rule of the blueprint, in its order, then minutes and items */
	size_t rule_count;
	int answer_tenths;              /* minutes of the form times 10 */
	char *forms;                    /* decimal: admissible forms among which this one was drawn */
	enum forms_kind forms_kind;
	bool relaxed;                   /* no rounding of the targets fitted: least departure was taken */
	int departure_tenths;           /* sum of distances of margins from their targets' floor..ceil, times
					 * 10 */
};

/* Why nothing can be drawn: a set of rules that cannot hold together, though each smaller set can. */
struct conflict {
	struct rule_state *rules;
	size_t rule_count;
	char *repair;                   /* "raise the minutes from 60 to 74": the smallest change that helps, in words */
	char *message;                  /* one line for people */
};

enum { DRAW_INFEASIBLE = 1 };

/*
 * Returns 0 and sets `*form` (form_free()); DRAW_INFEASIBLE and sets `*why`
 * (conflict_free()); or -1.  The output that does not apply is NULL.
 */
int draw_form(struct form **form, struct conflict **why, const struct draw_request *rq, struct err *err);
void form_free(struct form *f);
void conflict_free(struct conflict *c);

/*
 * Swap: the item that may replace position `pos` of a form (items in order, `asked` of them
 * already open or done) and keep it admissible; nearest first: same cell, topic, area, any;
 * among equals by seed.  Items of the form, excluded and enemies are no candidates.
 * Returns 0 and sets `*item`, or DRAW_INFEASIBLE: there is none.
 */
int draw_swap(size_t *item, const struct draw_request *rq, const size_t *form, size_t count, size_t pos);

/*
 * Checks a form against every hard rule, reading nothing but its arguments.  Returns 0, or -1
 * with the first broken rule in `err`.
 */
int draw_check(const struct draw_request *rq, const size_t *form, size_t count, struct err *err);

const char *forms_kind_name(enum forms_kind k);           /* "exact", "about", "at most", "uncounted" */
const char *draw_reason_text(enum draw_reason r);       /* "new", "retry", "required", "least met" */
const char *rule_on_name(enum rule_on on);              /* "items", "minutes", "area", ... as in the JSON */
/* The id or name of a rule's value ("evaluation", "troubleshooting", "3"), "" where it has none. */
const char *rule_value_name(const struct bank *b, const struct rule_state *r, char *room, size_t size);

#endif
