#ifndef VIVA_UI_TTY_H
#define VIVA_UI_TTY_H
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>
#include "viva/buf.h"
struct err;
/* The line to a terminal: its modes, and bytes that it takes when it can.  One at a time in a process. */

#define TTY_LEAVE_BYTES 256     /* what puts a terminal back in order; a few short sequences */

struct tty {
	int in_fd, out_fd;
	bool out_is_own;        /* out_fd is a description of our own, where writes never wait */
	struct termios found;   /* modes before raw mode */
	struct buf pending;     /* not yet taken by the terminal */
	size_t sent;            /* of pending */
};

/* Finds the modes of the terminal at both descriptors; -1 if there is none. */
int tty_open(struct tty *t, int in_fd, int out_fd, struct err *err);
/* Also after tty_open() failed.  Modes are not touched. */
void tty_close(struct tty *t);
/*
 * Raw mode: bytes come as they are, ^C and ^Z too.  `leave` is what tty_rescue() then sends to
 * put the screen back in order.
 */
int tty_raw(struct tty *t, const char *leave, size_t len, struct err *err);
/* The modes as they were found. */
void tty_restore(struct tty *t);
/* As tty_restore() with the bytes given to tty_raw(); async-signal-safe; does nothing outside raw mode. */
void tty_rescue(void);
void tty_send(struct tty *t, const char *bytes, size_t len);
/* Sends what waits: 0 nothing is left, 1 the terminal does not take all of it now, -1 it is gone. */
int tty_flush(struct tty *t);
/* As tty_flush(), waiting for at most `ms`. */
int tty_drain(struct tty *t, int ms);
void tty_size(const struct tty *t, int *rows, int *columns);

#endif
