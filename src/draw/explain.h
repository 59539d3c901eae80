#ifndef DRAW_EXPLAIN_H
#define DRAW_EXPLAIN_H
#include "draw/attempt.h"

/* Why `rq` has no form, which is known already.  Returns 0, or -1 when out of memory. */
int explain(struct conflict **out, const struct draw_request *rq, const struct stock *stock);

#endif
