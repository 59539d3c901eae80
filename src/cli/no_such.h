#ifndef VIVA_CLI_NO_SUCH_H
#define VIVA_CLI_NO_SUCH_H
#include "cli/app.h"
/* Names that a bank lacks: each sets EXIT_FINDINGS with what the bank has, nearest first, and returns -1. */
int no_such_topic(const struct bank *b, const char *word, struct err *err);
int no_such_blueprint(const struct bank *b, const char *word, struct err *err);
int no_such_minutes(const struct bank *b, long minutes, struct err *err);
int no_such_item(const struct bank *b, const char *word, struct err *err);

#endif
