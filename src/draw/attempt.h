#ifndef DRAW_ATTEMPT_H
#define DRAW_ATTEMPT_H
#include "draw/search.h"
#include "draw/window.h"

enum { ATTEMPT_NONE = 1 };

/* Random numbers of one draw, a stream for each purpose. */
struct streams { struct rng *rounding, *draw, *search; };

/* A form as it was drawn; lives in the arena, but for `forms`. */
struct outcome {
	struct pool pool;
	struct targets targets;
	struct selection selection;
	bool relaxed;
	int departure;
	char *forms;                    /* malloc() */
};

/*
 * Draws a form of the stock within the limits.  Returns 0; ATTEMPT_NONE: there surely is none;
 * or -1 when out of memory.
 */
int attempt_draw(struct outcome *out, const struct draw_request *rq, const struct stock *stock,
    const struct limits *limits, enum pool_history history, const struct streams *streams,
    struct arena *a);
/* Whether there is a form, whatever its departure; results as attempt_draw(). */
int attempt_feasible(const struct draw_request *rq, const struct stock *stock, const struct limits *limits,
    enum pool_history history, struct rng *rng);

#endif
