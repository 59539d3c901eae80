#ifndef VIVA_CLI_LINES_H
#define VIVA_CLI_LINES_H
#include <stdbool.h>
#include <stddef.h>
#include "viva/buf.h"
struct err;
/* Lines from a descriptor that never blocks us: filled when poll says so, taken one at a time. */
#define LINE_MAX_BYTES (256u << 10)     /* what one answer can hold; a longer line is cut, and says so */
#define TTY_LINE_BYTES 4095             /* where the kernel silently cuts a line typed at a terminal */

struct lines {
	int fd;
	struct buf pending;
	size_t taken;           /* of `pending`, by lines already given out */
	size_t cap;             /* bytes of one line: LINE_MAX_BYTES unless set otherwise */
	size_t over;            /* bytes of the present line beyond the cap */
	bool ended;
};

enum line_state { LINE_NONE, LINE_READY, LINE_END };

void lines_init(struct lines *l, int fd);
void lines_finish(struct lines *l);
/* Reads what is there.  A read error counts as the end. */
void lines_fill(struct lines *l);
/*
 * The next line without its newline, borrowed until the next call.  `over` is how many bytes did not
 * fit.  The last line may lack its newline.
 */
enum line_state lines_next(struct lines *l, const char **line, size_t *len, size_t *over);

#endif
