#ifndef VIVA_CLI_BANKS_H
#define VIVA_CLI_BANKS_H
#include <stddef.h>
struct app;
/* The banks that can be given by name. */
struct bank_names { char **v; size_t count; };

/*
 * The names of the sets of the user, of the build tree and of the installation, sorted, each once.
 * Returns 0, or -1 when out of memory; release with bank_names_finish() either way.
 */
int bank_names_find(struct bank_names *out, const struct app *app);
void bank_names_finish(struct bank_names *names);

#endif
