#ifndef VIVA_CLI_COHORT_OUT_H
#define VIVA_CLI_COHORT_OUT_H
#include "viva/cohort.h"
struct json_t;

/* The figures of a group as a new document, or NULL when out of memory. */
struct json_t *cohort_json(const struct cohort *c);

#endif
