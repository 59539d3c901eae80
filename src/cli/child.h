#ifndef VIVA_CLI_CHILD_H
#define VIVA_CLI_CHILD_H
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
struct buf;
struct err;
/* The user's own editor on a copy of a text: a 0600 file that is gone afterwards. */
struct child;

/*
 * Starts `command` (as $EDITOR holds it) on a file with `text` under `dir`, whose name begins with `name`,
 * with the signals of `mask`.
 */
int child_start(struct child **out, const char *dir, const char *name, const char *command, const char *text,
    size_t len, const sigset_t *mask, struct err *err);
/* True once it has ended, with its exit status (128 and more: a signal). */
bool child_ended(struct child *c, int *status);
/* Asks it to end. */
void child_end(struct child *c);
/* What the file holds, without the newline that editors leave at its end; appended to `text`. */
int child_text(struct child *c, struct buf *text, struct err *err);
/* Deletes the file.  NULL does nothing. */
void child_free(struct child *c);

#endif
