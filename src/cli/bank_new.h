#ifndef VIVA_CLI_BANK_NEW_H
#define VIVA_CLI_BANK_NEW_H
#include "cli/cmd.h"
/* Prints an item to fill in, valid as it stands, for pasting into the bank. */
int bank_new(const struct bank *b, const struct args *args, struct err *err);

#endif
