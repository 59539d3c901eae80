#ifndef VIVA_CLI_BANK_DRY_H
#define VIVA_CLI_BANK_DRY_H
#include "viva/bank.h"
/*
 * How long a bank lasts: sessions are drawn from it one after the other, none repeating an item,
 * until a blueprint cannot be satisfied any more.
 */
#define DRY_SESSIONS_WISHED 10  /* a few weeks of practice */
#define DRY_SESSIONS_LEAST 3    /* below this a blueprint is a fault */

/*
 * Adds for each blueprint: a warning where no form satisfies it, or where it runs dry before
 * DRY_SESSIONS_LEAST sessions; a note (in `notes`) where it does before DRY_SESSIONS_WISHED.
 * Each names the rules that clash then.
 */
void bank_check_stock(const struct bank *b, struct diags *d, struct diags *notes);
/* Sessions without a repeat that `bp` allows with one seed, at most `most`. */
int bank_sessions(const struct bank *b, const struct blueprint *bp, int most);

#endif
