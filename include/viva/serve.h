#ifndef VIVA_SERVE_H
#define VIVA_SERVE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
struct arena;
struct buf;
struct candidate_view;
struct err;
/*
 * The candidate's screen in a browser.  A helper process, this program run anew before any bank
 * is opened, serves one page; it is told nothing but candidate's views, over a pipe, and tells
 * back how many screens look and what prediction was tapped.  It may open no file, start no
 * program and make no connection of its own (seccomp, and Landlock where the kernel has it).
 *
 * Nothing here blocks: the caller waits for serve_fd() with its other descriptors.
 */
struct serve;

#define SERVE_TOKEN_BYTES 20            /* "7K2M-9QXT-4HRB-D3WZ" and its NUL: 80 bits */
#define SERVE_TOKEN_RANDOM 10           /* random bytes behind it */
#define SERVE_URL_BYTES 128
#define SERVE_SCREENS_MAX 16            /* open pages; a further one is told to wait */
#define SERVE_MESSAGE_MAX_BYTES 500     /* of the interviewer's line to the candidate */

/* The path token of `random`, in Crockford's base 32 (Douglas Crockford, 2019), groups of four. */
void serve_token(const uint8_t random[SERVE_TOKEN_RANDOM], char out[SERVE_TOKEN_BYTES]);

/*
 * Starts the helper, which listens on `address`: "192.168.1.20:38080", "127.0.0.1:0",
 * "[::1]:0"; port 0 takes a free one.  Numbers only, and never the wildcard address.
 * Waits until it listens (it has no more to do than to bind, at most SERVE_START_MS).  `token` keeps a
 * link good over a restart.  EXIT_NETWORK if the address cannot be had, EXIT_USAGE if it is none.
 */
#define SERVE_START_MS 5000
int serve_start(struct serve **out, const char *address, const char *token, struct err *err);
/* Ends the helper and waits for it; NULL does nothing. */
void serve_stop(struct serve *s);
/*
 * To wait on: readable when the helper tells something or has ended, and, while
 * serve_wants_write(), writable when more can be told.
 */
int serve_fd(const struct serve *s);
bool serve_wants_write(const struct serve *s);
/* Where the page is: "http://192.168.1.20:38080/c/7K2M-9QXT-4HRB-D3WZ/".  Borrowed. */
const char *serve_url(const struct serve *s);
/* What keeps the helper in: one line for the console where the kernel lacks Landlock, else "". */
const char *serve_notice(const struct serve *s);
int serve_pid(const struct serve *s);

/*
 * Tells the view that stands now, with the interviewer's message ("" for none).  Only the latest
 * view counts: one that was not sent yet is replaced.  -1 if out of memory.
 */
int serve_show(struct serve *s, const struct candidate_view *v, const char *message, struct err *err);
/* Sends what waits to be sent. */
int serve_flush(struct serve *s, struct err *err);

struct serve_news {
	int screens;                    /* pages open, as far as a closed one was noticed */
	bool screens_changed;
	bool contact;                   /* a page was reached since this was last told */
	bool predicted;                 /* someone tapped a prediction */
	int position, grade;            /* for this item */
};
/*
 * What the helper tells: returns 1 with `*news`, 0 if there is nothing (more), -1 once it has ended
 * (EXIT_NETWORK): stop it and start another with the same address and token.
 */
int serve_read(struct serve *s, struct serve_news *news, struct err *err);

/*
 * Addresses of this machine that another device can reach, as numbers, at most `max`; returns their number.
 * IPv6 addresses of one link only are left out: no browser takes them.
 */
#define SERVE_ADDRESS_BYTES 64
int serve_addresses(char out[][SERVE_ADDRESS_BYTES], int max);
/* Whether `address` (as for serve_start()) can be reached from this machine alone. */
bool serve_is_loopback(const char *address);

/* The view as the one JSON object that pages are sent (see src/serve/encode.c), on one line. */
int serve_encode(struct buf *out, const struct candidate_view *v, const char *message, struct err *err);
/*
 * The line that a screen is told: the time that remains, whether it runs, which position takes a prediction
 * (-1: none), and serve_encode(); ends in a newline.
 */
int serve_line(struct buf *out, const struct candidate_view *v, const char *message, struct err *err);

/* A view as it was told, with what it borrows. */
struct serve_told {
	struct arena *arena;            /* owns all; NULL before the first */
	const struct candidate_view *view;
	const char *message;
	bool clock_runs;                /* remaining_ms falls by itself */
};
/*
 * Reads one such line (without its newline) into `t`, whose earlier content is released.  Says
 * EXIT_NETWORK for anything that serve_line() would not have written.
 */
int serve_told_read(struct serve_told *t, const char *line, size_t len, struct err *err);
void serve_told_finish(struct serve_told *t);

/*
 * The link as a QR code (ISO/IEC 18004, level L) in half blocks, black on white, `indent` blanks
 * before each line; returns its columns, or -1 without memory.  For terminals, so no colour codes: the dark
 * cells are blanks and the light ones blocks, `light_text` says whether text is light on dark.
 */
int serve_qr(struct buf *out, const char *url, int indent, bool light_text, struct err *err);

/*
 * The word in argv[1] that makes this program the helper, and what it then runs on the socket it was given.
 */
#define SERVE_HELPER_WORD "--candidate-screen-helper"
int serve_helper(int fd);

#endif
