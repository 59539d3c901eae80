#ifndef DRAW_FORM_H
#define DRAW_FORM_H
#include "draw/attempt.h"

/* Makes the form of what was drawn.  Returns 0, or -1 when out of memory. */
int form_make(struct form **out, const struct draw_request *rq, const struct outcome *o,
    const size_t *retries, size_t retry_count, struct rng *rng);
/* A rule as it stands in the stock, for explanations and for forms to fill in. */
struct rule_state rule_state_of(const struct draw_request *rq, const struct rule *r);

#endif
