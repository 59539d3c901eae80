#ifndef VIVA_CLI_NEXT_LINES_H
#define VIVA_CLI_NEXT_LINES_H
#include <stdio.h>

#include "viva/progress.h"
/*
 * What to practise, in lines: up to three answers to repeat and one topic, or, where nothing was graded
 * or nothing is left to repeat, what to do instead.
 */
void next_print(FILE *f, const struct progress *p);

#endif
