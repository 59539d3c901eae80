#ifndef DRAW_ATTEMPT_H
#define DRAW_ATTEMPT_H
#include "draw/feasible.h"

enum { ATTEMPT_NONE = FEASIBLE_NONE, ATTEMPT_TOO_LARGE = FEASIBLE_UNKNOWN };

/* Random numbers of one draw, a stream for each purpose. */
struct streams { struct rng *rounding, *draw, *search, *census; };

/* A form as it was drawn; lives in the arena, but for `forms`. */
struct outcome {
	struct pool pool;
	struct targets targets;
	struct selection selection;
	bool relaxed;
	int departure;
	char *forms;                    /* malloc(), or NULL */
	enum forms_kind forms_kind;
};

/*
 * Draws a form of the stock within the limits.  Returns 0; ATTEMPT_NONE: there surely is none;
 * ATTEMPT_TOO_LARGE: one topic alone has more combinations than fit in memory; or -1 when out of it.
 */
int attempt_draw(struct outcome *out, const struct draw_request *rq, const struct stock *stock,
    const struct limits *limits, enum pool_history history, const struct streams *streams,
    struct arena *a);

#endif
