#ifndef VIVA_CLI_TOUR_FRONT_H
#define VIVA_CLI_TOUR_FRONT_H
#include "cli/front.h"
/*
 * A guide beside another front end: says at each step what to press, and nothing of what would be
 * wrong in a tour (that something was saved).  Takes over `inner`; NULL if that is NULL or memory ran out.
 */
struct front *tour_front(struct front *inner);

#endif
