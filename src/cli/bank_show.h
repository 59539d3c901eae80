#ifndef VIVA_CLI_BANK_SHOW_H
#define VIVA_CLI_BANK_SHOW_H
#include <jansson.h>
#include <stdbool.h>
#include "viva/bank.h"
/* A bank on the screen and as JSON: one item, and the coverage. */

/* `candidate`: the stem alone, as it would be asked. */
void bank_print_item(const struct bank *b, const struct item *it, bool candidate);
json_t *bank_item_json(const struct bank *b, const struct item *it, bool candidate);
void bank_print_coverage(const struct bank *b);
json_t *bank_coverage_json(const struct bank *b);
#endif
