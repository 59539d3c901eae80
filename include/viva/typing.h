#ifndef VIVA_TYPING_H
#define VIVA_TYPING_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
struct buf;
struct err;
/*
 * The typing file of a running session: a 0600 file in the state directory that holds what is
 * being typed and not yet committed, the heartbeat of the session clock, and the lock that
 * says who runs the session.  Written with plain write() before the screen shows anything, so
 * that what was seen survives kill -9 (a power cut may take the last seconds of it).
 */
struct typing;

enum { TYPING_HELD = 1 };

struct heartbeat {
	int64_t clock_ms;               /* session clock */
	int64_t wall_us;
	int64_t boot_ms;
};

/*
 * Opens and locks (open-file-description lock) the file of session `id` under `dir`, made if
 * missing.  TYPING_HELD if another viva holds it: `*holder_pid` then names it.
 */
int typing_open(struct typing **out, const char *dir, int64_t id, int *holder_pid, struct err *err);
/* Unlocks and closes; deletes the file if `remove`.  NULL does nothing. */
void typing_close(struct typing *t, bool remove);
/* Two alternating slots with a generation and a CRC, so that a torn write leaves the older one. */
int typing_beat(struct typing *t, const struct heartbeat *h, struct err *err);
/* Returns 0 and fills `out`, or 1: none was written yet. */
int typing_last_beat(struct typing *t, struct heartbeat *out, struct err *err);
/*
 * Begins a text: `target` says where it will go ("answer 3", "note 3"); earlier text is dropped.
 */
int typing_begin(struct typing *t, const char *target, struct err *err);
/*
 * Replaces `cut` bytes at `at` by `data`; both lie within the text (asserted).  A text longer than
 * STORE_TEXT_MAX_BYTES is EXIT_FINDINGS and leaves it as it was.
 */
int typing_edit(struct typing *t, size_t at, size_t cut, const char *data, size_t len, struct err *err);
/* Forgets the text; call after its commit. */
int typing_clear(struct typing *t, struct err *err);
/*
 * What was being typed when the last holder died, as far as it is valid UTF-8.  Returns 0 with both
 * filled, 1 if nothing.  typing_edit() then goes on with that text, so that it is never off the disk.
 */
int typing_recover(struct typing *t, struct buf *target, struct buf *text, struct err *err);

/* ---- from outside ---- */

/* TYPING_HELD if some viva runs a session with a typing file under `dir`, else 0. */
int typing_any_held(const char *dir, struct err *err);
/* What the name of a text of session `id` in the user's own editor begins with, in the same directory. */
#define TYPING_TEXT_NAME "session-%" PRId64 ".text-"
#define TYPING_TEXT_NAME_BYTES 48       /* an id of 19 digits, and its NUL */
/* What the names end in of what else is kept for a session in the same directory; they begin with its id. */
#define TYPING_SCREEN ".screen"         /* the link to the candidate's page */
#define TYPING_WATCH ".watch"           /* the socket of `viva watch` */
#define TYPING_HALVES ".halves"         /* a second half is to follow */
/*
 * Blanks and deletes the typing file of session `id`, if there is one, and deletes texts that an editor left
 * and what else is kept for it; TYPING_HELD if its session runs.
 */
int typing_remove(const char *dir, int64_t id, struct err *err);
/*
 * Forgets a note that was being typed in session `id`, and texts that an editor left.  An answer stays, and so
 * does the heartbeat.  TYPING_HELD if the session runs.
 */
int typing_remove_note(const char *dir, int64_t id, struct err *err);
/* What `target` of an answer begins with. */
#define TYPING_ANSWER "answer"

#endif
