#ifndef VIVA_DECODE_H
#define VIVA_DECODE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
/*
 * Bytes from a terminal become keys and pastes.  Pure: told bytes and time, reads
 * nothing.  However a stream is cut into reads of at most DECODE_RAW_BYTES, the events are the same.
 *
 * A read with more than DECODE_RAW_BYTES outside the marks of a paste is text from a clipboard, of
 * a terminal without bracketed paste, not typing: control characters in it are dropped, so that it
 * cannot press a key; only unmodified motion keys and Backspace pass, for keys held down that arrive late.
 * Reads of any size that follow within DECODE_RAW_MS belong to it.
 */
#define DECODE_RAW_BYTES 64
#define DECODE_RAW_MS 50
#define DECODE_ESCAPE_MS 100    /* 25 ms broke split arrow keys on a busy machine */
#define DECODE_PASTE_MS 5000    /* a paste that ends without its mark, so that no one is locked in */
#define DECODE_PASTE_BYTES 65536        /* a longer paste comes in pieces of this size */

enum press {
	PRESS_CHAR,             /* `cp` */
	PRESS_PASTE,            /* `text`, `len`: valid UTF-8, no control characters but newline and tab */
	PRESS_ENTER, PRESS_TAB, PRESS_BACKSPACE, PRESS_DELETE, PRESS_INSERT, PRESS_ESCAPE,
	PRESS_UP, PRESS_DOWN, PRESS_LEFT, PRESS_RIGHT, PRESS_HOME, PRESS_END, PRESS_PAGE_UP, PRESS_PAGE_DOWN
};

enum { PRESS_SHIFT = 1, PRESS_ALT = 2, PRESS_CTRL = 4 };

struct key_press {
	enum press key;
	unsigned mods;          /* of PRESS_SHIFT, PRESS_ALT, PRESS_CTRL; Shift-Tab is Tab with PRESS_SHIFT */
	uint32_t cp;            /* PRESS_CHAR: a code point that is no control character; with PRESS_CTRL
	                           its letter in lower case or one of @ \ ] ^ _ : Ctrl-A is 'a' */
	const char *text;       /* PRESS_PASTE: borrowed until the next decoder_feed() or decoder_tick() */
	size_t len;
	bool joined;            /* PRESS_PASTE: goes on with the paste before */
};

struct decoder;

/* NULL only when out of memory. */
struct decoder *decoder_new(void);
void decoder_free(struct decoder *d);
/*
 * Takes the bytes of one read.  Events that were not fetched are lost: call decoder_next() until
 * false first.  Does not let an escape expire by itself: bytes that waited while the program was busy still
 * belong to it.  -1 when out of memory.
 */
int decoder_feed(struct decoder *d, const char *bytes, size_t len, int64_t now_ms);
/* When decoder_tick() has work (an escape or a paste that goes no further), or INT64_MAX. */
int64_t decoder_deadline(const struct decoder *d);
/* Ends what waited until `now_ms`.  Call when no bytes are there to read.  Errors as decoder_feed(). */
int decoder_tick(struct decoder *d, int64_t now_ms);
/* The next event, or false. */
bool decoder_next(struct decoder *d, struct key_press *out);

#endif
