#ifndef VIVA_CLI_SIT_H
#define VIVA_CLI_SIT_H
#include "cli/app.h"
#include "cli/sitting.h"
/* The frame of a sitting, shared by the commands that begin, resume and end sessions. */

/* Opens the session's typing file and with it the lock; a session that another viva holds is EXIT_HELD. */
int sit_lock(const struct app *app, int64_t id, struct typing **out, struct err *err);
/*
 * Ends an unfinished session that nobody runs where it stands, the rest not asked; `*number` is what people
 * call it.  EXIT_HELD if another viva runs it, EXIT_FINDINGS if it has ended.
 */
int sit_end(struct app *app, struct store *st, int64_t id, int64_t *number, struct err *err);
/* The summary of a session that has ended, and its report; returns the exit status. */
int sit_close(struct sitting *si, struct err *err);
/* Runs an attached session to its end or to where it is left, and closes it; returns the exit status. */
int sit_through(struct sitting *si, struct err *err);

#endif
