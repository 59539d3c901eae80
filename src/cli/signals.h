#ifndef VIVA_CLI_SIGNALS_H
#define VIVA_CLI_SIGNALS_H
#include <signal.h>

#include "viva/err.h"
/* Signals as something to wait for, while a session or a screen runs. */

/*
 * A descriptor that tells all signals a running screen acts on; they are blocked, `before` keeps the mask.
 * -1 on failure.
 */
int signals_open(sigset_t *before, struct err *err);
/* Gives the mask back; -1 for `fd` does nothing. */
void signals_close(int fd, const sigset_t *before);
/* The next signal, or 0 if there is none. */
int signals_take(int fd);
/* What the program ends with on a signal that ends it. */
enum exit_status signals_status(int signo);
/* As if the terminal had done it on Ctrl-Z: to the whole job, and not where no shell could continue it. */
void signals_stop_job(void);

#endif
