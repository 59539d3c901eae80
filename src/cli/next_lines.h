#ifndef VIVA_CLI_NEXT_LINES_H
#define VIVA_CLI_NEXT_LINES_H
#include "viva/progress.h"
struct buf;
/*
 * What to practise, in lines for a screen of so many columns: up to three answers to repeat and one
 * topic, or, where nothing was graded or nothing is left to repeat, what to do instead.
 */
void next_say(struct buf *out, const struct progress *p, int columns);

#endif
