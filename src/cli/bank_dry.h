#ifndef VIVA_CLI_BANK_DRY_H
#define VIVA_CLI_BANK_DRY_H
#include "viva/bank.h"
/*
 * How long a bank lasts: sessions are drawn from it one after the other, none repeating an item,
 * until a blueprint cannot be satisfied any more.
 */
/*
 * Adds a warning for each blueprint that no form satisfies, or that runs dry before its `sessions`.
 * It names the rules that clash then.
 */
void bank_check_stock(const struct bank *b, struct diags *d);
/* Sessions without a repeat that `bp` allows with one seed, at most `most`. */
int bank_sessions(const struct bank *b, const struct blueprint *bp, int most);

#endif
