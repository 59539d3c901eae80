#ifndef DRAW_FORM_H
#define DRAW_FORM_H
#include "draw/attempt.h"

/* Makes the form of what was drawn.  Returns 0, or -1 when out of memory. */
int form_make(struct form **out, const struct draw_request *rq, const struct outcome *o,
    const size_t *retries, size_t retry_count, struct rng *rng);
/* A rule without a form; its stock is still to be counted. */
struct rule_state rule_state_of(const struct rule *r);
/* What `items` have of the rule, times 10: items, or minutes. */
int rule_drawn_tenths(const struct rule_state *r, const struct bank *b, const size_t *items, size_t count);
/* Counts the stock of all `rules` in one pass over the bank. */
void rule_states_count(struct rule_state *rules, size_t count, const struct draw_request *rq);

#endif
