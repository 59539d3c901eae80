#ifndef VIVA_CLI_BANK_USE_H
#define VIVA_CLI_BANK_USE_H
#include <jansson.h>

#include "cli/app.h"
#include "viva/item_stats.h"
/* Figures from use, for the author of a bank. */

/*
 * Adds up all sessions on record: `*out` has bank->item_count entries and is freed by the caller;
 * all zero where there are no records yet.
 */
int bank_use_read(const struct app *app, const struct bank *b, struct item_stats **out, struct err *err);
void bank_use_print(const struct bank *b, const struct item_stats *s);
json_t *bank_use_json(const struct bank *b, const struct item_stats *s);

#endif
