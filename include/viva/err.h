#ifndef VIVA_ERR_H
#define VIVA_ERR_H
/*
 * The one error idiom.  A function that can fail returns 0 on success and -1 on
 * failure, and takes a `struct err *` as its last parameter, in which the failing
 * place leaves one printable line (what, where, what to do) and the exit status
 * that the program should end with.  A positive result is a documented case for
 * the direct caller.  Only `cli` prints.
 */
#define ERR_TEXT_BYTES 512      /* one line; a longer message is cut at a character and ends in "..." */

/* Exit statuses of the program; a part of the interface (see `viva help exit`). */
enum exit_status {
	EXIT_DONE = 0,
	EXIT_FINDINGS = 1,      /* something the user can mend: unknown name, bad bank, infeasible blueprint */
	EXIT_USAGE = 2,
	EXIT_STOPPED = 3,       /* stopped early, saved and resumable */
	EXIT_HELD = 4,          /* busy, or held by another viva */
	EXIT_DAMAGED = 5,       /* damaged or foreign database */
	EXIT_NEWER = 6,         /* database newer than this viva */
	EXIT_IO = 7,            /* I/O, disk full, permission */
	EXIT_NETWORK = 8,
	EXIT_HANGUP = 129, EXIT_INTERRUPT = 130, EXIT_TERMINATED = 143
};

struct err {
	enum exit_status status;        /* what the program exits with if nobody handles this */
	char text[ERR_TEXT_BYTES];      /* one line without the newline, "" when no error was set */
};

/* Fills `err` (NULL is allowed) and returns -1, so that one statement detects, explains and returns. */
int err_set(struct err *err, enum exit_status status, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* As err_set() with ": " and strerror(errno) appended; EXIT_IO. */
int err_errno(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Out of memory: EXIT_IO.  Returns -1. */
int err_memory(struct err *err);

#endif
